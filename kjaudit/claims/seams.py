"""Typographic seams: where the quotation marks or apostrophes change, a passage may come from another text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from kjaudit.model import BlockKind, Document, Field, Span

_MARKS = re.compile('(?P<straight>(?<=\\w)\'(?=\\w)|"(?=\\w)|(?<=[\\w.,!?])")|(?P<curly>(?<=\\w)’(?=\\w)|[“”])')
_LEAST = 3
"""Marks of one kind that a passage must hold before it can be told from another."""
_RUNNING = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.HEADING})


@dataclass(slots=True)
class _Passage:
    start: int
    first: int
    kind: str
    count: int


def seams(document: Document) -> tuple[Field[str], ...]:
    """
    Return the places where a passage begins whose marks are of the other kind than those of the passage before it.

    Only passages with at least three marks of one kind and none of the other count; blocks without marks are passed
    over.
    """
    passages: list[_Passage] = []
    for block in document.blocks:
        if block.kind not in _RUNNING:
            continue
        counts = {"straight": 0, "curly": 0}
        for found in _MARKS.finditer(document.text, block.span.start, block.span.end):
            counts[found.lastgroup or "curly"] += 1
        if bool(counts["straight"]) == bool(counts["curly"]):
            continue
        kind = "straight" if counts["straight"] else "curly"
        if passages and passages[-1].kind == kind:
            passages[-1].count += counts[kind]
        else:
            passages.append(_Passage(block.span.start, block.span.end, kind, counts[kind]))
    solid = [passage for passage in passages if passage.count >= _LEAST]
    return tuple(_field(document, passage) for before, passage in pairwise(solid) if before.kind != passage.kind)


def _field(document: Document, passage: _Passage) -> Field[str]:
    end = min(passage.first, passage.start + 60)
    cut = document.text.rfind(" ", passage.start, end) if end < passage.first else end
    span = Span(passage.start, cut if cut > passage.start else end)
    return Field(value=f"{passage.kind} quotation marks or apostrophes", span=span, raw=span.of(document.text))
