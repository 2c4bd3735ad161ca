"""Pages, sections and the like printed after a year, title or short form."""

from __future__ import annotations

import re

_WORD = (
    r"(?:pp?|Sp|cols?|Bl|N|Rdn|Rdz|Tz|Ziff|Randnr|Randziff|E|pgs?|pages?|págs?|p[aá]ginas?|Seiten?|S|ss|Rn|Rdnr|Rz|Kap|chaps?|ch|chapters?|cap[s]?|caps?|c|vols?|vol|Bd|t|tomo|"
    r"art|Art|arts|fols?|fls?|ff?|§+|n[ºo°]?|nr|Nr|no|figs?|fig|Abb|tables?|tab|sections?|sec|par[as]*|lines?|l|vv?|"
    r"appendix|app|note|nn?)\.?"
)
_NUMBER = r"(?:\d{1,5}(?:\.\d{1,3}(?=[\s.,;)]|\Z))?[a-z]?|[ivxlcdm]{1,7})(?![0-9A-Za-z])"
_DASH = r"\s?[-–—‐‑~～〜∼―]\s?"
_CLOSE = r"(?:\s?(?:쪽|면|頁|ページ|페이지|장|절|행|ff?\.?|sqq?\.?|sgg\.?|segg\.?|ss\.|n\.\s?\d+|et\s+seq\.))?"
_ONE = rf"(?:제\s?|第\s?)?{_NUMBER}{_CLOSE}(?:{_DASH}{_NUMBER}{_CLOSE})?"
_WORDED = rf"{_WORD}\s?{_ONE}(?:\s?\(\s?{_ONE}\s?\))?"

_FINE = rf"(?:N|Rn|Rdnr|Rz|Abs|S|Nr|lit|Fn|n)\.?\s?{_ONE}"
"""A finer place after a coarse one without a comma: "§ 7 Rn. 12"."""

AFTER_YEAR = re.compile(
    rf"\s*(?:[,:：，、]|;(?=\s*{_WORD}\s?\d))\s*(?P<locator>(?:{_WORDED}|{_ONE})(?:\s*[,，、]\s*(?:{_WORDED}|{_ONE})|\s{_FINE})*)"
    rf"|\s+(?P<worded>{_WORDED}(?:\s*,\s*(?:{_WORDED}|{_ONE}))*)"
)
"""A locator right after a year, separator included; groups "locator" and "worded" hold it without."""

AT_END = re.compile(
    rf"(?<![\w.])(?P<locator>(?:{_WORDED}|{_ONE})(?:\s*[,，、]\s*(?:{_WORDED}|{_ONE})|\s{_FINE})*)[\s.。]*\Z"
)
"""A locator at the end of a string."""

ANYWHERE = re.compile(
    r"(?<![〇一二三四五六七八九十百])[〇一二三四五六七八九十百]{1,6}(?:[～〜~―—–-][〇一二三四五六七八九十百]{1,6})?頁(?:以下)?|"
    rf"(?<![\w.])(?:{_WORD}\s?)?{_NUMBER}(?:{_DASH}{_NUMBER})?\s?(?:쪽|면|頁|ページ|페이지)"
    rf"(?:\s*[,，、]\s*{_NUMBER}(?:{_DASH}{_NUMBER})?\s?(?:쪽|면|頁|ページ|페이지))*"
    rf"|(?<!\w)(?:pp?|S|págs?)\.\s?{_NUMBER}(?:{_DASH}{_NUMBER})?(?:\s?ff?\.)?"
)
"""A page that says that it is one ("5쪽", "第3頁", "p. 7"), wherever it stands."""

_ISSUE = re.compile(r"\(\d{1,4}(?:[-–/]\d{1,4})?\)|\s\((?:no\.?|nº|Heft|issue)\s?\d")
"""The issue right after a volume: "18(2): 267-283" holds the pages of an article, not the page cited."""
_CALENDAR = re.compile(r"(?:1[4-9]|20)\d\d(?!\d)")


def after_year(text: str, start: int, end: int) -> tuple[int, str]:
    """
    Return the locator that follows a year ending at `start`.

    Returns:
        where it ends (`start` when there is none), and the locator as printed, or "".
    """
    found = AFTER_YEAR.match(text, start, end)
    if found is None:
        return start, ""
    locator = found["locator"] or found["worded"] or ""
    if locator.isdigit() and _ISSUE.match(text, found.end(), end):
        return start, ""
    if _CALENDAR.match(locator) and not re.search(r"[쪽면頁]|\d[-–~]\d", locator):
        return start, ""
    return found.end(), locator
