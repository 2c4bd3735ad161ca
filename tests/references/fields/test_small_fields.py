"""Volume, issue, pages, dates, identifiers, titles, imprints."""

from __future__ import annotations

import pytest

from kjaudit.model import PartialDate
from kjaudit.references.fields import access, dates, imprint, locators, titles
from kjaudit.references.fields.identifiers import identifiers


def value(field):
    return field.value if field else None


@pytest.mark.parametrize(
    ("text", "volume", "issue"),
    [
        ("23(4),", "23", "4"),
        ("vol. 51, no. 10,", "51", "10"),
        ("13.2", "13", "2"),
        ("제25권 제2호", "25", "2"),
        ("第12巻第3号", "12", "3"),
        ("28, 3", "28", "3"),
        ("460, 112", "460", None),
        ("Bd. 12", "12", None),
        ("2 vols.", None, None),
        ("no. 134", None, "134"),
        ("vol. VI", "VI", None),
        ("14(Suppl. 1)", "14", "Suppl. 1"),
        ("79-3,", "79", "3"),
    ],
)
def test_a_stretch_of_locators_gives_volume_and_issue(text, volume, issue):
    found = locators.volume(text, 0, len(text), 1.0)
    assert (value(found.volume), value(found.issue)) == (volume, issue)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("pp. 89–104.", "89-104"),
        ("S. 36 ff.", "36 ff."),
        ("143 f.", "143 f."),
        ("218 p.", "218 p."),
        ("e123", "e123"),
        ("pp. xii-xxiv", "xii-xxiv"),
        ("131~154쪽", "131-154"),
        ("33 - 69 , 305 - 45", "33-69, 305-45"),
        ("pp1384 - 440", "1384-440"),
        ("chap. 5, pp. 195–239.", "195-239"),
        ("S. 195–219 und 259–278.", "195-219, 259-278"),
        ("S. 73, 81", "73"),
        ("S. 431–475, 469.", "431-475"),
        ("pp. A1, A8", "A1, A8"),
        ("p. 33ff.", "33 ff."),
        ("xii, 602", "602 p."),
        ("nothing", None),
    ],
)
def test_pages_are_printed_as_csl_prints_them(text, expected):
    assert value(locators.pages(text, 0, len(text), 1.0)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("(2014a).", PartialDate(year=2014, suffix="a")),
        ("28 April 2014.", PartialDate(year=2014, month=4, day=28)),
        ("October 1966", PartialDate(year=1966, month=10)),
        ("1998-2003", PartialDate(year=1998, end_year=2003)),
        ("1998-99", PartialDate(year=1998, end_year=1999)),
        ("c. 1910", PartialDate(year=1910, circa=True)),
        ("2019년 5월 3일", PartialDate(year=2019, month=5, day=3)),
        ("12. März 2001", PartialDate(year=2001, month=3, day=12)),
        ("no year", None),
    ],
)
def test_dates_hold_what_is_printed(text, expected):
    assert value(dates.date(text, 0, len(text), 1.0)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("URL: https://a.org/x (Zugriff am 3.4.2014)", PartialDate(year=2014, month=4, day=3)),
        ("https://a.org, accessed 26 October 2006.", PartialDate(year=2006, month=10, day=26)),
        ("https://a.org (accessed 03/04/2014)", PartialDate(year=2014)),
        ("https://a.org 2014", None),
    ],
)
def test_the_day_of_access_is_read_and_not_guessed(text, expected):
    assert value(access.accessed(text)) == expected


def test_a_date_of_the_first_edition_stands_beside():
    assert value(dates.original("1990 [1867]", 0, 11, 1.0)) == PartialDate(year=1867)


def test_identifiers_are_found_by_their_syntax():
    found = identifiers(
        "doi:10.1016/S0140-6736(97)11096-0. PMID: 9652634, ISBN 978-3-16-148410-0, ISSN 0003-9926, "
        "arXiv:1107.1553 [hep-lat]"
    )
    assert value(found.doi) == "10.1016/S0140-6736(97)11096-0"
    assert value(found.pmid) == "9652634"
    assert value(found.isbn) == "978-3-16-148410-0"
    assert value(found.issn) == "0003-9926"
    assert value(found.arxiv) == "1107.1553"


def test_an_address_that_only_resolves_the_doi_is_no_url():
    found = identifiers("https://doi.org/10.1000/182.")
    assert (value(found.doi), found.url) == ("10.1000/182", None)


def test_an_address_loses_the_marks_of_the_sentence():
    found = identifiers("(https://en.wikipedia.org/wiki/Foo_(bar)).")
    assert value(found.url) == "https://en.wikipedia.org/wiki/Foo_(bar)"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“Ruth.”", "Ruth"),
        ("»Pomen slovenskih«.", "Pomen slovenskih"),
        ("*K-Pop and Culture*.", "K-Pop and Culture"),
        ("The ‘other’ in us,", "The ‘other’ in us"),
        ("Deriving annotations (summary).", "Deriving annotations (summary)"),
        ("Was ist das?", "Was ist das?"),
        ("in Evolution of Galaxies,", "Evolution of Galaxies"),
        ("La realtà e l’immaginario di un colore sim- bolico", "La realtà e l’immaginario di un colore simbolico"),
        ("Communi-\ncation in pre- and post-war Korea", "Communication in pre- and post-war Korea"),
        ("'Tis Pity She's a Whore", "'Tis Pity She's a Whore"),
    ],
)
def test_titles_lose_their_quotes_and_keep_their_own_marks(text, expected):
    assert value(titles.title(text, 0, len(text), 1.0)) == expected


def test_a_container_loses_its_in():
    assert value(titles.container("In: Governance in einer Welt.", 0, 29, 1.0)) == "Governance in einer Welt"


@pytest.mark.parametrize(
    ("text", "expected"), [("(2nd edn),", "2nd"), ("3. Aufl.", "3"), ("Rev. ed.", "Rev"), ("édition revue", "revue")]
)
def test_an_edition_loses_the_word(text, expected):
    assert value(imprint.edition(text, 0, len(text), 1.0)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("coll. « Essais »,", "Essais"),
        ("(= Neue Hefte, Bd. 3),", "Neue Hefte, Bd. 3"),
        ("Salt Studies Series 4.", "Salt Studies Series 4"),
    ],
)
def test_a_series_keeps_its_number_and_loses_its_marks(text, expected):
    assert value(titles.series(text, 0, len(text), 1.0)) == expected


def test_a_database_is_no_publisher():
    assert imprint.publisher("JSTOR,", 0, 6, 1.0) is None
