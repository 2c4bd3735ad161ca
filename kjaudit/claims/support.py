"""What a document offers in support of each sentence: notes, citations, addresses, named sources."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from kjaudit.language import lexicon
from kjaudit.language.attribution import Voice
from kjaudit.language.reading import Reading, Sentence
from kjaudit.model import Citation, Document, Support

_ADDRESS = re.compile(r"https?://\S|www\.\w|\bdoi:\s?10\.")
_TABLE = re.compile(r"\b(?:Table|Figure|Fig\.|Appendix)\s\d|[<\[〈(（]?\s?(?:표|그림)\s?\d|[表図]\s?[\d０-９]")
_PRONOUN = re.compile(r"(?:it|they|this|these|he|she|that)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Backing:
    """
    What stands behind one sentence.

    Attributes:
        notes: keys of the notes whose marks stand in it.
        citations: keys of the citations of the running text that stand in it.
        linked: it prints an address, or points to a numbered table of the document.
        named: a named source is said to say it.
        carried: the sentence before it has one of these, and its first words carry that on.
        covered: a sentence behind it in the paragraph closes with a note or citation that may cover it too.
    """

    notes: tuple[str, ...] = ()
    citations: tuple[str, ...] = ()
    linked: bool = False
    named: bool = False
    carried: bool = False
    covered: bool = False

    @property
    def support(self) -> Support:
        """The strongest support, in the vocabulary of the report."""
        if self.notes or self.citations or self.linked:
            return Support.NOTE
        return Support.NAMED if self.named or self.carried else Support.NONE


def backings(document: Document, read: Reading, citations: tuple[Citation, ...]) -> list[Backing]:
    """Return what stands behind each sentence of `read`, in the same order; linear in both."""
    marks = sorted((note.anchor.start, note.key) for note in document.notes if note.anchor is not None)
    groups = sorted((one.span.start, one.key) for one in citations if one.note is None)
    own = [
        Backing(
            notes=_within(marks, sentence),
            citations=_within(groups, sentence),
            linked=bool(_ADDRESS.search(sentence.raw) or _TABLE.search(sentence.raw)),
            named=any(item.voice is Voice.NAMED for item in sentence.attributions),
        )
        for sentence in read.sentences
    ]
    return _carried_and_covered(read, own)


def _within(places: list[tuple[int, str]], sentence: Sentence) -> tuple[str, ...]:
    low = bisect_left(places, (sentence.span.start, ""))
    high = bisect_right(places, (sentence.span.end, "￿"))
    return tuple(key for _, key in places[low:high])


def _carried_and_covered(read: Reading, own: list[Backing]) -> list[Backing]:
    found: list[Backing] = []
    carrying = False
    for index, (sentence, backing) in enumerate(zip(read.sentences, own, strict=True)):
        fresh = index == 0 or read.sentences[index - 1].paragraph != sentence.paragraph
        before = own[index - 1] if index and not fresh else Backing()
        can_carry = before.support is not Support.NONE or (carrying and not fresh)
        carried = backing.support is Support.NONE and can_carry and _carries_on(sentence)
        carrying = carried
        found.append(
            Backing(
                notes=backing.notes,
                citations=backing.citations,
                linked=backing.linked,
                named=backing.named,
                carried=carried,
                covered=backing.support is Support.NONE and _covered(read, own, index),
            )
        )
    return found


def _carries_on(sentence: Sentence) -> bool:
    if sentence.language not in lexicon.LANGUAGES:
        return False
    opening = re.compile(lexicon.source(sentence.language, "carry-on"), re.IGNORECASE)
    return opening.match(sentence.raw.lstrip('“"「')) is not None


def _covered(read: Reading, own: list[Backing], index: int) -> bool:
    """Whether the next sentence, or the last of the paragraph, carries a note or citation."""
    paragraph = read.sentences[index].paragraph
    ahead = index + 1
    if ahead >= len(own) or read.sentences[ahead].paragraph != paragraph:
        return False
    if own[ahead].notes or own[ahead].citations:
        return True
    last = read.by_paragraph[paragraph][-1]
    position = index + len(read.by_paragraph[paragraph]) - read.by_paragraph[paragraph].index(read.sentences[index]) - 1
    return last is read.sentences[position] and bool(own[position].notes or own[position].citations)
