"""TIM504 volume-year-conflict. See resources/rules/TIM504.md."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kjaudit.model import Case, Computed, Evidence, Finding, InDocument, Outcome, Reference, Severity, Span, joined, say
from kjaudit.rules.interface import Need, Rule, Status

from .chronology import Expected, conflict, timeline_of

_VOLUME = re.compile(r"[1-9]\d{0,3}")
_SOURCES = {"records": say("registry records"), "references": say("references that publishers deposited")}


def check(case: Case) -> Iterator[Finding]:
    """Yield each entry whose volume and year do not fit the known volumes of its journal."""
    for reference in case.references:
        volume, journal, year = reference.volume, reference.container_title, reference.year
        if volume is None or journal is None or year is None or reference.original_date is not None:
            continue
        if not _VOLUME.fullmatch(volume.value.strip()) or volume.value == str(year):
            continue
        timeline = timeline_of(journal.value)
        expected = conflict(timeline, int(volume.value), year) if timeline else None
        if timeline is None or expected is None or _confirmed(case, reference):
            continue
        yield _finding(case, reference, expected, _SOURCES[timeline.source], volume.span)


def _finding(case: Case, reference: Reference, expected: Expected, source: str, part: Span | None) -> Finding:
    base = reference.span.start
    span = Span(base + part.start, base + part.end) if part else reference.span
    quote = span.of(case.document.text)
    known = joined(
        [say("volume {volume} is of {year}", volume=anchor.volume, year=anchor.year) for anchor in expected.anchors]
    )
    volume = reference.volume.value if reference.volume else ""
    journal = reference.container_title.value if reference.container_title else ""
    return Finding(
        code=RULE.code,
        name=RULE.name,
        document=case.document.id,
        span=span,
        quote=quote,
        message=say(
            "Volume {volume} of {journal} is expected near {expected}, not {year}",
            volume=volume,
            journal=journal,
            expected=round(expected.year),
            year=reference.year,
        ),
        severity=RULE.severity,
        evidence=(
            Evidence(label="Printed", quote=quote, source=InDocument(document=case.document.id, span=span)),
            Evidence(label="Known volumes", quote=known, source=Computed(how=say("from {source}", source=source))),
        ),
        entry=reference.key,
    )


def _confirmed(case: Case, reference: Reference) -> bool:
    """Whether a record of the work has the same volume and year."""
    return any(
        lookup.record.volume == (reference.volume.value if reference.volume else "")
        and reference.year in lookup.record.years
        for lookup in case.lookups
        if lookup.reference == reference.key and lookup.outcome is Outcome.FOUND and lookup.record is not None
    )


RULE = Rule(
    code="TIM504",
    name="volume-year-conflict",
    severity=Severity.WARNING,
    needs=frozenset({Need.REFERENCES, Need.RECORDS}),
    since="0.1.0",
    status=Status.PREVIEW,
    check=check,
)
