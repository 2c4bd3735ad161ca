"""HTML: what a browser prints of the document itself, with its notes taken out of the flow."""

from __future__ import annotations

import re
from pathlib import Path

from lxml import etree
from lxml import html as lxml_html

from kjaudit.model import Document, ReadError, SourceUnit, say

from .assembly import Assembly
from .decode import decode
from .fold import fold
from .html_flow import Flow
from .html_meta import meta
from .html_notes import find_notes
from .sniff import Format

_DECLARED = re.compile(
    rb"""(?:<meta[^<>]{0,200}?charset\s*=\s*["']?|<\?xml[^<>]{0,100}?encoding\s*=\s*["'])([\w\-]+)""", re.I
)
_XML = re.compile(r"\A\s*<\?xml[^<>]*\?>")
_OLD_NAMES = {
    "ks_c_5601-1987": "cp949",
    "ksc5601": "cp949",
    "euc-kr": "cp949",
    "shift_jis": "cp932",
    "shift-jis": "cp932",
    "x-sjis": "cp932",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "iso-8859-1": "cp1252",
    "us-ascii": "cp1252",
}
"""Labels that stand for a larger set (WHATWG Encoding Standard, 4.2)."""


def read(data: bytes, path: Path) -> Document:
    """Read an HTML file; see `interface.Reader`."""
    declared = _DECLARED.search(data, 0, 4096)
    label = declared.group(1).decode("ascii").lower() if declared else ""
    decoded = decode(data, str(path), declared=_OLD_NAMES.get(label, label))
    folded = fold(decoded.text)
    root, problems = _tree(folded.text, path)
    notes = find_notes(root)
    assembly = Assembly(SourceUnit.PARAGRAPH)
    assembly.problems.extend((*decoded.problems, *problems))
    flow = Flow(assembly, notes)
    flow.body(_main(root))
    flow.notes()
    return assembly.finish(path, Format.HTML.value, meta=meta(root))


def _tree(text: str, path: Path) -> tuple[lxml_html.HtmlElement, tuple[str, ...]]:
    """Return the root of the page, and what of it was not read."""
    parser = lxml_html.HTMLParser(remove_comments=True, remove_pis=True, no_network=True, huge_tree=True)
    try:
        root = lxml_html.document_fromstring(_XML.sub("", text), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, AssertionError) as error:
        raise ReadError(
            say("{path} holds no HTML that can be read: open it in a browser and save it again.", path=path)
        ) from error
    cut = any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log)
    return root, ("elements nested too deep to be read, and what follows them, left out",) if cut else ()


def _main(root: lxml_html.HtmlElement) -> lxml_html.HtmlElement:
    """Return the element that holds the document: <main> or the only <article> where most of the text is in it."""
    body = root.find(".//body")
    whole = body if body is not None else root
    for path in (".//main", ".//*[@role='main']", ".//article"):
        found = whole.findall(path)
        if len(found) == 1 and 2 * _letters(found[0]) > _letters(whole):
            return found[0]
    return whole


def _letters(element: lxml_html.HtmlElement) -> int:
    return sum(
        len(text) for text in element.itertext("p", "li", "td", "div", "h1", "h2", "h3", "span", "a", "em", "i", "b")
    )
