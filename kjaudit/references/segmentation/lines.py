"""The printed lines of a reference list, with what the layout says of each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kjaudit.model import Block, BlockKind, Document, Span

from .headings import is_subheading

NOT_ENTRIES = frozenset({BlockKind.HEADING, BlockKind.TITLE, BlockKind.NOTE, BlockKind.RULE, BlockKind.CAPTION})
"""Kinds of block that may stand in a list and are no part of an entry."""

_LINE = re.compile(r"[^\n]+")
_NUMBERED_ENTRY = re.compile(
    r"[\[(]?\d{1,4}[\])．.）]+ ?\S[^\n]{20,}?[^\d\n-](?:19|20)\d\d(?!\d|[년年]도? ?[가-힣一-鿿])"
)
"""A numbered entry that was taken for a heading: it prints a year."""
_YEAR = re.compile(r"\d{3}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """
    One printed line of a list.

    Attributes:
        span: without surrounding white space.
        indent: blanks before it on its line (a tab counts four).
        opens: it is the first line of a block.
        label: the label the format kept apart ("12", "•"), only where `opens`.
    """

    span: Span
    indent: int
    opens: bool
    label: str = ""


def lines_of(document: Document, part: Span) -> Iterator[list[Line]]:
    """
    Yield the lines of one reference list, a group for each stretch between headings.

    Headings and sub-headings are left out.
    """
    group: list[Line] = []
    for block in _blocks_in(document, part):
        words = block.span.of(document.text)
        entry = block.kind is BlockKind.HEADING and _NUMBERED_ENTRY.match(words)
        if (block.kind in NOT_ENTRIES and not entry) or is_subheading(words):
            if group:
                yield group
            group = []
            continue
        for line in _lines_of_block(document.text, block):
            if not line.opens and is_subheading(line.span.of(document.text)):
                yield group
                group = []
            else:
                group.append(line)
    if group:
        yield group


def _blocks_in(document: Document, part: Span) -> Iterator[Block]:
    inside = [block for block in document.blocks if block.span.meets(part)]
    if inside:
        yield from inside
        return
    for number, found in enumerate(re.finditer(r"[^\n](?:.*\n?)(?:[^\n]+\n?)*", part.of(document.text))):
        span = Span(part.start + found.start(), part.start + len(found.group().rstrip()) + found.start())
        heading = number == 0 and not _YEAR.search(span.of(document.text))
        kind = BlockKind.HEADING if heading else BlockKind.ENTRY
        yield Block(kind=kind, span=span)


def _lines_of_block(text: str, block: Block) -> Iterator[Line]:
    first = True
    for found in _LINE.finditer(text, block.span.start, block.span.end):
        words = found.group()
        bare = words.strip()
        if not bare:
            continue
        start = found.start() + len(words) - len(words.lstrip())
        margin = text.rfind("\n", 0, start) + 1
        before = text[max(margin, start - 40) : start]
        indent = len(before.expandtabs(4)) if not before.strip() else 0
        yield Line(span=Span(start, start + len(bare)), indent=indent, opens=first, label=block.label if first else "")
        first = False
