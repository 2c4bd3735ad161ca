"""What a batch has done so far, one line a file, so that a killed run can go on; and its summary."""

from __future__ import annotations

import csv
import io
import json
import os
from collections.abc import Iterable, Sequence
from dataclasses import asdict, fields
from pathlib import Path
from typing import Any

from kjaudit import __version__
from kjaudit.model import KjauditError
from kjaudit.report import write_whole
from kjaudit.settings import Settings

from .interface import Row, Status
from .one import settings_json

NAME = "journal.jsonl"
COLUMNS = tuple(field.name for field in fields(Row))


class Journal:
    """Rows as they come, each on disk before the next; a line that a kill cut short is ignored."""

    def __init__(self, folder: Path, settings: Settings, *, resume: bool) -> None:
        self._path = folder / NAME
        self._terms: dict[str, object] = {
            "version": __version__,
            "today": settings.today.isoformat(),
            **settings_json(settings),
        }
        self._terms["preview"] = settings.preview
        if self._path.exists() and not resume:
            raise KjauditError(f"{folder} holds a batch already; go on with it by --resume, or choose another folder")
        self.rows = self._kept()
        try:
            folder.mkdir(parents=True, exist_ok=True)
            self._file = self._path.open("a", encoding="utf-8", errors="backslashreplace")
            self._file.write("\n")  # ends a line that was cut short
        except OSError as error:
            raise KjauditError(f"{folder} cannot be written: {error.strerror}; choose another folder") from error

    def add(self, row: Row) -> None:
        """Keep a row."""
        self.rows[row.path] = row
        line = {"terms": self._terms, "row": {**asdict(row), "status": row.status.value}}
        try:
            self._file.write(json.dumps(line, ensure_ascii=False, sort_keys=True) + "\n")
            self._file.flush()
            os.fsync(self._file.fileno())
        except OSError as error:
            raise KjauditError(f"{self._path} cannot be written: {error.strerror}; free some space") from error

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()

    def _kept(self) -> dict[str, Row]:
        """Return rows of earlier runs on the same terms: version, day and rules."""
        try:
            lines = self._path.read_text("utf-8", errors="replace").split("\n")
        except OSError:
            return {}
        rows = [row for line in lines if (row := self._row(line))]
        return {row.path: row for row in rows}

    def _row(self, line: str) -> Row | None:
        try:
            kept: Any = json.loads(line)
            if kept["terms"] != self._terms:
                return None
            return Row(**{**kept["row"], "status": Status(kept["row"]["status"])})
        except (ValueError, KeyError, TypeError):
            return None


def write_summary(folder: Path, rows: Sequence[Row]) -> None:
    """Write summary.csv and summary.json, in the order of `rows`; raises KjauditError."""
    write_whole(folder / "summary.csv", _csv(rows))
    summary = {
        "schema": "kjaudit.batch/1",
        "version": __version__,
        "files": len(rows),
        **{status.value: sum(row.status is status for row in rows) for status in Status},
        "documents": [{**asdict(row), "status": row.status.value} for row in rows],
    }
    write_whole(folder / "summary.json", json.dumps(summary, ensure_ascii=False, indent=1) + "\n")


def _csv(rows: Iterable[Row]) -> str:
    out = io.StringIO()
    table = csv.writer(out, lineterminator="\r\n")
    table.writerow(COLUMNS)
    for row in rows:
        cells = {**asdict(row), "status": row.status.value}
        table.writerow([cells[column] for column in COLUMNS])
    return "\ufeff" + out.getvalue()
