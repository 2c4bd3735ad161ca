"""Nothing leaves before the reviewer has seen what would, and ticked who may have it."""

from __future__ import annotations

import socket

from kjaudit.gui.dialogs.consent import ConsentDialog


def _dialog(qtbot, window):
    workspace, document = window.review.workspace, window.review.document
    entries = [reference.key for reference in window.review.audit_in_view().case.references]

    def describe(services):
        return [one for entry in entries for one in workspace.describe_requests(document, entry, services)]

    made = ConsentDialog(workspace.services(), describe, "", window)
    qtbot.addWidget(made)
    return made


def test_at_the_start_no_service_is_ticked_and_nothing_can_be_sent(qtbot, window):
    dialog = _dialog(qtbot, window)
    assert dialog.allowed() == ()
    assert not dialog._send.isEnabled()


def test_a_tick_shows_the_very_requests_and_opens_no_socket(qtbot, window, monkeypatch):
    monkeypatch.setattr(socket.socket, "connect", None)
    dialog = _dialog(qtbot, window)
    dialog.tick("crossref")
    assert "Legacies" in dialog.shown()
    assert "crossref" in dialog.shown()
    assert "Critics note" not in dialog.shown()
    assert dialog._send.isEnabled()


def test_consent_is_kept_for_the_project_and_shown_in_the_window(window):
    assert "Offline" in window.offline.text()
    window.review.workspace.set_consent("crossref", given=True)
    window._retitle()
    assert "crossref" in window.offline.text()
