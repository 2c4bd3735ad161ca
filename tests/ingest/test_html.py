"""HTML: what a browser prints of the document, notes apart."""

from __future__ import annotations

import pytest

from kjaudit.ingest import read
from kjaudit.model import BlockKind, Document, PartialDate
from kjaudit.structure import analyse


@pytest.fixture
def opened(tmp_path):
    def make(body: str, head: str = "", name: str = "a.html", encoding: str = "utf-8") -> Document:
        path = tmp_path / name
        path.write_bytes(f"<html><head>{head}</head><body>{body}</body></html>".encode(encoding))
        return read(path)

    return make


def words(document: Document) -> list[str]:
    return [block.span.of(document.text) for block in document.blocks]


def test_blocks_are_what_their_elements_are(opened):
    document = opened(
        "<h2>Head</h2><p>Two\n  lines <b>bold</b>.</p><ul><li>item</li></ul><ol start='3'><li>c<li value='7'><p>g</p>"
        "<ol><li>deep</li></ol></ol><blockquote><p>said</p></blockquote><pre>a\n b</pre><hr><figure><img src=x>"
        "<figcaption>A map</figcaption></figure>"
    )
    assert [(block.kind, block.level, block.label) for block in document.blocks] == [
        (BlockKind.HEADING, 2, ""),
        (BlockKind.PARAGRAPH, 0, ""),
        (BlockKind.LIST_ITEM, 1, "•"),
        (BlockKind.LIST_ITEM, 1, "3"),
        (BlockKind.LIST_ITEM, 1, "7"),
        (BlockKind.LIST_ITEM, 2, "1"),
        (BlockKind.QUOTATION, 0, ""),
        (BlockKind.CODE, 0, ""),
        (BlockKind.RULE, 0, ""),
        (BlockKind.CAPTION, 0, ""),
    ]
    assert words(document)[1] == "Two lines bold."
    assert words(document)[7] == "a\n b"


def test_what_is_not_printed_is_left_out(opened):
    document = opened(
        "<nav>menu</nav><script>var a</script><style>p{}</style><!-- no --><p "
        "hidden>no</p><p>Yes<template>no</template>."
        "</p><div aria-hidden='true'>no</div><form>no</form>"
    )
    assert document.text == "Yes."


def test_raised_digits_are_superscripts(opened):
    document = opened("<p>shown<sup>2,3</sup> and 1<sup>st</sup> [<sup>[4]</sup>]</p>")
    assert document.text == "shown²,³ and 1st [[4]]"
    assert [span.of(document.text) for span in document.raised] == ["²,³", "st", "[4]"]


def test_a_table_is_one_block(opened):
    document = opened("<table><tr><th>a</th><th>b</th></tr>\n<tr><td><p>c</p><p>d</p></td><td>e</td></tr></table>")
    assert words(document) == ["a\tb\nc d\te"]
    assert document.blocks[0].kind is BlockKind.TABLE


def test_line_ends_between_han_and_kana_print_nothing(opened):
    assert opened("<p>東京\n  大学 と\nSeoul\n大学</p>").text == "東京大学 と Seoul 大学"


def test_two_breaks_begin_a_new_block(opened):
    assert words(opened("<div>one<br>line<br><br>two</div>")) == ["one\nline", "two"]


PANDOC = (
    "<p>Text<a href='#fn1' class='footnote-ref' id='fnref1' role='doc-noteref'><sup>1</sup></a>, more<a href='#fn2' "
    "class='footnote-ref' id='fnref2' role='doc-noteref'><sup>2</sup></a>.</p><section class='footnotes' "
    "role='doc-endnotes'><hr/><ol><li id='fn1'><p>First <em>note</em>.<a href='#fnref1' class='footnote-back' "
    "role='doc-backlink'>↩︎</a></p></li><li id='fn2'><p>Second.</p><p>Goes on.<a href='#fnref2' "
    "role='doc-backlink'>↩</a>"
    "</p></li></ol></section>"
)
WORD = (
    "<p>Text<a style='mso-footnote-id:ftn1' href='#_ftn1' name='_ftnref1'><span>[1]</span></a>, more"
    "<a href='#_ftn2' name='_ftnref2'>[2]</a>.</p><div><hr><div id='ftn1'><p><a href='#_ftnref1' name='_ftn1'><span>[1]"
    "</span></a> First note.</p></div><div id='ftn2'><p><a href='#_ftnref2' name='_ftn2'>[2]</a> Second.</p>"
    "<p>Goes on.</p></div></div>"
)
LIBRE_OFFICE = (
    "<p>Text<a class='sdfootnoteanc' name='sdfootnote1anc' href='#sdfootnote1sym'><sup>1</sup></a>, more"
    "<a class='sdfootnoteanc' name='sdfootnote2anc' href='#sdfootnote2sym'><sup>2</sup></a>.</p>"
    "<div id='sdfootnote1'><p><a class='sdfootnotesym' name='sdfootnote1sym' "
    "href='#sdfootnote1anc'>1</a> First note.</p>"
    "</div><div id='sdfootnote2'><p><a class='sdfootnotesym' name='sdfootnote2sym' href='#sdfootnote2anc'>2</a> Second."
    "</p><p>Goes on.</p></div>"
)
WIKI = (
    "<p>Text<sup id='cite_ref-1' class='reference'><a href='#cite_note-1'>[1]</a></sup>, more<sup id='cite_ref-2' "
    "class='reference'><a href='#cite_note-2'>[2]</a></sup>.</p><ol class='references'><li id='cite_note-1'><b><a "
    "href='#cite_ref-1'>^</a></b> First note.</li><li id='cite_note-2'><b><a href='#cite_ref-2'>^</a></b> Second."
    "<p>Goes on.</p></li></ol>"
)
EPUB = (
    "<p>Text<a epub:type='noteref' href='#n1'>1</a>, more<a epub:type='noteref' href='#n2'>2</a>.</p>"
    "<aside epub:type='footnote' id='n1'><p>First note.</p></aside><aside epub:type='footnote' id='n2'><p>Second.</p>"
    "<p>Goes on.</p></aside>"
)
PLAIN_IDS = (
    "<p>Text<sup><a href='#endnote-1'>1</a></sup>, more<sup><a href='#endnote-2'>2</a></sup>.</p><h2>Notes</h2>"
    "<p id='endnote-1'>1. First note.</p><div id='endnote-2'><p>2. Second.</p><p>Goes on.</p></div>"
)


@pytest.mark.parametrize(
    "page", [PANDOC, WORD, LIBRE_OFFICE, WIKI, EPUB], ids=["pandoc", "word", "libre", "wiki", "epub"]
)
def test_notes_of_every_program_are_found_with_their_marks(opened, page):
    document = opened(page)
    assert document.text.split("\n\n")[0] == "Text¹, more²."
    assert [(note.number, note.span.of(document.text)) for note in document.notes] == [
        (1, "First note."),
        (2, "Second.\n\nGoes on."),
    ]
    assert [note.anchor and note.anchor.of(document.text) for note in document.notes] == ["¹", "²"]
    assert all(block.kind is BlockKind.NOTE for block in document.blocks[-3:])


def test_a_number_before_the_words_of_a_note_is_not_part_of_it(opened):
    document = analyse(opened(PLAIN_IDS))
    assert [note.span.of(document.text) for note in document.notes] == ["First note.", "Second.\n\nGoes on."]


def test_links_to_entries_are_no_notes(opened):
    document = opened(
        "<p>As shown <a href='#ref1'>[1]</a>, <a href='#bib-2' role='doc-biblioref'>2</a> and Kim (<a "
        "href='#fn-9'>2014</a>)."
        "</p><h2>References</h2><ol><li id='ref1'>Kim 2014.</li><li id='bib-2'>Lee 2015.</li></ol><p id='fn-9'>Park</p>"
    )
    assert document.notes == ()
    assert document.blocks[0].span.of(document.text) == "As shown [1], 2 and Kim (2014)."


def test_the_head_says_who_when_and_where(opened):
    document = opened(
        "<p>Text.</p>",
        head="<title>x - Site</title><meta name='citation_title' content='On Hallyu'><meta name='author' "
        "content='Kim Su-jin'>"
        "<meta property='article:published_time' content='2023-08-07T10:00:00+09:00'>"
        "<meta property='og:site_name' content='The Korea Times'><link rel='canonical' href='https://a.kr/1'>",
    )
    assert document.title == "On Hallyu"
    assert [author.value for author in document.byline.authors] == ["Kim Su-jin"]
    assert document.byline.date is not None
    assert document.byline.date.value == PartialDate(year=2023, month=8, day=7)
    assert document.byline.outlet is not None
    assert document.byline.outlet.value == "The Korea Times"
    assert document.byline.url is not None
    assert document.byline.url.value == "https://a.kr/1"


def test_only_the_article_is_read_where_it_is_most_of_the_page(opened):
    long = "A sentence of the article. " * 20
    assert opened(f"<div>Most read</div><main><p>{long}</p></main><footer>About us</footer>").text == long.strip()
    assert "Sidebar" in opened(f"<article><p>Short.</p></article><div>Sidebar {long}</div>").text


@pytest.mark.parametrize(
    ("label", "encoding"), [("euc-kr", "cp949"), ("ks_c_5601-1987", "cp949"), ("Shift_JIS", "cp932")]
)
def test_the_encoding_that_a_page_declares_is_used(opened, label, encoding):
    words_in = "한국의 글" if encoding == "cp949" else "日本の文"
    document = opened(f"<p>{words_in}</p>", head=f"<meta charset='{label}'>", encoding=encoding)
    assert document.text == words_in


def test_html_is_known_by_its_first_words(opened, tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("<!DOCTYPE html>\n<html><p>Text.</p></html>", "utf-8")
    assert read(path).media_type == "text/html"


def test_deep_and_broken_pages_are_read(opened):
    assert opened("<div>" * 1000 + "deep" + "</div>" * 10).text == "deep"
    assert opened("<p>one<p>two</b></i><td>three").text.startswith("one\n\ntwo")


def test_a_page_that_nests_without_end_is_read_as_far_as_can_be_and_says_so(opened):
    document = opened("<p>Text.</p>" + "<div>" * 5000 + "deep")
    assert document.text == "Text."
    assert any("too deep" in problem for problem in document.problems)


def test_an_xhtml_page_with_an_xml_declaration_is_read(tmp_path):
    path = tmp_path / "a.xhtml"
    path.write_text(
        '<?xml version="1.0" encoding="UTF-8"?><html '
        'xmlns="http://www.w3.org/1999/xhtml"><body><p>글.</p></body></html>',
        "utf-8",
    )
    assert read(path).text == "글."
