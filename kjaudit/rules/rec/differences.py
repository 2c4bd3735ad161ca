"""
What an entry prints against what a record holds, field by field, with the faults of registries folded away.

Not the author's: titles in capitals, subtitles left out or kept apart, names transliterated or without given names,
lists of authors cut short, a year of difference between print and online, electronic page numbers, abbreviated or
former names of journals (see the quality notes of Crossref's own documentation, "Metadata principles and practices").

Nor is a slip of kjaudit's own parser the author's: what the record holds and the entry prints anywhere is the same.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kjaudit.language.folding import fold_solid, fold_words
from kjaudit.matching.fields import container_distance, free_numbers, numbers, same_number
from kjaudit.matching.names import family_likeness
from kjaudit.matching.strings import partial_ratio, ratio
from kjaudit.matching.titles import TitleLink, compare_titles, main_title
from kjaudit.matching.work import Work, of_record, of_reference
from kjaudit.model import Name, Record, Reference, Span, WorkType, say

_OTHER_TITLE = 0.45
"""Distance from which a title is another one: slips, forms and short titles stay below (matching.titles)."""
_OTHER_JOURNAL = 0.7
_SAME_FAMILY = 0.55
_STANDS = 0.85
"""Likeness of a record's title with its best place in the printed entry from which it stands there."""
_FEW_AUTHORS = 6
"""Authors up to which a list is printed in full by every style that does not say "et al."."""
_OTHERS = re.compile(
    r"\bet\.?\s?al\b|\band others\b|\bu\.\s?a\.|…|\.\.\.|외|等|ほか|他|\band\s+(?:colleagues|coll)\b", re.IGNORECASE
)
_SAME_WORD = 0.6
_MOST_WORDS = 60
_LONGEST = 4000
_PLAIN_PAGE = re.compile(r"\d{1,5}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """
    One field in which the two differ.

    Attributes:
        name: of the field, for people.
        field: CSL variable.
        printed: what the entry has; `part`: where, in `Reference.raw`, or `None`.
        held: what the record has.
    """

    name: str
    field: str
    printed: str
    held: str
    part: Span | None


def differences(reference: Reference, record: Record) -> tuple[Difference, ...]:
    """Return what differs and is not the registry's fault, in the order in which an entry prints it."""
    mine, theirs = of_reference(reference), of_record(record)
    raw = fold_solid(reference.raw[:_LONGEST])
    found = [*_authors(reference, record, raw), *_year(reference, record), *_title(reference, mine, theirs, raw)]
    if reference.type in (WorkType.ARTICLE_JOURNAL, WorkType.ARTICLE) and record.type in ("journal-article", "article"):
        found += _container(reference, mine, theirs, raw)
    same_place = container_distance(mine.containers, theirs.containers)
    if same_place is None or same_place < _OTHER_JOURNAL:
        found += [*_volume(reference, mine, theirs), *_pages(reference, mine, theirs)]
    return tuple(found)


def _authors(reference: Reference, record: Record, raw: str) -> Iterator[Difference]:
    printed, held = reference.authors, record.authors
    if not printed or not held or reference.same_author_as:
        return
    if _script(held) is not _script(printed):
        return
    if any(name.literal or len(fold_solid(name.family)) < 2 for name in (*printed[:1], *held)):
        return
    if not _among(printed[0], held):
        if not any(len(family := fold_solid(name.family)) >= 2 and family in raw for name in held):
            yield _named(say("first author"), printed[0], held[:1])
        return
    left_out = [name for name in held if not _among(name, printed) and fold_solid(name.family) not in raw]
    if left_out and len(held) <= _FEW_AUTHORS and not reference.others and not _OTHERS.search(reference.raw):
        yield _named(say("authors left out"), printed[-1], left_out)
        return
    if len(held) < 2 or len(printed) < 2 or not held[0].family:
        return
    strangers = [name for name in printed if not name.literal and not _among(name, held)]
    if strangers and 3 * len(strangers) >= len(printed):
        yield _named(say("authors"), strangers[0], held)
    elif not strangers and len(held) <= 10 and not _alike(printed[0], held[0]):
        yield _named(say("order of authors"), printed[0], held)


def _named(what: str, name: Name, held: Sequence[Name]) -> Difference:
    names = "; ".join(str(other) for other in held[:4]) + ("; …" if len(held) > 4 else "")
    return Difference(name=what, field="author", printed=str(name), held=names, part=name.span)


def _among(name: Name, names: Sequence[Name]) -> bool:
    return any(_alike(name, other) for other in names)


def _alike(one: Name, other: Name) -> bool:
    """Whether two names may be one person: like family names, or family and given the wrong way round."""
    if family_likeness(one, other) >= _SAME_FAMILY:
        return True
    mine, theirs = fold_solid(f"{one.family}{one.given}"), fold_solid(f"{other.family}{other.given}")
    family, last = fold_solid(one.family), fold_solid(other.family)
    if family and last and (family in theirs or last in mine):
        return True
    return bool(mine) and sorted(mine) == sorted(theirs)


def _script(names: Sequence[Name]) -> bool:
    text = "".join(name.family + name.literal for name in names)
    return text.isascii() or not any("\u3041" <= char <= "\ud7a3" for char in text)


def _year(reference: Reference, record: Record) -> Iterator[Difference]:
    """Yield a year two or more away from every one the record gives; not of books, which are reprinted."""
    year = reference.year
    if year is None or not record.years or reference.original_date is not None:
        return
    date = reference.date
    if date is None or date.value.circa or date.value.end_year is not None:
        return
    if reference.type in (WorkType.BOOK, WorkType.CHAPTER, WorkType.CLASSIC) or record.type in ("book", "monograph"):
        return
    printed = free_numbers(reference.raw)
    if min(abs(year - other) for other in record.years) >= 2 and not any(
        str(other) in printed for other in record.years
    ):
        years = ", ".join(map(str, record.years))
        yield Difference(name=say("year"), field="issued", printed=str(year), held=years, part=date.span)


def _title(reference: Reference, mine: Work, theirs: Work, raw: str) -> Iterator[Difference]:
    title = reference.title
    if title is None or not theirs.titles:
        return
    verdict = compare_titles(mine.titles, theirs.titles)
    if verdict.distance is None:
        return
    if verdict.distance < _OTHER_TITLE:
        differs = _other_words(title.value, theirs.titles, raw)
    else:
        differs = verdict.link in (TitleLink.UNLIKE, TitleLink.PART) and not _title_stands(mine, theirs, raw)
    if differs:
        yield Difference(name=say("title"), field="title", printed=title.value, held=theirs.titles[0], part=title.span)


def _title_stands(mine: Work, theirs: Work, raw: str) -> bool:
    """Whether the record's title stands in the entry all the same, or was cut off by the registry, at markup say."""
    if any(fold_solid(mine.titles[0]).startswith(fold_solid(title)) for title in theirs.titles if fold_solid(title)):
        return True
    return any(partial_ratio(fold_solid(main_title(title)), raw) >= _STANDS for title in theirs.titles)


def _other_words(printed: str, held: Sequence[str], raw: str) -> bool:
    """
    Whether one or two words of a title stand where the record has quite other ones; spellings and slips are the same.

    Of 58 references that publishers deposited for works whose records are at hand, none.
    """
    words = fold_words(printed).split()
    for title in held:
        theirs = fold_words(title).split()
        matcher = difflib.SequenceMatcher(None, words[:_MOST_WORDS], theirs[:_MOST_WORDS], autojunk=False)
        pairs = [
            (_solid(words[i1:i2]), _solid(theirs[j1:j2]))
            for kind, i1, i2, j1, j2 in matcher.get_opcodes()
            if kind == "replace"
        ]
        other = [pair for pair in pairs if all(pair) and ratio(*pair) < _SAME_WORD and pair[1] not in raw]
        if not other or len(other) > 2:
            return False
    return True


def _solid(words: Sequence[str]) -> str:
    """Return the words that mean something, joined; numbers and short words are written in many ways."""
    return "".join(word for word in words if len(word) >= 4 and word.isalpha())


def _container(reference: Reference, mine: Work, theirs: Work, raw: str) -> Iterator[Difference]:
    field = reference.container_title
    apart = container_distance(mine.containers, theirs.containers)
    if field is None or apart is None or apart < _OTHER_JOURNAL:
        return
    if any(_stands(name, raw) for name in theirs.containers):
        return
    held = theirs.containers[0]
    yield Difference(name=say("journal"), field="container-title", printed=field.value, held=held, part=field.span)


def _volume(reference: Reference, mine: Work, theirs: Work) -> Iterator[Difference]:
    field = reference.volume
    if field is None or same_number(mine.volume, theirs.volume) is not False:
        return
    if set(numbers(theirs.volume)) & free_numbers(reference.raw):
        return
    # Numbers given as the issue on one side and as the volume on the other, and years used as volumes.
    others = {theirs.issue, *(str(year) for year in (*mine.years, *theirs.years))}
    if any(same_number(mine.volume, other) for other in others if other) or same_number(mine.issue, theirs.volume):
        return
    yield Difference(name=say("volume"), field="volume", printed=field.value, held=theirs.volume, part=field.span)


def _pages(reference: Reference, mine: Work, theirs: Work) -> Iterator[Difference]:
    field = reference.pages
    if field is None or not _PLAIN_PAGE.fullmatch(mine.first_page) or not _PLAIN_PAGE.fullmatch(theirs.first_page):
        return
    if mine.first_page == theirs.first_page or (mine.last_page and mine.last_page == theirs.last_page):
        return
    # Publishers number what they put online first from 1, or give an article number in place of pages.
    if "1" in (mine.first_page, theirs.first_page) or theirs.last_page in ("", theirs.first_page):
        return
    # "74, 3 (1992)": an issue read as a page.
    if theirs.first_page in free_numbers(reference.raw) or same_number(mine.first_page, theirs.issue):
        return
    inside = int(theirs.first_page) <= int(mine.first_page) <= int(theirs.last_page or theirs.first_page)
    if inside:
        return
    held = f"{theirs.first_page}–{theirs.last_page}"
    yield Difference(name=say("pages"), field="page", printed=field.value, held=held, part=field.span)


def _stands(journal: str, raw: str) -> bool:
    """Whether a journal stands in the folded entry, each of its words at least by its first three letters, in order."""
    words = [word for word in fold_words(journal).split() if len(word) > 3]
    if not words:
        return fold_solid(journal) in raw
    place = 0
    for word in words:
        head = "j" if word == "journal" else word[:3]
        found = raw.find(head, place)
        if found < 0:
            return False
        place = found + len(head)
    return True
