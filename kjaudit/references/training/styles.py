"""Templates of citation styles: `resources/models/citation-styles.txt`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from kjaudit import assets

FILE = "models/citation-styles.txt"
_HEADING = re.compile(r"\[([a-z-]+) (\d+)\]")


@dataclass(frozen=True, slots=True)
class Group:
    """The templates of one kind of work in one language, and how often they are used."""

    share: int
    templates: tuple[str, ...]


@cache
def groups() -> Mapping[str, Group]:
    """Return kind, or kind and language ("article-de"), -> its templates, in the order of the file."""
    found: dict[str, Group] = {}
    name = ""
    for line in assets.path(FILE).read_text("utf-8").splitlines():
        heading = _HEADING.fullmatch(line)
        if heading:
            name = heading[1]
            found[name] = Group(int(heading[2]), ())
        elif line and not line.startswith("#"):
            group = found[name]
            found[name] = Group(group.share, (*group.templates, line.replace("\\n", "\n")))
    return MappingProxyType(found)
