"""Where sentences begin and end. A stand-in: the real one knows abbreviations, quotations, Korean and Japanese."""

from __future__ import annotations

import re

from kjaudit.model import Span

END = re.compile(r"[.!?。！？]+[\"'”’」』)]*\s+|\n\s*\n")


def sentence_around(text: str, span: Span) -> str:
    """Return the sentence of `text` around `span`, white space folded to single blanks."""
    start = max((found.end() for found in END.finditer(text, 0, span.start)), default=0)
    after = END.search(text, max(span.end - 1, start))
    return " ".join(text[start : after.end() if after else len(text)].split())
