"""Volume, issue and pages."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kjaudit.model import Field

from .dates import STATUS
from .place import text_field

_DASH = r"[-‐‑‒–—―−~∼～〜]"
_VOLUME_MARK = re.compile(
    r"(?:\b(?:vols?|voi|volumes?|voll?|bde?|bänden?|band|jg|jahrg(?:ang)?|tom[eio]s?|t|v|årg|том|т)\b\s?\.?|제|第|통권)\s*(?=[\dIVXLCivxlc])",
    re.IGNORECASE,
)
_ISSUE_MARK = re.compile(
    r"(?:\b(?:nos?|nrs?|num|núm|numéro|número|numero|number|heft|hft|h|issues?|iss|n|fasc(?:icule|icolo)?|č|вып|q)\b\s?\.?"
    r"|n\s?[°º]|№|제|第|통권|통호)\s*[:.]?\s*",
    re.IGNORECASE,
)
_OF_VOLUMES = re.compile(
    r"^\W*(?:\d+|two|three|zwei|drei|deux)\s*(?:(?:vols?|volumes|bde|bände|tomes|voll|tomos|tomi)\b|v\s?\.\W*$)",
    re.IGNORECASE,
)
_SUPPLEMENT = re.compile(
    r"\(?\s*((?:suppl(?:ement)?|beiheft|sonderheft|sonderband|special issue|spec)\b[\s.]*\d*)\s*\)?", re.IGNORECASE
)
_NUMBER = re.compile(
    rf"[A-Za-z]{{0,9}}\d+[A-Za-z]?(?:\s?{_DASH}\s?\d+[A-Za-z]?(?![\d]))?|\b[IVXLCDM]+\b|\b[ivxlcdm]+\b|\b[A-Z]\b|[一二三四五六七八九十百]+"
)
_PLAIN_NUMBER = re.compile(
    r"[A-Za-z]{0,9}\d+[A-Za-z]?\b|[A-Za-z]{0,9}\d+|\b[IVXLCDM]+\b|\b[ivxlcdm]+\b|\b[A-Z]\b|[一二三四五六七八九十百]+"
)
_AFTER = re.compile(r"\s*(권|호|집|卷|巻|号|號|期|輯|辑|호)")
_BETWEEN = re.compile(rf"\s*(?:\(|[,;:./·]|{_DASH})?\s*")
_SECOND = re.compile(r"[A-Za-z]{0,4}\d+(?:\s?[-–/]\s?\d+)?[A-Za-z]?(?![A-Za-z\d])")
_MORE = re.compile(rf"\s?(?:{_DASH}|/|\+|&)\s?\d+")
_PAGE = r"(?:(?:(?<![A-Za-z])(?!und\s|and\s|et\s)[A-Za-z]{1,4})?\.?\s?\d+(?:[A-Za-z](?![A-Za-z]))?|[ivxlcdmIVXLCDM]+\b)"
_RANGES = re.compile(
    rf"({_PAGE})\s*(?:{_DASH}{{1,3}}|bis|to|à)\s*({_PAGE})|[A-Za-z]{{0,4}}\d+(?:\.\d+)?(?:[A-Za-eg-z](?![A-Za-z]))?|\b[ivxlcdm]+\b"
)
_PAGE_MARK = re.compile(
    r"(?:\b(?:pp?|pgs?|pages?|seiten?|ss?|pagg?|págs?|sid|str|стр|fols?|art(?:icle)?|bl)\b\s?\.?|[сС]\.|頁|쪽|\bpp?(?=\d)|\bpages(?=\d))\s*(?:no\b\.?)?\s*[:.]?\s*(?=[\w(])",
    re.IGNORECASE,
)
_COUNT = re.compile(r"^\W*(\d+)\s*(?:pp?|pages?|seiten|s|стр|с|págs?|pagg?|sid|bl|쪽|면|頁)\b", re.IGNORECASE)
_PRELIMINARY = re.compile(r"\b[ivxlIVXL]{1,6}\s?[,+]\s?(\d{2,4})(?:\s?(?:pp?|S|s)\b\.?)?\W*\Z")
"""Pages of a whole book, the roman ones first: "xii, 602"."""
_FRONT_PAGE = re.compile(r"[A-Z]?[1-3]|[A-Z]\d{1,2}")
"""Where an article of a newspaper begins that goes on elsewhere: "A1, A8"; in a book "73, 81" is a page and another."""
_FOLLOWING = re.compile(r"\s?(?:f{1,2}|sqq?)\b\.?")
_JOIN = re.compile(r"[\s,;&+]*(?:(?:and|und|et|y|e|u\.)\b)?[\s,;&+]*")


@dataclass(frozen=True, slots=True)
class Locators:
    """What a stretch of locators holds."""

    volume: Field[str] | None = None
    issue: Field[str] | None = None


def volume(raw: str, start: int, end: int, confidence: float) -> Locators:
    """
    Read a volume from `raw[start:end]`, and the issue where it stands in the same stretch ("23(4)", "12-3").

    "2 vols." counts volumes and is none.
    """
    text = raw[start:end]
    if _OF_VOLUMES.match(text):
        return Locators()
    mark = _VOLUME_MARK.search(text)
    begin = mark.end() if mark else 0
    found = (_NUMBER if mark else _PLAIN_NUMBER).search(text, begin)
    if found is None:
        return Locators()
    rest = found.end()
    after = _AFTER.match(text, rest)
    rest = after.end() if after else rest
    first = text_field(raw, start + found.start(), start + found.end(), confidence)
    second = _second(text, rest, glued=after is not None)
    issue_field = text_field(raw, start + second[0], start + second[1], confidence) if second else None
    if issue_field is None and mark is None and _counts_issues(text, after):
        return Locators(None, first)
    return Locators(first, issue_field)


def issue(raw: str, start: int, end: int, confidence: float) -> Field[str] | None:
    """Read an issue from `raw[start:end]`; "n.d." is none."""
    text = raw[start:end]
    if STATUS.search(text):
        return None
    supplement = _SUPPLEMENT.search(text)
    if supplement:
        return text_field(raw, start + supplement.start(1), start + supplement.end(1), confidence)
    mark = _ISSUE_MARK.search(text)
    found = _PLAIN_NUMBER.search(text, mark.end() if mark else 0) or _PLAIN_NUMBER.search(text)
    if found is None:
        return None
    more = _MORE.match(text, found.end())
    return text_field(raw, start + found.start(), start + (more.end() if more else found.end()), confidence)


def pages(raw: str, start: int, end: int, confidence: float) -> Field[str] | None:
    """
    Read pages from `raw[start:end]`, as CSL prints them: "89-104", "e123", "xii"; several ranges with ", ".

    A number of pages is printed as such, "218 p.", and "143 f." keeps its "f.": neither is a range.
    """
    text = raw[start:end]
    mark = _PAGE_MARK.search(text)
    preliminary = _PRELIMINARY.search(text)
    if preliminary:
        return text_field(
            raw, start + preliminary.start(1), start + preliminary.end(1), confidence, f"{preliminary[1]} p."
        )
    count = _COUNT.match(text)
    if count and not (mark and mark.end() < len(text) and mark.start() > count.end()):
        return text_field(raw, start + count.start(1), start + count.end(), confidence, f"{count[1]} p.")
    begin = mark.end() if mark else 0
    parts: list[str] = []
    first = last = -1
    for match in _RANGES.finditer(text, begin):
        if parts and not _JOIN.fullmatch(text, last, match.start()):
            break
        low, high = match.group(1), match.group(2)
        if parts and not low and "," in text[last : match.start()] and not _FRONT_PAGE.fullmatch(parts[0]):
            break
        parts.append(f"{_tight(low)}-{_tight(high)}" if low else _tight(match.group()))
        first = match.start() if first < 0 else first
        last = match.end()
    if not parts:
        return None
    following = _FOLLOWING.match(text, last)
    value = ", ".join(parts) + (f" {following.group().strip()}" if following else "")
    return text_field(raw, start + first, start + (following.end() if following else last), confidence, value)


def _counts_issues(text: str, after: re.Match[str] | None) -> bool:
    """Whether the only number of a stretch is an issue: "no. 134", "第5期", ";(61)"."""
    if after and after[1] in "호号號期":
        return True
    return _ISSUE_MARK.match(text.lstrip(" (,.:;")) is not None or text.lstrip(" ;,:").startswith("(")


def _second(text: str, begin: int, *, glued: bool) -> tuple[int, int] | None:
    between = _BETWEEN.match(text, begin)
    if not between or (between.end() == begin and not glued):
        return None
    supplement = _SUPPLEMENT.match(text, between.end())
    if supplement:
        return supplement.span(1)
    mark = _ISSUE_MARK.match(text, between.end())
    number = _SECOND.match(text, mark.end() if mark else between.end())
    if number and mark is None and between.group().strip() in (",", ";", ":") and len(number.group()) > 2:
        # "33, 84" may be volume and issue; "460, 112" is volume and page.
        return None if number.group().isalnum() else number.span()
    return number.span() if number else None


def _tight(page: str) -> str:
    return re.sub(r"\s", "", page).lstrip(".")
