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
from .starts import (
    Start,
    goes_on,
    has_address,
    has_ended,
    has_year,
    inner_starts,
    is_address,
    is_comment,
    is_open,
    is_paste_tail,
    is_scrap,
    is_unclosed,
    opens_surely,
    opens_with_year,
    start_at,
    width,
)


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
    counted = sum(numbered)
    most = counted * 2 > sum(line.opens for line in lines)
    by_label = (most and (counted > 2 or numbered[0])) or counted > 4 or (counted > 2 and numbered[0])
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
        elif label is not None and label.number is None and label.text and line.opens:
            yield current
            current = _Open(start + label.length, line.span.end, label.text)
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
    layout = _layout(text, lines)
    current: _Open | None = None
    for place, (line, label) in enumerate(zip(lines, labels, strict=True)):
        skip = label.length if label and not label.number else 0
        name = label.text if label and not label.number else ""
        if current is None:
            current = _Open(line.span.start + skip, line.span.end, name)
            continue
        bullet = label is not None and not label.number and line.opens and skip > 0
        verdict, problem = _verdict(text, lines, place, current, layout)
        if bullet or verdict:
            yield current
            current = _Open(line.span.start + skip, line.span.end, name, None if bullet else problem)
        else:
            current.end = line.span.end
            current.problem = current.problem or problem
    if current:
        yield current


@dataclass(frozen=True, slots=True, kw_only=True)
class _Layout:
    """
    What the page shows of a stretch of a list.

    Attributes:
        loose: its blocks are mere lines.
        column: its blocks are lines, though most of them are whole entries.
        margin: indent of the first lines of entries where later ones are set in, or `None`.
        addresses: addresses stand on lines of their own, under their entries.
        full: width of a full line; a Han character or Hangul syllable is two wide.
    """

    loose: bool
    column: bool
    margin: int | None
    full: int
    addresses: bool

    def short(self, text: str, line: Line) -> bool:
        """Whether `line` ends well before the full width, as the last of a paragraph does."""
        return width(line.span.of(text)) + line.indent < 0.75 * self.full

    def fragment(self, text: str, line: Line) -> bool:
        """Whether `line` is less than half as wide as the column."""
        return self.full <= 130 and width(line.span.of(text)) * 2 < self.full

    def wraps(self, text: str, line: Line) -> bool:
        """Whether `line` fills a narrow column, so that its words may go on in the next."""
        return self.full <= 130 and width(line.span.of(text)) + line.indent >= 0.8 * self.full


def _layout(text: str, lines: Sequence[Line]) -> _Layout:
    starts = [start_at(text, line.span.start, line.span.end + 80) for line in lines]
    widths = sorted(width(line.span.of(text)) + line.indent for line in lines)
    full = widths[len(widths) * 9 // 10] if widths else 0
    loose, column = _blocks_are_lines(text, lines, starts), _is_column(text, lines, full)
    apart = sum(is_address(line.span.of(text)) for line in lines)
    addresses = apart > 1 and apart * 3 >= sum(start is Start.YES for start in starts)
    margin = _hanging_margin(lines, starts)
    return _Layout(loose=loose, column=column, margin=margin, full=full, addresses=addresses)


def _verdict(
    text: str, lines: Sequence[Line], place: int, current: _Open, layout: _Layout
) -> tuple[bool, ProblemKind | None]:
    """Return whether an entry starts at line `place`, and what a reviewer should know of that decision."""
    line, after = lines[place], lines[place + 1] if place + 1 < len(lines) else None
    belongs = _belongs_above(text, line, current, layout)
    if belongs is not None:
        return belongs
    words = start_at(text, line.span.start, _reach(lines, place, loose=layout.loose))
    if after and not is_paste_tail(line.span.of(text)) and is_paste_tail(after.span.of(text)):
        words = Start.YES
    if opens_with_year(text, line.span.start):
        words = Start.YES if has_year(text, current.start, current.end) else Start.NO
    ended = has_ended(text, current.start, current.end)
    if layout.margin is not None and (layout.loose or not line.opens):
        return _by_margin(text, line, words, margin=layout.margin, ended=ended)
    if line.opens and not layout.loose:
        return _broken_off(text, lines, place, current, layout, words) or _by_block(
            text, line.span.start, current, words, ended=ended
        )
    return _by_line(text, line, current, words, short=layout.short(text, lines[place - 1]))


def _broken_off(
    text: str, lines: Sequence[Line], place: int, current: _Open, layout: _Layout, words: Start
) -> tuple[bool, ProblemKind | None] | None:
    """Return the verdict on a block that goes on with the entry above, broken in mid-sentence, else `None`."""
    before, ended = lines[place - 1], has_ended(text, current.start, current.end)
    broken = layout.column and not ended and not layout.short(text, before)
    if words is not Start.YES and (broken or is_unclosed(text, current.start, current.end)):
        return False, None
    fragment = layout.fragment(text, lines[place]) and not has_year(text, current.start, current.end)
    if not ended and (layout.wraps(text, before) or fragment) and _breaks_off(text, lines[place], current, words):
        return False, ProblemKind.UNSURE_BOUNDARY
    if words is Start.NO and layout.wraps(text, before) and _is_rest(text, lines[place], current):
        return False, ProblemKind.UNSURE_BOUNDARY
    return None


def _is_rest(text: str, line: Line, current: _Open) -> bool:
    """Whether a line under a full one is no entry: no year, title in brackets or address, under a dated one."""
    words = line.span.of(text)
    if words[0] in _BRACKETS or is_address(words) or has_year(text, line.span.start, line.span.end):
        return False
    return has_year(text, current.start, current.end)


_BRACKETS = "「『｢《〈"


def _breaks_off(text: str, line: Line, current: _Open, words: Start) -> bool:
    """Whether what stands before a line is no whole entry by its words: it has no year, or the line is none itself."""
    if text[current.start] in _BRACKETS and text[line.span.start] in _BRACKETS:
        return is_open(text, current.start, current.end)
    if not has_year(text, current.start, current.end):
        return not opens_surely(text, line.span.start, line.span.end)
    return words is not Start.YES and not has_year(text, line.span.start, line.span.end)


def _belongs_above(text: str, line: Line, current: _Open, layout: _Layout) -> tuple[bool, ProblemKind | None] | None:
    """Return the verdict on a line that belongs to the entry above (address, comment, end of a paste), else `None`."""
    words = line.span.of(text)
    if is_paste_tail(words) and not is_paste_tail(text[current.start : current.end]):
        return False, None
    doubtful = line.opens and not layout.addresses and "10." not in words
    if is_address(words) and not doubtful and not has_address(text, current.start, current.end):
        return False, None
    if is_scrap(words) and has_year(text, current.start, current.end):
        return False, ProblemKind.UNSURE_BOUNDARY
    comment = is_comment(words) and has_year(text, current.start, current.end)
    return (False, ProblemKind.UNSURE_BOUNDARY) if comment else None


def _reach(lines: Sequence[Line], place: int, *, loose: bool) -> int:
    """Return how far the words of an entry that starts at line `place` can go: its block, or a few lines of a page."""
    end = lines[place].span.end
    for line in lines[place + 1 : place + 4]:
        if line.opens and not loose:
            break
        end = line.span.end
    return end


def _by_line(text: str, line: Line, current: _Open, words: Start, *, short: bool) -> tuple[bool, ProblemKind | None]:
    """Judge a line inside a block by its words, and by whether the line before broke off early."""
    if not has_year(text, current.start, current.end) or is_unclosed(text, current.start, current.end):
        return False, None
    ended = has_ended(text, current.start, current.end)
    if words is Start.YES:
        sure = short or opens_surely(text, line.span.start, line.span.end)
        sure = sure and not is_open(text, current.start, current.end)
        return ended or sure, None if ended else ProblemKind.UNSURE_BOUNDARY
    starts = words is Start.MAYBE or not goes_on(text, line.span.start)
    if short and ended and starts:
        return True, None if words is Start.MAYBE else ProblemKind.UNSURE_BOUNDARY
    return False, None


def _by_block(text: str, start: int, current: _Open, words: Start, *, ended: bool) -> tuple[bool, ProblemKind | None]:
    """Take a new block for a new entry unless the words rule it out."""
    if words is Start.YES:
        return True, None if not is_open(text, current.start, current.end) else ProblemKind.UNSURE_BOUNDARY
    if goes_on(text, start) and not ended:
        return False, None
    if is_open(text, current.start, current.end) and words is Start.NO:
        return False, ProblemKind.UNSURE_BOUNDARY
    return True, None if words is Start.MAYBE or ended else ProblemKind.UNSURE_BOUNDARY


def _by_margin(text: str, line: Line, words: Start, *, margin: int, ended: bool) -> tuple[bool, ProblemKind | None]:
    """Take a line at the margin of a hanging list for a new entry unless the words rule it out."""
    if line.indent > margin or (not ended and goes_on(text, line.span.start)):
        return False, None
    return True, None if words is not Start.NO or ended else ProblemKind.UNSURE_BOUNDARY


def _blocks_are_lines(text: str, lines: Sequence[Line], starts: Sequence[Start]) -> bool:
    """Whether blocks are mere lines: most are one line, end in mid-sentence and few read like the start of an entry."""
    opening = [line for line in lines if line.opens]
    if len(opening) < 4 or len(opening) * 3 < len(lines) * 2:
        return False
    unended = sum(not has_ended(text, line.span.start, line.span.end) for line in opening)
    starting = sum(line.opens and start is Start.YES for line, start in zip(lines, starts, strict=True))
    return unended * 3 > len(opening) and starting * 4 < len(opening) * 3


def _hanging_margin(lines: Sequence[Line], starts: Sequence[Start]) -> int | None:
    """Return the indent up to which lines open entries where later ones are set in, or `None` for a list without."""
    indents = sorted({line.indent for line in lines})
    if len(lines) < 3 or len(indents) < 2:
        return None
    best: tuple[int, int] | None = None
    for margin in indents[:-1][:12]:
        outer = [start for line, start in zip(lines, starts, strict=True) if line.indent <= margin]
        inner = [start for line, start in zip(lines, starts, strict=True) if line.indent > margin]
        agree = sum(start is not Start.NO for start in outer)
        against = sum(start is Start.YES for start in inner)
        if len(outer) < 2 or agree * 2 <= len(outer) or against * 3 >= len(inner):
            continue
        worth = 2 * agree - len(outer) - against
        if best is None or worth > best[0]:
            best = (worth, margin)
    return best[1] if best else None


def _is_column(text: str, lines: Sequence[Line], full: int) -> bool:
    """Whether blocks are lines of a column, though most are whole entries: those that break off are all full."""
    broken = [line for line in lines if line.opens and not has_ended(text, line.span.start, line.span.end)]
    wide = sum(width(line.span.of(text)) + line.indent >= 0.85 * full for line in broken)
    return full <= 130 and len(broken) > 2 and wide * 5 >= len(broken) * 4


def _finished(text: str, piece: _Open, *, numbered: bool) -> Iterator[Piece]:
    """Yield the piece, or the several it holds when entries are run together in it."""
    problems = (piece.problem,) if piece.problem else ()
    inner = (
        []
        if width(text[piece.start : min(piece.end, piece.start + 80)]) < 60
        else inner_starts(text, piece.start, piece.end)
    )
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
