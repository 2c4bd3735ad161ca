"""The documents of a workspace: where they are, what was read of them, what was found in each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from kjaudit import pipeline
from kjaudit.model import Audit, Case, Document, KjauditError, Lookup, Verdict
from kjaudit.progress import SILENT, Progress
from kjaudit.settings import Settings
from kjaudit.store import StoredDocument, slot_of

from . import index_lookups
from .entry_identity import finding_of, identity
from .interface import DocumentInfo, DocumentState
from .standing import in_force

if TYPE_CHECKING:
    from kjaudit.registries.index import LocalIndex

Stamp = tuple[int, int]
"""Size and time of change of a file, in nanoseconds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """A document of the workspace in memory; `audit` is `None` until it was audited, `reason` says why it could not."""

    stored: StoredDocument
    path: Path
    audit: Audit | None = None
    stamp: Stamp | None = None
    reason: str = ""
    revised: bool = False

    def info(self) -> DocumentInfo:
        """Return what a list of documents shows."""
        if self.reason:
            state = DocumentState.FAILED
        elif self.audit is None:
            state = DocumentState.WAITING
        else:
            state = DocumentState.AUDITED if self.stamp == stamp_of(self.path) else DocumentState.CHANGED
        title = self.audit.case.document.title if self.audit else self.stored.title
        return DocumentInfo(
            id=self.stored.id, path=self.path, title=title, state=state, reason=self.reason, revised=self.revised
        )


def kept_path(path: Path, project: Path | None) -> str:
    """Return `path` as a project keeps it: relative where it lies below the project's folder, so that both can move."""
    absolute = path.absolute()
    folder = project.absolute().parent if project else None
    if folder and absolute.is_relative_to(folder):
        return absolute.relative_to(folder).as_posix()
    return absolute.as_posix() if project else str(path)


def found_path(kept: str, project: Path | None) -> Path:
    """Return where a kept path leads now."""
    return project.absolute().parent / kept if project else Path(kept)


def stamp_of(path: Path) -> Stamp | None:
    """Return the stamp of the file, `None` where there is none."""
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_size, status.st_mtime_ns


def audited(
    opened: Opened,
    settings: Settings,
    lookups: Iterable[tuple[str, Lookup]],
    verdicts: Iterable[Verdict],
    now: datetime,
    progress: Progress = SILENT,
    *,
    index: LocalIndex | None = None,
) -> Opened:
    """
    Read and audit one document; one that cannot be read comes back with the reason.

    Args:
        opened: the document.
        settings: what to run.
        lookups: what was looked up before, each with the identity of its entry.
        verdicts: every verdict of the project.
        now: the time to remember.
        progress: told of each rule.
        index: local index that entries are held against.

    Raises:
        Cancelled: the reviewer asked to stop.
    """
    stamp = stamp_of(opened.path)
    try:
        document = replace(pipeline.read(opened.path), id=opened.stored.id, path=opened.stored.path)
    except KjauditError as error:
        return replace(opened, audit=None, stamp=stamp, reason=error.sentence)
    case = with_decisions(with_known(pipeline.understand(document, settings), lookups), verdicts)
    if index:
        case = pipeline.with_lookups(case, index_lookups.lookups(index, case.references, now))
    audit = pipeline.conclude(case, settings, progress)
    revised = opened.revised or (bool(opened.stored.digest) and opened.stored.digest != document.digest)
    return replace(
        opened, stored=_remembered(opened.stored, document, now), audit=audit, stamp=stamp, reason="", revised=revised
    )


def with_known(case: Case, lookups: Iterable[tuple[str, Lookup]]) -> Case:
    """Give kept look-ups back to the entries they were about, under the keys these have now."""
    keys: dict[str, list[str]] = defaultdict(list)
    for reference in case.references:
        keys[identity(reference)].append(reference.key)
    known = [
        replace(lookup, reference=key, key=f"{key}:{slot_of(lookup)}")
        for entry, lookup in lookups
        for key in keys.get(entry, ())
    ]
    return pipeline.with_lookups(case, known) if known else case


def with_decisions(case: Case, verdicts: Iterable[Verdict]) -> Case:
    """Return `case` with the entries marked deliberately uncited that the verdicts in force mark so."""
    force = in_force(verdicts)
    marked = frozenset(
        reference.key
        for reference in case.references
        if force.get((case.document.id, finding_of(reference))) is not None
    )
    return replace(case, deliberately_uncited=marked)


def _remembered(stored: StoredDocument, document: Document, now: datetime) -> StoredDocument:
    if stored.digest == document.digest and stored.title == document.title:
        return stored
    return replace(
        stored,
        title=document.title,
        media_type=document.media_type,
        digest=document.digest,
        text=document.text,
        audited_at=now,
    )
