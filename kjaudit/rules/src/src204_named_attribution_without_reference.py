"""SRC204 named-attribution-without-reference. See resources/rules/SRC204.md."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kjaudit.language import lexicon
from kjaudit.model import Case, ClaimKind, Finding, Severity, Support
from kjaudit.rules.interface import Need, Rule, Status
from kjaudit.rules.phrases import marked

_OFFICE = re.compile(
    r"(?:said |says |wrote |added )?(?:the |an? )?" + lexicon.source("en", "titles") + r"\b", re.IGNORECASE
)
"""Who is met in an office is spoken to; who is cited bare may be one of the listed authors."""
_WORD = re.compile(r"[^\W\d_]{2,}")


def check(case: Case) -> Iterator[Finding]:
    """Yield each named person, body or work that is made the source of a statement and has no note, entry or link."""
    listed = _listed(case)
    for claim in case.claims:
        if claim.kind is not ClaimKind.ATTRIBUTION or claim.unnamed or claim.cue is None:
            continue
        if claim.support is Support.NOTE or claim.covered or claim.source is None:
            continue
        if not _OFFICE.match(claim.source.value) and listed & {
            word.lower() for word in _WORD.findall(claim.source.value)
        }:
            continue
        yield marked(
            RULE,
            case,
            claim.cue,
            "A source is named, and no note, entry or link leads to what it said",
            suggestion="Add where and when it was said or published",
            claim=claim.key,
        )


def _listed(case: Case) -> frozenset[str]:
    """Family names and bodies of the works that the document lists."""
    names = [name for reference in case.references for name in reference.authors]
    found = {name.family.lower() for name in names if len(name.family) > 1}
    for name in names:
        words = [word.lower() for word in _WORD.findall(name.literal)]
        found |= {words[0]} if len(words) == 1 else set()
    return frozenset(found)


RULE = Rule(
    code="SRC204",
    name="named-attribution-without-reference",
    severity=Severity.WARNING,
    needs=frozenset({Need.CLAIMS, Need.REFERENCES}),
    since="0.1.0",
    status=Status.STABLE,
    check=check,
)
