"""A file that cannot be read is told in one sentence that names it and the remedy."""

from __future__ import annotations

import io
import os
import zipfile
from pathlib import Path

import pytest

from kjaudit.ingest import read
from kjaudit.ingest.interface import PACKAGE_LIMIT, TEXT_LIMIT
from kjaudit.model import ReadError

from .packages import CONTENT_TYPES, W, docx


def message(path: Path) -> str:
    with pytest.raises(ReadError) as caught:
        read(path)
    told = str(caught.value)
    assert told.startswith(str(path))
    assert told.endswith(".")
    assert "\n" not in told
    return told


def saved(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def test_a_missing_file_is_named(tmp_path):
    assert "is not there" in message(tmp_path / "missing.txt")


def test_a_name_with_a_zero_byte_or_without_end_is_told():
    assert "could not be opened" in message(Path("a\x00b.txt"))
    assert "could not be opened" in message(Path("x" * 5000 + ".txt"))


def test_an_empty_file_is_told(tmp_path):
    assert "is empty" in message(saved(tmp_path, "a.txt", b""))
    assert "is empty" in message(saved(tmp_path, "a.docx", b""))


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html"])
def test_a_file_of_white_space_is_told(tmp_path, name):
    assert "nothing but white space" in message(saved(tmp_path, name, b" \r\n\t\n"))


def test_a_page_without_text_is_told(tmp_path):
    assert "no text" in message(saved(tmp_path, "a.html", b"<html><body><script>1</script></body></html>"))


def test_a_folder_is_told(tmp_path):
    assert "is a folder" in message(tmp_path)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may read everything")
def test_a_file_that_may_not_be_read_is_told(tmp_path):
    path = saved(tmp_path, "a.txt", b"text")
    path.chmod(0)
    assert "may not be read" in message(path)


def test_a_file_that_the_system_refuses_is_told(tmp_path, monkeypatch):
    path = saved(tmp_path, "a.txt", b"text")

    def refuse(self, *_):
        raise PermissionError(13, "Permission denied", str(self))

    monkeypatch.setattr(Path, "open", refuse)
    assert "may not be read" in message(path)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.txt", b"MZ\x90\x00\x03\x00\x00\x00" + bytes(range(256)) * 20),
        ("a.md", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)) * 20),
        ("a.txt", b"good text\n" * 50 + b"\x00" + b"good text\n"),
        ("a.html", b"\x7fELF\x02\x01\x01\x00" + bytes(range(256)) * 20),
        ("a", bytes(range(1, 32)) * 30),
    ],
)
def test_binary_data_is_told_whatever_its_name(tmp_path, name, data):
    assert "binary" in message(saved(tmp_path, name, data))


def test_an_encoding_that_cannot_be_told_is_told(tmp_path):
    data = b"\xff\xfe" + "text".encode("utf-16-le") + b"\x00"
    assert "UTF-8" in message(saved(tmp_path, "a.txt", data))


def test_a_file_of_100_megabytes_is_refused_before_it_is_read(tmp_path):
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.write(b"text\n")
        file.truncate(100 * 2**20)
    assert "100 MB, more than the 32 MB" in message(path)
    assert "split it" in message(path)
    assert TEXT_LIMIT < PACKAGE_LIMIT < 100 * 2**20


def test_a_large_docx_is_refused_before_it_is_read(tmp_path):
    path = tmp_path / "large.docx"
    with path.open("wb") as file:
        file.write(docx(f"<w:p {W}><w:r><w:t>a</w:t></w:r></w:p>"))
        file.truncate(100 * 2**20)
    assert "split it" in message(path)


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("a.pdf", b"%PDF-1.7\n", "a PDF"),
        ("report.txt", b"%PDF-1.7\n", "a PDF"),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "old Word"),
        ("a.hwp", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "HWP"),
        ("a.hwp", b"HWP Document File V3.00", "HWP"),
        ("a.rtf", b"{\\rtf1 text}", "RTF"),
        ("a.tex", b"\\documentclass{article}", "LaTeX"),
    ],
)
def test_a_format_that_is_not_read_yet_is_named_with_what_to_do(tmp_path, name, data, told):
    sentence = message(saved(tmp_path, name, data))
    assert told in sentence
    assert "save it as .docx" in sentence


@pytest.mark.parametrize(
    ("name", "parts", "told"),
    [
        ("a.ods", {"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": ""}, "spreadsheet"),
        ("a.odt", {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<broken"}, "damaged"),
        ("a.odt", {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<other/>"}, "lacks the part"),
        ("a.epub", {"META-INF/container.xml": ""}, "EPUB"),
        ("a.hwpx", {"Contents/content.hpf": ""}, "HWPX"),
        ("a.zip", {"a.txt": "text"}, "zip archive"),
        ("a.docx", {"[Content_Types].xml": CONTENT_TYPES}, "lacks the part"),
        ("a.docx", {"word/document.xml": "<broken"}, "damaged"),
        ("a.docx", {"word/document.xml": "<other/>"}, "lacks the part"),
    ],
)
def test_a_package_that_is_no_readable_docx_is_told(tmp_path, name, parts, told):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        for part, data in parts.items():
            package.writestr(part, data)
    assert told in message(saved(tmp_path, name, buffer.getvalue()))


def test_a_docx_with_a_password_is_told(tmp_path):
    data = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le") + bytes(100)
    assert "password" in message(saved(tmp_path, "a.docx", data))


def test_an_odt_that_is_something_else_is_told(tmp_path):
    assert "not an OpenDocument file" in message(saved(tmp_path, "a.odt", b"plain text"))


def test_a_docx_that_is_something_else_is_told(tmp_path):
    assert "not a Word file" in message(saved(tmp_path, "a.docx", b"plain text"))


def test_a_docx_cut_short_or_with_a_broken_part_is_told(tmp_path):
    data = docx(f"<w:p {W}><w:r><w:t>{'words ' * 500}</w:t></w:r></w:p>")
    assert "damaged" in message(saved(tmp_path, "a.docx", data[: len(data) // 2]))
    at = data.index(b"word/document.xml") + 60
    broken = data[:at] + bytes(byte ^ 0x55 for byte in data[at : at + 40]) + data[at + 40 :]
    assert "damaged" in message(saved(tmp_path, "b.docx", broken))


def test_a_docx_that_unpacks_to_a_bomb_is_told_without_unpacking_it(tmp_path):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", b" " * (40 * 2**20))
    assert "unpacks to more" in message(saved(tmp_path, "a.docx", buffer.getvalue()))


def test_entities_of_a_docx_are_not_expanded(tmp_path):
    laughs = '<!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    data = docx("", main=f"{laughs}<w:document {W}><w:body><w:p><w:r><w:t>x&b;</w:t></w:r></w:p></w:body></w:document>")
    document = read(saved(tmp_path, "a.docx", data))
    assert document.text == "x"
