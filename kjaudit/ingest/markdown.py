"""Markdown, as CommonMark and pandoc write it: blocks, notes, raised digits, citation keys, front matter."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from kjaudit.model import BlockKind, Document, FieldCodeOrigin, NotePlace, SourceUnit, Span

from .assembly import Assembly, Meta
from .decode import decode
from .fold import Folded, fold
from .front_matter import FrontMatter, front_matter
from .markdown_blocks import parse
from .markdown_flat import Piece, PieceKind
from .markdown_inline import Inline
from .markdown_lines import Parsed, RawBlock
from .sniff import Format
from .superscripts import superscript


def read(data: bytes, path: Path) -> Document:
    """Read a Markdown file; see `interface.Reader`."""
    decoded = decode(data, str(path))
    return document(fold(decoded.text), path, Format.MARKDOWN.value, decoded.problems)


def document(
    folded: Folded, path: Path, media_type: str, problems: tuple[str, ...], *, lenient: bool = False
) -> Document:
    """
    Return the document of a folded Markdown text.

    Args:
        folded: the text.
        path: as given by the user.
        media_type: of the file.
        problems: what went wrong so far.
        lenient: a plain text with some Markdown in it: indented lines are no code, line ends are meant.
    """
    text = folded.text
    matter = front_matter(text)
    parsed = parse(text, matter.end, lenient=lenient)
    writer = _Writer(text, parsed)
    writer.assembly.problems.extend(problems)
    writer.front(matter)
    for block in parsed.blocks:
        writer.block(block)
    writer.notes()
    return writer.assembly.finish(path, media_type, meta=Meta(title=matter.title), folded=folded)


class _Writer:
    """Writes parsed blocks into an assembly and numbers the notes as they are called."""

    def __init__(self, text: str, parsed: Parsed) -> None:
        self.text = text
        self.parsed = parsed
        self.assembly = Assembly(SourceUnit.OFFSET)
        self.inline = Inline(text, frozenset(parsed.notes), parsed.links)
        self.called: dict[str, int] = {}
        self.inner: dict[str, tuple[Piece, ...]] = {}
        self.literal = all(
            _printed(name).isdecimal() and name.isascii() and len(_printed(name)) < 7 for name in parsed.notes
        )
        """Whether note names are the numbers that the writer sees."""

    def front(self, matter: FrontMatter) -> None:
        """Write title, authors and date of the front matter as blocks: they are printed with the text."""
        for kind, spans in ((BlockKind.TITLE, matter.titles), (BlockKind.BYLINE, matter.bylines)):
            for span in spans:
                self.assembly.open()
                self.assembly.write(span.of(self.text), span.start, span.end)
                self.assembly.close(kind)

    def block(self, block: RawBlock, note: str | None = None) -> None:
        """Write one block; `note`: the note that it belongs to."""
        self.assembly.open()
        if block.verbatim:
            for at, line in enumerate(block.lines):
                if at:
                    self.assembly.write("\n", line[0] - 1, line[0])
                self.assembly.write(self.text[line[0] : line[1]], line[0], line[1])
        else:
            for piece in self.inline.pieces(block.lines, block.joints):
                self._piece(piece)
        if note is None:
            self.assembly.close(block.kind, level=block.level, label=block.label)
        else:
            self.assembly.close(BlockKind.NOTE, note=note)

    def notes(self) -> None:
        """Write the words of the notes: called ones in order of their marks, then those that nothing calls."""
        written: set[str] = set()
        uncalled = iter(self.parsed.notes)
        while len(written) < len(self.called) or self._call_next(uncalled):
            for name in list(self.called)[len(written) :]:
                written.add(name)
                self._note(name)

    def _call_next(self, uncalled: Iterator[str]) -> bool:
        """Take the next note that nothing calls as called; return whether there is one."""
        name = next((name for name in uncalled if name not in self.called), None)
        if name is not None:
            self.called[name] = len(self.called) + 1
        return name is not None

    def _note(self, name: str) -> None:
        self.assembly.note(name, self._number(name), NotePlace.FOOT)
        for block in self.parsed.notes.get(name, ()):
            self.block(block, note=name)
        if name in self.inner:
            self.assembly.open()
            for piece in self.inner[name]:
                self._piece(piece)
            self.assembly.close(BlockKind.NOTE, note=name)

    def _piece(self, piece: Piece) -> None:
        if piece.kind is PieceKind.TEXT:
            self.assembly.write(piece.text, piece.start, piece.end)
        elif piece.kind is PieceKind.RAISED:
            self.assembly.write_raised(piece.text, piece.start, piece.end)
        elif piece.kind is PieceKind.CITATION:
            begin = self.assembly.length
            for part in piece.inner:
                self._piece(part)
            self.assembly.field(begin, FieldCodeOrigin.PANDOC, piece.items)
        elif piece.kind is PieceKind.NOTE:
            self._call(piece.text, piece)
        else:
            name = f"\n{len(self.called)}"
            self.inner[name] = piece.inner
            self._call(name, piece)

    def _call(self, name: str, piece: Piece) -> None:
        self.called.setdefault(name, len(self.called) + 1)
        number = self._number(name)
        anchor: Span = self.assembly.write_raised(superscript(number), piece.start, piece.end)
        if name in self.parsed.notes or name in self.inner:
            self.assembly.mark(name, number, NotePlace.FOOT, anchor)

    def _number(self, name: str) -> int:
        if self.literal and _printed(name).isdecimal():
            return int(_printed(name))
        return self.called[name]


def _printed(name: str) -> str:
    """Return the name of a note without what tells notes of one name apart."""
    return name.partition("\n")[0]
