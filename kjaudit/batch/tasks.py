"""Which files a batch is about, in an order and under names that do not vary."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath

from kjaudit.model import ReadError

from .interface import Task

ENDINGS = frozenset({".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml", ".docx", ".odt", ".pdf"})
"""Endings of the files that are looked for in a folder; a file named by itself may have any."""

DOCUMENTS = "documents"
"""Folder of the single results, inside the folder of the batch."""

_ODD = re.compile(r'[<>:"|?*\\\x00-\x1f]')


def tasks(given: Iterable[Path]) -> tuple[Task, ...]:
    """
    Return the files meant by `given`, folders searched to the bottom, sorted by path; each file once.

    Raises:
        ReadError: nothing is there under a name, or a folder cannot be listed.
    """
    found: dict[Path, str] = {}
    for path in given:
        for file, name in _files(path):
            found.setdefault(file, name)
    used: set[str] = set()
    return tuple(
        Task(path=file, output=_free(found[file], used)) for file in sorted(found, key=lambda file: file.parts)
    )


def _files(path: Path) -> Iterator[tuple[Path, str]]:
    if not path.exists():
        raise ReadError(f"{path} is not there: check the name and the folder")
    if not path.is_dir():
        yield path, path.name
        return
    try:
        inside = sorted(path.rglob("*"))
    except OSError as error:
        raise ReadError(f"{path} cannot be listed: {error.strerror}") from error
    for file in inside:
        # Word keeps lock files beside open documents: "~$name.docx".
        if file.suffix.lower() in ENDINGS and file.is_file() and not file.name.startswith(("~$", ".")):
            yield file, file.relative_to(path).as_posix()


def _free(name: str, used: set[str]) -> str:
    """Return a file name for the result of `name` that differs from all `used`, also where case does not count."""
    parts = [_ODD.sub("_", part) for part in PurePosixPath(name).parts]
    plain = "/".join((DOCUMENTS, *parts))
    number, free = 1, f"{plain}.json"
    while free.casefold() in used:
        number += 1
        free = f"{plain}-{number}.json"
    used.add(free.casefold())
    return free
