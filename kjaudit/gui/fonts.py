"""The bundled typeface: Latin, Hangul, kana and Han look right even where the system has no fonts at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QFont, QFontDatabase

from kjaudit import assets

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

FONT = "fonts/kjaudit-sans-cjk.otf"
POINT_SIZE = 10


def install(app: QApplication) -> str:
    """
    Load the bundled font and make `app` fall back to it.

    Returns:
        the family name of the bundled font.
    """
    number = QFontDatabase.addApplicationFont(str(assets.path(FONT)))
    family = QFontDatabase.applicationFontFamilies(number)[0]
    font = QFont(app.font())
    # One family for every script keeps the lines of mixed text level.
    font.setFamilies([family, font.family()])
    font.setPointSize(max(POINT_SIZE, font.pointSize()))
    app.setFont(font)
    return family
