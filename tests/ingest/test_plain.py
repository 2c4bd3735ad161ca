"""Plain text: paragraphs however they are told apart, every encoding it may be in."""

from __future__ import annotations

from pathlib import Path

import pytest

from kjaudit.ingest import plain, read
from kjaudit.ingest.fold import fold
from kjaudit.model import BlockKind, Document


def opened(text: str) -> Document:
    return plain.document(fold(text), Path("a.txt"), ())


def words(document: Document) -> list[str]:
    return [block.span.of(document.text) for block in document.blocks]


def wrapped(text: str, width: int) -> str:
    lines, line = [], ""
    for word in text.split():
        if line and len(line) + 1 + len(word) > width:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}".strip()
    return "\n".join([*lines, line])


def test_blank_lines_part_paragraphs():
    assert words(opened("one\n\n\n  two  \n \nthree\n")) == ["one", "two", "three"]


def test_without_blank_lines_every_line_is_a_paragraph():
    assert words(opened("A first paragraph.\nA second paragraph.\nA third.")) == [
        "A first paragraph.",
        "A second paragraph.",
        "A third.",
    ]


@pytest.mark.parametrize("width", [60, 72, 88])
def test_wrapped_paragraphs_are_put_together(width):
    sentence = "The relationship between the two countries has long posed a challenge to those who study it closely. "
    paragraphs = [(sentence * 4).strip(), (sentence * 2).strip(), (sentence * 3).strip()]
    assert words(opened("\n\n".join(wrapped(text, width) for text in paragraphs))) == paragraphs


def test_wrapped_entries_that_hang_or_are_numbered_stay_apart():
    entry = (
        "Kim, S. and Kingston, J. Legacies of colonialism and historical disputes. East Asian Politics Review 12, 2014."
    )
    hanging = wrapped(entry, 56).replace("\n", "\n    ")
    body = wrapped("words that fill many lines of text and more " * 20, 60)
    assert words(opened(f"{body}\n\n{hanging}\n{hanging}\n{hanging}\n"))[1:] == [entry] * 3
    numbered = "\n".join(wrapped(f"[{number}] {entry}", 60) for number in (1, 2, 3))
    assert words(opened(f"{body}\n\n{numbered}\n"))[1:] == [f"[{number}] {entry}" for number in (1, 2, 3)]


def test_korean_and_japanese_lines_that_only_the_margin_ended_are_put_together():
    korean = "조선 후기의 향촌 사회는 여러 방향으로 크게 변하였고 이에 대해서는 서로 다른 견해가 있어 왔다. " * 6
    assert words(opened(wrapped(korean, 40))) == [korean.strip()]
    japanese = "近代の新聞は読者を作り出し、その読者は都市の庶民であったという指摘がある。" * 8
    assert words(opened("\n".join(japanese[at : at + 38] for at in range(0, len(japanese), 38)))) == [japanese]


def test_a_line_of_dashes_is_a_rule():
    assert [block.kind for block in opened("a\n\n---\n\nb\n\n_____\n\n* * *\n").blocks] == [
        BlockKind.PARAGRAPH,
        BlockKind.RULE,
        BlockKind.PARAGRAPH,
        BlockKind.RULE,
        BlockKind.RULE,
    ]


def test_a_text_that_shows_markdown_is_read_as_such_and_one_asterisk_is_none():
    assert plain.read(b"# T\n\n*em* a<sup>1</sup>\n", Path("a.txt")).text == "T\n\nem a¹"
    assert plain.read(b"2 * 3 = 6 and *p < 0.05\n\n# 1 of us\n", Path("a.txt")).text.startswith("2 * 3 = 6 and *p")


def test_line_ends_in_markdown_like_text_are_meant():
    document = plain.read(b"## A\n\n- a title  \n  its author\n\nBy\nKim and\nLee\n\n**b**\n", Path("a.txt"))
    assert words(document) == ["A", "a title\nits author", "By\nKim and\nLee", "b"]


KOREAN = "한국의 신문은 독자를 만들었다. 이에 대해서는 여러 견해가 있다.\n" * 20
JAPANESE = "近代の新聞は読者を作り出した。小新聞の読者は都市の庶民であった。カタカナも。\n" * 20
CHINESE = "近代的报纸创造了读者，这是一个大家都知道的问题。他们的读者是城市里的人。\n" * 20
FRENCH = "Le café d’à côté fut créé en été, après que l’élève eut été reçu à l’école « normale ».\n" * 20
RUSSIAN = "Отношения между двумя странами давно представляют собой трудность для теории.\n" * 20


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (KOREAN, "utf-8"), (KOREAN, "utf-8-sig"), (KOREAN, "utf-16"), (KOREAN, "utf-16-le"), (KOREAN, "utf-16-be"),
        (KOREAN, "cp949"), (KOREAN, "euc-kr"), (JAPANESE, "cp932"), (JAPANESE, "euc_jp"), (JAPANESE, "utf-8"),
        (CHINESE, "gb18030"), (FRENCH, "cp1252"), (FRENCH, "utf-16"), (RUSSIAN, "cp1251"), ("plain ascii\n", "ascii"),
    ],
)  # fmt: skip
def test_a_text_is_read_in_its_encoding(tmp_path, text, encoding):
    path = tmp_path / "a.txt"
    path.write_bytes(text.encode(encoding))
    assert read(path).text.split("\n")[0] == text.split("\n")[0]


def test_a_few_broken_bytes_are_told_and_do_not_stop_the_reading(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes((KOREAN * 5).encode() + b"\xed\x95")
    document = read(path)
    assert document.text.endswith("\ufffd")
    assert any("not UTF-8" in problem for problem in document.problems)


def test_control_characters_are_left_out_and_told():
    document = opened("a\x07b\x0cc\r\nd\u2028e\x85f\u200bg")
    assert document.text == "ab\n\nc\n\nd\n\ne\n\nfg"
    assert document.problems == ("1 control character that no text should hold left out",)
