"""One review in the window: a workspace, the document in view, and the work that goes on behind."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from kjaudit.gui.jobs import Job, Jobs
from kjaudit.gui.language import said, tr
from kjaudit.model import Audit, Changes, Decision, Judged, KjauditError
from kjaudit.progress import Progress
from kjaudit.workspace import DocumentInfo, ExportFormat, Workspace

logger = logging.getLogger(__name__)

PROJECT_SUFFIX = ".kjaudit"


class Review(QObject):
    """
    What panels show and what buttons do.

    Signals:
        changed: `Changes`: what panels may have to show anew.
        document_chosen: id of the document now in view, "" for none.
        told: a sentence for the reviewer that does not block.
        working: done, total, label; total 0 when the work is over.
        crashed: an exception that nobody expected.
    """

    changed = Signal(object)
    document_chosen = Signal(str)
    told = Signal(str)
    working = Signal(int, int, str)
    crashed = Signal(object)

    def __init__(self, jobs: Jobs | None = None) -> None:
        super().__init__()
        self._jobs = jobs or Jobs()
        self._job: Job | None = None
        self.workspace = Workspace.throwaway()
        self.document = ""

    # opening

    def open(self, paths: Sequence[Path]) -> None:
        """Open a project file, or add manuscripts to what is open; then audit what is new."""
        projects = [path for path in paths if path.suffix == PROJECT_SUFFIX]
        if projects and not self._try(lambda: self._switch(Workspace.open(projects[0]))):
            return
        manuscripts = [path for path in paths if path.suffix != PROJECT_SUFFIX]
        if manuscripts and not self._try(lambda: self.workspace.add_documents(manuscripts)):
            return
        self.audit()

    def save_as(self, path: Path) -> None:
        """Go on in a project file at `path`; decisions and look-ups made so far go with it."""
        if self._try(lambda: self.workspace.save_as(path)):
            self.told.emit(tr("Written: {path}", path=path))

    def choose_document(self, document: str) -> None:
        """Bring a document into view."""
        if document != self.document:
            self.document = document
            self.document_chosen.emit(document)

    def documents(self) -> tuple[DocumentInfo, ...]:
        """Return the documents of the project."""
        return self.workspace.documents()

    def audit_in_view(self) -> Audit | None:
        """Return what is known of the document in view."""
        return self.workspace.audit_of(self.document) if self.document else None

    def findings_in_view(self) -> tuple[Judged, ...]:
        """Return the findings of the document in view, and those across documents that name it."""
        return self.workspace.findings(self.document) if self.document else ()

    # long work

    def audit(self, *, again: bool = False) -> None:
        """Audit on the worker; panels fill when it is done."""
        workspace = self.workspace
        self.run(lambda progress: workspace.audit(progress, again=again), self._audited)

    def run(self, work: Callable[[Progress], object], then: Callable[[object], None]) -> None:
        """Do `work` on the worker and give what it returns to `then` on this thread."""
        job = Job(work)
        job.progressed.connect(self.working)
        job.succeeded.connect(then)
        job.failed.connect(lambda error: self.told.emit(said(error.sentence)))
        job.broke.connect(self.crashed)
        for over in (job.succeeded, job.failed, job.cancelled, job.broke):
            over.connect(lambda *_: self.working.emit(0, 0, ""))
        self._job = self._jobs.start(job, self._jobs.database)

    def cancel(self) -> None:
        """Ask the work to stop."""
        if self._job:
            self._job.cancel()

    def look_up(self, document: str, services: Sequence[str], mailto: str, *, fresh: bool = False) -> None:
        """Keep the consent for this project and ask; on the worker, answers shown when all are there."""
        workspace = self.workspace

        def consent() -> Changes:
            workspace.set_mailto(mailto)
            for service in workspace.services():
                if service.allowed != (service.name in services):
                    workspace.set_consent(service.name, given=service.name in services)
            return Changes(settings=True)

        if self._try(consent):
            self.run(lambda progress: workspace.look_up(progress, documents=[document], fresh=fresh), self._passed_on)

    def set_key(self, service: str, key: str) -> bool:
        """Keep a registry's key in the system keyring; "" forgets it."""
        return self._try(lambda: self.workspace.set_key(service, key))

    def use_index(self, folder: Path) -> None:
        """Hold entries against the local index in `folder` from now on."""
        if self._try(lambda: self.workspace.set_index(folder)):
            self.audit(again=True)

    def watch(self, path: Path) -> None:
        """Look out for the journals of a list from now on."""
        if self._try(lambda: self.workspace.set_journals(path)):
            self.audit(again=True)

    # deciding

    def judge(self, keys: Iterable[str], decision: Decision, note: str = "") -> bool:
        """Decide; false where it could not be kept, which the reviewer is told."""
        return self._try(lambda: self.workspace.judge(list(keys), decision, note))

    def undo(self) -> None:
        """Take the last decision back."""
        self._try(self.workspace.undo)

    def redo(self) -> None:
        """Make the decision taken back again."""
        self._try(self.workspace.redo)

    def mark_uncited(self, entry: str) -> None:
        """Say that an entry of the document in view need not be cited, or no longer; rules run again behind."""
        audit, document, workspace = self.audit_in_view(), self.document, self.workspace
        if audit:
            deliberate = entry not in audit.case.deliberately_uncited
            self.run(lambda _: workspace.mark_uncited(document, entry, deliberate=deliberate), self._passed_on)

    def set_reviewer(self, name: str) -> bool:
        """Say who decides."""
        return self._try(lambda: self.workspace.set_reviewer(name))

    def set_rules(self, ignored: Sequence[str], *, preview: bool) -> None:
        """Say which rules run; findings are worked out again behind, where that changes anything."""
        workspace, now = self.workspace, self.workspace.settings
        if frozenset(ignored) == now.ignore and preview == now.preview:
            return

        def work(_: Progress) -> Changes:
            workspace.set_preview(on=preview)
            return workspace.set_ignored(ignored)

        self.run(work, self._passed_on)

    def export(self, path: Path, form: ExportFormat, **options: object) -> None:
        """Write a report on the worker."""
        workspace = self.workspace
        self.run(
            lambda _: workspace.export(path, form, **options),  # type: ignore[arg-type]
            lambda _: self.told.emit(tr("Written: {path}", path=path)),
        )

    # inner parts

    def _switch(self, workspace: Workspace) -> Changes:
        self.workspace.close()
        self.workspace = workspace
        self.choose_document("")
        return Changes(documents=True, findings=True, verdicts=True, settings=True)

    def _try(self, act: Callable[[], object]) -> bool:
        try:
            changes = act()
        except KjauditError as error:
            logger.debug("could not", exc_info=True)
            self.told.emit(said(error.sentence))
            return False
        if isinstance(changes, Changes):
            self.changed.emit(changes)
        return True

    def _passed_on(self, changes: object) -> None:
        self.changed.emit(changes)

    def _audited(self, changes: object) -> None:
        documents = self.documents()
        failed = [said(info.reason) for info in documents if info.reason]
        if failed:
            self.told.emit("\n".join(failed))
        ids = [info.id for info in documents if not info.reason]
        if self.document not in ids:
            self.document = ids[0] if ids else ""
        self.document_chosen.emit(self.document)
        self.changed.emit(changes)
