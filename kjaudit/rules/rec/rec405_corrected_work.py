"""REC405 corrected-work. See resources/rules/REC405.md."""

from __future__ import annotations

from collections.abc import Iterator

from kjaudit.model import Case, Finding, Severity, UpdateKind, say
from kjaudit.rules.interface import Need, Rule, Status

from .found import about_entry, how_asked, lookups_of, of_entry, records_of
from .notices import RETRACTIONS, as_evidence, told, updates_of

_SAYS = {
    UpdateKind.CONCERN: say("An expression of concern was published about the work"),
    UpdateKind.PARTIAL_RETRACTION: say("Part of the work was retracted"),
    UpdateKind.CORRECTION: say("A correction of the work was published"),
}
"""Gravest first; a finding names the gravest and lists the others."""


def check(case: Case) -> Iterator[Finding]:
    """Yield each entry of a work that was corrected, in part retracted, or put in doubt; not of retracted ones."""
    for reference in case.references:
        held = list(records_of(lookups_of(case, reference)))
        updates = list(updates_of(held))
        if any(update.kind in RETRACTIONS for _, update in updates):
            continue
        order = list(_SAYS)
        found = sorted((each for each in updates if each[1].kind in _SAYS), key=lambda each: order.index(each[1].kind))
        if not found:
            continue
        lookup, update = found[0]
        yield about_entry(
            case,
            RULE,
            reference,
            say("{what} ({told})", what=_SAYS[update.kind], told=told(lookup, update)),
            [of_entry(case, reference, "The entry", None), *(as_evidence(*each) for each in found), how_asked(lookup)],
            severity=RULE.severity if update.kind is UpdateKind.CORRECTION else Severity.WARNING,
        )


RULE = Rule(
    code="REC405",
    name="corrected-work",
    severity=Severity.NOTE,
    needs=frozenset({Need.RECORDS}),
    since="0.1.0",
    status=Status.PREVIEW,
    check=check,
)
