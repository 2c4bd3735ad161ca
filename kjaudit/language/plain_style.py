"""Polite endings of Korean and Japanese as plain ones: the lists of phrases know the plain style only."""

from __future__ import annotations

import re
from collections.abc import Callable

_KO_END = re.compile(r"(?P<end>[가-힣]{1,3}니다|[가-힣]{1,3}요)(?P<mark>[.!\s”’\"']*)$")
_JA_END = re.compile(
    r"(?P<end>[ぁ-ん一-龥](?:ませんでした|ません|ました|ます|でしょう|でした|です)(?:から|が|よね|ね|よ)?)"
    r"(?P<mark>[。！\s」』]*)$"
)
_JA_TAILS = ("よね", "から", "が", "ね", "よ")
_HANGUL, _LAST, _FINALS = 0xAC00, 0xD7A3, 28
_N, _B, _PAST = 4, 17, 20
"""Final consonants ㄴ, ㅂ and ㅆ by their place in a syllable (Unicode, Hangul syllables)."""
_STATES = "많높같적좋깊넓싫짙옅낮깊길"
"""Last syllables of adjectives: "많습니다" is "많다", not "많는다"."""
_DOING = "입잡돕줍눕씹뽑집접굽"
"""Verbs in ㅂ; other stems in ㅂ are adjectives ("어렵습니다")."""
_PAST_JA = dict(
    zip("りちいきぎみびにし", ("った", "った", "った", "いた", "いだ", "んだ", "んだ", "んだ", "した"), strict=True)
)
_PRESENT_JA = dict(zip("りちいきぎみびにし", ("る", "つ", "う", "く", "ぐ", "む", "ぶ", "ぬ", "する"), strict=True))
_FIXED_JA = {"です": "だ", "でした": "だった", "でしょう": "だろう", "ません": "ない", "ませんでした": "なかった"}
_POLITE_YO = (
    ("했어요", "했다"),
    ("았어요", "았다"),
    ("었어요", "었다"),
    ("졌어요", "졌다"),
    ("있어요", "있다"),
    ("없어요", "없다"),
    ("해요", "한다"),
    ("돼요", "된다"),
    ("이에요", "이다"),
    ("예요", "이다"),
    ("대요", "다고 한다"),
    ("래요", "라고 한다"),
    ("지요", "다"),
)


def plain_style(text: str, language: str) -> tuple[str, int]:
    """
    Return a sentence with its last predicate in the plain style, and how many characters shorter it became.

    The text is filled up with blanks to its old length, so that places in front of the predicate stay what they were.
    """
    if language == "ko":
        return _changed(text, _KO_END.search(text), _korean)
    if language == "ja":
        return _changed(text, _JA_END.search(text), _japanese)
    return text, 0


def _changed(text: str, found: re.Match[str] | None, plainer: Callable[[str, str], str]) -> tuple[str, int]:
    if found is None:
        return text, 0
    ending = found["end"]
    plain = plainer(text[: found.start()], ending)
    saved = len(ending) - len(plain)
    if plain == ending or saved < 0:
        return text, 0
    return text[: found.start()] + plain + found["mark"] + " " * saved, saved


def _korean(before: str, ending: str) -> str:
    if ending.endswith("요"):
        return next((ending[: -len(yo)] + plain for yo, plain in _POLITE_YO if ending.endswith(yo)), ending)
    stem = ending[:-2]
    if ending.endswith("습니다"):
        return stem[:-1] + ("다" if stem[:-1] and _is_past_or_state(stem[-2]) else "는다")
    last = stem[-1]
    if not _HANGUL <= ord(last) <= _LAST or (ord(last) - _HANGUL) % _FINALS != _B:
        return ending
    if last in "입닙":
        return stem[:-1] + chr(ord(last) - _B) + "다"
    return stem[:-1] + chr(ord(last) - _B + _N) + "다"


def _is_past_or_state(syllable: str) -> bool:
    """Whether "습니다" behind the syllable stands for "다": 있습니다, 했습니다, 없습니다, 많습니다, 높습니다."""
    final = (ord(syllable) - _HANGUL) % _FINALS
    return final == _PAST or syllable in _STATES or syllable == "없" or (final == _B and syllable not in _DOING)


def _japanese(before: str, ending: str) -> str:
    head, polite = ending[0], ending[1:]
    tail = next((one for one in _JA_TAILS if polite.endswith(one) and polite != one), "")
    polite = polite.removesuffix(tail)
    if polite in _FIXED_JA:
        return head + _FIXED_JA[polite]
    past = polite == "ました"
    if head == "き" and before.endswith(("て", "で")):
        return "きた" if past else "くる"
    if head == "き" and before.endswith(("てい", "でい")):
        return "った" if past else "く"
    if head not in _PAST_JA or (head == "い" and before.endswith(("て", "で"))):
        return head + ("た" if past else "る")
    return (_PAST_JA if past else _PRESENT_JA)[head]
