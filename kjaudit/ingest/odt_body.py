"""Walks the paragraphs, lists and tables of an ODT and writes what is printed."""

from __future__ import annotations

from dataclasses import dataclass

from kjaudit.model import BlockKind, NotePlace

from .assembly import Assembly
from .docx_fields import Code, code
from .docx_package import Element
from .odt_styles import TEXT, OdtStyles, label

OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
_THROUGH = frozenset({
    f"{TEXT}section", f"{TEXT}index-body", f"{TEXT}bibliography", f"{TEXT}numbered-paragraph", f"{TEXT}list-header",
})  # fmt: skip
_DROPPED = frozenset({
    f"{TEXT}tracked-changes", f"{TEXT}table-of-content", f"{TEXT}alphabetical-index", f"{OFFICE}annotation",
    f"{OFFICE}annotation-end", f"{TEXT}index-title", f"{TEXT}sequence-decls", f"{OFFICE}forms",
})  # fmt: skip
_KINDS = (
    ("title", BlockKind.TITLE),
    ("author", BlockKind.BYLINE),
    ("date", BlockKind.BYLINE),
    ("subtitle", BlockKind.PARAGRAPH),
    ("quotations", BlockKind.QUOTATION),
    ("quote", BlockKind.QUOTATION),
    ("caption", BlockKind.CAPTION),
    ("figure", BlockKind.CAPTION),
    ("preformatted text", BlockKind.CODE),
    ("bibliography", BlockKind.ENTRY),
)
"""Plain style names (LibreOffice, pandoc) and what their paragraphs are."""


@dataclass(frozen=True, slots=True)
class _Called:
    """A note that has been called."""

    name: str
    number: int
    place: NotePlace
    body: Element


class OdtBody:
    """Writes one document into an assembly."""

    def __init__(self, assembly: Assembly, styles: OdtStyles) -> None:
        self.assembly = assembly
        self._styles = styles
        self._ordinal = 0
        self._notes: list[_Called] = []
        self._boxes: list[Element] = []
        self._counts: dict[tuple[str, int], int] = {}
        self._field: tuple[int, Code] | None = None

    def write(self, body: Element) -> None:
        """Write the running text."""
        for element in body:
            self._block(element)

    def write_notes(self) -> None:
        """Write the words of the notes in the order of their marks."""
        at = 0
        while at < len(self._notes):
            note = self._notes[at]
            at += 1
            self.assembly.note(note.name, note.number, note.place)
            for paragraph in note.body.iter(f"{TEXT}p", f"{TEXT}h"):
                self.assembly.open()
                self._inside(paragraph, None)
                self.assembly.close(BlockKind.NOTE, note=note.name)

    def _block(self, element: Element) -> None:
        if element.tag in (f"{TEXT}p", f"{TEXT}h"):
            self._paragraph(element)
        elif element.tag == f"{TEXT}list":
            self._list(element, 1, None)
        elif element.tag == f"{TABLE}table":
            self._table(element)
        elif element.tag not in _DROPPED and (element.tag in _THROUGH or len(element)):
            for child in element:
                self._block(child)

    def _paragraph(self, element: Element, *, kind: BlockKind | None = None, level: int = 0, printed: str = "") -> None:
        self.assembly.open()
        self._inside(element, self._ordinal)
        own, depth = self._kind(element)
        if kind is None or own in (BlockKind.HEADING, BlockKind.ENTRY):
            kind, level = own, depth
        self.assembly.close(kind, level=level, label=printed)
        self._ordinal += 1
        boxes, self._boxes = self._boxes, []
        for box in boxes:
            for child in box:
                self._block(child)

    def _kind(self, element: Element) -> tuple[BlockKind, int]:
        if element.tag == f"{TEXT}h":
            depth = element.get(f"{TEXT}outline-level") or "1"
            return BlockKind.HEADING, int(depth) if depth.isdecimal() else 1
        for name in self._styles.names(element.get(f"{TEXT}style-name")):
            for start, kind in _KINDS:
                if name.startswith(start):
                    return kind, 0
        return BlockKind.PARAGRAPH, 0

    def _list(self, element: Element, depth: int, inherited: str | None) -> None:
        style = element.get(f"{TEXT}style-name") or inherited or ""
        level = self._styles.level(style, depth)
        key = (style, depth)
        if element.get(f"{TEXT}continue-numbering") != "true" or key not in self._counts:
            self._counts[key] = (level.start if level else 1) - 1
        for item in element.iterchildren(f"{TEXT}list-item", f"{TEXT}list-header"):
            start = item.get(f"{TEXT}start-value") or ""
            numbered = item.tag == f"{TEXT}list-item"
            self._counts[key] = int(start) if start.isdecimal() else self._counts[key] + numbered
            printed = label(level, self._counts[key]) if level and numbered else ""
            for child in item:
                if child.tag == f"{TEXT}list":
                    self._list(child, depth + 1, style)
                elif child.tag in (f"{TEXT}p", f"{TEXT}h"):
                    self._paragraph(child, kind=BlockKind.LIST_ITEM, level=depth, printed=printed)
                    printed = ""
                else:
                    self._block(child)

    def _table(self, table: Element) -> None:
        for row in table.iter(f"{TABLE}table-row"):
            cells = [cell for cell in row if cell.tag == f"{TABLE}table-cell"]
            self.assembly.open()
            for number, cell in enumerate(cells):
                if number:
                    self.assembly.write("\t")
                for place, paragraph in enumerate(cell.iter(f"{TEXT}p", f"{TEXT}h")):
                    if place:
                        self.assembly.write(" ")
                    self._inside(paragraph, self._ordinal)
            self.assembly.close(BlockKind.TABLE)
            self._ordinal += 1

    # runs

    def _inside(self, element: Element, ordinal: int | None, *, is_raised: bool = False) -> None:
        self._text(element.text, ordinal, is_raised=is_raised)
        for child in element:
            self._run(child, ordinal, is_raised=is_raised)
            self._text(child.tail, ordinal, is_raised=is_raised)

    def _run(self, child: Element, ordinal: int | None, *, is_raised: bool) -> None:
        tag = child.tag
        if tag == f"{TEXT}span":
            raised = is_raised or self._styles.raises(child.get(f"{TEXT}style-name"))
            self._inside(child, ordinal, is_raised=raised)
        elif tag == f"{TEXT}note":
            self._note(child, ordinal)
        elif tag in (f"{TEXT}s", f"{TEXT}tab", f"{TEXT}line-break"):
            self._space(child)
        elif tag == f"{TEXT}reference-mark-start":
            found = code(child.get(f"{TEXT}name") or "", "", {})
            self._field = (self.assembly.length, found) if found else None
        elif tag == f"{TEXT}reference-mark-end":
            self._end_field()
        elif tag in (f"{DRAW}frame", f"{DRAW}text-box"):
            self._boxes += list(child.iter(f"{DRAW}text-box"))
        elif tag not in _DROPPED and not str(tag).startswith(DRAW):
            self._inside(child, ordinal, is_raised=is_raised)

    def _space(self, child: Element) -> None:
        count = child.get(f"{TEXT}c") or "1"
        blanks = " " * min(int(count), 100) if count.isdecimal() else " "
        written = {f"{TEXT}tab": "\t", f"{TEXT}line-break": "\n"}.get(str(child.tag), blanks)
        self.assembly.write(written)

    def _text(self, text: str | None, ordinal: int | None, *, is_raised: bool) -> None:
        """Write `text`; white space folds as ODF says (6.1.2)."""
        if not text:
            return
        folded = "".join(" " if character in " \t\r\n" else character for character in text)
        while "  " in folded:
            folded = folded.replace("  ", " ")
        place = (0, 0) if ordinal is None else (ordinal, ordinal + 1)
        if is_raised and folded.strip() and all(character.isdigit() or character in " ,;–-‐−" for character in folded):
            self.assembly.write_raised(folded, *place)
        else:
            self.assembly.write(folded, *place)

    def _note(self, element: Element, ordinal: int | None) -> None:
        citation, body = element.find(f"{TEXT}note-citation"), element.find(f"{TEXT}note-body")
        if body is None:
            return
        place = NotePlace.END if element.get(f"{TEXT}note-class") == "endnote" else NotePlace.FOOT
        printed = "".join(str(part) for part in citation.itertext()) if citation is not None else ""
        same = sum(note.place is place for note in self._notes)
        number = int(printed) if printed.strip().isdecimal() else same + 1
        name = f"{place.value}{len(self._notes)}"
        self._notes.append(_Called(name, number, place, body))
        anchor = self.assembly.write_raised(str(number), *((0, 0) if ordinal is None else (ordinal, ordinal + 1)))
        self.assembly.mark(name, number, place, anchor)

    def _end_field(self) -> None:
        if self._field is not None:
            start, found = self._field
            self.assembly.field(start, found.origin, found.items, found.printed)
            self._field = None
