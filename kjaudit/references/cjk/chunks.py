"""A stretch of a reference, cut at its separators into runs of words, bracketed titles and numbers."""

from __future__ import annotations

import bisect
import enum
import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from .atoms import MARKED, Atom, AtomKind
from .brackets import Quoted


class ChunkKind(enum.Enum):
    """What a chunk is."""

    WORDS = "words"
    TITLE = "bracketed title"
    NUMBERS = "numbers"


@dataclass(slots=True, kw_only=True)
class Chunk:
    """
    What stands between two separators.

    Attributes:
        start, end: of the words or the bracketed title; of a chunk of numbers: of all of them.
        before: the separator before it ("" at the start, " " where only a bracket or number divides).
        before_volume: a volume or issue follows its words.
        atoms: numbers that follow the words, or all of a chunk of numbers.
    """

    kind: ChunkKind
    start: int
    end: int
    before: str
    atoms: list[Atom] = field(default_factory=list)
    quoted: Quoted | None = None
    before_volume: bool = False

    def of(self, text: str) -> str:
        """Return the words."""
        return text[self.start : self.end]


_STOPS = ",，、;；。|\n"
_TRIM = " .,:;，．、。·-\u3000\n\t"
_TRIM_END = " .,:;，．、。·\u3000\n\t"
_ABBREVIATION = re.compile(r"(?:(?<![A-Za-z&])[A-Z]|\b(?:vs|eds?|St|Dr|Jr|Inc|Ltd|Vol|No|vol|no|pp|Suppl|cf))$")
_NUMERAL = re.compile("[\u3041-\u9fff\uac00-\ud7a3] [IVX]$")
_LETTER = re.compile(r"[^\W\d_]")
_YEARS = re.compile(r"(?:1[5-9]|20)\d\d-(?:\d{2}|\d{4})")
_SQUARE = re.compile(r"\[[^\[\]0-9]{1,40}\]")
_PAREN = re.compile(r"\(([^()]{0,160})\)")


def cut(
    text: str, start: int, end: int, atoms: Sequence[Atom], quoted: Sequence[Quoted], closed: bytearray
) -> list[Chunk]:
    """
    Cut `text[start:end]` into chunks.

    A full stop counts where a blank or a script without blanks follows it. Round brackets are part of the words unless
    they hold a date or a bracketed title or follow one. What is `closed` (addresses) divides like a separator.
    """
    return _Cutter(text, start, end, atoms, quoted, closed).chunks()


class _Cutter:
    """The one pass over the text."""

    def __init__(
        self, text: str, start: int, end: int, atoms: Sequence[Atom], quoted: Sequence[Quoted], closed: bytearray
    ) -> None:
        self.text, self.end, self.closed = text, end, closed
        self.place = self.begin = start
        self.atoms = {atom.start: atom for atom in atoms if start <= atom.start and atom.end <= end}
        self.quoted = {one.start: one for one in quoted if start <= one.start and one.end <= end}
        self.opaque = _opaque(text, start, end, atoms, quoted, closed)
        self.before = ""
        self.pending: list[Atom] = []
        self.word_end = start
        self.found: list[Chunk] = []
        self.dates = sum(atom.kind is AtomKind.DATE for atom in atoms)

    def chunks(self) -> list[Chunk]:
        while self.place < self.end:
            if self.place in self.quoted:
                self._title(self.quoted[self.place])
            elif self.place in self.opaque:
                self._words_until(self.opaque[self.place])
            elif self.place in self.atoms and not self._year_of_name(self.atoms[self.place]):
                self.pending.append(self.atoms[self.place])
                self.place = self.atoms[self.place].end
            elif self.closed[self.place] or self._divides():
                self._flush(self.text[self.place] if not self.closed[self.place] else " ")
                self.place += 1
                self.begin = self.place
            elif self.text[self.place].isspace():
                self.place += 1
            else:
                self._words_until(self.place + 1)
        self._flush("")
        return self.found

    def _words_until(self, place: int) -> None:
        """Take words; numbers before them in this chunk were words too, unless a marked one opened it."""
        opens = self.pending and not self._has_words() and all(_firm(atom) for atom in self.pending)
        parts = self.pending and self._has_words() and self._edition_apart(self.pending[-1])
        if parts or (opens and not self._date_of_title()):
            self._flush(" ")
            self.begin = self.place
        elif self.pending:
            self.pending.clear()
        self.place = self.word_end = place

    def _edition_apart(self, atom: Atom) -> bool:
        """Whether an edition stands between blanks, title and house around it ("解析 第3版 東京図書")."""
        around = self.text[atom.start - 1 : atom.start] + self.text[atom.end : atom.end + 1]
        return atom.kind is AtomKind.EDITION and atom.date is None and around == "  "

    def _date_of_title(self) -> bool:
        """Whether a year that opens a run of words is a part of them ("令和元年調査報告"), another being the date."""
        last = self.pending[-1]
        whole = last.kind is AtomKind.DATE and last.date is not None and last.date.month is None
        between = self.text[last.end : self.place]
        return whole and self.dates > 1 and not between.strip() and len(self.pending) == 1

    def _year_of_name(self, atom: Atom) -> bool:
        """Whether a bare year belongs to the words it is glued to ("シンポジウム2017"), another being the date."""
        glued = self.place > self.begin and _wide(self.text[self.place - 1]) and self.place == self.word_end
        return atom.plain and glued and self.dates > 1

    def _has_words(self) -> bool:
        return self.word_end > self.begin

    def _title(self, quoted: Quoted) -> None:
        self._flush(" ")
        self.found.append(
            Chunk(kind=ChunkKind.TITLE, start=quoted.start, end=quoted.end, before=self.before, quoted=quoted)
        )
        self.before = " "
        self.place = self.begin = self.word_end = quoted.end

    def _flush(self, separator: str) -> None:
        words_end = self.word_end if self._has_words() else self.begin
        start, end = trimmed(self.text, self.begin, words_end)
        if end > start:
            chunk = Chunk(kind=ChunkKind.WORDS, start=start, end=end, before=self.before, atoms=self.pending)
            self.found.append(chunk)
        elif self.pending:
            first, last = self.pending[0], self.pending[-1]
            self.found.append(
                Chunk(kind=ChunkKind.NUMBERS, start=first.start, end=last.end, before=self.before, atoms=self.pending)
            )
        if end > start or self.pending or separator.strip():
            self.before = separator
        self.pending = []
        self.word_end = self.place

    def _divides(self) -> bool:
        char = self.text[self.place]
        if char in _STOPS:
            return True
        if char in ".．":
            return self._full_stop()
        if char in "()":
            return True
        if char in ":：":
            year = bool(self.pending) and self.pending[-1].plain
            return self._before_number() or (year and not self._has_words())
        return char in "[]"

    def _full_stop(self) -> bool:
        after = self.text[self.place + 1 : self.place + 2]
        if after and not after.isspace() and not self.closed[self.place + 1]:
            last = self.text[self.place - 1] if self.place else " "
            closes = _wide(last) or last in ")”" or (last.islower() and _wide(after))
            return (closes and (after.isdigit() or _wide(after))) or (last.isdigit() and _wide(after))
        before = self.text[max(self.begin, self.place - 6) : self.place]
        return not _ABBREVIATION.search(before) or _NUMERAL.search(before) is not None

    def _before_number(self) -> bool:
        rest = self.place + 1
        while rest < self.end and self.text[rest] == " ":
            rest += 1
        follows = rest in self.atoms or rest >= self.end
        return follows and (bool(self.pending) or self.place in (0, self.begin) or not self._has_words())


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Return `start`, `end` without blanks and separators at the ends (a dash at the end may close a title)."""
    while start < end and text[start] in _TRIM:
        start += 1
    while end > start and text[end - 1] in _TRIM_END:
        end -= 1
    return start, end


def _wide(char: str) -> bool:
    return ord(char) > 0x2E7F


def _firm(atom: Atom) -> bool:
    return atom.kind in MARKED or (atom.kind is AtomKind.DATE and not atom.plain)


def _opaque(
    text: str, start: int, end: int, atoms: Sequence[Atom], quoted: Sequence[Quoted], closed: bytearray
) -> dict[int, int]:
    """Return round brackets that belong to the words around them: start -> end."""
    opaque: dict[int, int] = {}
    quote_starts = [one.start for one in quoted]
    quote_ends = {one.end for one in quoted}
    starts = {atom.start for atom in atoms}
    dates = [atom.start for atom in atoms if atom.kind is AtomKind.DATE]
    marked = [atom for atom in atoms if atom.kind in MARKED]
    for match in _SQUARE.finditer(text, start, end):
        glued = match.start() == start or _wide(text[match.start() - 1])
        if glued and not any(closed[match.start() : match.end()]):
            opaque[match.start()] = match.end()
    for match in _PAREN.finditer(text, start, end):
        inside = [atom for atom in marked if match.start() < atom.start and atom.end < match.end()]
        if _YEARS.fullmatch(match.group(1)) and text[max(0, match.start() - 1)].isalpha():
            opaque[match.start()] = match.end()
            continue
        if any(closed[match.start() : match.end()]) or (
            inside and inside[0].end - inside[0].start > len(match.group()) - 5
        ):
            continue
        if any(
            bisect.bisect_left(row, match.start()) < bisect.bisect_left(row, match.end())
            for row in (quote_starts, dates)
        ):
            continue
        if (
            match.start() in starts
            or match.start() in quote_ends
            or (text[max(0, match.start() - 1)] == " " and match.start() - 1 in quote_ends)
        ):
            continue
        if not _LETTER.search(match.group(1)) and not match.group(1).strip().isdigit():
            continue
        opaque[match.start()] = match.end()
    return opaque
