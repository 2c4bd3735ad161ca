"""What titles say of later fates, for registries without a field for it."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from kjaudit.model import Update, UpdateKind


def of_title(titles: Iterable[str], says: Callable[[str], UpdateKind | None]) -> tuple[Update, ...]:
    """Return one update where a title opens with the mark of a retraction, else none."""
    said = next((kind for kind in map(says, titles) if kind), None)
    return (Update(kind=said, source="title"),) if said else ()
