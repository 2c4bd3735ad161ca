"""CIT102 uncited-entry. See resources/rules/CIT102.md."""

from __future__ import annotations

from collections.abc import Iterator

from kjaudit.matching import twins
from kjaudit.model import Case, Computed, Evidence, Finding, Reference, Severity, say
from kjaudit.rules.interface import Need, Rule, Status

from .evidence import ambiguous, linked, the_entry

MOST = 3
"""Citations that come nearest to the entry and are shown with it."""


def check(case: Case) -> Iterator[Finding]:
    """
    Yield each entry of the list that nothing cites, in list order.

    Silent where no citation at all leads to the list: then it is a bibliography, or the citations were not understood.
    """
    cited = {item.link.reference for item in linked(case) if item.reference is not None}
    listed = [reference for reference in case.references if reference.in_list]
    if not any(reference.key in cited for reference in listed):
        return
    possible = {key for item in linked(case) if ambiguous(item) for key in item.link.rivals}
    copies = {twin.key: twin.of for twin in twins(listed)}
    for reference in listed:
        if reference.key in cited | possible | case.deliberately_uncited:
            continue
        yield _finding(case, reference, copies.get(reference.key))


def _finding(case: Case, reference: Reference, twin: str | None) -> Finding:
    near = [item for item in linked(case) if reference.key in item.link.rivals][:MOST]
    evidence = [
        Evidence(
            label="searched",
            quote=say(
                "{citations} citations and {notes} notes",
                citations=len(case.citations),
                notes=len(case.document.notes),
            ),
            source=Computed(how="every citation in the running text and in the notes was matched against this entry"),
        )
    ]
    evidence += [
        Evidence(
            label="a citation without entry that comes near",
            quote=item.span.of(case.document.text),
            source=Computed(how=say("distance {value:.2f}", value=item.link.distance.total)),
        )
        for item in near
    ]
    if twin is not None:
        evidence.append(the_entry(case, case.reference(twin), "another entry for the same work"))
    return Finding(
        code=RULE.code,
        name=RULE.name,
        document=case.document.id,
        span=reference.span,
        quote=reference.span.of(case.document.text),
        message="Nothing in the text or the notes cites this entry",
        severity=RULE.severity,
        entry=reference.key,
        entry2=twin,
        evidence=tuple(evidence),
        suggestion="Cite it where it was used, take it out, or mark it as deliberately uncited",
    )


RULE = Rule(
    code="CIT102",
    name="uncited-entry",
    severity=Severity.ERROR,
    needs=frozenset({Need.LINKS}),
    since="0.1.0",
    status=Status.STABLE,
    check=check,
)
