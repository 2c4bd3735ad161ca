"""Second thoughts on the labels: what the chain cannot see because it stands too far apart."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from .labeller import Segment
from .labels import Label

_OPENS_CONTAINER = re.compile(r"\W*(?:in|dans|en|em)\b", re.IGNORECASE)
_WORD = re.compile(r"\w")
_LETTERS = re.compile(r"[^\W\d_]+")
_LEAST_WORDS = 3
_OWN, _AROUND = (Label.TITLE, Label.BOOK), (Label.JOURNAL, Label.CONTAINER)


def settled(raw: str, segments: Sequence[Segment]) -> list[Segment]:
    """
    Return `segments` with labels that agree with each other.

    A title after another title and its editors is the container; a container with an imprint, no "In" and no volume
    is a title that stands alone; a title and a title that stands alone which touch are one; where nothing is a title,
    the words after author and date are.
    """
    found = [item for item in _joined(segments) if item.label not in _AROUND or _WORD.search(raw, item.start, item.end)]
    labels = {item.label for item in found}
    own = [index for index, item in enumerate(found) if item.label in _OWN]
    around = [index for index, item in enumerate(found) if item.label in _AROUND]
    if not around and len(own) > 1:
        second = _contained(raw, found, own)
        if second is not None:
            found[second] = replace(found[second], label=Label.CONTAINER)
    elif not own and not around:
        untitled = _untitled(raw, found)
        if untitled is not None:
            found[untitled] = replace(found[untitled], label=Label.BOOK)
    elif len(around) == 1 and not own and labels & {Label.PUBLISHER, Label.PLACE}:
        alone = not labels & {Label.VOLUME, Label.ISSUE}
        if alone and not _OPENS_CONTAINER.match(raw, found[around[0]].start):
            found[around[0]] = replace(found[around[0]], label=Label.BOOK)
    return found


def _untitled(raw: str, segments: list[Segment]) -> int | None:
    """Return the index of what must be the title of an entry without one: words right after the author or the date."""
    for index, item in enumerate(segments):
        follows = index == 0 or segments[index - 1].label in (Label.AUTHOR, Label.DATE, Label.NUMBER)
        words = len(_LETTERS.findall(raw, item.start, item.end))
        if follows and item.label in (Label.PUBLISHER, Label.NOTE, Label.GENRE) and words >= _LEAST_WORDS:
            return index if index and segments[0].label in (Label.AUTHOR, Label.NUMBER) else None
    return None


def _contained(raw: str, segments: list[Segment], own: list[int]) -> int | None:
    """Return the index of a title that must be the container: after other people, or opening with "In"."""
    for index in own[1:]:
        before = segments[index - 1]
        if before.label in (Label.EDITOR, Label.AUTHOR) or _OPENS_CONTAINER.match(raw, segments[index].start):
            return index
    return None


def _joined(segments: Sequence[Segment]) -> list[Segment]:
    """Join a title and a title that stands alone where they touch: the chain changed its mind inside one title."""
    found: list[Segment] = []
    for item in segments:
        last = found[-1] if found else None
        if last and item.label in _OWN and last.label in _OWN:
            sure = min(last.confidence, item.confidence)
            found[-1] = replace(last, end=item.end, confidence=sure)
        else:
            found.append(item)
    return found
