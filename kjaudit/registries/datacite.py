"""
DataCite: data sets, software, theses, reports and preprints with a DataCite DOI.

Routes /dois/{doi} and /dois?query=... (support.datacite.org, JSON:API); 429 comes with Retry-After.
"""

from __future__ import annotations

from kjaudit.model import CachedAnswer, Name, PartialDate, Record, Reference, Update, UpdateKind, say

from .asking import GREY, NOT_INDEXED, address, author_of, doi_of, in_path, title_of
from .csl_work import date_of, normal_doi, title_says_retracted
from .interface import Pace, Question, Registry
from .json_values import mapping, objects, plain, texts
from .reading import expect, json_of

NAME = "datacite"
_LABEL = "DataCite"


def expects(reference: Reference) -> str:
    """Return why DataCite is not expected to hold the work, or ""."""
    if reference.type in NOT_INDEXED:
        return say("{registry} does not index {works}", registry=_LABEL, works=say(NOT_INDEXED[reference.type]))
    return "many works of this kind are not in DataCite" if reference.type in GREY else "DataCite is not for such works"


def identify(reference: Reference, base: str) -> Question | None:
    """Ask for the work with this DOI."""
    doi = doi_of(reference)
    return Question(registry=NAME, url=f"{base}/dois/{in_path(doi)}", by_identifier=True) if doi else None


def search(reference: Reference, base: str) -> Question | None:
    """Search data sets, software and theses by title and author."""
    title = title_of(reference)
    if reference.type not in GREY or not title:
        return None
    wanted = f'titles.title:"{_quoted(title)}"'
    if author := author_of(reference):
        wanted += f' AND creators.name:"{_quoted(author)}"'
    return Question(registry=NAME, url=address(base, "/dois", {"query": wanted, "page[size]": "5"}))


def read(answer: CachedAnswer) -> tuple[Record, ...]:
    """Read a work or a list of works; () for a DOI that DataCite does not hold."""
    if answer.status == 404 and "errors" in answer.body:
        return ()
    whole = mapping(json_of(answer, _LABEL))
    expect("data" in whole, _LABEL, "a work")
    data = whole["data"]
    return tuple(_record(mapping(item.get("attributes")) or item) for item in objects(data))


def _record(item: dict[str, object]) -> Record:
    doi = normal_doi(plain(item.get("doi")) or plain(item.get("id")))
    titles = tuple(title for each in objects(item.get("titles")) for title in texts(each.get("title")))
    container = mapping(item.get("container"))
    pages = "-".join(part for part in (plain(container.get("firstPage")), plain(container.get("lastPage"))) if part)
    publisher = item.get("publisher")
    year = date_of({"date-parts": [[item.get("publicationYear")]]})
    said = next((kind for kind in map(title_says_retracted, titles) if kind), None)
    return Record(
        registry=NAME,
        id=doi,
        type=plain(mapping(item.get("types")).get("citeproc")),
        doi=doi,
        titles=titles or texts(item.get("title")),
        authors=tuple(name for each in objects(item.get("creators")) if (name := _name(each))),
        container_titles=texts(container.get("title")),
        publisher=plain(mapping(publisher).get("name")) or plain(publisher),
        date=PartialDate(year=year.year) if year else None,
        years=(year.year,) if year else (),
        volume=plain(container.get("volume")),
        issue=plain(container.get("issue")),
        pages=pages,
        url=plain(item.get("url")),
        language=plain(item.get("language")),
        updates=(Update(kind=said, source="title"),) if said else _superseded(item),
    )


def _superseded(item: dict[str, object]) -> tuple[Update, ...]:
    """Return newer versions; DataCite has no field for retractions."""
    later = (each for each in objects(item.get("relatedIdentifiers")) if each.get("relationType") == "IsObsoletedBy")
    found = (normal_doi(plain(each.get("relatedIdentifier"))) for each in later)
    return tuple(Update(kind=UpdateKind.NEW_VERSION, doi=doi, source=NAME) for doi in found if doi)


def _name(item: dict[str, object]) -> Name | None:
    family, given, whole = (plain(item.get(key)) for key in ("familyName", "givenName", "name"))
    if family:
        return Name(family=family, given=given)
    if ", " in whole and plain(item.get("nameType")) != "Organizational":
        family, _, given = whole.partition(", ")
        return Name(family=family, given=given)
    return Name(literal=whole) if whole else None


def _quoted(text: str) -> str:
    return text.replace("\\", " ").replace('"', " ")


REGISTRY = Registry(
    name=NAME,
    label=_LABEL,
    address="https://api.datacite.org",
    pace=Pace(per_second=3.0, at_once=2),
    terms="Data sets, software, theses and preprints; run by the libraries' association DataCite.",
    expects=expects,
    identify=identify,
    search=search,
    read=read,
)
