"""REC404 retracted-work. See resources/rules/REC404.md."""

from __future__ import annotations

from collections.abc import Iterator

from kjaudit.model import Case, Finding, Severity, UpdateKind, say
from kjaudit.rules.interface import Need, Rule, Status

from .found import about_entry, how_asked, lookups_of, of_entry, records_of
from .notices import RETRACTIONS, as_evidence, says_so_itself, told, updates_of


def check(case: Case) -> Iterator[Finding]:
    """Yield each entry of a work that was retracted or withdrawn, unless the entry says so itself."""
    for reference in case.references:
        if says_so_itself(reference):
            continue
        held = list(records_of(lookups_of(case, reference)))
        found = [(lookup, update) for lookup, update in updates_of(held) if update.kind in RETRACTIONS]
        if not found:
            continue
        lookup, update = found[0]
        what = say("withdrawn") if update.kind is UpdateKind.WITHDRAWAL else say("retracted")
        yield about_entry(
            case,
            RULE,
            reference,
            say("The work is registered as {what} ({told})", what=what, told=told(lookup, update)),
            [of_entry(case, reference, "The entry", None), *(as_evidence(*each) for each in found), how_asked(lookup)],
        )


RULE = Rule(
    code="REC404",
    name="retracted-work",
    severity=Severity.WARNING,
    needs=frozenset({Need.RECORDS}),
    since="0.1.0",
    status=Status.PREVIEW,
    check=check,
)
