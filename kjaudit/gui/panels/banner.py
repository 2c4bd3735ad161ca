"""A message that does not block: stays until it is closed or replaced."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton

from kjaudit.gui.language import tr


class Banner(QFrame):
    """One or a few sentences above the panels."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("banner")
        self._text = QLabel()
        self._text.setWordWrap(True)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        close = QToolButton()
        close.setText("✕")
        close.setAutoRaise(True)
        close.setAccessibleName(tr("Close the message"))
        close.clicked.connect(self.hide)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 4, 4, 4)
        layout.addWidget(self._text, 1)
        layout.addWidget(close)
        self.hide()

    def tell(self, message: str) -> None:
        """Show `message`."""
        self._text.setText(message)
        self.show()

    def text(self) -> str:
        """Return what is shown, "" when nothing is."""
        return "" if self.isHidden() else self._text.text()
