"""Judgments, laws, films and interviews: entries whose parts are not those of a book or article."""

from __future__ import annotations

import re
from dataclasses import replace

from kjaudit.model import Name, Span, WorkType

from .atoms import Atom, AtomKind
from .dates import find_dates
from .draft import Draft, put_numbers
from .view import View

_KOREAN_CASE = re.compile(
    r"\s*(?P<court>(?:대법원|헌법재판소|헌재|[가-힣]{2,8}법원(?:\s?[가-힣]{2,4}지원)?))\s*(?:전원합의체\s*)?"
    r"(?P<date>\d{4}\.\s?\d{1,2}\.\s?\d{1,2}\.?)\s*(?:자\s*)?(?:선고\s*)?"
    r"(?P<number>\d{2,4}[가-힣]{1,3}\d{1,7}(?:\s?[,·]\s?\d{2,7})*)\s*(?:전원합의체\s*|전원재판부\s*)?(?:판결|결정|명령)?"
)
_JAPANESE_CASE = re.compile(
    r"\s*(?P<court>(?:最(?:高裁|大|[一二三]小)?|[\u4e00-\u9fff]{1,4}(?:高|地|簡|家))(?:裁)?(?:第[一二三]小法廷)?(?:判|決))(?:決)?\s*"
    r"(?P<date>(?:令和|平成|昭和|大正|明治)\s?(?:元|[0-9一二三四五六七八九十]{1,3})[年·・.]\s?[0-9一二三四五六七八九十]{1,3}[月·・.]\s?"
    r"[0-9一二三四五六七八九十]{1,3}日?)[、, ]?\s*"
    r"(?P<reports>[\u4e00-\u9fffァ-ヶ]{2,8}?)(?=\s*[0-9一二三四五六七八九十]{1,4}\s*[巻号])"
)
"""As cited in law: court, day, number (Korea); court, day, reports with volume, issue, page (Japan)."""

_LAW = re.compile(r"(?:법률|대통령령|[가-힣]{2,6}부령|조례|法律|政令|省令|条例)\s*제?第?\s*([0-9-]{1,7})\s*[호号]")
_JAPANESE_LAW = re.compile(
    r"[「『]?(?P<title>[^()「」『』,，、。]{2,60})[」』]?\s*[(、,]\s*(?P<date>(?:令和|平成|昭和|大正|明治)\s?(?:元|[0-9一二三四五六七八九十]{1,3})年"
    r"(?:[0-9]{1,2}月[0-9]{1,2}日)?)\s*[\u4e00-\u9fff・]{0,16}?(?:法律|政令|省令|府令|条例|告示|規則|勅令|訓令)第?\s*(?P<number>[0-9一二三四五六七八九十百]{1,5})号"
)
_KOREAN_LAW = re.compile(
    r"[「『｢]?(?P<title>[가-힣·\s]{1,60}(?:법|법률|시행령|시행규칙|규칙|조례|령|규정))[」』｣]?(?:\s*제\d+조(?:의\d+)?(?:\s*제\d+[항호])*)?\s*[,(\[]\s*"
    r"(?:시행\s?[\d. ]{6,14},?\s*)?"
    r"(?:법률|[가-힣]{2,8}령|[가-힣]{2,12}(?:규칙|조례|고시|훈령))\s*제\s?(?P<number>\d{1,6}(?:-\d{1,4})?)호"
)
_STANDARD = re.compile(
    r"(?P<number>特開\d{4}-\d{1,6}|特許第\d{4,8}号|(?:KS|JIS|ISO(?:/IEC)?|IEC|IEEE|ASTM|GB(?:/T)?|KCS|KDS|TTA[SK]?)"
    r"[ .](?:[A-Z]{1,3} ?)?\d[\d.\-]{0,12}(?::(?:19|20)\d\d)?)(?=\s*[,.:，．\s])"
)
"""The sign of a standard that opens an entry."""

_FILM = re.compile(r"(?:감독|연출|監督|演出)(?![가-힣])|\[영화\]|\(영화\)|〔映画〕")
_INTERVIEW = re.compile(r"(?:인터뷰|면담|구술\s?인터뷰|インタビュー|聞き取り|聴き取り)")
_ERA_DOTS = re.compile(r"[・·.]")


def read_case(view: View, draft: Draft) -> bool:
    """Read a judgment; false (and nothing read) where the entry is none."""
    found = _KOREAN_CASE.match(view.text, view.start) or _JAPANESE_CASE.match(view.text, view.start)
    if not found:
        return False
    court = Span(*found.span("court"))
    draft.type = WorkType.LEGAL_CASE
    draft.authors.append(Name(literal=court.of(draft.raw), span=court))
    day = found.group("date")
    hit = next(iter(find_dates(day if day[0].isdigit() or "年" in day else _ERA_DOTS.sub(_era_unit, day) + "日")), None)
    if hit is not None:
        start, end = found.span("date")
        draft.add_date(Atom(kind=AtomKind.DATE, start=start, end=end, date=hit.value))
    if "number" in found.groupdict():
        draft.number = draft.words(*found.span("number"))
        draft.title = draft.words(court.start, found.end(), confidence=0.9)
    else:
        draft.title = draft.words(court.start, found.end("date"), confidence=0.9)
        draft.container = draft.words(*found.span("reports"))
        put_numbers(draft, [atom for atom in view.atoms if atom.start >= found.end("reports")])
    return True


def read_law(view: View, draft: Draft) -> bool:
    """Read an act ("著作権法（昭和45年法律第48号）", "민법, 법률 제19098호"); false where the entry is none."""
    found = _JAPANESE_LAW.match(view.text, view.start) or _KOREAN_LAW.match(view.text, view.start)
    if not found:
        return False
    draft.type = WorkType.LEGISLATION
    draft.title = draft.words(*found.span("title"))
    draft.number = draft.words(*found.span("number"))
    japanese = "date" in found.groupdict()
    at, end = found.span("date") if japanese else (found.end("title"), view.end)
    hit = next(iter(find_dates(view.text[at:end])), None)
    if hit is not None:
        start, end = at + hit.start, at + hit.end
        draft.add_date(Atom(kind=AtomKind.DATE, start=start, end=end, date=hit.value))
    return True


def read_standard(view: View, draft: Draft) -> View:
    """Take the sign of a standard off the front; the body that set it, not people, answers for it."""
    found = _STANDARD.match(view.text, view.start)
    if not found:
        return view
    draft.type = WorkType.PATENT if found.group()[0] == "特" else WorkType.STANDARD
    draft.number = draft.words(*found.span("number"))
    rest = found.end() + len(view.text[found.end() :]) - len(view.text[found.end() :].lstrip(" ,.:，．"))
    atoms = tuple(atom for atom in view.atoms if atom.start >= rest)
    return replace(view, start=rest, atoms=atoms, nobody=True)


def special_type(draft: Draft) -> WorkType | None:
    """Return the type that a word of the entry gives away, and take the number of a law; `None` for no such word."""
    law = _LAW.search(draft.text)
    if law:
        draft.number = draft.words(*law.span(1))
        draft.container = draft.issue = None
        return WorkType.LEGISLATION
    if _outside_title(draft, _FILM):
        if draft.publisher is None and draft.volume is None:
            draft.publisher, draft.container = draft.container, None
        return WorkType.MOTION_PICTURE
    return WorkType.INTERVIEW if _outside_title(draft, _INTERVIEW) and draft.container is None else None


def _outside_title(draft: Draft, pattern: re.Pattern[str]) -> bool:
    if draft.title is None or draft.title.span is None:
        return pattern.search(draft.text) is not None
    span = draft.title.span
    return bool(pattern.search(draft.text[: span.start]) or pattern.search(draft.text[span.end :]))


def _era_unit(found: re.Match[str]) -> str:
    """Return 年, then 月 for the dots of "平成12.3.24"."""
    return "年" if not any(char in found.string[: found.start()] for char in "・·.") else "月"
