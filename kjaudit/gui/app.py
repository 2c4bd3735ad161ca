"""Start Qt and show the window."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from PySide6.QtWidgets import QApplication, QMainWindow


def main(arguments: Sequence[str] | None = None) -> int:
    """Open the window; return the exit code when it is closed."""
    app = QApplication(list(sys.argv if arguments is None else arguments))
    window = QMainWindow()
    window.setWindowTitle("kjaudit")
    window.show()
    return app.exec()
