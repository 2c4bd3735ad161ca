"""REF303 future-year. See resources/rules/REF303.md."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kjaudit.model import Case, Computed, Evidence, Finding, Reference, Severity, Span, say
from kjaudit.rules.interface import Need, Rule, Status

AHEAD_FROM_MONTH = 9
"""From September on the next year is not in the future: issues and autumn books carry it months ahead."""
ERA_LIMIT = 100
"""A year further ahead than this is a page, or counted in another era (2569 B.E., 4359 of Dangun)."""
SWAPPED = 40
"""So far back a year is looked for that two swapped digits make one of another era."""
_AWAITED = re.compile(
    r"forthcoming|in press|in print|to appear|accepted|submitted|im erscheinen|erscheint|à paraître|sous presse|"
    r"en prensa|no prelo|in corso di stampa|próximamente|출간 ?예정|게재 ?예정|간행 ?예정|근간|"
    r"印刷中|近刊|掲載予定|刊行予定|投稿中",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?<![\d.:/-])(?:1[5-9]\d|2\d\d)\d(?![\d/])")
_ADDRESS = re.compile(r"(?:https?://|www\.|doi:?\s?|10\.\d{4,9}/)\S+", re.IGNORECASE)


def check(case: Case) -> Iterator[Finding]:
    """Yield each entry whose year of publication has not come yet, in list order."""
    latest = case.today.year + (1 if case.today.month >= AHEAD_FROM_MONTH else 0)
    for reference in case.references:
        if reference.status is not None or _AWAITED.search(reference.raw):
            continue
        span = _dated(reference) if reference.date else _undated(reference)
        if span is None:
            continue
        year = int(_ascii_digits(span.of(reference.raw)))
        if latest < year < case.today.year + ERA_LIMIT or _digits_swapped(year, latest):
            yield _finding(case, reference, span.shifted(reference.span.start))


def _digits_swapped(year: int, latest: int) -> bool:
    """Whether a year far ahead has the digits of a recent one in another order: 2202 for 2022."""
    recent = range(latest - SWAPPED, latest + 1)
    return year >= latest + ERA_LIMIT and any(sorted(str(year)) == sorted(str(other)) for other in recent)


def _dated(reference: Reference) -> Span | None:
    """Return where the year that was read stands in the entry; `None` where it is no number of its own."""
    within = reference.date.span if reference.date and reference.date.span else Span(0, len(reference.raw))
    year = str(reference.year)
    found = (span for span in _years(reference) if within.covers(span))
    return next((span for span in found if _ascii_digits(span.of(reference.raw)) == year), None)


def _undated(reference: Reference) -> Span | None:
    """Return the one number that can be the year of an article without a date: parsers know few years to come."""
    if reference.volume is None or reference.container_title is None:
        return None
    others = (reference.title, reference.pages, reference.volume, reference.issue, reference.doi, reference.url)
    taken = [field.span for field in others if field and field.span]
    found = [span for span in _years(reference) if not any(other.meets(span) for other in taken)]
    return found[0] if len(found) == 1 else None


def _years(reference: Reference) -> list[Span]:
    text = _ADDRESS.sub(lambda match: " " * len(match[0]), _ascii_digits(reference.raw))
    return [Span(*match.span()) for match in _YEAR.finditer(text)]


def _ascii_digits(text: str) -> str:
    return text.translate(str.maketrans("０１２３４５６７８９", "0123456789"))


def _finding(case: Case, reference: Reference, span: Span) -> Finding:
    cited = next((link.citation for link in case.links if link.reference == reference.key), None)
    return Finding(
        code=RULE.code,
        name=RULE.name,
        document=case.document.id,
        span=span,
        quote=span.of(case.document.text),
        message=say("The year {year} has not come yet", year=span.of(case.document.text)),
        severity=RULE.severity,
        entry=reference.key,
        note=None if reference.in_list else reference.note,
        citation=None if reference.in_list else cited,
        evidence=(
            Evidence(
                label="year of the audit",
                quote=str(case.today.year),
                source=Computed(how="the year of the entry compared with that of the audit"),
            ),
        ),
        suggestion="Look the year up; if the work is not out, say so (“forthcoming”)",
    )


RULE = Rule(
    code="REF303",
    name="future-year",
    severity=Severity.ERROR,
    needs=frozenset({Need.REFERENCES}),
    since="0.1.0",
    status=Status.STABLE,
    check=check,
)
