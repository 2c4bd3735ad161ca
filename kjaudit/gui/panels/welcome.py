"""What an empty window offers: drop files, open, the sample, what was open lately."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from kjaudit.gui.language import tr

MOST = 6


class WelcomePanel(QWidget):
    """
    Signals:
        open_wanted, sample_wanted: the buttons. path_wanted: a recent project.
    """

    open_wanted = Signal()
    sample_wanted = Signal()
    path_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        head = QLabel(tr("Drop manuscripts here"))
        font = head.font()
        font.setPointSizeF(font.pointSizeF() * 1.8)
        head.setFont(font)
        formats = QLabel(tr("Word, OpenDocument, HTML, Markdown or plain text. Nothing leaves this machine."))
        formats.setObjectName("muted")
        opening = QPushButton(tr("Open…"))
        opening.clicked.connect(self.open_wanted)
        sample = QPushButton(tr("Open the sample project"))
        sample.clicked.connect(self.sample_wanted)
        self._recent = QVBoxLayout()
        layout = QVBoxLayout(self)
        layout.addStretch(2)
        for widget in (head, formats, opening, sample):
            layout.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
            layout.addSpacing(8)
        layout.addLayout(self._recent)
        layout.addStretch(3)

    def show_recent(self, paths: Sequence[str]) -> None:
        """Offer recent projects that are still there."""
        for path in [path for path in paths if Path(path).exists()][:MOST]:
            button = QPushButton(Path(path).name)
            button.setFlat(True)
            button.setToolTip(path)
            button.clicked.connect(lambda _=False, chosen=path: self.path_wanted.emit(chosen))
            self._recent.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
