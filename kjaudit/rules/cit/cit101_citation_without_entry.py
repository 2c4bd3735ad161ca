"""CIT101 citation-without-entry. See resources/rules/CIT101.md."""

from __future__ import annotations

from collections.abc import Iterator

from kjaudit.model import Case, Finding, Severity
from kjaudit.rules.interface import Need, Rule, Status


def check(case: Case) -> Iterator[Finding]:
    """Yield each citation that no entry of the reference list answers."""
    unanswered = {link.citation for link in case.links if link.reference is None}
    for citation in case.citations:
        if citation.key in unanswered:
            yield Finding(
                code=RULE.code,
                name=RULE.name,
                document=case.document.id,
                span=citation.span,
                quote=citation.span.of(case.document.text),
                message=f"No entry of the reference list answers {citation.span.of(case.document.text)!r}",
                severity=RULE.severity,
                citation=citation.key,
            )


RULE = Rule(
    code="CIT101",
    name="citation-without-entry",
    severity=Severity.ERROR,
    needs=frozenset({Need.LINKS}),
    since="0.1.0",
    status=Status.PREVIEW,
    check=check,
)
