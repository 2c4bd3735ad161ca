"""Titles, headings and captions of texts whose format does not say them."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kjaudit.ingest import read
from kjaudit.model import BlockKind
from kjaudit.structure import analyse

from .reading import of_kind, structured

SHARED = Path(__file__).parents[2] / ".." / "shared"
LONG = (
    "This is a paragraph of running text that goes on for long enough to be nothing else, as paragraphs do in papers. "
)


def test_headings_of_plain_text_are_found_by_words_numbers_and_shape():
    document = structured(
        f"The Title of the Paper\n\nAbstract\n\n{LONG}\n\n1. The Question\n\n{LONG}\n\n2.1 A Part of It\n\n{LONG}\n\n"
        f"What Others Have Said\n\n{LONG}\n\nConclusion\n\n{LONG}\n"
    )
    assert document.title == "The Title of the Paper"
    assert of_kind(document, BlockKind.HEADING) == [
        "Abstract", "1. The Question", "2.1 A Part of It", "What Others Have Said", "Conclusion",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "line", ["So it was.", "Kim, S. 2014. Legacies. Seoul: Press.", "[1] Ibid.", "and then,", LONG]
)
def test_sentences_entries_and_notes_are_no_headings(line):
    document = structured(f"The Title of the Paper\n\n{LONG}\n\n{line}\n\n{LONG}\n\n{LONG}\n")
    assert line.strip() not in of_kind(document, BlockKind.HEADING)


@pytest.mark.parametrize(
    "line",
    [
        "Figure 1. A map of the region", "<표 2> 관광객 수", "図1　地域の地図", "Tabelle 3: Zahlen",
        "A street in Seoul (Image Credits: Flickr)", "People at the fair (Twitter feed screen capture)",
        "[사진=연합뉴스]",
    ],
)  # fmt: skip
def test_captions_are_known_by_number_or_credit(line):
    assert of_kind(structured(f"The Title\n\n{LONG}\n\n{line}\n\n{LONG}\n"), BlockKind.CAPTION) == [line]


def test_a_text_without_title_has_the_name_of_its_file():
    assert structured(f"{LONG}\n\n{LONG}\n").title == "a.txt"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("이 글은 한국의 신문에 관한 것이다. It has English, too.", "ko"),
        ("この文章は日本の新聞についてのものである。", "ja"),
        ("近代的报纸创造了读者，这是大家都知道的。", "zh"),
        ("This is the text of a paper and it is in English.", "en"),
        ("Dies ist der Text und er ist nicht auf Englisch.", "de"),
        ("Ceci est le texte et il n'est pas dans une autre langue.", "fr"),
        ("Este es el texto y no está en la otra lengua de los países.", "es"),
        ("Este é o texto e não está em uma outra língua dos países.", "pt"),
        ("Это текст статьи на русском языке.", "ru"),
        ("1234 5678", "und"),
        ("xyz", "und"),
    ],
)
def test_the_language_of_the_running_text_is_told(text, language):
    assert structured(text).language == language


@given(st.text(alphabet="aKim 가나王あ¹²[]()12.,:;—-_*#>\n\n\n주注References", max_size=400))
@settings(max_examples=80, deadline=None)
def test_odd_texts_never_raise(text):
    for as_markdown in (True, False):
        document = structured(text, as_markdown=as_markdown)
        assert all(document.text[note.span.start : note.span.end] for note in document.notes)


@pytest.mark.parametrize(
    "unit", ["[1] a\n\n", "Notes\n\n1. a\n\n", "References\n\nKim 2014.\n\n", "a²³\n\n", "By\n", "---\n\n"]
)
def test_the_cost_grows_with_the_text_and_not_faster(unit):
    def cost(count: int) -> float:
        began = time.process_time()
        structured(unit * count)
        return time.process_time() - began

    cost(50)
    # The best of three: other work on the machine only ever makes a run dearer.
    small, large = min(cost(300) for _ in range(3)), min(cost(1200) for _ in range(3))
    assert large < 4 * 3 * max(small, 0.008)


@pytest.mark.skipif(not SHARED.exists(), reason="the development data is not here")
def test_the_paper_among_the_samples_has_all_notes_and_its_list():
    document = analyse(read(next((SHARED / "seeds").glob("000_*.txt"))))
    assert [(note.number, note.anchor is not None) for note in document.notes] == [(at, True) for at in range(1, 10)]
    assert len(of_kind(document, BlockKind.ENTRY)) == 16
    assert document.problems == ()


def test_a_heading_under_a_section_heading_is_one_and_an_address_is_none():
    body = "Fish were raised and kept under standard laboratory conditions as described before, at 28 degrees. " * 2
    document = structured(
        f"A Paper on Fish\n\nMaterials and methods\n\nHusbandry and strains\n\n{body}\n\n"
        f"DOI: http://dx.doi.org/10.1234/abc\n\n{body}\n"
    )
    assert of_kind(document, BlockKind.HEADING) == ["Materials and methods", "Husbandry and strains"]
