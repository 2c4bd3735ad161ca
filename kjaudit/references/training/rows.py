"""Read labelled reference strings: folders of JSON Lines, one string a line with its labelled segments."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Row:
    """
    One labelled string.

    Attributes:
        id: of the row, unique in its set.
        source: name of the set: that of its file, without endings.
        text: the string.
        segments: (label of the set, words), in text order.
    """

    id: str
    source: str
    text: str
    segments: tuple[tuple[str, str], ...]


def read_folder(folder: Path) -> list[Row]:
    """Read every `*.jsonl` and `*.jsonl.gz` in `folder`, by name; lines without segments are left out."""
    paths = sorted(path for path in folder.iterdir() if path.name.endswith((".jsonl", ".jsonl.gz")))
    return [row for path in paths for row in read_file(path)]


def read_file(path: Path) -> Iterator[Row]:
    """Read one file of labelled strings."""
    data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    for line in data.decode("utf-8").splitlines():
        if not line.strip():
            continue
        row = json.loads(line)
        if row.get("segments"):
            segments = tuple((str(label), str(words)) for label, words in row["segments"])
            yield Row(str(row["id"]), path.name.split(".")[0], str(row["text"]), segments)


def without_doubles(rows: Iterable[Row], first: str = "core") -> list[Row]:
    """
    Drop rows whose letters and digits equal those of an earlier row; rows of the set `first` come before all others.

    Equal strings are labelled differently in different sets; one convention must win.
    """
    seen: set[str] = set()
    kept: list[Row] = []
    for row in sorted(rows, key=lambda row: row.source != first):
        letters = "".join(char for char in row.text.casefold() if char.isalnum())
        if letters not in seen:
            seen.add(letters)
            kept.append(row)
    return kept
