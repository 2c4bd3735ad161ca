"""Entries pasted from a search engine: title, then "author - journal, 2022 - host" on the next line or the same."""

from __future__ import annotations

import re

from kjaudit.model import Field, PartialDate, Span, WorkType

from .draft import Draft
from .people import looks_like_people, read_people

_TAIL = re.compile(
    r" [-–] (?:(?P<journal>[^\n]{1,120}?), )?(?P<year>(?:1[89]|20)\d\d)"
    r"(?: [-–] (?P<host>[\w.\-]+\.[a-z]{2,10}|[^\s,]{2,30}(?: [^\s,]{1,20}){0,3}))?\s*\.?\s*$"
)
_NAME = re.compile(r"[^\s,·…]+")


def read_paste(draft: Draft) -> bool:
    """Read `draft` as a search-engine paste; false (and nothing read) where it is not one."""
    found = _TAIL.search(draft.text)
    if not found or not (found.group("host") or "\n" in draft.raw):
        return False
    head_end = found.start()
    cut = _author_start(draft, head_end)
    if cut is None:
        return False
    start = len(draft.text) - len(draft.text.lstrip(" -•*·"))
    draft.title = draft.words(start, len(draft.text[:cut].rstrip()), confidence=0.9)
    groups = read_people(draft.text, cut, len(draft.text[:head_end].rstrip(" …")))
    draft.add_people(groups)
    draft.others = draft.others or draft.text[:head_end].rstrip().endswith("…")
    if found.group("journal"):
        draft.container = draft.words(*found.span("journal"), confidence=0.9)
        draft.type = WorkType.ARTICLE_JOURNAL
    year = int(found.group("year"))
    where = Span(*found.span("year"))
    draft.date = Field(value=PartialDate(year=year), span=where, raw=found.group("year"), confidence=0.97)
    return draft.title is not None and bool(groups)


def _author_start(draft: Draft, end: int) -> int | None:
    """Return where the authors begin: after the line break, else at the last run of names before `end`."""
    line = draft.raw.rfind("\n", 0, end)
    if line > 0 and draft.raw[:line].strip():
        return line + 1
    start: int | None = None
    words = list(_NAME.finditer(draft.text, 0, end))
    for word in reversed(words[-12:]):
        between = draft.text[word.end() : start if start is not None else end].strip()
        if start is not None and between != ",":
            break
        if not looks_like_people(word.group()):
            break
        start = word.start()
    return start if start and draft.text[:start].strip() else None
