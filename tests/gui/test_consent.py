"""Nothing leaves before the reviewer has seen what would, and ticked who may have it."""

from __future__ import annotations

import socket

import keyring
import keyring.backend

from kjaudit.gui.dialogs.consent import ConsentDialog
from kjaudit.gui.dialogs.keys import KeysDialog


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


def test_what_is_sent_can_be_read_and_seen_as_encoded(qtbot, window):
    dialog = _dialog(qtbot, window)
    dialog.tick("crossref")
    assert "%20" not in dialog.shown()
    dialog.show_encoded()
    requests = dialog._describe(dialog.allowed())
    assert [line.split("   (")[0] for line in dialog.shown().splitlines()] == [one.request for one in requests]


def test_consent_is_kept_for_the_project_and_shown_in_the_window(window):
    assert "Offline" in window.offline.text()
    window.review.workspace.set_consent("crossref", given=True)
    window._retitle()
    assert "crossref" in window.offline.text()


class _Ring(keyring.backend.KeyringBackend):
    """A keyring of the system's kind that forgets with the test."""

    priority = 1

    def __init__(self):
        super().__init__()
        self.held = {}

    def get_password(self, service, username):
        return self.held.get((service, username))

    def set_password(self, service, username, password):
        self.held[service, username] = password

    def delete_password(self, service, username):
        self.held.pop((service, username), None)


def test_a_key_goes_into_the_system_keyring_and_the_service_can_be_ticked(qtbot, window, home):
    ring, before = _Ring(), keyring.get_keyring()
    keyring.set_keyring(ring)
    try:
        dialog = KeysDialog(window)
        qtbot.addWidget(dialog)
        dialog.line("openalex").setText("SECRET-KEY")
        dialog._keep()
        assert "SECRET-KEY" in ring.held.values()
        assert _dialog(qtbot, window)._boxes["openalex"].isEnabled()
        kept = [path for path in home.rglob("*") if path.is_file()] if home.exists() else []
        assert not any(b"SECRET-KEY" in path.read_bytes() for path in kept)
    finally:
        keyring.set_keyring(before)
