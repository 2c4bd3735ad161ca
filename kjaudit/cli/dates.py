"""Days on the command line."""

from __future__ import annotations

import argparse
from datetime import date


def day(text: str) -> date:
    """
    Return the day that `text` names ("2026-11-21").

    Raises:
        argparse.ArgumentTypeError: it names none.
    """
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text!r} is not a day like 2026-11-21") from error
