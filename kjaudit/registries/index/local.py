"""The local index: a registry that never leaves the machine."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path

import tantivy

from kjaudit.model import Lookup, Outcome, Record, Reference, RegistryError, say
from kjaudit.registries.gate import Decided, Signal, decide
from kjaudit.registries.printed import Printed
from kjaudit.registries.record_json import from_json

from . import terms
from .build import MARK, VERSION
from .sources import REGISTRY

_WORDS, _PAIRS = 9, 6
"""Rarest words and pairs of numbers of a string that are looked up: more cost time and bring nothing (measured)."""
_HITS = 6
"""Records held against the string: the right one was among the first five in 99.9 % of 3,000 strings out of PDFs."""
_MOST_CANDIDATES = 3
_REASONS = {
    Outcome.NOT_FOUND: "Not found in the local index",
    Outcome.AMBIGUOUS: "The local index holds several records that fit equally well",
}


class LocalIndex:
    """An index opened for reading; safe to share between threads."""

    def __init__(self, folder: Path) -> None:
        """
        Open the index in `folder`.

        Raises:
            RegistryError: it is no index, or one of another version.
        """
        try:
            mark = json.loads((folder / MARK).read_text("utf-8"))
        except (OSError, ValueError) as error:
            raise RegistryError(
                say("{folder} is not an index; make one with `kjaudit index build`", folder=folder)
            ) from error
        if mark.get("version") != VERSION:
            raise RegistryError(
                say("{folder} was written by another version of kjaudit; build it again", folder=folder)
            )
        try:
            self._index = tantivy.Index.open(str(folder))
        except (ValueError, OSError) as error:
            raise RegistryError(say("the index in {folder} is damaged; build it again", folder=folder)) from error
        self._schema = self._index.schema
        self._searcher = self._index.searcher()
        self.records = int(mark.get("records", 0))

    def look_up(self, raw: str) -> Decided:
        """Hold a printed reference string against the index."""
        printed = Printed(raw)
        return decide(printed, self.candidates(printed))

    def lookup_of(self, reference: Reference, *, at: datetime | None = None) -> Lookup:
        """
        Return what the index says of an entry, as a registry would; nothing is asked of anybody.

        Never "expected": what a library holds is its own affair, so NOT_FOUND says nothing about the work. `at`: the
        time to write down, for reports that must be the same twice.
        """
        decided = self.look_up(reference.raw)
        best, astray = decided.best, decided.other_work
        shown = best or astray
        return Lookup(
            key=f"{reference.key}:{REGISTRY}",
            reference=reference.key,
            registry=REGISTRY,
            outcome=decided.outcome,
            reason=_REASONS.get(decided.outcome, ""),
            asked_at=at,
            by_identifier=shown is not None and Signal.DOI in shown.agrees,
            record=shown.record if shown else None,
            other_work=best is None and astray is not None,
            candidates=tuple(item.candidate() for item in decided.candidates[:_MOST_CANDIDATES]),
            signals=tuple(signal.value for signal in best.agrees) if best else (),
            expected=False,
        )

    def by_doi(self, doi: str) -> tuple[Record, ...]:
        """Return the records with this DOI (lower case)."""
        query = tantivy.Query.term_query(self._schema, "doi", doi, index_option="basic")
        return self._records(query, 2)

    def candidates(self, printed: Printed) -> tuple[Record, ...]:
        """Return the records nearest to the string, best first; one with the DOI it prints is always among them."""
        words, pairs = terms.of_string(printed)
        looked_up = [*self._rarest(words, _WORDS), *self._rarest(pairs, _PAIRS)]
        clauses = [
            (
                tantivy.Occur.Should,
                tantivy.Query.term_query(self._schema, "terms", term, index_option="freq"),
            )
            for term in looked_up
        ]
        identified = self.by_doi(printed.doi) if printed.doi else ()
        found = self._records(tantivy.Query.boolean_query(clauses), _HITS) if clauses else ()
        return (*identified, *found)

    def _rarest(self, found: list[str], most: int) -> list[str]:
        counted = [(count, term) for term in found if (count := self._searcher.doc_freq("terms", term))]
        counted.sort()
        return [term for _, term in counted[:most]]

    def _records(self, query: tantivy.Query, most: int) -> tuple[Record, ...]:
        hits = self._searcher.search(query, most, count=False).hits
        return tuple(from_json(self._searcher.doc(address)["record"][0], REGISTRY) for _, address in hits)
