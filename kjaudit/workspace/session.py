"""An open project in memory: its settings, its documents, what was found. `workspace` adds what one can decide."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import zip_longest
from pathlib import Path
from typing import TYPE_CHECKING, Self

from kjaudit import pipeline, store
from kjaudit.model import (
    Audit,
    Case,
    Changes,
    Corpus,
    Finding,
    ProjectAudit,
    ReadError,
    RegistryError,
    SettingsError,
    Skipped,
    StoreError,
    WatchedJournal,
    say,
)
from kjaudit.progress import SILENT, Progress
from kjaudit.rules import CORPUS_RULES, RULES
from kjaudit.settings import Settings

from . import index_lookups, project_settings
from .copying import copy_all
from .documents import Opened, audited, found_path, kept_path
from .interface import DocumentInfo, DocumentState
from .standing import Anchors, Held, hold

if TYPE_CHECKING:
    from kjaudit.registries.index import LocalIndex

Clock = Callable[[], datetime]


def now() -> datetime:
    """Return the time, UTC."""
    return datetime.now(UTC)


class Session:
    """See `Workspace`, which is what faces use."""

    def __init__(self, kept: store.ProjectStore, *, clock: Clock = now, today: date | None = None) -> None:
        self._store = kept
        self._clock = clock
        self._today = today
        self._lock = threading.RLock()
        self._verdicts = kept.verdicts()
        self._options = project_settings.read(kept.settings())
        self._opened = {
            document.id: Opened(stored=document, path=found_path(document.path, kept.path))
            for document in kept.documents()
        }
        self._corpus: tuple[Finding, ...] = ()
        self._without_index: tuple[Skipped, ...] = ()
        self._watched: tuple[WatchedJournal, ...] = ()
        self._anchors: Anchors | None = None
        self._held: Held | None = None

    # the project

    @classmethod
    def create(cls, path: Path, *, clock: Clock = now, today: date | None = None) -> Self:
        """Make a project file at `path` ("name.kjaudit") and open it; raises StoreError."""
        return cls(store.create_project(path), clock=clock, today=today)

    @classmethod
    def open(cls, path: Path, *, clock: Clock = now, today: date | None = None) -> Self:
        """Open a project file; raises StoreError."""
        return cls(store.open_project(path), clock=clock, today=today)

    @classmethod
    def throwaway(cls, paths: Iterable[Path] = (), *, clock: Clock = now, today: date | None = None) -> Self:
        """Return a workspace over `paths` that keeps nothing on disk."""
        workspace = cls(store.MemoryStore(), clock=clock, today=today)
        workspace.add_documents(paths)
        return workspace

    def save_as(self, path: Path) -> Changes:
        """
        Go on in a new project file at `path`, with all that was decided, looked up and sent so far.

        Raises:
            StoreError: something is there already, or it cannot be written; this workspace goes on as before.
        """
        with self._lock:
            kept = store.create_project(path)
            try:
                copy_all(self._store, kept)
            except StoreError:
                kept.close()
                path.unlink(missing_ok=True)
                raise
            self._store.close()
            self._store = kept
            stored = {document.id: document for document in kept.documents()}
            self._opened = {key: replace(opened, stored=stored[key]) for key, opened in self._opened.items()}
        return Changes(settings=True)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the project file. Everything decided is on disk already."""
        self._store.close()

    @property
    def path(self) -> Path | None:
        """The project file; `None` for a throw-away workspace."""
        return self._store.path

    @property
    def name(self) -> str:
        """Name of the project; without one, of its first document's file, and how many more there are."""
        if self.path:
            return self.path.name.removesuffix(store.SUFFIX)
        names = [opened.path.name for opened in self._opened.values()]
        return f"{names[0]} + {len(names) - 1}" if len(names) > 1 else "".join(names)

    @property
    def reviewer(self) -> str:
        """Who signs verdicts, "" until someone said so."""
        return self._options.reviewer

    @property
    def settings(self) -> Settings:
        """What an audit runs with now; `registries` are the services that may be asked."""
        return Settings(
            today=self._today or self._clock().date(),
            ignore=self._options.ignore,
            registries=self._options.registries,
            mailto=self._options.mailto,
            preview=self._options.preview,
            watched=self._watched,
        )

    def set_reviewer(self, name: str) -> Changes:
        """Say who decides from now on; raises StoreError."""
        return self._set(replace(self._options, reviewer=" ".join(name.split())))

    def set_mailto(self, address: str) -> Changes:
        """Say which address registries are told; "" for none. Raises SettingsError, StoreError."""
        if address and ("@" not in address or any(character.isspace() for character in address)):
            raise SettingsError(
                say("{address!r} is not an e-mail address; give one like name@example.org", address=address)
            )
        return self._set(replace(self._options, mailto=address))

    def set_ignored(self, codes: Iterable[str]) -> Changes:
        """Say which rules do not run, by code; findings are worked out again. Raises SettingsError, StoreError."""
        ignore = frozenset(code.strip().upper() for code in codes)
        if unknown := sorted(ignore - RULES.keys() - CORPUS_RULES.keys()):
            raise SettingsError(say("No rule has the code {code}; `kjaudit rules` lists them", code=unknown[0]))
        return self._set(replace(self._options, ignore=ignore))

    def set_preview(self, *, on: bool) -> Changes:
        """Say whether rules still in preview run; findings are worked out again. Raises StoreError."""
        return self._set(replace(self._options, preview=on))

    # documents

    def documents(self) -> tuple[DocumentInfo, ...]:
        """Return the documents in the order they were added; asks the disk whether a file has changed."""
        return tuple(opened.info() for opened in list(self._opened.values()))

    def add_documents(self, paths: Iterable[Path]) -> Changes:
        """Add files to the project, unread; one that is in it already stays as it is. Raises StoreError."""
        with self._lock:
            before = len(self._opened)
            here = {opened.path.absolute() for opened in self._opened.values()}
            for path in paths:
                if path.absolute() in here:
                    continue
                here.add(path.absolute())
                stored = self._store.add_document(kept_path(path, self.path))
                if stored.id not in self._opened:
                    self._opened[stored.id] = Opened(stored=stored, path=found_path(stored.path, self.path))
            return Changes(documents=len(self._opened) > before)

    def remove_document(self, document: str) -> Changes:
        """Take a document out; what was decided about it comes back when it is added again. Raises StoreError."""
        with self._lock:
            self._store.remove_document(document)
            self._opened.pop(document, None)
            self._compare()
        return Changes(documents=True, findings=True)

    def audit(self, progress: Progress = SILENT, *, again: bool = False) -> Changes:
        """
        Read and audit every document that is waiting or whose file has changed; safe to call at any time.

        Args:
            progress: told of each document.
            again: read and audit all of them.

        Raises:
            Cancelled: the reviewer asked to stop; documents audited so far stay.
            StoreError: the project file could not be written.
        """
        wanted = [item for item in list(self._opened.values()) if again or _is_outdated(item)]
        with self._lock:
            self._verdicts = self._store.verdicts()  # another window or command may have added some
        index = self._index() if wanted else None
        if wanted:
            self._watch()
        try:
            for done, opened in enumerate(wanted):
                progress.step(done, len(wanted), opened.path.name)
                known = self._store.lookups(opened.stored.id)
                fresh = audited(opened, self.settings, known, self._verdicts, self._clock(), index=index)
                with self._lock:
                    if fresh.stored != opened.stored:
                        self._store.update_document(fresh.stored)
                    if fresh.stored.id in self._opened:
                        self._opened[fresh.stored.id] = fresh
        finally:
            if wanted:
                self._compare()
        return Changes(documents=bool(wanted), findings=bool(wanted))

    def audit_of(self, document: str) -> Audit | None:
        """Return what is known of a document, `None` before its audit or where it could not be read."""
        opened = self._opened.get(document)
        return opened.audit if opened else None

    def project_audit(self) -> ProjectAudit:
        """Return all that was found so far, and what could not be read, a local index among it."""
        documents = list(self._opened.values())
        return ProjectAudit(
            audits=tuple(opened.audit for opened in documents if opened.audit),
            corpus_findings=self._corpus,
            skipped=(
                *(Skipped(what=item.stored.path, reason=item.reason) for item in documents if item.reason),
                *self._without_index,
            ),
        )

    # what the rest builds on

    def _set(self, options: project_settings.Options) -> Changes:
        """Keep changed options; work findings out again where they hang on them."""
        with self._lock:
            before, new = project_settings.written(self._options), project_settings.written(options)
            changed = {name: value for name, value in new.items() if value != before[name]}
            for name, value in changed.items():
                self._store.put_setting(name, value)
            self._options = options
        if not changed.keys() & {"ignore", "preview"}:
            return Changes(settings=bool(changed))
        self._conclude(list(self._opened))
        return Changes(settings=True, findings=True)

    def _index(self) -> LocalIndex | None:
        """Open the local index, if one is set; one that is gone is told in `skipped` and stops nothing."""
        self._without_index = ()
        if not self._options.index:
            return None
        try:
            return index_lookups.opened(Path(self._options.index))
        except RegistryError as error:
            self._without_index = (Skipped(what=self._options.index, reason=error.sentence),)
            return None

    def _watch(self) -> None:
        """Read the list of journals, if one is set; one that is gone is told in `skipped` and stops nothing."""
        if not self._options.journals:
            self._watched = ()
            return
        from kjaudit.registries.watch_list import read_watch_list

        try:
            self._watched = read_watch_list(Path(self._options.journals))
        except ReadError as error:
            self._watched = ()
            self._without_index = (*self._without_index, Skipped(what=self._options.journals, reason=error.sentence))

    def _change_case(self, document: str, change: Callable[[Case], Case]) -> None:
        """Replace what is known of a document; `_conclude` then works its findings out again."""
        with self._lock:
            opened = self._opened.get(document)
            if opened and opened.audit:
                case = change(opened.audit.case)
                self._opened[document] = replace(opened, audit=replace(opened.audit, case=case))

    def _conclude(self, documents: Iterable[str]) -> None:
        """Run the rules over these documents again, without reading them again."""
        for document in documents:
            done = False
            while not done:  # again where another thread has changed the document meanwhile
                opened = self._opened.get(document)
                if opened is None or opened.audit is None:
                    break
                audit = pipeline.conclude(opened.audit.case, self.settings)
                with self._lock:
                    done = self._opened.get(document) is opened
                    if done:
                        self._opened[document] = replace(opened, audit=audit)
        self._compare()

    def _compare(self) -> None:
        """Run the rules across documents again."""
        done = False
        while not done:
            compared = list(self._opened.values())
            cases = tuple(opened.audit.case for opened in compared if opened.audit)
            corpus = tuple(pipeline.check_corpus(Corpus(cases=cases), self.settings)) if len(cases) > 1 else ()
            with self._lock:
                done = all(one is other for one, other in zip_longest(compared, self._opened.values()))
                if done:
                    self._corpus = corpus
                    self._anchors = self._held = None
                    self._hold()  # here, on a worker, rather than when a panel asks

    def _hold(self) -> Held:
        """Return every finding with its standing."""
        with self._lock:
            if self._held is None:
                if self._anchors is None:
                    audits = [opened.audit for opened in self._opened.values() if opened.audit]
                    found = [finding for audit in audits for finding in audit.findings]
                    self._anchors = Anchors([*found, *self._corpus])
                self._held = hold(self._anchors, self._verdicts)
            return self._held


def _is_outdated(opened: Opened) -> bool:
    return opened.info().state is not DocumentState.AUDITED
