"""Live citation fields of a DOCX: what a reference manager wrote there, as CSL-JSON items."""

from __future__ import annotations

import base64
import binascii
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from lxml import etree

from kjaudit.model import FieldCodeOrigin

from .docx_package import Element

_JSON = re.compile(r"CSL_CITATION\s*(\{.*)", re.S)
_WORD = re.compile(r"\s*CITATION\s+(?:\"([^\"]+)\"|(\S+))")
_MORE = re.compile(r"\\m\s+(?:\"([^\"]+)\"|(\S+))")
_LISTS = (
    "ADDIN ZOTERO_BIBL",
    "ADDIN EN.REFLIST",
    "ADDIN MENDELEY BIBLIOGRAPHY",
    "ADDIN MENDELEY_BIBLIOGRAPHY",
    "BIBLIOGRAPHY",
    "ADDIN CSL_BIBLIOGRAPHY",
)
_MENDELEY = "MENDELEY_CITATION_v3_"
B = "{http://schemas.openxmlformats.org/officeDocument/2006/bibliography}"
_WORD_TYPES = {
    "JournalArticle": "article-journal",
    "ArticleInAPeriodical": "article-magazine",
    "Book": "book",
    "BookSection": "chapter",
    "ConferenceProceedings": "paper-conference",
    "Report": "report",
    "InternetSite": "webpage",
    "DocumentFromInternetSite": "webpage",
    "Patent": "patent",
    "Film": "motion_picture",
    "Case": "legal_case",
}
"""Source types of Word (ECMA-376, 22.6.2.59) and what CSL calls them."""
_WORD_FIELDS = {
    "Title": "title",
    "JournalName": "container-title",
    "BookTitle": "container-title",
    "ConferenceName": "event-title",
    "Volume": "volume",
    "Issue": "issue",
    "Pages": "page",
    "Publisher": "publisher",
    "City": "publisher-place",
    "Edition": "edition",
    "DOI": "DOI",
    "StandardNumber": "ISBN",
    "URL": "URL",
}
_ENDNOTE_FIELDS = {
    "titles/title": "title",
    "titles/secondary-title": "container-title",
    "volume": "volume",
    "number": "issue",
    "pages": "page",
    "publisher": "publisher",
    "pub-location": "publisher-place",
    "electronic-resource-num": "DOI",
    "isbn": "ISBN",
}


@dataclass(frozen=True, slots=True)
class Code:
    """A citation field: who wrote it, the works in it, and what it says it prints."""

    origin: FieldCodeOrigin
    items: tuple[str, ...]
    printed: str = ""


def is_list(instruction: str) -> bool:
    """Whether a field prints a reference list."""
    words = " ".join(instruction.split()).upper()
    return words.startswith(_LISTS)


def code(instruction: str, data: str, sources: Mapping[str, dict[str, Any]]) -> Code | None:
    """
    Read the instruction of a field.

    Args:
        instruction: text of the field code.
        data: base64 data of the field or of one nested in it, or "".
        sources: CSL-JSON items of Word's own bibliography by their tags.

    Returns:
        None where it is no citation; a citation whose works cannot be read has no items.
    """
    if "CSL_CITATION" in instruction:
        zotero = "ZOTERO" in instruction
        found = _JSON.search(instruction)
        return _csl(found.group(1) if found else "", FieldCodeOrigin.ZOTERO if zotero else FieldCodeOrigin.MENDELEY)
    if "EN.CITE" in instruction:
        return _endnote(instruction, data)
    word = _WORD.match(instruction)
    if word is None:
        return None
    tags = [word.group(1) or word.group(2), *(a or b for a, b in _MORE.findall(instruction))]
    items = [sources.get(tag, {"id": tag}) for tag in tags]
    return Code(FieldCodeOrigin.WORD, tuple(_dump(item) for item in items))


def control(tag: str) -> Code | None:
    """Read the tag of a content control: Mendeley Cite keeps its citations there."""
    if not tag.startswith(_MENDELEY):
        return None
    try:
        text = base64.b64decode(tag[len(_MENDELEY) :], validate=False).decode("utf-8")
    except (binascii.Error, UnicodeDecodeError, ValueError):
        return Code(FieldCodeOrigin.MENDELEY, ())
    return _csl(text, FieldCodeOrigin.MENDELEY)


def _csl(text: str, origin: FieldCodeOrigin) -> Code:
    try:
        held, _ = json.JSONDecoder().raw_decode(text)
    except (json.JSONDecodeError, RecursionError):
        return Code(origin, ())
    if not isinstance(held, dict):
        return Code(origin, ())
    items = []
    for cited in held.get("citationItems") or ():
        if isinstance(cited, dict):
            item = cited.get("itemData")
            items.append(_dump(item if isinstance(item, dict) else {"id": str(cited.get("id", ""))}))
    return Code(origin, tuple(items), _printed(held))


def _printed(held: dict[str, Any]) -> str:
    """Return what a citation cluster says it prints."""
    for owner, name in (
        ("properties", "plainCitation"),
        ("mendeley", "plainTextFormattedCitation"),
        ("manualOverride", "citeprocText"),
        ("properties", "formattedCitation"),
    ):
        inner = held.get(owner)
        value = inner.get(name) if isinstance(inner, dict) else None
        if isinstance(value, str) and value:
            return value
    return ""


def _dump(item: object) -> str:
    return json.dumps(item, ensure_ascii=False, sort_keys=True)


def _endnote(instruction: str, data: str) -> Code:
    text = instruction[instruction.find("<EndNote") :] if "<EndNote" in instruction else _unpacked(data)
    end = text.rfind("</EndNote>")
    if end < 0:
        return Code(FieldCodeOrigin.ENDNOTE, ())
    try:
        parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True)
        root = etree.fromstring(text[: end + len("</EndNote>")].encode(), parser)
    except (etree.XMLSyntaxError, ValueError):
        return Code(FieldCodeOrigin.ENDNOTE, ())
    if root is None:
        return Code(FieldCodeOrigin.ENDNOTE, ())
    printed = root.find(".//DisplayText")
    items = tuple(_dump(_endnote_item(cite)) for cite in root.iter("Cite"))
    return Code(FieldCodeOrigin.ENDNOTE, items, _words(printed))


def _unpacked(data: str) -> str:
    try:
        raw = base64.b64decode("".join(data.split()), validate=False)
    except (binascii.Error, ValueError):
        return ""
    start = raw.find(b"<EndNote")
    return raw[max(start, 0) :].decode("utf-8", errors="ignore")


def _words(element: Element | None) -> str:
    return " ".join("".join(str(part) for part in element.itertext()).split()) if element is not None else ""


def _endnote_item(cite: Element) -> dict[str, Any]:
    record = cite.find("record")
    item: dict[str, Any] = {"id": _words(cite.find("RecNum"))}
    year = _words(cite.find("Year"))
    if record is not None:
        for path, name in _ENDNOTE_FIELDS.items():
            value = _words(record.find(path))
            if value:
                item[name] = value
        year = _words(record.find("dates/year")) or year
        names = [_words(author) for author in record.iterfind("contributors/authors/author")]
    else:
        names = [_words(cite.find("Author"))]
    item["author"] = [_name(name) for name in names if name]
    if year[:4].isdecimal():
        item["issued"] = {"date-parts": [[int(year[:4])]]}
    return item


def _name(name: str) -> dict[str, str]:
    family, comma, given = name.partition(",")
    return (
        {"family": family.strip(), "given": given.strip()} if comma and given.strip() else {"literal": family.strip()}
    )


def word_sources(roots: list[Element]) -> dict[str, dict[str, Any]]:
    """Return the sources of Word's own bibliography as CSL-JSON items by their tags."""
    found: dict[str, dict[str, Any]] = {}
    for root in roots:
        for source in root.iter(f"{B}Source"):
            tag = _words(source.find(f"{B}Tag"))
            if tag:
                found[tag] = _word_item(source, tag)
    return found


def _word_item(source: Element, tag: str) -> dict[str, Any]:
    item: dict[str, Any] = {"id": tag, "type": _WORD_TYPES.get(_words(source.find(f"{B}SourceType")), "document")}
    for path, name in _WORD_FIELDS.items():
        value = _words(source.find(f"{B}{path}"))
        if value:
            item.setdefault(name, value)
    date = [_words(source.find(f"{B}{part}")) for part in ("Year", "Month", "Day")]
    if date[0].isdecimal():
        numbers = [int(date[0])]
        for part in date[1:]:
            if not part.isdecimal():
                break
            numbers.append(int(part))
        item["issued"] = {"date-parts": [numbers]}
    for role, name in (("Author", "author"), ("Editor", "editor"), ("Translator", "translator")):
        people = _word_people(source.find(f"{B}Author/{B}{role}"))
        if people:
            item[name] = people
    return item


def _word_people(role: Element | None) -> list[dict[str, str]]:
    if role is None:
        return []
    people = []
    for person in role.iter(f"{B}Person"):
        given = " ".join(filter(None, (_words(person.find(f"{B}{part}")) for part in ("First", "Middle"))))
        people.append({"family": _words(person.find(f"{B}Last")), "given": given})
    corporate = _words(role.find(f"{B}Corporate"))
    return people or ([{"literal": corporate}] if corporate else [])
