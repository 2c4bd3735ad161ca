"""What a document offers in support of each sentence: notes, citations, addresses, named sources."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, replace
from functools import cache

from kjaudit.language import lexicon
from kjaudit.language.attribution import Voice
from kjaudit.language.han import HAN_YEAR
from kjaudit.language.reading import Reading, Sentence
from kjaudit.model import Citation, Document, Support

_ADDRESS = re.compile(r"https?://\S|www\.\w|\bdoi:\s?10\.")
_TABLE = re.compile(r"\b(?:Table|Figure|Fig\.|Appendix)\s\d|[<\[〈(（]?\s?(?:표|그림)\s?\d|[表図]\s?[\d０-９]")


_TOLD = re.compile(
    r"(?:[,”\"]\s(?:the|its|their|his|her)\s[a-z][^,.;:“”\"]{2,80}?\s|[,”\"]\s(?:he|she|they)\s)"
    r"(?:said|says|told|added|adds|explained|reported|estimated|recalled)\b"
)
"""Words laid at the door of people just met: "…, the teachers who run it said"; a source, if not one to look up."""
_INTRODUCES = {
    "en": re.compile(
        r"['’]s\s(?:[a-z0-9-]+\s){0,3}?(?:survey|report|study|census|poll|review|audit|inquiry|figures|statistics)\b"
        r"|\b(?:survey|report|study|census|poll|review|audit|inquiry)\s(?:by|from|of)\s(?:the\s)?[A-Z]"
    ),
    "ko": re.compile(
        r"[의가이] (?:[가-힣]{1,8} ){0,2}(?:설문|설문조사|여론조사|실태조사|보고서|백서|통계)[를을가이는은에]"
    ),
    "ja": re.compile(r"の(?:調査|報告書|アンケート|統計|白書)(?:が|を|は|に)"),
}
"""A particular document enters the text: what follows may be carried by it."""


_DATED = re.compile(r"[（(][^（）()\n]{0,140}?(?:\d{4}|" + HAN_YEAR + ")")
_SOURCE = re.compile(
    r"[（(](?=[^（）()\n]{0,80}(?:(?<!\d)(?:1[5-9]|20|１[５-９]|２０)\d\d))(?:"
    r"[^（）()\n]{0,60}[『「《〈*][^（）()\n]{2,80}[』」》〉*][^（）()\n]{0,40}"
    r"|(?:[A-Z]|[가-힣]{2}|[一-龥]{2})[^（）()\n]{1,70}[,，、]\s?(?:1[5-9]|20|１[５-９]|２０)\d\d[a-z]?年?(?:[,，、:：;；][^（）()\n]{1,60})?"
    r"|[A-Z][^（）()\n]{1,60}\b(?:Report|Survey|Yearbook|Census|Review|Newsletter|Bulletin|Statistics)\b[^（）()\n]{1,40}"
    r")[）)]"
    r"|[（(][一-龥々ぁ-んァ-ヶー・]{2,20}[,，、\s]?" + HAN_YEAR + r"[^（）()\n]{0,40}[）)]"
)
"""A source printed in brackets, listed or not: a printed mark is support, whatever else is wrong with it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Backing:
    """
    What stands behind one sentence.

    Attributes:
        notes: keys of the notes whose marks stand in it.
        citations: keys of the citations of the running text that stand in it.
        told: people just met in the text are said to say it.
        introduces: it brings in a particular survey or report, which carries the sentence after it.
        linked: it prints an address, or points to a numbered table of the document.
        named: a named source is said to say it.
        carried: the sentence before it has one of these, and its first words carry that on.
        covered: a sentence behind it in the paragraph closes with a note or citation that may cover it too.
    """

    notes: tuple[str, ...] = ()
    citations: tuple[str, ...] = ()
    linked: bool = False
    named: bool = False
    told: bool = False
    introduces: bool = False
    carried: bool = False
    covered: bool = False

    @property
    def support(self) -> Support:
        """The strongest support, in the vocabulary of the report."""
        if self.notes or self.citations or self.linked:
            return Support.NOTE
        return Support.NAMED if self.named or self.told or self.carried else Support.NONE


def backings(document: Document, read: Reading, citations: tuple[Citation, ...]) -> list[Backing]:
    """Return what stands behind each sentence of `read`, in the same order; linear in both."""
    marks = sorted((note.anchor.start, note.key) for note in document.notes if note.anchor is not None)
    groups = sorted((one.span.start, one.key) for one in citations if one.note is None)
    own = [
        Backing(
            notes=_within(marks, sentence),
            citations=_within(groups, sentence),
            linked=_linked(sentence.raw),
            named=any(item.voice is Voice.NAMED for item in sentence.attributions),
            told=sentence.language == "en" and _TOLD.search(sentence.raw) is not None,
            introduces=_introduces(sentence),
        )
        for sentence in read.sentences
    ]
    return _carried_and_covered(read, own)


def _linked(raw: str) -> bool:
    brackets = _DATED.search(raw) is not None
    return bool(_ADDRESS.search(raw) or _TABLE.search(raw) or (brackets and _SOURCE.search(raw)))


def _introduces(sentence: Sentence) -> bool:
    pattern = _INTRODUCES.get(sentence.language)
    return pattern is not None and pattern.search(sentence.raw) is not None


def _within(places: list[tuple[int, str]], sentence: Sentence) -> tuple[str, ...]:
    low = bisect_left(places, (sentence.span.start, ""))
    high = bisect_left(places, (sentence.span.end, ""))
    return tuple(key for _, key in places[low:high])


def _carried_and_covered(read: Reading, own: list[Backing]) -> list[Backing]:
    """Walk each paragraph forward for what carries on, and backward for what a later note may cover."""
    found: list[Backing] = []
    start = 0
    for group in read.by_paragraph:
        part = own[start : start + len(group)]
        carried = _carried(group, part)
        closing = bool(part) and _covers(part[-1])
        for index, backing in enumerate(part):
            behind = index + 1 < len(part) and (closing or _covers(part[index + 1]))
            covered = behind and backing.support is Support.NONE
            plain = not carried[index] and not covered
            found.append(backing if plain else replace(backing, carried=carried[index], covered=covered))
        start += len(group)
    return found


def _covers(backing: Backing) -> bool:
    """Whether a note or citation may reach back: not where its sentence names a source of its own."""
    return bool(backing.notes or backing.citations) and not backing.named


def _carried(group: tuple[Sentence, ...], part: list[Backing]) -> list[bool]:
    carried: list[bool] = []
    for index, (sentence, backing) in enumerate(zip(group, part, strict=True)):
        last = part[index - 1]
        before = index > 0 and (last.support is not Support.NONE or last.introduces or carried[index - 1])
        carried.append(before and backing.support is Support.NONE and _carries_on(sentence))
    return carried


def _carries_on(sentence: Sentence) -> bool:
    if sentence.language not in lexicon.LANGUAGES:
        return False
    return _opening(sentence.language).match(sentence.raw.lstrip('“"「')) is not None


@cache
def _opening(language: str) -> re.Pattern[str]:
    return re.compile(lexicon.source(language, "carry-on"), re.IGNORECASE)
