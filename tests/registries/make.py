"""References and a synchronous world for tests of registries."""

from __future__ import annotations

from datetime import UTC, datetime

from kjaudit.model import Field, Name, PartialDate, Reference, Script, Span, WorkType
from kjaudit.registries import Limits, World

QUICK = Limits(first_answer=0.25, answer=0.5, attempts=2, back_off=0.01, longest_wait=0.05, rest=60.0, hurry=50.0)
NOW = datetime(2026, 11, 21, tzinfo=UTC)
SWIFT = World(now=lambda: NOW, pause=lambda stop, seconds: stop.wait(min(seconds, 0.01)), chance=lambda: 0.5)
"""Waits a hundredth of a second where it should wait longer, so that no test sleeps."""


def reference(
    raw: str,
    key: str = "e1",
    *,
    title: str = "",
    doi: str = "",
    isbn: str = "",
    author: Name | None = None,
    year: int | None = None,
    script: Script = Script.LATIN,
    kind: WorkType = WorkType.ARTICLE_JOURNAL,
    **fields: str,
) -> Reference:
    texts = {"title": title, "doi": doi, "isbn": isbn} | fields
    return Reference(
        key=key,
        raw=raw,
        span=Span(0, len(raw)),
        type=kind,
        script=script,
        authors=(author,) if author else (),
        date=Field(value=PartialDate(year=year), span=_place(raw, str(year))) if year else None,
        **{name: Field(value=text, span=_place(raw, text), raw=text) for name, text in texts.items() if text},
    )


def _place(raw: str, text: str) -> Span | None:
    start = raw.find(text)
    return Span(start, start + len(text)) if start >= 0 else None
