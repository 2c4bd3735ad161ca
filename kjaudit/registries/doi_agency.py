"""
doi.org: which agency registered a DOI, and whether any did.

Route /ra/{DOI or prefix} -> [{"DOI", "RA"}] or [{"DOI", "status": "DOI does not exist"}] (doi.org fact sheet "DOI
Registration Agencies"). Asked before a DOI is called unknown: JaLC, KISTI, DataCite, mEDRA and others are not Crossref.
"""

from __future__ import annotations

from kjaudit.model import CachedAnswer, Record, Reference, RegistryError

from .asking import doi_of, in_path
from .interface import Pace, Question, Registry
from .json_values import objects, plain
from .reading import json_of

NAME = "doi"
_LABEL = "doi.org"
_UNKNOWN = ("does not exist", "unknown prefix", "invalid doi", "invalid prefix", "not found")


def expects(reference: Reference) -> str:
    """Return "" where the reference prints a DOI."""
    return "" if doi_of(reference) else "the entry prints no DOI"


def identify(reference: Reference, base: str) -> Question | None:
    """Ask who registered this DOI."""
    doi = doi_of(reference)
    return Question(registry=NAME, url=f"{base}/ra/{in_path(doi)}", by_identifier=True) if doi else None


def prefix_question(reference: Reference, base: str) -> Question | None:
    """Ask who registers DOIs of this prefix: reveals less, and one answer serves every entry of a publisher."""
    prefix = doi_of(reference).partition("/")[0]
    return Question(registry=NAME, url=f"{base}/ra/{in_path(prefix)}", by_identifier=True) if prefix else None


def search(reference: Reference, base: str) -> Question | None:
    """doi.org cannot be searched."""
    return None


def read(answer: CachedAnswer) -> tuple[Record, ...]:
    """Read one record that holds the DOI and, as publisher, the agency; () where the DOI does not exist."""
    items = objects(json_of(answer, _LABEL))
    for item in items:
        doi, agency = plain(item.get("DOI")).lower(), plain(item.get("RA"))
        if agency:
            return (Record(registry=NAME, id=doi, doi=doi, publisher=agency),)
        if plain(item.get("status")).lower().startswith(_UNKNOWN):
            return ()
        if any(word in plain(item.get("status")).lower() for word in _UNKNOWN):
            return ()
    raise RegistryError("doi.org answered without an agency")


REGISTRY = Registry(
    name=NAME,
    label=_LABEL,
    address="https://doi.org",
    pace=Pace(per_second=5.0, at_once=3),
    terms="Which agency registered a DOI; run by the DOI Foundation. Only the DOI is sent.",
    expects=expects,
    identify=identify,
    search=search,
    read=read,
)
