"""What a passage is about: stems of its content words, in English, Korean and Japanese."""

from __future__ import annotations

import re

_LATIN = re.compile(r"[A-Za-zÀ-ÿ]{4,}")
_HANGUL = re.compile(r"[가-힣]{2,}")
_HAN = re.compile(r"[一-龥々]{2,}")
_KATAKANA = re.compile(r"[ァ-ヶー]{3,}")
_NAME = re.compile(r"\b[A-Z][\w’'-]{2,}")
_EMPTY = frozenset(
    "that this these those with from have been were they their there which while where when what than then them into"
    " over under also more most some such only other about after before between during through both each many much"
    " very will would could should must being because however therefore according year years percent million billion"
    " thousand half nearly about around article study studies analysis report journal review research introduction"
    " international national press university history case approach perspective perspectives toward towards among"
    " said says does done made make making since until still even just like well said upon against within without".split()
)
_EMPTY_KOREAN = frozenset(
    "그리 하지 그러 때문 경우 통해 대한 위한 따르 이러 있는 있다 했다 한다 것이 것은 연구 분석 고찰 중심 관한 대해 지난 이후".split()
)
_EMPTY_JAPANESE = frozenset(["研究", "分析", "考察", "中心", "場合", "以上", "以下", "年度", "必要", "可能"])


def stems(text: str) -> frozenset[str]:
    """
    Return the stems of the content words of `text`.

    Six letters of a Latin word, two syllables of a Korean one, pairs of Han characters and whole katakana words: crude,
    alike in both passages that are compared, and linear in the text.
    """
    found = {word.lower()[:6] for word in _LATIN.findall(text) if word.lower() not in _EMPTY}
    found |= {word[:2] for word in _HANGUL.findall(text)} - _EMPTY_KOREAN
    for run in _HAN.findall(text):
        found |= {run[at : at + 2] for at in range(len(run) - 1)}
    found -= _EMPTY_JAPANESE
    return frozenset(found | set(_KATAKANA.findall(text)))


def names(text: str) -> frozenset[str]:
    """Return the capitalised words of `text`, six letters of each: names and the beginnings of sentences."""
    return frozenset(word.lower()[:5] for word in _NAME.findall(text) if word.lower() not in _EMPTY)


def likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """Return the share of stems that two passages have in common, 0..1 (Jaccard)."""
    return len(one & other) / len(one | other) if one or other else 0.0
