"""Look entries up: ask for consent with the very requests, then do it behind the window."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from kjaudit.gui.dialogs.consent import ConsentDialog

if TYPE_CHECKING:
    from kjaudit.gui.main_window import MainWindow
    from kjaudit.registries import Request


def ask_and_look_up(window: MainWindow) -> None:
    """Show what would be sent for the document in view; on consent, send it and show what comes back."""
    review = window.review
    workspace, document, audit = review.workspace, review.document, review.audit_in_view()
    if audit is None:
        return
    entries = [reference.key for reference in audit.case.references]

    def describe(services: Sequence[str]) -> list[Request]:
        return [request for entry in entries for request in workspace.describe_requests(document, entry, services)]

    dialog = ConsentDialog(workspace.services(), describe, workspace.settings.mailto, window)
    if dialog.exec():
        review.look_up(document, dialog.allowed(), dialog.mailto(), fresh=dialog.fresh())
