"""Files as other programs write them, and broken ones."""

import gzip
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kjaudit.formats import Broken, Format, detect, read, read_all, read_text
from kjaudit.model import ReadError

BIBTEX = r"""
% a comment line
@comment{ignored, title={no}}
@string{nature = "Nature"}
@article{key1,
  author = "G{\"o}del, Kurt and {\'E}. Galois and {Association of Logicians}",
  title  = {{\"U}ber formal {unentscheidbare} S\"atze \& mehr},
  journal = nature # { Physics},
  year = 1931, month = mar, volume = 38, number = {1}, pages = {173--198},
  doi = {https://doi.org/10.1007/BF01700692}
}
@book(key2, title = {A ``Book''}, editor = {Fran{\c c}ois de la Tour and others},
  publisher = {X}, address={Paris}, year = {1999})
@phdthesis{key3, author={Kim, Seong-hun}, title={논문}, school={서울대학교}, date={2015-02-20}}
"""

RIS = """TY  - JOUR
AU  - Kang, Jeong-han
A1  - Kwon, E.
T1  - Inequality in Korea
JO  - KJS
VL  - 55
IS  - 1
SP  - 179
EP  - 199
PY  - 2021/02/28/
SN  - 1225-0120
ER  -

TY  - CHAP
AU  - 김철수
TI  - 장
A2  - Lee, B.
BT  - 책
CY  - 서울
Y1  - 1999
ER  -
"""


def test_bibtex_of_the_wild_is_read_with_accents_strings_and_both_brackets():
    first, second, third = read_text(BIBTEX)
    assert first["author"] == [
        {"family": "Gödel", "given": "Kurt"},
        {"family": "Galois", "given": "É."},
        {"literal": "Association of Logicians"},
    ]
    assert first["title"] == "Über formal unentscheidbare Sätze & mehr"
    assert first["container-title"] == "Nature Physics"
    assert first["issued"] == {"date-parts": [[1931, 3]]}
    assert (first["volume"], first["issue"], first["page"]) == ("38", "1", "173-198")
    assert first["DOI"] == "10.1007/BF01700692"
    assert second["editor"] == [{"family": "de la Tour", "given": "François"}]
    assert second["publisher-place"] == "Paris"
    assert third["type"] == "thesis"
    assert third["publisher"] == "서울대학교"
    assert third["issued"] == {"date-parts": [[2015, 2, 20]]}


def test_an_unclosed_bibtex_entry_is_data_and_the_next_one_is_read():
    found = list(read_text("@article{a, title = {open\n@book{b, title={Good}, year=2001}\n"))
    assert isinstance(found[0], Broken)
    assert found[0].reason == "the entry is not closed"
    assert found[1]["title"] == "Good"


def test_an_entry_without_fields_is_broken():
    assert [type(item) for item in read_text("@article{onlykey}\n")] == [Broken]


def test_ris_of_the_wild_is_read():
    first, second = read_text(RIS)
    assert first["author"] == [{"family": "Kang", "given": "Jeong-han"}, {"family": "Kwon", "given": "E."}]
    assert first["page"] == "179-199"
    assert first["issued"] == {"date-parts": [[2021, 2, 28]]}
    assert first["ISSN"] == "1225-0120"
    assert second["author"] == [{"literal": "김철수"}]
    assert second["editor"] == [{"family": "Lee", "given": "B."}]
    assert second["container-title"] == "책"


def test_an_unclosed_ris_reference_is_data():
    found = list(read_text("TY  - JOUR\nTI  - One\nTY  - BOOK\nTI  - Two\nER  - \n"))
    assert isinstance(found[0], Broken)
    assert found[1]["title"] == "Two"


def test_crossref_answers_json_lines_and_arrays_are_read_alike(tmp_path):
    works = [{"DOI": f"10.1/{number}", "type": "journal-article", "title": ["T" * 50]} for number in range(2000)]
    shapes = {
        "array.json": json.dumps(works),
        "lines.jsonl": "\n".join(map(json.dumps, works)),
        "answer.json": json.dumps({"status": "ok", "message": {"items": works}}),
        "items.json": json.dumps({"items": works}, indent=1),
    }
    for name, text in shapes.items():
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        assert list(read(path)) == works, name


def test_one_work_of_crossref_is_read(tmp_path):
    path = tmp_path / "work.json"
    path.write_text(json.dumps({"status": "ok", "message": {"type": "book", "title": ["T"]}}), encoding="utf-8")
    assert list(read(path)) == [{"type": "book", "title": ["T"]}]


def test_a_packed_file_is_unpacked_by_content_not_by_name(tmp_path):
    path = tmp_path / "records"
    path.write_bytes(gzip.compress(BIBTEX.encode()))
    assert [item["id"] for item in read(path)] == ["key1", "key2", "key3"]


def test_a_broken_line_of_json_lines_is_data_and_the_others_are_read():
    found = list(read_text('{"id": "a", "type": "book"}\n{"id": "b", \n{"id": "c", "type": "book"}\n'))
    assert found[0]["id"] == "a"
    assert any(isinstance(item, Broken) for item in found)
    assert found[-1]["id"] == "c"


def test_an_old_korean_encoding_is_read(tmp_path):
    path = tmp_path / "old.bib"
    title = "한국 현대 소설의 시간 의식에 대한 연구와 그 전망"
    path.write_bytes(
        f"@article{{a, title = {{{title}}}, journal = {{국어국문학회 논문집}}, year = 2001}}".encode("cp949")
    )
    assert next(read(path))["title"] == title


def test_a_file_of_another_kind_is_refused_with_the_remedy(tmp_path):
    path = tmp_path / "notes.txt"
    path.write_text("Dear editor, no references here.")
    with pytest.raises(ReadError, match="give BibTeX, RIS or CSL-JSON"):
        list(read(path))


def test_a_missing_and_a_damaged_file_are_refused_in_one_sentence(tmp_path):
    with pytest.raises(ReadError, match="cannot be read"):
        list(read(tmp_path / "nowhere.bib"))
    path = tmp_path / "cut.json.gz"
    path.write_bytes(gzip.compress(b'[{"id": "a"}]' * 200)[:40])
    with pytest.raises(ReadError, match="cannot be read"):
        list(read_all(path))


def test_formats_are_told_apart_by_content():
    assert detect(b'\xef\xbb\xbf\n [{"id"') is Format.CSL
    assert detect(b"% from a library\n@Book{x,") is Format.BIBTEX
    assert detect(b"\nTY  - JOUR\n") is Format.RIS
    assert detect(b"plain text") is None


@given(st.text(max_size=200), st.sampled_from(["@article{a,", "TY  - JOUR\n", "[{", "@string{", ""]))
def test_reading_never_raises(text, opening):
    for item in read_text(opening + text):
        assert isinstance(item, (dict, Broken))
