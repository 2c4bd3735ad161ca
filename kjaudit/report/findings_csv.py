"""Findings as a table for a spreadsheet."""

from __future__ import annotations

import csv
import io
import re
from bisect import bisect_right
from collections.abc import Sequence

from kjaudit.model import Document, Evidence, Finding, InDocument, InRecord, Judged, Said

from .interface import Dossier
from .words import Words, words

COLUMNS = (
    "document", "path", "code", "name", "severity", "standing", "message", "quote", "start", "end", "line", "entry",
    "citation", "note", "evidence", "suggestion", "decision", "decision_note", "reviewer", "decided_at", "key",
)  # fmt: skip

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def to_csv(dossier: Dossier) -> str:
    """
    Return one row a finding, header first, with a byte order mark so that spreadsheets read it as UTF-8.

    What rules say is in the language of the dossier; columns, codes and states have the same names in every language.
    """
    said = words(dossier.language)
    documents = {audit.case.document.id: audit.case.document for audit in dossier.audit.audits}
    lines = {
        key: [0, *(found.end() for found in re.finditer("\n", document.text))] for key, document in documents.items()
    }
    out = io.StringIO()
    table = csv.writer(out, lineterminator="\r\n")
    table.writerow(COLUMNS)
    for item in dossier.judged:
        document = item.finding.document
        table.writerow([_harmless(cell) for cell in _row(item, documents[document], lines[document], said)])
    return "\ufeff" + out.getvalue()


def _row(item: Judged, document: Document, lines: Sequence[int], said: Words) -> tuple[object, ...]:
    finding, verdict = item.finding, item.verdict
    return (
        document.title,
        document.path,
        finding.code,
        finding.name,
        finding.severity.name.lower(),
        item.standing.value,
        said.said(finding.message),
        finding.quote,
        finding.span.start,
        finding.span.end,
        bisect_right(lines, finding.span.start),
        finding.entry or "",
        finding.citation or "",
        finding.note or "",
        _evidence(finding, said),
        said.said(finding.suggestion or ""),
        verdict.decision.value if verdict else "",
        verdict.note if verdict else "",
        verdict.reviewer if verdict else "",
        verdict.at.isoformat() if verdict else "",
        finding.key,
    )


def _evidence(finding: Finding, said: Words) -> str:
    return "\n".join(
        f"{said.said(item.label)}: {_quote(item, said)} ({_where(item, said)})" for item in finding.evidence
    )


def _quote(item: Evidence, said: Words) -> str:
    return said.said(item.quote) if isinstance(item.quote, Said) else item.quote


def _where(item: Evidence, said: Words) -> str:
    if isinstance(item.source, InDocument):
        return f"{item.source.document} {item.source.span.start}-{item.source.span.end}"
    if isinstance(item.source, InRecord):
        return f"{item.source.lookup} {item.source.field}"
    return said.said(item.source.how)


def _harmless(cell: object) -> object:
    """Keep a spreadsheet from running a cell that a manuscript begins like a formula."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell
