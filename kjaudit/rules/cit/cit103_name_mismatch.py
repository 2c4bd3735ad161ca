"""CIT103 name-mismatch. See resources/rules/CIT103.md."""

from __future__ import annotations

from collections.abc import Iterator

from kjaudit.model import Case, Finding, Severity, say
from kjaudit.rules.interface import Need, Rule, Status

from .evidence import Linked, in_sentence, linked, penalty, the_difference, the_distance, the_entry
from .held import Held, from_field, other_name

DIFFERENT = 0.15
"""Distances up to this are one name in two forms; see `kjaudit.matching.name_distance`."""


def check(case: Case) -> Iterator[Finding]:
    """Yield each citation that an entry answers but for the spelling of a name."""
    for item in linked(case):
        apart = penalty(item.link, "author", "coauthors")
        if item.reference is not None and apart is not None and apart.value > DIFFERENT and apart.detail:
            yield _finding(case, item, apart.detail)
        elif (other := other_name(case, item)) is not None:
            yield _of_field(case, item, other)


def _finding(case: Case, item: Linked, detail: str) -> Finding:
    assert item.reference is not None
    printed, _, listed = detail.partition(" / ")
    return Finding(
        code=RULE.code,
        name=RULE.name,
        document=case.document.id,
        span=item.span,
        quote=item.span.of(case.document.text),
        message=say("The citation prints {printed}, the entry {listed}", printed=printed, listed=listed),
        severity=RULE.severity,
        citation=item.citation.key,
        entry=item.reference.key,
        note=item.citation.note,
        evidence=(
            in_sentence(case, item.span),
            the_entry(case, item.reference),
            the_difference(printed, listed, say("name")),
            the_distance(item.link),
        ),
        suggestion="Look the name up in the source and correct the one that is wrong",
    )


def _of_field(case: Case, item: Linked, other: Held) -> Finding:
    printed = str(item.work.names[0])
    return Finding(
        code=RULE.code,
        name=RULE.name,
        document=case.document.id,
        span=item.span,
        quote=item.span.of(case.document.text),
        message=say(
            "The citation prints {printed}, the field behind it holds {held}", printed=printed, held=other.name
        ),
        severity=RULE.severity,
        citation=item.citation.key,
        entry=item.reference.key if item.reference else None,
        note=item.citation.note,
        evidence=(
            in_sentence(case, item.span),
            from_field(case, item, other),
            the_difference(printed, str(other.name), say("name")),
        ),
        suggestion="Refresh the citations in the word processor, or correct the one that is wrong",
    )


RULE = Rule(
    code="CIT103",
    name="name-mismatch",
    severity=Severity.ERROR,
    needs=frozenset({Need.LINKS}),
    since="0.1.0",
    status=Status.STABLE,
    check=check,
)
