"""Where a value stands: trimming and squeezing text without losing its offsets."""

from __future__ import annotations

import re

from kjaudit.model import Field, Span

_BLANKS = re.compile(r"\s+")
_BROKEN = re.compile(r"(?<=[a-zß-öø-ÿ])[-‐\u00ad]\s+(?=[a-zß-öø-ÿ])(?!(?:and|or|und|oder|bis|to|et|ou|e|y|o|i)\b)")
CLOSING = " \t\n\r\u3000.,;:、，。．：；·*"
"""Marks that end a field and are no part of it."""


def trimmed(text: str, start: int, end: int, left: str = CLOSING, right: str = CLOSING) -> tuple[int, int]:
    """Return `start`, `end` moved inwards past the characters `left` and `right`; an empty range stands at `end`."""
    while start < end and text[start] in left:
        start += 1
    while end > start and text[end - 1] in right:
        end -= 1
    return start, end


def squeezed(text: str) -> str:
    """
    Return `text` with each run of blanks one blank and none at the ends, without the asterisks of emphasis.

    A word broken at the end of a line is joined ("sym- bolic"); "pre- and post-war" is none.
    """
    text = text.replace("*", "")
    if "- " in text or "-\n" in text or "\u00ad" in text:
        text = _BROKEN.sub("", text).replace("\u00ad", "")
    return _BLANKS.sub(" ", text).strip()


def text_field(raw: str, start: int, end: int, confidence: float, value: str | None = None) -> Field[str] | None:
    """Return the field at `start`..`end` of `raw`; `None` where nothing but blanks is left."""
    found = squeezed(raw[start:end]) if value is None else value
    if not found:
        return None
    return Field(value=found, span=Span(start, end), raw=raw[start:end], confidence=confidence)
