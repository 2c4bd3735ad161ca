"""Settings: who decides, how the window looks, which rules run, which services were allowed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
)

from kjaudit.gui.language import LANGUAGES, said, tr
from kjaudit.gui.tables.findings import finding_name
from kjaudit.gui.theme import Scheme
from kjaudit.model import KjauditError
from kjaudit.rules import CORPUS_RULES, RULES, CorpusRule, Rule, Status
from kjaudit.store import read_preferences, write_preferences

if TYPE_CHECKING:
    from kjaudit.gui.main_window import MainWindow

SCHEMES = {Scheme.SYSTEM: "As the desktop", Scheme.LIGHT: "Light", Scheme.DARK: "Dark"}


class SettingsDialog(QDialog):
    """Reads what is set, and on OK sets what was changed."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._kept = read_preferences()
        workspace = window.review.workspace
        self.setWindowTitle(tr("Settings"))
        self.resize(560, 560)
        self._reviewer = QLineEdit(workspace.reviewer or self._kept.reviewer)
        self._language = QComboBox()
        self._language.addItem(tr("As the desktop"), "")
        for code, name in LANGUAGES.items():
            self._language.addItem(name, code)
        self._language.setCurrentIndex(self._language.findData(self._kept.language))
        self._theme = QComboBox()
        for scheme, words in SCHEMES.items():
            self._theme.addItem(tr(words), "" if scheme is Scheme.SYSTEM else scheme.value)
        self._theme.setCurrentIndex(self._theme.findData(self._kept.theme))
        self._preview = QCheckBox(tr("Run rules that are still in preview"))
        self._preview.setChecked(workspace.settings.preview)
        self._rules = QListWidget()
        rules: dict[str, Rule | CorpusRule] = {**RULES, **CORPUS_RULES}
        for code, rule in sorted(rules.items()):
            preview = f" ({tr('preview')})" if rule.status is Status.PREVIEW else ""
            item = QListWidgetItem(f"{code}  {finding_name(rule.name)}{preview}")
            item.setData(Qt.ItemDataRole.UserRole, code)
            item.setCheckState(Qt.CheckState.Unchecked if code in workspace.settings.ignore else Qt.CheckState.Checked)
            self._rules.addItem(item)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self._keep)
        buttons.rejected.connect(self.reject)
        layout = QFormLayout(self)
        layout.addRow(QLabel(tr("Reviewer")), self._reviewer)
        layout.addRow(QLabel(tr("Language")), self._language)
        layout.addRow(QLabel(tr("Colours")), self._theme)
        layout.addRow(self._preview)
        layout.addRow(QLabel(tr("Rules that run")), self._rules)
        layout.addRow(buttons)

    def _keep(self) -> None:
        review = self._window.review
        ignored = [
            self._rules.item(row).data(Qt.ItemDataRole.UserRole)
            for row in range(self._rules.count())
            if self._rules.item(row).checkState() is Qt.CheckState.Unchecked
        ]
        name = self._reviewer.text().strip()
        preview = self._preview.isChecked()
        if name and name != review.workspace.reviewer:
            review.set_reviewer(name)
        kept = replace(
            self._kept,
            reviewer=name,
            language=self._language.currentData(),
            theme=self._theme.currentData(),
        )
        try:
            write_preferences(kept)
        except KjauditError as error:
            review.told.emit(said(error.sentence))
        review.set_rules(ignored, preview=preview)
        self.accept()
        self._window.look_changed.emit()
