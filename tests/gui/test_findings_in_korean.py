"""A window in Korean shows what rules say in Korean, and finds it by Korean words."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from kjaudit.gui import language, theme
from kjaudit.gui.main_window import MainWindow
from kjaudit.gui.review import Review

HANGUL = re.compile("[가-힣]")


@pytest.fixture
def korean(qtbot, paper):
    application = QApplication.instance()
    translators = language.install(application, "ko")
    made = MainWindow(Review(), theme.LIGHT, reviewer="김지원")
    qtbot.addWidget(made)
    made.show()
    made.review.open([paper])
    qtbot.waitUntil(lambda: bool(made.review.findings_in_view()), timeout=20_000)
    yield made
    for translator in translators:
        application.removeTranslator(translator)


def _go_to(window, name):
    item = next(item for item in window.review.findings_in_view() if item.finding.name == name)
    window.findings.go_to(item.finding.key)
    return item.finding


def test_message_suggestion_and_labels_are_korean(korean):
    finding = _go_to(korean, "uncited-entry")
    page = korean.evidence.html()
    assert "본문과 각주 어디에서도 이 항목을 인용하지 않습니다." in page
    assert "참고한 곳에서 인용하거나" in page
    assert "찾아본 범위" in page
    assert finding.message not in page
    assert "searched" not in page


def test_a_sentence_with_a_value_is_korean_around_the_value(korean):
    quote = _go_to(korean, "citation-without-entry").quote
    assert f"참고문헌 목록에 “{quote}”에 해당하는 항목이 없습니다." in korean.evidence.html()


def test_the_filter_finds_korean_and_english_words(korean):
    shown = korean.findings.list.model()
    for words in ("어디에서도 인용하지", "nothing cites"):
        korean.findings.filter_line.setText(words)
        assert {shown.row_at(number).finding.name for number in range(shown.rowCount())} == {"uncited-entry"}


def test_what_is_read_aloud_is_korean(korean):
    rows = korean.findings.list.model()
    told = [rows.index(number).data(Qt.ItemDataRole.AccessibleTextRole) for number in range(rows.rowCount())]
    assert told
    assert [text for text in told if not HANGUL.search(text.partition(". ")[2])] == []


def test_the_finding_itself_stays_english(korean):
    assert _go_to(korean, "uncited-entry").message == "Nothing in the text or the notes cites this entry"
