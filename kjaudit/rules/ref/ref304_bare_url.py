"""REF304 bare-url. See resources/rules/REF304.md."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from kjaudit.model import Case, Computed, Evidence, Finding, Severity, Span, say
from kjaudit.rules.interface import Need, Rule, Status

_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>\[\]{}「」『』（）《》\"“”]+", re.IGNORECASE)
_FILLER = re.compile(
    r"\b(?:retrieved|available|accessed|access|last|visited|viewed|consulted|from|at|on|online|url|link|website|web|see|also|"
    r"source|http|https|in|of|the|and|"
    r"jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|"
    r"dec(?:ember)?|disponible|disponível|en|em|acesso|consulté|le|abgerufen|am|zugriff|verfügbar|unter)\b"
    r"|검색일|접속일|접근일|출처|참조|참고|최종|일자|년|월|일|アクセス|閲覧|最終|参照|年|月|日",
    re.IGNORECASE,
)
_TRAILING = ".,;:!?'’"


def check(case: Case) -> Iterator[Finding]:
    """Yield the address of each entry, and of each note, that is nothing but an address, in text order."""
    places: dict[Span, tuple[str | None, str | None]] = {}
    for reference in case.references:
        places[reference.span] = (reference.key, reference.note if not reference.in_list else None)
    starts = sorted(span.start for span in places)
    for note in case.document.notes:
        named = bisect_left(starts, note.span.start) < bisect_left(starts, note.span.end)
        if not named or note.span in places:
            places[note.span] = (places.get(note.span, (None, None))[0], note.key)
    for span, (entry, note_key) in sorted(places.items(), key=lambda place: place[0]):
        yield from _bare(case, span, entry, note_key)


def _bare(case: Case, span: Span, entry: str | None, note: str | None) -> Iterator[Finding]:
    text = span.of(case.document.text)
    addresses = list(_ADDRESS.finditer(text))
    if not addresses or any(map(str.isalpha, _FILLER.sub(" ", _ADDRESS.sub(" ", text)))):
        return
    for match in addresses:
        address = _trimmed(match[0])
        place = Span(match.start(), match.start() + len(address)).shifted(span.start)
        yield Finding(
            code=RULE.code,
            name=RULE.name,
            document=case.document.id,
            span=place,
            quote=address,
            message="Only an address stands here: no author, title or date",
            severity=RULE.severity,
            entry=entry,
            note=note,
            evidence=(
                Evidence(
                    label="without address and access date",
                    quote=" ".join(_ADDRESS.sub(" ", text).split()) or say("(nothing)"),
                    source=Computed(how="what is left of the entry or note"),
                ),
            ),
            suggestion="Add author, title, publisher and date of the page",
        )


def _trimmed(address: str) -> str:
    """Return the address without closing punctuation and a bracket that was opened before it."""
    address = address.rstrip(_TRAILING)
    while address.endswith(")") and address.count(")") > address.count("("):
        address = address[:-1].rstrip(_TRAILING)
    return address


RULE = Rule(
    code="REF304",
    name="bare-url",
    severity=Severity.NOTE,
    needs=frozenset({Need.TEXT, Need.REFERENCES}),
    since="0.1.0",
    status=Status.STABLE,
    check=check,
)
