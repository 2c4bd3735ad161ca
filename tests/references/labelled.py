"""Labelled stretches for tests: written as (label, words) in order."""

from __future__ import annotations

from kjaudit.references.labeller import Segment
from kjaudit.references.labels import Label


def stretches(*parts: tuple[Label, str]) -> tuple[str, list[Segment]]:
    """Return the string that the words of `parts` make, one blank between, and their segments."""
    raw, segments = "", []
    for label, words in parts:
        raw += " " if raw else ""
        segments.append(Segment(label, len(raw), len(raw) + len(words), 0.9))
        raw += words
    return raw, segments


def shown(raw: str, segments: list[Segment]) -> list[tuple[Label, str]]:
    """Return label and words of each segment, blanks at the ends left out."""
    return [(item.label, raw[item.start : item.end].strip()) for item in segments]
