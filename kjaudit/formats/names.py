"""Names between CSL and files that print them as "Family, Suffix, Given"."""

from __future__ import annotations

import re

CslName = dict[str, str]

_PARTICLE = re.compile(r"(?:[a-z][\w'’.]*\s+)+(?=\S)")


def from_commas(text: str) -> CslName:
    """
    Return the CSL name of "Family, Given", "Family, Suffix, Given" or, without a comma, of a body or a whole name.

    "Family," is a family name alone.
    """
    parts = [part.strip() for part in text.split(",")]
    if len(parts) == 1:
        return {"literal": parts[0]}
    family, *rest = parts
    if len(rest) == 1:
        return _without_empty(family=family, given=rest[0])
    return _without_empty(family=family, given=", ".join(rest[1:]), suffix=rest[0])


def from_words(text: str) -> CslName:
    """Return the CSL name of "Given von Family": the family name is the last word, with small words before it."""
    words = text.split()
    if len(words) < 2:
        return {"family": text.strip()}
    first = next((place for place, word in enumerate(words[1:-1], start=1) if word[:1].islower()), len(words) - 1)
    return {"family": " ".join(words[first:]), "given": " ".join(words[:first])}


def to_commas(name: object) -> str | None:
    """Return a CSL name as `from_commas` reads it, or `None` where it has parts that this form cannot hold."""
    if not isinstance(name, dict) or not set(name) <= {"family", "given", "suffix", "literal"}:
        return None
    if "literal" in name:
        return str(name["literal"]) if len(name) == 1 else None
    family, given, suffix = (str(name.get(part, "")) for part in ("family", "given", "suffix"))
    return f"{family}, {suffix}, {given}" if suffix else f"{family}, {given}".rstrip(" ") if family else None


def _without_empty(**parts: str) -> CslName:
    return {key: value for key, value in parts.items() if value}
