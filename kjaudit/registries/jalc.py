"""
JaLC, the Japan Link Center: articles, books and data with a JaLC DOI, most of J-STAGE.

Route /dois/{doi} -> {"status": "OK", "data": {...}} (japanlinkcenter.org, REST API). There is no search by words.
"""

from __future__ import annotations

from kjaudit.model import CachedAnswer, Name, Record, Reference, RegistryError, say

from .asking import EAST_ASIAN, doi_of, in_path
from .csl_work import date_of, normal_doi, title_says_retracted
from .interface import Pace, Question, Registry
from .json_values import mapping, objects, plain, texts
from .reading import expect, json_of, refuse_error
from .updates import of_title

NAME = "jalc"
_LABEL = "JaLC"


def expects(reference: Reference) -> str:
    """Return "" where the reference prints a DOI; JaLC knows works by DOI only."""
    if not doi_of(reference):
        return "JaLC can only be asked by DOI, and the entry prints none"
    return "" if reference.script in EAST_ASIAN else "JaLC registers works of Japanese publishers only"


def identify(reference: Reference, base: str) -> Question | None:
    """Ask for the work with this DOI."""
    doi = doi_of(reference)
    return Question(registry=NAME, url=f"{base}/dois/{in_path(doi)}", by_identifier=True) if doi else None


def search(reference: Reference, base: str) -> Question | None:
    """JaLC cannot be searched."""
    return None


def read(answer: CachedAnswer) -> tuple[Record, ...]:
    """Read a work; () for a DOI that JaLC does not hold, which it says with 404 or an empty list."""
    if answer.status == 404 and answer.body.lstrip()[:1] == "{":
        return ()
    refuse_error(answer, _LABEL)
    whole = mapping(json_of(answer, _LABEL))
    data = mapping(whole.get("data"))
    if whole.get("status") != "OK":
        raise RegistryError(say("JaLC answered with status {status}", status=plain(whole.get("status")) or "unknown"))
    expect("data" in whole, _LABEL, "a work")
    return (_record(data),) if data.get("doi") else ()


def _record(item: dict[str, object]) -> Record:
    doi = normal_doi(plain(item.get("doi")))
    titles: list[str] = []
    subtitles: list[str] = []
    for each in objects(item.get("title_list")):
        titles += texts(each.get("title"))
        subtitles += texts(each.get("subtitle"))
    date = date_of({"date-parts": [_date_parts(mapping(item.get("publication_date")))]})
    people = objects(item.get("creator_list"))
    pages = "-".join(part for part in (plain(item.get("first_page")), plain(item.get("last_page"))) if part)
    names = objects(item.get("journal_title_name_list"))
    publishers = objects(item.get("publisher_list"))
    return Record(
        registry=NAME,
        id=doi,
        type="article-journal" if item.get("content_type") == "JA" else "",
        doi=doi,
        titles=tuple(dict.fromkeys(titles)),
        subtitle=subtitles[0] if subtitles else "",
        authors=tuple(name for each in people if (name := _name(each))),
        container_titles=tuple(dict.fromkeys(text for each in names for text in texts(each.get("journal_title_name")))),
        publisher=next((plain(each.get("publisher_name")) for each in reversed(publishers)), ""),
        date=date,
        years=(date.year,) if date else (),
        volume=plain(item.get("volume")),
        issue=plain(item.get("issue")),
        pages=pages,
        issn=tuple(plain(each.get("journal_id")) for each in _issns(item)),
        url=plain(item.get("url")),
        language=plain(item.get("content_language")),
        updates=of_title(titles, title_says_retracted),
    )


def _date_parts(date: dict[str, object]) -> list[object]:
    parts = [date.get(key) for key in ("publication_year", "publication_month", "publication_day")]
    return [part for part in parts if part]


def _issns(item: dict[str, object]) -> list[dict[str, object]]:
    return [each for each in objects(item.get("journal_id_list")) if each.get("type") == "ISSN"]


def _name(creator: dict[str, object]) -> Name | None:
    """Return the name in Japanese with the Latin form beside it; either alone where the other is missing."""
    forms = {}
    for each in objects(creator.get("names")):
        family, given = plain(each.get("last_name")), plain(each.get("first_name"))
        if family or given:
            forms[plain(each.get("lang"))] = (family or given, given if family else "")
    if not forms:
        return None
    latin = forms.get("en")
    family, given = forms.get("ja") or latin or next(iter(forms.values()))
    original = f"{latin[0]}, {latin[1]}".strip(", ") if latin and "ja" in forms else ""
    return Name(family=family, given=given, original=original)


REGISTRY = Registry(
    name=NAME,
    label=_LABEL,
    address="https://api.japanlinkcenter.org",
    pace=Pace(per_second=2.0, at_once=1),
    terms="Works with a DOI of the Japan Link Center, such as most of J-STAGE. Only the DOI is sent.",
    expects=expects,
    identify=identify,
    search=search,
    read=read,
)
