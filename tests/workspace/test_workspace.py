"""What a reviewer does, from the manuscript to the decision and back."""

from __future__ import annotations

import subprocess
import sys
import threading
from datetime import UTC, date, datetime, timedelta

import pytest

from kjaudit.model import Cancelled, Changes, Decision, KjauditError, SettingsError, Standing, StoreError
from kjaudit.workspace import DocumentState, Workspace

TODAY = date(2026, 11, 21)
TEXT = """# On festivals

However, critics note risks around identity confusion. Some say that the money was wasted.

Visitors came from {where}.

## References

Kim, S. (2014). Legacies. *East Asian Politics Review*, 12(3), 89-104.
"""


class Clock:
    """A clock that goes one second further each time it is looked at."""

    def __init__(self):
        self.at = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)

    def __call__(self):
        self.at += timedelta(seconds=1)
        return self.at


@pytest.fixture
def manuscript(tmp_path):
    """Return a manuscript."""
    path = tmp_path / "festivals.md"
    path.write_text(TEXT.format(where="Busan"), "utf-8")
    return path


@pytest.fixture
def workspace(tmp_path, manuscript):
    """Return a project with one audited document and a reviewer."""
    with Workspace.create(tmp_path / "p.kjaudit", clock=Clock(), today=TODAY) as made:
        made.add_documents([manuscript])
        made.set_reviewer("Ann Lee")
        made.audit()
        yield made


def vague(workspace):
    return [item for item in workspace.findings() if item.finding.name == "vague-attribution"]


def test_opening_reads_no_manuscript_and_auditing_reads_each_once(tmp_path, manuscript):
    with Workspace.throwaway([manuscript], today=TODAY) as workspace:
        assert workspace.documents()[0].state is DocumentState.WAITING
        assert workspace.findings() == ()
        assert workspace.audit() == Changes(documents=True, findings=True)
        assert workspace.documents()[0].state is DocumentState.AUDITED
        assert workspace.audit() == Changes()


def test_a_throwaway_workspace_writes_nothing(tmp_path, manuscript):
    with Workspace.throwaway([manuscript], today=TODAY) as workspace:
        workspace.audit()
        workspace.set_reviewer("Ann")
        workspace.judge([vague(workspace)[0].finding.key], Decision.ACCEPTED)
    assert [path.name for path in tmp_path.iterdir()] == ["festivals.md"]


def test_a_decision_is_kept_with_who_when_why_and_what_was_seen(workspace):
    finding = vague(workspace)[0].finding
    assert workspace.judge([finding.key], Decision.QUERY, "who?") == Changes(verdicts=True, finding_keys=(finding.key,))
    (verdict,) = workspace.verdicts(finding.key)
    assert (verdict.reviewer, verdict.note, verdict.decision) == ("Ann Lee", "who?", Decision.QUERY)
    assert (verdict.seen, verdict.quote) == (finding.evidence_digest, finding.quote)
    assert (verdict.sentence, verdict.code) == (finding.sentence, "SRC202")
    assert verdict.at.tzinfo is not None
    with Workspace.open(workspace.path, today=TODAY) as again:
        again.audit()
        assert again.finding(finding.key).verdict == verdict
        assert again.reviewer == "Ann Lee"


def test_nobody_decides_without_a_name(tmp_path, manuscript):
    with Workspace.throwaway([manuscript], today=TODAY) as workspace:
        workspace.audit()
        with pytest.raises(SettingsError, match="name"):
            workspace.judge([vague(workspace)[0].finding.key], Decision.ACCEPTED)
        assert workspace.verdicts() == ()


def test_a_verdict_survives_edits_elsewhere(workspace, manuscript):
    key = vague(workspace)[0].finding.key
    workspace.judge([key], Decision.ACCEPTED)
    manuscript.write_text(
        "# A new first line\n\nAnd a new paragraph.\n\n" + TEXT.format(where="Osaka and Tokyo"), "utf-8"
    )
    assert workspace.documents()[0].state is DocumentState.CHANGED
    workspace.audit()
    assert workspace.finding(key).standing is Standing.DECIDED
    assert workspace.documents()[0].revised


def test_a_verdict_on_an_edited_sentence_is_carried_and_can_be_confirmed_or_taken_back(workspace, manuscript):
    key = vague(workspace)[0].finding.key
    workspace.judge([key], Decision.ACCEPTED, "seen")
    manuscript.write_text(
        TEXT.format(where="Busan").replace("identity confusion", "cultural identity confusion"), "utf-8"
    )
    workspace.audit()
    carried = vague(workspace)[0]
    assert (carried.standing, carried.verdict.note) == (Standing.CARRIED, "seen")
    workspace.judge([carried.finding.key], Decision.ACCEPTED)
    assert vague(workspace)[0].standing is Standing.DECIDED
    workspace.undo()
    assert vague(workspace)[0].standing is Standing.CARRIED
    workspace.judge([carried.finding.key], Decision.WITHDRAWN)
    assert vague(workspace)[0].standing is Standing.OPEN
    workspace.undo()
    assert vague(workspace)[0].standing is Standing.CARRIED


def test_what_was_mended_is_told_as_gone(workspace, manuscript):
    finding = vague(workspace)[0].finding
    workspace.judge([finding.key], Decision.FIX)
    manuscript.write_text(TEXT.format(where="Busan").replace("critics note", "Park (2012) notes"), "utf-8")
    workspace.audit()
    assert [verdict.quote for verdict in workspace.gone()] == [finding.quote]


def test_undo_and_redo_add_rows_and_never_remove_one(workspace):
    key = vague(workspace)[0].finding.key
    assert not workspace.can_undo
    workspace.judge([key], Decision.ACCEPTED)
    workspace.judge([key], Decision.REJECTED)
    assert workspace.undo().verdicts
    assert workspace.finding(key).verdict.decision is Decision.ACCEPTED
    workspace.undo()
    assert workspace.finding(key).standing is Standing.OPEN
    assert not workspace.can_undo
    assert workspace.undo() == Changes()
    workspace.redo()
    workspace.redo()
    assert workspace.finding(key).verdict.decision is Decision.REJECTED
    assert not workspace.can_redo
    assert workspace.redo() == Changes()
    decisions = [verdict.decision for verdict in workspace.verdicts()]
    assert decisions == [
        Decision.ACCEPTED,
        Decision.REJECTED,
        Decision.WITHDRAWN,
        Decision.WITHDRAWN,
        Decision.ACCEPTED,
        Decision.REJECTED,
    ]


def test_undo_of_a_withdrawal_decides_again(workspace):
    key = vague(workspace)[0].finding.key
    workspace.judge([key], Decision.ACCEPTED, "why")
    workspace.judge([key], Decision.WITHDRAWN)
    workspace.undo()
    assert workspace.finding(key).verdict.note == "why"


def test_a_new_decision_ends_redo(workspace):
    key = vague(workspace)[0].finding.key
    workspace.judge([key], Decision.ACCEPTED)
    workspace.undo()
    workspace.judge([key], Decision.FIX)
    assert not workspace.can_redo


def test_withdrawing_what_was_never_decided_changes_nothing(workspace):
    assert workspace.judge([vague(workspace)[0].finding.key], Decision.WITHDRAWN) == Changes()
    assert workspace.verdicts() == ()


def test_many_are_decided_in_one_step_of_undo(workspace):
    keys = [item.finding.key for item in workspace.alike(vague(workspace)[0].finding.key)]
    assert len(keys) == 2
    workspace.judge([*keys, keys[0]], Decision.REJECTED)
    assert [item.standing for item in vague(workspace)] == [Standing.DECIDED] * 2
    workspace.undo()
    assert [item.standing for item in vague(workspace)] == [Standing.OPEN] * 2


def test_one_unknown_key_among_many_decides_nothing(workspace):
    with pytest.raises(KjauditError, match="No finding"):
        workspace.judge([vague(workspace)[0].finding.key, "feedbeef"], Decision.ACCEPTED)
    assert workspace.verdicts() == ()


def test_the_beginning_of_a_key_is_enough_where_it_is_the_only_one(workspace):
    key = vague(workspace)[0].finding.key
    assert workspace.finding(key[:10]).finding.key == key
    with pytest.raises(KjauditError, match="No finding"):
        workspace.finding("")


def test_a_deliberately_uncited_entry_stays_so_when_the_list_is_renumbered(workspace, manuscript):
    assert workspace.mark_uncited("d1", "e1", deliberate=True, note="further reading").findings
    assert workspace.audit_of("d1").case.deliberately_uncited == {"e1"}
    longer = TEXT.format(where="Busan").replace("Kim, S.", "Ito, K. (2001). *Tourism*. Tokyo: Sansei.\n\nKim,  S.")
    manuscript.write_text(longer, "utf-8")
    workspace.audit()
    assert workspace.audit_of("d1").case.deliberately_uncited == {"e2"}
    assert not [
        item for item in workspace.findings() if item.finding.name == "uncited-entry" and item.finding.entry == "e2"
    ]
    workspace.mark_uncited("d1", "e2", deliberate=False)
    assert workspace.audit_of("d1").case.deliberately_uncited == frozenset()
    workspace.undo()
    assert workspace.audit_of("d1").case.deliberately_uncited == {"e2"}


def test_marking_an_unknown_entry_is_said_so(workspace):
    for document, entry in (("d9", "e1"), ("d1", "e99")):
        with pytest.raises(KjauditError, match="no "):
            workspace.mark_uncited(document, entry, deliberate=True)


def test_ignored_rules_do_not_run_until_they_are_wanted_again(workspace):
    assert workspace.set_ignored(["src202"]) == Changes(settings=True, findings=True)
    assert vague(workspace) == []
    with Workspace.open(workspace.path, today=TODAY) as again:
        again.audit()
        assert vague(again) == []
    workspace.set_ignored([])
    assert len(vague(workspace)) == 2
    with pytest.raises(SettingsError, match="ABC999"):
        workspace.set_ignored(["ABC999"])


def test_an_address_must_look_like_one(workspace):
    workspace.set_mailto("ann@example.org")
    assert workspace.settings.mailto == "ann@example.org"
    with pytest.raises(SettingsError, match="e-mail"):
        workspace.set_mailto("ann at example")


def test_one_unreadable_document_is_told_and_the_others_are_audited(workspace, tmp_path):
    workspace.add_documents([tmp_path / "missing.md", tmp_path / "festivals.md"])
    workspace.audit()
    states = [document.state for document in workspace.documents()]
    assert states == [DocumentState.AUDITED, DocumentState.FAILED]
    assert len(workspace.project_audit().skipped) == 1
    (tmp_path / "missing.md").write_text("Now it is here.", "utf-8")
    workspace.audit()
    assert workspace.project_audit().skipped == ()


def test_a_removed_document_brings_its_decisions_back_when_added_again(workspace, manuscript):
    key = vague(workspace)[0].finding.key
    workspace.judge([key], Decision.ACCEPTED)
    workspace.remove_document("d1")
    assert workspace.findings() == ()
    workspace.add_documents([manuscript])
    workspace.audit()
    assert workspace.finding(key).standing is Standing.DECIDED
    with pytest.raises(StoreError):
        workspace.remove_document("d9")


def test_a_project_moves_together_with_its_manuscripts(workspace, tmp_path):
    workspace.close()
    moved = tmp_path.parent / f"{tmp_path.name}-moved"
    tmp_path.rename(moved)
    with Workspace.open(moved / "p.kjaudit", today=TODAY) as again:
        again.audit()
        assert again.documents()[0].state is DocumentState.AUDITED
    moved.rename(tmp_path)


class Stops:
    """Cancels at the first step after `steps`."""

    def __init__(self, steps):
        self.steps = steps

    def step(self, done, total, label):
        if done >= self.steps:
            raise Cancelled


def test_what_was_audited_before_a_cancel_stays(workspace, tmp_path):
    for name in "abc":
        (tmp_path / f"{name}.md").write_text(TEXT.format(where=name), "utf-8")
    workspace.add_documents([tmp_path / f"{name}.md" for name in "abc"])
    with pytest.raises(Cancelled):
        workspace.audit(Stops(2))
    assert [document.state for document in workspace.documents()][:3] == [DocumentState.AUDITED] * 3
    assert workspace.documents()[3].state is DocumentState.WAITING
    assert {item.finding.document for item in vague(workspace)} == {"d1", "d2", "d3"}


def test_a_throwaway_workspace_becomes_a_project_with_all_that_was_decided(tmp_path, manuscript):
    workspace = Workspace.throwaway([manuscript], clock=Clock(), today=TODAY)
    workspace.audit()
    workspace.set_reviewer("Ann")
    key = vague(workspace)[0].finding.key
    workspace.judge([key], Decision.ACCEPTED, "one")
    workspace.judge([key], Decision.REJECTED, "two")
    before = workspace.verdicts()
    workspace.save_as(tmp_path / "new.kjaudit")
    workspace.undo()
    workspace.close()
    with Workspace.open(tmp_path / "new.kjaudit", today=TODAY) as again:
        again.audit()
        assert again.verdicts()[:2] == before
        assert again.finding(key).verdict.note == "one"
        with pytest.raises(StoreError, match="there already"):
            again.save_as(tmp_path / "new.kjaudit")
        again.save_as(tmp_path / "copy.kjaudit")
        assert again.path == tmp_path / "copy.kjaudit"
        assert again.finding(key).verdict.note == "one"


def test_deciding_from_several_threads_loses_nothing(workspace):
    key = vague(workspace)[0].finding.key
    threads = [
        threading.Thread(target=lambda: [workspace.judge([key], Decision.UNSURE) for _ in range(5)]) for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with Workspace.open(workspace.path, today=TODAY) as again:
        assert len(again.verdicts()) == 20
    assert workspace.verdicts() == again.verdicts()


def test_a_throwaway_audit_loads_neither_sql_nor_network_nor_templates(manuscript):
    code = (
        "import sys; from pathlib import Path; from kjaudit.workspace import Workspace\n"
        f"w = Workspace.throwaway([Path({str(manuscript)!r})]); w.audit(); w.findings()\n"
        "print(sorted({'sqlalchemy', 'alembic', 'requests', 'jinja2', 'tantivy', 'keyring'} & sys.modules.keys()))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
