"""Labels read again by what stands beside them: brackets that run on, roles without names, numbers around a journal."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from .fields.name_parts import given_weight
from .keywords import KEYWORDS
from .labeller import Segment
from .labels import Label
from .lexicon import PLACE, PUBLISHER, roles, whole_names

_LETTERS = re.compile(r"[^\W\d_]+")
_SURE = 0.6
_PEOPLE = frozenset((Label.AUTHOR, Label.EDITOR, Label.TRANSLATOR))
_OWN, _AROUND = frozenset((Label.TITLE, Label.BOOK)), frozenset((Label.JOURNAL, Label.CONTAINER))
_IMPRINT = frozenset((Label.PLACE, Label.PUBLISHER))
_NUMBERED = frozenset((Label.VOLUME, Label.ISSUE))
_YEARS = re.compile(r"\W*(?:1[5-9]|20)\d\d\s?[-–]\s?(?:(?:1[5-9]|20)\d\d|\d\d)\W*")
_EDITED_NOTE = re.compile(
    r"\W*(?:[Hh]rsg\.|[Hh]g\.|[Hh]erausgegeben|[Ee]dited by|a cura di|[Éé]d\. par|éd(?:ité|itée|\.) (?:et \w+ )?par)"
    r"\s(?:v(?:on|\.)\s)?[A-ZÀ-Þ]"
)
_EDITION_NOTE = re.compile(r"\W*\d{1,2}(?:st|nd|rd|th|\.|e|ª)\.?\s(?:[^\W\d_]+\.\s)?(?:ed|edn|[Aa]ufl|éd)\b")
_MORE_AUTHORS = re.compile(
    r"\W*(?:and|und|et|&|y)\s(?:(?:de|von|van|di|der|la)\s){0,2}[A-ZÀ-Þ][\w’'-]+,\s[A-ZÀ-Þ][\w.’-]+(?:\s[A-ZÀ-Þ]\.)?,\s(?=[A-ZÀ-Þ“«‘])"
)
_MORE_EDITORS = re.compile(r"\W*(?:with|unter Mitarbeit von|in Verbindung mit|avec|mit)\s(?=[A-ZÀ-Þ])")
_LED_IN = re.compile(r"\W*(?:[^\W\d_]+\s){1,5}[^\W\d_]+:\s(?=[A-ZÀ-Þ])")
_FIRST_OF_LIST = re.compile(
    r"\W*([A-ZÀ-Þ][\w’'-]+),?\s(?:[A-ZÀ-Þ]\.[\s-]?){1,4}\s?(?=[A-ZÀ-Þ][a-zß-ÿ]{2,}(?:,|\s(?:and|und|et|of)\b)?\W*\Z)"
)
_ONE_FAMILY = re.compile(r"\W*[^\W\d_][\w’'-]+(?:\s[^\W\d_][\w’'-]+)?,\s*")
_GIVEN_FIRST = re.compile(r"\W*([A-ZÀ-Þ][\w-]+)(?:\s(?:[A-ZÀ-Þ]\.|[A-ZÀ-Þ][\w-]+))?:\s+(?=\S)")
_LISTED = re.compile(r"\W*[A-ZÀ-Þ][\w’'-]+(?:,\s[A-ZÀ-Þ][\w’'-]+){0,2},?\s(?:and|und|et|or|oder|e|y)\s")
_SUBTITLE = re.compile(
    r"\W*(?:Ein|Eine|Zur|Zum|Über|Vom|Von|Wie|Warum|Un|Une|Pour|Essais?|Essays?|Saggi|Beiträge|Studien|Untersuchungen|Aufsätze"
    r"|Analysen|Grundlagen|Perspektiven|Grundzüge|Theorie|Probleme|Konzepte|Gesammelte|Ausgewählte)\s"
)
_SMALL_NUMBER, _PAGE_ONLY = re.compile(r"\W*\d{1,4}\W*"), re.compile(r"\W*\d{1,4}(?:\sf{1,2}\b\.?)?\W*")
_SERIES_NAME = re.compile(r"\b(?:[Ss]eries|[Ss]chriftenreihe|[Rr]eihe|Library|Bibliothek|Abhandlungen)\W*\Z")
_QUOTES = frozenset('“”"„«»‘')
_CLOSING = frozenset('”"»’')
_IN = re.compile(r"(?:in|dans|en|em)\b\s?:?\s", re.IGNORECASE)
_SENTENCE = re.compile(r"[^\W\d_]{4,}[.?!]\s+(?=[A-ZÀ-Þ])")
_LONE_YEAR = re.compile(r"\W*\(?(?:1[5-9]|20)\d\d\)?\W*")
_RANGE = re.compile(r"\d\s?[-‐‑‒–—−]\s?\d")
_FEW = 4


def beside(raw: str, segments: Sequence[Segment]) -> list[Segment]:
    """Return `segments` of `raw` with the labels and bounds that their neighbours ask for."""
    found = [item for item in segments if item.label not in _IMPRINT or _LETTERS.search(raw, item.start, item.end)]
    for step in _STEPS:
        found = step(raw, found)
    return found


def _single(raw: str, segments: list[Segment]) -> list[Segment]:
    """Labels that the words of the segment itself gainsay, where the label they ask for is missing."""
    labels = {item.label for item in segments}
    found: list[Segment] = []
    for item in segments:
        after_title = bool(found) and found[-1].label in _OWN
        label = _asked(raw, item, labels, after_title=after_title)
        found.append(item if label is item.label else replace(item, label=label))
    return found


def _asked(raw: str, item: Segment, labels: set[Label], *, after_title: bool) -> Label:
    """Return the label that the words of `item` ask for."""
    bounds = item.start, item.end
    if Label.DATE not in labels:
        years = item.label is Label.PAGES and not labels & _AROUND and _YEARS.fullmatch(raw, *bounds)
        if years or (item.label in _NUMBERED and _LONE_YEAR.fullmatch(raw, *bounds)):
            return Label.DATE
    if item.label is Label.NOTE and Label.EDITOR not in labels and _EDITED_NOTE.match(raw, *bounds):
        return Label.EDITOR
    if item.label is Label.NOTE and Label.EDITION not in labels and _EDITION_NOTE.match(raw, *bounds):
        return Label.EDITION
    if item.label is Label.AUTHOR and after_title and _begins_with_place(raw, item):
        return Label.PLACE
    return _imprint(raw, item, labels)


def _imprint(raw: str, item: Segment, labels: set[Label]) -> Label:
    """Return place for a publisher that is a known place, and the other way round, where that one is missing."""
    if item.label is Label.PLACE and Label.PUBLISHER not in labels and _is(raw, item) == PUBLISHER:
        return Label.PUBLISHER
    if item.label is Label.PUBLISHER and Label.PLACE not in labels and _is(raw, item) == PLACE:
        return Label.PLACE
    return item.label


def _begins_with_place(raw: str, item: Segment) -> bool:
    first = re.split(r"[/,:;]", raw[item.start : item.end].strip(" ,.;:"))[0]
    return whole_names().get("".join(_LETTERS.findall(first)).casefold()) == PLACE


def _is(raw: str, item: Segment) -> str:
    return whole_names().get("".join(_LETTERS.findall(raw, item.start, item.end)).casefold(), "")


def _brackets(raw: str, segments: list[Segment]) -> list[Segment]:
    """Give people the bracket that they close: "Title (K. Berg, Übers.)"."""
    for index in range(1, len(segments)):
        before, item = segments[index - 1], segments[index]
        opened = raw.rfind("(", before.start + 1, before.end)
        people = item.label in _PEOPLE and before.label not in _PEOPLE
        if people and opened > 0 and ")" not in raw[opened : before.end] and ")" in raw[item.start : item.end]:
            segments[index - 1] = replace(before, end=opened)
            segments[index] = replace(item, start=opened)
    return segments


def _title_ends(raw: str, segments: list[Segment]) -> list[Segment]:
    """
    Give a title that goes on after a comma or a quotation its last words.

    "Salt: Roads, Kings, and Coins (Berlin: Beck)" has no publisher "Coins", "The “Salty” Roads of Spain" no container.
    """
    for index in range(1, len(segments)):
        title, item = segments[index - 1 : index + 1]
        cut = _goes_on_until(raw, title, item, segments[index + 1] if index + 1 < len(segments) else None)
        if cut is None:
            continue
        rest = [replace(item, start=cut)] if cut < item.end else []
        return [*segments[: index - 1], replace(title, end=cut), *rest, *segments[index + 1 :]]
    return segments


def _goes_on_until(raw: str, title: Segment, item: Segment, after: Segment | None) -> int | None:
    """Return where in `item`, or at its end, the title before it ends; `None` where it ended before."""
    if title.label not in _OWN | _AROUND:
        return None
    text = raw[title.start : title.end].rstrip()
    if item.label in _AROUND and title.label in _OWN:
        inside = text[-1:] in _CLOSING and text[-2:-1].isalpha() and any(mark in text[1:-2] for mark in _QUOTES)
        inside = inside and text[:1] not in _QUOTES
        return item.end if inside and raw[item.start].isalpha() and not _IN.match(raw, item.start) else None
    if item.label not in _IMPRINT or text[-1:] != ",":
        return None
    bracket = raw.find("(", item.start + 1, item.end)
    stops = [match.end() for match in _SENTENCE.finditer(raw, item.start, item.end)]
    cut = bracket if bracket > 0 and ")" not in raw[bracket : item.end] else stops[-1] if stops else None
    if cut is None and after and after.label is item.label and raw[after.start] == "(":
        cut = item.end
    return None if cut is None or _is_imprint(raw[item.start : cut]) else cut


def _is_imprint(text: str) -> bool:
    """Whether words of presses are among these, or all of them are the name of one or of a place."""
    words = [word.casefold() for word in _LETTERS.findall(text)]
    if any({"press", "uni"} & set(KEYWORDS.get(word, ())) for word in words) or "".join(words) in whole_names():
        return True
    return any(PLACE in roles().get(word, "").lower() for word in words)


def _roles_alone(raw: str, segments: list[Segment]) -> list[Segment]:
    """Join a role without names to the names beside it: "Lee, A., et al.," "editors."; "trad. de l’" "anglais par"."""
    found: list[Segment] = []
    for item in segments:
        last = found[-1] if found else None
        if last and last.label is Label.AUTHOR and item.label is Label.EDITOR and _only_role(raw, item):
            found[-1] = replace(last, label=Label.EDITOR, end=item.end)
        elif last and last.label is Label.VOLUME and item.label is Label.EDITION and not _digit(raw, item):
            found[-1] = replace(item, start=last.start)
        elif last and _goes_on(raw, last, item):
            found[-1] = replace(last, end=item.end)
        else:
            found.append(item)
    return found


def _goes_on(raw: str, last: Segment, item: Segment) -> bool:
    """Whether the people before go on: "trad. de l’" "anglais par A. Lee"; "Ed. Karl Berg" "with Ruth Dale"."""
    if last.label is Label.TRANSLATOR and item.label is Label.EDITOR:
        return not _named(raw, last)
    more = last.label is Label.EDITOR and item.label in _OWN | _AROUND
    return more and _MORE_EDITORS.match(raw, item.start, item.end) is not None and _mostly_capitals(raw, item)


def _digit(raw: str, item: Segment) -> bool:
    return any(char.isdigit() for char in raw[item.start : item.end])


def _only_role(raw: str, item: Segment) -> bool:
    words = _LETTERS.findall(raw, item.start, item.end)
    return len(words) == 1 and "ed" in KEYWORDS.get(words[0].casefold(), ())


def _named(raw: str, item: Segment) -> bool:
    words = _LETTERS.findall(raw, item.start, item.end)
    return any(word[0].isupper() and not KEYWORDS.get(word.casefold()) for word in words[1:])


def _mostly_capitals(raw: str, item: Segment) -> bool:
    words = _LETTERS.findall(raw, item.start, item.end)[1:]
    return 0 < len(words) <= 3 * _FEW and sum(word[0].isupper() for word in words) * 3 >= 2 * len(words)


def _authors(raw: str, segments: list[Segment]) -> list[Segment]:
    """Move the bound between authors and title: a second author, the first word of a title, words that lead in."""
    first = next((index for index, item in enumerate(segments) if item.label is Label.AUTHOR), None)
    if first is None:
        return segments
    item = segments[first]
    lead = _LED_IN.match(raw, item.start, item.end) if first == 0 else None
    if lead and any(word[0].islower() for word in _LETTERS.findall(lead.group())):
        segments[first] = item = replace(item, start=lead.end())
        segments.insert(first, Segment(Label.NOTE, segments[first].start - len(lead.group()), lead.end(), _SURE))
        first += 1
    after = segments[first + 1] if first + 1 < len(segments) else None
    if after is None or after.label not in _OWN:
        return segments
    given = _GIVEN_FIRST.match(raw, after.start, after.end)
    if given and _ONE_FAMILY.fullmatch(raw, item.start, item.end) and given_weight(given[1]) > 0:
        segments[first], segments[first + 1] = replace(item, end=given.end()), replace(after, start=given.end())
        return segments
    more = _MORE_AUTHORS.match(raw, after.start, after.end)
    word = _FIRST_OF_LIST.match(raw, item.start, item.end)
    if word and (given_weight(word[1]) > 0 or not _LISTED.match(raw, after.start, after.end)):
        word = None
    cut = more.end() if more else word.end() if word else None
    if cut is not None:
        segments[first], segments[first + 1] = replace(item, end=cut), replace(after, start=cut)
    return segments


def _around_journal(raw: str, segments: list[Segment]) -> list[Segment]:
    """Read "(1999) 71 Law Review 593" as volume, journal, page; and pages that two numbers make: "(1989), 10, 12"."""
    for index in range(1, len(segments) - 1):
        before, item, after = segments[index - 1 : index + 2]
        numbers = before.label is Label.PAGES and after.label is Label.VOLUME and _are_numbers(raw, before, after)
        if item.label in _AROUND and numbers:
            segments[index - 1], segments[index + 1] = (
                replace(before, label=Label.VOLUME),
                replace(after, label=Label.PAGES),
            )
    labels = [item.label for item in segments]
    for index in range(2, len(segments) - 1):
        numbers = labels[index - 1] is Label.DATE and labels[index] is Label.VOLUME and labels[index + 1] is Label.PAGES
        if numbers and Label.VOLUME in labels[: index - 1] and _are_numbers(raw, *segments[index : index + 2]):
            joined = replace(segments[index + 1], start=segments[index].start)
            return [*segments[:index], joined, *segments[index + 2 :]]
    return segments


def _are_numbers(raw: str, first: Segment, second: Segment) -> bool:
    """Whether one is a number without a mark and the other a page without one."""
    small = _SMALL_NUMBER.fullmatch(raw, first.start, first.end)
    return bool(small) and _PAGE_ONLY.fullmatch(raw, second.start, second.end) is not None


def _series(raw: str, segments: list[Segment]) -> list[Segment]:
    """
    Tell a series and a subtitle from what holds a work, where an imprint is printed and no pages are.

    "(Studies in Things, vol. 3)" and "Things Series 35" are series; the words after "Things. " are a subtitle.
    """
    labels = {item.label for item in segments}
    ranged = any(item.label is Label.PAGES and _RANGE.search(raw, item.start, item.end) for item in segments)
    if ranged or not labels & _IMPRINT or not labels & _OWN or Label.EDITOR in labels:
        return segments
    for index in range(1, len(segments)):
        before, item = segments[index - 1], segments[index]
        if item.label not in _AROUND or before.label not in _OWN:
            continue
        bracketed = raw[item.start] == "("
        if bracketed or _SERIES_NAME.search(raw, item.start, item.end):
            end = index + 1
            while end < len(segments) and segments[end].label in _NUMBERED:
                end += 1
            series = Segment(Label.SERIES, item.start, segments[end - 1].end, min(item.confidence, _SURE))
            return [*segments[: index - 1], replace(before, label=Label.BOOK), series, *segments[end:]]
        if not labels & _NUMBERED and _is_subtitle(raw, before, item):
            whole = replace(before, label=Label.BOOK, end=item.end, confidence=min(before.confidence, item.confidence))
            return [*segments[: index - 1], whole, *segments[index + 1 :]]
    return segments


def _is_subtitle(raw: str, title: Segment, item: Segment) -> bool:
    """Whether "Studien zur Armut" after "Das Elend." opens as subtitles do."""
    ended = raw[title.start : title.end].rstrip()[-1:]
    return ended in ".:?" and raw[title.start] not in _QUOTES and _SUBTITLE.match(raw, item.start, item.end) is not None


_STEPS: tuple[Callable[[str, list[Segment]], list[Segment]], ...] = (
    _title_ends,
    _brackets,
    _roles_alone,
    _single,
    _authors,
    _around_journal,
    _series,
)
