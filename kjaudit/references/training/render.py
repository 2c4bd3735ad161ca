"""Render works through templates: labelled strings whose places are known because we put them there."""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Iterator, Sequence

from .made_up import MADE_UP, organisation
from .noise import spoiled
from .rows import Row
from .styles import groups
from .works import Work

_SLOT = re.compile(r"\{(\w+)(?::(\w+))?\}")
_GROUP = re.compile(r"\[([^\[\]{}]*\{[^\[\]]*)\]|([^\[\]]+|\[\{number\}\]|\[|\])")
_LABELS = {
    "people": "author",
    "editors": "editor",
    "translators": "translator",
    "title": "title",
    "container": "container",
    "series": "series",
    "volume": "volume_",
    "issue": "issue",
    "pages": "pages",
    "locator": "pages",
    "year": "date",
    "publisher": "publisher",
    "place": "place",
    "edition": "edition",
    "genre": "genre",
    "doi": "doi",
    "number": "number",
    "arxiv": "idno",
    "host": "note",
    "organisation": "author",
    "datedtitle": "title",
    "day": "date",
    "seen": "note",
    "address": "url",
    "outlet": "journal",
    "lawjournal": "journal",
    "court": "author",
    "docket": "note",
    "newedition": "edition",
    "newtranslator": "translator",
    "neweditor": "editor",
    "lead": "note",
    "dissertation": "genre",
    "ofvolumes": "volume_",
    "onevolume": "volume_",
    "newseries": "series",
    "morepages": "pages",
    "town": "location",
}
_SOURCES = {
    "paste": ("article", "chapter"),
    "report": ("book", "thesis"),
    "press": ("article", "chapter"),
    "legal": ("article", "book"),
}
_CJK, _LONGEST = frozenset(("ko", "ja", "zh")), 700
_ENDINGS = {"de": "und", "fr": "et", "es": "y", "it": "e", "pt": "e"}

Piece = tuple[str, str]
"""Label of a set ("" for what stands between fields) and words."""


def rendered(works: Sequence[Work], count: int, seed: int) -> Iterator[Row]:
    """Yield `count` strings of `works`, each by a template that fits; the same arguments give the same strings."""
    chance = random.Random(seed)
    shelves = _shelves(works)
    styles, shares = tuple(groups()), [group.share for group in groups().values()]
    made = 0
    for turn in range(count * 4):
        if made == count:
            return
        group = chance.choices(styles, shares)[0]
        row = _row(group, shelves, chance, f"synthetic:{turn}")
        if row:
            made += 1
            yield row


def _shelves(works: Iterable[Work]) -> dict[tuple[str, str], list[Work]]:
    """Sort works by kind and language; under "*" stand those of all languages in Latin script."""
    shelves: dict[tuple[str, str], list[Work]] = {}
    for work in works:
        shelves.setdefault((work.kind, work.tongue), []).append(work)
        if work.tongue not in _CJK:
            shelves.setdefault((work.kind, "*"), []).append(work)
    return shelves


def _row(group: str, shelves: dict[tuple[str, str], list[Work]], chance: random.Random, name: str) -> Row | None:
    kind, _, tongue = group.partition("-")
    kind = chance.choice(_SOURCES.get(group, (kind,)))
    own = shelves.get((kind, tongue or "en"), [])
    shelf = own if tongue in _CJK or (own and chance.random() < 0.6) else shelves.get((kind, "*"), [])
    if not shelf:
        return None
    work = chance.choice(shelf)
    fitting = [template for template in groups()[group].templates if _fits(work, template)]
    if not fitting:
        return None
    pieces = spoiled(list(render(work, chance.choice(fitting), chance)), chance)
    segments = tuple((label, words) for label, words in pieces if label)
    text = "".join(words for _, words in pieces)
    return Row(name, "synthetic", text, segments) if len(segments) > 1 and len(text) < _LONGEST else None


def _fits(work: Work, template: str) -> bool:
    needed = re.sub(r"\[[^\[\]]*\]", "", template)
    return all(_known(work, name) for name, _ in _SLOT.findall(needed))


def _known(work: Work, name: str) -> bool:
    if name == "organisation":
        return bool(organisation(work))
    return name in MADE_UP or bool(getattr(work, name))


def render(work: Work, template: str, chance: random.Random) -> Iterator[Piece]:
    """Yield the pieces of `work` in the style of `template`."""
    for match in _GROUP.finditer(template):
        optional, plain = match.groups()
        if optional and not all(_known(work, name) for name, _ in _SLOT.findall(optional)):
            continue
        yield from _pieces(work, optional or plain, chance)


def _pieces(work: Work, text: str, chance: random.Random) -> Iterator[Piece]:
    position = 0
    for match in _SLOT.finditer(text):
        if match.start() > position:
            yield "", text[position : match.start()]
        label = "journal" if match[1] == "container" and work.kind in ("article", "bare") else _LABELS[match[1]]
        yield label, _value(work, match[1], match[2] or "", chance)
        position = match.end()
    if position < len(text):
        yield "", text[position:]


def _value(work: Work, name: str, style: str, chance: random.Random) -> str:
    if name in ("people", "editors", "translators"):
        return names(getattr(work, name), style, work.tongue, chance)
    if name == "organisation":
        return organisation(work)
    if name in MADE_UP:
        return MADE_UP[name](chance, work)
    if name == "doi":
        return chance.choice(("https://doi.org/", "doi:", "http://dx.doi.org/", "DOI ")) + work.doi
    value: str = getattr(work, name)
    if name == "pages" and chance.random() < 0.4:
        return value.replace("-", "–")
    return value.rstrip(".") if name == "title" else value


def names(people: Iterable[tuple[str, str]], style: str, tongue: str, chance: random.Random) -> str:
    """Print people in a style: "apa", "mla", "given", "initials" and so on, as templates name them."""
    everyone = list(people)
    more = len(everyone) > 3 and chance.random() < 0.4
    shown = everyone[: chance.choice((1, 3))] if more else everyone
    word = _ENDINGS.get(tongue, "and")
    text = _joined([_name(person, style, place) for place, person in enumerate(shown)], style, word)
    others = " et al." if tongue not in ("ko", "ja") else " 외" if tongue == "ko" else "ほか"
    return text + others if more else text


_BETWEEN = {"vancouver": ", ", "comma": ", ", "family": ", ", "semicolon": "; ", "caps": "; ", "slash": "/", "dot": "·"}


def _joined(printed: list[str], style: str, word: str) -> str:
    between = _BETWEEN.get(style)
    if between or len(printed) == 1:
        return (between or "").join(printed)
    last = ", & " if style == "apa" else f" {word} "
    return ", ".join(printed[:-1]) + last + printed[-1]


def _name(person: tuple[str, str], style: str, place: int) -> str:
    family, given = person
    if not given:
        return family
    short = " ".join(f"{part[0]}." for part in re.split(r"[\s.]+", given) if part)
    inverted = f"{family}, {short}"
    forms = {
        "apa": inverted,
        "harvard": inverted,
        "semicolon": inverted,
        "vancouver": f"{family} {short.replace('.', '').replace(' ', '')}",
        "dotted": f"{family} {short}",
        "initials": f"{short} {family}",
        "mla": f"{family}, {given}" if place == 0 else f"{given} {family}",
        "slash": f"{family}, {given}",
        "caps": f"{family.upper()}, {given}",
        "capsfirst": f"{family.upper()} {given}",
        "family": family,
    }
    return forms.get(style, f"{given} {family}")
