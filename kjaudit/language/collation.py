"""Keys by which reference lists are sorted: Latin with its particles and accents, 가나다, 五十音, pinyin."""

from __future__ import annotations

import functools
import re
import unicodedata

from .folding import fold_marks, fold_solid, fold_words
from .han import is_han
from .hangul import is_hangul
from .kana import fold_romaji, is_kana, romaji
from .names import core, is_wide
from .names_han import chinese_surname_readings, japanese_surname_readings
from .names_korean import hangul_names

_ARTICLES = frozenset(
    re.findall(r"\w+", "the a an le la les l el los las der die das il lo gli i o os as un une una een het de")
)
_LATE = str.maketrans(
    {"å": "z{a", "ä": "z{b", "ö": "z{c", "æ": "z{b", "ø": "z{c", "ñ": "n{", "č": "c{", "š": "s{", "ž": "z{"}
    | {"ą": "a{", "ć": "c{", "ę": "e{", "ł": "l{", "ń": "n{", "ó": "o{", "ś": "s{", "ź": "z{", "ż": "z{{", "ř": "r{"}
)
MOST_KEYS = 200
"""More ways to read a surname than two characters can have in the tables."""
_MORA = re.compile(r"n(?![aiueoy])|[^aiueo]*[aiueo]|[^aiueo]+")
_ROWS = "aiueo"
_HEPBURN = {"sy": "sh", "ty": "ch", "zy": "j", "si": "shi", "ti": "chi", "tu": "tsu", "zi": "ji", "hu": "fu"}
_KUNREI = re.compile("|".join(_HEPBURN))
_ORDER = {
    consonant: row
    for row, consonants in enumerate(("", "kg", "sz", "td", "n", "hbpv", "m", "y", "r", "w"))
    for consonant in consonants or ("",)
}


@functools.lru_cache(maxsize=16384)
def latin_keys(name: str) -> tuple[str, ...]:
    """Return keys under which a Latin heading may stand: whole, without particle or article, Mc as Mac."""
    words = fold_words(name)
    if not words:
        return ()
    found = {words.replace(" ", ""), words.split()[0], core(words).replace(" ", "")}
    parts = words.split()
    if len(parts) > 1 and parts[0] in _ARTICLES:
        found.add("".join(parts[1:]))
    for key in tuple(found):
        if key.startswith("mc"):
            found.add("mac" + key[2:])
        if key.startswith("st") and words.startswith("st "):
            found.add("saint" + key[2:])
    lowered = unicodedata.normalize("NFC", name).lower()
    late = lowered.translate(_LATE)
    if late != lowered:
        found.add(re.sub(r"[^\w{]", "", fold_marks(late)))
        found.add(fold_solid(lowered.replace("ä", "ae").replace("ö", "oe").replace("ü", "ue")))
    return tuple(sorted(found - {""}))


def hangul_keys(name: str) -> tuple[str, ...]:
    """Return the key of a Hangul heading: code order is 가나다 order; Han characters sort by their Korean reading."""
    solid = "".join(char for char in hangul_names(name)[0] if is_hangul(char) or char.isalnum())
    return (solid,) if solid else ()


@functools.lru_cache(maxsize=16384)
def gojuon_keys(name: str) -> tuple[str, ...]:
    """Return keys of a Japanese name in the order of the fifty sounds, one for each way its surname may be read."""
    solid = "".join(char for char in name if is_wide(char))
    if solid and all(map(is_kana, solid)):
        return (_gojuon(romaji(solid)),)
    return tuple(sorted({_gojuon(fold_romaji(reading)) for reading in japanese_surname_readings(solid)}))[:MOST_KEYS]


@functools.lru_cache(maxsize=16384)
def romaji_keys(name: str) -> tuple[str, ...]:
    """Return keys of a name in Han characters in alphabetical order of its readings, Japanese and Chinese."""
    solid = "".join(char for char in name if is_wide(char))
    if not any(map(is_han, solid)):
        return ()
    japanese = japanese_surname_readings(solid)
    return tuple(sorted(japanese | set(map(_hepburn, japanese)) | chinese_surname_readings(solid)))[:MOST_KEYS]


def _hepburn(kunrei: str) -> str:
    """Return a reading as most lists romanise it: "otiai" as "ochiai"."""
    return _KUNREI.sub(lambda found: _HEPBURN[found[0]], kunrei)


def _gojuon(latin: str) -> str:
    """Return folded romaji as a string whose code order is the order of the fifty sounds."""
    out = []
    for mora in _MORA.findall(latin):
        consonants, vowel = (mora[:-1], mora[-1]) if mora[-1] in _ROWS else (mora, "")
        if not vowel:
            out.append("z" if consonants == "n" else "")
            continue
        small = consonants[1:].replace(consonants[:1], "") if len(consonants) > 1 else ""
        row = _ORDER.get(consonants[:1], 9)
        if "y" in small:  # きゃ sorts as き, then や
            out.append(f"{row}1")
            out.append(f"7{_ROWS.index(vowel)}")
        else:
            out.append(f"{row}{_ROWS.index(vowel)}")
    return "".join(out)
