"""The labels of the statistical labeller: one scheme over every labelled set."""

from __future__ import annotations

import enum


class Label(enum.StrEnum):
    """
    What a token of a reference string belongs to; punctuation belongs to the field it closes or opens.

    A title that stands in a container is told apart from one that stands alone, a journal from a book that
    contains: the chain then keeps in mind which kind of work it reads.
    """

    NUMBER = "number"
    AUTHOR = "author"
    EDITOR = "editor"
    TRANSLATOR = "translator"
    TITLE = "title"
    BOOK = "book"
    JOURNAL = "journal"
    CONTAINER = "container"
    SERIES = "series"
    VOLUME = "volume"
    ISSUE = "issue"
    PAGES = "pages"
    DATE = "date"
    PUBLISHER = "publisher"
    PLACE = "place"
    EDITION = "edition"
    GENRE = "genre"
    URL = "url"
    IDENTIFIER = "identifier"
    NOTE = "note"
