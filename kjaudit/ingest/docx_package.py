"""The parts of a DOCX file, read with care: broken archives, bombs and missing parts are told plainly."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from pathlib import Path
from typing import TypeAlias

from lxml import etree

from kjaudit.model import ReadError, say

Element: TypeAlias = "etree._Element"

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_LOOSE = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_STRICT_RELATIONS = "http://purl.oclc.org/ooxml/officeDocument/relationships/"
_LOOSE_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
PART_LIMIT = 128 * 2**20
"""Bytes of one part unpacked: the text of a 10,000-page book with all its marks."""
_RATIO_LIMIT = 400
"""How many times larger than packed a part of more than a few megabytes may be; a bomb is 1,000 times."""
_SMALL = 8 * 2**20


class Package:
    """An open DOCX; parts are read when asked for."""

    def __init__(self, data: bytes, path: Path) -> None:
        self.path = path
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            self._names = {name.lstrip("/"): name for name in self._zip.namelist()}
        except (zipfile.BadZipFile, ValueError, EOFError, OSError) as error:
            raise self.damaged() from error
        self.main = self._target("", "officeDocument") or "word/document.xml"
        self._relations = self._read_relations(self.main)

    def damaged(self) -> ReadError:
        """Return the error for a file that cannot be read as it should."""
        return ReadError(
            say("{path} is damaged: open it in a word processor, repair it and save it again.", path=self.path)
        )

    def body(self) -> Element:
        """Return the body of the main part; raises ReadError where it has none."""
        root = self.xml(self.main)
        body = root.find(f"{W}body") if root is not None else None
        if body is None:
            raise ReadError(
                say(
                    "{path} lacks the part that holds its text: open it in a word processor and save it again.",
                    path=self.path,
                )
            )
        return body

    def related(self, kind: str) -> Element | None:
        """Return the root of the part that the main part names as its `kind` ("footnotes"), or None."""
        for of, target in self._relations:
            if of == kind:
                return self.xml(target)
        return None

    def all_related(self, kind: str) -> list[Element]:
        """Return the roots of all parts of a kind."""
        found = (self.xml(target) for of, target in self._relations if of == kind)
        return [root for root in found if root is not None]

    def xml(self, name: str) -> Element | None:
        """
        Return the root of a part, or None where there is no such part.

        Raises:
            ReadError: it is damaged, or unpacks to far more than a document holds.
        """
        data = self._bytes(name)
        if data is None:
            return None
        if _STRICT in data[:4096]:
            data = data.replace(_STRICT, _LOOSE)
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, huge_tree=True, remove_comments=True, remove_pis=True
        )
        try:
            return etree.fromstring(data, parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            raise self.damaged() from error

    def _bytes(self, name: str) -> bytes | None:
        real = self._names.get(name.lstrip("/"))
        if real is None:
            return None
        try:
            info = self._zip.getinfo(real)
            self._guard(info)
            with self._zip.open(info) as part:
                data = part.read(PART_LIMIT + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError) as error:
            raise self.damaged() from error
        except RuntimeError as error:
            raise ReadError(
                say("{path} is protected with a password: save a copy without one and open that.", path=self.path)
            ) from error
        if len(data) > PART_LIMIT:
            raise self._bomb()
        return data

    def _guard(self, info: zipfile.ZipInfo) -> None:
        ratio = info.file_size / max(info.compress_size, 1)
        if info.file_size > PART_LIMIT or (info.file_size > _SMALL and ratio > _RATIO_LIMIT):
            raise self._bomb()

    def _bomb(self) -> ReadError:
        return ReadError(
            say(
                "{path} unpacks to more than a document can hold: open it in a word processor and save it again.",
                path=self.path,
            )
        )

    def _target(self, source: str, kind: str) -> str:
        return next((target for of, target in self._read_relations(source) if of == kind), "")

    def _read_relations(self, source: str) -> list[tuple[str, str]]:
        folder, name = posixpath.split(source)
        root = self.xml(posixpath.join(folder, "_rels", f"{name}.rels"))
        found = []
        for relation in root.iter(_RELATION) if root is not None else ():
            kind = (relation.get("Type") or "").removeprefix(_LOOSE_RELATIONS).removeprefix(_STRICT_RELATIONS)
            target = relation.get("Target") or ""
            if relation.get("TargetMode") != "External":
                found.append((kind, posixpath.normpath(posixpath.join("/" + folder, target)).lstrip("/")))
        return found
