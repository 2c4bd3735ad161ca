"""Colours of the window, light and dark; each with a glyph and a word, so that none is told by colour alone."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette

from kjaudit.model import Severity, Standing

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication


class Scheme(enum.Enum):
    """What the reviewer chose."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """Colours as "#rrggbb"; text colours have a contrast of at least 4.5 on `base` (WCAG 2.1, 1.4.3)."""

    dark: bool
    window: str
    base: str
    alternate: str
    text: str
    muted: str
    border: str
    accent: str
    on_accent: str
    link: str
    error: str
    warning: str
    note: str
    good: str
    error_back: str
    warning_back: str
    note_back: str
    selected_back: str
    entry_back: str
    struck: str
    added: str

    def severity(self, severity: Severity) -> QColor:
        """Return the text colour of a severity."""
        names = {Severity.ERROR: self.error, Severity.WARNING: self.warning, Severity.NOTE: self.note}
        return QColor(names[severity])

    def back(self, severity: Severity) -> QColor:
        """Return the colour behind words in the document."""
        names = {Severity.ERROR: self.error_back, Severity.WARNING: self.warning_back, Severity.NOTE: self.note_back}
        return QColor(names[severity])


LIGHT = Theme(
    dark=False,
    window="#f3f3f5",
    base="#ffffff",
    alternate="#f7f7f9",
    text="#1b1c1f",
    muted="#5a5d66",
    border="#d3d4da",
    accent="#2a5db0",
    on_accent="#ffffff",
    link="#1a4fa3",
    error="#b3261e",
    warning="#8a5300",
    note="#5a5d66",
    good="#0f6b3c",
    error_back="#fde7e5",
    warning_back="#fdf0d5",
    note_back="#eef0f4",
    selected_back="#ffd75e",
    entry_back="#dbe7fb",
    struck="#fbd5d1",
    added="#d3eedd",
)

DARK = Theme(
    dark=True,
    window="#26272b",
    base="#1d1e21",
    alternate="#232428",
    text="#e8e9ed",
    muted="#a4a8b3",
    border="#43454d",
    accent="#7aa7f0",
    on_accent="#10131a",
    link="#8fb6f5",
    error="#ff9a91",
    warning="#f2bd66",
    note="#a4a8b3",
    good="#74d39a",
    error_back="#4a2523",
    warning_back="#43351a",
    note_back="#2e3037",
    selected_back="#7a5f00",
    entry_back="#23375a",
    struck="#5c2a27",
    added="#1f4a31",
)

SEVERITY_GLYPH = {Severity.ERROR: "✗", Severity.WARNING: "≈", Severity.NOTE: "·"}
STANDING_GLYPH = {Standing.OPEN: "", Standing.DECIDED: "✓", Standing.STALE: "↻", Standing.CARRIED: "↪"}


def theme_for(scheme: Scheme) -> Theme:
    """Return the colours for `scheme`; SYSTEM asks the desktop."""
    if scheme is Scheme.SYSTEM:
        hints = QGuiApplication.styleHints()
        return DARK if hints.colorScheme() == Qt.ColorScheme.Dark else LIGHT
    return DARK if scheme is Scheme.DARK else LIGHT


def apply(app: QApplication, theme: Theme) -> None:
    """Give `app` the palette and the few style rules of `theme`."""
    app.setStyle("Fusion")
    palette = QPalette()
    roles = {
        QPalette.ColorRole.Window: theme.window,
        QPalette.ColorRole.WindowText: theme.text,
        QPalette.ColorRole.Base: theme.base,
        QPalette.ColorRole.AlternateBase: theme.alternate,
        QPalette.ColorRole.Text: theme.text,
        QPalette.ColorRole.Button: theme.window,
        QPalette.ColorRole.ButtonText: theme.text,
        QPalette.ColorRole.BrightText: theme.error,
        QPalette.ColorRole.Highlight: theme.accent,
        QPalette.ColorRole.HighlightedText: theme.on_accent,
        QPalette.ColorRole.Link: theme.link,
        QPalette.ColorRole.LinkVisited: theme.link,
        QPalette.ColorRole.PlaceholderText: theme.muted,
        QPalette.ColorRole.ToolTipBase: theme.alternate,
        QPalette.ColorRole.ToolTipText: theme.text,
    }
    for role, colour in roles.items():
        palette.setColor(role, QColor(colour))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText, QPalette.ColorRole.WindowText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(theme.muted))
    app.setPalette(palette)
    app.setStyleSheet(
        f"QToolTip {{ color: {theme.text}; background: {theme.alternate}; border: 1px solid {theme.border}; }}"
        f"QSplitter::handle {{ background: {theme.border}; }}"
        f"QLabel#muted {{ color: {theme.muted}; }}"
        f"QFrame#banner {{ background: {theme.warning_back}; border: 1px solid {theme.warning}; border-radius: 4px; }}"
    )
