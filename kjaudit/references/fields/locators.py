"""Volume, issue and pages."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kjaudit.model import Field

from .place import text_field

_WORD = r"[A-Za-z]{0,9}"
_NUMBER = r"(?:[A-Za-z]{0,3}\d+[A-Za-z]?|[IVXLCDMivxlcdm]+(?![A-Za-z]))"
_ROMAN_OR_DIGITS = re.compile(r"\d+|\b[IVXLCDM]+\b|\b[ivxlcdm]+\b")
_VOLUME_MARK = re.compile(
    r"(?:\b(?:vols?|volumes?|bde?|bänden?|band|jg|jahrg(?:ang)?|tom[eio]s?|t|v|årg|r)\b\s?\.?|제|第|통권)\s*", re.IGNORECASE
)
_ISSUE_MARK = re.compile(
    r"(?:\b(?:nos?|nrs?|num|núm|numéro|número|numero|number|heft|h|issues?|iss|n|hft|fasc(?:icule|icolo)?|č|вып)\b\s?\.?"
    r"|n\s?[°º]|№|제|第|통권)\s*[:.]?\s*",
    re.IGNORECASE,
)
_AFTER = re.compile(r"\s*(?:권|호|집|卷|巻|号|號|期|輯|辑|통권)")
_DASH = r"[-‐‑‒–—―−~∼～〜]"
_PAGE = r"(?:[A-Za-z]{0,4}\.?\s?\d+[A-Za-z]?|[ivxlcdmIVXLCDM]+)"
_RANGE = re.compile(rf"({_PAGE})\s*(?:{_DASH}{{1,3}}|bis|to|à)\s*({_PAGE})(?![\w])")
_SINGLE = re.compile(r"[A-Za-z]{0,4}\d+(?:\.\d+)?[A-Za-z]?|\b[ivxlcdm]+\b")
_PAGE_MARK = re.compile(
    r"(?:\b(?:pp?|pgs?|pages?|seiten?|ss?|pagg?|págs?|sid|str|стр|fols?|ff?|art(?:icle)?)\b\s?\.?|с\.)\s*(?:no\b\.?)?\s*[:.]?\s*", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Locators:
    """What a stretch of locators holds."""

    volume: Field[str] | None = None
    issue: Field[str] | None = None


def volume(raw: str, start: int, end: int, confidence: float) -> Locators:
    """Read a volume from `raw[start:end]`, and the issue where it stands in the same stretch ("23(4)", "12-3")."""
    text = raw[start:end]
    mark = _VOLUME_MARK.search(text)
    found = _number(text, mark.end() if mark else 0)
    if found is None:
        return Locators()
    first = text_field(raw, start + found[0], start + found[1], confidence)
    rest = found[1]
    after = _AFTER.match(text, rest)
    rest = after.end() if after else rest
    second = _second(text, rest)
    issue_field = text_field(raw, start + second[0], start + second[1], confidence) if second else None
    only_issue = _ISSUE_MARK.match(text.lstrip(" (,.:;")) and not mark and issue_field is None
    if only_issue or (after and after.group().strip() in "호号號期" and mark is None):
        return Locators(None, first)
    return Locators(first, issue_field)


def issue(raw: str, start: int, end: int, confidence: float) -> Field[str] | None:
    """Read an issue from `raw[start:end]`."""
    text = raw[start:end]
    mark = _ISSUE_MARK.search(text)
    found = _number(text, mark.end() if mark else 0) or _number(text, 0)
    if found is None:
        return None
    match = re.compile(rf"\s*(?:{_DASH}|/|\+|&)\s*\d+").match(text, found[1])
    return text_field(raw, start + found[0], start + (match.end() if match else found[1]), confidence)


def pages(raw: str, start: int, end: int, confidence: float) -> Field[str] | None:
    """Read pages from `raw[start:end]`, as CSL prints them: "89-104", "e123", "xii"; several ranges with ", "."""
    text = raw[start:end]
    mark = _PAGE_MARK.search(text)
    begin = mark.end() if mark else 0
    parts: list[str] = []
    first = last = -1
    for match in re.finditer(rf"{_RANGE.pattern}|{_SINGLE.pattern}", text[begin:]):
        if parts and not re.fullmatch(r"[\s,;&+]*(?:and|und|et|y|e)?[\s,;&+]*", text[last : begin + match.start()]):
            break
        low, high = match.group(1), match.group(2)
        parts.append(f"{_tight(low)}-{_tight(high)}" if low else _tight(match.group()))
        first = begin + match.start() if first < 0 else first
        last = begin + match.end()
    if not parts:
        return None
    return text_field(raw, start + first, start + last, confidence, ", ".join(parts))


def _tight(page: str) -> str:
    return re.sub(r"\s", "", page)


def _number(text: str, begin: int) -> tuple[int, int] | None:
    match = re.compile(r"[A-Za-z]{0,8}\d+(?:[-/–]\d+(?=\s*\())?[A-Za-z]?\b|\d+|\b[IVXLCDM]+\b|\b[ivxlcdm]+\b|\b[A-Z]\b").search(text, begin)
    return (match.start(), match.end()) if match else None


def _second(text: str, begin: int) -> tuple[int, int] | None:
    match = re.compile(r"\s*(?:\(|[,;:./·-]|–)?\s*").match(text, begin)
    if not match or match.end() == begin:
        return None
    mark = _ISSUE_MARK.match(text, match.end())
    number = re.compile(r"[A-Za-z]{0,4}\d+(?:\s?[-–/]\s?\d+)?[A-Za-z]?").match(text, mark.end() if mark else match.end())
    return (number.start(), number.end()) if number else None
