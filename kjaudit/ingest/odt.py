"""ODT (OpenDocument text): text, true footnotes and endnotes, lists, tables, Zotero marks; deletions left out."""

from __future__ import annotations

from pathlib import Path

from kjaudit.model import Byline, Document, Field, ReadError, SourceUnit, say

from .assembly import Assembly, Meta
from .docx_package import Element, Package
from .odt_body import OFFICE, OdtBody
from .odt_styles import OdtStyles
from .sniff import Format

_DC = "{http://purl.org/dc/elements/1.1/}"
_META = "{urn:oasis:names:tc:opendocument:xmlns:meta:1.0}"
_UNSURE = 0.4
"""Confidence of the file's properties: often the owner of the computer, or of the file it was copied from."""


def read(data: bytes, path: Path) -> Document:
    """Read an ODT file; see `interface.Reader`."""
    package = Package(data, path)
    content = package.xml("content.xml")
    body = content.find(f"{OFFICE}body/{OFFICE}text") if content is not None else None
    if content is None or body is None:
        raise ReadError(
            say("{path} lacks the part that holds its text: open it in a word processor and save it again.", path=path)
        )
    assembly = Assembly(SourceUnit.PARAGRAPH)
    writer = OdtBody(assembly, OdtStyles((content, package.xml("styles.xml"))))
    writer.write(body)
    writer.write_notes()
    return assembly.finish(path, Format.ODT.value, meta=_meta(package.xml("meta.xml")))


def _meta(root: Element | None) -> Meta:
    """Read the properties of the file."""
    if root is None:
        return Meta()

    def said(name: str) -> str:
        return " ".join((root.findtext(f".//{name}") or "").split())

    author = said(f"{_META}initial-creator") or said(f"{_DC}creator")
    names = (Field(value=author, raw=author, confidence=_UNSURE),) if author else ()
    return Meta(title=said(f"{_DC}title"), byline=Byline(authors=names))
