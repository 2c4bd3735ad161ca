"""One name: which words are family, given, particle, suffix; what is an organisation."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from kjaudit.model import Name, Span
from kjaudit.references.keywords import KEYWORDS
from kjaudit.references.lexicon import roles

from .name_words import CAPITAL_PARTICLES, CONNECTIVES, EAST_ASIAN_FAMILY, PARTICLES, SUFFIXES, TITLES

_ABBREVIATED_STATE = re.compile(
    r"^\W*(?:U\s?\.\s?S\s?\.(?:\s?A\s?\.)?|U\s?\.\s?K\s?\.|U\s?\.\s?N\s?\.|E\s?\.\s?U\s?\.)\s*"
)
_ORGANISATION_END = re.compile(
    r"(?:gemeinschaft|gesellschaft|verb[aä]nde?|ministerium|kommission|institut|stiftung|zentrum|hochschule|akademie|regierung|behörde)"
    r"|(?-i:\be\s?\.\s?V\b)",
    re.IGNORECASE,
)
REGISTERED = re.compile(r"\be\s?\.\s?V\Z")
"""A registered association, whose name ends in a full stop: "e. V."."""
_CJK = re.compile("[\u3041-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
_HYPHENS = re.compile(r"[-‐’']")
_LETTERS = re.compile(r"[^\W\d_]+")
_BLANK_BEFORE = re.compile(r"\s+(?=[.’'])|(?<=[’'])\s+")
_LOOSE_HYPHEN = re.compile(r"(?<=\.)\s*([-‐])\s*|\s+([-‐])\s*(?=[^\W\d_])")


@dataclass(frozen=True, slots=True)
class Word:
    """
    A word of a name; made by `word`.

    Attributes:
        text: without the full stop.
        start, end: into the string; the full stop is inside.
        in_brackets: it stands in brackets.
        dot: an abbreviating full stop follows.
        initial: this can only be initials: "J", "J.-P", "JR", "Th.".
        is_particle: "von", "de", "d’".
        is_suffix: "Jr.", "III".
    """

    text: str
    start: int
    end: int
    in_brackets: bool
    dot: bool
    initial: bool
    is_particle: bool
    is_suffix: bool

    @property
    def solid(self) -> bool:
        """Whether this is neither initial nor particle nor suffix."""
        return not (self.initial or self.is_particle or self.is_suffix)


def word(
    text: str, start: int, end: int, *, in_brackets: bool = False, dot: bool = False, capitals: bool = False
) -> Word:
    """
    Make the word of a name.

    Args:
        text: without the full stop.
        start: into the string.
        end: past the full stop, if there is one.
        in_brackets: it stands in brackets.
        dot: an abbreviating full stop follows.
        capitals: family names of this list are printed in capitals, so that a short word in capitals may be one.
    """
    initial, particle, suffix = _kinds(text, dot=dot, capitals=capitals)
    return Word(text, start, end, in_brackets, dot, initial, particle, suffix)


@lru_cache(maxsize=20_000)
def _kinds(text: str, *, dot: bool, capitals: bool) -> tuple[bool, bool, bool]:
    """Return whether `text` is an initial, a particle, a suffix."""
    suffix = text.casefold() in SUFFIXES and (dot or text not in ("JR", "SR"))
    particle = text in PARTICLES or (capitals and text.isupper() and text.lower() in PARTICLES)
    initial = not suffix and _is_initial(text, dot=dot, longest=0 if particle else 2 if capitals else 4)
    return initial, particle, suffix


def _is_initial(text: str, *, dot: bool, longest: int) -> bool:
    if len(text) > 8:
        return False
    parts = _HYPHENS.split(text)
    letters = "".join(parts)
    if all(len(part) <= 1 for part in parts):
        return letters[:1].isupper() or dot
    if dot and len(letters) <= 2 and letters[0].isupper():
        return True
    return len(letters) <= longest and letters.isupper()


@dataclass(frozen=True, slots=True)
class Item:
    """
    A stretch of a list of names between two marks; made by `stretch`.

    Attributes:
        raw: the string its words stand in.
        words: of the stretch.
        solid: those that are neither initials nor particles nor suffixes.
        text: as printed, blanks squeezed.
    """

    raw: str
    words: tuple[Word, ...]
    solid: tuple[Word, ...]
    text: str

    @property
    def span(self) -> Span:
        """From the first word to the last."""
        return Span(self.words[0].start, self.words[-1].end)

    @property
    def is_suffix(self) -> bool:
        """Whether this is nothing but a suffix."""
        return all(word.is_suffix for word in self.words)

    @property
    def only_initials(self) -> bool:
        """Whether this can only be given names in short: "J. R.", "M. van"."""
        return not self.solid and any(word.initial for word in self.words)

    @property
    def complete(self) -> bool:
        """Whether this has a family name and initials or a bracketed given name of its own, or is an organisation."""
        if not self.solid:
            return False
        if _CJK.search(self.words[0].text):
            return True
        if any(word.initial or word.in_brackets for word in self.words):
            return True
        upper = [word.text.isupper() for word in self.solid]
        return len(self.words) > 1 and ((any(upper) and not all(upper)) or is_organisation(self.text))

    @property
    def one_family(self) -> bool:
        """Whether the words can be one family name with its particles: "Reiser", "van der Berg", "Van Mulken"."""
        solid = self.solid
        if len(solid) < 2:
            return len(solid) == 1
        return all(word.text in CAPITAL_PARTICLES for word in solid[:-1]) and solid[-1].text not in CAPITAL_PARTICLES

    @property
    def given_first(self) -> int:
        """How much speaks for the given name standing first: above nought for, below against."""
        if len(self.solid) < 2 or self.complete or self.one_family:
            return 0
        return given_weight(self.solid[0].text) - given_weight(self.solid[-1].text)


def stretch(raw: str, words: Sequence[Word]) -> Item:
    """Make the stretch of `words`, which stand in `raw`."""
    return Item(raw, tuple(words), tuple([word for word in words if word.solid]), printed(raw, words))


def printed(raw: str, words: Sequence[Word]) -> str:
    """Return `words` as printed, blanks squeezed; without a full stop after a word that is no initial."""
    if not words:
        return ""
    last = words[-1]
    end = last.end if last.initial or last.is_suffix else last.start + len(last.text)
    text = " ".join(raw[words[0].start : end].split())
    if " ." in text or "’" in text or "'" in text:
        text = _BLANK_BEFORE.sub("", text)
    if "-" in text or "‐" in text:
        text = _LOOSE_HYPHEN.sub(r"\1\2", text)
    return text.replace("(", "").replace(")", "")


@lru_cache(maxsize=20_000)
def given_weight(word: str) -> int:
    """Return how surely `word` is a given name: 2 nearly always, 1 mostly, 0 unknown; below nought: a family name."""
    for letter in roles().get(word.casefold(), "") or roles().get(_HYPHENS.split(word)[0].casefold(), ""):
        if letter in "Gg":
            return 2 if letter == "G" else 1
        if letter in "Ff":
            return -2 if letter == "F" else -1
    return 0


def is_organisation(text: str) -> bool:
    """Whether the whole of a stretch of authors names one organisation."""
    text = _ABBREVIATED_STATE.sub("", text)
    words = _LETTERS.findall(text)
    if _ORGANISATION_END.search(text) and text.count(",") <= 1:
        return True
    if not words or _CJK.search(text) or any(len(word) == 1 for word in words):
        return False
    if any(word in CONNECTIVES for word in words[1:]):
        return True
    keys = [KEYWORDS.get(word.casefold(), ()) for word in words]
    if any("org" in key or "uni" in key for key in keys) and text.count(",") <= len(words) // 3:
        return len(words) > 1
    only = text.strip(" .,:;()")
    if len(words) != 1 or only != words[0] or not 3 <= len(only) <= 8 or not only.isupper():
        return False
    return given_weight(only) == 0 or "org" in keys[0]


def read_name(item: Item, *, family_first: bool, listed: bool = False) -> Name:
    """
    Read one name that stands between two marks.

    Args:
        item: its words.
        family_first: the list prints family names first, without a comma.
        listed: other names of the list show the order.
    """
    words = list(item.words)
    if _CJK.search(item.text):
        return Name(literal=item.text, span=item.span)
    if is_organisation(item.text) or not _LETTERS.search(item.text):
        stop = "." if REGISTERED.search(item.text) else ""
        return Name(literal=item.text + stop, span=item.span)
    suffix = ""
    while len(words) > 1 and words[-1].is_suffix:
        suffix = printed(item.raw, (words.pop(),))
    if words[0].text.casefold() in TITLES and len(words) > 2:
        words = words[1:]
    if len(words) == 1:
        return Name(family=printed(item.raw, words), suffix=suffix, span=item.span)
    cut, first = _cut(words, item, family_first=family_first, listed=listed)
    one, other = printed(item.raw, words[:cut]), printed(item.raw, words[cut:])
    if first:
        return Name(family=one, given=other, suffix=suffix, span=item.span)
    return Name(family=other, given=one, suffix=suffix, span=item.span)


def _cut(words: list[Word], item: Item, *, family_first: bool, listed: bool) -> tuple[int, bool]:
    """Return where given and family part, and whether the family name stands first."""
    count = len(words)
    brackets = [index for index in range(count) if words[index].in_brackets]
    if brackets and brackets[0] > 0 and brackets[-1] == count - 1:
        return brackets[0], True
    solid = [index for index in range(count) if words[index].solid]
    if not solid:
        return _without_solid(words)
    initials = [index for index in range(count) if words[index].initial]
    if initials:
        return _by_initials(words, solid, initials)
    upper = [word.text.isupper() and len(word.text) > 1 for word in words]
    if any(upper) and not all(upper):
        return _by_capitals(words, upper)
    return _by_order(words, item, family_first=family_first, listed=listed)


def _by_order(words: list[Word], item: Item, *, family_first: bool, listed: bool) -> tuple[int, bool]:
    count = len(words)
    if words[0].is_particle:
        alone = sum(not word.is_particle for word in words) < 2
        return (count if alone else count - 1), True
    begin = _particle_before_family(words, 1)
    if begin is not None:
        return begin, False
    first = _family_stands_first(words, item, family_first=family_first, listed=listed)
    return (1, True) if first else (count - 1, False)


def _without_solid(words: list[Word]) -> tuple[int, bool]:
    """All words are short: "Y. H. Wu", "LI Q": the word without a full stop that is longest is the family name."""
    lengths = [0 if word.dot and len(word.text) == 1 else len(word.text) for word in words]
    longest = max(range(len(words)), key=lambda index: (lengths[index], index))
    if longest == 0:
        return 1, True
    return longest, False


def _by_initials(words: list[Word], solid: list[int], initials: list[int]) -> tuple[int, bool]:
    count = len(words)
    if (initials[0] > solid[0] and initials[-1] == count - 1) or (
        initials[0] > solid[0] and all(not words[index].solid for index in range(initials[0], count))
    ):
        return initials[0], True
    last = initials[-1] + 1
    begin = _particle_before_family(words, last)
    if begin is not None:
        return begin, False
    if solid[0] < initials[0] or count - last < 2:
        return last, False
    return (count - 1 if given_weight(words[last].text) > 0 else last), False


def _by_capitals(words: list[Word], upper: list[bool]) -> tuple[int, bool]:
    begin = upper.index(True)
    if begin == 0 or all(word.is_particle for word in words[:begin]):
        after = next((index for index in range(begin, len(words)) if not upper[index]), len(words) - 1)
        return max(1, after), True
    while begin > 1 and words[begin - 1].is_particle:
        begin -= 1
    return begin, False


def _particle_before_family(words: list[Word], begin: int) -> int | None:
    """Return where the particles before the last word start, from `begin` on."""
    last = len(words) - 1
    for index in range(begin, last):
        if words[index].is_particle or (words[index].text in CAPITAL_PARTICLES and not words[index].dot):
            return index
    return None


def _family_stands_first(words: list[Word], item: Item, *, family_first: bool, listed: bool) -> bool:
    first, last = words[0].text, words[-1].text
    if len(words) == 2 and first.casefold() in EAST_ASIAN_FAMILY and last.casefold() not in EAST_ASIAN_FAMILY:
        return not (listed and not family_first) and (given_weight(last) <= 0 or given_weight(first) <= -1)
    if family_first:
        return item.given_first <= 0
    return not listed and given_weight(first) < 0 < given_weight(last) and item.given_first < -2
