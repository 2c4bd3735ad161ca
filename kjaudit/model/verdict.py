"""What a person decided."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from datetime import datetime

from .finding import Finding


class Decision(enum.Enum):
    """A reviewer's decision about a finding. WITHDRAWN takes the one before back: history is the undo."""

    ACCEPTED = "accepted"
    REJECTED = "false alarm"
    FIX = "fix"
    QUERY = "query author"
    UNSURE = "unsure"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """
    One decision. Rows are only ever added.

    Attributes:
        finding: `Finding.key`, or "entry:" + key for a decision about an entry (deliberately uncited).
        document: id of the document.
        decision: what was decided.
        note: the reviewer's reason, or "".
        reviewer: name as set by the reviewer.
        at: when (UTC).
        seen: digest of the evidence shown when deciding: `Finding.evidence_digest`.
        quote: what the finding quoted then; `sentence`: the sentence it stood in; `code`: of its rule. By these it is
            recognised again in a revised manuscript.
    """

    finding: str
    document: str
    decision: Decision
    note: str
    reviewer: str
    at: datetime
    seen: str
    quote: str = ""
    sentence: str = ""
    code: str = ""


class Standing(enum.Enum):
    """
    Where a finding stands with its latest verdict.

    OPEN: nobody decided. DECIDED: decided on what is shown now. STALE: decided, but its evidence has changed since.
    CARRIED: decided when its sentence read differently; taken over by likeness, to be confirmed.
    """

    OPEN = "open"
    DECIDED = "decided"
    STALE = "stale"
    CARRIED = "carried"


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """
    A finding with what was decided about it.

    Attributes:
        verdict: the decision in force, or `None`.
        likeness: of the old sentence (`verdict.sentence`) and the new where the standing is CARRIED, 0..1; else 1.0.
    """

    finding: Finding
    standing: Standing = Standing.OPEN
    verdict: Verdict | None = None
    likeness: float = 1.0
