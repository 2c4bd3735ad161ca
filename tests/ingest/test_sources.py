"""Every character of a text read from plain text or Markdown leads back to where it stands in the file."""

from __future__ import annotations

import html
import unicodedata
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from kjaudit.ingest import markdown, plain
from kjaudit.ingest.decode import decode
from kjaudit.ingest.fold import fold
from kjaudit.model import Document, Span
from kjaudit.structure import analyse

RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
WORDS = st.sampled_from(
    [
        "Kim",
        "café",
        "cafe\u0301",
        "한국",
        "\u1112\u1161\u11ab",
        "大江",
        "1965",
        "e\u0302\u0323",
        "\u212b",
        "(2014)",
        "x" * 30,
    ]
)
MARKUP = st.sampled_from(
    ["*em*", "**strong**", "_word_", "[link](http://a.b)", "<sup>1</sup>", "^2^", "[^1]", "&amp;", "\\*", "`code`",
     "<https://doi.org/10.1/x>", "[@kim2014, p. 3]", "^[an *inline* note]", "~~gone~~", "![alt](x.png)",
     "*", "_", "[", "]"]
)  # fmt: skip
BREAKS = st.sampled_from(
    [" ", " ", " ", "\n", "\r\n", "  \n", "\n\n", "\r\n\r\n", "\r", "\x00", "\u00ad", "\ufeff", "\t"]
)
STARTS = st.sampled_from(
    ["", "", "# ", "- ", "> ", "12. ", "    ", "[^1]: ", "| a | b |\n|---|---|\n| c | d |\n", "---\n"]
)


@st.composite
def texts(draw, words):
    parts = []
    for _ in range(draw(st.integers(1, 12))):
        parts.append(draw(STARTS))
        for _ in range(draw(st.integers(1, 6))):
            parts.append(draw(words))
            parts.append(draw(BREAKS))
    return "".join(parts)


def same(printed: str, written: str) -> bool:
    """Whether one printed character is what stands in the file, its markup aside; inline notes are numbered for it."""
    if written.startswith("^["):
        return printed.translate(RAISED).isdecimal()
    plain_form = unicodedata.normalize("NFC", html.unescape(written)).translate(RAISED)
    bare = "".join(part for part in plain_form if part not in "\r\x00\u00ad\ufeff")
    return (printed.isspace() and not bare.strip(" \t\n|\\")) or printed.translate(RAISED) in bare


def leads_back(document: Document, decoded: str) -> None:
    for block in document.blocks:
        for at in range(block.span.start, block.span.end):
            place = document.source_span(Span(at, at + 1))
            if place is None:
                assert document.text[at].isspace()
            else:
                assert same(document.text[at], decoded[slice(*place)]), (at, document.text[at], place)


@given(texts(st.one_of(WORDS, MARKUP)))
@settings(max_examples=60, deadline=None)
def test_every_character_of_markdown_leads_back_to_the_file(text):
    document = markdown.document(fold(text), Path("a.md"), "text/markdown", ())
    leads_back(document, text)
    leads_back(analyse(document), text)


@given(texts(st.one_of(WORDS, MARKUP)))
@settings(max_examples=40, deadline=None)
def test_every_character_of_a_plain_text_leads_back_to_the_file(text):
    leads_back(plain.document(fold(text), Path("a.txt"), ()), text)


@given(st.text(max_size=300))
@settings(max_examples=60, deadline=None)
def test_any_text_is_read_with_spans_that_fit(text):
    for document in (
        markdown.document(fold(text), Path("a.md"), "text/markdown", ()),
        plain.document(fold(text), Path("a.txt"), ()),
    ):
        analysed = analyse(document)
        assert unicodedata.is_normalized("NFC", analysed.text)
        assert "\r" not in analysed.text
        last = 0
        for block in analysed.blocks:
            assert last <= block.span.start < block.span.end <= len(analysed.text)
            assert block.span.of(analysed.text).strip() == block.span.of(analysed.text)
            last = block.span.end


@given(st.text(alphabet="aé한글\u0301\u1161\u11ab\r\n\x07\u00ad\u212b ", max_size=60))
@settings(max_examples=150, deadline=None)
def test_folding_keeps_the_place_of_every_piece(text):
    folded = fold(text)
    assert unicodedata.is_normalized("NFC", folded.text)
    at = 0
    for run in folded.runs:
        assert run.start == at
        at = run.end
        piece = text[run.source_start : run.source_end]
        if run.even:
            assert all(same(a, b) for a, b in zip(folded.text[run.start : run.end], piece, strict=True))
    assert at == len(folded.text)


def test_a_decomposed_korean_word_leads_back_to_its_jamo():
    decoded = unicodedata.normalize("NFD", "서울 **한글**\r\n")
    document = markdown.document(fold(decoded), Path("a.md"), "text/markdown", ())
    assert document.text == "서울 한글"
    start = document.text.index("글")
    place = document.source_span(Span(start, start + 1))
    assert place is not None
    assert unicodedata.normalize("NFC", decoded[slice(*place)]) == "글"


def test_a_raised_number_leads_to_the_digit_between_its_tags():
    decoded = "# A\n\nshown<sup>12</sup>.\n\n<sup>12</sup> A note.\n"
    document = plain.read(decoded.encode(), Path("a.txt"))
    mark = document.text.index("¹²")
    assert document.source_span(Span(mark, mark + 2)) == (15, 17)
    assert decode(decoded.encode(), "a.txt").text == decoded
