"""CSL-JSON items <-> BibTeX (fields of BibTeX and biblatex), UTF-8, nothing lost."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from .bibtex_blocks import Block, Broken, blocks
from .csl import Item
from .edtf import date_text, month_number, parse_date
from .latex import escape, escape_verbatim, unescape
from .names import CslName, from_commas, from_words, to_commas
from .rest import remainder, restored

REST = "csl-rest"
"""Name of the field that keeps what BibTeX has no field for (styles ignore unknown fields)."""

_TYPES = {
    "article-journal": "article",
    "article-magazine": "article",
    "article-newspaper": "article",
    "book": "book",
    "chapter": "incollection",
    "paper-conference": "inproceedings",
    "thesis": "phdthesis",
    "report": "techreport",
    "webpage": "online",
    "dataset": "dataset",
    "software": "software",
    "patent": "patent",
    "manuscript": "unpublished",
    "entry-encyclopedia": "inreference",
}
_READ_TYPES = {bibtex: csl for csl, bibtex in reversed(_TYPES.items())} | {
    "inbook": "chapter",
    "conference": "paper-conference",
    "proceedings": "book",
    "collection": "book",
    "mvbook": "book",
    "booklet": "book",
    "thesis": "thesis",
    "mastersthesis": "thesis",
    "report": "report",
    "manual": "report",
    "electronic": "webpage",
    "www": "webpage",
    "unpublished": "manuscript",
    "periodical": "book",
    "reference": "book",
}
_ARTICLES = ("article-journal", "article-magazine", "article-newspaper")
_FIELDS = {
    "title": "title",
    "collection-title": "series",
    "publisher": "publisher",
    "publisher-place": "address",
    "edition": "edition",
    "volume": "volume",
    "status": "pubstate",
    "genre": "type",
    "annote": "annote",
    "original-title": "origtitle",
    "language": "language",
    "year-suffix": "extradate",
    "abstract": "abstract",
    "ISBN": "isbn",
    "ISSN": "issn",
    "PMID": "pmid",
}
_VERBATIM = {"DOI": "doi", "URL": "url"}
_DATES = {"issued": "date", "accessed": "urldate", "original-date": "origdate"}
_NAMES = ("author", "editor", "translator")
_ALIASES = {
    "journaltitle": "container-title",
    "journal": "container-title",
    "booktitle": "container-title",
    "maintitle": "container-title",
    "school": "publisher",
    "institution": "publisher",
    "organization": "publisher",
    "location": "publisher-place",
    "annotation": "annote",
    "langid": "language",
    "issue": "issue",
} | {bibtex: csl for csl, bibtex in _FIELDS.items()}
_SAFE_KEY = re.compile(r"[^\s,{}\"#%~\\=()'@]+")
_AND = re.compile(r"\s+and\s+")


def write_bibtex(items: Iterable[Item]) -> str:
    """Return `items` as one BibTeX file."""
    return "\n".join(_entry(item) for item in items)


def read_bibtex(text: str) -> Iterator[Item | Broken]:
    """Yield the entries of a BibTeX file as CSL-JSON items, in order; blocks that cannot be read as `Broken`."""
    for block in blocks(text):
        yield block if isinstance(block, Broken) else _item(block)


def _entry(item: Item) -> str:
    fields = _encode(item)
    kind = _TYPES.get(str(item.get("type")), "misc")
    key = str(item.get("id", ""))
    key = key if _SAFE_KEY.fullmatch(key) else "entry"
    kept = _item(Block(type=kind, key=key, fields=fields))
    rest = remainder(item, kept)
    if rest:
        fields[REST] = escape(rest)
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items())
    return f"@{kind}{{{key},\n{lines}}}\n"


def _encode(item: Item) -> dict[str, str]:
    kind = str(item.get("type"))
    fields: dict[str, str] = {}
    for role in _NAMES:
        names = _names_text(item.get(role))
        if names:
            fields[role] = names
    for variable, name in _FIELDS.items():
        _put(fields, _publisher_field(kind) if variable == "publisher" else name, item.get(variable), escape)
    _put(fields, "journal" if kind in _ARTICLES else "booktitle", item.get("container-title"), escape)
    _put(fields, "number" if kind in _ARTICLES else "issue", item.get("issue"), escape)
    if kind not in _ARTICLES:
        _put(fields, "number", item.get("number"), escape)
    page = item.get("page")
    _put(fields, "pages", page.replace("-", "--") if isinstance(page, str) else None, escape)
    for variable, name in _VERBATIM.items():
        _put(fields, name, item.get(variable), escape_verbatim)
    for variable, name in _DATES.items():
        date = date_text(item.get(variable))
        if date:
            fields[name] = escape(date)
    if "date" in fields:
        fields["year"] = fields["date"][:4]
    return fields


def _put(fields: dict[str, str], name: str, value: object, write: Callable[[str], str]) -> None:
    if isinstance(value, str) and value.strip():
        fields[name] = write(" ".join(value.split()))


def _publisher_field(kind: str) -> str:
    return {"thesis": "school", "report": "institution"}.get(kind, "publisher")


def _names_text(names: object) -> str:
    if not isinstance(names, list):
        return ""
    printed = [_name_text(name) for name in names]
    return " and ".join(name for name in printed if name)


def _name_text(name: object) -> str:
    if isinstance(name, dict) and set(name) == {"literal"}:
        return "{" + escape(str(name["literal"])) + "}"
    if isinstance(name, dict) and any("," in str(part) or _AND.search(f" {part} ") for part in name.values()):
        return ""
    text = to_commas(name)
    return escape(text) if text else ""


def _item(block: Block) -> Item:
    kind = _READ_TYPES.get(block.type, "document")
    item: Item = {"id": block.key, "type": kind}
    for role in _NAMES:
        names = _read_names(block.fields.get(role, ""))
        if names:
            item[role] = names
    for name, value in block.fields.items():
        variable = _ALIASES.get(name)
        if variable and variable not in item:
            item[variable] = unescape(value)
    number = "issue" if kind in _ARTICLES else "number"
    if "number" in block.fields:
        item.setdefault(number, unescape(block.fields["number"]))
    if "pages" in block.fields:
        item["page"] = re.sub(r"--|–", "-", unescape(block.fields["pages"]))
    for variable, name in _VERBATIM.items():
        if name in block.fields:
            item[variable] = _address(unescape(block.fields[name]), variable)
    _read_dates(block, item)
    return restored(item, unescape(block.fields[REST])) if REST in block.fields else item


def _address(value: str, variable: str) -> str:
    return (
        re.sub(r"^(?:https?://(?:dx\.)?doi\.org/|doi:\s*)", "", value, flags=re.IGNORECASE)
        if variable == "DOI"
        else value
    )


def _read_dates(block: Block, item: Item) -> None:
    for variable, name in _DATES.items():
        date = parse_date(unescape(block.fields.get(name, "")))
        if date:
            item[variable] = date
    year = re.search(r"\d{4}", unescape(block.fields.get("year", "")))
    if "issued" not in item and year:
        month = month_number(unescape(block.fields.get("month", "")))
        item["issued"] = {"date-parts": [[int(year.group()), month] if month else [int(year.group())]]}


def _read_names(text: str) -> list[CslName]:
    names = [part.strip() for part in _split_at_and(text) if part.strip()]
    return [name for name in map(_read_name, names) if name]


def _read_name(text: str) -> CslName:
    if text == "others":
        return {}
    if text.startswith("{") and text.endswith("}") and _outer(text):
        return {"literal": unescape(text)}
    plain = unescape(text)
    return from_commas(plain) if "," in plain else from_words(plain)


def _outer(text: str) -> bool:
    """Whether the first brace closes at the very end."""
    depth = 0
    for found in re.finditer(r"\\.|[{}]", text, re.DOTALL):
        depth += {"{": 1, "}": -1}.get(found.group(), 0)
        if depth == 0:
            return found.end() == len(text)
    return False


def _split_at_and(text: str) -> Iterator[str]:
    depth, start = 0, 0
    for found in re.finditer(r"\\.|[{}]|\s+and\s+", text, re.DOTALL | re.IGNORECASE):
        token = found.group()
        if token in "{}":
            depth += 1 if token == "{" else -1
        elif token[0] != "\\" and depth == 0:
            yield text[start : found.start()]
            start = found.end()
    yield text[start:]
