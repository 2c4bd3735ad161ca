"""One reference string -> Reference: what must be right whatever the model."""

from __future__ import annotations

import time

import pytest

from kjaudit.model import ProblemKind, WorkType
from kjaudit.references import parse


def value(field):
    return field.value if field else None


def shown(raw: str) -> dict[str, object]:
    reference = parse(raw)
    people = [name.literal or f"{name.family}, {name.given}".rstrip(", ") for name in reference.authors]
    fields = {
        "title": value(reference.title),
        "in": value(reference.container_title),
        "volume": value(reference.volume),
        "issue": value(reference.issue),
        "pages": value(reference.pages),
        "publisher": value(reference.publisher),
        "place": value(reference.publisher_place),
    }
    return {"who": people, "year": reference.year} | {name: text for name, text in fields.items() if text}


ARTICLES = {
    "Jung, S. (2018). *K-Pop and the Transnational Flow of Korean Culture*. Journal of Media Studies, 23(2), 45-61.": {
        "who": ["Jung, S."],
        "year": 2018,
        "title": "K-Pop and the Transnational Flow of Korean Culture",
        "in": "Journal of Media Studies",
        "volume": "23",
        "issue": "2",
        "pages": "45-61",
    },
    "Sami Moisio, Anssi Passi. From geopolitical to geoeconomic. The changing political rationalities of state space. "
    "Geopolitics, 2013, 18(2): 267-283.": {
        "who": ["Moisio, Sami", "Passi, Anssi"],
        "year": 2013,
        "title": "From geopolitical to geoeconomic. The changing political rationalities of state space",
        "in": "Geopolitics",
        "volume": "18",
        "issue": "2",
        "pages": "267-283",
    },
    "Norton, Anna. 2014. Vowel length in older speech. Journal of Phonetics 12.2.33–47.": {
        "who": ["Norton, Anna"],
        "year": 2014,
        "title": "Vowel length in older speech",
        "in": "Journal of Phonetics",
        "volume": "12",
        "issue": "2",
        "pages": "33-47",
    },
    "Korea Tourism Organization. (2019). *Annual Tourism Statistics Report*.": {
        "who": ["Korea Tourism Organization"],
        "year": 2019,
        "title": "Annual Tourism Statistics Report",
    },
    "Ministry of Foreign Affairs of Japan. (2022). *Japan-Korea Cultural Exchange Overview*.": {
        "who": ["Ministry of Foreign Affairs of Japan"],
        "year": 2022,
        "title": "Japan-Korea Cultural Exchange Overview",
    },
    "Japan Animation Association. Animation Industry Report 2017, 2018.": {
        "who": ["Japan Animation Association"],
        "year": 2018,
        "title": "Animation Industry Report 2017",
    },
    "Sports and Tourism of Korea. Analysis Report on the Trends of the Cultural Industry in 2020, 2021.": {
        "who": ["Sports and Tourism of Korea"],
        "year": 2021,
        "title": "Analysis Report on the Trends of the Cultural Industry in 2020",
    },
    "Shin, J., & Ito, T. (2020). *Tourism Amid Tensions: Korea–Japan Relations in the 21st Century*. East Asia Forum "
    "Quarterly, 17(2), 65–74.": {
        "who": ["Shin, J.", "Ito, T."],
        "year": 2020,
        "title": "Tourism Amid Tensions: Korea–Japan Relations in the 21st Century",
        "in": "East Asia Forum Quarterly",
        "volume": "17",
        "issue": "2",
        "pages": "65-74",
    },
    "Hoover, David L. “Quantitative Analysis and Literary Studies.” A Companion to Digital Literary Studies. Ed. Susan "
    "Schreibman and Ray Siemens. Oxford: Blackwell, 2008. 517–33.": {
        "who": ["Hoover, David L."],
        "year": 2008,
        "title": "Quantitative Analysis and Literary Studies",
        "in": "A Companion to Digital Literary Studies",
        "pages": "517-33",
        "publisher": "Blackwell",
        "place": "Oxford",
    },
    "Franco Moretti, Distant Reading (London: Verso, 2013), 47.": {
        "who": ["Moretti, Franco"],
        "year": 2013,
        "title": "Distant Reading",
        "pages": "47",
        "publisher": "Verso",
        "place": "London",
    },
    "Franco Moretti, Distant Reading (Verso, 2013), 47": {
        "who": ["Moretti, Franco"],
        "year": 2013,
        "title": "Distant Reading",
        "pages": "47",
        "publisher": "Verso",
    },
    "Hans Müller, Die Sprache der Stadt, in: Zeitschrift für Germanistik 12 (2010), S. 12–34, hier S. 15.": {
        "who": ["Müller, Hans"],
        "year": 2010,
        "title": "Die Sprache der Stadt",
        "in": "Zeitschrift für Germanistik",
        "volume": "12",
        "pages": "12-34",
    },
    "Lee, H., Park, B., & Cho, C. (2003). The effects of drama on demand. Tourism Management, 24(2), 101-110.": {
        "who": ["Lee, H.", "Park, B.", "Cho, C."],
        "year": 2003,
        "title": "The effects of drama on demand",
        "in": "Tourism Management",
        "volume": "24",
        "issue": "2",
        "pages": "101-110",
    },
    "World Health Organization [WHO]. (2020). Global report on health. Geneva: WHO.": {
        "who": ["World Health Organization [WHO]"],
        "year": 2020,
        "title": "Global report on health",
        "publisher": "WHO",
        "place": "Geneva",
    },
    "Chang Sin, Chosŏn, Tonga ilbo ŭi t'ansaeng [The birth of the Tonga ilbo] (Seoul: Yŏksa Pip'yŏngsa, 2021), 34.": {
        "who": ["Chang, Sin"],
        "year": 2021,
        "title": "Chosŏn, Tonga ilbo ŭi t'ansaeng [The birth of the Tonga ilbo]",
        "pages": "34",
        "publisher": "Yŏksa Pip'yŏngsa",
        "place": "Seoul",
    },
    "Medicus/Lorenz, Schuldrecht I, 21. Aufl. 2015, Rn. 103": {
        "who": ["Medicus", "Lorenz"],
        "year": 2015,
        "title": "Schuldrecht I",
    },
    "Prengel, A. (2002): Zur Dialektik. In: Eberwein, Hans (Hg.): Handbuch der Pädagogik – Kinder lernen. "
    "6. überarbeitete Auflage. Weinheim und Basel, S. 140-147.": {
        "who": ["Prengel, A."],
        "year": 2002,
        "title": "Zur Dialektik",
        "in": "Handbuch der Pädagogik – Kinder lernen",
        "pages": "140-147",
        "place": "Weinheim und Basel",
    },
    "D. Heikamp, Il Tesoro di Lorenzo il Magnifico, vol. II: I Vasi, Firenze 1974.": {
        "who": ["Heikamp, D."],
        "year": 1974,
        "title": "Il Tesoro di Lorenzo il Magnifico",
        "volume": "II",
        "place": "Firenze",
    },
    "Canaris, Handelsrecht, 24. Aufl. 2006, § 3 Rn. 5.": {"who": ["Canaris"], "year": 2006, "title": "Handelsrecht"},
    "Karatayev, V. A. (2021). Grazer behaviour can regulate states. Ecology Letters, 24(9), 1917-1929.": {
        "who": ["Karatayev, V. A."],
        "year": 2021,
        "title": "Grazer behaviour can regulate states",
        "in": "Ecology Letters",
        "volume": "24",
        "issue": "9",
        "pages": "1917-1929",
    },
    "Popov, V. L., & Willert, E. (2018). Handbuch der Kontaktmechanik (2nd ed.). Springer Berlin Heidelberg.": {
        "who": ["Popov, V. L.", "Willert, E."],
        "year": 2018,
        "title": "Handbuch der Kontaktmechanik",
        "publisher": "Springer Berlin Heidelberg",
    },
    "Smith, A., & Jones, B. (2085). Time travel in tourism. Annals of Tourism, 99(1), 1-10.": {
        "who": ["Smith, A.", "Jones, B."],
        "year": 2085,
        "title": "Time travel in tourism",
        "in": "Annals of Tourism",
        "volume": "99",
        "issue": "1",
        "pages": "1-10",
    },
}


@pytest.mark.parametrize("raw", ARTICLES, ids=lambda raw: raw[:30])
def test_every_field_is_read(raw):
    assert shown(raw) == ARTICLES[raw]


def test_spans_stand_on_what_is_printed():
    raw = "Jung, S. (2018). K-Pop Abroad. Journal of Media Studies, 23(2), 45–61."
    reference = parse(raw)
    assert reference.title.span.of(raw) == "K-Pop Abroad"
    assert reference.container_title.span.of(raw) == "Journal of Media Studies"
    assert reference.pages.span.of(raw) == "45–61"
    assert reference.authors[0].span.of(raw) == "Jung, S."
    assert reference.type is WorkType.ARTICLE_JOURNAL


def test_the_given_key_and_span_are_kept():
    reference = parse("Moretti, Franco. Distant Reading. London: Verso, 2013.", key="e7")
    assert (reference.key, reference.span.start, reference.span.end) == ("e7", 0, 54)
    assert reference.type is WorkType.BOOK


@pytest.mark.parametrize(
    ("raw", "kind"),
    [
        ("", ProblemKind.EMPTY),
        (" \n\t", ProblemKind.EMPTY),
        ("x" * 100_000, ProblemKind.TOO_LONG),
        ("Smith, J. (2001). Title. " * 4_000, ProblemKind.TOO_LONG),
        ("Smith, J. (2001).\x00 Title\x07. Journal 3, 4-5.", ProblemKind.CONTROL_CHARACTERS),
        ("<https://press.ajou.ac.kr/news/articleView.html?idxno=10120>", ProblemKind.NO_TITLE),
    ],
)
def test_bad_input_is_a_problem_and_no_exception(raw, kind):
    assert kind in {problem.kind for problem in parse(raw).problems}


@pytest.mark.parametrize(
    "raw",
    [
        "x" * 100_000,
        ". , ; " * 20_000,
        "1 2 3 " * 20_000,
        "(((((" * 20_000,
        "Müller, " * 15_000,
        "가나다 " * 30_000,
        "محمد بن عبد الله، كتاب، القاهرة " * 3_000,
        "http://" + "a/" * 50_000,
        "10.1234/" + "x." * 50_000,
        "\x00\u202e" * 50_000,
    ],
    ids=range(10),
)
def test_an_absurd_string_is_answered_at_once(raw):
    parse("Smith, J. (2001). Title. Journal 3, 4-5.")
    started = time.process_time()
    parse(raw)
    assert time.process_time() - started < 0.25  # 0.05 s on a quiet machine; the suite runs beside others


def test_a_bare_address_has_a_url_and_nothing_guessed():
    reference = parse("<https://press.ajou.ac.kr/news/articleView.html?idxno=10120>")
    assert value(reference.url) == "https://press.ajou.ac.kr/news/articleView.html?idxno=10120"
    assert (reference.title, reference.authors, reference.date, reference.container_title) == (None, (), None, None)


@pytest.mark.parametrize(
    ("raw", "kind"),
    [
        ("Korea Tourism Organization. (2019). Annual Tourism Statistics Report.", WorkType.REPORT),
        ("UNWTO. (2021). *Sustainable Tourism in the Asia-Pacific Region*.", WorkType.REPORT),
        ("Moretti, Franco. Distant Reading. London: Verso, 2013.", WorkType.BOOK),
        ("Ventura, D. (1995). On discretization. PhD thesis, Brigham Young University.", WorkType.THESIS),
        ("BGH, Urteil vom 12.3.2010 – VI ZR 12/09, NJW 2010, 1234.", WorkType.LEGAL_CASE),
        ("Interview with Bong Joon-ho, Seoul, 12 March 2019.", WorkType.INTERVIEW),
        ("Korf, R. Macro-operators. In Proceedings of the Ninth Conference, 1985, pp. 3-7.", WorkType.PAPER_CONFERENCE),
        ("Müller, H. (2001): Stadt. In: Meier, K. (Hg.): Räume. Berlin: Suhrkamp, S. 3-9.", WorkType.CHAPTER),
    ],
)
def test_the_kind_of_work_is_told_from_its_fields(raw, kind):
    assert parse(raw).type is kind


def test_the_day_an_address_was_seen_is_no_date_of_publication():
    raw = 'ICOM. "Museum Definition." ICOM, n.d. https://icom.museum/en/museum-definition/ (accessed 14 July 2022).'
    reference = parse(raw)
    assert reference.date is None
    assert value(reference.status) == "n.d."
    assert value(reference.accessed).year == 2022
    assert reference.issue is None
