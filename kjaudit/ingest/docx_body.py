"""Walks the paragraphs and tables of a DOCX and writes what is printed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from kjaudit.model import BlockKind

from .assembly import Assembly
from .docx_notes import Notes
from .docx_numbering import Numbering
from .docx_package import Element, W
from .docx_runs import Runs
from .docx_styles import Style, numbering

_VAL = f"{W}val"
_THROUGH = frozenset({
    f"{W}{name}" for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag")
})  # fmt: skip
_DROPPED = frozenset({f"{W}del", f"{W}moveFrom"})
_NUMBERED_CELL = "0123456789[]().（）〔〕"


@dataclass(frozen=True, slots=True)
class Parts:
    """What the other parts of the file say."""

    styles: Mapping[str, Style]
    numbering: Numbering
    sources: Mapping[str, dict[str, Any]]
    notes: Notes


@dataclass(slots=True)
class _State:
    """Where the walk is: the ordinal of the paragraph, and whether a block waits for the next paragraph."""

    ordinal: int = 0
    joined: bool = False
    boxes: list[Element] = field(default_factory=list)


class Body:
    """Writes one document into an assembly."""

    def __init__(self, assembly: Assembly, parts: Parts) -> None:
        self.assembly = assembly
        self.parts = parts
        self.runs = Runs(assembly, parts.styles, parts.sources, parts.notes)
        self.state = _State()

    def write(self, body: Element) -> None:
        """Write the running text."""
        for element in body:
            self._block(element)

    def write_notes(self) -> None:
        """Write the words of the notes that have been called; those called inside notes follow."""
        written: set[str] = set()
        waiting = self.parts.notes.in_order()
        while waiting:
            for note in waiting:
                written.add(note.name)
                self.assembly.note(note.name, note.number, note.place)
                for paragraph in note.element.iter(f"{W}p") if note.element is not None else ():
                    self.assembly.open()
                    self.runs.write(paragraph, None)
                    self.assembly.close(BlockKind.NOTE, note=note.name)
            waiting = [note for note in self.parts.notes.in_order() if note.name not in written]

    def _block(self, element: Element) -> None:
        if element.tag == f"{W}p":
            self._paragraph(element)
        elif element.tag == f"{W}tbl":
            self._table(element)
        elif element.tag in _THROUGH:
            for child in element:
                self._block(child)
        elif element.tag == f"{W}sectPr":
            self.parts.notes.section(element)

    def _paragraph(self, element: Element) -> None:
        """Write a paragraph; one whose end was deleted under tracking runs into the next."""
        if not self.state.joined:
            self.assembly.open()
        in_list = self.runs.in_list()
        self.runs.write(element, self._count())
        properties = element.find(f"{W}pPr")
        deleted = properties.find(f"{W}rPr/{W}del") if properties is not None else None
        self.state.joined = deleted is not None
        if not self.state.joined:
            kind, level, label = self._kind(element, properties)
            listed = (in_list or self.runs.in_list()) and kind is not BlockKind.HEADING
            self.assembly.close(BlockKind.ENTRY if listed else kind, level=level, label=label)
        self._boxes()
        section = properties.find(f"{W}sectPr") if properties is not None else None
        if section is not None:
            self.parts.notes.section(section)

    def _count(self) -> int:
        self.state.ordinal += 1
        return self.state.ordinal - 1

    def _boxes(self) -> None:
        """Write the text boxes that were anchored in the paragraph, as blocks after it."""
        boxes = self.runs.take_boxes()
        for box in boxes:
            for child in box:
                self._block(child)

    def _kind(self, element: Element, properties: Element | None) -> tuple[BlockKind, int, str]:
        name = properties.find(f"{W}pStyle") if properties is not None else None
        style = self.parts.styles.get(name.get(_VAL) or "" if name is not None else "", Style())
        kind, level = style.kind, style.level
        outline = properties.find(f"{W}outlineLvl") if properties is not None else None
        depth = outline.get(_VAL) or "" if outline is not None else ""
        if depth.isdecimal() and int(depth) < 9 and kind in (None, BlockKind.HEADING):
            kind, level = BlockKind.HEADING, int(depth) + 1
        listed = numbering(properties) or style.numbering
        label = ""
        if listed is not None and listed[0] != "0":
            label = self.parts.numbering.label(*listed) if self.runs.printed else ""
            if kind is None:
                kind, level = BlockKind.LIST_ITEM, listed[1] + 1
        return kind or BlockKind.PARAGRAPH, level, label

    def _table(self, table: Element) -> None:
        """Write a table: cells parted by tabs. One of a single column, or of numbered entries, is no table."""
        rows = [list(_cells(row)) for row in _children(table, f"{W}tr")]
        if all(len(row) <= 1 for row in rows):
            for row in rows:
                for cell in row:
                    for child in cell:
                        self._block(child)
        elif all(len(row) == 2 and _is_number(row[0]) for row in rows):
            for number, words in rows:
                self._entry_row(number, words)
        else:
            self._plain_table(rows)

    def _entry_row(self, number: Element, words: Element) -> None:
        label = "".join(str(part) for part in number.itertext(f"{W}t")).strip(" \t\n.[]()（）〔〕")
        for _ in number.iter(f"{W}p"):
            self._count()
        self.assembly.open()
        for at, paragraph in enumerate(words.iter(f"{W}p")):
            if at:
                self.assembly.write(" ")
            self.runs.write(paragraph, self._count())
        self.assembly.close(BlockKind.LIST_ITEM, level=1, label=label)

    def _plain_table(self, rows: list[list[Element]]) -> None:
        self.assembly.open()
        boxes: list[Element] = []
        for order, row in enumerate(rows):
            if order:
                self.assembly.write("\n")
            for column, cell in enumerate(row):
                if column:
                    self.assembly.write("\t")
                for at, paragraph in enumerate(cell.iter(f"{W}p")):
                    if at:
                        self.assembly.write(" ")
                    self.runs.write(paragraph, self._count())
                    boxes.extend(self.runs.take_boxes())
        self.assembly.close(BlockKind.TABLE)
        for box in boxes:
            for child in box:
                self._block(child)


def _children(element: Element, tag: str) -> Iterator[Element]:
    """Yield children of a table or row, those inside content controls and kept insertions too."""
    for child in element:
        if child.tag == tag:
            if child.find(f"{W}trPr/{W}del") is None:
                yield child
        elif child.tag in _THROUGH:
            yield from _children(child, tag)


def _cells(row: Element) -> Iterator[Element]:
    return _children(row, f"{W}tc")


def _is_number(cell: Element) -> bool:
    words = "".join(str(part) for part in cell.itertext(f"{W}t")).strip()
    return 0 < len(words) < 8 and not words.strip(_NUMBERED_CELL)
