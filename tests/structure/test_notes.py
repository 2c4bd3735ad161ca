"""Notes printed as plain paragraphs are found with the marks that call them."""

from __future__ import annotations

import pytest

from kjaudit.model import BlockKind, NotePlace

from .reading import anchored, of_kind, structured

BODY = "The first claim stands here{}. The second follows it{}. The third is the last{}."
NOTES = ("Kim, Legacies, 12.", "Ibid., 15.", "Lee, Cultures (London: Verso, 2006), 1.")


@pytest.mark.parametrize(
    ("mark", "label", "heading"),
    [
        ("[{}]", "[{}] ", ""),
        ("[{}]", "[{}] ", "Notes"),
        ("{})", "{}) ", "각주"),
        ("(주 {})", "(주 {}) ", ""),
        ("(주{})", "주{}) ", "주석"),
        ("（注{}）", "（{}）", "注"),
        ("（註{}）", "註{} ", "註"),
        ("[{}]", "{}. ", "Endnotes"),
        ("(note {})", "{}. ", "Notes"),
    ],
)
def test_every_usual_form_of_mark_and_label_is_understood(mark, label, heading):
    body = BODY.format(*(mark.format(number) for number in (1, 2, 3)))
    notes = "\n\n".join(label.format(number) + words for number, words in enumerate(NOTES, 1))
    text = f"A Study of Claims\n\nIntroduction\n\n{body}\n\n{heading}\n\n{notes}\n"
    document = structured(text)
    assert [(number, words) for number, words, _ in anchored(document)] == list(enumerate(NOTES, 1))
    assert [before for _, _, before in anchored(document)] == ["s here", "ows it", "e last"]
    assert len(of_kind(document, BlockKind.NOTE)) == 3


def test_raised_marks_call_raised_labels_and_powers_are_no_marks():
    document = structured(
        "The Wave\n\nIntroduction\n\nIt covers 3 m² and 10³ km² of land in 2003.¹ It grew.² And so on.³\n\n"
        "¹ Kim, Legacies, 12.\n² Ibid.\n³ Lee, 3.\n"
    )
    assert [(number, before) for number, _, before in anchored(document)] == [
        (1, " 2003."),
        (2, " grew."),
        (3, "so on."),
    ]


def test_notes_at_the_foot_of_a_page_leave_the_sentence_they_split_apart():
    document = structured(
        "# Title\n\nThe claim is made here<sup>1</sup> and the sentence goes\n\n---\n\n<sup>1</sup> Kim, 12.\n\n"
        "on upon the next page<sup>2</sup>.\n\n---\n\n<sup>2</sup> Lee, 3.\n\nThe end of it.\n",
        as_markdown=True,
    )
    assert anchored(document) == [(1, "Kim, 12.", "e here"), (2, "Lee, 3.", "t page")]
    assert of_kind(document, BlockKind.PARAGRAPH) == [
        "The claim is made here¹ and the sentence goes",
        "on upon the next page².",
        "The end of it.",
    ]
    assert {note.place for note in document.notes} == {NotePlace.FOOT}


def test_notes_that_start_again_in_each_chapter_have_the_marks_of_their_chapter():
    chapter = "{0} begins here.[1] It goes on.[2]"
    document = structured(
        f"A History in Two Chapters\n\nChapter 1. Beginnings\n\n{chapter.format('Alpha')}\n\nChapter 2. Endings\n\n"
        f"{chapter.format('Omega')}\n\nNotes\n\nChapter 1\n\n[1] Kim, 12.\n\n[2] Ibid.\n\nChapter "
        f"2\n\n[1] Lee, 1.\n\n[2] Kim, 2.\n"
    )
    assert [(note.key, note.number) for note in document.notes] == [("n1", 1), ("n2", 2), ("n3", 1), ("n4", 2)]
    assert [before for _, _, before in anchored(document)] == [" here.", "es on.", " here.", "es on."]
    starts = [note.anchor.start for note in document.notes if note.anchor]
    assert starts == sorted(set(starts))


def test_notes_at_the_end_of_each_chapter_have_the_marks_before_them():
    document = structured(
        "A History\n\nChapter 1. Beginnings\n\nAlpha begins here.[1] It goes on and on for a "
        "while.[2]\n\n[1] Kim, 12.\n\n[2] Ibid.\n\n"
        "Chapter 2. Endings\n\nOmega begins here.[1] It goes on and on for a while.[2]\n\n[1] Lee, 1.\n\n[2] Kim, 2.\n"
    )
    for note in document.notes:
        assert note.anchor is not None
        assert note.anchor.start < note.span.start
    assert [
        document.text[note.anchor.start - 40 : note.anchor.start].count("Omega")
        for note in document.notes
        if note.anchor
    ][2] == 1


def test_a_note_without_mark_and_a_mark_without_note_are_tolerated():
    document = structured("The Title\n\nOne.[1] Two.[3] Three.[4]\n\n[1] Kim, 12.\n\n[2] Lee, 3.\n\n[3] Park, 4.\n")
    assert [(note.number, note.anchor is not None) for note in document.notes] == [(1, True), (2, False), (3, True)]


def test_a_note_may_have_several_paragraphs():
    document = structured(
        "The Title\n\nOne.[1] Two.[2]\n\nNotes\n\n[1] Kim, 12.\n\nThis one has more to say.\n\n[2] Lee, 3.\n"
    )
    assert anchored(document)[0][1] == "Kim, 12.\n\nThis one has more to say."


def test_a_numbered_reference_list_is_no_list_of_notes():
    document = structured(
        "On Something\n\nIntroduction\n\nShown before [1, 2] and again [1]; see [3].\n\nReferences\n\n"
        "[1] Kim S. Something. J Things. 2014;12(3):89-104.\n[2] Lee J. More. J Things. 2015;1:1-10.\n"
        "[3] Park Y. Less. J Things. 2016;2:3-4.\n"
    )
    assert document.notes == ()
    assert len(of_kind(document, BlockKind.ENTRY)) == 3


def test_a_numbered_list_without_heading_is_told_from_notes_by_how_it_is_cited():
    document = structured(
        "On Something\n\nIntroduction\n\nShown before [1, 2] and again [1]; see [3]. Many others said it.\n\n"
        "[1] Kim S. Something. J Things. 2014;12(3):89-104.\n\n[2] Lee J. More. J Things. 2015;1:1-10.\n\n"
        "[3] World Health Organization. Report on things. Geneva: WHO; 2010.\n"
    )
    assert document.notes == ()
    assert len(of_kind(document, BlockKind.ENTRY)) == 3


def test_notes_after_the_reference_list_are_apart_from_it():
    document = structured(
        "On Something\n\nIntroduction\n\nShown before.[1] And again.[2]\n\nReferences\n\nKim, S. 2014. "
        "Legacies. Seoul: Press.\n\n"
        "Lee, H. 2006. Cultures. London: Verso.\n\n[1] But see Kim 2014, 12.\n\n[2] Ibid.\n"
    )
    assert len(of_kind(document, BlockKind.ENTRY)) == 2
    assert len(document.notes) == 2


def test_steps_of_a_list_in_the_text_are_no_notes():
    document = structured(
        "How to Do It\n\nDo this:\n\n1) Open the file.\n\n2) Read it.\n\n3) Close it.\n\nThat is all there is.\n"
    )
    assert document.notes == ()


def test_notes_that_the_format_knows_are_kept_as_they_are():
    document = structured("A[^1] b [1].\n\n[^1]: Note.\n\n[1] No note.\n", as_markdown=True)
    assert [note.span.of(document.text) for note in document.notes] == ["Note."]


def test_affiliations_with_raised_numbers_are_no_notes_and_their_marks_call_none():
    document = structured(
        "The Title of It\n\nJane Doe¹, Kim Su-jin²\n\n¹ University of Somewhere\n\n² Faculty of Letters, Seoul\n\n"
        "Abstract\n\nIt was shown.¹ It was denied.²\n\n¹ Kim, Legacies, 12.\n\n² Ibid.\n"
    )
    assert anchored(document) == [(1, "Kim, Legacies, 12.", "shown."), (2, "Ibid.", "enied.")]
    assert len(of_kind(document, BlockKind.BYLINE)) == 3


def test_notes_numbered_twice_are_two_notes_and_the_second_takes_the_second_mark():
    document = structured(
        "The Title\n\nOne.[1] Two.[2] Three.[2] Four.[3]\n\n"
        "[1] Kim, 12.\n\n[2] Lee, 3.\n\n[2] Lee, 4.\n\n[3] Park, 5.\n"
    )
    assert [(note.number, note.anchor is not None) for note in document.notes] == [
        (1, True),
        (2, True),
        (2, True),
        (3, True),
    ]
    assert len({note.anchor for note in document.notes}) == 4
    again = structured("A[^1] b[^2].\n\n[^1]: Kim.\n[^1]: Lee.\n[^2]: Park.\n", as_markdown=True)
    assert [(number, words) for number, words, _ in anchored(again)] == [(1, "Kim."), (2, "Park."), (1, "Lee.")]
