"""What hangs at the end of a field and is one of its own: series, counts of volumes, editors, translators, dates."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from .labeller import Segment
from .labels import Label
from .lexicon import PLACE, PUBLISHER, whole_names

_LETTERS = re.compile(r"[^\W\d_]+")
_SURE, _SHORT = 0.6, 4
_TITLED = frozenset((Label.TITLE, Label.BOOK, Label.CONTAINER, Label.JOURNAL))
_AROUND = frozenset((Label.CONTAINER, Label.JOURNAL))
_IMPRINT = frozenset((Label.PLACE, Label.PUBLISHER))

_SERIES_WORD = (
    r"(?:[Ss]eries|[Rr]eihe|Schriftenreihe|Schriften|Studien|Studies|Beiträge|Veröffentlichungen|Abhandlungen|Forschungen"
    r"|Untersuchungen|Quellen|Bibliothek|Bibliothèque|Biblioteca|Library|Collana|Collection|Colección|Sammlung|[Cc]oll\.)"
)
_BRACKETED_SERIES = re.compile(
    rf"\s*(\(\s*(?:=[^()]{{6,110}}|«[^()]{{4,90}}»[^()]{{0,12}}"
    rf"|[A-ZÀ-Þa-z][^()\d]{{5,100}}?[\s,](?:(?:Bd|Nr|Band|vol|no|n°|H|t)\.?\s?)?\d{{1,3}}"
    rf"|[^()\d]{{0,40}}{_SERIES_WORD}[^()\d]{{6,90}})\s*\)[\s.,;:]*)\Z"
)
_SERIES_SENTENCE = re.compile(
    r"(?<=\w{3})[.?!]\s+((?:[A-ZÀ-Þ][^.:;?!()]{3,80}\s)?(?:[Ss]eries|[Ss]chriftenreihe|[Rr]eihe)"
    r"(?:\s(?:in|on|of|des|der|zur)\s[^.:;?!()]{3,60})?[\s,]*(?:(?:[Nn]o|Nr|[Vv]ol|Bd)\.?\s?)?\d{0,4}[\s.,;]*)\Z"
)
_NUMBERED_SENTENCE = re.compile(
    r"(?<=\w{3})[.?!]\s+((?!(?:Part|Vol|Book|Teil|Band|Bd|Tome|Chapter|Kapitel)\b)"
    r"[A-ZÀ-Þ][^.?!()\d]{9,90}\s\d{1,3}[\s.,;]*)\Z"
)
_FRENCH_SERIES = re.compile(r"[,.;]\s+((?:«|[Cc]oll(?:ection|\.)\s)[^»]{3,80}»?[\s.,;)]*)\Z")
_QUOTED = re.compile(
    r"\W{0,2}(?:“[^“”]{2,300}[”\"]|\"[^\"“]{2,300}[\"”]|«[^«»]{2,300}»|„[^„“”]{2,300}[“”]|‘[^‘’]{2,300}’)"
)
_COUNT_OF_VOLUMES = re.compile(
    r"[.,;]\s+(\d{1,2}\s(?:vols?|Bde|Bände|Teilbände|Teile|voll|tomes|tomos|t)\b\.?(?:\sin\s\d)?[\s.,;]*)\Z"
)
_MEDIUM = re.compile(
    r"\s(\[(?:Motion picture|Film|Movie|Video|DVD|CD|CD-ROM|Audio|Podcast|Blog(?: post)?|(?:Computer )?software"
    r"|Web log post|Television[^\[\]]{0,20}|TV series|Data set|Map|Photograph|Painting|Review of[^\[\]]{3,90}|Review)\]"
    r"[\s.,;:]*)\Z",
    re.IGNORECASE,
)
_PRESS = r"[A-Z][\w& ]{1,30}[\s.,;]*"
_PAGES_INSIDE = re.compile(rf"[,.]\s((?:pp?\.|pages?|S\.)\s\d+(?:\s?[-–]\s?\d+)?[.,;]*(?:\s{_PRESS}|\s*))\Z")
_THEN_PUBLISHER = re.compile(rf"([^A-Z]*?\d[.,;]*)\s({_PRESS})\Z")
_DISSERTATION = re.compile(
    r"[.,;]\s+((?:(?:[Pp]hil|[Jj]ur|[Ii]ur|[Mm]ed|rer\. pol|[Uu]nveröff\w*)\.?\s)?"
    r"(?:Diss(?:ertation)?|Habil(?:itationsschrift)?|Magisterarbeit|Diplomarbeit)\b\.?[^:;]{0,40})\Z"
)
_YEAR_AFTER_TITLE = re.compile(r"\s(\((?:1[4-9]|20)\d\d\)[\s.,;]*)\Z")
_NEW_SERIES = re.compile(
    r",\s+((?:n\.\s?s\.?|new series|[Nn]eue Folge|N\.\s?F\.?|nouvelle série|nuova serie|[34](?:rd|th|\.) ser(?:ies|\.))"
    r"[\s.,;]*)\Z"
)
_VOLUME_OF_WORKS = re.compile(
    r"(?<![\w.])[A-Z][A-Za-zÄÖÜäöü]{0,2}[A-Z][A-Za-z]?\s((?:\d{1,2}|[IVX]{1,5})\b[\s.,;:]*)\Z"
)
"""Collected works and handbooks are cited by capitals: "MGH 3", "HStR III"."""
_DAY_OF_ISSUE = re.compile(
    r"[\s,]+(vom\s\d{1,2}\.\s?[^\W\d_]{3,9}\W*|(?:vom\s)?\d{1,2}\.\s?(?:\d{1,2}\.\s?|[^\W\d_]{3,9}\.?\s)(?:(?:19|20)?\d\d)[\s.,;)]*)\Z"
)
_VOLUME_MARK = re.compile(
    r"\W*(?:(?:Bd|Bde|[Vv]ol|[Tt]|T[oe]il|Halbbd)\.|Band|Teilband|[Tt]om[eo]|[Vv]olume)\s?(?:\d{1,3}|[IVX]{1,6})\b"
)
_EDITED = r"(?:[Hh]rsg|[Hh]g|[Ee]d|[Éé]d)\.\s(?:v(?:on|\.)|by|par)|[Hh]erausgegeben von|[Ee]dited by|a cura di"
_EDITED_THEN_VOLUME = re.compile(
    rf"(\W*(?:{_EDITED})\s[^\d,]{{4,60}},\s)((?:Bd|[Vv]ol|[Tt])\.\s?(?:\d{{1,3}}|[IVX]{{1,6}})\b)"
)
_TRANSLATION_FIRST = re.compile(
    r"\W*(?:[Üü]bers(?:etz(?:t|ung)|\.)|[Tt]rans(?:lated|\.)|[Tt]rad(?:\.|uit|uction|uzione|ucción|otto))"
    r"(?!\s(?:and|und|&)\s[Ee])|\W*[Aa]us dem \w+"
)
_TOWN = r"[A-ZÀ-Þ][\w.’'-]+(?:(?: a\.\s?[A-Z]\.?| am | i\.\s?[A-Z]\w*\.?|[ /-])[A-ZÀ-Þ]?[\w.-]*){0,2}"
_PLACE_THEN_PUBLISHER = re.compile(rf"({_TOWN}\s?(?:,|\s[-–]|:))\s(\S.{{1,60}})\Z")
_PUBLISHER_BEFORE_PLACE = re.compile(r"([^:,;]{2,50}:)\s*([^:,;]{2,40}[\s,.;]*)\Z")
_EDITION_THEN_PLACE = re.compile(
    r"(\W*\d{1,3}\.?,?\s(?:[^\W\d_]{1,12}\.?,?\s(?:und\s|u\.\s)?){0,3}(?:Aufl(?:age|\.)?|[Éé]d\.|[Ee]dn?\.?),?)\s(?=[A-ZÀ-Þ])(\S.+)\Z"
)
_PUBLISHER_THEN_PLACE = re.compile(rf"[.?!]\s+([A-ZÀ-Þ][^.:;,]{{1,40}}\s?:)\s({_TOWN}[\s.,;]*)\Z")
_BETWEEN_PLACES = re.compile(r"[,/;&]|\s[-–—]\s|\s(?:and|und|et|e|y)\s")
_AND_OTHERS = re.compile(r"\s(?:u\.\s?a|etc|et al)\b\.?")
_LAST_COMMA = re.compile(rf"([^\d,:;]{{4,90}},)\s({_TOWN}[\s.,;:]*)\Z")


def without_tails(raw: str, segments: Sequence[Segment]) -> list[Segment]:
    """
    Return `segments` of `raw` with what is no part of a field cut off its end, and marks of a field obeyed.

    Cut off are the series, "2 vols.", "phil. Diss.", "n.s." and the day of an issue; what follows a title in quotes is
    what holds it; "Bd. 2" is a volume, "§ 3" none, and whom "Übers." names is a translator.
    """
    labels = {item.label for item in segments}
    found: list[Segment] = []
    for index, item in enumerate(segments):
        after = segments[index + 1].label if index + 1 < len(segments) else None
        found += _parts(raw, item, labels, after)
    return _named_imprint(raw, found)


def _parts(raw: str, item: Segment, labels: set[Label], after: Label | None) -> list[Segment]:
    if item.label in _TITLED:
        return _titled(raw, item, labels, after)
    if item.label is Label.PUBLISHER:
        return _cut(raw, item, Label.SERIES, _FRENCH_SERIES, _BRACKETED_SERIES)
    if item.label is Label.EDITION:
        return _edition(raw, item, labels)
    label = _label(raw, item, labels)
    return [item if label is item.label else replace(item, label=label)]


def _label(raw: str, item: Segment, labels: set[Label]) -> Label:
    """Return the label that the segment's own words ask for."""
    if item.label is Label.VOLUME and raw[item.start : item.end].lstrip(" ,.(").startswith("§"):
        return Label.NOTE
    if item.label is Label.EDITOR and _TRANSLATION_FIRST.match(raw, item.start, item.end):
        return Label.TRANSLATOR
    if item.label is Label.PLACE and not _LETTERS.search(raw, item.start, item.end):
        return Label.DATE if Label.DATE not in labels else Label.NOTE
    return item.label


def _titled(raw: str, item: Segment, labels: set[Label], after: Label | None) -> list[Segment]:
    quoted = _after_quotes(raw, item) if not labels & {Label.CONTAINER, Label.JOURNAL} else None
    if quoted:
        return quoted
    series = [_BRACKETED_SERIES] if after in _IMPRINT or after in (Label.DATE, None) else []
    series += [_SERIES_SENTENCE, _NUMBERED_SENTENCE] if after in _IMPRINT else []
    pages = _pages_inside(raw, item, labels)
    if pages:
        return pages
    cuts: list[tuple[Label, Sequence[re.Pattern[str]]]] = [(Label.VOLUME, (_COUNT_OF_VOLUMES,))]
    if item.label in (Label.TITLE, Label.BOOK):
        cuts += [(Label.GENRE, (_DISSERTATION, _MEDIUM))]
        cuts += [(Label.NOTE, (_YEAR_AFTER_TITLE,))] if Label.DATE in labels and after is not Label.JOURNAL else []
    else:
        cuts += [(Label.NOTE, (_NEW_SERIES,))]
        cuts += [(Label.VOLUME, (_VOLUME_OF_WORKS,))] if Label.VOLUME not in labels else []
        cuts += [(Label.DATE if Label.DATE not in labels else Label.NOTE, (_DAY_OF_ISSUE,))]
    if Label.SERIES not in labels:
        cuts.append((Label.SERIES, series))
    for label, patterns in cuts:
        parts = _cut(raw, item, label, *patterns)
        if len(parts) > 1:
            return parts
    return [item]


def _pages_inside(raw: str, item: Segment, labels: set[Label]) -> list[Segment] | None:
    """Cut ", pages 12-19. IEEE," off what holds a work."""
    if Label.PAGES in labels or item.label not in _AROUND:
        return None
    found = _PAGES_INSIDE.search(raw, max(item.start, item.end - 60), item.end)
    if not found:
        return None
    tail = _made(Label.PAGES, found.start(1), item)
    return [
        replace(item, end=found.start(1)),
        *_two(raw, tail, _THEN_PUBLISHER, _any, Label.PAGES, Label.PUBLISHER),
    ]


def _cut(raw: str, item: Segment, label: Label, *patterns: re.Pattern[str]) -> list[Segment]:
    """Give the first group of the first pattern that is found at the end of `item` the label."""
    for pattern in patterns:
        match = pattern.search(raw, max(item.start, item.end - 160), item.end)
        if match and match.start(1) > item.start + 1 and _LETTERS.search(raw, item.start, match.start(1)):
            return [replace(item, end=match.start(1)), _made(label, match.start(1), item)]
    return [item]


def _made(label: Label, start: int, item: Segment) -> Segment:
    return Segment(label, start, item.end, min(item.confidence, _SURE))


def _after_quotes(raw: str, item: Segment) -> list[Segment] | None:
    """Cut "“Tradition.” Selected Essays" after the quotes, where a mark closes them or "in" follows."""
    quoted = _QUOTED.match(raw, item.start, item.end)
    if not quoted:
        return None
    rest = raw[quoted.end() : item.end]
    inner = raw[quoted.end() - 2 : quoted.end() - 1]
    start = rest.lstrip(" .,;:")
    opened = start[:3].casefold() in ("in ", "in:") or start[:5].casefold() == "dans "
    marked = inner in ".,?!" or rest.lstrip()[:1] in (".", ",")
    if len(_LETTERS.findall(start)) < 1 or not (opened or (marked and start[0].isupper())):
        return None
    cut = item.end - len(start)
    title = replace(item, label=Label.TITLE, end=cut)
    return [title, _made(Label.CONTAINER, cut, item)]


def _edition(raw: str, item: Segment, labels: set[Label]) -> list[Segment]:
    """Read "Bd. 2" as a volume, "hg. von Karl Braun, Bd. IV" as an editor and a volume."""
    if Label.VOLUME not in labels and _VOLUME_MARK.match(raw, item.start, item.end):
        return [replace(item, label=Label.VOLUME)]
    both = _EDITED_THEN_VOLUME.match(raw, item.start, item.end)
    if both and Label.EDITOR not in labels and Label.VOLUME not in labels:
        return [replace(item, label=Label.EDITOR, end=both.start(2)), _made(Label.VOLUME, both.start(2), item)]
    return [item]


def _named_imprint(raw: str, segments: list[Segment]) -> list[Segment]:
    """Tell place and publisher apart by their names: "Oxford, Clarendon", "Fayard : Paris", "Seuil" before "Paris"."""
    labels = {item.label for item in segments}
    found: list[Segment] = []
    for index, item in enumerate(segments):
        before = segments[index - 1].label if index else None
        first = item.label is Label.PUBLISHER and Label.PLACE not in labels
        second = item.label is Label.PLACE and Label.PUBLISHER not in labels
        parts = [item]
        if item.label is Label.PLACE and not labels & _AROUND and (before is Label.EDITOR or not labels & _TITLED):
            held = Label.CONTAINER if before is Label.EDITOR and labels & {Label.TITLE, Label.BOOK} else Label.BOOK
            parts = _two(raw, item, _LAST_COMMA, _after_title, held, Label.PLACE)
        if len(parts) == 1 and (first or second):
            parts = _two(raw, item, _PLACE_THEN_PUBLISHER, _placed, Label.PLACE, Label.PUBLISHER)
        if len(parts) == 1 and (first or second):
            parts = _two(raw, item, _PUBLISHER_BEFORE_PLACE, _reversed, Label.PUBLISHER, Label.PLACE)
        if len(parts) == 1 and item.label in (Label.PLACE, Label.EDITION):
            other = Label.PLACE if item.label is Label.EDITION else Label.EDITION
            parts = (
                _two(raw, item, _EDITION_THEN_PLACE, _any, Label.EDITION, Label.PLACE) if other not in labels else parts
            )
        if len(parts) > 1:
            found += parts
        elif item.label in (Label.BOOK, Label.TITLE) and not labels & _IMPRINT:
            found += _three(raw, item)
        else:
            found.append(item)
    return _swapped(raw, found)


def _two(
    raw: str, item: Segment, pattern: re.Pattern[str], fits: Callable[[str, str], bool], first: Label, second: Label
) -> list[Segment]:
    match = pattern.match(raw, item.start, item.end)
    if not match or not fits(match[1], match[2]):
        return [item]
    return [replace(item, label=first, end=match.start(2)), _made(second, match.start(2), item)]


def _three(raw: str, item: Segment) -> list[Segment]:
    match = _PUBLISHER_THEN_PLACE.search(raw, max(item.start, item.end - 100), item.end)
    if not match or _is(match[1]) != PUBLISHER or _is(match[2]) != PLACE or match.start(1) <= item.start:
        return [item]
    title, publisher = (
        replace(item, end=match.start(1)),
        replace(_made(Label.PUBLISHER, match.start(1), item), end=match.start(2)),
    )
    return [title, publisher, _made(Label.PLACE, match.start(2), item)]


def _swapped(raw: str, segments: list[Segment]) -> list[Segment]:
    """Swap "Hamish Hamilton: London", read the other way round."""
    for index in range(1, len(segments)):
        first, second = segments[index - 1], segments[index]
        if first.label is Label.PLACE and second.label is Label.PUBLISHER:
            names = _is(raw[first.start : first.end]), _is(raw[second.start : second.end])
            if names == (PUBLISHER, PLACE):
                segments[index - 1] = replace(first, label=Label.PUBLISHER)
                segments[index] = replace(second, label=Label.PLACE)
    return segments


def _placed(first: str, second: str) -> bool:
    """Whether these are a place and what is none; after a dash only a known publisher will do."""
    if _is(first) != PLACE or _is_place_too(second):
        return False
    return first.endswith((",", ":")) or _is(second) == PUBLISHER


def _reversed(first: str, second: str) -> bool:
    return _is(first) == PUBLISHER and _is(second) == PLACE


def _any(first: str, second: str) -> bool:
    return bool(_LETTERS.search(first)) and bool(_LETTERS.search(second))


def _is_place_too(text: str) -> bool:
    """Whether every stretch of `text` is a known place or of two letters, as in "MA" and "New York"."""
    parts = [part for part in _BETWEEN_PLACES.split(text) if _LETTERS.search(part)]
    return all(_is(part) == PLACE or len("".join(_LETTERS.findall(part))) < _SHORT for part in parts)


def _after_title(first: str, second: str) -> bool:
    return _is(first) != PLACE and (_is(second) == PLACE or "/" in second) and not _is_place_too(first)


def _is(text: str) -> str:
    text = _AND_OTHERS.sub("", text)
    return whole_names().get("".join(_LETTERS.findall(text)).casefold(), "")
