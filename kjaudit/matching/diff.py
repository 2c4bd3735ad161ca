"""What differs between two strings, as runs that a person can read: whole words first, then letters inside a word."""

from __future__ import annotations

import difflib
import enum
import re
from collections.abc import Iterator
from dataclasses import dataclass

from kjaudit.language.folding import fold_dashes, fold_marks

_PIECES = re.compile(r"\s+|[^\W_\u3040-\u30ff\u3400-\u9fff]+|.", re.DOTALL)
LONGEST = 2000
"""Strings are compared up to this length, in code points: a field is never longer."""


class Op(enum.Enum):
    """What happens to a run on the way from the first string to the second."""

    SAME = "same"
    GONE = "gone"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text and what happens to it; SAME runs are printed as in the first string."""

    op: Op
    text: str


def diff(a: str, b: str) -> tuple[Run, ...]:
    """
    Return how `a` becomes `b`. SAME and GONE runs together are `a`.

    Differences of case, width, dashes and spaces are SAME. Both strings are cut at `LONGEST`.
    """
    mine, theirs = _PIECES.findall(a[:LONGEST]), _PIECES.findall(b[:LONGEST])
    runs: list[Run] = []
    matcher = difflib.SequenceMatcher(None, [_fold(x) for x in mine], [_fold(x) for x in theirs], autojunk=False)
    for tag, a0, a1, b0, b1 in matcher.get_opcodes():
        old, new = "".join(mine[a0:a1]), "".join(theirs[b0:b1])
        if tag == "equal" or (not _fold(old) and not _fold(new)):
            runs.append(Run(Op.SAME, old))
        elif tag == "replace":
            runs += _inside(old, new)
        else:
            runs.append(Run(Op.GONE, old) if old else Run(Op.NEW, new))
    return tuple(_joined(run for run in runs if run.text))


def _fold(piece: str) -> str:
    return fold_marks(fold_dashes(piece)).strip()


def _inside(old: str, new: str) -> list[Run]:
    """Letters inside a changed word; the whole word where little of it stays, and every number whole."""
    if old.isdigit() or new.isdigit():
        return [Run(Op.GONE, old), Run(Op.NEW, new)]
    matcher = difflib.SequenceMatcher(None, fold_dashes(old).lower(), fold_dashes(new).lower(), autojunk=False)
    if matcher.ratio() < 0.6 or len(old) != len(fold_dashes(old).lower()) or len(new) != len(fold_dashes(new).lower()):
        return [Run(Op.GONE, old), Run(Op.NEW, new)]
    runs = []
    for tag, a0, a1, b0, b1 in matcher.get_opcodes():
        if tag == "equal":
            runs.append(Run(Op.SAME, old[a0:a1]))
        else:
            runs += [Run(Op.GONE, old[a0:a1]), Run(Op.NEW, new[b0:b1])]
    return runs


def _joined(runs: Iterator[Run]) -> list[Run]:
    out: list[Run] = []
    for run in runs:
        if out and out[-1].op is run.op:
            out[-1] = Run(run.op, out[-1].text + run.text)
        else:
            out.append(run)
    return out


def as_text(runs: tuple[Run, ...]) -> str:
    """Return runs on one line: "[-Moisiu-]{+Moisio+}", as a word diff is usually printed."""
    marks = {Op.SAME: "{}", Op.GONE: "[-{}-]", Op.NEW: "{{+{}+}}"}
    return "".join(marks[run.op].format(run.text) for run in runs)
