"""Where a text quotes: pairs of quotation marks in the three languages."""

from __future__ import annotations

import re

from kjaudit.model import Span

LONGEST = 3000
"""Longest quotation in characters; an opening mark without a partner that near is taken for a slip."""

_PAIRS = {"“": "”", "「": "」", "『": "』", "«": "»", "„": "“", "《": "》", "〈": "〉"}
_TITLES = frozenset("『《〈")
_MARK = re.compile('[“”"「」『』«»„《》〈〉＂]')
_SINGLE = re.compile(r"(?<![\w’])‘(?=\S)([^‘\n]{1,400}?)(?<=\S)’(?!\w)")


def quotations(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """
    Return the outermost quotations of `text[start:end]`, marks included, in text order.

    Titles in 『』, 《》 and 〈〉 are left out, single quotation marks too: `single_quotations` finds those. A mark
    without its partner within `LONGEST` characters opens nothing.
    """
    stop = len(text) if end is None else end
    found: list[Span] = []
    reached = start
    for opening, closing in sorted(_pairs(text, start, stop)):
        if opening >= reached and closing - opening < LONGEST:
            reached = closing + 1
            if text[opening] not in _TITLES:
                found.append(Span(opening, reached))
    return found


def single_quotations(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """Return what stands between ‘ and ’ in `text[start:end]`: emphasis in Korean, quotation in British English."""
    stop = len(text) if end is None else end
    return [Span(*found.span()) for found in _SINGLE.finditer(text, start, stop)]


def _pairs(text: str, start: int, stop: int) -> list[tuple[int, int]]:
    """Return the places of all opening marks with those that close them; one pass, a stack for each kind."""
    waiting: dict[str, list[int]] = {}
    straight: int | None = None
    found: list[tuple[int, int]] = []
    for match in _MARK.finditer(text, start, stop):
        mark, at = match.group(), match.start()
        if mark in '"＂':
            if straight is not None and at - straight < LONGEST:
                found.append((straight, at))
                straight = None
            else:
                straight = at if _may_open(text, at, stop) else None
        elif waiting.get(mark):
            found.append((waiting[mark].pop(), at))
        elif mark in _PAIRS:
            waiting.setdefault(_PAIRS[mark], []).append(at)
    return found


def _may_open(text: str, at: int, stop: int) -> bool:
    before = text[at - 1] if at else " "
    after = text[at + 1] if at + 1 < stop else " "
    return not after.isspace() and not (before.isalnum() and before.isascii())
