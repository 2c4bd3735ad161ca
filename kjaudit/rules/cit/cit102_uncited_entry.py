"""CIT102 uncited-entry. See resources/rules/CIT102.md."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from kjaudit.language.folding import fold_solid
from kjaudit.matching import twins
from kjaudit.model import Case, Computed, Evidence, Finding, Reference, Severity, say
from kjaudit.rules.interface import Need, Rule, Status

from .evidence import Linked, ambiguous, linked

MOST = 3
"""Citations that come nearest to the entry and are shown with it."""


def check(case: Case) -> Iterator[Finding]:
    """
    Yield each entry of the list that nothing cites, in list order.

    An entry that repeats a cited one is left to REF301: that it stands there twice explains it. Of two copies that
    nothing cites, the first is shown. Silent where no citation at all leads to the list: then it is a bibliography, or
    the citations were not understood.
    """
    cited = {item.link.reference for item in linked(case) if item.reference is not None}
    listed = [reference for reference in case.references if reference.in_list]
    if not any(reference.key in cited for reference in listed):
        return
    possible = {key for item in linked(case) if ambiguous(item) for key in item.link.rivals}
    silent = cited | possible | case.deliberately_uncited | _of_unanswered_authors(case, listed)
    copied = {key for twin in twins(listed) if twin.of in silent or twin.key in silent for key in (twin.of, twin.key)}
    copies = {twin.key for twin in twins(listed)}
    barred = silent | copied | copies
    near: dict[str, list[Linked]] = defaultdict(list)
    for item in linked(case):
        for key in item.link.rivals:
            near[key].append(item)
    for reference in listed:
        if reference.key not in barred:
            yield _finding(case, reference, near[reference.key][:MOST])


def _of_unanswered_authors(case: Case, listed: list[Reference]) -> frozenset[str]:
    """Return the entries whose first author an unanswered citation of a note names too: CIT101 speaks of these."""
    names = {
        fold_solid(name.family or name.literal)
        for item in linked(case)
        if item.reference is None and item.work.year is None
        for name in item.work.names[:1]
    }
    first = ((each.key, (each.authors or each.editors)[:1]) for each in listed)
    return frozenset(
        key for key, authors in first for name in authors if fold_solid(name.family or name.literal) in names
    )


def _finding(case: Case, reference: Reference, near: list[Linked]) -> Finding:
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
    return Finding(
        code=RULE.code,
        name=RULE.name,
        document=case.document.id,
        span=reference.span,
        quote=reference.span.of(case.document.text),
        message="Nothing in the text or the notes cites this entry",
        severity=RULE.severity,
        entry=reference.key,
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
