"""Builds DOCX files part by part, as small as a test needs."""

from __future__ import annotations

import io
import zipfile

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_P = "http://schemas.openxmlformats.org/package/2006/relationships"
CONTENT_TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
_KINDS = {"styles", "numbering", "footnotes", "endnotes", "settings"}


def docx(body: str, *, main: str = "", core: str = "", sources: str = "", **parts: str) -> bytes:
    """
    Return the bytes of a DOCX.

    Args:
        body: what stands in w:body.
        main: the whole main part instead.
        core: the properties part.
        sources: a customXml part with Word's bibliography.
        parts: inner XML of styles, numbering, footnotes, endnotes, settings.
    """
    buffer = io.BytesIO()
    kinds = [kind for kind in parts if kind in _KINDS]
    relations = "".join(
        f'<Relationship Id="r{at}" Type="{_R}/{kind}" Target="{kind}.xml"/>' for at, kind in enumerate(kinds)
    )
    if sources:
        relations += f'<Relationship Id="s" Type="{_R}/customXml" Target="../customXml/item1.xml"/>'
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", CONTENT_TYPES)
        package.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{_P}"><Relationship Id="m" Type="{_R}/officeDocument" '
            'Target="word/document.xml"/></Relationships>',
        )
        package.writestr("word/_rels/document.xml.rels", f'<Relationships xmlns="{_P}">{relations}</Relationships>')
        package.writestr("word/document.xml", main or f"<w:document {W}><w:body>{body}</w:body></w:document>")
        for kind in kinds:
            package.writestr(f"word/{kind}.xml", f"<w:{kind} {W}>{parts[kind]}</w:{kind}>")
        if core:
            package.writestr("docProps/core.xml", core)
        if sources:
            package.writestr("customXml/item1.xml", sources)
    return buffer.getvalue()


def run(text: str, properties: str = "") -> str:
    """Return a run."""
    inner = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{inner}<w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(*inner: str, properties: str = "") -> str:
    """Return a paragraph of runs, or of one run where plain text is given."""
    runs = "".join(part if part.startswith("<") else run(part) for part in inner)
    return f"<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>"


def note(kind: str, identifier: int, *inner: str) -> str:
    """Return a footnote or an endnote."""
    mark = f"<w:r><w:{kind}Ref/></w:r>"
    return f'<w:{kind} w:id="{identifier}">{paragraph(mark, *inner)}</w:{kind}>'


def call(kind: str, identifier: int) -> str:
    """Return a run with a note mark."""
    return f'<w:r><w:{kind}Reference w:id="{identifier}"/></w:r>'


def complex_field(instruction: str, printed: str, data: str = "") -> str:
    """Return a field of several runs."""
    held = f"<w:fldData>{data}</w:fldData>" if data else ""
    return (
        f'<w:r><w:fldChar w:fldCharType="begin">{held}</w:fldChar></w:r>'
        f'<w:r><w:instrText xml:space="preserve">{instruction}</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f"{run(printed)}"
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def styled(name: str, *inner: str) -> str:
    return paragraph(*inner, properties=f'<w:pStyle w:val="{name}"/>')
