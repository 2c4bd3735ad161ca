"""Notes that cite by author and year alone: what is a citation in them even if no entry answers it."""

from __future__ import annotations

from collections.abc import Callable

from kjaudit.language.names import is_wide
from kjaudit.model import Span

from .authorlink import AuthorLinker
from .authoryear import author_year
from .found import Found
from .latin_lead import after_signals
from .shelf import Shelf
from .zones import Zone

ONE_LETTER = 0.25
"""Name distances up to this are one slip of the pen."""


class DatedNotes:
    """Whether the notes of a document cite so, and which groups of author and year count there."""

    def __init__(
        self,
        text: str,
        zones: tuple[Zone, ...],
        marks: list[Span],
        shelf: Shelf,
        by_author: AuthorLinker,
        answered: Callable[[Found], bool],
    ) -> None:
        self.text = text
        self.notes = [zone for zone in zones if zone.note]
        self.marks = marks
        self.shelf = shelf
        self.by_author = by_author
        self.answered = answered
        self.usual: bool | None = None

    def counts(self, group: Found, zone: Zone) -> bool:
        """
        Whether an unanswered group of a note is a citation all the same.

        In notes that cite so elsewhere it is, where it stands alone between two semicolons or stops, or where it names
        the author of an entry, or one nearly so: a slip of name or year.
        """
        if not self._usual():
            return False
        return self._alone(group, zone) or self._known(group) or self.slipped(group)

    def slipped(self, group: Found) -> bool:
        """Whether one letter parts the only author of a citation from that of an entry of the same year."""
        work = group.works[0]
        name = str(work.names[0])
        if len(group.works) > 1 or work.year is None or len(name) < (2 if is_wide(name[0]) else 5):
            return False
        return any(each.author <= ONE_LETTER and each.years_apart == 0 for each in self.by_author.slips(work))

    def _known(self, group: Found) -> bool:
        name = group.works[0].names[0]
        return self.shelf.knows(name.family or name.literal)

    def _alone(self, group: Found, zone: Zone) -> bool:
        before = self.text[zone.span.start : group.span.start]
        cut = max(before.rfind(mark) + 1 for mark in ";.")
        after = self.text[group.span.end : min(zone.span.end, group.span.end + 2)].strip(" )\n")
        opened = after_signals(self.text, zone.span.start + cut, zone.span.end)
        return opened == group.span.start and (not after or after[0] in ".;,")

    def _usual(self) -> bool:
        """Whether three notes, and one in four, open with an author and a year that an entry answers."""
        if self.usual is None:
            opening = 0
            for zone in self.notes:
                groups = author_year(self.text, zone, self.shelf, self.marks)
                opening += any(group.span.start - zone.span.start < 20 and self.answered(group) for group in groups)
            self.usual = opening >= 3 and 4 * opening >= len(self.notes)
        return self.usual
