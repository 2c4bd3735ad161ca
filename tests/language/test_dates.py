"""Years, dates and words of time."""

from __future__ import annotations

import pytest

from kjaudit.language.dates import bare_days, full_dates, relative_times, years


def test_years_and_eras():
    found = years("From 1998 to 2015, 令和5年, 昭和20年, 二〇一五年, but 2000 people and 5178 won and 2000억 원.")
    assert [year for year, _ in found] == [1998, 2015, 2023, 1945, 2015]


def test_full_dates_of_three_languages():
    found = full_dates("on 3 May 2019; May 4, 2020; 2021년 5월 6일; 2022年7月8日; 2023-09-10")
    assert [(d.value.year, d.value.month, d.value.day) for d in found] == [
        (2019, 5, 3), (2020, 5, 4), (2021, 5, 6), (2022, 7, 8), (2023, 9, 10),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("en", "In recent years it fell. Last year it rose.", ["In recent years", "Last year"]),
        ("en", "It stood just 25 years ago.", ["just 25 years ago"]),
        ("en", "The last year of the war was cold, and so was the following spring.", []),
        ("en", "Recently, in 2019, it fell.", []),
        ("ko", "최근 공장이 팔렸다. 지난해 문을 닫았고 3년 전에 지었다.", ["최근", "지난해", "3년 전"]),
        ("ko", "그해 가을 사람들이 떠났다.", []),
        ("ko", "2022년 전체 가구와 2019년 전국 평균은 다르다. 3년 전부터 달라졌다.", ["3년 전"]),
        ("ja", "近年、人口は減った。昨年は数年前より暑い。", ["近年", "昨年", "数年前"]),
        ("ja", "1990年前後のことである。", []),
    ],
)  # fmt: skip
def test_words_that_hang_on_the_day_of_writing(language, text, words):
    assert [word.span.of(text) for word in relative_times(text, language)] == words


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("en", "On Aug. 7 and the Lunar New Year they met, and on 3 May 2019.", ["Aug. 7", "the Lunar New Year"]),
        ("en", "The fair is held every year on May 1.", []),
        ("ko", "8월 7일 모였다. 2019년 5월 3일 떠났다.", ["8월 7일"]),
        ("ja", "8月7日に集まり、六月十一日に去った。2019年5月3日のこと。", ["8月7日", "六月十一日"]),
    ],
)
def test_days_without_their_year(language, text, words):
    assert [span.of(text) for span in bare_days(text, language)] == words


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("가게는 추석에 문을 닫았다.", ["추석"]),
        ("단오에는 마을마다 그네를 매었다.", []),
        ("지난 추석 대회 결승은 9월 12일에 열렸다.", ["9월 12일"]),
        ("설날과 추석이면 온 집안이 모인다.", []),
    ],
)
def test_a_feast_that_comes_round_wants_no_year(text, days):
    assert [span.of(text) for span in bare_days(text, "ko")] == days
