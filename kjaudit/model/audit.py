"""What an audit gives back."""

from __future__ import annotations

from dataclasses import dataclass, field

from .case import Case
from .finding import Finding


@dataclass(frozen=True, slots=True, kw_only=True)
class Density:
    """How often a kind of wording occurs: `count` in `words`, `per_thousand` words."""

    name: str
    count: int
    words: int

    @property
    def per_thousand(self) -> float:
        """Occurrences in a thousand words; 0.0 for an empty text."""
        return 1000 * self.count / self.words if self.words else 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Audit:
    """One document, all that is known of it, and what the rules found (by rule code, then in text order)."""

    case: Case
    findings: tuple[Finding, ...] = ()
    densities: tuple[Density, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Skipped:
    """Something that was not audited, and why: `what` is a path, a code or an entry."""

    what: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectAudit:
    """Several documents together."""

    audits: tuple[Audit, ...] = ()
    corpus_findings: tuple[Finding, ...] = ()
    skipped: tuple[Skipped, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """What a workspace method changed: each panel decides whether to refresh."""

    documents: bool = False
    findings: bool = False
    verdicts: bool = False
    lookups: bool = False
    settings: bool = False
    finding_keys: tuple[str, ...] = field(default=())
