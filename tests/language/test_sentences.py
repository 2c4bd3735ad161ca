"""Sentences of three languages."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kjaudit.language.sentences import sentence_around, sentences
from kjaudit.model import Span


def split(text):
    return [span.of(text) for span in sentences(text)]


@pytest.mark.parametrize(
    "parts",
    [
        ["Dr. Han et al. met at 3.5 p.m. in the U.S. embassy.", "Nobody spoke."],
        ["It grew.¹", "It shrank.<sup>2</sup>", "It ended [3]."],
        ["She said, “It is over. Nobody came.”", "Then she left."],
        ["“Is it over?” he asked.", "“No.”"],
        ["연구는 끝났다.", "그러나 질문은 남았다.", "왜 그런가?"],
        ["그는 “시간이 없다. 서둘러야 한다.”라고 말했다.", "모두 웃었다."],
        ["彼は「時間がない。急げ。」と述べた。", "皆が笑った。", "「終わりだ。」", "「そうだ。」"],
        ["He moved to the U.S.", "The firm stayed."],
        ["Sales (2.5 million) rose in Jan. 2020.", "Prices fell."],
    ],
)
def test_sentences_with_spaces_between(parts):
    joiner = "" if parts[0][0] == "彼" else " "
    assert split(joiner.join(parts)) == parts


def test_a_fused_full_stop_ends_a_sentence():
    assert split("The move was gradual.Co-productions came.") == ["The move was gradual.", "Co-productions came."]
    assert split("일이 끝났다.그러나 남았다.") == ["일이 끝났다.", "그러나 남았다."]


def test_an_address_is_not_a_fused_full_stop():
    assert len(split("See https://www.example.Com/path for more.")) == 1


def test_a_blank_line_ends_a_sentence():
    assert split("A heading\n\nA text goes on") == ["A heading", "A text goes on"]


def test_the_sentence_around_a_span_folds_white_space():
    text = "One is here. Two\nis  there. Three."
    assert sentence_around(text, Span(14, 15)) == "Two is there."


def test_looking_around_does_not_read_the_whole_text():
    text = "word " * 40_000
    assert len(sentence_around(text, Span(100_000, 100_004))) < 3000


@given(st.text(alphabet="Ab 다。.!?「」“”\"'\n1,と", max_size=80))
def test_sentences_cover_all_but_white_space_and_never_overlap(text):
    spans = sentences(text)
    assert "".join("".join(s.of(text).split()) for s in spans) == "".join(text.split())
    assert all(a.end <= b.start for a, b in pairwise(spans))


@given(st.text(max_size=60), st.integers(0, 60), st.integers(0, 10))
def test_sentence_around_never_raises(text, start, length):
    start = min(start, len(text))
    assert isinstance(sentence_around(text, Span(start, min(len(text), start + length))), str)


@pytest.mark.parametrize(
    "text",
    [
        "객주가 모여들었다.1) 그 가운데 절반이 떠났다.2)",
        "The lamps were lit.12 The lanes waited.",
        "The wait fell from 52 minutes to 19.We did not correct for the season.",
    ],
)
def test_a_note_mark_or_a_figure_ends_a_sentence_with_its_full_stop(text):
    assert len(sentences(text)) == 2


def test_a_numbered_heading_and_a_version_are_not_cut():
    assert len(sentences("3.Methods and data")) == 1
    assert len(sentences("See version 2.Beta notes for this.")) == 1
