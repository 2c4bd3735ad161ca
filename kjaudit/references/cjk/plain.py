"""References whose title is not bracketed: author (year). title. journal, 12(3), 45-67; author, title, house, year."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .atoms import MARKED, AtomKind
from .chunks import Chunk, ChunkKind, cut, trimmed
from .draft import Draft, put_numbers
from .names import is_organisation
from .people import Role, foreign_pair, is_foreign_pair, looks_like_people, read_people, role_at_end
from .tail import is_place, is_publisher, publisher_words, read_tail, thesis_words
from .view import View

_COLON = re.compile(r"\s?[:：]\s?")
_BLANK = re.compile(r"\s+")
_EDITED = re.compile(
    r"(?P<title>\S.*?)\s+(?P<people>\S{1,5} \S{1,5}(?:·\S{1,5} \S{1,5}){0,8})\s*\((?:編|編著|監修|編集)\)\s+"
    r"(?P<book>\S.*?)\s*\([Pp]{1,2}\.\s*(?P<pages>\d+(?:-\d+)?)\)\s+(?P<house>\S+)\s*\.?$"
)
"""A chapter as Japanese psychology prints it, after authors and year."""

_LIMIT = 40
"""Authors end within this many chunks."""


def read_plain(view: View, draft: Draft) -> None:
    """Read a reference without brackets around its title, by what separates its parts."""
    chunks = cut(view.text, view.start, view.end, view.atoms, view.quoted, view.closed)
    if not chunks:
        return
    body = _read_authors(view, draft, chunks)
    body = _dates_out(draft, body)
    body = _people_out(view, draft, body)
    if body:
        _read_body(view, draft, body)


def _read_authors(view: View, draft: Draft, chunks: list[Chunk]) -> list[Chunk]:
    """Read the authors; returns the chunks behind them."""
    at = _before_date(view, chunks)
    if at is not None:
        sure = looks_like_people(_span(view, chunks[:at]))
        _take_people(view, draft, chunks[:at], sure=sure, stopped=chunks[at].before in (".", "("))
        return chunks[at:]
    colon = _before_colon(view, chunks)
    if colon is not None:
        return _cut_at_colon(view, draft, chunks, colon)
    at = _before_stop(view, chunks)
    if at is None:
        at = _before_comma(view, chunks)
    at, rest = _spaced_names(view, chunks, at)
    if at or rest:
        people = [
            *chunks[:at],
            *([Chunk(kind=ChunkKind.WORDS, start=rest[0], end=rest[1], before=",")] if rest else []),
        ]
        _take_people(view, draft, people, sure=True)
        if rest:
            chunks[at].start = trimmed(view.text, rest[1], chunks[at].end)[0]
    return chunks[at:]


def _take_people(view: View, draft: Draft, chunks: Sequence[Chunk], *, sure: bool, stopped: bool = False) -> None:
    words = [chunk for chunk in chunks if chunk.kind is ChunkKind.WORDS]
    if words:
        pair = len(words) == 2 and words[1].before == "," and is_foreign_pair(_span(view, words)) and stopped
        read = foreign_pair if pair else read_people
        draft.add_people(read(view.text, words[0].start, words[-1].end))
        draft.author_confidence = 0.97 if sure else 0.75
        for chunk in chunks:
            for atom in chunk.atoms:
                draft.add_date(atom)


def _before_date(view: View, chunks: Sequence[Chunk]) -> int | None:
    """Return where a date second after the authors stands: in round brackets, or after names only."""
    for place, chunk in enumerate(chunks[:_LIMIT]):
        dated = [atom for atom in chunk.atoms if atom.kind is AtomKind.DATE]
        if chunk.kind is ChunkKind.WORDS and dated and place == 0 and len(chunk.atoms) == 1:
            follows = any(later.kind is ChunkKind.WORDS for later in chunks[1:])
            return 1 if follows and looks_like_people(chunk.of(view.text)) else None
        if chunk.kind is not ChunkKind.NUMBERS:
            continue
        if not dated or dated[0] is not chunk.atoms[0] or place == 0:
            return None
        if not any(later.kind is ChunkKind.WORDS for later in chunks[place + 1 :]):
            return None
        bracketed = view.text[: chunk.start].rstrip().endswith("(")
        names = _foreign_pair(view, chunks[:place]) or all(
            looks_like_people(one.of(view.text)) for one in chunks[:place]
        )
        return place if names or (bracketed and place <= 6) or place == 1 else None
    return None


def _foreign_pair(view: View, chunks: Sequence[Chunk]) -> bool:
    """Whether the chunks are a foreign name in Hangul, family name first: "푸코, 미셸(Foucault, Michel). 2014."."""
    return len(chunks) == 2 and is_foreign_pair(_span(view, chunks))


def _before_colon(view: View, chunks: Sequence[Chunk]) -> tuple[int, int, int] | None:
    """Return chunk and offsets of the colon that ends a list of authors ("著者，著者：題名")."""
    for place, chunk in enumerate(chunks[:_LIMIT]):
        if chunk.kind is not ChunkKind.WORDS or chunk.before not in ("", ",", "，", "、", " "):
            return None
        found = _COLON.search(view.text, chunk.start, chunk.end)
        if found:
            named = looks_like_people(view.text[chunk.start : found.start()], strictly=True)
            return (place, found.start(), found.end()) if named else None
        if not looks_like_people(chunk.of(view.text)):
            return None
    return None


def _cut_at_colon(view: View, draft: Draft, chunks: list[Chunk], colon: tuple[int, int, int]) -> list[Chunk]:
    place, start, end = colon
    chunk = chunks[place]
    head = Chunk(kind=ChunkKind.WORDS, start=chunk.start, end=start, before=chunk.before)
    _take_people(view, draft, [*chunks[:place], head], sure=True)
    chunk.start = trimmed(view.text, end, chunk.end)[0]
    return chunks[place:]


def _before_stop(view: View, chunks: Sequence[Chunk]) -> int | None:
    """Return the chunk after the full stop that ends a list of authors."""
    for place, chunk in enumerate(chunks[:_LIMIT]):
        if place and chunk.before in (".", "．", "。", ";", "\n"):
            return place if looks_like_people(_span(view, chunks[:place])) or place == 1 else None
        if chunk.kind is not ChunkKind.WORDS or not looks_like_people(chunk.of(view.text)):
            following = chunks[1].before if len(chunks) > 1 else ""
            return (
                1
                if place == 0 and following in (".", "．") and len(chunks) > 2 and chunk.end - chunk.start < 30
                else None
            )
    return None


def _before_comma(view: View, chunks: Sequence[Chunk]) -> int:
    """Return the chunk after the names that open a list held together by commas; a title and a source must be left."""
    words = [chunk for chunk in chunks if chunk.kind is ChunkKind.WORDS and not role_at_end(chunk.of(view.text))]
    keep = 2 if len(words) > 2 and not _spaced_title(view, words) else 1
    spare = len(words) - keep
    place = 0
    for chunk in chunks[:_LIMIT]:
        if chunk.kind is not ChunkKind.WORDS or not looks_like_people(chunk.of(view.text)):
            break
        if not role_at_end(chunk.of(view.text)):
            spare -= 1
        if spare < 0:
            break
        place += 1
    return place or (1 if len(words) > 2 and chunks[0].end - chunks[0].start < 24 else 0)


def _spaced_title(view: View, words: Sequence[Chunk]) -> bool:
    """Whether names are "姓 名" and the last words, with more blanks, hold a name, title and journal in one."""
    *names, last = (chunk.of(view.text) for chunk in words)
    return last.count(" ") > 2 and all(name.count(" ") == 1 and len(name) < 9 for name in names)


def _spaced_names(view: View, chunks: Sequence[Chunk], at: int) -> tuple[int, tuple[int, int] | None]:
    """Where names are written "姓 名", take a last one that only a blank parts from the title."""
    if not 0 < at < len(chunks) or chunks[at].before not in ",，、":
        return at, None
    earlier = [chunk.of(view.text) for chunk in chunks[:at]]
    words = list(_BLANK.finditer(view.text, chunks[at].start, chunks[at].end))
    if len(words) < 2 or not all(name.count(" ") == 1 for name in earlier):
        return at, None
    end = words[1].start()
    name = view.text[chunks[at].start : end]
    return (at, (chunks[at].start, end)) if looks_like_people(name) and len(name) < 10 else (at, None)


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
    edited = _EDITED.match(view.text, body[0].start, view.end)
    if edited and draft.date is not None:
        _read_edited(draft, edited)
        return
    if thesis_words(view.text[body[0].start : view.end]) and _read_thesis(view, draft, body):
        return
    marked = [chunk for chunk in body if view.mark is not None and chunk.start < view.mark]
    if marked and len(marked) < len(body):
        _take_title(view, draft, marked)
        rest = _host_out(view, draft, body[len(marked) :])
        read_tail(draft, rest, wants_container=not _has_publisher(view, rest))
        return
    tail = _tail_start(view, body)
    journal = _is_journal(body[tail:]) or _is_magazine(view, body)
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
        draft.container = draft.words(*trimmed(view.text, body[named].start, body[named].end), confidence=0.9)
    rest = body[max(named, 0) + 1 :]
    lead = body[max(named, 0)].atoms
    put = [Chunk(kind=ChunkKind.NUMBERS, start=0, end=0, before="", atoms=list(lead)), *rest]
    read_tail(draft, put, wants_container=False)


def _blank_before_journal(view: View, body: Sequence[Chunk], named: int) -> bool:
    """Whether a blank parts title and journal (after "著者（年）．"), and the comma before was one of the title."""
    words = body[named].of(view.text)
    stopped = body[0].before in (".", "．") and body[named].before in ",，、"
    return stopped and " " in words and not re.search("[가-힣]", words)


def _read_edited(draft: Draft, found: re.Match[str]) -> None:
    draft.title = draft.words(*found.span("title"), confidence=0.9)
    draft.add_people(read_people(draft.text, *found.span("people"), default=Role.EDITOR))
    draft.container = draft.words(*found.span("book"), confidence=0.9)
    draft.pages = draft.words(*found.span("pages"))
    draft.publisher = draft.words(*found.span("house"), confidence=0.9)


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
    last = _publisher_at(view, body)
    if last is None and _split_house(view, draft, body[0]):
        put_numbers(draft, [atom for chunk in body for atom in chunk.atoms])
        return
    if last and body[0].before in (".", "．") and _split_house(view, draft, body[last], body[0].start):
        put_numbers(draft, [atom for chunk in body for atom in chunk.atoms])
        return
    title_end = _edition_at(body, last) if last else tail or 1
    if last and last - 1 > 0 and is_place(body[last - 1].of(view.text)):
        draft.place = draft.words(body[last - 1].start, body[last - 1].end)
        title_end = min(title_end, last - 1)
    _take_title(view, draft, body[:title_end])
    if (
        last
        and draft.date is not None
        and draft.date.value.day is not None
        and not is_publisher(body[last].of(view.text))
    ):
        draft.container = draft.words(body[last].start, body[last].end, confidence=0.8)
    elif last:
        publisher_words(draft, body[last].start, body[last].end)
    put_numbers(draft, [atom for chunk in body[1:] for atom in chunk.atoms])
    put_numbers(draft, body[0].atoms)


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
        end = max(words[-1].end, *(atom.end for atom in words[-1].atoms)) if words[-1].atoms else words[-1].end
        draft.title = draft.words(*trimmed(view.text, words[0].start, end), confidence=0.9)


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
        if not chunk.atoms or chunk.kind is ChunkKind.NUMBERS:
            continue
        later = body[place + 1] if place + 1 < len(body) else None
        marked = any(atom.kind in MARKED for atom in chunk.atoms)
        if marked or later is None or later.kind is ChunkKind.NUMBERS or _is_society(view, body, place):
            return place
    return len(body)


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


def _is_journal(tail: Sequence[Chunk]) -> bool:
    """Whether numbers say that the source is a journal or proceedings and not a publisher."""
    kinds = {atom.kind for chunk in tail for atom in chunk.atoms}
    if kinds & {AtomKind.VOLUME, AtomKind.ISSUE, AtomKind.PAIR, AtomKind.WHOLE, AtomKind.DECIMAL, AtomKind.NUMBER}:
        return True
    ranges = [atom for chunk in tail for atom in chunk.atoms if atom.kind in (AtomKind.PAGES, AtomKind.RANGE)]
    return any("-" in atom.value for atom in ranges)


def _span(view: View, chunks: Sequence[Chunk]) -> str:
    words = [chunk for chunk in chunks if chunk.kind is ChunkKind.WORDS]
    return view.text[words[0].start : words[-1].end] if words else ""
