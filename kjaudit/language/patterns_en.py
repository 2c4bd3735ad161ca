"""What attributions in English look like: groups that speak, documents that show, names beside verbs of speech."""

from __future__ import annotations

import re
from functools import cache

from . import lexicon

ADVERBS = (
    r"(?:\s(?:\w+ly|also|often|have|has|had|now|still|even|would|will|can|could|may|might|do|did|are|were|been|being|"
    r"long|always|never|sometimes|already|once|alike|then|later|again|today|in turn|tend to|tended to"
    r"|seem to|like to|liked to|come to|came to|used to|"
    r"on\s(?:[A-Za-z][a-z]{2,8}\.?\s\d{1,2}|(?:[Mm]on|[Tt]ues|[Ww]ednes|[Tt]hurs|[Ff]ri|[Ss]atur|[Ss]un)day)))*"
)
BEHIND = (
    r"(?:\s(?:in|of|at|from|on|within|close to|familiar with|who|across|outside|behind|for|and)\s[^,.;:—\n]{1,60}?)?"
    r"(?:,\s[^,.;\n]{2,90},)?"
)
CAPITAL = r"[A-ZÀ-Þ][\w’'.&ō-ū-]*"
NAME = rf"\*?{CAPITAL}\*?(?:[\s-](?:(?:of|for|and|the|de|van|von|bin|al|on)\s(?:the\s)?)?\*?{CAPITAL}\*?){{0,7}}"
PLURAL_VERB = re.compile(r"(?<!pas)(?<!dis)(?:[^s]s|ss?es)$")
DEFINITE = re.compile(
    r"\b(?:the|this|these|those|that|its|their|his|her|my|our|your|no|both|all|two|three|four|five"
    r"|\w+[’'](?:s)?|\d+)\s(?:[a-z-]+\s){0,2}$",
    re.I,
)
QUANTIFIED = re.compile(
    r"\b(?P<all>(?:some|many|most|several|few|various|numerous|certain|other|a number|a few)(?:\sof)?"
    r"(?:\s(?:the|these|those|its|their|his|her|our))?\s(?:[\w’'-]+\s){0,2})$",
    re.I,
)
LEADING = re.compile(r"(?:\b(?:[a-z][\w-]*|[A-Z][a-z]+(?:n|ese|ish)|[A-Z]\w+)\s){0,2}$")
AGENTS = (
    r"[a-z]{2,}(?:ists|ians|ologers|eers|chers|thers|ders|gers|kers|lers|mers|ners|pers|rers|sers|ters|vers|yers|"
    r"tors|sors|lords)"
)
"""Plurals of those who do something: "beekeepers", "landlords"."""
LONE_PLURAL = re.compile(r"[A-Z][a-z]+(?:ists|ians|ers|ors|ants|ees|lords|men|women|folk)$")
PASSIVE = re.compile(r"\b(?:is|are|was|were|be|been|being)\s(?:\w+ly\s|also\s|never\s|not\s)?$")
"""In front of a participle: those who are told are no source."""
ATTEMPTS = 4
"""Candidates for a speaker that are looked at left of one verb."""
PRONOUN_SAID = re.compile(r"\b(?:he|she|they)\s$")
OPENING_NAME = re.compile(rf"(?:[A-Z][a-z]+\s)?(?P<source>{CAPITAL}(?:\s{CAPITAL}){{1,3}})(?=[\s,])")
BY_AGENT = re.compile(rf"[^.;]{{0,50}}?\bby\s(?:the\s)?(?P<agent>{CAPITAL})")


def is_national(word: str) -> bool:
    """Whether a capitalised word is the adjective of a people, a place, a faith or an age."""
    return word.lower() in lexicon.words("en", "demonyms")


@cache
def not_names() -> frozenset[str]:
    """Return words that open a sentence in capitals and name nobody."""
    return lexicon.words("en", "function-words") | lexicon.words("en", "not-names")


@cache
def any_verb(*names: str) -> str:
    """Return one expression for all verbs of the lists `names`."""
    return "(?:" + "|".join(lexicon.source("en", name) for name in names) + ")"


@cache
def group() -> re.Pattern[str]:
    """Match a group that speaks or takes a stand: "critics of the plan say"."""
    listed = lexicon.alternatives(
        word.lower() for name in ("anonymous-groups", "loose-groups") for word in lexicon.words("en", name)
    )
    groups = rf"(?:{listed}|{AGENTS})"
    verbs = any_verb("speech-verbs", "stance-verbs")
    return re.compile(rf"\b(?P<noun>{groups})\b{BEHIND}{ADVERBS}\s(?P<verb>{verbs})\b")


@cache
def documents() -> re.Pattern[str]:
    """Match papers in the plural that show something: "several studies suggest"."""
    return re.compile(
        rf"\b(?P<noun>{lexicon.source('en', 'anonymous-documents')})\b{BEHIND}{ADVERBS}"
        rf"(?<!\sto)\s(?P<verb>{any_verb('evidence-verbs')})\b",
    )


@cache
def one_document() -> re.Pattern[str]:
    """Match one paper that shows something: "a recent survey found"."""
    return re.compile(
        rf"\b(?P<noun>(?:a|an|one|another|any)\s(?:(?!of\b)[\w-]+\s){{0,3}}?(?:study|survey|report"
        rf"|poll|paper|analysis|trial|audit|inquiry|questionnaire|"
        rf"experiment|review|investigation|article|estimate|census))\b"
        rf"(?P<post>\s(?:in|of|at|from|by|on|conducted|published|carried|commissioned|released)\s[^,.;:—\n]{{1,80}}?)?"
        rf"(?:,\s[^,.;\n]{{2,90}},)?{ADVERBS}(?<!\sto)\s(?P<verb>{any_verb('evidence-verbs')})\b",
    )


@cache
def bare() -> re.Pattern[str]:
    """Match a quantity word that speaks: "some in the trade say"."""
    verbs = any_verb("speech-verbs", "stance-verbs")
    return re.compile(
        rf"(?:^|[,;:—–(]\s|\b(?:and|but|while|though|that)\s)"
        rf"(?P<noun>some|many|most|several|few|others)\b(?:\s(?:in|within|inside|of|at|among)\s[^,.;:—\n]{{1,40}}?)?"
        rf"{ADVERBS}\s(?P<verb>(?!like\b){verbs})\b",
    )


@cache
def according() -> re.Pattern[str]:
    """Match "according to" with what follows it."""
    return re.compile(
        r"\b(?:according to|as reported by|as reported in|in the words of|as told by|citing"
        r"|quoting)\s(?P<source>[^,.;:—\n]{2,120})",
    )


@cache
def said() -> re.Pattern[str]:
    """Match a speech verb; what stands left and right of it is looked at afterwards."""
    return re.compile(rf"\b{any_verb('speech-verbs', 'evidence-verbs')}\b")


@cache
def named_left() -> re.Pattern[str]:
    """Match a name, an office or a title at the end of what stands left of a verb."""
    title = lexicon.source("en", "titles")
    office = lexicon.source("en", "offices")
    return re.compile(
        rf"(?P<source>(?:\b(?i:{title})\s(?:of\s{NAME},?\s)?)?(?<![\w’'-]){NAME}(?:,?\s(?i:{office}"
        rf"|{title})(?:\s{NAME})?)?"
        rf"|\b(?:[Tt]he|{CAPITAL}[’']s)\s(?:[\w-]+\s){{0,3}}?(?:{office})(?:\sof\s[^,.;\n]{{2,50}})?)"
        rf"(?:\s\([^)\n]{{1,40}}\))?(?:,\s[^,;.\n“”\"]{{2,100}},|,\swho\s[^,\n]{{2,90}},|,)?"
        rf"(?:\s(?:him|her|it)self|\sthemselves)?{ADVERBS}\s$"
    )


@cache
def named_right() -> re.Pattern[str]:
    """Match a name, an office or a title behind an inverted verb: "said its chair, Tomas Reuel"."""
    title = lexicon.source("en", "titles")
    office = lexicon.source("en", "offices")
    return re.compile(
        rf"\s(?P<source>(?:(?i:{title})\s(?:of\s)?)*{NAME}|(?:(?!the\b|that\b|it\b|he\b|she\b|they\b"
        rf"|in\b|on\b|at\b|to\b)[a-z-]+\s){{1,3}}{NAME}|(?:its|their|his|her)\s(?:[\w-]+\s){{0,2}}?(?:{office}|{title}),\s{NAME}"
        rf"|the\s(?:[\w-]+\s){{0,3}}?(?:{office})\b(?:\sof\s{NAME})?)"
        rf"(?P<more>,\s(?:an?\s|the\s|who\s|{CAPITAL}|chief|head|former|professor|director)[^,.;\n“”\"]{{2,100}})?"
    )


@cache
def named_document() -> re.Pattern[str]:
    """Match a paper that is named with the body behind it: "a survey by Nikkei found"."""
    kind = lexicon.source("en", "named-documents")
    verbs = any_verb("evidence-verbs")
    return re.compile(
        rf"(?P<source>(?:(?:[Aa]n?"
        rf"|[Tt]he)\s)?(?:\d{{4}}\s)?(?<![\w’']){NAME}(?:\s\([^)\n]{{1,30}}\))?(?:[’']s?)?\s(?:[\w-]+\s){{0,3}}?{kind}"
        rf"|(?:\b(?:[Aa]n?|[Tt]he|[Ii]ts|[Tt]heir)\s(?:[\w-]+\s){{0,3}}?)?\b(?i:{kind})\s(?:conducted "
        rf"|published |released |carried out |commissioned )?(?:by|from|of)\s"
        rf"(?:the\s)?{NAME}(?:\s\([^)\n]{{1,30}}\))?)(?:,\s[^,.;\n]{{2,80}},|\s(?:of|on"
        rf"|in)\s[^,.;\n]{{2,60}}?)?{ADVERBS}\s(?P<verb>{verbs})\b"
    )


@cache
def as_shown() -> re.Pattern[str]:
    """Match a person who is brought in as an authority: "as the historian Ann Rook has shown"."""
    title = lexicon.source("en", "titles")
    return re.compile(
        rf"\b[Aa]s (?P<source>(?:the |our )?(?:[a-z-]+ ){{0,2}}?(?:(?i:{title}) )?{NAME})(?:, [^,.;\n]{{2,60}},)?"
        rf" (?:has |have |had |once |later |also |rightly |famously |[a-z]+ly )*(?:shown|shows|showed|demonstrated"
        rf"|demonstrates|found|established|documented|observed|observes|noted|notes|put it|puts it|pointed out"
        rf"|points out|argued|argues|remarked|remarks|reminded|reminds|explained|explains"
        rf"|wrote|writes|suggested|suggests|saw)\b"
    )


@cache
def issued() -> re.Pattern[str]:
    """Match a titled work that a body issued."""
    return re.compile(
        rf"(?P<source>(?:{CAPITAL}[’']s\s)?(?:\*[^*\n]{{3,80}}\*|{NAME})\s\(\d{{4}}\),?\s(?:issued"
        rf"|published|released|produced|adopted)"
        rf"\sby\s(?:the\s)?{NAME})"
    )
