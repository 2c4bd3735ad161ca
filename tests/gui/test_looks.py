"""What a reviewer sees: real glyphs, readable colours, every language."""

from __future__ import annotations

import json

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QFont, QFontMetrics, QImage, QPainter
from PySide6.QtWidgets import QApplication

from kjaudit import assets
from kjaudit.gui import fonts, language, theme
from kjaudit.gui.app import Desktop
from kjaudit.gui.offsets import Offsets


def _drawn(families, text):
    font = QFont(families[0], 24)
    font.setFamilies(list(families))
    image = QImage(64, 64, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.setFont(font)
    painter.drawText(QPoint(8, 44), text)
    painter.end()
    return image


@pytest.mark.parametrize("letter", [*"한뷁漢国あアōŏʼüćșЖΩ", *"⁰¹²³⁴⁵⁶⁷⁸⁹"])
def test_the_bundled_fonts_draw_letters_and_not_boxes(qapp, letter):
    families = fonts.install(qapp)
    drawn = _drawn(families, letter)
    assert drawn != _drawn(families, "\U000e0fff")
    assert drawn != _drawn(families, " ")
    assert any(QFontMetrics(QFont(family, 24)).inFontUcs4(ord(letter)) for family in families)


def test_raised_digits_are_of_one_size(qapp):
    metrics = QFontMetrics(QFont(fonts.install(qapp)[0], 24))
    assert len({metrics.boundingRect(digit).height() // 3 for digit in "⁰²³⁵⁶⁸⁹"}) == 1


def _luminance(colour):
    def linear(part):
        return part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(part) for part in (colour.redF(), colour.greenF(), colour.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one, two):
    high, low = sorted((_luminance(QColor(one)), _luminance(QColor(two))), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("colours", [theme.LIGHT, theme.DARK], ids=["light", "dark"])
def test_words_can_be_read(colours):
    for ink in (colours.text, colours.muted, colours.error, colours.warning, colours.note, colours.good, colours.link):
        assert _contrast(ink, colours.base) >= 4.5
    for back in (colours.error_back, colours.warning_back, colours.selected_back, colours.entry_back):
        assert _contrast(colours.text, back) >= 4.5
    assert _contrast(colours.on_accent, colours.accent) >= 4.5


@pytest.mark.parametrize("code", ["en", "ko", "ja"])
def test_the_window_speaks_the_language_set(qtbot, home, code):
    home.mkdir()
    (home / "preferences.json").write_text(json.dumps({"language": code, "theme": "dark"}), encoding="utf-8")
    desktop = Desktop(QApplication.instance())
    qtbot.addWidget(desktop.window)
    wanted = (
        "Findings" if code == "en" else json.loads(assets.path(f"translations/{code}.json").read_text())["Findings"]
    )
    assert desktop.window.left.tabText(0) == wanted
    assert language.tr("Findings") == wanted
    assert language.tr("a text that nobody translated") == "a text that nobody translated"
    assert language.QCoreApplication.translate("QPlatformTheme", "Cancel") != ""
    desktop.window.look_changed.disconnect()
    for translator in desktop._translators:
        QApplication.instance().removeTranslator(translator)


@pytest.mark.parametrize("text", ["", "abc", "a😀b", "😀😀한", "한국 𠮷野家 x"])
def test_places_translate_both_ways(text):
    offsets = Offsets(text)
    for place in range(len(text) + 1):
        qt = len(text[:place].encode("utf-16-le")) // 2
        assert offsets.to_qt(place) == qt
        assert offsets.from_qt(qt) == place
