"""What follows the title: journal or publisher, place, people with a role, thesis words, numbers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from kjaudit.model import WorkType

from .atoms import Atom, AtomKind
from .chunks import Chunk, ChunkKind, trimmed
from .draft import Draft, put_numbers
from .people import looks_like_people, read_people, role_at_end

_THESIS = re.compile(
    r"(?:[가-힣]{0,8}?(?:박사|석사)\s*(?:학위\s*)?(?:청구\s*)?논문|학위\s*논문|(?:博士|修士)(?:学位|學位)?(?:請求)?(?:論文|论文)|(?:硕士|博士|碩士)(?:学位|學位)?(?:论文|論文)"
    r"|(?:Ph\.?\s?D\.?|Master'?s?|Doctoral)\s*(?:thesis|dissertation)?)"
)
_UNIVERSITY = re.compile(r"대학|大学|大學|학교|[Uu]niv|연구원|연구소")
_PUBLISHER = re.compile(
    r"(?:출판사?|출판부|출판문화원|문화사|문고|서점|서원|서림|출판회|미디어|북스|하우스|프레스|정음사|민음사|창비|창작과비평사|문학과지성사|문학동네|한길사|소명출판"
    r"|출판국|[가-힣]{1,6}(?:당|관|방|각|사|원)|출판협회|出版(?:社|会|部|局|センター)?|書店|書房|書院|書林|書館|文庫|新書|新聞社|印刷所|館|社|堂|閣|房|ブックス|プレス|出版局"
    r"|Press|Books|Publish\w*|印书馆|书店|书局|書局|出版社)$"
)
_PLACES = frozenset(
    [
        "서울",
        "부산",
        "대구",
        "대전",
        "광주",
        "인천",
        "파주",
        "고양",
        "춘천",
        "전주",
        "제주",
        "수원",
        "용인",
        "성남",
        "서울시",
        "경기",
        "東京",
        "京都",
        "大阪",
        "名古屋",
        "神戸",
        "横浜",
        "仙台",
        "札幌",
        "福岡",
        "北京",
        "上海",
        "天津",
        "南京",
        "广州",
        "廣州",
        "武汉",
        "成都",
        "西安",
        "台北",
        "臺北",
        "香港",
        "漢城",
        "平壤",
        "평양",
        "도쿄",
        "동경",
        "베이징",
        "북경",
        "東京都",
        "京城",
        "경성",
        "長春",
        "濟南",
        "济南",
        "杭州",
    ]
)
_PLACE = re.compile(r"([가-힣\u4e00-\u9fffA-Za-z ]{1,14}?)\s*[:：]\s*(?=\S)")
_PLACE_DOT = re.compile(r"([\u4e00-\u9fff가-힣]{2,3})\s?·\s?(?=\S)")
_IN = re.compile(r"(?:[Ii]n|수록|收於|收入|載|所収|所收|より|in:)\s*[:：]?\s*")
_NEWSPAPER = re.compile(r"(?:신문|일보|新聞|日報|타임스|경제|뉴스|朝日|毎日|読売|日经|晚报)$")
_CONFERENCE = re.compile(
    r"(?:학술대회|학술발표|발표대회|학술회의|발표논문집|大会|発表論文集|講演論文集|予稿集|シンポジウム|研究会資料|Proceedings|会议|論文集)"
)
_NOISE = re.compile(
    r"(?:특집|特集|별쇄본|未刊行?|미간행|영인본|影印本|참조|所収|외|等|など|년|年|月|수정|쪽|호|号|[상중하上中下]|\d+|[A-Z])$"
)
_VOLUMES = (AtomKind.VOLUME, AtomKind.ISSUE, AtomKind.PAIR)
_STATUS = re.compile(
    r"게재\s?예정|출판\s?예정|출간\s?예정|인쇄\s?중|印刷中|近刊|刊行予定|掲載予定|投稿中|미출간|연도\s?미상|간행년\s?미상|n\.d\.|刊行年不明|出版年不明|待刊|即将出版|forthcoming|in press"
)


def read_tail(draft: Draft, chunks: Sequence[Chunk], *, wants_container: bool) -> None:
    """
    Read what follows a title.

    Args:
        chunks: in order; a bracketed title among them is the container.
        wants_container: the first words are a journal (after a bracketed article title), not a publisher.
    """
    left = _people_out(draft, chunks)
    left = _thesis_out(draft, left)
    atoms = [atom for chunk in left for atom in chunk.atoms]
    _mark_volumes(left)
    words = [chunk for chunk in left if chunk.kind is ChunkKind.WORDS and not _is_noise(chunk.of(draft.text))]
    if wants_container and words and draft.container is None and draft.type is not WorkType.THESIS:
        first = words[0]
        if not _is_publisher_only(draft, first, words, atoms):
            used = _container_chunks(words)
            draft.container = container_words(draft, first.start, words[used - 1].end)
            words = words[used:]
    put_numbers(draft, atoms)
    _read_publisher(draft, words)


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


def container_words(draft: Draft, start: int, end: int):  # type: ignore[no-untyped-def]  # noqa: ANN201
    """Return the title of a container without a leading "In"; a number at its very end is left to the numbers."""
    found = _IN.match(draft.text, start, end)
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
        if _NEWSPAPER.search(container) and (dated or not (draft.volume or draft.issue)):
            return WorkType.ARTICLE_NEWSPAPER
        if draft.editors or (draft.publisher and not (draft.volume or draft.issue)):
            return WorkType.CHAPTER
        return WorkType.PAPER_CONFERENCE if _CONFERENCE.search(container) else WorkType.ARTICLE_JOURNAL
    return WorkType.BOOK if draft.publisher or bracketed_book else WorkType.DOCUMENT


def is_publisher(words: str) -> bool:
    """Whether `words` end like the name of a publishing house."""
    return len(words) > 1 and _PUBLISHER.search(words) is not None


def read_status(draft: Draft) -> None:
    """Note what stands for a missing date ("게재예정", "近刊")."""
    found = _STATUS.search(draft.text)
    if found and draft.status is None:
        draft.status = draft.words(found.start(), found.end())


def thesis_words(text: str) -> bool:
    """Whether `text` says that the work is a thesis."""
    found = _THESIS.search(text)
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
        found = _THESIS.search(chunk.of(draft.text)) if chunk.kind is ChunkKind.WORDS else None
        if not found:
            left.append(chunk)
            continue
        draft.type = WorkType.THESIS
        start, end = chunk.start + found.start(), chunk.start + found.end()
        draft.genre = draft.genre or draft.words(start, end)
        for rest in (trimmed(draft.text, chunk.start, start), trimmed(draft.text, end, chunk.end)):
            if rest[1] - rest[0] > 1:
                left.append(Chunk(kind=ChunkKind.WORDS, start=rest[0], end=rest[1], before=chunk.before))
        left.append(Chunk(kind=ChunkKind.NUMBERS, start=chunk.end, end=chunk.end, before=" ", atoms=chunk.atoms))
    return left


def _is_noise(words: str) -> bool:
    return _NOISE.fullmatch(words) is not None or _STATUS.fullmatch(words) is not None


def _is_publisher_only(draft: Draft, first: Chunk, words: Sequence[Chunk], atoms: Sequence[Atom]) -> bool:
    """Whether the only words after a title in article brackets are a publisher all the same."""
    numbered = first.atoms or any(atom.kind is not AtomKind.DATE for atom in atoms)
    return not numbered and len(words) == 1 and is_publisher(first.of(draft.text)) and first.end - first.start < 12


def _read_publisher(draft: Draft, words: Sequence[Chunk]) -> None:
    chosen = next((one for one in words if _UNIVERSITY.search(one.of(draft.text))), None)
    if draft.type is not WorkType.THESIS or chosen is None:
        chosen = words[0] if words else None
    for place, chunk in enumerate(words):
        if chunk is chosen and _is_place(chunk.of(draft.text)) and place + 1 < len(words):
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
    if found and (_is_place(found.group(1)) or len(found.group(1)) <= 10):
        draft.place = draft.words(found.start(1), found.end(1))
        start = found.end()
    elif dotted and _is_place(dotted.group(1)):
        draft.place = draft.words(dotted.start(1), dotted.end(1))
        start = dotted.end()
    draft.publisher = draft.publisher or draft.words(start, end, confidence=0.9)


def _is_place(words: str) -> bool:
    return words.strip() in _PLACES or words.strip().rstrip("시市都").strip() in _PLACES
