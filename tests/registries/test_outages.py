"""Nothing that a service does to us becomes a finding, a wait without end, or a NOT_FOUND."""

from __future__ import annotations

import time
from collections import Counter

import pytest

from kjaudit.model import Case, Document, Name, Outcome, Script, WorkType
from kjaudit.registries import SERVICES, Consent, look_up
from kjaudit.rules import RULES
from tests.recorded.server import NOT_FOUND, Mood, RecordedServer
from tests.registries.make import QUICK, SWIFT, reference

FAMILY = [rule for code, rule in RULES.items() if code.startswith("REC")]
BAD = [mood for mood in Mood if mood not in (Mood.HONEST, Mood.PATIENT)]


class Key:
    def get(self, service):
        return "k"


def entry(number):
    scripts = {0: Script.LATIN, 1: Script.HANGUL, 2: Script.KANA}
    titles = ("A study of invented things", "동아시아 국제정치의 형성", "日本英語教育史の研究における")
    title = f"{titles[number % 3]} {number}"
    doi = f"10.1000/x{number}" if number % 2 else ""
    return reference(
        f"Kim, S. (2014). {title}. Journal of Things, {number}(3), 89-104. {doi}",
        f"e{number}",
        title=title,
        doi=doi,
        author=Name(family="Kim", given="S."),
        year=2014,
        script=scripts[number % 3],
        kind=WorkType.BOOK if number % 5 == 0 else WorkType.ARTICLE_JOURNAL,
    )


def outcomes(count, server_addresses):
    entries = tuple(entry(number) for number in range(1, count + 1))
    consent = Consent(services=frozenset(SERVICES))
    found = tuple(look_up(entries, consent, keys=Key(), addresses=server_addresses, limits=QUICK, world=SWIFT))
    text = "\n".join(reference.raw for reference in entries)
    case = Case(document=Document(id="d", digest="", title="", text=text), references=entries, lookups=found)
    assert [finding.code for rule in FAMILY for finding in rule.check(case)] == []
    assert {lookup.outcome for lookup in found} == {Outcome.UNAVAILABLE, Outcome.SKIPPED}
    assert {lookup.reference for lookup in found if lookup.outcome is Outcome.UNAVAILABLE} == {
        item.key for item in entries
    }
    assert all(lookup.reason for lookup in found)
    assert not any(char < " " for lookup in found for char in lookup.reason)
    return Counter(lookup.outcome for lookup in found)


@pytest.mark.parametrize("mood", BAD, ids=lambda mood: mood.name.lower())
def test_every_entry_is_unavailable_with_its_reason(mood):
    with RecordedServer() as server:
        server.behave(mood)
        outcomes(16, server.addresses())


def test_refused_connections_are_no_answer():
    outcomes(16, {service: f"http://127.0.0.1:9/{service}" for service in NOT_FOUND})


def test_five_hundred_entries_take_hardly_longer_than_sixteen():
    with RecordedServer() as server:
        server.behave(Mood.STALL)
        started = time.monotonic()
        outcomes(500, server.addresses())
        assert time.monotonic() - started < 8
        assert len(server.seen) < 60


def test_one_service_that_hangs_keeps_no_other_from_answering():
    with RecordedServer() as server:
        server.behave(Mood.STALL, "openalex")
        consent = Consent(services=frozenset(("crossref", "openalex")))
        found = list(look_up([entry(2)], consent, keys=Key(), addresses=server.addresses(), limits=QUICK, world=SWIFT))
    assert {lookup.registry: lookup.outcome for lookup in found} == {
        "crossref": Outcome.NOT_FOUND,
        "openalex": Outcome.UNAVAILABLE,
    }
