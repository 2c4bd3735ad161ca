"""Attributions in English: "critics say", "is said to", "Professor Kim noted", "according to the ministry"."""

from __future__ import annotations

import re
from functools import cache

from kjaudit.model import Span

from . import lexicon
from .attribution import Attribution, Voice, without_overlaps

_ADVERBS = (
    r"(?:\s(?:\w+ly|also|often|have|has|had|now|still|even|would|will|can|could|may|might|do|did|are|were|been|being|"
    r"long|always|never|sometimes|already|once|alike|then|later|again|today|in turn|tend to|tended to"
    r"|seem to|like to|liked to|come to|came to|used to|"
    r"on\s(?:[A-Za-z][a-z]{2,8}\.?\s\d{1,2}|(?:[Mm]on|[Tt]ues|[Ww]ednes|[Tt]hurs|[Ff]ri|[Ss]atur|[Ss]un)day)))*"
)
_BEHIND = (
    r"(?:\s(?:in|of|at|from|on|within|close to|familiar with|who|across|outside|behind|for|and)\s[^,.;:—\n]{1,60}?)?"
    r"(?:,\s[^,.;\n]{2,90},)?"
)
_CAPITAL = r"[A-ZÀ-Þ][\w’'.&ō-ū-]*"
_NAME = rf"\*?{_CAPITAL}\*?(?:[\s-](?:(?:of|for|and|the|de|van|von|bin|al|on)\s(?:the\s)?)?\*?{_CAPITAL}\*?){{0,7}}"
_PLURAL_VERB = re.compile(r"(?<!pas)(?<!dis)(?:[^s]s|ss?es)$")
_DEFINITE = re.compile(
    r"\b(?:the|this|these|those|that|its|their|his|her|my|our|your|no|both|all|two|three|four|five"
    r"|\w+[’'](?:s)?|\d+)\s(?:[a-z-]+\s){0,2}$",
    re.I,
)
_QUANTIFIED = re.compile(
    r"\b(?P<all>(?:some|many|most|several|few|various|numerous|certain|other|a number|a few)(?:\sof)?"
    r"(?:\s(?:the|these|those|its|their|his|her|our))?\s(?:[\w’'-]+\s){0,2})$",
    re.I,
)
_LEADING = re.compile(r"(?:\b(?:[a-z][\w-]*|[A-Z][a-z]+(?:n|ese|ish)|[A-Z]\w+)\s){0,2}$")
_NATIONAL = re.compile(r"^(?:[A-Z][a-z]+(?:an|ese|ish|ch|ian|ean)|US|UK|EU|American|British|Western|Eastern|Asian)$")
_AGENTS = (
    r"[a-z]{2,}(?:ists|ians|ologers|eers|chers|thers|ders|gers|kers|lers|mers|ners|pers|rers|sers|ters|vers|yers|"
    r"tors|sors|lords)"
)
"""Plurals of those who do something: "beekeepers", "landlords"."""
_LONE_PLURAL = re.compile(r"[A-Z][a-z]+(?:ists|ians|ers|ors|ants|ees|lords|men|women|folk)$")
_PRONOUN_SAID = re.compile(r"\b(?:he|she|they)\s$")
_OPENING_NAME = re.compile(rf"(?:[A-Z][a-z]+\s)?(?P<source>{_CAPITAL}(?:\s{_CAPITAL}){{1,3}})(?=[\s,])")
_BY_AGENT = re.compile(rf"[^.;]{{0,50}}?\bby\s(?:the\s)?(?P<agent>{_CAPITAL})")


@cache
def _not_names() -> frozenset[str]:
    return lexicon.words("en", "function-words") | lexicon.words("en", "not-names")


@cache
def _verbs(*names: str) -> str:
    return "(?:" + "|".join(lexicon.source("en", name) for name in names) + ")"


@cache
def _group() -> re.Pattern[str]:
    listed = lexicon.alternatives(
        word.lower() for name in ("anonymous-groups", "loose-groups") for word in lexicon.words("en", name)
    )
    groups = rf"(?:{listed}|{_AGENTS})"
    verbs = _verbs("speech-verbs", "stance-verbs")
    return re.compile(rf"\b(?P<noun>{groups})\b{_BEHIND}{_ADVERBS}\s(?P<verb>{verbs})\b")


@cache
def _documents() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?P<noun>{lexicon.source('en', 'anonymous-documents')})\b{_BEHIND}{_ADVERBS}"
        rf"(?<!\sto)\s(?P<verb>{_verbs('evidence-verbs')})\b",
    )


@cache
def _one_document() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?P<noun>(?:a|an|one|another|any)\s(?:(?!of\b)[\w-]+\s){{0,3}}?(?:study|survey|report"
        rf"|poll|paper|analysis|trial|audit|inquiry|questionnaire|"
        rf"experiment|review|investigation|article|estimate|census))\b"
        rf"(?P<post>\s(?:in|of|at|from|by|on|conducted|published|carried|commissioned|released)\s[^,.;:—\n]{{1,80}}?)?"
        rf"(?:,\s[^,.;\n]{{2,90}},)?{_ADVERBS}(?<!\sto)\s(?P<verb>{_verbs('evidence-verbs')})\b",
    )


@cache
def _bare() -> re.Pattern[str]:
    verbs = _verbs("speech-verbs", "stance-verbs")
    return re.compile(
        rf"(?:^|[,;:—–(]\s|\b(?:and|but|while|though|that)\s)"
        rf"(?P<noun>some|many|most|several|few)\b{_ADVERBS}\s(?P<verb>(?!like\b){verbs})\b",
    )


@cache
def _according() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:according to|as reported by|as reported in|in the words of|as told by|citing"
        r"|quoting)\s(?P<source>[^,.;:—\n]{2,120})",
    )


@cache
def _said() -> re.Pattern[str]:
    """Match a speech verb; what stands left and right of it is looked at afterwards."""
    return re.compile(rf"\b{_verbs('speech-verbs', 'evidence-verbs')}\b")


@cache
def _named_left() -> re.Pattern[str]:
    title = lexicon.source("en", "titles")
    office = lexicon.source("en", "offices")
    return re.compile(
        rf"(?P<source>(?:\b(?i:{title})\s(?:of\s{_NAME},?\s)?)?(?<![\w’'-]){_NAME}(?:,?\s(?i:{office}"
        rf"|{title})(?:\s{_NAME})?)?"
        rf"|\b(?:[Tt]he|{_CAPITAL}[’']s)\s(?:[\w-]+\s){{0,3}}?(?:{office})(?:\sof\s[^,.;\n]{{2,50}})?)"
        rf"(?:\s\([^)\n]{{1,40}}\))?(?:,\s[^,;.\n“”\"]{{2,100}},|,\swho\s[^,\n]{{2,90}},|,)?{_ADVERBS}\s$"
    )


@cache
def _named_right() -> re.Pattern[str]:
    title = lexicon.source("en", "titles")
    office = lexicon.source("en", "offices")
    return re.compile(
        rf"\s(?P<source>(?:(?i:{title})\s(?:of\s)?)*{_NAME}|(?:(?!the\b|that\b|it\b|he\b|she\b|they\b"
        rf"|in\b|on\b|at\b|to\b)[a-z-]+\s){{1,3}}{_NAME}|the\s(?:[\w-]+\s){{0,3}}?(?:{office})\b(?:\sof\s{_NAME})?)"
        rf"(?P<more>,\s(?:an?\s|the\s|who\s|{_CAPITAL}|chief|head|former|professor|director)[^,.;\n“”\"]{{2,100}})?"
    )


@cache
def _named_document() -> re.Pattern[str]:
    kind = lexicon.source("en", "named-documents")
    verbs = _verbs("evidence-verbs")
    return re.compile(
        rf"(?P<source>(?:(?:[Aa]n?"
        rf"|[Tt]he)\s)?(?:\d{{4}}\s)?(?<![\w’']){_NAME}(?:\s\([^)\n]{{1,30}}\))?(?:[’']s?)?\s(?:[\w-]+\s){{0,3}}?{kind}"
        rf"|(?:\b(?:[Aa]n?|[Tt]he|[Ii]ts|[Tt]heir)\s(?:[\w-]+\s){{0,3}}?)?\b(?i:{kind})\s(?:conducted "
        rf"|published |released |carried out |commissioned )?(?:by|from|of)\s"
        rf"(?:the\s)?{_NAME}(?:\s\([^)\n]{{1,30}}\))?)(?:,\s[^,.;\n]{{2,80}},|\s(?:of|on"
        rf"|in)\s[^,.;\n]{{2,60}}?)?{_ADVERBS}\s(?P<verb>{verbs})\b"
    )


@cache
def _issued() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<source>(?:{_CAPITAL}[’']s\s)?(?:\*[^*\n]{{3,80}}\*|{_NAME})\s\(\d{{4}}\),?\s(?:issued"
        rf"|published|released|produced|adopted)"
        rf"\sby\s(?:the\s)?{_NAME})"
    )


def attributions(text: str, lower: str) -> list[Attribution]:
    """
    Return the attributions of one English sentence in reading order.

    Args:
        text: the sentence, its quotations blanked out by spaces.
        lower: the same in lower case.
    """
    found = [*_anonymous(text, lower), *_named(text, lower), *_impersonal(text, lower)]
    return without_overlaps(found)


def _anonymous(text: str, lower: str) -> list[Attribution]:
    found: list[Attribution] = []
    for match in _group().finditer(lower):
        if _PLURAL_VERB.search(match["verb"]) and not match["verb"].endswith("ess"):
            continue
        if lower[: match.start("verb")].endswith((" the ", " a ", " this ", " its ", " their ")):
            continue
        start = _group_start(text, match)
        if start is not None:
            found.append(_attribution(start, match.end("noun"), match.end(), Voice.ANONYMOUS))
    for match in _documents().finditer(lower):
        start = _document_start(text, match)
        if start is not None:
            found.append(_attribution(start, match.end("noun"), match.end(), Voice.ANONYMOUS))
    for match in _one_document().finditer(lower):
        named = re.search(_CAPITAL, text[match.start() + 1 : match.start("verb")]) is not None
        end = match.end("post") if named and match["post"] else match.end("noun")
        found.append(_attribution(match.start(), end, match.end(), Voice.NAMED if named else Voice.ANONYMOUS))
    found += [
        _attribution(match.start("noun"), match.end("noun"), match.end(), Voice.ANONYMOUS)
        for match in _bare().finditer(lower)
        if not _PLURAL_VERB.search(match["verb"])
    ]
    return found


def _group_start(text: str, match: re.Match[str]) -> int | None:
    behind = text[match.end("noun") : match.start("verb")]
    if re.search(rf"\s(?:at|from|of|for)\s(?:the\s)?{_CAPITAL}", behind) or re.search(r"\b(?:and|is|not)\b", behind):
        return None
    before = text[max(0, match.start() - 60) : match.start()]
    quantified = _QUANTIFIED.search(before)
    if quantified is not None:
        return match.start() - len(quantified["all"])
    spoken = match["verb"] in lexicon.words("en", "speech-verbs") and _opens_clause(before)
    loose = match["noun"] in lexicon.words("en", "loose-groups") and not spoken
    loose = loose or _DEFINITE.search(before) is not None
    listed = match["noun"] in lexicon.words("en", "anonymous-groups")
    if loose or (not listed and not _opens_clause(before)):
        return None
    return _leading_start(match.start(), before)


def _leading_start(start: int, before: str) -> int | None:
    """Where a bare group begins with its adjectives; `None` where it is named or hangs on a preposition."""
    leading = _LEADING.search(before)
    words = leading.group().split() if leading else []
    grammar = lexicon.words("en", "function-words")
    while any(word.lower() in grammar or word.endswith(("ing", "ed", "ly")) for word in words):
        words = words[1:]
    taken = sum(len(word) + 1 for word in words)
    if words and any(word[0].isupper() and not _NATIONAL.match(word) for word in words[1:]):
        return None
    if before.rstrip().lower().endswith((" as", " by", " of", " with", " to", " for", " and", " among", " between")):
        return None
    return start - taken


def _opens_clause(before: str) -> bool:
    """Whether a noun that no list holds is the subject: at the head of a clause, with two words at most before it."""
    words = re.split(r"[,;:—–(]\s|\b(?:and|but|that|while|though)\s", before)[-1].split()
    return len(words) <= 2 and not any(word in ("of", "in", "by", "to", "for", "with", "from", "on") for word in words)


def _document_start(text: str, match: re.Match[str]) -> int | None:
    before = text[max(0, match.start() - 60) : match.start()]
    if _DEFINITE.search(before) and not _QUANTIFIED.search(before):
        return None
    if re.search(rf"\s(?:by|from|at|of)\s(?:the\s)?{_CAPITAL}", text[match.end("noun") : match.start("verb")]):
        return None
    words = re.findall(r"\S+", before)[-2:]
    if not before.endswith(" "):
        words = []
    while words and (
        words[0].lower().strip(",") in lexicon.words("en", "function-words") or words[0].endswith((",", ";", ":"))
    ):
        words = words[1:] if words[0].lower() not in ("some", "several", "many", "recent", "new") else words
        if words and words[0].lower() in ("some", "several", "many", "recent", "new"):
            break
    if any(re.match(_CAPITAL, word) and not _NATIONAL.match(word) for word in words[1:]) or (
        words and len(words) == 1 and re.match(r"[A-Z]{2,}", words[0])
    ):
        return None
    preposition = before.rstrip().lower().rsplit(" ", 1)[-1]
    with_participle = preposition == "with" and match["verb"].endswith("ing")
    if preposition in ("of", "in", "by", "to", "for", "with", "from", "on") and not with_participle:
        return None
    start = match.start() - sum(len(word) + 1 for word in words)
    return max(0, start)


def _named(text: str, lower: str) -> list[Attribution]:
    found: list[Attribution] = []
    for match in _according().finditer(lower):
        voice = _voice_of(text[match.start("source") : match.end("source")])
        if voice is not None:
            end = match.start("source") + len(_trimmed(text[match.start("source") : match.end("source")]))
            found.append(_attribution(match.start(), end, end, voice))
    for pattern in (_named_document(), _issued()):
        found += [
            _attribution(match.start("source"), match.end("source"), match.end(), Voice.NAMED)
            for match in pattern.finditer(text)
            if _is_name(match["source"])
        ]
    for match in _said().finditer(text):
        spoken = _speaker(text, match)
        if spoken is not None:
            found.append(spoken)
    return found


def _speaker(text: str, verb: re.Match[str]) -> Attribution | None:
    spoken = verb.group().lower().split()[0] in lexicon.words("en", "speech-verbs") or " " in verb.group()
    if not spoken:
        return None
    if verb.group() in ("reports", "claims", "notes", "states", "estimates") and _said().match(text, verb.end() + 1):
        return None
    low = max(0, verb.start() - 170)
    left = _named_left().search(text[low : verb.start()])
    if left is not None and _is_name(left["source"]) and _can_speak(left["source"], verb.group(), low + left.start()):
        start = low + left.start("source") + _skipped(left["source"])
        return _attribution(start, low + left.end("source"), verb.end(), Voice.NAMED)
    pronoun = _PRONOUN_SAID.search(text[low : verb.start()])
    subject = _OPENING_NAME.match(text) if pronoun else None
    if (
        subject is not None
        and subject["source"].split()[0].lower() not in lexicon.words("en", "function-words")
        and _is_name(subject["source"])
    ):
        return _attribution(subject.start("source"), subject.end("source"), verb.end(), Voice.NAMED)
    before = text[: verb.start()].rstrip()
    behind_quote = not before or before[-1] in ',”"’' or text[max(0, verb.start() - 3) : verb.start()].isspace()
    if behind_quote and verb.group() in lexicon.words("en", "speech-verbs-inverted"):
        right = _named_right().match(text, verb.end())
        if right is not None and _is_name(right["source"]):
            return _attribution(verb.start(), right.end("source"), right.end(), Voice.NAMED)
    return None


def _can_speak(source: str, verb: str, start: int) -> bool:
    """
    Whether a name and a verb go together: "Tarn said", not "To describe", "Ordinals describe".

    A name has no verb in the plural; a lone word that opens the sentence needs a verb that only people do.
    """
    if verb.split()[0] in lexicon.words("en", "speech-verbs-plural"):
        return False
    if _LONE_PLURAL.match(source.strip()):
        return False
    lone = " " not in source.strip() and start == 0
    return not lone or verb.split()[0] in lexicon.words("en", "speech-verbs-human")


def _impersonal(text: str, lower: str) -> list[Attribution]:
    found: list[Attribution] = []
    for match in lexicon.matcher("en", "hedged-attribution").finditer(lower):
        agent = _BY_AGENT.match(text, match.end())
        if agent is None or agent["agent"].lower() in _not_names():
            found.append(_attribution(match.start(), match.end(), match.end(), Voice.IMPERSONAL))
    return found


def _voice_of(source: str) -> Voice | None:
    if _is_name(source) or re.search(rf"\b{lexicon.source('en', 'offices')}\b", source):
        return Voice.NAMED
    plain = source.lower()
    if re.search(r"\b(?:census|(?:19|20)\d\d (?:survey|report|poll|study|yearbook|review))\b", plain):
        return Voice.NAMED
    if re.match(r"(?:him|her|them|it|this|that|these|those|the|my|our|your|his|its|their)\b", plain):
        return None
    words = set(re.findall(r"[a-z-]+", plain))
    groups = lexicon.words("en", "anonymous-groups") | lexicon.words("en", "anonymous-documents")
    kinds = lexicon.words("en", "named-documents")
    if words & (groups | kinds | {"legend", "source", "insider", "observer", "expert", "account", "article", "book"}):
        return Voice.ANONYMOUS
    return None


def _trimmed(source: str) -> str:
    cut = re.match(
        rf"(?:[\w’'*-]+\s){{0,6}}?{_NAME}(?:\s\([A-Z]+\))?(?:[’']s)?(?:\s(?:survey|poll|report|data"
        rf"|figures|statistics|study|census))?",
        source,
    )
    return cut.group() if cut else " ".join(source.split(" ")[:6])


def _is_name(source: str) -> bool:
    if re.search(
        rf"\b(?:the|[’']s)\s(?:[\w-]+\s){{0,3}}?(?:{lexicon.source('en', 'offices')})\b", source, re.IGNORECASE
    ):
        return True
    if re.search(rf"\b(?i:{lexicon.source('en', 'titles')})\s{_CAPITAL}", source):
        return True
    if re.search(r"\b(?:our|my|this|these)\b", source, re.IGNORECASE):
        return False
    common = lexicon.words("en", "anonymous-groups") | lexicon.words("en", "anonymous-documents")
    common |= lexicon.words("en", "named-documents")
    parts = [part for part in re.findall(rf"{_CAPITAL}", source) if part.lower() not in common]
    others = _not_names()
    names = [part for part in parts if not {part.lower(), part.lower().strip("'’.s")} & others]
    return any(not _NATIONAL.match(name) for name in names)


def _skipped(source: str) -> int:
    """How many characters of `source` are a function word in front of the name ("While Kim")."""
    first, _, rest = source.partition(" ")
    return len(first) + 1 if rest and first.lower() in lexicon.words("en", "function-words") - {"the"} else 0


def _attribution(start: int, source_end: int, end: int, voice: Voice) -> Attribution:
    return Attribution(span=Span(start, max(end, source_end)), source=Span(start, max(start, source_end)), voice=voice)
