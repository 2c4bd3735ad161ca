"""How far two names are apart, in one script and across scripts."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from types import MappingProxyType

from kjaudit.language.folding import fold_solid
from kjaudit.language.kana import fold_romaji
from kjaudit.language.names import LONGEST, FormKind, NameForm, core, forms, forms_of
from kjaudit.language.names_korean import fold_korean, surnames
from kjaudit.model import Name

from .assignment import assign
from .spoken import spoken_distance, wide_distance
from .strings import edits, ratio

UNSPOKEN_GIVEN = 0.03
"""Cost of a given name that only one side prints: no evidence against, a little less for."""


def name_distance(a: Name, b: Name) -> float:
    """
    Return how far apart two names are, the same in both directions.

    0.0 the same; up to 0.1 the same in another form (initials, particles, another script, another romanisation);
    about 0.2 one slip of the pen; from 0.5 on another person; 1.0 nothing alike or a name that is empty.
    """
    return _distance(a.family, a.given, a.literal, a.original, b.family, b.given, b.literal, b.original)


@functools.lru_cache(maxsize=262144)
def _distance(*parts: str) -> float:
    """Compare the first four parts with the last four: spans do not count, so a name is compared once however often."""
    cut = [part[:LONGEST] for part in parts]
    a, b = forms_of(*cut[:4]), forms_of(*cut[4:])
    if len(a) == len(b) == 1:
        return _form_distance(a[0], b[0])
    return min((_form_distance(mine, theirs) for mine in a for theirs in b), default=1.0)


def family_likeness(a: Name, b: Name) -> float:
    """Return how alike the family names alone are: 1.0 the same, across scripts too, .. 0.0 nothing alike."""
    return 1.0 - min((_family_only(mine, theirs) for mine in forms(a) for theirs in forms(b)), default=1.0)


def authors_distance(
    a: Sequence[Name], b: Sequence[Name], *, a_others: bool = False, b_others: bool = False
) -> float | None:
    """
    Return how far apart two lists of authors are: 0.0 the same .. 1.0; `None` where one names nobody.

    Names are paired as they fit best. Another order costs 0.05; a list that stops early costs little where it says
    "et al." or the longer one has more than three, more where it does not.
    """
    a, b = _readable(a), _readable(b)
    if not a or not b:
        return None
    if a == b:
        return 0.0
    if len(a) == len(b) == 1:
        return name_distance(a[0], b[0])
    table = [[name_distance(mine, theirs) for theirs in b[:40]] for mine in a[:40]]
    # A hair's breadth for distance in the list: of equal pairings the one in order is taken.
    ranked = [[cost + 1e-7 * (row - column) ** 2 for column, cost in enumerate(line)] for row, line in enumerate(table)]
    pairs = assign(ranked, worst=0.5)
    short, long = sorted((len(table), len(table[0])))
    missing = long - len(pairs)
    if not pairs:
        return min(1.0, min(min(row) for row in table) + 0.2) if short == 1 else 1.0
    fit = sum(table[row][column] for row, column in pairs) / len(pairs)
    unpaired = short - len(pairs)
    cut = missing - unpaired
    excused = (a_others and len(a) <= len(b)) or (b_others and len(b) <= len(a))
    lost = unpaired / short * 0.8 + (0.0 if excused or not cut else 0.08 + 0.3 * cut / long)
    order = 0.05 if [column for _, column in pairs] != sorted(column for _, column in pairs) else 0.0
    if excused and pairs[0] != (0, 0):
        order += 0.1
    return min(1.0, fit + lost + order)


def _readable(names: Sequence[Name]) -> tuple[Name, ...]:
    """Leave out lone letters: initials that were read as a name of their own."""
    return tuple(name for name in names if len(fold_solid(str(name))) > 1 or not str(name).isascii())


def _form_distance(a: NameForm, b: NameForm) -> float:
    if a == b:
        return 0.0
    if a.kind is b.kind:
        return _BY_KIND[a.kind](a, b)
    if FormKind.WIDE in (a.kind, b.kind):
        return spoken_distance(*((a, b) if a.kind is FormKind.WIDE else (b, a)))
    return _body_distance(a, b)


def _latin_distance(a: NameForm, b: NameForm) -> float:
    family = family_distance(a.family, b.family)
    given = given_distance(a, b) if family < 0.5 else 0.0
    if given > 0.06 and family <= 0.3 and _one_korean_name(a, b):
        given = 0.06
    straight = _joined(family, given)
    if straight < 0.1 or not (a.given and b.given) or a.initials or b.initials:
        return straight
    crossed = max(family_distance(a.family, b.given), family_distance(a.given, b.family))
    return min(straight, crossed + 0.05 if crossed < 0.1 else 1.0)


def _one_korean_name(a: NameForm, b: NameForm) -> bool:
    """Whether two given names under Korean surnames are one name in two spellings."""
    if not (a.given and b.given) or a.initials or b.initials:
        return False
    both = _korean_surnames(a.family.replace(" ", "")) & _korean_surnames(b.family.replace(" ", ""))
    return bool(both) and fold_korean(a.given.replace(" ", "")) == fold_korean(b.given.replace(" ", ""))


def _joined(family: float, given: float) -> float:
    if family >= 0.5:
        return min(1.0, 0.5 + family / 2)
    return 1.0 - (1.0 - family) * (1.0 - given)


@functools.lru_cache(maxsize=65536)
def family_distance(a: str, b: str) -> float:
    """Return how far two folded Latin family names are apart (`language.names.NameForm.family`)."""
    if not a or not b:
        return 1.0
    mine, theirs = core(a), core(b)
    solid = (mine.replace(" ", ""), theirs.replace(" ", ""))
    if solid[0] == solid[1]:
        return 0.0 if a == b else 0.02
    if _umlauts(solid[0]) == _umlauts(solid[1]) or fold_romaji(solid[0]) == fold_romaji(solid[1]):
        return 0.03
    words = (set(mine.split()), set(theirs.split()))
    if (words[0] < words[1] or words[1] < words[0]) and max(map(len, words[0] & words[1])) > 2:
        return 0.12
    if _korean_surnames(solid[0]) & _korean_surnames(solid[1]):
        return 0.3
    return slip_distance(*solid)


def slip_distance(a: str, b: str) -> float:
    """Return how far two solid strings are apart if one is a misspelling of the other: 0.2 for one slip .. 1.0."""
    longest = max(len(a), len(b))
    slips = edits(a, b, at_most=max(2, longest // 3))
    if slips == 1:
        return 0.2 if longest >= 4 else 0.6
    if slips == 2 and longest >= 6:
        return 0.3 if longest >= 8 else 0.4
    return min(1.0, max(0.5, 1.25 - ratio(a, b)))


def _umlauts(text: str) -> str:
    return text.replace("ae", "a").replace("oe", "o").replace("ue", "u")


@functools.cache
def _spelt() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for hangul, spellings in surnames().items():
        for spelling in spellings:
            found.setdefault(spelling, set()).add(hangul)
    return {spelling: frozenset(hanguls) for spelling, hanguls in found.items()}


def _korean_surnames(latin: str) -> frozenset[str]:
    return _spelt().get(latin, frozenset())


def given_distance(a: NameForm, b: NameForm) -> float:
    """Return how far two Latin given names are apart, initials taken for what they are."""
    if not a.given or not b.given:
        return UNSPOKEN_GIVEN if a.given or b.given else 0.0
    if a.given == b.given or a.given.replace(" ", "") == b.given.replace(" ", ""):
        return 0.0
    if a.initials or b.initials:
        return _initials_distance(a, b)
    return _full_given_distance(a.given, b.given)


def _full_given_distance(a: str, b: str) -> float:
    mine, theirs = a.split(), b.split()
    if mine[0] == theirs[0]:
        return max((_later_given(x, y) for x, y in zip(mine[1:], theirs[1:], strict=False)), default=0.02)
    solid = ("".join(mine), "".join(theirs))
    if fold_romaji(solid[0]) == fold_romaji(solid[1]):
        return 0.02
    if min(map(len, solid)) >= 3 and (solid[0].startswith(solid[1]) or solid[1].startswith(solid[0])):
        return 0.1
    apart = slip_distance(*solid)
    if apart < 0.5:
        return apart * 0.75
    return 0.8 if solid[0][0] != solid[1][0] or apart > 0.7 else 0.5


def _later_given(a: str, b: str) -> float:
    """Distance of two second given names, of which one may be an initial."""
    if a == b or ((len(a) == 1 or len(b) == 1) and a[0] == b[0]):
        return 0.02
    return 0.15 if len(a) > 1 and len(b) > 1 and slip_distance(a, b) < 0.5 else 0.5


def _initials_distance(a: NameForm, b: NameForm) -> float:
    mine, theirs = (form.initials or tuple(word[0] for word in form.given.split()) for form in (a, b))
    if mine[: len(theirs)] == theirs or theirs[: len(mine)] == mine:
        return 0.02
    if mine[0] == theirs[0]:
        # A solid given name ("Sunghoon") shows one initial where its bearer writes two.
        single = any(not form.initials and " " not in form.given for form in (a, b))
        return 0.05 if single else 0.5
    return 0.4 if set(mine) & set(theirs) and max(len(mine), len(theirs)) > 1 else 0.8


def _body_distance(a: NameForm, b: NameForm) -> float:
    body, person = (a, b) if a.kind is FormKind.BODY else (b, a)
    words = body.family.split()
    if body.whole == person.whole:
        return 0.02
    if not 2 <= len(words) <= 4:
        return family_distance(body.family, person.family) if not person.given else 1.0
    readings = (
        NameForm(kind=FormKind.LATIN, family=words[-1], given=" ".join(words[:-1]), whole=body.whole),
        NameForm(kind=FormKind.LATIN, family=words[0], given=" ".join(words[1:]), whole=body.whole),
    )
    return min(1.0, 0.03 + min(_latin_distance(reading, person) for reading in readings))


def _body_bodies(a: NameForm, b: NameForm) -> float:
    return _bodies(a.family, b.family)


_BY_KIND = MappingProxyType(
    {FormKind.LATIN: _latin_distance, FormKind.WIDE: wide_distance, FormKind.BODY: _body_bodies}
)


def _bodies(a: str, b: str) -> float:
    if fold_solid(a) == fold_solid(b):
        return 0.0
    short, long = sorted((a, b), key=len)
    letters = "".join(word[0] for word in long.split() if word not in ("of", "the", "and", "for", "de", "la", "et"))
    if short.replace(" ", "") == letters and len(letters) > 1:
        return 0.1
    if set(short.split()) < set(long.split()) and len(short) >= 4:
        return 0.2
    mine, theirs = a.split(), b.split()
    if len(mine) == len(theirs) == 2 and (mine[0] == theirs[0]) is not (mine[1] == theirs[1]):
        # Two words of which one differs are a person's: a slip in a name counts as one.
        return max(slip_distance(x, y) for x, y in zip(mine, theirs, strict=True) if x != y)
    return min(1.0, 1.5 * (1.0 - ratio(a, b)))


def _family_only(a: NameForm, b: NameForm) -> float:
    bare = [
        NameForm(kind=form.kind, family=form.family, whole=form.family, split=form.split)
        if form.kind is FormKind.LATIN
        else form
        for form in (a, b)
    ]
    apart = _form_distance(bare[0], bare[1])
    return 0.0 if apart <= 0.15 and FormKind.WIDE in (a.kind, b.kind) else apart
