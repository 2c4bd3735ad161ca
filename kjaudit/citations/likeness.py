"""How alike a short form and a work cited before are: names and titles."""

from __future__ import annotations

import re

from kjaudit.language.folding import fold_solid, fold_words
from kjaudit.language.names import is_wide
from kjaudit.matching import name_distance
from kjaudit.model import Cited, Name, Penalty

from .authorlink import SAME_NAME
from .listlink import share
from .memory import Seen
from .shelf import Shelf, name_keys, without_particles
from .worklink import both_orders

_HAN = re.compile(r"[々ヶ\u3400-\u9fff]{2,7}")


class Likeness:
    """Compares what a short form prints with the works cited so far and their entries."""

    def __init__(self, shelf: Shelf, names: dict[int, tuple[Name, ...]]) -> None:
        self.shelf = shelf
        self.names = names

    def authors(self, seen: Seen) -> int:
        """Return how many authors a work has, as its entry or its first note prints them."""
        place = next(iter(self.places(seen)), None)
        return len(self.names[place]) if place is not None else len(seen.names)

    def name(self, name: Name, seen: Seen) -> float:
        """Return how far a printed name is from the nearest author of a work."""
        if not name.given and fold_solid(name.family or name.literal) in seen.families:
            return 0.0
        if _family_of(name, seen.names) or self._without_particles(name, seen) or self._every_word(name, seen):
            return 0.0
        nearest = min((name_distance(name, other) for other in both_orders(seen.names[:8])), default=1.0)
        if nearest <= SAME_NAME or seen.reference is None:
            return nearest
        entry = next((place for place in self.places(seen)), None)
        if entry is None:
            return nearest
        if not name.given and fold_solid(name.family or name.literal) in self.shelf.entries[entry].everyone:
            return 0.0
        return min(nearest, min((name_distance(name, other) for other in self.names[entry][:8]), default=1.0))

    def _without_particles(self, name: Name, seen: Seen) -> bool:
        """Whether a name that opens with a particle is one of the authors': "De la Cuesta", DE LA CUESTA RUTE."""
        printed = name.family or name.literal
        bare = "" if name.given else without_particles(printed)
        if not bare or bare == printed:
            return False
        keys = {key for other in seen.names for key in name_keys(other)}
        keys.update(key for place in self.places(seen) for key in self.shelf.entries[place].everyone)
        return fold_solid(bare) in keys

    def _every_word(self, name: Name, seen: Seen) -> bool:
        """Whether the authors of a work bear every word of a name in several: ORTEGA Y GASSET read as two names."""
        words = [word for word in fold_words(name.family or name.literal).split() if len(word) > 2]
        listed = [*seen.names, *(other for place in self.places(seen) for other in self.names[place])]
        return len(words) > 1 and set(words) <= set(fold_words(" ".join(map(str, listed))).split())

    def places(self, seen: Seen) -> list[int]:
        """Return the place of a work in the list, if it has one."""
        place = self.shelf.places.get(seen.reference or "")
        return [] if place is None else [place]

    def title(self, title: str, seen: Seen) -> float:
        """Return the share of a short title that a work's titles have."""
        held = max((share(title, other) for other in seen.titles), default=0.0)
        for place in self.places(seen):
            if self.shelf.entries[place].bare:
                held = max(held, share(title, self.shelf.entries[place].title))
        return held

    def name_penalty(self, cited: Cited, seen: Seen) -> tuple[Penalty, ...]:
        """Return what the printed name costs, if one is printed."""
        if not cited.names:
            return ()
        value = self.name(cited.names[0], seen)
        value = round(value, 4) if value > SAME_NAME else 0.0
        listed = next((self.names[place] for place in self.places(seen)), seen.names)
        detail = f"{cited.names[0]} / {', '.join(map(str, listed[:4]))}" if value else ""
        return (Penalty(name="author", value=value, weight=2.0, detail=detail),)


def one_character(mine: str, theirs: str) -> bool:
    """Whether two names in Han or Hangul differ in one of two or more characters."""
    if len(mine) != len(theirs) or not 2 <= len(mine) <= 6 or not all(map(is_wide, mine)):
        return False
    return sum(a != b for a, b in zip(mine, theirs, strict=True)) == 1


def _family_of(name: Name, listed: tuple[Name, ...]) -> bool:
    """Whether two or three Han characters open the unsplit name of another in Han: 大日方, 大日方純夫."""
    mine = name.literal
    if not 2 <= len(mine) <= 3 or name.family or not _HAN.fullmatch(mine):
        return False
    wholes = (other.literal or other.family + other.given for other in listed[:4])
    return any(_HAN.fullmatch(whole) and whole.startswith(mine) and len(whole) - len(mine) <= 3 for whole in wholes)
