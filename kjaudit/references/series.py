"""Series and subtitles told from what holds a work."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from .keywords import KEYWORDS
from .labeller import Segment
from .labels import Label

_LETTERS = re.compile(r"[^\W\d_]+")
_SURE = 0.6
_OWN, _AROUND = frozenset((Label.TITLE, Label.BOOK)), frozenset((Label.JOURNAL, Label.CONTAINER))
_IMPRINT, _NUMBERED = frozenset((Label.PLACE, Label.PUBLISHER)), frozenset((Label.VOLUME, Label.ISSUE))
_QUOTES = frozenset('“”"„«»‘')
_IN = re.compile(r"(?:in|dans|en|em)\b\s?:?\s", re.IGNORECASE)
EDITED = re.compile(
    r"\W*(?:[Hh]rsg\.|[Hh]g\.|[Hh]erausgegeben|[Ee]dited by|[Ee]d\.|a cura di|[Éé]d\. par"
    r"|éd(?:ité|itée|\.) (?:et \w+ )?par)\s(?:v(?:on|\.)\s)?[A-ZÀ-Þ]"
)
"""What opens the editors of a book that is no container."""
_SERIES_NAME = re.compile(r"\b(?:[Ss]eries|[Ss]chriftenreihe|[Rr]eihe|Library|Bibliothek|Abhandlungen)\W*\Z")
_SUBTITLE = re.compile(
    r"\W*(?:Ein|Eine|Zur|Zum|Über|Vom|Von|Wie|Warum|Un|Une|Pour|Essais?|Essays?|Saggi|Beiträge|Studien|Untersuchungen|Aufsätze"
    r"|Analysen|Grundlagen|Perspektiven|Grundzüge|Theorie|Probleme|Konzepte|Gesammelte|Ausgewählte)\s"
)
_FUNCTION_WORDS = "der die das und des dem zur zum für vom im ein eine le la les des du et dans une il della"
_SMALL_WORDS = frozenset(_FUNCTION_WORDS.split())
"""Of languages whose lists print "in" or quotes where a title stands in another: no mark, no container."""
_RANGE = re.compile(r"\d\s?[-‐‑‒–—−]\s?\d")


def with_series(raw: str, segments: Sequence[Segment]) -> list[Segment]:
    """
    Return `segments` with series and subtitles told from what holds a work, where an imprint and no pages are printed.

    "(Studies in Things, vol. 3)" and "Things Series 35" are series; the words after "Things. " are a subtitle.
    """
    labels = {item.label for item in segments}
    ranged = any(item.label is Label.PAGES and _RANGE.search(raw, item.start, item.end) for item in segments)
    if ranged or not labels & _IMPRINT or not labels & _OWN:
        return list(segments)
    if Label.EDITOR in labels:
        return list(segments) if Label.PAGES in labels else _after_editors(raw, segments)
    for index in range(1, len(segments)):
        before, item = segments[index - 1], segments[index]
        bracketed = item.label in _AROUND and "(" in (raw[item.start], raw[before.start : before.end].rstrip()[-1:])
        if not bracketed and (item.label not in _AROUND or before.label not in _OWN):
            continue
        if bracketed or _SERIES_NAME.search(raw, item.start, item.end):
            end = index + 1
            while end < len(segments) and segments[end].label in _NUMBERED:
                end += 1
            series = Segment(Label.SERIES, item.start, segments[end - 1].end, min(item.confidence, _SURE))
            title = replace(before, label=Label.BOOK) if before.label in _OWN else before
            return [*segments[: index - 1], title, series, *segments[end:]]
        if not labels & _NUMBERED and _is_subtitle(raw, before, item):
            whole = replace(before, label=Label.BOOK, end=item.end, confidence=min(before.confidence, item.confidence))
            return [*segments[: index - 1], whole, *segments[index + 1 :]]
    return list(segments)


def _after_editors(raw: str, segments: Sequence[Segment]) -> list[Segment]:
    """Read what stands between the editors of a book and its imprint as a series: "Salt. Ed. A. Lee. Salt Lives."."""
    for index in range(1, len(segments) - 2):
        title, people, item, after = segments[index - 1 : index + 3]
        shape = title.label in _OWN and people.label is Label.EDITOR and item.label in _OWN | _AROUND
        opened = _IN.match(raw, people.start) or _IN.match(raw, item.start) or raw[title.start] in _QUOTES
        if shape and after.label in _IMPRINT and not opened and EDITED.match(raw, people.start, people.end):
            return [*segments[: index + 1], replace(item, label=Label.SERIES), *segments[index + 2 :]]
    return list(segments)


def _is_subtitle(raw: str, title: Segment, item: Segment) -> bool:
    """Whether "Studien zur Armut" after "Das Elend." opens as subtitles do."""
    ended = raw[title.start : title.end].rstrip()[-1:]
    if ended not in ".:?" or raw[title.start] in _QUOTES or _IN.match(raw, item.start):
        return False
    if _SUBTITLE.match(raw, item.start, item.end):
        return True
    words = {word.casefold() for word in _LETTERS.findall(raw, title.start, item.end)}
    return not _SMALL_WORDS.isdisjoint(words) and not any("proc" in KEYWORDS.get(word, ()) for word in words)
