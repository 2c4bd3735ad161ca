from __future__ import annotations

import threading
from dataclasses import replace
from urllib.parse import unquote

import pytest
import requests

from kjaudit.model import CachedAnswer, Cancelled, Name, Outcome, Script, Sent, WorkType
from kjaudit.registries import SERVICES, Consent, addresses, describe_requests, look_up
from tests.recorded.server import Mood, RecordedServer, search_answer, works
from tests.registries.make import NOW, QUICK, SWIFT, reference

DROSOPHILA = reference(
    "Bartolome, C. & Maside, X. (2005). Fixation of transposable elements in the Drosophila melanogaster genome. "
    "Genet Res 83, 91-100. doi:10.1017/s0016672305007548",
    title="Fixation of transposable elements in the Drosophila melanogaster genome",
    doi="10.1017/s0016672305007548",
)
ALL = Consent(services=frozenset(SERVICES))


class Keep:
    def __init__(self):
        self.answers: dict[str, CachedAnswer] = {}
        self.trail: list[Sent] = []
        self.threads: set[int] = set()

    def get(self, request):
        self.threads.add(threading.get_ident())
        return self.answers.get(request)

    def put(self, answer):
        self.threads.add(threading.get_ident())
        self.answers[answer.request] = answer

    def sent(self, what):
        self.threads.add(threading.get_ident())
        self.trail.append(what)


class Key:
    def get(self, service):
        return "SECRET-KEY"


def ask(server, references, services, **options):
    consent = Consent(services=frozenset(services), mailto=options.pop("mailto", ""))
    options = {"addresses": server.addresses(), "limits": QUICK, "world": SWIFT} | options
    return {lookup.key: lookup for lookup in look_up(references, consent, **options)}


@pytest.fixture
def server():
    with RecordedServer() as running:
        yield running


def test_a_doi_is_found_at_its_agency_with_signals_and_the_date(server):
    found = ask(server, [DROSOPHILA], ["doi", "crossref"])["e1:crossref"]
    assert found.outcome is Outcome.FOUND
    assert found.by_identifier
    assert found.record is not None
    assert found.record.doi == "10.1017/s0016672305007548"
    assert {"doi", "title", "author"} <= set(found.signals)
    assert found.asked_at == NOW
    assert found.asked.endswith("/works/10.1017/s0016672305007548")
    assert server.asked("doi") == ["ra/10.1017"]


def test_a_doi_of_another_agency_is_asked_there_and_not_called_unknown(server):
    entry = reference(
        "庭野吉弘「「湘南プラン」について-その教授法と英語教育史における位置づけ-」『日本英語教育史研究』1巻、1986年、1-15頁。",
        doi="10.11222/hisetjournal1986.1.0_1",
        script=Script.KANA,
    )
    found = ask(server, [entry], ["doi", "crossref", "jalc"])
    assert found["e1:jalc"].outcome is Outcome.FOUND
    assert {"title", "author", "year", "container"} <= set(found["e1:jalc"].signals)
    assert found["e1:crossref"].outcome is Outcome.SKIPPED
    assert server.asked("crossref") == []


def test_a_doi_that_crossref_does_not_hold_is_not_dead_while_an_agency_knows_it(server):
    entry = reference("Somebody (2001). Something. doi:10.1430/8105", doi="10.1430/8105")
    found = ask(server, [entry], ["crossref"])
    assert found["e1:crossref"].outcome is Outcome.NOT_FOUND
    assert found["e1:doi"].outcome is Outcome.FOUND
    assert found["e1:doi"].reason == "Registered with mEDRA"


def test_a_doi_that_nobody_knows_is_said_so_by_the_agency_alone(server):
    entry = reference("Somebody (2001). Something of note in a journal. doi:10.1017/none", doi="10.1017/none")
    found = ask(server, [entry], ["doi", "crossref"])
    assert found["e1:doi"].outcome is Outcome.NOT_FOUND
    assert found["e1:crossref"].outcome is Outcome.NOT_FOUND
    by_crossref = ask(server, [entry], ["crossref"])
    assert by_crossref["e1:doi"].outcome is Outcome.NOT_FOUND
    assert by_crossref["e1:doi"].asked.endswith("/works/10.1017/none/agency")


def test_where_the_agency_does_not_answer_nothing_is_called_unknown(server):
    server.behave(Mood.BROKEN, "doi")
    entry = reference("Somebody (2001). Something of note in a journal. doi:10.1017/none", doi="10.1017/none")
    assert ask(server, [entry], ["doi", "crossref"])["e1:doi"].outcome is Outcome.UNAVAILABLE


def test_a_doi_of_another_work_is_its_own_outcome_and_the_right_one_is_searched(server):
    item = works()["10.1001/archderm.1961.01580180153031"]
    entry = reference(
        f"{item['author'][0]['family']} X. Sensory imbalance in alopecia mucinosa. Arch Dermatol 1961; "
        f"{item['volume']}: {item['page']}. "
        "doi:10.1017/s0016672305007548",
        doi="10.1017/s0016672305007548",
    )
    with RecordedServer(extra={}) as other:
        question = describe_requests(entry, ["crossref"], addresses=other.addresses())[-1].request
        path = question.partition("/crossref/")[2]
        other.answers["crossref", unquote(path).casefold()] = search_answer(item)
        found = ask(other, [entry], ["crossref"])
    astray = found["e1:crossref"]
    assert (astray.outcome, astray.other_work) == (Outcome.NOT_FOUND, True)
    assert astray.record is not None
    assert astray.record.titles[0].startswith("Fixation")
    assert found["e1:crossref:search"].record is not None
    assert found["e1:crossref:search"].record.doi == item["DOI"].lower()


def test_a_redirect_to_a_newer_version_is_followed(server):
    entry = reference("X (2025). Binding Modes of Ligands Using Enhanced Sampling.", doi="10.26434/chemrxiv.5406907")
    found = ask(server, [entry], ["crossref"])["e1:crossref"]
    assert found.record is not None
    assert found.record.doi == "10.26434/chemrxiv.5406907.v5"


def test_a_search_only_says_not_found_among_what_is_indexed_and_names_the_nearest():
    entry = reference("Kim, S. (2014). Legacies of empire in East Asian cities. J Asian Stud 12: 89-104.", year=2014)
    near = works()["10.1007/s00421-009-1295-z"]
    with RecordedServer() as server:
        path = describe_requests(entry, ["crossref"])[0].request.partition("crossref.org/")[2]
        server.answers["crossref", unquote(path).casefold()] = search_answer(near)
        found = ask(server, [entry], ["crossref"])["e1:crossref"]
    assert found.outcome is Outcome.NOT_FOUND
    assert found.expected
    assert found.reason.startswith("Not found among what Crossref indexes, nearest is “Multiple")
    assert not found.other_work


def test_kinds_that_are_not_indexed_are_skipped_and_korean_works_not_expected(server):
    page = reference(
        "한국은행. 2014. 통계. https://www.bok.or.kr", "e1", title="통계", kind=WorkType.WEBPAGE, script=Script.HANGUL
    )
    article = reference(
        "김영호(2013), 「동아시아의 국제정치」, 『국제정치논총』 53(2), 89-104.",
        "e2",
        title="동아시아의 국제정치",
        author=Name(literal="김영호"),
        script=Script.HANGUL,
    )
    found = ask(server, [page, article], SERVICES, keys=Key())
    assert {lookup.outcome for key, lookup in found.items() if key.startswith("e1:")} == {Outcome.SKIPPED}
    assert "does not index web pages" in found["e1:crossref"].reason
    assert (found["e2:crossref"].outcome, found["e2:crossref"].expected) == (Outcome.NOT_FOUND, False)
    assert (found["e2:kci"].outcome, found["e2:kci"].expected) == (Outcome.NOT_FOUND, True)
    assert found["e2:ndl"].outcome is Outcome.SKIPPED


def test_every_reference_has_a_lookup_for_every_allowed_service(server):
    entries = [
        DROSOPHILA,
        reference("Kim, S. (2014). A book of things in the world. Seoul.", "e2", title="A book of things"),
    ]
    found = ask(server, entries, SERVICES)
    assert {key.partition(":")[2] for key in found if key.startswith("e2")} == set(SERVICES)
    assert {key.split(":")[1] for key in found if key.startswith("e1")} == set(SERVICES)
    assert all(lookup.reason for lookup in found.values() if lookup.outcome is Outcome.SKIPPED)


def test_a_service_without_its_key_is_skipped_with_the_reason(server):
    found = ask(server, [DROSOPHILA], ["openalex"])["e1:openalex"]
    assert found.outcome is Outcome.SKIPPED
    assert "needs a key" in found.reason


def test_keys_and_address_go_out_but_are_told_to_nobody(server):
    keep = Keep()
    found = ask(
        server, [DROSOPHILA], ["openalex", "crossref"], keys=Key(), cache=keep, log=keep, mailto="me@example.org"
    )
    assert any("api_key=SECRET-KEY" in item.path for item in server.seen)
    agents = {item.headers["user-agent"] for item in server.seen if item.service == "crossref"}
    assert all("mailto:me@example.org" in agent for agent in agents)
    assert all("me@example.org" not in item.headers["user-agent"] for item in server.seen if item.service == "openalex")
    told = f"{found} {keep.trail} {keep.answers}"
    assert "SECRET" not in told
    assert "me@example.org" not in told


def test_what_an_error_answer_repeats_of_a_key_is_left_out():
    with RecordedServer() as server:
        server.answers["openalex", "works/doi:10.1017/s0016672305007548?api_key=secret-key"] = (
            403,
            "application/json",
            '{"error": "key SECRET-KEY of me@example.org is not valid"}',
        )
        found = ask(server, [DROSOPHILA], ["openalex"], keys=Key(), mailto="me@example.org")["e1:openalex"]
    assert found.outcome is Outcome.UNAVAILABLE
    assert "is not valid" in found.reason
    assert "SECRET" not in found.reason
    assert "example.org" not in found.reason


def test_answers_are_kept_and_asked_again_only_on_demand(server):
    keep = Keep()
    ask(server, [DROSOPHILA], ["doi", "crossref"], cache=keep, log=keep)
    asked = len(server.seen)
    again = ask(server, [DROSOPHILA], ["doi", "crossref"], cache=keep, log=keep)
    assert len(server.seen) == asked == len(keep.trail)
    assert again["e1:crossref"].asked_at == NOW
    ask(server, [DROSOPHILA], ["doi", "crossref"], cache=keep, log=keep, fresh=True)
    assert len(server.seen) == 2 * asked
    assert keep.threads == {threading.get_ident()}


def test_the_dialog_shows_the_very_requests(server):
    keep = Keep()
    entries = [
        DROSOPHILA,
        reference(
            "Kim, S. (2014). Legacies of empire in Asian cities. J Asian Stud 12.",
            "e2",
            title="Legacies of empire in Asian cities",
        ),
        reference(
            "夏目漱石『こころの研究とその周辺』岩波書店、1914年",
            "e3",
            title="こころの研究とその周辺",
            script=Script.KANA,
            kind=WorkType.BOOK,
        ),
    ]
    ask(server, entries, SERVICES, log=keep, keys=Key())
    shown = {
        request.request.replace("&api_key=KEY", "").replace("?api_key=KEY", "").replace("&appid=KEY", "")
        for entry in entries
        for request in describe_requests(entry, SERVICES, addresses=server.addresses())
    }
    assert {sent.request for sent in keep.trail} <= shown


def test_without_consent_nothing_opens(monkeypatch):
    def forbidden(*_, **__):
        raise AssertionError("opened")

    monkeypatch.setattr("socket.socket", forbidden)
    monkeypatch.setattr(requests, "Session", forbidden)
    monkeypatch.setattr("kjaudit.registries.looking_up._web", forbidden)
    assert list(look_up([DROSOPHILA], Consent())) == []
    assert list(look_up([], ALL)) == []


def test_a_service_that_is_not_allowed_is_not_asked(server):
    ask(server, [DROSOPHILA], ["doi"])
    assert {item.service for item in server.seen} == {"doi"}


def test_the_reviewer_can_stop(server):
    server.behave(Mood.STALL)

    class Impatient:
        steps = 0

        def step(self, done, total, label):
            self.steps += 1
            if self.steps > 2:
                raise Cancelled

    with pytest.raises(Cancelled):
        ask(server, [DROSOPHILA], SERVICES, progress=Impatient(), keys=Key())


def test_limits_of_the_headers_are_kept(server):
    server.headers.update({"x-rate-limit-limit": "7", "x-rate-limit-interval": "1s", "x-concurrency-limit": "2"})
    assert ask(server, [DROSOPHILA], ["crossref"])["e1:crossref"].outcome is Outcome.FOUND


def test_a_service_that_asks_for_patience_is_asked_again(server):
    server.behave(Mood.PATIENT, "crossref")
    assert ask(server, [DROSOPHILA], ["crossref"])["e1:crossref"].outcome is Outcome.FOUND


def test_addresses_can_be_set():
    found = addresses({"KJAUDIT_CROSSREF_URL": "http://127.0.0.1:9/mirror/"})
    assert found["crossref"] == "http://127.0.0.1:9/mirror"
    assert found["doi"] == "https://doi.org"


def test_a_mailto_with_a_line_break_is_not_sent(server):
    ask(server, [DROSOPHILA], ["crossref"], mailto="a@b.org\r\nX-Evil: 1")
    assert all("evil" not in str(item.headers).lower() for item in server.seen)


def test_entries_of_one_publisher_ask_for_its_agency_once(server):
    entries = [replace(DROSOPHILA, key=f"e{number}") for number in range(8)]
    found = ask(server, entries, ["doi", "crossref"])
    assert all(found[f"e{number}:crossref"].outcome is Outcome.FOUND for number in range(8))
    assert server.asked("doi") == ["ra/10.1017"]
    assert len(server.asked("crossref")) == 1
