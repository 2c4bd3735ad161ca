"""What the styles of a DOCX say of a paragraph or a run."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from kjaudit.model import BlockKind

from .docx_package import Element, W

_VAL = f"{W}val"
_HEADING = re.compile(
    r"(?:heading|제목|見出し|标题|標題|überschrift|titre|título|titolo|заголовок|kop|rubrik)\s*([1-9])$", re.I
)
_NAMES = (
    (re.compile(r"(?:title|표제|제목|表題|标题|標題|titel|titre|título|titolo)$", re.I), BlockKind.TITLE),
    (re.compile(r"(?:caption|캡션|図表番号|题注|beschriftung|légende|leyenda|legenda)", re.I), BlockKind.CAPTION),
    (
        re.compile(r"(?:intense |block )?(?:quote|quotation|text)$|인용|引用文|zitat|citation|cita$", re.I),
        BlockKind.QUOTATION,
    ),
    (re.compile(r"author|byline|저자|필자|著者|subtitle|date$", re.I), BlockKind.BYLINE),
    (
        re.compile(r"(?:bibliograph(?:y|ie)|references?|참고 ?문헌|参考文献|literaturverzeichnis)", re.I),
        BlockKind.ENTRY,
    ),
    (re.compile(r"(?:source code|html preformatted|verbatim)", re.I), BlockKind.CODE),
)
"""Names of built-in styles, which Word stores in English or, older files, in the language of the program."""
_PLAIN = frozenset(
    {"body text", "block text", "first paragraph", "normal", "plain text", "compact", "text body", "footnote text"}
)
_BLOCK_QUOTES = frozenset({"block text"})


@dataclass(frozen=True, slots=True)
class Style:
    """
    What a style says; None: it says nothing.

    Attributes:
        kind: what its paragraphs are.
        level: of a heading, from 1.
        raised: whether its runs are superscript.
        numbering: (numId, level) of its list.
    """

    kind: BlockKind | None = None
    level: int = 0
    raised: bool | None = None
    hidden: bool | None = None
    numbering: tuple[str, int] | None = None


def styles(root: Element | None) -> Mapping[str, Style]:
    """Read the styles part; inherited facts are filled in."""
    raw: dict[str, tuple[Style, str]] = {}
    for element in root.iter(f"{W}style") if root is not None else ():
        identifier = element.get(f"{W}styleId") or ""
        based = element.find(f"{W}basedOn")
        raw[identifier] = (_own(element, identifier), based.get(_VAL) or "" if based is not None else "")
    return {identifier: _inherited(identifier, raw) for identifier in raw}


def _own(element: Element, identifier: str) -> Style:
    name = element.find(f"{W}name")
    words = (name.get(_VAL) or "" if name is not None else identifier).strip()
    kind, level = _named(words)
    outline = element.find(f"{W}pPr/{W}outlineLvl")
    depth = outline.get(_VAL) or "" if outline is not None else ""
    if depth.isdecimal() and int(depth) < 9 and kind is None:
        kind, level = BlockKind.HEADING, int(depth) + 1
    return Style(
        kind=kind,
        level=level,
        raised=raised(element.find(f"{W}rPr")),
        hidden=switch(element.find(f"{W}rPr"), "vanish"),
        numbering=numbering(element.find(f"{W}pPr")),
    )


def _named(words: str) -> tuple[BlockKind | None, int]:
    heading = _HEADING.match(words)
    if heading:
        return BlockKind.HEADING, int(heading.group(1))
    if words.casefold() in _BLOCK_QUOTES:
        return BlockKind.QUOTATION, 0
    if words.casefold() in _PLAIN:
        return None, 0
    return next((kind for pattern, kind in _NAMES if pattern.match(words)), None), 0


def _inherited(identifier: str, raw: Mapping[str, tuple[Style, str]]) -> Style:
    """Fill in what the styles it is based on say; a circle of styles ends where it closes."""
    style, based = raw[identifier]
    seen = {identifier}
    while based in raw and based not in seen:
        seen.add(based)
        parent, based = raw[based]
        style = Style(
            kind=style.kind or parent.kind,
            level=style.level or parent.level if style.kind in (None, parent.kind) else style.level,
            raised=parent.raised if style.raised is None else style.raised,
            hidden=parent.hidden if style.hidden is None else style.hidden,
            numbering=style.numbering or parent.numbering,
        )
    return style


def raised(properties: Element | None) -> bool | None:
    """Whether run properties print raised; None: they do not say."""
    if properties is None:
        return None
    align = properties.find(f"{W}vertAlign")
    if align is not None:
        return align.get(_VAL) == "superscript"
    position = properties.find(f"{W}position")
    size = position.get(_VAL) or "" if position is not None else ""
    return True if size.isdecimal() and int(size) >= 4 else None


def switch(properties: Element | None, name: str) -> bool | None:
    """Return the state of an on-off property; None: not said."""
    found = properties.find(f"{W}{name}") if properties is not None else None
    if found is None:
        return None
    return found.get(_VAL) not in ("0", "false", "off")


def numbering(properties: Element | None) -> tuple[str, int] | None:
    """Return the list and level that paragraph properties name."""
    found = properties.find(f"{W}numPr") if properties is not None else None
    if found is None:
        return None
    number, level = found.find(f"{W}numId"), found.find(f"{W}ilvl")
    depth = level.get(_VAL) or "0" if level is not None else "0"
    if number is None:
        return None
    return number.get(_VAL) or "0", int(depth) if depth.isdecimal() else 0
