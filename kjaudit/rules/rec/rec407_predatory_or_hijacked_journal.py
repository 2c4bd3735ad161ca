"""REC407 predatory-or-hijacked-journal. See resources/rules/REC407.md."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kjaudit.language.folding import fold_solid
from kjaudit.model import Case, Computed, Evidence, Finding, Reference, Severity, WatchedJournal, say
from kjaudit.rules.interface import Need, Rule, Status

from .found import about_entry, lookups_of, of_entry, records_of


def check(case: Case) -> Iterator[Finding]:
    """Yield each entry of a journal on the list that the reviewer gave; without a list nothing."""
    if not case.watched:
        return
    titles = {fold_solid(journal.title): journal for journal in case.watched if journal.title}
    issns = {_digits(issn): journal for journal in case.watched for issn in journal.issn}
    for reference in case.references:
        found = _listed(case, reference, titles, issns)
        if found is None:
            continue
        listing, part = found, reference.container_title.span if reference.container_title else None
        how = say("the list {source}", source=listing.source)
        evidence = [
            of_entry(case, reference, "Printed journal", part),
            Evidence(label="On the list", quote=listing.title, source=Computed(how=how)),
        ]
        message = say("The journal is on the list {source} that was given", source=listing.source)
        yield about_entry(case, RULE, reference, message, evidence, part=part)


def _listed(
    case: Case, reference: Reference, titles: dict[str, WatchedJournal], issns: dict[str, WatchedJournal]
) -> WatchedJournal | None:
    """Return the listing by ISSN, printed or in the record, or by the whole title; a title alone may be shared."""
    numbers = [reference.issn.value] if reference.issn else []
    numbers += [issn for _, record in records_of(lookups_of(case, reference)) for issn in record.issn]
    for number in numbers:
        if listing := issns.get(_digits(number)):
            return listing
    if reference.container_title is None:
        return None
    listing = titles.get(fold_solid(reference.container_title.value))
    # A listing with ISSNs that the entry's record does not have is of another journal of that name.
    if listing and listing.issn and numbers:
        return None
    return listing


def _digits(issn: str) -> str:
    return re.sub(r"[^0-9X]", "", issn.upper())


RULE = Rule(
    code="REC407",
    name="predatory-or-hijacked-journal",
    severity=Severity.WARNING,
    needs=frozenset({Need.REFERENCES, Need.RECORDS}),
    since="0.1.0",
    status=Status.PREVIEW,
    check=check,
)
