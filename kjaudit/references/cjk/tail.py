"""What follows the title: journal or publisher, place, people with a role, thesis words, numbers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from kjaudit.model import Field, WorkType

from .atoms import Atom, AtomKind
from .chunks import Chunk, ChunkKind, trimmed
from .draft import Draft, put_numbers
from .names import is_organisation
from .people import looks_like_people, read_people, role_at_end
from .vocabulary import (
    CONFERENCE,
    IN,
    NEWSPAPER,
    NOISE,
    PART,
    PLACES,
    PUBLISHER,
    REGNAL,
    REPORT,
    SERIES,
    STATUS,
    THESIS,
    UNIVERSITY,
)

_PLACE = re.compile(r"([가-힣\u4e00-\u9fffA-Za-z ]{1,14}?)\s*[:：]\s*(?=\S)")
_PLACE_DOT = re.compile(r"([\u4e00-\u9fff가-힣]{2,3})\s?·\s?(?=\S)")
_VOLUMES = (AtomKind.VOLUME, AtomKind.ISSUE, AtomKind.PAIR)


def read_tail(draft: Draft, chunks: Sequence[Chunk], *, wants_container: bool) -> None:
    """
    Read what follows a title.

    Args:
        draft: gets the fields.
        chunks: in order; a bracketed title among them is the container.
        wants_container: the first words are a journal (after a bracketed article title), not a publisher.
    """
    left = _people_out(draft, chunks)
    left = _thesis_out(draft, left)
    left = report_out(draft, left)
    _series_behind_house(draft, left)
    edition = any(atom.kind is AtomKind.EDITION for chunk in left for atom in chunk.atoms)
    wants_container = wants_container and draft.type is not WorkType.REPORT and not edition
    if not wants_container:
        left = series_out(draft, left)
    atoms = [atom for chunk in left for atom in chunk.atoms]
    _mark_volumes(left)
    words = _parts_out(draft, [chunk for chunk in left if chunk.kind is ChunkKind.WORDS])
    words = [chunk for chunk in words if not _is_noise(chunk.of(draft.text))]
    if wants_container and words and draft.container is None and draft.type is not WorkType.THESIS:
        first = words[0]
        if not _is_publisher_only(draft, first, words, atoms):
            used = _container_chunks(words)
            draft.container = container_words(draft, first.start, words[used - 1].end)
            words = words[used:]
    put_numbers(draft, atoms)
    _read_publisher(draft, words)


def _parts_out(draft: Draft, words: Sequence[Chunk]) -> list[Chunk]:
    """Take "上", "下卷" or "Ⅱ" for the volume, and the bare number of a report ("05-J-015") for its number."""
    left: list[Chunk] = []
    for chunk in words:
        if draft.volume is None and PART.fullmatch(chunk.of(draft.text)):
            draft.volume = draft.words(chunk.start, chunk.end, confidence=0.85)
        elif draft.type is WorkType.REPORT and draft.number is None and _SIGN.fullmatch(chunk.of(draft.text)):
            draft.number = draft.words(chunk.start, chunk.end)
        else:
            left.append(chunk)
    return left


_SIGN = re.compile(r"[A-Z0-9][A-Z0-9.\-]{2,20}")


def _mark_volumes(chunks: Sequence[Chunk]) -> None:
    for chunk, after in pairwise(chunks):
        own = chunk.atoms or after.atoms if after.kind is ChunkKind.NUMBERS else chunk.atoms
        chunk.before_volume = any(atom.kind in _VOLUMES for atom in own)


def _container_chunks(words: Sequence[Chunk]) -> int:
    """Return how many chunks the journal takes: a full stop may stand in its title, before its volume."""
    for place, chunk in enumerate(words[:3]):
        if place and chunk.before not in (".", "．"):
            break
        if chunk.before_volume:
            return place + 1
    return 1


def container_words(draft: Draft, start: int, end: int) -> Field[str] | None:
    """Return the title of a container without a leading "In"; a number at its very end is left to the numbers."""
    found = IN.match(draft.text, start, end)
    if found and found.end() < end:
        start = found.end()
    return draft.words(*trimmed(draft.text, start, end))


def settle_type(draft: Draft, *, bracketed_book: bool) -> WorkType:
    """Return the CSL type that the fields speak for."""
    if draft.type is not None:
        return draft.type
    container = draft.container.value if draft.container else ""
    if container:
        dated = draft.date is not None and draft.date.value.day is not None
        if NEWSPAPER.search(container) and (dated or not (draft.volume or draft.issue)):
            return WorkType.ARTICLE_NEWSPAPER
        if draft.editors or (draft.publisher and not (draft.volume or draft.issue)):
            return WorkType.CHAPTER
        return WorkType.PAPER_CONFERENCE if CONFERENCE.search(container) else WorkType.ARTICLE_JOURNAL
    return WorkType.BOOK if draft.publisher or bracketed_book else WorkType.DOCUMENT


def is_publisher(words: str) -> bool:
    """Whether `words` end like the name of a publishing house."""
    return len(words) > 1 and PUBLISHER.search(words) is not None


def read_status(draft: Draft) -> None:
    """Note what stands for a missing date ("게재예정", "近刊")."""
    found = STATUS.search(draft.text)
    if found and draft.status is None:
        draft.status = draft.words(found.start(), found.end())


def thesis_words(text: str) -> bool:
    """Whether `text` says that the work is a thesis."""
    found = THESIS.search(text)
    return found is not None


def _people_out(draft: Draft, chunks: Sequence[Chunk]) -> list[Chunk]:
    """Take out people whose role is said; names before them, cut off by commas, go with them."""
    left: list[Chunk] = []
    for chunk in chunks:
        said = chunk.kind is ChunkKind.WORDS and _says_role(chunk.of(draft.text))
        if not said:
            left.append(chunk)
            continue
        start = chunk.start
        while left and _same_list(draft, left[-1], chunk):
            start = left.pop().start
        draft.add_people(read_people(draft.text, start, chunk.end))
        if chunk.atoms:
            left.append(Chunk(kind=ChunkKind.NUMBERS, start=chunk.end, end=chunk.end, before=" ", atoms=chunk.atoms))
    return left


def _says_role(words: str) -> bool:
    found = role_at_end(words)
    return found is not None and looks_like_people(words)


def _same_list(draft: Draft, chunk: Chunk, said: Chunk) -> bool:
    if chunk.kind is not ChunkKind.WORDS or chunk.atoms or said.before not in ",，、;":
        return False
    between = draft.text[chunk.end : said.start].strip()
    words = chunk.of(draft.text)
    return between[:1] in (",", "，", "、", ";", "") and looks_like_people(words) and not is_publisher(words)


def _thesis_out(draft: Draft, chunks: Sequence[Chunk]) -> list[Chunk]:
    left: list[Chunk] = []
    for chunk in chunks:
        found = THESIS.search(chunk.of(draft.text)) if chunk.kind is ChunkKind.WORDS else None
        if not found:
            left.append(chunk)
            continue
        draft.type = WorkType.THESIS
        start, end = chunk.start + found.start(), chunk.start + found.end()
        draft.genre = draft.genre or draft.words(start, end)
        rests = (trimmed(draft.text, chunk.start, start), trimmed(draft.text, end, chunk.end))
        left.extend(
            Chunk(kind=ChunkKind.WORDS, start=rest[0], end=rest[1], before=chunk.before)
            for rest in rests
            if rest[1] - rest[0] > 1
        )
        left.append(Chunk(kind=ChunkKind.NUMBERS, start=chunk.end, end=chunk.end, before=" ", atoms=chunk.atoms))
    return left


def report_out(draft: Draft, chunks: Sequence[Chunk]) -> list[Chunk]:
    """Take out what kind of report the work is, with its number ("정책보고서 2017-53", "보도자료")."""
    left: list[Chunk] = []
    numbered = sum(_counts(atom) for chunk in chunks for atom in chunk.atoms)
    for chunk in chunks:
        words = chunk.of(draft.text) if chunk.kind is ChunkKind.WORDS else ""
        said = REPORT.search(words) if numbered < 2 or words.endswith(_NOTICES) else None
        if not said or draft.genre is not None or any(atom.kind in _PERIODICAL for atom in chunk.atoms):
            left.append(chunk)
            continue
        draft.genre = draft.words(chunk.start, chunk.end)
        draft.type = WorkType.REPORT
        numbers = [atom for atom in chunk.atoms if atom.kind not in (AtomKind.DATE, AtomKind.PAGES)]
        if numbers and draft.number is None:
            draft.number = draft.words(numbers[0].value_start, numbers[-1].end)
        rest = [atom for atom in chunk.atoms if atom not in numbers]
        left += _numbers(chunk, rest)
    return left


def _counts(atom: Atom) -> bool:
    """Whether a number could be that of a periodical."""
    digits = any(char.isdigit() for char in atom.value)
    return digits and atom.kind not in (AtomKind.DATE, AtomKind.EDITION, AtomKind.EXTENT)


_NOTICES = ("고시", "훈령", "예규", "告示")
_PERIODICAL = (AtomKind.VOLUME, AtomKind.PAIR)


def _series_behind_house(draft: Draft, chunks: Sequence[Chunk]) -> None:
    """Take the series in brackets behind a publisher: "岩波書店（岩波新書）"."""
    for chunk in chunks:
        found = _BEHIND.fullmatch(draft.text, chunk.start, chunk.end) if chunk.kind is ChunkKind.WORDS else None
        if found and draft.collection is None and is_publisher(found.group(1)) and not is_place(found.group(2)):
            draft.collection = draft.words(*found.span(2), confidence=0.9)
            chunk.end = found.end(1)


_BEHIND = re.compile(r"([^()]{2,30}?)\s*\(([^()]{2,30})\)")


def _numbers(chunk: Chunk, atoms: list[Atom]) -> list[Chunk]:
    """Return numbers without the words they stood behind, as a chunk of their own; none for none."""
    return [Chunk(kind=ChunkKind.NUMBERS, start=chunk.end, end=chunk.end, before=" ", atoms=atoms)] if atoms else []


def series_out(draft: Draft, chunks: Sequence[Chunk]) -> list[Chunk]:
    """Take out the series of a book: words in brackets of their own, numbered words, words that say so."""
    left: list[Chunk] = []
    for place, chunk in enumerate(chunks):
        if draft.collection is None and chunk.kind is ChunkKind.WORDS and _is_series(draft, chunk, chunks[place + 1 :]):
            end = max([chunk.end, *(atom.end for atom in chunk.atoms if atom.kind is not AtomKind.DATE)])
            draft.collection = draft.words(*trimmed(draft.text, chunk.start, end), confidence=0.9)
            dates = [atom for atom in chunk.atoms if atom.kind is AtomKind.DATE]
            left += _numbers(chunk, dates)
        else:
            left.append(chunk)
    return left


def _is_series(draft: Draft, chunk: Chunk, later: Sequence[Chunk]) -> bool:
    words = chunk.of(draft.text)
    end = max([chunk.end, *(atom.end for atom in chunk.atoms)])
    alone = chunk.before == "(" and draft.text[end:].lstrip()[:1] == ")"
    if alone and SERIES.search(words):
        return True
    house = any(one.kind is ChunkKind.WORDS and not _is_noise(one.of(draft.text)) for one in later)
    if not house or is_place(words) or _is_noise(words) or ":" in words:
        return False
    if SERIES.search(words):
        return True
    if alone:
        return True
    if is_publisher(words) or is_organisation(words):
        return False
    return len(chunk.atoms) == 1 and chunk.atoms[0].kind in (AtomKind.NUMBER, AtomKind.VOLUME)


def _is_noise(words: str) -> bool:
    return any(pattern.fullmatch(words) for pattern in (NOISE, STATUS, REGNAL))


def _is_publisher_only(draft: Draft, first: Chunk, words: Sequence[Chunk], atoms: Sequence[Atom]) -> bool:
    """Whether the only words after a title in article brackets are a publisher all the same."""
    numbered = first.atoms or any(atom.kind is not AtomKind.DATE for atom in atoms)
    return not numbered and len(words) == 1 and is_publisher(first.of(draft.text)) and first.end - first.start < 12


def _read_publisher(draft: Draft, words: Sequence[Chunk]) -> None:
    chosen = next((one for one in words if UNIVERSITY.search(one.of(draft.text))), None)
    if draft.type is not WorkType.THESIS or chosen is None:
        chosen = words[0] if words else None
    for place, chunk in enumerate(words):
        if chunk is chosen and is_place(chunk.of(draft.text)) and place + 1 < len(words):
            draft.place = draft.words(chunk.start, chunk.end)
            chosen = words[place + 1]
        elif chunk is chosen:
            publisher_words(draft, chunk.start, chunk.end)
        elif draft.type is not WorkType.THESIS:
            draft.unread(chunk.start, chunk.end)


def publisher_words(draft: Draft, start: int, end: int) -> None:
    """Take a publisher, with the place before its colon or middle dot ("서울: 민음사", "東京・岩波書店")."""
    found = _PLACE.match(draft.text, start, end)
    dotted = _PLACE_DOT.match(draft.text, start, end)
    if found and (is_place(found.group(1)) or len(found.group(1)) <= 10):
        draft.place = draft.words(found.start(1), found.end(1))
        start = found.end()
    elif dotted and is_place(dotted.group(1)):
        draft.place = draft.words(dotted.start(1), dotted.end(1))
        start = dotted.end()
    draft.publisher = draft.publisher or draft.words(start, end, confidence=0.9)


def names_place(words: str) -> bool:
    """Whether `words` open with a place and a colon ("서울: 민음사")."""
    found = _PLACE.match(words)
    return found is not None and is_place(found.group(1))


def is_place(words: str) -> bool:
    """Whether `words` are a place of publication."""
    return words.strip() in PLACES or words.strip().rstrip("시市都").strip() in PLACES
