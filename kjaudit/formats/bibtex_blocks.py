"""BibTeX text -> blocks: entry type, key, raw fields; strings resolved, comments skipped, broken blocks kept."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

_OPEN = re.compile(r"@\s*([A-Za-z]+)\s*([{(])")
_NAME = re.compile(r"\s*,?\s*([^\s=,{}\"#%()]+)\s*=\s*")
_KEY = re.compile(r"\s*([^,\s{}]*)\s*,?")
_BARE = re.compile(r"[^\s,{}#\"()]+")
_MONTHS = {name: name for name in "jan feb mar apr may jun jul aug sep oct nov dec".split()}  # noqa: SIM905


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One entry as the file has it: type and field names in small letters, values in TeX with outer braces gone."""

    type: str
    key: str
    fields: dict[str, str] = field(default_factory=dict)
    raw: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Broken:
    """A stretch of a file that could not be read, and why."""

    raw: str
    reason: str


def blocks(text: str) -> Iterator[Block | Broken]:
    """Yield the entries of a BibTeX file in order; what cannot be read is yielded as `Broken`."""
    strings = dict(_MONTHS)
    place = 0
    while found := _OPEN.search(text, place):
        kind = found.group(1).lower()
        end = _closing(text, found.end(), found.group(2))
        if end is None:
            following = _OPEN.search(text, found.end())
            place = following.start() if following else len(text)
            yield Broken(raw=text[found.start() : place].strip(), reason="the entry is not closed")
            continue
        place = end + 1
        if kind in ("comment", "preamble"):
            continue
        body = text[found.end() : end]
        raw = text[found.start() : place]
        if kind == "string":
            strings |= {name: value for name, value in _fields(body, 0, strings).items() if value}
            continue
        key = _KEY.match(body)
        start = key.end() if key else 0
        fields = _fields(body, start, strings)
        if not fields and (body[start:].strip() or not body[:start].rstrip().endswith(",")):
            yield Broken(raw=raw, reason="the entry has no fields")
            continue
        yield Block(type=kind, key=key.group(1) if key else "", fields=fields, raw=raw)


def _closing(text: str, start: int, opener: str) -> int | None:
    """Return where the bracket opened before `start` closes; an entry that begins on a new line ends the search."""
    depth = 0
    for found in _BRACES.finditer(text, start):
        token = found.group()
        if token[0] == "\\":
            continue
        if token[0] == "\n":
            return None
        if token == "{":
            depth += 1
        elif token == "}" and (depth or opener == "{"):
            if depth == 0:
                return found.start()
            depth -= 1
        elif token == ")" and opener == "(" and depth == 0:
            return found.start()
    return None


_BRACES = re.compile(r"\\.|[{})]|\n@[A-Za-z]+\s*\{\s*[^\s,{}=]*\s*,", re.DOTALL)


def _fields(body: str, place: int, strings: dict[str, str]) -> dict[str, str]:
    fields: dict[str, str] = {}
    while found := _NAME.match(body, place):
        value, place = _value(body, found.end(), strings)
        name = found.group(1).lower()
        if value.strip() and name not in fields:
            fields[name] = value
        comma = body.find(",", place)
        if comma < 0:
            break
        place = comma
    return fields


def _value(body: str, place: int, strings: dict[str, str]) -> tuple[str, int]:
    """Return a value (parts joined by "#") and where it ends."""
    parts: list[str] = []
    while place < len(body):
        part, place = _part(body, place, strings)
        parts.append(part)
        rest = place
        while rest < len(body) and body[rest].isspace():
            rest += 1
        if body[rest : rest + 1] != "#":
            break
        place = rest + 1
        while place < len(body) and body[place].isspace():
            place += 1
    return "".join(parts), place


def _part(body: str, place: int, strings: dict[str, str]) -> tuple[str, int]:
    if body[place] == "{":
        end = _closing(body, place + 1, "{")
        end = len(body) if end is None else end
        return body[place + 1 : end], end + 1
    if body[place] == '"':
        end = _quote_end(body, place + 1)
        return body[place + 1 : end], end + 1
    bare = _BARE.match(body, place)
    if not bare:
        return "", place + 1
    word = bare.group()
    return strings.get(word.lower(), word), bare.end()


def _quote_end(body: str, place: int) -> int:
    depth = 0
    for found in _QUOTES.finditer(body, place):
        token = found.group()
        if token == "{":
            depth += 1
        elif token == "}":
            depth -= 1
        elif token == '"' and depth <= 0:
            return found.start()
    return len(body)


_QUOTES = re.compile(r"\\.|[{}\"]", re.DOTALL)
