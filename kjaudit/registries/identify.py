"""
A reference with a DOI: which agency registered it, what that agency holds, and whether it exists at all.

The agency comes first: a DOI that Crossref does not hold may be JaLC's, KISTI's, DataCite's or mEDRA's, and is dead
only when doi.org, or Crossref's own agency route where doi.org may not be asked, says so.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator, Mapping

from kjaudit.model import CachedAnswer, Lookup, Outcome, Record, Reference, RegistryUnavailable

from . import crossref, doi_agency, verdicts
from .client import Client
from .interface import Question, Registry
from .services import BY_AGENCY


class Identifier:
    """Looks up references by DOI with one client."""

    def __init__(self, client: Client, services: Mapping[str, Registry], bases: Mapping[str, str]) -> None:
        """`services`: those that may be asked; `bases`: where."""
        self._client = client
        self._services = services
        self._bases = bases

    def look_up(self, reference: Reference) -> Iterator[Lookup]:
        """Yield a look-up for each service that was asked about the DOI."""
        agency = self._agency_of_prefix(reference)
        name = self._service_for(agency)
        held: Lookup | None = None
        if name is not None:
            held = self._hold(reference, name)
            yield held
        found: Lookup | None
        if held is not None and (held.record is not None or held.outcome is Outcome.UNAVAILABLE):
            found = held
        else:
            registered = self._registered(reference, name)
            if registered is not None:
                yield registered
            found = yield from self._elsewhere(reference, registered, name)
        if found is None or found.other_work or found.outcome is Outcome.NOT_FOUND:
            yield from self._nearest(reference)

    def _agency_of_prefix(self, reference: Reference) -> str:
        """Return the agency of the prefix, "" where it is not known or doi.org is not asked."""
        if doi_agency.NAME not in self._services:
            return ""
        question = doi_agency.prefix_question(reference, self._bases[doi_agency.NAME])
        if question is None:
            return ""
        try:
            records, _ = self._client.ask(question, doi_agency.read)
        except RegistryUnavailable:
            return ""
        return records[0].publisher if records else ""

    def _service_for(self, agency: str) -> str | None:
        """Return the service to ask: that of the agency, or Crossref where the agency is not known."""
        wanted = BY_AGENCY.get(agency.lower()) if agency else crossref.NAME
        return wanted if wanted in self._services else None

    def _hold(self, reference: Reference, name: str) -> Lookup:
        service = self._services[name]
        question = service.identify(reference, self._bases[name])
        assert question is not None, "called for references with a DOI only"
        try:
            records, answer = self._client.ask(question, service.read)
        except RegistryUnavailable as error:
            return verdicts.unavailable(reference, service, question, error.sentence)
        return verdicts.identified(reference, service, question, records, answer)

    def _registered(self, reference: Reference, asked: str | None) -> Lookup | None:
        """Return whether any agency knows the DOI, by doi.org, else by Crossref's agency route."""
        if service := self._services.get(doi_agency.NAME):
            question = service.identify(reference, self._bases[doi_agency.NAME])
            assert question is not None, "called for references with a DOI only"
            return self._agency(reference, service, question)
        if asked == crossref.NAME:
            question = crossref.agency_question(reference, self._bases[crossref.NAME])
            assert question is not None, "called for references with a DOI only"
            return self._agency(reference, doi_agency.REGISTRY, question)
        return None

    def _agency(self, reference: Reference, service: Registry, question: Question) -> Lookup:
        read = doi_agency.read if question.registry == doi_agency.NAME else _read_crossref_agency
        try:
            records, answer = self._client.ask(question, read)
        except RegistryUnavailable as error:
            return verdicts.unavailable(reference, service, question, error.sentence)
        return verdicts.agency_known(reference, service, question, records[0] if records else None, answer)

    def _elsewhere(
        self, reference: Reference, registered: Lookup | None, asked: str | None
    ) -> Generator[Lookup, None, Lookup | None]:
        """Ask the agency that the whole DOI turned out to be registered with, if it was not asked already."""
        if registered is None or registered.record is None:
            return registered
        name = BY_AGENCY.get(registered.record.publisher.lower())
        if name is None or name == asked or name not in self._services:
            return registered
        held = self._hold(reference, name)
        yield held
        return held if held.record is not None else registered

    def _nearest(self, reference: Reference) -> Iterator[Lookup]:
        """Search Crossref for the work that the entry describes, where its DOI leads nowhere or astray."""
        service = self._services.get(crossref.NAME)
        question = crossref.search(reference, self._bases[crossref.NAME]) if service else None
        if service is None or question is None:
            return
        try:
            records, answer = self._client.ask(question, service.read)
        except RegistryUnavailable as error:
            yield verdicts.unavailable(reference, service, question, error.sentence, searched=True)
            return
        yield verdicts.searched(reference, service, question, records, answer, again=True)


def _read_crossref_agency(answer: CachedAnswer) -> tuple[Record, ...]:
    label = crossref.read_agency(answer)
    return (Record(registry=doi_agency.NAME, id="", publisher=label),) if label else ()
