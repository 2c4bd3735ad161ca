"""Ask what to write, in which language, and where."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
)

from kjaudit.gui.language import LANGUAGES, tr
from kjaudit.report import Language
from kjaudit.workspace import ExportFormat, ExportScope

if TYPE_CHECKING:
    from kjaudit.gui.main_window import MainWindow
    from kjaudit.gui.review import Review

FORMS = {
    "html": "Audit report to sign (HTML)",
    "json": "Everything, for other programs (JSON)",
    "csv": "List of findings (CSV)",
    "bib": "Reference list (BibTeX)",
    "ris": "Reference list (RIS)",
    "csl.json": "Reference list (CSL-JSON)",
}
SCOPES = {
    ExportScope.ALL: "All findings",
    ExportScope.OPEN: "Findings that nobody has decided",
    ExportScope.DECIDED: "Decided findings",
}


class ExportDialog(QDialog):
    """`exec()` answers; `form()`, `scope()`, `language()` and `path()` say what was chosen."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.setWindowTitle(tr("Export"))
        self.resize(560, 220)
        self._form = QComboBox()
        for form in ExportFormat:
            self._form.addItem(tr(FORMS[form.value]), form)
        self._scope = QComboBox()
        for scope, words in SCOPES.items():
            self._scope.addItem(tr(words), scope)
        self._language = QComboBox()
        for code, name in LANGUAGES.items():
            self._language.addItem(name, code)
        self._language.setCurrentIndex(self._language.findData(window.language))
        self._path = QLineEdit(str(_beside(window.review)))
        browse = QPushButton(tr("Choose…"))
        browse.clicked.connect(self._browse)
        self._form.currentIndexChanged.connect(self._rename)
        line = QHBoxLayout()
        line.addWidget(self._path, 1)
        line.addWidget(browse)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QFormLayout(self)
        layout.addRow(QLabel(tr("What")), self._form)
        layout.addRow(QLabel(tr("Findings")), self._scope)
        layout.addRow(QLabel(tr("Language")), self._language)
        layout.addRow(QLabel(tr("File")), line)
        layout.addRow(buttons)

    def form(self) -> ExportFormat:
        """Return what to write."""
        return ExportFormat(self._form.currentData())

    def scope(self) -> ExportScope:
        """Return which findings go into it."""
        return ExportScope(self._scope.currentData())

    def language(self) -> Language:
        """Return the language of the report."""
        return Language(self._language.currentData())

    def path(self) -> Path | None:
        """Return where to write, `None` where no name was given."""
        text = self._path.text().strip()
        return Path(text).expanduser() if text else None

    def _rename(self) -> None:
        path = self.path()
        if path:
            stem = path.name.split(".")[0]
            self._path.setText(str(path.with_name(f"{stem}.{self.form().value}")))

    def _browse(self) -> None:
        name, _ = QFileDialog.getSaveFileName(self, tr("Export"), self._path.text())
        if name:
            self._path.setText(name)


def _beside(review: Review) -> Path:
    """Return a name for a report beside the project file, or beside the first manuscript."""
    documents = review.documents()
    path = review.workspace.path or (documents[0].path if documents else Path.home() / "kjaudit")
    return path.with_suffix(".html")
