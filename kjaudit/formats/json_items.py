"""CSL-JSON: an array, one item, JSON Lines, or the answers of registries that wrap either; read as a stream."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import TextIO

from .bibtex_blocks import Broken
from .csl import Item

_CHUNK = 1 << 20
_DECODER = json.JSONDecoder()
_BLANK = " \t\r\n,"


def write_csl(items: Iterable[Item]) -> str:
    """Return `items` as one CSL-JSON array, an item a line."""
    lines = ",\n".join(json.dumps(item, ensure_ascii=False) for item in items)
    return f"[\n{lines}\n]\n" if lines else "[]\n"


def read_json(stream: TextIO) -> Iterator[Item | Broken]:
    """Yield the items of `stream` in order, holding no more than one of them (and 1 MiB) at a time."""
    buffer = ""
    place = 0
    wanted = _CHUNK
    while True:
        chunk = stream.read(wanted)
        buffer, place = buffer[place:] + chunk, 0
        while True:
            place = _skip(buffer, place)
            if place >= len(buffer):
                wanted = _CHUNK
                break
            if chunk and len(buffer) - place < 64:
                break
            try:
                value, end = _DECODER.raw_decode(buffer, place)
            except (ValueError, RecursionError):
                if chunk:
                    wanted = max(_CHUNK, len(buffer) - place)
                    break
                end = _next_line(buffer, place)
                yield Broken(raw=buffer[place:end].strip()[:2000], reason="not JSON")
                place = end
                continue
            if chunk and end == len(buffer):
                break
            place = end
            yield from _items(value)
        if not chunk:
            return


def _skip(buffer: str, place: int) -> int:
    """Return the next place that can start an item: blanks, commas and the brackets of the array are passed."""
    while place < len(buffer) and (buffer[place] in _BLANK or buffer[place] in "[]\ufeff\x1e"):
        place += 1
    return place


def _next_line(buffer: str, place: int) -> int:
    end = buffer.find("\n", place)
    return len(buffer) if end < 0 else end + 1


def _items(value: object) -> Iterator[Item | Broken]:
    if not isinstance(value, dict):
        yield Broken(raw=json.dumps(value, ensure_ascii=False)[:2000], reason="not an item")
        return
    message = value.get("message")
    inner = message if isinstance(message, dict) and "type" not in value else value
    wrapped = inner.get("items") if "title" not in inner else None
    if isinstance(wrapped, list):
        for item in wrapped:
            yield from _items(item)
        return
    yield inner
