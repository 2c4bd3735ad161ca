"""With which characters a match of a regular expression can begin: most places of a text need no second look."""

from __future__ import annotations

import re

_QUANTIFIER = re.compile(r"(?P<least>[*?]|\+|\{(?P<low>\d*),?\d*\})[?+]?")
_LOOK = ("(?=", "(?!", "(?<=", "(?<!")
_ANY = "any"
"""Stands for a class that excludes characters, which need not begin a match."""
_CLASSES = frozenset("dwsDWS")


class _UnknownError(Exception):
    """The pattern may begin with anything."""


def openings(pattern: str) -> str | None:
    """
    Return a character class ("[가나a-z]") that holds every character with which `pattern` can begin.

    `None` where it can match nothing, begins with a character it only excludes, or uses what this reader does not know.
    Reads groups, alternatives, classes, escapes, quantifiers and looks; a class that is too wide costs time, not hits.
    """
    try:
        parts, empty, at = _alternatives(pattern, 0)
    except _UnknownError:
        return None
    return None if empty or at != len(pattern) or not parts or _ANY in parts else f"[{''.join(sorted(parts))}]"


def _alternatives(pattern: str, at: int) -> tuple[set[str], bool, int]:
    """Read branches up to the end or an unmatched bracket; return what they begin with and whether one may be empty."""
    found: set[str] = set()
    empty = False
    while True:
        parts, nothing, at = _branch(pattern, at)
        found |= parts
        empty = empty or nothing
        if at >= len(pattern) or pattern[at] == ")":
            return found, empty, at
        at += 1


def _branch(pattern: str, at: int) -> tuple[set[str], bool, int]:
    found: set[str] = set()
    empty = True
    while at < len(pattern) and pattern[at] not in "|)":
        parts, nothing, at = _atom(pattern, at)
        quantified = _QUANTIFIER.match(pattern, at)
        if quantified is not None:
            at = quantified.end()
            nothing = nothing or quantified["least"] in "*?" or quantified["low"] in ("", "0")
        if empty:
            found |= parts
            empty = nothing
    return found, empty, at


def _atom(pattern: str, at: int) -> tuple[set[str], bool, int]:
    char = pattern[at]
    if char == "(":
        return _group(pattern, at)
    if char == "[":
        end = pattern.index("]", at + 2)
        if pattern[end - 1] == "\\":
            raise _UnknownError
        return {_ANY if pattern[at + 1] == "^" else pattern[at + 1 : end]}, False, end + 1
    if char == "\\":
        return _escape(pattern, at)
    if char in "^$":
        return set(), True, at + 1
    return {_ANY if char == "." else re.escape(char)}, False, at + 1


def _escape(pattern: str, at: int) -> tuple[set[str], bool, int]:
    escaped = pattern[at + 1]
    if escaped in "bB":
        return set(), True, at + 2
    if escaped.isalnum() and escaped not in _CLASSES:
        raise _UnknownError
    return {pattern[at : at + 2]}, False, at + 2


def _group(pattern: str, at: int) -> tuple[set[str], bool, int]:
    look = next((opening for opening in _LOOK if pattern.startswith(opening, at)), None)
    if look is not None:
        *_, end = _alternatives(pattern, at + len(look))
        return set(), True, end + 1
    if pattern.startswith("(?P<", at):
        at = pattern.index(">", at) + 1
    elif pattern.startswith("(?:", at):
        at += 3
    else:
        raise _UnknownError
    found, empty, end = _alternatives(pattern, at)
    return found, empty, end + 1
