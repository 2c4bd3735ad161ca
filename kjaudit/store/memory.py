"""A project that is kept in memory only, for an audit without a project file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from kjaudit.model import CachedAnswer, Lookup, Sent, StoreError, Verdict, say

from .interface import StoredDocument, slot_of


class MemoryStore:
    """A `ProjectStore` that is gone when it is closed."""

    def __init__(self) -> None:
        self._settings: dict[str, str] = {}
        self._documents: dict[str, StoredDocument] = {}
        self._removed: set[str] = set()
        self._verdicts: list[Verdict] = []
        self._lookups: dict[tuple[str, str, str], Lookup] = {}
        self._answers: dict[str, CachedAnswer] = {}
        self._trail: list[Sent] = []

    @property
    def path(self) -> Path | None:
        """`None`: there is no file."""
        return None

    def close(self) -> None:
        """Nothing to let go of."""

    def settings(self) -> Mapping[str, str]:
        """See `ProjectStore.settings`."""
        return dict(self._settings)

    def put_setting(self, name: str, value: str) -> None:
        """See `ProjectStore.put_setting`."""
        self._settings[name] = value

    def documents(self) -> tuple[StoredDocument, ...]:
        """See `ProjectStore.documents`."""
        return tuple(document for key, document in self._documents.items() if key not in self._removed)

    def every_document(self) -> tuple[StoredDocument, ...]:
        """See `ProjectStore.every_document`."""
        return tuple(self._documents.values())

    def add_document(self, path: str) -> StoredDocument:
        """See `ProjectStore.add_document`."""
        for document in self._documents.values():
            if document.path == path:
                self._removed.discard(document.id)
                return document
        added = StoredDocument(id=f"d{len(self._documents) + 1}", path=path)
        self._documents[added.id] = added
        return added

    def update_document(self, document: StoredDocument) -> None:
        """See `ProjectStore.update_document`."""
        if document.id not in self._documents:
            raise StoreError(say("The project has no document {document}", document=document.id))
        self._documents[document.id] = document

    def remove_document(self, document: str) -> None:
        """See `ProjectStore.remove_document`."""
        if document not in self._documents:
            raise StoreError(say("The project has no document {document}", document=document))
        self._removed.add(document)

    def add_verdicts(self, verdicts: Sequence[Verdict]) -> None:
        """See `ProjectStore.add_verdicts`."""
        self._verdicts += verdicts

    def verdicts(self) -> tuple[Verdict, ...]:
        """See `ProjectStore.verdicts`."""
        return tuple(self._verdicts)

    def lookups(self, document: str) -> tuple[tuple[str, Lookup], ...]:
        """See `ProjectStore.lookups`."""
        keys = sorted(key for key in self._lookups if key[0] == document)
        return tuple((key[1], self._lookups[key]) for key in keys)

    def put_lookups(self, document: str, lookups: Iterable[tuple[str, Lookup]]) -> None:
        """See `ProjectStore.put_lookups`."""
        for entry, lookup in lookups:
            self._lookups[document, entry, slot_of(lookup)] = lookup

    def get(self, request: str) -> CachedAnswer | None:
        """See `AnswerCache.get`."""
        return self._answers.get(request)

    def put(self, answer: CachedAnswer) -> None:
        """See `AnswerCache.put`."""
        self._answers[answer.request] = answer

    def answers(self) -> tuple[CachedAnswer, ...]:
        """See `ProjectStore.answers`."""
        return tuple(self._answers[request] for request in sorted(self._answers))

    def forget_answers(self) -> int:
        """See `ProjectStore.forget_answers`."""
        count = len(self._answers)
        self._answers.clear()
        return count

    def sent(self, what: Sent) -> None:
        """See `SentLog.sent`."""
        self._trail.append(what)

    def trail(self) -> tuple[Sent, ...]:
        """See `ProjectStore.trail`."""
        return tuple(self._trail)
