"""COR602 entry-cited-differently. See resources/rules/COR602.md."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kjaudit.matching import Comparison, Work, as_text, compare, diff, index, of_references
from kjaudit.matching.fields import container_distance, same_pages, same_volume
from kjaudit.matching.titles import TitleLink, compare_titles
from kjaudit.model import (
    Case,
    Computed,
    Corpus,
    Evidence,
    Finding,
    InDocument,
    Reference,
    Severity,
    WorkType,
    joined,
    say,
)
from kjaudit.rules.interface import CorpusRule, Need, Status

SURE_POINTS = 4.5
"""Evidence for the same work (`matching.works`) from which differing fields are shown: well above "the same"."""
_EDITIONS = frozenset({WorkType.BOOK, WorkType.CHAPTER, WorkType.COLLECTION, WorkType.CLASSIC, WorkType.WEBPAGE})


@dataclass(frozen=True, slots=True)
class _Entry:
    case: Case
    reference: Reference
    work: Work


def check(corpus: Corpus) -> Iterator[Finding]:
    """Yield each entry that prints a work otherwise than an entry of an earlier document, in document order."""
    entries = [
        _Entry(case, reference, work)
        for case in corpus.cases
        for reference, work in zip(case.references, of_references(case.references), strict=True)
    ]
    kept = index(entry.work for entry in entries)
    for at, entry in enumerate(entries):
        work = entry.work
        near = kept.candidates(names=work.names, years=work.years, title=" ".join(work.titles[:1]), doi=work.doi)
        for other in sorted(position for position in near if position < at):
            earlier = entries[other]
            if earlier.case is entry.case:
                continue
            found = _differences(earlier.work, work, entry.reference, compare(earlier.work, work))
            if found:
                yield _finding(earlier, entry, found)
                break


def _differences(a: Work, b: Work, reference: Reference, compared: Comparison) -> list[tuple[str, str, str]]:
    """Return field, first form and second form of what differs in two entries of one work, of one edition."""
    if compared.same is not True or (compared.points < SURE_POINTS and "identifier" not in compared.signals):
        return []
    if bool(a.translators) != bool(b.translators) or a.edition != b.edition:
        return []
    found: list[tuple[str, str, str]] = []
    if a.years and b.years and a.years[0] != b.years[0]:
        if reference.type in _EDITIONS:
            return []
        found.append((say("year"), str(a.years[0]), str(b.years[0])))
    if same_volume(a, b) is False:
        found.append((say("volume"), _volume(a), _volume(b)))
    if same_pages(a, b) is False:
        found.append((say("pages"), a.first_page, b.first_page))
    if len(found) > 1 and "identifier" not in compared.signals:
        return []  # year and number differ: another issue of what appears under one title
    if a.doi and b.doi and a.doi != b.doi:
        found.append((say("DOI"), a.doi, b.doi))
    found += _worded(a, b)
    return found


def _worded(a: Work, b: Work) -> Iterator[tuple[str, str, str]]:
    title = compare_titles(a.titles[:1], b.titles[:1])
    if title.link is TitleLink.SAME and (title.distance or 0.0) > 0:
        yield say("title"), a.titles[0], b.titles[0]
    apart = container_distance(a.containers[:1], b.containers[:1])
    if apart is not None and apart > 0.4:
        yield say("container"), a.containers[0], b.containers[0]


def _volume(work: Work) -> str:
    return f"{work.volume}({work.issue})" if work.volume and work.issue else work.volume or work.issue


def _finding(earlier: _Entry, entry: _Entry, found: list[tuple[str, str, str]]) -> Finding:
    case, reference = entry.case, entry.reference
    fields = joined([name for name, _, _ in found])
    return Finding(
        code=RULE.code,
        name=RULE.name,
        document=case.document.id,
        span=reference.span,
        quote=reference.raw,
        message=say("Another document of the project prints this work with other details: {fields}", fields=fields),
        severity=RULE.severity,
        entry=reference.key,
        entry2=earlier.reference.key,
        other_document=earlier.case.document.id,
        evidence=(
            Evidence(
                label=say("entry in {document}", document=earlier.case.document.title),
                quote=earlier.reference.raw,
                source=InDocument(document=earlier.case.document.id, span=earlier.reference.span),
            ),
            Evidence(
                label=say("entry in {document}", document=case.document.title),
                quote=reference.raw,
                source=InDocument(document=case.document.id, span=reference.span),
            ),
            *(
                Evidence(label=name, quote=as_text(diff(a, b)), source=Computed(how="compared field by field"))
                for name, a, b in found
            ),
        ),
        suggestion="Look the work up and print it the same way in both",
    )


RULE = CorpusRule(
    code="COR602",
    name="entry-cited-differently",
    severity=Severity.WARNING,
    needs=frozenset({Need.REFERENCES}),
    since="0.1.0",
    status=Status.STABLE,
    check=check,
)
