"""The date under a text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kjaudit.model import PartialDate, Span
from kjaudit.structure.closing_date import closing_date


def read(words):
    text = f"The end.\n\n{words}"
    return closing_date(text, Span(10, len(text)))


@pytest.mark.parametrize(
    ("words", "date"),
    [
        ("（二〇二二年二月）", PartialDate(year=2022, month=2)),
        ("二〇一九年十一月三十日記", PartialDate(year=2019, month=11, day=30)),
        ("(2021년 3월)", PartialDate(year=2021, month=3)),
        ("2023년 5월 20일 씀", PartialDate(year=2023, month=5, day=20)),
        ("２０１８年４月", PartialDate(year=2018, month=4)),
        ("Lisbon, May 2019", PartialDate(year=2019, month=5)),
        ("3 February 2020", PartialDate(year=2020, month=2, day=3)),
    ],
)
def test_a_line_that_holds_only_a_date(words, date):
    found = read(words)
    assert found is not None
    assert found.value == date
    assert found.raw == words


@pytest.mark.parametrize(
    "words", ["In May 2019 the gate closed.", "2022년 2월에 문을 닫았다.", "一九九八年十三月", "", "二月", "2022"]
)
def test_a_sentence_with_a_date_is_none(words):
    assert read(words) is None


@given(st.text(max_size=60))
def test_odd_text_is_read_or_left(words):
    read(words)
