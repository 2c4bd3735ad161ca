"""SRC221 self-citation-share. See resources/rules/SRC221.md."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kjaudit.model import Case, Finding, Name, Severity, say
from kjaudit.rules.interface import Need, Rule, Status
from kjaudit.rules.phrases import here, marked

LEAST = 5
"""Entries a list must have before a share of it means anything."""
SHARE = 0.3
"""Share of the list by the document's own authors at which it is reported."""
_WORD = re.compile(r"[^\W\d_]+")


def check(case: Case) -> Iterator[Finding]:
    """Yield the byline whose names sign a third of the document's own reference list."""
    byline = case.document.byline
    listed = [reference for reference in case.references if reference.in_list]
    if not byline.authors or len(listed) < LEAST:
        return
    own = [frozenset(word.lower() for word in _WORD.findall(author.value)) for author in byline.authors]
    signed = [reference for reference in listed if any(_is(name, own) for name in reference.authors)]
    span = byline.authors[0].span
    if span is not None and len(signed) / len(listed) >= SHARE and len(signed) > 1:
        yield marked(
            RULE,
            case,
            span,
            say("{count} of {total} entries are by the authors of the document", count=len(signed), total=len(listed)),
            *(here(case, "own work", reference.span) for reference in signed[:5]),
        )


def _is(name: Name, own: list[frozenset[str]]) -> bool:
    """Whether family name and the first letter of a given name are those of an author of the document."""
    family = name.family.lower()
    for words in own:
        if family and family in words:
            given = name.given[:1].lower()
            return not given or any(word[:1] == given for word in words - {family})
        if name.literal and frozenset(word.lower() for word in _WORD.findall(name.literal)) == words:
            return True
    return False


RULE = Rule(
    code="SRC221",
    name="self-citation-share",
    severity=Severity.NOTE,
    needs=frozenset({Need.REFERENCES}),
    since="0.1.0",
    status=Status.PREVIEW,
    check=check,
)
