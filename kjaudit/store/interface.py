"""What a project keeps, whether in a file or only in memory."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol

from kjaudit.model import CachedAnswer, Lookup, Sent, Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredDocument:
    """
    A document of a project, as the project remembers it.

    Attributes:
        id: given once ("d1", "d2", ...), never given again, even after it was removed.
        path: as kept: relative to the folder of the project file where it lies below it, else absolute.
        digest: of the text when it was last audited, "" before.
        text: snapshot of the text when it was last audited, "" before.
        audited_at: when that was (UTC), or `None`.
    """

    id: str
    path: str
    title: str = ""
    media_type: str = ""
    digest: str = ""
    text: str = ""
    audited_at: datetime | None = None


def slot_of(lookup: Lookup) -> str:
    """Return what tells the look-ups of one entry apart: their key without that of the entry."""
    return lookup.key.removeprefix(f"{lookup.reference}:")


class ProjectStore(Protocol):
    """
    What a workspace asks of it. Every writing method is one transaction: it is kept whole or not at all.

    Also an `AnswerCache` and a `SentLog`. May be called from any thread.

    Every method raises StoreError where the file cannot be read or written.
    """

    @property
    def path(self) -> Path | None:
        """Where the file is; `None`: kept in memory only."""

    def close(self) -> None:
        """Let go of the file."""

    def settings(self) -> Mapping[str, str]:
        """Return the settings of the project by name."""

    def put_setting(self, name: str, value: str) -> None:
        """Keep `value` under `name`."""

    def documents(self) -> tuple[StoredDocument, ...]:
        """Return the documents in the order they were added."""

    def every_document(self) -> tuple[StoredDocument, ...]:
        """Return the documents ever added, removed ones too, by id."""

    def add_document(self, path: str) -> StoredDocument:
        """Add a document and give it its id; the same path again is the same document, with its old id."""

    def update_document(self, document: StoredDocument) -> None:
        """Replace what is kept of the document with this id."""

    def remove_document(self, document: str) -> None:
        """Take a document out of the project; what was decided about it stays in the file."""

    def add_verdicts(self, verdicts: Sequence[Verdict]) -> None:
        """Add verdicts, all or none."""

    def verdicts(self) -> tuple[Verdict, ...]:
        """Return every verdict ever given, oldest first."""

    def lookups(self, document: str) -> tuple[tuple[str, Lookup], ...]:
        """Return what was looked up for a document, each with the identity of its entry."""

    def put_lookups(self, document: str, lookups: Iterable[tuple[str, Lookup]]) -> None:
        """Keep look-ups under the identity of their entry and their `slot_of`, replacing older ones."""

    def get(self, request: str) -> CachedAnswer | None:
        """See `AnswerCache.get`."""

    def put(self, answer: CachedAnswer) -> None:
        """See `AnswerCache.put`."""

    def answers(self) -> tuple[CachedAnswer, ...]:
        """Return every kept answer, by request."""

    def forget_answers(self) -> int:
        """Empty the cache of answers; return how many there were."""

    def sent(self, what: Sent) -> None:
        """See `SentLog.sent`."""

    def trail(self) -> tuple[Sent, ...]:
        """Return all that was ever sent, oldest first."""
