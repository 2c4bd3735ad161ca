"""Author and year are found in every shape they are printed in."""

from __future__ import annotations

import pytest

from .builders import entry, linked, printed

LIST = (
    entry("e1", "Kim", year=2014, title="Legacies of rule"),
    entry("e2", "Kim", year=2016, suffix="a", title="More legacies"),
    entry("e3", "Lee", "Park", "Cho", year=2003, title="Transmission"),
    entry("e4", "Park", year=1999, title="Printing"),
    entry("e5", "황병순", year=1996, title="일인칭 대명사"),
    entry("e6", "田中", year=2014, title="日本政治史"),
    entry("e7", "World Bank", year=2010, title="World development report"),
)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Kim (2014; 2016a) disagrees", ["Kim (2014; 2016a)"]),
        ("Kim's (2014) view", ["Kim's (2014)"]),
        ("(see Lee et al. 2003: 45–7, and cf. Park 1999)", ["Lee et al. 2003: 45–7", "Park 1999"]),
        ("(Kim 2014, as cited in Lee, Park, and Cho 2003)", ["Kim 2014, as cited in Lee, Park, and Cho 2003"]),
        ("(Kim & Lee, 2010, p. 3; Park, 2014a, b)", ["Kim & Lee, 2010, p. 3", "Park, 2014a, b"]),
        ("Smith and Jones (2010: 5) hold", ["Smith and Jones (2010: 5)"]),
        ("(van Dijk 1998; Müller y Pérez 2001)", ["van Dijk 1998; Müller y Pérez 2001"]),
        ("(World Bank, 2010; WHO 2011)", ["World Bank, 2010; WHO 2011"]),
        ("(Anderson [1983] 2006, 6)", ["Anderson [1983] 2006, 6"]),
        ("(Kim n.d.; Lee, forthcoming)", ["Kim n.d.; Lee, forthcoming"]),
        ("(Kim, B. 2024)", ["Kim, B. 2024"]),
        ("[Scott et al., 2007; Zeng et al., 2007]", ["Scott et al., 2007; Zeng et al., 2007"]),
        ("(figure 1D, [Pauli et al., 2014])", ["Pauli et al., 2014"]),
        ("왔다(황병순 1996, 5쪽; 김정남 2003, 261쪽).", ["황병순 1996, 5쪽", "김정남 2003, 261쪽"]),
        ("최진숙(2017, 79쪽)은", ["최진숙(2017, 79쪽)"]),
        ("(박정열 외 2001, 28쪽)", ["박정열 외 2001, 28쪽"]),
        ("김철수와 이영희(2014)는", ["김철수와 이영희(2014)"]),
        ("（田中・鈴木 2014, 12頁）", ["田中・鈴木 2014, 12頁"]),
        ("田中（2014）は述べる", ["田中（2014）"]),
        ("（田中 1998；鈴木，2003）", ["田中 1998；鈴木，2003"]),
    ],
)
def test_a_citation_is_found_as_printed(text, wanted):
    assert printed(text, LIST) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "in 1965 there was a treaty",
        "1965년에 국교가 정상화되었다",
        "King Sejong (1397-1450) had a press",
        "(March 2014)",
        "(since 1998)",
        "about 1990s music and 2014.5 points",
        "see https://example.org/2014/05/x for it",
    ],
)
def test_a_year_in_prose_is_no_citation(text):
    assert printed(text, LIST) == []


def test_a_film_and_its_year_count_only_if_an_entry_answers():
    assert printed("the film Vertigo (1958) is old", LIST) == ["<Vertigo (1958)>"]
    assert linked("The film Vertigo (1958) is old. (Kim 2014) (Park 1999)", LIST)[0][0] == "Kim 2014"


def test_names_before_a_bracket_are_told_from_the_sentence_by_the_list():
    assert printed("In Seoul, Lee, Park, and Cho (2003) met", LIST) == ["Lee, Park, and Cho (2003)"]


def test_the_source_actually_seen_is_known():
    text = "As shown (Kim 2014, as cited in Park 1999). Also (Park 1999)."
    from .builders import resolve

    _, resolved = resolve(text, LIST)
    assert resolved.citations[0].secondary == 1
    assert [link.reference for link in resolved.links] == ["e1", "e4", "e4"]


def test_a_locator_is_kept_and_a_year_is_none():
    from .builders import resolve

    _, resolved = resolve("(Kim 2014, pp. 3-5; Park 1999, 2001) and Lee et al. (2003: 45–7)", LIST)
    assert [(work.year, work.locator) for each in resolved.citations for work in each.works] == [
        (2014, "pp. 3-5"),
        (1999, ""),
        (2001, ""),
        (2003, "45–7"),
    ]


SHAPES = (
    *LIST,
    entry("e8", "de la Cruz", year=2011, title="Sobre el agua"),
    entry("e9", "Silva", "Souza", year=2010, title="Acervos"),
    entry("e10", "van Eck", "Bol", "de Wit", year=2018, title="Canals"),
    entry("e11", "Moor", "De Backer", "Olsen", "Ray", year=2014, title="Habits"),
    entry("e12", "Fisher", year=1982, title="Towns", raw="Fisher. 1982. Towns. (訳 2002)"),
)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("(Bureau of Fisheries [BOF], 2019)", ["Bureau of Fisheries [BOF], 2019"]),
        ("(Jung, M.-S., & Abe, 2021)", ["Jung, M.-S., & Abe, 2021"]),
        ("これはMoor, De Backer, Olsen, & Ray（2014）の", ["Moor, De Backer, Olsen, & Ray（2014）"]),
        ("(SILVA; SOUZA, 2010, p. 23)", ["SILVA; SOUZA, 2010, p. 23"]),
        ("(Silva; Souza, 2010; Kim, 2014)", ["Silva; Souza, 2010; Kim, 2014"]),
        ("(Park 1999; Kim 2014)", ["Park 1999; Kim 2014"]),
        ("(USA; Kim, 2014)", ["Kim, 2014"]),
        ("이를 Adler와 Stone(2007: 40)이 다룬다", ["Adler와 Stone(2007: 40)"]),
        ("the view of O Sejŏn (1989) that", ["<O Sejŏn (1989)>"]),
        ("Fisher（1982=2002: 15）の議論", ["Fisher（1982=2002: 15）"]),
        ("as Brecht ([1930] 1992) would", ["Brecht ([1930] 1992)"]),
        ("Park has called this a trade (1999: 504)", ["<1999: 504>"]),
        ("see van Eck, Bol and de Wit, 2018 on", ["<van Eck, Bol and de Wit, 2018>"]),
        ("según de la Cruz (2011)", ["de la Cruz (2011)"]),
        ("山下 2009によれば", ["山下 2009"]),
        ("(김철수, 1990; 황병순, 1996에서 재인용)", ["김철수, 1990; 황병순, 1996"]),
    ],
)
def test_names_of_every_country_are_taken_whole(text, wanted):
    assert printed(text, SHAPES) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "(Apfel 1986, as cited in Park 1999)",
        "(APFEL, 1986 apud PARK, 1999, p. 3)",
        "(김철수, 1990; 황병순, 1996에서 재인용)",
        "（鈴木 1980、田中 2014より引用）",
    ],
)
def test_a_source_that_was_not_seen_is_marked(text):
    from .builders import resolve

    _, resolved = resolve(f"One ({text[1:-1]}). (Kim 2014) (Park 1999)", LIST)
    assert [work.unseen for work in resolved.citations[0].works] == [True, False]
