"""The register of claims: statistics, quotations, attributions and assertions, in text order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from kjaudit.language.attribution import Attribution, Voice
from kjaudit.language.reading import Reading, Sentence, reading
from kjaudit.language.stems import stems
from kjaudit.model import Citation, Claim, ClaimKind, Document, Quantity, Support

from .assertions import Manner, beyond_study, breaks_out, hearsay, is_forecast, manner_of, worth
from .genre import at_bench, of_a_body
from .own_figures import LARGE, PER_TIME, RATES, carried_on, of_the_body
from .quoted import field_of, has_verb, is_quotation, speaker_of
from .sections import after_method, of_the_studied, own_work, studied
from .support import Backing, backings

MOSTLY_QUOTED = 0.6
"""Share of a sentence above which its figures are the quoted speaker's."""
_LINE = 120
"""Characters within which a line may be a headline; a longer one without a full stop has lost it."""
_CLOSED = re.compile(r"[.!?。．？！…][\W\d]{0,8}$")
_DECIDED = re.compile(r"(?:was|were) (?:also |then )?(?:considered|regarded|deemed|assumed|defined|taken)\b")
"""In a section on the study itself: what its authors decided, not what people hold."""


def registered(document: Document, citations: tuple[Citation, ...]) -> tuple[Claim, ...]:
    """Return the checkable statements of `document` in text order, keyed "s1", "s2", ..."""
    read = reading(document)
    bench = at_bench(read)
    manners = [manner_of(sentence, shown=number in bench) for number, sentence in enumerate(read.sentences)]
    personal = {one.paragraph for one, manner in zip(read.sentences, manners, strict=True) if manner.lived}
    if document.language in ("ko", "ja") and len(personal) * 3 >= len(read.blocks):
        personal = set(range(len(read.blocks)))
    paper: set[int] = {one.paragraph for one, manner in zip(read.sentences, manners, strict=True) if manner.paper}
    sections = own_work(document, read)
    behind = after_method(document, read)
    personal |= set(range(len(read.blocks))) if bench else set()
    counted = _counted(read, sections)
    going_on = carried_on(read, manners) | (of_the_body(read) if of_a_body(document) else frozenset())
    asked = studied(read)
    signed = document.byline.date
    # A day at the head makes a report; a date under the text is when an essay was finished.
    head = signed is not None and (signed.span is None or signed.span.start < len(document.text) // 2)
    reported = signed is not None and signed.value.day is not None and head
    found: list[Claim] = []
    for index, (sentence, backing) in enumerate(zip(read.sentences, backings(document, read, citations), strict=True)):
        passage = Manner(
            personal=sentence.paragraph in personal,
            paper=sentence.paragraph in paper,
            section=sentence.paragraph in sections or of_the_studied(sentence, asked.get(sentence.paragraph)),
            measured=index in going_on,
            behind=sentence.paragraph in behind,
        )
        found += _of_sentence(document.text, read, index, backing, manners[index], passage, counted, reported=reported)
    found.sort(key=lambda claim: (claim.span.start, claim.span.end))
    return tuple(replace(claim, key=f"s{number}") for number, claim in enumerate(found, 1))


def _of_sentence(
    text: str,
    read: Reading,
    index: int,
    backing: Backing,
    manner: Manner,
    passage: Manner,
    counted: frozenset[str],
    *,
    reported: bool,
) -> Iterator[Claim]:
    sentence = read.sentences[index]
    quotes = [quote for quote in sentence.quotations if is_quotation(text, quote, sentence)]
    for quote in quotes:
        neighbours = _neighbours(read, index)
        attribution = speaker_of(text, quote, sentence, neighbours)
        yield replace(
            _claim(ClaimKind.QUOTATION, sentence, backing),
            span=quote,
            speaker=field_of(text, attribution) if attribution else None,
            unnamed=attribution is not None and attribution.voice is not Voice.NAMED,
            worth=0.0 if passage.section or has_verb(text, quote, sentence) else 1.0,
        )
    for attribution in sentence.attributions:
        words = attribution.source.of(text)
        own = passage.section and (_DECIDED.match(words) is not None or bool(counted & stems(words)))
        yield replace(_attributed(text, sentence, backing, attribution), worth=0.0 if own else 1.0)
    firm = [figure for figure in sentence.figures if figure.firm]
    base = _claim(ClaimKind.ASSERTION, sentence, backing)
    year = max((year for year, _ in sentence.years), default=None)
    source = next((field_of(text, item) for item in sentence.attributions if item.voice is Voice.NAMED), None)
    if firm and sentence.share_quoted < MOSTLY_QUOTED and not sentence.quoted:
        yield replace(
            base,
            kind=ClaimKind.STATISTIC,
            quantities=_quantities(sentence, year),
            year=year,
            source=source,
            worth=0.0 if _own_figure(sentence, manner, passage) else _figure_worth(sentence),
        )
        return
    shielded = (passage.section and not breaks_out(sentence)) or _unfinished(read, sentence)
    around = replace(passage, personal=False, behind=False) if passage.section and not shielded else passage
    value = 0.0 if shielded else worth(sentence, manner, around, reported=reported)
    if value >= 0.5 or ((backing.notes or backing.citations) and sentence.share_quoted < 0.4):
        yield replace(base, year=year, source=source, worth=value)


def _counted(read: Reading, sections: frozenset[int]) -> frozenset[str]:
    """Return what a paper's own sections count: "31 volunteers"; when volunteers speak there, they are its own."""
    found: set[str] = set()
    for sentence in read.sentences:
        if sentence.paragraph in sections and sentence.figures:
            found |= stems(sentence.plain)
    return frozenset(found)


def _unfinished(read: Reading, sentence: Sentence) -> bool:
    """Whether a sentence is a line of its own without a full stop: a headline, an imprint, an item of a list."""
    block = read.blocks[sentence.paragraph]
    alone = sentence.span.start <= block.span.start + 4 and sentence.span.end >= block.span.end - 1
    return alone and len(sentence.plain) < _LINE and _CLOSED.search(sentence.raw) is None


def _own_figure(sentence: Sentence, manner: Manner, passage: Manner) -> bool:
    """Whether a figure is the document's own, foreseen or hearsay: a national figure is never its own."""
    own = manner.own or passage.measured or (passage.own_data and not beyond_study(sentence))
    return own or is_forecast(sentence) or hearsay(sentence)


def _figure_worth(sentence: Sentence) -> float:
    """Return 1 for a rate, a large count or a figure of the wider world, .6 for what the writer may have counted."""
    firm = [figure for figure in sentence.figures if figure.firm]
    large = any(figure.value >= LARGE and not re.fullmatch("[A-Z]{3}", figure.unit) for figure in firm)
    rate = any(figure.unit in RATES for figure in firm) or PER_TIME.search(sentence.folded) is not None
    return 1.0 if rate or large or beyond_study(sentence) else 0.6


def _claim(kind: ClaimKind, sentence: Sentence, backing: Backing) -> Claim:
    return Claim(
        key="",
        kind=kind,
        span=sentence.span,
        support=backing.support,
        notes=backing.notes,
        citations=backing.citations,
        carried=backing.carried,
        covered=backing.covered,
    )


def _attributed(text: str, sentence: Sentence, backing: Backing, attribution: Attribution) -> Claim:
    noted = bool(backing.notes or backing.citations or backing.linked)
    named = attribution.voice is Voice.NAMED
    return replace(
        _claim(ClaimKind.ATTRIBUTION, sentence, backing),
        support=Support.NOTE if noted else Support.NAMED if named else Support.NONE,
        speaker=field_of(text, attribution) if attribution.voice is not Voice.IMPERSONAL else None,
        source=field_of(text, attribution) if named else None,
        unnamed=not named,
        cue=attribution.span,
    )


def _quantities(sentence: Sentence, year: int | None) -> tuple[Quantity, ...]:
    return tuple(
        Quantity(value=figure.value, unit=figure.unit, span=figure.span, year=year)
        for figure in sentence.figures
        if figure.firm
    )


def _neighbours(read: Reading, index: int) -> tuple[Sentence, ...]:
    paragraph = read.sentences[index].paragraph
    near = [read.sentences[at] for at in (index - 1, index + 1) if 0 <= at < len(read.sentences)]
    return tuple(sentence for sentence in near if sentence.paragraph == paragraph)
