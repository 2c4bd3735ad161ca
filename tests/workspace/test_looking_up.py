"""Asking registries: nothing without consent, every request in the trail, no answer ever lost to an outage."""

from __future__ import annotations

import json
import shutil
import threading
from datetime import UTC, date, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from kjaudit.model import Changes, Name, Outcome, PartialDate, Record, RegistryError, SettingsError
from kjaudit.registries import Limits
from kjaudit.registries.index import build
from kjaudit.workspace import Workspace

TODAY = date(2026, 11, 21)
DOI = "10.1080/14650045.2012.676116"
TITLE = "Beyond state-centricity: Geopolitics of changing state spaces"
TEXT = f"""# On borders

Some say it was wasted (Paasi 2013).

## References

Moisio, S., & Paasi, A. (2013). {TITLE}. *Geopolitics*, 18(2), 255-266. https://doi.org/{DOI}

Kim, S. (2014). Legacies of a border town. *East Asian Politics Review*, 12(3), 89-104.
"""
WORK = {
    "DOI": DOI,
    "type": "journal-article",
    "title": ["Beyond State-Centricity: Geopolitics of Changing State Spaces"],
    "container-title": ["Geopolitics"],
    "author": [{"given": "Sami", "family": "Moisio"}, {"given": "Anssi", "family": "Paasi"}],
    "issued": {"date-parts": [[2013, 4]]},
    "volume": "18",
    "issue": "2",
    "page": "255-266",
}


class Server(ThreadingHTTPServer):
    """Answers as Crossref does for one work; `broken` makes it fail."""

    daemon_threads = True

    def __init__(self):
        self.asked: list[str] = []
        self.broken = False
        super().__init__(("127.0.0.1", 0), Answers)

    @property
    def address(self):
        return f"http://127.0.0.1:{self.server_port}"


class Answers(BaseHTTPRequestHandler):
    def do_GET(self):
        self.server.asked.append(self.path)
        nothing = {"total-results": 0, "items": []}
        status, body = 200, {"status": "ok", "message-type": "work-list", "message": nothing}
        if self.server.broken:
            status, body = 500, {}
        elif DOI in self.path:
            body = {"status": "ok", "message-type": "work", "message": WORK}
        data = json.dumps(body).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_):
        pass


class NoKeys:
    def get(self, service):
        return ""


FAST = Limits(first_answer=2, answer=2, attempts=1, failures=2, back_off=0.01, budget=10)


@pytest.fixture
def server(monkeypatch):
    """Return a loopback server in the place of Crossref."""
    made = Server()
    thread = threading.Thread(target=made.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    monkeypatch.setenv("KJAUDIT_CROSSREF_URL", made.address)
    yield made
    made.shutdown()
    thread.join()
    made.server_close()


@pytest.fixture
def workspace(tmp_path):
    """Return a project with a document that has a DOI in its list."""
    (tmp_path / "borders.md").write_text(TEXT, "utf-8")
    with Workspace.create(
        tmp_path / "p.kjaudit", clock=lambda: datetime(2026, 11, 21, 9, tzinfo=UTC), today=TODAY
    ) as made:
        made.add_documents([tmp_path / "borders.md"])
        made.audit()
        yield made


def look_up(workspace, **options):
    return workspace.look_up(keys=NoKeys(), limits=FAST, **options)


def outcomes(workspace):
    return {lookup.key: lookup.outcome for lookup in workspace.audit_of("d1").case.lookups}


def test_without_consent_nothing_leaves(workspace, server):
    assert look_up(workspace) == Changes()
    assert (server.asked, workspace.trail(), outcomes(workspace)) == ([], (), {})


def test_the_requests_shown_before_are_those_that_leave(workspace, server):
    shown = workspace.describe_requests("d1", "e1", ["crossref"])
    assert server.asked == []
    workspace.set_consent("crossref", given=True)
    assert look_up(workspace, entries=["e1"]) == Changes(lookups=True, findings=True)
    left = [line.request for line in workspace.trail()]
    assert left
    assert set(left) <= {request.request for request in shown}
    assert len(server.asked) == len(left)


def test_only_words_of_the_entry_leave(workspace, server):
    workspace.set_consent("crossref", given=True)
    look_up(workspace)
    assert not any("wasted" in path for path in server.asked)


def test_what_was_found_is_kept_with_its_date_and_belongs_to_the_entry_after_a_revision(workspace, server, tmp_path):
    workspace.set_consent("crossref", given=True)
    look_up(workspace)
    assert outcomes(workspace)["e1:crossref"] is Outcome.FOUND
    (answer,) = [item for item in workspace.evidence_cards("d1")["e1"].answers if item.registry == "crossref"]
    assert (answer.doi, [row.field for row in answer.fields if row.differs]) == (DOI, [])
    longer = TEXT.replace("Moisio, S., & P", "Ito, K. (2001). *Tourism*. Tokyo: Sansei.\n\nMoisio, S., & P")
    (tmp_path / "borders.md").write_text(longer, "utf-8")
    with Workspace.open(workspace.path, today=TODAY) as again:
        again.audit()
        found = {lookup.key: lookup for lookup in again.audit_of("d1").case.lookups}
        assert found["e2:crossref"].outcome is Outcome.FOUND
        assert found["e2:crossref"].reference == "e2"
        assert found["e2:crossref"].asked_at == datetime(2026, 11, 21, 9, tzinfo=UTC)
        assert "e1:crossref" not in found


def test_a_kept_answer_is_not_asked_for_again_unless_wanted_fresh(workspace, server):
    workspace.set_consent("crossref", given=True)
    look_up(workspace)
    first = len(server.asked)
    look_up(workspace)
    assert len(server.asked) == first
    look_up(workspace, fresh=True)
    assert len(server.asked) > first
    workspace.forget_answers()
    before = len(server.asked)
    look_up(workspace)
    assert len(server.asked) > before


def test_an_outage_never_wipes_out_what_was_found(workspace, server):
    workspace.set_consent("crossref", given=True)
    look_up(workspace)
    server.broken = True
    look_up(workspace, fresh=True)
    assert outcomes(workspace)["e1:crossref"] is Outcome.FOUND
    with Workspace.open(workspace.path, today=TODAY) as again:
        again.audit()
        assert outcomes(again)["e1:crossref"] is Outcome.FOUND


def test_consent_is_for_services_that_exist_and_can_be_taken_back(workspace):
    assert [service.name for service in workspace.services(NoKeys()) if service.allowed] == []
    workspace.set_consent("crossref", given=True)
    assert [service.name for service in workspace.services(NoKeys()) if service.allowed] == ["crossref"]
    workspace.set_consent("crossref", given=False)
    assert workspace.settings.registries == ()
    with pytest.raises(SettingsError, match="crossref"):
        workspace.set_consent("crosref", given=True)


def test_a_local_index_is_held_against_without_any_request(workspace, tmp_path):
    record = Record(
        registry="crossref",
        id=DOI,
        doi=DOI,
        type="journal-article",
        titles=("Beyond State-Centricity: Geopolitics of Changing State Spaces",),
        container_titles=("Geopolitics",),
        authors=(Name(family="Moisio", given="Sami"), Name(family="Paasi", given="Anssi")),
        date=PartialDate(year=2013),
        years=(2013,),
        volume="18",
        issue="2",
        pages="255-266",
    )
    build([record], tmp_path / "index")
    workspace.set_index(tmp_path / "index")
    workspace.audit(again=True)
    assert outcomes(workspace) == {"e1:index": Outcome.FOUND, "e2:index": Outcome.NOT_FOUND}
    assert not [item for item in workspace.findings() if item.finding.name == "no-record-found"]
    assert workspace.trail() == ()
    with pytest.raises(RegistryError, match="not an index"):
        workspace.set_index(tmp_path)
    shutil.rmtree(tmp_path / "index")
    workspace.audit(again=True)
    assert outcomes(workspace) == {}
    assert [item.what for item in workspace.project_audit().skipped] == [str(tmp_path / "index")]
    workspace.set_index(None)
    workspace.audit(again=True)
    assert workspace.project_audit().skipped == ()
