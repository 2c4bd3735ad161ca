"""SRC211 dangling-pointer. See resources/rules/SRC211.md."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kjaudit.language import lexicon
from kjaudit.language.numbers import kanji_number
from kjaudit.language.reading import Sentence
from kjaudit.model import BlockKind, Case, Finding, Severity, Span
from kjaudit.rules.interface import Need, Rule, Status
from kjaudit.rules.phrases import marked, running

_PICTURES = frozenset({BlockKind.CAPTION, BlockKind.TABLE})
_EVENT = re.compile(
    r"^The (?P<noun>meeting|summit|ceremony|incident|sharing|announcement|visit) (?:between|of|on|in) [^,.;]{3,60}?"
    r"(?= (?:is|was|are|were)\b|,|\.)"
)
_DRAWING = re.compile(r"map|chart|graph\b|diagram|table|지도|도표|그래프|도면|표|地図|グラフ|表|別図")
"""What is drawn and not taken with a camera."""
_LABEL = re.compile(
    r"[*_<\[〈(]*(figure|fig\.?|table|map|chart|appendix|plate|box|그림|표|사진|도|지도|부록|図|表|写真|地図|付録)"
    r"\s?(\d{1,2}|[A-H]|[一二三四五六七八九十]{1,2}(?![一-龥ぁ-ん]))(?![A-Za-z0-9])",
    re.IGNORECASE,
)
_POINTS = re.compile(
    r"\s?(?:shows?|lists?|gives?|presents?|summari[sz]es|illustrates?|compares?|displays?|reports?|contains?|provides?"
    r"|depicts?|indicates?|reveals?|plots?|describes?|is|are|was|were)\b|[은는에와과을의]|[>〉]?[은는에을]|[はにをでのが]"
)
"""Behind a label that opens a sentence of the running text: a pointer, not the label of a picture."""
_ISSUE = re.compile(r"(?<!\d)(?:1[5-9]|20|１[５-９]|２０)\d\d(?!\d)|[『「]")
MANY = 2
"""Numbers of one kind from which their lack is that of the file, not of the text."""
_BEFORE = {"meeting": r"\b(?:meet|met|meets|meeting|summit)\b", "summit": r"\b(?:summit|meeting)\b"}


def check(case: Case) -> Iterator[Finding]:
    """Yield each pointer to a picture, table, map or event that the document does not hold."""
    shown = any(block.kind in _PICTURES for block in case.document.blocks)
    drawn = _drawn(case)
    labels = _labels(case)
    pointed = list(_pointers(case))
    lost = _lost_in_conversion(pointed, labels)
    told: set[object] = set()
    found: list[Finding] = []
    for sentence, match in pointed:
        number = _number(match)
        kind = (match.groupdict().get("kind") or "").lower().rstrip(".")
        label: object = (kind, number) if number else match.start() + sentence.span.start
        held = drawn if _DRAWING.search(match.group()) else shown
        missing = (kind, number) not in labels and kind not in lost if number else not held
        if missing and label not in told:
            told.add(label)
            message = "The text points to a picture or table that it does not hold"
            found.append(_found(case, sentence, match, message))
    yield from sorted((*found, *_events(case)), key=lambda finding: finding.span)


def _drawn(case: Case) -> bool:
    """Whether a picture or table can be a drawing: not one whose words are only the credit of a photograph."""
    photographs = [credit.span for credit in case.provenance.credits if credit.span is not None]
    return any(
        block.kind in _PICTURES and not any(block.span.covers(span) for span in photographs)
        for block in case.document.blocks
    )


def _pointers(case: Case) -> Iterator[tuple[Sentence, re.Match[str]]]:
    for sentence in running(case).sentences:
        if not sentence.quoted and sentence.language in lexicon.LANGUAGES:
            for match in lexicon.matcher(sentence.language, "pointers").finditer(sentence.folded):
                if not _elsewhere(sentence.folded, match):
                    yield sentence, match


def _elsewhere(text: str, match: re.Match[str]) -> bool:
    """Whether the table is one of another work: "(Ministry of Water, Household Survey 2022, table 4)"."""
    opened = max(text.rfind(mark, max(0, match.start() - 100), match.start()) for mark in "(（")
    before = text[opened : match.start()] if opened >= 0 else ""
    return bool(before) and not (set(")）") & set(before)) and _ISSUE.search(before) is not None


def _lost_in_conversion(pointed: list[tuple[Sentence, re.Match[str]]], labels: set[tuple[str, str]]) -> frozenset[str]:
    """Kinds none of which is there, where two or more of one are pointed to: the file format dropped them all."""
    numbers: dict[str, set[str]] = {}
    for _, match in pointed:
        number = _number(match)
        if number:
            numbers.setdefault(match["kind"].lower().rstrip("."), set()).add(number)
    held = {kind for kind, _ in labels}
    absent = {kind: len(wanted) for kind, wanted in numbers.items() if kind not in held}
    return frozenset(absent) if max(absent.values(), default=0) >= MANY else frozenset()


def _events(case: Case) -> Iterator[Finding]:
    """Yield each meeting or ceremony spoken of as known that nothing before tells of."""
    met: list[str] = []
    told: set[str] = set()
    for sentence in running(case).sentences:
        event = _EVENT.match(sentence.plain) if sentence.paragraph and not sentence.quoted else None
        if event is not None and event["noun"] not in told and not _told(event["noun"], met):
            told.add(event["noun"])
            yield _found(case, sentence, event, "The event is spoken of as known, and nothing before tells of it")
        met.append(sentence.plain)


def _found(case: Case, sentence: Sentence, match: re.Match[str], message: str) -> Finding:
    start = sentence.span.start + match.start()
    return marked(RULE, case, Span(start, start + len(match.group().rstrip())), message)


def _told(noun: str, before: list[str]) -> bool:
    wanted = re.compile(_BEFORE.get(noun, rf"\b{noun[:5]}"), re.IGNORECASE)
    return any(wanted.search(text) for text in before)


def _labels(case: Case) -> set[tuple[str, str]]:
    """Return what the document holds under a number, by the first words of its blocks."""
    found: set[tuple[str, str]] = set()
    tables = sum(block.kind is BlockKind.TABLE for block in case.document.blocks)
    found |= {(kind, str(number)) for number in range(1, tables + 1) for kind in ("table", "표", "表")}
    for block in case.document.blocks:
        opening = block.span.of(case.document.text)[:40]
        match = _LABEL.match(opening)
        if match and not _POINTS.match(opening, match.end()):
            kind, number = match[1].lower().rstrip("."), _western(match[2])
            found |= {(kind, number)} | ({("fig", number), ("figure", number)} if kind.startswith("fig") else set())
    return found


def _number(match: re.Match[str]) -> str:
    return _western(match.groupdict().get("number") or "")


def _western(number: str) -> str:
    """Return a number in Han characters by its digits ("表二" is "表2"), any other as it is."""
    return str(kanji_number(number)) if number and number[0] in "一二三四五六七八九十" else number


RULE = Rule(
    code="SRC211",
    name="dangling-pointer",
    severity=Severity.WARNING,
    needs=frozenset({Need.TEXT}),
    since="0.1.0",
    status=Status.STABLE,
    check=check,
)
