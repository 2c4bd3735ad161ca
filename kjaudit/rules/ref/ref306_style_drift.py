"""REF306 style-drift. See resources/rules/REF306.md."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from types import MappingProxyType

from kjaudit.language.names import initials_of
from kjaudit.model import Case, Computed, Evidence, Finding, InDocument, Reference, Severity, joined, say
from kjaudit.rules.interface import Need, Rule, Status

ENOUGH, SHARE, MOST = 8, 0.85, 3
"""A list has a habit when at least so many entries of a kind show it, with at most this share (or number) of others."""

_IN_FULL = say("in full")
"""Given names in full are no habit that initials leave: some authors sign with initials only."""

Group = Sequence[Reference]


def check(case: Case) -> Iterator[Finding]:
    """Yield each entry that is printed otherwise than nearly all others of its kind and script, in list order."""
    groups: dict[tuple[object, object], list[Reference]] = defaultdict(list)
    for reference in case.references:
        if reference.in_list:
            groups[reference.type, reference.script].append(reference)
    drifts: dict[str, list[tuple[str, Reference]]] = defaultdict(list)
    for group in groups.values():
        for key, drift in _drifts(group):
            drifts[key].append(drift)
    for reference in case.references:
        if reference.key in drifts:
            yield _finding(case, reference, drifts[reference.key])


def _drifts(group: Group) -> Iterator[tuple[str, tuple[str, Reference]]]:
    """Yield key of an entry, and the habit it leaves with an entry that keeps it."""
    for habit, trait in _TRAITS.items():
        shown = [(reference, value) for reference in group if (value := trait(reference))]
        counts = Counter(value for _, value in shown)
        if not counts:
            continue
        usual, count = counts.most_common(1)[0]
        others = len(shown) - count
        if count < ENOUGH or not 0 < others <= MOST or count < SHARE * len(shown) or usual == _IN_FULL:
            continue
        model = next(reference for reference, value in shown if value == usual)
        for reference, value in shown:
            if value != usual:
                yield (
                    reference.key,
                    (say("{habit}: {value}, elsewhere {usual}", habit=habit, value=value, usual=usual), model),
                )


def _year_place(reference: Reference) -> str:
    span = reference.date.span if reference.date else None
    if span is None or reference.title is None or reference.title.span is None:
        return ""
    before = span.start < reference.title.span.start
    if before and str(reference.year) in reference.raw[reference.title.span.end :]:
        return ""  # a title that opens with a year, and the year of publication in its place
    around = reference.raw[max(0, span.start - 1) : span.end + 1]
    bracketed = around[:1] in "([（" and around[-1:] in ")]）"
    if before:
        return say("before the title, in brackets") if bracketed else say("before the title")
    return say("after the title, in brackets") if bracketed else say("after the title")


def _given(reference: Reference) -> str:
    given = [name.given for name in reference.authors if name.given and name.given.isascii()]
    if given and all(map(initials_of, given)):
        return say("initials")
    return _IN_FULL if given and all(re.match(r"[A-Z][a-z]{2}", one) for one in given) else ""


def _page_word(reference: Reference) -> str:
    span = reference.pages.span if reference.pages else None
    if span is None or not reference.pages or "-" not in reference.pages.value:
        return ""
    before = reference.raw[max(0, span.start - 5) : span.start + 3].lower()
    after = reference.raw[max(0, span.end - 1) : span.end + 2]
    found = re.search(r"pp?\.|s\.|頁|ページ|쪽|면", before + " " + after)
    return f"“{found[0]}”" if found else say("no word for pages")


def _and(reference: Reference) -> str:
    spans = [name.span for name in reference.authors if name.span]
    if len(spans) < 2:
        return ""
    between = reference.raw[spans[-2].end : spans[-1].start].strip(" ,;").lower()
    return f"“{between}”" if between in ("and", "&", "y", "e", "et", "und", "·", "・", "") and between else ""


_TRAITS: MappingProxyType[str, Callable[[Reference], str]] = MappingProxyType(
    {say("year"): _year_place, say("given names"): _given, say("pages"): _page_word, say("last author"): _and}
)


def _finding(case: Case, reference: Reference, drifts: list[tuple[str, Reference]]) -> Finding:
    model = drifts[0][1]
    seen = joined([habit for habit, _ in drifts], "{first}; {rest}")
    return Finding(
        code=RULE.code,
        name=RULE.name,
        document=case.document.id,
        span=reference.span,
        quote=reference.raw,
        message=say("Printed otherwise than nearly all entries of its kind ({seen})", seen=seen),
        severity=RULE.severity,
        entry=reference.key,
        evidence=(
            Evidence(
                label="an entry in the style of the list",
                quote=model.raw,
                source=InDocument(document=case.document.id, span=model.span),
            ),
            Evidence(
                label="what was compared",
                quote=seen,
                source=Computed(how="counted over the entries of this kind and script"),
            ),
        ),
    )


RULE = Rule(
    code="REF306",
    name="style-drift",
    severity=Severity.NOTE,
    needs=frozenset({Need.REFERENCES}),
    since="0.1.0",
    status=Status.PREVIEW,
    check=check,
)
