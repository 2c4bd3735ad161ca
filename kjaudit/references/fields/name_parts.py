"""One name: which words are family, given, particle, suffix; what is an organisation."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cached_property

from kjaudit.model import Name, Span
from kjaudit.references.keywords import KEYWORDS
from kjaudit.references.lexicon import roles

PARTICLES = frozenset(
    "von van de der den del della di da dal du des do dos das la le les ter ten te zu zum zur vom af av el al ibn bin ben bint "
    "dell degli dei d st y e v".split()
)
SUFFIXES = frozenset(("jr", "sr", "jnr", "snr", "ii", "iii", "iv", "jun", "sen", "filho", "neto", "júnior"))
TITLES = frozenset(("dr", "prof", "sir", "dame", "rev", "fr", "lord", "lady", "mr", "mrs", "ms"))
_EAST_ASIAN_FAMILY = frozenset(
    "wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he lin gao luo zheng liang xie tang cao deng xiao feng "
    "cheng cai peng pan yuan dong yu lu jiang wei jia ding xue ye yan du dai xia zhong tian ren jin tan kim lee park choi jung jeong "
    "kang cho jo yoon yun jang lim im han oh seo shin kwon hwang ahn an song hong ryu yoo jeon ko moon nam baek noh heo nguyen tran "
    "pham hoang".split()
)
_CONNECTIVES = frozenset("of for für the on pour per para and und zum zur des".split())
_CJK = re.compile("[\u3041-\u30ff\u3400-\u9fff\uac00-\ud7a3]")


@dataclass(frozen=True)
class Word:
    """A word of a name; `dot`: an abbreviating full stop follows; `end` takes the stop in."""

    text: str
    start: int
    end: int
    in_brackets: bool = False
    dot: bool = False

    def dotted(self, end: int) -> Word:
        """Return the word with its full stop."""
        return replace(self, dot=True, end=end)

    @cached_property
    def initial(self) -> bool:
        """Whether this can only be initials: "J", "J.-P", "JR", "Th."."""
        text = self.text
        letters = text.replace("-", "").replace("‐", "").replace("’", "").replace("'", "")
        if len(letters) == 1:
            return letters.isupper() or self.dot
        if all(len(part) <= 1 for part in re.split(r"[-‐]", text)):
            return True
        if self.dot and len(letters) <= 2 and text[0].isupper():
            return True
        return len(letters) <= 3 and letters.isupper() and not self.is_particle

    @property
    def is_particle(self) -> bool:
        """Whether this is a particle in small letters: "von", "de", "d’"."""
        return self.text.casefold() in PARTICLES and self.text[0].islower()

    @property
    def is_suffix(self) -> bool:
        """Whether this is "Jr.", "III"."""
        return self.text.casefold() in SUFFIXES and self.text.casefold() not in ("v", "i")

    @property
    def printed(self) -> str:
        """As printed, with its full stop."""
        return f"{self.text}." if self.dot else self.text


@dataclass(frozen=True)
class Item:
    """A stretch of a list of names between two marks."""

    words: tuple[Word, ...]

    @property
    def text(self) -> str:
        """The words; full stops only after initials."""
        return joined(self.words)

    @cached_property
    def solid(self) -> tuple[Word, ...]:
        """The words that are neither initials nor particles nor suffixes."""
        return tuple(word for word in self.words if not (word.initial or word.is_particle or word.is_suffix))

    @property
    def is_suffix(self) -> bool:
        """Whether this is nothing but a suffix."""
        return all(word.is_suffix for word in self.words)

    @cached_property
    def only_initials(self) -> bool:
        """Whether this can only be given names in short: "J. R.", "M. van"."""
        return not self.solid and any(word.initial for word in self.words)

    @cached_property
    def looks_given(self) -> bool:
        """Whether the first word is a given name in records of works."""
        return bool(self.solid) and given_weight(self.solid[0].text) > 0

    def may_be_family(self, *, first: bool, last_pair: bool, after: Item, alone: bool) -> bool:
        """Whether this is a family name whose given names stand in `after`."""
        if not self.solid or any(word.initial for word in self.words if not word.in_brackets) or after.is_suffix:
            return not self.solid and False
        if len(self.solid) > 3:
            return False
        if after.only_initials:
            return True
        if len(after.solid) > 3 or any(word.initial for word in after.words[:-1]) and not after.looks_given and len(after.solid) > 1:
            return False
        if len(self.solid) == 1:
            return after.looks_given or len(after.solid) == 1 or first
        if not first:
            return False
        return (last_pair and not (given_weight(self.solid[0].text) > 0 and len(after.solid) > 1)) and after.looks_given

    def given_and_particles(self) -> tuple[str, str]:
        """Split "Ludwig van" into given names and the particle that belongs before the family name."""
        words = list(self.words)
        particles: list[Word] = []
        while len(words) > 1 and words[-1].is_particle and words[-1].text.casefold() not in ("e", "v", "d"):
            particles.insert(0, words.pop())
        return joined(words), joined(particles)


def joined(words: list[Word] | tuple[Word, ...]) -> str:
    """Return words with blanks between, full stops after initials only."""
    return " ".join(word.printed if word.initial else word.text for word in words)


def given_weight(word: str) -> int:
    """Return how surely `word` is a given name: 2 nearly always, 1 mostly, 0 unknown, -1 mostly, -2 nearly always a family name."""
    found = roles().get(word.casefold(), "")
    for letter in found:
        if letter in "Gg":
            return 2 if letter == "G" else 1
        if letter in "Ff":
            return -2 if letter == "F" else -1
    return 0


def is_organisation(text: str) -> bool:
    """Whether the whole of a stretch of authors names one organisation."""
    words = re.findall(r"[^\W\d_]+", text)
    if not words or _CJK.search(text):
        return False
    if any(word.casefold() in _CONNECTIVES and word.islower() and word not in ("and", "und", "des", "zum", "zur") for word in words[1:]):
        return not any(len(word) == 1 for word in words)
    keyed = any("org" in KEYWORDS.get(word.casefold(), ()) or "uni" in KEYWORDS.get(word.casefold(), ()) for word in words)
    if keyed and not any(len(word) == 1 and word.isupper() for word in words):
        return len(words) > 1 and "," not in text.strip(" ,") or text.count(",") <= 1
    return len(words) == 1 and len(words[0]) >= 3 and words[0].isupper() and text.strip(" .,:()") == words[0] and len(words[0]) <= 8


def read_name(item: Item, *, prefer_family_first: bool) -> Name:
    """Read one name that stands between two marks."""
    words = [word for word in item.words if not word.in_brackets or word.initial] or list(item.words)
    span = Span(item.words[0].start, item.words[-1].end)
    if _CJK.search(item.text):
        return Name(literal=" ".join(word.text for word in item.words), span=span)
    suffix = ""
    while len(words) > 1 and words[-1].is_suffix:
        suffix = words.pop().printed
    if words[0].text.casefold() in TITLES and len(words) > 2 and words[0].dot:
        words = words[1:]
    if len(words) == 1:
        return Name(family=words[0].text, suffix=suffix, span=span)
    if is_organisation(item.text):
        return Name(literal=joined(tuple(words)), span=span)
    cut, family_first = _cut(words, prefer_family_first=prefer_family_first)
    if family_first:
        return Name(family=joined(words[:cut]), given=joined(words[cut:]), suffix=suffix, span=span)
    return Name(family=joined(words[cut:]), given=joined(words[:cut]), suffix=suffix, span=span)


def _cut(words: list[Word], *, prefer_family_first: bool) -> tuple[int, bool]:
    """Return where given and family part, and whether the family name stands first."""
    count = len(words)
    first_solid = next((index for index, word in enumerate(words) if not word.initial), count)
    if first_solid == count:
        return count - 1, False
    if first_solid:
        after = [index for index in range(first_solid, count) if words[index].initial]
        if not after:
            return _family_start(words, first_solid), False
        return _family_start(words, after[-1] + 1 if after[-1] + 1 < count else first_solid), False
    if words[-1].initial:
        begin = next(index for index in range(count) if words[index].initial)
        if all(word.initial or word.is_particle for word in words[begin:]):
            return begin, True
    inner = [index for index in range(1, count - 1) if words[index].initial]
    if inner:
        return _family_start(words, inner[-1] + 1), False
    upper = [word.text.isupper() and len(word.text) > 1 for word in words]
    if any(upper) and not all(upper):
        begin = upper.index(True)
        if begin == 0:
            return upper.index(False), True
        while begin > 1 and words[begin - 1].is_particle:
            begin -= 1
        return begin, False
    particle = next((index for index in range(1, count - 1) if words[index].is_particle), None)
    if words[0].is_particle and count > 2:
        return count - 1, True
    if particle is not None:
        return particle, False
    family_first = prefer_family_first or _family_stands_first(words)
    return (1, True) if family_first else (count - 1, False)


def _family_start(words: list[Word], begin: int) -> int:
    """Skip given names in full after initials ("J. Michael Smith"): the family name is the last word and its particles."""
    count = len(words)
    particle = next((index for index in range(begin, count - 1) if words[index].is_particle), None)
    if particle is not None:
        return particle
    if count - begin > 1 and given_weight(words[begin].text) > 0:
        return count - 1
    return begin


def _family_stands_first(words: list[Word]) -> bool:
    first, last = words[0].text, words[-1].text
    if len(words) == 2 and first.casefold() in _EAST_ASIAN_FAMILY and last.casefold() not in _EAST_ASIAN_FAMILY:
        return given_weight(last) <= 0 or given_weight(first) <= -1
    return given_weight(first) <= -1 and given_weight(last) >= 1
