"""Works made up for training: the same ones each time, of every language and kind."""

from __future__ import annotations

from kjaudit.references.training.invented import invented, vocabularies


def test_the_same_seed_gives_the_same_works_and_another_gives_others():
    assert list(invented(40, 5)) == list(invented(40, 5))
    assert list(invented(40, 5)) != list(invented(40, 6))


def test_every_language_and_kind_is_there_and_no_slot_stays_open():
    works = list(invented(200, 1))
    assert {work.tongue for work in works} == set(vocabularies())
    assert {work.kind for work in works} == {"article", "chapter", "book"}
    assert not any("{" in f"{work.title}{work.container}" for work in works)


def test_every_vocabulary_has_the_lists_that_its_titles_name():
    needed = {"noun", "of", "title", "subtitle", "person", "given", "family", "journal", "publisher", "place", "series"}
    assert all(
        needed <= set(lists) and all(all(entries) for entries in lists.values()) for lists in vocabularies().values()
    )
