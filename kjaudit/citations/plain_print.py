"""The text as the finder reads it: of the same length, without what print varies and a citation does not hang on."""

from __future__ import annotations

import re
from bisect import bisect_right
from operator import attrgetter

from kjaudit.language.han import HAN_YEAR, western_digits
from kjaudit.model import Document

_WIDE_DIGITS = str.maketrans("０１２３４５６７８９", "0123456789")
_HAN_YEAR = re.compile(rf"(?<![〇一二三四五六七八九十百千]){HAN_YEAR}(?![〇一二三四五六七八九十百千])")
_YEAR = re.compile(
    r"(?<![〇一二三四五六七八九十百千])[一二][〇五六七八九][〇一二三四五六七八九]{2}(?![〇一二三四五六七八九十百千])"
)
_HAN_DIGITS = str.maketrans("〇一二三四五六七八九", "0123456789")
_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d[a-z]?(?=[),;:，；：）\s])")
_ROLE = re.compile(
    r"(?<=[^\W\d_])(?P<role>\s?(?:편저|편|엮음|편집|編著|編|编|\(?eds?\.\)?|\((?:eds?|Hgg?|Hrsgg?|coords?|dirs?|org)\.?\)"
    r"|\s(?:eds?|Hgg?\.|Hrsgg?\.|coords?\.|dirs?\.|orgs?\.)))(?P<comma>[,，、]?)\s?[(（]?\Z"
)
_REACH = 16
"""Characters before a year in which the role can stand."""
"""Who edited, between name and year: "김연명 편, 2002", "Pierson ed., 2001", "Müller (Hg.) 1999"."""


def plain_print(document: Document) -> str:
    """
    Return the text of `document`, every place where it was: digits of full width, and in Japanese years in Han
    characters ("二〇〇三"), as "2003"; outside the notes, blanks for the word that makes an editor of who is cited.
    """
    narrow = document.text.translate(_WIDE_DIGITS)
    if document.language == "ja":
        narrow = _HAN_YEAR.sub(lambda year: western_digits(year.group()), narrow)
    notes = sorted(note.span for note in document.notes)

    parts: list[str] = []
    done = 0
    for year in _YEAR.finditer(narrow):
        found = _ROLE.search(narrow, max(done, year.start() - _REACH), year.start())
        place = bisect_right(notes, year.start(), key=attrgetter("start"))
        # Works in notes are read with their editors.
        if found is None or (place and year.start() < notes[place - 1].end):
            continue
        parts += [narrow[done : found.start()], found["comma"], " " * len(found["role"])]
        done = found.end("comma")
    return "".join((*parts, narrow[done:]))
