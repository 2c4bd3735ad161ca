"""CIT105 title-mismatch. See resources/rules/CIT105.md."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kjaudit.language.folding import fold_solid
from kjaudit.language.scripts import script_of
from kjaudit.matching import compare_titles, main_title
from kjaudit.model import Case, Certainty, CitationKind, Finding, Severity, say
from kjaudit.rules.interface import Need, Rule, Status

from .evidence import Linked, in_sentence, linked, penalty, the_difference, the_entry

_CAPITALS = re.compile(r"(?<!\w)[A-ZÄÖÜ]{2,5}(?!\w)")
"""Letters that stand for words of a title: BT, BGB."""
MOST = 0.3
"""Titles further apart than this are not one title with a slip."""
DOUBTED = 0.6
"""The same where author and year agree and the linker doubts the title."""
_TITLED = (CitationKind.FULL, CitationKind.FULL_AGAIN, CitationKind.SHORT)


def check(case: Case) -> Iterator[Finding]:
    """Yield each note that names a work by a title which is nearly, but not, that of its entry."""
    for item in linked(case):
        if item.reference is not None and item.reference.in_list and item.work.kind in _TITLED and _slips(case, item):
            yield _finding(case, item)


def _slips(case: Case, item: Linked) -> bool:
    assert item.reference is not None
    printed, title = item.work.title, item.reference.title
    if not printed or title is None or script_of(printed) is not script_of(title.value):
        return False
    printed = _CAPITALS.sub(" ", printed).strip() or printed
    mine, theirs = fold_solid(printed), fold_solid(title.value)
    whole = fold_solid(item.span.of(case.document.text))
    head = fold_solid(main_title(title.value))
    if len(mine) < 6 or theirs in whole or mine in fold_solid(item.reference.raw) or (len(head) > 8 and head in whole):
        return False
    apart = compare_titles((printed,), (title.value,)).distance
    return apart is not None and 0 < apart <= (DOUBTED if _doubted(item) else MOST)


def _doubted(item: Linked) -> bool:
    """Whether the linker found author and year to agree and the title not: then the slip may be a whole word."""
    doubtful = item.link.certainty is Certainty.DOUBTFUL and item.work.kind is not CitationKind.SHORT
    return doubtful and item.work.year is not None and penalty(item.link, "title") is not None


def _finding(case: Case, item: Linked) -> Finding:
    assert item.reference is not None
    assert item.reference.title is not None
    return Finding(
        code=RULE.code,
        name=RULE.name,
        document=case.document.id,
        span=item.span,
        quote=item.span.of(case.document.text),
        message="The title in the note and the title of the entry differ",
        severity=RULE.severity,
        citation=item.citation.key,
        entry=item.reference.key,
        note=item.citation.note,
        evidence=(
            in_sentence(case, item.span),
            the_entry(case, item.reference),
            the_difference(item.work.title, item.reference.title.value, say("title")),
        ),
        suggestion="Look the title up in the source and correct the one that is wrong",
    )


RULE = Rule(
    code="CIT105",
    name="title-mismatch",
    severity=Severity.WARNING,
    needs=frozenset({Need.LINKS}),
    since="0.1.0",
    status=Status.STABLE,
    check=check,
)
