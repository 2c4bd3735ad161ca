"""What the words say: whether an entry starts here, and whether the one before has ended."""

from __future__ import annotations

import enum
import re

_WINDOW = 240
"""Code points of a line (and what follows it) that are looked at: authors and year stand within."""

_PARTICLE = (
    r"(?:(?:van|von|de|der|den|del|della|di|da|dos|du|la|le|el|al|ten|ter|zu|zur|O['’]|D['’]|Mc|Mac|St\.)\s?){0,3}"
)
_CAPITAL = r"[A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪĮİĶŁĻŃŅŇŌŐŒŘŚŞŠŢŤŪŮŰŲŸŹŻŽȘȚ]"
_LATIN_NAME = rf"{_PARTICLE}{_CAPITAL}[\w'’\-]+(?:[ \-]{_CAPITAL}[\w'’\-]+){{0,2}}"
_INITIALS = rf"{_CAPITAL}(?:\.|{_CAPITAL}{{0,2}}(?![\w'’]))(?:[ \-]?{_CAPITAL}\.?)*"
_FAMILY_FIRST = re.compile(rf"\W{{0,2}}{_LATIN_NAME},\s?(?:{_INITIALS}|{_CAPITAL}[\w'’\-]+)")
_VANCOUVER = re.compile(rf"\W{{0,2}}{_LATIN_NAME} {_CAPITAL}{{1,3}}(?:[,.:;(]| \(|\s\d{{4}})")
_INITIALS_FIRST = re.compile(
    rf"\W{{0,2}}(?:{_CAPITAL}\.[ \-]?){{1,3}}{_LATIN_NAME}"
    rf"(?:\s?[,.:;(]| (?:and|et|und|y|&|e) (?:{_CAPITAL}\.|{_LATIN_NAME}))"
)
_GIVEN_FIRST = re.compile(rf"\W{{0,2}}{_CAPITAL}[\w'’\-]+(?: {_CAPITAL}\.)? {_LATIN_NAME}(?:,| and | & |\.)")
_ORGANISATION = re.compile(rf"\W{{0,2}}{_CAPITAL}[\w.&'’\- ]{{1,70}}[.,]? \((?:1[5-9]|20)\d\d[a-z]?\)")
_CJK_NAME = re.compile(
    r"\W{0,2}(?:[가-힣]{2,5}|[가-힣]{1,2} [가-힣]{1,3}|[가-힣]{1,6} [가-힣]{2,6}"
    r"|[\u3005\u3041-\u30ff\u4e00-\u9fff]{2,7}"
    r"|[\u3005\u3041-\u30ff\u4e00-\u9fff]{1,4} [\u3005\u3041-\u30ff\u4e00-\u9fff]{1,4})"
    r"\s?(?:[,，.．、·・ㆍ⋅:：;；(（「『｢｣《〈“\"]|외|옮김|편|역|엮음|編|著|訳|監修|ほか|他)"
)
_CJK_AND_YEAR = re.compile(
    r"\W{0,2}(?:[가-힣]{2,5}|[\u3005\u3041-\u30ff\u4e00-\u9fff]{2,9})"
    r"(?:[·・,、ㆍ] ?(?:[가-힣]{2,5}|[\u3005\u3041-\u30ff\u4e00-\u9fff]{2,9})){0,6}"
    r"(?: ?[編편])?[ \u3000]{1,4}(?:1[5-9]|20)\d\d[a-z]?(?:[年년.．,，]|[ \u3000]|[「『｢“\"])"
)
"""Name and year that only blanks part, as lists in columns print them."""
_YEAR_FIRST = re.compile(r"(?:1[5-9]|20)\d\d[a-z]?[ \u3000]{0,4}[「『｢]")
_CJK_ORGANISATION = re.compile(r"\W{0,2}[가-힣\u3041-\u30ff\u4e00-\u9fff ·・]{2,40}[,，.．、(（「『｢:：]")
_REPEATED = re.compile(
    r"(?:_{2,}|[—―─–]{2,}|-{3,}|〃|同上?[、,「『]|(?:[Dd]ers|[Dd]ies|Id)\.[,:]? |Idem[,:. ]|Eadem[,:. ])"
)
_AUTHOR_RUN = re.compile(
    rf"\W{{0,2}}{_LATIN_NAME}(?:,? {_CAPITAL}{{1,3}}|, (?:{_CAPITAL}\.[ \-]?){{1,3}}),(?: and| &)? {_LATIN_NAME}"
    rf"(?:,? {_CAPITAL}{{1,3}}|, (?:{_CAPITAL}\.[ \-]?){{1,3}})(?!\w)"
)
"""Two names in one form: no title looks so, wherever the year is."""

_YEAR = re.compile(
    r"(?<![\d\-])(?:1[5-9]|20)\d\d[a-z]?(?!\d|년대|年代)|n\.\s?d\.|in press|forthcoming|(?:令和|平成|昭和|大正|明治)"
)
_QUOTED = re.compile(r"[「『｢《〈“\"‘']")
_PARTICLED = re.compile(
    rf"(?:von|van|vom|de|del|della|di|da|dos|du|le|la|el|al|ten|ter|zu|zur) .{{0,12}}?{_CAPITAL}[\w\-]+, {_CAPITAL}"
)
"""A family name that opens with a particle."""
_GOES_ON = re.compile(r"[a-zß-öø-ÿ]|https?://|doi|DOI|[,.;:)\]」』]|\d+\s?[-–(:]|pp?\.|Vol|vol|No\.|제\s?\d|第\s?\d")
_ENDED = re.compile(
    r"(?:[.。．」』)）\]】]|\d[a-z]?|쪽|면|頁|페이지|[a-z]{2,6}/\S*|https?://\S+|[\w.\-]+\.(?:com|net|org|kr|jp|edu|gov|de|html?|pdf)\S*)"
    r"[\s.,;]*$"
)
_OPEN = re.compile(r"(?:[,，、:&\-–—~(「『]|\b(?:and|of|the|in|und|der|y|de|et|In))\s*$")
_PASTE = re.compile(r"\S.{0,120}? - .{1,120}?, ?(?:1[89]|20)\d\d(?: - \S+)?\s*$")

_SENTENCE = re.compile(
    r"(?<=[.)\]」』。．쪽면頁\d])[.]?[ \u3000]{1,3}(?=[^\s\d])|(?<=[。．）])(?=[\u3005\u3041-\u30ff\u4e00-\u9fffA-Z―—])"
    r"|(?<=\d年)(?!所収|収録|初出|復刻|再録|再版)(?=[\u3005\u4e00-\u9fff]{2,6}[『「])"
)


class Start(enum.IntEnum):
    """How much a line looks like the first of an entry."""

    NO = 0
    MAYBE = 1
    YES = 2


def start_at(text: str, start: int, end: int) -> Start:
    """Judge whether an entry starts at `start`; looks at no more than 240 code points, not past `end`."""
    window = text[start : min(end, start + _WINDOW)]
    if _REPEATED.match(window) or _CJK_AND_YEAR.match(window):
        return Start.YES
    if _GOES_ON.match(window) and not _PARTICLED.match(window):
        return Start.NO
    author = _starts_with_author(window)
    if author and (_YEAR.search(window) or _AUTHOR_RUN.match(window)):
        return Start.YES
    if author or (_CJK_ORGANISATION.match(window) and _QUOTED.search(window)) or _ORGANISATION.match(window):
        return Start.MAYBE
    return Start.NO


def goes_on(text: str, start: int) -> bool:
    """Whether the words at `start` can only continue an entry: small letter, address, bare locator."""
    return _GOES_ON.match(text[start : start + 12]) is not None


def has_ended(text: str, start: int, end: int) -> bool:
    """Whether `text[start:end]` looks like a complete entry at its end."""
    tail = text[max(start, end - 80) : end]
    return _ENDED.search(tail) is not None and _OPEN.search(tail) is None


def is_open(text: str, start: int, end: int) -> bool:
    """Whether `text[start:end]` cannot be the end of an entry (comma, dash, "and")."""
    return _OPEN.search(text[max(start, end - 12) : end]) is not None


def is_unclosed(text: str, start: int, end: int) -> bool:
    """Whether a title in brackets is begun in `text[start:end]` and not ended; looks at the last 400 code points."""
    tail = text[max(start, end - 400) : end]
    quotes = "„“" if "„" in tail else "“”"
    return any(tail.count(pair[0]) > tail.count(pair[1]) for pair in ("「」", "『』", "《》", "｢｣", quotes))


def opens_surely(text: str, start: int, end: int) -> bool:
    """Whether names directly followed by year or bracketed title stand at `start`: no part of an entry looks so."""
    window = text[start : min(end, start + 160)]
    return any(pattern.match(window) for pattern in (_RUN_TOGETHER, _CJK_AND_YEAR, _REPEATED))


def is_scrap(line: str) -> bool:
    """Whether `line` is too short for an entry and prints no year or title: the end of the one above."""
    return width(line) <= 12 and _YEAR.search(line) is None and _QUOTED.search(line) is None


def opens_with_year(text: str, start: int) -> bool:
    """Whether a year and a bracketed title stand at `start`: a further work of the author above."""
    return _YEAR_FIRST.match(text[start : start + 16]) is not None


def width(words: str) -> int:
    """Return how wide `words` print: a Han character, kana or Hangul syllable is two."""
    return len(words) + sum("\u1100" <= char < "\uffe0" for char in words)


def is_address(line: str) -> bool:
    """Whether `line` is nothing but a DOI or address, with the date it was seen."""
    return len(line) < 400 and _ADDRESS.fullmatch(line) is not None


def has_address(text: str, start: int, end: int) -> bool:
    """Whether `text[start:end]` prints a DOI or address (looks at the last 600 code points)."""
    return _HAS_ADDRESS.search(text, max(start, end - 600), end) is not None


def is_comment(line: str) -> bool:
    """Whether `line` is a sentence about a work, without a year or title: an annotation under its entry."""
    return _COMMENT.search(line) is not None and _YEAR.search(line) is None and not _TITLE_FIRST.match(line)


_ADDRESS = re.compile(
    r"(?:(?:doi|DOI|URL|Retrieved from|Available (?:at|from)|Verfügbar unter|출처|URL\s?주소)\s?[:：.]?\s*)?"
    r"(?:<?https?://[^\s<>]+>?|www\.[^\s<>]+|10\.\d{4,9}/\S+)\s*[.,;]?(?:\s*[(\[（][^()（）\[\]]{0,60}[)\]）])?[.。]?"
)
_HAS_ADDRESS = re.compile(r"https?://|www\.|10\.\d{4,9}/")
_COMMENT = re.compile(
    r"(?:[가-힣]다|[가-힣]{2}음|[가-힣]함)\.$|(?:[るたいうだ]|こと|もの)。$"
    r"|^(?:This|The (?:author|book|article|study|essay|paper|work|volume)"
    r"|An? (?:useful|classic|detailed|good|short|critical)"
    r"|Provides|Discusses|Argues|Useful|Dies(?:e|er|es)|Der (?:Autor|Band|Aufsatz)"
    r"|Die (?:Autorin|Studie)|Das Buch)\b.*\.$"
)
_TITLE_FIRST = re.compile(r"[「『｢《〈“\"]|[^,，、]{2,24}[,，、.]\s?[「『｢《〈“\"]")


def is_paste_tail(line: str) -> bool:
    """Whether `line` is the second line of a search-engine paste ("윤승민 - 일본문화학보, 2023 - dbpia.co.kr")."""
    return len(line) < 300 and _PASTE.match(line) is not None


def has_year(text: str, start: int, end: int) -> bool:
    """Whether `text[start:end]` prints a year (looks at the first 2,000 code points)."""
    return _YEAR.search(text, start, min(end, start + 2000)) is not None


def inner_starts(text: str, start: int, end: int) -> list[int]:
    """
    Return where further entries seem to start inside `text[start:end]`, which stands for one.

    Only a full author list directly followed by its year counts, after text that has a year of its own and ended.
    """
    found: list[int] = []
    begin = start
    for sentence in _SENTENCE.finditer(text, start, end):
        place = sentence.end()
        if width(text[begin : min(place, begin + 40)]) < 24 or not has_year(text, begin, place):
            continue
        window = text[place : min(end, place + 160)]
        if _RUN_TOGETHER.match(window) and has_year(window, 0, len(window)) and not is_unclosed(text, begin, place):
            found.append(place)
            begin = place
    return found


_HAN_NAME = r"(?:[\u4e00-\u9fff]{2,6}|[\u4e00-\u9fff]{1,4} [\u3005\u3041-\u30ff\u4e00-\u9fff]{1,4})"
_RUN_TOGETHER = re.compile(
    rf"(?:{_LATIN_NAME}, (?:{_CAPITAL}\. ?){{1,3}}"
    rf"(?:(?:[,;] ?(?:& |and |et )?|,? ?(?:&|and|et) ){_LATIN_NAME}, (?:{_CAPITAL}\. ?){{1,3}}){{0,6}}"
    r"(?:\([Ee]ds?\.\)[.,]? ?)?"
    r"|[가-힣]{2,4}(?:[·,・] ?[가-힣]{2,4}){0,6}|[가-힣]{2,14}(?:부|청|처|원|회|소|공사|재단|센터|공단|은행)(?= ?[(（])"
    r"|[—―]{2,}[編著訳]?"
    rf"|{_HAN_NAME}(?:[·,、・] ?{_HAN_NAME}){{0,6}})"
    r"[.,]? ?(?:[(（](?:1[5-9]|20)\d\d[a-z]?[)）]|[,，] ?(?:1[5-9]|20)\d\d[a-z]?[,，] ?[「『“\"]"
    r"|, [「“\"『]|(?<=[\u3041-\u9fff])[「『])"
    rf"|{_LATIN_NAME}, {_CAPITAL}[\w'’\-]+(?: {_CAPITAL}\.)?, (?:1[5-9]|20)\d\d[a-z]?,"
)


def _starts_with_author(window: str) -> bool:
    patterns = (_FAMILY_FIRST, _VANCOUVER, _CJK_NAME, _INITIALS_FIRST, _GIVEN_FIRST, _ORGANISATION)
    return any(pattern.match(window) for pattern in patterns)
