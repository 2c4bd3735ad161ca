"""Where one field ends and the next begins, read again with what the words themselves say."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from .fields.name_parts import given_weight
from .labeller import Segment
from .labels import Label
from .lexicon import PLACE, journals, roles

_LETTERS = re.compile(r"[^\W\d_]+")
_DASH = "[-‐‑‒–—−]"
_VOLUME_IN_TITLE = re.compile(
    r"\s?[,.]\s((?:[Vv]ol|[Vv]oi|[Tt]om[eo]|[Tt]|Bd|Band)\s?\.?\s(?:[IVXL]{1,6}|\d{1,2})\b\s?[.,:]?)(?=\s|\Z)"
)
_ONLY_ISSUE = re.compile(r"\W*(?:n|nr|no|num)\b\s?\.?\s?[°º]?\s?\d+(?:\s?[-–/]\s?\d+)?\W*", re.IGNORECASE)
_MARGINAL = re.compile(r"\W*(?:§|Rn\b|Rdnr\b|Rdn\b|Rz\b|Randn)")
_PAGE = r"[A-Za-z]?\d+[a-z]?"
_PAGES_AT_END = re.compile(
    rf"(?:[,:;]\s*(?=[\w\s]+{_DASH})|(?<=\.\d)\.|(?<=\.\d\d)\.)({_PAGE}(?:\s?{_DASH}\s?{_PAGE})?)[\s.,;]*\Z"
)
_ISSUE_AT_START = re.compile(r"(?:\.|(?<=\.))\d{1,3}(?:[-/–]\d{1,3})?\.\s?(?=[A-Za-z]?\d)")
_DOTTED = re.compile(r"(\d{1,4})\.(?:(\d{1,3}(?:[-/–]\d{1,3})?)\.(?=[A-Za-z]?\d)|(?=\d{1,5}\s?[-–]\s?\d))")
_YEAR_AFTER_ISSUE = re.compile(r"\d\s?/\s?((?:1[89]|20)\d\d)[\s.,;:)]*\Z")
_NUMBER_AFTER_YEAR = re.compile(r"\((?:1[89]|20)\d\d\)\s?(\d{1,3}(?:[-/–]\d{1,2})?)[,:;\s]*\Z")
_YEAR_AT_END = re.compile(r"\d\s*[,.]\s*(\(?(?:1[5-9]|20)\d\d\)?[\s.,;]*)\Z")
_EDITION_AT_START = re.compile(
    r"\d{1,3}\.(?:,?\s?[^\W\d_]+\.){0,2}\s?(?:Aufl(?:age\b|\.)|Ausg(?:abe\b|\.)),?\s+(?=\(?(?:1[5-9]|20)\d\d)"
)
_IMPRINT_AT_END = re.compile(r"\s\(([^():]{2,40}:)\s*([^():]{2,80})\Z")
_STOP, _SENTENCE = re.compile(r"[.?!:,]\s+"), re.compile(r"(?<=[^\W\d_]{3})[.?!]\s+")
_NAME_OF_PLACE = r"[A-ZÀ-Þ][\w.-]+(?:(?: und | a\. ?M|/|[ -])?[A-ZÀ-Þ][\w-]+){0,2}"
_PLACE_AND_PUBLISHER = re.compile(rf"[.?!]\s+({_NAME_OF_PLACE}\s?:)\s*([A-ZÀ-Þ][^:.;,]{{2,50}}[\s.,;]*)\Z")
_EDITION_AND_PLACE = re.compile(
    rf"[.,?!]\s+(\d{{1,2}}\.,?\s(?:[^\W\d_]+\.?\s(?:und\s)?){{0,3}}Aufl(?:age|\.)\.?,?)\s+({_NAME_OF_PLACE}[\s.,;]*)\Z"
)
_SECOND_PLACE = re.compile(r"(?:(?<=[/–-])|\s?[/–-])\s?[A-ZÀ-Þ][\w. -]{2,24}:\s*")
_TITLE_BEFORE_PLACE = re.compile(rf"((?:[\w–’'-]+,?\s){{1,14}}[\w’'-]{{4,}}[.?!])\s+{_NAME_OF_PLACE}[\s.:,]*\Z")
_COMPOUND = re.compile(r"Springer\s+(?:Berlin|New York|US\b|Netherlands|London|Singapore|Vienna|Wien|Japan|India)")
_JOURNAL_WORDS = frozenset(
    ("Zeitschrift", "Vierteljahrsschrift", "Vierteljahreshefte", "Jahrbuch", "Rivista", "Journal")
)
_SHORTEST_JOURNAL, _MOST_STOPS = 6, 4
_MOST_WORDS, _SHORTEST_WORD = 3, 3
_OWN = (Label.TITLE, Label.BOOK)
_TITLED = frozenset((*_OWN, Label.JOURNAL, Label.CONTAINER))
_PEOPLE_OR_DATE = (Label.AUTHOR, Label.DATE, Label.NUMBER)
_IN_JOURNALS = frozenset((Label.VOLUME, Label.ISSUE))
_AMONG_NAMES = re.compile(r"[&/;]|\b(?:and|und|et)\b|\b(?![IVX]+\b)[A-ZÀ-Þ]{1,2}\b")
_AFTER_TITLE = (Label.DATE, Label.EDITION, Label.PLACE, Label.PUBLISHER, Label.NOTE)
_IN_BOOKS = frozenset((Label.PLACE, Label.PUBLISHER, Label.VOLUME, Label.JOURNAL))
_CUT_OFF = _IN_BOOKS | {Label.CONTAINER, Label.PAGES, Label.DATE, Label.ISSUE, Label.EDITION}
_CUT = 0.6


def reseamed(raw: str, segments: Sequence[Segment]) -> list[Segment]:
    """
    Return `segments` with their bounds where the print has them.

    A known journal begins where its name begins; pages, years, editions and imprints leave the stretch that swallowed
    them; where nothing is a title, the word after the last comma of the authors that is no name is one.
    """
    segments = [_not_pages(raw, item) for item in _with_letters(raw, segments)]
    missing = _CUT_OFF - {item.label for item in segments}
    found = [part for index in range(len(segments)) for part in _cut(raw, segments, index, missing)]
    found = _journal_bounds(raw, found)
    return _title_of_authors(raw, _whole_publisher(raw, found))


def _with_letters(raw: str, segments: Sequence[Segment]) -> list[Segment]:
    """Give "R267" its letter back: pages that begin inside a word begin where the word does."""
    found = list(segments)
    for index in range(1, len(found)):
        before, item = found[index - 1], found[index]
        start = item.start
        while start > before.start + 1 and raw[start - 1].isalpha():
            start -= 1
        if item.label is Label.PAGES and start < item.start:
            found[index - 1 : index + 1] = [replace(before, end=start), replace(item, start=start)]
    return found


def _not_pages(raw: str, item: Segment) -> Segment:
    """Sections and marginal numbers of legal works, "§ 3 Rn. 5", are no pages."""
    if item.label is not Label.PAGES:
        return item
    marginal = _MARGINAL.match(raw, item.start, item.end) or _MARGINAL.search(raw, max(0, item.start - 6), item.start)
    return replace(item, label=Label.NOTE) if marginal else item


def _cut(raw: str, segments: Sequence[Segment], index: int, missing: frozenset[Label]) -> list[Segment]:
    """Cut what is no part of the segment at `index` off it."""
    item = segments[index]
    before = segments[index - 1].label if index else None
    after = segments[index + 1].label if index + 1 < len(segments) else None
    if item.label in (Label.ISSUE, Label.VOLUME):
        return _locator(raw, item, missing)
    if item.label is Label.PAGES:
        return _pages(raw, item, missing, before)
    if item.label is Label.DATE:
        return _date(raw, item, missing, after)
    if item.label is Label.PLACE and before is Label.EDITOR and Label.CONTAINER in missing:
        return _with_head(item, _TITLE_BEFORE_PLACE.match(raw, item.start, item.end), Label.CONTAINER)
    return _title(raw, item, missing, after) if item.label in _TITLED else [item]


def _title(raw: str, item: Segment, missing: frozenset[Label], after: Label | None) -> list[Segment]:
    """Cut volume and imprint off a title, where none are read elsewhere."""
    volume = _VOLUME_IN_TITLE.search(raw, item.start, item.end) if Label.VOLUME in missing else None
    if volume:
        rest = Segment(Label.NOTE, volume.end(), item.end, _CUT)
        return [replace(item, end=volume.start()), Segment(Label.VOLUME, *volume.span(1), _CUT), rest]
    bracketed = _IMPRINT_AT_END.search(raw, max(item.start, item.end - 130), item.end) if after is Label.DATE else None
    if bracketed:
        return _in_three(item, bracketed, Label.PLACE, Label.PUBLISHER)
    return _with_imprint(raw, item) if missing >= _IN_BOOKS else [item]


def _pages(raw: str, item: Segment, missing: frozenset[Label], before: Label | None) -> list[Segment]:
    """Cut the year off "pp. 1647, 1996" and the issue off ".7.881-887", where none are read elsewhere."""
    if Label.VOLUME in missing and before is Label.JOURNAL:
        dotted = _DOTTED.match(raw, item.start, item.end)
        if dotted:
            return _dotted(item, dotted)
    if Label.DATE in missing:
        return _with_tail(item, _YEAR_AT_END.search(raw, item.start, item.end), Label.DATE)
    if Label.ISSUE in missing and _ONLY_ISSUE.fullmatch(raw, item.start, item.end):
        return [replace(item, label=Label.ISSUE)]
    if before is Label.VOLUME and Label.ISSUE in missing:
        return _with_head(item, _ISSUE_AT_START.match(raw, item.start, item.end), Label.ISSUE)
    return [item]


def _dotted(item: Segment, match: re.Match[str]) -> list[Segment]:
    """Read "12.2.33–47", volume, issue and pages as linguists print them."""
    sure = min(item.confidence, _CUT)
    volume = Segment(Label.VOLUME, item.start, match.end(1) + 1, sure)
    issue = [Segment(Label.ISSUE, match.start(2), match.end(2) + 1, sure)] if match[2] else []
    return [volume, *issue, replace(item, start=match.end())]


def _date(raw: str, item: Segment, missing: frozenset[Label], after: Label | None) -> list[Segment]:
    """Cut the edition off "24. Aufl. 2006" and the issue off "(1993) 1,", where none are read elsewhere."""
    numbered = _NUMBER_AFTER_YEAR.match(raw, item.start, item.end)
    if numbered and Label.ISSUE in missing and after is Label.PAGES:
        return _with_tail(item, numbered, Label.ISSUE)
    edition = _EDITION_AT_START.match(raw, item.start, item.end) if Label.EDITION in missing else None
    return _with_head(item, edition, Label.EDITION)


def _locator(raw: str, item: Segment, missing: frozenset[Label]) -> list[Segment]:
    """Cut pages off "(9), 1917-1929" and the year off "Heft 3/1993", where none are read elsewhere."""
    pages = _PAGES_AT_END.search(raw, item.start, item.end) if Label.PAGES in missing else None
    year = _YEAR_AFTER_ISSUE.search(raw, item.start, item.end) if Label.DATE in missing else None
    if pages or not year:
        return _with_tail(item, pages, Label.PAGES)
    return _with_tail(replace(item, label=Label.ISSUE), year, Label.DATE)


def _with_tail(item: Segment, match: re.Match[str] | None, label: Label) -> list[Segment]:
    if not match:
        return [item]
    tail = Segment(label, match.start(1), item.end, min(item.confidence, _CUT))
    return [replace(item, end=match.start(1)), tail]


def _with_head(item: Segment, match: re.Match[str] | None, label: Label) -> list[Segment]:
    """Give what the pattern, or its first group, stands for the label."""
    if not match:
        return [item]
    cut = match.end(1) if match.lastindex else match.end()
    return [Segment(label, item.start, cut, min(item.confidence, _CUT)), replace(item, start=cut)]


def _with_imprint(raw: str, item: Segment) -> list[Segment]:
    """Cut ". München: Beck," and ". 6. Auflage. Weinheim," off a title, where the place is a known one."""
    window = max(item.start, item.end - 130)
    imprint = _PLACE_AND_PUBLISHER.search(raw, window, item.end)
    if imprint and _is_place(imprint[1]):
        return _in_three(item, imprint, Label.PLACE, Label.PUBLISHER)
    edition = _EDITION_AND_PLACE.search(raw, window, item.end)
    if edition and _is_place(edition[2]):
        return _in_three(item, edition, Label.EDITION, Label.PLACE)
    return [item]


def _in_three(item: Segment, match: re.Match[str], first: Label, second: Label) -> list[Segment]:
    sure = min(item.confidence, _CUT)
    return [
        replace(item, end=match.start(1)),
        Segment(first, *match.span(1), sure),
        Segment(second, match.start(2), item.end, sure),
    ]


def _is_place(text: str) -> bool:
    return any(PLACE in roles().get(word.casefold(), "").lower() for word in _LETTERS.findall(text))


def _journal_bounds(raw: str, segments: list[Segment]) -> list[Segment]:
    """
    Let a known journal begin where its name does.

    "Sex. Current Biology" is a title and a journal; the end of a title may be the beginning of "Supply Chain Forum: An
    International Journal".
    """
    for index, item in enumerate(segments):
        if item.label is not Label.JOURNAL or _known(raw, item.start, item.end):
            continue
        before = segments[index - 1] if index else None
        titled = before is not None and before.label in _OWN
        inside = _known_start(raw, item.start, item.end, _SENTENCE)
        if inside is not None and before is not None and (titled or before.label in _PEOPLE_OR_DATE):
            head = replace(before, end=inside) if titled else Segment(Label.TITLE, item.start, inside, _CUT)
            kept = segments[: index - 1] if titled else segments[:index]
            return [*kept, head, replace(item, start=inside), *segments[index + 1 :]]
        start = _known_start(raw, before.start, item.end, _STOP) if before and titled else None
        if before and start is not None and start < item.start:
            moved = replace(before, end=start), replace(item, start=start)
            return [*segments[: index - 1], *moved, *segments[index + 1 :]]
    return segments


def _known_start(raw: str, start: int, end: int, stop: re.Pattern[str]) -> int | None:
    """Return where, after one of the last stops in `start`..`end`, the written-out name of a journal runs to `end`."""
    stops = [match.end() for match in stop.finditer(raw, start, end)][-_MOST_STOPS:]
    whole = (place for place in stops if start < place < end and "." not in raw[place : end - 2])
    return next((place for place in whole if _known(raw, place, end)), None)


def _known(raw: str, start: int, end: int) -> bool:
    """Whether this is the name of a known journal, or says in its first two words that it is one."""
    words = _LETTERS.findall(raw, start, end)
    letters = "".join(words).casefold()
    if len(letters) >= _SHORTEST_JOURNAL and letters in journals():
        return True
    return len(words) > 2 and any(word in _JOURNAL_WORDS for word in words[:2])


def _whole_publisher(raw: str, segments: list[Segment]) -> list[Segment]:
    """Keep "Springer Berlin Heidelberg", a publisher's name that holds cities, in one, and "Weinheim/Basel:" too."""
    for index in range(1, len(segments)):
        first, second = segments[index - 1], segments[index]
        places = first.label is Label.PLACE and second.label is Label.PUBLISHER
        more = _SECOND_PLACE.match(raw, second.start, second.end) if places else None
        if more and more.end() < second.end:
            moved = replace(first, end=more.end()), replace(second, start=more.end())
            return [*segments[: index - 1], *moved, *segments[index + 1 :]]
        touching = first.label is Label.PUBLISHER and second.label is Label.PLACE
        if touching and _COMPOUND.match(raw, first.start, second.end):
            return [*segments[: index - 1], replace(first, end=second.end), *segments[index + 1 :]]
    return segments


def _title_of_authors(raw: str, segments: list[Segment]) -> list[Segment]:
    """Take the title "Handelsrecht" from the authors "Canaris, Handelsrecht," where nothing else is a title."""
    if len(segments) < 2 or segments[0].label is not Label.AUTHOR or segments[1].label not in _AFTER_TITLE:
        return segments
    item = segments[0]
    text = raw[item.start : item.end].rstrip(" ,.")
    comma = text.rfind(", ")
    words = _LETTERS.findall(text[comma + 1 :]) if comma > 0 else []
    titled = any(other.label in _TITLED or other.label in _IN_JOURNALS for other in segments)
    listed = _AMONG_NAMES.search(text, comma) is not None
    if titled or listed or not words or len(_LETTERS.findall(text[:comma])) > _MOST_WORDS:
        return segments
    if given_weight(words[0]) or len(words[0]) < _SHORTEST_WORD:
        return segments
    start = item.start + comma + 2
    return [replace(item, end=start - 1), Segment(Label.BOOK, start, item.end, _CUT), *segments[1:]]
