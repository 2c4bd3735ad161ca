"""What several documents of a project say about the same thing, side by side."""

from __future__ import annotations

import enum
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kjaudit.model import Audit, Finding, InDocument, ProjectAudit, Span

from .differences import folded


class RowKind(enum.Enum):
    """What a row is about."""

    FINDING = "finding"
    QUANTITY = "quantity"
    WORK = "work"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What one document says: the passage and where it stands there."""

    document: str
    span: Span
    passage: str
    value: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """
    One thing that at least two documents speak of.

    Attributes:
        subject: what it is.
        cells: what each document says, in the order of the documents; several of one document may follow each other.
        agree: whether all say the same; `None` where a finding says what differs.
        finding: key of the finding, where there is one.
        code: of its rule.
    """

    kind: RowKind
    subject: str
    cells: tuple[Cell, ...]
    agree: bool | None = None
    finding: str | None = None
    code: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix:
    """Rows by kind: what rules found first, then quantities, then works; `documents` are the ids of the columns."""

    documents: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()


def matrix(audited: ProjectAudit) -> Matrix:
    """Return the matrix of a project; empty where it has fewer than two documents."""
    if len(audited.audits) < 2:
        return Matrix()
    documents = tuple(audit.case.document.id for audit in audited.audits)
    texts = {audit.case.document.id: audit.case.document.text for audit in audited.audits}
    found = (_of_finding(finding, texts) for finding in audited.corpus_findings)
    rows = (*(row for row in found if row), *_quantities(audited.audits), *_works(audited.audits))
    order = {document: number for number, document in enumerate(documents)}
    return Matrix(documents=documents, rows=tuple(_ordered(row, order) for row in rows))


def _ordered(row: Row, order: dict[str, int]) -> Row:
    cells = sorted(row.cells, key=lambda cell: (order[cell.document], cell.span))
    return Row(
        kind=row.kind, subject=row.subject, cells=tuple(cells), agree=row.agree, finding=row.finding, code=row.code
    )


def _of_finding(finding: Finding, texts: dict[str, str]) -> Row | None:
    cells = {(finding.document, finding.span): _cell(finding.document, finding.span, texts)}
    for item in finding.evidence:
        source = item.source
        if isinstance(source, InDocument) and source.document in texts:
            cells.setdefault((source.document, source.span), _cell(source.document, source.span, texts))
    kept = [
        cell
        for cell in cells.values()
        if not any(other is not cell and _inside(cell, other) for other in cells.values())
    ]
    if len({cell.document for cell in kept}) < 2:
        return None
    return Row(kind=RowKind.FINDING, subject=finding.message, cells=tuple(kept), finding=finding.key, code=finding.code)


def _inside(cell: Cell, other: Cell) -> bool:
    return cell.document == other.document and other.span.covers(cell.span)


def _cell(document: str, span: Span, texts: dict[str, str]) -> Cell:
    return Cell(document=document, span=span, passage=" ".join(span.of(texts[document]).split()))


def _quantities(audits: Iterable[Audit]) -> Iterator[Row]:
    """Figures about the same subject and year, in the same unit, in at least two documents."""
    groups: dict[tuple[str, str, int | None], list[tuple[Cell, str]]] = defaultdict(list)
    for audit in audits:
        document = audit.case.document
        for claim in audit.case.claims:
            for item in claim.quantities:
                if item.subject:
                    passage = " ".join(claim.span.of(document.text).split())
                    cell = Cell(document=document.id, span=claim.span, passage=passage, value=f"{item.value:g}")
                    groups[folded(item.subject), item.unit, item.year].append((cell, item.subject))
    for (_, unit, year), found in groups.items():
        cells = [cell for cell, _ in found]
        if len({cell.document for cell in cells}) > 1:
            subject = " · ".join(str(part) for part in (found[0][1], unit, year) if part)
            agree = len({cell.value for cell in cells}) == 1
            yield Row(kind=RowKind.QUANTITY, subject=subject, cells=tuple(cells), agree=agree)


SHORTEST_TITLE = 12
"""Folded titles shorter than this are too common to mean the same work by themselves."""


def _works(audits: Iterable[Audit]) -> Iterator[Row]:
    """Entries of at least two documents with the same DOI, or the same long title and year."""
    groups: dict[tuple[str, ...], list[tuple[Cell, str]]] = defaultdict(list)
    for audit in audits:
        document = audit.case.document
        for reference in audit.case.references:
            title = reference.title.value if reference.title else ""
            if reference.doi:
                key: tuple[str, ...] = ("doi", reference.doi.value.casefold())
            elif len(folded(title)) >= SHORTEST_TITLE and reference.year:
                key = ("title", folded(title), str(reference.year))
            else:
                continue
            passage = " ".join(reference.raw.split())
            cell = Cell(document=document.id, span=reference.span, passage=passage, value=folded(reference.raw))
            groups[key].append((cell, title or reference.raw))
    for found in groups.values():
        cells = [cell for cell, _ in found]
        if len({cell.document for cell in cells}) > 1:
            agree = len({cell.value for cell in cells}) == 1
            yield Row(kind=RowKind.WORK, subject=found[0][1], cells=tuple(cells), agree=agree)
