"""What a batch is told and what it tells."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from pathlib import Path


class Status(enum.Enum):
    """What became of a file."""

    AUDITED = "audited"
    SKIPPED = "skipped"
    FAILED = "failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """
    One file to audit.

    Attributes:
        path: as given, or as found in a folder given.
        output: where its JSON goes, relative to the folder of the batch; no two tasks share one.
    """

    path: Path
    output: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """
    What became of one file: one line of the summary.

    Attributes:
        path: as given.
        output: its JSON, relative to the folder of the batch; "" where there is none.
        sha256: of the file's bytes, "" where they could not be read.
        status: AUDITED; SKIPPED: not readable as a document; FAILED: the program had a fault on it.
        reason: one sentence where it was not audited.
        entries, notes, citations, claims: how many.
        errors, warnings, remarks: findings by severity; `remarks` are those of severity note.
    """

    path: str
    output: str = ""
    sha256: str = ""
    status: Status = Status.AUDITED
    reason: str = ""
    language: str = ""
    entries: int = 0
    notes: int = 0
    citations: int = 0
    linked: int = 0
    claims: int = 0
    errors: int = 0
    warnings: int = 0
    remarks: int = 0
