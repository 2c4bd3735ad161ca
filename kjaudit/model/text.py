"""A document as read: one immutable text, and places in it."""

from __future__ import annotations

import enum
from bisect import bisect_right
from dataclasses import dataclass, field

from .value import Field, PartialDate


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """
    A half-open range of a text, in code points.

    Attributes:
        start: first code point, from 0.
        end: one past the last code point; `end >= start`.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: {self.start}..{self.end}")

    def of(self, text: str) -> str:
        """Return the part of `text` this span covers."""
        return text[self.start : self.end]

    def covers(self, other: Span) -> bool:
        """Whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: Span) -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def shifted(self, by: int) -> Span:
        """Return this span moved `by` code points to the right."""
        return Span(self.start + by, self.end + by)


class BlockKind(enum.Enum):
    """What a block is to a reader."""

    TITLE = "title"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list item"
    NOTE = "note"
    ENTRY = "entry"
    CAPTION = "caption"
    TABLE = "table"
    BYLINE = "byline"
    QUOTATION = "quotation"
    RULE = "rule"
    CODE = "code"


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """
    A run of the text that a reader sees as one thing.

    Attributes:
        kind: what it is.
        span: without surrounding white space; blocks are in text order and never overlap.
        level: of a heading or nested list item, from 1; 0 elsewhere.
        label: printed bullet or number when the format keeps it apart from the text ("12", "a"), else "".
    """

    kind: BlockKind
    span: Span
    level: int = 0
    label: str = ""


class NotePlace(enum.Enum):
    """Where a note is printed."""

    FOOT = "footnote"
    END = "endnote"


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """
    A footnote or endnote. Its mark is not a citation.

    Attributes:
        key: "n1", "n2", ... in the order of the notes' texts; unique in the document even where numbers restart.
        number: as printed; numbers may repeat or restart.
        span: of its words in `Document.text`, without the number.
        anchor: span of its mark in the running text; `None` where no mark was found.
        place: foot or end.
    """

    key: str
    number: int
    span: Span
    anchor: Span | None = None
    place: NotePlace = NotePlace.FOOT


class SourceUnit(enum.Enum):
    """What the source of a piece of text is counted in."""

    OFFSET = "offset"
    PARAGRAPH = "paragraph"
    PAGE = "page"


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceRun:
    """
    Where a piece of `Document.text` came from.

    Attributes:
        span: the piece.
        unit: what `start` and `end` count.
        start: OFFSET: code points into the decoded file (before NFC and LF folding); PARAGRAPH: ordinal in the body
            part of a DOCX; PAGE: page number from 1.
        end: one past, in the same unit. Where an OFFSET run is as long as its span, characters map one to one.
    """

    span: Span
    unit: SourceUnit
    start: int
    end: int


class FieldCodeOrigin(enum.Enum):
    """Which program wrote a live citation field."""

    ZOTERO = "Zotero"
    MENDELEY = "Mendeley"
    ENDNOTE = "EndNote"
    WORD = "Word"
    PANDOC = "pandoc"


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldCode:
    """
    A live citation of a reference manager found in the file.

    Attributes:
        span: what is printed, in `Document.text`.
        origin: who wrote it.
        items: the works it holds, each a CSL-JSON item as JSON text.
        printed: the text the field says it prints, or "".
    """

    span: Span
    origin: FieldCodeOrigin
    items: tuple[str, ...]
    printed: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Byline:
    """Who published the document itself, where and when, as far as it says; spans into `Document.text`."""

    authors: tuple[Field[str], ...] = ()
    date: Field[PartialDate] | None = None
    outlet: Field[str] | None = None
    url: Field[str] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """
    One text under audit. Never edited: a changed file is a new `Document`.

    Attributes:
        id: given once, when the document is added to a project; kept when the file changes; else the file name.
        digest: SHA-256 of `text`, hex; changes when the file does.
        title: as shown to the reviewer.
        text: NFC, lines end in LF; every `Span` indexes into it. Raised digits of note marks and superscript citations
            are Unicode superscripts ("1965¹", "shown²,³"), whatever the format wrote.
        path: as the user gave it.
        media_type: of the file, e.g. "text/markdown".
        language: BCP 47 primary language of the running text ("en", "ko", "ja", ...), "und" where it cannot be told.
        blocks: in text order. `ingest` gives what the format says; `structure` refines them.
        notes: in the order of their texts.
        raised: spans of runs that the format prints raised (superscript), in text order.
        reference_list: spans of the reference lists, heading included; empty where the document has none.
        byline: what the document says of itself.
        source: where the pieces of the text came from, in text order.
        field_codes: live citations of reference managers, in text order.
        problems: what could not be read, one sentence each.
    """

    id: str
    digest: str
    title: str
    text: str
    path: str = ""
    media_type: str = "text/plain"
    language: str = "und"
    blocks: tuple[Block, ...] = ()
    notes: tuple[Note, ...] = ()
    raised: tuple[Span, ...] = ()
    reference_list: tuple[Span, ...] = ()
    byline: Byline = field(default_factory=Byline)
    source: tuple[SourceRun, ...] = ()
    field_codes: tuple[FieldCode, ...] = ()
    problems: tuple[str, ...] = ()

    def source_span(self, span: Span) -> tuple[int, int] | None:
        """
        Return where `span` stands in the decoded file, in code points, half-open.

        `None` where the format keeps no such offsets (a DOCX) or no piece of the span has any.
        """
        starts: int | None = None
        ends: int | None = None
        first = bisect_right(self.source, span.start, key=lambda run: run.span.end)
        for at in range(first, len(self.source)):
            run = self.source[at]
            if run.span.start >= span.end:
                break
            if run.unit is not SourceUnit.OFFSET or not run.span.meets(span):
                continue
            even = run.end - run.start == run.span.end - run.span.start
            if starts is None:
                starts = run.start + max(0, span.start - run.span.start) if even else run.start
            ends = run.start + min(span.end, run.span.end) - run.span.start if even else run.end
        return None if starts is None or ends is None else (starts, ends)
