"""The provenance card: what a document tells of its own origin (external criticism)."""

from __future__ import annotations

import re
from datetime import date

from kjaudit.language.dates import full_dates
from kjaudit.language.reading import Reading, reading
from kjaudit.model import (
    Block,
    BlockKind,
    Claim,
    ClaimKind,
    Document,
    Field,
    PartialDate,
    Provenance,
    Reference,
    Span,
    Support,
)

from .seams import seams

_CREDIT = re.compile(
    r"[(（\[]\s?(?:(?:Image|Photo|Picture|Photograph|Illustration|Pic|Cover)s?(?:\s?(?:Credits?"
    r"|Courtesy|Source|by|of))*\s?[:：]|"
    r"(?:사진|이미지|그림|삽화|출처|자료)\s?(?:제공|출처|캡처)?\s?[=:：]|(?:写真|画像|撮影|提供|出典"
    r"|イラスト)(?:提供)?\s?[=:：＝])[^)）\]\n]{1,120}[)）\]]"
    r"|[(（\[][^)）\]\n]{0,60}(?:screen ?(?:capture|shot)|Getty Images|courtesy of|화면 ?캡처|캡처 화면"
    r"|スクリーンショット)[^)）\]\n]{0,60}[)）\]]",
    re.IGNORECASE,
)
_LICENCE = re.compile(
    r"\bCC[ -](?:BY|0)|public domain|licen[cs]e|퍼블릭 도메인|공공누리|パブリックドメイン|https?://", re.IGNORECASE
)
_PERSON = re.compile(
    r"[:：=＝]\s?(?:by )?(?:[A-Z][a-z’'-]+ (?:[A-Z]\. )?(?!(?:Images?|Press|Media|News|Commons|Post|Times|Gazette"
    r"|Herald|Tribune|Journal|Guardian|Mail|Echo|Courier|Chronicle|Observer|Express|Standard|Library|Archives?|Museum"
    r"|Agency|Pictures|Stock)\b)[A-Z][a-z’'-]+\b(?! Images| Press| Media| News| Commons)"
    r"|[가-힣]{2,4} (?:기자|작가|사진가)|[一-龥]{2,4}[ 　]?[一-龥]{0,3}(?:撮影|記者))"
)
"""A photographer: two capitalised words of which the second names no outlet or agency."""
_SITE = re.compile(r"(?:https?://)?(?:www\.)?[A-Za-z0-9-]{2,40}(?:\.[A-Za-z]{2,10}){1,2}")
_GENRES = (
    ("academic paper", re.compile(r"\b(?:abstract|keywords|this paper|this study|this article"
                                  r"|hypothes[ie]s)\b|초록|국문요약|핵심어|본 연구|본고|要旨"
                                  r"|キーワード|本稿|本研究", re.IGNORECASE)),
    ("news report", re.compile(r"\b(?:said on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
                               r"|told reporters|news agency|press release|reporter)\b|기자\b|취재|보도자료"
                               r"|記者|取材", re.IGNORECASE)),
    ("listicle or promotion", re.compile(r"\b(?:here’s what|here's what|must-see|top \d+"
                                         r"|you won't believe|enhance your)\b|꿀팁|총정리|おすすめ"
                                         r"|まとめ", re.IGNORECASE)),
    ("first-person essay", re.compile(r"\b(?:I remember|my (?:grandmother|grandfather|mother|father"
                                      r"|childhood)|when I was|I think|fascinates me)\b|나는|필자는"
                                      r"|私は|僕は", re.IGNORECASE)),
)  # fmt: skip
_ORIGIN_BLOCKS = 4
"""How many of the first and last blocks may hold a lone site name."""


def card(document: Document, references: tuple[Reference, ...], claims: tuple[Claim, ...], today: date) -> Provenance:
    """
    Return what `document` tells of its own origin; everything that was not found is `None` or listed as missing.

    Years after `today` are slips or plans: they cannot date the text.
    """
    read = reading(document)
    aggregator = _aggregator(document)
    earliest, evidence = _earliest(document, read, references, today.year)
    return Provenance(
        genre=_genre(document),
        aggregator=aggregator,
        credits=_credits(document),
        missing=_missing(document),
        earliest=earliest,
        earliest_evidence=evidence,
        note_coverage=_coverage(claims),
        paragraphs_covered=_paragraphs_covered(document, read, claims),
        seams=seams(document),
    )


def _field(document: Document, value: str, span: Span, confidence: float = 1.0) -> Field[str]:
    return Field(value=value, span=span, raw=span.of(document.text), confidence=confidence)


def _genre(document: Document) -> tuple[Field[str], ...]:
    found: list[Field[str]] = []
    for name, pattern in _GENRES:
        match = pattern.search(document.text)
        if match is not None:
            found.append(_field(document, name, Span(*match.span())))
    return tuple(found)


def _credits(document: Document) -> tuple[Field[str], ...]:
    """All image credits; confidence below 1.0 where neither author nor licence is named."""
    found: list[Field[str]] = []
    lists = document.reference_list
    for match in _CREDIT.finditer(document.text):
        span = Span(*match.span())
        if any(part.covers(span) for part in lists):
            continue
        whole = _LICENCE.search(match.group()) is not None or _PERSON.search(match.group()) is not None
        found.append(_field(document, match.group(), span, 1.0 if whole else 0.5))
    return tuple(found)


def _aggregator(document: Document) -> Field[str] | None:
    byline = document.byline
    if byline.url or byline.authors or byline.date:
        return None
    blocks = [block for block in document.blocks if block.kind is not BlockKind.ENTRY]
    for block in (*blocks[-_ORIGIN_BLOCKS:][::-1], *blocks[:_ORIGIN_BLOCKS]):
        words = block.span.of(document.text)
        if block.kind is not BlockKind.NOTE and len(words) <= 50 and _SITE.fullmatch(words.strip("() ")):
            return _field(document, words, block.span)
    return None


def _missing(document: Document) -> tuple[str, ...]:
    byline = document.byline
    held = (("author", bool(byline.authors)), ("date", byline.date is not None), ("outlet", byline.outlet is not None))
    return tuple(name for name, there in held if not there)


def _earliest(
    document: Document, read: Reading, references: tuple[Reference, ...], current: int
) -> tuple[PartialDate | None, tuple[Field[str], ...]]:
    """Return the latest past year that the text and its list name: it cannot have been written before."""
    dated = document.byline.date
    named = [
        (year, span) for sentence in read.sentences for year, span in sentence.years if not _planned(sentence.plain)
    ]
    named += [(reference.year, reference.span) for reference in references if reference.year]
    named = [(year, span) for year, span in named if year <= current]
    if dated is not None:
        named = [(year, span) for year, span in named if year <= dated.value.year]
    if not named:
        return None, ()
    latest = max(year for year, _ in named)
    places = [_field(document, str(year), span) for year, span in named if year == latest]
    full = [found for found in full_dates(document.text) if found.value.year == latest and document.byline.date is None]
    value = max((found.value for found in full), key=lambda when: (when.month or 0, when.day or 0), default=None)
    return value or PartialDate(year=latest), tuple(places[:5])


def _planned(plain: str) -> bool:
    return (
        re.search(r"\b(?:by|until|before|will|aims?|plans?|target)\b[^.]{0,40}\b20\d\d|까지|목표|予定|までに", plain)
        is not None
    )


def _coverage(claims: tuple[Claim, ...]) -> float | None:
    checked = [claim for claim in claims if claim.kind in (ClaimKind.STATISTIC, ClaimKind.ASSERTION)]
    if not checked:
        return None
    return sum(claim.support is Support.NOTE for claim in checked) / len(checked)


def _paragraphs_covered(document: Document, read: Reading, claims: tuple[Claim, ...]) -> float | None:
    blocks: list[Block] = [block for block in read.blocks if len(block.span.of(document.text)) > 80]
    if not blocks:
        return None
    noted = sorted(claim.span.start for claim in claims if claim.notes or claim.citations)
    anchors = sorted([note.anchor.start for note in document.notes if note.anchor] + noted)
    covered = at = 0
    for block in blocks:
        while at < len(anchors) and anchors[at] < block.span.start:
            at += 1
        covered += at < len(anchors) and anchors[at] < block.span.end
    return covered / len(blocks)
