"""REC406 no-record-found. See resources/rules/REC406.md."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kjaudit.model import Case, Evidence, Finding, Lookup, Outcome, Reference, Severity, joined, say
from kjaudit.rules.interface import Need, Rule, Status

from .found import AGENCY, about_entry, described, how_asked, label, lookups_of, of_entry, of_record


def check(case: Case) -> Iterator[Finding]:
    """Yield each entry that was found nowhere, where works of its kind are expected and every answer came."""
    for reference in case.references:
        lookups = lookups_of(case, reference)
        if _too_new(case, reference) or not _nowhere(lookups):
            continue
        missed = [found for found in lookups if _missed(found)]
        asked = list(dict.fromkeys(label(found.registry) for found in missed))
        names = joined(asked, "{first} and {rest}")
        nearest = next((found for found in missed if found.candidates), None)
        if len(asked) == 1:
            message = say("Not found among what {names} indexes", names=names)
        else:
            message = say("Not found among what {names} index", names=names)
        evidence: list[Evidence] = [of_entry(case, reference, "The entry", None)]
        if nearest is not None:
            record = nearest.candidates[0].record
            message = say("{message}, nearest is {record}", message=message, record=described(record))
            evidence.append(of_record(nearest, "Nearest record", described(record), "title"))
        yield about_entry(case, RULE, reference, message, [*evidence, *map(how_asked, missed)])


def _nowhere(lookups: Sequence[Lookup]) -> bool:
    """
    Whether a search where the work should be did not find it, and no registry holds it, may hold it, or did not answer.

    A DOI that some agency registered is of a work that exists, whoever holds its record.
    """
    if any(found.outcome in (Outcome.FOUND, Outcome.AMBIGUOUS) or found.other_work for found in lookups):
        return False
    if any(found.outcome is Outcome.UNAVAILABLE and found.expected for found in lookups):
        return False
    return any(map(_missed, lookups))


def _missed(found: Lookup) -> bool:
    """Whether a search, not a question by identifier, came back empty where works of the kind are expected."""
    searched = not found.by_identifier and found.registry != AGENCY
    return searched and found.outcome is Outcome.NOT_FOUND and found.expected


def _too_new(case: Case, reference: Reference) -> bool:
    """Whether the work is forthcoming or of this year: registries come after."""
    year = reference.year
    return reference.status is not None or year is None or year >= case.today.year


RULE = Rule(
    code="REC406",
    name="no-record-found",
    severity=Severity.NOTE,
    needs=frozenset({Need.RECORDS}),
    since="0.1.0",
    status=Status.PREVIEW,
    check=check,
)
