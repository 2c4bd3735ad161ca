"""A note in Latin script cut at semicolons and full stops, quotations and brackets left whole."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .vocabulary import vocabulary

_MARK = re.compile(r"[“”\"«»„()\[\];]|[.?!][”\"»’)\]]*(?=\s)")
_ABBREVIATION = re.compile(
    r"(?:^|[\s(,.\-–&])(?:[^\W\d_]|[A-ZÀ-Þ]\.-?[A-ZÀ-Þ]|al|vol|vols|no|nos|nr|pp|p|ed|eds|et|cf|cit|op|loc|nn|fn|st|dr|prof|trans|transl|bd|bde|hrsg|hg|aufl"
    r"|vgl|bzw|ders|dies|rev|ser|repr|orig|jr|sr|ch|chap|cap|art|dir|coord|coords|comp|org|orgs|trad|tr|fol|fols|ff|sq|sqq|ill|illus|univ|dept"
    r"|inc|ltd|co|núm|pág|págs|vid|véase|ss|abs|rn|anm|kap|abb|tab|fig|ca|c|n|s|f|i\.e|e\.g|z|jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec|ibid|id|ib)\Z",
    re.IGNORECASE,
)
_DOOR = re.compile(
    r"(?<=[^\d]):\s+(?=[A-ZÀ-Þ“\"«])|[(\[](?=[A-ZÀ-Þ“\"«])|[,;]\s+(?:and|et|und|y|e)\s+(?=[A-ZÀ-Þ“\"«_])|,\s+(?=[A-ZÀ-Þ])"
)
_CAPITAL_WORD = r"[^\W\d_a-zà-þ][\w'’‐-]+"
_FURTHER = re.compile(
    r"(?P<page>(?:\b(?:pp?|S|Sp|Rn|Rz|págs?|fols?)\.\s?\d{1,5}|(?<![\d(])\d{1,3})(?:\s?[-–—]\s?\d{1,5})?(?:\s(?:ff?\.?|sqq?\.?|ss\.|sgg\.))?)"
    r",?\s(?:und|sowie|y|et|e|and|with|as well as|ainsi que|nonché|og|och|en)\s+"
    r"(?=(?:[^\W\d_a-zà-þ][\w.'’‐-]*[ /]|(?:de|van|von|del|di|da|la|le)\s){0,4}"
    rf"{_CAPITAL_WORD}(?:,\s[^\d]|:\s|\s[(“«\"]))"
    r"(?!(?:Bd|Vol|Abb|Fig|Taf|Tab|Art|Nr|No|Kap|Ch)\b)"
)
"""A page, "and", then a name with a comma: a further work in the same sentence."""
_SMALL_WORD = re.compile(r"(?<!\w)[^\W\d_A-ZÀ-Þ][^\W\d_]*")
LONGEST_QUOTE = 600


@dataclass(frozen=True, slots=True)
class Part:
    """
    A sentence or clause of a note.

    Attributes:
        start, end: without surrounding white space; the closing full stop is in.
        after_semicolon: a semicolon, not a full stop, stands before it.
        doors: places inside at which a citation may begin.
    """

    start: int
    end: int
    after_semicolon: bool
    doors: tuple[int, ...]


def parts(text: str, start: int, end: int) -> list[Part]:
    """Return the parts of `text[start:end]` in order."""
    cuts: list[tuple[int, int, bool]] = []
    depth = 0
    quoted_until = -1
    for mark in _MARK.finditer(text, start, end):
        char = mark.group()[0]
        if mark.start() < quoted_until:
            continue
        if char in '“"«„':
            quoted_until = _closing(text, mark.start(), end) + 1
        elif char in "([":
            depth += 1
        elif char in ")]":
            depth = max(0, depth - 1)
        elif char == ";" and depth == 0:
            cuts.append((mark.end(), mark.end(), True))
        elif char in ".?!" and depth == 0 and not _shortens(text, start, mark, end):
            cuts.append((mark.end(), mark.end(), False))
    cuts += [(found.end("page"), found.end(), True) for found in _FURTHER.finditer(text, start, end)]
    found: list[Part] = []
    at, semicolon = start, False
    for cut, following, by_semicolon in [*sorted(cuts), (end, end, False)]:
        part = _part(text, at, cut, after_semicolon=semicolon) if cut > at else None
        if part:
            found.append(part)
        at, semicolon = max(at, following), by_semicolon
    return found


def _closing(text: str, opened: int, end: int) -> int:
    partner = {"“": "”", '"': '"', "«": "»", "„": "“"}[text[opened]]
    closed = text.find(partner, opened + 1, min(end, opened + LONGEST_QUOTE))
    if closed < 0 and text[opened] == "„":
        closed = text.find("”", opened + 1, min(end, opened + LONGEST_QUOTE))
    return closed if closed >= 0 else -1


def _shortens(text: str, start: int, mark: re.Match[str], end: int) -> bool:
    if mark.group() != ".":
        return False
    following = text[mark.end() : mark.end() + 3].lstrip()[:1]
    if following.islower() or following in (",", ";", ":"):
        return True
    before = _ABBREVIATION.search(text[max(start, mark.start() - 12) : mark.start()])
    return before is not None and mark.end() < end


def _part(text: str, start: int, end: int, *, after_semicolon: bool) -> Part | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1] in " \t\n;":
        end -= 1
    if start >= end:
        return None
    doors = {door.end() for door in _DOOR.finditer(text, start, end)}
    words = vocabulary()
    for found in _SMALL_WORD.finditer(text, start, end):
        signal = words.signal.match(text, found.start(), end) if found.group() in words.signal_opens else None
        if signal and signal.end() < end and text[signal.end()] in _CAPITALS:
            doors.add(signal.end())
        elif signal and signal.end() >= end and found.start() > start:
            end = found.start()
            break
    while end > start and text[end - 1] in " ,":
        end -= 1
    return Part(start, end, after_semicolon, tuple(sorted(doors)))


class _Capitals:
    def __contains__(self, char: object) -> bool:
        return isinstance(char, str) and (char.isupper() or char in '“"«„')


_CAPITALS = _Capitals()
