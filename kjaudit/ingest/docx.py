"""DOCX: text, true footnotes and endnotes, lists, tables, live fields; tracked deletions and comments left out."""

from __future__ import annotations

from pathlib import Path

from kjaudit.model import Byline, Document, Field, SourceUnit

from .assembly import Assembly, Meta
from .docx_body import Body, Parts
from .docx_fields import word_sources
from .docx_notes import Notes
from .docx_numbering import Numbering
from .docx_package import Element, Package
from .docx_styles import styles
from .sniff import Format

_TITLE = "{http://purl.org/dc/elements/1.1/}title"
_CREATOR = "{http://purl.org/dc/elements/1.1/}creator"
_PROPERTIES = "docProps/core.xml"
_NOBODY = frozenset(
    {
        "user",
        "admin",
        "administrator",
        "owner",
        "author",
        "python-docx",
        "microsoft office user",
        "unknown",
        "windows user",
        "사용자",
    }
)
"""What programs write where no one has given a name."""
_UNSURE = 0.4
"""Confidence of the file's properties: often the owner of the computer, or of the file it was copied from."""


def read(data: bytes, path: Path) -> Document:
    """Read a DOCX file; see `interface.Reader`."""
    package = Package(data, path)
    body = package.body()
    settings = package.related("settings")
    parts = Parts(
        styles=styles(package.related("styles")),
        numbering=Numbering(package.related("numbering")),
        sources=word_sources(package.all_related("customXml")),
        notes=Notes(package.related("footnotes"), package.related("endnotes"), settings),
    )
    assembly = Assembly(SourceUnit.PARAGRAPH)
    writer = Body(assembly, parts)
    writer.write(body)
    writer.write_notes()
    return assembly.finish(path, Format.DOCX.value, meta=_meta(package.xml(_PROPERTIES)))


def _meta(root: Element | None) -> Meta:
    """Read the properties of the file."""
    if root is None:
        return Meta()
    creator = " ".join((root.findtext(_CREATOR) or "").split())
    names = [name.strip() for name in creator.split(";")]
    return Meta(
        title=" ".join((root.findtext(_TITLE) or "").split()),
        byline=Byline(
            authors=tuple(
                Field(value=name, raw=name, confidence=_UNSURE)
                for name in names
                if name and name.lower() not in _NOBODY
            )
        ),
    )
