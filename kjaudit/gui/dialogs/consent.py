"""Ask before anything leaves the machine, and show exactly what would."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from kjaudit.gui.language import tr


class ConsentDialog(QDialog):
    """
    One box a service, none ticked unless consent was given before; below, the very requests that would be sent.

    `exec()` answers; `allowed()` and `mailto()` say what was chosen.
    """

    def __init__(
        self,
        requests: Mapping[str, Sequence[str]],
        given: Sequence[str],
        mailto: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._requests = requests
        self.setWindowTitle(tr("Look up entries"))
        self.resize(680, 520)
        explain = QLabel(
            tr("Only what is shown below is sent: the reference, never the manuscript. Nothing is sent without a tick.")
        )
        explain.setWordWrap(True)
        self._boxes = {service: QCheckBox(f"{service}  ({len(lines)})") for service, lines in requests.items()}
        self._shown = QPlainTextEdit()
        self._shown.setReadOnly(True)
        self._shown.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self._shown.setAccessibleName(tr("Requests that would be sent"))
        self._mailto = QLineEdit(mailto)
        self._mailto.setPlaceholderText(tr("E-mail address that registries ask for (may stay empty)"))
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._send = self._buttons.addButton(tr("Send these requests"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        services = QWidget()
        column = QVBoxLayout(services)
        for service, box in self._boxes.items():
            box.setChecked(service in given)
            box.toggled.connect(self._refresh)
            column.addWidget(box)
        scroll = QScrollArea()
        scroll.setWidget(services)
        scroll.setWidgetResizable(True)
        scroll.setMaximumHeight(190)
        layout = QVBoxLayout(self)
        for widget in (explain, scroll, self._mailto, QLabel(tr("Requests that would be sent")), self._shown):
            layout.addWidget(widget)
        layout.addWidget(self._buttons)
        self._refresh()

    def allowed(self) -> tuple[str, ...]:
        """Return the services the reviewer ticked."""
        return tuple(service for service, box in self._boxes.items() if box.isChecked())

    def mailto(self) -> str:
        """Return the address to tell, or ""."""
        return self._mailto.text().strip()

    def shown(self) -> str:
        """Return the requests as shown."""
        return self._shown.toPlainText()

    def _refresh(self) -> None:
        lines = [line for service in self.allowed() for line in self._requests[service]]
        self._shown.setPlainText("\n".join(lines) or tr("Nothing would be sent."))
        self._send.setEnabled(bool(lines))
