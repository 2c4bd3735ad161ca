"""What findings about citations show: the citation in its sentence, the nearest entries, what agrees and differs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kjaudit.language.sentences import sentence_around
from kjaudit.matching import as_text, diff
from kjaudit.model import (
    Case,
    Citation,
    CitationKind,
    Cited,
    Computed,
    Evidence,
    InDocument,
    Link,
    Penalty,
    Reference,
    Span,
    joined,
    say,
)

LONGEST = 400
"""Characters of a quotation in the evidence."""


@dataclass(frozen=True, slots=True)
class Linked:
    """One cited work with its citation, its link and the entry it was matched to."""

    citation: Citation
    work: Cited
    link: Link
    reference: Reference | None

    @property
    def span(self) -> Span:
        """Where a reviewer should look: the part of the group that names the work."""
        return self.work.span if len(self.citation.works) > 1 else self.citation.span


def linked(case: Case) -> Iterator[Linked]:
    """Yield every cited work of `case` in reading order."""
    citations = {citation.key: citation for citation in case.citations}
    references = {reference.key: reference for reference in case.references}
    for link in case.links:
        citation = citations[link.citation]
        yield Linked(citation, citation.works[link.work], link, references.get(link.reference or ""))


def penalty(link: Link, *names: str) -> Penalty | None:
    """Return the dearest penalty of `link` that bears one of `names` and costs something."""
    return next((each for each in link.distance.dearest() if each.name in names), None)


def in_sentence(case: Case, span: Span) -> Evidence:
    """Return the sentence around `span`."""
    quote = sentence_around(case.document.text, span)[:LONGEST]
    return Evidence(
        label="the citation in its sentence", quote=quote, source=InDocument(document=case.document.id, span=span)
    )


def the_entry(case: Case, reference: Reference, label: str = "the entry") -> Evidence:
    """Return an entry as printed."""
    source = InDocument(document=case.document.id, span=reference.span)
    return Evidence(label=label, quote=reference.raw[:LONGEST], source=source)


def nearest(case: Case, link: Link) -> tuple[Evidence, ...]:
    """Return the entries that come nearest, and how far off the first is."""
    by_key = {reference.key: reference for reference in case.references}
    rows = [the_entry(case, by_key[key], "an entry that comes near") for key in link.rivals[:3] if key in by_key]
    if rows and link.distance.penalties:
        rows.append(the_distance(link))
    return tuple(rows)


def the_distance(link: Link) -> Evidence:
    """Return what costs how much, dearest first."""
    parts = [
        say("{part} {value:.2f} ({detail})", part=say(each.name), value=each.value, detail=each.detail)
        if each.detail
        else say("{part} {value:.2f}", part=say(each.name), value=each.value)
        for each in link.distance.dearest()
    ]
    agreeing = [say(each.name) for each in link.distance.penalties if not each.value]
    if agreeing:
        parts.append(say("agree: {names}", names=joined(agreeing)))
    quote = joined(parts, "{first}; {rest}") or say("nothing differs")
    return Evidence(
        label=say(
            "distance {distance:.2f}, margin to the next {margin:.2f}",
            distance=link.distance.total,
            margin=link.margin,
        ),
        quote=quote if len(quote) <= LONGEST else quote[:LONGEST],
        source=Computed(how="named penalties of 0 to 1, weighted; see the handbook page on linking"),
    )


def the_difference(printed: str, listed: str, what: str) -> Evidence:
    """Return how a printed value becomes the listed one."""
    return Evidence(
        label=say("{what}: citation / entry", what=what),
        quote=as_text(diff(printed, listed)),
        source=Computed(how="case, width, dashes and spaces folded, then compared letter by letter"),
    )


def ambiguous(item: Linked) -> bool:
    """Whether two or more entries answer the citation alike."""
    return bool(item.link.rivals) and item.link.margin < 0.02 and item.work.kind is not CitationKind.IBID
