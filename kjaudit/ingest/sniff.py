"""Which format a file is, by what it holds first and by its name second."""

from __future__ import annotations

import enum
import re
import zipfile
from pathlib import Path

from kjaudit.model import ReadError, say


class Format(enum.Enum):
    """A format that can be read."""

    TEXT = "text/plain"
    MARKDOWN = "text/markdown"
    HTML = "text/html"
    DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    ODT = "application/vnd.oasis.opendocument.text"


_HTML_SUFFIXES = frozenset({".html", ".htm", ".xhtml", ".xht"})
_MARKDOWN_SUFFIXES = frozenset({".md", ".markdown", ".mdown", ".mkd", ".qmd", ".rmd", ".mmd"})
_HTML_HEAD = re.compile(rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^>]*-->\s*)*<(?:!doctype\s+html|html)\b", re.IGNORECASE)
_UTF8_MARK = b"\xef\xbb\xbf"

_LATER = {
    ".doc": "an old Word file",
    ".hwp": "a Hangul (HWP) file",
    ".hwpx": "a Hangul (HWPX) file",
    ".pdf": "a PDF",
    ".ods": "an OpenDocument spreadsheet or drawing",
    ".rtf": "an RTF file",
    ".epub": "an EPUB book",
    ".pages": "a Pages file",
    ".tex": "a LaTeX file",
}
_MAGIC = (
    (b"%PDF", ".pdf"),
    (b"{\\rtf", ".rtf"),
    (b"HWP Document File", ".hwp"),
)
_DATABASE = b"SQLite format 3\0"
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""Start of an OLE compound file: old Word, HWP 5, and every Office file with a password ([MS-CFB], [MS-OFFCRYPTO])."""
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_PACKAGES = (
    ("word/document.xml", ""),
    ("META-INF/container.xml", ".epub"),
    ("Contents/content.hpf", ".hwpx"),
)


def sniff(path: Path, head: bytes) -> Format:
    """
    Return the format of the file at `path`, whose first bytes are `head`.

    Raises:
        ReadError: it is of a format that is not read yet.
    """
    suffix = path.suffix.lower()
    if head.startswith(_DATABASE) or suffix == ".kjaudit":
        raise ReadError(
            say("{path} is a project file, not a manuscript: open it in the window or with `kjaudit judge`.", path=path)
        )
    for magic, of in _MAGIC:
        if head.startswith(magic):
            raise not_yet(path, of)
    if head.startswith(_COMPOUND):
        raise _compound(path, suffix)
    if head.startswith(b"PK\x03\x04") or head.startswith(b"PK\x05\x06"):
        return _package(path, suffix)
    if suffix == ".odt":
        raise ReadError(
            say("{path} is not an OpenDocument file although its name says so: open it and save it again.", path=path)
        )
    if suffix == ".docx":
        raise ReadError(
            say("{path} is not a Word file although its name says so: open it and save it again as .docx.", path=path)
        )
    if suffix in _LATER:
        raise not_yet(path, suffix)
    if suffix in _HTML_SUFFIXES or _HTML_HEAD.match(head.removeprefix(_UTF8_MARK)):
        return Format.HTML
    return Format.MARKDOWN if suffix in _MARKDOWN_SUFFIXES else Format.TEXT


def not_yet(path: Path, suffix: str) -> ReadError:
    """Return the error for a format that is known but not read yet."""
    return ReadError(
        say(
            "{path} is {format}, which is not read yet: save it as .docx, .odt, .html, .md or .txt.",
            path=path,
            format=say(_LATER[suffix]),
        )
    )


def _compound(path: Path, suffix: str) -> ReadError:
    with path.open("rb") as file:
        found = _ENCRYPTED in file.read(2**20)
    if found:
        return ReadError(say("{path} is protected with a password: save a copy without one and open that.", path=path))
    return not_yet(path, suffix if suffix in (".doc", ".hwp") else ".doc")


def _package(path: Path, suffix: str) -> Format:
    """Tell the packages that are zip files apart by what they hold."""
    try:
        with zipfile.ZipFile(path) as package:
            names = set(package.namelist())
            kind = (
                package.read("mimetype")[:100]
                if "mimetype" in names and package.getinfo("mimetype").file_size < 200
                else b""
            )
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, KeyError) as error:
        raise ReadError(
            say("{path} is damaged and cannot be unpacked: open it in a word processor and save it again.", path=path)
        ) from error
    if kind.startswith(b"application/vnd.oasis.opendocument.text"):
        return Format.ODT
    if b"opendocument" in kind:
        raise not_yet(path, ".ods")
    for name, of in _PACKAGES:
        if name in names and of:
            raise not_yet(path, of)
    if suffix == ".docx" or any(name.startswith("word/") for name in names):
        return Format.DOCX
    raise ReadError(say("{path} is a zip archive, not a document: unpack it and give the files in it.", path=path))
