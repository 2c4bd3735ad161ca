"""Labels read again by what stands beside them: brackets that run on, roles without names, numbers around a journal."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from .fields.name_parts import given_weight
from .keywords import KEYWORDS
from .labeller import Segment
from .labels import Label
from .lexicon import PLACE, PUBLISHER, TITLE, roles, whole_names
from .series import EDITED, with_series

_LETTERS = re.compile(r"[^\W\d_]+")
_SURE = 0.6
_PEOPLE = frozenset((Label.AUTHOR, Label.EDITOR, Label.TRANSLATOR))
_OWN, _AROUND = frozenset((Label.TITLE, Label.BOOK)), frozenset((Label.JOURNAL, Label.CONTAINER))
_IMPRINT = frozenset((Label.PLACE, Label.PUBLISHER))
_NUMBERED = frozenset((Label.VOLUME, Label.ISSUE))
_YEARS = re.compile(r"\W*(?:1[5-9]|20)\d\d\s?[-–]\s?(?:(?:1[5-9]|20)\d\d|\d\d)\W*")
_EDITION_NOTE = re.compile(r"\W*\d{1,2}(?:st|nd|rd|th|\.|e|ª)\.?\s(?:[^\W\d_]+\.\s)?(?:ed|edn|[Aa]ufl|éd)\b")
_MORE_AUTHORS = re.compile(
    r"\W*(?:and|und|et|&|y)\s(?:(?:de|von|van|di|der|la)\s){0,2}[A-ZÀ-Þ][\w’'-]+,\s[A-ZÀ-Þ][\w.’-]+(?:\s[A-ZÀ-Þ]\.)?,\s(?=[A-ZÀ-Þ“«‘])"
)
_FAMILIES = re.compile(r"\W*(?:[A-ZÀ-Þ][\w’'-]+,\s?){2,6}\W*")
_ONE_MORE_FAMILY = re.compile(
    r"\W*(?:and|und|et|&|y)\s(?:(?:de|der|von|van|di|la|le|den)\s){0,2}[A-ZÀ-Þ][\w’'-]+,\s(?=[A-ZÀ-Þ“«‘])"
)
_MORE_EDITORS = re.compile(r"\W*(?:with|unter Mitarbeit von|in Verbindung mit|avec|mit)\s(?=[A-ZÀ-Þ])")
_LED_IN = re.compile(r"\W*(?:[^\W\d_]+\s){1,5}[^\W\d_]+:\s(?=[A-ZÀ-Þ])")
_FIRST_OF_LIST = re.compile(
    r"\W*([A-ZÀ-Þ][\w’'-]+),?\s(?:[A-ZÀ-Þ]\.[\s-]?){1,4}\s?(?=[A-ZÀ-Þ][a-zß-ÿ]{2,}(?:,|\s(?:and|und|et|of)\b)?\W*\Z)"
)
_ONE_FAMILY = re.compile(r"\W*[^\W\d_][\w’'-]+(?:\s[^\W\d_][\w’'-]+)?,\s*")
_GIVEN_FIRST = re.compile(r"\W*([A-ZÀ-Þ][\w-]+)(?:\s(?:[A-ZÀ-Þ]\.|[A-ZÀ-Þ][\w-]+))?:\s+(?=\S)")
_LISTED = re.compile(r"\W*[A-ZÀ-Þ][\w’'-]+(?:,\s[A-ZÀ-Þ][\w’'-]+){0,2},?\s(?:and|und|et|or|oder|e|y)\s")
_SMALL_NUMBER, _PAGE_ONLY = re.compile(r"\W*\d{1,4}\W*"), re.compile(r"\W*\d{1,4}(?:\sf{1,2}\b\.?)?\W*")
_ENDINGS = (
    "ung heit keit schaft tion sion recht lehre theorie politik logie ismus kultur geschichte tum nis tät ik anz enz "
    "ment isme ité age ence ance ness ship ity ics ism ture sprache arbeit wesen bildung wirtschaft leben welt"
)
_NOUN_ENDINGS = tuple(_ENDINGS.split())
_QUOTES = frozenset('“”"„«»‘')
_CLOSING = frozenset('”"»’')
_IN = re.compile(r"(?:in|dans|en|em)\b\s?:?\s", re.IGNORECASE)
_SENTENCE = re.compile(r"[^\W\d_]{4,}[.?!]\s+(?=[A-ZÀ-Þ])")
_TITLE_IN_QUOTES = re.compile(r"[.,:]\s+(?=[“«„]|\"[^\"]|‘[^‘’]{4,}’)")
_WORDLIKE = re.compile(r"[^\W\d_]|__|[—–-]{2}|—")
_ONLY_EDITION = re.compile(r"\W*(?:Aufl(?:age)?|ed|edn|édition|éd)\b\W*")
_NAME_THEN_TITLE = re.compile(r"[A-ZÀ-Þ][\w’'-]+(?:\s[A-ZÀ-Þ]\.)?\s[A-ZÀ-Þ][\w’'-]+\.\s(?=[A-ZÀ-Þ])")
_WITH_ISSUE = re.compile(r"\d\s?\(\d")
_BEFORE_AUTHOR = frozenset((Label.NUMBER, Label.NOTE))
_INITIALS = r"(?:[A-ZÀ-Þ][a-zß-ÿ]{0,2}\.[\s-]?){1,3}\s?"
_FAMILY_NAME = r"(?:(?:von|van|de|der|di)\s){0,2}[A-ZÀ-Þ][\w’'-]+,\s"
_ONLY_INITIALS, _FAMILY_FIRST = re.compile(rf"\W*{_INITIALS}\W*"), re.compile(_FAMILY_NAME)
_INITIALS_AND_FAMILY = re.compile(rf"{_INITIALS}{_FAMILY_NAME}(?=\S)")
_LONE_YEAR = re.compile(r"\W*\(?(?:1[5-9]|20)\d\d\)?\W*")
_FEW = 4


def beside(raw: str, segments: Sequence[Segment]) -> list[Segment]:
    """Return `segments` of `raw` with the labels and bounds that their neighbours ask for."""
    worded = _IMPRINT | _PEOPLE
    found = [item for item in segments if item.label not in worded or _WORDLIKE.search(raw, item.start, item.end)]
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
    if item.label is Label.ISSUE and Label.VOLUME not in labels and _WITH_ISSUE.search(raw, *bounds):
        return Label.VOLUME
    if item.label is Label.NOTE and Label.EDITOR not in labels and EDITED.match(raw, *bounds):
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
        if item.label not in _PEOPLE or before.label in _PEOPLE:
            continue
        opened = raw.rfind("(", before.start + 1, before.end)
        if opened > 0 and ")" not in raw[opened : before.end] and ")" in raw[item.start : item.end]:
            segments[index - 1] = replace(before, end=opened)
            segments[index] = replace(item, start=opened)
    return segments


def _quoted_titles(raw: str, segments: list[Segment]) -> list[Segment]:
    """Begin the title at the quotes that open it: "Lee, Ann. ‘Salt’," names one person."""
    for index, item in enumerate(segments):
        quoted = _TITLE_IN_QUOTES.search(raw, item.start + 1, item.end) if item.label is Label.AUTHOR else None
        if quoted:
            title = Segment(Label.TITLE, quoted.end(), item.end, min(item.confidence, _SURE))
            return [*segments[:index], replace(item, end=quoted.end()), title, *segments[index + 1 :]]
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
        elif last and last.label is Label.VOLUME and _ends_edition(raw, item):
            found[-1] = replace(item, label=Label.EDITION, start=last.start)
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


def _ends_edition(raw: str, item: Segment) -> bool:
    """Whether this is "Aufl." without its number, which was read as a volume."""
    if item.label is Label.EDITION:
        return not any(char.isdigit() for char in raw[item.start : item.end])
    return _ONLY_EDITION.fullmatch(raw, item.start, item.end) is not None


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
        return _author_in_title(raw, segments)
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
    if given and _ONE_FAMILY.fullmatch(raw, item.start, item.end) and not _is_noun(given[1]):
        segments[first], segments[first + 1] = replace(item, end=given.end()), replace(after, start=given.end())
        return segments
    later = segments[first + 2].label if first + 2 < len(segments) else None
    more = _MORE_AUTHORS.match(raw, after.start, after.end) or _last_author(raw, item, after, later)
    if not more and _ONLY_INITIALS.fullmatch(raw, item.start, item.end):
        more = _FAMILY_FIRST.match(raw, after.start, len(raw))
        if more and more.end() >= after.end:
            return [*segments[:first], replace(item, end=after.end), *segments[first + 2 :]]
    if not more and _FAMILIES.fullmatch(raw, item.start, item.end):
        more = _ONE_MORE_FAMILY.match(raw, after.start, after.end)
    word = _FIRST_OF_LIST.match(raw, item.start, item.end)
    if word and (given_weight(word[1]) > 0 or not _LISTED.match(raw, after.start, after.end)):
        word = None
    cut = more.end() if more else word.end() if word else None
    if cut is not None:
        segments[first], segments[first + 1] = replace(item, end=cut), replace(after, start=cut)
    return segments


def _author_in_title(raw: str, segments: list[Segment]) -> list[Segment]:
    """Take "K. Berg," from the head of the first title of an entry that has no author."""
    first = next((index for index, item in enumerate(segments) if item.label not in _BEFORE_AUTHOR), None)
    item = segments[first] if first is not None else None
    name = _INITIALS_AND_FAMILY.match(raw, item.start, item.end) if item and item.label in _OWN else None
    if item is None or first is None or name is None:
        return segments
    author = Segment(Label.AUTHOR, item.start, name.end(), min(item.confidence, _SURE))
    return [*segments[:first], author, replace(item, start=name.end()), *segments[first + 1 :]]


def _last_author(raw: str, item: Segment, title: Segment, later: Label | None) -> re.Match[str] | None:
    """
    Return "Ann Lee." at the head of what was read as a title, after a comma: the last author of a list.

    Only where a full stop ends the title, too, and a journal follows: a list that ends its fields with commas ends its
    title with one.
    """
    ended = raw[title.start : title.end].rstrip().endswith(".") and raw[item.start : item.end].rstrip().endswith(",")
    name = _NAME_THEN_TITLE.match(raw, title.start, title.end) if ended and later in _AROUND else None
    if not name or any(TITLE in roles().get(word.casefold(), "").lower() for word in _LETTERS.findall(name.group())):
        return None
    before = _LETTERS.findall(raw, item.start, item.end)
    return name if before and (len(before[0]) == 1 or given_weight(before[0]) > 0) else None


def _is_noun(word: str) -> bool:
    """Whether a word before a colon is of a title rather than a given name."""
    weight = given_weight(word)
    known = roles().get(word.casefold(), "").lower()
    return weight < 0 or (weight == 0 and (bool(known) or word.casefold().endswith(_NOUN_ENDINGS)))


def _around_journal(raw: str, segments: list[Segment]) -> list[Segment]:
    """Read "(1999) 71 Law Review 593" as volume, journal, page; and pages that two numbers make: "(1989), 10, 12"."""
    for index in range(1, len(segments) - 1):
        before, item, after = segments[index - 1 : index + 2]
        numbers = (
            before.label is Label.PAGES
            and after.label in (Label.VOLUME, Label.PAGES)
            and _are_numbers(raw, before, after)
        )
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


_STEPS: tuple[Callable[[str, list[Segment]], list[Segment]], ...] = (
    _quoted_titles,
    _title_ends,
    _brackets,
    _roles_alone,
    _single,
    _authors,
    _around_journal,
    with_series,
)
