"""
OpenAlex: an open index over Crossref, repositories and journals without DOIs; says `is_retracted`.

Routes /works/doi:{doi} and /works?search=... A free key is needed since 13 February 2026 (docs.openalex.org).
"""

from __future__ import annotations

from kjaudit.model import CachedAnswer, Name, Record, Reference, Update, UpdateKind, say

from .asking import BOOKS, EAST_ASIAN, GREY, NOT_INDEXED, address, doi_of, in_path, title_of
from .csl_work import date_of, normal_doi
from .interface import Pace, Question, Registry
from .json_values import mapping, objects, plain, texts
from .reading import expect, json_of

NAME = "openalex"
_LABEL = "OpenAlex"


def expects(reference: Reference) -> str:
    """Return why OpenAlex is not expected to hold the work, or ""."""
    if reference.type in NOT_INDEXED:
        return say("{registry} does not index {works}", registry=_LABEL, works=say(NOT_INDEXED[reference.type]))
    if reference.script in EAST_ASIAN or reference.type in BOOKS or reference.type in GREY:
        return "many works of this kind are not in OpenAlex"
    return ""


def identify(reference: Reference, base: str) -> Question | None:
    """Ask for the work with this DOI."""
    doi = doi_of(reference)
    return Question(registry=NAME, url=f"{base}/works/doi:{in_path(doi)}", by_identifier=True) if doi else None


def search(reference: Reference, base: str) -> Question | None:
    """Search by title."""
    title = title_of(reference)
    return Question(registry=NAME, url=address(base, "/works", {"search": title, "per_page": "5"})) if title else None


def read(answer: CachedAnswer) -> tuple[Record, ...]:
    """Read a work or a list of works; () for a DOI that OpenAlex does not hold."""
    if answer.status == 404 and "404 not found" in answer.body.lower():
        return ()
    whole = mapping(json_of(answer, _LABEL))
    expect("results" in whole or "openalex.org" in plain(whole.get("id")), _LABEL, "a work")
    items = objects(whole.get("results")) if "results" in whole else objects(whole)
    return tuple(_record(item) for item in items)


def _record(item: dict[str, object]) -> Record:
    doi = normal_doi(plain(item.get("doi")))
    source = mapping(mapping(item.get("primary_location")).get("source"))
    place = mapping(item.get("biblio"))
    pages = "-".join(
        dict.fromkeys(part for part in (plain(place.get("first_page")), plain(place.get("last_page"))) if part)
    )
    year = date_of({"date-parts": [[item.get("publication_year")]]})
    people = [plain(mapping(each.get("author")).get("display_name")) for each in objects(item.get("authorships"))]
    retracted = item.get("is_retracted") is True
    return Record(
        registry=NAME,
        id=doi or plain(item.get("id")),
        type=plain(item.get("type")),
        doi=doi,
        titles=texts([item.get("title"), item.get("display_name")]),
        authors=tuple(split_name(name) for name in people if name),
        container_titles=texts(source.get("display_name")),
        publisher=plain(source.get("host_organization_name")),
        date=year,
        years=(year.year,) if year else (),
        volume=plain(place.get("volume")),
        issue=plain(place.get("issue")),
        pages=pages,
        issn=texts(source.get("issn")),
        url=plain(item.get("id")),
        language=plain(item.get("language")),
        updates=(Update(kind=UpdateKind.RETRACTION, source=NAME),) if retracted else (),
    )


def split_name(whole: str) -> Name:
    """Return a display name in parts: "Family, Given", or the last word as family; a lone word is the family."""
    if "," in whole:
        family, _, given = whole.partition(",")
        return Name(family=family.strip(), given=given.strip())
    given, _, family = whole.rpartition(" ")
    return Name(family=family, given=given)


REGISTRY = Registry(
    name=NAME,
    label=_LABEL,
    address="https://api.openalex.org",
    pace=Pace(per_second=5.0, at_once=2),
    terms="An open index of scholarly works of all kinds; run by the non-profit OurResearch. Needs a free key.",
    expects=expects,
    identify=identify,
    search=search,
    read=read,
    key_parameter="api_key",
)
