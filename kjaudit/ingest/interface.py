"""What a reader of a format is, and the one door to all of them."""

from __future__ import annotations

from pathlib import Path

from kjaudit.model import Document, ReadError


def read(path: Path) -> Document:
    """
    Read `path` as the format it is.

    Returns:
        a document with text, blocks, notes, raised runs and source map as far as the format itself says.

    Raises:
        ReadError: missing, empty, a folder, binary, broken, or larger than can be read.
    """
    raise ReadError(f"{path}: no reader yet")
