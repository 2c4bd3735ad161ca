"""What is being read of one reference, and the numbers put into their fields."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from kjaudit.language.scripts import fold_private
from kjaudit.model import Field, Name, PartialDate, Problem, ProblemKind, Span, WorkType

from .atoms import Atom, AtomKind
from .people import People, Role


@dataclass(slots=True)
class Draft:
    """
    The fields found so far. Offsets index into `text`, which is the raw reference folded, code point by code point.

    Attributes:
        raw: as printed.
        text: folded (`fold_marks`, dashes kept).
    """

    raw: str
    text: str
    authors: list[Name] = field(default_factory=list)
    editors: list[Name] = field(default_factory=list)
    translators: list[Name] = field(default_factory=list)
    others: bool = False
    author_confidence: float = 0.97
    title: Field[str] | None = None
    translated_title: Field[str] | None = None
    container: Field[str] | None = None
    collection: Field[str] | None = None
    publisher: Field[str] | None = None
    place: Field[str] | None = None
    edition: Field[str] | None = None
    volume: Field[str] | None = None
    issue: Field[str] | None = None
    pages: Field[str] | None = None
    date: Field[PartialDate] | None = None
    original_date: Field[PartialDate] | None = None
    genre: Field[str] | None = None
    status: Field[str] | None = None
    number: Field[str] | None = None
    original: Field[str] | None = None
    annotation: Field[str] | None = None
    type: WorkType | None = None
    problems: list[Problem] = field(default_factory=list)

    def words(self, start: int, end: int, *, confidence: float = 0.95) -> Field[str] | None:
        """Return `text[start:end]` as a field, white space folded; `None` where nothing is left."""
        value = as_one_line(fold_private(self.raw[start:end]))
        if not value:
            return None
        return Field(value=value, span=Span(start, end), raw=self.raw[start:end], confidence=confidence)

    def add_people(self, groups: Sequence[People]) -> None:
        """Put people where their role says."""
        for group in groups:
            where = {Role.AUTHOR: self.authors, Role.TRANSLATOR: self.translators}.get(group.role, self.editors)
            where.extend(self._as_printed(name) for name in group.names)
            self.others = self.others or (group.others and group.role is not Role.TRANSLATOR)

    def _as_printed(self, name: Name) -> Name:
        if not name.literal or name.span is None or name.span.of(self.text) != name.literal:
            return name
        return replace(name, literal=" ".join(fold_private(name.span.of(self.raw)).split()))

    def add_date(self, atom: Atom, *, confidence: float = 0.95) -> None:
        """Take the date of `atom` unless one was read before."""
        if self.date is None and atom.date is not None:
            raw = self.raw[atom.start : atom.end]
            self.date = Field(value=atom.date, span=Span(atom.start, atom.end), raw=raw, confidence=confidence)
            if atom.first_edition:
                self.original_date = Field(
                    value=PartialDate(year=atom.first_edition), span=self.date.span, raw=raw, confidence=confidence
                )

    def unread(self, start: int, end: int) -> None:
        """Note words that no field took."""
        if end - start > 1:
            span = Span(start, end)
            self.problems.append(
                Problem(kind=ProblemKind.UNREAD_TEXT, message="Words of this entry were not understood", span=span)
            )


def as_one_line(words: str) -> str:
    """Return `words` on one line: a break between Han or kana goes, any other white space becomes one blank."""
    return " ".join(_BREAK.sub("", words).split()) if "\n" in words else " ".join(words.split())


_BREAK = re.compile(r"(?<=[\u3041-\u9fff、。，])[ \u3000]*\n\s*(?=[\u3041-\u9fff「『])")


def put_numbers(draft: Draft, atoms: Sequence[Atom]) -> None:
    """
    Give volume, issue, pages, date and edition their numbers, marked ones first.

    Of unmarked ones: 12-3 is volume and issue where pages are printed besides or where it cannot be a run of pages;
    a lone number after the title of a journal is its volume, one after a colon its page.
    """
    for place, atom in enumerate(atoms):
        if draft.date is not None and atom.plain and place + 1 < len(atoms) and _is_issue_of(atom, atoms[place + 1]):
            draft.volume = draft.volume or _value(draft, atom)
        _put_marked(draft, atom)
    volumes = [atom for atom in atoms if atom.kind is AtomKind.VOLUME]
    if len(volumes) > 1 and draft.issue is None:
        draft.issue = _value(draft, volumes[1], confidence=0.85)
    loose = [atom for atom in atoms if atom.kind in (AtomKind.RANGE, AtomKind.DECIMAL, AtomKind.NUMBER)]
    for place, atom in enumerate(loose):
        _put_loose(draft, atom, loose[place + 1 :])
    for atom in atoms:
        if atom.kind is AtomKind.WHOLE and draft.issue is None and draft.volume is None:
            draft.issue = _value(draft, atom)
    dates = [atom for atom in atoms if atom.kind is AtomKind.DATE]
    for atom in sorted(dates, key=lambda one: one.plain):
        draft.add_date(atom)
    for atom in atoms:
        if atom.kind is AtomKind.EDITION:
            draft.add_date(atom, confidence=0.85)


def _is_issue_of(year: Atom, atom: Atom) -> bool:
    """Whether "2019(3)" was printed, of which the first is a volume where the date was read before."""
    return atom.kind is AtomKind.ISSUE and atom.start == year.end


def _put_marked(draft: Draft, atom: Atom) -> None:
    if atom.kind is AtomKind.VOLUME and draft.volume is None:
        draft.volume = _value(draft, atom)
    elif atom.kind is AtomKind.ISSUE and draft.issue is None:
        draft.issue = _value(draft, atom)
    elif atom.kind is AtomKind.PAGES and draft.pages is None:
        draft.pages = _value(draft, atom)
    elif atom.kind is AtomKind.EDITION and draft.edition is None:
        draft.edition = _value(draft, atom)
    elif atom.kind is AtomKind.PAIR and draft.volume is None:
        _put_pair(draft, atom)


def _put_loose(draft: Draft, atom: Atom, later: Sequence[Atom]) -> None:
    numbered = draft.volume is not None or draft.issue is not None
    if atom.kind is AtomKind.NUMBER:
        _put_number(draft, atom, later, numbered=numbered)
    elif atom.kind is AtomKind.DECIMAL:
        if not numbered:
            _put_pair(draft, atom)
    else:
        more = draft.pages is not None or any(one.kind is AtomKind.RANGE for one in later)
        if not numbered and (more or _not_pages(atom.value)):
            _split_range(draft, atom)
        elif draft.pages is None:
            draft.pages = _value(draft, atom)


def _put_number(draft: Draft, atom: Atom, later: Sequence[Atom], *, numbered: bool) -> None:
    thesis = draft.type is WorkType.THESIS and not later
    if draft.pages is None and not later and (thesis or _preceded_by(draft, atom) in ":："):
        draft.pages = _value(draft, atom, confidence=0.85)
    elif draft.volume is None and _before_issue(draft, atom):
        draft.volume = _value(draft, atom)
    elif not numbered and draft.pages is None and not later and _is_page_of_proceedings(draft, atom):
        draft.pages = _value(draft, atom, confidence=0.8)
    elif not numbered:
        draft.volume = _value(draft, atom, confidence=0.85)
    elif draft.issue is None and draft.volume is not None and _issue_follows(draft, atom, later):
        draft.issue = _value(draft, atom, confidence=0.8)
    elif draft.pages is None and _preceded_by(draft, atom) in ",，)":
        draft.pages = _value(draft, atom, confidence=0.85)


def _before_issue(draft: Draft, atom: Atom) -> bool:
    """Whether a marked issue follows a bare number: "12, no. 3"."""
    return draft.issue is not None and draft.issue.span is not None and atom.end <= draft.issue.span.start


def _is_page_of_proceedings(draft: Draft, atom: Atom) -> bool:
    """Whether a lone number after a volume of talks is the page ("総会発表論文集，611")."""
    talks = draft.container is not None and draft.container.value.endswith(
        ("論文集", "논문집", "発表集", "발표집", "予稿集")
    )
    return talks and _preceded_by(draft, atom) in ",，" and len(atom.value) > 1


def _issue_follows(draft: Draft, atom: Atom, later: Sequence[Atom]) -> bool:
    more = draft.pages is not None or any(one.kind is AtomKind.RANGE for one in later)
    return more and _preceded_by(draft, atom) in ",，、" and len(atom.value) < 4


def _preceded_by(draft: Draft, atom: Atom) -> str:
    return draft.text[: atom.start].rstrip()[-1:] if atom.start < 200_000 else ""


def _not_pages(value: str) -> bool:
    first, _, last = value.partition("-")
    return (
        first.isdigit()
        and last.isdigit()
        and int(last) <= 12
        and int(first) >= int(last)
        and len(last) < len(first) + 1
    )


def _split_range(draft: Draft, atom: Atom) -> None:
    first, _, last = atom.value.partition("-")
    middle = atom.value_start + len(first)
    draft.volume = draft.words(atom.value_start, middle)
    start = atom.value_end - len(last)
    draft.issue = draft.words(start, atom.value_end)


def _put_pair(draft: Draft, atom: Atom) -> None:
    draft.volume = _value(draft, atom)
    if atom.second:
        span = Span(atom.second_start, atom.second_end)
        raw = draft.raw[atom.second_start : atom.second_end]
        draft.issue = Field(value=atom.second, span=span, raw=raw, confidence=0.95)


def _value(draft: Draft, atom: Atom, *, confidence: float = 0.95) -> Field[str]:
    span = Span(atom.value_start, atom.value_end)
    return Field(value=atom.value, span=span, raw=draft.raw[span.start : span.end], confidence=confidence)
