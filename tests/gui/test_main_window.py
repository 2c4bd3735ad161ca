"""The window as a reviewer uses it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from kjaudit.model import Decision, Severity, Standing
from kjaudit.workspace import Workspace


def _key(window, name):
    return next(item.finding.key for item in window.review.findings_in_view() if item.finding.name == name)


def _lit(window):
    """Return the words set off in the page, once it is laid out."""
    chosen = window.document.view.extraSelections()
    return chosen[0].cursor.selectedText() if chosen else ""


def test_a_finding_shows_its_evidence_and_its_place(qtbot, window):
    assert window.findings.go_to(_key(window, "vague-attribution"))
    assert "Vague attribution" in window.evidence.html()
    qtbot.waitUntil(lambda: _lit(window) == "Critics note")


def test_places_after_characters_outside_the_basic_plane_are_right(qtbot, window):
    keys = [item.finding for item in window.review.findings_in_view() if item.finding.quote == "Observers say"]
    assert keys
    window.findings.go_to(keys[0].key)
    qtbot.waitUntil(lambda: _lit(window) == "Observers say")


def test_one_key_decides_and_goes_on_and_undo_takes_back(qtbot, window):
    key = _key(window, "vague-attribution")
    window.findings.go_to(key)
    window.findings.list.setFocus()
    qtbot.keyClick(window.findings.list, Qt.Key.Key_R)
    judged = window.review.workspace.finding(key)
    assert (judged.standing, judged.verdict.decision) == (Standing.DECIDED, Decision.REJECTED)
    assert judged.verdict.reviewer == "Kim Jiwon"
    assert window.findings.current_key() != key
    window.review.undo()
    assert window.review.workspace.finding(key).standing is Standing.OPEN


def test_letters_typed_into_the_filter_decide_nothing(qtbot, window):
    window.findings.filter_line.setFocus()
    qtbot.keyClicks(window.findings.filter_line, "vague r a")
    assert window.findings.filter_line.text() == "vague r a"
    assert all(item.verdict is None for item in window.review.findings_in_view())


def test_the_filter_keeps_what_holds_every_word(window):
    window.findings.filter_line.setText("vague observers")
    shown = window.findings.list.model()
    assert [shown.row_at(number).finding.quote for number in range(shown.rowCount())] == ["Observers say"]


def test_notes_on_wording_are_hidden_until_asked_for(window):
    shown = window.findings.list.model()
    rows = [shown.row_at(number) for number in range(shown.rowCount())]
    assert all(row.finding.severity is not Severity.NOTE for row in rows)


def test_an_entry_lights_up_in_the_text_and_a_click_finds_it(qtbot, window):
    window.left.setCurrentWidget(window.entries)
    window.entries.go_to("e2")
    qtbot.waitUntil(lambda: _lit(window).startswith("Lee, H. (2006)"))
    case = window.review.audit_in_view().case
    window.document.clicked.emit(case.references[0].span.start + 3)
    current = window.entries.current() if window.left.currentWidget() is window.entries else None
    finding = window.findings.current()
    assert (current and current.reference.key == "e1") or (finding and finding.finding.entry == "e1")


def test_a_file_that_cannot_be_read_is_told_and_the_rest_goes_on(qtbot, window, tmp_path):
    bad = tmp_path / "broken.docx"
    bad.write_bytes(b"PK\x03\x04 not a zip")
    window.review.open([bad])
    qtbot.waitUntil(lambda: "broken.docx" in window.banner.text(), timeout=10_000)
    assert window.review.findings_in_view()


def test_a_project_keeps_decisions_from_one_start_to_the_next(qtbot, window, tmp_path):
    window.findings.go_to(_key(window, "vague-attribution"))
    window.decide(Decision.QUERY)
    path = tmp_path / "kept.kjaudit"
    window.review.save_as(path)
    qtbot.waitUntil(lambda: window.review.workspace.path == path, timeout=20_000)
    qtbot.waitUntil(lambda: bool(window.review.findings_in_view()), timeout=20_000)
    with Workspace.open(path) as again:
        again.audit()
        kept = [item.verdict.decision for item in again.findings() if item.verdict]
    window.review.workspace.close()
    assert kept == [Decision.QUERY]


@pytest.mark.parametrize("shortcut", ["W", "?"])
def test_pages_open(qtbot, window, shortcut):
    window.findings.go_to(_key(window, "vague-attribution"))
    window.findings.list.setFocus()
    qtbot.keyClicks(window.findings.list, shortcut)
    qtbot.waitUntil(lambda: any(child.isVisible() for child in window.children() if child.inherits("QDialog")))
