"""Plain text: paragraphs as blank lines, line ends or wrapped lines make them; Markdown where it is written so."""

from __future__ import annotations

import re
from pathlib import Path

from kjaudit.model import BlockKind, Document, SourceUnit

from . import markdown
from .assembly import Assembly
from .decode import decode
from .fold import Folded, fold
from .sniff import Format
from .wrapping import Line, lines_of, paragraphs

_RULE = re.compile(r"[ \t]*(?:[-=_*~─━—―]{3,}|(?:[*＊][ \t]*){3,5})[ \t]*")
_MARKDOWN = (
    re.compile(r"^#{1,6}[ \t]+\S", re.M),
    re.compile(r"<sup>[^<>\n]{1,20}</sup>"),
    re.compile(r"^\[\^[^\]\s]{1,40}\]:", re.M),
    re.compile(r"!\[[^\]\n]{0,200}\]\([^()\s]{0,500}\)"),
    re.compile(r"(?<![\w*])\*\*(?=\S)[^*\n]{1,200}(?<=\S)\*\*(?![\w*])"),
    re.compile(r"(?<![\w*])\*(?=\S)[^*\n]{1,200}(?<=\S)\*(?![\w*])"),
)
"""What only Markdown writes: headings, raised marks, notes, pictures, strong and emphasised words."""
_CERTAIN = 2
"""Two marks of any of these kinds make a text Markdown; a lone asterisk pair does not."""


def read(data: bytes, path: Path) -> Document:
    """Read a text file; see `interface.Reader`."""
    decoded = decode(data, str(path))
    folded = fold(decoded.text)
    if shows_markdown(folded.text):
        return markdown.document(folded, path, Format.TEXT.value, decoded.problems, lenient=True)
    return document(folded, path, decoded.problems)


def shows_markdown(text: str) -> bool:
    """Whether a plain text is written with Markdown's marks."""
    found = 0
    for pattern in _MARKDOWN:
        for _ in pattern.finditer(text):
            found += 1
            if found >= _CERTAIN:
                return True
    return False


def document(folded: Folded, path: Path, problems: tuple[str, ...]) -> Document:
    """Return the document of a folded plain text; its text is the file's, without white space around lines."""
    assembly = Assembly(SourceUnit.OFFSET)
    assembly.problems.extend(problems)
    for paragraph in paragraphs(folded.text, lines_of(folded.text)):
        assembly.open()
        _write(assembly, folded.text, paragraph)
        rule = len(paragraph) == 1 and _RULE.fullmatch(folded.text, paragraph[0].start, paragraph[0].end)
        assembly.close(BlockKind.RULE if rule else BlockKind.PARAGRAPH)
    return assembly.finish(path, Format.TEXT.value, folded=folded)


def _write(assembly: Assembly, text: str, paragraph: list[Line]) -> None:
    for at, line in enumerate(paragraph):
        assembly.write(text[line.start : line.end], line.start, line.end)
        if at + 1 < len(paragraph):
            following = paragraph[at + 1]
            assembly.write(line.joint, line.end, following.start)
