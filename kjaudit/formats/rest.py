"""What a format has no place for is kept beside its fields, as JSON, so that writing loses nothing."""

from __future__ import annotations

import json

from .csl import Item


def remainder(item: Item, kept: Item) -> str:
    """
    Return what `kept` (the item as the format alone gives it back) lacks of `item`, as one line of JSON; "" if nothing.

    Variables that only `kept` has are named with `null`. The line has no blanks: files fold them.
    """
    lacks: Item = {name: value for name, value in item.items() if name not in kept or kept[name] != value}
    lacks |= {name: None for name in kept if name not in item}
    if not lacks:
        return ""
    return json.dumps(lacks, ensure_ascii=False, separators=(",", ":")).replace(" ", "\\u0020")


def restored(item: Item, line: str) -> Item:
    """Return `item` with what `remainder` kept; a line that is no JSON object is left out."""
    try:
        lacked = json.loads(line)
    except (ValueError, RecursionError):
        return item
    if not isinstance(lacked, dict):
        return item
    merged = item | lacked
    return {name: value for name, value in merged.items() if value is not None}
