"""
Reference list -> pieces, one an entry.

Two splitters vote. Layout: blocks, printed labels, hanging indents. Words: author and year at the start, an ended entry
before. Where they disagree the piece says so.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kjaudit.model import Document, ProblemKind, Span

from .labels import Label, in_sequence, read_label
from .lines import Line, lines_of
from .starts import Start, goes_on, has_ended, has_year, inner_starts, is_open, is_paste_tail, start_at


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """
    Where one entry stands.

    Attributes:
        span: into `Document.text`, without label and surrounding white space.
        label: as printed, without brackets; "" where there is none.
        problems: UNSURE_BOUNDARY where the splitters disagree, RUN_TOGETHER where only the words tell entries apart.
    """

    span: Span
    label: str = ""
    problems: tuple[ProblemKind, ...] = ()


@dataclass(slots=True)
class _Open:
    """A piece that is being put together."""

    start: int
    end: int
    label: str = ""
    problem: ProblemKind | None = None


def split(document: Document) -> tuple[Piece, ...]:
    """Split the reference lists of `document` into entries, in text order. Never raises; linear in the text."""
    pieces: list[Piece] = []
    for part in document.reference_list:
        for group in lines_of(document, part):
            pieces.extend(_split_group(document.text, group))
    return tuple(pieces)


def _split_group(text: str, lines: Sequence[Line]) -> Iterator[Piece]:
    labels = [read_label(line.span.of(text), line.label) for line in lines]
    numbered = in_sequence([label.number if label else None for label in labels])
    by_label = sum(numbered) * 2 > sum(line.opens for line in lines) or sum(numbered) > 4
    openings = _by_label(text, lines, labels, numbered) if by_label else _by_words(text, lines, labels)
    for piece in openings:
        yield from _finished(text, piece, numbered=by_label)


def _by_label(
    text: str, lines: Sequence[Line], labels: Sequence[Label | None], numbered: Sequence[bool]
) -> Iterator[_Open]:
    """Entries start at the numbers; a block without one that reads like an entry is one, marked unsure."""
    current: _Open | None = None
    for line, label, counts in zip(lines, labels, numbered, strict=True):
        start = line.span.start
        if counts and label is not None:
            if current:
                yield current
            current = _Open(start + label.length, line.span.end, label.text)
        elif current is None:
            current = _Open(start, line.span.end)
        elif line.opens and _words_insist(text, line, current):
            yield current
            current = _Open(start, line.span.end, problem=ProblemKind.UNSURE_BOUNDARY)
        else:
            current.end = line.span.end
    if current:
        yield current


def _words_insist(text: str, line: Line, current: _Open) -> bool:
    """Whether an unnumbered block between numbered ones starts an entry of its own."""
    started = start_at(text, line.span.start, line.span.end) is Start.YES
    return started and has_year(text, current.start, current.end) and has_ended(text, current.start, current.end)


def _by_words(text: str, lines: Sequence[Line], labels: Sequence[Label | None]) -> Iterator[_Open]:
    """Entries start where layout and words agree; where only one says so, the surer one decides."""
    loose = _blocks_are_lines(text, lines)
    margin = _hanging_margin(text, lines)
    current: _Open | None = None
    for place, (line, label) in enumerate(zip(lines, labels, strict=True)):
        skip = label.length if label and not label.number else 0
        name = label.text if label and not label.number else ""
        if current is None:
            current = _Open(line.span.start + skip, line.span.end, name)
            continue
        after = lines[place + 1] if place + 1 < len(lines) else None
        bullet = label is not None and not label.number and line.opens and skip > 0
        verdict, problem = _verdict(text, line, current, after, loose=loose, margin=margin)
        if bullet or verdict:
            yield current
            current = _Open(line.span.start + skip, line.span.end, name, None if bullet else problem)
        else:
            current.end = line.span.end
            current.problem = current.problem or problem
    if current:
        yield current


def _verdict(
    text: str, line: Line, current: _Open, after: Line | None, *, loose: bool, margin: int | None
) -> tuple[bool, ProblemKind | None]:
    """Return whether an entry starts at `line`, and what a reviewer should know of that decision."""
    start = line.span.start
    if is_paste_tail(line.span.of(text)) and not is_paste_tail(text[current.start : current.end]):
        return False, None
    reach = after.span.end if after and not after.opens else line.span.end
    words = start_at(text, start, reach)
    if after and is_paste_tail(after.span.of(text)) and not is_paste_tail(line.span.of(text)):
        words = Start.YES
    ended = has_ended(text, current.start, current.end)
    if margin is not None and (loose or not line.opens):
        return _by_margin(line, words, margin=margin, ended=ended)
    if line.opens and not loose:
        return _by_block(text, start, current, words, ended=ended)
    return words is Start.YES and ended and has_year(text, current.start, current.end), None


def _by_block(text: str, start: int, current: _Open, words: Start, *, ended: bool) -> tuple[bool, ProblemKind | None]:
    """Take a new block for a new entry unless the words rule it out."""
    if words is Start.YES:
        return True, None if not is_open(text, current.start, current.end) else ProblemKind.UNSURE_BOUNDARY
    if goes_on(text, start) and not ended:
        return False, None
    if is_open(text, current.start, current.end) and words is Start.NO:
        return False, ProblemKind.UNSURE_BOUNDARY
    return True, None if words is Start.MAYBE or ended else ProblemKind.UNSURE_BOUNDARY


def _by_margin(line: Line, words: Start, *, margin: int, ended: bool) -> tuple[bool, ProblemKind | None]:
    """Take a line at the margin of a hanging list for a new entry unless the words rule it out."""
    at_margin = line.indent <= margin
    if at_margin and (words is not Start.NO or ended):
        return True, None if words is not Start.NO else ProblemKind.UNSURE_BOUNDARY
    return False, None


def _blocks_are_lines(text: str, lines: Sequence[Line]) -> bool:
    """Whether blocks are mere lines: most are one line, end in mid-sentence and few read like the start of an entry."""
    opening = [line for line in lines if line.opens]
    if len(opening) < 4 or len(opening) * 3 < len(lines) * 2:
        return False
    unended = sum(not has_ended(text, line.span.start, line.span.end) for line in opening)
    starting = sum(start_at(text, line.span.start, line.span.end + 80) is Start.YES for line in opening)
    return unended * 3 > len(opening) and starting * 4 < len(opening) * 3


def _hanging_margin(text: str, lines: Sequence[Line]) -> int | None:
    """Return the indent of first lines where later lines of an entry are set in, or `None` for a list without."""
    if len(lines) < 3:
        return None
    margin = min(line.indent for line in lines)
    outer = [line for line in lines if line.indent <= margin]
    inner = [line for line in lines if line.indent > margin]
    if not inner or len(outer) < 2:
        return None
    agree = sum(start_at(text, line.span.start, line.span.end + 80) is not Start.NO for line in outer)
    against = sum(start_at(text, line.span.start, line.span.end) is Start.YES for line in inner)
    return margin if agree * 2 > len(outer) and against * 3 < len(inner) else None


def _finished(text: str, piece: _Open, *, numbered: bool) -> Iterator[Piece]:
    """Yield the piece, or the several it holds when entries are run together in it."""
    problems = (piece.problem,) if piece.problem else ()
    inner = [] if piece.end - piece.start < 80 else inner_starts(text, piece.start, piece.end)
    if numbered and len(inner) == 1:
        inner = []
    bounds = [piece.start, *inner, piece.end]
    if inner:
        problems = (*problems, ProblemKind.RUN_TOGETHER)
    for place, (start, end) in enumerate(pairwise(bounds)):
        words = text[start:end]
        start += len(words) - len(words.lstrip())
        end = start + len(words.strip())
        if end > start:
            yield Piece(span=Span(start, end), label=piece.label if place == 0 else "", problems=problems)
