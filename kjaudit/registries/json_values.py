"""Read JSON of others without trusting its shape: what is not there or of another type comes out empty."""

from __future__ import annotations

import html
import re
import unicodedata

_TAG = re.compile(r"</?[A-Za-z][\w:.-]*(?:\s[^<>]*)?/?>")
_BLANKS = re.compile(r"\s+")


def mapping(value: object) -> dict[str, object]:
    """Return `value` if it is a JSON object, else an empty one."""
    return value if isinstance(value, dict) else {}


def sequence(value: object) -> list[object]:
    """Return `value` if it is a JSON array, else an empty one."""
    return value if isinstance(value, list) else []


def objects(value: object) -> list[dict[str, object]]:
    """Return the objects of a JSON array; a lone object counts as an array of one."""
    if isinstance(value, dict):
        return [value]
    return [item for item in sequence(value) if isinstance(item, dict)]


def plain(value: object) -> str:
    """
    Return a string or number as plain text: entities read, markup removed, white space folded, NFC; else "".

    Registries print titles with `<i>`, `<sub>`, MathML, `&amp;` and, escaped twice, `&amp;lt;i&amp;gt;`.
    """
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    text = str(value)
    if "&" in text or "<" in text:
        text = html.unescape(_TAG.sub("", html.unescape(text)))
        text = _TAG.sub("", text)
    return unicodedata.normalize("NFC", _BLANKS.sub(" ", text).strip())


def texts(value: object) -> tuple[str, ...]:
    """Return the non-empty plain strings of a JSON array, or of a lone string, each once, in order."""
    given = value if isinstance(value, list) else [value]
    return tuple(dict.fromkeys(text for text in map(plain, given) if text))


def first(value: object) -> str:
    """Return the first non-empty plain string of a JSON array or a lone string, or ""."""
    found = texts(value)
    return found[0] if found else ""
