"""
Works that do not exist, of languages and kinds that labelled strings and records have too few of.

Their words stand in `resources/models/invented-works.txt`.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType

from kjaudit import assets

from .works import Work

FILE = "models/invented-works.txt"
_HEADING = re.compile(r"\[(\w+)\]")
_SLOT = re.compile(r"\{(\w+)\}")
_KINDS = ("book", "article", "chapter")
_TWO, _THREE, _SUBTITLE, _INITIALS, _SERIES, _EDITORS = 0.2, 0.08, 0.45, 0.25, 0.5, 0.85
_STOPS = MappingProxyType({"en": (": ", ": ", ". "), "de": (". ", ". ", ". ", ". ", ": ")})
_ANY_STOP = (". ", ": ")

Words = Mapping[str, tuple[str, ...]]


@cache
def vocabularies() -> Mapping[str, Words]:
    """Return language -> name of a list -> its entries, in the order of the file."""
    found: dict[str, dict[str, tuple[str, ...]]] = {}
    tongue = ""
    for line in assets.path(FILE).read_text("utf-8").splitlines():
        heading = _HEADING.fullmatch(line)
        if heading:
            tongue = heading[1]
            found[tongue] = {}
        elif line and not line.startswith("#"):
            name, _, entries = line.partition(": ")
            found[tongue][name] = tuple(entry.strip() for entry in entries.split(";"))
    return MappingProxyType({name: MappingProxyType(lists) for name, lists in found.items()})


def invented(count: int, seed: int) -> Iterator[Work]:
    """Yield `count` works, the languages in turn; the same arguments give the same works."""
    chance = random.Random(seed)
    tongues = list(vocabularies().items())
    for number in range(count):
        tongue, words = tongues[number % len(tongues)]
        yield _work(tongue, words, chance.choice(_KINDS), chance)


def _work(tongue: str, words: Words, kind: str, chance: random.Random) -> Work:
    whole = kind == "article"
    first = chance.randint(1, 480)
    return Work(
        people=tuple(_person(words, chance) for _ in range(_how_many(chance))),
        editors=tuple(_person(words, chance) for _ in range(_how_many(chance)))
        if kind == "chapter" and chance.random() < _EDITORS
        else (),
        title=title(tongue, words, chance),
        container="" if kind == "book" else chance.choice(words["journal"]) if whole else title(tongue, words, chance),
        series=chance.choice(words["series"]) if not whole and chance.random() < _SERIES else "",
        volume=str(chance.randint(1, 70)) if whole else "",
        issue=str(chance.randint(1, 6)) if whole and chance.random() < _SERIES else "",
        pages="" if kind == "book" else f"{first}-{first + chance.randint(4, 40)}",
        year=str(chance.choice((chance.randint(1870, 1960), chance.randint(1960, 2022), chance.randint(1975, 2015)))),
        publisher="" if whole else chance.choice(words["publisher"]),
        place="" if whole else chance.choice(words["place"]),
        tongue=tongue,
    )


def title(tongue: str, words: Words, chance: random.Random) -> str:
    """Make up a title, with a subtitle after a full stop or a colon or none."""
    main = _filled(chance.choice(words["title"]), words, chance)
    if chance.random() >= _SUBTITLE:
        return main
    stop = " " if main.endswith("?") else chance.choice(_STOPS.get(tongue, _ANY_STOP))
    return main + stop + _filled(chance.choice(words["subtitle"]), words, chance)


def _filled(pattern: str, words: Words, chance: random.Random) -> str:
    return _SLOT.sub(lambda found: chance.choice(words[found[1]]), pattern)


def _how_many(chance: random.Random) -> int:
    drawn = chance.random()
    return 3 if drawn < _THREE else 2 if drawn < _THREE + _TWO else 1


def _person(words: Words, chance: random.Random) -> tuple[str, str]:
    given = chance.choice(words["given"])
    if chance.random() < _INITIALS:
        given = "-".join(f"{part[0]}." for part in given.split("-")) if " " not in given else given
    return chance.choice(words["family"]), given
