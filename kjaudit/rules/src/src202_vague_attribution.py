"""SRC202 vague-attribution. See resources/rules/SRC202.md."""

from __future__ import annotations

from collections.abc import Iterator

from kjaudit.language import lexicon
from kjaudit.language.attribution import Voice
from kjaudit.language.stems import stems
from kjaudit.model import Case, ClaimKind, Finding, Severity, Support
from kjaudit.rules.interface import Need, Rule, Status
from kjaudit.rules.phrases import marked, running

_SAID = {
    Voice.ANONYMOUS: "The text lays a statement at the door of a group or paper that it does not name",
    Voice.IMPERSONAL: "The text reports an opinion and does not say whose",
}


def check(case: Case) -> Iterator[Finding]:
    """Yield each phrase that lays a statement at the door of people nobody can ask."""
    noted = {claim.cue for claim in case.claims if claim.cue is not None and claim.support is not Support.NONE}
    spoken = [claim for claim in case.claims if claim.kind is ClaimKind.ATTRIBUTION]
    studying = {claim.cue for claim in spoken if claim.worth < 0.5}
    keys = {claim.cue: claim.key for claim in spoken}
    studied: dict[int, frozenset[str]] = {}
    for sentence in running(case).sentences:
        if sentence.language in lexicon.LANGUAGES and lexicon.matcher(sentence.language, "paper-talk").search(
            sentence.folded
        ):
            studied[sentence.paragraph] = studied.get(sentence.paragraph, frozenset()) | stems(sentence.plain)
        own = studied.get(sentence.paragraph, frozenset())
        for item in sentence.attributions:
            if (
                sentence.quoted
                or item.voice is Voice.NAMED
                or item.span in studying
                or (item.span in noted and not _own_hedge(item.span.of(case.document.text)))
            ):
                continue
            if item.voice is Voice.ANONYMOUS and own & stems(item.source.of(case.document.text)):
                continue
            yield marked(
                RULE,
                case,
                item.span,
                _SAID[item.voice],
                suggestion="Name who says so, with a work and a page, or cut the statement",
                claim=keys.get(item.span),
            )


def _own_hedge(words: str) -> bool:
    """Whether the hedge is the author's own: a note on the sentence does not say who argues."""
    return words.lower() in ("arguably", "reportedly", "allegedly", "supposedly", "purportedly")


RULE = Rule(
    code="SRC202",
    name="vague-attribution",
    severity=Severity.WARNING,
    needs=frozenset({Need.TEXT, Need.CLAIMS}),
    since="0.1.0",
    status=Status.STABLE,
    check=check,
)
