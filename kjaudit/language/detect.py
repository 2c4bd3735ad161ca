"""The language of a running text, by its script and its commonest words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping

_SAMPLE = 40_000
"""Characters that a language is told by; a longer text is sampled at its beginning, middle and end."""
_HANGUL = re.compile(r"[\uac00-\ud7a3\u1100-\u11ff\u3131-\u318e]")
_KANA = re.compile(r"[\u3041-\u3096\u30a1-\u30fa]")
_HAN = re.compile(r"[\u3400-\u9fff]")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_SCRIPTS = (
    ("ru", re.compile(r"[\u0400-\u04ff]")),
    ("el", re.compile(r"[\u0370-\u03ff\u1f00-\u1fff]")),
    ("ar", re.compile(r"[\u0600-\u06ff]")),
    ("he", re.compile(r"[\u0590-\u05ff]")),
    ("th", re.compile(r"[\u0e00-\u0e7f]")),
    ("hi", re.compile(r"[\u0900-\u097f]")),
)
_COMMON: Mapping[str, frozenset[str]] = {
    language: frozenset(words.split())
    for language, words in (
        line.split(": ", 1)
        for line in """
en: the of and to in is that for as with was by on are be this from at it not which an or have were has
de: der die und das den von zu mit sich des auf für ist im dem nicht ein eine als auch es werden aus hat daß dass
fr: le la les de des et à du en un une dans que qui est pour par sur au pas plus avec ce ne sont aux il ou leur
es: el la los las de del y en que un una es por con para se su al como más no lo este entre sus fue pero
pt: o a os as de do da dos das e em que um uma é para com não por se na no ao mais como foi são sua pela pelo
it: il la le di del della dei e in che un una è per con non si da al come più nel alla sono anche delle gli
nl: de het een van en in is dat op te zijn met voor niet aan er ook als bij door maar om naar wordt deze
sv: och att det som en på är av för med till den har inte om ett men var sig så från kan de
da: og at det som en på er af for med til den har ikke om et men var sig så fra kan de der
pl: i w na z się do nie że jest to o jak po od za przez który są oraz dla ale tego
tr: ve bir bu da de için ile olarak daha çok olan gibi kadar sonra ise en her ne değil
la: et in est ad non ut cum ex de quod sed qui per ab aut si quae hoc atque enim
vi: và của là có không được trong cho các một những này với người đã khi từ đến
id: yang dan di dari untuk dengan pada ini dalam adalah tidak ke oleh sebagai itu akan atau
""".strip().splitlines()
    )
}
"""Words of the closed classes (articles, prepositions, conjunctions, auxiliaries), from each language's grammars."""
_UKRAINIAN = re.compile(r"[іїєґІЇЄҐ]")
_FEWEST = 3
"""Common words without which a text in Latin letters stays undetermined."""


def language_of(text: str) -> str:
    """
    Return the BCP 47 primary language of `text`, "und" where it cannot be told.

    A text in Korean or Japanese may hold much Latin: a quarter of the letters in hangul, or a sixth in kana, decides.
    """
    sample = _sampled(text)
    letters = sum(character.isalpha() for character in sample)
    if not letters:
        return "und"
    hangul, kana, han = (len(pattern.findall(sample)) for pattern in (_HANGUL, _KANA, _HAN))
    if hangul * 4 >= letters and hangul >= kana:
        return "ko"
    if kana * 6 >= letters or (kana and kana * 12 >= han > 0 and (kana + han) * 3 >= letters):
        return "ja"
    if han * 3 >= letters:
        return "ja" if kana * 20 >= han else "zh"
    for language, pattern in _SCRIPTS:
        if len(pattern.findall(sample)) * 2 > letters:
            return "uk" if language == "ru" and len(_UKRAINIAN.findall(sample)) * 50 > letters else language
    return _by_words(sample)


def _sampled(text: str) -> str:
    if len(text) <= _SAMPLE:
        return text
    third = _SAMPLE // 3
    middle = len(text) // 2
    return text[:third] + " " + text[middle : middle + third] + " " + text[-third:]


def _by_words(sample: str) -> str:
    counts = Counter(_WORD.findall(sample.lower()))
    scores = {language: sum(counts[word] for word in words) for language, words in _COMMON.items()}
    best = max(scores, key=lambda language: scores[language])
    return best if scores[best] >= _FEWEST else "und"
