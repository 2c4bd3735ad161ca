"""The labels of the statistical labeller: one scheme over every labelled set."""

from __future__ import annotations

import enum


class Label(enum.StrEnum):
    """What a token of a reference string belongs to; punctuation belongs to the field it closes or opens."""

    NUMBER = "number"
    AUTHOR = "author"
    EDITOR = "editor"
    TRANSLATOR = "translator"
    TITLE = "title"
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
