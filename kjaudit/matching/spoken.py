"""Names in Hangul, kana or Han characters: against each other, and against Latin spellings by their sound."""

from __future__ import annotations

from collections.abc import Iterator

from kjaudit.language.han import look_alikes, old_forms
from kjaudit.language.hangul import is_hangul, revised
from kjaudit.language.kana import is_kana
from kjaudit.language.names import FormKind, NameForm, initials_of
from kjaudit.language.names_han import (
    chinese_family_reads,
    chinese_readings,
    chinese_reads,
    is_han_name,
    japanese_families,
    japanese_family_reads,
    japanese_initial_fits,
    japanese_reads,
    split_chinese,
)
from kjaudit.language.names_korean import (
    given_reads,
    hangul_names,
    initials_fit,
    is_korean_name,
    split_hangul,
    surname_spellings,
)
from kjaudit.language.skeleton import skeleton

from .strings import edits, ratio

SPOKEN, BY_INITIALS, FAMILY_ONLY, MISTAKEN, NEARLY, OTHER_GIVEN, NOTHING = 0.02, 0.06, 0.12, 0.22, 0.25, 0.7, 1.0
"""What a comparison across scripts can come to: the whole name by sound, its initials, the family alone, ..."""


def wide_distance(a: NameForm, b: NameForm) -> float:
    """Return how far apart two names are that are both in Hangul, kana or Han; Han is read in Korean against Hangul."""
    mine, theirs = old_forms(a.whole), old_forms(b.whole)
    if mine == theirs:
        return 0.0
    if _pure_hangul(mine) != _pure_hangul(theirs):
        heard = hangul_names(mine), hangul_names(theirs)
        if set(heard[0]) & set(heard[1]):
            return SPOKEN
        mine, theirs = heard[0][0], heard[1][0]
    short, long = sorted((mine, theirs), key=len)
    if short and len(short) < len(long) and long.startswith(short) and _is_family(short, long):
        return FAMILY_ONLY
    return MISTAKEN if looks_like(short, long) else _misspelt(mine, theirs)


def _misspelt(mine: str, theirs: str) -> float:
    short = min(mine, theirs, key=len)
    if len(short) >= 4 and edits(mine, theirs, at_most=1) == 1:
        return 0.2
    if _pure_hangul(mine) and _pure_hangul(theirs) and skeleton(mine) == skeleton(theirs) and len(skeleton(mine)) > 2:
        return 0.2
    return min(NOTHING, max(0.55, 1.2 - ratio(mine, theirs)))


def looks_like(short: str, long: str) -> bool:
    """
    Whether a name, or the family name that opens a longer one, differs by one character taken for a like one.

    須籐 is not 須藤, but looks it; one character alone tells nothing.
    """
    head = long[: len(short)]
    if not 2 <= len(short) <= 8 or (len(short) < len(long) and len(short) > 3):
        return False
    apart = [(a, b) for a, b in zip(short, head, strict=True) if a != b]
    return len(apart) == 1 and apart[0][1] in look_alikes(apart[0][0])


def _is_family(short: str, long: str) -> bool:
    if _pure_hangul(long):
        return split_hangul(long)[0] == short
    return (
        (len(short) == 1 and len(long) <= 3) or bool(japanese_families(short)) or (len(short) == 2 and len(long) >= 4)
    )


def _pure_hangul(text: str) -> bool:
    return all(is_hangul(char) for char in text)


def spoken_distance(wide: NameForm, latin: NameForm) -> float:
    """Return how far a name in Hangul, kana or Han is from one in Latin letters, by the sounds it can have."""
    return min((_spoken(wide, *split) for split in _splits(latin)), default=NOTHING)


def _splits(latin: NameForm) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Yield family, given and initials as they may be meant: Kim Sung-hoon, Sung-hoon Kim."""
    words = latin.family.split()
    if latin.kind is FormKind.BODY:
        if len(words) == 1:
            yield words[0], "", ()
        if 2 <= len(words) <= 4:
            for family, rest in ((words[-1], words[:-1]), (words[0], words[1:])):
                yield family, "".join(rest), initials_of(" ".join(rest).upper()) if max(map(len, rest)) == 1 else ()
        return
    yield "".join(words), latin.given.replace(" ", ""), latin.initials
    if latin.given and not latin.initials:
        yield latin.given.replace(" ", ""), "".join(words), ()


def _spoken(wide: NameForm, family: str, given: str, initials: tuple[str, ...]) -> float:
    found = [_korean(wide, family, given, initials)]
    if is_han_name(wide.whole):
        found += [_japanese(wide, family, given, initials), _chinese(wide, family, given, initials)]
    if any(is_kana(char) or is_hangul(char) for char in wide.whole):
        found.append(_foreign(wide, family, given))
    return min(found)


def _korean(wide: NameForm, family: str, given: str, initials: tuple[str, ...]) -> float:
    return min(_korean_as(text, family, given, initials) for text in hangul_names(wide.whole))


def _korean_as(text: str, family: str, given: str, initials: tuple[str, ...]) -> float:
    if not is_korean_name(text):
        return NOTHING
    surname, rest = split_hangul(text)
    if family not in surname_spellings(surname):
        return NOTHING
    if not given or not rest:
        return FAMILY_ONLY
    if initials:
        return BY_INITIALS if initials_fit(rest, initials) else OTHER_GIVEN
    if given_reads(rest, given):
        return SPOKEN
    return NEARLY if ratio(revised(rest), given) >= 0.8 and revised(rest)[0] == given[0] else OTHER_GIVEN


def _japanese(wide: NameForm, family: str, given: str, initials: tuple[str, ...]) -> float:
    text = wide.whole
    ends = [len(wide.family)] if wide.split and wide.family else range(1, len(text) + 1)
    best = NOTHING
    for end in ends:
        if not japanese_family_reads(text[:end], family):
            continue
        rest = text[end:]
        if not rest or not given:
            best = min(best, FAMILY_ONLY)
        elif initials:
            best = min(best, BY_INITIALS if japanese_initial_fits(rest, initials[0]) else OTHER_GIVEN)
        else:
            best = min(best, SPOKEN if japanese_reads(rest, given) else OTHER_GIVEN)
    return best


def _chinese(wide: NameForm, family: str, given: str, initials: tuple[str, ...]) -> float:
    surname, rest = split_chinese(wide.whole)
    if not chinese_family_reads(surname, family):
        return NOTHING
    if not given or not rest:
        return FAMILY_ONLY
    if initials:
        return (
            BY_INITIALS
            if chinese_reads(rest[:1], given[: len(given)]) or _first_letter(rest, initials[0])
            else OTHER_GIVEN
        )
    return SPOKEN if chinese_reads(rest, given) else OTHER_GIVEN


def _first_letter(rest: str, initial: str) -> bool:
    return any(reading[0] == initial for reading in chinese_readings(rest[0]))


def _foreign(wide: NameForm, family: str, given: str) -> float:
    """Compare a Western name written in kana or Hangul with its Latin form by the consonants only."""
    if is_korean_name(wide.whole):
        return NOTHING
    target = skeleton(family)
    parts = [part for part in (wide.family, wide.given, wide.whole) if part]
    if len(target) < 2 or not parts:
        return NOTHING
    if any(skeleton(part) == target for part in parts):
        return 0.15
    both = target if not given else skeleton(given) + target
    whole = skeleton(wide.whole)
    if whole in (both, target + skeleton(given)) and len(whole) > 2:
        return 0.1
    return NOTHING
