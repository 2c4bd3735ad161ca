"""Dates of publication: years with letters, months, days, ranges, "c.", "n.d.", eras."""

from __future__ import annotations

import re

from kjaudit.model import Field, PartialDate, Span

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan january januar jänner janvier gennaio enero janeiro",
            "feb february februar février febbraio febrero fevereiro fév",
            "mar march märz mars marzo março mär",
            "apr april avril aprile abril avr",
            "may mai maggio mayo maio",
            "jun june juni juin giugno junio junho",
            "jul july juli juillet luglio julio julho juil",
            "aug august août agosto",
            "sep sept september septembre settembre septiembre setembro",
            "oct okt october oktober octobre ottobre octubre outubro",
            "nov november novembre noviembre novembro",
            "dec dez december dezember décembre dicembre diciembre dezembro déc",
        ),
        start=1,
    )
    for name in names.split()
}
_YEAR = re.compile(r"(?<!\d)(1[4-9]\d\d|20\d\d)(?:\s?([a-z])(?![a-zA-Z]))?(?!\d)")
_RANGE = re.compile(r"\s?[-–/]\s?(1[4-9]\d\d|20\d\d|\d\d)(?!\d)")
_WORD = re.compile(r"[^\W\d_]+")
_DAY = re.compile(r"(?<!\d)([0-3]?\d)(?!\d)")
_CIRCA = re.compile(r"\b(?:c|ca|circa|um|env)\b\.?\s*\[?\(?\s*$|\?")
_ASIAN = re.compile(r"(1[4-9]\d\d|20\d\d)\s?[년年.]\s?(\d{1,2})\s?[월月.]\s?(?:(\d{1,2})\s?[일日.]?)?")
STATUS = re.compile(
    r"\b(?:n\.\s?d\.|no date|o\.\s?J\.|i\.\s?E\.(?=[\s,;:)]|$)"
    r"|s\.\s?[ad]\.|s\.\s?f\.|forthcoming|in press|im Druck|im Erscheinen|erscheint"
    r"|à paraître|sous presse|in corso di stampa|en prensa|no prelo|to appear|submitted|in preparation|accepted)(?!\w)"
    r"|근간|미간행",
    re.IGNORECASE,
)


def date(raw: str, start: int, end: int, confidence: float) -> Field[PartialDate] | None:
    """Read a date from `raw[start:end]`; `None` where it has no year."""
    text = raw[start:end]
    asian = _ASIAN.search(text)
    if asian and 1 <= int(asian[2]) <= 12:
        day = int(asian[3]) if asian[3] and 1 <= int(asian[3]) <= 31 else None
        value = PartialDate(year=int(asian[1]), month=int(asian[2]), day=day)
        return _field(raw, start + asian.start(), start + asian.end(), confidence, value)
    match = _YEAR.search(text)
    if not match:
        return None
    year = int(match[1])
    end_at = match.end()
    span = _RANGE.match(text, end_at) if not match[2] else None
    last: int | None = None
    if span:
        other = int(span[1]) if len(span[1]) == 4 else year - year % 100 + int(span[1])
        if year < other < year + 100 and not (len(span[1]) == 2 and int(span[1]) <= 12 and other - year > 12):
            last, end_at = other, span.end()
    month, day, first, end_at = _month_and_day(text, match.start(), end_at)
    circa = bool(_CIRCA.search(text[: match.start()])) or text[match.end() : match.end() + 1] == "?"
    value = PartialDate(year=year, month=month, day=day, suffix=match[2] or "", circa=circa, end_year=last)
    return _field(raw, start + first, start + end_at, confidence, value)


_ORIGINAL = re.compile(
    r"\[\s*(?:orig\.?\s*|1st ed\.?\s*|zuerst\s*)?(1[4-9]\d\d|20\d\d)\s*\]|(1[4-9]\d\d|20\d\d)\s*/\s*(?=(?:19|20)\d\d)"
)


def original(raw: str, start: int, end: int, confidence: float) -> Field[PartialDate] | None:
    """Read the year of the first edition from a date such as "1990 [1867]" or "1867/1990"."""
    match = _ORIGINAL.search(raw, start, end)
    if not match:
        return None
    group = 1 if match[1] else 2
    return _field(raw, *match.span(group), confidence, PartialDate(year=int(match[group])))


def status(raw: str) -> Field[str] | None:
    """Find what stands for a date that is not there: "n.d.", "forthcoming", "im Druck"."""
    match = STATUS.search(raw)
    if not match:
        return None
    return Field(value=match.group(), span=Span(*match.span()), raw=match.group(), confidence=0.9)


def _month_and_day(text: str, year_at: int, end_at: int) -> tuple[int | None, int | None, int, int]:
    month: int | None = None
    first = year_at
    place = (0, 0)
    for match in _WORD.finditer(text):
        number = _MONTHS.get(match.group().casefold())
        if number:
            month, place = number, match.span()
            break
    if month is None:
        return None, None, first, end_at
    first, end_at = min(first, place[0]), max(end_at, place[1])
    day: int | None = None
    for match in _DAY.finditer(text):
        near = 0 <= match.start() - place[1] <= 3 or 0 <= place[0] - match.end() <= 5
        if near and 1 <= int(match[1]) <= 31:
            day = int(match[1])
            first, end_at = min(first, match.start()), max(end_at, match.end())
            break
    return month, day, first, end_at


def _field(raw: str, start: int, end: int, confidence: float, value: PartialDate) -> Field[PartialDate]:
    return Field(value=value, span=Span(start, end), raw=raw[start:end], confidence=confidence)
