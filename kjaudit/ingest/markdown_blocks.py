"""Blocks of a Markdown text, as slices of its lines: every character keeps its place."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass, field

from kjaudit.model import BlockKind

from .markdown_lines import Parsed, RawBlock, Slice, as_kind, cells_of, in_item, indent_of, white_before
from .wrapping import Line, Margin, margin_of, soften

_DEEPEST = 8
"""Lists and quotations nested deeper are read as paragraphs."""
_HEADING = re.compile(r" {0,3}(#{1,6})(?:[ \t]+(.*?))?(?:[ \t]+#+)?[ \t]*(?:\{[#.][^{}\n]*\})?[ \t]*$")
_UNDERLINE = re.compile(r" {0,3}(=+|-+)[ \t]*$")
_RULE = re.compile(r" {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})[^`\n]*$")
_QUOTE = re.compile(r" {0,3}> ?")
_BULLET = re.compile(r" {0,3}[-*+](?:[ \t]+|$)")
_NUMBER = re.compile(r" {0,3}(?:\((\d{1,3})\)|(\d{1,3})[.)])(?:[ \t]+|$)")
_DEFINITION = re.compile(r" {0,3}\[\^([^\]\s]{1,80})\]:[ \t]*")
_LINK = re.compile(r" {0,3}\[([^\]\^\n][^\]\n]{0,200})\]:[ \t]+(\S+)[ \t]*(?:[\"'(].*[\"')])?[ \t]*$")
_TABLE_RULE = re.compile(r"[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")
_HIDDEN = re.compile(r" {0,3}<(script|style)\b", re.I)
_DIV = re.compile(r" {0,3}:{3,}.*$")
_INDENTED = re.compile(r"(?: {4}| {0,3}\t)")


@dataclass(slots=True)
class _Found:
    blocks: list[RawBlock] = field(default_factory=list)
    notes: dict[str, list[Slice]] = field(default_factory=dict)
    links: set[str] = field(default_factory=set)


def parse(text: str, start: int, *, lenient: bool) -> Parsed:
    """Read the blocks of text[start:]; `lenient`: see `markdown.document`."""
    lines: list[Slice] = []
    at = start
    for line in text[start:].split("\n"):
        lines.append((at, at + len(line)))
        at += len(line) + 1
    reader = _Reader(text, lenient=lenient)
    rest = reader.definitions(lines)
    reader.margin = margin_of(text, _groups(text, rest))
    blocks = tuple(reader.blocks(rest, 0))
    return Parsed(
        blocks,
        {name: tuple(reader.blocks(body, 0)) for name, body in reader.found.notes.items()},
        frozenset(reader.found.links),
    )


def _groups(text: str, lines: list[Slice]) -> list[list[Line]]:
    groups: list[list[Line]] = [[]]
    for start, end in lines:
        if text[start:end].strip():
            groups[-1].append(Line(start, end))
        elif groups[-1]:
            groups.append([])
    return [group for group in groups if group]


class _Reader:
    """Reads slices of lines into blocks, container by container."""

    def __init__(self, text: str, *, lenient: bool) -> None:
        self.text = text
        self.lenient = lenient
        self.margin: Margin | None = None
        self.closings: dict[str, list[int]] = {}
        self.found = _Found()
        self.twice: Counter[str] = Counter()

    def definitions(self, lines: list[Slice]) -> list[Slice]:
        """Take definitions of notes and links out of `lines`; return the others."""
        rest: list[Slice] = []
        at = 0
        while at < len(lines):
            start, end = lines[at]
            note = _DEFINITION.match(self.text, start, end)
            link = _LINK.match(self.text, start, end)
            if note:
                at = self._note(note, lines, at)
                rest.append((end, end))
            elif link and not self.lenient:
                self.found.links.add(" ".join(link.group(1).casefold().split()))
                rest.append((end, end))
                at += 1
            else:
                rest.append(lines[at])
                at += 1
        return rest

    def _note(self, found: re.Match[str], lines: list[Slice], at: int) -> int:
        """Collect the lines of a note: up to a blank line, then those that are indented."""
        body = [(found.end(), lines[at][1])]
        at += 1
        blanks: list[Slice] = []
        while at < len(lines):
            start, end = lines[at]
            indented = _INDENTED.match(self.text, start, end)
            if not self.text[start:end].strip():
                blanks.append((end, end))
            elif indented:
                body.extend(blanks)
                body.append((indented.end(), end))
                blanks = []
            elif blanks or _DEFINITION.match(self.text, start, end) or self._interrupts(start, end):
                break
            else:
                body.append((start, end))
            at += 1
        name = found.group(1)
        self.twice[name] += 1
        self.found.notes[name if self.twice[name] == 1 else f"{name}\n{self.twice[name]}"] = body
        return at - len(blanks) if blanks else at

    def blocks(self, lines: list[Slice], depth: int) -> list[RawBlock]:
        """Return the blocks of `lines`."""
        found: list[RawBlock] = []
        at = 0
        while at < len(lines):
            start, end = lines[at]
            if not self.text[start:end].strip():
                at += 1
                continue
            for reader in (self._leaf, self._container):
                after = reader(lines, at, depth, found)
                if after > at:
                    break
            else:
                after = self._paragraph(lines, at, found)
            at = after
        return found

    def _leaf(self, lines: list[Slice], at: int, depth: int, found: list[RawBlock]) -> int:
        """Read what holds no other block; return the line after it, or `at`. `depth` does not matter to it."""
        for reader in (self._heading, self._rule, self._fence, self._hidden, self._table, self._code):
            after = reader(lines, at, found)
            if after > at:
                return after
        return at

    def _heading(self, lines: list[Slice], at: int, found: list[RawBlock]) -> int:
        heading = _HEADING.match(self.text, *lines[at])
        if heading is None:
            return at
        inner = heading.span(2) if heading.group(2) else (lines[at][1], lines[at][1])
        found.append(RawBlock(kind=BlockKind.HEADING, lines=(inner,), level=len(heading.group(1))))
        return at + 1

    def _rule(self, lines: list[Slice], at: int, found: list[RawBlock]) -> int:
        if _DIV.match(self.text, *lines[at]):
            return at + 1
        if _RULE.match(self.text, *lines[at]) is None:
            return at
        found.append(RawBlock(kind=BlockKind.RULE, lines=(lines[at],), verbatim=True))
        return at + 1

    def _is_table_rule(self, line: Slice) -> bool:
        return "|" in self.text[line[0] : line[1]] and _TABLE_RULE.match(self.text, *line) is not None

    def _container(self, lines: list[Slice], at: int, depth: int, found: list[RawBlock]) -> int:
        if depth >= _DEEPEST:
            return at
        start, end = lines[at]
        if _QUOTE.match(self.text, start, end):
            return self._quote(lines, at, depth, found)
        if _BULLET.match(self.text, start, end) or _NUMBER.match(self.text, start, end):
            return self._item(lines, at, depth, found)
        return at

    def _fence(self, lines: list[Slice], at: int, found: list[RawBlock]) -> int:
        fence = _FENCE.match(self.text, *lines[at])
        if fence is None:
            return at
        mark = fence.group(1)
        inner: list[Slice] = []
        at += 1
        while at < len(lines):
            start, end = lines[at]
            at += 1
            words = self.text[start:end].strip()
            if len(words) >= len(mark) and set(words) == {mark[0]}:
                break
            inner.append((start, end))
        found.append(RawBlock(kind=BlockKind.CODE, lines=tuple(inner), verbatim=True))
        return at

    def _hidden(self, lines: list[Slice], at: int, found: list[RawBlock]) -> int:
        """Skip a comment, a script or a style sheet; one that does not end is read as text."""
        start, end = lines[at]
        hidden = _HIDDEN.match(self.text, start, end)
        if hidden is None and not self.text[start:end].lstrip().startswith("<!--"):
            return at
        closing = f"</{hidden.group(1).lower()}" if hidden else "-->"
        stop = self._closing(closing, start)
        if stop < 0 or stop >= lines[-1][1]:
            return at
        while lines[at][1] < stop:
            at += 1
        if self.text[stop + len(closing) : lines[at][1]].strip(" \t>"):
            found.append(RawBlock(kind=BlockKind.PARAGRAPH, lines=((stop + len(closing), lines[at][1]),)))
        return at + 1

    def _closing(self, closing: str, start: int) -> int:
        """Return the next place of `closing` from `start` on, or -1; all places are found once."""
        if closing not in self.closings:
            self.closings[closing] = [found.start() for found in re.finditer(re.escape(closing), self.text, re.I)]
        places = self.closings[closing]
        after = bisect_left(places, start)
        return places[after] if after < len(places) else -1

    def _table(self, lines: list[Slice], at: int, found: list[RawBlock]) -> int:
        if "|" not in self.text[lines[at][0] : lines[at][1]] or at + 1 == len(lines):
            return at
        if not self._is_table_rule(lines[at + 1]):
            return at
        rows: list[Slice] = [lines[at]]
        at += 2
        while at < len(lines) and "|" in self.text[lines[at][0] : lines[at][1]]:
            rows.append(lines[at])
            at += 1
        cells: list[Slice] = []
        joints: list[str] = []
        for start, end in rows:
            row = cells_of(self.text, start, end)
            cells.extend(row)
            joints.extend(["\t"] * (len(row) - 1) + ["\n"])
        found.append(RawBlock(kind=BlockKind.TABLE, lines=tuple(cells), joints=tuple(joints[:-1])))
        return at

    def _code(self, lines: list[Slice], at: int, found: list[RawBlock]) -> int:
        if self.lenient or _INDENTED.match(self.text, *lines[at]) is None:
            return at
        inner: list[Slice] = []
        while at < len(lines) and (indent := _INDENTED.match(self.text, *lines[at])):
            inner.append((indent.end(), lines[at][1]))
            at += 1
        found.append(RawBlock(kind=BlockKind.CODE, lines=tuple(inner), verbatim=True))
        return at

    def _quote(self, lines: list[Slice], at: int, depth: int, found: list[RawBlock]) -> int:
        inner: list[Slice] = []
        while at < len(lines):
            start, end = lines[at]
            mark = _QUOTE.match(self.text, start, end)
            if not mark and (not self.text[start:end].strip() or self._interrupts(start, end)):
                break
            inner.append((mark.end() if mark else start, end))
            at += 1
        for block in self.blocks(inner, depth + 1):
            kind = BlockKind.QUOTATION if block.kind is BlockKind.PARAGRAPH else block.kind
            found.append(as_kind(block, kind))
        return at

    def _item(self, lines: list[Slice], at: int, depth: int, found: list[RawBlock]) -> int:
        """Read one list item and what is indented under it."""
        start, end = lines[at]
        number = _NUMBER.match(self.text, start, end)
        mark = number or _BULLET.match(self.text, start, end)
        if mark is None:
            return at
        width = max(2, mark.end() - start) if self.text[mark.end() : end].strip() else 2
        inner = [(mark.end(), end)]
        at += 1
        blanks: list[Slice] = []
        while at < len(lines):
            line = lines[at]
            indent = indent_of(self.text, *line)
            if not self.text[line[0] : line[1]].strip():
                blanks.append((line[1], line[1]))
            elif indent >= min(width, 4):
                inner.extend(blanks)
                inner.append((line[0] + min(white_before(self.text, *line), width), line[1]))
                blanks = []
            elif blanks or self._interrupts(*line):
                break
            else:
                inner.append(line)
            at += 1
        label = (number.group(1) or number.group(2)) if number else "•"
        for order, block in enumerate(self.blocks(inner, depth + 1)):
            found.append(in_item(block, label if order == 0 else ""))
        return at - len(blanks)

    def _interrupts(self, start: int, end: int) -> bool:
        """Whether a line ends the paragraph before it."""
        patterns = (_HEADING, _RULE, _FENCE, _QUOTE, _BULLET, _DIV)
        if any(pattern.match(self.text, start, end) for pattern in patterns):
            return True
        number = _NUMBER.match(self.text, start, end)
        return number is not None and self.text[number.end() : end].strip() != ""

    def _paragraph(self, lines: list[Slice], at: int, found: list[RawBlock]) -> int:
        inner = [lines[at]]
        at += 1
        while at < len(lines):
            start, end = lines[at]
            if not self.text[start:end].strip():
                break
            under = _UNDERLINE.match(self.text, start, end)
            if under and not self.lenient:
                level = 1 if under.group(1)[0] == "=" else 2
                found.append(
                    RawBlock(kind=BlockKind.HEADING, lines=tuple(inner), level=level, joints=(" ",) * (len(inner) - 1))
                )
                return at + 1
            if self._interrupts(start, end):
                break
            inner.append((start, end))
            at += 1
        found.append(RawBlock(kind=BlockKind.PARAGRAPH, lines=tuple(inner), joints=self._joints(inner)))
        return at

    def _joints(self, lines: list[Slice]) -> tuple[str, ...]:
        """Return a space after lines that only the margin ended and a line end after the others."""
        if len(lines) == 1:
            return ()
        bare = [Line(start, start + len(self.text[start:end].rstrip())) for start, end in lines]
        joints = [line.joint for line in soften(self.text, bare, self.margin)][:-1]
        hard = (self.text[start:end].endswith(("  ", "\\")) for start, end in lines)
        return tuple("\n" if ends else joint for joint, ends in zip(joints, hard, strict=False))
