"""
Crossref: journal articles, chapters, books and more with a Crossref DOI.

Routes: /works/{doi}, /works/{doi}/agency, /works?query.bibliographic=... (github.com/CrossRef/rest-api-doc). Limits
since 1 December 2025: public 5/s and one at once, polite (with an e-mail address) 10/s for single records and 3/s for
searches, three at once (crossref.org/blog/announcing-changes-to-rest-api-rate-limits); what the headers say overrules.
"""

from __future__ import annotations

from kjaudit.model import CachedAnswer, Record, Reference, RegistryError, say

from .asking import BOOKS, EAST_ASIAN, GREY, NOT_INDEXED, address, doi_of, in_path, words_of
from .csl_work import record_of
from .interface import Pace, Question, Registry
from .json_values import mapping, objects, plain
from .reading import expect, json_of, refuse_error

NAME = "crossref"
_LABEL = "Crossref"
_ROWS = "5"


def expects(reference: Reference) -> str:
    """Return why Crossref is not expected to hold the work, or ""."""
    if reference.type in NOT_INDEXED:
        return say("{registry} does not index {works}", registry=_LABEL, works=say(NOT_INDEXED[reference.type]))
    if reference.script in EAST_ASIAN:
        return "Crossref holds few works in Korean, Japanese or Chinese"
    if reference.type in BOOKS:
        return "many books are not in Crossref"
    if reference.type in GREY:
        return "many reports, theses and data sets are not in Crossref"
    return ""


def identify(reference: Reference, base: str) -> Question | None:
    """Ask for the work with this DOI."""
    doi = doi_of(reference)
    return Question(registry=NAME, url=f"{base}/works/{in_path(doi)}", by_identifier=True) if doi else None


def agency_question(reference: Reference, base: str) -> Question | None:
    """Ask which agency registered the DOI, where doi.org may not be asked."""
    doi = doi_of(reference)
    return Question(registry=NAME, url=f"{base}/works/{in_path(doi)}/agency", by_identifier=True) if doi else None


def search(reference: Reference, base: str) -> Question | None:
    """Search by the printed string."""
    wanted = words_of(reference)
    if len(wanted) < 12:
        return None
    url = address(base, "/works", {"query.bibliographic": wanted, "rows": _ROWS})
    return Question(registry=NAME, url=url)


def read(answer: CachedAnswer) -> tuple[Record, ...]:
    """Read a work or a list of works; () for a DOI that Crossref does not hold."""
    message = _message(answer, ("work", "work-list"))
    if message is None:
        return ()
    items = objects(message.get("items")) if "items" in message else objects(message)
    expect("items" in message or "DOI" in message, _LABEL, "a work")
    return tuple(record_of(item, NAME) for item in items)


def read_agency(answer: CachedAnswer) -> str:
    """Return the label of the agency that a DOI is registered with; "" where the DOI is not known."""
    message = _message(answer, ("work-agency",))
    return plain(mapping(message.get("agency")).get("label")) if message else ""


def _message(answer: CachedAnswer, kinds: tuple[str, ...]) -> dict[str, object] | None:
    """Return the message of an answer of one of `kinds`; `None` for the 404 that Crossref itself gives."""
    # "Resource not found." comes as text/plain and, just as bare, as application/json.
    if answer.status == 404 and answer.body.strip().lower().startswith("resource not found"):
        return None
    refuse_error(answer, _LABEL)
    whole = mapping(json_of(answer, _LABEL))
    kind = plain(whole.get("message-type"))
    if whole.get("status") != "ok" or kind not in kinds:
        raise RegistryError(say("Crossref answered with {kind} that was not asked for", kind=kind or "something"))
    return mapping(whole.get("message"))


REGISTRY = Registry(
    name=NAME,
    label=_LABEL,
    address="https://api.crossref.org",
    pace=Pace(per_second=3.0, at_once=1),
    terms="Journal articles, chapters and books of publishers worldwide; run by the publishers' association Crossref.",
    expects=expects,
    identify=identify,
    search=search,
    read=read,
    polite=True,
)
