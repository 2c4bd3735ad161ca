"""The authors that open a reference without brackets around its title: how far they go, and where the title begins."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .atoms import Atom, AtomKind
from .chunks import Chunk, ChunkKind, cut, trimmed
from .draft import Draft
from .names import is_japanese_person
from .people import foreign_pair, is_foreign_pair, is_others, looks_like_people, read_people, role_at_end
from .tail import names_place
from .view import View

_COLON = re.compile(r"\s?[:：]\s?")
_BLANK = re.compile(r"\s+")
_LIMIT = 40
"""Authors end within this many chunks."""


def read_authors(view: View, draft: Draft, chunks: list[Chunk]) -> list[Chunk]:
    """Read the authors; returns the chunks behind them."""
    year = _year_between_blanks(view)
    if year is not None:
        draft.add_people(read_people(view.text, *trimmed(view.text, view.start, year.start)))
        draft.add_date(year)
        return cut(view.text, year.end, view.end, view.atoms, view.quoted, view.closed)
    colon = _before_colon(view, chunks)
    said = colon is not None and role_at_end(view.text[chunks[colon[0]].start : colon[1]])
    at = None if said else _before_date(view, chunks)
    if at is not None:
        sure = looks_like_people(_span(view, chunks[:at]))
        _take_people(view, draft, chunks[:at], sure=sure, stopped=chunks[at].before in (".", "("))
        return chunks[at:]
    if colon is not None:
        return _cut_at_colon(view, draft, chunks, colon)
    dot = _before_dot(view, chunks)
    if dot is not None:
        draft.add_people(read_people(view.text, chunks[0].start, dot))
        chunks[0].start = trimmed(view.text, dot + 1, chunks[0].end)[0]
        return chunks
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


def _year_between_blanks(view: View) -> Atom | None:
    """Return the year that only blanks part from names before and words after ("山田花子・森 一 1982 題 誌, 30")."""
    year = next((atom for atom in view.atoms if atom.kind is AtomKind.DATE), None)
    if year is None or not year.plain or year.first_edition:
        return None
    before, after = view.text[view.start : year.start], view.text[year.end : year.end + 2]
    apart = (
        before.endswith(" ")
        and (before.rstrip()[-1:].isalnum() or before.endswith(") "))
        and after[:1] == " "
        and after[1:].isalnum()
    )
    return year if apart and len(before) < 200 and looks_like_people(before, strictly=True) else None


def _take_people(view: View, draft: Draft, chunks: Sequence[Chunk], *, sure: bool, stopped: bool = False) -> None:
    words = [chunk for chunk in chunks if chunk.kind is ChunkKind.WORDS]
    if words:
        said = len(words) > 1 and role_at_end(_span(view, words[1:])) is not None
        pair = len(words) > 1 and words[1].before == "," and is_foreign_pair(_span(view, words[:2]))
        if pair and (said if len(words) > 2 else stopped or words[1].of(view.text).endswith(")")):
            draft.add_people(foreign_pair(view.text, words[0].start, words[1].end))
            words = words[2:]
        if words:
            draft.add_people(read_people(view.text, words[0].start, words[-1].end))
        draft.author_confidence = 0.97 if sure else 0.75
        for chunk in chunks:
            for atom in chunk.atoms:
                draft.add_date(atom)


def _before_date(view: View, chunks: Sequence[Chunk]) -> int | None:
    """Return where a date second after the authors stands: in round brackets, or after names only."""
    for place, chunk in enumerate(chunks[:_LIMIT]):
        dated = [atom for atom in chunk.atoms if atom.kind is AtomKind.DATE]
        if chunk.kind is ChunkKind.WORDS and dated and len(chunk.atoms) == 1:
            follows = any(later.kind is ChunkKind.WORDS for later in chunks[place + 1 :])
            people = view.text[chunks[0].start : chunk.end + 1].rstrip(" (")
            return place + 1 if follows and looks_like_people(people) else None
        if chunk.kind is not ChunkKind.NUMBERS:
            continue
        if not dated or dated[0] is not chunk.atoms[0] or place == 0:
            return None
        if not any(later.kind is ChunkKind.WORDS for later in chunks[place + 1 :]):
            return None
        if any(names_place(one.of(view.text)) for one in chunks[:place]):
            return None
        bracketed = view.text[: chunk.start].rstrip().endswith("(")
        paired = 2 if _foreign_pair(view, chunks[:2]) and role_at_end(_span(view, chunks[1:place])) else 0
        names = _foreign_pair(view, chunks[:place]) or all(
            looks_like_people(one.of(view.text)) for one in chunks[paired:place]
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
            before = view.text[chunk.start : found.start()]
            named = looks_like_people(before, strictly=True) or (place > 0 and is_others(before))
            return (place, found.start(), found.end()) if named else None
        if not looks_like_people(chunk.of(view.text)):
            return None
    return None


def _before_dot(view: View, chunks: Sequence[Chunk]) -> int | None:
    """Return the middle dot that parts author and title, as Japanese lawyers print it: "著者・書名（出版社、1992）"."""
    words = chunks[0].of(view.text)
    name, dot, title = words.partition("·")
    house = _OPENS_WITH_WORDS.match(view.text, chunks[0].end)
    if not dot or not house or chunks[0].kind is not ChunkKind.WORDS or re.search("[가-힣]", words):
        return None
    named = is_japanese_person(name) and not is_japanese_person(title.split("·")[0])
    return chunks[0].start + len(name) if named else None


_OPENS_WITH_WORDS = re.compile(r"\s?\([^\d\s()第]")


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
        if place and is_others(chunk.of(view.text)):
            continue
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
    place = 2 if _initialled(view, chunks) else 0
    for chunk in chunks[place:_LIMIT]:
        if chunk.kind is not ChunkKind.WORDS or not looks_like_people(chunk.of(view.text)):
            break
        if not role_at_end(chunk.of(view.text)):
            spare -= 1
        if spare < 0:
            break
        place += 1
    return place or (1 if len(words) > 2 and chunks[0].end - chunks[0].start < 24 else 0)


def _initialled(view: View, chunks: Sequence[Chunk]) -> bool:
    """Whether the entry opens with a foreign family name and the initials of its bearer ("맨큐, N. G., ...")."""
    words = [chunk.of(view.text) for chunk in chunks[:2]]
    return len(words) == 2 and _FAMILY.fullmatch(words[0]) is not None and _GIVEN.fullmatch(words[1]) is not None


_FAMILY = re.compile("[가-힣]{1,6}|[\u30a1-\u30ff]{1,10}")
_GIVEN = re.compile(r"(?:[A-Z]\.?[ -]?){1,3}")


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


def _span(view: View, chunks: Sequence[Chunk]) -> str:
    words = [chunk for chunk in chunks if chunk.kind is ChunkKind.WORDS]
    return view.text[words[0].start : words[-1].end] if words else ""
