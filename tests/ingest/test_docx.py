"""DOCX: what Word prints is read, what it hides is not."""

from __future__ import annotations

import base64
import json

import pytest

from kjaudit.ingest import read
from kjaudit.model import BlockKind, Document, FieldCodeOrigin, NotePlace, SourceUnit

from .packages import call, complex_field, docx, note, paragraph, run, styled

STYLES = """
<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/></w:style>
<w:style w:type="paragraph" w:styleId="2"><w:basedOn w:val="1"/><w:name w:val="My own"/></w:style>
<w:style w:type="paragraph" w:styleId="T"><w:name w:val="Title"/></w:style>
<w:style w:type="paragraph" w:styleId="C"><w:name w:val="caption"/></w:style>
<w:style w:type="paragraph" w:styleId="Q"><w:name w:val="Quote"/></w:style>
<w:style w:type="paragraph" w:styleId="BT"><w:name w:val="Body Text"/></w:style>
<w:style w:type="paragraph" w:styleId="O"><w:name w:val="Loop"/><w:basedOn w:val="O"/></w:style>
<w:style w:type="character" w:styleId="S"><w:name w:val="footnote reference"/>
<w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>
"""


@pytest.fixture
def opened(tmp_path):
    def make(body: str, **parts: str) -> Document:
        path = tmp_path / "a.docx"
        path.write_bytes(docx(body, **parts))
        return read(path)

    return make


def kinds(document: Document) -> list[tuple[BlockKind, str]]:
    return [(block.kind, block.span.of(document.text)) for block in document.blocks]


def test_styles_say_what_a_paragraph_is(opened):
    document = opened(
        styled("T", "Title")
        + styled("1", "One")
        + styled("2", "Two")
        + styled("BT", "Text")
        + styled("C", "Figure 1. A map")
        + styled("Q", "Said")
        + styled("O", "Loop")
        + paragraph("Outline", properties='<w:outlineLvl w:val="1"/>'),
        styles=STYLES,
    )
    assert [kind for kind, _ in kinds(document)] == [
        BlockKind.TITLE,
        BlockKind.HEADING,
        BlockKind.HEADING,
        BlockKind.PARAGRAPH,
        BlockKind.CAPTION,
        BlockKind.QUOTATION,
        BlockKind.PARAGRAPH,
        BlockKind.HEADING,
    ]
    assert [block.level for block in document.blocks] == [0, 1, 1, 0, 0, 0, 0, 2]


def test_footnotes_and_endnotes_are_numbered_as_word_prints_them(opened):
    document = opened(
        paragraph("One", call("footnote", 5), " two", call("endnote", 2), " three", call("footnote", 3), "."),
        footnotes=note("footnote", 3, "Second.") + note("footnote", 5, "First."),
        endnotes=note("endnote", 2, "At the end."),
        settings='<w:footnotePr><w:numStart w:val="4"/></w:footnotePr>',
    )
    assert document.text.splitlines()[0] == "One⁴ two¹ three⁵."
    assert [(item.number, item.place, item.span.of(document.text)) for item in document.notes] == [
        (4, NotePlace.FOOT, "First."),
        (5, NotePlace.FOOT, "Second."),
        (1, NotePlace.END, "At the end."),
    ]
    assert [item.anchor and item.anchor.of(document.text) for item in document.notes] == ["⁴", "⁵", "¹"]


def test_notes_start_again_where_sections_say_so(opened):
    restart = '<w:sectPr><w:footnotePr><w:numRestart w:val="eachSect"/></w:footnotePr></w:sectPr>'
    document = opened(
        paragraph("A", call("footnote", 1), "B", call("footnote", 2))
        + paragraph("End of chapter.", properties=restart)
        + paragraph("C", call("footnote", 3))
        + restart,
        footnotes="".join(note("footnote", at, f"Note {at}.") for at in (1, 2, 3)),
    )
    assert [item.number for item in document.notes] == [1, 2, 1]
    assert [item.key for item in document.notes] == ["n1", "n2", "n3"]


def test_a_custom_mark_is_the_anchor_and_does_not_count(opened):
    star = '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="1"/><w:t>*</w:t></w:r>'
    document = opened(
        paragraph("Title", star) + paragraph("Text", call("footnote", 2), "."),
        footnotes=note("footnote", 1, "Thanks.") + note("footnote", 2, "A source."),
    )
    thanks, source = document.notes
    assert thanks.anchor is not None
    assert thanks.anchor.of(document.text) == "*"
    assert source.number == 1


def test_a_mark_without_note_stays_a_raised_number(opened):
    document = opened(paragraph("Text", call("footnote", 9), "."), footnotes="")
    assert document.text == "Text¹."
    assert document.notes == ()
    assert [span.of(document.text) for span in document.raised] == ["¹"]


def test_a_note_of_several_paragraphs_is_one_note(opened):
    document = opened(
        paragraph("Text", call("footnote", 1)),
        footnotes=f'<w:footnote w:id="1">{paragraph("First.")}{paragraph("Second.")}</w:footnote>',
    )
    assert document.notes[0].span.of(document.text) == "First.\n\nSecond."
    assert [block.kind for block in document.blocks] == [BlockKind.PARAGRAPH, BlockKind.NOTE, BlockKind.NOTE]


def test_a_note_called_twice_has_its_first_mark(opened):
    document = opened(
        paragraph("A", call("footnote", 1), " B", call("footnote", 1)), footnotes=note("footnote", 1, "N")
    )
    assert document.text.startswith("A¹ B¹")
    assert document.notes[0].anchor is not None
    assert document.notes[0].anchor.start == 1


def test_raised_runs_are_superscripts_by_property_and_by_style(opened):
    document = opened(
        paragraph(
            "A", run("12", '<w:vertAlign w:val="superscript"/>'), " b", run("3,4", '<w:rStyle w:val="S"/>'),
            " c", run("no", '<w:rStyle w:val="S"/><w:vertAlign w:val="baseline"/>'), " d",
            run("5", '<w:position w:val="6"/>'), " 1", run("st", '<w:vertAlign w:val="superscript"/>'),
        ),
        styles=STYLES,
    )  # fmt: skip
    assert document.text == "A¹² b³,⁴ cno d⁵ 1st"
    assert [span.of(document.text) for span in document.raised] == ["¹²", "³,⁴", "⁵", "st"]


def test_tracked_insertions_are_kept_and_deletions_are_not(opened):
    document = opened(
        paragraph(
            "A ",
            f'<w:ins w:id="1">{run("new ")}</w:ins>',
            '<w:del w:id="2"><w:r><w:delText>old </w:delText></w:r></w:del>',
            f'<w:moveFrom w:id="3">{run("moved ")}</w:moveFrom>',
            f'<w:moveTo w:id="4">{run("here ")}</w:moveTo>',
            "word.",
        )
    )
    assert document.text == "A new here word."


def test_a_paragraph_whose_end_was_deleted_runs_into_the_next(opened):
    document = opened(
        paragraph("One ", properties="<w:rPr><w:del w:id='1'/></w:rPr>") + paragraph("two.") + paragraph("Three.")
    )
    assert [words for _, words in kinds(document)] == ["One two.", "Three."]


def test_hidden_words_and_comments_are_not_printed(opened):
    document = opened(
        paragraph(
            "Seen", run(" hidden", "<w:vanish/>"), '<w:commentRangeStart w:id="1"/>', " text",
            '<w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r>',
        )
    )  # fmt: skip
    assert document.text == "Seen text"


def test_links_controls_and_breaks_keep_their_words(opened):
    document = opened(
        paragraph(
            f'<w:hyperlink r:id="x" xmlns:r="y">{run("a link")}</w:hyperlink>',
            f"<w:sdt><w:sdtPr/><w:sdtContent>{run(' in a control')}</w:sdtContent></w:sdt>",
            '<w:r><w:tab/><w:t>tab</w:t><w:br/><w:t>line</w:t><w:br w:type="page"/><w:noBreakHyphen/></w:r>',
        )
        + f"<w:sdt><w:sdtContent>{paragraph('Block in a control.')}</w:sdtContent></w:sdt>"
    )
    assert document.text == "a link in a control\ttab\nline\u2011\n\nBlock in a control."


def numbered(text: str, depth: int = 0, number: int = 1) -> str:
    return paragraph(text, properties=f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>')


def test_lists_have_the_labels_that_word_prints(opened):
    levels = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for at, (start, form, text) in enumerate(
            [(1, "decimal", "[%1]"), (3, "lowerRoman", "%1.%2)"), (1, "ganada", "%3.")]
        )
    )
    document = opened(
        numbered("a") + numbered("b") + numbered("c", 1) + numbered("d", 2) + numbered("e", 1) + numbered("f")
        + numbered("g", 1) + numbered("h", 0, 2) + numbered("i", 0, 9),
        numbering=f'<w:abstractNum w:abstractNumId="7">{levels}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
        '<w:num w:numId="2"><w:abstractNumId w:val="7"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>',
    )  # fmt: skip
    assert [block.label for block in document.blocks] == ["1", "2", "2.iii", "가", "2.iv", "3", "3.iii", "5", ""]
    assert [block.level for block in document.blocks] == [1, 1, 2, 3, 2, 1, 2, 1, 1]
    assert {block.kind for block in document.blocks} == {BlockKind.LIST_ITEM}


def cell(*paragraphs: str) -> str:
    return f"<w:tc>{''.join(paragraph(text) for text in paragraphs)}</w:tc>"


def test_a_table_is_one_block_of_rows_and_cells(opened):
    document = opened(
        f"<w:tbl><w:tr>{cell('a', 'b')}{cell('c')}</w:tr><w:tr>{cell('d')}{cell('')}</w:tr></w:tbl>"
        + paragraph("After.")
    )
    assert kinds(document) == [(BlockKind.TABLE, "a b\tc\nd"), (BlockKind.PARAGRAPH, "After.")]


def test_a_table_of_one_column_is_text_and_one_of_numbered_entries_a_list(opened):
    document = opened(
        f"<w:tbl><w:tr>{cell('Framed.')}</w:tr></w:tbl>"
        f"<w:tbl><w:tr>{cell('[1]')}{cell('Kim 2014.')}</w:tr><w:tr>{cell('[2]')}{cell('Lee 2015.')}</w:tr></w:tbl>"
    )
    assert kinds(document)[0] == (BlockKind.PARAGRAPH, "Framed.")
    assert [(block.label, block.span.of(document.text)) for block in document.blocks[1:]] == [
        ("1", "Kim 2014."),
        ("2", "Lee 2015."),
    ]


def test_a_text_box_is_read_once_after_its_paragraph(opened):
    box = f"<w:txbxContent>{paragraph('In the box.')}</w:txbxContent>"
    drawn = (
        '<w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        f"<mc:Choice>{box}</mc:Choice><mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    document = opened(paragraph("Before", drawn, " after.") + paragraph("Next."))
    assert [words for _, words in kinds(document)] == ["Before after.", "In the box.", "Next."]


def test_paragraphs_are_counted_in_the_body(opened):
    document = opened(
        paragraph("One") + paragraph("") + f"<w:tbl><w:tr>{cell('t')}{cell('u')}</w:tr></w:tbl>" + paragraph("Last")
    )
    assert [(item.unit, item.start, item.span.of(document.text)) for item in document.source] == [
        (SourceUnit.PARAGRAPH, 0, "One"),
        (SourceUnit.PARAGRAPH, 2, "t"),
        (SourceUnit.PARAGRAPH, 3, "u"),
        (SourceUnit.PARAGRAPH, 4, "Last"),
    ]
    assert document.source_span(document.blocks[0].span) is None


ITEM = {"id": "1", "type": "book", "title": "한류", "author": [{"family": "Kim", "given": "S."}]}


def test_a_zotero_field_holds_its_works_and_what_it_prints(opened):
    held = {"citationItems": [{"itemData": ITEM}], "properties": {"plainCitation": "(Kim 2014)"}}
    instruction = "ADDIN ZOTERO_ITEM CSL_CITATION " + json.dumps(held, ensure_ascii=False).replace('"', "&quot;")
    document = opened(paragraph("As said ", complex_field(instruction, "(Kim 2015)"), "."))
    (code,) = document.field_codes
    assert document.text == "As said (Kim 2015)."
    assert code.span.of(document.text) == "(Kim 2015)"
    assert code.origin is FieldCodeOrigin.ZOTERO
    assert json.loads(code.items[0]) == ITEM
    assert code.printed == "(Kim 2014)"


def test_a_mendeley_field_and_a_mendeley_control_hold_their_works(opened):
    held = {"citationItems": [{"itemData": ITEM}], "mendeley": {"plainTextFormattedCitation": "[1]"}}
    instruction = "ADDIN CSL_CITATION " + json.dumps(held).replace('"', "&quot;")
    tag = "MENDELEY_CITATION_v3_" + base64.b64encode(json.dumps(held).encode()).decode()
    control = f'<w:sdt><w:sdtPr><w:tag w:val="{tag}"/></w:sdtPr><w:sdtContent>{run("[2]")}</w:sdtContent></w:sdt>'
    document = opened(paragraph("A ", complex_field(instruction, "[1]"), " b ", control))
    assert [code.origin for code in document.field_codes] == [FieldCodeOrigin.MENDELEY] * 2
    assert [code.span.of(document.text) for code in document.field_codes] == ["[1]", "[2]"]
    assert all(json.loads(code.items[0]) == ITEM for code in document.field_codes)


ENDNOTE = (
    "<EndNote><Cite><Author>Kim</Author><Year>2014</Year><RecNum>7</RecNum><DisplayText>(Kim, 2014)</DisplayText>"
    "<record><contributors><authors><author>Kim, S.</author><author>UNWTO</author></authors></contributors>"
    "<titles><title>Legacies</title><secondary-title>Review</secondary-title></titles><volume>12</volume>"
    "<dates><year>2014</year></dates><pages>89-104</pages></record></Cite></EndNote>"
)


def test_an_endnote_field_holds_its_record_inline_and_packed(opened):
    inline = "ADDIN EN.CITE " + ENDNOTE.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    packed = base64.b64encode(ENDNOTE.encode() + b"\x00").decode()
    nested = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>ADDIN EN.CITE </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="begin"><w:fldData>{packed}</w:fldData></w:fldChar></w:r>'
        '<w:r><w:instrText>ADDIN EN.CITE.DATA</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run("(Kim, 2014)")}'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    document = opened(paragraph("A ", complex_field(inline, "(Kim, 2014)"), " b ", nested, "."))
    assert document.text == "A (Kim, 2014) b (Kim, 2014)."
    for code in document.field_codes:
        item = json.loads(code.items[0])
        assert code.origin is FieldCodeOrigin.ENDNOTE
        assert item["title"] == "Legacies"
        assert item["author"] == [{"family": "Kim", "given": "S."}, {"literal": "UNWTO"}]
        assert item["issued"] == {"date-parts": [[2014]]}
        assert code.printed == "(Kim, 2014)"
    assert len(document.field_codes) == 2


SOURCES = (
    "<b:Sources "
    'xmlns:b="http://schemas.openxmlformats.org/officeDocument/2006/bibliography"><b:Source><b:Tag>Kim14</b:Tag>'
    "<b:SourceType>JournalArticle</b:SourceType><b:Title>Legacies</b:Title><b:JournalName>Review</b:JournalName>"
    "<b:Year>2014</b:Year><b:Author><b:Author><b:NameList><b:Person><b:Last>Kim</b:Last><b:First>S.</b:First></b:Person>"
    "</b:NameList></b:Author></b:Author></b:Source></b:Sources>"
)


def test_a_word_citation_finds_its_source_in_the_file(opened):
    document = opened(
        paragraph("A ", complex_field(r" CITATION Kim14 \l 1042 \m Lee15 ", "(Kim, 2014; Lee, 2015)"))
        + paragraph(f'<w:fldSimple w:instr=" CITATION Kim14 ">{run("(Kim 2014)")}</w:fldSimple>'),
        sources=SOURCES,
    )
    first, second = document.field_codes
    kim, lee = (json.loads(item) for item in first.items)
    assert first.origin is FieldCodeOrigin.WORD
    assert (kim["type"], kim["container-title"], kim["author"][0]["family"]) == ("article-journal", "Review", "Kim")
    assert lee == {"id": "Lee15"}
    assert second.span.of(document.text) == "(Kim 2014)"


def test_a_broken_citation_field_is_kept_without_works(opened):
    document = opened(
        paragraph(
            complex_field("ADDIN ZOTERO_ITEM CSL_CITATION {broken", "(Kim)"),
            " ",
            complex_field("ADDIN EN.CITE x", "(Lee)"),
        )
    )
    assert [code.items for code in document.field_codes] == [(), ()]
    assert document.text == "(Kim) (Lee)"


def test_other_fields_print_their_result_only(opened):
    document = opened(paragraph("Page ", complex_field("PAGEREF x", "12"), " of ", complex_field("NUMPAGES", "90")))
    assert document.text == "Page 12 of 90"
    assert document.field_codes == ()


def test_a_field_that_makes_the_reference_list_marks_its_entries(opened):
    body = (
        paragraph("Text.")
        + paragraph(
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>ADDIN ZOTERO_BIBL {}</w:instrText></w:r>'
            '<w:r><w:fldChar w:fldCharType="separate"/></w:r>', "Kim 2014."
        )
        + paragraph("Lee 2015.")
        + paragraph("Park 2016.", '<w:r><w:fldChar w:fldCharType="end"/></w:r>')
        + paragraph("After.")
    )  # fmt: skip
    assert [kind for kind, _ in kinds(opened(body))] == [
        BlockKind.PARAGRAPH, BlockKind.ENTRY, BlockKind.ENTRY, BlockKind.ENTRY, BlockKind.PARAGRAPH,
    ]  # fmt: skip


def test_the_properties_give_title_and_author_unless_nobody_wrote_them(opened):
    core = (
        '<cp:coreProperties xmlns:cp="c" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        "<dc:title>On Hallyu</dc:title><dc:creator>{}</dc:creator></cp:coreProperties>"
    )
    document = opened(paragraph("Text."), core=core.format("Kim Su-jin; Park Minho"))
    assert document.title == "On Hallyu"
    assert [author.value for author in document.byline.authors] == ["Kim Su-jin", "Park Minho"]
    assert opened(paragraph("Text."), core=core.format("python-docx")).byline.authors == ()


def test_the_strict_form_of_the_format_is_read(tmp_path):
    strict = 'xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"'
    path = tmp_path / "a.docx"
    path.write_bytes(
        docx("", main=f"<w:document {strict}><w:body><w:p><w:r><w:t>Strict.</w:t></w:r></w:p></w:body></w:document>")
    )
    assert read(path).text == "Strict."


def test_formulas_keep_their_characters(opened):
    math = (
        "<m:oMath "
        'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:r><m:t>x=1</m:t></m:r></m:oMath>'
    )
    assert opened(paragraph("Let ", math, ".")).text == "Let x=1."
