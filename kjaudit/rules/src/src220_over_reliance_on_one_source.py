"""SRC220 over-reliance-on-one-source. See resources/rules/SRC220.md."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from kjaudit.model import Case, Finding, Severity, say
from kjaudit.rules.interface import Need, Rule, Status
from kjaudit.rules.phrases import computed, here, marked

LEAST = 10
"""Citations a document must have before one source can be said to carry it."""
SHARE = 0.5
"""Share of all citations at which a source is reported."""


def check(case: Case) -> Iterator[Finding]:
    """Yield the first citation of a source that more than half of all citations lead to."""
    spans = {citation.key: citation.span for citation in case.citations}
    led = [(link.reference, link.citation) for link in case.links if link.reference is not None]
    counts = Counter(reference for reference, _ in led)
    if len(led) < LEAST or len(counts) < 2:
        return
    source, count = counts.most_common(1)[0]
    if count / len(led) <= SHARE:
        return
    first = min((spans[citation] for reference, citation in led if reference == source), key=lambda span: span.start)
    entry = case.reference(source)
    yield replace(
        marked(
            RULE,
            case,
            first,
            say("{count} of {total} citations lead to one source", count=count, total=len(led)),
            here(case, "source", entry.span),
            computed("share", f"{100 * count / len(led):.0f} %", "citations that lead to it"),
        ),
        entry=source,
    )


RULE = Rule(
    code="SRC220",
    name="over-reliance-on-one-source",
    severity=Severity.NOTE,
    needs=frozenset({Need.LINKS, Need.REFERENCES}),
    since="0.1.0",
    status=Status.PREVIEW,
    check=check,
)
