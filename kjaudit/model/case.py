"""All that is known of one document, and of several, when the rules run."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from .citation import Citation, Link
from .claim import Claim, Provenance, Suggestion
from .record import Lookup
from .reference import Reference
from .text import Document, Note


@dataclass(frozen=True, slots=True, kw_only=True)
class WatchedJournal:
    """A journal on a list that the reviewer gave: its title, ISSNs, and the name of the list."""

    title: str
    issn: tuple[str, ...] = ()
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """
    The one argument of every rule: read-only, complete, needs no network.

    Attributes:
        today: the day of the audit (an argument, so that two runs agree).
        watched: journals of a list that the reviewer gave; none ships with kjaudit.
        deliberately_uncited: keys of entries that the reviewer marked so.
    """

    document: Document
    references: tuple[Reference, ...] = ()
    citations: tuple[Citation, ...] = ()
    links: tuple[Link, ...] = ()
    claims: tuple[Claim, ...] = ()
    provenance: Provenance = field(default_factory=Provenance)
    suggestions: tuple[Suggestion, ...] = ()
    lookups: tuple[Lookup, ...] = ()
    today: date = date.max
    deliberately_uncited: frozenset[str] = frozenset()
    watched: tuple[WatchedJournal, ...] = ()

    def reference(self, key: str) -> Reference:
        """Return the reference with `key`; raises KeyError."""
        for reference in self.references:
            if reference.key == key:
                return reference
        raise KeyError(key)

    def note(self, key: str) -> Note:
        """Return the note with `key`; raises KeyError."""
        for note in self.document.notes:
            if note.key == key:
                return note
        raise KeyError(key)


@dataclass(frozen=True, slots=True, kw_only=True)
class Corpus:
    """The cases of one project: the one argument of a rule over several documents."""

    cases: tuple[Case, ...]
