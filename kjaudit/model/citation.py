"""Where a text cites, what it prints there, and which entries that means."""

from __future__ import annotations

import enum
from dataclasses import dataclass, field

from .distance import Distance
from .reference import Reference
from .text import Span
from .value import Name


class CitationStyle(enum.Enum):
    """How a citation points to its entry."""

    NUMBER = "number"
    AUTHOR_YEAR = "author-year"
    NOTE = "note"
    KEY = "key"
    PROSE = "prose"


class CitationKind(enum.Enum):
    """What a citation prints (CONTRACT vocabulary)."""

    INTEXT = "intext"
    FULL = "full"
    FULL_AGAIN = "full_again"
    SHORT = "short"
    IBID = "ibid"
    SUPRA = "supra"
    OPCIT = "opcit"
    AUTHORDATE = "authordate"
    MULTI = "multi"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited:
    """
    One work inside a printed group, as printed. Spans index into `Document.text`.

    Attributes:
        span: the part of the group that is about this work.
        kind: what this part prints; never MULTI.
        names: author names printed, in order.
        others: "et al.", "외", "ほか" follows the names.
        year: printed year or `None`; `suffix`: its letter ("a" in "2014a").
        title: printed title or short title, or "".
        label: number or key of a numeric or key citation ("12", "kim2014"), one per work (ranges expanded).
        note_number: number of the note that a supra or op. cit. names, or `None`.
        locator: printed page or section, or "".
        parsed: the whole work, when it is printed in full.
        unseen: quoted from another work that is named with it ("as cited in"): it needs no entry.
    """

    span: Span
    kind: CitationKind
    names: tuple[Name, ...] = ()
    others: bool = False
    year: int | None = None
    suffix: str = ""
    title: str = ""
    label: str = ""
    note_number: int | None = None
    locator: str = ""
    parsed: Reference | None = None
    unseen: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """
    What cites: a printed group in the running text ("[3, 5]", "(Kim 2014)") or inside a note.

    A note mark is not a citation: it is the anchor of its note.

    Attributes:
        key: "c1", "c2", ... in reading order, unique in its document.
        span: the printed group, into `Document.text`.
        style: how it points.
        kind: of the group: MULTI where a note's group names several works, else the kind of its one part.
        note: key of the note it stands in; `None` in the running text.
        works: the works it names, in printed order; never empty.
        claim: span of what it supports: its sentence, or the run of sentences it covers; `None` where unknown.
        quotation: span of a quotation that it closes, marks included, or `None`.
        secondary: index into `works` of the source actually seen ("as cited in"), or `None`.
        field_code: index into `Document.field_codes`, or `None`.
    """

    key: str
    span: Span
    style: CitationStyle
    kind: CitationKind
    note: str | None = None
    works: tuple[Cited, ...] = ()
    claim: Span | None = None
    quotation: Span | None = None
    secondary: int | None = None
    field_code: int | None = None


class Certainty(enum.Enum):
    """How sure a link is."""

    SURE = "sure"
    DOUBTFUL = "doubtful"
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """
    What one cited work was matched to.

    Attributes:
        citation: key of the citation.
        work: index into `Citation.works`.
        reference: key of the reference, or `None` where none was good enough.
        distance: to the reference, or to the nearest one where none was good enough.
        margin: total of the second best less that of the best; 1.0 where there is no second.
        certainty: NONE exactly where `reference` is `None`.
        rivals: keys of references that are as good or nearly (ambiguous), or the nearest where there is no link.
        antecedent: key of the citation that an ibid., supra or op. cit. leads back to.
        reason: why it is not sure, one sentence for a person, or "".
    """

    citation: str
    work: int = 0
    reference: str | None = None
    distance: Distance = field(default_factory=Distance)
    margin: float = 1.0
    certainty: Certainty = Certainty.NONE
    rivals: tuple[str, ...] = ()
    antecedent: str | None = None
    reason: str = ""
