"""REC401 doi-not-registered. See resources/rules/REC401.md."""

from __future__ import annotations

from collections.abc import Iterator

from kjaudit.model import Case, Finding, Outcome, Severity, say
from kjaudit.rules.interface import Need, Rule, Status

from .found import AGENCY, about_entry, how_asked, lookups_of, of_entry


def check(case: Case) -> Iterator[Finding]:
    """Yield each entry whose DOI no registration agency knows."""
    for reference in case.references:
        if reference.doi is None:
            continue
        lookups = lookups_of(case, reference)
        unknown = [found for found in lookups if found.registry == AGENCY and found.outcome is Outcome.NOT_FOUND]
        known = any(found.by_identifier and found.record is not None for found in lookups)
        if not unknown or known:
            continue
        right = next((found for found in lookups if found.key.endswith(":search") and found.record), None)
        instead = right.record.doi if right and right.record and right.outcome is Outcome.FOUND else ""
        evidence = [of_entry(case, reference, "Printed DOI", reference.doi.span), how_asked(unknown[0])]
        yield about_entry(
            case,
            RULE,
            reference,
            say("No registration agency knows the DOI {doi}", doi=reference.doi.value),
            evidence,
            part=reference.doi.span,
            suggestion=say("A search finds a work that fits under {doi}", doi=instead) if instead else None,
        )


RULE = Rule(
    code="REC401",
    name="doi-not-registered",
    severity=Severity.WARNING,
    needs=frozenset({Need.RECORDS}),
    since="0.1.0",
    status=Status.PREVIEW,
    check=check,
)
