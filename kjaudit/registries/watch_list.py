"""A list of journals that the reviewer gives (REC407): read, never fetched; none ships with kjaudit."""

from __future__ import annotations

import csv
import re
from pathlib import Path

from kjaudit.model import ReadError, WatchedJournal, say

_ISSN = re.compile(r"\b\d{4}-?\d{3}[\dXx]\b")
_HEADINGS = frozenset(("title", "journal", "journal title", "name", "issn", "학술지명", "학술지", "誌名", "雑誌名"))
_LARGEST = 20 << 20


def read_watch_list(path: Path) -> tuple[WatchedJournal, ...]:
    """
    Return the journals of a list: a line each, comma-, semicolon- or tab-separated, the title first, ISSNs anywhere.

    A first line with a column named "title", "journal" or the like is a heading. The list is named by its file.

    Raises:
        ReadError: the file cannot be read, or is larger than any such list.
    """
    try:
        if path.stat().st_size > _LARGEST:
            raise ReadError(say("{name} is too large for a list of journals", name=path.name))
        text = path.read_text("utf-8-sig", errors="replace")
    except OSError as error:
        raise ReadError(say("{name} could not be read: {why}", name=path.name, why=error.strerror)) from error
    lines = [line for line in text.splitlines() if line.strip()]
    if lines and _HEADINGS & {cell.strip(' "').lower() for cell in re.split(r"[,;\t]", lines[0])}:
        lines = lines[1:]
    found = (_journal(line, path.stem) for line in lines)
    return tuple(journal for journal in found if journal.title or journal.issn)


def _journal(line: str, source: str) -> WatchedJournal:
    mark = next((mark for mark in "\t;," if mark in line), ",")
    cells = next(csv.reader([line], delimiter=mark), [])
    issns = tuple(dict.fromkeys(issn.upper() for issn in _ISSN.findall(line)))
    title = next((cell.strip() for cell in cells if cell.strip() and not _ISSN.fullmatch(cell.strip())), "")
    return WatchedJournal(title=title, issn=issns, source=source)
