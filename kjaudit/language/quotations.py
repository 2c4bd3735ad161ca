"""Where a text quotes: pairs of quotation marks in the three languages."""

from __future__ import annotations

import re
from functools import cache

from kjaudit.model import Span

LONGEST = 3000
"""Longest quotation in characters; an opening mark without a partner that near is taken for a slip."""

_PAIRS = {"“": "”", "「": "」", "『": "』", "«": "»", "„": "“", "《": "》", "〈": "〉"}
_TITLES = frozenset("『《〈")
_MARK = re.compile('[“”"「」『』«»„《》〈〉＂]')
_SINGLE = re.compile(r"(?<![\w’])‘(?=\S)([^‘\n]{1,400}?)(?<=\S)’(?!\w)")


@cache
def _opens(mark: str) -> str | None:
    return _PAIRS.get(mark)


def quotations(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """
    Return the outermost quotations of `text[start:end]`, marks included, in text order.

    Titles in 『』, 《》 and 〈〉 are left out, single quotation marks too: `single_quotations` finds those. A mark
    without its partner within `LONGEST` characters opens nothing.
    """
    stop = len(text) if end is None else end
    found: list[Span] = []
    at = start
    while True:
        mark = _MARK.search(text, at, stop)
        if mark is None:
            return found
        closing = _partner(text, mark.start(), stop)
        at = mark.end() if closing is None else closing + 1
        if closing is not None and mark.group() not in _TITLES:
            found.append(Span(mark.start(), closing + 1))


def single_quotations(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """Return what stands between ‘ and ’ in `text[start:end]`: emphasis in Korean, quotation in British English."""
    stop = len(text) if end is None else end
    return [Span(*found.span()) for found in _SINGLE.finditer(text, start, stop)]


def _partner(text: str, opening: int, stop: int) -> int | None:
    mark = text[opening]
    limit = min(stop, opening + LONGEST)
    if mark in '"＂':
        before = text[opening - 1] if opening else " "
        after = text[opening + 1] if opening + 1 < limit else " "
        if after.isspace() or (before.isalnum() and before.isascii()):
            return None
        closing = text.find(mark, opening + 1, limit)
        return None if closing < 0 else closing
    wanted = _opens(mark)
    if wanted is None:
        return None
    depth = 0
    for inner in re.compile(f"[{mark}{wanted}]").finditer(text, opening, limit):
        depth += 1 if inner.group() == mark else -1
        if depth == 0:
            return inner.start()
    return None
