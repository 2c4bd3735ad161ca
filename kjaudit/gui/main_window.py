"""The main window: composes panels and says which one follows which; no logic of its own."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QInputDialog,
    QLabel,
    QMainWindow,
    QProgressBar,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from kjaudit.gui.actions import Actions
from kjaudit.gui.dialogs.pages import rule_page
from kjaudit.gui.language import said, tr
from kjaudit.gui.panels.banner import Banner
from kjaudit.gui.panels.document import DocumentPanel
from kjaudit.gui.panels.entries import EntriesPanel
from kjaudit.gui.panels.evidence import EvidencePanel
from kjaudit.gui.panels.findings import FindingsPanel
from kjaudit.gui.panels.overview import OverviewPanel
from kjaudit.gui.panels.welcome import WelcomePanel
from kjaudit.gui.review import Review
from kjaudit.gui.tables.findings import row_of
from kjaudit.gui.theme import Theme
from kjaudit.model import Changes, Decision, InDocument, Span

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent


class MainWindow(QMainWindow):
    """
    Findings and entries on the left, the manuscript in the middle, evidence and verdict on the right.

    Signals:
        look_changed: language or colours were set; the application makes the window anew.
    """

    look_changed = Signal()

    def __init__(
        self, review: Review, theme: Theme, *, language: str = "en", reviewer: str = "", advance: bool = True
    ) -> None:
        super().__init__()
        self.review = review
        self.language = language
        self._reviewer = reviewer
        self._advance = advance
        self.findings = FindingsPanel(theme)
        self.entries = EntriesPanel(theme)
        self.document = DocumentPanel(theme)
        self.evidence = EvidencePanel(theme)
        self.overview = OverviewPanel(theme)
        self.welcome = WelcomePanel()
        self.banner = Banner()
        self.picker = QComboBox()
        self._compose()
        self.actions_of = Actions(self)
        self._connect()
        self.setAcceptDrops(True)
        self._retitle()
        self._show_documents()

    # composition

    def _compose(self) -> None:
        self.left = QTabWidget()
        self.left.setDocumentMode(True)
        self.left.addTab(self.findings, tr("Findings"))
        self.left.addTab(self.entries, tr("Reference list"))
        self.left.addTab(self.overview, tr("Overview"))
        split = QSplitter(Qt.Orientation.Horizontal)
        for panel, stretch in ((self.left, 3), (self.document, 6), (self.evidence, 3)):
            split.addWidget(panel)
            split.setStretchFactor(split.count() - 1, stretch)
        split.setSizes([430, 690, 330])
        split.setChildrenCollapsible(False)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.welcome)
        self._stack.addWidget(split)
        whole = QWidget()
        layout = QVBoxLayout(whole)
        layout.setContentsMargins(6, 4, 6, 4)
        layout.addWidget(self.banner)
        layout.addWidget(self._stack, 1)
        self.setCentralWidget(whole)
        self.resize(1440, 900)
        self._status = QLabel()
        self._bar = QProgressBar()
        self._bar.setMaximumWidth(220)
        self._cancel = QPushButton(tr("Cancel"))
        self.offline = QLabel()
        self._bar.hide()
        self._cancel.hide()
        self.statusBar().addWidget(self._status, 1)
        for permanent in (self._bar, self._cancel, self.offline):
            self.statusBar().addPermanentWidget(permanent)

    def _connect(self) -> None:
        review = self.review
        review.changed.connect(self._refresh)
        review.document_chosen.connect(self._show_document)
        review.told.connect(self.banner.tell)
        review.working.connect(self._show_work)
        self._cancel.clicked.connect(review.cancel)
        self.findings.chosen.connect(self._show_finding)
        self.entries.chosen.connect(self._show_entry)
        self.entries.on_purpose.connect(self._mark_uncited)
        self.document.clicked.connect(self._clicked)
        self.evidence.decided.connect(self.decide)
        self.evidence.note_wanted.connect(self.note)
        self.evidence.why_wanted.connect(self.why)
        self.evidence.place_wanted.connect(self._show_place)
        self.picker.activated.connect(lambda number: review.choose_document(self.picker.itemData(number)))
        self.welcome.open_wanted.connect(lambda: self.actions_of.open())
        self.welcome.sample_wanted.connect(lambda: self.actions_of.sample())
        self.welcome.path_wanted.connect(lambda path: review.open([Path(path)]))

    # deciding

    def decide(self, decision: Decision, note: str = "") -> None:
        """Decide about the current finding; goes to the next open one where the reviewer wants that."""
        key = self.findings.current_key()
        if key and self._named() and self.review.judge([key], decision, note) and self._advance:
            self.findings.next_open()

    def decide_alike(self, decision: Decision) -> None:
        """Decide about all open findings of the current one's rule, in one step of undo."""
        key = self.findings.current_key()
        if key and self._named():
            alike = [item.finding.key for item in self.review.workspace.alike(key)]
            self.review.judge(alike or [key], decision)

    def note(self) -> None:
        """Ask for a reason, then decide with it: as before where a decision stands, else "unsure"."""
        row = self.findings.current()
        if row is None:
            return
        before = row.judged.verdict
        text, wanted = QInputDialog.getMultiLineText(
            self, tr("Note"), tr("Reason for the decision"), before.note if before else ""
        )
        if wanted:
            self.decide(before.decision if before else Decision.UNSURE, text)

    def _mark_uncited(self, entry: str) -> None:
        if self._named():
            self.review.mark_uncited(entry)

    def why(self) -> None:
        """Show the page of the current finding's rule."""
        row = self.findings.current()
        if row:
            rule_page(row.finding.code, self).open()

    def _named(self) -> bool:
        """Whether verdicts can be signed; asks for a name once."""
        if self.review.workspace.reviewer:
            return True
        name = self._reviewer
        if not name:
            name, wanted = QInputDialog.getText(self, tr("Reviewer"), tr("Your name, to sign decisions with"))
            if not wanted or not name.strip():
                self.banner.tell(tr("Nothing was decided: a decision needs a name under it"))
                return False
        self._reviewer = name
        return self.review.set_reviewer(name)

    # showing

    def _refresh(self, changes: Changes) -> None:
        if changes.documents or changes.settings:
            self._show_documents()
        if changes.findings or changes.documents or changes.lookups:
            audit = self.review.audit_in_view()
            self.entries.show_case(audit.case if audit else None)
            self._show_findings()
        elif changes.verdicts:
            for key in changes.finding_keys or ():
                for item in self.review.findings_in_view():
                    if item.finding.key == key:
                        self.findings.update_row(row_of(item))
            self._show_finding(self.findings.current_key())
        self.actions_of.enable()
        self._retitle()

    def _show_documents(self) -> None:
        documents = self.review.documents()
        self.picker.clear()
        for info in documents:
            mark = "⚠ " if info.reason else ("↻ " if info.revised else "")
            self.picker.addItem(mark + (info.title or info.path.name), info.id)
            tip = said(info.reason) if info.reason else str(info.path)
            self.picker.setItemData(self.picker.count() - 1, tip, Qt.ItemDataRole.ToolTipRole)
        self.picker.setEnabled(len(documents) > 1)
        self._stack.setCurrentIndex(1 if documents else 0)
        self.picker.setCurrentIndex(self.picker.findData(self.review.document))

    def _show_document(self, document: str) -> None:
        audit = self.review.audit_in_view()
        self.picker.setCurrentIndex(self.picker.findData(document))
        self.entries.show_case(audit.case if audit else None)
        self.overview.show_audit(audit, self.review.workspace.project_audit())
        if audit:
            self.document.show_document(audit.case.document)
        self._show_findings()

    def _show_findings(self) -> None:
        items = [item for item in self.review.findings_in_view() if item.finding.document == self.review.document]
        self.document.show_marks(item.finding for item in items)
        self.findings.show_rows([row_of(item) for item in items])
        self.findings.apply_filter()
        if not items:
            self.evidence.show_nothing()

    def _show_finding(self, key: str) -> None:
        audit, row = self.review.audit_in_view(), self.findings.current()
        if not key or audit is None or row is None:
            self.evidence.show_nothing()
            return
        self.evidence.show_finding(row.judged, audit.case, self._passage)
        self.document.show_span(row.finding.span)
        number, count = self.findings.list.currentIndex().row() + 1, self.findings.list.model().rowCount()
        self._status.setText(
            tr(
                "{number} of {count} · J/K next/previous · A R F Q U N verdict · Ctrl+Z undo · ? keys",
                number=number,
                count=count,
            )
        )

    def _show_entry(self, key: str) -> None:
        audit = self.review.audit_in_view()
        if audit:
            self.document.show_span(audit.case.reference(key).span, entry=True)

    def _show_place(self, document: str, start: int, end: int) -> None:
        """Show evidence where it stands; in another document, go there first."""
        self.review.choose_document(document)
        self.document.show_span(Span(start, end), entry=True)

    def _clicked(self, place: int) -> None:
        """Follow a click on the page: to the finding there, else the entry there or the one that is cited there."""
        for key in self.document.marks_at(place):
            if self.findings.go_to(key):
                self.left.setCurrentWidget(self.findings)
                return
        audit = self.review.audit_in_view()
        if audit is None:
            return
        case = audit.case
        here = [citation.key for citation in case.citations if citation.span.start <= place < citation.span.end]
        cited = [link.reference for link in case.links if link.citation in here and link.reference]
        entries = [item.key for item in case.references if item.span.start <= place < item.span.end]
        for entry in (*entries, *cited):
            self.left.setCurrentWidget(self.entries)
            self.entries.go_to(entry)
            return

    def _passage(self, where: InDocument) -> str:
        audit = self.review.workspace.audit_of(where.document)
        if audit is None:
            return ""
        words = " ".join(where.span.of(audit.case.document.text).split())
        return words if where.document == self.review.document else f"{audit.case.document.title}: {words}"

    def _show_work(self, done: int, total: int, label: str) -> None:
        for widget in (self._bar, self._cancel):
            widget.setVisible(total > 0)
        self._bar.setMaximum(max(total, 1))
        self._bar.setValue(done)
        self._bar.setFormat(label)

    def _retitle(self) -> None:
        name = self.review.workspace.name
        self.setWindowTitle(f"{name} — kjaudit" if name else "kjaudit")
        online = self.review.workspace.settings.registries
        self.offline.setText(tr("○ Offline") if not online else tr("● Allowed: {names}", names=", ".join(online)))

    def show_all(self) -> None:
        """Show all that the review already holds."""
        self._show_documents()
        self._show_document(self.review.document)

    def retire(self) -> None:
        """Make way for another window over the same review."""
        self.review.changed.disconnect(self._refresh)
        self.review.document_chosen.disconnect(self._show_document)
        self.review.told.disconnect(self.banner.tell)
        self.review.working.disconnect(self._show_work)
        self.hide()
        self.deleteLater()

    # Qt

    def open_later(self, paths: Sequence[Path]) -> None:
        """Open `paths` once the window is painted."""
        if paths:
            QTimer.singleShot(0, lambda: self.review.open(paths))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802  Qt's name
        """Take files."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802  Qt's name
        """Open what was dropped."""
        self.review.open([Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()])

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802  Qt's name
        """Stop the work; everything decided is on disk already."""
        self.review.cancel()
        super().closeEvent(event)
