"""Styles and lists of an ODT: which paragraphs are headings, which runs are raised, which label a list item prints."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from .docx_package import Element

STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_CODED = re.compile(r"_([0-9a-f]{2,4})_")
_DEEPEST = 20
"""Styles inherit over fewer steps than this; more is a circle."""
_LETTERS = 26


@dataclass(frozen=True, slots=True)
class OdtStyle:
    """A style as far as reading needs it: its plain name, its parent's key and whether it raises text."""

    name: str
    parent: str
    raises: bool | None


@dataclass(frozen=True, slots=True)
class Level:
    """How a list prints the numbers of one level: ODF number format ("1", "a", "I", "" for a bullet) and its frame."""

    form: str
    prefix: str
    suffix: str
    start: int
    bullet: str


class OdtStyles:
    """All styles of one document, those of the file's own parts before the common ones."""

    def __init__(self, roots: Iterable[Element | None]) -> None:
        self._styles: dict[str, OdtStyle] = {}
        self._lists: dict[str, dict[int, Level]] = {}
        for root in roots:
            if root is None:
                continue
            for element in root.iter(f"{STYLE}style"):
                self._styles.setdefault(element.get(f"{STYLE}name") or "", _style(element))
            for element in root.iter(f"{TEXT}list-style"):
                self._lists.setdefault(element.get(f"{STYLE}name") or "", dict(_levels(element)))

    def names(self, key: str | None) -> list[str]:
        """Return the plain names of a style and of those it inherits from, lower case, its own first."""
        found: list[str] = []
        while key and len(found) < _DEEPEST:
            style = self._styles.get(key)
            found.append((style.name if style else decoded(key)).lower())
            key = style.parent if style else ""
        return found

    def raises(self, key: str | None) -> bool:
        """Whether text of this style is printed raised."""
        for _ in range(_DEEPEST):
            style = self._styles.get(key or "")
            if style is None:
                return False
            if style.raises is not None:
                return style.raises
            key = style.parent
        return False

    def level(self, key: str | None, depth: int) -> Level | None:
        """Return how the list style `key` prints items at `depth` (from 1)."""
        return self._lists.get(key or "", {}).get(depth)


def decoded(key: str) -> str:
    """Return a style's name as people see it ("Heading_20_1" -> "Heading 1")."""
    return _CODED.sub(lambda found: chr(int(found.group(1), 16)), key)


def label(level: Level, number: int) -> str:
    """Return what is printed before item `number`."""
    return f"{level.prefix}{_counted(level.form, number)}{level.suffix}" if level.form else level.bullet


def _counted(form: str, number: int) -> str:
    if form in ("a", "A") and number > 0:
        letter = chr(ord("a") + (number - 1) % _LETTERS) * ((number - 1) // _LETTERS + 1)
        return letter.upper() if form == "A" else letter
    if form in ("i", "I") and 0 < number < 4000:
        roman = _roman(number)
        return roman.upper() if form == "I" else roman
    return str(number)


def _roman(number: int) -> str:
    parts = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"))
    out = ""
    for value, letters in (*parts, (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")):
        out += letters * (number // value)
        number %= value
    return out


def _style(element: Element) -> OdtStyle:
    properties = element.find(f"{STYLE}text-properties")
    position = properties.get(f"{STYLE}text-position") if properties is not None else None
    return OdtStyle(
        name=element.get(f"{STYLE}display-name") or decoded(element.get(f"{STYLE}name") or ""),
        parent=element.get(f"{STYLE}parent-style-name") or "",
        raises=None if position is None else _is_raised(position),
    )


def _is_raised(position: str) -> bool:
    """Return whether "super 58%" or "33% 58%" prints above the line."""
    first = position.split()[0] if position.split() else ""
    return first == "super" or (
        first.endswith("%") and first[:-1].lstrip("+").replace(".", "").isdigit() and first != "0%"
    )


def _levels(element: Element) -> Iterable[tuple[int, Level]]:
    attributes: Mapping[str, str]
    for child in element:
        attributes = {str(key): str(value) for key, value in child.attrib.items()}
        depth = attributes.get(f"{TEXT}level", "1")
        start = attributes.get(f"{TEXT}start-value", "1")
        yield (
            int(depth) if depth.isdecimal() else 1,
            Level(
                form=attributes.get(f"{STYLE}num-format", ""),
                prefix=attributes.get(f"{STYLE}num-prefix", ""),
                suffix=attributes.get(f"{STYLE}num-suffix", ""),
                start=int(start) if start.isdecimal() else 1,
                bullet=attributes.get(f"{TEXT}bullet-char", "•"),
            ),
        )
