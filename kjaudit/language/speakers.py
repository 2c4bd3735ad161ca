"""Who is said to say it, in languages that put the verb last: subjects before verbs, persons behind quotations."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from kjaudit.model import Span

from .attribution import Attribution, Voice

Candidate = tuple[re.Match[str], Voice]
"""A match with the group "source", and how it speaks."""


def _never(_match: re.Match[str], _verb: re.Match[str], _voice: Voice) -> bool:
    return False


def before_verbs(
    candidates: Sequence[Candidate],
    said: Sequence[re.Match[str]],
    skip: Callable[[re.Match[str], re.Match[str], Voice], bool] = _never,
) -> tuple[list[Attribution], list[re.Match[str]]]:
    """
    Return each candidate with the first verb behind it, and the verbs that are left.

    Of candidates that overlap the first, at one place the unnamed one, is taken; a verb has one subject.

    Args:
        candidates: in any order; spans are those of the sentence.
        said: the verbs of speech of the sentence, in reading order.
        skip: whether a candidate with its verb is no source after all.
    """
    found: list[Attribution] = []
    left = list(said)
    for match, voice in sorted(candidates, key=lambda one: (one[0].start(), one[1] is Voice.NAMED)):
        verb = next((verb for verb in left if verb.start() >= match.end() - 1), None)
        source = Span(*match.span("source"))
        if verb is None or any(item.span.meets(source) for item in found) or skip(match, verb, voice):
            continue
        found.append(Attribution(span=Span(source.start, verb.end()), source=source, voice=voice))
        left = [one for one in left if one.start() > verb.start()]
    return found, left


def before_predicates(text: str, predicates: Sequence[re.Match[str]], person: re.Pattern[str]) -> list[Attribution]:
    """Return the last `person` (group "source") in front of each predicate."""
    found: list[Attribution] = []
    for predicate in predicates:
        before = list(person.finditer(text, 0, predicate.start()))
        if before:
            found.append(named(before[-1], predicate.end()))
    return found


def named(match: re.Match[str], end: int | None = None) -> Attribution:
    """Return a named source: the group "source" of `match`, attributed up to `end` (default: the end of the match)."""
    source = Span(*match.span("source"))
    last = match.end() if end is None else max(end, source.end)
    return Attribution(span=Span(source.start, last), source=source, voice=Voice.NAMED)
