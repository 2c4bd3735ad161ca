"""CIT109 ambiguous-citation. See resources/rules/CIT109.md."""

from __future__ import annotations

from collections.abc import Iterator

from kjaudit.model import Case, CitationKind, Finding, Severity, say
from kjaudit.rules.interface import Need, Rule, Status

from .evidence import Linked, in_sentence, linked, the_distance, the_entry


def check(case: Case) -> Iterator[Finding]:
    """Yield each citation that more than one work answers alike."""
    for item in linked(case):
        whole_note = item.work.kind is CitationKind.SUPRA and not item.work.names
        if item.link.rivals and item.link.margin < 0.02 and not whole_note:
            yield _finding(case, item)


def _finding(case: Case, item: Linked) -> Finding:
    by_key = {reference.key: reference for reference in case.references}
    keys = [key for key in (item.link.reference, *item.link.rivals) if key in by_key]
    if item.work.kind is CitationKind.IBID:
        in_note, in_text = "The note before names more than one work", "The citation before names more than one work"
        message = in_note if item.citation.note else in_text
    else:
        message = say("{count} works answer this citation alike", count=len(keys))
    return Finding(
        code=RULE.code,
        name=RULE.name,
        document=case.document.id,
        span=item.span,
        quote=item.span.of(case.document.text),
        message=message,
        severity=RULE.severity,
        citation=item.citation.key,
        note=item.citation.note,
        evidence=(
            in_sentence(case, item.span),
            *(the_entry(case, by_key[key], "a work that it may mean") for key in keys[:5] if key),
            the_distance(item.link),
        ),
        suggestion="Tell them apart: initials, a letter after the year, or a short title",
    )


RULE = Rule(
    code="CIT109",
    name="ambiguous-citation",
    severity=Severity.WARNING,
    needs=frozenset({Need.LINKS}),
    since="0.1.0",
    status=Status.STABLE,
    check=check,
)
