"""Builds a Document from the pieces a reader of a format finds, keeping every span right."""

from __future__ import annotations

import hashlib
import unicodedata
from dataclasses import dataclass, field, replace
from pathlib import Path

from kjaudit.model import (
    Block,
    BlockKind,
    Byline,
    Document,
    FieldCode,
    FieldCodeOrigin,
    Note,
    NotePlace,
    SourceRun,
    SourceUnit,
    Span,
)

from .fold import Folded, Run, compose_runs, fold
from .superscripts import raised

BETWEEN = "\n\n"
"""What stands between two blocks in the text."""


@dataclass(slots=True)
class _NoteDraft:
    """A note while its mark and its words are still being found."""

    number: int
    place: NotePlace
    anchor: Span | None = None
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Meta:
    """What a format says of the document outside its text."""

    title: str = ""
    byline: Byline = field(default_factory=Byline)


class Assembly:
    """
    Collects text block by block. One-way: write, then `finish` once.

    Sources are counted in `unit`: OFFSET into the text the reader works on, or PARAGRAPH ordinals.
    """

    def __init__(self, unit: SourceUnit) -> None:
        self.unit = unit
        self.length = 0
        self.problems: list[str] = []
        self._parts: list[str] = []
        self._runs: list[Run] = []
        self._blocks: list[Block] = []
        self._raised: list[Span] = []
        self._fields: list[FieldCode] = []
        self._notes: dict[str, _NoteDraft] = {}
        self._open: int | None = None

    def open(self) -> None:
        """Begin a block."""
        if self._blocks:
            self._put(BETWEEN)
        self._open = self.length

    def write(self, text: str, start: int = 0, end: int = 0) -> None:
        """Write `text` that came from source[start:end]; equal offsets: it came from nowhere."""
        if not text:
            return
        if end > start:
            self._run(Run(self.length, self.length + len(text), start, end))
        self._put(text)

    def write_raised(self, text: str, start: int = 0, end: int = 0) -> Span:
        """Write `text` that the format prints raised; return where it stands."""
        span = Span(self.length, self.length + len(text))
        self.write(raised(text), start, end)
        if text:
            self._raised.append(span)
        return span

    def field(self, start: int, origin: FieldCodeOrigin, items: tuple[str, ...], printed: str = "") -> None:
        """Say that what was written since `start` is the printed form of a live citation."""
        self._fields.append(FieldCode(span=Span(start, self.length), origin=origin, items=items, printed=printed))

    def mark(self, identifier: str, number: int, place: NotePlace, anchor: Span) -> None:
        """Say that `anchor` is a mark of note `identifier`; the first one counts."""
        draft = self._notes.setdefault(identifier, _NoteDraft(number, place))
        draft.anchor = draft.anchor or anchor

    def close(self, kind: BlockKind, *, level: int = 0, label: str = "", note: str | None = None) -> Span | None:
        """
        End the block; drop it when it holds nothing but white space.

        Args:
            kind: what it is.
            level: see `Block.level`.
            label: see `Block.label`.
            note: identifier of the note whose words it holds.

        Returns:
            its span without surrounding white space, or None where it was empty.
        """
        text = "".join(self._parts_since(self._open or 0))
        start = self._open or 0
        self._open = None
        inner = text.strip()
        if not inner:
            return None
        begin = start + len(text) - len(text.lstrip())
        span = Span(begin, begin + len(inner))
        self._blocks.append(Block(kind=kind, span=span, level=level, label=label))
        if note is not None:
            draft = self._notes[note]
            draft.span = Span(draft.span.start if draft.span else span.start, span.end)
        return span

    def note(self, identifier: str, number: int, place: NotePlace) -> None:
        """Make sure that note `identifier` is known, with or without a mark."""
        self._notes.setdefault(identifier, _NoteDraft(number, place))

    def finish(
        self, path: Path, media_type: str, *, meta: Meta | None = None, folded: Folded | None = None
    ) -> Document:
        """
        Return the document.

        Args:
            path: as the user gave it.
            media_type: of the file.
            meta: what the format says outside the text.
            folded: the text that offsets were counted in; makes sources lead to the decoded file.
        """
        meta = meta or Meta()
        text = "".join(self._parts)
        controls = folded.controls if folded else 0
        document = Document(
            id=path.name,
            digest="",
            title=meta.title or path.name,
            text=text,
            path=str(path),
            media_type=media_type,
            blocks=tuple(self._blocks),
            notes=self._finished_notes(),
            raised=tuple(self._raised),
            byline=meta.byline,
            field_codes=tuple(self._fields),
            problems=(*_control_problem(controls), *self.problems),
        )
        runs = tuple(self._runs)
        if not unicodedata.is_normalized("NFC", text):
            document, runs = _refolded(document, runs)
        if folded:
            runs = compose_runs(runs, folded.runs)
        return replace(
            document,
            digest=hashlib.sha256(document.text.encode()).hexdigest(),
            source=tuple(
                SourceRun(span=Span(run.start, run.end), unit=self.unit, start=run.source_start, end=run.source_end)
                for run in runs
            ),
        )

    def _put(self, text: str) -> None:
        self._parts.append(text)
        self.length += len(text)

    def _run(self, run: Run) -> None:
        last = self._runs[-1] if self._runs else None
        if last is None or last.end != run.start:
            self._runs.append(run)
        elif self.unit is SourceUnit.OFFSET and last.even and run.even and last.source_end == run.source_start:
            self._runs[-1] = Run(last.start, run.end, last.source_start, run.source_end)
        elif self.unit is not SourceUnit.OFFSET and (last.source_start, last.source_end) == (
            run.source_start,
            run.source_end,
        ):
            self._runs[-1] = Run(last.start, run.end, last.source_start, last.source_end)
        else:
            self._runs.append(run)

    def _parts_since(self, start: int) -> list[str]:
        """Return the pieces written since `start`, which is where a piece begins."""
        pieces: list[str] = []
        at = self.length
        for piece in reversed(self._parts):
            if at <= start:
                break
            pieces.append(piece)
            at -= len(piece)
        return pieces[::-1]

    def _finished_notes(self) -> tuple[Note, ...]:
        drafts = [draft for draft in self._notes.values() if draft.span is not None]
        drafts.sort(key=lambda draft: draft.span.start if draft.span else 0)
        return tuple(
            Note(key=f"n{at}", number=draft.number, span=draft.span, anchor=draft.anchor, place=draft.place)
            for at, draft in enumerate(drafts, 1)
            if draft.span is not None
        )


def _control_problem(controls: int) -> tuple[str, ...]:
    if not controls:
        return ()
    return (f"{controls} control character{'s' if controls > 1 else ''} that no text should hold left out",)


def _refolded(document: Document, runs: tuple[Run, ...]) -> tuple[Document, tuple[Run, ...]]:
    """Fold a text whose pieces compose where they were joined, and move every span with it."""
    folded = fold(document.text)
    places: list[int] = [0] * (len(document.text) + 1)
    for run in folded.runs:
        for at in range(run.source_start, run.source_end):
            places[at] = min(run.start + at - run.source_start, run.end)
    places[len(document.text)] = len(folded.text)

    def moved(span: Span) -> Span:
        return Span(places[span.start], max(places[span.end], places[span.start]))

    return (
        replace(
            document,
            text=folded.text,
            blocks=tuple(replace(block, span=moved(block.span)) for block in document.blocks),
            notes=tuple(
                replace(note, span=moved(note.span), anchor=moved(note.anchor) if note.anchor else None)
                for note in document.notes
            ),
            raised=tuple(moved(span) for span in document.raised),
            field_codes=tuple(replace(code, span=moved(code.span)) for code in document.field_codes),
        ),
        compose_runs(folded.runs, runs),
    )
