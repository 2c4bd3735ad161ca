"""Publisher, place, edition, kind of work."""

from __future__ import annotations

import re

from kjaudit.model import Field
from kjaudit.references.keywords import KEYWORDS

from .place import CLOSING, text_field, trimmed

_CUT = 0.7
_MEDIA = frozenset(
    (
        "Web",
        "Print",
        "JSTOR",
        "Project MUSE",
        "ProQuest",
        "EBSCO",
        "EBSCOhost",
        "HathiTrust",
        "Google Books",
        "Gale",
        "Kindle",
    )
)
_BRACKETS = "()[]{}<>"
_EDITION = re.compile(
    r"\b(\d{1,3})\s?(?:st|nd|rd|th|e|è|ème|a|ª|º|\.)?,?\s*(?:\w+\.?\s+){0,2}(?:ed|edn|edition|aufl|auflage|éd|édition|edición|"
    r"edizione|edição)\b|제?\s?(\d{1,3})\s?[판版]",
    re.IGNORECASE,
)
_EDITION_WORD = re.compile(
    r"[\s,;]*\b(?:editions?|edn?s?|édition|éd|ed|aufl(?:age)?|ausg(?:abe)?|edición|edizione|edição)\b\.?", re.IGNORECASE
)


_FORTHCOMING = re.compile(
    r"[\s,(]+(?:i\.\s?E\.|i\.\s?Ersch\.|im Erscheinen|im Druck|o\.\s?J\.?|n\.\s?d\.?|s\.\s?a\.?)[\s.,;:)]*\Z"
)


def publisher(raw: str, start: int, end: int, confidence: float) -> Field[str] | None:
    """Read a publisher from `raw[start:end]`; the medium that MLA prints, "Web.", is none, nor is a database."""
    start, end = _bare(raw, start, end)
    if raw[start:end] in _MEDIA:
        return None
    return text_field(raw, start, end, confidence)


def place(raw: str, start: int, end: int, confidence: float) -> Field[str] | None:
    """Read a place of publication from `raw[start:end]`, without the "i.E." for a date after it."""
    forthcoming = _FORTHCOMING.search(raw, start, end)
    start, end = _bare(raw, start, forthcoming.start() if forthcoming else end)
    return text_field(raw, start, end, confidence)


def parted(
    raw: str, place_field: Field[str] | None, publisher_field: Field[str] | None
) -> tuple[Field[str] | None, Field[str] | None]:
    """
    Cut "München: C.H. Beck", read as one of the two, into place and publisher.

    Without a colon both come back as they were.
    """
    found = place_field or publisher_field
    span = found.span if found else None
    colon = raw.find(":", span.start, span.end) if span else -1
    if found is None or span is None or colon < 0:
        return place_field, publisher_field
    confidence = min(found.confidence, _CUT)
    first = place(raw, span.start, colon, confidence)
    second = publisher(raw, colon + 1, span.end, confidence)
    return (first, second) if first and second else (place_field, publisher_field)


def edition(raw: str, start: int, end: int, confidence: float) -> Field[str] | None:
    """Read an edition from `raw[start:end]`: "2nd", "rev.", "3"."""
    start, end = _bare(raw, start, end)
    value = _EDITION_WORD.sub("", raw[start:end]).strip(CLOSING) or None
    return text_field(raw, start, end, confidence, value)


def genre(raw: str, start: int, end: int, confidence: float) -> Field[str] | None:
    """Read the kind of a work from `raw[start:end]`: "PhD thesis", "Technical Report 12"."""
    start, end = _bare(raw, start, end)
    return text_field(raw, start, end, confidence)


def note(raw: str, start: int, end: int, confidence: float) -> Field[str] | None:
    """Read what belongs to no other field; words that only send the reader on ("See", "Vgl.") are nothing."""
    start, end = _bare(raw, start, end)
    if "back" in KEYWORDS.get(raw[start:end].strip(".").casefold(), ()):
        return None
    return text_field(raw, start, end, confidence)


def _bare(raw: str, start: int, end: int) -> tuple[int, int]:
    """Trim marks, and brackets that are not closed inside."""
    for _ in range(3):
        start, end = trimmed(raw, start, end, CLOSING + "-–—/", CLOSING + "-–—/")
        if end <= start:
            break
        if raw[start] in "([{" and not _balanced(raw[start:end]):
            start += 1
        elif raw[end - 1] in ")]}>" and not _balanced(raw[start:end]):
            end -= 1
        elif raw[start] in ")]}>":
            start += 1
        elif raw[start] in "([" and raw[end - 1] in ")]":
            start, end = start + 1, end - 1
        else:
            break
    opened = raw.rfind("(", start + 1, end)
    if opened > 0 and ")" not in raw[opened:end]:
        return trimmed(raw, start, opened, CLOSING, CLOSING)
    return start, end


def _balanced(text: str) -> bool:
    return all(text.count(opener) == text.count(closer) for opener, closer in ("()", "[]", "{}"))
