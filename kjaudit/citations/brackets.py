"""Round and square brackets: pairs, and what each holds itself."""

from __future__ import annotations

import re
from dataclasses import dataclass

LONGEST = 1500
"""A bracket that does not close within so many characters opens nothing."""

_MARK = re.compile(r"[()\[\]（）［］]")
_FIRST_PRINTING = re.compile(r"[\[(](?:1[4-9]|20)\d\d[\])](?=\s?(?:1[4-9]|20)\d\d)")
_CLOSES = {"(": ")", "[": "]", "（": "）", "［": "］"}


@dataclass(frozen=True, slots=True)
class Group:
    """
    One pair of brackets in a text.

    Attributes:
        start, end: of the inside; the brackets stand at `start - 1` and `end`.
        own: the inside, brackets within it blotted out with U+0001, of the same length.
    """

    start: int
    end: int
    own: str


def groups(text: str, start: int, end: int) -> list[Group]:
    """Return the bracket pairs of `text[start:end]` in order of their opening; linear in the text."""
    found: list[tuple[int, int]] = []
    stack: list[int] = []
    for mark in _MARK.finditer(text, start, end):
        char = mark.group()
        if char in _CLOSES:
            stack.append(mark.start())
            continue
        while stack and _CLOSES[text[stack[-1]]] != char:
            stack.pop()
        if stack:
            opened = stack.pop()
            if mark.start() - opened <= LONGEST:
                found.append((opened, mark.start()))
    found.sort()
    found = [pair for pair in found if not _first_printing(text, *pair)] if len(found) > 1 else found
    return [
        Group(opened + 1, closed, _own(text, opened + 1, closed, found, place))
        for place, (opened, closed) in enumerate(found)
    ]


def _own(text: str, start: int, end: int, pairs: list[tuple[int, int]], place: int) -> str:
    inside = text[start:end]
    covered = 0
    for opened, closed in pairs[place + 1 :]:
        if opened >= end:
            break
        if opened < covered:
            continue
        covered = closed + 1
        width = closed + 1 - opened
        at = opened - start
        inside = inside[:at] + "\x01" * width + inside[at + width :]
    return _FIRST_PRINTING.sub(lambda year: " " * len(year.group()), inside)


def _first_printing(text: str, opened: int, closed: int) -> bool:
    """Whether the bracket holds the year of the first printing: "Anderson [1983] 2006"."""
    return _FIRST_PRINTING.match(text, opened, closed + 8) is not None
