"""Numbers that may call a note: how they are printed in the running text and before the words of a note."""

from __future__ import annotations

import enum
import re
from collections.abc import Iterator
from dataclasses import dataclass

from kjaudit.model import Block, Span

_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_PLAIN = str.maketrans(_RAISED, "0123456789")


class Form(enum.Enum):
    """How a note number is printed."""

    BRACKET = "[1]"
    RAISED = "¹"
    CLOSED = "1)"
    ROUND = "(1)"
    WORD = "주 1"
    STOP = "1."
    BARE = "1"


@dataclass(frozen=True, slots=True)
class Mark:
    """A number in the running text that may call a note."""

    number: int
    span: Span
    form: Form


@dataclass(frozen=True, slots=True)
class Label:
    """A number before the words of a note; `end`: where the words begin, in the block."""

    number: int
    form: Form
    end: int


_LABELS = (
    (
        Form.WORD,
        re.compile(
            r"[(（\[［〔<]?\s?(?:각주|미주|역주|주|脚注|訳注|原注|註|注|[Nn]ote|[Ff]n\.?|"
            r"Anm\.?)\s?[*＊]?(\d{1,4})\s?(?:[)）\]］〕>.．:：]{1,2}|(?=\s))\s*"
        ),
    ),
    (Form.BRACKET, re.compile(r"[\[［〔](\d{1,4})[\]］〕]\s*")),
    (Form.RAISED, re.compile(r"([⁰¹²³⁴⁵⁶⁷⁸⁹]{1,4})\)?\s*")),
    (Form.ROUND, re.compile(r"[(（](\d{1,4})[)）]\s*")),
    (Form.CLOSED, re.compile(r"(\d{1,4})[)）]\s*")),
    (Form.STOP, re.compile(r"(\d{1,4})[.．](?!\d)\s*")),
    (Form.BARE, re.compile(r"(\d{1,3})\s+(?=[^\W\d])")),
)
_MARKS = (
    (
        Form.WORD,
        re.compile(
            r"[(（\[［〔]\s?(?:각주|미주|역주|주|脚注|訳注|註|注|[Nn]ote|[Ff]n\.?)\s?[*＊]?(\d{1,4})\s?[)）\]］〕]|"
            r"(?<![가-힣\u3040-\u30ff\u4e00-\u9fff])(?:주|註|注)\s?(\d{1,4})[)）]"
        ),
    ),
    (Form.BRACKET, re.compile(r"[\[［〔](\d{1,4})[\]］〕]")),
    (Form.RAISED, re.compile(r"([⁰¹²³⁴⁵⁶⁷⁸⁹]{1,4})\)?")),
    (Form.ROUND, re.compile(r"[(（](\d{1,3})[)）]")),
    (Form.CLOSED, re.compile(r"(?<=[^\s\d(（\[,.\-–—])(\d{1,3})[)）]|(?<=[.,!?。！？])(\d{1,3})[)）]")),
    (
        Form.BARE,
        re.compile(
            r"(?<=[^\W\d_][.,;:!?。，”’\"」』)])(\d{1,3})(?![\d.,%)–\-]\d|\d|%)(?=[\s)”’」』]|$)|"
            r"(?<=[.,;:!?。”’」』)][”’\"」』)])(\d{1,3})(?=\s|$)"
        ),
    ),
)
_POWER = re.compile(r"(?:(?<![\w])(?:[kcmdnμ]?m|ft|in|yd|s|[A-Za-zχΧσ])|[\d)][eE]|(?<!\d)10|×\s?10)$")
"""What stands before a raised 2 or 3 that is a power: units, variables."""
ANSWERS = {
    Form.BRACKET: (Form.BRACKET, Form.RAISED, Form.WORD),
    Form.RAISED: (Form.RAISED, Form.WORD, Form.BARE),
    Form.CLOSED: (Form.CLOSED, Form.RAISED, Form.WORD, Form.BRACKET, Form.BARE),
    Form.ROUND: (Form.WORD, Form.ROUND, Form.RAISED, Form.BRACKET),
    Form.WORD: (Form.WORD, Form.CLOSED, Form.RAISED, Form.BRACKET, Form.ROUND, Form.BARE),
    Form.STOP: (Form.RAISED, Form.BRACKET, Form.WORD, Form.ROUND, Form.CLOSED, Form.BARE),
    Form.BARE: (Form.RAISED, Form.BRACKET, Form.WORD, Form.ROUND, Form.CLOSED, Form.BARE),
}
"""For each form of a label the forms of marks that may call it, the usual one first."""


def label(words: str) -> Label | None:
    """Return the note number before `words`, or None."""
    for form, pattern in _LABELS:
        found = pattern.match(words)
        if found:
            return Label(number_of(found.group(1)), form, found.end())
    return None


def number_of(digits: str) -> int:
    """Return the value of plain, wide or raised digits."""
    return int(digits.translate(_PLAIN))


def marks(text: str, blocks: tuple[Block, ...]) -> dict[Form, list[Mark]]:
    """Return the numbers in `blocks` that may call notes, by form, in reading order."""
    found: dict[Form, list[Mark]] = {form: [] for form in Form}
    for block in blocks:
        opened = _opened(text, block.span)
        for form, pattern in _MARKS:
            found[form].extend(_of_form(text, block.span, form, pattern, opened))
    return found


def _of_form(text: str, span: Span, form: Form, pattern: re.Pattern[str], opened: frozenset[int]) -> Iterator[Mark]:
    for match in pattern.finditer(text, span.start, span.end):
        group = next(index for index, part in enumerate(match.groups(), 1) if part)
        start, end = match.start(), match.end()
        if form is Form.RAISED:
            end = match.end(group) if end - 1 in opened else end
            if match.group(group) in ("²", "³", "⁴", "⁶") and _POWER.search(text, max(span.start, start - 8), start):
                continue
        if form is Form.CLOSED and end - 1 in opened:
            continue
        yield Mark(number_of(match.group(group)), Span(start, end), form)


def _opened(text: str, span: Span) -> frozenset[int]:
    """Return the places of closing brackets in `span` that an opening one stands before."""
    depth = 0
    closing = set()
    for found in re.finditer(r"[(（)）]", text[span.start : span.end]):
        if found.group() in "(（":
            depth += 1
        elif depth:
            depth -= 1
            closing.add(span.start + found.start())
    return frozenset(closing)
