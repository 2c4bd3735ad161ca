"""CIT106 page-outside-range. See resources/rules/CIT106.md."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kjaudit.matching import page_range
from kjaudit.model import Case, Computed, Evidence, Finding, Severity, WorkType, say
from kjaudit.rules.interface import Need, Rule, Status

from .evidence import Linked, in_sentence, linked, the_entry

_PARTS = frozenset(
    {WorkType.ARTICLE_JOURNAL, WorkType.CHAPTER, WorkType.PAPER_CONFERENCE, WorkType.ARTICLE, WorkType.ARTICLE_MAGAZINE}
)
_RANGE = r"(\d{1,5})(?:\s?[-–—~～〜∼]\s?(\d{1,5}))?"
_PLAIN = re.compile(rf"(?:pp?\.?\s?|S\.\s?|págs?\.\s?)?{_RANGE}\s?(?:쪽|면|頁|ページ|ff?\.?)?")
_WORDED = re.compile(r"(?<=[,，] )(?:pp?|S|págs?)\.\s?\d")
"""Pages that say so, after the number of a volume: "35, pp. 506-520"."""
_FAR = 400
"""A range of more pages is a volume, or was misread."""


def check(case: Case) -> Iterator[Finding]:
    """Yield each citation of a page that its article or chapter does not have."""
    for item in linked(case):
        if item.reference is None or item.reference.type not in _PARTS or not item.work.locator:
            continue
        span = _pages(item)
        cited = _cited(item.work.locator)
        if span and cited and not (span[0] <= cited[0] and cited[1] <= span[1]):
            yield _finding(case, item, span)


def _pages(item: Linked) -> tuple[int, int] | None:
    assert item.reference is not None
    first, last = page_range(item.reference.pages.value if item.reference.pages else "")
    if not (first.isdigit() and last.isdigit()) or not 0 < int(last) - int(first) <= _FAR:
        return None
    return int(first), int(last)


def _cited(locator: str) -> tuple[int, int] | None:
    """Return first and last page of a locator that is pages and nothing else."""
    worded = _WORDED.search(locator)
    parts = [
        _PLAIN.fullmatch(part.strip())
        for part in re.split(r"[,，、]", locator[worded.start() :] if worded else locator)
    ]
    numbers: list[int] = []
    for part in parts:
        if part is None:
            return None
        first = part[1]
        last = part[2] or first
        if len(last) < len(first):
            last = first[: len(first) - len(last)] + last
        numbers += [int(first), int(last)]
    return (min(numbers), max(numbers)) if numbers else None


def _finding(case: Case, item: Linked, span: tuple[int, int]) -> Finding:
    assert item.reference is not None
    return Finding(
        code=RULE.code,
        name=RULE.name,
        document=case.document.id,
        span=item.span,
        quote=item.span.of(case.document.text),
        message=say(
            "The citation points to {cited}, the entry covers pages {first} to {last}",
            cited=item.work.locator,
            first=span[0],
            last=span[1],
        ),
        severity=RULE.severity,
        citation=item.citation.key,
        entry=item.reference.key,
        note=item.citation.note,
        evidence=(
            in_sentence(case, item.span),
            the_entry(case, item.reference),
            Evidence(
                label="pages",
                quote=f"{item.work.locator} / {span[0]}-{span[1]}",
                source=Computed(how="the pages of the locator against the first and last page of the entry"),
            ),
        ),
        suggestion="Look the page up in the source; the range of the entry may be wrong as well",
    )


RULE = Rule(
    code="CIT106",
    name="page-outside-range",
    severity=Severity.WARNING,
    needs=frozenset({Need.LINKS}),
    since="0.1.0",
    status=Status.STABLE,
    check=check,
)
