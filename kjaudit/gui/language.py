"""The words of the window in English, Korean and Japanese."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from kjaudit import assets

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

LANGUAGES = {"en": "English", "ko": "한국어", "ja": "日本語"}
CONTEXT = "kjaudit"


def tr(text: str, **values: object) -> str:
    """Return `text` (English) in the window's language, with `{name}` replaced from `values`."""
    return QCoreApplication.translate(CONTEXT, text).format(**values)


class Catalogue(QTranslator):
    """A translation read from resources/translations/<language>.json: English text -> translated text."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self._texts: dict[str, str] = json.loads(assets.path(f"translations/{language}.json").read_text("utf-8"))

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str | None:
        """See QTranslator; `None` (not "") lets Qt ask the next translator, and in the end print the source text."""
        return self._texts.get(source) if context == CONTEXT else None

    def isEmpty(self) -> bool:  # noqa: N802  Qt's name
        """Qt skips a translator that says it is empty."""
        return False


def install(app: QApplication, language: str) -> list[QTranslator]:
    """
    Make `app` speak `language`; returns the translators, which the caller must keep alive and may remove.

    Qt's own words (dialog buttons) come from the catalogues that ship with it.
    """
    if language == "en":
        return []
    QLocale.setDefault(QLocale(language))
    qt = QTranslator()
    qt.load(f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    translators: list[QTranslator] = [qt, Catalogue(language)]
    for translator in translators:
        app.installTranslator(translator)
    return translators


def system_language() -> str:
    """Return the desktop's language where the window speaks it, else English."""
    name = QLocale.system().name()[:2]
    return name if name in LANGUAGES else "en"
