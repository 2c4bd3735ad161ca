"""Markdown: the words, without their marks; notes, raised digits, keys and front matter."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kjaudit.ingest import markdown, read
from kjaudit.ingest.fold import fold
from kjaudit.model import BlockKind, Document, FieldCodeOrigin


def opened(text: str, *, lenient: bool = False) -> Document:
    return markdown.document(fold(text), Path("a.md"), "text/markdown", (), lenient=lenient)


def words(document: Document) -> list[str]:
    return [block.span.of(document.text) for block in document.blocks]


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("*one* **two** ***three*** _four_", "one two three four"),
        ("**「제목」**은 *『책』*의", "「제목」은 『책』의"),
        ("snake_case_name and 2 * 3 * 4", "snake_case_name and 2 * 3 * 4"),
        ("_____. 2014. Title", "_____. 2014. Title"),
        ("an *unclosed mark", "an *unclosed mark"),
        ("a \\*b\\* \\$10", "a *b* $10"),
        ("`code *x*` and ``a ` b``", "code *x* and a ` b"),
        ("[text](http://a.b 'title') and [t][ref]\n\n[ref]: http://c.d", "text and t"),
        ("[1] and [2, 3] and [a](b)", "[1] and [2, 3] and a"),
        ("<https://doi.org/10.1/x> <a@b.org>", "https://doi.org/10.1/x a@b.org"),
        ("a<br>b <span class='x'>c</span> 1 < 2", "a\nb c 1 < 2"),
        ("x <!-- hidden --> y", "x  y"),
        ("AT&amp;T &lt;3 &notreal; &", "AT&T <3 &notreal; &"),
        ("~~gone~~ x~y", "gone x~y"),
        ("hard  \nbreak and\\\nmore", "hard\nbreak and\nmore"),
    ],
)
def test_marks_are_not_printed(written, printed):
    assert opened(written).text == printed


def test_raised_digits_are_superscripts():
    document = opened("leprae ^2^, <sup>3,4</sup> and 1^st^ 2^10")
    assert document.text == "leprae ², ³,⁴ and 1st 2^10"
    assert [span.of(document.text) for span in document.raised] == ["²", "³,⁴", "st"]


def test_blocks_are_what_their_marks_say():
    document = opened(
        "Title\n=====\n\n## Two ##\n\ntext\nmore\n\n> said\n> more\n\n- item\n  goes on\n\n  second\n  "
        "1. deep\n- next\n\n"
        "12) twelfth\n\n***\n\n```py\nx = 1\n```\n\n| a | b |\n|---|:-:|\n| *c* | d\\|e |\n\n    indented\n"
    )
    assert [(block.kind, block.level, block.label, block.span.of(document.text)) for block in document.blocks] == [
        (BlockKind.HEADING, 1, "", "Title"),
        (BlockKind.HEADING, 2, "", "Two"),
        (BlockKind.PARAGRAPH, 0, "", "text\nmore"),
        (BlockKind.QUOTATION, 0, "", "said\nmore"),
        (BlockKind.LIST_ITEM, 1, "•", "item\ngoes on"),
        (BlockKind.LIST_ITEM, 1, "", "second"),
        (BlockKind.LIST_ITEM, 2, "1", "deep"),
        (BlockKind.LIST_ITEM, 1, "•", "next"),
        (BlockKind.LIST_ITEM, 1, "12", "twelfth"),
        (BlockKind.RULE, 0, "", "***"),
        (BlockKind.CODE, 0, "", "x = 1"),
        (BlockKind.TABLE, 0, "", "a\tb\nc\td|e"),
        (BlockKind.CODE, 0, "", "indented"),
    ]


def test_wrapped_lines_are_one_and_meant_line_ends_stay():
    wrapped = "\n".join(["many words that fill the line up to where it had to end because it was full"] * 9)
    assert "\n" not in opened(wrapped).text
    assert opened("Kim 2014.\nLee 2015.").text == "Kim 2014.\nLee 2015."


def test_notes_stand_after_the_text_in_the_order_of_their_marks():
    document = opened(
        "A[^b] c[^a] d^[An *inline* [one].] e[^b].\n\n[^a]: Second.\n\n    Goes on.\n\n[^b]: "
        "First\nlazily.\n\n[^c]: Uncalled.\n\nEnd.\n"
    )
    assert words(document) == [
        "A¹ c² d³ e¹.",
        "End.",
        "First\nlazily.",
        "Second.",
        "Goes on.",
        "An inline [one].",
        "Uncalled.",
    ]
    assert [(note.number, note.span.of(document.text)) for note in document.notes] == [
        (1, "First\nlazily."),
        (2, "Second.\n\nGoes on."),
        (3, "An inline [one]."),
        (4, "Uncalled."),
    ]
    anchors = [note.anchor and note.anchor.start for note in document.notes]
    assert anchors == [1, 4, 7, None]


def test_notes_named_by_numbers_keep_them():
    document = opened("A[^3] b[^5] c[^7].\n\n[^3]: Three.\n[^5]: Five.\n")
    assert document.text.startswith("A³ b⁵ c⁷.")
    assert [note.number for note in document.notes] == [3, 5]


def test_a_name_in_brackets_without_note_is_printed():
    assert opened("as [^sic] said").text == "as [^sic] said"


def test_a_note_may_call_a_note():
    document = opened("A[^1].\n\n[^1]: See[^2].\n\n[^2]: There.\n")
    assert [note.span.of(document.text) for note in document.notes] == ["See².", "There."]
    assert document.notes[1].anchor is not None
    assert document.notes[1].anchor.start == document.notes[0].span.start + 3


def test_citation_keys_are_kept_as_printed_with_their_works():
    document = opened("As [see @kim2014, p. 3; -@lee:15] and @park_2016 [p. 9] say; a@b.org and me@home do not.")
    assert document.text == "As [see @kim2014, p. 3; -@lee:15] and @park_2016 [p. 9] say; a@b.org and me@home do not."
    first, second = document.field_codes
    assert {code.origin for code in document.field_codes} == {FieldCodeOrigin.PANDOC}
    assert first.span.of(document.text) == "[see @kim2014, p. 3; -@lee:15]"
    assert [json.loads(item) for item in first.items] == [{"id": "kim2014"}, {"id": "lee:15"}]
    assert second.span.of(document.text) == "@park_2016 [p. 9]"
    assert [json.loads(item) for item in second.items] == [{"id": "park_2016"}]


@pytest.mark.parametrize(
    "matter",
    [
        "---\ntitle: 'The Wave'\nauthor: [Kim Su-jin, Lee Hana]\ndate: 2023-08-07\nlang: en\n---\n",
        '---\ntitle: The Wave\nauthor:\n- name: Kim Su-jin\n  affiliation: x\n- Lee Hana\ndate: "2023-08-07"\n...\n',
    ],
)
def test_front_matter_is_printed_as_title_and_byline(matter):
    document = opened(matter + "\nText.\n")
    assert document.title == "The Wave"
    assert [(block.kind, block.span.of(document.text)) for block in document.blocks] == [
        (BlockKind.TITLE, "The Wave"),
        (BlockKind.BYLINE, "Kim Su-jin"),
        (BlockKind.BYLINE, "Lee Hana"),
        (BlockKind.BYLINE, "2023-08-07"),
        (BlockKind.PARAGRAPH, "Text."),
    ]


def test_percent_lines_are_front_matter_and_a_rule_is_none():
    assert words(opened("% The Wave\n% Kim Su-jin\n% 2023\n\nText.")) == ["The Wave", "Kim Su-jin", "2023", "Text."]
    assert words(opened("---\n\nText: more.\n\n---\n")) == ["---", "Text: more.", "---"]


def test_hidden_blocks_are_not_printed():
    assert words(opened("<!-- a\n\nb -->\n\nText.\n\n<script>\nvar x\n</script>\n\n::: {.box}\nIn.\n:::\n")) == [
        "Text.",
        "In.",
    ]
    assert words(opened("<!-- never closed\n\nText.")) == ["<!-- never closed", "Text."]


def test_deep_lists_and_quotations_are_read():
    assert "deep" in opened("> " * 300 + "deep").text
    assert "deep" in opened("- " * 300 + "deep").text


def test_a_file_is_read_as_markdown_by_its_name(tmp_path):
    path = tmp_path / "a.MD"
    path.write_text("# T\n\n*text*\n", "utf-8")
    assert (read(path).media_type, read(path).text) == ("text/markdown", "T\n\ntext")
