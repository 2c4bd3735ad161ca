"""What the rules of wording share: phrase lists (resources/phrases/) over the running text, quotations exempt."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kjaudit.language import lexicon
from kjaudit.language.dates import full_dates
from kjaudit.language.reading import Reading, Sentence, reading
from kjaudit.model import Block, BlockKind, Case, Computed, Evidence, Finding, InDocument, PartialDate, Severity, Span

from .interface import Rule

_ENDS = re.compile("[.!?…。！？:：;\"'”’」』)）\\]>*⁰¹²³⁴-⁹›»~]\\s*$")
_DANGLING = re.compile(
    r"\b(?:a|an|the|in|of|on|at|by|for|from|with|to|and|or|but|as|that|which|was|were|is|are|has|have|had|be|its|their|"
    r"than|into|between|during|also|not|would|will|can|historical|more)$",
    re.IGNORECASE,
)
_KOREAN_OPEN = re.compile(
    "[가-힣](?:은|는|이|가|을|를|의|에|에서|으로|로|와|과|며|고|지만|면서|하는|하여|해|된|한|던|도)$"
)
_JAPANESE_OPEN = re.compile("[ぁ-ん一-龥](?:は|が|を|の|に|へ|と|で|も|から|より|など|や|て|し|れ|り|だっ|であ)$")
_FIRST, _LAST = 6, 3
"""How many of the first and last blocks may hold the date of the document."""
_DATELINE = re.compile(r"[^\n.。]{0,12}?(?:[—–】)）\]]|\s-\s)")
_NOT_A_DATELINE = frozenset({BlockKind.NOTE, BlockKind.ENTRY, BlockKind.TITLE, BlockKind.CAPTION})
_BETWEEN = frozenset({BlockKind.NOTE, BlockKind.RULE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Broken:
    """A sentence without an end; `continued` is where it goes on behind notes or a page break, if it does."""

    span: Span
    continued: Span | None


def unfinished(case: Case) -> Iterator[Broken]:
    """Yield the last sentence of each paragraph that breaks off, in text order."""
    text = case.document.text
    blocks = case.document.blocks
    last = {group[0].paragraph: group for group in running(case).by_paragraph if group}
    ordinals = {block.span.start: number for number, block in enumerate(running(case).blocks)}
    for index, block in enumerate(blocks):
        group = last.get(ordinals.get(block.span.start, -1))
        if block.kind is not BlockKind.PARAGRAPH or group is None or _ENDS.search(block.span.of(text)[-4:]):
            continue
        behind = index + 1
        while behind < len(blocks) and blocks[behind].kind in _BETWEEN:
            behind += 1
        following = blocks[behind] if behind < len(blocks) else None
        continued = _continued(text, following, cut=behind > index + 1)
        if _breaks_off(group, continued=continued is not None) and (continued or _closes(following)):
            yield Broken(span=group[-1].span, continued=continued)


def _continued(text: str, following: Block | None, *, cut: bool) -> Span | None:
    if following is None or following.kind is not BlockKind.PARAGRAPH or not cut:
        return None
    return Span(following.span.start, min(following.span.end, following.span.start + 60))


def _closes(following: Block | None) -> bool:
    return following is None or following.kind in (BlockKind.HEADING, BlockKind.TITLE)


def _breaks_off(group: tuple[Sentence, ...], *, continued: bool) -> bool:
    """Whether a paragraph without a full stop at its end is running text cut short, not a line that needs none."""
    words = group[-1].raw
    if group[-1].language == "en":
        open_end = _DANGLING.search(words) is not None
        prose = len(group) > 1 or len(words) > 40
        return open_end or words.endswith(",") or (continued and prose)
    open_end = (_KOREAN_OPEN if group[-1].language == "ko" else _JAPANESE_OPEN).search(words) is not None
    return open_end and (len(group) > 1 or len(words) > 25)


def running(case: Case) -> Reading:
    """Return the running text of `case` as sentences."""
    return reading(case.document)


def day_of_writing(case: Case) -> PartialDate | None:
    """
    Return the date the document gives itself: its byline, a line with little but a date, or a dateline.

    A dateline opens the first paragraph and is closed by a dash or bracket ("SEOUL, March 5, 2024 —", 【… 7月8日】).
    """
    document = case.document
    if document.byline.date is not None:
        return document.byline.date.value
    text = document.text
    opening = True
    for block in document.blocks[:_FIRST] + document.blocks[_FIRST:][-_LAST:]:
        words = block.span.of(text)
        found = full_dates(words[:200])
        span = found[0].span if found else None
        if span is not None:
            room = 12 + span.end - span.start if block.kind is BlockKind.HEADING else 120
            alone = len(words) <= room and words[-1:] not in ".。!?" and block.kind not in _NOT_A_DATELINE
            if alone or (opening and span.end <= 60 and _DATELINE.match(words, span.end)):
                return found[0].value
        opening = opening and len(words) <= 120
    return None


def phrases(case: Case, name: str, *, gap: int = 0) -> Iterator[tuple[Sentence, Span]]:
    """
    Yield each phrase of the list `name` in the running text, quotations left out, in text order.

    Args:
        case: the document.
        name: of the list; a language without it is passed over.
        gap: phrases of one sentence no further apart than this many characters are one.

    Yields:
        the sentence and the place of the phrase in `Document.text`.
    """
    for sentence in running(case).sentences:
        if sentence.quoted or sentence.language not in lexicon.LANGUAGES:
            continue
        start = end = -1
        for match in lexicon.matcher(sentence.language, name).finditer(sentence.folded):
            if start >= 0 and match.start() <= end + gap:
                end = max(end, match.end())
                continue
            if start >= 0:
                yield sentence, _place(sentence, start, end)
            start, end = match.span()
        if start >= 0:
            yield sentence, _place(sentence, start, end)


def marked(
    rule: Rule,
    case: Case,
    span: Span,
    message: str,
    *evidence: Evidence,
    suggestion: str | None = None,
    claim: str | None = None,
    note: str | None = None,
    severity: Severity | None = None,
) -> Finding:
    """Return a finding of `rule` about the words at `span` of the document, of the rule's severity if none is given."""
    return Finding(
        code=rule.code,
        name=rule.name,
        document=case.document.id,
        span=span,
        quote=span.of(case.document.text),
        message=message,
        severity=rule.severity if severity is None else severity,
        evidence=evidence,
        suggestion=suggestion,
        claim=claim,
        note=note,
    )


def here(case: Case, label: str, span: Span) -> Evidence:
    """Return a passage of the document as evidence."""
    return Evidence(
        label=label, quote=span.of(case.document.text), source=InDocument(document=case.document.id, span=span)
    )


def computed(label: str, value: str, how: str) -> Evidence:
    """Return a value that was worked out as evidence."""
    return Evidence(label=label, quote=value, source=Computed(how=how))


def _place(sentence: Sentence, start: int, end: int) -> Span:
    return Span(sentence.span.start + start, sentence.span.start + max(start + 1, end))
