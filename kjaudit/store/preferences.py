"""What belongs to the person, not to a project: a small JSON file, read without SQL so that the window opens fast."""

from __future__ import annotations

import json
import os
import tempfile
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from kjaudit.model import StoreError, say

from .home import home

FILE = "preferences.json"
MOST_RECENT = 10
"""Recent projects remembered."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Preferences:
    """
    Attributes:
        reviewer: name that verdicts are signed with, "" until given.
        mailto: address that registries ask for, "" until given.
        language: of the window and of reports: "en", "ko", "ja"; "" follows the system.
        theme: "light", "dark"; "" follows the system.
        recent: paths of project files, the latest first.
    """

    reviewer: str = ""
    mailto: str = ""
    language: str = ""
    theme: str = ""
    recent: tuple[str, ...] = ()


def read_preferences(folder: Path | None = None) -> Preferences:
    """Return what is kept in `folder` (default: `home()`); a missing or broken file gives the defaults."""
    try:
        kept: Any = json.loads(((folder or home()) / FILE).read_text("utf-8"))
    except (OSError, ValueError):
        return Preferences()
    if not isinstance(kept, dict):
        return Preferences()
    texts = {
        name: kept[name] for name in ("reviewer", "mailto", "language", "theme") if isinstance(kept.get(name), str)
    }
    recent = kept.get("recent")
    paths = tuple(path for path in recent if isinstance(path, str)) if isinstance(recent, list) else ()
    return Preferences(**texts, recent=paths[:MOST_RECENT])


def write_preferences(preferences: Preferences, folder: Path | None = None) -> None:
    """
    Keep `preferences`, whole or not at all.

    Raises:
        StoreError: the folder cannot be written.
    """
    place = folder or home()
    try:
        place.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=place, prefix=FILE, suffix=".part")
        with os.fdopen(handle, "w", encoding="utf-8") as out:
            json.dump(asdict(preferences), out, ensure_ascii=False, indent=1)
        os.replace(name, place / FILE)
    except OSError as error:
        raise StoreError(
            say("Preferences cannot be kept in {folder}: {why}; set KJAUDIT_HOME", folder=place, why=error.strerror)
        ) from error


def with_recent(preferences: Preferences, project: Path) -> Preferences:
    """Return `preferences` with `project` as the latest of the recent ones."""
    path = str(project.absolute())
    others = tuple(kept for kept in preferences.recent if kept != path)
    return replace(preferences, recent=(path, *others)[:MOST_RECENT])
