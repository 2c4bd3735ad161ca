"""Rows to the model and back."""

from __future__ import annotations

import json
from datetime import UTC, datetime

from kjaudit.model import CachedAnswer, Decision, Lookup, Sent, StoreError, Verdict, say

from .interface import StoredDocument, slot_of
from .plain import from_plain, to_plain
from .tables import AnswerRow, DocumentRow, LookupRow, SentRow, VerdictRow


def number_of(document: str) -> int:
    """
    Return the row number of a document id ("d3" -> 3).

    Raises:
        StoreError: it is no id of a project's document.
    """
    digits = document.removeprefix("d")
    if not document.startswith("d") or not digits.isascii() or not digits.isdigit() or len(digits) > 15:
        raise StoreError(say("The project has no document {document!r}", document=document))
    return int(digits)


def to_text(moment: datetime) -> str:
    """Return a moment as text that sorts by time: UTC, microseconds always printed; a naive one is taken as UTC."""
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return aware.astimezone(UTC).isoformat(timespec="microseconds")


def document_from(row: DocumentRow) -> StoredDocument:
    """Row -> what the project remembers of a document."""
    return StoredDocument(
        id=f"d{row.number}",
        path=row.path,
        title=row.title,
        media_type=row.media_type,
        digest=row.digest,
        text=row.text,
        audited_at=datetime.fromisoformat(row.audited_at) if row.audited_at else None,
    )


def fill_document(row: DocumentRow, document: StoredDocument) -> None:
    """Write what the project remembers of a document into its row."""
    row.path = document.path
    row.title = document.title
    row.media_type = document.media_type
    row.digest = document.digest
    row.text = document.text
    row.audited_at = to_text(document.audited_at) if document.audited_at else None


def verdict_from(row: VerdictRow) -> Verdict:
    """Row -> verdict."""
    return Verdict(
        finding=row.finding,
        document=f"d{row.document}",
        decision=Decision(row.decision),
        note=row.note,
        reviewer=row.reviewer,
        at=datetime.fromisoformat(row.at),
        seen=row.seen,
        quote=row.quote,
        sentence=row.sentence,
        code=row.code,
    )


def verdict_to(verdict: Verdict) -> VerdictRow:
    """Verdict -> a new row."""
    return VerdictRow(
        finding=verdict.finding,
        document=number_of(verdict.document),
        decision=verdict.decision.value,
        note=verdict.note,
        reviewer=verdict.reviewer,
        at=to_text(verdict.at),
        seen=verdict.seen,
        quote=verdict.quote,
        sentence=verdict.sentence,
        code=verdict.code,
    )


def lookup_from(row: LookupRow) -> Lookup:
    """Row -> look-up."""
    return from_plain(Lookup, json.loads(row.lookup))


def lookup_to(document: str, entry: str, lookup: Lookup) -> LookupRow:
    """Look-up of the entry with identity `entry` -> a new row."""
    return LookupRow(
        document=number_of(document),
        entry=entry,
        slot=slot_of(lookup),
        service=lookup.registry,
        outcome=lookup.outcome.value,
        asked_at=to_text(lookup.asked_at) if lookup.asked_at else None,
        lookup=json.dumps(to_plain(lookup), ensure_ascii=False, sort_keys=True),
    )


def answer_from(row: AnswerRow) -> CachedAnswer:
    """Row -> kept answer."""
    return CachedAnswer(
        request=row.request,
        status=row.status,
        body=row.body,
        content_type=row.content_type,
        fetched_at=datetime.fromisoformat(row.fetched_at),
    )


def answer_to(answer: CachedAnswer) -> AnswerRow:
    """Kept answer -> a new row."""
    return AnswerRow(
        request=answer.request,
        status=answer.status,
        body=answer.body,
        content_type=answer.content_type,
        fetched_at=to_text(answer.fetched_at),
    )


def sent_from(row: SentRow) -> Sent:
    """Row -> line of the trail."""
    return Sent(at=datetime.fromisoformat(row.at), registry=row.service, request=row.request)


def sent_to(what: Sent) -> SentRow:
    """Line of the trail -> a new row."""
    return SentRow(at=to_text(what.at), service=what.registry, request=what.request)
