"""A document as sentences, and what reading it costs."""

from __future__ import annotations

import time

import pytest

from kjaudit.language.reading import language_of, reading


def seconds(document, text):
    started = time.process_time()
    reading(document(text))
    return time.process_time() - started


@pytest.mark.parametrize(
    "piece",
    ["a ", "the report of the ", "Critics of the plan in the town ", "Kim ", "다고 ", "전문가 ", "と",
     "専門家は", "1", "(",
     "“", "「", ". ", "A. ", "said ", "12,345 ", "\u0000", "\u202eאב "],
)  # fmt: skip
def test_the_cost_of_an_odd_line_grows_with_its_length_only(document, piece):
    short = max(seconds(document, piece * (3_000 // len(piece))), 0.002)
    assert seconds(document, piece * (12_000 // len(piece))) / short < 20


def test_the_language_of_a_sentence_is_that_of_its_script():
    assert [language_of(text) for text in ("It rains.", "비가 온다.", "雨が降る。", "日本史")] == [
        "en",
        "ko",
        "ja",
        "ja",
    ]
    assert language_of("Il pleut.", "fr") == "fr"


def test_quotations_and_marks_are_blanked_and_places_stay(document):
    text = "He said, “It rains.”¹ See https://example.org now."
    sentence = reading(document(text)).sentences[0]
    assert len(sentence.plain) == len(sentence.raw)
    assert "rains" not in sentence.plain
    assert "¹" not in sentence.plain


def test_one_document_is_read_once(document):
    one = document("It rains. It pours.")
    assert reading(one) is reading(one)
