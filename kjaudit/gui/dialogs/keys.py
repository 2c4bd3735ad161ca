"""Keys of registries that need one: into the system keyring, and nowhere else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QLabel, QLineEdit

from kjaudit.gui.language import tr

if TYPE_CHECKING:
    from kjaudit.gui.main_window import MainWindow


class KeysDialog(QDialog):
    """One line a registry; an empty line keeps what is kept, "-" forgets it."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.setWindowTitle(tr("Keys of registries"))
        self.resize(520, 200)
        explain = QLabel(tr("Keys are kept in the keyring of this system, in no file of kjaudit. “-” forgets a key."))
        explain.setWordWrap(True)
        layout = QFormLayout(self)
        layout.addRow(explain)
        self._lines: dict[str, QLineEdit] = {}
        for service in window.review.workspace.services():
            if service.needs_key:
                line = QLineEdit()
                line.setEchoMode(QLineEdit.EchoMode.Password)
                line.setPlaceholderText(tr("a key is kept") if service.keyed else tr("no key"))
                self._lines[service.name] = line
                layout.addRow(QLabel(service.label), line)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self._keep)
        buttons.rejected.connect(self.reject)
        layout.addRow(buttons)

    def line(self, service: str) -> QLineEdit:
        """Return the line of a registry."""
        return self._lines[service]

    def _keep(self) -> None:
        review = self._window.review
        given = {service: line.text().strip() for service, line in self._lines.items() if line.text().strip()}
        if all(review.set_key(service, "" if key == "-" else key) for service, key in given.items()):
            self.accept()
