"""What a heading says of the text under it, whatever its language and numbering."""

from __future__ import annotations

import enum
import re
import tomllib
from collections.abc import Mapping
from functools import cache

from kjaudit import assets

_VOCABULARY = "structure/headings.toml"
_LONGEST = 60
"""Characters of a heading that may be in the vocabulary."""
_NUMBER = re.compile(
    r"(?:(?:chapter|part|section|kapitel|teil|chapitre|capítulo|capitolo|appendix|annex|第|제)\s*)?"
    r"(?:\d{1,2}(?:\.\d{1,2}){0,4}|[ivxlc]{1,5}|[ⅰ-ⅿⅠ-Ⅻ]+|[A-Ha-h](?=[.)])|[一二三四五六七八九十]{1,3}|[가나다라마바사아자차](?=[.)]))"
    r"(?:\s*(?:章|節|节|장|절|部|부))?\s*[.．、,)）:：\-–—]*\s*",
    re.I,
)
_WRAP = re.compile(r"^[\s<〈《【\[［〔(（「『■□◆◇●○※*▶▷#=–—\-]+|[\s>〉》】\]］〕)）」』■□◆◇●○*=:：.。–—\-]+$")
_WORDS = frozenset({"i", "c", "x", "vi", "mi", "di", "li"})
"""Roman numbers that are words; with a full stop after them they are numbers."""
_COUNTED = re.compile(r"[\s.]*(?:\d{1,2}|[A-Z]|[IVX]{1,4}|[Ⅰ-Ⅻ]|[一二三四五])(?:[.:：\s].*)?$")
"""What tells one appendix from the next, and its title."""
_FORMS = str.maketrans("獻參註釋釈录錄書徵谢謝紹簡", "献参注释释録録书征谢谢绍简")
"""Old, new and simplified forms of the characters that such headings have, each to one of them."""
_SPACE = re.compile(r"\s+")
_BETWEEN_WIDE = re.compile(
    r"(?<=[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3])\s+(?=[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3])"
)


_AND = re.compile(r"\s*(?:,|;|&|/|・|\s(?:and|und|et|y|e|en|och|og|a|i|и|及び|および|및)\s)\s*")
_KIND_OF = re.compile(
    r"^(?:(?:primary|secondary|main|key|general|archival|printed|published|selected|additional|other|cited|gedruckte|weitere"
    r"|zitierte)\s)?|(?:\s(?:primary|secondary|primaires|secondaires|imprimées|primarias|secundarias|impresas"
    r"|primárias|secundárias|primarie|secondarie|citées|citadas|citate|cited|consulted))?$",
    re.I,
)
"""What tells kinds of sources apart in the heading of a list."""


class Topic(enum.Enum):
    """What stands under a heading, as far as its words say."""

    REFERENCES = "references"
    NOTES = "notes"
    AFTER = "after"
    FRONT = "front"
    OTHER = "other"


@cache
def _topics() -> Mapping[str, Topic]:
    raw = tomllib.loads(assets.path(_VOCABULARY).read_text("utf-8"))
    known: dict[str, Topic] = {}
    for topic in (Topic.FRONT, Topic.AFTER, Topic.NOTES, Topic.REFERENCES):
        for words in raw[topic.value].values():
            known.update({_folded(word): topic for word in words})
    return known


def _folded(words: str) -> str:
    return _SPACE.sub(" ", _BETWEEN_WIDE.sub("", words)).strip().casefold().translate(_FORMS)


def topic(heading: str) -> Topic:
    """
    Return what `heading` announces; OTHER where its words are not in the vocabulary.

    Numbering, brackets and a closing colon do not count; a translation in brackets after it does not either.
    """
    if len(heading) > _LONGEST:
        return Topic.OTHER
    bare = _WRAP.sub("", heading)
    for words in (bare, without_number(bare), *_two_languages(without_number(bare))):
        found = _topics().get(_folded(_WRAP.sub("", words)))
        if found is not None:
            return found
    if _all_references(without_number(bare)):
        return Topic.REFERENCES
    counted = _topics().get(_folded(_COUNTED.sub("", bare)))
    return Topic.AFTER if counted is Topic.AFTER else Topic.OTHER


def _all_references(heading: str) -> bool:
    """Whether every part of "Sources and Literature", "Primary Sources, Further Reading" announces references."""
    parts = [_KIND_OF.sub("", part) for part in _AND.split(heading)]
    return len(heading) > 3 and all(_topics().get(_folded(part)) is Topic.REFERENCES for part in parts)


def without_number(heading: str) -> str:
    """Return `heading` without the number before it."""
    found = _NUMBER.match(heading)
    if found is None or found.end() == len(heading):
        return heading
    number = found.group()
    stuck = number[-1].isalnum() and heading[found.end()].isalnum()
    return heading if stuck and number.isascii() else heading[found.end() :]


def is_numbered(heading: str) -> bool:
    """Whether a number as of a chapter or section stands before the words."""
    words = without_number(heading)
    if words == heading:
        return False
    number = heading[: len(heading) - len(words)].rstrip()
    return not number.isascii() or not number.isalpha() or number.lower() not in _WORDS


def _two_languages(heading: str) -> list[str]:
    """Return the parts of "참고문헌 (References)", "References / 참고문헌"."""
    parts = re.split(r"\s*[(（/|／・]\s*", heading, maxsplit=1)
    return [part.strip(" )）") for part in parts] if len(parts) > 1 else []
