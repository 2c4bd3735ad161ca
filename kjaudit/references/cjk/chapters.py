"""Chapters of an edited book whose titles are not bracketed: title, editors, book, pages, publisher."""

from __future__ import annotations

import re

from .chunks import cut, trimmed
from .draft import Draft
from .people import Role, looks_like_people, read_people
from .tail import publisher_words, read_tail
from .view import View

_NAME = r"(?:[^\s.,·]{1,6} )?[^\s.,·]{1,8}"
_JAPANESE = re.compile(
    rf"(?P<title>\S.*?)[\s.]\s*(?P<people>{_NAME}(?:[·,] ?{_NAME}){{0,8}})"
    r"\s*\((?:編|編著|監修|編集|編訳)\)[\s.,]\s*(?P<book>\S.*?)"
    r"(?:\s*\((?:[Pp]{1,2}\.\s*(?P<pages>\d+(?:-\d+)?)|(?P<leaves>\d+(?:-\d+)?)頁)\)[\s.,]\s*(?P<house>[^\s.,]+)"
    r"|[\s.,]\s*(?P<house2>[^\s.,]+)[\s.,]\s*(?:[Pp]{1,2}\.\s*(?P<pages2>\d+(?:-\d+)?)|(?P<leaves2>\d+(?:-\d+)?)頁))"
    r"\s*\.?\s*$"
)
"""As Japanese psychology prints it: blanks part title, editors, book and house."""

_EDITORS = re.compile(
    r"(?<=[.?!])\s+(?:In:?\s+)?(?P<people>[^.?!()]{2,80}?)\s*"
    r"(?:\((?:편|편저|편역|엮음|공편|책임편집|[Ee]ds?\.?|編|編著)\)|\s(?:편저|편|엮음|공편))\s*[,.]\s+"
)
_BOOK = re.compile(
    r"(?P<book>[^()]{2,160}(?:\([^()]{1,60}\)[^()]{0,80}){0,2}?)\s*"
    r"\(\s*(?:[Pp]{1,2}\.?\s*)?(?P<pages>\d+(?:\s?-\s?\d+)?)\s*[쪽면]?\s*\)\s*[.,]?\s*(?P<house>[^.,]{2,60})[.,]?\s*$"
)
"""As APA prints it, in Korean: "… . 홍길동 (편), 책 (pp. 1-20). 서울: 출판사."."""


def read_chapter(view: View, draft: Draft, start: int) -> bool:
    """Read a chapter from its title at `start` on, authors and year being read; false (nothing read) for none."""
    found = _JAPANESE.match(view.text, start, view.end)
    if found:
        title, book = found.span("title"), found.span("book")
        pages = next(name for name in ("pages", "leaves", "pages2", "leaves2") if found.group(name))
        house = found.span("house" if found.group("house") else "house2")
        _take(draft, title, found.span("people"), book, found.span(pages), house)
        return True
    editors = _EDITORS.search(view.text, start, view.end)
    host = _BOOK.match(view.text, editors.end(), view.end) if editors else None
    if not editors or not host or not looks_like_people(editors.group("people")):
        return False
    title = (start, editors.start())
    _take(draft, title, editors.span("people"), host.span("book"), host.span("pages"), host.span("house"))
    return True


def read_chapter_in(view: View, draft: Draft, start: int) -> bool:
    """Read "title. In: people編. book. publisher; 2015. p. 45-60." from its title on; false (nothing read) for none."""
    found = _IN.search(view.text, start, view.end)
    if not found or not looks_like_people(found.group("people")):
        return False
    draft.title = draft.words(*trimmed(draft.text, start, found.start()), confidence=0.9)
    draft.add_people(read_people(draft.text, *found.span("people"), default=Role.EDITOR))
    draft.container = draft.words(*trimmed(draft.text, *found.span("book")), confidence=0.9)
    read_tail(
        draft,
        cut(view.text, found.end(), view.end, view.atoms, view.quoted, view.closed),
        wants_container=False,
    )
    return draft.title is not None


_IN = re.compile(
    r"(?<=[.?!])\s*In\s?:?\s+(?P<people>[^.?!()]{2,60}?)\s*\(?(?:編集|編著|監修|編|편저|엮음|편|[Ee]ds?\.?)\)?\s*[.,:]\s*"
    r"(?P<book>[^.]{2,120})\.\s"
)
"""A chapter as medical journals print it."""


def _take(
    draft: Draft,
    title: tuple[int, int],
    people: tuple[int, int],
    book: tuple[int, int],
    pages: tuple[int, int],
    house: tuple[int, int],
) -> None:
    draft.title = draft.words(*trimmed(draft.text, *title), confidence=0.9)
    draft.add_people(read_people(draft.text, *people, default=Role.EDITOR))
    draft.container = draft.words(*trimmed(draft.text, *book), confidence=0.9)
    draft.pages = draft.words(*pages)
    publisher_words(draft, *trimmed(draft.text, *house))
