"""The JSON of `kjaudit audit` (schema "kjaudit.audit/1"): plain values only, no path, date or order that varies."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from kjaudit import __version__
from kjaudit.formats.csl import date_to_csl, name_to_csl, to_csl
from kjaudit.model import (
    Audit,
    Case,
    Citation,
    Document,
    Evidence,
    Field,
    Finding,
    InDocument,
    InRecord,
    Lookup,
    PartialDate,
    ProjectAudit,
    Record,
    Span,
)

SCHEMA = "kjaudit.audit/1"
CONTEXT = 40
"""Code points of context printed on each side of a citation."""

Json = dict[str, Any]


def project_to_json(audit: ProjectAudit, settings: Json) -> Json:
    """Return the whole object; `settings` is printed as given."""
    by_id = {item.case.document.id: item.case.document for item in audit.audits}
    return {
        "schema": SCHEMA,
        "version": __version__,
        "settings": settings,
        "documents": [document_to_json(item) for item in audit.audits],
        "corpus_findings": [finding_to_json(finding, by_id[finding.document]) for finding in audit.corpus_findings],
        "skipped": [{"what": item.what, "reason": item.reason} for item in audit.skipped],
    }


def document_to_json(audit: Audit) -> Json:
    """Return one document and all that was found in it."""
    case, document = audit.case, audit.case.document
    return {
        "path": document.path,
        "digest": document.digest,
        "media_type": document.media_type,
        "title": document.title,
        "language": document.language,
        "text": document.text,
        "byline": _byline(document),
        "provenance": _provenance(case),
        "entries": _entries(case),
        "notes": [
            {
                "n": note.number,
                "key": note.key,
                "text": note.span.of(document.text),
                "span": _span(note.span),
                "anchor": _span(note.anchor),
            }
            for note in document.notes
        ],
        "citations": _citations(case),
        "claims": _claims(case),
        "suggestions": [
            {"entry": item.reference, "span": _span(item.span), "likeness": round(item.likeness, 4)}
            for item in case.suggestions
        ],
        "findings": [finding_to_json(finding, document, case) for finding in audit.findings],
        "lookups": [_lookup(lookup) for lookup in case.lookups],
        "densities": {density.name: round(density.per_thousand, 3) for density in audit.densities},
        "problems": list(document.problems),
        "skipped": _not_audited(case),
    }


def finding_to_json(finding: Finding, document: Document, case: Case | None = None) -> Json:
    """Return one finding; `note` is the printed number of its note."""
    before, after = _context(document, finding.span, Span(0, len(document.text)))
    out: Json = {
        "key": finding.key,
        "code": finding.code,
        "name": finding.name,
        "severity": finding.severity.name.lower(),
        "message": finding.message,
        "span": _span(finding.span),
        "quote": finding.quote,
        "before": before,
        "after": after,
        "evidence": [_evidence(item) for item in finding.evidence],
    }
    where = document.source_span(finding.span)
    numbers = {note.key: note.number for note in document.notes}
    optional = {
        "source_span": list(where) if where else None,
        "entry": finding.entry,
        "entry2": finding.entry2,
        "citation": finding.citation,
        "note": numbers.get(finding.note) if finding.note else None,
        "claim": finding.claim,
        "document": finding.other_document,
        "suggestion": finding.suggestion,
    }
    out.update({name: value for name, value in optional.items() if value is not None})
    return out


def record_to_json(record: Record) -> Json:
    """Return a registry's record in CSL-like words."""
    return {
        name: value
        for name, value in {
            "registry": record.registry,
            "id": record.id,
            "type": record.type,
            "DOI": record.doi,
            "title": record.titles[0] if record.titles else "",
            "subtitle": record.subtitle,
            "author": [name_to_csl(name) for name in record.authors],
            "container-title": record.container_titles[0] if record.container_titles else "",
            "publisher": record.publisher,
            "issued": date_to_csl(record.date) if record.date else None,
            "volume": record.volume,
            "issue": record.issue,
            "page": record.pages,
            "URL": record.url,
            "updates": [
                {"kind": update.kind.value, "DOI": update.doi, "source": update.source} for update in record.updates
            ],
        }.items()
        if value
    }


def _span(span: Span | None) -> list[int] | None:
    return [span.start, span.end] if span else None


def _context(document: Document, span: Span, within: Span) -> tuple[str, str]:
    """Text around `span` inside `within`, without the note marks that stand in it."""
    anchors = [note.anchor for note in document.notes if note.anchor]
    return (
        _unmarked(document.text, Span(max(within.start, span.start - CONTEXT), span.start), anchors),
        _unmarked(document.text, Span(span.end, min(within.end, span.end + CONTEXT)), anchors),
    )


def _unmarked(text: str, span: Span, anchors: Iterable[Span]) -> str:
    pieces, at = [], span.start
    for anchor in anchors:
        if span.covers(anchor):
            pieces.append(text[at : anchor.start])
            at = anchor.end
    return "".join((*pieces, text[at : span.end]))


def _field(field: Field[Any] | None) -> Json | None:
    if field is None:
        return None
    value = date_to_csl(field.value) if isinstance(field.value, PartialDate) else field.value
    return {"value": value, "span": _span(field.span)}


def _byline(document: Document) -> Json:
    byline = document.byline
    return {
        "authors": [_field(author) for author in byline.authors] or None,
        "date": _field(byline.date),
        "outlet": _field(byline.outlet),
        "url": _field(byline.url),
    }


def _provenance(case: Case) -> Json:
    card = case.provenance
    return {
        "genre": [_field(item) for item in card.genre],
        "aggregator": _field(card.aggregator),
        "credits": [_field(item) for item in card.credits],
        "missing": list(card.missing),
        "earliest": date_to_csl(card.earliest) if card.earliest else None,
        "earliest_evidence": [_field(item) for item in card.earliest_evidence],
        "note_coverage": card.note_coverage,
        "paragraphs_covered": card.paragraphs_covered,
        "seams": [_field(item) for item in card.seams],
    }


def _entries(case: Case) -> list[Json]:
    cited_by: dict[str, list[str]] = defaultdict(list)
    for link in case.links:
        if link.reference and link.citation not in cited_by[link.reference]:
            cited_by[link.reference].append(link.citation)
    return [
        {
            "id": reference.key,
            "label": reference.label,
            "raw": reference.raw,
            "span": _span(reference.span),
            "in_list": reference.in_list,
            "csl": to_csl(reference),
            "cited_by": cited_by[reference.key],
            "problems": [{"kind": item.kind.value, "message": item.message} for item in reference.problems],
        }
        for reference in case.references
    ]


def _citations(case: Case) -> list[Json]:
    document = case.document
    notes = {note.key: note for note in document.notes}
    links: dict[str, list[Any]] = defaultdict(list)
    for link in case.links:
        links[link.citation].append(link)
    out = []
    for citation in case.citations:
        note = notes.get(citation.note) if citation.note else None
        before, after = _context(document, citation.span, note.span if note else _body(citation, document))
        found = [link for link in links[citation.key] if link.reference]
        out.append(
            {
                "id": citation.key,
                "text": citation.span.of(document.text),
                "before": before,
                "after": after,
                "span": _span(citation.span),
                "where": "note" if note else "body",
                "note": note.number if note else None,
                "style": citation.style.value,
                "kind": citation.kind.value,
                "targets": list(dict.fromkeys(link.reference for link in found)),
                "links": [
                    {
                        "entry": link.reference,
                        "distance": round(link.distance.total, 4),
                        "margin": round(link.margin, 4),
                        "certainty": link.certainty.value,
                        "penalties": [
                            {"name": item.name, "value": round(item.value, 4), "weight": item.weight}
                            for item in link.distance.penalties
                        ],
                        **({"reason": link.reason} if link.reason else {}),
                    }
                    for link in found
                ],
            }
        )
    return out


def _body(citation: Citation, document: Document) -> Span:
    """Return the stretch of running text around `citation` that no note interrupts."""
    ends = [note.span.start for note in document.notes if note.span.start >= citation.span.end]
    starts = [note.span.end for note in document.notes if note.span.end <= citation.span.start]
    return Span(max(starts, default=0), min(ends, default=len(document.text)))


def _claims(case: Case) -> list[Json]:
    document = case.document
    out = []
    for claim in case.claims:
        where = document.source_span(claim.span)
        numbers = {note.key: note.number for note in document.notes}
        out.append(
            {
                "id": claim.key,
                "kind": claim.kind.value,
                "span": _span(claim.span),
                **({"source_span": list(where)} if where else {}),
                "text": claim.span.of(document.text),
                "support": claim.support.value,
                "speaker": _field(claim.speaker),
                "source": _field(claim.source),
                "note": numbers.get(claim.notes[0]) if claim.notes else None,
                "citations": list(claim.citations),
                "values": [
                    {"value": item.value, "unit": item.unit, "year": item.year, "span": _span(item.span)}
                    for item in claim.quantities
                ],
            }
        )
    return out


def _evidence(item: Evidence) -> Json:
    source = item.source
    if isinstance(source, InDocument):
        where: Json = {"document": source.document, "span": _span(source.span)}
    elif isinstance(source, InRecord):
        where = {"lookup": source.lookup, "field": source.field}
    else:
        where = {"computed": source.how}
    return {"label": item.label, "quote": item.quote, "source": where}


def _lookup(lookup: Lookup) -> Json:
    return {
        "entry": lookup.reference,
        "registry": lookup.registry,
        "outcome": lookup.outcome.value,
        "reason": lookup.reason,
        "asked_at": lookup.asked_at.isoformat() if lookup.asked_at else None,
        "record": record_to_json(lookup.record) if lookup.record else None,
        "candidates": [
            {"record": record_to_json(item.record), "signals": list(item.signals)} for item in lookup.candidates
        ],
    }


def _not_audited(case: Case) -> list[Json]:
    asked = {lookup.reference for lookup in case.lookups}
    left = [reference.key for reference in case.references if reference.key not in asked]
    if not left:
        return []
    return [{"what": f"{len(left)} entries against a registry", "reason": "look-ups are off", "entries": left}]
