"""The order in which the citations of a document are found and linked."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kjaudit.matching import index, of_reference
from kjaudit.model import (
    Certainty,
    Citation,
    CitationKind,
    CitationStyle,
    Cited,
    Distance,
    Document,
    Link,
    Name,
    Penalty,
    Reference,
    Span,
    say,
)

from .authorlink import AuthorLinker
from .authoryear import author_year
from .brackets import groups
from .dated_notes import DatedNotes
from .decisions import official
from .fields import with_fields
from .found import Found
from .note_finder import note_mentions
from .note_linker import NoteLinker
from .numeric import bracketed, numbers_used, rounded, superscripts, within
from .printed_names import names_before
from .secondhand import marked
from .shelf import Shelf, plain_label, shelf_of
from .shortforms import short_forms
from .sigla import by_siglum, siglum
from .supported import Supported
from .vocabulary import vocabulary
from .worklink import WorkLinker
from .zones import Zone, zones

BY_NUMBER = Distance(penalties=(Penalty(name="number", value=0.0, weight=1.0),))
_BACK = (CitationKind.IBID, CitationKind.OPCIT)
ENOUGH = 2
"""So many citations of a kind that entries answer make it the document's way of citing."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was found: entries (with those that notes named), citations in reading order, one link a work."""

    references: tuple[Reference, ...]
    citations: tuple[Citation, ...]
    links: tuple[Link, ...]


def resolve_document(document: Document, references: tuple[Reference, ...]) -> Outcome:
    """
    Find the citations of `document` and link them.

    Without a list, the works that notes name in full are found first: by their authors and titles, short titles are
    told from comment the second time.
    """
    outcome = _Resolver(document, references).run()
    if references or not outcome.references:
        return outcome
    return _Resolver(document, references, known=shelf_of(outcome.references)).run()


class _Resolver:
    def __init__(self, document: Document, references: tuple[Reference, ...], known: Shelf | None = None) -> None:
        self.document = document
        self.text = document.text
        self.references = list(references)
        self.shelf: Shelf = shelf_of(references)
        self.known = known or self.shelf
        self.sigla = {plain_label(siglum(each)): place for place, each in enumerate(references) if siglum(each)}
        self.names: dict[int, tuple[Name, ...]] = {
            place: _names_of(reference, references) for place, reference in enumerate(references)
        }
        works = [of_reference(reference, names=self.names[place]) for place, reference in enumerate(references)]
        listed = index(works)
        self.by_author = AuthorLinker(self.shelf, self.names, listed)
        self.by_work = WorkLinker(self.shelf, listed, self.names, works)
        self.zones = zones(document)
        self.marks = sorted(note.anchor for note in document.notes if note.anchor)
        self.dated = DatedNotes(self.text, self.zones, self.marks, self.shelf, self.by_author, self._answered)

    def run(self) -> Outcome:
        numeric = self._numeric()
        years = self._in_text(numeric)
        style = self._style(numeric, years)
        if style is CitationStyle.NUMBER:
            found = numeric or [group for group in years if self._answered(group)]
        else:
            found = [*self._kept(years, style), *self._in_notes(style)]
            found += self._back_in_text(found)
        lettered = list(by_siglum(self.text, self.zones, self.shelf))
        taken = [group.span for group in lettered]
        found = [*lettered, *(group for group in found if not _meets(group.span, taken))] if lettered else found
        found = with_fields(self.document, found)
        found.sort(key=self._reading_order)
        return self._linked(found)

    # -- finding -------------------------------------------------------------------------------------------------------

    def _numeric(self) -> list[Found]:
        labelled = self.shelf.numbered()
        if not self.references:
            return []
        highest = max((int(label) for label in self.shelf.by_label if label.isdigit()), default=len(self.references))
        square: list[Found] = []
        raised: list[Found] = []
        for zone in self.zones:
            square += bracketed(self.text, zone, self.marks)
            if zone.note is None:
                raised += superscripts(self.document, zone, self.marks, highest)
        for candidates in (within(square, highest), raised):
            if self._numbers_fit(candidates, labelled=labelled, highest=highest):
                return candidates
        return self._round(labelled=labelled, highest=highest)

    def _round(self, *, labelled: bool, highest: int) -> list[Found]:
        """Return numbers in round brackets, where half the list is cited so: else they number something else."""
        if not labelled:
            return []
        body = (zone for zone in self.zones if zone.note is None)
        found = [group for zone in body for group in rounded(self.text, zone, self.marks)]
        used = numbers_used(found)
        enough = len(used & set(self.shelf.by_label)) >= max(3, 0.5 * len(self.shelf.by_label))
        return found if enough and self._numbers_fit(found, labelled=True, highest=highest) else []

    def _numbers_fit(self, found: list[Found], *, labelled: bool, highest: int) -> bool:
        """Whether numbers in the text are labels of the list: printed there, or as many as it has entries."""
        used = numbers_used(found)
        if not used:
            return False
        if labelled:
            return sum(label in self.shelf.by_label for label in used) >= 0.5 * len(used)
        highest_used = max((int(label) for label in used if label.isdigit()), default=0)
        return len(used) >= 3 and 0.7 * highest <= highest_used <= highest + 2 and len(used) >= 0.5 * highest_used

    def _in_text(self, numeric: list[Found]) -> list[Found]:
        taken = sorted([*self.marks, *(group.span for group in numeric)])
        body = (zone for zone in self.zones if zone.note is None)
        return [group for zone in body for group in author_year(self.text, zone, self.shelf, taken)]

    def _style(self, numeric: list[Found], years: list[Found]) -> CitationStyle:
        answered = sum(self._answered(group) for group in years)
        if len(numeric) > answered:
            return CitationStyle.NUMBER
        if answered >= ENOUGH and answered >= 0.2 * len([zone for zone in self.zones if zone.note]):
            return CitationStyle.AUTHOR_YEAR
        shaped = sum(not group.loose for group in years)
        few = 0 if self.references else 2
        if shaped > 5 or (not self.document.notes and (answered or shaped > few)):
            return CitationStyle.AUTHOR_YEAR
        return CitationStyle.NOTE

    def _answered(self, group: Found) -> bool:
        return any(self.by_author.exact("", place, work) is not None for place, work in enumerate(group.works))

    def _kept(self, years: list[Found], style: CitationStyle) -> list[Found]:
        """Author-year groups of the running text that are citations."""
        strict = style is not CitationStyle.AUTHOR_YEAR
        return [
            group
            for group in years
            if (
                not strict
                and group.loose
                and self.text[group.span.end - 1] in ")）"
                and self.by_author.known_abroad(group.works[0])
            )
            or (not group.loose and not strict and not official(self.text, group.works[0]))
            or self._answered(group)
            or (not strict and group.loose and self.dated.slipped(group))
        ]

    def _back_in_text(self, found: list[Found]) -> list[Found]:
        """Return "(ibid., 12)" and the like of the running text: only what fills a bracket."""
        if not any(group.note is None for group in found):
            return []
        out: list[Found] = []
        for zone in self.zones:
            if zone.note is not None:
                continue
            for bracket in groups(self.text, zone.span.start, zone.span.end):
                if bracket.end - bracket.start > 60:
                    continue
                forms = short_forms(self.text, bracket.start, bracket.end, self.shelf)
                if len(forms) == 1 and forms[0].kind is not CitationKind.SUPRA:
                    lead = self.text[bracket.start : forms[0].span.start]
                    if not lead.strip() or vocabulary().signal.fullmatch(lead.strip() + " "):
                        cited = self._by_named(bracket.start - 1, zone, forms[0])
                        out.append(Found(span=cited.span, style=CitationStyle.AUTHOR_YEAR, works=(cited,)))
        return out

    def _by_named(self, opened: int, zone: Zone, form: Cited) -> Cited:
        """Return "(ibid.: 77)" with the author named right before it, where the list knows that name."""
        run = names_before(self.text, opened, zone.span.start) if not form.names else None
        if run is None or not self.shelf.knows(run.pieces[-1].text):
            return form
        last = run.pieces[-1]
        name = Name(family=last.text, span=last.span)
        return replace(form, names=(name,), span=Span(last.span.start, form.span.end))

    def _in_notes(self, style: CitationStyle) -> list[Found]:
        return [group for zone in self.zones if zone.note for group in self._of_note(zone, style)]

    def _of_note(self, zone: Zone, style: CitationStyle) -> list[Found]:
        mentions = [
            cited
            for cited in note_mentions(self.text, zone.span, self.known)
            if not official(self.text, cited) or self._listed(cited)
        ]
        if style is CitationStyle.AUTHOR_YEAR:
            dated = author_year(self.text, zone, self.shelf, self.marks)
            kept = [
                group for group in dated if not group.loose or self._answered(group) or self.dated.counts(group, zone)
            ]
            rest = [cited for cited in mentions if not _meets(cited.span, [group.span for group in kept])]
            rest = [cited for cited in rest if cited.kind is not CitationKind.FULL or self._listed(cited)]
            rest = [cited for cited in rest if cited.kind is not CitationKind.SHORT]
            return [*kept, *(self._group(zone, cited) for cited in rest)]
        spans = [cited.span for cited in mentions]
        covered = sum(span.end - span.start for span in spans)
        dated = []
        if covered < 0.7 * (zone.span.end - zone.span.start):
            dated = author_year(self.text, zone, self.shelf, self.marks)
        kept = [
            group
            for group in dated
            if not _meets(group.span, spans) and (self._answered(group) or self.dated.counts(group, zone))
        ]
        kept += [group for cited in mentions for group in self._untitled(cited, zone)]
        met = [group.span for group in kept]
        return [*kept, *(self._group(zone, cited) for cited in mentions if not _meets(cited.span, met))]

    def _untitled(self, cited: Cited, zone: Zone) -> list[Found]:
        """Return author and year where they are all that a note prints of a work, though others have titles."""
        if cited.kind is not CitationKind.FULL or cited.year is None or cited.title or not cited.names:
            return []
        found = author_year(self.text, Zone(cited.span, zone.note), self.shelf, self.marks)
        wide = [
            group for group in found if group.span.end - group.span.start > 0.6 * (cited.span.end - cited.span.start)
        ]
        return wide if any(map(self._answered, wide)) or not self._listed(cited) else []

    def _listed(self, cited: Cited) -> bool:
        printed = cited.span.of(self.text)
        return self.shelf.told(printed) is not None or self.by_work.full("", 0, cited, printed).reference is not None

    def _group(self, zone: Zone, cited: Cited) -> Found:
        return Found(span=cited.span, style=CitationStyle.NOTE, works=(cited,), note=zone.note)

    def _reading_order(self, group: Found) -> tuple[int, int, int]:
        if group.note is None:
            return (group.span.start, 0, 0)
        anchor = group.note.anchor
        return (anchor.start if anchor else group.span.start, 1, group.span.start)

    # -- linking -------------------------------------------------------------------------------------------------------

    def _linked(self, found: list[Found]) -> Outcome:
        exact: dict[tuple[int, int], Link] = {}
        cited: set[str] = set()
        for place, group in enumerate(found):
            if group.style in (CitationStyle.AUTHOR_YEAR, CitationStyle.KEY):
                for at, work in enumerate(group.works):
                    link = self._by_key(f"c{place + 1}", at, work, group)
                    link = link or (self.by_author.exact(f"c{place + 1}", at, work) if work.names else None)
                    if link is not None:
                        exact[place, at] = link
                        cited.update(key for key in (link.reference,) if key)
        notes = NoteLinker(self.document, self.references, self.shelf, self.names, self.by_work)
        citations: list[Citation] = []
        links: list[Link] = []
        for place, group in enumerate(found):
            key = f"c{place + 1}"
            if group.style is CitationStyle.NOTE or group.works[0].kind in _BACK:
                citation, made = notes.link(key, group)
            else:
                answered = (exact.get((place, at)) for at in range(len(group.works)))
                beside = frozenset(link.reference for link in answered if link and link.reference)
                made = [
                    exact.get((place, at)) or self._other(key, at, work, group, frozenset(cited), beside)
                    for at, work in enumerate(group.works)
                ]
                citation = _citation(key, group, group.works)
                notes.saw(citation, made)
            citations.append(citation)
            links += made
        supported = Supported(self.document, self.zones)
        anchors = {note.key: note.anchor for note in self.document.notes}
        placed = marked(self.text, (_supporting(citation, anchors, supported) for citation in citations))
        return Outcome(tuple(self.references), placed, tuple(links))

    def _other(
        self, key: str, at: int, work: Cited, group: Found, cited: frozenset[str], beside: frozenset[str]
    ) -> Link:
        if group.style is CitationStyle.NUMBER:
            return self._by_number(key, at, work)
        if not work.names:
            return Link(citation=key, work=at, reason="no entry has this key")
        return self.by_author.near(key, at, work, cited, beside)

    def _by_key(self, key: str, at: int, work: Cited, group: Found) -> Link | None:
        if group.style is not CitationStyle.KEY:
            return None
        place = self.shelf.by_label.get(plain_label(work.label))
        if place is None:
            place = self.sigla.get(plain_label(work.label))
        if place is None:
            return None
        reference = self.shelf.entries[place].reference.key
        return Link(citation=key, work=at, reference=reference, distance=BY_NUMBER, certainty=Certainty.SURE)

    def _by_number(self, key: str, at: int, work: Cited) -> Link:
        place = self.shelf.by_label.get(plain_label(work.label))
        if (
            place is None
            and not self.shelf.numbered()
            and work.label.isdigit()
            and 0 < int(work.label) <= len(self.references)
        ):
            place = int(work.label) - 1
        if place is None:
            return Link(citation=key, work=at, reason=say("the list has no number {number}", number=work.label))
        reference = self.shelf.entries[place].reference.key
        return Link(citation=key, work=at, reference=reference, distance=BY_NUMBER, certainty=Certainty.SURE)


def _citation(key: str, group: Found, works: tuple[Cited, ...]) -> Citation:
    kind = works[0].kind
    if group.note is not None and len(works) > 1:
        kind = CitationKind.MULTI
    return Citation(
        key=key,
        span=group.span,
        style=group.style,
        kind=kind,
        note=group.note.key if group.note else None,
        works=works,
        secondary=group.secondary,
        field_code=group.field_code,
    )


def _supporting(citation: Citation, anchors: dict[str, Span | None], supported: Supported) -> Citation:
    """Return the citation with what it supports: by its own place, or by the mark of its note."""
    mark = anchors.get(citation.note) if citation.note else citation.span
    if mark is None:
        return citation
    return replace(citation, claim=supported.claim(mark), quotation=supported.quotation(mark))


def _names_of(reference: Reference, references: tuple[Reference, ...]) -> tuple[Name, ...]:
    return reference.authors or reference.editors


def _meets(span: Span, others: list[Span]) -> bool:
    return any(other.meets(span) for other in others)
