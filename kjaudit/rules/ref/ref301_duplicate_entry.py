"""REF301 duplicate-entry. See resources/rules/REF301.md."""

from __future__ import annotations

from collections.abc import Iterator

from kjaudit.matching import as_text, diff, twins
from kjaudit.model import Case, Computed, Evidence, Finding, InDocument, Severity
from kjaudit.rules.interface import Need, Rule, Status


def check(case: Case) -> Iterator[Finding]:
    """Yield each entry of the reference list that repeats an earlier one, in list order."""
    listed = [reference for reference in case.references if reference.in_list]
    by_key = {reference.key: reference for reference in listed}
    for twin in twins(listed):
        entry, first = by_key[twin.key], by_key[twin.of]
        yield Finding(
            code=RULE.code,
            name=RULE.name,
            document=case.document.id,
            span=entry.span,
            quote=entry.raw,
            message="The list holds this work twice",
            severity=RULE.severity,
            entry=entry.key,
            entry2=first.key,
            evidence=(
                Evidence(
                    label="the earlier entry",
                    quote=first.raw,
                    source=InDocument(document=case.document.id, span=first.span),
                ),
                Evidence(
                    label="what differs",
                    quote=as_text(diff(first.raw, entry.raw)),
                    source=Computed(how="case, width, dashes and spaces folded, then compared word by word"),
                ),
            ),
            suggestion="Keep one of the two, and let every citation point to it",
        )


RULE = Rule(
    code="REF301",
    name="duplicate-entry",
    severity=Severity.ERROR,
    needs=frozenset({Need.REFERENCES}),
    since="0.1.0",
    status=Status.STABLE,
    check=check,
)
