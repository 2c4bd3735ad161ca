"""Footnotes and endnotes of a DOCX: their words and the numbers that Word prints."""

from __future__ import annotations

from dataclasses import dataclass

from kjaudit.model import NotePlace

from .docx_package import Element, W

_VAL = f"{W}val"
_SEPARATORS = frozenset({"separator", "continuationSeparator", "continuationNotice"})
_PLACES = ((NotePlace.FOOT, "footnote"), (NotePlace.END, "endnote"))


@dataclass(frozen=True, slots=True)
class CalledNote:
    """A note that has been called: its name in the assembly, its number and its words."""

    name: str
    number: int
    place: NotePlace
    element: Element | None


class Notes:
    """The notes of one document; call them in the order of their marks."""

    def __init__(self, footnotes: Element | None, endnotes: Element | None, settings: Element | None) -> None:
        self._elements: dict[tuple[NotePlace, str], Element] = {}
        for (place, tag), root in zip(_PLACES, (footnotes, endnotes), strict=True):
            for element in root.iter(f"{W}{tag}") if root is not None else ():
                if element.get(f"{W}type") not in _SEPARATORS:
                    self._elements[place, element.get(f"{W}id") or ""] = element
        self._next: dict[NotePlace, int] = {}
        self._start: dict[NotePlace, int] = {}
        self._each_section: dict[NotePlace, bool] = {}
        self.called: dict[tuple[NotePlace, str], CalledNote] = {}
        for place, tag in _PLACES:
            self._options(place, settings.find(f"{W}{tag}Pr") if settings is not None else None)
            self._next[place] = self._start[place]

    def _options(self, place: NotePlace, properties: Element | None) -> None:
        start = properties.find(f"{W}numStart") if properties is not None else None
        restart = properties.find(f"{W}numRestart") if properties is not None else None
        value = start.get(_VAL) or "1" if start is not None else "1"
        self._start[place] = int(value) if value.isdecimal() else 1
        self._each_section[place] = restart is not None and restart.get(_VAL) == "eachSect"

    def section(self, properties: Element) -> None:
        """
        Say that a section ended.

        Its own properties decide whether the notes of the next one start again: in practice all sections agree.
        """
        for place, tag in _PLACES:
            own = properties.find(f"{W}{tag}Pr")
            if own is not None:
                self._options(place, own)
            if self._each_section[place]:
                self._next[place] = self._start[place]

    def call(self, place: NotePlace, identifier: str, *, custom: bool) -> CalledNote:
        """Return the note that a mark calls; one with a custom mark does not take part in the count."""
        key = (place, identifier)
        if key in self.called:
            return self.called[key]
        number = self._next[place]
        if not custom:
            self._next[place] += 1
        note = CalledNote(f"{place.value} {identifier}", number, place, self._elements.get(key))
        self.called[key] = note
        return note

    def in_order(self) -> list[CalledNote]:
        """Return the called notes that have words: footnotes, then endnotes."""
        found = [note for note in self.called.values() if note.element is not None]
        return sorted(found, key=lambda note: note.place is NotePlace.END)
