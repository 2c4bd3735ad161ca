"""Walks the runs of a DOCX paragraph: words, raised runs, note marks, fields."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from kjaudit.model import NotePlace, Span

from .assembly import Assembly
from .docx_fields import Code, code, control, is_list
from .docx_notes import CalledNote, Notes
from .docx_package import Element, W
from .docx_styles import Style, raised, switch
from .superscripts import superscript

_VAL = f"{W}val"
_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_CHARACTERS = {
    f"{W}tab": "\t",
    f"{W}ptab": "\t",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "\u2011",
}
_SKIPPED = frozenset({
    f"{W}{name}"
    for name in ("del", "moveFrom", "pPr", "rPr", "delText", "delInstrText", "sdtPr", "sdtEndPr", "rt", "tblPr")
})  # fmt: skip
_NOTES = {f"{W}footnoteReference": NotePlace.FOOT, f"{W}endnoteReference": NotePlace.END}
_TEXT_BOX = f"{W}txbxContent"
_SYMBOLS = {
    "f0b7": "•",
    "f0a7": "▪",
    "f0d8": "➢",
    "f02d": "−",
    "f0b0": "°",
    "f0b1": "±",
    "f06d": "μ",
    "f062": "β",
    "f061": "α",
}
"""Characters of the Symbol font that texts use, by their code in the private area."""


@dataclass(slots=True)
class _OpenField:
    """A field that has begun: its code, its data, and where its printed part starts."""

    instruction: list[str] = field(default_factory=list)
    data: list[str] = field(default_factory=list)
    start: int | None = None
    listing: bool = False


@dataclass(slots=True)
class Printed:
    """What the walk of a paragraph carries from run to run."""

    source: int | None = None
    fields: list[_OpenField] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    custom: CalledNote | None = None
    printed: bool = False


class Runs:
    """Writes the runs of paragraphs; fields may go on from one paragraph into the next."""

    def __init__(
        self,
        assembly: Assembly,
        styles: Mapping[str, Style],
        sources: Mapping[str, dict[str, Any]],
        notes: Notes,
    ) -> None:
        self.assembly = assembly
        self.styles = styles
        self.sources = sources
        self.notes = notes
        self.state = Printed()

    @property
    def printed(self) -> bool:
        """Whether the last paragraph printed anything."""
        return self.state.printed

    def in_list(self) -> bool:
        """Whether the walk is inside the printed part of a field that makes a reference list."""
        return any(opened.listing for opened in self.state.fields)

    def take_boxes(self) -> list[Element]:
        """Return the text boxes met since the last call."""
        boxes, self.state.boxes = self.state.boxes, []
        return boxes

    def write(self, paragraph: Element, ordinal: int | None) -> None:
        """Write one paragraph that is number `ordinal` of the body, or of a note (None)."""
        self.state.source = ordinal
        self.state.printed = False
        self._inside(paragraph, raised_by=None)

    def _inside(self, element: Element, *, raised_by: Style | None) -> None:
        for child in element:
            self._element(child, raised_by)

    def _element(self, element: Element, style: Style | None) -> None:
        tag = element.tag
        if tag in _SKIPPED:
            return
        if tag == f"{W}r":
            self._run(element)
        elif tag == f"{W}sdt":
            self._control(element, style)
        elif tag == f"{W}fldSimple":
            self._simple_field(element, style)
        elif tag == f"{_MC}AlternateContent":
            self._alternate(element, style)
        elif tag == _TEXT_BOX:
            self.state.boxes.append(element)
        elif tag == f"{_M}t":
            self._text(element.text or "", is_raised=False)
        else:
            self._inside(element, raised_by=style)

    def _alternate(self, element: Element, style: Style | None) -> None:
        """Read one of the forms of what newer and older programs draw in different ways."""
        for tag in (f"{_MC}Choice", f"{_MC}Fallback"):
            found = element.find(tag)
            if found is not None:
                self._inside(found, raised_by=style)
                return

    def _control(self, element: Element, style: Style | None) -> None:
        tag = element.find(f"{W}sdtPr/{W}tag")
        start = self.assembly.length
        self._inside(element, raised_by=style)
        found = control(tag.get(_VAL) or "") if tag is not None else None
        if found is not None:
            self._field(start, found)

    def _simple_field(self, element: Element, style: Style | None) -> None:
        start = self.assembly.length
        self._inside(element, raised_by=style)
        found = code(element.get(f"{W}instr") or "", "", self.sources)
        if found is not None:
            self._field(start, found)

    def _field(self, start: int, found: Code) -> None:
        if self.assembly.length > start:
            self.assembly.field(start, found.origin, found.items, found.printed)

    def _run(self, run: Element) -> None:
        properties = run.find(f"{W}rPr")
        named = properties.find(f"{W}rStyle") if properties is not None else None
        style = self.styles.get(named.get(_VAL) or "", Style()) if named is not None else Style()
        hidden = switch(properties, "vanish")
        if style.hidden if hidden is None else hidden:
            self._fields_only(run)
            return
        own = raised(properties)
        is_raised = bool(style.raised if own is None else own)
        for child in run:
            self._run_part(child, is_raised=is_raised)

    def _fields_only(self, run: Element) -> None:
        """Follow the fields through a hidden run: reference managers hide their codes."""
        for child in run:
            if child.tag in (f"{W}fldChar", f"{W}instrText"):
                self._run_part(child, is_raised=False)

    def _run_part(self, element: Element, *, is_raised: bool) -> None:
        tag = element.tag
        if tag == f"{W}t":
            self._text(element.text or "", is_raised=is_raised)
        elif tag in _CHARACTERS:
            self._text(_CHARACTERS[tag], is_raised=False)
        elif tag == f"{W}br":
            if element.get(f"{W}type") in (None, "textWrapping"):
                self._text("\n", is_raised=False)
        elif tag == f"{W}sym":
            self._text(_SYMBOLS.get((element.get(f"{W}char") or "").lower(), ""), is_raised=is_raised)
        elif tag == f"{W}fldChar":
            self._field_mark(element)
        elif tag == f"{W}instrText":
            if self.state.fields:
                self.state.fields[-1].instruction.append(element.text or "")
        elif tag in _NOTES:
            self._note(element, _NOTES[tag])
        else:
            self._element(element, None)

    def _text(self, text: str, *, is_raised: bool) -> None:
        if not text or (self.state.fields and self.state.fields[-1].start is None):
            return
        self.state.printed = self.state.printed or bool(text.strip())
        place = (self.state.source, self.state.source + 1) if self.state.source is not None else (0, 0)
        if is_raised and text.strip():
            span = self.assembly.write_raised(text, *place)
        else:
            span = Span(self.assembly.length, self.assembly.length + len(text))
            self.assembly.write(text, *place)
        custom, self.state.custom = self.state.custom, None
        if custom is not None:
            self.assembly.mark(custom.name, custom.number, custom.place, span)

    def _note(self, element: Element, place: NotePlace) -> None:
        if self.state.fields and self.state.fields[-1].start is None:
            return
        custom = element.get(f"{W}customMarkFollows") in ("1", "true", "on")
        note = self.notes.call(place, element.get(f"{W}id") or "", custom=custom)
        if custom:
            self.state.custom = note
            return
        self.state.printed = True
        source = (self.state.source, self.state.source + 1) if self.state.source is not None else (0, 0)
        anchor = self.assembly.write_raised(superscript(note.number), *source)
        if note.element is not None:
            self.assembly.mark(note.name, note.number, note.place, anchor)

    def _field_mark(self, element: Element) -> None:
        kind = element.get(f"{W}fldCharType")
        fields = self.state.fields
        if kind == "begin":
            fields.append(_OpenField())
        if not fields:
            return
        data = element.find(f"{W}fldData")
        if data is not None:
            fields[-1].data.append(data.text or "")
        if kind == "separate":
            fields[-1].start = self.assembly.length
            fields[-1].listing = is_list("".join(fields[-1].instruction))
        elif kind == "end":
            self._end_field()

    def _end_field(self) -> None:
        ended = self.state.fields.pop()
        outer = self.state.fields[-1] if self.state.fields else None
        if outer is not None and outer.start is None:
            outer.data.extend(ended.data)
            return
        if ended.start is None:
            return
        found = code("".join(ended.instruction), "".join(ended.data), self.sources)
        if found is not None:
            self._field(ended.start, found)
