"""Write a file whole or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from kjaudit.model import KjauditError, say


def write_whole(path: Path, text: str) -> None:
    """
    Put `text` at `path` as UTF-8: first beside it under another name, then in its place.

    Raises:
        KjauditError: it cannot be written; what was at `path` is still there.
    """
    if path.is_dir():
        raise KjauditError(say("{path} is a folder; give the name of a file to write", path=path))
    try:
        handle, name = tempfile.mkstemp(dir=path.absolute().parent, prefix=f".{path.name[:40]}-", suffix=".part")
    except OSError as error:
        raise KjauditError(
            say("{path} cannot be written: {why}; choose another folder", path=path, why=error.strerror)
        ) from error
    part = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", errors="backslashreplace", newline="\n") as out:
            out.write(text)
            out.flush()
            os.fsync(out.fileno())
        part.chmod(0o666 & ~_umask())
        part.replace(path)
    except OSError as error:
        raise KjauditError(
            say("{path} cannot be written: {why}; choose another folder", path=path, why=error.strerror)
        ) from error
    finally:
        part.unlink(missing_ok=True)


def _umask() -> int:
    # There is no way to ask for it but to set it.
    mask = os.umask(0)
    os.umask(mask)
    return mask
