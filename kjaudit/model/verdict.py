"""What a person decided."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from datetime import datetime


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
        quote: what the finding quoted then, to recognise it by.
    """

    finding: str
    document: str
    decision: Decision
    note: str
    reviewer: str
    at: datetime
    seen: str
    quote: str = ""


class Standing(enum.Enum):
    """Where a finding stands with its latest verdict."""

    OPEN = "open"
    DECIDED = "decided"
    STALE = "stale"
