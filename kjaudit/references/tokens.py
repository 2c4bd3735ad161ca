"""A reference string as fine tokens, each with its place in code points."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice

_TOKEN = re.compile(
    r"(?:https?://|www\.)[^\s<>\"“”«»「」『』\[\]]*[\w/=#&%+~-]"
    r"|10\.\d{4,9}/[^\s<>\"“”]*\w"
    r"|(?<=\d)[권호집쪽면호년월일판巻卷号號期頁页輯集年月日版]"
    r"|[제第](?=\s?[\d一二三四五六七八九十])"
    r"|[\u1100-\u11ff\u3130-\u318f\uac00-\ud7af]+"
    r"|[\u3005-\u3007\u3041-\u30ff\u3400-\u9fff\uf900-\ufaff]+"
    r"|(?:[^\W\d_\u1100-\u11ff\u3005-\u318f\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff][\u0300-\u036f]*)+"
    r"|\d+"
    r"|[^\w\s*]|_+"
)
"""
Addresses and DOIs whole; Korean and Japanese locator words apart from their numbers; runs of one script; digits; marks.

Asterisks are Markdown's emphasis or footnote marks and never part of a field.
"""


LONGEST = 3_000
"""Code points of a reference that are read; no printed reference is longer."""


@dataclass(frozen=True, slots=True)
class Tokens:
    """
    The tokens of one string: `words[i]` stands at `starts[i]`..`ends[i]`.

    `cut` is where reading stopped because the string has more tokens than a reference can have, else its length.
    """

    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    cut: int


def tokenize(text: str, limit: int = 500) -> Tokens:
    """Return the first `limit` tokens of `text`; blanks are no tokens."""
    spans = [match.span() for match in islice(_TOKEN.finditer(text), limit + 1)]
    cut = spans.pop()[0] if len(spans) > limit else len(text)
    words = tuple([text[start:end] for start, end in spans])
    return Tokens(words, tuple([start for start, _ in spans]), tuple([end for _, end in spans]), cut)
