"""Titles, container titles and series: quotes, italics marks and "In" taken off, brackets kept whole."""

from __future__ import annotations

import re

from kjaudit.model import Field

from .place import CLOSING, text_field, trimmed

_PAIRS = dict(zip("“„«»‘‚\"'「『《〈<([*_‹›”`", "”“»«’‘\"'」』》〉>)]*_›‹”'", strict=True))
_IN = re.compile(
    r"(?:[Ii]n|[Dd]ans|[Ee]n|[Ee]m|[Aa]us|nel|nella|i)\s*[:：]\s*|(?:In|Dans|in|dans)\s+(?:the\s+(?=Proc))?"
)
_ROLE_FIRST = re.compile(
    r"[\s,]*[(\[]\s*(?:a\s?c(?:ura)?\b|hrsgg?|hgg?|eds?|éds?|dirs?|coords?|orgs?)\b[^()\[\]]{0,20}[)\]]\s*[.,:]*\s*",
    re.IGNORECASE,
)
_SAME_PERSON = re.compile(r"(?:ders|dies|idem|id|eadem|ead)\.?\s*(?:\((?:hrsg|hg|ed)\.?\)\s*)?[,:]\s*", re.IGNORECASE)
_SERIES_MARK = re.compile(r"[\s(\[,]*(?:=\s*|[Cc]oll(?:\.|ection\b)\s*)?")
_SMALL_IN = re.compile(r"\s*(?:in|dans)\b\s*:?\s*")
_SENT_ON = re.compile(r"[.,;]\s+(?:Available|Last|Retrieved|Accessed|Verfügbar|Online verfügbar|Disponible)\Z")
_QUOTES = "“”„«»‘’‚\"'「」『』《》〈〉‹›*_`"


def title(raw: str, start: int, end: int, confidence: float) -> Field[str] | None:
    """Read a title from `raw[start:end]`."""
    match = _SMALL_IN.match(raw, start, end)
    start, end = _unwrapped(raw, match.end() if match and match.end() < end else start, end)
    return text_field(raw, start, end, confidence)


def container(raw: str, start: int, end: int, confidence: float) -> Field[str] | None:
    """Read the title of a journal, collection or proceedings, without the "In" before it."""
    start, end = trimmed(raw, start, end)
    match = _IN.match(raw, start, end)
    if match and match.end() < end:
        start = match.end()
    same = _SAME_PERSON.match(raw, start, end)
    sent_on = _SENT_ON.search(raw, max(start, end - 24), end)
    start, end = _unwrapped(raw, same.end() if same else start, sent_on.start() if sent_on else end)
    return text_field(raw, start, end, confidence)


def series(raw: str, start: int, end: int, confidence: float) -> Field[str] | None:
    """Read a series, with its number, without "coll.", "=" and the marks around it."""
    match = _SERIES_MARK.match(raw, start, end)
    start, end = _unwrapped(raw, match.end() if match and match.end() < end else start, end)
    return text_field(raw, start, end, confidence)


def _unwrapped(raw: str, start: int, end: int) -> tuple[int, int]:
    """Trim marks at both ends and, as long as they belong together, the quotes or brackets around the whole."""
    role = _ROLE_FIRST.match(raw, start, end)
    start = role.end() if role and role.end() < end else start
    for _ in range(4):
        start, end = trimmed(raw, start, end, CLOSING + "-–—", CLOSING + "-–—" + "([{")
        if end - start < 2:
            break
        first, last = raw[start], raw[end - 1]
        inner = raw[start + 1 : end - 1]
        if _PAIRS.get(first) == last and first not in inner and last not in inner:
            start, end = start + 1, end - 1
        elif first in _QUOTES and first not in "'’" and not _closed(first, inner + last):
            start += 1
        elif (
            last in _QUOTES and last not in "'’" and not any(_PAIRS.get(char) == last for char in raw[start : end - 1])
        ):
            end -= 1
        elif (last in ")]}" and not _opened(last, raw[start:end])) or first in ")]}":
            end, start = (end - 1, start) if last in ")]}" and not _opened(last, raw[start:end]) else (end, start + 1)
        else:
            break
    return start, end


def _closed(first: str, rest: str) -> bool:
    return _PAIRS.get(first, "\0") in rest


def _opened(last: str, text: str) -> bool:
    opener = {")": "(", "]": "[", "}": "{"}[last]
    return text.count(opener) >= text.count(last)
