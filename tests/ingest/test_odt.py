"""OpenDocument text: what LibreOffice and pandoc write."""

from __future__ import annotations

import json
import zipfile

import pytest

from kjaudit.ingest import read
from kjaudit.model import BlockKind, FieldCodeOrigin, NotePlace

NAMES = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
)
STYLES = """
<style:style style:name="T1" style:family="text"><style:text-properties style:text-position="super 58%"/></style:style>
<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Title"/>
<text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-format="1" style:num-prefix="["
 style:num-suffix="]" text:start-value="3"/></text:list-style>
"""


@pytest.fixture
def odt(tmp_path):
    """Return a function that makes and reads an ODT with the given body."""

    def make(body, meta=""):
        path = tmp_path / "paper.odt"
        with zipfile.ZipFile(path, "w") as package:
            package.writestr("mimetype", "application/vnd.oasis.opendocument.text")
            package.writestr(
                "content.xml",
                f"<office:document-content {NAMES}><office:automatic-styles>{STYLES}</office:automatic-styles>"
                f"<office:body><office:text>{body}</office:text></office:body></office:document-content>",
            )
            if meta:
                package.writestr("meta.xml", meta)
        return read(path)

    return make


NOTE = (
    '<text:note text:id="ftn{n}" text:note-class="{of}"><text:note-citation>{n}</text:note-citation>'
    "<text:note-body><text:p>{words}</text:p></text:note-body></text:note>"
)


def test_notes_are_anchored_at_raised_marks_and_follow_the_text(odt):
    first = NOTE.format(n=1, of="footnote", words="Kim 2014.")
    second = NOTE.format(n=1, of="endnote", words="Lee 2006.")
    document = odt(f"<text:p>One{first} and two{second}.</text:p><text:p>More.</text:p>")
    assert document.text == "One¹ and two¹.\n\nMore.\n\nKim 2014.\n\nLee 2006."
    assert [(note.number, note.place, note.span.of(document.text)) for note in document.notes] == [
        (1, NotePlace.FOOT, "Kim 2014."),
        (1, NotePlace.END, "Lee 2006."),
    ]
    assert [note.anchor.start for note in document.notes] == [3, 12]


def test_styles_name_the_title_and_raise_digits(odt):
    document = odt(
        '<text:p text:style-name="P1">A title</text:p><text:h text:outline-level="2">Part</text:h>'
        '<text:p>As shown<text:span text:style-name="T1">2,3</text:span> before.</text:p>'
    )
    kinds = [block.kind for block in document.blocks]
    assert kinds == [BlockKind.TITLE, BlockKind.HEADING, BlockKind.PARAGRAPH]
    assert "shown²,³ before" in document.text
    assert [span.of(document.text) for span in document.raised] == ["²,³"]


def test_list_items_carry_the_label_that_is_printed(odt):
    items = "".join(f"<text:list-item><text:p>Entry {name}</text:p></text:list-item>" for name in "ab")
    document = odt(f'<text:list text:style-name="L1">{items}</text:list>')
    assert [(block.label, block.span.of(document.text)) for block in document.blocks] == [
        ("[3]", "Entry a"),
        ("[4]", "Entry b"),
    ]


def test_white_space_breaks_and_tables(odt):
    document = odt(
        '<text:p>a\n   b<text:s text:c="3"/>c<text:line-break/>d</text:p><table:table><table:table-row>'
        "<table:table-cell><text:p>x</text:p></table:table-cell><table:table-cell><text:p>1</text:p></table:table-cell>"
        "</table:table-row></table:table>"
    )
    assert document.text == "a b   c\nd\n\nx\t1"
    assert document.blocks[1].kind is BlockKind.TABLE


def test_deletions_and_comments_are_left_out(odt):
    document = odt(
        "<text:tracked-changes><text:p>gone</text:p></text:tracked-changes>"
        "<text:p>kept<office:annotation><text:p>remark</text:p></office:annotation>.</text:p>"
    )
    assert document.text == "kept."


def test_a_zotero_mark_becomes_a_live_field(odt):
    held = {"citationItems": [{"itemData": {"id": 1, "type": "book", "title": "Roads"}}]}
    name = "ZOTERO_ITEM CSL_CITATION " + json.dumps(held).replace('"', "&quot;") + " RND1"
    document = odt(
        f'<text:p>See <text:reference-mark-start text:name="{name}"/>(Kim 2014)<text:reference-mark-end '
        f'text:name="{name}"/>.</text:p>'
    )
    (field,) = document.field_codes
    assert (field.origin, field.span.of(document.text)) == (FieldCodeOrigin.ZOTERO, "(Kim 2014)")
    assert json.loads(field.items[0])["title"] == "Roads"
