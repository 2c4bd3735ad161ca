"""Marks inside a Markdown paragraph: what is printed, what is raised, which notes and works it calls."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html.entities import html5

from .emphasis import Delimiter, literal_marks
from .markdown_flat import Flat, Piece, PieceKind, cut, flattened, mapped, source_of

_PLAIN = re.compile(r"[^\\`<\[\]!^~*_&@]+")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_TICKS = re.compile(r"`+")
_LONGEST_TICKS = 8
_AUTOLINK = re.compile(r"<((?:[A-Za-z][A-Za-z0-9+.\-]{1,31}:[^\s<>]*)|(?:[\w.+\-]+@[\w\-]+(?:\.[\w\-]+)+))>")
_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9\-]*)(?:\s[^<>]*|/)?>")
_COMMENT = re.compile(r"<!--.*?-->", re.S)
_NOTE = re.compile(r"\[\^([^\]\s]{1,80})\]")
_RAISED = re.compile(r"\^((?:\\.|[^\s^\\\[]){1,60})\^")
_STRUCK = re.compile(r"~{1,2}")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_RUN = re.compile(r"\*+|_+")
_TARGET = re.compile(
    r"\((?:[ \t\n]*<[^<>\n]*>|[^\s()]*(?:\([^\s()]*\)[^\s()]*)*)(?:\s+(?:\"[^\"]*\"|'[^']*'|"
    r"\([^()]*\)))?\s*\)(?:\{[^{}\n]*\})?"
)
_NAMED = re.compile(r"\[([^\[\]]{0,200})\]")
_ATTRIBUTES = re.compile(r"\{[^{}\n]*\}")
_KEY = re.compile(r"(?<![\w@])-?@(?:\{([^{}\s]+)\}|([A-Za-z0-9_][\w:.#$%&\-+?<>~/]*))")
_LONGEST_GROUP = 1000
"""Characters of a bracketed group of citation keys."""
_LOCATOR = re.compile(r" ?\[([^\[\]@\n]{1,80})\]")


class Inline:
    """Reads paragraphs of one text."""

    def __init__(self, text: str, notes: frozenset[str], links: frozenset[str]) -> None:
        self.text = text
        self.notes = notes
        self.links = links

    def pieces(self, lines: Sequence[tuple[int, int]], joints: Sequence[str]) -> Iterator[Piece]:
        """
        Yield the pieces of a paragraph.

        Args:
            lines: slices of the text.
            joints: what follows each line but the last.
        """
        return iter(_Paragraph(self, flattened(self.text, lines, joints)).read())


@dataclass(slots=True)
class _Token:
    """A piece of the flat paragraph before emphasis is settled: flat[start:end] printed as `text`."""

    text: str
    start: int
    end: int
    raised: bool = False
    kind: PieceKind = PieceKind.TEXT
    inner: tuple[Piece, ...] = ()
    items: tuple[str, ...] = ()
    delimiter: Delimiter | None = None


class _Paragraph:
    """Reads one paragraph from left to right, once."""

    def __init__(self, owner: Inline, flat: Flat, *, depth: int = 0) -> None:
        self.owner = owner
        self.flat = flat
        self.depth = depth
        self.text = flat.text
        self.at = 0
        self.raised = False
        self.tokens: list[_Token] = []
        self.brackets = _partners(self.text)
        self.skipped: dict[int, int] = {}
        self.unclosed: set[int] = set()

    def read(self) -> list[Piece]:
        readers = {
            "\\": self._escape,
            "`": self._code,
            "<": self._angle,
            "[": self._bracket,
            "!": self._image,
            "^": self._caret,
            "~": self._tilde,
            "*": self._run,
            "_": self._run,
            "&": self._entity,
            "@": self._key,
        }
        while self.at < len(self.text):
            if self.at in self.skipped:
                self.at = self.skipped[self.at]
                continue
            plain = _PLAIN.match(self.text, self.at)
            if plain:
                self._put(plain.group(), plain.start(), plain.end())
                continue
            reader = readers.get(self.text[self.at])
            if reader is None or not reader():
                self._put(self.text[self.at], self.at, self.at + 1)
        return self._settled()

    def _put(self, text: str, start: int, end: int) -> None:
        if text:
            self.tokens.append(_Token(text, start, end, self.raised))
        self.at = end

    def _escape(self) -> bool:
        found = _ESCAPED.match(self.text, self.at)
        if found:
            self._put(found.group(1), found.start(1), found.end())
        return found is not None

    def _code(self) -> bool:
        ticks = _TICKS.match(self.text, self.at)
        if ticks is None or len(ticks.group()) > _LONGEST_TICKS or len(ticks.group()) in self.unclosed:
            self._put(ticks.group() if ticks else "`", self.at, ticks.end() if ticks else self.at + 1)
            return True
        for closing in _TICKS.finditer(self.text, ticks.end()):
            if len(closing.group()) == len(ticks.group()):
                self._put(self.text[ticks.end() : closing.start()], ticks.end(), closing.start())
                self.at = closing.end()
                return True
        self.unclosed.add(len(ticks.group()))
        self._put(ticks.group(), self.at, ticks.end())
        return True

    def _angle(self) -> bool:
        link = _AUTOLINK.match(self.text, self.at)
        if link:
            self._put(link.group(1), link.start(1), link.end(1))
            self.at = link.end()
            return True
        tag = _TAG.match(self.text, self.at)
        if tag:
            name = tag.group(2).lower()
            if name == "sup":
                self.raised = not tag.group(1)
            elif name == "br":
                self._put("\n", tag.start(), tag.end())
            self.at = tag.end()
            return True
        if self.text.startswith("<!--", self.at) and 0 not in self.unclosed:
            comment = _COMMENT.match(self.text, self.at)
            if comment:
                self.at = comment.end()
                return True
            self.unclosed.add(0)
        return False

    def _bracket(self) -> bool:
        note = _NOTE.match(self.text, self.at)
        if note:
            name = note.group(1)
            if name in self.owner.notes:
                self.tokens.append(_Token(name, note.start(), note.end(), kind=PieceKind.NOTE))
                self.at = note.end()
            elif name.isdecimal():
                self.tokens.append(_Token(name, note.start(), note.end(), raised=True))
                self.at = note.end()
            else:
                self._put(note.group(), note.start(), note.end())
            return True
        close = self.brackets.get(self.at)
        if close is None:
            return False
        if self._is_citation(self.at, close):
            return self._cite(self.at, close + 1, _KEY.finditer(self.text, self.at, close))
        return self._link(close)

    def _link(self, close: int) -> bool:
        """Drop the brackets of a link and its target; its text is read on."""
        target = self._target(close)
        if target is None:
            return False
        self.skipped[close] = target
        self.at += 1
        return True

    def _target(self, close: int) -> int | None:
        """Return where the target after the bracket at `close` ends, or None where the bracket is no link's."""
        after = close + 1
        for pattern in (_TARGET, _ATTRIBUTES):
            found = pattern.match(self.text, after)
            if found:
                return found.end()
        named = _NAMED.match(self.text, after)
        if named and " ".join(named.group(1).casefold().split()) in self.owner.links:
            return named.end()
        inner = self.text[self.at + 1 : min(close, self.at + 201)]
        if close - self.at <= 200 and " ".join(inner.casefold().split()) in self.owner.links:
            return named.end() if named and not named.group(1) else after
        return None

    def _image(self) -> bool:
        close = self.brackets.get(self.at + 1)
        if close is None or self.text[self.at + 1] != "[":
            return False
        self.at += 1
        if not self._link(close):
            self.at -= 1
            return False
        return True

    def _is_citation(self, start: int, close: int) -> bool:
        return close - start <= _LONGEST_GROUP and _KEY.search(self.text, start, close) is not None

    def _cite(self, start: int, end: int, keys: Iterator[re.Match[str]]) -> bool:
        items = tuple(
            json.dumps({"id": (key.group(1) or key.group(2)).rstrip(".:;,")}, ensure_ascii=False) for key in keys
        )
        inner = tuple(mapped(self.flat, PieceKind.TEXT, self.text[start:end], start, end))
        self.tokens.append(_Token("", start, end, kind=PieceKind.CITATION, inner=inner, items=items))
        self.at = end
        return True

    def _key(self) -> bool:
        """Read a citation key in the running text, with the locator that may follow it."""
        key = _KEY.match(self.text, self.at)
        if key is None or "." in (key.group(2) or "")[:-1] or self._in_address():
            return False
        end = key.end() - len(key.group()) + len(key.group().rstrip(".:;,?"))
        locator = _LOCATOR.match(self.text, end)
        return self._cite(self.at, locator.end() if locator else end, iter([key]))

    def _in_address(self) -> bool:
        return self.at > 0 and (self.text[self.at - 1].isalnum() or self.text[self.at - 1] in "./:_")

    def _caret(self) -> bool:
        if self.text.startswith("^[", self.at):
            close = self.brackets.get(self.at + 1)
            if close is not None and self.depth < 3:
                inner = cut(self.flat, self.at + 2, close)
                pieces = tuple(_Paragraph(self.owner, inner, depth=self.depth + 1).read())
                self.tokens.append(_Token("", self.at, close + 1, kind=PieceKind.INLINE_NOTE, inner=pieces))
                self.at = close + 1
                return True
        raised = _RAISED.match(self.text, self.at)
        if raised is None:
            return False
        words = raised.group(1).replace("\\", "")
        self.tokens.append(_Token(words, raised.start(1), raised.end(1), raised=True))
        self.at = raised.end()
        return True

    def _tilde(self) -> bool:
        """Drop the marks of struck and lowered words; a lone tilde between words stays."""
        found = _STRUCK.match(self.text, self.at)
        if found is None or len(found.group()) < 2:
            return False
        self.at = found.end()
        return True

    def _entity(self) -> bool:
        found = _ENTITY.match(self.text, self.at)
        if found is None:
            return False
        name = found.group()[1:]
        if not name.startswith("#") and name not in html5:
            return False
        meant = html.unescape(found.group())
        self._put(meant, found.start(), found.end())
        return True

    def _run(self) -> bool:
        found = _RUN.match(self.text, self.at)
        if found is None:
            return False
        mark = Delimiter.of(self.text, found.start(), found.end())
        self.tokens.append(_Token(found.group(), found.start(), found.end(), self.raised, delimiter=mark))
        self.at = found.end()
        return True

    def _settled(self) -> list[Piece]:
        """Return the pieces, emphasis marks dropped where they are a pair."""
        literal = literal_marks([token.delimiter for token in self.tokens if token.delimiter])
        pieces: list[Piece] = []
        for token in self.tokens:
            if token.delimiter is not None:
                left = literal[token.start]
                pieces.extend(mapped(self.flat, PieceKind.TEXT, token.text[:left], token.start, token.start + left))
            elif token.kind is PieceKind.TEXT:
                kind = PieceKind.RAISED if token.raised and token.text.strip() else PieceKind.TEXT
                pieces.extend(mapped(self.flat, kind, token.text, token.start, token.end))
            else:
                start, end = source_of(self.flat, token.start, token.end)
                pieces.append(Piece(token.kind, token.text, start, end, token.inner, token.items))
        return pieces


def _partners(text: str) -> dict[int, int]:
    """Return the closing bracket of every opening one that has one."""
    partners: dict[int, int] = {}
    waiting: list[int] = []
    for found in re.finditer(r"\\.|[\[\]]", text, re.S):
        if found.group() == "[":
            waiting.append(found.start())
        elif found.group() == "]" and waiting:
            partners[waiting.pop()] = found.start()
    return partners
