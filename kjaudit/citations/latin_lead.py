"""What a citation in a note opens with: names of authors, then a comma, a title or a bracket."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kjaudit.language.folding import fold_solid
from kjaudit.model import Name, Span

from .printed_names import Piece, Run
from .shelf import Shelf
from .vocabulary import vocabulary

_PARTICLE = (
    r"(?:de|da|do|dos|das|di|del|della|des|du|la|le|las|los|van|von|der|den|ter|ten|zu|zur|af|bin|ibn|al|el|y|e)"
)
_CAPITAL = r"[^\W\d_a-zà-þ]"
_WORD = (
    rf"(?:{_CAPITAL}\.(?:-?{_CAPITAL}\.){{0,3}}|{_CAPITAL}{{2,3}}\.(?=,)|{_CAPITAL}[^\W\d_]*(?:['’‐\-][^\W\d_]+)*(?:\.{{2,3}}|(?<=[JS]r)\.|(?<=St)\.|(?<=[TCP]h)\.|(?<=Wm)\.|(?<=Chr)\.)?"
    rf"|[dl]['’]{_CAPITAL}[^\W\d_]+)"
)
_LINK = rf"(?:{_PARTICLE}|of|for|at|on|the|für|in)\s"
_NAME = rf"(?:{_PARTICLE}\s)*{_WORD}(?:[ -](?:{_LINK}){{0,2}}{_WORD}){{0,7}}(?:\s{_PARTICLE}(?=[.,;]))?"
_AND = (
    r"(?:,?\s(?:and|&|et|und|y|e|i|og|och|en)\s|\s?/\s?|,\s|\s[–—-]\s|\s?·\s?"
    rf"|(?<=[^\W\d_]{{2}})\.\s(?={_CAPITAL}[^\W\d_]+ {_CAPITAL}))"
)
_NAMES = re.compile(rf"{_NAME}(?:{_AND}{_NAME}){{0,24}}")
_OTHERS = re.compile(
    r",?\s(?:et\.?\s?al\b\.?|u\.\s?a\.|and\s(?:others|co-workers)|und\sandere|et\sautres"
    r"|e\saltri|y\s(?:otros|cols\.)|e\soutros|et coll\.)"
)
_DELIMITER = re.compile(r"\s*(?:[,.:](?=\s|\Z)\s?|(?=[“\"«„‘(\[])|(?=https?://))|\Z")
_ROLE = re.compile(r",?\s\((?:eds?|hrsg|hg|coords?|dir|orgs?|comps?)\.?\),?\s?", re.IGNORECASE)
_GIVEN_BRACKET = re.compile(rf"\s\({_WORD}(?:[ -]{_WORD}){{0,2}}\),\s")
"""Given names in brackets after the family name: "BLAISE (Marc), Apologie…"."""
_ORGANISATION = re.compile(
    r"(?:The|Die|Le|La|El|O|A|Os|Las|Los)\s[^\W\d_a-zà-þ][\w-]+\s(?:of\s|de\s|für\s)?[^\W\d_a-zà-þ]"
)
_SHORT_FAMILY = re.compile(r"[^\W\d_a-zà-þ][^\W\d_]\s[^\W\d_a-zà-þ][^\W\d_]+(?:-[^\W\d_]+)?,?\s[“\"«]")
"""Korean and Chinese family names that are words elsewhere: "Im Kyŏngsŏk, “…”", "An Hoesang, “…”"."""
_GIVEN = frozenset(["jan", "may", "april", "june", "august", "mark", "julius", "noch", "sun", "will"])
"""Given names that are words or months too."""
_FAMILY_AFTER = re.compile(
    r"\s(?:[^\W\d_]\.\s)?(?:[a-z]{2,4}\s){0,2}[^\W\d_a-zà-þ][^\W\d_]{2,}[,:]\s[^\W\d_a-zà-þ“\"«]"
)
_OPENING_PARTICLES = frozenset(["de", "van", "von", "del", "di", "da", "du", "des", "ter", "zu", "dal"])
_PARTICLED = re.compile(
    r"(?P<name>(?:[A-Z][a-z]{1,2}|[A-Z]{2,3})\s(?:(?:de|la|las|los|der|den|het|’t|'t)\s){0,2}[^\W\d_a-zà-þ][^\W\d_]+"
    r"(?:[ -](?:[yYeE]\s)?[^\W\d_a-zà-þ][^\W\d_]+){0,2})(?:\s[^\W\d_a-zà-þ]\.?){0,3}(?=,\s|\s[(“«]|:\s)"
)
"""A family name that opens with its particle in a capital: "De la Cuesta, «…»", "Van Deursen, *Mensen*"."""
SAME_AUTHOR = re.compile(
    rf"(?i:ders|dies|idem|eadem|iidem|id|ead|iid|eaed)\.?[,:]\s+"
    rf"(?=in:?\s{_CAPITAL}|(?:[LlDd]['’])?{_CAPITAL}[^\W\d_]{{2,}}|[LD]['’][^\W\d_]|[“«\"„]"
    r"|(?:L[aeo]|El|Il?|Un|O|As?|Os|D[aeu]|Zu|Al|On|In|To|An?)\s[^\W\d_])"
)
"""A word for the author before, in front of a title (Byrd/Lehmann, Zitierfibel; CMOS 14.35)."""
_JOINED = re.compile(r"\s(?:and|&|et|und|y|e|i|og|och|en)\s|/|·")
_TITLE_WORD = re.compile(r"\w\s(?:des|dem|of|the|and|für|zur|zum|im|in|on|for|über|unter)\s\w")
"""A word that stands within titles and organisations, not within a person's name."""
_INITIAL = re.compile(r"(?:[^\W\d_]\.[\s-]?)+\Z")


@dataclass(frozen=True, slots=True)
class Lead:
    """
    Names, and the title where it follows in title case without marks around it.

    Attributes:
        names: as far as they can be told from a title; empty where a quoted title stands first.
        others: "et al." follows.
        title: what may be a title in the run of capitalised words.
        end: where the run ends, delimiter included.
        strong: the shape is that of names: two words or more, or a list of names, or initials.
        known: the first name is the first author of an entry.
        inherits: "ders.", "idem" before a title: the names are those of the work before.
    """

    names: tuple[Name, ...]
    others: bool
    title: str
    end: int
    strong: bool
    known: bool
    inherits: bool = False


def lead_at(text: str, at: int, end: int, shelf: Shelf) -> Lead | None:
    """Return the lead that begins at `at`, or `None`."""
    if at < end and text[at] in '“"«„':
        return Lead((), others=False, title="", end=at + 1, strong=False, known=False)
    same = SAME_AUTHOR.match(text, at, end)
    if same is not None:
        return Lead((), others=False, title="", end=same.end(), strong=True, known=True, inherits=True)
    found = _NAMES.match(text, at, end)
    if found is None or _barred(text, at, end, shelf):
        return None
    pieces = _pieces(text, found)
    others = _OTHERS.match(text, found.end(), end)
    stop = others.end() if others else found.end()
    bracketed = _GIVEN_BRACKET.match(text, stop, end)
    role = _ROLE.match(text, stop, end) or bracketed
    delimiter = _DELIMITER.match(text, stop, end)
    if role:
        stop = role.end()
    elif delimiter:
        stop = delimiter.end()
    elif len(pieces) > 1 and not others:
        stop = pieces[-1].span.start
        pieces = pieces[:-1]
    else:
        return None
    joined = _JOINED.search(found.group()) is not None
    if not joined and len(pieces) > 1 and " " in pieces[0].text and not _listed_names(pieces, shelf):
        others, stop, pieces = None, pieces[1].span.start, pieces[:1]
    taken, title = _divided(pieces, shelf)
    if title:
        title = text[
            next(piece.span.start for piece in pieces if piece.span.start >= taken[-1].span.end) : pieces[-1].span.end
        ]
    known = shelf.knows(taken[0].text) or fold_solid(taken[0].text.partition(",")[0].split()[-1]) in shelf.by_first
    strong = bracketed is not None or len(taken) > 1 or len(taken[0].text.split()) > 1 or others is not None
    return Lead(Run(tuple(taken)).names(), others=others is not None, title=title, end=stop, strong=strong, known=known)


def after_signals(text: str, at: int, end: int) -> int:
    """Return where the words that introduce a citation ("see also") end."""
    while at < end and (text[at].isspace() or text[at] in ",;:.()[]-–—"):
        at += 1
    signal = vocabulary().signal.match(text, at, end)
    while signal and signal.end() > at and text[signal.end() : signal.end() + 1] != "." and not _initial(signal):
        at = signal.end()
        signal = vocabulary().signal.match(text, at, end)
    return at


def _listed_names(pieces: list[Piece], shelf: Shelf) -> bool:
    """Whether what follows a name in full goes on with names: in full as well, known, or initials."""
    following = pieces[1].text
    if " " in following or _INITIAL.match(following + "."):
        return True
    return fold_solid(following) in shelf.by_name


def _initial(signal: re.Match[str]) -> bool:
    """Whether "S." before a name is an initial, not German "see"."""
    printed = signal.group().strip()
    return len(printed) == 2 and printed[0].isupper() and printed[1] == "."


def _barred(text: str, at: int, end: int, shelf: Shelf) -> bool:
    """Whether the first word is one that opens sentences, or stands for a work."""
    words = vocabulary()
    first = re.compile(r"[^\W\d_]+").match(text, at, end)
    if first is None or words.ibid.match(text, at, end):
        return True
    lower = first.group().lower()
    if lower in words.connectors and first.group()[0].islower():
        return True
    if len(lower) == 1 and text[first.end() : first.end() + 1] == ".":
        return False
    if lower not in words.not_names or (first.group().isupper() and len(lower) > 2):
        return False
    if _named_so(text, first, end, shelf):
        return False
    return not _ORGANISATION.match(text, at, end) and not _SHORT_FAMILY.match(text, at, end)


def _named_so(text: str, first: re.Match[str], end: int, shelf: Shelf) -> bool:
    """Whether a word that opens sentences opens a name here: "De la Cuesta, «…»", "Jan Haas, Roads"."""
    lower = first.group().lower()
    particled = _PARTICLED.match(text, first.start(), end)
    if particled and (lower in _OPENING_PARTICLES or _known_particled(particled["name"], shelf)):
        return True
    return lower in _GIVEN and _FAMILY_AFTER.match(text, first.end(), end) is not None


def _known_particled(name: str, shelf: Shelf) -> bool:
    return shelf.knows(name) or shelf.knows(" ".join(name.split()[:2]))


def _pieces(text: str, found: re.Match[str]) -> list[Piece]:
    start = found.start()
    pieces: list[Piece] = []
    at = start
    for separator in re.finditer(_AND, found.group()):
        if start + separator.start() > at:
            pieces.append(_piece(text, at, start + separator.start()))
        at = start + separator.end()
    pieces.append(_piece(text, at, found.end()))
    return [piece for piece in pieces if piece.text]


def _piece(text: str, start: int, end: int) -> Piece:
    return Piece(Span(start, end), text[start:end].rstrip("."))


def _divided(pieces: list[Piece], shelf: Shelf) -> tuple[list[Piece], str]:
    """
    Tell names from a title in title case: "Franco Moretti, Distant Reading".

    The list's authors decide; else a "Family, Given" pair opens the first name, and what follows a comma and is no
    known name and not tied by "and" is taken for a title.
    """
    taken = [pieces[0]]
    for piece in pieces[1:]:
        last = taken[-1]
        if _INITIAL.match(piece.text + ".") and len(piece.text) < 8:
            taken[-1] = Piece(Span(last.span.start, piece.span.end), f"{last.text}, {piece.text}")
        elif fold_solid(piece.text) in shelf.by_name or fold_solid(piece.text.split()[-1]) in shelf.by_name:
            taken.append(piece)
        elif _TITLE_WORD.search(piece.text) or (len(taken) == 1 and len(pieces) == 2 and len(piece.text.split()) > 1):
            while len(taken) > 1 and piece.span.start - taken[-1].span.end > 2:  # "Health and Justice in the City"
                piece = taken.pop()
            return taken, piece.text
        else:
            taken.append(piece)
    return taken, ""
