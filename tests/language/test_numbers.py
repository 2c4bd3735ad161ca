"""Figures of three languages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kjaudit.language.numbers import figures, kanji_number


@pytest.mark.parametrize(
    ("language", "text", "value", "unit"),
    [
        ("en", "It fell by 12.5 percent.", 12.5, "percent"),
        ("en", "10.72 million tourists came.", 10_720_000, "people"),
        ("en", "It cost $3.5 million.", 3_500_000, "USD"),
        ("en", "Two thirds of the men left.", 2 / 3, "share"),
        ("en", "One in five left.", 0.2, "share"),
        ("en", "It was shown six times.", 6, "times"),
        ("en", "The town has 12,450 inhabitants.", 12_450, "people"),
        ("en", "Puffin numbers have fallen by half.", 0.5, "share"),
        ("en", "Prices rose by a third.", 1 / 3, "share"),
        ("en", "Twenty-three percent left.", 23, "percent"),
        ("en", "The average age of drivers is 53.", 53, "age"),
        ("ko", "십만 명이 모였다.", 100_000, "people"),
        ("ko", "이천삼백 명이 모였다.", 2_300, "people"),
        ("ko", "평균 나이는 52세이다.", 52, "age"),
        ("ja", "平均年齢は五十三歳である。", 53, "age"),
        ("ja", "三割が反対した。", 30, "percent"),
        ("ja", "空室率は二七％に達した。", 27, "percent"),
        ("ja", "一八・七%が答えた。", 18.7, "percent"),
        ("ko", "주민의 칠 할이 떠났다.", 70, "percent"),
        ("ko", "수입이 사분의 일로 줄었다.", 0, "share"),
        ("ko", "인구는 5178만 명이다.", 51_780_000, "people"),
        ("ko", "예산은 3조 2000억 원이다.", 3.2e12, "KRW"),
        ("ko", "관객은 1만 2천 명이었다.", 12_000, "people"),
        ("ko", "비율은 45.2%다.", 45.2, "percent"),
        ("ko", "절반이 떠났다.", 0.5, "share"),
        ("ja", "来場者は1万2000人だった。", 12_000, "people"),
        ("ja", "利用者の3割が反対した。", 30, "percent"),
        ("ja", "約六十人が集まった。", 60, "people"),
        ("ja", "半数が去った。", 0.5, "share"),
        ("ja", "予算は３億円である。", 3e8, "JPY"),
    ],
)
def test_a_figure_and_its_unit(language, text, value, unit):
    (found,) = [figure for figure in figures(text, language) if figure.firm]
    assert (pytest.approx(found.value), found.unit) == (value, unit)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "In 1998, on 3 May, he was 25 years old. See Table 3, page 12, section 4 and the 8th chapter."),
        ("en", "It opened at 5 p.m., 25 years ago, in the 1920s."),
        ("ko", "1998년 5월 3일, 스무 살이던 그는 제3조를 읽었다."),
        ("ja", "1998年5月3日、二十歳の彼は第3条を読んだ。"),
    ],
)
def test_dates_ages_and_numbers_of_things_are_no_figures(language, text):
    assert [figure for figure in figures(text, language) if figure.firm] == []


def test_han_numbers():
    assert (kanji_number("十二万三千"), kanji_number("百二十"), kanji_number("二〇一五")) == (123_000, 120, 2015)


@given(st.text(max_size=60), st.sampled_from(["en", "ko", "ja", "fr"]))
def test_figures_lie_in_the_text(text, language):
    assert all(0 <= found.span.start < found.span.end <= len(text) + 6 for found in figures(text, language))
