"""Works quoted from another work, not seen by the author: "as cited in", "apud", "zit. nach", "재인용"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from kjaudit.language.names import is_wide
from kjaudit.model import Citation, Cited

from .vocabulary import vocabulary

_GAP = 60
"""Between a work and the one it is quoted from stand no more characters than "zitiert nach" and signs."""
_CLOSING = 14
"""Characters after the work seen within which "에서 재인용" and "より引用" begin."""
_SIGNS = " \t\n,;:.()（）[]，、“”\"'»"


def marked(text: str, citations: Iterable[Citation]) -> tuple[Citation, ...]:
    """Return `citations` with the works that were not seen marked so."""
    citations = tuple(citations)
    notes: dict[str, list[Cited]] = defaultdict(list)
    for citation in citations:
        if citation.note is not None:
            notes[citation.note] += citation.works
    unseen: set[tuple[int, int]] = set()
    for works in notes.values():
        works.sort(key=lambda work: work.span)
        for work, following in zip(works, [*works[1:], None], strict=True):
            if _quoted(text, work, following):
                unseen.add((work.span.start, work.span.end))
    return tuple(_with(citation, unseen) for citation in citations)


def _with(citation: Citation, unseen: set[tuple[int, int]]) -> Citation:
    seen = citation.secondary or 0
    works = tuple(
        replace(work, unseen=True)
        if at < seen or (citation.note is not None and (work.span.start, work.span.end) in unseen)
        else work
        for at, work in enumerate(citation.works)
    )
    return citation if works == citation.works else replace(citation, works=works)


def _quoted(text: str, work: Cited, following: Cited | None) -> bool:
    """Whether words after the work, or after the next one, say that the next was read instead."""
    words = vocabulary().apud
    end = work.span.end
    found = words.search(text, max(work.span.start, end - 2), end + _GAP) if text[end : end + 2].strip("\n.") else None
    if found is not None and not text[end : found.start()].strip(_SIGNS):
        return True
    if following is None or following.span.start - end > _GAP:
        return False
    closing = words.search(text, following.span.end, following.span.end + _CLOSING)
    return closing is not None and is_wide(closing.group()[0]) and "\n" not in text[end : closing.start()]
