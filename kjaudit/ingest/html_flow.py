"""Walks an HTML tree and writes what it prints, block by block."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lxml import etree

from kjaudit.model import BlockKind, NotePlace

from .assembly import Assembly
from .html_notes import PageNotes
from .superscripts import superscript

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_SKIPPED = frozenset({
    "head", "script", "style", "nav", "template", "noscript", "svg", "iframe", "form", "button", "select", "option",
    "textarea", "object", "audio", "video", "canvas", "dialog", "menu", "title",
})  # fmt: skip
_KINDS = {
    **{f"h{level}": BlockKind.HEADING for level in range(1, 7)},
    "figcaption": BlockKind.CAPTION,
    "caption": BlockKind.CAPTION,
    "pre": BlockKind.CODE,
}
_BLOCKS = frozenset({
    *_KINDS, "p", "div", "li", "ul", "ol", "dl", "dt", "dd", "blockquote", "section", "article", "main", "header",
    "footer", "aside", "figure", "table", "address", "hr", "body", "details", "summary", "center", "fieldset", "hgroup",
})  # fmt: skip
_SPACE = re.compile(r"[ \t\n\r\f]+")
_SOFT = re.compile(
    r"(?<=[\u3000-\u30ff\u3400-\u9fff\uff01-\uff60])[ \t]*\n[ \t\n]*(?=[\u3000-\u30ff\u3400-\u9fff\uff01-\uff60])"
)
"""A line end between Han or kana prints nothing (CSS Text 3, 4.1.3)."""
_LABEL_BEFORE = re.compile(r"(?:[\[(（〔]\s*(?=\d{1,4}\s*[\])）〕]))?(\d{1,4})\s*[\])）〕.:]\s*(?=\S)")
_LABEL = re.compile(r"\s*[\[(（〔^]?\s*(\d{1,4})\s*[\])）〕.:]?\s*")


@dataclass(slots=True)
class _List:
    ordered: bool
    next: int


@dataclass(slots=True)
class _State:
    """Where the walk is."""

    skip: int = 0
    raised: int = 0
    verbatim: int = 0
    quoted: int = 0
    table: int = 0
    lists: list[_List] = field(default_factory=list)
    kinds: list[tuple[BlockKind, int]] = field(default_factory=list)
    open: bool = False
    blank: bool = True
    pending: bool = False
    label: str = ""
    breaks: int = 0
    note: str | None = None
    fresh: bool = False


class Flow:
    """Writes a page into an assembly: first the running text, then the notes."""

    def __init__(self, assembly: Assembly, notes: PageNotes) -> None:
        self.assembly = assembly
        self.page = notes
        self.state = _State()

    def body(self, root: HtmlElement) -> None:
        """Write the running text under `root`."""
        self._walk(root)

    def notes(self) -> None:
        """Write the notes in order, without their numbers and the links back."""
        for name, note in self.page.notes.items():
            self.assembly.note(name, note.number, NotePlace.END)
            self.state = _State(note=name, fresh=True)
            self._walk(note.body)

    def _walk(self, root: HtmlElement) -> None:
        for event, element in etree.iterwalk(root, events=("start", "end")):
            if not isinstance(element.tag, str):
                continue
            if event == "start":
                self._enter(element, is_root=element is root)
            else:
                self._leave(element, is_root=element is root)
        self._end_block()

    def _hidden(self, element: HtmlElement, *, is_root: bool) -> bool:
        if element.tag in _SKIPPED or element.get("hidden") is not None or element.get("aria-hidden") == "true":
            return True
        if element in self.page.back:
            return True
        return not is_root and element in self.page.bodies

    def _enter(self, element: HtmlElement, *, is_root: bool) -> None:
        state = self.state
        if state.skip or self._hidden(element, is_root=is_root):
            state.skip += 1
            return
        if element in self.page.marks:
            self._mark(element)
            state.skip += 1
            return
        tag = element.tag
        if state.table and tag != "table":
            self._cell(tag)
        elif tag in _BLOCKS:
            self._end_block()
            self._enter_block(element)
        if tag == "sup":
            state.raised += 1
        elif tag == "br":
            self._break()
        self._text(element.text or "")

    def _enter_block(self, element: HtmlElement) -> None:
        state = self.state
        tag = element.tag
        if tag in _KINDS:
            level = int(tag[1]) if tag[0] == "h" and tag[1:].isdecimal() else 0
            state.kinds.append((_KINDS[tag], level))
            state.verbatim += tag == "pre"
        elif tag == "table":
            state.table += 1
            state.kinds.append((BlockKind.TABLE, 0))
        elif tag == "blockquote":
            state.quoted += 1
        elif tag in ("ul", "ol"):
            start = element.get("start") or "1"
            state.lists.append(_List(tag == "ol", int(start) if start.isdecimal() else 1))
        elif tag == "li":
            state.label = self._item_label(element)
        elif tag == "hr":
            self.assembly.open()
            self.assembly.write("———")
            self.assembly.close(BlockKind.RULE)

    def _item_label(self, element: HtmlElement) -> str:
        lists = self.state.lists
        if not lists or not lists[-1].ordered:
            return "•"
        value = element.get("value") or ""
        number = int(value) if value.isdecimal() else lists[-1].next
        lists[-1].next = number + 1
        return str(number)

    def _leave(self, element: HtmlElement, *, is_root: bool) -> None:
        state = self.state
        if state.skip:
            state.skip -= 1
        else:
            self._leave_block(element)
        if not state.skip and not is_root:
            self._text(element.tail or "")

    def _leave_block(self, element: HtmlElement) -> None:
        state = self.state
        tag = element.tag
        if tag == "sup":
            state.raised -= 1
        if state.table and tag != "table":
            return
        if tag not in _BLOCKS:
            return
        self._end_block()
        if tag in _KINDS or tag == "table":
            state.kinds.pop()
            state.verbatim -= tag == "pre"
            state.table -= tag == "table"
        elif tag == "blockquote":
            state.quoted -= 1
        elif tag in ("ul", "ol"):
            state.lists.pop()

    def _cell(self, tag: str) -> None:
        """Part the cells of a table by tabs and its rows by line ends."""
        if not self.state.open:
            return
        if tag == "tr":
            self._separate("\n")
        elif tag in ("td", "th"):
            self._separate("\t")
        elif tag in _BLOCKS:
            self._separate(" ")

    def _separate(self, mark: str) -> None:
        if not self.state.blank or mark == "\n":
            self.assembly.write(mark)
        self.state.blank = True
        self.state.pending = False

    def _break(self) -> None:
        """Write a line end; two in a row begin a new block."""
        state = self.state
        state.breaks += 1
        if state.table:
            self._separate(" ")
        elif state.breaks > 1:
            self._end_block()
        elif state.open:
            self.assembly.write("\n")
            state.blank = True
            state.pending = False

    def _text(self, text: str) -> None:
        state = self.state
        if state.skip or not text:
            return
        if state.verbatim:
            self._verbatim(text)
            return
        text = _SPACE.sub(" ", _SOFT.sub("", text))
        words = text.strip(" ")
        if words and state.fresh:
            words = self._without_label(words)
            state.fresh = False
            if not words:
                return
        if not words:
            state.pending = state.pending or bool(text)
            return
        state.breaks = 0
        self._spaced(before=text[0] == " ")
        if state.raised:
            self.assembly.write_raised(words)
        else:
            self.assembly.write(words)
        state.pending = text[-1] == " "
        state.blank = False

    def _verbatim(self, text: str) -> None:
        if not self.state.open:
            self._begin_block()
        self.assembly.write(text)
        self.state.blank = False

    def _spaced(self, *, before: bool) -> None:
        """Make ready for words: begin a block, or part them from the words before."""
        state = self.state
        if not state.open:
            self._begin_block()
        if (state.pending or before) and not state.blank:
            self.assembly.write(" ")
        state.pending = False

    def _without_label(self, words: str) -> str:
        """Return the first words of a note without its own number; "" where they are nothing else."""
        note = self.page.notes.get(self.state.note or "")
        if note is None:
            return words
        alone = _LABEL.fullmatch(words)
        if alone and int(alone.group(1)) == note.number:
            return ""
        found = _LABEL_BEFORE.match(words)
        return words[found.end() :] if found and int(found.group(1)) == note.number else words

    def _mark(self, element: HtmlElement) -> None:
        name = self.page.marks[element]
        number = self.page.notes[name].number
        self._spaced(before=False)
        anchor = self.assembly.write_raised(superscript(number))
        self.assembly.mark(name, number, NotePlace.END, anchor)
        self.state.blank = False

    def _begin_block(self) -> None:
        self.assembly.open()
        self.state.open = True
        self.state.blank = True

    def _end_block(self) -> None:
        state = self.state
        if state.open:
            kind, level = self._kind()
            label = state.label if kind is BlockKind.LIST_ITEM else ""
            self.assembly.close(kind, level=level, label=label, note=state.note)
            state.label = ""
        state.open = False
        state.blank = True
        state.pending = False
        state.breaks = 0

    def _kind(self) -> tuple[BlockKind, int]:
        state = self.state
        if state.note is not None:
            return BlockKind.NOTE, 0
        if state.kinds:
            return state.kinds[-1]
        if state.lists:
            return BlockKind.LIST_ITEM, len(state.lists)
        return (BlockKind.QUOTATION if state.quoted else BlockKind.PARAGRAPH), 0
