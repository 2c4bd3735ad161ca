"""The blocks of a Markdown text before their inline marks are read, and how lines are cut into them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from kjaudit.model import BlockKind

Slice = tuple[int, int]
"""text[start:end] of one line, without what its containers put before it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RawBlock:
    """A block before its inline marks are read; `joints`: what follows each line but the last."""

    kind: BlockKind
    lines: tuple[Slice, ...]
    joints: tuple[str, ...] = ()
    level: int = 0
    label: str = ""
    verbatim: bool = False


@dataclass(frozen=True, slots=True)
class Parsed:
    """All blocks, the blocks of each note by its name, and the names of link definitions."""

    blocks: tuple[RawBlock, ...]
    notes: Mapping[str, tuple[RawBlock, ...]]
    links: frozenset[str]


def indent_of(text: str, start: int, end: int) -> int:
    """Return how many characters of white space a line begins with, a tab counting as four."""
    line = text[start:end]
    white = line[: len(line) - len(line.lstrip())]
    return 4 if "\t" in white else len(white)


def white_before(text: str, start: int, end: int) -> int:
    """Return how many characters of white space a line begins with."""
    line = text[start:end]
    return len(line) - len(line.lstrip())


def as_kind(block: RawBlock, kind: BlockKind) -> RawBlock:
    """Return `block` as one of another kind."""
    return replace(block, kind=kind)


def in_item(block: RawBlock, label: str) -> RawBlock:
    """Return a block of a list item: paragraphs become items, items go one level deeper."""
    if block.kind not in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM):
        return block
    return replace(block, kind=BlockKind.LIST_ITEM, level=block.level + 1, label=block.label or label)


def cells_of(text: str, start: int, end: int) -> list[Slice]:
    """Return the cells of a table row; escaped pipes do not part them."""
    line = text[start:end]
    bare = line.strip()
    start += len(line) - len(line.lstrip()) + bare.startswith("|")
    end = start + len(bare) - bare.startswith("|") - (bare.endswith("|") and len(bare) > 1)
    cells: list[Slice] = []
    at = start
    for place in range(start, max(start, end)):
        if text[place] == "|" and text[place - 1] != "\\":
            cells.append((at, place))
            at = place + 1
    cells.append((at, max(at, end)))
    return [
        (a + len(text[a:b]) - len(text[a:b].lstrip()), a + len(text[a:b].rstrip())) if text[a:b].strip() else (a, a)
        for a, b in cells
    ]
