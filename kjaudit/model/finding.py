"""What a rule reports."""

from __future__ import annotations

import enum
import hashlib
from dataclasses import dataclass

from .text import Span


class Severity(enum.IntEnum):
    """How much a finding matters, least first."""

    NOTE = 1
    WARNING = 2
    ERROR = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class InDocument:
    """Evidence stands in a document, this one or another of the project."""

    document: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class InRecord:
    """Evidence stands in what a registry answered; `field` is a CSL variable."""

    lookup: str
    field: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Computed:
    """Evidence was worked out; `how` says from what."""

    how: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """One thing a reviewer can check: a quotation or value, and where it comes from."""

    label: str
    quote: str
    source: InDocument | InRecord | Computed


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """
    One thing to look at, with the evidence for it.

    Attributes:
        code: the rule's stable code, such as "CIT101".
        name: the rule's name, such as "citation-without-entry".
        document: id of the document.
        span: where the reviewer should look.
        quote: the text at `span`.
        message: one sentence, no full stop, states what was seen, not a verdict.
        entry, entry2, citation, note, claim: keys of what it is about; `entry2` is the twin of a duplicate.
        other_document: id of the other document, for findings across documents.
        suggestion: what a person could put instead, or do; `None` where there is nothing to suggest.
        sentence: the sentence around `span`, white space folded, set by `pipeline`.
        occurrence: 1 for the first finding of this code and quote in that sentence, set by `pipeline`.
    """

    code: str
    name: str
    document: str
    span: Span
    quote: str
    message: str
    severity: Severity
    evidence: tuple[Evidence, ...] = ()
    entry: str | None = None
    entry2: str | None = None
    citation: str | None = None
    note: str | None = None
    claim: str | None = None
    other_document: str | None = None
    suggestion: str | None = None
    sentence: str = ""
    occurrence: int = 1

    @property
    def key(self) -> str:
        """
        Identity that survives edits elsewhere in the text; verdicts hang on it.

        The sentence is part of it, so that deleting one of two like findings cannot hand its verdict to the other.
        """
        parts = (self.code, self.document, self.sentence, self.quote, str(self.occurrence))
        return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:16]

    @property
    def evidence_digest(self) -> str:
        """Changes when what a reviewer was shown changes: message, quotation, evidence; not when it moves."""
        shown = [self.message, self.quote, *(f"{item.label}\0{item.quote}" for item in self.evidence)]
        return hashlib.sha256("\0\0".join(shown).encode()).hexdigest()[:16]
