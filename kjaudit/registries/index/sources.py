"""
Files of records -> records, one at a time, however large the file.

Crossref work records as the API or the yearly public data file gives them: one object, `{"items": [...]}`,
`{"message": ...}`, an array, JSON Lines; CSL-JSON likewise; any of them with `.gz`; BibTeX and RIS.
"""

from __future__ import annotations

import gzip
import io
import json
import re
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, TextIO, cast

from kjaudit import formats
from kjaudit.model import ReadError, Record, say
from kjaudit.registries.csl_work import record_of
from kjaudit.registries.json_values import mapping

REGISTRY = "index"
"""`Record.registry` of what a local index holds."""
_CHUNK = 1 << 20
_LONGEST_ITEM = 64 << 20
"""Characters of one object: the largest real work record, with all its references, is some 5 MB."""
_LIST = re.compile(r'"items"\s*:\s*\[')
_BETWEEN = re.compile(r"[\s,]*")
_DECODER = json.JSONDecoder()
_SUFFIXES = (".json", ".jsonl", ".ndjson", ".bib", ".ris", ".gz")


def files_of(paths: list[Path]) -> list[Path]:
    """Return the files named; a folder stands for the files of known kinds in it, by name."""
    found: list[Path] = []
    for path in paths:
        if path.is_dir():
            found += sorted(item for item in path.iterdir() if item.suffix.lower() in _SUFFIXES and item.is_file())
        else:
            found.append(path)
    return found


def records(path: Path) -> Iterator[Record]:
    """
    Yield the records of one file.

    Raises:
        ReadError: the file cannot be opened, or what it holds is none of the kinds known.
    """
    try:
        with _opened(path) as stream:
            head = stream.read(1 << 14)
            yield from _records(path, head, stream)
    except (OSError, EOFError, zlib.error) as error:
        why = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise ReadError(
            say("{path} could not be read ({why}): check the name and the file", path=path, why=why)
        ) from error


def _records(path: Path, head: str, stream: TextIO) -> Iterator[Record]:
    start = head.lstrip("\ufeff \t\r\n")
    if not start:
        return
    if start[0] in "{[":
        for item in _objects(path, start, stream):
            work = item.get("record", item)
            yield record_of(mapping(work), REGISTRY)
        return
    for item in formats.read(path):
        yield record_of(item, REGISTRY)


@contextmanager
def _opened(path: Path) -> Iterator[TextIO]:
    with path.open("rb") as raw:
        packed = raw.read(2) == b"\x1f\x8b"
        raw.seek(0)
        binary = gzip.GzipFile(fileobj=raw) if packed else raw
        with io.TextIOWrapper(cast("BinaryIO", binary), encoding="utf-8-sig", errors="replace") as text:
            yield text


def _objects(path: Path, head: str, stream: TextIO) -> Iterator[dict[str, object]]:
    """Yield the objects of an array, of `"items"`, or of one a line, holding one chunk in memory."""
    listed = head[0] == "["
    found = None if listed else _LIST.search(_before_first_object(head))
    buffer = head[1:] if listed else head[found.end() :] if found else head
    place = 0
    while True:
        place = _between(buffer, place)
        try:
            item, end = _DECODER.raw_decode(buffer, place)
        except RecursionError as error:
            raise ReadError(say("{name}: brackets within brackets without end", name=path.name)) from error
        except json.JSONDecodeError as error:
            more = stream.read(_CHUNK)
            if not more:
                if buffer[place:].strip(" \t\r\n],}"):
                    raise ReadError(
                        say(
                            "{name}: not JSON after {excerpt} (cut off?): {msg}",
                            name=path.name,
                            excerpt=_excerpt(buffer, place),
                            msg=error.msg,
                        )
                    ) from error
                return
            if len(buffer) - place > _LONGEST_ITEM:
                raise ReadError(say("{name}: an entry is longer than any record", name=path.name)) from error
            buffer, place = buffer[place:] + more, 0
            continue
        place = end
        yield from _unwrapped(item)


def _unwrapped(item: object) -> Iterator[dict[str, object]]:
    """Yield a work, or the works inside an answer of the API."""
    work = mapping(item)
    message = mapping(work.get("message"))
    inside = message or work
    items = inside.get("items")
    if isinstance(items, list):
        yield from (mapping(each) for each in items if isinstance(each, dict))
    elif inside:
        yield inside


def _before_first_object(head: str) -> str:
    """Return `head` as far as the list of a dump may open: before the second brace."""
    second = head.find("{", 1)
    return head if second < 0 else head[:second]


def _between(buffer: str, place: int) -> int:
    found = _BETWEEN.match(buffer, place)
    return found.end() if found else place


def _excerpt(buffer: str, place: int) -> str:
    return repr(buffer[max(0, place - 20) : place + 20])
