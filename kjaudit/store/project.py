"""One open project file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Engine, delete, func, select
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from kjaudit.model import CachedAnswer, Lookup, Sent, StoreError, Verdict, say

from . import mapping
from .connection import explained
from .interface import StoredDocument
from .tables import AnswerRow, DocumentRow, LookupRow, SentRow, SettingRow, VerdictRow


class Project:
    """A `ProjectStore` in a SQLite file. Every method opens a connection of its own: any thread may call it."""

    def __init__(self, path: Path, engine: Engine) -> None:
        self._path = path
        self._engine = engine

    @property
    def path(self) -> Path | None:
        """Where the file is."""
        return self._path

    def close(self) -> None:
        """Let go of the file; the write-ahead log goes into it."""
        self._engine.dispose()

    def settings(self) -> Mapping[str, str]:
        """See `ProjectStore.settings`."""
        with self._reading() as session:
            return {row.name: row.value for row in session.scalars(select(SettingRow))}

    def put_setting(self, name: str, value: str) -> None:
        """See `ProjectStore.put_setting`."""
        with self._writing() as session:
            session.merge(SettingRow(name=name, value=value))

    def documents(self) -> tuple[StoredDocument, ...]:
        """See `ProjectStore.documents`."""
        wanted = select(DocumentRow).where(DocumentRow.removed == 0).order_by(DocumentRow.number)
        with self._reading() as session:
            return tuple(mapping.document_from(row) for row in session.scalars(wanted))

    def every_document(self) -> tuple[StoredDocument, ...]:
        """See `ProjectStore.every_document`."""
        with self._reading() as session:
            rows = session.scalars(select(DocumentRow).order_by(DocumentRow.number))
            return tuple(mapping.document_from(row) for row in rows)

    def add_document(self, path: str) -> StoredDocument:
        """See `ProjectStore.add_document`."""
        with self._writing() as session:
            row = session.scalar(select(DocumentRow).where(DocumentRow.path == path))
            if row is None:
                row = DocumentRow(path=path, title="", media_type="", digest="", text="", audited_at=None, removed=0)
                session.add(row)
            row.removed = 0
            session.flush()
            return mapping.document_from(row)

    def update_document(self, document: StoredDocument) -> None:
        """See `ProjectStore.update_document`."""
        with self._writing() as session:
            mapping.fill_document(_document(session, document.id), document)

    def remove_document(self, document: str) -> None:
        """See `ProjectStore.remove_document`."""
        with self._writing() as session:
            _document(session, document).removed = 1

    def add_verdicts(self, verdicts: Sequence[Verdict]) -> None:
        """See `ProjectStore.add_verdicts`."""
        with self._writing() as session:
            session.add_all(mapping.verdict_to(verdict) for verdict in verdicts)

    def verdicts(self) -> tuple[Verdict, ...]:
        """See `ProjectStore.verdicts`."""
        with self._reading() as session:
            rows = session.scalars(select(VerdictRow).order_by(VerdictRow.id))
            return tuple(mapping.verdict_from(row) for row in rows)

    def lookups(self, document: str) -> tuple[tuple[str, Lookup], ...]:
        """See `ProjectStore.lookups`."""
        wanted = select(LookupRow).where(LookupRow.document == mapping.number_of(document))
        with self._reading() as session:
            rows = session.scalars(wanted.order_by(LookupRow.entry, LookupRow.slot))
            return tuple((row.entry, mapping.lookup_from(row)) for row in rows)

    def put_lookups(self, document: str, lookups: Iterable[tuple[str, Lookup]]) -> None:
        """See `ProjectStore.put_lookups`."""
        with self._writing() as session:
            for entry, lookup in lookups:
                session.merge(mapping.lookup_to(document, entry, lookup))

    def get(self, request: str) -> CachedAnswer | None:
        """See `AnswerCache.get`."""
        with self._reading() as session:
            row = session.get(AnswerRow, request)
            return mapping.answer_from(row) if row else None

    def put(self, answer: CachedAnswer) -> None:
        """See `AnswerCache.put`."""
        with self._writing() as session:
            session.merge(mapping.answer_to(answer))

    def answers(self) -> tuple[CachedAnswer, ...]:
        """See `ProjectStore.answers`."""
        with self._reading() as session:
            rows = session.scalars(select(AnswerRow).order_by(AnswerRow.request))
            return tuple(mapping.answer_from(row) for row in rows)

    def forget_answers(self) -> int:
        """See `ProjectStore.forget_answers`."""
        with self._writing() as session:
            count = session.scalar(select(func.count()).select_from(AnswerRow)) or 0
            session.execute(delete(AnswerRow))
            return count

    def sent(self, what: Sent) -> None:
        """See `SentLog.sent`."""
        with self._writing() as session:
            session.add(mapping.sent_to(what))

    def trail(self) -> tuple[Sent, ...]:
        """See `ProjectStore.trail`."""
        with self._reading() as session:
            return tuple(mapping.sent_from(row) for row in session.scalars(select(SentRow).order_by(SentRow.id)))

    @contextmanager
    def _reading(self) -> Iterator[Session]:
        try:
            with Session(self._engine) as session:
                yield session
        except SQLAlchemyError as error:
            raise explained(error, self._path) from error
        except (ValueError, KeyError, TypeError) as error:
            raise StoreError(
                say("{path} holds something this program cannot read; use a copy of it", path=self._path)
            ) from error

    @contextmanager
    def _writing(self) -> Iterator[Session]:
        # The write lock is taken at the start, so that two writers wait for each other instead of failing midway.
        try:
            with Session(self._engine.execution_options(begin="BEGIN IMMEDIATE")) as session, session.begin():
                yield session
        except SQLAlchemyError as error:
            raise explained(error, self._path) from error


def _document(session: Session, document: str) -> DocumentRow:
    row = session.get(DocumentRow, mapping.number_of(document))
    if row is None:
        raise StoreError(say("The project has no document {document}", document=document))
    return row
