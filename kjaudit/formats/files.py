"""Files of references: which format a file is in, and its items."""

from __future__ import annotations

import enum
import gzip
import io
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO, cast

from charset_normalizer import from_bytes

from kjaudit.model import ReadError, say

from .bibtex import read_bibtex, write_bibtex
from .bibtex_blocks import Broken
from .csl import Item
from .json_items import read_json, write_csl
from .ris import read_ris, write_ris


class Format(enum.Enum):
    """A format that references can be written in and read from."""

    BIBTEX = "bibtex"
    RIS = "ris"
    CSL = "csl"


_GZIP = b"\x1f\x8b"
_BIBTEX = re.compile(rb"@\s*[A-Za-z]+\s*[{(]")
_RIS = re.compile(rb"(?m)^\W{0,3}TY {0,2}- ?[A-Z]")
_PEEK = 1 << 16


def write(items: Iterable[Item], into: Format) -> str:
    """Return `items` as the text of one file in the format `into`; reading it gives the same items back."""
    writers = {Format.BIBTEX: write_bibtex, Format.RIS: write_ris, Format.CSL: write_csl}
    return writers[into](items)


def read(path: Path) -> Iterator[Item]:
    """
    Yield the references of the file at `path` as CSL-JSON items, in order; what cannot be read in it is passed over.

    BibTeX, RIS and CSL-JSON (also JSON Lines and the answers of Crossref) are told apart by content; gzip is unpacked.

    Raises:
        ReadError: there is no such file, or it is in none of these formats.
    """
    for item in read_all(path):
        if not isinstance(item, Broken):
            yield item


def read_all(path: Path) -> Iterator[Item | Broken]:
    """Yield the same as `read`, and a `Broken` with its reason for each stretch of the file that cannot be read."""
    try:
        with _opened(path) as stream:
            head = stream.read(_PEEK)
            stream.seek(0)
            yield from _items(path, stream, detect(head))
    except (OSError, EOFError) as error:
        raise ReadError(
            say("{path} cannot be read: {why}", path=path, why=error.strerror if isinstance(error, OSError) else error)
        ) from error


def read_text(text: str) -> Iterator[Item | Broken]:
    """Yield the references of `text`, a file already read; nothing where it is in none of the formats."""
    found = detect(text[:_PEEK].encode("utf-8", "replace"))
    if found is Format.CSL:
        yield from read_json(io.StringIO(text))
    elif found is not None:
        yield from read_bibtex(text) if found is Format.BIBTEX else read_ris(text)


def detect(head: bytes) -> Format | None:
    """Return the format of a file that begins with `head`, or `None` for none of these."""
    if head.lstrip(b"\xef\xbb\xbf \t\r\n\x1e").startswith((b"{", b"[")):
        return Format.CSL
    ris, bibtex = _RIS.search(head), _BIBTEX.search(head)
    if ris and (not bibtex or ris.start() < bibtex.start()):
        return Format.RIS
    return Format.BIBTEX if bibtex else None


def _items(path: Path, stream: IO[bytes], found: Format | None) -> Iterator[Item | Broken]:
    if found is Format.CSL:
        with io.TextIOWrapper(stream, encoding="utf-8-sig", errors="replace") as text_stream:
            yield from read_json(text_stream)
    elif found is not None:
        text = _decoded(stream.read())
        yield from read_bibtex(text) if found is Format.BIBTEX else read_ris(text)
    else:
        raise ReadError(
            say("{path} holds no references that kjaudit can read; give BibTeX, RIS or CSL-JSON", path=path)
        )


def _opened(path: Path) -> IO[bytes]:
    with path.open("rb") as stream:
        packed = stream.read(2) == _GZIP
    return cast("IO[bytes]", gzip.open(path, "rb")) if packed else path.open("rb")


def _decoded(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        best = from_bytes(content).best()
        return str(best) if best else content.decode("latin-1")
