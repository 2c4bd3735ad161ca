"""The words of the window in English, Korean and Japanese."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from kjaudit import assets
from kjaudit.language import wording

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

LANGUAGES = {"en": "English", "ko": "한국어", "ja": "日本語"}
CONTEXT = "kjaudit"
FINDINGS = "kjaudit findings"
"""Context of what rules say; its words are in a catalogue of their own, which reports share."""


def tr(text: str, **values: object) -> str:
    """Return `text` (English) in the window's language, with `{name}` replaced from `values`."""
    return QCoreApplication.translate(CONTEXT, text).format(**values)


def said(text: str) -> str:
    """Return what a rule said (a label, a suggestion) in the window's language."""
    return wording.worded(text, _of_findings)


def sentence(message: str) -> str:
    """Return what a rule said in the window's language, with its full stop."""
    return wording.sentence(message, _of_findings)


def _of_findings(text: str) -> str:
    return QCoreApplication.translate(FINDINGS, text)


class Catalogue(QTranslator):
    """The translations of resources/translations/, English -> other: words of the window, and what rules say."""

    def __init__(self, language: str) -> None:
        super().__init__()
        texts: dict[str, str] = json.loads(assets.path(f"translations/{language}.json").read_text("utf-8"))
        self._texts = {CONTEXT: texts, FINDINGS: wording.catalogue(language)}

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str | None:
        """See QTranslator; `None` (not "") lets Qt ask the next translator, and in the end print the source text."""
        return self._texts[context].get(source) if context in self._texts else None

    def isEmpty(self) -> bool:  # noqa: N802  Qt's name
        """Qt skips a translator that says it is empty."""
        return False


def install(app: QApplication, language: str) -> list[QTranslator]:
    """
    Make `app` speak `language`; returns the translators, which the caller must keep alive and may remove.

    Qt's own words (dialog buttons) come from the catalogues that ship with it.
    """
    QLocale.setDefault(QLocale(language))
    if language == "en":
        return []
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
