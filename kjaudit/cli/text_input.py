"""Text that a command reads: a file, or standard input for "-"."""

from __future__ import annotations

import sys
from pathlib import Path

from kjaudit.model import ReadError


def read_text(name: str) -> str:
    """
    Return the text of the file `name`, of standard input for "-".

    Raises:
        ReadError: there is no such file, or it is not UTF-8.
    """
    try:
        data = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
        return data.decode("utf-8-sig")
    except OSError as error:
        raise ReadError(f"{name} cannot be read ({error.strerror}): check the name") from error
    except UnicodeDecodeError as error:
        raise ReadError(f"{name} is not UTF-8 text; save it as UTF-8 and try again") from error
