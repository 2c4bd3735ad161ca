"""
NDL Search: books, journals and articles of the National Diet Library of Japan and its partners.

Routes /api/opensearch?title=&creator=&isbn=&cnt= (RSS with Dublin Core) and /api/sru (ndlsearch.ndl.go.jp/help/api);
no key. Errors come as 200 with `<diagnostics>`.
"""

from __future__ import annotations

from kjaudit.model import CachedAnswer, Record, Reference, RegistryError, Script, WorkType, say

from .asking import BOOKS, NOT_INDEXED, address, author_of, isbn_of, title_of
from .catalogue_xml import local_name, records
from .interface import Pace, Question, Registry
from .reading import excerpt, expect, parse_xml, xml_of

NAME = "ndl"
_LABEL = "NDL Search"
_XML = "application/rss+xml, application/xml"


def expects(reference: Reference) -> str:
    """Return why NDL Search is not expected to hold the work, or ""."""
    if reference.type in NOT_INDEXED:
        return say("{registry} does not index {works}", registry=_LABEL, works=say(NOT_INDEXED[reference.type]))
    if reference.script not in (Script.KANA, Script.HAN):
        return "NDL Search is for Japanese works"
    return "" if reference.type is WorkType.BOOK else "NDL Search indexes part of such works only"


def identify(reference: Reference, base: str) -> Question | None:
    """Ask for the book with this ISBN."""
    isbn = isbn_of(reference)
    if not isbn or reference.script not in (Script.KANA, Script.HAN):
        return None
    url = address(base, "/api/opensearch", {"isbn": isbn, "cnt": "3"})
    return Question(registry=NAME, url=url, by_identifier=True, accept=_XML)


def search(reference: Reference, base: str) -> Question | None:
    """Search Japanese works by title and author."""
    title = title_of(reference)
    if reference.script not in (Script.KANA, Script.HAN) or not title:
        return None
    wanted = {"title": title, "creator": author_of(reference), "cnt": "5"}
    if reference.type in BOOKS:
        wanted["mediatype"] = "books"
    return Question(registry=NAME, url=address(base, "/api/opensearch", wanted), accept=_XML)


def read(answer: CachedAnswer) -> tuple[Record, ...]:
    """Read a feed or an SRU answer; () where it says that no record exists."""
    root = xml_of(answer, _LABEL)
    expect(local_name(root) in ("rss", "RDF", "searchRetrieveResponse"), _LABEL, "a list of works")
    said = [str(text) for element in root.iter("{*}diagnostic") for text in element.itertext() if text.strip()]
    if said:
        whole = " ".join(" ".join(said).split())
        if "does not exist" in whole:
            return ()
        raise RegistryError(say("NDL Search could not answer: {answer}", answer=excerpt(whole)))
    inner = [element.text or "" for element in root.iter("{*}recordData")]
    found = [record for text in inner if text.strip() for record in records(parse_xml(text.strip(), _LABEL), NAME)]
    return tuple(found) or records(root, NAME)


REGISTRY = Registry(
    name=NAME,
    label=_LABEL,
    address="https://ndlsearch.ndl.go.jp",
    pace=Pace(per_second=1.0, at_once=1),
    terms="Books and articles held by the National Diet Library of Japan and its partners.",
    expects=expects,
    identify=identify,
    search=search,
    read=read,
)
