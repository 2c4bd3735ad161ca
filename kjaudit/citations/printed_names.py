"""Author names printed in front of a year or a title, in Latin script: where they begin, and what they are."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kjaudit.language.names import PARTICLES
from kjaudit.model import Name, Span

from .vocabulary import vocabulary

WINDOW = 220
"""How many characters before a year or title are searched for names."""

_LETTER = r"[^\W\d_\u3041-\u9fff\uac00-\ud7a3]"
_TOKEN = re.compile(rf"{_LETTER}(?:{_LETTER}|['’.\-‐](?=[^\W\d_])|\.[-‐](?={_LETTER}))*\.*|[&/,+]|\S")
_BETWEEN = frozenset("&,/+，、·・ㆍ와과と및")
"""Signs between two names, and the particles that join Latin names in Korean and Japanese sentences."""
_LISTING = frozenset(",，、")
_ABBREVIATED = re.compile(r"\s?(?:[\[(（][A-Z][A-Za-z&-]{1,9}[\])）]|\x01+)\Z")
"""What an organisation is called for short, in brackets after its name."""
_ROMANISED = re.compile(r"[ŏŭ]|[ktp]['’]|ch['’]", re.IGNORECASE)
"""Marks of McCune-Reischauer: the short word before them is a family name ("O Sŏng", "No T’aeu")."""
_POSSESSIVE = re.compile(r"['’]s?$")
_INITIALS = re.compile(r"(?:[^\W\d_](?:\.[\s-]?|[\s-]|$))+|[A-ZÀ-Þ]{1,3}")
_ORGANISATION = frozenset(
    ["of", "for", "on", "the", "and", "in", "at", "de", "des", "du", "da", "do", "dos", "für", "of", "del"]
)
_SHOUTED = frozenset(["E", "Y", "ET", "AND", "UND"])
"""Words between two names where names are printed in capitals: "FONSECA E COSTA, 2013"."""
_KEPT_PARTICLES = frozenset(
    ["van", "von", "der", "den", "ter", "ten", "zu", "vom", "af", "bin", "ibn", "abu", "al", "el", "d", "st", "saint"]
)


@dataclass(frozen=True, slots=True)
class Piece:
    """One name as printed: its place, its words."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Run:
    """
    Names printed one after the other.

    Attributes:
        pieces: in printed order.
        others: "et al." closes them.
        joined: "and" or "&" stands before the last.
    """

    pieces: tuple[Piece, ...] = ()
    others: bool = False
    joined: bool = False

    @property
    def start(self) -> int:
        """Where the first name begins."""
        return self.pieces[0].span.start

    def names(self) -> tuple[Name, ...]:
        """Return the pieces as names; one of several words stays unsplit."""
        return tuple(_name(piece) for piece in self.pieces)

    def since(self, first: int) -> Run:
        """Return the run without the pieces before `first`."""
        return Run(self.pieces[first:], self.others, self.joined and len(self.pieces) - first > 1)


@dataclass(slots=True)
class _Token:
    start: int
    end: int
    text: str

    @property
    def capital(self) -> bool:
        bare = self.text.lstrip("'’")
        return bare[:1].isupper() or (bare[:2].lower() in ("d'", "d’", "l'", "l’") and bare[2:3].isupper())


def names_before(text: str, end: int, floor: int) -> Run | None:
    """
    Return the names that end right before `end`, or `None` where none do.

    Args:
        text: the document's.
        end: where the year, bracket or title begins.
        floor: names do not begin before it.
    """
    low = max(floor, end - WINDOW)
    stretch = text[low:end].rstrip(" \t\n\u00a0,:(（[")
    stretch = _ABBREVIATED.sub("", stretch).rstrip(" ,")
    others = _others_at_end(stretch)
    if others is not None:
        stretch = stretch[:others].rstrip(" ,\n")
    tokens = [_Token(low + m.start(), low + m.end(), m.group()) for m in _TOKEN.finditer(stretch)]
    if low > floor and tokens and text[low - 1 : low].isalnum():
        tokens = tokens[1:]
    if tokens and tokens[-1].text in ("'", "’"):
        tokens.pop()
    if tokens:
        tokens[-1] = _without_possessive(tokens[-1])
    kept = _accepted(tokens)
    if kept and _owned(tokens, kept[0]):
        return None
    pieces, joined = _split(kept, text)
    return Run(tuple(pieces), others is not None, joined) if pieces else None


def _owned(tokens: list[_Token], first: _Token) -> bool:
    """Whether a possessive stands before the run: "Foucault's Discipline and Punish (1975)" ends in a title."""
    place = next((at for at, token in enumerate(tokens) if token.start == first.start), 0)
    before = tokens[place - 1].text if place else ""
    return _POSSESSIVE.search(before) is not None and len(before) > 2


def _others_at_end(stretch: str) -> int | None:
    for found in vocabulary().others.finditer(stretch, max(0, len(stretch) - 24)):
        if not stretch[found.end() :].strip(" ,.'’s])"):
            return found.start() - (stretch[found.start() - 1 : found.start()] in ("[", "("))
    return None


def _without_possessive(token: _Token) -> _Token:
    bare = _POSSESSIVE.sub("", token.text)
    return _Token(token.start, token.start + len(bare), bare) if len(bare) > 1 else token


def _accepted(tokens: list[_Token]) -> list[_Token]:
    """Return the tokens, from the right, that can belong to a list of names."""
    kept: list[_Token] = []
    for place in range(len(tokens) - 1, max(-1, len(tokens) - 30), -1):
        token = tokens[place]
        left = tokens[place - 1] if place else None
        lower = token.text.lower().rstrip(".")
        if token.text in _BETWEEN:
            fits = bool(kept) and left is not None and (left.capital or left.text in _LISTING)
        elif token.capital and kept and re.search(r"['’]s\Z", token.text):
            fits = False
        elif token.capital:
            plain = _plain(token, lower) or (bool(kept) and _family_part(token, lower, kept[-1], left))
            fits = plain and not (not kept and len(token.text.rstrip(".")) < 2 and left is None)
        else:
            fits = bool(kept) and _links(lower, kept[-1], left)
        if not fits:
            break
        kept.append(token)
    kept.reverse()
    return _trimmed(kept)


def _plain(token: _Token, lower: str) -> bool:
    """Whether a capitalised word is an initial, or none of the words that no name begins with."""
    initial = len(lower) == 1 and token.text.endswith(".")
    return initial or lower not in vocabulary().not_names or (token.text.isupper() and len(token.text) > 2)


def _family_part(token: _Token, lower: str, right: _Token, left: _Token | None) -> bool:
    """Whether a word that often is none belongs to the name after it: "De Ridder" in a list of names, "O Sŏng"."""
    if not right.capital and right.text.lower() not in PARTICLES:
        return False
    if len(lower) <= 2 and _ROMANISED.search(right.text):
        return True
    listed = left is None or left.text in _BETWEEN or left.text.lower() in vocabulary().connectors
    return lower in PARTICLES and listed


def _links(lower: str, right: _Token, left: _Token | None) -> bool:
    """Whether a word in small letters may stand between two names, or before one."""
    words = vocabulary()
    if lower in _KEPT_PARTICLES:
        return right.capital or right.text.lower() in PARTICLES
    between = left is not None and (left.capital or left.text == ",")
    if lower in words.connectors:
        return between and (right.capital or right.text.lower() in PARTICLES)
    if lower in PARTICLES or lower in _ORGANISATION:
        return (
            (right.capital or right.text.lower() in PARTICLES | _ORGANISATION)
            and left is not None
            and (left.capital or left.text.lower() in PARTICLES or _lists(lower, left))
        )
    return False


def _lists(lower: str, left: _Token) -> bool:
    """Whether a particle opens a further name of a list: "Poell and de Waal"."""
    return lower in PARTICLES and (left.text in _BETWEEN or left.text.lower() in vocabulary().connectors)


def _trimmed(kept: list[_Token]) -> list[_Token]:
    words = vocabulary()
    while kept and (
        kept[0].text in _BETWEEN
        or (not kept[0].capital and kept[0].text.lower() not in _KEPT_PARTICLES)
        or kept[0].text.lower() in words.connectors
    ):
        kept = kept[1:]
    return kept


def _split(kept: list[_Token], text: str) -> tuple[list[Piece], bool]:
    """Cut accepted tokens into names; initials after a comma belong to the name before it."""
    words = vocabulary()
    groups: list[list[_Token]] = [[]]
    joined = False
    for place, token in enumerate(kept):
        shouted = token.text in _SHOUTED and 0 < place < len(kept) - 1 and kept[place - 1].text.isupper()
        linking = (not token.capital or shouted) and token.text.lower() in words.connectors
        organisation = linking and token.text.lower() in ("and", "e", "y", "i") and _inside_organisation(kept, place)
        if token.text in _BETWEEN or (linking and not organisation):
            joined = joined or token.text not in _LISTING
            groups.append([])
        else:
            groups[-1].append(token)
    pieces: list[Piece] = []
    for group in groups:
        if not group:
            continue
        span = Span(group[0].start, group[-1].end)
        if pieces and _is_initials(text[span.start : span.end]):
            whole = Span(pieces[-1].span.start, span.end)
            pieces[-1] = Piece(whole, whole.of(text))
        else:
            pieces.append(Piece(span, span.of(text)))
    return pieces, joined and len(pieces) > 1


def _inside_organisation(kept: list[_Token], place: int) -> bool:
    """Whether an "of" or "for" stands before the "and": "Ministry of Food and Agriculture"."""
    before = [token.text.lower() for token in kept[:place]]
    comma = max((at for at, word in enumerate(before) if word == ","), default=-1)
    return any(word in ("of", "for", "für") for word in before[comma + 1 :])


def _is_initials(text: str) -> bool:
    return _INITIALS.fullmatch(text) is not None and len(text) <= 10


def _name(piece: Piece) -> Name:
    head, comma, tail = piece.text.partition(",")
    if comma:
        return Name(family=head.strip(), given=tail.strip(), span=piece.span)
    words = piece.text.split()
    if len(words) == 2 and len(words[0]) <= 2 and words[0].isalpha() and _ROMANISED.search(words[1]):
        return Name(literal=piece.text, span=piece.span)
    initials = 0
    while initials < len(words) - 1 and _is_initials(words[initials]):
        initials += 1
    if initials:
        return Name(family=" ".join(words[initials:]), given=" ".join(words[:initials]), span=piece.span)
    trailing = len(words)
    while trailing > 1 and _is_initials(words[trailing - 1]):
        trailing -= 1
    if trailing < len(words):
        return Name(family=" ".join(words[:trailing]), given=" ".join(words[trailing:]), span=piece.span)
    return Name(family=words[0], span=piece.span) if len(words) == 1 else Name(literal=piece.text, span=piece.span)
