"""Build the nouns that tests need from short texts."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from kjaudit import pipeline
from kjaudit.model import Case
from kjaudit.settings import Settings

TODAY = date(2026, 11, 21)


def case_of(text: str, folder: Path, name: str = "manuscript.md") -> Case:
    """Write `text` to a file in `folder` and take it through the flow up to the rules."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return pipeline.understand(pipeline.read(path), Settings(today=TODAY))
