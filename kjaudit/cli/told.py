"""What could not be audited, told on standard error."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from kjaudit.model import Skipped


def tell(skipped: Sequence[Skipped]) -> bool:
    """Write one sentence for each thing that was skipped; return whether there was any."""
    for item in skipped:
        sys.stderr.write(f"kjaudit: {item.reason}\n")
    return bool(skipped)
