"""One printed name -> its parts, in Hangul, Han, kana and the Latin letters that stand among them."""

from __future__ import annotations

import re

from kjaudit.language.names_han import japanese_families, split_chinese
from kjaudit.language.names_korean import is_korean_name, split_hangul
from kjaudit.model import Name, Span

from .vocabulary import FOREIGN_SYLLABLES, ORGANISATION

_HANGUL = re.compile(r"[가-힣]+(?: [가-힣]+)*")
_HAN = re.compile(r"[\u3005-\u3007\u3400-\u9fff\uf900-\ufaff々ヶケノ]+")
_HAN_AND_KANA = re.compile(r"[\u3005-\u3007\u3041-\u30ff\u3400-\u9fff\uf900-\ufaff]+")
_KATAKANA = re.compile(r"[\u30a0-\u30ff]+")
_LATIN = re.compile(r"[A-Za-zÀ-ɏ.'’\- ]+")
_INITIALS = re.compile(r"(?:[A-Z]\.[ -]?)+")
_FAMILY_FIRST = re.compile(r"[A-ZÀ-Þ][A-Za-zÀ-ɏ'’\-]+, (?:[A-Z]\.[ -]?){1,3}")
_PARTICLE = re.compile("[가-힣]{2}[의을를] ")
"""A word with a particle, as titles have them and names do not."""
_KATAKANA_AND_INITIALS = re.compile(r"([\u30a0-\u30ff]+)\s*((?:[A-Z]\.[ -]?)+)")


_ENDS_FAMILY = frozenset("田川野山原島崎﨑嶋村井木口谷沢澤尾岡塚")
"""What ends family names of three characters and begins no given name: 伊勢田, 長谷川, 小野寺 have 3 and 2."""


def is_organisation(text: str) -> bool:
    """Whether `text` ends like the name of a body rather than of a person."""
    known = 3 < len(text) <= 80 and ORGANISATION.search(text) is not None
    return known and not is_korean_name(text)


def is_person(text: str) -> bool:
    """Whether `text` has the build of one person's name: strict, for telling authors from titles."""
    text = text.strip()
    if _HANGUL.fullmatch(text):
        return _hangul_person(text)
    if _KATAKANA_AND_INITIALS.fullmatch(text) or _INITIALS.match(text) or _FAMILY_FIRST.fullmatch(text):
        return len(text) < 30
    solid = text.replace(" ", "")
    if _HAN_AND_KANA.fullmatch(solid):
        return 2 <= len(solid) <= 7 and _han_person(text, solid)
    return _LATIN.fullmatch(text) is not None and 3 < len(text) < 40 and len(text.split()) < 5 and text[0].isupper()


def is_japanese_person(text: str) -> bool:
    """Whether `text` opens with a Japanese family name and is no longer than a name."""
    return (
        3 <= len(text) <= 5 and any(japanese_families(text[:length]) for length in (2, 3)) and not is_organisation(text)
    )


def split_name(text: str, span: Span, *, context: str, original: str = "") -> Name:
    """
    Return the parts of one name.

    Args:
        text: as printed, folded, without surrounding marks.
        span: where it stands in the reference.
        context: the whole reference: kana tell Japanese, Hangul Korean from Chinese.
        original: the same name in another script, printed beside it.

    A foreign name in Hangul or kana stays whole: print does not say which part is the family name.
    """
    family, given = _parts(text, context)
    if family and given:
        return Name(family=family, given=given, original=original, span=span)
    return Name(literal=text, original=original, span=span)


def _parts(text: str, context: str) -> tuple[str, str]:
    if is_organisation(text):
        return "", ""
    if _HANGUL.fullmatch(text):
        return split_hangul(text) if _hangul_person(text, strictly=True) else ("", "")
    solid = text.replace(" ", "")
    mixed = _KATAKANA_AND_INITIALS.fullmatch(text)
    if mixed:
        return mixed.group(1), mixed.group(2).strip()
    if _HAN_AND_KANA.fullmatch(solid) and not _KATAKANA.fullmatch(solid):
        return _split_han(text, solid, context)
    return "", ""


def _split_han(text: str, solid: str, context: str) -> tuple[str, str]:
    head, _, tail = text.partition(" ")
    if tail and " " not in tail and len(head) <= 4 and len(tail) <= 4:
        return head, tail
    if not 2 <= len(solid) <= 6:
        return "", ""
    kana = re.search("[\u3041-\u30ff]", context) is not None
    if not kana and not _japanese(solid):
        family, given = split_chinese(solid)
        return (family, given) if len(given) <= 2 else ("", "")
    return _split_japanese(solid)


def _split_japanese(solid: str) -> tuple[str, str]:
    if len(solid) == 5 and solid[2] in _ENDS_FAMILY:
        return solid[:3], solid[3:]
    for length in (3, 2, 1, 4):
        if len(solid) > length and japanese_families(solid[:length]):
            return solid[:length], solid[length:]
    length = {2: 1, 3: 2, 4: 2, 5: 2}.get(len(solid), 3)
    return solid[:length], solid[length:]


def _japanese(solid: str) -> bool:
    return len(solid) >= 4 and any(japanese_families(solid[:length]) for length in (2, 3))


def _hangul_person(text: str, *, strictly: bool = False) -> bool:
    solid = text.replace(" ", "")
    if _PARTICLE.search(text):
        return False
    if len(solid) < 2 or (len(solid) < 5 and not FOREIGN_SYLLABLES.isdisjoint(solid)):
        return not strictly and " " in text and len(solid) > 3
    if " " not in text or len(solid) <= 4:
        return is_korean_name(text if " " not in text or text.index(" ") <= 2 else solid)
    return not strictly and len(text.split()) == 2 and len(solid) <= 9


def _han_person(text: str, solid: str) -> bool:
    if _KATAKANA.fullmatch(solid):
        return True
    if " " in text:
        return all(1 <= len(part) <= 4 for part in text.split()) and len(text.split()) == 2
    return len(solid) <= 5 or any(japanese_families(solid[:length]) for length in (2, 3))
