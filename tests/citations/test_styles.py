"""Whole manuscripts in the styles of many countries: every citation is found and led to its work."""

from __future__ import annotations

from pathlib import Path

import pytest

from kjaudit import citations, pipeline, references

MANUSCRIPTS = Path(__file__).parent / "manuscripts"

WANTED = {
    "american_law_notes_with_a_list": [
        (1, "full", ["e4"]),
        (3, "full", ["e2"]),
        (3, "short", ["e4"]),
        (5, "full", ["e3"]),
        (6, "ibid", ["e3"]),
        (6, "full", ["e1"]),
        (8, "short", ["e2"]),
        (9, "short", ["e3"]),
        (9, "short", ["e1"]),
    ],
    "korean_law_notes_with_a_list": [
        (1, "full", ["e1"]),
        (1, "full", ["e4"]),
        (3, "full", ["e2"]),
        (4, "opcit", ["e1"]),
        (4, "opcit", ["e4"]),
        (5, "full", ["e3"]),
        (6, "full", ["e5"]),
        (8, "opcit", ["e2"]),
        (9, "ibid", ["e2"]),
        (10, "opcit", ["e3"]),
    ],
    "japanese_law_notes_with_a_list": [
        (1, "full", ["e2"]),
        (2, "full", ["e3"]),
        (2, "full", ["e1"]),
        (3, "supra", ["e3"]),
        (4, "full", ["e4"]),
        (5, "ibid", ["e4"]),
        (5, "opcit", ["e1"]),
        (7, "supra", ["e2"]),
        (7, "supra", ["e4"]),
    ],
    "history_notes_with_archives": [
        (1, "full", ["e1"]),
        (2, "full", ["e2"]),
        (3, "short", ["e3"]),
        (4, "full", [None]),
        (4, "short", ["e2"]),
        (6, "full", ["e4"]),
        (7, "full", ["e5"]),
        (8, "short", ["e5"]),
        (9, "short", ["e1"]),
        (9, "short", ["e2"]),
        (10, "short", ["e3"]),
        (10, "short", ["e4"]),
        (11, "full", [None]),
    ],
    "french_notes_in_the_same_sense": [
        (1, "full", ["e4"]),
        (2, "full", ["e2"]),
        (2, "full", ["e3"]),
        (4, "opcit", ["e4"]),
        (4, "opcit", ["e3"]),
        (5, "ibid", ["e3"]),
        (5, "short", ["e2"]),
        (6, "full", ["e5"]),
        (7, "opcit", ["e5"]),
        (8, "full", ["e1"]),
    ],
    "harvard_author_year": [
        (0, "intext", ["e4", "e3"]),
        (0, "intext", ["e6"]),
        (0, "intext", ["e8"]),
        (0, "intext", ["e7", "e2"]),
        (0, "intext", ["e1", "e9"]),
        (0, "intext", [None, "e4"]),
        (0, "intext", ["e10"]),
        (0, "intext", [None]),
        (0, "intext", ["e11"]),
    ],
    "japanese_sociology": [
        (0, "intext", ["e1", "e2"]),
        (0, "intext", ["e1"]),
        (0, "intext", ["e5"]),
        (0, "intext", ["e3"]),
        (0, "intext", ["e6"]),
        (0, "intext", [None]),
        (0, "intext", ["e4"]),
    ],
    "spanish_notes_with_a_list": [
        (1, "full", ["e1"]),
        (2, "full", ["e3"]),
        (3, "ibid", ["e3"]),
        (4, "opcit", ["e1"]),
        (5, "full", ["e2"]),
        (5, "opcit", ["e3"]),
        (6, "full", ["e4"]),
        (7, "ibid", ["e4"]),
        (8, "opcit", ["e2"]),
    ],
    "german_law_notes": [
        (1, "full", ["e1"]),
        (2, "full", ["e2"]),
        (2, "full", ["e3"]),
        (3, "supra", ["e1"]),
        (4, "ibid", ["e1"]),
        (5, "supra", ["e2"]),
        (6, "supra", ["e3"]),
        (6, "opcit", ["e1"]),
        (8, "supra", ["e3"]),
        (9, "full", ["e4"]),
        (9, "ibid", ["e4"]),
    ],
    "french_notes": [
        (1, "full", ["e1"]),
        (2, "full", ["e2"]),
        (3, "opcit", ["e1"]),
        (4, "ibid", ["e1"]),
        (5, "opcit", ["e2"]),
        (5, "opcit", ["e1"]),
        (6, "supra", ["e2"]),
    ],
    "english_law_notes": [
        (1, "full", ["e1"]),
        (3, "supra", ["e1"]),
        (4, "ibid", ["e1"]),
        (5, "full", ["e2"]),
        (6, "supra", ["e2"]),
        (6, "supra", ["e1"]),
    ],
    "korean_notes": [
        (1, "full", ["e1"]),
        (2, "full", ["e2"]),
        (3, "opcit", ["e1"]),
        (4, "opcit", ["e2"]),
        (5, "supra", ["e1"]),
        (6, "ibid", ["e1"]),
        (7, "supra", ["e1"]),
        (8, "ibid", ["e1"]),
        (8, "opcit", ["e2"]),
        (9, "full", ["e3"]),
        (9, "full", ["e4"]),
        (10, "ibid", ["e4"]),
    ],
    "japanese_notes": [
        (1, "full", ["e1"]),
        (2, "full", ["e2"]),
        (3, "supra", ["e1"]),
        (4, "ibid", ["e1"]),
        (5, "opcit", ["e2"]),
        (6, "supra", ["e2"]),
        (7, "short", ["e1"]),
        (7, "short", ["e2"]),
    ],
    "english_endnotes": [
        (1, "full", ["e1"]),
        (2, "short", ["e1"]),
        (3, "full", ["e2"]),
        (4, "short", ["e2"]),
        (5, "opcit", ["e2"]),
    ],
    "japanese_author_year": [
        (0, "intext", ["e4", "e2"]),
        (0, "intext", ["e4"]),
        (0, "intext", ["e3"]),
        (0, "intext", ["e5"]),
    ],
    "english_notes_with_a_list": [
        (1, "full", ["e1"]),
        (2, "full", ["e3"]),
        (3, "short", ["e2"]),
        (3, "short", ["e1"]),
        (4, "full", ["e4"]),
        (5, "ibid", ["e4"]),
        (5, "short", ["e3"]),
        (6, "short", ["e5"]),
        (7, "short", ["e1"]),
    ],
    "french_notes_with_a_list": [
        (1, "full", ["e1"]),
        (2, "full", ["e2"]),
        (2, "full", ["e3"]),
        (3, "opcit", ["e1"]),
        (4, "ibid", ["e1"]),
        (5, "opcit", ["e4"]),
        (5, "opcit", ["e2"]),
        (6, "ibid", ["e2"]),
        (7, "supra", ["e3"]),
    ],
    "german_notes_with_a_list": [
        (1, "full", ["e1"]),
        (2, "short", ["e2"]),
        (2, "short", ["e3"]),
        (3, "full", ["e5"]),
        (4, "supra", ["e1"]),
        (5, "ibid", ["e1"]),
        (6, "opcit", ["e5"]),
        (7, "supra", ["e3"]),
        (8, "full", ["e4"]),
        (8, "short", ["e2"]),
        (11, "ibid", [None]),
        (12, "full_again", ["e5"]),
    ],
    "italian_notes": [
        (1, "full", ["e1"]),
        (2, "ibid", ["e1"]),
        (3, "full", ["e2"]),
        (3, "short", ["e1"]),
        (4, "ibid", ["e1"]),
        (5, "opcit", ["e2"]),
        (6, "supra", ["e1"]),
    ],
    "japanese_law_notes": [
        (1, "full", ["e1"]),
        (2, "ibid", ["e1"]),
        (3, "full", ["e2"]),
        (4, "short", ["e1"]),
        (5, "opcit", ["e2"]),
        (6, "opcit", ["e1"]),
        (6, "supra", ["e2"]),
        (7, "full", ["e3"]),
        (8, "supra", ["e3"]),
        (8, "full", ["e4"]),
    ],
    "korean_law_notes": [
        (1, "full", ["e1"]),
        (1, "full", ["e2"]),
        (2, "ibid", ["e2"]),
        (3, "opcit", ["e1"]),
        (4, "ibid", ["e1"]),
        (5, "full", ["e3"]),
        (6, "opcit", ["e3"]),
        (7, "supra", ["e2"]),
        (9, "ibid", ["e3"]),
        (9, "opcit", ["e2"]),
        (10, "full", ["e4"]),
        (11, "opcit", ["e4"]),
    ],
    "numbers_in_brackets": [
        (0, "intext", ["e1", "e3", "e4", "e5"]),
        (0, "intext", ["e2", "e6"]),
        (0, "intext", ["e3"]),
        (0, "intext", ["e1", "e2", "e3", "e4"]),
        (0, "intext", ["e7", "e8"]),
        (0, "intext", ["e9", "e10", "e11", None]),
        (0, "intext", ["e12"]),
    ],
    "portuguese_notes": [
        (1, "full", ["e1"]),
        (2, "ibid", ["e1"]),
        (3, "full", ["e2"]),
        (4, "opcit", ["e1"]),
        (5, "ibid", ["e1"]),
        (6, "opcit", ["e2"]),
        (6, "short", ["e1"]),
    ],
    "spanish_author_year": [
        (0, "intext", ["e9"]),
        (0, "intext", ["e5", "e8"]),
        (0, "intext", ["e1"]),
        (0, "intext", ["e10"]),
        (0, "intext", ["e9", "e6"]),
        (0, "ibid", ["e6"]),
        (0, "intext", ["e2"]),
        (0, "intext", ["e7"]),
        (0, "intext", ["e7"]),
        (0, "intext", ["e3"]),
        (0, "intext", ["e4"]),
    ],
    "brackets_that_are_no_citations": [
        (0, "intext", ["e1"]),
        (0, "intext", ["e2"]),
        (0, "intext", ["e3"]),
        (0, "intext", [None]),
        (0, "intext", [None]),
        (0, "intext", [None]),
        (0, "intext", ["e1"]),
        (0, "intext", [None]),
        (0, "intext", [None]),
        (0, "intext", ["e1"]),
        (0, "intext", ["e1"]),
        (0, "intext", [None]),
        (0, "intext", ["e1", "e2"]),
        (0, "intext", ["e3"]),
        (0, "intext", ["e1"]),
        (0, "intext", ["e1"]),
        (0, "intext", ["e1"]),
        (0, "intext", ["e1"]),
        (0, "intext", ["e2"]),
        (0, "intext", ["e2"]),
        (0, "intext", ["e2", None]),
        (0, "intext", ["e2"]),
        (0, "intext", ["e2"]),
        (0, "intext", ["e2"]),
        (0, "intext", ["e2"]),
        (0, "intext", ["e2"]),
        (0, "intext", ["e2"]),
        (0, "intext", ["e2"]),
    ],
    "japanese_notes_across_scripts": [
        (1, "full", ["e1"]),
        (2, "short", ["e3"]),
        (3, "short", ["e2"]),
        (4, "ibid", ["e2"]),
        (5, "full", ["e5"]),
        (6, "full", ["e4"]),
        (7, "opcit", ["e5"]),
    ],
    "korean_author_year": [
        (0, "intext", ["e3", "e5"]),
        (0, "intext", ["e9"]),
        (0, "intext", ["e4"]),
        (0, "intext", ["e14"]),
        (0, "intext", ["e8"]),
        (0, "intext", ["e11"]),
        (0, "intext", ["e10"]),
        (0, "intext", ["e12", "e13"]),
        (0, "intext", ["e6", "e7"]),
        (0, "intext", ["e3"]),
        (0, "ibid", ["e3"]),
        (0, "intext", ["e1"]),
        (0, "intext", ["e15", "e2"]),
    ],
}
"""Printed number of the note (0: the running text), kind, entries."""


@pytest.mark.parametrize("name", WANTED)
def test_every_citation_is_found_and_linked(name):
    document = pipeline.read(MANUSCRIPTS / f"{name}.md")
    resolved = citations.resolve(document, references.entries(document))
    numbers = {note.key: note.number for note in document.notes}
    rows = []
    for citation in resolved.citations:
        keys = [link.reference for link in resolved.links if link.citation == citation.key]
        rows.append((numbers.get(citation.note, 0), citation.kind.value, keys))
    assert rows == WANTED[name]


def test_every_manuscript_is_tried():
    assert {path.stem for path in MANUSCRIPTS.glob("*.md")} == set(WANTED)


def test_a_pointer_to_the_wrong_note_is_doubted():
    document = pipeline.read(MANUSCRIPTS / "german_law_notes.md")
    resolved = citations.resolve(document, references.entries(document))
    doubted = [link for link in resolved.links if link.certainty.value != "sure"]
    assert [link.reason for link in doubted] == ["note 1 does not cite Larenz"]


def test_the_first_full_mention_is_the_entry_of_a_document_without_a_list():
    document = pipeline.read(MANUSCRIPTS / "english_endnotes.md")
    resolved = citations.resolve(document, ())
    assert [(reference.key, reference.in_list, reference.note) for reference in resolved.references] == [
        ("e1", False, "n1"),
        ("e2", False, "n3"),
    ]
    assert all(reference.raw == reference.span.of(document.text) for reference in resolved.references)
