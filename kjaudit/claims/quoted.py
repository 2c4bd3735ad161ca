"""Direct quotations: which marked words are speech or cited wording, and whose."""

from __future__ import annotations

import re

from kjaudit.language import lexicon
from kjaudit.language.attribution import Attribution, Voice
from kjaudit.language.reading import Sentence
from kjaudit.model import Field, Span

_WORDS = re.compile(r"[\w’'-]+")
_EN_AFTER = re.compile(r"[\s,]*(?:[A-Z][\w’'.-]*\s){0,4}(?:\w+\s)?$")
_KO_AFTER = re.compile(r"\s?(?:이?라고|고|라는|라며|라면서|며|면서|이?란|이?라던|는|라|고도|이?라)(?=[\s,.가-힣])")
_JA_AFTER = re.compile(r"(?:など)?(?:と|との|という|といった|って)|$|。")
_JA_SAID = re.compile(
    r"(?:話|語|述べ|言|指摘|訴え|説明|強調|コメント|書|記|答え|振り返|主張|批判|つづ|綴|評し|嘆|声"
    r"|呼びかけ|笑|打ち明け|投稿|明か|漏ら|こぼ|との|という)"
)


def is_quotation(text: str, quote: Span, sentence: Sentence) -> bool:
    """
    Whether the marked words are speech or cited wording, not a title, a term or words held at a distance.

    Five words or more in English, four in Korean, ten characters in Japanese (the decision rules of the labelled
    documents), and something near that says so: a verb of speech, a particle of quotation, or a whole sentence.
    """
    inner = text[quote.start + 1 : quote.end - 1].strip()
    if sentence.language == "ja":
        after = text[quote.end : quote.end + 12]
        return (
            len(inner) >= 10
            and _JA_AFTER.match(after) is not None
            and bool(
                _JA_SAID.search(text, quote.end, min(sentence.span.end, quote.end + 80))
                or inner[-1:] in "。！？"
                or not after.strip("。\n ")
            )
        )
    count = len(_WORDS.findall(inner))
    if sentence.language == "ko":
        return count >= 4 and (_KO_AFTER.match(text, quote.end) is not None or inner[-1:] in ".!?")
    return count >= 5 and _spoken(text, quote, sentence, inner)


def has_verb(text: str, quote: Span, sentence: Sentence) -> bool:
    """Whether a verb of speech stands beside the quotation: then somebody says it, if only "he"."""
    before = lexicon.folded(text[max(sentence.span.start, quote.start - 60) : quote.start])
    after = lexicon.folded(text[quote.end : min(sentence.span.end, quote.end + 60)])
    if sentence.language == "en":
        verbs = lexicon.matcher("en", "speech-verbs")
        return verbs.search(before) is not None or verbs.search(after) is not None
    if sentence.language == "ko":
        return _KO_AFTER.match(text, quote.end) is not None
    return _JA_SAID.search(after) is not None


def speaker_of(text: str, quote: Span, sentence: Sentence, neighbours: tuple[Sentence, ...]) -> Attribution | None:
    """Return who is said to speak: the attribution of its sentence nearest to `quote`, else of a neighbour."""
    for where in (sentence, *neighbours):
        if where.attributions:
            return min(where.attributions, key=lambda item: _gap(item.span, quote))
    return None


def field_of(text: str, attribution: Attribution) -> Field[str]:
    """Return the speaker of an attribution as a field."""
    raw = attribution.source.of(text)
    named = attribution.voice is Voice.NAMED
    return Field(value=" ".join(raw.split()), span=attribution.source, raw=raw, confidence=0.9 if named else 0.6)


def _gap(one: Span, other: Span) -> int:
    return max(one.start - other.end, other.start - one.end, 0)


def _spoken(text: str, quote: Span, sentence: Sentence, inner: str) -> bool:
    before = lexicon.folded(text[max(sentence.span.start, quote.start - 90) : quote.start])
    after = lexicon.folded(text[quote.end : min(sentence.span.end, quote.end + 60)])
    verbs = lexicon.matcher("en", "speech-verbs")
    if (
        verbs.search(before)
        or verbs.search(after)
        or re.search(r"\b(?:with|upload\w*|words?|phrase|called|asked|writing)\b", before[-40:])
    ):
        return True
    return inner[-1:] in ".!?," and inner[:1].isupper()
