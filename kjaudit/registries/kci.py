"""
KCI, the Korea Citation Index: articles of Korean journals.

Route /po/openapi/openApiSearch.kci?apiCode=articleSearch&title=&author=&displayCount=&key= -> XML (kci.go.kr, Open
API); needs a key. An unknown key or a missing condition is told in `<resultMsg>` of an answer with status 200; "No
Data" there means that nothing was found.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kjaudit.model import CachedAnswer, Name, Record, Reference, RegistryError, Script, say

from .asking import ARTICLES, NOT_INDEXED, address, author_of, title_of
from .csl_work import date_of, normal_doi
from .interface import Pace, Question, Registry
from .json_values import plain
from .reading import excerpt, expect, xml_of

if TYPE_CHECKING:
    from lxml import etree

NAME = "kci"
_LABEL = "KCI"


def expects(reference: Reference) -> str:
    """Return why KCI is not expected to hold the work, or ""."""
    if reference.type in NOT_INDEXED:
        return say("{registry} does not index {works}", registry=_LABEL, works=say(NOT_INDEXED[reference.type]))
    if reference.script is not Script.HANGUL:
        return "KCI is for Korean works"
    if reference.type not in ARTICLES:
        return "KCI indexes journal articles only"
    if reference.year is not None and reference.year < 2004:
        return "KCI indexes few articles from before 2004"
    return ""


def identify(reference: Reference, base: str) -> Question | None:
    """KCI is asked by words only."""
    return None


def search(reference: Reference, base: str) -> Question | None:
    """Search Korean articles by title and author."""
    title = title_of(reference)
    if reference.script is not Script.HANGUL or reference.type not in ARTICLES or not title:
        return None
    wanted = {"apiCode": "articleSearch", "title": title, "author": author_of(reference), "displayCount": "10"}
    return Question(registry=NAME, url=address(base, "/po/openapi/openApiSearch.kci", wanted), accept="application/xml")


def read(answer: CachedAnswer) -> tuple[Record, ...]:
    """Read a list of articles."""
    root = xml_of(answer, _LABEL)
    known = root.tag in ("MetaData", "outputData", "OpenAPI", "response") or root.find(".//result") is not None
    expect(known, _LABEL, "a list of articles")
    said = [text for element in root.iter("resultMsg") if (text := plain(element.text or ""))]
    refused = [text for text in said if text.lower() != "no data"]
    if refused:
        raise RegistryError(say("KCI could not answer: {answer}", answer=excerpt(refused[0])))
    return tuple(_record(element) for element in root.iter("record"))


def _record(item: etree._Element) -> Record:
    doi = normal_doi(_first(item, "doi"))
    date = date_of({"literal": _first(item, "pub-year")})
    pages = "-".join(part for part in (_first(item, "fpage"), _first(item, "lpage")) if part)
    found = item.find(".//articleInfo")
    number = plain(found.get("article-id") or "") if found is not None else ""
    return Record(
        registry=NAME,
        id=doi or number,
        type="article-journal",
        doi=doi,
        titles=tuple(dict.fromkeys(_texts(item, "article-title"))),
        authors=tuple(_name(text) for text in _texts(item, "author")),
        container_titles=tuple(dict.fromkeys(_texts(item, "journal-name"))),
        publisher=_first(item, "publisher-name"),
        date=date,
        years=(date.year,) if date else (),
        volume=_first(item, "volume"),
        issue=_first(item, "issue"),
        pages=pages,
        url=_first(item, "url"),
        language="ko",
    )


def _name(text: str) -> Name:
    """Return "홍길동" or "홍길동(한국대학교)" without the institution."""
    return Name(literal=text.partition("(")[0].strip())


def _texts(item: etree._Element, name: str) -> list[str]:
    return [text for element in item.iter(name) if (text := plain("".join(str(part) for part in element.itertext())))]


def _first(item: etree._Element, name: str) -> str:
    found = _texts(item, name)
    return found[0] if found else ""


REGISTRY = Registry(
    name=NAME,
    label=_LABEL,
    address="https://open.kci.go.kr",
    pace=Pace(per_second=1.0, at_once=1),
    terms="Articles of Korean journals; run by the National Research Foundation of Korea. Needs a key.",
    expects=expects,
    identify=identify,
    search=search,
    read=read,
    key_parameter="key",
)
