"""Title, authors and date in the YAML block or the percent lines that open a Markdown file."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kjaudit.model import Span

_YAML = re.compile(
    r"\s*---[ \t]*\n(?![ \t]*\n)((?:(?!---[ \t]*$|\.\.\.[ \t]*$).*\n){0,400}?)(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.M
)
_KEY = re.compile(r"^(title|subtitle|author|authors|date)[ \t]*:[ \t]*(.*)$", re.I)
_NESTED = re.compile(r"^[ \t]*(?:-[ \t]+)?(?:name|literal)[ \t]*:[ \t]*(.+)$", re.I)
_ITEM = re.compile(r"^[ \t]*-[ \t]+(?!\w+[ \t]*:[ \t])(.+)$")
_PERCENT = re.compile(r"%[ \t]*(.*)\n")


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What the front matter says, as spans of the text; `end`: where it ends, 0 where there is none."""

    end: int = 0
    title: str = ""
    titles: tuple[Span, ...] = ()
    bylines: tuple[Span, ...] = ()


def front_matter(text: str) -> FrontMatter:
    """Read the front matter of a Markdown text; an unreadable one is no front matter."""
    found = _YAML.match(text)
    if found and ":" in found.group(1):
        return _yaml(text, found.start(1), found.end(1), found.end())
    if text.startswith("%"):
        return _percent(text)
    return FrontMatter()


def _yaml(text: str, start: int, stop: int, end: int) -> FrontMatter:
    values: dict[str, list[Span]] = {"title": [], "author": [], "date": []}
    key = ""
    at = start
    for line in text[start:stop].split("\n"):
        named = _KEY.match(line)
        inner = _NESTED.match(line) or _ITEM.match(line)
        if named:
            key = {"authors": "author", "subtitle": ""}.get(named.group(1).lower(), named.group(1).lower())
            spans = _scalars(text, at + named.start(2), at + named.end(2))
        elif key and inner:
            spans = _scalars(text, at + inner.start(1), at + inner.end(1))
        else:
            spans = []
            key = key if line[:1] in " \t-" else ""
        if key:
            values[key].extend(spans)
        at += len(line) + 1
    titles = values["title"][:1]
    return FrontMatter(
        end=end,
        title=titles[0].of(text) if titles else "",
        titles=tuple(titles),
        bylines=(*values["author"], *values["date"][:1]),
    )


def _scalars(text: str, start: int, end: int) -> list[Span]:
    """Return the values between start and end: one, or those of a flow list, without quotes."""
    value = text[start:end].strip()
    if not value or value[0] in "|>{&*":
        return []
    start += len(text[start:end]) - len(text[start:end].lstrip())
    end = start + len(value)
    if value[0] == "[" and value[-1] == "]":
        parts = []
        at = start + 1
        for item in text[start + 1 : end - 1].split(","):
            parts.extend(_scalars(text, at, at + len(item)))
            at += len(item) + 1
        return parts
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        start, end = start + 1, end - 1
    return [Span(start, end)] if text[start:end].strip() else []


def _percent(text: str) -> FrontMatter:
    """Read pandoc's title block: a line each for title, authors and date."""
    at = 0
    spans: list[Span | None] = []
    while len(spans) < 3 and (line := _PERCENT.match(text, at)):
        spans.append(Span(line.start(1), line.end(1)) if line.group(1).strip() else None)
        at = line.end()
    title = spans[0] if spans else None
    return FrontMatter(
        end=at,
        title=title.of(text).strip() if title else "",
        titles=(title,) if title else (),
        bylines=tuple(span for span in spans[1:] if span),
    )
