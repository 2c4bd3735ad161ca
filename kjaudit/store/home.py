"""Where kjaudit keeps its own files: one folder, moved by `KJAUDIT_HOME`."""

from __future__ import annotations

import os
from pathlib import Path

import platformdirs

VARIABLE = "KJAUDIT_HOME"


def home() -> Path:
    """Return the folder of kjaudit's own files, not yet made: `KJAUDIT_HOME`, else where the system wants them."""
    given = os.environ.get(VARIABLE, "")
    return Path(given).expanduser() if given else Path(platformdirs.user_data_dir("kjaudit", appauthor=False))
