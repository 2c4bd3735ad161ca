"""Events that everybody dates: a text that speaks of one speaks of a year no earlier than its own."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from kjaudit import assets
from kjaudit.model import Span

from .lexicon import alternatives, folded

FILE = "phrases/dated-events.json"
_BEFORE = re.compile(r"(?:before (?:the )?|pre-|prior to (?:the )?|until (?:the )?|up to (?:the )?)$")
_BEHIND = re.compile(
    r"\s?(?:유행|확산|사태|발생|팬데믹|pandemic|の流行|の感染拡大|拡大|発生)?\s?(?:이전|직전| 전(?:에|의|까지)"
    r"|以前|前の|前に|前は|前まで)"
)


@cache
def _years() -> Mapping[str, int]:
    data = json.loads(assets.path(FILE).read_text("utf-8"))
    return MappingProxyType({name: event["year"] for event in data["events"] for name in event["names"]})


@cache
def _matcher() -> re.Pattern[str]:
    return re.compile(rf"(?<![a-z]){alternatives(sorted(_years()))}")


def occasions(text: str, offset: int = 0) -> list[tuple[int, Span]]:
    """Return the first years of the dated events that `text` names, except as what it lies before."""
    lower = folded(text)
    return [
        (_years()[found.group()], Span(found.start() + offset, found.end() + offset))
        for found in _matcher().finditer(lower)
        if not _BEFORE.search(lower, max(0, found.start() - 16), found.start())
        and not _BEHIND.match(lower, found.end())
    ]
