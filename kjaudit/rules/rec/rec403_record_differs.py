"""REC403 record-differs. See resources/rules/REC403.md."""

from __future__ import annotations

from collections.abc import Iterator

from kjaudit.model import Case, Evidence, Finding, Lookup, Record, Reference, Severity, joined, say
from kjaudit.rules.interface import Need, Rule, Status

from .differences import Difference, differences
from .found import about_entry, how_asked, label, lookups_of, of_entry, of_record, records_of, shown


def check(case: Case) -> Iterator[Finding]:
    """Yield each entry that differs from its record in what every registry that was found to hold it agrees on."""
    for reference in case.references:
        held = list(records_of(lookups_of(case, reference)))
        if not held:
            continue
        lookup, record = held[0]
        agreed = [found for found in differences(reference, record) if _in_all(reference, found, held[1:])]
        if not agreed:
            continue
        parts = joined([_said(item) for item in agreed], "{first}; {rest}")
        evidence: list[Evidence] = []
        for item in agreed:
            evidence.append(of_entry(case, reference, say("Printed {field}", field=item.name), item.part))
            evidence.append(
                of_record(
                    lookup, say("{field} in the record", field=say(item.name.capitalize())), item.held, item.field
                )
            )
        yield about_entry(
            case,
            RULE,
            reference,
            say(
                "The entry differs from its record at {registry}: {parts}",
                registry=label(lookup.registry),
                parts=parts,
            ),
            [*evidence, how_asked(lookup)],
            part=agreed[0].part if len(agreed) == 1 else None,
        )


def _said(item: Difference) -> str:
    printed, held = shown(item.printed), shown(item.held)
    return say("{field} {printed!r}, there {held!r}", field=item.name, printed=printed, held=held)


def _in_all(reference: Reference, found: Difference, held: list[tuple[Lookup, Record]]) -> bool:
    """Whether no other registry sides with the entry; registries that differ from each other prove nothing."""
    return all(any(other.field == found.field for other in differences(reference, record)) for _, record in held)


RULE = Rule(
    code="REC403",
    name="record-differs",
    severity=Severity.WARNING,
    needs=frozenset({Need.RECORDS}),
    since="0.1.0",
    status=Status.PREVIEW,
    check=check,
)
