"""REF305 entry-order. See resources/rules/REF305.md."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby, pairwise

from kjaudit.matching import authors_distance
from kjaudit.model import Case, Computed, Evidence, Finding, InDocument, Reference, Severity
from kjaudit.rules.interface import Need, Rule, Status

ENOUGH, SHARE = 4, 0.8
"""Neighbouring works of one author show an order of years from this many pairs on, when this share of them agrees."""

Pair = tuple[Reference, Reference]


def check(case: Case) -> Iterator[Finding]:
    """Yield entries of one author that stand out of the order of years that the list keeps elsewhere."""
    listed = [reference for reference in case.references if reference.in_list]
    pairs = [pair for pair in pairwise(listed) if _comparable(*pair)]
    rising = [pair for pair in pairs if _dated(pair[0]) < _dated(pair[1])]
    falling = [pair for pair in pairs if _dated(pair[0]) > _dated(pair[1])]
    kept, broken = (rising, falling) if len(rising) >= len(falling) else (falling, rising)
    if len(kept) < ENOUGH or len(kept) < SHARE * len(pairs):
        return
    for _, run in groupby(broken, key=lambda pair: pair[0].key):
        first, second = next(run)
        yield _finding(case, first, second, len(kept))


def _comparable(a: Reference, b: Reference) -> bool:
    """Whether two neighbours have the same authors, one way or the other, and both a year."""
    if a.date is None or b.date is None:
        return False
    if b.same_author_as is not None:
        return len(a.authors) <= 1 or a.same_author_as is not None
    return bool(a.authors) and len(a.authors) == len(b.authors) and authors_distance(a.authors, b.authors) == 0.0


def _dated(reference: Reference) -> tuple[int, str]:
    return (reference.date.value.year, reference.date.value.suffix) if reference.date else (0, "")


def _finding(case: Case, first: Reference, second: Reference, kept: int) -> Finding:
    span = second.date.span.shifted(second.span.start) if second.date and second.date.span else second.span
    return Finding(
        code=RULE.code,
        name=RULE.name,
        document=case.document.id,
        span=span,
        quote=span.of(case.document.text),
        message="Works of this author stand out of the order of years that the list keeps elsewhere",
        severity=RULE.severity,
        entry=second.key,
        entry2=first.key,
        evidence=(
            Evidence(
                label="the entry before",
                quote=first.raw,
                source=InDocument(document=case.document.id, span=first.span),
            ),
            Evidence(
                label="pairs in order",
                quote=str(kept),
                source=Computed(how="neighbouring entries of one author, by year and letter"),
            ),
        ),
        suggestion="Put the two in the order of their years",
    )


RULE = Rule(
    code="REF305",
    name="entry-order",
    severity=Severity.NOTE,
    needs=frozenset({Need.REFERENCES}),
    since="0.1.0",
    status=Status.PREVIEW,
    check=check,
)
