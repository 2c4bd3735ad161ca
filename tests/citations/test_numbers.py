"""Numbers of a numbered list are found in brackets and raised; exponents and years are not."""

from __future__ import annotations

import pytest

from .builders import entry, linked, resolve

LIST = tuple(
    entry(f"e{n}", f"Author{n}", year=2000 + n, title=f"Title number {n}", label=f"{n}.") for n in range(1, 13)
)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("shown [3, 5-7].", [("3, 5-7", ["e3", "e5", "e6", "e7"])]),
        ("shown [1]–[3].", [("1]–[3", ["e1", "e2", "e3"])]),
        ("shown [12, p. 45; 2].", [("12, p. 45; 2", ["e12", "e2"])]),
        ("shown.⁴,¹² Then⁵⁻⁷ more", [("⁴,¹²", ["e4", "e12"]), ("⁵⁻⁷", ["e5", "e6", "e7"])]),
        ("of leprae ². The", [("²", ["e2"])]),
        ("［3］と〔4〕", [("3", ["e3"]), ("4", ["e4"])]),
    ],
)
def test_groups_and_ranges(text, wanted):
    assert [row[:2] for row in linked(text, LIST)] == wanted


@pytest.mark.parametrize("text", ["10⁵ cells", "5 m² of land", "R² was high", "Ca²⁺ and ¹³C", "in 2014 [sic]"])
def test_exponents_units_and_isotopes_are_no_citations(text):
    assert linked(f"{text}; see.³", LIST)[-1][0] == "³"
    assert len(linked(f"{text}; see.³", LIST)) == 1


def test_a_number_beyond_the_list_is_answered_by_nothing():
    assert linked("as in [3], [4] and [14]", LIST)[2] == ("14", [None], ["none"])


@pytest.mark.parametrize("text", ["in the year [2003]", "the interval [0, 1]", "at [180] degrees"])
def test_years_intervals_and_measures_in_brackets_are_no_citations(text):
    assert [row[0] for row in linked(f"{text}, as in [3] and [4]", LIST)] == ["3", "4"]


def test_a_range_of_hundreds_is_no_citation():
    assert linked("the interval [1-900] and [2]", LIST) == [("2", ["e2"], ["sure"])]


def test_note_marks_are_no_citations():
    _, resolved = resolve("A point.* Another [3] and [4].", LIST, notes=("A comment.",))
    assert [citation.note for citation in resolved.citations] == [None, None]


def test_round_brackets_count_where_half_the_list_is_cited_by_them():
    text = " ".join(f"point ({n});" for n in range(1, 11))
    assert len(linked(text, LIST)) == 10
    assert linked("points (1) and (2)", LIST) == []
