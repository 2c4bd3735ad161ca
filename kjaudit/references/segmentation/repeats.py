"""Entries whose author is a dash: "_____, 2019, 「...」" stands for the author of the entry above."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from kjaudit.model import Problem, ProblemKind, Reference

_MARK = re.compile(
    r"\s*(?:_{2,}|[—―─–]{2,}|-{3,}|―|—|〃"
    r"|(?:同上?(?=[『「])|同上?|위와? 같은 저자|[Dd]ers\.|[Dd]ies\.|Idem|Id\.)(?=[\s,.、，:]))\s*[.,、，:]?"
)


def repeat_mark(raw: str) -> int:
    """Return how many code points at the start of `raw` stand for "the same author"; 0 for none."""
    found = _MARK.match(raw)
    return found.end() if found else 0


def resolve_repeats(references: Iterable[Reference]) -> Iterator[Reference]:
    """
    Yield `references`, with the authors of entries that print a dash for them filled in from the entry above.

    `same_author_as` names the nearest entry above that prints its authors. Where there is none, the authors stay empty.
    """
    printed: Reference | None = None
    for reference in references:
        if not repeat_mark(reference.raw) and not _under_author(reference, printed):
            printed = reference if reference.authors or reference.editors else None
            yield reference
        else:
            yield _filled(reference, printed) if printed is not None else reference


def _under_author(reference: Reference, printed: Reference | None) -> bool:
    """Whether an entry opens with its year under one that prints author and year: the author is meant for both."""
    if printed is None or reference.authors or not _YEAR_FIRST.match(reference.raw):
        return False
    return _AUTHOR_AND_YEAR.match(printed.raw) is not None


_YEAR_FIRST = re.compile(r"\s*(?:1[5-9]|20)\d\d[a-z]?[ \u3000]{0,4}[「『｢]")
_AUTHOR_AND_YEAR = re.compile(r"[^\d「『｢]{2,60}[ \u3000](?:1[5-9]|20)\d\d[a-z]?[ \u3000]{0,4}[「『｢]")


def _filled(reference: Reference, printed: Reference) -> Reference:
    names = tuple(replace(name, span=None) for name in (printed.authors or printed.editors))
    problems = tuple(problem for problem in reference.problems if problem.kind is not ProblemKind.NO_AUTHOR)
    filled = replace(reference, same_author_as=printed.key, problems=problems)
    if printed.authors:
        return replace(filled, authors=names, others=printed.others, author_confidence=0.95)
    return replace(filled, editors=names)


def boundary_problems(kinds: Iterable[ProblemKind]) -> tuple[Problem, ...]:
    """Return a problem with its sentence for each of `kinds` that splitting gives."""
    sentences = {
        ProblemKind.UNSURE_BOUNDARY: "Layout and words disagree about where this entry begins or ends",
        ProblemKind.RUN_TOGETHER: "Several entries stand in one paragraph; they were told apart by their words",
    }
    return tuple(Problem(kind=kind, message=sentences[kind]) for kind in kinds)
