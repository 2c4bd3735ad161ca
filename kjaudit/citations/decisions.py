"""Court decisions, statutes and papers of parliaments: cited in notes, but not works of a list of literature."""

from __future__ import annotations

import re

from kjaudit.model import Cited

from .vocabulary import vocabulary

_PARTIES = re.compile(
    r"(?:In re|Ex parte|Re|R v\.?|The (?:King|Queen) v\.?)\s[A-ZÀ-Þ]"
    r"|[A-ZÀ-Þ][^,;“”\"‘«(\n]{2,60}\s(?:v|vs)\.?\s(?:the\s)?[A-ZÀ-Þ]"
)
"""Two parties with "v" between them (Bluebook 10.2; OSCOLA 2.1.2)."""
_REPORT = re.compile(
    r"(?<!\d)\d{1,4}\s(?:[A-Z][A-Za-z.']{0,12}\s?){1,4}(?:\(\dd\)\s|2d\s|3d\s)?(?:\d{1,5}|_{2,})(?!\d)"
    r"|[\[(](?:1[89]|20)\d\d[\])]\s(?:\d\s)?[A-Z]{2,}"
    r"|\((?:[A-Z][\w. ]{0,20}\s)?(?:1[789]|20)\d\d\)|\(n\.?\s?\d+\)|\bsupra\b"
)
"""Volume, report and page; a neutral citation; court and year."""
_DOCKET = re.compile(
    r"\b(?:Urt(?:eil)?|Beschl(?:uss)?|Arrêt|Sentencia|sentenza|arrest)\.?\s(?:v\.|vom|du|de|n\.|van|del)\s"
    r"|(?:선고|자\s결정|판결|결정)|(?:判決|決定)(?=[,，、。(（]|\Z)|\d{2,4}[가-힣]{1,2}\d{2,6}"
)
"""A ruling with its date, or the number of a file."""


def official(text: str, cited: Cited) -> bool:
    """Whether `cited`, a stretch of `text` that was taken for a work, is a decision of a court or an official paper."""
    printed = cited.span.of(text)[:400]
    before = text[max(0, cited.span.start - 40) : cited.span.start]
    if vocabulary().decision.match(printed) or vocabulary().decision_cjk.match(printed):
        return True
    if re.search(r"[A-ZÀ-Þ][\w.’'-]*\sv(?:s)?\.?\s\Z", before):
        return True
    if _PARTIES.match(printed) and _REPORT.search(
        text[cited.span.start : min(cited.span.end + 60, cited.span.start + 400)]
    ):
        return True
    head = printed[:80]
    title = re.search(r"[“\"«「『‘]", head)
    return _DOCKET.search(head[: title.start()] if title else head) is not None
