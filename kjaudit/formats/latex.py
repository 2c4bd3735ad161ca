"""
Text between Unicode and the TeX that BibTeX files hold.

Writing keeps Unicode and escapes only what TeX would eat. Reading knows the accents and letters of the TeXbook
(chapter 9, appendix F) and leaves any other command out.
"""

from __future__ import annotations

import re
import unicodedata

_ESCAPES = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "&": r"\&",
    "%": r"\%",
    "$": r"\$",
    "#": r"\#",
    "_": r"\_",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}
_VERBATIM = {char: _ESCAPES[char] for char in "\\{}%~"}
_ACCENTS = {
    "`": "\u0300",
    "'": "\u0301",
    "^": "\u0302",
    "~": "\u0303",
    '"': "\u0308",
    "=": "\u0304",
    ".": "\u0307",
    "u": "\u0306",
    "v": "\u030c",
    "H": "\u030b",
    "c": "\u0327",
    "k": "\u0328",
    "r": "\u030a",
    "d": "\u0323",
    "b": "\u0331",
}
_LETTERS = {
    "textbackslash": "\\",
    "textasciitilde": "~",
    "textasciicircum": "^",
    "textendash": "–",
    "textemdash": "—",
    "textquoteright": "’",
    "textquoteleft": "‘",
    "textquotedblleft": "“",
    "textquotedblright": "”",
    "ss": "ß",
    "o": "ø",
    "O": "Ø",
    "l": "ł",
    "L": "Ł",
    "ae": "æ",
    "AE": "Æ",
    "oe": "œ",
    "OE": "Œ",
    "aa": "å",
    "AA": "Å",
    "i": "ı",
    "j": "ȷ",
    "dh": "ð",
    "DH": "Ð",
    "th": "þ",
    "TH": "Þ",
    "dots": "…",
    "ldots": "…",
    "S": "§",
    "copyright": "©",
    "pounds": "£",
}
_TOKEN = re.compile(
    r"\\(?P<accent>[`'^~\"=.])\s*(?:\{\s*(?P<braced>\\?\w?)\s*\}|(?P<letter>\\[ij](?![A-Za-z])|\w))"
    r"|\\(?P<mark>[uvHckrdb])(?:\s*\{\s*(?P<under>\\?\w?)\s*\}|\s+(?P<next>\w))"
    r"|\\(?P<word>[A-Za-z]+)\s*(?:\{\})?|\\(?P<sign>.)|(?P<tie>~)|(?P<brace>[{}])|(?P<math>\$)",
    re.DOTALL,
)


def escape(text: str) -> str:
    """Return `text` as TeX, all else than TeX's own signs unchanged."""
    return "".join(_ESCAPES.get(char, char) for char in text)


def escape_verbatim(text: str) -> str:
    """Return an address for a field that biblatex reads verbatim: only what breaks the file is escaped."""
    return "".join(_VERBATIM.get(char, char) for char in text)


def unescape(text: str) -> str:
    """Return TeX as text: accents composed (NFC), braces dropped, "~" a blank, white space folded."""
    return unicodedata.normalize("NFC", " ".join(_TOKEN.sub(_plain, " ".join(text.split())).split()))


def _plain(found: re.Match[str]) -> str:
    accent = found.group("accent") or found.group("mark")
    if accent:
        letter = next((one for one in found.group("braced", "letter", "under", "next") if one is not None), "")
        letter = letter.lstrip("\\")
        return letter + _ACCENTS[accent] if letter else ""
    word = found.group("word")
    if word:
        return _LETTERS.get(word, "")
    return found.group("sign") or (" " if found.group("tie") else "")
