"""References whose title is not bracketed: author (year). title. journal, 12(3), 45-67; author, title, house, year."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .atoms import MARKED, AtomKind
from .chapters import read_chapter, read_chapter_in
from .chunks import Chunk, ChunkKind, cut, trimmed
from .draft import Draft, put_numbers
from .leading import read_authors
from .names import is_organisation
from .people import Role, looks_like_people, read_people, role_at_end
from .tail import (
    container_words,
    is_place,
    is_publisher,
    names_place,
    publisher_words,
    read_tail,
    report_out,
    series_out,
    thesis_words,
)
from .view import View
from .vocabulary import CONFERENCE, NEWSPAPER, REPORT

_BLANK = re.compile(r"\s+")


def read_plain(view: View, draft: Draft) -> None:
    """Read a reference without brackets around its title, by what separates its parts."""
    chunks = cut(view.text, view.start, view.end, view.atoms, view.quoted, view.closed)
    if not chunks:
        return
    body = chunks if view.nobody else read_authors(view, draft, chunks)
    body = _dates_out(draft, body)
    if body and draft.date is not None and read_chapter(view, draft, body[0].start):
        return
    if body and read_chapter_in(view, draft, body[0].start):
        return
    body = _people_out(view, draft, body)
    if body:
        _read_body(view, draft, body)


def _dates_out(draft: Draft, body: list[Chunk]) -> list[Chunk]:
    while body and body[0].kind is ChunkKind.NUMBERS:
        if len(body) > 1 and body[1].kind is ChunkKind.WORDS and body[1].before == " ":
            body[1].start = body[0].start
            return body[1:]
        for atom in body[0].atoms:
            draft.add_date(atom)
        body = body[1:]
    return body


def _people_out(view: View, draft: Draft, body: list[Chunk]) -> list[Chunk]:
    """Take out translators and editors that stand by themselves between title and source."""
    left: list[Chunk] = []
    for chunk in body:
        words = chunk.of(view.text)
        found = role_at_end(words) if chunk.kind is ChunkKind.WORDS else None
        if found and looks_like_people(words):
            draft.add_people(read_people(view.text, chunk.start, chunk.end))
        else:
            left.append(chunk)
    return left


def _read_body(view: View, draft: Draft, body: list[Chunk]) -> None:
    """Title, then journal with its numbers or publisher."""
    if thesis_words(view.text[body[0].start : view.end]) and _read_thesis(view, draft, body):
        return
    marked = [chunk for chunk in body if view.mark is not None and chunk.start < view.mark]
    if marked and len(marked) < len(body):
        _take_title(view, draft, marked)
        rest = _host_out(view, draft, body[len(marked) :])
        read_tail(draft, rest, wants_container=not _has_publisher(view, rest))
        return
    body = [body[0], *report_out(draft, body[1:])]
    tail = _tail_start(view, body)
    journal = (_is_journal(body[tail:]) and not _is_house(view, body, tail)) or _is_magazine(view, body)
    if not journal:
        _read_book(view, draft, body, tail)
        return
    named = tail if tail < len(body) and body[tail].kind is not ChunkKind.NUMBERS else tail - 1
    if named > 0 and _blank_before_journal(view, body, named):
        _take_title(view, draft, [*body[:named], body[named]])
        blank = list(_BLANK.finditer(view.text, body[named].start, body[named].end))[-1]
        draft.title = draft.words(*trimmed(view.text, body[0].start, blank.start()), confidence=0.8)
        draft.container = draft.words(blank.end(), body[named].end, confidence=0.8)
    elif named <= 0:
        _split_by_blank(view, draft, body[0])
    else:
        _take_title(view, draft, body[:named])
        draft.container = container_words(draft, body[named].start, body[named].end)
    rest = body[max(named, 0) + 1 :]
    lead = body[max(named, 0)].atoms
    put = [Chunk(kind=ChunkKind.NUMBERS, start=0, end=0, before="", atoms=list(lead)), *rest]
    read_tail(draft, put, wants_container=False)


def _blank_before_journal(view: View, body: Sequence[Chunk], named: int) -> bool:
    """Whether a blank parts title and journal (after "著者（年）．"), and the comma before was one of the title."""
    words = body[named].of(view.text)
    stopped = body[0].before in (".", "．") and body[named].before in ",，、"
    return stopped and " " in words and not re.search("[가-힣]", words)


def _read_thesis(view: View, draft: Draft, body: list[Chunk]) -> bool:
    at = next((place for place, chunk in enumerate(body) if place and thesis_words(chunk.of(view.text))), None)
    if at is None:
        return False
    if at > 1 and body[at - 1].kind is ChunkKind.WORDS and re.search(r"대학|大学|大學", body[at - 1].of(view.text)):
        at -= 1
    _take_title(view, draft, body[:at])
    read_tail(draft, body[at:], wants_container=False)
    return True


def _read_book(view: View, draft: Draft, body: list[Chunk], tail: int) -> None:
    words = [chunk for chunk in body if chunk.kind is ChunkKind.WORDS]
    if not words:
        put_numbers(draft, [atom for chunk in body for atom in chunk.atoms])
        return
    body = [body[0], *series_out(draft, body[1:])]
    talks = next(
        (one for one in body[1:] if one.kind is ChunkKind.WORDS and CONFERENCE.search(one.of(view.text))), None
    )
    if talks is not None:
        at = body.index(talks)
        _take_title(view, draft, body[:at])
        draft.container = container_words(draft, talks.start, talks.end)
        read_tail(draft, [*_atoms_of(talks), *body[at + 1 :]], wants_container=False)
        return
    last = _publisher_at(view, body)
    if last is None and _split_house(view, draft, body[0]):
        put_numbers(draft, [atom for chunk in body for atom in chunk.atoms])
        return
    if last and body[0].before in (".", "．") and _split_house(view, draft, body[last], body[0].start):
        put_numbers(draft, [atom for chunk in body for atom in chunk.atoms])
        return
    title_end = _edition_at(body, last) if last else tail or 1
    if last and last > 1 and is_place(body[last].of(view.text)) and body[last - 1].kind is ChunkKind.WORDS:
        draft.place = draft.words(body[last].start, body[last].end)
        last -= 1
        title_end = min(title_end, last)
    if last and last - 1 > 0 and is_place(body[last - 1].of(view.text)):
        draft.place = draft.words(body[last - 1].start, body[last - 1].end)
        title_end = min(title_end, last - 1)
    _take_title(view, draft, body[:title_end])
    if last and _is_daily(draft, body, body[last].of(view.text)):
        draft.container = draft.words(body[last].start, body[last].end, confidence=0.8)
    elif last:
        publisher_words(draft, body[last].start, body[last].end)
    put_numbers(draft, [atom for chunk in body[1:] for atom in chunk.atoms])
    put_numbers(draft, body[0].atoms)


def _is_daily(draft: Draft, body: Sequence[Chunk], words: str) -> bool:
    """Whether a day is printed and the source may be a newspaper."""
    dates = [draft.date.value] if draft.date else [atom.date for chunk in body for atom in chunk.atoms if atom.date]
    if not any(date.day for date in dates):
        return False
    return not is_publisher(words) or NEWSPAPER.search(words) is not None


def _atoms_of(chunk: Chunk) -> list[Chunk]:
    """Return the numbers of a chunk without its words, as a chunk."""
    return [Chunk(kind=ChunkKind.NUMBERS, start=chunk.end, end=chunk.end, before=" ", atoms=chunk.atoms)]


def _split_house(view: View, draft: Draft, chunk: Chunk, start: int | None = None) -> bool:
    """Part title and publisher at the last blank ("時間と自己 中央公論社"), where the last word is a house or body."""
    blanks = list(_BLANK.finditer(view.text, chunk.start, chunk.end))
    if not blanks or re.search("[가-힣]", chunk.of(view.text)):
        return False
    house = view.text[blanks[-1].end() : chunk.end]
    if not is_publisher(house) and not is_organisation(house):
        return False
    draft.title = draft.words(chunk.start if start is None else start, blanks[-1].start(), confidence=0.85)
    draft.publisher = draft.words(blanks[-1].end(), chunk.end, confidence=0.85)
    return True


def _publisher_at(view: View, body: Sequence[Chunk]) -> int | None:
    """Return which chunk is the publisher: the last words, unless a surer one stands before."""
    places = [place for place, chunk in enumerate(body) if place and chunk.kind is ChunkKind.WORDS]
    sure = [place for place in places if is_publisher(body[place].of(view.text))]
    if sure:
        return sure[-1]
    return places[-1] if places else None


def _edition_at(body: Sequence[Chunk], last: int) -> int:
    """Return where the title ends: before an edition that stands between it and the publisher."""
    for place, chunk in enumerate(body[1:last], start=1):
        if chunk.kind is ChunkKind.NUMBERS and chunk.atoms[0].kind is AtomKind.EDITION:
            return place
    return last


def _take_title(view: View, draft: Draft, chunks: Sequence[Chunk]) -> None:
    words = [chunk for chunk in chunks if chunk.kind is not ChunkKind.NUMBERS]
    if words:
        kept = [atom.end for atom in words[-1].atoms if atom.kind is not AtomKind.EDITION]
        end = max(words[-1].end, *kept) if kept else words[-1].end
        end = _aside_out(view, draft, words[0].start, end)
        draft.title = draft.words(*trimmed(view.text, words[0].start, end), confidence=0.9)


def _aside_out(view: View, draft: Draft, start: int, end: int) -> int:
    """Take a translator or the number of a report in brackets off the end of a title; returns its new end."""
    found = _ASIDE.search(view.text, start, end)
    if not found:
        return end
    inside = found.group(1)
    if role_at_end(inside) and looks_like_people(inside):
        draft.add_people(read_people(view.text, *found.span(1)))
        return found.start()
    numbered = _REPORT_NUMBER.fullmatch(inside)
    if not numbered or not REPORT.search(numbered.group(1)):
        return end
    draft.genre = draft.genre or draft.words(found.start(1), found.start(1) + numbered.end(1))
    draft.number = draft.number or draft.words(found.start(1) + numbered.start(2), found.end(1))
    return found.start()


_ASIDE = re.compile(r"\(([^()]{3,60})\)\s*$")
_REPORT_NUMBER = re.compile(r"(\D{2,30}?)\s*((?:[A-Z]{1,4}\s?)?(?:제|第)?\d[\d\-]*(?:호|号)?)")


def _split_by_blank(view: View, draft: Draft, chunk: Chunk) -> None:
    """Part title and journal at the last blank, as Japanese psychology prints them; else all is title."""
    blanks = list(_BLANK.finditer(view.text, chunk.start, chunk.end))
    hangul = re.search("[가-힣]", chunk.of(view.text))
    if blanks and not hangul and chunk.end - blanks[-1].end() > 1:
        draft.title = draft.words(chunk.start, blanks[-1].start(), confidence=0.8)
        draft.container = draft.words(blanks[-1].end(), chunk.end, confidence=0.8)
    else:
        draft.title = draft.words(chunk.start, chunk.end, confidence=0.6)


def _tail_start(view: View, body: Sequence[Chunk]) -> int:
    """Return the first chunk whose numbers are those of the source: it and all behind it is no title."""
    for place, chunk in enumerate(body):
        if chunk.kind is ChunkKind.NUMBERS and place:
            return place
        if not place and len(body) > 1 and _is_title_year(chunk, body[1:]):
            continue
        if not chunk.atoms or chunk.kind is ChunkKind.NUMBERS:
            continue
        later = body[place + 1] if place + 1 < len(body) else None
        marked = any(atom.kind in MARKED for atom in chunk.atoms)
        if marked or later is None or later.kind is ChunkKind.NUMBERS or _is_society(view, body, place):
            return place
    return len(body)


def _is_title_year(chunk: Chunk, later: Sequence[Chunk]) -> bool:
    """Whether a bare year at the end of the title is a part of it, as another date follows."""
    bare = len(chunk.atoms) == 1 and chunk.atoms[0].plain
    return bare and any(atom.kind is AtomKind.DATE for one in later for atom in one.atoms)


def _host_out(view: View, draft: Draft, rest: list[Chunk]) -> list[Chunk]:
    """Take out the book of an analytic entry, marked "//" ("[C]//中国计算机学会. 第十届会议论文集. 北京: ...")."""
    if not rest or not rest[0].of(view.text).startswith("//"):
        return rest
    rest[0].start = trimmed(view.text, rest[0].start + 2, rest[0].end)[0]
    words = [chunk for chunk in rest if chunk.kind is ChunkKind.WORDS]
    if len(words) > 2 and (is_organisation(words[0].of(view.text)) or looks_like_people(words[0].of(view.text))):
        draft.add_people(read_people(view.text, words[0].start, words[0].end, default=Role.EDITOR))
        rest = rest[rest.index(words[1]) :]
    draft.container = draft.words(rest[0].start, rest[0].end, confidence=0.9)
    return [Chunk(kind=ChunkKind.NUMBERS, start=0, end=0, before="", atoms=rest[0].atoms), *rest[1:]]


def _is_society(view: View, body: Sequence[Chunk], place: int) -> bool:
    """Whether a society and its numbers follow: "美術史學 37, 한국미술사교육학회, pp.167-197"."""
    after = body[place + 1 :]
    return len(after) > 1 and is_organisation(after[0].of(view.text)) and after[1].kind is ChunkKind.NUMBERS


def _has_publisher(view: View, chunks: Sequence[Chunk]) -> bool:
    """Whether a place or a house is named: the work is a book."""
    words = [chunk.of(view.text) for chunk in chunks if chunk.kind is ChunkKind.WORDS]
    return any(is_publisher(one) or ":" in one or "：" in one for one in words)


def _is_magazine(view: View, body: Sequence[Chunk]) -> bool:
    """Whether a Chinese entry names neither place nor house, only a source and a year: a journal without numbers."""
    words = [chunk for chunk in body if chunk.kind is ChunkKind.WORDS]
    chinese = re.search("[\u3041-\u30ff\uac00-\ud7a3]", view.text) is None
    return chinese and len(words) == 2 and not _has_publisher(view, words) and len(words[1].of(view.text)) < 16


def _is_house(view: View, body: Sequence[Chunk], tail: int) -> bool:
    """Whether pages of a book, not of a journal, are printed: no volume, and its words end like a house."""
    kinds = {atom.kind for chunk in body[tail:] for atom in chunk.atoms}
    if kinds & {AtomKind.VOLUME, AtomKind.ISSUE, AtomKind.PAIR, AtomKind.WHOLE, AtomKind.DECIMAL, AtomKind.NUMBER}:
        return False
    last = _publisher_at(view, body)
    words = body[last].of(view.text) if last is not None else ""
    return is_publisher(words) or names_place(words) or (len(words) > 3 and words in view.text[: body[0].start])


def _is_journal(tail: Sequence[Chunk]) -> bool:
    """Whether numbers say that the source is a journal or proceedings and not a publisher."""
    kinds = {atom.kind for chunk in tail for atom in chunk.atoms}
    if kinds & {AtomKind.VOLUME, AtomKind.ISSUE, AtomKind.PAIR, AtomKind.WHOLE, AtomKind.DECIMAL, AtomKind.NUMBER}:
        return True
    ranges = [atom for chunk in tail for atom in chunk.atoms if atom.kind in (AtomKind.PAGES, AtomKind.RANGE)]
    return any("-" in atom.value for atom in ranges)
