"""REC402 doi-of-another-work. See resources/rules/REC402.md."""

from __future__ import annotations

from collections.abc import Iterator

from kjaudit.model import Case, Finding, Outcome, Severity, say
from kjaudit.rules.interface import Need, Rule, Status

from .found import about_entry, described, how_asked, label, lookups_of, of_entry, of_record


def check(case: Case) -> Iterator[Finding]:
    """Yield each entry whose DOI or ISBN leads to a record of another work."""
    for reference in case.references:
        lookups = lookups_of(case, reference)
        astray = [found for found in lookups if found.other_work and found.record]
        if not astray or any(
            found.by_identifier and found.outcome is Outcome.FOUND and found.signals[1:] for found in lookups
        ):
            continue
        lookup, record = astray[0], astray[0].record
        if record is None:
            continue
        field = reference.doi or reference.isbn
        part = field.span if field else None
        kind = "DOI" if reference.doi else "ISBN"
        right = next((found for found in lookups if found.key.endswith(":search") and found.record), None)
        instead = right.record.doi if right and right.record and right.outcome is Outcome.FOUND else ""
        registry, held = label(lookup.registry), described(record)
        evidence = [
            of_entry(case, reference, "The entry", None),
            of_record(lookup, say("The record at {registry}", registry=registry), held, "title"),
            how_asked(lookup),
        ]
        yield about_entry(
            case,
            RULE,
            reference,
            say("The {kind} leads to {record} ({registry})", kind=kind, record=held, registry=registry),
            evidence,
            part=part,
            suggestion=say("A search finds a work that fits under {doi}", doi=instead) if instead else None,
        )


RULE = Rule(
    code="REC402",
    name="doi-of-another-work",
    severity=Severity.WARNING,
    needs=frozenset({Need.RECORDS}),
    since="0.1.0",
    status=Status.PREVIEW,
    check=check,
)
