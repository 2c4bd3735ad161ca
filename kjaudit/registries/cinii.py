"""
CiNii Research: Japanese articles, books, theses and projects.

Route /opensearch/{articles,books}?title=&creator=&count=&format=json&appid= (support.nii.ac.jp, CiNii Research API);
needs a registered application id. CiNii Books answers RSS and RDF.
"""

from __future__ import annotations

from kjaudit.model import CachedAnswer, Name, Record, Reference, Script, say

from .asking import BOOKS, NOT_INDEXED, address, author_of, title_of
from .catalogue_xml import local_name, records
from .csl_work import date_of, normal_doi
from .interface import Pace, Question, Registry
from .json_values import first, mapping, objects, plain, texts
from .openalex import split_name
from .reading import expect, json_of, xml_of

NAME = "cinii"
_LABEL = "CiNii Research"


def expects(reference: Reference) -> str:
    """Return why CiNii is not expected to hold the work, or ""."""
    if reference.type in NOT_INDEXED:
        return say("{registry} does not index {works}", registry=_LABEL, works=say(NOT_INDEXED[reference.type]))
    if reference.script not in (Script.KANA, Script.HAN):
        return "CiNii is for Japanese works"
    return "many chapters are not in CiNii" if reference.type in BOOKS else ""


def identify(reference: Reference, base: str) -> Question | None:
    """CiNii is asked by words only."""
    return None


def search(reference: Reference, base: str) -> Question | None:
    """Search Japanese works by title and author."""
    title = title_of(reference)
    if reference.script not in (Script.KANA, Script.HAN) or not title:
        return None
    kind = "books" if reference.type in BOOKS else "articles"
    wanted = {"title": title, "creator": author_of(reference), "count": "5", "format": "json"}
    return Question(registry=NAME, url=address(base, f"/opensearch/{kind}", wanted))


def read(answer: CachedAnswer) -> tuple[Record, ...]:
    """Read a list of works, in JSON-LD or, from CiNii Books, RSS and RDF."""
    if answer.body.lstrip()[:1] == "<":
        root = xml_of(answer, _LABEL)
        expect(local_name(root) in ("rss", "RDF"), _LABEL, "a list of works")
        return records(root, NAME)
    whole = mapping(json_of(answer, _LABEL))
    expect("items" in whole or "opensearch:totalResults" in whole, _LABEL, "a list of works")
    return tuple(_record(item) for item in objects(whole.get("items")))


def _record(item: dict[str, object]) -> Record:
    doi = ""
    for each in objects(item.get("dc:identifier")):
        if "DOI" in plain(each.get("@type")).upper():
            doi = doi or normal_doi(plain(each.get("@value")))
    date = date_of({"literal": plain(item.get("prism:publicationDate")) or plain(item.get("dc:date"))})
    edges = (plain(item.get("prism:startingPage")), plain(item.get("prism:endingPage")))
    return Record(
        registry=NAME,
        id=doi or plain(item.get("@id")),
        doi=doi,
        titles=texts(item.get("title")),
        authors=tuple(_name(name) for name in texts(item.get("dc:creator"))),
        container_titles=texts(item.get("prism:publicationName")),
        publisher=first(item.get("dc:publisher")),
        date=date,
        years=(date.year,) if date else (),
        volume=plain(item.get("prism:volume")),
        issue=plain(item.get("prism:number")),
        pages="-".join(edge for edge in edges if edge) or plain(item.get("prism:pageRange")),
        issn=texts(item.get("prism:issn")),
        url=plain(item.get("@id")),
    )


def _name(text: str) -> Name:
    parts = text.split(" ")
    if len(parts) == 2 and not text.isascii():
        return Name(family=parts[0], given=parts[1])
    return split_name(text) if text.isascii() else Name(literal=text)


REGISTRY = Registry(
    name=NAME,
    label=_LABEL,
    address="https://cir.nii.ac.jp",
    pace=Pace(per_second=1.0, at_once=1),
    terms="Japanese articles, books and theses; run by the National Institute of Informatics. Needs an application id.",
    expects=expects,
    identify=identify,
    search=search,
    read=read,
    key_parameter="appid",
)
