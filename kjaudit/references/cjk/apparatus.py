"""Addresses, identifiers and dates of access: read first and taken out of the way, at the same offsets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from kjaudit.model import Field, PartialDate, Span

from .dates import find_dates
from .vocabulary import ACCESS, ACCESS_AFTER

_DOI = re.compile(
    r"(?:(?:DOI|doi|Doi)\s*[:.]?\s*|https?://(?:dx\.)?doi\.org/|doi\.org/)*(10\.\d{4,9}/[^\s,;，、<>\"「」『』]+)"
)
_URL = re.compile(
    r"(?:URL\s*[:.]?\s*)?<?((?:https?://|www\.)(?:(?![(,.;][^\x00-\x7f]|,\s?\d{4}[年년])[^\s<>「」『』，、。\"])+)>?"
)
_ISBN = re.compile(r"ISBN(?:-1[03])?\s*[:.]?\s*((?:97[89][- ]?)?(?:\d[- ]?){9}[\dXx])")
_ACCESS = re.compile(
    rf"[(\[]?\s*(?:{ACCESS})\s*[:,.]?\s*(\d{{4}}\.\s?\d{{1,2}}\.\s?\d{{1,2}}\.?|[^()\[\]]{{4,30}}?\d[일日]?\.?)(?=[)\]]|\s*[.,;]?\s*$|\s*[,;.]\s)\s*[)\]]?"
)
_ACCESS_AFTER = re.compile(
    r"[(\[]?\s*(\d{4}\s?[-./年년]\s?\d{1,2}\s?[-./月월]\s?\d{1,2}\s?[日일.]?)\s*(?:에\s*)?"
    rf"(?:{ACCESS_AFTER})(?:함|됨|日|일)?\s*[)\]]?"
)
_GB_ACCESS = re.compile(r"\[(\d{4}-\d{1,2}-\d{1,2})\]")
_ASIDE = re.compile(
    r"[(\[]\s*(?:査読(?:有り?|あり|付き?|無)?|招待(?:有り|論文)?|in (?:Korean|Japanese|Chinese)[^()\[\]]{0,40}"
    r"|검색일\s*:?|국문|영문|온라인|オンライン"
    r"|電子版|전자자료)\s*[)\]]|(?:에서|로부터)\s*(?:검색|인출)(?:함)?|온라인\s?자료|\[온라인\]|\[Online\]\.?\s*(?:Available(?:\s+at)?\s*:?)?"
)
_FIRST = re.compile(
    r"[(\[]\s*(?:Original work published|原著|原書|原作|初版|初出|初刊|원저|원작|원서(?:출판)?|원전(?:출판)?|초판|초간)"
    r"[은는이가]?(?:\s?[가-힣]{0,4})\s*[:：,]?\s*((?:1[4-9]|20)\d\d)\s*[年년]?[^()\d]{0,8}[)\]]"
)
"""The year of the original or first edition, in brackets of its own."""
_GENRE = re.compile(r"\[([JMDCNRSPZ]|EB|DB|CP|G)(?:/([A-Z]{2}))?\]")
_PARTICLE = re.compile("(?<![/=%가-힣])[가-힣]+$")
_END = ".,;:)]}>。．'’”"


@dataclass(slots=True)
class Apparatus:
    """What was found beside the words: each with its place. `genre` is the letter of a GB/T 7714 mark ("J")."""

    doi: Field[str] | None = None
    url: Field[str] | None = None
    isbn: Field[str] | None = None
    accessed: Field[PartialDate] | None = None
    original_date: Field[PartialDate] | None = None
    genre: str = ""
    genre_at: Span | None = None
    taken: list[Span] = field(default_factory=list)


def find_apparatus(text: str) -> Apparatus:
    """Read addresses, identifiers, dates of access, GB/T 7714 type marks and asides of `text` (dashes folded)."""
    found = Apparatus()
    for match in _DOI.finditer(text):
        value = match.group(1).rstrip(_END)
        end = match.start(1) + len(value)
        found.doi = found.doi or _field(value, match.start(1), end)
        found.taken.append(Span(match.start(), end))
    for match in _URL.finditer(text):
        value = _PARTICLE.sub("", match.group(1)).rstrip(_END)
        if "doi.org/10." not in value:
            end = match.start(1) + len(value)
            found.url = found.url or _field(value, match.start(1), end)
            found.taken.append(Span(match.start(), end))
    isbn = _ISBN.search(text)
    if isbn:
        found.isbn = _field(re.sub(r"[ \-]", "", isbn.group(1)), *isbn.span(1))
        found.taken.append(Span(*isbn.span()))
    _read_access(text, found)
    found.taken += [Span(*match.span()) for match in _ASIDE.finditer(text)]
    first = _FIRST.search(text)
    if first:
        year = PartialDate(year=int(first.group(1)))
        found.original_date = Field(value=year, span=Span(*first.span(1)), raw=first.group(1))
        found.taken.append(Span(*first.span()))
    for match in _GENRE.finditer(text):
        if not found.genre:
            found.genre, found.genre_at = match.group(1), Span(*match.span())
        found.taken.append(Span(*match.span()))
    return found


def _read_access(text: str, found: Apparatus) -> None:
    for match in _access_matches(text):
        hits = [hit for hit in find_dates(match.group(1)) if hit.value.month or hit.plain]
        if hits and found.accessed is None:
            hit = hits[0]
            start = match.start(1) + hit.start
            found.accessed = Field(
                value=hit.value, span=Span(start, match.start(1) + hit.end), raw=match.group(1)[hit.start : hit.end]
            )
        if hits:
            found.taken.append(Span(*match.span()))


def _access_matches(text: str) -> Iterator[re.Match[str]]:
    for pattern in (_ACCESS, _ACCESS_AFTER, _GB_ACCESS):
        yield from pattern.finditer(text)


def _field(value: str, start: int, end: int) -> Field[str]:
    return Field(value=value, span=Span(start, end), raw=value)
