"""A document while its structure is being worked out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from kjaudit.model import Block, BlockKind, Document


@dataclass(frozen=True, slots=True)
class Draft:
    """
    The blocks of a document, as far as they are understood; every step returns a new one.

    Attributes:
        document: as it was read.
        blocks: in text order.
        is_plain: whether the format says nothing of headings: what looks like one may be one.
    """

    document: Document
    blocks: tuple[Block, ...]
    is_plain: bool

    def words(self, at: int) -> str:
        """Return the text of block `at`."""
        return self.blocks[at].span.of(self.document.text)

    def with_kinds(self, kinds: Iterable[tuple[int, BlockKind]], *, level: int | None = None) -> Draft:
        """Return a draft in which the blocks at the places given are of the kinds given."""
        blocks = list(self.blocks)
        for at, kind in kinds:
            blocks[at] = replace(blocks[at], kind=kind, level=blocks[at].level if level is None else level)
        return self.with_blocks(blocks)

    def with_blocks(self, blocks: Iterable[Block]) -> Draft:
        """Return a draft of other blocks of the same document."""
        return replace(self, blocks=tuple(blocks))


def draft_of(document: Document) -> Draft:
    """Return the draft that the structure of `document` is worked out from."""
    said = (BlockKind.HEADING, BlockKind.TITLE)
    return Draft(document, document.blocks, is_plain=not any(block.kind in said for block in document.blocks))
