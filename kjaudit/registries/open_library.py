"""
Open Library: books, by ISBN or by title and author.

Route /search.json (openlibrary.org/dev/docs/api/search); no key; about one request a second is asked for.
"""

from __future__ import annotations

from kjaudit.model import CachedAnswer, Record, Reference

from .asking import BOOKS, EAST_ASIAN, address, author_of, isbn_of, title_of
from .csl_work import date_of
from .interface import Pace, Question, Registry
from .json_values import mapping, objects, plain, sequence, texts
from .openalex import split_name
from .reading import expect, json_of

NAME = "openlibrary"
_LABEL = "Open Library"
_FIELDS = "key,title,subtitle,author_name,publisher,publish_year,isbn"


def expects(reference: Reference) -> str:
    """Return why Open Library is not expected to hold the work, or ""."""
    if reference.type not in BOOKS:
        return "Open Library holds books only"
    if reference.script in EAST_ASIAN:
        return "Open Library holds few books in Korean, Japanese or Chinese"
    return "many books are not in Open Library"


def identify(reference: Reference, base: str) -> Question | None:
    """Ask for the book with this ISBN."""
    isbn = isbn_of(reference)
    if not isbn:
        return None
    url = address(base, "/search.json", {"isbn": isbn, "fields": _FIELDS, "limit": "3"})
    return Question(registry=NAME, url=url, by_identifier=True)


def search(reference: Reference, base: str) -> Question | None:
    """Search books by title and author."""
    title = title_of(reference)
    if reference.type not in BOOKS or reference.script in EAST_ASIAN or not title:
        return None
    wanted = {"title": title, "author": author_of(reference), "fields": _FIELDS, "limit": "5"}
    return Question(registry=NAME, url=address(base, "/search.json", wanted))


def read(answer: CachedAnswer) -> tuple[Record, ...]:
    """Read a list of books."""
    whole = mapping(json_of(answer, _LABEL))
    expect("docs" in whole, _LABEL, "a list of books")
    return tuple(_record(item) for item in objects(whole["docs"]))


def _record(item: dict[str, object]) -> Record:
    years = [date_of({"date-parts": [[year]]}) for year in sequence(item.get("publish_year"))]
    known = tuple(sorted({date.year for date in years if date}))
    publishers = texts(item.get("publisher"))
    return Record(
        registry=NAME,
        id=plain(item.get("key")),
        type="book",
        titles=texts(item.get("title")),
        subtitle=plain(item.get("subtitle")),
        authors=tuple(split_name(name) for name in texts(item.get("author_name"))),
        publisher=publishers[0] if publishers else "",
        years=known,
        isbn=texts(item.get("isbn"))[:20],
        url=f"https://openlibrary.org{plain(item.get('key'))}" if item.get("key") else "",
    )


REGISTRY = Registry(
    name=NAME,
    label=_LABEL,
    address="https://openlibrary.org",
    pace=Pace(per_second=1.0, at_once=1),
    terms="A catalogue of books; run by the Internet Archive.",
    expects=expects,
    identify=identify,
    search=search,
    read=read,
)
