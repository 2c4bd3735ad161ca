"""CIT101 citation-without-entry. See resources/rules/CIT101.md."""

from __future__ import annotations

from collections.abc import Iterator

from kjaudit.model import Case, CitationKind, CitationStyle, Finding, Severity, say
from kjaudit.rules.interface import Need, Rule, Status

from .evidence import Linked, ambiguous, in_sentence, linked, nearest, penalty


def check(case: Case) -> Iterator[Finding]:
    """Yield each cited work that no entry answers; one finding for all where there is no list to answer."""
    listless = not case.document.reference_list and not any(reference.in_list for reference in case.references)
    unanswered = [item for item in linked(case) if _unanswered(item, listless=listless)]
    dated = [item for item in unanswered if item.citation.style is CitationStyle.AUTHOR_YEAR]
    if listless and len(dated) > 1:
        yield _finding(
            case,
            dated[0],
            say("The text cites by author and year {count} times and has no reference list", count=len(dated)),
        )
        unanswered = [item for item in unanswered if item not in dated]
    for item in unanswered:
        yield _finding(case, item, _message(case, item, listless=listless))


def _unanswered(item: Linked, *, listless: bool) -> bool:
    if item.citation.style is CitationStyle.KEY and not item.link.rivals and listless:
        return False
    if item.reference is not None or ambiguous(item) or penalty(item.link, "note") or item.work.unseen:
        return False
    return not (item.work.kind is CitationKind.IBID or (item.work.kind is CitationKind.SUPRA and not item.work.names))


def _message(case: Case, item: Linked, *, listless: bool) -> str:
    quote = item.span.of(case.document.text)
    short = quote if len(quote) <= 80 else f"{quote[:77]}..."
    if item.citation.style is CitationStyle.KEY:
        return say("No entry of the reference list answers the key {key}", key=item.work.label)
    if item.work.label:
        return say("The reference list has no number {number}", number=item.work.label)
    if listless:
        return say("No earlier note names in full the work of {citation!r}", citation=short)
    return say("No entry of the reference list answers {citation!r}", citation=short)


def _finding(case: Case, item: Linked, message: str) -> Finding:
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
        evidence=(in_sentence(case, item.span), *nearest(case, item.link)),
        suggestion="Look for the work under another name or year; else ask the author for the entry",
    )


RULE = Rule(
    code="CIT101",
    name="citation-without-entry",
    severity=Severity.ERROR,
    needs=frozenset({Need.LINKS}),
    since="0.1.0",
    status=Status.STABLE,
    check=check,
)
