"""How much a block looks like an entry of a reference list: only to find the list, never to parse it."""

from __future__ import annotations

import re

_YEAR = re.compile(
    r"(?<!\d)(?:1[4-9]|20)\d\d[a-z]?(?!\d)|\bn\.\s?d\.|\bs\.\s?d\.|\bo\.\s?J\.|\bin press\b|\bforthcoming\b|"
    r"出版予定|근간|б\. ?г\."
)
_DATED = re.compile(
    r"[(（\[［]\s*(?:c\.\s*)?(?:1[4-9]|20)\d\d[a-z]?(?:[,/–\-][^()（）]{0,20})?\s*[)）\]］]|(?:1[4-9]|20)\d\d年|"
    r"[.,] (?:1[4-9]|20)\d\d[a-z]?[.;,:]|(?:1[4-9]|20)\d\d[a-z]?\.?$"
)
_ADDRESS = re.compile(
    r"https?://|\bwww\.|\bdoi\b|\b10\.\d{4,9}/|\b[\w\-]+\.(?:com|org|net|edu|gov|co\.kr|or\.kr|ac\.kr|go\.kr|"
    r"co\.jp|ac\.jp|or\.jp)\b",
    re.I,
)
_PAGES = re.compile(r"\d{1,5}\s?[-–—~〜～]\s?\d{1,5}|\bpp?\.\s?\d|\d\s?(?:쪽|면|頁|ページ|页|S\.)|\bS\.\s?\d")
_VOLUME = re.compile(
    r"\d\s?[(（]\s?\d|\bvol\.?\s?\d|\bno\.?\s?\d|\bBd\.\s?\d|\bt\.\s?\d|\bn[º°o]\.?\s?\d|제\s?\d+\s?[권호집]|"
    r"\d+\s?[권호집輯卷巻号]|第\d+[巻号輯卷期]",
    re.I,
)
_TITLE = re.compile(r"[『「《〈“‘\"«„].{2,}?[』」》〉”’\"»“]")
_PUBLISHER = re.compile(
    r"\b(?:Press|Verlag|Publish(?:er|ers|ing)|University|Books|Éditions?|Editorial|Editora|Edizioni|Journal|"
    r"Review|Quarterly|Proceedings|Zeitschrift|Revue|Revista|Rivista)\b|출판|사\s?,|학회|논문|대학교|書店|書房|出版|新書|文庫|大学|"
    r"學會|学会|論文|新聞|Изд|журнал",
    re.I,
)
_NAME = re.compile(
    r"(?:[\[(]?\d{1,3}[\])]?[.,]?\s*)?(?:"
    r"[^\W\d_]['’\w\-]*(?:\s[^\W\d_]['’\w\-]*){0,3},\s+(?:[^\W\d_]\.|[^\W\d_]{2,})"
    r"|[^\W\d_][\w'’\-]+\s(?:[A-Z]{1,3}\b|[A-Z]\.)"
    r"|[가-힣]{2,4}(?:\s?[·,，ㆍ/]\s?[가-힣]{2,4})*\s?(?:[(（,.，、]|외|편|엮음|옮김|「|『|\")"
    r"|[\u3040-\u30ff\u4e00-\u9fff々]{2,8}(?:[・·,，、\s][\u3040-\u30ff\u4e00-\u9fff々]{1,8})*\s?(?:[(（,.，、「『]|著|編|訳|主編)"
    r"|[_—–\-―]{2,}[.,，]?\s)"
)
_EDITED = re.compile(
    r"\b(?:eds?|hrsg|hg|trans|transl|coord|org|dir|ed\. by|et al)\b\.?|편저|엮음|옮김|역\)|編著|訳|編）|ほか|外", re.I
)
_VERBS = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|should|did|does|we|our|I|my|he|she|they|this|"
    r"these|that|which)\b|(?:이다|한다|했다|하였다|된다|되었다|있다|없다|였다|겠다|습니다)[.\s]|(?:した|する|である|いる|った|ない|ます|です)。|\b(?:ist|"
    r"sind|war|wurde|wird|est|sont|était|fue|está|são|foi)\b"
)
_LONGEST = 1200
"""Characters of an entry, annotation included."""

ENTRY = 3
"""Score from which a block is taken for an entry where something else says so too."""
SURE = 4
"""Score from which a block is taken for an entry by its looks alone."""


def score(text: str) -> int:
    """Return how many signs of an entry `text` shows, less those of prose; linear, on its first 1,500 characters."""
    text = text[: _LONGEST + 300]
    signs = (_YEAR, _DATED, _ADDRESS, _PAGES, _VOLUME, _TITLE, _PUBLISHER, _EDITED)
    found = sum(pattern.search(text) is not None for pattern in signs)
    found += 2 * (_NAME.match(text.lstrip("-*•· ")) is not None)
    return found - prose(text)


def prose(text: str) -> int:
    """Return how many signs of running prose `text` shows: verbs and sentences beyond those of a title."""
    verbs = len(_VERBS.findall(text))
    long = len(text) > _LONGEST
    return min(verbs, 6) // 2 + 3 * long


def is_prose(text: str) -> bool:
    """Whether `text` is plainly running text: no entry has so many verbs and so few signs."""
    return prose(text) >= 2 and score(text) < ENTRY
