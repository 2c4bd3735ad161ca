"""What is kept comes back, from a file as from memory."""

from __future__ import annotations

import dataclasses
import threading
from dataclasses import replace

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from kjaudit import store
from kjaudit.model import Decision, Lookup, Outcome, StoreError
from kjaudit.store.connection import engine_for
from kjaudit.store.plain import from_plain, to_plain

from . import builders


@pytest.fixture(params=["file", "memory"])
def kept(request, tmp_path):
    """Return a project, in a file and in memory."""
    project = store.create_project(tmp_path / "a.kjaudit") if request.param == "file" else store.MemoryStore()
    yield project
    project.close()


def test_a_setting_is_replaced(kept):
    kept.put_setting("reviewer", "Ann")
    kept.put_setting("reviewer", "이순신")
    assert kept.settings() == {"reviewer": "이순신"}


def test_documents_keep_their_order_and_never_share_an_id(kept):
    ids = [kept.add_document(path).id for path in ("b.txt", "a.txt", "c.txt")]
    kept.remove_document("d2")
    assert ids == ["d1", "d2", "d3"]
    assert [document.path for document in kept.documents()] == ["b.txt", "c.txt"]
    assert kept.add_document("d.txt").id == "d4"


def test_a_document_added_again_is_the_same_one(kept):
    first = kept.add_document("a.txt")
    kept.remove_document(first.id)
    assert kept.add_document("a.txt").id == first.id
    assert [document.id for document in kept.documents()] == ["d1"]


def test_what_was_read_of_a_document_comes_back(kept):
    document = replace(
        kept.add_document("a.txt"), title="T", media_type="text/plain", digest="ab", text="글", audited_at=builders.AT
    )
    kept.update_document(document)
    assert kept.documents() == (document,)


def test_an_unknown_document_is_said_so(kept):
    for act in (kept.remove_document, lambda name: kept.update_document(store.StoredDocument(id=name, path="x"))):
        with pytest.raises(StoreError, match="no document"):
            act("d7")


def test_verdicts_come_back_in_the_order_they_were_given(kept):
    kept.add_document("a.txt")
    given = [builders.verdict(), builders.verdict(decision=Decision.WITHDRAWN), builders.verdict("f2")]
    kept.add_verdicts(given[:2])
    kept.add_verdicts(given[2:])
    assert kept.verdicts() == tuple(given)


def test_every_field_of_a_verdict_is_kept(kept):
    kept.add_document("a.txt")
    verdict = builders.verdict()
    assert all(getattr(verdict, field.name) for field in dataclasses.fields(verdict)), "the sample must fill each field"
    kept.add_verdicts([verdict])
    assert kept.verdicts() == (verdict,)


def test_every_field_of_a_lookup_is_kept(kept):
    kept.add_document("a.txt")
    lookup = builders.lookup()
    for value in (lookup, lookup.record):
        assert all(getattr(value, field.name) for field in dataclasses.fields(value)), "the sample must fill each field"
    kept.put_lookups("d1", [("identity", lookup)])
    assert kept.lookups("d1") == (("identity", lookup),)


def test_a_newer_lookup_replaces_the_older_of_its_entry_and_registry(kept):
    kept.add_document("a.txt")
    older = replace(builders.lookup(), outcome=Outcome.UNAVAILABLE, record=None)
    kept.put_lookups("d1", [("one", older), ("two", older)])
    kept.put_lookups("d1", [("one", builders.lookup())])
    assert [(entry, found.outcome) for entry, found in kept.lookups("d1")] == [
        ("one", Outcome.FOUND),
        ("two", Outcome.UNAVAILABLE),
    ]


def test_two_lookups_of_one_registry_about_one_entry_do_not_replace_each_other(kept):
    kept.add_document("a.txt")
    both = (builders.lookup(), replace(builders.lookup(), key="e1:crossref:search"))
    kept.put_lookups("d1", [("one", lookup) for lookup in both])
    assert {lookup for _, lookup in kept.lookups("d1")} == set(both)


def test_answers_are_kept_replaced_and_forgotten(kept):
    kept.put(builders.answer())
    kept.put(builders.answer(body="newer"))
    kept.put(builders.answer("https://a.example/"))
    assert [found.body for found in kept.answers()] == ['{"a": 1}', "newer"]
    assert kept.get("https://a.example/") == builders.answer("https://a.example/")
    assert kept.get("https://never.example/") is None
    assert kept.forget_answers() == 2
    assert kept.answers() == ()


def test_the_trail_keeps_every_line(kept):
    kept.sent(builders.sent())
    kept.sent(builders.sent())
    assert kept.trail() == (builders.sent(), builders.sent())


def test_a_naive_time_is_taken_as_utc_and_all_times_sort(tmp_path):
    with_file = store.create_project(tmp_path / "a.kjaudit")
    with_file.sent(replace(builders.sent(), at=builders.AT.replace(tzinfo=None)))
    assert with_file.trail() == (builders.sent(),)
    with_file.close()


@pytest.mark.parametrize("table", ["verdict", "sent"])
@pytest.mark.parametrize("statement", ["UPDATE {} SET at = 'x'", "DELETE FROM {}"])
def test_the_file_itself_refuses_to_change_or_delete_what_was_decided_or_sent(tmp_path, table, statement):
    path = tmp_path / "a.kjaudit"
    project = store.create_project(path)
    project.add_document("a.txt")
    project.add_verdicts([builders.verdict()])
    project.sent(builders.sent())
    project.close()
    engine = engine_for(path)
    with engine.connect() as connection, pytest.raises(IntegrityError, match="never changed or deleted"):
        connection.execute(text(statement.format(table)))
    engine.dispose()


def test_verdicts_of_one_action_are_kept_all_or_none(tmp_path):
    project = store.create_project(tmp_path / "a.kjaudit")
    project.add_document("a.txt")
    with pytest.raises(StoreError):
        project.add_verdicts([builders.verdict(), builders.verdict(document="d9")])
    assert project.verdicts() == ()
    project.close()


def test_four_threads_lose_nothing(tmp_path):
    project = store.create_project(tmp_path / "a.kjaudit")
    project.add_document("a.txt")

    def decide(name):
        for number in range(10):
            project.add_verdicts([builders.verdict(f"{name}-{number}")])

    threads = [threading.Thread(target=decide, args=(name,)) for name in "abcd"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len({verdict.finding for verdict in project.verdicts()}) == 40
    project.close()


def test_a_field_of_a_newer_program_is_left_out():
    plain = to_plain(builders.lookup())
    assert from_plain(Lookup, {**plain, "brand_new": 1}) == builders.lookup()
