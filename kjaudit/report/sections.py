"""The parts of a report, worked out from a dossier; templates only lay them out."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from kjaudit.model import (
    Audit,
    Case,
    Citation,
    Claim,
    ClaimKind,
    Density,
    Link,
    Note,
    Reference,
    Severity,
    Standing,
    Support,
)

from .evidence_card import EvidenceCard, cards
from .finding_view import FindingView, Known, finding_views, gravest
from .interface import Dossier
from .matrix import Matrix, matrix
from .places import Place

TOP_RISKS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkedWork:
    """What a citation was linked to: an entry, or none, and why it is not sure."""

    link: Link
    entry: Reference | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CitationRow:
    """A printed citation and the entries it leads to; `note` where it stands in one."""

    citation: Citation
    text: str
    place: Place
    works: tuple[LinkedWork, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteRow:
    """A note, its text, and the citations in it."""

    note: Note
    text: str
    place: Place
    citations: tuple[CitationRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryRow:
    """An entry, how often it is cited, and what registries said."""

    entry: Reference
    cited: int
    deliberate: bool
    card: EvidenceCard


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimRow:
    """A claim and what was found on it."""

    claim: Claim
    text: str
    place: Place
    findings: tuple[FindingView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DensityRow:
    """One kind of wording, how often, and where."""

    density: Density
    places: tuple[FindingView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentSection:
    """All that a report says of one document; findings stand in exactly one of the five lists."""

    case: Case
    title: str
    notes: tuple[NoteRow, ...]
    citations: tuple[CitationRow, ...]
    entries: tuple[EntryRow, ...]
    claims: tuple[ClaimRow, ...]
    quotations: tuple[ClaimRow, ...]
    densities: tuple[DensityRow, ...]
    citation_findings: tuple[FindingView, ...]
    claim_findings: tuple[FindingView, ...]
    quotation_findings: tuple[FindingView, ...]
    time_findings: tuple[FindingView, ...]

    @property
    def not_looked_up(self) -> int:
        """Entries that no registry answered about."""
        return sum(not row.card.looked_up for row in self.entries)


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """
    A whole report.

    Wording that is folded into densities is in `views` only: it is neither counted nor waits for a decision.
    """

    dossier: Dossier
    documents: tuple[DocumentSection, ...]
    across: tuple[FindingView, ...]
    views: tuple[FindingView, ...]
    top: tuple[FindingView, ...]
    queries: tuple[FindingView, ...]
    proposed: tuple[FindingView, ...]
    matrix: Matrix
    counts: dict[Severity, int]
    decided: int
    to_decide: int
    claims: int
    supported: int
    entries: int
    not_looked_up: int
    titles: dict[str, str] = field(default_factory=dict)

    @property
    def dismissed(self) -> int:
        """Findings that a reviewer called false alarms."""
        return sum(view.dismissed for view in self.views)


def report(dossier: Dossier) -> Report:
    """Dossier -> all parts of a report."""
    known = Known.of(dossier.audit.audits)
    views = finding_views(dossier, known)
    across_keys = {(finding.document, finding.key) for finding in dossier.audit.corpus_findings}
    across = tuple(view for view in views if (view.finding.document, view.finding.key) in across_keys)
    single = [view for view in views if (view.finding.document, view.finding.key) not in across_keys]
    sections = tuple(
        _document(audit, [view for view in single if view.finding.document == audit.case.document.id], known)
        for audit in dossier.audit.audits
    )
    wording = {density.name for audit in dossier.audit.audits for density in audit.densities}
    single_out = [view for view in views if _section(view, wording) != "wording"]
    claims = [claim for audit in dossier.audit.audits for claim in audit.case.claims]
    queries = tuple(view for view in views if view.asked)
    undecided = (Standing.OPEN, Standing.STALE, Standing.CARRIED)
    return Report(
        dossier=dossier,
        documents=sections,
        across=across,
        views=views,
        top=gravest(views, TOP_RISKS),
        queries=queries,
        proposed=tuple(
            view
            for view in views
            if view.finding.severity > Severity.NOTE and view.judged.standing in undecided and not view.asked
        ),
        matrix=matrix(dossier.audit),
        counts=dict(Counter(view.finding.severity for view in single_out if not view.dismissed)),
        decided=sum(view.judged.standing is Standing.DECIDED for view in single_out),
        to_decide=len(single_out),
        claims=len(claims),
        supported=sum(claim.support is not Support.NONE for claim in claims),
        entries=sum(len(section.entries) for section in sections),
        not_looked_up=sum(section.not_looked_up for section in sections),
        titles={document: known.title(document) for document in known.cases},
    )


def _document(audit: Audit, views: Sequence[FindingView], known: Known) -> DocumentSection:
    case = audit.case
    rows = _citations(case, known)
    on_claim = _by_claim(case, views)
    claims = tuple(_claim(case, claim, on_claim.get(claim.key, []), known) for claim in case.claims)
    wording = {density.name for density in audit.densities}
    grouped: dict[str, list[FindingView]] = defaultdict(list)
    for view in views:
        grouped[_section(view, wording)].append(view)
    return DocumentSection(
        case=case,
        title=known.title(case.document.id),
        notes=_notes(case, rows, known),
        citations=tuple(row for row in rows if row.citation.note is None),
        entries=_entries(case),
        claims=tuple(row for row in claims if row.claim.kind is not ClaimKind.QUOTATION),
        quotations=tuple(row for row in claims if row.claim.kind is ClaimKind.QUOTATION),
        densities=tuple(
            DensityRow(
                density=density,
                places=tuple(view for view in grouped["wording"] if _wording(view) == density.name),
            )
            for density in audit.densities
        ),
        citation_findings=tuple(grouped["citation"]),
        claim_findings=tuple(grouped["claim"]),
        quotation_findings=tuple(grouped["quotation"]),
        time_findings=tuple(grouped["time"]),
    )


def _wording(view: FindingView) -> str:
    """Name of the density that a wording finding is folded into: the first word of its rule's name."""
    return view.finding.name.partition("-")[0]


def _section(view: FindingView, wording: set[str]) -> str:
    code = view.finding.code
    if view.finding.severity is Severity.NOTE and _wording(view) in wording:
        return "wording"
    if code.startswith(("CIT", "REF", "REC")):
        return "citation"
    if code.startswith(("TIM", "COR")) or code in ("SRC218", "SRC219"):
        return "time"
    return "quotation" if code == "SRC205" else "claim"


def _citations(case: Case, known: Known) -> tuple[CitationRow, ...]:
    entries = {reference.key: reference for reference in case.references}
    links: dict[str, list[LinkedWork]] = defaultdict(list)
    for link in case.links:
        links[link.citation].append(LinkedWork(link=link, entry=entries.get(link.reference or "")))
    places = known.places[case.document.id]
    return tuple(
        CitationRow(
            citation=citation,
            text=" ".join(citation.span.of(case.document.text).split()),
            place=places.place(citation.span),
            works=tuple(links[citation.key]),
        )
        for citation in case.citations
    )


def _notes(case: Case, rows: Iterable[CitationRow], known: Known) -> tuple[NoteRow, ...]:
    inside: dict[str, list[CitationRow]] = defaultdict(list)
    for row in rows:
        if row.citation.note:
            inside[row.citation.note].append(row)
    places = known.places[case.document.id]
    return tuple(
        NoteRow(
            note=note,
            text=" ".join(note.span.of(case.document.text).split()),
            place=places.place(note.anchor or note.span),
            citations=tuple(inside[note.key]),
        )
        for note in case.document.notes
    )


def _entries(case: Case) -> tuple[EntryRow, ...]:
    cited = Counter(link.reference for link in case.links if link.reference)
    known = cards(case)
    return tuple(
        EntryRow(
            entry=reference,
            cited=cited[reference.key],
            deliberate=reference.key in case.deliberately_uncited,
            card=known[reference.key],
        )
        for reference in case.references
    )


def _by_claim(case: Case, views: Iterable[FindingView]) -> dict[str, list[FindingView]]:
    """Give each finding to the claim it names, else to claims with exactly its span."""
    spans: dict[tuple[int, int], list[str]] = defaultdict(list)
    for claim in case.claims:
        spans[claim.span.start, claim.span.end].append(claim.key)
    out: dict[str, list[FindingView]] = defaultdict(list)
    for view in views:
        finding = view.finding
        for key in [finding.claim] if finding.claim else spans[finding.span.start, finding.span.end]:
            out[key].append(view)
    return out


def _claim(case: Case, claim: Claim, views: Sequence[FindingView], known: Known) -> ClaimRow:
    return ClaimRow(
        claim=claim,
        text=" ".join(claim.span.of(case.document.text).split()),
        place=known.places[case.document.id].place(claim.span),
        findings=tuple(views),
    )
