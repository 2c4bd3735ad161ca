"""A document while its structure is being worked out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from kjaudit.model import Block, BlockKind, Document


@dataclass(frozen=True, slots=True)
class Draft:
    """The blocks of a document, as far as they are understood; every step returns a new one."""

    document: Document
    blocks: tuple[Block, ...]

    def words(self, at: int) -> str:
        """Return the text of block `at`."""
        return self.blocks[at].span.of(self.document.text)

    def with_kinds(self, kinds: Iterable[tuple[int, BlockKind]], *, level: int | None = None) -> Draft:
        """Return a draft in which the blocks at the places given are of the kinds given."""
        blocks = list(self.blocks)
        for at, kind in kinds:
            blocks[at] = replace(blocks[at], kind=kind, level=blocks[at].level if level is None else level)
        return Draft(self.document, tuple(blocks))

    @property
    def is_plain(self) -> bool:
        """Whether the format says nothing of headings: what looks like one may be one."""
        return not any(block.kind in (BlockKind.HEADING, BlockKind.TITLE) for block in self.document.blocks)
