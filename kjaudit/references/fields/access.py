"""The day on which an address was seen."""

from __future__ import annotations

import re

from kjaudit.model import Field, PartialDate, Span

from . import dates

_WORDS = re.compile(
    r"(?:\b(?:accessed|retrieved|viewed|visited|last access|zugriff|abgerufen|aufgerufen|eingesehen"
    r"|letzter (?:zugriff|abruf|aufruf)|zuletzt besucht|stand|consulté|consultado|consultato|ultimo accesso"
    r"|acesso em|acceso)"
    r"|검색일|접속일|열람일|最終閲覧日?|閲覧日?)"
    r"[\s:：(]*(?:(?:on|am|vom|le|il|el|em|der|den|at)\s+)?",
    re.IGNORECASE,
)
_NUMERIC = re.compile(
    r"(?<!\d)(\d{1,2})[./-](\d{1,2})[./-]((?:19|20)\d\d)(?!\d)"
    r"|(?<!\d)((?:19|20)\d\d)[./-](\d{1,2})[./-](\d{1,2})(?!\d)"
)
_REACH = 40


def accessed(raw: str) -> Field[PartialDate] | None:
    """
    Find the date of access in `raw`, which prints an address or "online".

    An order of day and month that cannot be told gives the year alone.
    """
    if "://" not in raw and "www." not in raw and "nline" not in raw and "URL" not in raw:
        return None
    for words in _WORDS.finditer(raw):
        end = min(len(raw), words.end() + _REACH)
        numeric = _NUMERIC.search(raw, words.end(), end)
        if numeric and not raw[words.end() : numeric.start()].strip(" ,:("):
            value = _numeric(numeric)
            if value:
                return Field(value=value, span=Span(*numeric.span()), raw=numeric.group(), confidence=0.95)
        found = dates.date(raw, words.end(), end, 0.95)
        if found and found.span and found.span.start - words.end() <= 3:
            return found
    return None


def _numeric(match: re.Match[str]) -> PartialDate | None:
    if match[4]:
        year, month, day = int(match[4]), int(match[5]), int(match[6])
    else:
        year, month, day = int(match[3]), int(match[2]), int(match[1])
        if month > 12 >= day:
            month, day = day, month
        elif day <= 12 and month != day and "/" in match.group():
            return PartialDate(year=year)
    return PartialDate(year=year, month=month, day=day) if 1 <= month <= 12 and 1 <= day <= 31 else None
