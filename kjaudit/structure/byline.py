"""Who signs the document, when and where, as printed at its head or foot."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from kjaudit.language.dates import full_dates
from kjaudit.model import BlockKind, Byline, Field, PartialDate, Span

from .closing_date import closing_date
from .draft import Draft
from .headings import Topic, topic
from .people import people

_HEAD = 10
"""Blocks after the title that may sign it."""
_FOOT = 3
"""Blocks at the end that may."""
_NAMES_AMONG = 4
"""Lines under a title that may hold the names."""
_SHORT = 60
"""Characters of a line that names a reporter and says no more."""
_LONGEST = 300
"""Characters of a block that signs."""
_SIGNED = re.compile(
    r"\s*(?:(?:Written|Reported|Posted|Published|Story|Text|Words|Edited) by|By|Authors?\s?:|Reporter\s?:|Von|"
    r"Par|Por|Di|"
    r"글\s?[:=|·/]?(?=\s)|저자\s?[:：]|필자\s?[:：]|기고\s?[:：]|작성자\s?[:：]|文\s?[＝=/／:：]|取材・文\s?[＝=/／:：]?|執筆\s?[＝=/／:：]|"
    r"著者\s?[:：]|筆者\s?[:：]|記者\s?[:：＝=・])"
    r"(?:\s+|$|(?<=[:：＝=/／・|]))",
)
_REPORTER = re.compile(
    r"(?:^|[\s=＝\]】)）(（|/·])([가-힣]{2,4})\s?(?:선임|인턴|수습|전문|객원)?\s?(?:기자|특파원|논설위원|앵커|에디터)(?![가-힣])"
)
_REPORTER_JA = re.compile(
    r"(?:^|[\s【（(・])([\u4e00-\u9fff々]{2,4}[ \u3000]?[\u3040-\u30ff\u4e00-\u9fff々]{1,4})[ \u3000]?(?:記者|特派員|"
    r"論説委員|編集委員)(?![\u4e00-\u9fff])"
)
_DATELINES = (
    re.compile(
        r"\s*[(（\[【〔]\s?[^()（）\[\]【】=＝]{1,20}\s?[=＝]\s?(?P<outlet>[^()（）\[\]【】=＝]{2,20}?)\s?[)）\]】〕]"
    ),
    re.compile(
        r"\s*[\[【](?P<outlet>[^\[\]【】=＝]{2,15}(?:신문|뉴스|일보|방송|경제|투데이|新聞|通信|ニュース))\s?[=＝][^\[\]【】]{1,25}[\]】]"
    ),
    re.compile(
        r"\s*[A-Z][A-Z .,'’\-]{2,30},?\s(?:[A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})? )?"
        r"\((?P<outlet>[A-Z][\w .&'’\-]{1,30})\)\s?[-–—]{1,2}"
    ),
)
_KANJI = re.compile(r"[\u4e00-\u9fff]")
_AGENCY = re.compile(r"通信|新聞|ニュース|時事|共同|聯合|放送|テレビ|社$")
_CREDIT = re.compile(
    r"\s*(?:©|ⓒ|\(c\)|copyright|source|출처|원문|出典|出所|제공|from|via|저작권자)\s?[:：©ⓒ]?\s*(?:\d{4},?\s)?", re.I
)
_SITE = re.compile(
    r"(?:www\.)?[A-Za-z0-9\-]{2,40}(?:\.[A-Za-z0-9\-]{2,20}){0,2}\.(?:com|org|net|info|kr|jp|news|co\.kr|"
    r"or\.kr|co\.jp|or\.jp|io|tv|eu|uk|de|fr|cn|me|biz)"
)
_URL = re.compile(r"https?://[^\s<>\"'）」』]+")
_MAIL = re.compile(r"[\w.+\-]+@[\w\-]+(?:\.[\w\-]+)+")
_AFFILIATION = re.compile(
    r"universit|department|faculty|institut|school of|college|student|professor|lecturer|laborator|ministry|"
    r"academy|hospital|orcid|"
    r"대학교|대학원|학과|학부|연구소|연구원|교수|강사|박사과정|석사과정|소속|大学|大學院|学部|研究科|研究所|教授|講師|院生|所属",
    re.I,
)
_DATED = re.compile(
    r"\b(?:published|updated|posted|date|last modified|issued|online)\b|"
    r"입력|등록|승인|수정|게재|기사입력|작성일|掲載|公開|更新|配信|投稿",
    re.I,
)
_PARTS = re.compile(r"\s*[|｜•\t]\s*|\s+[-–—/]\s+|\s{3,}")


@dataclass(slots=True)
class _Card:
    """What has been found so far; the first of each kind stays."""

    authors: tuple[Field[str], ...] = ()
    date: Field[PartialDate] | None = None
    outlet: Field[str] | None = None
    url: Field[str] | None = None
    blocks: list[int] = field(default_factory=list)


def byline(draft: Draft) -> tuple[Draft, Byline]:
    """Return the draft with its byline blocks named, and the byline: what is printed first, else what the file says."""
    card = _Card()
    head = list(_head(draft))
    _declared(draft, card)
    _signatures(draft, head, card)
    _paper(draft, head, card)
    _datelines(draft, head, card)
    _foot(draft, card)
    said = draft.document.byline
    signed = Byline(
        authors=card.authors or said.authors,
        date=card.date or said.date,
        outlet=card.outlet or said.outlet,
        url=card.url or said.url,
    )
    kinds = [(at, BlockKind.BYLINE) for at in card.blocks if draft.blocks[at].kind is BlockKind.PARAGRAPH]
    return draft.with_kinds(kinds), signed


def _head(draft: Draft) -> Iterator[int]:
    """Yield the places of the short blocks between the title and the text."""
    start = next((at for at, block in enumerate(draft.blocks[:12]) if block.kind is BlockKind.TITLE), -1) + 1
    for at in range(start, min(start + _HEAD, len(draft.blocks))):
        block = draft.blocks[at]
        words = draft.words(at)
        if block.kind in (BlockKind.CAPTION, BlockKind.RULE):
            continue
        heads_text = block.kind is BlockKind.HEADING and topic(words) is not Topic.OTHER
        if heads_text or block.kind not in (BlockKind.PARAGRAPH, BlockKind.BYLINE, BlockKind.HEADING):
            return
        yield at
        if len(words) > _LONGEST:
            return


def _declared(draft: Draft, card: _Card) -> None:
    """Read the blocks that the format calls a byline (front matter, styles)."""
    for block in draft.blocks:
        if block.kind is not BlockKind.BYLINE:
            continue
        if _take_date(draft, block.span, card):
            continue
        card.authors = (*card.authors, *people(draft.document.text, _after_by(draft, block.span), sure=True))


def _after_by(draft: Draft, span: Span) -> Span:
    """Return `span` without the words that say that it signs."""
    found = _SIGNED.match(draft.document.text, span.start, span.end)
    return Span(found.end(), span.end) if found else span


def _signatures(draft: Draft, head: list[int], card: _Card) -> None:
    """Read "By X and Y | Aug. 7, 2023", over several lines where names go on."""
    text = draft.document.text
    for order in range(len(head)):
        span = draft.blocks[head[order]].span
        found = _SIGNED.match(text, span.start, span.end)
        if found is None or span.end - span.start > _LONGEST or card.authors:
            continue
        ends = _signature_end(draft, head[order:])
        parts = list(_parted(text, Span(found.end(), draft.blocks[ends[-1]].span.end)))
        names = people(text, parts[0], sure=True) if parts else ()
        if not names:
            continue
        card.authors = names
        card.blocks.extend(ends)
        for part in parts[1:]:
            if not _take_date(draft, part, card) and card.outlet is None and part.end - part.start < 40:
                card.outlet = _outlet(text, part)


def _signature_end(draft: Draft, places: list[int]) -> list[int]:
    """Return the blocks of a signature: "By" alone, "and" or a comma at a line's end lead on to the next."""
    taken = [places[0]]
    for at in places[1:]:
        words = draft.words(taken[-1]).rstrip()
        open_end = words.endswith((",", "&", " and", "、")) or _SIGNED.fullmatch(words) is not None
        if not open_end or len(draft.words(at)) > 80:
            break
        taken.append(at)
    return taken


def _parted(text: str, span: Span) -> Iterator[Span]:
    """Yield the parts of a line between bars and dashes."""
    start = span.start
    words = span.of(text)
    for found in [*_PARTS.finditer(words), None]:
        stop = span.start + found.start() if found else span.end
        raw = text[start:stop]
        if raw.strip():
            begin = start + len(raw) - len(raw.lstrip())
            yield Span(begin, begin + len(raw.strip()))
        start = span.start + found.end() if found else stop


def _take_date(draft: Draft, span: Span, card: _Card) -> bool:
    """Take the first full date in `span`; return whether there is one."""
    found = full_dates(span.of(draft.document.text), span.start)
    if found and card.date is None:
        card.date = found[0]
    return bool(found)


def _outlet(text: str, span: Span) -> Field[str]:
    return Field(value=" ".join(span.of(text).split()), span=span, raw=span.of(text))


def _paper(draft: Draft, head: list[int], card: _Card) -> None:
    """Read the lines under the title of a paper: names, affiliations, addresses, a date."""
    text = draft.document.text
    titled = any(block.kind is BlockKind.TITLE for block in draft.blocks[:12])
    for order, at in enumerate(head):
        span = draft.blocks[at].span
        words = span.of(text)
        if len(words) > _LONGEST or at in card.blocks or draft.blocks[at].kind is BlockKind.HEADING:
            continue
        if _is_dateline(words) or not _is_of_card(draft, span, card, names=titled and order < _NAMES_AMONG):
            continue
        _take_address(text, span, card)
        card.blocks.append(at)


def _is_dateline(words: str) -> bool:
    return any(pattern.match(words) for pattern in _DATELINES)


def _is_of_card(draft: Draft, span: Span, card: _Card, *, names: bool) -> bool:
    """Take what a short line says of who signs and when; return whether it says anything."""
    text = draft.document.text
    words = span.of(text)
    if _is_date_line(words):
        return _take_date(draft, span, card)
    reporter = _REPORTER.search(words) or _REPORTER_JA.search(words)
    if reporter and len(words) < _SHORT:
        card.authors = card.authors or (_found(text, span, reporter),)
        _take_date(draft, span, card)
        return True
    found = people(text, span, sure=False) if names and not card.authors else ()
    card.authors = card.authors or found
    return bool(found) or _is_signing(words, card)


def _found(text: str, span: Span, match: re.Match[str]) -> Field[str]:
    place = Span(span.start + match.start(1), span.start + match.end(1))
    return Field(value=" ".join(place.of(text).split()), span=place, raw=place.of(text))


def _is_date_line(words: str) -> bool:
    """Whether a line holds little more than a date."""
    found = full_dates(words)
    if not found or found[0].span is None:
        return False
    rest = words[: found[0].span.start] + words[found[0].span.end :]
    return len(rest) < 25 or (_DATED.search(words) is not None and len(words) < 160)


def _is_signing(words: str, card: _Card) -> bool:
    """Whether a short line belongs to those who sign: where they work, how to reach them."""
    if len(words) > 160 or (words.rstrip().endswith((".", "다.", "。")) and not _MAIL.search(words)):
        return False
    if _MAIL.search(words) and len(words) < 100:
        return True
    if _URL.fullmatch(words):
        return True
    return bool(card.authors) and _AFFILIATION.search(words) is not None


def _take_address(text: str, span: Span, card: _Card) -> None:
    found = _URL.search(text, span.start, span.end)
    if found and card.url is None and "orcid.org" not in found.group():
        place = Span(found.start(), found.end())
        card.url = Field(value=found.group().rstrip(".,)"), span=place, raw=found.group())


def _datelines(draft: Draft, head: list[int], card: _Card) -> None:
    """Read "(서울=연합뉴스) 홍길동 기자 =", "SEOUL (Yonhap) --", "【東京＝山田太郎】" at the start of a news text."""
    text = draft.document.text
    for at in head:
        span = draft.blocks[at].span
        for pattern in _DATELINES:
            found = pattern.match(text, span.start, min(span.end, span.start + 150))
            if found is None:
                continue
            place = Span(*found.span("outlet"))
            names = people(text, place, sure=False) if _KANJI.match(place.of(text)) else ()
            if names and not _AGENCY.search(place.of(text)):
                card.authors = card.authors or names
            else:
                card.outlet = card.outlet or _outlet(text, place)
            reporter = _REPORTER.search(text[span.start : found.end() + 25])
            if reporter and not card.authors:
                card.authors = (_found(text, span, reporter),)
            # A dateline that stands alone is all byline; one that opens a paragraph ends where the report begins.
            alone = span.end - span.start < _SHORT and not span.of(text).rstrip().endswith((".", "。"))
            _take_date(draft, span if alone else Span(span.start, found.end()), card)
            if alone:
                card.blocks.append(at)
            break


def _foot(draft: Draft, card: _Card) -> None:
    """Read the last lines: the site, its address, who reported, a copyright line."""
    text = draft.document.text
    last = len(draft.blocks)
    for at in range(max(0, last - _FOOT), last):
        block = draft.blocks[at]
        words = block.span.of(text)
        if card.date is None and len(words) < _SHORT and (found := closing_date(text, block.span)):
            card.date = found
            card.blocks.append(at)
            continue
        if block.kind is not BlockKind.PARAGRAPH or len(words) > 120 or _is_dateline(words):
            continue
        if _foot_line(draft, block.span, words, card):
            card.blocks.append(at)


def _foot_line(draft: Draft, span: Span, words: str, card: _Card) -> bool:
    text = draft.document.text
    credit = _CREDIT.match(words)
    if credit or _SITE.fullmatch(words) or _URL.fullmatch(words):
        rest = Span(span.start + (credit.end() if credit else 0), span.end)
        _take_address(text, rest, card)
        if not _URL.match(rest.of(text)) and rest.end > rest.start and len(rest.of(text)) < 60:
            card.outlet = card.outlet or _outlet(text, rest)
        return True
    reporter = _REPORTER.search(words) or _REPORTER_JA.search(words)
    if reporter and len(words) < 60:
        card.authors = card.authors or (_found(text, span, reporter),)
        return True
    signed = _SIGNED.match(words)
    if signed and len(words) < 80 and not card.authors:
        card.authors = people(text, Span(span.start + signed.end(), span.end), sure=False)
        return bool(card.authors)
    return _MAIL.fullmatch(words.strip("()（） ")) is not None
