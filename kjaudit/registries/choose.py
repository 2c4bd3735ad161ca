"""Which services are asked about a reference, by its script, its kind and its identifiers."""

from __future__ import annotations

from kjaudit.model import Reference, Said, say

from . import openalex
from .asking import NOT_INDEXED, doi_of
from .doi_agency import NAME as DOI
from .interface import Question, Registry
from .services import BY_AGENCY

BY_DOI = (DOI, *BY_AGENCY.values())
"""Services that the agency of a DOI decides about."""


def question_of(reference: Reference, service: Registry, base: str) -> Question | None:
    """
    Return what `service` is asked about `reference` regardless of what others answer; `None`: nothing.

    An entry with a DOI is asked for by its DOI (`identify.py`); of the other services only those that know the DOI or
    the ISBN are asked as well. Kinds that no registry indexes are not searched for: the nearest record would mislead.
    """
    if doi_of(reference):
        if service.name in BY_DOI:
            return None
        by_identifier = service.identify(reference, base)
        return by_identifier if by_identifier or service.name != openalex.NAME else None
    if question := service.identify(reference, base):
        return question
    return None if reference.type in NOT_INDEXED else service.search(reference, base)


def why_not(reference: Reference, service: Registry) -> str:
    """Return the sentence for an entry that a service is not asked about."""
    reason = "the entry prints no DOI" if service.name == DOI else service.expects(reference)
    if doi_of(reference) and not reason:
        reason = "the entry is looked up by its DOI"
    reason = reason or "the entry has nothing that could be searched for"
    return say("Not asked: {reason}", reason=reason if isinstance(reason, Said) else say(reason))
