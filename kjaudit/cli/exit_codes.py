"""Exit codes of every command (CONTRACT)."""

from __future__ import annotations

DONE = 0
FAILED_ON_FINDINGS = 1
COULD_NOT_RUN = 2
