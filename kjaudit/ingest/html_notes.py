"""Which links of an HTML page are note marks, and which elements hold the notes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement


_EPUB_TYPE = "{http://www.idpf.org/2007/ops}type"
_NOTE_ID = re.compile(
    r"_?(?:fn|ftn|edn|en|footnotes?|endnotes?|notes?|sdfootnote|sdendnote|cite_note|annotation)(?:sym|"
    r"text)?[-_:.]?\w*\d",
    re.I,
)
"""Identifiers of notes as pandoc, Word, LibreOffice, MediaWiki and WordPress write them."""
_BACK_ID = re.compile(r"ref\d*|anc\b|cite_ref|back|return", re.I)
_ENTRY_ID = re.compile(r"(?:ref|bib|cit(?!e_note)|cr|b|r)[-_:.]?\w*\d", re.I)
_MARK = re.compile(
    r"\s*[\[(（〔]?\s*(?:(?:주|註|注|note|n)\.?\s*)?(\d{1,4}|[*†‡§¶#]{1,4}|[a-z]|[ivxlc]{1,6})\s*[\])）〕]?\s*", re.I
)
_NOTE_ROLES = frozenset(
    {"doc-footnote", "doc-endnote", "doc-endnotes", "footnote", "endnote", "rearnote", "footnotes", "endnotes"}
)
_LONGEST_NUMBER = 3
"""Digits of a note number; four are a year, unless the identifier has them, too."""
_OTHER_ROLES = frozenset({"doc-biblioref", "biblioref", "doc-backlink", "backlink"})
_MARK_ROLES = frozenset({"doc-noteref", "noteref"})
_NOTE_CLASSES = re.compile(r"\b(?:foot|end|side)-?_?notes?\b|\bfn\b", re.I)
_MARK_CLASSES = re.compile(r"foot-?_?note-?_?(?:ref|anchor|call|mark)|note-?_?ref|\bfnref\b", re.I)
_INLINE = frozenset({"a", "span", "sup", "sub", "em", "i", "b", "strong", "small", "font"})
_TEXT_BLOCKS = frozenset({"p", "li", "div", "aside", "dd", "td", "section", "blockquote", "dt", "tr", "ol", "ul"})


@dataclass(frozen=True, slots=True)
class PageNote:
    """A note of a page: its identifier, number, and the elements with its words."""

    name: str
    number: int
    body: HtmlElement


@dataclass(frozen=True, slots=True)
class PageNotes:
    """
    The notes of a page.

    Attributes:
        marks: the link of each mark, and the name of its note.
        notes: by name, in order of their first marks, then those without mark in page order.
        bodies: elements to be left out of the flow.
        back: links inside notes that lead back to a mark.
    """

    marks: Mapping[HtmlElement, str]
    notes: Mapping[str, PageNote]
    bodies: frozenset[HtmlElement]
    back: frozenset[HtmlElement]


def find_notes(root: HtmlElement) -> PageNotes:
    """Find the notes of a page by their roles, classes and identifiers. Linear in its size."""
    targets: dict[str, HtmlElement] = {}
    links: list[HtmlElement] = []
    for element in root.iter("*"):
        for name in (element.get("id"), element.get("name") if element.tag == "a" else None):
            if name:
                targets.setdefault(name, element)
        if element.tag == "a" and (element.get("href") or "").startswith("#"):
            links.append(element)
    marks: dict[HtmlElement, str] = {}
    bodies: dict[str, HtmlElement] = {}
    for link in links:
        name = link.get("href", "")[1:]
        target = targets.get(name)
        if target is None or not _is_mark(link, name, target):
            continue
        body = _body(target)
        if body is None or _holds(body, link):
            continue
        marks[link] = name
        bodies.setdefault(name, body)
    notes = _numbered(marks, bodies)
    inside = frozenset(bodies.values())
    back = frozenset(link for link in links if link not in marks and _is_back(link, inside, marks, targets))
    return PageNotes(marks, notes, inside, back)


def _numbered(marks: Mapping[HtmlElement, str], bodies: Mapping[str, HtmlElement]) -> dict[str, PageNote]:
    notes: dict[str, PageNote] = {}
    printed = {name: _MARK.fullmatch(link.text_content()) for link, name in reversed(list(marks.items()))}
    for name in marks.values():
        if name in notes:
            continue
        mark = printed[name]
        number = int(mark.group(1)) if mark and mark.group(1).isdecimal() else len(notes) + 1
        notes[name] = PageNote(name, number, bodies[name])
    return notes


def _roles(element: HtmlElement) -> set[str]:
    words = " ".join(element.get(key) or "" for key in ("role", "epub:type", _EPUB_TYPE))
    return set(words.split())


def _is_mark(link: HtmlElement, name: str, target: HtmlElement) -> bool:
    roles = _roles(link)
    if roles & _MARK_ROLES:
        return True
    if roles & _OTHER_ROLES or (_BACK_ID.search(name) and not name.startswith("ref")):
        return False
    mark = _MARK.fullmatch(link.text_content())
    if mark is None or (len(mark.group(1)) > _LONGEST_NUMBER and not name.endswith(mark.group(1))):
        return False
    return _names_note(link, name, target)


def _names_note(link: HtmlElement, name: str, target: HtmlElement) -> bool:
    """Whether classes, identifiers or where the target stands say that a link calls a note, not an entry."""
    parent = link.getparent()
    classes = " ".join((link.get("class") or "", (parent.get("class") or "") if parent is not None else ""))
    if _MARK_CLASSES.search(classes) or _NOTE_ID.match(name):
        return True
    return not _ENTRY_ID.match(name) and _in_notes(target)


def _in_notes(target: HtmlElement) -> bool:
    """Whether the target or one of the elements around it is marked as notes."""
    element: HtmlElement | None = target
    for _ in range(6):
        if element is None:
            return False
        if _roles(element) & _NOTE_ROLES or _NOTE_CLASSES.search(element.get("class") or ""):
            return True
        element = element.getparent()
    return False


def _body(target: HtmlElement) -> HtmlElement | None:
    """Return the block that holds the words of a note: the target itself, or the block around an inline one."""
    element: HtmlElement | None = target
    for _ in range(8):
        if element is None or element.tag in ("body", "html", "main", "article"):
            return None
        if element.tag in _TEXT_BLOCKS:
            return _row(element)
        element = element.getparent()
    return None


def _row(element: HtmlElement) -> HtmlElement:
    """Return the row of a note that is set in a table, and the wrapper of one that Word wrote, else the block."""
    parent = element.getparent()
    if element.tag == "td" and parent is not None:
        return parent
    if element.tag == "p" and parent is not None and parent.tag == "div" and _NOTE_ID.match(parent.get("id") or ""):
        return parent
    return element


def _holds(body: HtmlElement, link: HtmlElement) -> bool:
    """Whether the mark stands inside what would be its note: then it is none."""
    return any(ancestor is body for ancestor in link.iterancestors())


def _is_back(
    link: HtmlElement,
    bodies: frozenset[HtmlElement],
    marks: Mapping[HtmlElement, str],
    targets: Mapping[str, HtmlElement],
) -> bool:
    """Whether a link inside a note leads back to where it is called."""
    if _roles(link) & {"doc-backlink", "backlink"} or "footnote-back" in (link.get("class") or ""):
        return True
    if not any(ancestor in bodies for ancestor in link.iterancestors()):
        return False
    target = targets.get(link.get("href", "")[1:])
    if target is None:
        return bool(_BACK_ID.search(link.get("href", "")))
    around = [target, *target.iterdescendants("a"), *target.iterancestors("a")]
    return any(element in marks for element in around[:20]) or bool(_BACK_ID.search(link.get("href", "")))
