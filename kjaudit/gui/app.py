"""Start Qt and show the window."""

from __future__ import annotations

import logging
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QMessageBox

from kjaudit.gui import fonts, language, theme
from kjaudit.gui.main_window import MainWindow
from kjaudit.gui.review import Review
from kjaudit.model import KjauditError
from kjaudit.store import Preferences, read_preferences, with_recent, write_preferences

if TYPE_CHECKING:
    from PySide6.QtCore import QTranslator

logger = logging.getLogger(__name__)


class Desktop:
    """The application: keeps the review while the window is made anew in another language or other colours."""

    def __init__(self, app: QApplication, review: Review | None = None) -> None:
        self._app = app
        self._translators: list[QTranslator] = []
        self.review = review or Review()
        self.review.crashed.connect(lambda error: self.crashed(type(error), error, error.__traceback__))
        fonts.install(app)
        self.window = self._make(read_preferences())

    def show(self, paths: Sequence[Path] = ()) -> None:
        """Show the window and then open `paths`."""
        self.window.show()
        self.window.open_later(paths)

    def crashed(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Tell of a bug. The page holds where it happened and no word of the manuscript: messages may quote it."""
        logger.error("unexpected %s", kind.__name__)
        logger.debug("trace", exc_info=(kind, error, trace))
        places = traceback.extract_tb(trace)
        lines = [f"{Path(place.filename).name}:{place.lineno} {place.name}" for place in places]
        box = QMessageBox(self.window)
        box.setIcon(QMessageBox.Icon.Critical)
        box.setWindowTitle(language.tr("Something went wrong"))
        box.setText(
            language.tr("kjaudit met a fault of its own. What was decided is safe; save your work and restart.")
        )
        box.setDetailedText("\n".join([kind.__name__, *lines]))
        box.open()

    def _make(self, kept: Preferences) -> MainWindow:
        for translator in self._translators:
            self._app.removeTranslator(translator)
        chosen = kept.language if kept.language in language.LANGUAGES else language.system_language()
        self._translators = language.install(self._app, chosen)
        scheme = theme.Scheme(kept.theme) if kept.theme in ("light", "dark") else theme.Scheme.SYSTEM
        colours = theme.theme_for(scheme)
        theme.apply(self._app, colours)
        window = MainWindow(self.review, colours, language=chosen, reviewer=kept.reviewer)
        window.welcome.show_recent(kept.recent)
        window.look_changed.connect(self._make_anew)
        return window

    def _make_anew(self) -> None:
        old = self.window
        self.window = self._make(read_preferences())
        self.window.setGeometry(old.geometry())
        self.window.show()
        self.window.show_all()
        old.retire()


def main(arguments: Sequence[str] | None = None) -> int:
    """
    Open the window; return the exit code when it is closed.

    Args:
        arguments: manuscripts, or one project file, to open.
    """
    paths = [Path(name) for name in (sys.argv[1:] if arguments is None else arguments)]
    app = QApplication([sys.argv[0]])
    app.setApplicationName("kjaudit")
    desktop = Desktop(app)
    sys.excepthook = desktop.crashed
    remember([path for path in paths if path.suffix == ".kjaudit"])
    desktop.show(paths)
    return app.exec()


def remember(projects: Sequence[Path]) -> None:
    """Put project files among the recent ones."""
    for path in projects:
        try:
            write_preferences(with_recent(read_preferences(), path))
        except KjauditError:
            logger.debug("the recent projects cannot be kept", exc_info=True)
