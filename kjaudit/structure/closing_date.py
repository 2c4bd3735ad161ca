"""The date under a text: "(2022년 2월)", 二〇二二年二月記, "Lisbon, May 2019"."""

from __future__ import annotations

import re

from kjaudit.language.han import western_digits
from kjaudit.language.numbers import kanji_number
from kjaudit.model import Field, PartialDate, Span

_EAST_ASIAN = re.compile(
    r"[（(［\[]?\s?(?P<year>(?:1[89]|20)\d\d|[１２][０-９]{3}|[一二][〇○零一二三四五六七八九]{3})\s?[年년]\s?"
    r"(?P<month>[\d０-９]{1,2}|[一二三四五六七八九十]{1,2})\s?[月월]"
    r"(?:\s?(?P<day>[\d０-９]{1,2}|[一二三四五六七八九十]{1,3})\s?[日일])?\s?"
    r"(?:記す?|筆|稿|脱稿|씀|기|탈고|작성)?\s?[）)］\]]?"
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WESTERN = re.compile(
    r"[(\[]?(?:[A-Z][\w’'. -]{1,30}, )?(?:(?P<day>\d{1,2}) )?"
    r"(?P<month>(?:Jan|Febr)uary|March|April|May|June|July|August|(?:Septem|Octo|Novem|Decem)ber)"
    r" (?P<year>\d{4})[)\]]?\.?"
)


def closing_date(text: str, span: Span) -> Field[PartialDate] | None:
    """Return the date of a line at the end of `text` that holds nothing else (a place, "written"), else `None`."""
    words = span.of(text).strip()
    found = _EAST_ASIAN.fullmatch(words)
    western = None if found else _WESTERN.fullmatch(words)
    if found:
        month: int | None = _number(found["month"])
        year = int(western_digits(found["year"]))
        day = _number(found["day"]) if found["day"] else None
    elif western:
        month = _MONTHS.index(western["month"][:3].lower()) + 1
        year = int(western["year"])
        day = int(western["day"]) if western["day"] else None
    else:
        return None
    if not 1 <= (month or 0) <= 12 or not 1 <= (day or 1) <= 31:
        return None
    start = span.start + span.of(text).index(words)
    return Field(value=PartialDate(year=year, month=month, day=day), span=Span(start, start + len(words)), raw=words)


def _number(printed: str) -> int:
    return int(printed) if printed.isdigit() else kanji_number(printed)
