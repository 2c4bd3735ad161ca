"""Differences that a person can read."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kjaudit.matching import Op, Run, as_text, diff


def test_a_misspelt_word_shows_its_letters():
    assert as_text(diff("Moisiu, A.", "Moisio, A.")) == "Moisi[-u-]{+o+}, A."


def test_another_word_is_shown_whole():
    assert as_text(diff("Leprosy Review 74", "Leprosy Journal 74")) == "Leprosy [-Review-]{+Journal+} 74"


def test_case_width_dashes_and_spaces_are_no_difference():
    assert diff("Kim — 2014: ＩＩＩＦ", "KIM - 2014: IIIF") == (Run(Op.SAME, "Kim — 2014: ＩＩＩＦ"),)


def test_what_only_one_side_has():
    assert as_text(diff("『상허학보』 66", "『상허학보』 66, 상허학회")) == "『상허학보』 66{+, 상허학회+}"
    assert diff("", "a") == (Run(Op.NEW, "a"),)
    assert diff("", "") == ()


@given(st.text(max_size=60), st.text(max_size=60))
def test_same_and_gone_are_the_first_string(a, b):
    assert "".join(run.text for run in diff(a, b) if run.op is not Op.NEW) == a
