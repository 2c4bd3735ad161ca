"""CIT110 citation-out-of-order. See resources/rules/CIT110.md."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from kjaudit.matching import Stray, strays
from kjaudit.matching.chain import longest_chain
from kjaudit.model import (
    BlockKind,
    Case,
    CitationStyle,
    Computed,
    Evidence,
    Finding,
    InDocument,
    Reference,
    Severity,
    Span,
    say,
)
from kjaudit.rules.interface import Need, Rule, Status

LETTER = 4
"""A list of which most sections are shorter than this is divided by letters, not by kinds of source."""
ENOUGH, STRAY_SHARE = 5, 0.2
"""A list is taken to be numbered by first citation when at least this many entries are cited by number and no more
than this share of them stands outside that order."""


def check(case: Case) -> Iterator[Finding]:
    """Yield entries out of the order of first citation, or else out of alphabetical order, in list order."""
    first = _first_citations(case)
    listed = [reference for reference in case.references if reference.in_list]
    positions = {reference.key: place for place, reference in enumerate(listed)}
    cited = [key for key in first if key in positions]
    kept = longest_chain([(f"{positions[key]:08d}",) for key in cited])
    out = sorted(set(range(len(cited))) - set(kept))
    if len(cited) >= ENOUGH and len(out) <= STRAY_SHARE * len(cited):
        by_place = sorted(out, key=lambda at: positions[cited[at]])
        yield from (_by_citation(case, cited, at, kept, first) for at in by_place)
        return
    by_key = {reference.key: reference for reference in listed}
    for section in _sections(case, listed):
        for stray in strays(section):
            yield _by_name(case, stray, by_key)


def _sections(case: Case, listed: list[Reference]) -> list[list[Reference]]:
    """Divide a list at the headings inside it ("Primary sources"); headings of single letters divide nothing."""
    kinds = (BlockKind.HEADING, BlockKind.TITLE)
    headings = [block.span.start for block in case.document.blocks if block.kind in kinds]
    sections: dict[int, list[Reference]] = {}
    for reference in listed:
        sections.setdefault(bisect_left(headings, reference.span.start), []).append(reference)
    short = sum(len(section) < LETTER for section in sections.values())
    return [listed] if short * 2 > len(sections) else list(sections.values())


def _first_citations(case: Case) -> dict[str, str]:
    """Return keys of entries cited by number in the order of their first citation, and the citation."""
    numeric = {citation.key: at for at, citation in enumerate(case.citations) if citation.style is CitationStyle.NUMBER}
    places = {reference.key: at for at, reference in enumerate(case.references)}
    groups = sorted(
        (numeric[link.citation], places[link.reference], link.citation, link.reference)
        for link in case.links
        if link.citation in numeric and link.reference in places
    )
    first: dict[str, str] = {}
    for _, _, citation, reference in groups:
        first.setdefault(reference, citation)
    return first


def _by_citation(case: Case, cited: list[str], at: int, kept: list[int], first: dict[str, str]) -> Finding:
    entry = case.reference(cited[at])
    place = bisect_left(kept, at)
    other = case.reference(cited[kept[place - 1 if place else 0]]) if kept else None
    citation = next(item for item in case.citations if item.key == first[entry.key])
    return Finding(
        code=RULE.code,
        name=RULE.name,
        document=case.document.id,
        span=citation.span,
        quote=citation.span.of(case.document.text),
        message=say("{entry} is first cited out of the order in which the list numbers the others", entry=_name(entry)),
        severity=RULE.severity,
        entry=entry.key,
        entry2=other.key if other else None,
        citation=citation.key,
        evidence=(
            Evidence(label="the entry", quote=entry.raw, source=InDocument(document=case.document.id, span=entry.span)),
            Evidence(
                label="entries in order of first citation",
                quote=say("{count} of {total}", count=len(kept), total=len(cited)),
                source=Computed(how="longest run of first citations whose places in the list rise"),
            ),
        ),
        suggestion="Renumber the list in the order of first citation",
    )


def _name(entry: Reference) -> str:
    if entry.label:
        return say("entry {label}", label=entry.label)
    return say("the entry “{words}”", words=entry.raw[:40].strip())


def _by_name(case: Case, stray: Stray, by_key: dict[str, Reference]) -> Finding:
    entry = by_key[stray.key]
    neighbours = [by_key[key] for key in (stray.before, stray.after) if key is not None]
    label = ("the entry before", "the entry after") if stray.before else ("the entry after",)
    return Finding(
        code=RULE.code,
        name=RULE.name,
        document=case.document.id,
        span=(span := _heading(entry)),
        quote=span.of(case.document.text),
        message=say(
            "{words!r} stands outside the order that the other entries follow", words=span.of(case.document.text)
        ),
        severity=RULE.severity,
        entry=entry.key,
        evidence=(
            *(
                Evidence(label=name, quote=other.raw, source=InDocument(document=case.document.id, span=other.span))
                for name, other in zip(label, neighbours, strict=False)
            ),
            Evidence(
                label="order of the list",
                quote=say("{order}, {count} entries", order=say(stray.collation.value), count=stray.kept),
                source=Computed(how="longest run of entries in order, particles, accents and readings allowed for"),
            ),
        ),
        suggestion="Move the entry to its place",
    )


def _heading(entry: Reference) -> Span:
    """Return the words by which the entry is sorted: its first author, else its first 40 characters."""
    author = entry.authors[0].span if entry.authors else None
    if author is not None:
        return author.shifted(entry.span.start)
    return Span(entry.span.start, min(entry.span.end, entry.span.start + 40))


RULE = Rule(
    code="CIT110",
    name="citation-out-of-order",
    severity=Severity.ERROR,
    needs=frozenset({Need.REFERENCES, Need.LINKS}),
    since="0.1.0",
    status=Status.STABLE,
    check=check,
)
