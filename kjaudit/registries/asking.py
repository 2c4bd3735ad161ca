"""What of a reference goes into a question: its words for a search, its identifiers, and its kind."""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import quote, urlencode

from kjaudit.model import Reference, Script, WorkType

from .csl_work import normal_doi

_LONGEST = 300
_LEFT_OUT = re.compile(
    r"https?://\S+|\bdoi:?\s*10\.\S+|\b10\.\d{4,9}/\S+|\bwww\.\S+|"
    r"\b(?:retrieved|accessed|last accessed|available)\b[^.]{0,60}|"
    r"\(?(?:검색일|접속일|최종\s*접속|閲覧日|最終閲覧|アクセス)[^)、。,.]{0,40}\)?",
    re.IGNORECASE,
)
"""Addresses and dates of access say nothing of the work and only mislead a search."""

NOT_INDEXED = {
    WorkType.WEBPAGE: "web pages",
    WorkType.ARTICLE_NEWSPAPER: "newspaper articles",
    WorkType.ARTICLE_MAGAZINE: "magazine articles",
    WorkType.BROADCAST: "broadcasts",
    WorkType.INTERVIEW: "interviews",
    WorkType.LEGAL_CASE: "court decisions",
    WorkType.LEGISLATION: "laws",
    WorkType.MANUSCRIPT: "manuscripts",
    WorkType.MOTION_PICTURE: "films",
    WorkType.PATENT: "patents",
    WorkType.PERSONAL_COMMUNICATION: "personal communications",
    WorkType.SPEECH: "talks",
    WorkType.CLASSIC: "classical works",
    WorkType.COLLECTION: "archival collections",
}
"""Kinds of works that no registry of publications indexes, with the words to say so."""

BOOKS = frozenset((WorkType.BOOK, WorkType.CHAPTER, WorkType.ENTRY_ENCYCLOPEDIA, WorkType.REVIEW))
ARTICLES = frozenset((WorkType.ARTICLE_JOURNAL, WorkType.ARTICLE, WorkType.PAPER_CONFERENCE, WorkType.DOCUMENT))
GREY = frozenset((WorkType.REPORT, WorkType.THESIS, WorkType.DATASET, WorkType.SOFTWARE, WorkType.STANDARD))
EAST_ASIAN = frozenset((Script.HANGUL, Script.KANA, Script.HAN))


def words_of(reference: Reference) -> str:
    """Return the printed string without addresses and dates of access, at most 300 characters, cut at a blank."""
    text = " ".join(_LEFT_OUT.sub(" ", reference.raw[: 4 * _LONGEST]).split())
    if len(text) <= _LONGEST:
        return text
    return text[:_LONGEST].rpartition(" ")[0] or text[:_LONGEST]


def title_of(reference: Reference) -> str:
    """Return the title to search by, without a subtitle that a catalogue may write otherwise, or ""."""
    if reference.title is None:
        return ""
    title = " ".join(reference.title.value.split())
    main = re.split(r"\s*[:：―—]\s*|\s+[-–]\s+", title, maxsplit=1)[0]
    long_enough = 6 if reference.script in EAST_ASIAN else 16
    return (main if len(main) >= long_enough else title)[:200]


def author_of(reference: Reference) -> str:
    """Return the first author to search by: in full in East Asian scripts, else the family name; or ""."""
    names = reference.authors or reference.editors
    if not names:
        return ""
    name = names[0]
    if name.literal:
        return name.literal[:80]
    return f"{name.family}{name.given}" if reference.script in EAST_ASIAN else name.family[:80]


def doi_of(reference: Reference) -> str:
    """Return the DOI in lower case, or "" where there is none or it is none by its form."""
    return normal_doi(reference.doi.value) if reference.doi else ""


def isbn_of(reference: Reference) -> str:
    """Return a whole ISBN, digits only, or ""."""
    digits = re.sub(r"[^0-9Xx]", "", reference.isbn.value).upper() if reference.isbn else ""
    return digits if len(digits) in (10, 13) else ""


def address(base: str, path: str, parameters: Mapping[str, str]) -> str:
    """Return `base` + `path` + the parameters that are not empty, quoted."""
    given = {key: value for key, value in parameters.items() if value}
    return f"{base.rstrip('/')}{path}" + (f"?{urlencode(given, quote_via=quote, safe='[]')}" if given else "")


def in_path(identifier: str) -> str:
    """Return an identifier quoted for an address; the slash of a DOI stays."""
    return quote(identifier, safe="/")
