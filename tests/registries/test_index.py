from __future__ import annotations

import gzip
import json

import pytest

from kjaudit.cli.main import main
from kjaudit.model import Outcome, ReadError, RegistryError
from kjaudit.registries import index
from tests.recorded.server import works
from tests.registries.make import reference

RAW = "Bartolome C, Maside X. Fixation of transposable elements in the Drosophila melanogaster genome. Genet Res 2005"


@pytest.fixture
def crossref(tmp_path):
    path = tmp_path / "crossref.jsonl"
    path.write_text("".join(json.dumps(item) + "\n" for item in works().values()), "utf-8")
    return path


def build(paths, output):
    return index.build((record for path in paths for record in index.records(path)), output)


def test_what_is_indexed_is_found_and_what_is_not_is_not(crossref, tmp_path):
    built = build([crossref], tmp_path / "i")
    local = index.LocalIndex(tmp_path / "i")
    assert local.records == built.indexed > 15
    decided = local.look_up(RAW)
    assert decided.outcome is Outcome.FOUND
    assert decided.best is not None
    assert decided.best.record.doi == "10.1017/s0016672305007548"
    assert (
        local.look_up("Nobody N. A work that is in no index at all. J Things 2001;4:5-6.").outcome is Outcome.NOT_FOUND
    )


def test_a_chinese_title_is_found_without_spaces(crossref, tmp_path):
    build([crossref], tmp_path / "i")
    decided = index.LocalIndex(tmp_path / "i").look_up("李红辉. 模糊测试 技术研究. 中国科学: 信息科学, 2014, 44: 1305.")
    assert any(item.record.doi == "10.1360/n112014-00137" for item in decided.candidates)


@pytest.mark.parametrize("shape", ["lines", "gzip", "items", "message", "array", "pretty", "wrapped"])
def test_every_shape_of_json_is_read(shape, tmp_path):
    items = list(works().values())
    path = tmp_path / "works.json"
    whole = {
        "lines": "\n".join(json.dumps(item) for item in items),
        "gzip": "\n".join(json.dumps(item) for item in items),
        "items": json.dumps({"items": items}),
        "message": json.dumps({"status": "ok", "message": {"items": items}}),
        "array": json.dumps(items),
        "pretty": json.dumps({"items": items}, indent=2),
        "wrapped": "\n".join(json.dumps({"record": item}) for item in items),
    }[shape]
    path.write_bytes(gzip.compress(whole.encode()) if shape == "gzip" else whole.encode())
    assert len(list(index.records(path))) == len(items)


def test_an_object_longer_than_a_chunk_is_read(tmp_path):
    path = tmp_path / "long.json"
    items = [{"title": "x" * 700_000, "DOI": f"10.1000/{number}"} for number in range(5)]
    path.write_text(json.dumps({"items": items}), "utf-8")
    assert [record.doi for record in index.records(path)] == [f"10.1000/{number}" for number in range(5)]


def test_a_file_that_is_cut_off_leaves_the_older_index_in_place(crossref, tmp_path):
    build([crossref], tmp_path / "i")
    cut = tmp_path / "cut.jsonl"
    cut.write_text(crossref.read_text("utf-8")[:-400], "utf-8")
    with pytest.raises(ReadError, match=r"cut\.jsonl"):
        build([cut], tmp_path / "i")
    assert index.LocalIndex(tmp_path / "i").look_up(RAW).outcome is Outcome.FOUND
    assert sorted(path.name for path in tmp_path.iterdir()) == ["crossref.jsonl", "cut.jsonl", "i"]


def test_an_index_is_replaced_and_a_folder_of_something_else_is_not(crossref, tmp_path):
    build([crossref], tmp_path / "i")
    empty = tmp_path / "none.jsonl"
    empty.write_text("", "utf-8")
    assert build([empty], tmp_path / "i").indexed == 0
    assert index.LocalIndex(tmp_path / "i").look_up(RAW).outcome is Outcome.NOT_FOUND
    with pytest.raises(RegistryError, match="not an index"):
        build([crossref], tmp_path)


def test_a_folder_that_is_no_index_or_of_another_version_is_refused(crossref, tmp_path):
    with pytest.raises(RegistryError, match="index build"):
        index.LocalIndex(tmp_path)
    build([crossref], tmp_path / "i")
    mark = tmp_path / "i" / "kjaudit-index.json"
    mark.write_text(mark.read_text("utf-8").replace('"version": 1', '"version": 99'), "utf-8")
    with pytest.raises(RegistryError, match="build it again"):
        index.LocalIndex(tmp_path / "i")


def test_the_commands_print_a_line_for_a_line(crossref, tmp_path, capsys):
    strings = tmp_path / "strings.txt"
    strings.write_text(f"{RAW}\n\nNobody, N. 2001. Nothing.\n{RAW} doi:10.1360/n112014-00137\n", "utf-8")
    assert main(["index", "build", "--output", str(tmp_path / "i"), str(crossref)]) == 0
    capsys.readouterr()
    assert main(["lookup", str(strings), "--index", str(tmp_path / "i"), "--format", "jsonl"]) == 0
    found, missed, astray = map(json.loads, capsys.readouterr().out.splitlines())
    assert (found["text"], found["outcome"], found["record"]["DOI"]) == (RAW, "FOUND", "10.1017/s0016672305007548")
    assert {"title", "author", "year"} <= set(found["signals"])
    assert (missed["outcome"], missed.get("record")) == ("NOT_FOUND", None)
    assert astray["record"]["DOI"] == "10.1017/s0016672305007548"


def test_a_missing_file_is_one_sentence(tmp_path, capsys):
    assert main(["index", "build", "--output", str(tmp_path / "i"), str(tmp_path / "none.json")]) == 2
    assert main(["lookup", "-", "--index", str(tmp_path / "i")]) == 2
    assert not (tmp_path / "i").exists()
    assert len(capsys.readouterr().err.splitlines()) == 2


def test_bibtex_and_ris_are_indexed_like_records(tmp_path):
    (tmp_path / "a.bib").write_text(
        "@article{x, author={Kim, Sora}, title={The Politics of Memory in Seoul}, journal={East Asian Studies}, "
        "year={2010}, volume={12}, pages={1--20}}\n",
        "utf-8",
    )
    (tmp_path / "b.ris").write_text(
        "TY  - JOUR\nAU  - Park, Jiwon\nTI  - The politics of printing in Busan\nJO  - East Asian Studies\n"
        "PY  - 2011\nVL  - 13\nSP  - 31\nEP  - 48\nER  - \n",
        "utf-8",
    )
    build(index.files_of([tmp_path]), tmp_path / "i")
    local = index.LocalIndex(tmp_path / "i")
    for raw in (
        "Kim, S. 2010. The politics of memory in Seoul. East Asian Studies 12: 1-20.",
        "Park, J. 2011. The politics of printing in Busan. East Asian Studies 13: 31-48.",
    ):
        assert local.look_up(raw).outcome is Outcome.FOUND
    (tmp_path / "c.txt").write_text("no records at all", "utf-8")
    with pytest.raises(ReadError):
        build([tmp_path / "c.txt"], tmp_path / "i")


def test_an_entry_is_looked_up_as_in_a_registry_but_never_expected(crossref, tmp_path):
    build([crossref], tmp_path / "i")
    local = index.LocalIndex(tmp_path / "i")
    found = local.lookup_of(reference(RAW))
    assert (found.key, found.outcome, found.expected) == ("e1:index", Outcome.FOUND, False)
    assert found.record is not None
    missed = local.lookup_of(reference("Nobody, N. (2001). Nothing at all. Journal of Nothing 4, 5-6."))
    assert (missed.outcome, missed.record, missed.reason) == (Outcome.NOT_FOUND, None, "Not found in the local index")
    astray = local.lookup_of(
        reference("Nobody, N. (2001). A history of nothing. J Nothing 4, 5-6. doi:10.1007/s00421-009-1295-z")
    )
    assert (astray.outcome, astray.other_work) == (Outcome.NOT_FOUND, True)


@pytest.mark.parametrize(
    "content",
    [
        b"[" * 200_000,
        b'{"a":' * 100_000,
        b"\x1f\x8b\x08\x00broken",
        gzip.compress(b'{"DOI": "10.1000/x"}\n' * 9)[:-12],
        b"\xff\xfe{",
        b"{]",
    ],
    ids=["brackets", "braces", "no gzip", "cut gzip", "bytes", "no json"],
)
def test_what_is_not_a_file_of_records_is_told_in_a_sentence(content, tmp_path):
    path = tmp_path / "odd.json"
    path.write_bytes(content)
    with pytest.raises(ReadError, match=r"odd\.json"):
        build([path], tmp_path / "i")
    assert not (tmp_path / "i").exists()
