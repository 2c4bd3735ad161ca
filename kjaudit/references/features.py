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
_DELIMITERS = frozenset(',;:.()[]{}"“”„«»‘’‹›「」『』《》〈〉/—–|?!、，。．：；（）')
_CACHE_LIMIT = 60_000
_SPACES = (("00", "01"), ("10", "11"))
_SINCE_YEAR = tuple(tuple(f"y{years}{since}" for since in range(10)) for years in range(3))
_FROM_START = tuple(f"i{place}" for place in range(5))
_FROM_END = tuple(f"z{place}" for place in range(5))


@dataclass(frozen=True, slots=True)
class _Word:
    own: tuple[str, ...]
    short: str
    near: tuple[tuple[str, ...], ...]
    """As seen from the token two after, one after, one before, two before."""
    kind: str
    """For chunks: Y year, N number, I initial, C capitalised, W other word, P mark, U address."""
    keys: tuple[str, ...]
    role: str
    folded: str


class FeatureMaker:
    """Makes the features of a token sequence; keeps what it knows of words it has seen."""

    def __init__(self, roles: Mapping[str, str], journals: frozenset[str]) -> None:
        self._roles = roles
        self._journals = journals
        self._known: dict[str, _Word] = {}

    def features(self, tokens: Tokens) -> list[list[str]]:
        """Return, for each token, the names of what holds of it."""
        count = len(tokens.words)
        words = [self._word(word) for word in tokens.words]
        shorts = ["_", "_", *[word.short for word in words], "_", "_", "_"]
        spaced = [index == 0 or tokens.ends[index - 1] < tokens.starts[index] for index in range(count)]
        spaced.append(True)
        shared = _chunks(tokens.words, words, spaced, self._journals)
        outside = ("-2_",), ("-1_",), ("+1_",), ("+2_",)
        rows: list[list[str]] = []
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
                *(words[index - 2].near[0] if index > 1 else outside[0]),
                *(words[index - 1].near[1] if index else outside[1]),
                *(words[index + 1].near[2] if index + 1 < count else outside[2]),
                *(words[index + 2].near[3] if index + 2 < count else outside[3]),
                f"a{before}|{now}",
                f"b{now}|{after}",
                f"c{before}|{now}|{after}",
                f"d{before2}|{before}|{now}",
                f"e{now}|{after}|{after2}",
                f"s{_SPACES[spaced[index]][spaced[index + 1]]}{depth}{quote}",
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
        return _Word(tuple(own), short, near, kind, keys, role[:1], folded)


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
    tokens: tuple[str, ...], words: list[_Word], spaced: list[bool], journals: frozenset[str]
) -> list[tuple[str, ...]]:
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
    known = [_is_journal(tokens, words, *bound, journals) for bound in bounds]
    known.append(False)
    result: list[tuple[str, ...]] = []
    opener = "^"
    for number, (start, end) in enumerate(bounds):
        before, here, after, later = signatures[number : number + 4]
        closer = tokens[end - 1] if tokens[end - 1] in _DELIMITERS else "$"
        keys = dict.fromkeys(key for word in words[start:end] for key in word.keys)
        place = f"{late}{number if number < 5 else 5}"
        row = (
            f"C{here}",
            f"C-{before}|{here}",
            f"C+{here}|{after}",
            f"C2{after}|{later}",
            f"D{opener}{closer}",
            f"E{place}",
            f"F{place}{here}",
            f"J{known[number]:d}{known[number + 1]:d}",
            *(f"G{key}" for key in keys),
        )
        result += [(*row, "B0")] if end - start == 1 else [(*row, "B1"), *([row] * (end - start - 1))]
        opener = closer
    return result


def _is_journal(tokens: tuple[str, ...], words: list[_Word], start: int, end: int, journals: frozenset[str]) -> bool:
    """Whether the stretch, without a first "In" and numbers at its end, is the name of a known journal."""
    if end - start > 14:
        return False
    if words[start].keys[:1] == ("in",):
        start += 1
    return "".join(words[index].folded for index in range(start, end) if words[index].kind in "CWI") in journals


def _ends_chunk(index: int, token: str, tokens: tuple[str, ...], spaced: list[bool]) -> bool:
    if token != ".":
        return token not in "’-" or spaced[index + 1]
    if index and len(tokens[index - 1]) == 1 and tokens[index - 1].isupper():
        return False
    return spaced[index + 1]


def _signature(tokens: tuple[str, ...], words: list[_Word], start: int, end: int) -> str:
    kinds = [word.kind for word in words[start:end] if word.kind != "P"]
    if not kinds:
        return f"P{tokens[start]}"
    size = len(kinds)
    measure = size if size < 4 else 4 if size < 7 else 7 if size < 12 else 12
    lexical = [word for word in words[start:end] if word.kind in "CW"]
    first_key = next((word.keys[0] for word in lexical if word.keys and word.keys[0] != "of"), "")
    if "U" in kinds:
        return "U"
    main = "Y" if "Y" in kinds else "N" if "N" in kinds else "I" if "I" in kinds else ""
    if size <= 2 and main:
        return f"{main}{size}{first_key}"
    capitals = kinds.count("C") + kinds.count("I")
    share = 2 if capitals * 10 >= size * 9 else 1 if capitals * 2 >= size else 0
    roles = [word.role.lower() for word in lexical if word.role]
    common = max("gfpujt", key=roles.count) if roles else ""
    return f"{main}{measure}{share}{common}{first_key if measure < 12 else ''}"


def _year_place(words: list[_Word]) -> str:
    years = [index for index, word in enumerate(words) if word.kind == "Y"]
    if not years:
        return "-"
    third = 3 * years[0] // len(words)
    return "elx"[third] if len(years) == 1 else "ELX"[third]
