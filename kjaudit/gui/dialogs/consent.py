"""Ask before anything leaves the machine, and show exactly what would."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING
from urllib.parse import unquote

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

from kjaudit.gui.language import said, tr

if TYPE_CHECKING:
    from kjaudit.registries import Request
    from kjaudit.workspace.looking_up import Service

MOST_SHOWN = 400
"""Requests printed in the dialog; how many more there are is said."""


class ConsentDialog(QDialog):
    """
    One box a service, none ticked unless consent was given before; below, the very requests that would be sent.

    `exec()` answers; `allowed()` and `mailto()` say what was chosen.
    """

    def __init__(
        self,
        services: Iterable[Service],
        describe: Callable[[Sequence[str]], Sequence[Request]],
        mailto: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._describe = describe
        self.setWindowTitle(tr("Look up entries"))
        self.resize(820, 620)
        explain = QLabel(
            tr("Only what is shown below is sent: the reference, never the manuscript. Nothing is sent without a tick.")
        )
        explain.setWordWrap(True)
        column_of_boxes = QWidget()
        column = QVBoxLayout(column_of_boxes)
        self._boxes: dict[str, QCheckBox] = {}
        for service in services:
            terms = said(service.terms)
            box = QCheckBox(f"{service.label}: {terms}")
            box.setToolTip(terms)
            box.setChecked(service.allowed)
            if service.needs_key and not service.keyed:
                box.setText(f"{service.label}: {tr('needs a key; none is kept')}")
                box.setEnabled(False)
            box.toggled.connect(self._refresh)
            self._boxes[service.name] = box
            column.addWidget(box)
        scroll = QScrollArea()
        scroll.setWidget(column_of_boxes)
        scroll.setWidgetResizable(True)
        self._mailto = QLineEdit(mailto)
        self._mailto.setPlaceholderText(tr("E-mail address that registries ask for (may stay empty)"))
        self._fresh = QCheckBox(tr("Ask again even where an answer is kept"))
        self._encoded = QCheckBox(tr("Show requests letter by letter, as encoded for sending"))
        self._encoded.toggled.connect(self._refresh)
        self._shown = QPlainTextEdit()
        self._shown.setReadOnly(True)
        self._shown.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self._shown.setAccessibleName(tr("Requests that would be sent"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._send = buttons.addButton(tr("Send these requests"), QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        for widget, stretch in (
            (explain, 0),
            (scroll, 2),
            (self._mailto, 0),
            (self._fresh, 0),
            (QLabel(tr("Requests that would be sent")), 0),
            (self._shown, 3),
            (self._encoded, 0),
        ):
            layout.addWidget(widget, stretch)
        layout.addWidget(buttons)
        self._refresh()

    def tick(self, service: str) -> None:
        """Tick the box of a service, as a reviewer would."""
        self._boxes[service].setChecked(True)

    def allowed(self) -> tuple[str, ...]:
        """Return the services the reviewer ticked."""
        return tuple(service for service, box in self._boxes.items() if box.isChecked() and box.isEnabled())

    def mailto(self) -> str:
        """Return the address to tell, or ""."""
        return self._mailto.text().strip()

    def fresh(self) -> bool:
        """Return whether kept answers are to be asked for again."""
        return self._fresh.isChecked()

    def show_encoded(self) -> None:
        """Show the requests as they are encoded for sending, as a reviewer can."""
        self._encoded.setChecked(True)

    def shown(self) -> str:
        """Return the requests as shown."""
        return self._shown.toPlainText()

    def _refresh(self) -> None:
        requests = self._describe(self.allowed())
        encoded = self._encoded.isChecked()
        lines = [_line(request, encoded=encoded) for request in requests[:MOST_SHOWN]]
        if len(requests) > MOST_SHOWN:
            lines.append(tr("… and {count} more of the same kinds", count=len(requests) - MOST_SHOWN))
        self._shown.setPlainText("\n".join(lines) or tr("Nothing would be sent."))
        self._send.setEnabled(bool(lines))


def _line(request: Request, *, encoded: bool) -> str:
    condition = f"   ({said(request.only_if)})" if request.only_if else ""
    # Escapes hide what is sent from whoever consents, most of all in Korean and Japanese.
    sent = request.request if encoded else " ".join(unquote(request.request).split())
    return f"{sent}{condition}"
