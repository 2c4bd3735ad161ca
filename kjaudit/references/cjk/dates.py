"""
Dates as Korean, Japanese and Chinese references print them.

Eras count from the year before their first: 令和 2018, 平成 1988, 昭和 1925, 大正 1911, 明治 1867 (Japanese era law and
Cabinet notices); the Korean 단기 runs 2,333 years ahead (in civil use until 1961).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kjaudit.model import PartialDate

ERAS = {
    "令和": 2018,
    "平成": 1988,
    "昭和": 1925,
    "大正": 1911,
    "明治": 1867,
    "레이와": 2018,
    "헤이세이": 1988,
    "쇼와": 1925,
}
_DIGITS = {digit: value for value, digit in enumerate("〇一二三四五六七八九")} | {"零": 0, "○": 0}
_UNITS = {"十": 10, "百": 100, "千": 1000}
_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan january",
            "feb february",
            "mar march",
            "apr april",
            "may",
            "jun june",
            "jul july",
            "aug august",
            "sep sept september",
            "oct october",
            "nov november",
            "dec december",
        ),
        start=1,
    )
    for name in names.split()
}

KANJI_NUMBER = "[〇零一二三四五六七八九十百千]"
_YEAR = r"(?:1[4-9]|20)\d\d"
_MONTH_NAME = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
_NUMBER = rf"(?:\d{{1,2}}|{KANJI_NUMBER}{{1,4}})"
_SEASON = r"(?:\s*(?:봄|여름|가을|겨울|春|夏|秋|冬)(?:\s*호|\s*号|季号?)?)?"
_MONTH_DAY = rf"(?:\s*({_NUMBER})\s*[월月](?:\s*({_NUMBER})\s*[일日]자?)?(?:\s*[호号號])?)?"

_ERA = re.compile(
    rf"(?:({_YEAR})\s*年?\s*[(]?\s*)?({'|'.join(ERAS)})\s*(元|{_NUMBER})\s*(?:년|年)?\s*(?:[)]\s*(?:年|년)?)?"
    rf"(?:[(]\s*({_YEAR})\s*年?[)])?\s*(?:年|년)?{_MONTH_DAY}"
)
_ERA_SHORT = re.compile(
    rf"(?<![\u3041-\u9fff])(明|大|昭|平|令)(?:治|正|和|成)?\s?(\d{{1,2}}|{KANJI_NUMBER}{{1,3}})[·.](\d{{1,2}}|{KANJI_NUMBER}{{1,3}})"
    rf"(?:[·.](\d{{1,2}}|{KANJI_NUMBER}{{1,3}}))?(?![\w\-])"
)
_ERA_OF_SIGN = {era[0]: first for era, first in ERAS.items()}
_ERA_YEAR = re.compile(r"(?<![\u3041-\u9fff])(明|大|昭|平|令)(\d{1,2})(?=[年)）。、,.]|\s*$)(?!\.\d)")
_AND_REIGN = re.compile(
    rf"(?<![\w.\-])({_YEAR})\s?[年년]?\s?\([가-힣\u4e00-\u9fff]{{2,4}}\s?(?:元|\d{{1,2}}|{KANJI_NUMBER}{{1,3}})\s?[년年]\)"
)
"""A year and, in brackets, its number in the reign of a ruler."""
_YEARS = re.compile(rf"(?<![\w\-])({_YEAR})\s?[년年]?\s?-\s?({_YEAR})\s?[년年](?![대代])")
_REPRINT = re.compile(rf"(?<![\w\-])(?:\[({_YEAR})\]\s?|({_YEAR})\s?[/=]\s?)({_YEAR})(?![\w\-])")
_DANGI = re.compile(r"(?:단기|檀紀)\s*(4[0-3]\d\d)\s*[년年]?")
_WITH_YEAR_WORD = re.compile(
    rf"(?<![A-Za-z0-9])({_YEAR})([a-z])?\s*[(]?(?:년도?|年度?)(?:판|版|刊)?(?![대代을를의은는이에과와]|\s?(?:동안|이후|이전|사이))[)]?{_MONTH_DAY}(?:[(][월화수목금토일月火水木金土日][)])?{_SEASON}"
)
_KANJI_YEAR = re.compile(rf"(?<!{KANJI_NUMBER})([一二][〇零○一二三四五六七八九]{{3}})\s*年(?!代){_MONTH_DAY}{_SEASON}")
_DOTTED = re.compile(
    rf"(?<![\w.\-])({_YEAR})\s?[./\-]\s?(\d{{1,2}})\s?[./\-]\s?(\d{{1,2}})(?:\.?\s?-\s?(?:(?:{_YEAR}\.\s?)?\d{{1,2}}\.\s?)?\d{{1,2}})?(?![\w(\-]|\.\d)\.?"
)
_YEAR_MONTH = re.compile(rf"(?<![\w.\-])({_YEAR})[./·](0?[1-9]|1[0-2])(?![\d(\-]|\.\d)(?:\.(?=\s|$))?(?:\s*[호号])?")
_YEAR_THEN_DAY = re.compile(rf"(?<![\w.\-])({_YEAR})년?\s?,\s?(\d{{1,2}})\s?[월月]\s?(\d{{1,2}})\s?[일日]자?")
_YEAR_STOP_MONTH = re.compile(rf"(?<![\w.\-])({_YEAR})\.\s(0?[1-9]|1[0-2])\.?(?=\s*[)]|\s*$|\s*,\s*(?!\d))")
_NAMED_MONTH = re.compile(
    rf"(?<![\w])(?:({_MONTH_NAME})|(\d{{1,2}})\s*[월月])(?:\s*(\d{{1,2}})(?:st|nd|rd|th)?(?=[,\s]))?\s*[,.]?\s*({_YEAR})(?![A-Za-z0-9\-])[년年]?"
)
_YEAR_NAMED_MONTH = re.compile(rf"(?<![\w\-])({_YEAR})\s*[,.]?\s*({_MONTH_NAME})(?:\s*(\d{{1,2}})(?!\d))?(?![A-Za-z])")
_PLAIN = re.compile(
    rf"(?<![A-Za-z0-9\-/])(?<![A-Za-z0-9]\.)({_YEAR})([a-z])?(?![A-Za-z0-9\-/]|년대|年代|세기){_SEASON}(?:\s*월호)?"
)


_FORMS = (
    (_NAMED_MONTH, 4, (1, 2), 3),
    (_WITH_YEAR_WORD, 1, (3,), 4),
    (_KANJI_YEAR, 1, (2,), 3),
    (_DOTTED, 1, (2,), 3),
    (_YEAR_MONTH, 1, (2,), 0),
    (_YEAR_STOP_MONTH, 1, (2,), 0),
    (_YEAR_THEN_DAY, 1, (2,), 3),
    (_YEAR_NAMED_MONTH, 1, (2,), 3),
)
"""Forms with a year in figures, surer ones first, and the groups of year, month (the first that is there) and day."""


@dataclass(frozen=True, slots=True)
class DateHit:
    """A date and where it stands; `plain`: a bare year, which could be a number of another kind."""

    start: int
    end: int
    value: PartialDate
    plain: bool = False
    first_edition: int = 0


def number_of(text: str) -> int:
    """Return the value of Arabic or kanji digits ("12", "一二", "十二", "百三"); 元 is 1."""
    if text == "元":
        return 1
    if text.isascii():
        return int(text)
    total = 0
    if not any(char in _UNITS for char in text):
        for char in text:
            total = total * 10 + _digit(char)
        return total
    digit = 0
    for char in text:
        if char in _UNITS:
            total += (digit or 1) * _UNITS[char]
            digit = 0
        else:
            digit = _digit(char)
    return total + digit


def arabic(text: str) -> str:
    """Return `text` with runs of kanji digits as Arabic numbers ("四四" -> "44", "十二" -> "12")."""
    return _KANJI_RUN.sub(lambda found: str(number_of(found.group())), text)


_KANJI_RUN = re.compile(f"{KANJI_NUMBER}+")


def find_dates(text: str) -> Iterator[DateHit]:
    """
    Yield the dates of `text` (dashes folded to "-"), surer kinds first; hits of different kinds may overlap.

    Era years are Gregorian in the answer; months and days that cannot be are left out.
    """
    yield from _era_dates(text)
    for found in _YEARS.finditer(text):
        value = PartialDate(year=int(found.group(1)), end_year=int(found.group(2)))
        yield DateHit(found.start(), found.end(), value)
    for found in _REPRINT.finditer(text):
        value = PartialDate(year=int(found.group(3)))
        first = int(found.group(1) or found.group(2))
        yield DateHit(found.start(), found.end(), value, first_edition=first)
    for pattern, year, month, day in _FORMS:
        for found in pattern.finditer(text):
            suffix = (found.group(2) or "") if pattern is _WITH_YEAR_WORD else ""
            yield _hit(found, number_of(found.group(year)), *_groups(found, month, day), suffix=suffix)
    for found in _PLAIN.finditer(text):
        yield DateHit(
            found.start(1), found.end(), PartialDate(year=int(found.group(1)), suffix=found.group(2) or ""), True
        )


def _era_dates(text: str) -> Iterator[DateHit]:
    """Yield the dates that count from the first year of an era or reign."""
    for found in _ERA.finditer(text):
        printed = found.group(1) or found.group(4)
        year = int(printed) if printed else ERAS[found.group(2)] + number_of(found.group(3))
        yield _hit(found, year, found.group(5), found.group(6))
    for found in _ERA_SHORT.finditer(text):
        yield _hit(found, _ERA_OF_SIGN[found.group(1)] + number_of(found.group(2)), found.group(3), found.group(4))
    for found in _ERA_YEAR.finditer(text):
        yield _hit(found, _ERA_OF_SIGN[found.group(1)] + number_of(found.group(2)))
    for found in _AND_REIGN.finditer(text):
        yield _hit(found, int(found.group(1)))
    for found in _DANGI.finditer(text):
        yield _hit(found, int(found.group(1)) - 2333)


def _hit(
    found: re.Match[str], year: int, month: str | None = None, day: str | None = None, *, suffix: str = ""
) -> DateHit:
    words = found.group()
    end = found.start() + len(words.rstrip())
    return DateHit(found.start(), end, _date(year, month, day, suffix))


def _groups(found: re.Match[str], months: tuple[int, ...], day: int) -> tuple[str | None, str | None]:
    month = next((found.group(group) for group in months if found.group(group)), None)
    return month, found.group(day) if day else None


def _date(year: int, month: str | None, day: str | None, suffix: str) -> PartialDate:
    number = _month(month) if month else 0
    if not 1 <= number <= 12:
        return PartialDate(year=year, suffix=suffix)
    which = number_of(day) if day else 0
    return PartialDate(year=year, month=number, day=which if 1 <= which <= 31 else None, suffix=suffix)


def _month(text: str) -> int:
    name = text.rstrip(".").lower()
    return (
        _MONTHS[name] if name in _MONTHS else number_of(text) if not text[0].isalpha() or text[0] in _KANJI_SET else 0
    )


def _digit(char: str) -> int:
    return _DIGITS[char]


_KANJI_SET = frozenset("〇零一二三四五六七八九十百千")
