"""What would be sent for a reference: shown to the reviewer before anything is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from kjaudit.model import Reference, say

from . import crossref, doi_agency
from .asking import doi_of
from .choose import question_of
from .interface import Question, Request
from .services import BY_AGENCY, SERVICES


def describe_requests(
    reference: Reference, services: Iterable[str], *, addresses: Mapping[str, str] | None = None
) -> tuple[Request, ...]:
    """
    Return the very requests that `look_up` would make for `reference` if `services` were allowed, in their order.

    Pure: opens nothing. `addresses` as in `look_up`.
    """
    allowed = [name for name in SERVICES if name in set(services)]
    bases = {name: (addresses or {}).get(name) or SERVICES[name].address for name in allowed}
    return tuple(_requests(reference, allowed, bases))


def _requests(reference: Reference, allowed: list[str], bases: Mapping[str, str]) -> Iterator[Request]:
    if doi_of(reference):
        yield from _by_doi(reference, allowed, bases)
    for name in allowed:
        if question := question_of(reference, SERVICES[name], bases[name]):
            yield _request(question, _gives(question, reference))


def _by_doi(reference: Reference, allowed: list[str], bases: Mapping[str, str]) -> Iterator[Request]:
    if doi_agency.NAME in allowed:
        base = bases[doi_agency.NAME]
        yield from _some(doi_agency.prefix_question(reference, base), "the prefix of the DOI")
        only_if = say("the agency of the prefix does not hold the DOI, or is not asked")
        yield from _some(doi_agency.identify(reference, base), "the DOI", only_if)
    for name in BY_AGENCY.values():
        if name in allowed:
            held = say("the DOI is registered with {agency}", agency=SERVICES[name].label)
            question = SERVICES[name].identify(reference, bases[name])
            yield from _some(question, "the DOI", "" if name == crossref.NAME else held)
    if crossref.NAME in allowed:
        base = bases[crossref.NAME]
        if doi_agency.NAME not in allowed:
            yield from _some(crossref.agency_question(reference, base), "the DOI", "Crossref does not hold it")
        yield from _some(
            crossref.search(reference, base), "the text of the entry", "the DOI leads nowhere or to another work"
        )


def _some(question: Question | None, gives: str, only_if: str = "") -> Iterator[Request]:
    if question is not None:
        yield _request(question, gives, only_if)


def _request(question: Question, gives: str, only_if: str = "") -> Request:
    service = SERVICES[question.registry]
    url = question.url
    if service.key_parameter:
        url += f"{'&' if '?' in url else '?'}{service.key_parameter}=KEY"
    return Request(
        service=service.name,
        label=service.label,
        request=f"GET {url}",
        gives=gives,
        only_if=only_if,
        gives_address=service.polite,
    )


def _gives(question: Question, reference: Reference) -> str:
    if question.by_identifier:
        return "the DOI" if doi_of(reference) and "doi" in question.url else "the ISBN"
    return "the text of the entry" if question.registry == crossref.NAME else "title and first author of the entry"
