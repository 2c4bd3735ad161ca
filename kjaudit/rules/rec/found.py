"""What the look-ups of a case say of one reference, and findings about an entry: shared by the rules of records."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kjaudit.model import (
    Case,
    Evidence,
    Finding,
    InDocument,
    InRecord,
    Lookup,
    Outcome,
    Record,
    Reference,
    Severity,
    Span,
    joined,
    say,
)
from kjaudit.rules.interface import Rule

LABELS = {
    "doi": "doi.org",
    "crossref": "Crossref",
    "datacite": "DataCite",
    "openalex": "OpenAlex",
    "openlibrary": "Open Library",
    "jalc": "JaLC",
    "ndl": "NDL Search",
    "cinii": "CiNii Research",
    "kci": "KCI",
    "index": say("the local index"),
}
"""Names of registries for people."""
AGENCY = "doi"
"""The registry that only says which agency a DOI is registered with."""


def lookups_of(case: Case, reference: Reference) -> tuple[Lookup, ...]:
    """Return the look-ups about `reference`."""
    return tuple(lookup for lookup in case.lookups if lookup.reference == reference.key)


def records_of(lookups: Iterable[Lookup]) -> Iterator[tuple[Lookup, Record]]:
    """Yield the accepted records of works, with their look-ups; not what doi.org says of an agency."""
    for lookup in lookups:
        if lookup.outcome is Outcome.FOUND and lookup.record is not None and lookup.registry != AGENCY:
            yield lookup, lookup.record


def label(registry: str) -> str:
    """Return the name of a registry for people."""
    return LABELS.get(registry, registry)


def in_document(case: Case, reference: Reference, part: Span | None) -> Span:
    """Return where a part of the entry (a span into its `raw`) stands in the document; the whole entry for `None`."""
    if part is None:
        return reference.span
    found = Span(reference.span.start + part.start, reference.span.start + part.end)
    return found if found.end <= len(case.document.text) else reference.span


def of_entry(case: Case, reference: Reference, what: str, part: Span | None) -> Evidence:
    """Return what the entry prints as evidence."""
    span = in_document(case, reference, part)
    return Evidence(
        label=what, quote=span.of(case.document.text), source=InDocument(document=case.document.id, span=span)
    )


def of_record(lookup: Lookup, what: str, quote: str, field: str) -> Evidence:
    """Return what a record holds as evidence; `field` is a CSL variable."""
    return Evidence(label=what, quote=quote, source=InRecord(lookup=lookup.key, field=field))


def how_asked(lookup: Lookup) -> Evidence:
    """Return what was asked, where and when, as evidence."""
    registry = label(lookup.registry)
    what = say("Asked of {registry}", registry=registry)
    if lookup.asked_at:
        what = say("Asked of {registry}, {day}", registry=registry, day=f"{lookup.asked_at:%Y-%m-%d}")
    return of_record(lookup, what, lookup.asked or say("the local index"), "id")


def about_entry(
    case: Case,
    rule: Rule,
    reference: Reference,
    message: str,
    evidence: Iterable[Evidence],
    *,
    part: Span | None = None,
    severity: Severity | None = None,
    suggestion: str | None = None,
) -> Finding:
    """Return a finding about an entry, or about a part of it."""
    span = in_document(case, reference, part)
    return Finding(
        code=rule.code,
        name=rule.name,
        document=case.document.id,
        span=span,
        quote=span.of(case.document.text),
        message=message,
        severity=rule.severity if severity is None else severity,
        evidence=tuple(evidence),
        entry=reference.key,
        suggestion=suggestion,
    )


def shown(text: str, *, longest: int = 90) -> str:
    """Return a title or name for a message, cut at `longest` characters."""
    return text if len(text) <= longest else text[: longest - 1] + "…"


def described(record: Record) -> str:
    """Return a record in one line: first author, title, year."""
    who = str(record.authors[0]) if record.authors else ""
    title = f"“{shown(record.titles[0])}”" if record.titles else say("a record without a title")
    year = str(record.years[0]) if record.years else ""
    return joined([part for part in (who, title, year) if part])
