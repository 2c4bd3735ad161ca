"""Labelled stretches -> Reference: one normaliser a field, and what was not understood."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from kjaudit.language.scripts import script_of
from kjaudit.model import Field, Problem, ProblemKind, Reference, Span

from .fields import dates, imprint, locators, titles
from .fields.identifiers import identifiers
from .fields.names import Names, names
from .fields.kind import kind_of
from .labeller import Segment
from .labels import Label

SURE = 0.5
"""Below this a field is marked for the reviewer (mean of the model's marginals)."""

_Reader = Callable[[str, int, int, float], Field[str] | None]
_READERS: Mapping[str, tuple[Label, _Reader]] = {
    "title": (Label.TITLE, titles.title),
    "container_title": (Label.CONTAINER, titles.container),
    "collection_title": (Label.SERIES, titles.container),
    "pages": (Label.PAGES, locators.pages),
    "publisher": (Label.PUBLISHER, imprint.publisher),
    "publisher_place": (Label.PLACE, imprint.place),
    "edition": (Label.EDITION, imprint.edition),
    "genre": (Label.GENRE, imprint.genre),
    "annotation": (Label.NOTE, imprint.genre),
}


def assemble(raw: str, segments: Sequence[Segment], *, key: str, span: Span, problems: Sequence[Problem]) -> Reference:
    """Return the reference that `segments` of `raw` add up to."""
    by_label: dict[Label, list[Segment]] = {}
    for segment in segments:
        by_label.setdefault(segment.label, []).append(segment)
    fields = {name: _first(raw, by_label.get(label, ()), reader) for name, (label, reader) in _READERS.items()}
    authors = _people(raw, by_label.get(Label.AUTHOR, ()))
    editors = _people(raw, by_label.get(Label.EDITOR, ()))
    translators = _people(raw, by_label.get(Label.TRANSLATOR, ()))
    volume, issue = _locators(raw, by_label)
    date = next((found for item in by_label.get(Label.DATE, ()) if (found := dates.date(raw, item.start, item.end, item.confidence))), None)
    ids = identifiers(raw)
    reference = Reference(
        key=key,
        raw=raw,
        span=span,
        label=_label(raw, by_label.get(Label.NUMBER, ())),
        script=script_of(raw),
        authors=authors.names,
        editors=editors.names,
        translators=translators.names,
        others=authors.others,
        author_confidence=max((item.confidence for item in by_label.get(Label.AUTHOR, ())), default=1.0),
        volume=volume,
        issue=issue,
        date=date,
        status=dates.status(raw) if date is None else None,
        doi=ids.doi,
        isbn=ids.isbn,
        issn=ids.issn,
        pmid=ids.pmid,
        arxiv=ids.arxiv,
        url=ids.url,
        problems=(*problems, *_unsure(by_label)),
        **fields,
    )
    return kind_of(reference)


def _first(raw: str, segments: Sequence[Segment], reader: _Reader) -> Field[str] | None:
    return next((found for item in segments if (found := reader(raw, item.start, item.end, item.confidence))), None)


def _people(raw: str, segments: Sequence[Segment]) -> Names:
    return next((found for item in segments if (found := names(raw, item.start, item.end)).names), Names())


def _locators(raw: str, by_label: Mapping[Label, list[Segment]]) -> tuple[Field[str] | None, Field[str] | None]:
    volume: Field[str] | None = None
    issue: Field[str] | None = None
    for item in by_label.get(Label.VOLUME, ()):
        found = locators.volume(raw, item.start, item.end, item.confidence)
        volume, issue = volume or found.volume, issue or found.issue
    for item in by_label.get(Label.ISSUE, ()):
        issue = locators.issue(raw, item.start, item.end, item.confidence) or issue
    return volume, issue


def _label(raw: str, segments: Sequence[Segment]) -> str:
    return raw[segments[0].start : segments[0].end].strip(" .[](){}<>") if segments else ""


def _unsure(by_label: Mapping[Label, list[Segment]]) -> list[Problem]:
    return [
        Problem(kind=ProblemKind.UNSURE_FIELD, message=f"{label.value} is not sure", span=Span(item.start, item.end))
        for label, items in by_label.items()
        for item in items
        if item.confidence < SURE
    ]
