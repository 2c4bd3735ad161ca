"""Labelled stretches -> Reference: one normaliser a field, and what was not understood."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from kjaudit.language.scripts import script_of
from kjaudit.model import Field, Name, PartialDate, Problem, Reference, Script, Span

from .doubts import doubts
from .fields import access, dates, imprint, locators, titles
from .fields.identifiers import identifiers
from .fields.kind import kind_of
from .fields.names import Names, names
from .labeller import Segment
from .labels import Label
from .neighbours import beside
from .roles import settled
from .seams import reseamed
from .tails import without_tails
from .tokens import LONGEST

_NOT_LATIN = re.compile(r"[^\W\d_A-Za-zÀ-ÖØ-öø-ɏ]|\A[\W\d_]*\Z")
_SAME_PERSON = re.compile(r"\W*(?:(?:in|In)\s?:?\s)?(?:[Dd]ers|[Dd]ies|[Ii]d|[Ii]dem|[Ee]ad|[Ee]adem)\b")
_ALSO_EDITED = re.compile(
    r"\W*(?:(?:[Ee]d|[Tt]rans)\w*\.?|[Hh]rsg\.|[Üü]bers\w*\.?)\s(?:and|und|u\.|&|et)\s(?:[Ee]d|[Tt]rans|[Hh]rsg|[Hh]erausg|[Üü]bers)"
)
_Segments = Mapping[Label, Sequence[Segment]]
_Value = TypeVar("_Value")


def assemble(
    raw: str, segments: Sequence[Segment], *, key: str, span: Span, problems: Sequence[Problem] = ()
) -> Reference:
    """
    Return the reference that `segments` of `raw` add up to.

    Args:
        raw: the string as printed.
        segments: labelled stretches of it, in order.
        key: `Reference.key`.
        span: where `raw` stands in its document.
        problems: what was noticed before.
    """
    by_label: dict[Label, list[Segment]] = {}
    for segment in settled(raw, reseamed(raw, without_tails(raw, beside(raw, segments)))):
        by_label.setdefault(segment.label, []).append(segment)
    authors = _people(raw, by_label, Label.AUTHOR)
    volume, issue = _locators(raw, by_label)
    head = raw[:LONGEST]
    accessed = access.accessed(head)
    date = _date(raw, by_label, accessed)
    publisher = _first(raw, by_label, imprint.publisher, Label.PUBLISHER)
    place = _first(raw, by_label, imprint.place, Label.PLACE)
    if (publisher is None) is not (place is None):
        place, publisher = imprint.parted(raw, place, publisher)
    found = identifiers(head)
    reference = Reference(
        key=key,
        raw=raw,
        span=span,
        label=_printed_label(raw, by_label),
        script=script_of(head) if _NOT_LATIN.search(head) else Script.LATIN,
        authors=authors.names,
        editors=_editors(raw, by_label, authors.names),
        translators=_people(raw, by_label, Label.TRANSLATOR).names,
        others=authors.others,
        author_confidence=max((item.confidence for item in by_label.get(Label.AUTHOR, ())), default=1.0),
        title=_first(raw, by_label, titles.title, Label.TITLE, Label.BOOK),
        container_title=_first(raw, by_label, titles.container, Label.JOURNAL, Label.CONTAINER),
        collection_title=_first(raw, by_label, titles.series, Label.SERIES),
        volume=volume,
        issue=issue,
        pages=_first(raw, by_label, locators.pages, Label.PAGES),
        publisher=publisher,
        publisher_place=place,
        edition=_first(raw, by_label, imprint.edition, Label.EDITION),
        genre=_first(raw, by_label, imprint.genre, Label.GENRE),
        annotation=_first(raw, by_label, imprint.note, Label.NOTE),
        date=date,
        original_date=_original(raw, by_label, date),
        accessed=accessed,
        status=dates.status(head) if date is None else None,
        doi=found.doi,
        isbn=found.isbn,
        issn=found.issn,
        pmid=found.pmid,
        arxiv=found.arxiv,
        url=found.url,
    )
    return replace(reference, type=kind_of(reference), problems=(*problems, *doubts(reference, by_label)))


def _first(
    raw: str, by_label: _Segments, reader: Callable[[str, int, int, float], _Value | None], *labels: Label
) -> _Value | None:
    items = (item for label in labels for item in by_label.get(label, ()))
    return next((found for item in items if (found := reader(raw, item.start, item.end, item.confidence))), None)


def _date(raw: str, by_label: _Segments, accessed: Field[PartialDate] | None) -> Field[PartialDate] | None:
    """Read the date of publication: the day an address was seen is none."""
    items = by_label.get(Label.DATE, ())
    for item in sorted(items, key=lambda item: _of_first_edition(item, by_label)):
        end = item.end
        if accessed and accessed.span and item.start <= accessed.span.start < item.end:
            end = accessed.span.start
        found = dates.date(raw, item.start, end, item.confidence)
        inside = found and found.span and accessed and accessed.span and accessed.span.meets(found.span)
        if found and not inside:
            return found
    return None


def _of_first_edition(item: Segment, by_label: _Segments) -> bool:
    """Whether another date follows the edition: "Tübingen 1927, 15. Aufl. 1979"."""
    ends = [found.end for found in by_label.get(Label.EDITION, ())]
    later = [found.start for found in by_label.get(Label.DATE, ()) if found.start > item.start]
    return any(0 <= start - end <= 1 for end in ends for start in later)


def _people(raw: str, by_label: _Segments, label: Label) -> Names:
    read = (names(raw, item.start, item.end) for item in by_label.get(label, ()))
    return next((found for found in read if found.names), Names())


def _editors(raw: str, by_label: _Segments, authors: tuple[Name, ...]) -> tuple[Name, ...]:
    """Read the editors: the author is one of "ders./Karl Braun (Hg.)", the translator who "edited and translated"."""
    found = _people(raw, by_label, Label.EDITOR).names
    items = by_label.get(Label.EDITOR, ())
    if len(authors) == 1 and items and _SAME_PERSON.match(raw, items[0].start, items[0].end):
        return (authors[0], *found)
    both = next(
        (item for item in by_label.get(Label.TRANSLATOR, ()) if _ALSO_EDITED.match(raw, item.start, item.end)), None
    )
    return found or (names(raw, both.start, both.end).names if both else ())


def _locators(raw: str, by_label: _Segments) -> tuple[Field[str] | None, Field[str] | None]:
    volume: Field[str] | None = None
    issue: Field[str] | None = None
    for item in by_label.get(Label.VOLUME, ()):
        found = locators.volume(raw, item.start, item.end, item.confidence)
        volume, issue = volume or found.volume, issue or found.issue
    for item in by_label.get(Label.ISSUE, ()):
        read = locators.issue(raw, item.start, item.end, item.confidence)
        issue = read if issue is None or (read and item.confidence > issue.confidence) else issue
    return volume, issue


def _original(raw: str, by_label: _Segments, date: Field[PartialDate] | None) -> Field[PartialDate] | None:
    items: Iterable[Segment] = by_label.get(Label.DATE, ())
    read = (dates.original(raw, item.start, item.end, item.confidence) for item in items)
    return next((found for found in read if found and date and found.value != date.value), None)


def _printed_label(raw: str, by_label: _Segments) -> str:
    items = by_label.get(Label.NUMBER, ())
    return raw[items[0].start : items[0].end].strip(" .[](){}<>") if items and items[0].start < 5 else ""
