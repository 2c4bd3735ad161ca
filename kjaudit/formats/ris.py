"""CSL-JSON items <-> RIS (tags of Reference Manager, as EndNote, Zotero and publishers write them), nothing lost."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from .bibtex_blocks import Broken
from .csl import Item
from .edtf import date_text, parse_date
from .names import CslName, from_commas, to_commas
from .rest import remainder, restored

REST = "csl: "
"""Start of the note (N1) that keeps what RIS has no tag for."""

_TYPES = {
    "article-journal": "JOUR",
    "article-magazine": "MGZN",
    "article-newspaper": "NEWS",
    "book": "BOOK",
    "chapter": "CHAP",
    "paper-conference": "CPAPER",
    "thesis": "THES",
    "report": "RPRT",
    "webpage": "ELEC",
    "dataset": "DATA",
    "software": "COMP",
    "patent": "PAT",
    "manuscript": "UNPB",
    "entry-encyclopedia": "ENCYC",
    "legal_case": "CASE",
    "legislation": "STAT",
    "motion_picture": "MPCT",
    "standard": "STAND",
    "classic": "ANCIENT",
}
_READ_TYPES = {ris: csl for csl, ris in _TYPES.items()} | {
    "CONF": "paper-conference",
    "EJOUR": "article-journal",
    "EBOOK": "book",
    "ECHAP": "chapter",
    "EDBOOK": "book",
    "ICOMM": "webpage",
    "BLOG": "webpage",
    "JFULL": "article-journal",
    "INPR": "article-journal",
    "ABST": "article-journal",
    "LEGAL": "legislation",
    "BILL": "legislation",
    "DICT": "entry-encyclopedia",
    "VIDEO": "motion_picture",
    "SER": "book",
}
_TAGS = {
    "title": "TI",
    "container-title": "T2",
    "collection-title": "T3",
    "publisher": "PB",
    "publisher-place": "CY",
    "edition": "ET",
    "volume": "VL",
    "issue": "IS",
    "DOI": "DO",
    "URL": "UR",
    "language": "LA",
    "genre": "M3",
    "abstract": "AB",
    "original-title": "OP",
    "PMID": "AN",
}
_READ_TAGS = {tag: variable for variable, tag in _TAGS.items()} | {
    "T1": "title",
    "CT": "title",
    "JO": "container-title",
    "JF": "container-title",
    "JA": "container-title",
    "J2": "container-title",
    "BT": "container-title",
    "PP": "publisher-place",
    "CP": "issue",
    "N2": "abstract",
    "L3": "DOI",
}
_NAMES = {"author": "AU", "editor": "ED", "translator": "A4"}
_READ_NAMES = {"AU": "author", "A1": "author", "ED": "editor", "A2": "editor", "A4": "translator", "TA": "translator"}
_DATES = {"issued": "DA", "accessed": "Y2"}
_LINE = re.compile(r"\ufeff?([A-Z][A-Z0-9]) {0,2}- ?(.*)")


def write_ris(items: Iterable[Item]) -> str:
    """Return `items` as one RIS file (lines end in LF)."""
    return "\n".join(_entry(item) for item in items)


def read_ris(text: str) -> Iterator[Item | Broken]:
    """Yield the references of a RIS file as CSL-JSON items, in order; an unclosed or empty one as `Broken`."""
    tags: list[tuple[str, str]] = []
    raw: list[str] = []
    for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        found = _LINE.match(line)
        tag = found.group(1) if found else ""
        if tag == "TY" and tags:
            yield Broken(raw="\n".join(raw), reason="the reference is not closed")
            tags, raw = [], []
        if tag == "ER":
            yield _item(tags) if len(tags) > 1 else Broken(raw="\n".join(raw), reason="the reference is empty")
            tags, raw = [], []
            continue
        if line.strip():
            raw.append(line)
        if found and (tags or tag == "TY"):
            tags.append((tag, found.group(2).strip()))
        elif tags and line.strip():
            tags[-1] = (tags[-1][0], f"{tags[-1][1]} {line.strip()}")
    if tags:
        yield Broken(raw="\n".join(raw), reason="the reference is not closed")


def _entry(item: Item) -> str:
    tags = _encode(item)
    rest = remainder(item, _item(tags))
    if rest:
        tags.append(("N1", REST + rest))
    return "".join(f"{tag}  - {value}\n" for tag, value in tags) + "ER  - \n"


def _encode(item: Item) -> list[tuple[str, str]]:
    tags = [("TY", _TYPES.get(str(item.get("type")), "GEN"))]
    identifier = item.get("id")
    if isinstance(identifier, str) and identifier.strip():
        tags.append(("ID", " ".join(identifier.split())))
    for variable, tag in _NAMES.items():
        names = item.get(variable)
        printed = [to_commas(name) for name in names] if isinstance(names, list) else []
        tags += [(tag, " ".join(name.split())) for name in printed if name and name.strip()]
    for variable, tag in _TAGS.items():
        value = item.get(variable)
        if isinstance(value, str) and value.strip():
            tags.append((tag, " ".join(value.split())))
    tags += _page_tags(item.get("page"))
    for variable in ("ISBN", "ISSN"):
        value = item.get(variable)
        if isinstance(value, str) and value.strip():
            tags.append(("SN", " ".join(value.split())))
            break
    for variable, tag in _DATES.items():
        date = date_text(item.get(variable))
        if date and variable == "issued":
            tags.append(("PY", date[:4]))
        if date and (len(date) > 4 or variable != "issued"):
            tags.append((tag, date))
    return tags


def _page_tags(page: object) -> list[tuple[str, str]]:
    if not isinstance(page, str) or not page.strip():
        return []
    printed = " ".join(page.split())
    first, dash, last = printed.partition("-")
    # A value loses the blanks at its ends when it is read: a range printed with blanks stays in one piece.
    bare = first == first.strip() and last == last.strip()
    return [("SP", first), ("EP", last)] if dash and first and last and bare else [("SP", printed)]


def _item(tags: list[tuple[str, str]]) -> Item:
    item: Item = {"id": "", "type": "document"}
    names: dict[str, list[CslName]] = {}
    rest = ""
    for tag, value in tags:
        if tag == "TY":
            item["type"] = _READ_TYPES.get(value.upper(), "document")
        elif tag == "ID":
            item["id"] = value
        elif tag in _READ_NAMES and value:
            names.setdefault(_READ_NAMES[tag], []).append(from_commas(value))
        elif tag in ("N1", "C1") and value.startswith(REST):
            rest = value[len(REST) :]
        else:
            _read_tag(item, tag, value)
    item |= names
    _close_pages(item)
    return restored(item, rest) if rest else item


def _read_tag(item: Item, tag: str, value: str) -> None:
    if not value:
        return
    if tag in _READ_TAGS:
        item.setdefault(_READ_TAGS[tag], value)
    elif tag == "SN":
        digits = re.sub(r"[^0-9Xx]", "", value)
        item.setdefault("ISSN" if len(digits) == 8 else "ISBN", value)
    elif tag in ("SP", "EP"):
        item[tag] = value
    elif tag in ("PY", "Y1", "DA", "Y2"):
        _read_date(item, "accessed" if tag == "Y2" else "issued", value)


def _read_date(item: Item, variable: str, value: str) -> None:
    date = parse_date(value.strip("/ "))
    if date is None:
        found = re.match(r"(\d{4})(?:/(\d{1,2}))?(?:/(\d{1,2}))?", value)
        date = parse_date("-".join(part for part in found.groups() if part)) if found else None
    known = item.get(variable)
    if date and (not isinstance(known, dict) or len(str(date)) > len(str(known))):
        item[variable] = date


def _close_pages(item: Item) -> None:
    first, last = item.pop("SP", None), item.pop("EP", None)
    if first and last:
        item["page"] = f"{first}-{last}"
    elif first or last:
        item["page"] = first or last
