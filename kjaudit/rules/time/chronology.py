"""
Which year a volume of a journal belongs to, by volumes whose year is known.

By anchors, never by a line through them: journals change how many volumes a year they print (a straight line puts only
67 to 78 % of known volumes within one year of the truth).
"""

from __future__ import annotations

import bisect
from dataclasses import dataclass
from functools import cache

from kjaudit import assets
from kjaudit.language.folding import fold_words

LEAST_ANCHORS = 3
_WIDEST_GAP = 15
"""Volumes between two anchors beyond which nothing is said of a volume between them."""
_TOLERANCE = 2
"""
Years. Leaving one of 45,006 points out at a time: said something of 20 %, alarmed on 0.3 % of the right ones, and on
88 % of years wrong by 1 to 15 (benchmarks/chronology.py).
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """A volume and the year it was published in."""

    volume: int
    year: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """The year a volume should be of, and the anchors that say so (one where the volume itself is known)."""

    year: float
    anchors: tuple[Anchor, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """The anchors of one journal, volumes rising; `source`: "records" or "references"."""

    name: str
    source: str
    anchors: tuple[Anchor, ...]

    def expected(self, volume: int) -> Expected | None:
        """Return the year of `volume`; `None` outside the known volumes, and where too little is known between."""
        if len(self.anchors) < LEAST_ANCHORS:
            return None
        place = bisect.bisect_left(self.anchors, volume, key=lambda anchor: anchor.volume)
        if place < len(self.anchors) and self.anchors[place].volume == volume:
            return Expected(year=self.anchors[place].year, anchors=(self.anchors[place],))
        if not 0 < place < len(self.anchors):
            return None
        before, after = self.anchors[place - 1], self.anchors[place]
        volumes, years = after.volume - before.volume, after.year - before.year
        if volumes > _WIDEST_GAP or years > 2 * volumes + 2:
            return None
        return Expected(year=before.year + years * (volume - before.volume) / volumes, anchors=(before, after))


def conflict(timeline: Timeline, volume: int, year: int) -> Expected | None:
    """Return what is expected of `volume` where `year` is more than two years from it, else `None`."""
    expected = timeline.expected(volume)
    return expected if expected and abs(year - expected.year) > _TOLERANCE else None


def timeline_of(journal: str) -> Timeline | None:
    """Return what is known of a journal by its printed name, in full or as it is commonly abbreviated."""
    return _timelines().get(fold_words(journal))


@cache
def _timelines() -> dict[str, Timeline]:
    found = {}
    for line in assets.path("chronology/anchors.tsv").read_text("utf-8").splitlines():
        name, source, pairs = line.split("\t")
        split = (pair.split(":") for pair in pairs.split(" "))
        anchors = tuple(Anchor(volume=int(volume), year=int(year)) for volume, year in split)
        found[name] = Timeline(name=name, source=source, anchors=anchors)
    return found
