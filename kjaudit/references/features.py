"""What the labeller sees of each token. Cheap by design: all that depends on one word only is made once a word."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from .keywords import KEYWORDS
from .tokens import Tokens

_UPPER = re.compile(r"[A-ZÀ-ÖØ-ÞĀ-ſΑ-ΩА-Я]")
_ROMAN = re.compile(r"[ivxlcdm]+\Z", re.IGNORECASE)
_REPEAT = re.compile(r"(.)\1+")
_OPEN, _CLOSE = frozenset("([{"), frozenset(")]}")
_QUOTE_OPEN, _QUOTE_CLOSE = frozenset('"“„«‘‹「『《〈'), frozenset('"”»’›」』》〉')
_PAIRS = {
    opening: frozenset(closing)
    for opening, closing in (("“", '”"'), ("„", '“”"'), ("«", "»"), ("‘", "’"), ("「", "」"), ("『", "』"))
}
_OUTSIDE: tuple[tuple[bytes, ...], ...] = ((b"-2_",), (b"-1_",), (b"+1_",), (b"+2_",))
_DELIMITERS = frozenset(',;:.()[]{}"“”„«»‘’‹›「」『』《》〈〉/—–|?!、，。．：；（）')
_CACHE_LIMIT = 60_000
_SINCE_YEAR = tuple(tuple(b"y%d%d" % (years, since) for since in range(10)) for years in range(3))
_FROM_START = tuple(b"i%d" % place for place in range(5))
_FROM_END = tuple(b"z%d" % place for place in range(5))
_STANDING = tuple(b"s%s" % f"{number:04b}".encode() for number in range(16))
"""Blank before, blank after, in brackets, in quotes."""

Feature = str | bytes
"""The name of what holds of a token; as UTF-8 where it is made once and used often, which the trainer reads faster."""


@dataclass(frozen=True, slots=True)
class _Word:
    own: tuple[Feature, ...]
    short: str
    near: tuple[tuple[Feature, ...], ...]
    """As seen from the token two after, one after, one before, two before."""
    kind: str
    """For chunks: Y year, N number, I initial, C capitalised, W other word, P mark, U address."""
    keys: tuple[str, ...]
    role: str
    first_key: str
    folded: str


class FeatureMaker:
    """Makes the features of a token sequence; keeps what it knows of words it has seen."""

    def __init__(self, roles: Mapping[str, str], names: Mapping[str, str]) -> None:
        self._roles = roles
        self._names = names
        self._known: dict[str, _Word] = {}

    def features(self, tokens: Tokens) -> list[list[Feature]]:
        """Return, for each token, the names of what holds of it."""
        count = len(tokens.words)
        words = [self._word(word) for word in tokens.words]
        shorts = ["_", "_", *[word.short for word in words], "_", "_", "_"]
        spaced = [index == 0 or tokens.ends[index - 1] < tokens.starts[index] for index in range(count)]
        spaced.append(True)
        shared = _chunks(tokens.words, words, spaced, self._names)
        near = [_OUTSIDE, _OUTSIDE, *[word.near for word in words], _OUTSIDE, _OUTSIDE]
        rows: list[list[Feature]] = []
        depth = quote = years = since_year = 0
        for index, word in enumerate(words):
            token = tokens.words[index]
            if token in _OPEN:
                depth = 1
            if token in _QUOTE_OPEN and not quote and spaced[index]:
                quote = 1
            before2, before, now, after, after2 = shorts[index : index + 5]
            row = [
                *word.own,
                *shared[index],
                *near[index][0],
                *near[index + 1][1],
                *near[index + 3][2],
                *near[index + 4][3],
                f"a{before}|{now}",
                f"b{now}|{after}",
                f"c{before}|{now}|{after}",
                f"d{before2}|{before}|{now}",
                f"e{now}|{after}|{after2}",
                _STANDING[8 * spaced[index] + 4 * spaced[index + 1] + 2 * depth + quote],
                _SINCE_YEAR[years][since_year if since_year < 9 else 9],
                _FROM_START[index if index < 4 else 4],
                _FROM_END[count - index if count - index < 4 else 4],
            ]
            rows.append(row)
            if token in _CLOSE:
                depth = 0
            if quote and token in _QUOTE_CLOSE and (token != '"' or not spaced[index]):
                quote = 0
            since_year += 1
            if word.kind == "Y":
                years, since_year = 2 if years else 1, 0
        return rows

    def _word(self, word: str) -> _Word:
        known = self._known.get(word)
        if known is None:
            known = self._make(word)
            if len(self._known) < _CACHE_LIMIT:
                self._known[word] = known
        return known

    def _make(self, word: str) -> _Word:
        folded = word.casefold()
        keys = KEYWORDS.get(folded, ())
        role = self._roles.get(folded, "")
        kind, short, own = _shape(word, folded, keys, role)
        own += [f"k={key}" for key in keys]
        own += [f"l={letter}" for letter in role]
        lexical = f"w={folded}" if kind in "ICWP" else own[0]
        near = (
            (f"-2{short}",),
            (f"-1{short}", f"-1{lexical}"),
            (f"+1{short}", f"+1{lexical}"),
            (f"+2{short}",),
        )
        coded = tuple(tuple(name.encode() for name in names) for names in near)
        first_key = keys[0] if keys and keys[0] != "of" and kind in "CW" else ""
        return _Word(
            tuple(name.encode() for name in own), short, coded, kind, keys, role[:1].lower(), first_key, folded
        )


def _shape(word: str, folded: str, keys: tuple[str, ...], role: str) -> tuple[str, str, list[str]]:
    """Return the kind, the short class and the own features of a word."""
    if word.isdigit():
        return _number(word)
    if len(word) > 4 and ("/" in word or word.startswith("www.")):
        kind = "doi" if word.startswith("10.") or "doi.org/" in folded else "url"
        return "U", kind, [kind]
    if not word[0].isalpha():
        return "P", word, [f"w={word[:2]}"]
    return _letters(word, folded, keys, role)


def _number(word: str) -> tuple[str, str, list[str]]:
    year = len(word) == 4 and "1500" <= word <= "2099"
    short = "Y" if year else f"N{min(len(word), 5)}"
    own = [f"n={word}" if len(word) < 3 else short, short]
    if len(word) == 4:
        own.append(f"n2={word[:2]}")
    return ("Y" if year else "N"), short, own


def _letters(word: str, folded: str, keys: tuple[str, ...], role: str) -> tuple[str, str, list[str]]:
    capital = bool(_UPPER.match(word))
    shape = _REPEAT.sub(r"\1+", "".join("X" if _UPPER.match(char) else "x" for char in word[:12]))
    own = [f"w={folded}", f"h={shape}", f"v={min(len(word), 8)}"]
    if len(folded) > 3:
        own += [f"p={folded[:3]}", f"q={folded[-3:]}"]
    if len(folded) > 5:
        own.append(f"q={folded[-4:]}")
    if _ROMAN.match(word):
        own.append("roman")
    cjk = _script(word)
    sized = f"{cjk}{min(len(word), 6)}"
    if cjk:
        own.append(sized)
    if len(word) == 1 and capital:
        return "I", "I", own
    short = f"k{keys[0]}{capital:d}" if keys else sized if cjk else f"{shape[:2]}{role[:1]}"
    return ("C" if capital else "W"), short, own


def _script(word: str) -> str:
    first = word[0]
    if "\uac00" <= first <= "\ud7af":
        return "hangul"
    if "\u3005" <= first <= "\u30ff":
        return "kana"
    return "han" if "\u3400" <= first <= "\u9fff" else ""


def _chunks(
    tokens: tuple[str, ...], words: list[_Word], spaced: list[bool], names: Mapping[str, str]
) -> list[tuple[Feature, ...]]:
    """Return, for each token, what holds of the stretch between marks that it stands in, and of those beside it."""
    bounds: list[tuple[int, int]] = []
    start = 0
    for index, token in enumerate(tokens):
        if token in _DELIMITERS and _ends_chunk(index, token, tokens, spaced):
            bounds.append((start, index + 1))
            start = index + 1
    if start < len(tokens):
        bounds.append((start, len(tokens)))
    signatures = ["^", *(_signature(tokens, words, *bound) for bound in bounds), "$", "$"]
    late = _year_place(words)
    known = [_whole_name(words, *bound, names) for bound in bounds]
    known.append("")
    quoted, bracketed = _quotation(tokens, spaced), _year_in_brackets(tokens, words)
    result: list[tuple[Feature, ...]] = []
    opener = "^"
    for number, (start, end) in enumerate(bounds):
        before, here, after, later = signatures[number : number + 4]
        closer = tokens[end - 1] if tokens[end - 1] in _DELIMITERS else "$"
        keys = dict.fromkeys([key for word in words[start:end] for key in word.keys])
        place = f"{late}{number if number < 5 else 5}"
        row = (
            f"C{here}",
            f"C-{before}|{here}",
            f"C+{here}|{after}",
            f"C2{after}|{later}",
            f"D{opener}{closer}",
            f"E{place}",
            f"F{place}{here}",
            f"J{known[number]}|{known[number + 1]}",
            f"K{known[number]}{place}",
            f"Q{_region(start, quoted, bracketed)}{here}",
            *[f"G{key}" for key in keys],
        )
        coded = tuple([name.encode() for name in row])
        result += [(*coded, b"B0")] if end - start == 1 else [(*coded, b"B1"), *([coded] * (end - start - 1))]
        opener = closer
    return result


def _whole_name(words: list[_Word], start: int, end: int, names: Mapping[str, str]) -> str:
    """Return what the stretch is, without a first "In" and numbers at its end, if it is nothing but a known name."""
    if end - start > 14:
        return ""
    if words[start].keys[:1] == ("in",):
        start += 1
    return names.get("".join([word.folded for word in words[start:end] if word.kind in "CWI"]), "")


_Stretch = tuple[int, int]


def _region(index: int, quoted: _Stretch | None, bracketed: tuple[_Stretch | None, bool]) -> str:
    """
    Return where a token stands to the first quotation and to the first brackets that hold a year.

    "0" there are none, "1" before, "2" inside, "3" after; brackets with more than a year: "4" to "6".
    """
    quote = "0" if not quoted else "1" if index < quoted[0] else "2" if index <= quoted[1] else "3"
    year, more = bracketed
    if not year:
        return f"{quote}0"
    place = 1 if index <= year[0] else 2 if index <= year[1] else 3
    return f"{quote}{place + 3 if more else place}"


def _quotation(tokens: tuple[str, ...], spaced: list[bool]) -> _Stretch | None:
    """Return the tokens of the first quotes, if two words stand between them at least."""
    if _QUOTE_OPEN.isdisjoint(tokens):
        return None
    first = next((place for place, token in enumerate(tokens) if token in _QUOTE_OPEN and spaced[place]), None)
    if first is None:
        return None
    closing = _PAIRS.get(tokens[first], _QUOTE_CLOSE)
    for place in range(first + 3, len(tokens)):
        if tokens[place] in closing and (spaced[place + 1] or not spaced[place]):
            return first, place
    return None


def _year_in_brackets(tokens: tuple[str, ...], words: list[_Word]) -> tuple[_Stretch | None, bool]:
    """Return the first brackets that hold a year, and whether they hold two other words or more."""
    start = None
    for index, token in enumerate(tokens):
        if token == "(":
            start = index
        elif token == ")" and start is not None:
            kinds = [word.kind for word in words[start + 1 : index]]
            if "Y" in kinds:
                return (start, index), kinds.count("C") + kinds.count("W") > 1
            start = None
    return None, False


def _ends_chunk(index: int, token: str, tokens: tuple[str, ...], spaced: list[bool]) -> bool:
    if token != ".":
        return token not in "’-" or spaced[index + 1]
    if index and len(tokens[index - 1]) == 1 and tokens[index - 1].isupper():
        return False
    return spaced[index + 1]


def _signature(tokens: tuple[str, ...], words: list[_Word], start: int, end: int) -> str:
    inside = words[start:end]
    kinds = [word.kind for word in inside if word.kind != "P"]
    if not kinds:
        return f"P{tokens[start]}"
    if "U" in kinds:
        return "U"
    size = len(kinds)
    measure = size if size < 4 else 4 if size < 7 else 7 if size < 12 else 12
    first_key = next((word.first_key for word in inside if word.first_key), "")
    main = "Y" if "Y" in kinds else "N" if "N" in kinds else "I" if "I" in kinds else ""
    if size <= 2 and main:
        return f"{main}{size}{first_key}"
    capitals = kinds.count("C") + kinds.count("I")
    share = 2 if capitals * 10 >= size * 9 else 1 if capitals * 2 >= size else 0
    roles = [word.role for word in inside if word.role and word.kind in "CW"]
    common = max("gfpujt", key=roles.count) if roles else ""
    return f"{main}{measure}{share}{common}{first_key if measure < 12 else ''}"


def _year_place(words: list[_Word]) -> str:
    years = [index for index, word in enumerate(words) if word.kind == "Y"]
    if not years:
        return "-"
    third = 3 * years[0] // len(words)
    return "elx"[third] if len(years) == 1 else "ELX"[third]
