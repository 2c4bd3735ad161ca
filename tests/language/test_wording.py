"""What rules say is put into the reviewer's language; what nobody translated stays as it is."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kjaudit.language.wording import catalogue, in_language, sentence
from kjaudit.model import joined, say

KOREAN = {"Keep one": "하나만 남기세요", "{sentence}.": "{sentence}.", "{first}, {rest}": "{first}·{rest}"}


def test_a_constant_is_translated_by_itself():
    assert in_language("Keep one", KOREAN) == "하나만 남기세요"


def test_a_sentence_is_translated_by_its_template():
    words = {"The list has no number {number}": "참고문헌 목록에 {number}번 항목이 없습니다"}
    assert in_language(say("The list has no number {number}", number=7), words) == "참고문헌 목록에 7번 항목이 없습니다"


def test_what_was_said_inside_a_sentence_is_translated_and_what_was_quoted_is_not():
    words = {**KOREAN, "it differs: {what}": "다름: {what}", "title": "제목"}
    assert in_language(say("it differs: {what}", what=joined([say("title"), "title"])), words) == "다름: 제목·title"


def test_a_format_may_differ_between_languages():
    said = say("{printed!r} is {share:.1f} %", printed="Kim", share=12.34)
    assert in_language(said, {said.template: "“{printed}” {share:.0f} %"}) == "“Kim” 12 %"


@given(st.text())
def test_what_nobody_translated_stays_as_it_is(text):
    assert in_language(text, {}) == text
    assert in_language(say("{quote} stands here", quote=text), {}) == f"{text} stands here"


def test_english_needs_no_catalogue():
    assert not catalogue("en")


def test_a_sentence_ends_as_its_language_ends_sentences():
    japanese = catalogue("ja")
    assert sentence("Keep one", lambda text: japanese.get(text, text)).endswith("ください。")
    assert sentence("Why?", lambda text: text) == "Why?"
    assert sentence("", lambda text: text) == ""
    assert sentence("Keep one", lambda text: text) == "Keep one."
