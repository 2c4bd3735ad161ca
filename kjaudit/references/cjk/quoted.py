"""References whose title stands in brackets or quotation marks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from kjaudit.language.names_han import is_han_name
from kjaudit.model import Problem, ProblemKind, Span

from .atoms import MARKED, AtomKind
from .brackets import Bracket, Quoted
from .chunks import Chunk, ChunkKind, cut, trimmed
from .draft import Draft, put_numbers
from .people import People, Role, foreign_pair, is_foreign_pair, looks_like_people, read_people, role_at_end
from .tail import container_words, read_tail, thesis_words
from .view import View
from .vocabulary import NEWSPAPER, STATUS

_BOOK = (Bracket.DOUBLE_CORNER, Bracket.DOUBLE_ANGLE)
_PARTICLE = re.compile(
    r"(?:[의은는이가을를와과에]|에서|으로|로|라는|이라는|부터|까지)(?=[\s,.])|[のをにはがとでもへや](?![·])|から|まで|における|について"
)
"""Particles directly after a closing bracket: the brackets are a part of a longer title, not its ends."""

_LAST_NUMBER = re.compile(r"\s(\d{1,4})$")


def settled(view: View) -> tuple[View, Quoted | None]:
    """
    Return the bracketed run that is the title (or, after an unbracketed title, the container), and the view of it.

    Brackets inside a longer title are no more than words: the view returned has them no longer.
    """
    while view.quoted and _embedded(view, view.quoted[0]):
        view = replace(view, quoted=view.quoted[1:])
        if view.quoted and not _container(view, view.quoted[0]):
            return view.without_quotes(), None
    if not view.quoted:
        return view, None
    first = view.quoted[0]
    marked = view.mark is not None and trimmed(view.text, first.end, max(view.mark, first.end))[0] < view.mark
    return (view.without_quotes(), None) if marked else (view, first)


def _container(view: View, quoted: Quoted) -> bool:
    """Whether brackets behind an unbracketed title hold its journal."""
    before = view.text[: quoted.start].rstrip()[-1:]
    return quoted.kind in (*_BOOK, Bracket.ANGLE) and before in (".", ",", "．", "、")


def _embedded(view: View, quoted: Quoted) -> bool:
    """Whether the brackets stand inside a longer, unbracketed title."""
    if _PARTICLE.match(view.text, quoted.end):
        return True
    before = view.text[max(0, quoted.start - 1) : quoted.start]
    if quoted.kind is Bracket.ANGLE and before.isalpha():
        return True
    if len(view.quoted) > 1 and _follows(view, quoted):
        return False
    if quoted.kind in (Bracket.QUOTES, Bracket.SINGLE_QUOTES) and _words_lead(view, quoted):
        return True
    chunks = cut(view.text, quoted.end, view.end, view.atoms, view.quoted, view.closed)
    return _words_go_on(view, quoted, chunks)


def _words_lead(view: View, quoted: Quoted) -> bool:
    """Whether words that name nobody stand before the quotation mark, without a mark between."""
    before = view.text[view.start : quoted.start].rstrip()
    if not before or not before[-1].isalpha():
        return False
    head = cut(view.text, view.start, quoted.start, view.atoms, view.quoted, view.closed)
    last = head[-1] if head else None
    return (
        last is not None and last.kind is ChunkKind.WORDS and not looks_like_people(last.of(view.text), strictly=True)
    )


def _words_go_on(view: View, quoted: Quoted, chunks: Sequence[Chunk]) -> bool:
    """Whether words follow the brackets without a mark between, and the source only behind them."""
    if not chunks or chunks[0].kind is not ChunkKind.WORDS or chunks[0].atoms:
        return False
    first = chunks[0]
    ended = view.text[quoted.inner_end - 1] in ",.，．、。?!"
    if ended or view.text[quoted.end : first.start].strip() or role_at_end(first.of(view.text)):
        return False
    if len(chunks) > 1 and chunks[1].kind is ChunkKind.TITLE:
        return _container(view, view.quoted[1])
    later = [chunk for chunk in chunks[1:] if chunk.kind is ChunkKind.WORDS]
    numbered = any(atom.kind in _NUMBERED for chunk in chunks for atom in chunk.atoms)
    return bool(later) and chunks[1].kind is ChunkKind.WORDS and numbered


_NUMBERED = (AtomKind.VOLUME, AtomKind.ISSUE, AtomKind.PAIR, AtomKind.PAGES, AtomKind.RANGE)


def _follows(view: View, quoted: Quoted) -> bool:
    """Whether the next bracketed run is a book: "「題」岡田章編『書名』"."""
    later = [one for one in view.quoted if one.start >= quoted.end]
    return bool(later) and later[0].kind in _BOOK and later[0].start - quoted.end < 80


def read_quoted(view: View, draft: Draft, quoted: Quoted) -> None:
    """Read a reference with its title (or, after an unbracketed title, its container) in brackets."""
    head = cut(view.text, view.start, quoted.start, view.atoms, view.quoted, view.closed)
    title = _title_before(view, head)
    if title is not None and (quoted.kind is not Bracket.CORNER or title.before in ".．"):
        _read_head(view, draft, [chunk for chunk in head if chunk.start < title.start])
        last = head[-1]
        draft.title = draft.words(*trimmed(view.text, title.start, last.end), confidence=0.9)
        draft.container = draft.words(quoted.inner_start, quoted.inner_end)
        read_tail(
            draft, cut(view.text, quoted.end, view.end, view.atoms, view.quoted, view.closed), wants_container=False
        )
        return
    _read_head(view, draft, head)
    inner_end = view.mark if view.mark and quoted.inner_start < view.mark < quoted.inner_end else quoted.inner_end
    start, end = trimmed(view.text, quoted.inner_start, inner_end)
    draft.title = draft.words(start, end)
    _read_after(view, draft, quoted)


def _title_before(view: View, head: Sequence[Chunk]) -> Chunk | None:
    """Return the first chunk of an unbracketed title before the bracket: words after the date that name nobody."""
    words = [chunk for chunk in head if chunk.kind is ChunkKind.WORDS]
    dated = next((place for place, chunk in enumerate(head) if chunk.kind is ChunkKind.NUMBERS), None)
    if dated is not None and dated > 0:
        after = [chunk for chunk in head[dated + 1 :] if chunk.kind is ChunkKind.WORDS]
        return after[0] if after and not role_at_end(view.text[after[0].start : after[-1].end]) else None
    if len(words) < 2 or looks_like_people(view.text[words[1].start : words[-1].end]):
        return None
    candidate = next((chunk for chunk in words[1:] if not looks_like_people(chunk.of(view.text))), None)
    if candidate is None or role_at_end(candidate.of(view.text)):
        return None
    return candidate if candidate.end - candidate.start > 8 else None


def _read_head(view: View, draft: Draft, head: Sequence[Chunk]) -> None:
    head = [chunk for chunk in head if not STATUS.fullmatch(chunk.of(view.text))]
    words = [chunk for chunk in head if chunk.kind is ChunkKind.WORDS]
    if words:
        draft.add_people(_head_people(view, head, words))
    for chunk in head:
        for atom in chunk.atoms:
            draft.add_date(atom)


def _head_people(view: View, head: Sequence[Chunk], words: Sequence[Chunk]) -> list[People]:
    start, end = words[0].start, words[-1].end
    if not _solid(head):
        return _piecewise(view, head)
    if len(words) > 2 and is_foreign_pair(view.text[start : words[1].end]):
        rest = read_people(view.text, words[2].start, end)
        if rest and all(group.said for group in rest):
            return [*foreign_pair(view.text, start, words[1].end), *rest]
    stopped = len(words) == 2 and len(head) > 2 and head[2].before in (".", "(")
    pair = stopped and is_foreign_pair(view.text[start:end])
    return foreign_pair(view.text, start, end) if pair else read_people(view.text, start, end)


def _solid(head: Sequence[Chunk]) -> bool:
    """Whether no number stands between the people."""
    kinds = [chunk.kind for chunk in head]
    first, last = (kinds.index(ChunkKind.WORDS), len(kinds) - 1 - kinds[::-1].index(ChunkKind.WORDS))
    return ChunkKind.NUMBERS not in kinds[first:last] and not any(chunk.atoms for chunk in head[first:last])


def _piecewise(view: View, head: Sequence[Chunk]) -> list[People]:
    """Read people that numbers part ("Anderson, B.(1983), 서지원 역(2018)"), a run between numbers at a time."""
    groups: list[People] = []
    for kind, run in groupby(head, key=lambda chunk: chunk.kind):
        words = list(run)
        if kind is ChunkKind.WORDS:
            read = read_people(view.text, words[0].start, words[-1].end)
            groups += [one for one in read if one.said] if groups else read
    return groups


def _read_after(view: View, draft: Draft, quoted: Quoted) -> None:
    chunks = cut(view.text, quoted.end, view.end, view.atoms, view.quoted, view.closed)
    at = next((place for place, chunk in enumerate(chunks) if chunk.kind is ChunkKind.TITLE), None)
    if at is None:
        book = quoted.kind in _BOOK
        if not book and thesis_words(view.text[quoted.end : view.end]):
            book = True
        read_tail(draft, chunks, wants_container=not book)
        return
    if _is_part_of_classic(view, quoted, chunks, at):
        _swap(view, draft, chunks, at)
        return
    if quoted.kind in _BOOK and chunks[at].quoted is not None and _is_series(view, chunks, at):
        read_tail(draft, _series_out(draft, chunks, at), wants_container=False)
        return
    if quoted.kind in _BOOK and _is_reprint(view, chunks, at):
        read_tail(draft, chunks[:at], wants_container=False)
        return
    numbered = [place for place, chunk in enumerate(chunks[:at]) if any(atom.kind in MARKED for atom in chunk.atoms)]
    if numbered:
        _read_first_of_two(view, draft, chunks, numbered[-1], quoted)
        return
    between, container = chunks[:at], chunks[at]
    _read_between(view, draft, between)
    _take_container(draft, container)
    rest = [chunk for chunk in chunks[at + 1 :] if chunk.kind is not ChunkKind.TITLE]
    read_tail(draft, rest, wants_container=False)


def _is_part_of_classic(view: View, quoted: Quoted, chunks: Sequence[Chunk], at: int) -> bool:
    """Whether a work and a part of it are named: "『三國遺事』 卷1, 「紀異」"; nothing but numbers stands between."""
    part = chunks[at].quoted
    smaller = part is not None and quoted.kind in _BOOK and part.kind in (Bracket.CORNER, Bracket.ANGLE)
    numbers = [atom for chunk in chunks[:at] for atom in chunk.atoms]
    bare = all(chunk.kind is ChunkKind.NUMBERS for chunk in chunks[:at])
    kinds = {atom.kind for atom in numbers}
    paper = kinds == {AtomKind.DATE} and NEWSPAPER.search(view.text[quoted.inner_start : quoted.inner_end])
    if not smaller or not bare or (kinds - {AtomKind.VOLUME, AtomKind.NUMBER} and not paper):
        return False
    last = part is not None and all(chunk.kind is not ChunkKind.TITLE for chunk in chunks[at + 1 :])
    return last and (part.kind is Bracket.CORNER or bool(numbers)) if part else False


def _swap(view: View, draft: Draft, chunks: Sequence[Chunk], at: int) -> None:
    """Take the part for the title and the work for its container."""
    part = chunks[at].quoted
    assert part is not None
    draft.container, draft.title = draft.title, draft.words(*trimmed(view.text, part.inner_start, part.inner_end))
    read_tail(draft, [*chunks[:at], *chunks[at + 1 :]], wants_container=False)


def _is_reprint(view: View, chunks: Sequence[Chunk], at: int) -> bool:
    """Whether a book with house and year is followed, in brackets, by the collection that prints it again."""
    dated = any(atom.kind is AtomKind.DATE for chunk in chunks[:at] for atom in chunk.atoms)
    house = any(chunk.kind is ChunkKind.WORDS for chunk in chunks[:at])
    return dated and house and view.text[: chunks[at].start].rstrip().endswith("(")


def _is_series(view: View, chunks: Sequence[Chunk], at: int) -> bool:
    """Whether angle brackets behind a book and its publisher name a series: "『題』岩波書店〈岩波全書〉"."""
    series = chunks[at].quoted
    words = [chunk for chunk in chunks if chunk.kind is ChunkKind.WORDS and not role_at_end(chunk.of(view.text))]
    return series is not None and series.kind is Bracket.ANGLE and bool(words)


def _series_out(draft: Draft, chunks: Sequence[Chunk], at: int) -> list[Chunk]:
    series = chunks[at].quoted
    assert series is not None
    draft.collection = draft.words(series.inner_start, series.inner_end)
    return [chunk for chunk in chunks if chunk.kind is not ChunkKind.TITLE]


def _read_first_of_two(view: View, draft: Draft, chunks: list[Chunk], numbered: int, quoted: Quoted) -> None:
    """Read no further than the numbers: another bracketed title behind them is that of another entry."""
    stop = numbered + 1
    while stop < len(chunks) and chunks[stop].kind is ChunkKind.NUMBERS:
        stop += 1
    read_tail(draft, chunks[:stop], wants_container=quoted.kind not in _BOOK)
    span = Span(chunks[stop].start, view.end) if stop < len(chunks) else None
    message = "A second entry seems to follow in the same paragraph"
    draft.problems.append(Problem(kind=ProblemKind.RUN_TOGETHER, message=message, span=span))


def _take_container(draft: Draft, container: Chunk) -> None:
    assert container.quoted is not None
    start, end = trimmed(draft.text, container.quoted.inner_start, container.quoted.inner_end)
    number = _LAST_NUMBER.search(draft.text, start, end)
    rest = draft.text[container.end : container.end + 12]
    if number and not re.search(r"[0-9]{1,3}\s*[(\-호号집권巻]", rest) and not is_han_name(draft.text[start:end]):
        outside = any(char.isdigit() for char in re.sub(r"(?:1[5-9]|20)\d\d", "", draft.text[container.end :]))
        if not outside:
            draft.volume = draft.words(*number.span(1), confidence=0.8)
            end = number.start()
    draft.container = draft.words(start, end)


_ROLE_OF_BOOK = {Role.AUTHOR: Role.EDITOR}
"""Who wrote and edited the book ("編著") edited it for the article in it."""


def _read_between(view: View, draft: Draft, between: Sequence[Chunk]) -> None:
    """Read what stands between the title and its container: editors, "In", a date."""
    words = [chunk for chunk in between if chunk.kind is ChunkKind.WORDS]
    if words:
        region = (words[0].start, words[-1].end)
        said = role_at_end(view.text[slice(*region)])
        if said or looks_like_people(view.text[slice(*region)]):
            people = read_people(view.text, *region, default=Role.EDITOR)
            draft.add_people([replace(one, role=_ROLE_OF_BOOK.get(one.role, one.role)) for one in people])
        elif len(words) == 1 and words[0].end - words[0].start > 3 and draft.container is None:
            draft.publisher = container_words(draft, *region)
    put_numbers(draft, [atom for chunk in between for atom in chunk.atoms])
