"""Digits that a format prints raised, as Unicode superscripts."""

from __future__ import annotations

_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def raised(text: str) -> str:
    """Return `text` with its digits as superscripts, of the same length; bracketed numbers stay as they are."""
    if "[" in text or "]" in text:
        return text
    return text.translate(_RAISED)


def superscript(number: int) -> str:
    """Return a note number as it is written into the text."""
    return str(number).translate(_RAISED)
