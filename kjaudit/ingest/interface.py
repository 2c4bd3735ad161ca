"""What a reader of a format is, and the one door to all of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from kjaudit.model import Document, ReadError, say

from . import docx, html, markdown, odt, plain
from .sniff import Format, sniff

Reader = Callable[[bytes, Path], Document]
"""Reads the bytes of a file of its format; raises ReadError with a sentence that names the path and the remedy."""

READERS: Mapping[Format, Reader] = {
    Format.TEXT: plain.read,
    Format.MARKDOWN: markdown.read,
    Format.HTML: html.read,
    Format.DOCX: docx.read,
    Format.ODT: odt.read,
}
TEXT_LIMIT = 32 * 2**20
"""Bytes of a text file: some 30 times a thick book; a larger one is data, not a manuscript."""
PACKAGE_LIMIT = 96 * 2**20
"""Bytes of a DOCX or ODT, pictures and all."""


def read(path: Path) -> Document:
    """
    Read `path` as the format it is.

    Returns:
        a document with text, blocks, notes, raised runs and source map as far as the format itself says.

    Raises:
        ReadError: missing, empty, a folder, binary, broken, or larger than can be read.
    """
    try:
        return _read(path)
    except FileNotFoundError as error:
        raise ReadError(say("{path} is not there: check the name and the folder.", path=path)) from error
    except PermissionError as error:
        raise ReadError(
            say("{path} may not be read by you: change its permissions or copy it to where you may.", path=path)
        ) from error
    except (OSError, ValueError) as error:
        raise ReadError(
            say("{path} could not be opened: check the name, or copy the file to this computer.", path=path)
        ) from error


def _read(path: Path) -> Document:
    if path.is_dir():
        raise ReadError(say("{path} is a folder: give the files in it, one by one.", path=path))
    with path.open("rb") as file:
        head = file.read(4096)
        if not head:
            raise ReadError(say("{path} is empty: check that it was saved.", path=path))
        size = path.stat().st_size
        if head.startswith(b"PK") and size > PACKAGE_LIMIT:
            raise _too_large(path, size, PACKAGE_LIMIT)
        kind = sniff(path, head)
        if kind not in (Format.DOCX, Format.ODT) and size > TEXT_LIMIT:
            raise _too_large(path, size, TEXT_LIMIT)
        data = head + file.read(PACKAGE_LIMIT)
    if not data.strip():
        raise ReadError(say("{path} holds nothing but white space: check that it was saved.", path=path))
    document = READERS[kind](data, path)
    if not document.text.strip():
        raise ReadError(say("{path} holds no text: check that it is the right file.", path=path))
    return document


def _too_large(path: Path, size: int, limit: int) -> ReadError:
    return ReadError(
        say(
            "{path} has {size} MB, more than the {limit} MB that can be read: split it into chapters.",
            path=path,
            size=size // 2**20,
            limit=limit // 2**20,
        )
    )
