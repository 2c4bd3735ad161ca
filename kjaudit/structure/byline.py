"""Who signs the document, when and where, as printed at its head or foot."""

from __future__ import annotations

from kjaudit.model import Byline

from .draft import Draft


def byline(draft: Draft) -> tuple[Draft, Byline]:
    """Return the draft with its byline blocks named, and the byline: what is printed first, else what the file says."""
    return draft, draft.document.byline
