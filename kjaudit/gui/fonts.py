"""The bundled typefaces: every script looks right even where the system has no fonts at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QFont, QFontDatabase

from kjaudit import assets

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

FONTS = ("fonts/kjaudit-sans.ttf", "fonts/kjaudit-sans-cjk.otf")
"""Latin with its marks and raised digits first, then Hangul, kana and Han."""

POINT_SIZE = 10


def install(app: QApplication) -> tuple[str, ...]:
    """
    Load the bundled fonts and make `app` use them.

    Returns:
        the family names of the bundled fonts, in the order in which a letter is looked for.
    """
    families = tuple(
        QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(str(assets.path(name))))[0]
        for name in FONTS
    )
    font = QFont(app.font())
    font.setFamilies([*families, font.family()])
    font.setPointSize(max(POINT_SIZE, font.pointSize()))
    app.setFont(font)
    return families
