"""Ways of citing that are read whole: short titles after a name, forms that a list announces, chapters in volumes."""

from __future__ import annotations

import pytest

from .builders import entry, linked, printed

LIST = (
    entry(
        "e1", "Weber", year=1990, title="Der Landmann als Leser", raw="Weber, Karl: Der Landmann als Leser. Bonn 1990"
    ),
    entry(
        "e2", "Haas", year=1995, title="Strafrecht Allgemeiner Teil", raw="Haas, A.: Strafrecht Allgemeiner Teil, 1995"
    ),
    entry("e3", title="Wiener Kommentar", year=2011, raw="Wiener Kommentar, Wien 2011 (zit.: WiKo/Bearbeiter)"),
    entry(
        "e4", "Haas", year=1995, title="Strafrecht Besonderer Teil", raw="Haas, A.: Strafrecht Besonderer Teil, 1995"
    ),
    entry("e5", "Falk", year=1993, title="Verlust der Wege", raw="Falk, Ute: Verlust der Wege. Ulm 1993"),
)


@pytest.mark.parametrize(
    ("pointer", "key"),
    [
        ("Weber: Landmann als Leser (wie Anm. 1), S. 9", "e1"),
        ("Weber, Landmann als Leser (wie Anm. 1), S. 9", "e1"),
        ("Falk: Verlust (wie Anm. 2), S. 9", "e5"),
    ],
)
@pytest.mark.parametrize("before", ["", "So die These bei "])
def test_author_and_short_title_before_a_pointer_are_one(before, pointer, key):
    notes = [
        "Karl Weber: Der Landmann als Leser. Bonn 1990.",
        "Ute Falk: Verlust der Wege. Ulm 1993.",
        before + pointer,
    ]
    assert linked("One.* Two.* Three.*", LIST, notes)[2] == (pointer, [key], ["sure"])


def test_an_author_after_another_and_a_colon_is_no_title():
    notes = ["Karl Weber: Der Landmann als Leser. Bonn 1990.", "Anders als Falk: Weber (wie Anm. 1), S. 9."]
    rows = linked("One.* Two.*", LIST, notes)
    assert rows[1][1] == ["e1"]


@pytest.mark.parametrize(("capitals", "key"), [("AT", "e2"), ("BT", "e4")])
def test_capitals_stand_for_the_words_of_a_title(capitals, key):
    rows = linked("One.*", LIST, [f"Haas, Strafrecht {capitals}, 3. Aufl. 1995, § 12 Rn. 4."])
    assert [row[1] for row in rows] == [[key]]


def test_a_commentary_is_cited_as_its_entry_says():
    rows = linked("One.*", LIST, ["WiKo/Ostermann, 8. Aufl. 2011, § 43 Rn. 7."])
    assert [row[1] for row in rows] == [["e3"]]


@pytest.mark.parametrize(
    "note",
    [
        "田中一郎「町の形成」山本次郎編『町の研究』（青山書房、1978年）91頁",
        "김철수, 「길의 형성」, 박영희 편, 『길의 연구』, 청산, 1978, 91쪽",
    ],
)
def test_a_chapter_and_its_volume_are_one_work(note):
    rows = linked("One.*", (), [note])
    assert [row[0] for row in rows] == [note]


@pytest.mark.parametrize("clause", ["따로 살폈고", "중요하다고 보았지만", "길을 다루면서", "길을 찾는데"])
def test_a_clause_before_a_comma_is_no_author(clause):
    assert printed(f"이 문제를 {clause}, 박영희(2015)는 다르게 보았다.") == ["박영희(2015)"]


def test_two_authors_before_a_year_stay_two():
    assert printed("김철수, 박영희(2015)는 다르게 보았다.") == ["김철수, 박영희(2015)"]
