"""Read a text of a test as plain text or Markdown and work out its structure."""

from __future__ import annotations

from pathlib import Path

from kjaudit.ingest import markdown, plain
from kjaudit.ingest.fold import fold
from kjaudit.model import BlockKind, Document
from kjaudit.structure import analyse


def structured(text: str, *, as_markdown: bool = False) -> Document:
    """Return the document of `text` with its structure."""
    folded = fold(text)
    if as_markdown:
        return analyse(markdown.document(folded, Path("a.md"), "text/markdown", ()))
    return analyse(plain.document(folded, Path("a.txt"), ()))


def of_kind(document: Document, kind: BlockKind) -> list[str]:
    """Return the words of the blocks of a kind."""
    return [block.span.of(document.text) for block in document.blocks if block.kind is kind]


def anchored(document: Document) -> list[tuple[int, str, str]]:
    """Return number, words, and what stands before the mark of every note."""
    found = []
    for note in document.notes:
        before = document.text[max(0, note.anchor.start - 6) : note.anchor.start] if note.anchor else ""
        found.append((note.number, note.span.of(document.text), before))
    return found
