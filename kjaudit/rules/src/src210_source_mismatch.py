"""SRC210 source-mismatch. See resources/rules/SRC210.md."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from kjaudit.language import lexicon
from kjaudit.language.attribution import Voice
from kjaudit.language.reading import Sentence
from kjaudit.language.stems import names, stems
from kjaudit.model import BlockKind, Case, Finding, Severity, joined, say
from kjaudit.rules.interface import Need, Rule, Status
from kjaudit.rules.phrases import here, marked, running

from .shelf import Shelf, Source, same_script, shares_name

LEAST = 4
"""Content words a title must have before sharing none of them means anything."""
RARE = 8
"""Sentences in which a word of the title may stand and still tell where the source belongs."""
AWAY = 30
"""Years by which a sentence may lie outside the period that a title names."""
_RANGE = re.compile(r"\b(1[0-9]\d\d|20\d\d)\s?[-–~∼〜]\s?(1[0-9]\d\d|20\d\d)\b")
_NAMED = re.compile(
    r"(?<![.?!:] )\b(?!The|From|An?|In|Of|And|On|To|For|With|By)[A-Z][a-z]{2,}(?= (?!of)[^A-Z])"
    r"|\b[A-Z][a-z]+ [A-Z][a-z]+"
)
_PUBLISHED = re.compile(
    r"\b(?:surveys?|polls?|reports?|data|figures|statistics|census|index)\b|조사|통계|자료|보고서"
    r"|백서|調査|統計|報告|白書",
    re.IGNORECASE,
)
_MET = re.compile(
    r"\b(?:Professor|Prof\.|Dr\.|Minister|Mayor|Director|Mr\.|Ms\.|Mrs\.)\s[A-Z]|\(\d{2}\)"
    r"|[가-힣] ?(?:교수|씨|장관|시장|대표|원장)|[一-龥ァ-ヶ](?:教授|氏|さん|市長|館長|知事)"
)


@dataclass(frozen=True, slots=True)
class _Place:
    """One sentence with its source, and what stands around it."""

    sentence: Sentence
    near: frozenset[str]
    paragraph: str
    source: Source


def check(case: Case) -> Iterator[Finding]:
    """Yield each sentence whose note or citation, by its own words, cannot be about it."""
    read = running(case)
    heads = _headings(case)
    shelf = Shelf(case)
    if not shelf.marks:
        return
    told = [stems(sentence.plain) for sentence in read.sentences]
    spread = Counter(stem for found in told for stem in found)
    for index, sentence in enumerate(read.sentences):
        source = shelf.on(sentence)
        if source is None:
            continue
        same = index > 0 and read.sentences[index - 1].paragraph == sentence.paragraph
        near = stems(sentence.raw) | (told[index - 1] if same else frozenset())
        paragraph = " ".join(one.raw for one in read.by_paragraph[sentence.paragraph])
        place = _Place(sentence, near, paragraph, source)
        reason = _period(place) or _named_body(place) or _speaker(place) or _nothing_shared(place, spread, heads)
        if reason:
            yield marked(
                RULE,
                case,
                sentence.span,
                reason,
                here(case, "source", source.span),
                suggestion="Compare the source with the sentence; ask which source was meant",
                note=source.note,
            )


def _period(place: _Place) -> str:
    """Tell a source on a period long past under a sentence on the modern one."""
    if place.sentence.language not in lexicon.LANGUAGES:
        return ""
    span = _RANGE.search(place.source.title_years)
    mine = [year for year, _ in place.sentence.years if year not in place.source.years]
    if span is not None and mine and all(year < int(span[1]) - AWAY or year > int(span[2]) + AWAY for year in mine):
        return say(
            "The source is on {period}, and the sentence on {years}",
            period=span.group(),
            years=joined([*map(str, mine)]),
        )
    early = _found("periods-early", place.source.title)
    if (
        not early
        or _found("periods-late", place.source.title)
        or _found("periods-early", place.paragraph if not place.source.note else place.sentence.raw)
    ):
        return ""
    late = _found("periods-late", place.sentence.raw) or any(year >= 1800 for year, _ in place.sentence.years)
    return say("The source is on another period ({period}) than the sentence", period=early) if late else ""


def _found(name: str, text: str) -> str:
    for language in lexicon.LANGUAGES:
        match = lexicon.matcher(language, name).search(lexicon.folded(text))
        if match is not None:
            return match.group()
    return ""


def _named_body(place: _Place) -> str:
    """Tell a survey or figures of one body under which the publication of another body is cited."""
    if not place.source.body:
        return ""
    for item in place.sentence.attributions:
        words = item.source.shifted(-place.sentence.span.start).of(place.sentence.raw)
        if item.voice is not Voice.NAMED or not _PUBLISHED.search(words):
            continue
        if same_script(words, place.source.text) and not shares_name(words, place.source.text):
            return "The sentence names one body as its source, and the note names another"
    return ""


def _speaker(place: _Place) -> str:
    """Tell words a person said, under which a scholarly work by others is cited."""
    if not place.source.scholarly or not place.sentence.quotations:
        return ""
    for item in place.sentence.attributions:
        words = item.source.shifted(-place.sentence.span.start).of(place.sentence.raw)
        spoken = _MET.search(place.sentence.raw[item.source.start - place.sentence.span.start :][: len(words) + 30])
        if item.voice is Voice.NAMED and spoken and not shares_name(words, place.source.text):
            return "The sentence quotes a person, and the source under it is a work by somebody else"
    return ""


def _headings(case: Case) -> frozenset[str]:
    text = case.document.text
    kinds = (BlockKind.TITLE, BlockKind.HEADING)
    words = [block.span.of(text) for block in case.document.blocks if block.kind in kinds]
    return frozenset().union(*(stems(word) for word in (case.document.title, *words)))


def _nothing_shared(place: _Place, spread: Counter[str], heads: frozenset[str]) -> str:
    """Tell a source not one of whose words stands here, though they stand elsewhere, or nowhere in the document."""
    about = stems(place.source.title)
    comparable = same_script(place.source.title, place.sentence.plain) and place.sentence.language in lexicon.LANGUAGES
    if not comparable or len(about) < LEAST or about & place.near:
        return ""
    if names(place.source.title) & names(place.paragraph):
        return ""
    told = any(item.voice is Voice.NAMED for item in place.sentence.attributions)
    if place.source.note is None and (told or about & heads or about & stems(place.paragraph)):
        return ""
    if not any(spread[stem] for stem in about):
        asks = lexicon.matcher(place.sentence.language, "paper-talk").search(place.sentence.folded)
        return "" if asks else "No word of the source's title stands in the document"
    specific = place.sentence.language == "en" and len(names(place.sentence.plain[1:])) >= 2
    if specific and not _NAMED.search(place.source.title[1:]) and any(0 < spread[stem] <= RARE for stem in about):
        return "The source shares no word with the sentence, and its words appear elsewhere in the document"
    return ""


RULE = Rule(
    code="SRC210",
    name="source-mismatch",
    severity=Severity.WARNING,
    needs=frozenset({Need.LINKS, Need.CLAIMS}),
    since="0.1.0",
    status=Status.PREVIEW,
    check=check,
)
