"""Which sentence a source seems to fit best: a hint for a reviewer, never a finding."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict

from kjaudit.language.reading import Reading, Sentence, reading
from kjaudit.model import Citation, Document, Link, Reference, Span, Suggestion

GRAM = 4
"""Letters of a gram in scripts with spaces between words; two in Korean and Japanese."""
LEAST = 0.16
"""Cosine from which a sentence is worth pointing to; set on the seeds, where nothing sound fell below."""
BETTER = 1.6
"""How many times better than the sentence it stands on another must be."""
COMMON = 120
"""Sentences from which a gram is too common to tell anything, and would make the cost grow faster than the text."""
_TOKEN = re.compile(r"[^\W\d_]+")
_WIDE = re.compile("[가-힣一-龥ぁ-ヶ]")
_SHORTEST = 40
"""Sentences shorter than this many characters are about too little to be compared."""


def fits(
    document: Document, references: tuple[Reference, ...], citations: tuple[Citation, ...], links: tuple[Link, ...]
) -> tuple[Suggestion, ...]:
    """
    Return, for each listed work, the sentence whose words are clearly more like its title than where it is cited.

    Cosine of TF-IDF weights over letter grams inside words (Manning et al., Introduction to Information Retrieval,
    chapter 6); no model, linear in the text: each sentence is looked at once, each title only where a gram occurs.
    """
    titled = [(one.key, _grams(one.title.value)) for one in references if one.title and one.in_list]
    read = reading(document)
    if not titled or not read.sentences:
        return ()
    grams = [_grams(one.plain) for one in read.sentences]
    rarity = _rarity(grams)
    lengths = [_length(found, rarity) for found in grams]
    postings = _postings(grams, frozenset().union(*(title for _, title in titled)))
    fit = frozenset(at for at, one in enumerate(read.sentences) if len(one.raw) >= _SHORTEST and not one.quoted)
    unknown = max(rarity.values(), default=0.0)
    cited = _cited(document, read, citations, links)
    found: list[Suggestion] = []
    for key, title in titled:
        scores = _scores(title, rarity, lengths, postings, fit, unknown)
        if not scores:
            continue
        best = max(scores, key=lambda at: (scores[at], -at))
        where = cited.get(key, [])
        here = max((scores.get(at, 0.0) for at in where), default=0.0)
        if best not in where and scores[best] >= LEAST and scores[best] >= BETTER * here:
            instead: Span | None = read.sentences[where[0]].span if where else None
            span = read.sentences[best].span
            found.append(Suggestion(reference=key, span=span, likeness=round(scores[best], 3), instead_of=instead))
    return tuple(found)


def _grams(text: str) -> Counter[str]:
    found: list[str] = []
    for token in _TOKEN.findall(text.lower()):
        size = 2 if _WIDE.match(token) else GRAM
        padded = token if size == 2 else f" {token} "
        found += [padded[at : at + size] for at in range(len(padded) - size + 1)]
    return Counter(found)


def _rarity(grams: list[Counter[str]]) -> dict[str, float]:
    """Inverse document frequency, a sentence being a document."""
    spread: Counter[str] = Counter()
    for found in grams:
        spread.update(found.keys())
    return {gram: math.log((1 + len(grams)) / (1 + count)) for gram, count in spread.items()}


def _length(found: Counter[str], rarity: dict[str, float]) -> float:
    return math.hypot(*[count * rarity[gram] for gram, count in found.items()]) or 1.0


def _postings(grams: list[Counter[str]], wanted: frozenset[str]) -> dict[str, list[tuple[int, int]]]:
    found: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for at, sentence in enumerate(grams):
        for gram in sentence.keys() & wanted:
            found[gram].append((at, sentence[gram]))
    return found


def _scores(
    title: Counter[str],
    rarity: dict[str, float],
    lengths: list[float],
    postings: dict[str, list[tuple[int, int]]],
    fit: frozenset[int],
    unknown: float,
) -> dict[int, float]:
    own = math.sqrt(sum((count * rarity.get(gram, unknown)) ** 2 for gram, count in title.items())) or 1.0
    scores: dict[int, float] = defaultdict(float)
    for gram, count in title.items():
        places = postings.get(gram, ())
        if not places or len(places) > COMMON:
            continue
        weight = count * rarity[gram] ** 2
        for at, times in places:
            scores[at] += times * weight
    return {at: score / (own * lengths[at]) for at, score in scores.items() if at in fit}


def _cited(
    document: Document, read: Reading, citations: tuple[Citation, ...], links: tuple[Link, ...]
) -> dict[str, list[int]]:
    """Indexes of the sentences on which each work is cited, in the running text or by a note."""
    anchors = {note.key: note.anchor for note in document.notes if note.anchor is not None}
    places: dict[str, Span] = {}
    for citation in citations:
        place = citation.span if citation.note is None else anchors.get(citation.note)
        if place is not None:
            places[citation.key] = place
    wanted = sorted(
        (places[link.citation].start, link.reference)
        for link in links
        if link.reference is not None and link.citation in places
    )
    found: dict[str, list[int]] = defaultdict(list)
    at = 0
    sentences: tuple[Sentence, ...] = read.sentences
    for start, reference in wanted:
        while at < len(sentences) and sentences[at].span.end <= start:
            at += 1
        if at < len(sentences):
            found[reference].append(at)
    return found
