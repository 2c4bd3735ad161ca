"""REF302 malformed-doi. See resources/rules/REF302.md."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kjaudit.model import Case, Computed, Evidence, Finding, Severity, Span, say
from kjaudit.rules.interface import Need, Rule, Status

_WORD = r"[^\s<>\"“”」』]+"
_LABELLED = re.compile(
    r"(?:\bdoi\.org/|\bdoi\s?[:：]\s{0,2}(?:https?://(?:dx\.)?doi\.org/)?|\bdoi\s)"
    rf"(?P<doi>{_WORD}(?: (?=[\d/]){_WORD})?)",
    re.IGNORECASE,
)
_BARE = re.compile(r"(?<![\w./])(?P<doi>1[Oo]\.\d{4,9}/[^\s<>\"“”」』]+)")
_SOUND = re.compile(r"10(?:\.\d{2,9}){1,4}/\S+")
_SHORT = re.compile(r"(?:10/)?[a-z0-9]*[a-z][a-z0-9]*", re.IGNORECASE)
_NUMBERS_FOR = str.maketrans("OoIl|", "00111")
_FAULTS = (
    (re.compile(r"(?:https?://)?(?:dx\.)?doi(?:\.org|:)", re.I), say("the address of the resolver stands in it twice")),
    (re.compile(r"[^ ]* "), say("there is a space in it")),
    (re.compile(r"(?!\d+\.\d+(?:/|$))[1lI|][0Oo]\.[\dOoIl]{4,9}(?:/|$)"), say("a letter stands where a digit belongs")),
    (re.compile(r"10(?:\.\d{4,9})?/?$"), say("it stops short")),
    (re.compile(r"10\.\d{4,9}[^/\d\s][^/]*\Z"), say("the slash after the first number is missing")),
    (re.compile(r"10[,·;:]\d{4,9}/"), say("the point after 10 is missing")),
    (re.compile(r"10\d{4,9}/|1?0?\.?\d{4,9}/"), say("it does not begin with 10 and a point")),
)
"""What can be wrong with a printed DOI, the surest sign first."""
_CLOSING = ".,;:)]}>»'’"


def check(case: Case) -> Iterator[Finding]:
    """Yield each printed DOI that cannot be one, in text order."""
    text = case.document.text
    seen = -1
    matches = [match for pattern in (_LABELLED, _BARE) for match in pattern.finditer(text)]
    for match in sorted(matches, key=lambda match: match.start("doi")):
        start = match.start("doi")
        printed = _trimmed(match["doi"])
        reason = _fault(printed)
        if start < seen or not reason:
            continue
        seen = start + len(printed)
        yield _finding(case, Span(start, seen), reason)


def _trimmed(printed: str) -> str:
    first, _, rest = printed.partition(" ")
    if rest and (_SOUND.fullmatch(first.rstrip(_CLOSING)) or not re.match(r"10[.,]?$|10\.\d{1,9}/?$", first)):
        printed = first
    printed = printed.rstrip(_CLOSING)
    return printed.split("?utm", 1)[0]


def _fault(printed: str) -> str:
    """Return what is wrong with a printed DOI, or "" where nothing is."""
    if _SOUND.fullmatch(printed) or not any(map(str.isdigit, printed)):
        return ""
    if _SHORT.fullmatch(printed) and "." not in printed:
        return ""
    return next((reason for pattern, reason in _FAULTS if pattern.match(printed)), "")


def _finding(case: Case, span: Span, reason: str) -> Finding:
    printed = span.of(case.document.text)
    entry = next((reference for reference in case.references if reference.span.meets(span)), None)
    note = next((note for note in case.document.notes if note.span.meets(span)), None)
    citation = next((item for item in case.citations if item.span.meets(span)), None)
    repaired = _repaired(printed)
    return Finding(
        code=RULE.code,
        name=RULE.name,
        document=case.document.id,
        span=span,
        quote=printed,
        message=say("{printed!r} cannot be a DOI: {reason}", printed=printed, reason=reason),
        severity=RULE.severity,
        entry=entry.key if entry else None,
        note=note.key if note else None,
        citation=citation.key if citation else None,
        evidence=(
            Evidence(
                label="form of a DOI",
                quote="10.1234/anything",
                source=Computed(how="compared with the syntax of ISO 26324: 10, a point, a number, a slash, a name"),
            ),
        ),
        suggestion=say("Perhaps {doi}", doi=repaired) if repaired else "Look the DOI up",
    )


def _repaired(printed: str) -> str:
    """Return the DOI that was probably meant, or "" where no simple slip explains it."""
    tail = re.sub(r"^(?:https?://)?(?:dx\.)?doi(?:\.org/|:)", "", printed.replace(" ", ""), flags=re.IGNORECASE)
    unslashed = re.fullmatch(r"(10\.\d{4,9})[.,:;_|\\-]?([^/\d][^/]*)", tail)
    head, slash, name = (unslashed[1], "/", unslashed[2]) if unslashed else tail.partition("/")
    head = head.translate(_NUMBERS_FOR).replace(",", ".").replace("·", ".").replace(";", ".").replace(":", ".")
    if head.isdigit():
        head = f"10.{head[2:]}" if head.startswith("10") and len(head) > 5 else f"10.{head}"
    mended = f"{head}{slash}{name}"
    return mended if _SOUND.fullmatch(mended) and mended != printed else ""


RULE = Rule(
    code="REF302",
    name="malformed-doi",
    severity=Severity.ERROR,
    needs=frozenset({Need.TEXT, Need.REFERENCES}),
    since="0.1.0",
    status=Status.STABLE,
    check=check,
)
