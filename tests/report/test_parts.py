"""Differences, places, evidence cards and the matrix."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kjaudit.model import Document, Field, Outcome, ProjectAudit, SourceRun, SourceUnit, Span
from kjaudit.report.differences import Mark, Piece, differ, folded, marked, pieces
from kjaudit.report.evidence_card import cards
from kjaudit.report.matrix import RowKind, matrix
from kjaudit.report.places import Place, Places, PlaceUnit

from . import builders

SHORT = st.text(max_size=60)


@given(SHORT, SHORT)
def test_the_pieces_of_a_difference_make_what_is_cited(cited, record):
    found = pieces(cited, record)
    assert "".join(piece.text for piece in found if piece.mark is not Mark.RECORD) == cited
    assert found or not (cited or record).strip()


def test_a_changed_word_is_marked():
    found = pieces("Moisiu, S.", "Moisio, S.")
    assert {piece.mark for piece in found} == set(Mark)
    assert found[-1] == Piece(mark=Mark.SAME, text=", S.")


def test_a_difference_on_one_line_is_read_back():
    assert [(piece.mark, piece.text) for piece in marked("Sami Moisi[-u-]{+o+}, Anssi")] == [
        (Mark.SAME, "Sami Moisi"),
        (Mark.CITED, "u"),
        (Mark.RECORD, "o"),
        (Mark.SAME, ", Anssi"),
    ]
    assert marked("plain - text + {x} [y]") == ()


@given(SHORT)
def test_any_text_is_read_for_marks_without_loss_of_its_words(text):
    assert (
        folded("".join(piece.text for piece in marked(f"[-a-]{text}"))).endswith(folded(text))
        or "[-" in text
        or "{+" in text
    )


def test_another_word_is_replaced_whole():
    assert [(piece.mark, piece.text) for piece in pieces("2013", "1998")] == [
        (Mark.CITED, "2013"),
        (Mark.RECORD, "1998"),
    ]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("A TITLE", "A title.", False),
        ("255–266", "255-266", False),
        ("２０１３", "2013", False),
        ("문화 정책", "문화정책", False),
        ("Paasi", "Passi", True),
        ("18", "19", True),
    ],
)
def test_case_width_dashes_marks_and_spaces_are_no_difference(one, other, expected):
    assert differ(one, other) is expected
    assert folded(folded(one)) == folded(one)


def test_a_place_is_a_page_where_there_are_pages_a_paragraph_where_those_count_else_a_line():
    text = "one\ntwo\nthree"
    document = Document(id="d", digest="", title="", text=text)
    assert Places(document).place(Span(4, 7)) == Place(unit=PlaceUnit.LINE, number=2)
    for unit, place in (
        (SourceUnit.PAGE, Place(unit=PlaceUnit.PAGE, number=7)),
        (SourceUnit.PARAGRAPH, Place(unit=PlaceUnit.PARAGRAPH, number=8)),
    ):
        run = SourceRun(span=Span(4, 13), unit=unit, start=7, end=8)
        assert Places(replace(document, source=(run,))).place(Span(8, 9)) == place


@given(SHORT, st.integers(0, 60), st.integers(0, 60))
def test_a_passage_can_be_shown_of_any_span(text, start, length):
    span = Span(min(start, len(text)), min(start + length, len(text)))
    passage = Places(Document(id="d", digest="", title="", text=text)).passage(span)
    assert passage.quote == " ".join(span.of(text).split())


def test_a_passage_does_not_leave_its_block():
    document = builders.document()
    passage = Places(document).passage(builders.span_of(document.text, "Critics note"))
    assert passage.before == "The share rose to 31 % in 2019. "
    assert passage.after == " “a wave of change” again.¹"


def test_a_passage_that_is_cut_begins_and_ends_with_a_whole_word():
    text = "incomprehensible " * 30 + "HERE " + "unmistakable " * 30
    passage = Places(Document(id="d", digest="", title="", text=text)).passage(builders.span_of(text, "HERE"))
    assert set(passage.before.split()) == {"…", "incomprehensible"}
    assert set(passage.after.split()) == {"…", "unmistakable"}
    wide = Places(Document(id="d", digest="", title="", text="漢" * 300)).passage(Span(150, 151))
    assert (len(wide.before), len(wide.after)) == (92, 92)


def test_an_evidence_card_says_what_agrees_and_what_differs():
    found = cards(builders.case())
    rows = {row.field: row for row in found["e1"].answers[0].fields}
    assert {name for name, row in rows.items() if row.differs} == {"author", "issued"}
    assert not rows["title"].differs
    assert found["e1"].looked_up
    assert not found["e2"].looked_up
    assert found["e2"].answers[0].outcome is Outcome.UNAVAILABLE


def test_a_field_that_one_side_lacks_is_no_difference():
    rows = {row.field: row for row in cards(builders.case())["e1"].answers[0].fields}
    assert "issue" not in rows
    assert not rows["DOI"].differs


def test_the_matrix_sets_documents_side_by_side():
    found = matrix(builders.dossier().audit)
    assert found.documents == ("d1", "d2")
    assert [row.kind for row in found.rows] == [RowKind.FINDING, RowKind.QUANTITY, RowKind.WORK]
    finding, quantity, work = found.rows
    assert [cell.document for cell in finding.cells] == ["d1", "d2"]
    assert [(cell.document, cell.value) for cell in quantity.cells] == [("d1", "31"), ("d2", "32")]
    assert (quantity.agree, work.agree) == (False, True)


def test_works_without_a_doi_or_a_long_title_are_not_taken_for_the_same():
    audits = builders.dossier().audit.audits
    short = []
    for audit in audits:
        references = tuple(replace(item, doi=None, title=Field(value="Notes")) for item in audit.case.references)
        short.append(replace(audit, case=replace(audit.case, references=references, claims=())))
    assert matrix(ProjectAudit(audits=tuple(short))).rows == ()


def test_one_document_has_no_matrix():
    assert matrix(ProjectAudit(audits=builders.dossier().audit.audits[:1])).rows == ()
