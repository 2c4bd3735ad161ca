"""Who is said to say what: sources of statements, named and unnamed."""

from __future__ import annotations

import enum
from dataclasses import dataclass

from kjaudit.model import Span


class Voice(enum.Enum):
    """What sort of source a text names."""

    NAMED = "named"
    ANONYMOUS = "anonymous"
    IMPERSONAL = "impersonal"


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """
    A statement laid at somebody's door.

    Attributes:
        span: the cue: from the source to the verb that attributes, or the impersonal form.
        source: the words for the source; equal to `span` where there is none.
        voice: what sort of source.
    """

    span: Span
    source: Span
    voice: Voice

    def shifted(self, by: int) -> Attribution:
        """Return the same attribution `by` characters further right."""
        return Attribution(span=self.span.shifted(by), source=self.source.shifted(by), voice=self.voice)


def without_overlaps(found: list[Attribution]) -> list[Attribution]:
    """Return `found` in text order; of two that overlap the named, then the earlier, then the longer stays."""
    order = {Voice.NAMED: 0, Voice.ANONYMOUS: 1, Voice.IMPERSONAL: 2}
    kept: list[Attribution] = []
    for item in sorted(found, key=lambda one: (order[one.voice], one.span.start, -one.span.end)):
        if not any(item.span.meets(other.span) for other in kept):
            kept.append(item)
    return sorted(kept, key=lambda one: one.span.start)
