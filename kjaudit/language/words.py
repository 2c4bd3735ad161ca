"""How many words a text has, in scripts with spaces and without."""

from __future__ import annotations

import re

_WORD = re.compile(
    r"[\u3040-\u30ff\u3400-\u9fff]|[^\W\u3040-\u30ff\u3400-\u9fff]+(?:['’\-][^\W\u3040-\u30ff\u3400-\u9fff]+)*"
)


def word_count(text: str) -> int:
    """
    Count words: runs of letters and digits; kana and Han count two characters to a word.

    Two characters a word is the usual rule of thumb for Japanese and Chinese; Korean has spaces.
    """
    found: list[str] = _WORD.findall(text)
    wide = sum(len(word) == 1 and "\u3040" <= word <= "\u9fff" for word in found)
    return len(found) - wide + (wide + 1) // 2
