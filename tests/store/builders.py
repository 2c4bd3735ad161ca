"""Values to keep, and files of older formats."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from alembic import command
from alembic.config import Config

import kjaudit.store
from kjaudit.model import (
    CachedAnswer,
    Candidate,
    Decision,
    Distance,
    Lookup,
    Name,
    Outcome,
    PartialDate,
    Penalty,
    Record,
    Sent,
    Span,
    Update,
    UpdateKind,
    Verdict,
)
from kjaudit.store.connection import engine_for

AT = datetime(2026, 11, 21, 9, 30, 15, 123456, tzinfo=UTC)


def verdict(finding: str = "f1", decision: Decision = Decision.ACCEPTED, document: str = "d1") -> Verdict:
    return Verdict(
        finding=finding,
        document=document,
        decision=decision,
        note="확인함",
        reviewer="Ann Lee",
        at=AT,
        seen="0123",
        quote="critics note",
        sentence="However, critics note risks.",
        code="SRC202",
    )


def record() -> Record:
    return Record(
        registry="crossref",
        id="10.1000/abc",
        type="journal-article",
        doi="10.1000/abc",
        titles=("A title", "다른 제목"),
        subtitle="a subtitle",
        authors=(Name(family="Paasi", given="Anssi"), Name(literal="문화체육관광부", span=Span(1, 8))),
        editors=(Name(family="Ito", given="K.", suffix="Jr.", original="伊藤"),),
        container_titles=("Political Geography",),
        publisher="Elsevier",
        date=PartialDate(year=2013, month=5, circa=True),
        years=(2013, 2012),
        volume="18",
        issue="2",
        pages="255-283",
        isbn=("978",),
        issn=("1465-0045",),
        url="https://example.org/",
        language="en",
        updates=(Update(kind=UpdateKind.RETRACTION, doi="10.1000/r", date=PartialDate(year=2020), source="crossref"),),
        notice_of=("10.1000/n",),
    )


def lookup(reference: str = "e1", registry: str = "crossref") -> Lookup:
    distance = Distance(penalties=(Penalty(name="author", value=0.25, weight=3.0, detail="Passi / Paasi"),))
    return Lookup(
        key=f"{reference}:{registry}",
        reference=reference,
        registry=registry,
        outcome=Outcome.FOUND,
        reason="found",
        asked="https://api.crossref.org/works/10.1000/abc",
        asked_at=AT,
        by_identifier=True,
        record=record(),
        other_work=True,
        candidates=(Candidate(record=record(), distance=distance, signals=("title", "year")),),
        signals=("title",),
    )


def answer(request: str = "https://api.crossref.org/works/10.1000/abc", body: str = '{"a": 1}') -> CachedAnswer:
    return CachedAnswer(request=request, status=200, body=body, content_type="application/json", fetched_at=AT)


def sent(request: str = "GET https://api.crossref.org/works/10.1000/abc") -> Sent:
    return Sent(at=AT, registry="crossref", request=request)


def file_of_revision(path: Path, revision: str) -> None:
    """Make an empty project file as an older program made it."""
    config = Config()
    config.set_main_option("script_location", str(Path(kjaudit.store.__file__).parent / "migrations"))
    engine = engine_for(path)
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, revision)
    engine.dispose()
