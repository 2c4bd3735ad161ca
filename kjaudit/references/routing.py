"""Which parser reads a string, and what is refused before any does."""

from __future__ import annotations

import re

from kjaudit.language.scripts import has_cjk
from kjaudit.model import Problem, ProblemKind, Reference, Span

from . import cjk
from .assembly import assemble
from .labeller import Labeller, labeller
from .tokens import LONGEST

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe\uffff]")


def parse_routed(raw: str, key: str, span: Span) -> Reference:
    """Parse one reference string by the parser that fits its script."""
    if not raw.strip():
        problem = Problem(kind=ProblemKind.EMPTY, message="nothing is printed here")
        return Reference(key=key, raw=raw, span=span, problems=(problem,))
    read = cjk.parse(raw, key, span) if has_cjk(raw[:LONGEST]) else None
    return read or parse_with_model(raw, key, span)


def parse_with_model(raw: str, key: str, span: Span, model: Labeller | None = None) -> Reference:
    """Parse one reference string by the statistical labeller: the one that ships, or `model`."""
    problems: list[Problem] = []
    text = raw[:LONGEST]
    if _CONTROL.search(text):
        problems.append(Problem(kind=ProblemKind.CONTROL_CHARACTERS, message="has control characters"))
        text = _CONTROL.sub(" ", text)
    segments, cut = (model or labeller()).segments(text)
    if len(raw) > LONGEST or cut < len(text):
        message = "is longer than a reference; only the beginning was read"
        problems.append(Problem(kind=ProblemKind.TOO_LONG, message=message, span=Span(cut, len(raw))))
    return assemble(raw, segments, key=key, span=span, problems=problems)
