"""The date a document gives itself resolves its words of time."""

from __future__ import annotations

import pytest

from kjaudit import pipeline
from kjaudit.settings import Settings

DATED = [
    "Ferry cuts\n\nBy Mara Quill\n\n14 November 2022\n\nThe last boat left yesterday.\n",
    "Ferry cuts\n\nSEOUL, March 5, 2024 — The last boat left yesterday.\n",
    "폐교가 책방으로\n\n(서울=연합) 2023년 5월 22일 — 어제 책방이 문을 열었다.\n",
    "廃線の駅舎\n\n【川辺新聞 2021年7月8日】昨日、図書室が開いた。\n",
]


def times(tmp_path, text):
    path = tmp_path / "text.txt"
    path.write_text(text, "utf-8")
    audit = pipeline.audit(pipeline.read(path), Settings())
    return [finding.quote for finding in audit.findings if finding.code in ("TIM501", "TIM502")]


@pytest.mark.parametrize("text", DATED)
def test_a_dated_document_is_believed(tmp_path, text):
    assert times(tmp_path, text) == []


def test_a_date_inside_a_sentence_is_not_the_date_of_the_document(tmp_path):
    text = "The ferry\n\nThe pier opened on 14 November 2022. The last boat left yesterday. It rained all day long.\n"
    assert times(tmp_path, text) == ["yesterday"]
