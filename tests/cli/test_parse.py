"""`kjaudit parse`."""

from __future__ import annotations

import json

from kjaudit.cli.main import main

JUNG = "Jung, S. (2018). K-Pop Abroad. Journal of Media Studies, 23(2), 45-61."
MORETTI = "Moretti, Franco. Reading. London: Verso, 2013."


def test_one_object_a_line_in_order_without_blank_lines(tmp_path, capsys):
    file = tmp_path / "references.txt"
    lines_in = (JUNG + "\r", "", "  ", MORETTI, "")
    file.write_text("\n".join(lines_in), "utf-8", newline="")
    assert main(["parse", str(file)]) == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [line["text"] for line in lines] == [JUNG, MORETTI]
    assert lines[0]["csl"]["issued"] == {"date-parts": [[2018]]}
    assert lines[0]["spans"]["title"] == [17, 29]
    assert set(lines[0]) == {"text", "csl", "spans", "confidence", "problems"}


def test_a_line_separator_inside_a_reference_is_no_new_line(tmp_path, capsys):
    file = tmp_path / "references.txt"
    file.write_text("Moretti, Franco.\u2028Reading.\x0c London: Verso, 2013.\n", "utf-8")
    main(["parse", str(file)])
    assert len(capsys.readouterr().out.split("\n")) == 2


def test_other_formats_are_written_whole(tmp_path, capsys):
    file = tmp_path / "references.txt"
    file.write_text("Moretti, Franco. Distant Reading. London: Verso, 2013.", "utf-8")
    for name, start in (("bibtex", "@book{"), ("ris", "TY  - BOOK"), ("csl", "[")):
        assert main(["parse", str(file), "--format", name]) == 0
        assert capsys.readouterr().out.lstrip().startswith(start)


def test_a_file_that_cannot_be_read_is_one_sentence_and_exit_code_two(tmp_path, capsys):
    file = tmp_path / "references.txt"
    file.write_bytes(b"\xff\xfe\x00")
    assert main(["parse", str(file)]) == 2
    assert main(["parse", str(tmp_path / "none.txt")]) == 2
    assert "is not UTF-8 text" in capsys.readouterr().err
