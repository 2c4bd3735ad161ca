from __future__ import annotations

from datetime import UTC, datetime

import pytest

from kjaudit.model import Lookup, Outcome, ReadError, Record
from kjaudit.registries.card import Standing, card_of
from kjaudit.registries.watch_list import read_watch_list
from tests.registries.make import reference

ENTRY = reference("Kim (2014). Something.", doi="10.1/x")


def lookup(outcome, registry="crossref", **fields):
    return Lookup(key=f"e1:{registry}", reference="e1", registry=registry, outcome=outcome, **fields)


@pytest.mark.parametrize(
    ("lookups", "standing"),
    [
        ([], Standing.UNASKED),
        ([lookup(Outcome.SKIPPED, reason="x")], Standing.UNASKED),
        ([lookup(Outcome.UNAVAILABLE, reason="x")], Standing.SILENT),
        ([lookup(Outcome.NOT_FOUND)], Standing.MISSED),
        ([lookup(Outcome.NOT_FOUND), lookup(Outcome.UNAVAILABLE, "openalex", reason="x")], Standing.SILENT),
        ([lookup(Outcome.NOT_FOUND, expected=False)], Standing.OPEN),
        ([lookup(Outcome.NOT_FOUND, "doi")], Standing.UNREGISTERED),
        ([lookup(Outcome.NOT_FOUND), lookup(Outcome.FOUND, "kci")], Standing.CONFIRMED),
        ([lookup(Outcome.NOT_FOUND, other_work=True), lookup(Outcome.FOUND, "kci")], Standing.STRAYING),
        ([lookup(Outcome.AMBIGUOUS)], Standing.UNDECIDED),
    ],
)
def test_what_the_answers_say_together(lookups, standing):
    assert card_of(ENTRY, lookups).standing is standing


def test_a_card_tells_what_was_asked_where_and_when():
    held = Record(registry="crossref", id="10.1/x", doi="10.1/x", titles=("Something",))
    at = datetime(2026, 11, 20, tzinfo=UTC)
    asked = "GET https://api.crossref.org/works/10.1/x"
    card = card_of(
        ENTRY,
        [
            lookup(Outcome.SKIPPED, "ndl", reason="Not asked: NDL Search is for Japanese works", expected=False),
            lookup(Outcome.FOUND, asked=asked, asked_at=at, record=held, signals=("doi", "title"), by_identifier=True),
            Lookup(key="e2:x", reference="e2", registry="x", outcome=Outcome.FOUND),
        ],
    )
    first, second = card.answers
    assert (first.service, first.asked, first.asked_at, first.agrees) == ("Crossref", asked, at, ("doi", "title"))
    assert second.says == "Not asked: NDL Search is for Japanese works"


def test_a_list_of_journals_is_read_whatever_its_columns(tmp_path):
    path = tmp_path / "Library 2026.csv"
    path.write_text(
        'Title,ISSN\n"Journal of Things, New Series",1234-5678\nJournal of Stuff\n12345679;Odd Journal\n', "utf-8"
    )
    found = read_watch_list(path)
    assert [(item.title, item.issn) for item in found] == [
        ("Journal of Things, New Series", ("1234-5678",)),
        ("Journal of Stuff", ()),
        ("Odd Journal", ("12345679",)),
    ]
    assert found[0].source == "Library 2026"
    with pytest.raises(ReadError):
        read_watch_list(tmp_path / "none.csv")
