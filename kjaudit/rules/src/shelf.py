"""The one source that stands under a sentence: its note or its citation, with the entry that answers it."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

from kjaudit.language import lexicon
from kjaudit.language.dates import years
from kjaudit.language.hangul import spellings
from kjaudit.language.reading import Sentence
from kjaudit.model import Case, Citation, Note, Reference, Span, WorkType

_SCHOLARLY = frozenset(
    {WorkType.ARTICLE_JOURNAL, WorkType.BOOK, WorkType.CHAPTER, WorkType.THESIS, WorkType.PAPER_CONFERENCE}
)
_JOURNAL = re.compile(r"\b\d{1,3}\s?\(\d{1,2}\)|논총|학보|학회지|논집|紀要|論集|学報|\bJournal of\b|\bQuarterly\b")
_BODY = re.compile(
    r"\b(?:Association|Agency|Ministry|Institute|Organi[sz]ation|Bureau|Commission|Foundation|Bank|Council|Department|"
    r"Office|Corporation|Union|Nations|Society|Committee|Center|Centre)\b|협회|연구소|연구원|재단"
    r"|공사|통계청|위원회|은행"
    r"|협의회|協会|研究所|財団|機構|委員会|銀行|統計局"
)
_SIGNED = re.compile(r"^(?:[A-Z][\w'’.-]*,?\s(?:(?:and|&)\s)?){0,6}[A-Z][\w'’-]*\.\s(?=[A-Z])")
_ADDRESS_ONLY = re.compile(r"\s*<?(?:https?://|www\.)\S+>?\s*")
_NOT_TITLE = re.compile(r"https?://\S+|\b\d+\b|[()<>*_]")
_HANGUL = re.compile("[가-힣]")
_LATIN = re.compile("[A-Za-z]")
_WIDE = re.compile("[一-龥ぁ-ゖァ-ヺ]")
_NAME_WORDS = re.compile(r"[A-ZÀ-Þ][\wà-ÿ’'-]+|[가-힣]{2,}|[一-龥]{2,}|[ァ-ヶー]{3,}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """
    A source as far as the document prints it.

    Attributes:
        span: where it is printed: the note, or the entry.
        text: all that is printed of it; `title`: its title where one was read, else the same.
        title_years: the title with the years in it, "" where none was read.
        years: all years it prints.
        note: key of the note, `None` for a citation in the running text.
        scholarly: an article in a journal, a book, a chapter or a thesis.
        body: signed by an organisation.
    """

    span: Span
    text: str
    title: str
    title_years: str
    years: frozenset[int]
    note: str | None
    scholarly: bool
    body: bool


class Shelf:
    """Finds the source under a sentence; one pass over notes, citations and links."""

    def __init__(self, case: Case) -> None:
        self._text = case.document.text
        self._entries = {reference.key: reference for reference in case.references}
        self._answers: dict[str, list[Reference]] = {}
        for link in case.links:
            if link.reference in self._entries:
                self._answers.setdefault(link.citation, []).append(self._entries[link.reference])
        self._in_notes: dict[str, list[Citation]] = {}
        for citation in case.citations:
            if citation.note is not None:
                self._in_notes.setdefault(citation.note, []).append(citation)
        notes: list[tuple[int, Note | Citation]] = [(n.anchor.start, n) for n in case.document.notes if n.anchor]
        groups: list[tuple[int, Note | Citation]] = [(c.span.start, c) for c in case.citations if c.note is None]
        self.marks = sorted(notes + groups, key=lambda mark: mark[0])
        self._places = [place for place, _ in self.marks]

    def on(self, sentence: Sentence) -> Source | None:
        """Return the source of `sentence`; `None` where it has none, several, or one that says nothing of itself."""
        low = bisect_left(self._places, sentence.span.start)
        high = bisect_left(self._places, sentence.span.end)
        if high - low != 1:
            return None
        mark = self.marks[low][1]
        return self._of_note(mark) if isinstance(mark, Note) else self._of_citation(mark)

    def _of_note(self, note: Note) -> Source | None:
        printed = note.span.of(self._text)
        citations = self._in_notes.get(note.key, [])
        entries = [entry for citation in citations for entry in self._answers.get(citation.key, [])]
        if _ADDRESS_ONLY.fullmatch(printed) or len(citations) > 1 or len(entries) > 1:
            return None
        return self._source(printed, note.span, note.key, entries[0] if entries else None)

    def _of_citation(self, citation: Citation) -> Source | None:
        entries = self._answers.get(citation.key, [])
        if len(entries) != 1 or len(citation.works) > 1:
            return None
        return self._source("", entries[0].span, None, entries[0])

    def _source(self, printed: str, span: Span, note: str | None, entry: Reference | None) -> Source | None:
        text = f"{printed} {entry.raw}" if entry else printed
        title = entry.title.value if entry and entry.title else _SIGNED.sub("", printed) or (entry.raw if entry else "")
        journal = _JOURNAL.search(text) is not None
        return Source(
            span=span,
            text=text,
            title=_NOT_TITLE.sub(" ", title),
            title_years=entry.title.value if entry and entry.title else "",
            years=frozenset(year for year, _ in years(text)),
            note=note,
            scholarly=journal or bool(entry and entry.type in _SCHOLARLY),
            body=not journal and _BODY.search(text) is not None,
        )


def same_script(one: str, other: str) -> bool:
    """Whether two passages are mostly in one script, so that their words can be compared."""
    return _script(one) == _script(other)


def shares_name(named: str, source: str) -> bool:
    """Whether a name in `named` stands in `source`, in the same script, as initials, or as a Korean family name."""
    lower = source.lower()
    words = [word for word in _NAME_WORDS.findall(named) if word.lower() not in lexicon.words("en", "body-words")]
    if not words or any(word.lower().rstrip("’'s") in lower for word in words):
        return True
    initials = "".join(word[0] for word in words if word[0].isupper())
    if len(initials) > 1 and initials in source:
        return True
    families = {word[0] for word in re.findall("[가-힣]{2,4}", source)}
    spelt = {spelling for family in families for spelling in spellings(family)}
    return any(word.lower() in spelt for word in words)


def _script(text: str) -> str:
    counts = {
        "hangul": len(_HANGUL.findall(text)) * 2,
        "latin": len(_LATIN.findall(text)),
        "wide": len(_WIDE.findall(text)) * 2,
    }
    return max(counts, key=lambda name: counts[name])
