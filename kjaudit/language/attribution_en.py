"""Attributions in English: "critics say", "is said to", "Professor Kim noted", "according to the ministry"."""

from __future__ import annotations

import re

from kjaudit.model import Span

from . import lexicon
from . import patterns_en as patterns
from .attribution import Attribution, Voice, without_overlaps

_THAT = frozenset({"hold", "holds", "maintain", "maintains", "maintained", "maintaining"})
"""Verbs that are seldom those of speech."""
_ACTS = frozenset({"wrote", "writes", "writing", "added", "adds", "adding", "observed", "observes", "called", "calls"})
_REQUEST = re.compile(r"\s(?:[\w’'-]+\s){1,4}?(?:to|for)\s|\sfor\s")
_OBJECT = re.compile(
    r"\s(?:(?:a|an|his|her|its|their|two|three|four|five|six|several|many|some|more|\d+) (?!letter)(?:[\w-]+ ){0,2}?"
    r"(?:novels?|books?|poems?|plays?|songs?|music|letters|stories|story|operas?|articles?|columns?|wings?|floors?|rooms?"
    r"|chapters?|scenes?|halls?|towers?|lines?|words|meetings?|strikes?|elections?|halt|truce|feasts?|festivals?|stars?"
    r"|birds)\b"
    r"|the (?:novel|book|poem|play|music|libretto|score|songs?|lyrics|screenplay|script|police|doctor|feast|sabbath)\b"
    r"|(?:novels|books|poems|plays|songs|music|letters|stories|for (?:the|a|several|many)|about)\b)"
)
"""What is written, added or called, and not said."""


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
    for match in patterns.group().finditer(lower):
        if patterns.PLURAL_VERB.search(match["verb"]) and not match["verb"].endswith("ess"):
            continue
        if lower[: match.start("verb")].endswith((" the ", " a ", " this ", " its ", " their ")):
            continue
        if _is_passive(lower, match.start("verb"), match["verb"]):
            continue
        start = _group_start(text, match)
        if start is not None:
            found.append(_attribution(start, match.end("noun"), match.end(), Voice.ANONYMOUS))
    for match in patterns.documents().finditer(lower):
        start = _document_start(text, match)
        if start is not None:
            found.append(_attribution(start, match.end("noun"), match.end(), Voice.ANONYMOUS))
    for match in patterns.one_document().finditer(lower):
        named = re.search(patterns.CAPITAL, text[match.start() + 1 : match.start("verb")]) is not None
        end = match.end("post") if named and match["post"] else match.end("noun")
        found.append(_attribution(match.start(), end, match.end(), Voice.NAMED if named else Voice.ANONYMOUS))
    found += [
        _attribution(match.start("noun"), match.end("noun"), match.end(), Voice.ANONYMOUS)
        for match in patterns.bare().finditer(lower)
        if not patterns.PLURAL_VERB.search(match["verb"])
    ]
    return found


def _group_start(text: str, match: re.Match[str]) -> int | None:
    behind = text[match.end("noun") : match.start("verb")]
    if re.search(rf"\s(?:at|from|of|for)\s(?:the\s)?{patterns.CAPITAL}", behind) or re.search(
        r"\b(?:and|is|not)\b", behind
    ):
        return None
    before = text[max(0, match.start() - 60) : match.start()]
    quantified = patterns.QUANTIFIED.search(before)
    if quantified is not None:
        return match.start() - len(quantified["all"])
    spoken = match["verb"] in lexicon.words("en", "speech-verbs") and _opens_clause(before)
    loose = match["noun"] in lexicon.words("en", "loose-groups") and not spoken
    loose = loose or patterns.DEFINITE.search(before) is not None
    listed = match["noun"] in lexicon.words("en", "anonymous-groups")
    if loose or (not listed and not _opens_clause(before)):
        return None
    return _leading_start(match.start(), before)


def _leading_start(start: int, before: str) -> int | None:
    """Where a bare group begins with its adjectives; `None` where it is named or hangs on a preposition."""
    leading = patterns.LEADING.search(before)
    words = leading.group().split() if leading else []
    grammar = lexicon.words("en", "function-words")
    while any(word.lower() in grammar or word.endswith(("ing", "ed", "ly")) for word in words):
        words = words[1:]
    taken = sum(len(word) + 1 for word in words)
    if words and any(word[0].isupper() and not patterns.is_national(word) for word in words[1:]):
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
    if patterns.DEFINITE.search(before) and not patterns.QUANTIFIED.search(before):
        return None
    if re.search(rf"\s(?:by|from|at|of)\s(?:the\s)?{patterns.CAPITAL}", text[match.end("noun") : match.start("verb")]):
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
    if any(re.match(patterns.CAPITAL, word) and not patterns.is_national(word) for word in words[1:]) or (
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
    for match in patterns.according().finditer(lower):
        voice = _voice_of(text[match.start("source") : match.end("source")])
        if voice is not None:
            end = match.start("source") + len(_trimmed(text[match.start("source") : match.end("source")]))
            found.append(_attribution(match.start(), end, end, voice))
    for pattern in (patterns.named_document(), patterns.issued()):
        found += [
            _attribution(match.start("source"), match.end("source"), match.end(), Voice.NAMED)
            for match in pattern.finditer(text)
            if _is_name(match["source"])
        ]
    found += [
        _attribution(match.start("source"), match.end("source"), match.end(), Voice.NAMED)
        for match in patterns.as_shown().finditer(text)
        if _is_name(match["source"])
    ]
    for match in patterns.said().finditer(text):
        spoken = _speaker(text, match)
        if spoken is not None:
            found.append(spoken)
    return found


def _speaker(text: str, verb: re.Match[str]) -> Attribution | None:
    spoken = verb.group().lower().split()[0] in lexicon.words("en", "speech-verbs") or " " in verb.group()
    if not spoken:
        return None
    noun = verb.group() in ("reports", "claims", "notes", "states", "estimates")
    passive = _is_passive(text, verb.start(), verb.group())
    if passive or (noun and patterns.said().match(text, verb.end() + 1)) or _needs_that(text, verb):
        return None
    low = max(0, verb.start() - 170)
    left = _left_of(text, low, verb)
    if left is not None:
        return left
    pronoun = patterns.PRONOUN_SAID.search(text[low : verb.start()])
    subject = patterns.OPENING_NAME.match(text) if pronoun else None
    if (
        subject is not None
        and subject["source"].split()[0].lower() not in lexicon.words("en", "function-words")
        and _is_name(subject["source"])
    ):
        return _attribution(subject.start("source"), subject.end("source"), verb.end(), Voice.NAMED)
    before = text[: verb.start()].rstrip()
    behind_quote = not before or before[-1] in ',”"’' or text[max(0, verb.start() - 3) : verb.start()].isspace()
    if behind_quote and verb.group() in lexicon.words("en", "speech-verbs-inverted"):
        right = patterns.named_right().match(text, verb.end())
        if right is not None and _is_name(right["source"]):
            closing = text[right.end() - 1] == "." and not text[right.end() :].strip()
            last = right.end() - closing
            return _attribution(verb.start(), min(right.end("source"), last), last, Voice.NAMED)
    return None


def _left_of(text: str, low: int, verb: re.Match[str]) -> Attribution | None:
    """Return the nearest name left of a verb: "Its director, Seo Jin-woo, said" has two candidates."""
    before = text[low : verb.start()]
    at = 0
    for _ in range(patterns.ATTEMPTS):
        left = patterns.named_left().search(before, at)
        if left is None:
            return None
        source = left["source"]
        if _is_name(source) and _can_speak(source, verb.group(), low + left.start()):
            start = low + left.start("source") + _skipped(source)
            return _attribution(start, low + left.end("source"), verb.end(), Voice.NAMED)
        at = left.start("source") + len(source.split(" ")[0]) + 1
    return None


def _is_passive(text: str, start: int, verb: str) -> bool:
    """Whether the verb at `start` is a participle behind "were": "were told", not "were saying"."""
    if verb.endswith("ing") or " " in verb:
        return False
    return patterns.PASSIVE.search(text, max(0, start - 24), start) is not None


def _needs_that(text: str, verb: re.Match[str]) -> bool:
    """Whether the verb gives a view only with "that" behind it, and none stands there: "holds 12,000 plates"."""
    if verb.group() in ("asked", "asks"):
        return _REQUEST.match(text, verb.end()) is not None
    if verb.group() in _ACTS:
        return _OBJECT.match(text, verb.end()) is not None
    if verb.group() not in _THAT:
        return False
    return (
        re.match(r"\s(?:that|how|why|whether|it\b|in (?:his|her|its|their|a|an)\b)|[,:]|\s{2}", text[verb.end() :])
        is None
    )


def _can_speak(source: str, verb: str, start: int) -> bool:
    """
    Whether a name and a verb go together: "Tarn said", not "To describe", "Ordinals describe".

    A name has no verb in the plural; a lone word that opens the sentence needs a verb that only people do.
    """
    if verb.split()[0] in lexicon.words("en", "speech-verbs-plural"):
        return False
    if patterns.LONE_PLURAL.match(source.strip()):
        return False
    lone = " " not in source.strip() and start == 0
    return not lone or verb.split()[0] in lexicon.words("en", "speech-verbs-human")


def _impersonal(text: str, lower: str) -> list[Attribution]:
    found: list[Attribution] = []
    for match in lexicon.matcher("en", "hedged-attribution").finditer(lower):
        agent = patterns.BY_AGENT.match(text, match.end())
        if agent is None or agent["agent"].lower() in patterns.not_names():
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
        rf"(?:[\w’'*-]+\s){{0,6}}?{patterns.NAME}(?:\s\([A-Z]+\))?(?:[’']s)?(?:\s(?:survey|poll|report|data"
        rf"|figures|statistics|study|census))?",
        source,
    )
    return cut.group() if cut else " ".join(source.split(" ")[:6])


def _is_name(source: str) -> bool:
    if re.search(
        rf"\b(?:the|[’']s)\s(?:[\w-]+\s){{0,3}}?(?:{lexicon.source('en', 'offices')})\b", source, re.IGNORECASE
    ):
        return True
    if re.search(rf"\b(?i:{lexicon.source('en', 'titles')})\s{patterns.CAPITAL}", source):
        return True
    if re.search(r"\b(?:our|my|this|these)\b", source, re.IGNORECASE):
        return False
    common = lexicon.words("en", "anonymous-groups") | lexicon.words("en", "anonymous-documents")
    common |= lexicon.words("en", "named-documents")
    parts = [part for part in re.findall(rf"{patterns.CAPITAL}", source) if part.lower() not in common]
    others = patterns.not_names()
    names = [part for part in parts if not {part.lower(), part.lower().strip("'’.s")} & others]
    return any(not patterns.is_national(name) for name in names)


def _skipped(source: str) -> int:
    """How many characters of `source` are a function word in front of the name ("While Kim")."""
    first, _, rest = source.partition(" ")
    return len(first) + 1 if rest and first.lower() in lexicon.words("en", "function-words") - {"the"} else 0


def _attribution(start: int, source_end: int, end: int, voice: Voice) -> Attribution:
    return Attribution(span=Span(start, max(end, source_end)), source=Span(start, max(start, source_end)), voice=voice)
