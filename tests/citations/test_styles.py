"""Whole manuscripts in the styles of many countries: every citation is found and led to its work."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kjaudit import citations, pipeline, references

MANUSCRIPTS = Path(__file__).parent / "manuscripts"

WANTED = json.loads((MANUSCRIPTS / "wanted.json").read_text("utf-8"))
"""Of each manuscript every citation in reading order: number of the note (0: the running text), kind, entries."""


@pytest.mark.parametrize("name", WANTED)
def test_every_citation_is_found_and_linked(name):
    document = pipeline.read(MANUSCRIPTS / f"{name}.md")
    resolved = citations.resolve(document, references.entries(document))
    numbers = {note.key: note.number for note in document.notes}
    rows = []
    for citation in resolved.citations:
        keys = [link.reference for link in resolved.links if link.citation == citation.key]
        rows.append([numbers.get(citation.note, 0), citation.kind.value, keys])
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
