"""What a text asserts, and with what support."""

from __future__ import annotations

import enum
from dataclasses import dataclass

from .text import Span
from .value import Field, PartialDate


class ClaimKind(enum.Enum):
    """What sort of statement it is (CONTRACT vocabulary)."""

    STATISTIC = "statistic"
    QUOTATION = "quotation"
    ATTRIBUTION = "attribution"
    ASSERTION = "assertion"


class Support(enum.Enum):
    """What the text offers for a claim (CONTRACT vocabulary)."""

    NOTE = "note"
    NAMED = "named"
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A figure: `value` in `unit` ("percent", "USD", "people", ...), about `year` where the text says so."""

    value: float
    unit: str
    span: Span
    year: int | None = None
    subject: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """
    A checkable statement. Spans index into `Document.text`.

    Attributes:
        key: "s1", "s2", ... in text order, unique in its document.
        kind: what it is.
        span: the sentence, note mark included; of a quotation, from mark to mark.
        support: what the text offers for it.
        quantities: the figures in it.
        year: latest year it speaks of, or `None`.
        speaker: who is quoted or said to hold it.
        source: words that name where it comes from.
        notes: keys of the notes on it; citations: keys of the citations that support it.
        carried: supported by the sentence before ("Of these, ...").
        covered: a note or citation on the sentence behind it, or at the end of its paragraph, may cover it.
        worth: 0..1, how much a reader wants a source for it; below 0.5 it is better left alone.
        unnamed: the speaker is a group or an impersonal form that nobody can ask.
        cue: of an attribution: the words that attribute, from the source to its verb.
    """

    key: str
    kind: ClaimKind
    span: Span
    support: Support = Support.NONE
    quantities: tuple[Quantity, ...] = ()
    year: int | None = None
    speaker: Field[str] | None = None
    source: Field[str] | None = None
    notes: tuple[str, ...] = ()
    citations: tuple[str, ...] = ()
    carried: bool = False
    covered: bool = False
    worth: float = 1.0
    unnamed: bool = False
    cue: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """
    External criticism: what the document tells of its own origin.

    Attributes:
        genre: signals of the kind of text ("news report", "academic paper", "listicle", ...), and where.
        aggregator: a site name that is all the origin given.
        credits: image credits.
        missing: what a reader would expect and does not find ("author", "date", "outlet").
        earliest: the earliest date at which the text can have been written; `earliest_evidence`: why.
        note_coverage: share 0..1 of claim sentences that a note or citation covers; `None` without claims.
        paragraphs_covered: share 0..1 of body paragraphs with at least one note or citation.
        seams: places where quotes, apostrophes or style change.
    """

    genre: tuple[Field[str], ...] = ()
    aggregator: Field[str] | None = None
    credits: tuple[Field[str], ...] = ()
    missing: tuple[str, ...] = ()
    earliest: PartialDate | None = None
    earliest_evidence: tuple[Field[str], ...] = ()
    note_coverage: float | None = None
    paragraphs_covered: float | None = None
    seams: tuple[Field[str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """A source that seems to fit another sentence better than the one it stands on: a hint, never a finding."""

    reference: str
    span: Span
    likeness: float
    instead_of: Span | None = None
