"""Menus, tool bar and keys: each calls one method."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QFileDialog, QSizePolicy, QToolBar, QWidget

from kjaudit import assets
from kjaudit.gui.dialogs import pages
from kjaudit.gui.dialogs.export import ExportDialog
from kjaudit.gui.dialogs.keys import KeysDialog
from kjaudit.gui.dialogs.settings import SettingsDialog
from kjaudit.gui.language import tr
from kjaudit.gui.lookups import ask_and_look_up
from kjaudit.model import Decision

if TYPE_CHECKING:
    from kjaudit.gui.main_window import MainWindow

MANUSCRIPTS = "*.docx *.odt *.html *.htm *.md *.markdown *.txt"


class Actions:
    """All that can be done from the window, and the keys for it."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        review = window.review
        bar = QToolBar(tr("Tools"))
        bar.setMovable(False)
        window.addToolBar(bar)
        menu = window.menuBar()
        file, edit, audit, see, helping = (
            menu.addMenu(tr(name)) for name in ("&File", "&Decide", "&Audit", "&View", "&Help")
        )
        opening = self._add(file, tr("Open…"), self.open, QKeySequence.StandardKey.Open)
        self._add(file, tr("Open the sample project"), self.sample)
        self._add(file, tr("Save as a project…"), self.save, QKeySequence.StandardKey.Save)
        exporting = self._add(file, tr("Export…"), self.export, "Ctrl+E")
        file.addSeparator()
        self._add(file, tr("Settings…"), self.settings, QKeySequence.StandardKey.Preferences)
        self._add(file, tr("Quit"), window.close, QKeySequence.StandardKey.Quit)
        self._undo = self._add(edit, tr("Undo"), review.undo, QKeySequence.StandardKey.Undo)
        self._redo = self._add(edit, tr("Redo"), review.redo, "Ctrl+Y")
        edit.addSeparator()
        for decision, label, key in (
            (Decision.ACCEPTED, "Accept finding", "A"),
            (Decision.REJECTED, "False alarm", "R"),
            (Decision.FIX, "To be fixed", "F"),
            (Decision.QUERY, "Query author", "Q"),
            (Decision.UNSURE, "Unsure", "U"),
            (Decision.WITHDRAWN, "Take the decision back", "Backspace"),
        ):
            self._letter(edit, tr(label), partial(window.decide, decision), key)
        self._letter(edit, tr("Note…"), window.note, "N")
        self._letter(edit, tr("Accept all of this rule"), lambda: window.decide_alike(Decision.ACCEPTED), "Shift+A")
        self._letter(
            edit, tr("All of this rule are false alarms"), lambda: window.decide_alike(Decision.REJECTED), "Shift+R"
        )
        again = self._add(audit, tr("Audit again"), lambda: review.audit(again=True), "F5")
        looking = self._add(audit, tr("Look up entries…"), lambda: ask_and_look_up(window), "Ctrl+L")
        self._add(audit, tr("Local index…"), self.index)
        self._add(audit, tr("List of journals to look out for…"), self.journals)
        self._add(audit, tr("Keys of registries…"), lambda: KeysDialog(window).exec())
        self._add(audit, tr("What was sent"), self.trail)
        self._letter(see, tr("Next finding"), lambda: window.findings.step(1), "J")
        self._letter(see, tr("Previous finding"), lambda: window.findings.step(-1), "K")
        self._letter(see, tr("Next undecided finding"), window.findings.next_open, "Shift+J")
        self._letter(see, tr("Why?"), window.why, "W")
        self._add(see, tr("Filter"), self.filter, "/")
        self._add(see, tr("Next pane"), self.next_pane, "F6")
        self._add(helping, tr("Keys"), lambda: pages.key_sheet(window).open(), "?")
        self._add(helping, tr("About kjaudit"), lambda: pages.about(window).open())
        for action in (opening, again, looking, exporting):
            bar.addAction(action)
        gap = QWidget()
        gap.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        bar.addWidget(gap)
        window.picker.setMinimumWidth(320)
        bar.addWidget(window.picker)
        self._with_documents = (exporting, again, looking)
        self.enable()

    def enable(self) -> None:
        """Enable what can be done now."""
        workspace = self._window.review.workspace
        self._undo.setEnabled(workspace.can_undo)
        self._redo.setEnabled(workspace.can_redo)
        for action in self._with_documents:
            action.setEnabled(bool(workspace.documents()))

    # file

    def open(self) -> None:
        """Ask for manuscripts or a project and open them."""
        kinds = f"{tr('Manuscripts and projects')} ({MANUSCRIPTS} *.kjaudit);;{tr('All files')} (*)"
        names, _ = QFileDialog.getOpenFileNames(self._window, tr("Open"), "", kinds)
        if names:
            self._window.review.open([Path(name) for name in names])

    def sample(self) -> None:
        """Open the sample project."""
        self._window.review.open(assets.sample())

    def save(self) -> None:
        """Ask where to keep the project."""
        name, _ = QFileDialog.getSaveFileName(self._window, tr("Save as a project"), "", "kjaudit (*.kjaudit)")
        if name:
            self._window.review.save_as(Path(name).with_suffix(".kjaudit"))

    def export(self) -> None:
        """Ask what to write, and write it."""
        dialog = ExportDialog(self._window)
        if dialog.exec() and (path := dialog.path()):
            options = {"language": dialog.language(), "scope": dialog.scope()}
            self._window.review.export(path, dialog.form(), **options)

    def settings(self) -> None:
        """Show the settings; each takes effect at once or says when."""
        SettingsDialog(self._window).exec()

    def index(self) -> None:
        """Ask for the folder of a local index and hold the entries against it."""
        name = QFileDialog.getExistingDirectory(self._window, tr("Folder of a local index"))
        if name:
            self._window.review.use_index(Path(name))

    def journals(self) -> None:
        """Ask for a list of journals to look out for."""
        name, _ = QFileDialog.getOpenFileName(self._window, tr("List of journals to look out for…"))
        if name:
            self._window.review.watch(Path(name))

    def trail(self) -> None:
        """Show all that ever left the machine for this project."""
        lines = [
            f"- {sent.at:%Y-%m-%d %H:%M} {sent.registry}: `{sent.request}`"
            for sent in self._window.review.workspace.trail()
        ]
        text = "\n".join(lines) or tr("Nothing was ever sent.")
        pages.PageDialog(tr("What was sent"), text, self._window).open()

    # view

    def filter(self) -> None:
        """Put the cursor into the filter line of the list in view."""
        panel = self._window.left.currentWidget()
        for each in (self._window.findings, self._window.entries):
            if panel is each:
                each.filter_line.setFocus()
                each.filter_line.selectAll()

    def next_pane(self) -> None:
        """Go round the panes."""
        window = self._window
        panes: list[QWidget] = [window.findings.list, window.document.view, window.evidence]
        at = next((number for number, pane in enumerate(panes) if pane.hasFocus()), -1)
        panes[(at + 1) % len(panes)].setFocus()

    # inner parts

    def _add(self, menu: QWidget, text: str, act: Callable[[], object], keys: object = None) -> QAction:
        action = QAction(text, self._window)
        if keys is not None:
            action.setShortcut(QKeySequence(keys))  # type: ignore[call-overload]
        action.triggered.connect(lambda _=False: act())
        menu.addAction(action)
        return action

    def _letter(self, menu: QWidget, text: str, act: Callable[[], object], keys: str) -> None:
        """Add a key that is a letter: it acts in the lists, the page and the evidence, never while text is typed."""
        action = self._add(menu, text, act, keys)
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
