"""How much a reader wants a source for a sentence: figures, causes, trends, ranks, attitudes, dated events."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kjaudit.language import lexicon
from kjaudit.language.attribution import Voice
from kjaudit.language.reading import Sentence

_CAPITAL = re.compile(r"(?<![.!?] )(?<!^)\b[A-Z][\w’'-]+")
_PAST = re.compile(
    r"\b(?:was|were|had|did|led|began|became|grew|rose|fell|won|lost|took|gave|built|brought|went|came|left|saw|ran|"
    r"sold|has been|have been|has become|have become|[a-z]{3,}ed|drove|drew|fled|felt|found|got|kept|knew|laid|lay|lent"
    r"|made|meant|met|paid|rode|sank|sent|shook|slept|spent|stood|struck|swept|taught|threw|told|tore|wore|wrote|chose|broke"
    r"|bore|bought|caught|held|dealt|bred|sprang|shrank|spoke|swung|woke|withdrew|overtook|undertook|forbade|froze|hid)\b"
)
_PRESENT_PASSIVE = re.compile(r"\b(?:is|are|be|being|gets?)\s(?:\w{2,12}\s)?[a-z]{2,}ed\b")
"""A participle that tells of no past: "are stored"."""
_ASIDE = re.compile(r",\s(?:whose|who|which|where)\s[^,]{2,100},")
_MODAL = re.compile(
    r"\b(?:can|could|should|must|may|might|will|would|need(?:s|ed)? (?:to|for|not)|essential|important|necessary"
    r"|required?s?)\b"
)
_BECAUSE = re.compile(r"\b(?:because|due to|owing to|thanks to|as a result of|the (?:main |chief |real )?reason)\b")
_RANKED = re.compile(
    r"\b(?:the |its |their )?(?:most [a-z]+|least [a-z]+|[a-z]{3,}est|first|only)\b[^.,;]{0,40}?"
    r"\b(?:in|on|of|across|anywhere in) (?:the |all |any |all the )?"
    r"(?:country|kingdom|world|nation|region|county|province|city|state|industry|continent"
    r"|century|land|island|coast|profession|union|europe|asia|africa|britain|england|scotland|wales|ireland|its kind)\b"
    r"|\b(?:more|less|fewer)(?: [a-z]+)? than (?:any|all|every)\b|\b(?:[a-z]{3,}er|more [a-z]+|less [a-z]+) than"
    r" (?:any|all|every|anywhere|anyone)\b|\bno other\b"
    r"|\b(?:in|of|across) (?:every|all) (?:[a-z]+ ){0,2}(?:country|countries|nations?|states?|regions?|cit(?:y|ies))\b"
)
"""A rank among all there are."""
_SIGNS = ("causes", "trends", "superlatives", "attitudes", "beyond-study")
_OURS = re.compile(r"\b(?:we|our)\b")
_TABULAR = re.compile(r"^[\w’' -]{1,30}:\s?\d[^,;]{0,40}$")
"""A name and its number, as in a table."""
_PRESENT = re.compile(r"(?<![었았였했겠])다[.\s”\"]*$|(?:[るうい]|ない|だ|である)[。」\s]*$")
_MOTIVE = re.compile(
    r"\bbecause (?:they|it|she|he|men|women|people|parents|of their)\b|때문이다|のは[^。]{0,60}(?:から|ため)(?:だ"
    r"|である)"
)
"""Why people do what they do."""
_FORECAST = re.compile(
    r"\b(?:will|would|could|might|expects? to|expected to|plans? to|planned to|aims? to|hopes? to)\b"
    r"|(?:할|될|늘|줄|이를|일) (?:것으로|전망|계획|예정|방침)|(?:見込み|予定|見通し|方針|だろう|であろう)"
)
_UNKNOWN = re.compile(
    r"\b(?:(?:less|little|not|un)(?: well)?[- ]?known|remains? (?:unclear|unknown|open|to be seen))\b"
)
"""The text says what nobody knows: nothing to source."""
_WERE_TOLD = re.compile(r"\b(?:was|were|has been|have been) (?:told|informed|notified|invited|asked)\b")
"""Plain news of who was told what."""
_PANEL = re.compile(r"\([A-Z](?:[′'’–—,-]\s?[A-Z]?)*\)\s")
"""The opening of a figure legend: "(A–D) ..."."""
_QUESTION = re.compile(
    r"(?:たい|つもりである|つもりだ)(?:と思う|と考える)?。$|(?:고자 한다|려고 한다|려 한다|싶다|겠다)[.]$"
    r"|[?？]\W*$|(?:까|나요|가요)\?\W*$|か。$"
)
_IMPERATIVE = re.compile(
    r"^(?:Consider|Take|Imagine|Remember|Note|Think|Try|Make|Ask|Look|Treat|Let|Keep|Avoid|Use|Start"
    r"|Choose|Do|Don’t|Don't|Never)\b"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Manner:
    """
    How a passage speaks.

    Attributes:
        personal: of its writer or its reader: experience, advice, a question.
        paper: of the document itself: its aims, method and own data.
        lived: in the first person singular.
        measured: its figures go on from the text's own.
        behind: it stands behind the methods of a study, which is its own witness for all but people and countries.
        section: it stands in a section that reports the document's own work.
    """

    personal: bool
    paper: bool
    section: bool = False
    lived: bool = False
    measured: bool = False
    behind: bool = False

    @property
    def own(self) -> bool:
        """Whether it speaks of anything but the world."""
        return self.personal or self.paper

    @property
    def own_data(self) -> bool:
        """Whether figures in the passage are those of the document's own study."""
        return self.paper or self.section


def manner_of(sentence: Sentence, *, shown: bool = False) -> Manner:
    """
    Return how a sentence speaks; one in a language without lists counts as personal and is left alone.

    What a lesson shows its reader (`shown`) is, like a paper's own data, before the reader's eyes.
    """
    if sentence.language not in lexicon.LANGUAGES:
        return Manner(personal=True, paper=False)
    asks = _QUESTION.search(sentence.plain) is not None or _IMPERATIVE.match(sentence.plain) is not None
    if shown or _PANEL.match(sentence.raw):
        return Manner(personal=False, paper=True)
    personal = asks or lexicon.matcher(sentence.language, "first-person").search(sentence.folded) is not None
    lived = personal and lexicon.matcher(sentence.language, "experience").search(sentence.folded) is not None
    return Manner(
        lived=lived,
        personal=personal,
        paper=lexicon.matcher(sentence.language, "paper-talk").search(sentence.folded) is not None,
    )


def is_forecast(sentence: Sentence) -> bool:
    """Whether a figure is foreseen or planned: no measured one, so nothing to source."""
    return _FORECAST.search(sentence.folded) is not None


def worth(sentence: Sentence, manner: Manner, passage: Manner, *, reported: bool = False) -> float:
    """
    Return 0..1: how much a reader wants a source for what the sentence asserts.

    A weighted sum of signs after Redi et al., "Citation Needed" (2019): dates, names, causes, trends, ranks and the
    attitudes of groups raise it; necessity and possibility lower it, and so does a passage of experience or behind a
    paper's own results. The
    weights are our own, set on the labelled seeds. What a dated report tells of a day's events is its own witness
    (`reported`): it wants a source only for causes, trends, ranks and attitudes.
    """
    boast = manner.personal and not manner.paper and _OURS.search(sentence.folded) is not None
    if sentence.quoted or sentence.share_quoted > 0.4 or hearsay(sentence) or _TABULAR.match(sentence.plain):
        return 0.0
    if manner.own:
        return 1.0 if boast and _RANKED.search(sentence.folded) else 0.0
    if reported and not any(_has(sentence, name) for name in _SIGNS):
        return 0.0
    score = _english(sentence) if sentence.language == "en" else _east_asian(sentence)
    if (passage.personal or passage.behind) and not _general(sentence):
        score -= 0.8 if sentence.language == "en" else 1.4
    if passage.behind and not any(_has(sentence, name) for name in ("populations", "beyond-study")):
        score -= 0.6
    return max(0.0, min(1.0, 0.5 + 0.25 * score))


def beyond_study(sentence: Sentence) -> bool:
    """Whether the sentence speaks of the whole country, of official rates or states a cause flatly."""
    return sentence.language in lexicon.LANGUAGES and _has(sentence, "beyond-study")


def breaks_out(sentence: Sentence) -> bool:
    """Whether an assertion in a paper's own section is about the world: its scope, a habit, a people's motive."""
    if beyond_study(sentence):
        return True
    motive = _MOTIVE.search(sentence.folded) is not None and _has(sentence, "populations")
    if sentence.language == "en":
        return (motive or _has(sentence, "habits")) and not _is_past(sentence.plain)
    return motive and _PRESENT.search(sentence.folded) is not None


def hearsay(sentence: Sentence) -> bool:
    """Whether the whole sentence is laid at the door of an unnamed source: then that is what is wrong with it."""
    length = sentence.span.end - sentence.span.start
    for item in sentence.attributions:
        if item.voice is Voice.NAMED:
            continue
        whole = item.span.start - sentence.span.start <= 0.15 * length and item.voice is Voice.ANONYMOUS
        ends = sentence.language != "en" and sentence.span.end - item.span.end <= 3
        opens = whole and (sentence.language != "en" or item.span.start == sentence.span.start)
        opens = opens or (item.voice is Voice.IMPERSONAL and item.span.start == sentence.span.start)
        if ends or opens or item.span.end - item.span.start > 0.5 * length:
            return True
    return False


def _general(sentence: Sentence) -> bool:
    """Whether a sentence says in the present what a whole group feels, amid what the writer saw."""
    if not (_has(sentence, "populations") and _has(sentence, "attitudes")):
        return False
    return not _is_past(sentence.plain) if sentence.language == "en" else _PRESENT.search(sentence.folded) is not None


def _has(sentence: Sentence, name: str) -> bool:
    return lexicon.matcher(sentence.language, name).search(sentence.folded) is not None


def _is_past(plain: str) -> bool:
    return _PAST.search(_PRESENT_PASSIVE.sub(" ", _ASIDE.sub(" ", plain))) is not None


def _english(sentence: Sentence) -> float:
    plain = sentence.plain
    common = lexicon.words("en", "common-capitals")
    names = [name for name in _CAPITAL.findall(plain) if re.sub(r"[’']s?$", "", name).lower() not in common]
    nation, habit = _has(sentence, "nations"), _has(sentence, "habits")
    people = _has(sentence, "populations") or nation
    wide, top, trend = (_has(sentence, name) for name in ("beyond-study", "superlatives", "trends"))
    score = -1.45
    score += 1.2 * bool(sentence.years) + 0.7 * min(2, len(names))
    score += 0.8 * _is_past(plain) + 0.3 * nation + 0.5 * habit
    score += 0.8 * top + 0.7 * trend + 1.0 * _has(sentence, "causes")
    score += (
        0.9 * (top and (wide or bool(_RANKED.search(sentence.folded))))
        + 0.6 * _has(sentence, "causes-flat")
        + 0.5 * (trend and (people or wide))
        + 0.2 * wide
    )
    score += 1.2 * (people and _has(sentence, "attitudes")) + 0.3 * _has(sentence, "populations")
    score += 1.6 * (lexicon.matcher("en", "acting-events").match(sentence.folded) is not None)
    score += 0.5 * bool(_BECAUSE.search(sentence.folded))
    score -= 1.1 * bool(_MODAL.search(plain)) + 1.2 * bool(_UNKNOWN.search(plain))
    score -= 0.8 * bool(_WERE_TOLD.search(plain))
    return score


def _east_asian(sentence: Sentence) -> float:
    if len(sentence.plain) <= 12:
        return -2.0
    signs = sum(_has(sentence, name) for name in ("causes", "trends", "superlatives"))
    people = _has(sentence, "populations")
    if not signs and not people:
        return -1.0
    attitude = _has(sentence, "attitudes")
    score = -1.0 + 1.1 * signs
    score += 0.5 * people + 0.6 * attitude + 0.7 * (people and attitude)
    score += 0.2 * bool(sentence.years)
    return score - 1.0 * (score >= 0 and _has(sentence, "generic-modals"))
