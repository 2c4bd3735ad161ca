"""What a workspace tells a face."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from pathlib import Path


class DocumentState(enum.Enum):
    """How far a document of the workspace is."""

    WAITING = "waiting"
    AUDITED = "audited"
    CHANGED = "changed"
    FAILED = "failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentInfo:
    """
    A document of the workspace, for a list of documents.

    Attributes:
        id: stays the same when the file changes.
        path: where the file is, absolute.
        title: of the text, "" before its first audit.
        state: WAITING before the audit; CHANGED: the file was written since.
        reason: one sentence why it FAILED, else "".
        revised: its text differs from the one audited last time the project was open.
    """

    id: str
    path: Path
    title: str = ""
    state: DocumentState = DocumentState.WAITING
    reason: str = ""
    revised: bool = False


class ExportFormat(enum.Enum):
    """What can be written; the value is also the usual ending of the file's name."""

    HTML = "html"
    JSON = "json"
    CSV = "csv"
    BIBTEX = "bib"
    RIS = "ris"
    CSL = "csl.json"


class ExportScope(enum.Enum):
    """Which findings go into a report."""

    ALL = "all"
    OPEN = "open"
    DECIDED = "decided"
