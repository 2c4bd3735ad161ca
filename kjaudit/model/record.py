"""What a registry holds, and what came of asking it."""

from __future__ import annotations

import enum
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from .distance import Distance
from .value import Name, PartialDate


class Outcome(enum.Enum):
    """What came of a look-up. UNAVAILABLE and SKIPPED are never NOT_FOUND."""

    FOUND = "FOUND"
    NOT_FOUND = "NOT_FOUND"
    AMBIGUOUS = "AMBIGUOUS"
    UNAVAILABLE = "UNAVAILABLE"
    SKIPPED = "SKIPPED"


class UpdateKind(enum.Enum):
    """What later happened to a published work."""

    RETRACTION = "retraction"
    PARTIAL_RETRACTION = "partial retraction"
    WITHDRAWAL = "withdrawal"
    CONCERN = "expression of concern"
    CORRECTION = "correction"
    NEW_VERSION = "new version"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Update:
    """One update: what kind, by which notice (DOI, or "" where only the title says so), when, according to whom."""

    kind: UpdateKind
    doi: str = ""
    date: PartialDate | None = None
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """
    A work as a registry describes it. Text is plain (markup removed), NFC.

    Attributes:
        registry: which registry ("crossref", "datacite", "index", ...).
        id: its identifier there; a DOI where there is one, else the registry's own key.
        titles: main title first, then other forms (original title, short title, with subtitle).
        container_titles: likewise.
        years: every year of publication given (print, online, ...), the preferred first.
        updates: what later happened to this work.
        notice_of: DOIs of works that this record is a notice about.
    """

    registry: str
    id: str
    type: str = ""
    doi: str = ""
    titles: tuple[str, ...] = ()
    subtitle: str = ""
    authors: tuple[Name, ...] = ()
    editors: tuple[Name, ...] = ()
    container_titles: tuple[str, ...] = ()
    publisher: str = ""
    date: PartialDate | None = None
    years: tuple[int, ...] = ()
    volume: str = ""
    issue: str = ""
    pages: str = ""
    isbn: tuple[str, ...] = ()
    issn: tuple[str, ...] = ()
    url: str = ""
    language: str = ""
    updates: tuple[Update, ...] = ()
    notice_of: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A record that might be the work, how far it is from the reference, and which signals agree."""

    record: Record
    distance: Distance = field(default_factory=Distance)
    signals: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Lookup:
    """
    What came of asking one registry about one reference.

    Attributes:
        key: unique in its document: reference key + registry.
        reference: key of the reference.
        registry: which registry.
        outcome: see `Outcome`.
        reason: one sentence for a person; always set for UNAVAILABLE and SKIPPED.
        asked: the request as sent (address without keys and e-mail), or "" where nothing was sent.
        asked_at: when it was answered (UTC); `None` where nothing was asked.
        by_identifier: asked by DOI or ISBN, not by a search.
        record: the accepted record, when FOUND; the record a DOI leads to, even where it is another work.
        other_work: the identifier leads to a record of another work.
        candidates: best first.
        signals: names of what agrees between reference and record.
        expected: works of this kind are expected there; where false, NOT_FOUND says nothing about the work.
    """

    key: str
    reference: str
    registry: str
    outcome: Outcome
    reason: str = ""
    asked: str = ""
    asked_at: datetime | None = None
    by_identifier: bool = False
    record: Record | None = None
    other_work: bool = False
    candidates: tuple[Candidate, ...] = ()
    signals: tuple[str, ...] = ()
    expected: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class CachedAnswer:
    """An answer as a registry gave it: HTTP status, headers that matter, body as text, and when."""

    request: str
    status: int
    body: str
    content_type: str
    fetched_at: datetime


class AnswerCache(Protocol):
    """Where answers are kept between audits; `store` keeps them in the project file."""

    def get(self, request: str) -> CachedAnswer | None:
        """Return the kept answer to `request`, or `None`."""

    def put(self, answer: CachedAnswer) -> None:
        """Keep `answer`, replacing an older one to the same request."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """One line of the trail of what left the machine: when, to which service, the very request."""

    at: datetime
    registry: str
    request: str


class SentLog(Protocol):
    """Where the trail is kept."""

    def sent(self, what: Sent) -> None:
        """Add `what` to the trail before it leaves."""
