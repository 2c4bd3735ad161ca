"""DOI, URL, ISBN, ISSN, PubMed and arXiv numbers: found by their own syntax in the whole string."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kjaudit.model import Field, Span

_DOI = re.compile(
    r"(?:doi\s?[:.]?\s?|(?:https?://)?(?:dx\.)?doi\.org/)?(?<![\d.])(10\.\d{4,9}/[^\s<>\"“”|]+)", re.IGNORECASE
)
_URL = re.compile(r"(?:https?|ftp)://[^\s<>\"“”«»「」『』\[\]|]+|\bwww\.[^\s<>\"“”«»「」『』\[\]|]+", re.IGNORECASE)
_ISBN = re.compile(r"\bISBN(?:-1[03])?:?\s*((?:97[89][\s-]?)?\d(?:[\s-]?\d){8}[\s-]?[\dXx])(?!\d)", re.IGNORECASE)
_ISSN = re.compile(r"\bISSN:?\s*(\d{4}-\d{3}[\dXx])\b", re.IGNORECASE)
_PMID = re.compile(r"\bPMID:?\s*(\d{4,9})\b", re.IGNORECASE)
_ARXIV = re.compile(
    r"\barXiv\s?:?\s?(\d{4}\s?\.\s?\d{4,5}(?:v\d+)?|[a-z-]+(?:\.[A-Z]{2})?/\d{7})|\[?\b((?:hep-(?:ph|th|ex|lat)|astro-ph|gr-qc|"
    r"cond-mat|nucl-(?:th|ex)|quant-ph|math-ph)/\d{7})\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Identifiers:
    """What was found; each at most once."""

    doi: Field[str] | None = None
    url: Field[str] | None = None
    isbn: Field[str] | None = None
    issn: Field[str] | None = None
    pmid: Field[str] | None = None
    arxiv: Field[str] | None = None


def identifiers(raw: str) -> Identifiers:
    """Find the identifiers in `raw`. An address that only resolves the DOI is no URL of its own."""
    low = raw.casefold()
    url = _url(raw) if "://" in low or "www." in low else None
    return Identifiers(
        doi=_doi(raw) if "10." in raw else None,
        url=url,
        isbn=_field(_ISBN.search(raw)) if "isbn" in low else None,
        issn=_field(_ISSN.search(raw)) if "issn" in low else None,
        pmid=_field(_PMID.search(raw)) if "pmid" in low else None,
        arxiv=_field(_ARXIV.search(raw)) if "/" in raw or "arxiv" in low else None,
    )


def _doi(raw: str) -> Field[str] | None:
    match = _DOI.search(raw)
    if not match:
        return None
    value = _closed(match[1])
    start = match.start(1)
    return Field(value=value, span=Span(start, start + len(value)), raw=value, confidence=1.0)


def _url(raw: str) -> Field[str] | None:
    for match in _URL.finditer(raw):
        value = _closed(match.group())
        if "doi.org/10." not in value.casefold():
            return Field(value=value, span=Span(match.start(), match.start() + len(value)), raw=value, confidence=1.0)
    return None


def _closed(text: str) -> str:
    """Cut marks off the end that belong to the sentence: full stops, commas, brackets opened outside."""
    while text:
        if text[-1] in ".,;:'’!?>}、。，" or (
            text[-1] in ")]" and text.count(text[-1]) > text.count("(" if text[-1] == ")" else "[")
        ):
            text = text[:-1]
        else:
            break
    return text


def _field(match: re.Match[str] | None) -> Field[str] | None:
    if not match:
        return None
    group = next(number for number in range(1, (match.lastindex or 0) + 1) if match[number])
    value = re.sub(r"\s", "", match[group])
    return Field(value=value, span=Span(*match.span(group)), raw=match[group], confidence=1.0)
