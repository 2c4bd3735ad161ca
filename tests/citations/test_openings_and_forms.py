"""Where works open in notes, forms that the list defines, and what a slip in a short form leads to."""

from __future__ import annotations

import pytest

from .builders import entry, linked

ROCA = entry("e1", "Roca", year=2001, title="Los impresores del norte", raw="Roca, Marta, Los impresores.")
HAAS = entry("e2", "Haas", year=1990, title="Roads and Tolls", raw="Haas, Anna. Roads and Tolls. 1990.")
WEBER = entry("e3", "Weber", year=1974, title="Der Vertrag als Aufgabe", raw="Weber, Karl: Der Vertrag. 1974.")
LISTED = (ROCA, HAAS, WEBER)


def notes(*words, references=LISTED):
    return linked("Text." + "*" * len(words), references, words)


@pytest.mark.parametrize(
    ("words", "quote", "key"),
    [
        (
            "Sobre este asunto sigue siendo útil lo de Marta Roca, Los impresores del norte, Bilbao, Orbe, 2001, p. 4.",
            "Marta Roca, Los impresores del norte, Bilbao, Orbe, 2001, p. 4",
            "e1",
        ),
        (
            "Einen Überblick gibt Karl Weber: Der Vertrag als Aufgabe. Berlin 1974, S. 12.",
            "Karl Weber: Der Vertrag als Aufgabe. Berlin 1974, S. 12",
            "e3",
        ),
        ("So etwa Haas, Roads, 60, who disagrees with this.", "Haas, Roads, 60", "e2"),
    ],
)
def test_a_work_opens_where_a_sentence_names_its_author(words, quote, key):
    assert [(found, keys) for found, keys, _ in notes(words)] == [(quote, [key])]


def test_a_second_work_in_the_next_sentence_is_one_of_its_own():
    found = notes(
        "Haas, Roads and Tolls, 12. A different view is taken in Karl Weber, Der Vertrag als Aufgabe, Berlin 1974, 9."
    )
    assert [keys for _, keys, _ in found] == [["e2"], ["e3"]]


def test_place_publisher_and_year_open_no_work():
    assert notes("Nothing of note, Bilbao, Orbe, 2001, p. 4.") == []


def test_an_editor_after_what_he_did_opens_no_work():
    found = notes("Letters, ed. by Paul Moser and Ida Frey, London, Verso, 1988, p. 4.")
    assert not any(quote.startswith(("Paul", "Ida")) for quote, _, _ in found)


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        ("Berner Kommentar, Bern 1986 (zit. BK-Bearbeiter)", "BK-Kromer, Art. 1 N 101 ff."),
        ("Keller Anna, Auslegung der Verträge, Zürich 2001 (zit. Keller, Auslegung)", "Keller, Auslegung, S. 212."),
        ("Oxford Lives, Oxford 2004 (hereafter OL)", "OL, p. 12."),
    ],
)
def test_an_entry_is_cited_as_it_says(raw, words):
    listed = entry("e9", "Keller" if raw.startswith("Keller") else "", year=2001, title="", raw=raw)
    assert [keys for _, keys, _ in notes(words, references=(*LISTED, listed))] == [["e9"]]


def test_a_siglum_that_an_entry_defines_is_a_citation_in_text_and_notes():
    listed = entry(
        "e9", "Kant", year=1781, title="Kritik", raw="KrV = Kant, Immanuel: Kritik der reinen Vernunft. 1781."
    )
    assert linked("Raum ist eine Form (KrV B 34) der Anschauung, wie KrV A 26/B 42 zeigt.", (*LISTED, listed)) == [
        ("KrV B 34", ["e9"], ["sure"]),
        ("KrV A 26/B 42", ["e9"], ["sure"]),
    ]


@pytest.mark.parametrize(
    ("second", "keys", "certainty"),
    [
        ("Haas (n 1) 12.", ["e2"], ["sure"]),
        ("Haas, ‘Roads’ (n 1) 12.", ["e2"], ["sure"]),
        ("Haas, véase nota 1, p. 12.", ["e2"], ["sure"]),
        ("Haas, Roads (wie Anm. 1), S. 12.", ["e2"], ["sure"]),
        ("Hass (n 1) 12.", ["e2"], ["doubtful"]),
    ],
)
def test_a_pointer_leads_to_the_work_of_its_note(second, keys, certainty):
    found = notes("Anna Haas, Roads and Tolls (London: Hall, 1990), 3.", second)
    assert found[1][1:] == (keys, certainty)


def test_an_honorific_parts_a_name_from_its_short_form():
    ono = entry("e5", "大野一郎", year=1999, title="法の村", raw="大野一郎『法の村』有斐閣、1999年。")
    found = notes("大野一郎『法の村』有斐閣、1999年、10頁。", "大野氏の前掲書、20頁。", references=(ono,))
    assert [keys for _, keys, _ in found] == [["e5"], ["e5"]]


def test_a_year_in_brackets_chooses_between_earlier_works():
    first = entry("e5", "김인철", year=1989, title="마을의 독자", raw="김인철, 「마을의 독자」, 1989.")
    second = entry("e6", "김인철", year=1995, title="도시의 인쇄", raw="김인철, 「도시의 인쇄」, 1995.")
    found = notes(
        "김인철, 「마을의 독자」, 『역사』 12, 1989, 33쪽.",
        "김인철, 「도시의 인쇄」, 『역사』 30, 1995, 12쪽.",
        "김인철, 앞의 글(1989), 40쪽.",
        references=(first, second),
    )
    assert found[2][1:] == (["e5"], ["sure"])


def test_author_and_year_alone_in_notes_are_citations_even_with_a_slip():
    words = ("Haas 1990, 12.", "Roca 2001.", "Weber 1974, 3.", "Haas 1990.", "Webre 1974, 8.", "Weber 1975.")
    found = notes(*words)
    assert [keys for _, keys, _ in found] == [["e2"], ["e1"], ["e3"], ["e2"], ["e3"], ["e3"]]
    assert found[4][2] == found[5][2] == ["doubtful"]


def test_without_a_list_short_titles_are_told_by_the_full_notes():
    found = notes(
        "Jacques Le Roy, La naissance du village, Paris, Gallimard, 1981, p. 78.",
        "Le Roy, La naissance du village, op. cit., p. 153.",
        "Voir Le Roy, La naissance.",
        references=(),
    )
    assert [keys for _, keys, _ in found] == [["e1"], ["e1"], ["e1"]]
