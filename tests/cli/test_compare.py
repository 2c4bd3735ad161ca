"""`kjaudit compare`."""

from __future__ import annotations

import json

import pytest

from kjaudit.cli.main import main


def pair(a: str, b: str) -> str:
    return json.dumps({"a": a, "b": b}, ensure_ascii=False)


def test_each_pair_gives_a_line_in_order(tmp_path, capsys):
    path = tmp_path / "pairs.jsonl"
    one = "Balaban RS, Nemoto S, Finkel T (2005) Mitochondria, oxidants, and aging. Cell 120: 483-495."
    two = "Balaban, R. S., Nemoto, S., & Finkel, T. (2005). Mitochondria, oxidants and aging. Cell, 120, 483–495."
    other = "Baker, B. (1991). Care for older people. Health Review, 3, 1-20."
    path.write_text(f"{pair(one, two)}\n\n{pair(one, other)}\n", "utf-8")
    assert main(["compare", str(path), "--format", "jsonl"]) == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [line["same"] for line in lines] == [True, False]
    assert lines[0]["distance"] < 0.1 < lines[1]["distance"]
    assert {"name", "value", "weight", "detail"} <= set(lines[1]["penalties"][0])


@pytest.mark.parametrize("line", ["{", "[]", '{"a": 1, "b": "x"}', '{"a": "x"}', "[" * 100_000])
def test_a_line_that_is_no_pair_is_named(tmp_path, capsys, line):
    path = tmp_path / "pairs.jsonl"
    path.write_text(f"{pair('a', 'b')}\n{line}\n", "utf-8")
    assert main(["compare", str(path)]) == 2
    printed = capsys.readouterr()
    assert "line 2 is not" in printed.err
    assert printed.out == ""


def test_a_missing_file_is_one_sentence(tmp_path, capsys):
    assert main(["compare", str(tmp_path / "none.jsonl")]) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_nothing_in_nothing_out(tmp_path, capsys):
    path = tmp_path / "empty.jsonl"
    path.write_text("\n\n", "utf-8")
    assert main(["compare", str(path)]) == 0
    assert capsys.readouterr().out == ""
