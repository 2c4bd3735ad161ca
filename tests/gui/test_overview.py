"""The overview: one document within its project."""

from __future__ import annotations

import pytest

from kjaudit.gui import theme
from kjaudit.gui.main_window import MainWindow
from kjaudit.gui.review import Review

ONE = "# The bridge\n\nThe harbour bridge of Welby opened on 3 May 1931.\n"
TWO = "# Traffic\n\nThe harbour bridge of Welby opened on 12 June 1934.\n"


@pytest.fixture
def window(qtbot, tmp_path):
    """A window over two documents that disagree."""
    paths = []
    for name, text in (("one.md", ONE), ("two.md", TWO)):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        paths.append(path)
    made = MainWindow(Review(), theme.DARK, reviewer="Kim Jiwon")
    qtbot.addWidget(made)
    made.show()
    made.review.open(paths)
    qtbot.waitUntil(lambda: bool(made.review.workspace.project_audit().corpus_findings), timeout=20_000)
    return made


def test_what_documents_say_of_one_thing_stands_side_by_side(qtbot, window):
    qtbot.waitUntil(lambda: "1934" in window.overview.html())
    page = window.overview.html()
    assert "1931" in page
    assert page.count("The bridge") >= 1
    assert "Traffic" in page


def test_another_document_is_a_choice_away(qtbot, window):
    second = window.review.documents()[1].id
    window.review.choose_document(second)
    qtbot.waitUntil(lambda: "Traffic" in window.document.view.toPlainText())
    assert [item.finding.code for item in window.review.findings_in_view() if item.finding.document == second] != []
