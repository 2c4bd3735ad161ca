"""A finding as a report shows it: with its place, its passage, its evidence and what was decided."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kjaudit.model import Audit, Case, Computed, Decision, Evidence, Finding, InDocument, Judged, Said, Severity

from .differences import Piece, differ, marked, pieces
from .interface import Dossier
from .places import Passage, Place, Places

GRAVEST = (
    "REC404", "REC402", "REC401", "CIT101", "SRC210", "SRC218", "SRC219", "COR601", "TIM503", "CIT107", "CIT103",
    "CIT104", "REC403", "SRC205", "SRC201", "SRC204", "CIT108", "REF302", "REF301", "TIM501",
)  # fmt: skip
"""Rules whose findings cost most when they reach print, gravest first; an editor's order, for the summary only."""


MOST_OF_A_RULE = 2
"""Findings of one rule among those to look at first, so that others are seen too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceView:
    """
    One thing to check: the document it stands in (`title`, `place`, `passage`), or the registry it is from.

    `pieces`: the difference it shows, where it shows one. `value`: the quotation where it is a rule's own words.
    """

    label: str
    quote: str
    title: str = ""
    place: Place | None = None
    passage: Passage | None = None
    registry: str = ""
    field: str = ""
    asked_at: str = ""
    how: str = ""
    value: Said | None = None
    pieces: tuple[Piece, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingView:
    """A finding, ready to print; `number` counts findings through the whole report."""

    number: int
    judged: Judged
    title: str
    place: Place
    passage: Passage
    evidence: tuple[EvidenceView, ...]

    @property
    def finding(self) -> Finding:
        """The finding itself."""
        return self.judged.finding

    @property
    def dismissed(self) -> bool:
        """Whether a reviewer called it a false alarm."""
        return self.judged.verdict is not None and self.judged.verdict.decision is Decision.REJECTED

    @property
    def asked(self) -> bool:
        """Whether a reviewer wants the author to be asked."""
        return self.judged.verdict is not None and self.judged.verdict.decision is Decision.QUERY


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """Documents of the report by id, and the places in them."""

    cases: Mapping[str, Case]
    places: Mapping[str, Places]

    @classmethod
    def of(cls, audits: Iterable[Audit]) -> Known:
        """Prepare the documents of `audits`."""
        cases = {audit.case.document.id: audit.case for audit in audits}
        return cls(cases=cases, places={key: Places(case.document) for key, case in cases.items()})

    def title(self, document: str) -> str:
        """Return what a document is called."""
        found = self.cases[document].document
        return found.title or found.path or found.id


def finding_views(dossier: Dossier, known: Known) -> tuple[FindingView, ...]:
    """Return every finding of the dossier, numbered: by document, then where it stands, then by rule."""
    order = {document: number for number, document in enumerate(known.cases)}
    sorted_ = sorted(
        (item for item in dossier.judged if item.finding.document in order),
        key=lambda item: (order[item.finding.document], item.finding.span, item.finding.code, item.finding.occurrence),
    )
    return tuple(_view(number, item, known) for number, item in enumerate(sorted_, 1))


def gravest(views: Iterable[FindingView], most: int) -> tuple[FindingView, ...]:
    """Return the `most` findings to look at first: not dismissed, no notes on wording, at most two of a rule."""
    rank = {code: number for number, code in enumerate(GRAVEST)}
    serious = [view for view in views if not view.dismissed and view.finding.severity > Severity.NOTE]
    serious.sort(key=lambda view: (rank.get(view.finding.code, len(rank)), -view.finding.severity, view.number))
    of_rule: Counter[str] = Counter()
    chosen = []
    for view in serious:
        of_rule[view.finding.code] += 1
        if of_rule[view.finding.code] <= MOST_OF_A_RULE:
            chosen.append(view)
    return tuple(chosen[:most])


def _view(number: int, judged: Judged, known: Known) -> FindingView:
    finding = judged.finding
    places = known.places[finding.document]
    return FindingView(
        number=number,
        judged=judged,
        title=known.title(finding.document),
        place=places.place(finding.span),
        passage=places.passage(finding.span),
        evidence=tuple(
            _evidence(item, before, finding, known)
            for item, before in zip(finding.evidence, (None, *finding.evidence), strict=False)
        ),
    )


def _evidence(item: Evidence, before: Evidence | None, finding: Finding, known: Known) -> EvidenceView:
    source = item.source
    quote = " ".join(item.quote.split())
    value = item.quote if isinstance(item.quote, Said) else None
    if isinstance(source, Computed):
        return EvidenceView(label=item.label, quote=quote, how=source.how, value=value, pieces=marked(quote))
    if isinstance(source, InDocument):
        if source.document not in known.cases:
            return EvidenceView(label=item.label, quote=quote)
        places = known.places[source.document]
        title = known.title(source.document) if source.document != finding.document else ""
        passage = places.passage(source.span)
        return EvidenceView(
            label=item.label, quote=quote, title=title, place=places.place(source.span), passage=passage
        )
    lookups = {lookup.key: lookup for lookup in known.cases[finding.document].lookups}
    lookup = lookups.get(source.lookup)
    asked = lookup.asked_at.date().isoformat() if lookup and lookup.asked_at else ""
    registry = lookup.registry if lookup else source.lookup
    # What a record holds comes after what the entry prints: the two are shown as a difference.
    printed = " ".join(before.quote.split()) if before and isinstance(before.source, InDocument) else ""
    shown = pieces(printed, quote) if printed and differ(printed, quote) else ()
    return EvidenceView(
        label=item.label, quote=quote, registry=registry, field=source.field, asked_at=asked, pieces=shown, value=value
    )
