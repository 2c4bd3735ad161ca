"""A name taken apart for comparing: its scripts, its family part without particles, its initials."""

from __future__ import annotations

import enum
import functools
import re
from dataclasses import dataclass

from kjaudit.model import Name

from .folding import fold_solid, fold_words
from .han import is_han
from .hangul import is_hangul
from .kana import is_kana

PARTICLES = frozenset(
    [
        "de",
        "da",
        "do",
        "dos",
        "das",
        "di",
        "del",
        "della",
        "delle",
        "dei",
        "degli",
        "du",
        "des",
        "le",
        "la",
        "les",
        "los",
        "las",
        "van",
        "von",
        "der",
        "den",
        "het",
        "ter",
        "ten",
        "te",
        "zu",
        "zum",
        "zur",
        "vom",
        "af",
        "av",
        "al",
        "el",
        "bin",
        "ibn",
        "ben",
        "abu",
        "y",
        "e",
        "i",
        "und",
        "d",
        "l",
        "st",
        "saint",
        "o",
        "mac",
    ]
)
"""Words that stand before a family name and that styles keep, move or drop (BibTeX, CSL "dropping particles")."""

LONGEST = 200
"""Names are read up to this length, in code points."""

_INITIALS = re.compile(r"(?:[^\W\d_]{1,2}\.\s?-?|[^\W\d_](?=[\s-]|$)[\s-]?)+|[A-ZÀ-Þ]{1,3}\.?")
_WIDE = re.compile(
    r"[\u3005\u3041-\u30ff\u3400-\u9fff\uac00-\ud7a3\uf900-\ufaff]+"
    r"(?:[ ·・.=＝][\u3005\u3041-\u30ff\u3400-\u9fff\uac00-\ud7a3]+)*"
)
_ONE_WIDE = re.compile(
    "[\u3005\u3041-\u3096\u30a1-\u30fa\u30fc\u3400-\u9fff\uac00-\ud7a3\uf900-\ufaff\U00020000-\U0003ffff]"
)
_TRAILING_PARTICLES = re.compile(rf"(?:\s+(?:{'|'.join(sorted(PARTICLES, key=len, reverse=True))}))+$")


class FormKind(enum.Enum):
    """What sort of string one form of a name is."""

    LATIN = "latin"
    WIDE = "wide"
    BODY = "body"


@dataclass(frozen=True, slots=True)
class NameForm:
    """
    One way in which a name is written.

    Attributes:
        kind: Latin letters (or another alphabet), Hangul, kana or Han, or an organisation.
        family: folded, particles kept, words apart; of a WIDE name what is known to be the family, or "".
        given: folded words of the given name; of a WIDE name what is known to be given.
        initials: lower case, when the given name is initials only; else empty.
        whole: everything, folded solid; of a WIDE name in family-first order.
        split: whether family and given were told apart by the source.
    """

    kind: FormKind
    family: str = ""
    given: str = ""
    initials: tuple[str, ...] = ()
    whole: str = ""
    split: bool = True


def is_wide(char: str) -> bool:
    """Whether `char` is Hangul, kana or Han."""
    return is_hangul(char) or is_kana(char) or is_han(char)


def has_wide(text: str) -> bool:
    """Whether any character of `text` is Hangul, kana or Han."""
    return not text.isascii() and _ONE_WIDE.search(text) is not None


def count_wide(text: str) -> int:
    """How many characters of `text` are Hangul, kana or Han."""
    return 0 if text.isascii() else len(_ONE_WIDE.findall(text))


def forms(name: Name) -> tuple[NameForm, ...]:
    """Return every form `name` is printed in: its own, and that in another script where both are printed."""
    return forms_of(name.family[:LONGEST], name.given[:LONGEST], name.literal[:LONGEST], name.original[:LONGEST])


@functools.lru_cache(maxsize=65536)
def forms_of(family: str, given: str, literal: str, original: str) -> tuple[NameForm, ...]:
    """Return what `forms` does, of the parts of a name, none longer than `LONGEST`."""
    found: list[NameForm] = []
    if literal and not family:
        found += _of_literal(literal)
    elif family or given:
        found += _of_parts(family, given)
    if original:
        found += _of_literal(original)
    return tuple(dict.fromkeys(found))


def _of_parts(family: str, given: str) -> list[NameForm]:
    wide = "".join(char for char in family + given if is_wide(char))
    latin_family = _WIDE.sub(" ", family).strip(" ,()")
    latin_given = _WIDE.sub(" ", given).strip(" ,()")
    out: list[NameForm] = []
    if wide:
        out.append(_wide(family, given))
    if latin_family or latin_given:
        out.append(_latin(latin_family or latin_given, latin_given if latin_family else ""))
    return out


def _wide(family: str, given: str) -> NameForm:
    parts = ["".join(char for char in part if is_wide(char)) for part in (family, given)]
    if not parts[1] and re.search(r"[·・=＝]", family):  # a foreign name in kana or Hangul: given first
        pieces = re.split(r"[·・=＝\s]+", family.strip())
        return NameForm(kind=FormKind.WIDE, family=pieces[-1], given="".join(pieces[:-1]), whole="".join(pieces))
    return NameForm(
        kind=FormKind.WIDE,
        family=parts[0] if parts[1] else "",
        given=parts[1],
        whole="".join(parts),
        split=bool(parts[1]),
    )


def _latin(family: str, given: str) -> NameForm:
    given = _TRAILING_PARTICLES.sub("", given)
    return NameForm(
        kind=FormKind.LATIN,
        family=fold_words(family),
        given=fold_words(given),
        initials=initials_of(given),
        whole=fold_solid(f"{given} {family}"),
        split=bool(given),
    )


def initials_of(given: str) -> tuple[str, ...]:
    """Return the letters of a given name that is initials only ("J.-H.", "SH", "S H"), lower case; else nothing."""
    given = given.strip()
    if not given or not _INITIALS.fullmatch(given):
        return ()
    words = fold_words(given.replace(".", " ").replace("-", " ")).split()
    solid = given.isupper() and "." not in given[:-1]
    return tuple(char for word in words for char in (word if solid else word[:1]))


def _of_literal(literal: str) -> list[NameForm]:
    wide = _WIDE.search(literal)
    latin = _WIDE.sub(" ", literal).strip(" ,()[]")
    out: list[NameForm] = []
    if wide:
        out.append(_wide(wide[0], ""))
    if latin and any(char.isalpha() for char in latin):
        if "," in latin:
            head, _, tail = latin.partition(",")
            out.append(_latin(head.strip(), tail.strip()))
        else:
            out.append(NameForm(kind=FormKind.BODY, family=fold_words(latin), whole=fold_solid(latin), split=False))
    return out


def core(family: str) -> str:
    """Return a folded family name without the particles before it ("van der berg" → "berg"); never empty."""
    words = family.split()
    while len(words) > 1 and words[0] in PARTICLES:
        del words[0]
    return " ".join(words)
