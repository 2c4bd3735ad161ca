"""An entry of a reference list."""

from __future__ import annotations

import enum
from dataclasses import dataclass

from .text import Span
from .value import Field, Name, PartialDate, Script


class WorkType(enum.StrEnum):
    """CSL 1.0.2 item types that kjaudit tells apart."""

    ARTICLE = "article"
    ARTICLE_JOURNAL = "article-journal"
    ARTICLE_MAGAZINE = "article-magazine"
    ARTICLE_NEWSPAPER = "article-newspaper"
    BOOK = "book"
    BROADCAST = "broadcast"
    CHAPTER = "chapter"
    CLASSIC = "classic"
    COLLECTION = "collection"
    DATASET = "dataset"
    DOCUMENT = "document"
    ENTRY_ENCYCLOPEDIA = "entry-encyclopedia"
    INTERVIEW = "interview"
    LEGAL_CASE = "legal_case"
    LEGISLATION = "legislation"
    MANUSCRIPT = "manuscript"
    MOTION_PICTURE = "motion_picture"
    PAPER_CONFERENCE = "paper-conference"
    PATENT = "patent"
    PERSONAL_COMMUNICATION = "personal_communication"
    REPORT = "report"
    REVIEW = "review"
    SOFTWARE = "software"
    SPEECH = "speech"
    STANDARD = "standard"
    THESIS = "thesis"
    WEBPAGE = "webpage"


class ProblemKind(enum.Enum):
    """What the parser wants a reviewer to know of an entry."""

    EMPTY = "empty"
    TOO_LONG = "too long"
    CONTROL_CHARACTERS = "control characters"
    NO_AUTHOR = "no author"
    NO_TITLE = "no title"
    NO_DATE = "no date"
    UNSURE_FIELD = "unsure field"
    UNREAD_TEXT = "unread text"
    UNSURE_BOUNDARY = "unsure boundary"
    RUN_TOGETHER = "entries run together"
    NOT_A_REFERENCE = "not a reference"
    BAD_IDENTIFIER = "bad identifier"


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Something about an entry that was not understood: data, not an exception."""

    kind: ProblemKind
    message: str
    span: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """
    One entry, as printed (`raw`, `span`) and as understood (the other fields).

    A field the parser could not find is `None` or empty: never guessed. Spans of fields and names index into `raw`;
    add `span.start` for the place in `Document.text` (`raw == span.of(document.text)`).

    Attributes:
        key: "e1", "e2", ... in list order, unique in its document.
        label: printed number or bullet ("12", "[Kim14]"), else "".
        in_list: false for a work that a document without a list names in full in a note.
        note: key of the note that first names it in full, when `in_list` is false.
        same_author_as: key of the entry above whose author a "_____" or "———" stands for.
        date: date of publication; `original_date`: of the first edition or the translated original.
        pages: as CSL prints it, "89-104".
        status: "forthcoming", "in press", "n.d.": where there is no date, what stands for it.
        original: the translated work printed with its translation, as text.
    """

    key: str
    raw: str
    span: Span
    label: str = ""
    in_list: bool = True
    note: str | None = None
    type: WorkType = WorkType.DOCUMENT
    script: Script = Script.NONE
    language: str = ""
    authors: tuple[Name, ...] = ()
    editors: tuple[Name, ...] = ()
    translators: tuple[Name, ...] = ()
    title: Field[str] | None = None
    translated_title: Field[str] | None = None
    container_title: Field[str] | None = None
    collection_title: Field[str] | None = None
    publisher: Field[str] | None = None
    publisher_place: Field[str] | None = None
    edition: Field[str] | None = None
    volume: Field[str] | None = None
    issue: Field[str] | None = None
    pages: Field[str] | None = None
    date: Field[PartialDate] | None = None
    original_date: Field[PartialDate] | None = None
    accessed: Field[PartialDate] | None = None
    status: Field[str] | None = None
    genre: Field[str] | None = None
    number: Field[str] | None = None
    annotation: Field[str] | None = None
    original: Field[str] | None = None
    doi: Field[str] | None = None
    isbn: Field[str] | None = None
    issn: Field[str] | None = None
    pmid: Field[str] | None = None
    arxiv: Field[str] | None = None
    url: Field[str] | None = None
    same_author_as: str | None = None
    others: bool = False
    problems: tuple[Problem, ...] = ()
    author_confidence: float = 1.0

    @property
    def year(self) -> int | None:
        """Year of publication, where one was read."""
        return self.date.value.year if self.date else None
