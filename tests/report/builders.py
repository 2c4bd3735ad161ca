"""A dossier made by hand, with something in every section."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import UTC, date, datetime

from kjaudit.model import (
    Audit,
    Block,
    BlockKind,
    Byline,
    CachedAnswer,
    Case,
    Certainty,
    Citation,
    CitationKind,
    CitationStyle,
    Cited,
    Claim,
    ClaimKind,
    Computed,
    Decision,
    Density,
    Distance,
    Document,
    Evidence,
    Field,
    Finding,
    InDocument,
    InRecord,
    Judged,
    Link,
    Lookup,
    Name,
    Note,
    Outcome,
    PartialDate,
    Penalty,
    ProjectAudit,
    Provenance,
    Quantity,
    Record,
    Reference,
    Sent,
    Severity,
    Skipped,
    Span,
    Standing,
    Support,
    Update,
    UpdateKind,
    Verdict,
)
from kjaudit.report import Dossier, RuleUsed

AT = datetime(2026, 11, 21, 9, 30, tzinfo=UTC)
TEXT = """On <festivals> & fairs

The share rose to 31 % in 2019. Critics note “a wave of change” again.¹

Ito, K. (2011). A Title. Journal, 1(2), 3-4.

¹ Ito, A Titel, 2011.
"""


def span_of(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def document(id_: str = "d1", text: str = TEXT, title: str = "On <festivals> & fairs") -> Document:
    blocks, at = [], 0
    for part in text.split("\n\n"):
        body = part.rstrip("\n")
        blocks.append(Block(kind=BlockKind.PARAGRAPH, span=Span(at, at + len(body))))
        at += len(part) + 2
    note = span_of(text, "Ito, A Titel, 2011.")
    return Document(
        id=id_,
        digest=hashlib.sha256(text.encode()).hexdigest(),
        title=title,
        text=text,
        path=f"{id_}.txt",
        language="en",
        blocks=tuple(blocks),
        notes=(Note(key="n1", number=1, span=note, anchor=span_of(text, "¹")),),
        byline=Byline(authors=(Field(value="Ann <u>"),), date=Field(value=PartialDate(year=2024), raw="2024")),
        problems=("A picture could not be read",),
    )


def finding(code: str, name: str, words: str, severity: Severity = Severity.WARNING, **more: object) -> Finding:
    doc = document(str(more.pop("document", "d1")))
    return Finding(
        code=code,
        name=name,
        document=doc.id,
        span=span_of(doc.text, words),
        quote=words,
        message=f"Seen: <{name}>",
        severity=severity,
        sentence=words,
        **more,
    )


def case(id_: str = "d1") -> Case:
    doc = document(id_)
    raw = "Ito, K. (2011). A Title. Journal, 1(2), 3-4."
    where = span_of(doc.text, raw)
    reference = Reference(
        key="e1",
        raw=raw,
        span=where,
        label="1",
        authors=(Name(family="Ito", given="K."),),
        title=Field(value="A Title of Some Length"),
        date=Field(value=PartialDate(year=2011)),
        volume=Field(value="1"),
        doi=Field(value="10.1000/<abc>"),
    )
    uncited = replace(reference, key="e2", label="2", doi=None, title=None)
    citation = Citation(
        key="c1",
        span=doc.notes[0].span,
        style=CitationStyle.NOTE,
        kind=CitationKind.FULL,
        note="n1",
        works=(Cited(span=doc.notes[0].span, kind=CitationKind.FULL),),
    )
    distance = Distance(penalties=(Penalty(name="title", value=0.2, weight=2.0, detail="Titel / Title"),))
    record = Record(
        registry="crossref",
        id="10.1000/<abc>",
        doi="10.1000/<abc>",
        titles=("A TITLE OF SOME LENGTH",),
        authors=(Name(family="Sato", given="M."),),
        years=(2012,),
        volume="1",
        updates=(Update(kind=UpdateKind.RETRACTION, doi="10.1000/r"),),
    )
    lookups = (
        Lookup(
            key="e1:crossref",
            reference="e1",
            registry="crossref",
            outcome=Outcome.FOUND,
            asked="GET https://api.crossref.org/works/10.1000/abc",
            asked_at=AT,
            record=record,
            signals=("title",),
        ),
        Lookup(
            key="e2:crossref",
            reference="e2",
            registry="crossref",
            outcome=Outcome.UNAVAILABLE,
            reason="Crossref did not answer",
        ),
    )
    figure = span_of(doc.text, "31 %")
    claims = (
        Claim(
            key="s1",
            kind=ClaimKind.STATISTIC,
            span=span_of(doc.text, "The share rose to 31 % in 2019."),
            quantities=(
                Quantity(value=31 if id_ == "d1" else 32, unit="percent", span=figure, year=2019, subject="share"),
            ),
        ),
        Claim(
            key="s2",
            kind=ClaimKind.QUOTATION,
            span=span_of(doc.text, "“a wave of change”"),
            support=Support.NOTE,
            speaker=Field(value="critics"),
        ),
    )
    return Case(
        document=doc,
        references=(reference, uncited),
        citations=(citation,),
        links=(Link(citation="c1", reference="e1", distance=distance, certainty=Certainty.DOUBTFUL, reason="Titel"),),
        claims=claims,
        lookups=lookups,
        provenance=Provenance(missing=("outlet",), earliest=PartialDate(year=2019), note_coverage=0.5),
        today=date(2026, 11, 21),
    )


def findings() -> tuple[Finding, ...]:
    doc = document()
    evidence = (
        Evidence(label="note", quote="A Titel", source=InDocument(document="d1", span=span_of(TEXT, "A Titel"))),
        Evidence(label="entry", quote="A Title", source=InDocument(document="d1", span=span_of(TEXT, "A Title"))),
        Evidence(label="record", quote="A TITLE", source=InRecord(lookup="e1:crossref", field="title")),
        Evidence(label="sum", quote="31", source=Computed(how="worked out")),
    )
    assert doc.text == TEXT
    return (
        finding("CIT105", "title-mismatch", "A Titel", Severity.ERROR, evidence=evidence, entry="e1", citation="c1"),
        finding("CIT102", "uncited-entry", "Ito, K. (2011). A Title. Journal, 1(2), 3-4.", Severity.ERROR, entry="e2"),
        finding("SRC201", "unsourced-statistic", "The share rose to 31 % in 2019.", claim="s1", suggestion="Name it"),
        finding("SRC202", "vague-attribution", "Critics note"),
        finding("SRC205", "quotation-without-source", "“a wave of change”"),
        finding("TIM501", "undated-relative-time", "again"),
        finding("SRC207", "promotional-wording", "wave", Severity.NOTE),
    )


def dossier(**changes: object) -> Dossier:
    """Return two documents with findings in every section, decided in every way."""
    one, two = case(), case("d2")
    found = findings()
    across = finding(
        "COR601",
        "documents-disagree",
        "The share rose to 31 % in 2019.",
        other_document="d2",
        evidence=(
            Evidence(
                label="other",
                quote="The share rose to 31 % in 2019.",
                source=InDocument(document="d2", span=span_of(TEXT, "The share rose to 31 % in 2019.")),
            ),
        ),
    )
    decisions = (Decision.ACCEPTED, Decision.REJECTED, Decision.QUERY, Decision.FIX)
    verdicts = tuple(
        Verdict(
            finding=item.key,
            document="d1",
            decision=decision,
            note=f"because <{decision.name}>",
            reviewer="Ann <i>Lee</i>",
            at=AT,
            seen=item.evidence_digest,
            quote=item.quote,
            sentence=item.sentence,
            code=item.code,
        )
        for item, decision in zip(found, decisions, strict=False)
    )
    standings = (Standing.DECIDED, Standing.DECIDED, Standing.STALE, Standing.CARRIED)
    judged = [
        Judged(finding=item, standing=standing, verdict=verdict, likeness=0.8)
        for item, standing, verdict in zip(found, standings, verdicts, strict=False)
    ]
    judged += [Judged(finding=item) for item in (*found[4:], across)]
    densities = tuple(Density(name=name, count=1, words=100) for name in ("promotional", "vague", "generic"))
    audits = (Audit(case=one, findings=found, densities=densities), Audit(case=two, densities=densities))
    made = Dossier(
        name="Project <x>",
        audit=ProjectAudit(
            audits=audits, corpus_findings=(across,), skipped=(Skipped(what="x.doc", reason="x.doc is <odd>"),)
        ),
        on=date(2026, 11, 21),
        judged=tuple(judged),
        verdicts=verdicts,
        gone=(replace(verdicts[0], quote="gone & away"),),
        reviewer="Ann <i>Lee</i>",
        rules=(RuleUsed(code="SRC202", name="vague-attribution", since="0.1.0", status="preview"),),
        ignored=("SRC206",),
        registries=("crossref",),
        sent=(Sent(at=AT, registry="crossref", request="GET https://api.crossref.org/?q=<u>"),),
        answers=(CachedAnswer(request="GET x", status=200, body="{}", content_type="application/json", fetched_at=AT),),
    )
    return replace(made, **changes)
