"""One Korean, Japanese or Chinese reference -> Reference, by rules."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from kjaudit.language.han import HAN_YEAR, western_digits
from kjaudit.language.scripts import fold_dashes, fold_marks, leading_script, script_counts, script_of
from kjaudit.model import Problem, ProblemKind, Reference, Script, Span, WorkType, say
from kjaudit.references.segmentation.repeats import repeat_mark
from kjaudit.references.segmentation.starts import is_comment

from .apparatus import Apparatus, find_apparatus
from .atoms import find_atoms
from .brackets import Bracket, Quoted, find_quoted
from .draft import Draft
from .paste import read_paste
from .people import read_people
from .plain import read_plain
from .quoted import read_quoted, settled
from .special import read_case, read_law, read_standard, special_type
from .tail import read_status, settle_type
from .view import View

LONGEST = 3000
"""Code points of one reference that are read; the rest of a longer one is left, and said so."""

_LABEL = re.compile(r"\s*(?:\[\d{1,4}\]|\(\d{1,4}\)(?=\s)|\d{1,3}[.)](?=\s|[^\d\s])|[•∙·\-*◦▪]\s|[①-⑳])\s*")
UNSURE = 0.8
"""Confidence up to which a field is marked for the reviewer."""

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe\uffff]")
_CJK_LETTERS = (Script.HANGUL, Script.KANA, Script.HAN)
_LETTER = re.compile(r"[^\W\d_]")
_ORIGINAL = re.compile(r"\(([^()「」『』]*[A-Za-z][^()「」『』]*(?:\([^()]*\)[^()]*){0,3})\)?\s*\.?\s*$")
_GENRES = {
    "J": WorkType.ARTICLE_JOURNAL,
    "M": WorkType.BOOK,
    "D": WorkType.THESIS,
    "C": WorkType.PAPER_CONFERENCE,
    "N": WorkType.ARTICLE_NEWSPAPER,
    "R": WorkType.REPORT,
    "S": WorkType.STANDARD,
    "P": WorkType.PATENT,
    "Z": WorkType.DOCUMENT,
    "EB": WorkType.WEBPAGE,
    "DB": WorkType.DATASET,
    "CP": WorkType.SOFTWARE,
    "G": WorkType.COLLECTION,
}
"""Type marks of GB/T 7714-2015, table B.1."""


def is_cjk_reference(raw: str) -> bool:
    """Whether `raw` is to be read by the rules for Korean, Japanese and Chinese, not as a Latin-script reference."""
    return _is_cjk(raw, script_counts(raw[:LONGEST]))


def _is_cjk(raw: str, counts: Mapping[Script, int]) -> bool:
    cjk = sum(counts.get(script, 0) for script in _CJK_LETTERS)
    if cjk < 2:
        return False
    latin = counts.get(Script.LATIN, 0)
    first = _LETTER.search(raw)
    opens = first is not None and script_of(first.group()) in _CJK_LETTERS
    return cjk * 3 >= latin or (opens and cjk * 8 >= latin)


def parse(raw: str, key: str = "e1", span: Span | None = None) -> Reference | None:
    """
    Parse one reference in Korean, Japanese or Chinese; `None` where it is not one (left to the Latin parser).

    Args:
        raw: as printed; spans of the answer index into it.
        key: `Reference.key`.
        span: where `raw` stands in a document; default: 0..len(raw).

    Never raises. A reference of more than 3,000 code points is read up to there and marked TOO_LONG.
    """
    counts = script_counts(raw[:LONGEST])
    if not _is_cjk(raw, counts):
        return None
    draft = Draft(raw=raw, text=_folded(raw[:LONGEST]))
    apparatus = Apparatus()
    if not read_paste(draft):
        apparatus = _read(draft)
    if len(raw) > LONGEST:
        problem = Problem(kind=ProblemKind.TOO_LONG, message="Too long for one reference; only its beginning was read")
        draft.problems.append(problem)
    return _reference(draft, apparatus, key, span or Span(0, len(raw)), counts)


_HAN_YEAR = re.compile(rf"(?<=[(（\[]){HAN_YEAR}(?=[a-zア-ン年]?[)）\],、])")


def _folded(raw: str) -> str:
    """Return `raw`, as long as before: one mark for each kind, digits for a year in brackets: "（二〇〇三）"."""
    folded = re.sub(r"[\s\x00-\x1f\x7f]", " ", fold_marks(raw))
    return _HAN_YEAR.sub(lambda year: western_digits(year.group()), folded)


def _read(draft: Draft) -> Apparatus:
    view, apparatus = _view(draft)
    if read_case(view, draft) or read_law(view, draft):
        return apparatus
    view = read_standard(view, draft)
    view, bracket = settled(view)
    if bracket is not None:
        read_quoted(view, draft, bracket)
    else:
        read_plain(view, draft)
    if draft.date is None:
        read_status(draft)
    if draft.type is None:
        draft.type = _type(draft, apparatus, bracket)
    return apparatus


def _type(draft: Draft, apparatus: Apparatus, bracket: Quoted | None) -> WorkType:
    if apparatus.genre:
        return _GENRES[apparatus.genre]
    special = special_type(draft) if draft.type is None else None
    if special is not None:
        return special
    book = bracket is not None and bracket.kind in (Bracket.DOUBLE_CORNER, Bracket.DOUBLE_ANGLE)
    found = settle_type(draft, bracketed_book=book)
    return WorkType.WEBPAGE if apparatus.url and found is WorkType.DOCUMENT else found


def _view(draft: Draft) -> tuple[View, Apparatus]:
    text = fold_dashes(draft.text)
    label = _LABEL.match(text)
    start = label.end() if label else 0
    start += repeat_mark(draft.text[start:])
    apparatus = find_apparatus(text)
    closed = bytearray(len(text))
    for taken in apparatus.taken:
        closed[taken.start : taken.end] = b"\x01" * (taken.end - taken.start)
    quoted = [one for one in find_quoted(draft.text) if not closed[one.start] and one.start >= start]
    end = min(_read_original(draft, quoted, start, closed), _read_translation(draft, start))
    end = min(end, _read_comment(draft, start))
    quoted = [one for one in quoted if one.end <= end]
    numbers_closed = bytearray(closed)
    for one in quoted:
        numbers_closed[one.start : one.end] = b"\x01" * (one.end - one.start)
    atoms = tuple(atom for atom in find_atoms(text, numbers_closed) if start <= atom.start and atom.end <= end)
    mark = apparatus.genre_at.start if apparatus.genre_at else None
    view = View(text=text, start=start, end=end, atoms=atoms, quoted=tuple(quoted), closed=closed, mark=mark)
    return replace(view, nobody=_COLUMN.match(text, start) is not None), apparatus


def _read_original(draft: Draft, quoted: list[Quoted], start: int, closed: bytearray) -> int:
    """Take the original of a translation, printed in brackets at the end; returns where the rest ends."""
    found = _ORIGINAL.search(draft.text, start)
    if not found or not quoted or found.start() < quoted[0].end or any(closed[found.start() : found.end()]):
        return len(draft.text)
    counts = script_counts(found.group(1))
    latin = counts.get(Script.LATIN, 0)
    if latin < 8 or latin < 4 * sum(counts.get(script, 0) for script in _CJK_LETTERS):
        return len(draft.text)
    end = found.end(1)
    draft.original = draft.words(found.start(1), end)
    return found.start()


def _read_comment(draft: Draft, start: int) -> int:
    """Take sentences about the work, on lines of their own behind it; returns where the rest ends."""
    end = len(draft.text)
    while (line := draft.raw.rfind("\n", start, end)) > start and is_comment(draft.raw[line + 1 : end].strip()):
        end = line
    if end < len(draft.text):
        draft.annotation = draft.words(end, len(draft.text))
    return end


def _read_translation(draft: Draft, start: int) -> int:
    """Take the translation of a foreign work, printed in brackets behind it; returns where the rest ends."""
    found = _TRANSLATION.search(draft.text, start)
    counts = script_counts(draft.text[start : found.start()]) if found else {}
    if not found or any(counts.get(script, 0) for script in _CJK_LETTERS) or counts.get(Script.LATIN, 0) < 8:
        return len(draft.text)
    people = [name for group in read_people(draft.text, *found.span("people")) for name in group.names]
    draft.translators.extend(people)
    draft.translated_title = draft.words(*found.span("title"))
    return found.start()


_COLUMN = re.compile(r"\[(?:사설|칼럼|시론|기고|기획|특집|단독|인터뷰|논평|르포|社説|論説|コラム|特集|時評)\]")
"""What kind of newspaper article an unsigned entry opens with."""

_TRANSLATION = re.compile(
    r"[(\[]\s*=?\s*(?:(?:19|20)\d\d[年년]?\s*[,.、]\s*)?(?P<people>[^()「」『』=]{2,60}(?:訳|역|옮김))\s*"
    r"[,.、]?\s*(?:\(?(?:19|20)\d\d\)?[,.、]?\s*)?[『「](?P<title>[^『』「」]{1,120})[』」][^『』]{0,60}$"
)
"""As Japanese sociology prints it: "… New York: Pantheon.（＝1986，今沢紀子訳『オリエンタリズム』平凡社．）"."""


def _reference(draft: Draft, apparatus: Apparatus, key: str, span: Span, counts: Mapping[Script, int]) -> Reference:
    authors, editors = tuple(draft.authors), tuple(draft.editors)
    return Reference(
        key=key,
        raw=draft.raw,
        span=span,
        type=draft.type or WorkType.DOCUMENT,
        script=leading_script(counts),
        language=_language(draft.text, counts),
        authors=authors,
        editors=editors,
        translators=tuple(draft.translators),
        title=draft.title,
        translated_title=draft.translated_title,
        container_title=draft.container,
        collection_title=draft.collection,
        publisher=draft.publisher,
        publisher_place=draft.place,
        edition=draft.edition,
        volume=draft.volume,
        issue=draft.issue,
        pages=draft.pages,
        date=draft.date,
        original_date=draft.original_date or apparatus.original_date,
        accessed=apparatus.accessed,
        status=draft.status,
        genre=draft.genre,
        number=draft.number,
        original=draft.original,
        annotation=draft.annotation,
        doi=apparatus.doi,
        isbn=apparatus.isbn,
        url=apparatus.url,
        others=draft.others,
        problems=(*draft.problems, *_missing(draft), *_unsure(draft)),
        author_confidence=draft.author_confidence,
    )


def _missing(draft: Draft) -> list[Problem]:
    said = (
        (ProblemKind.NO_AUTHOR, bool(draft.authors or draft.editors), "No author was found in this entry"),
        (ProblemKind.NO_TITLE, draft.title is not None, "No title was found in this entry"),
        (ProblemKind.NO_DATE, draft.date is not None or draft.status is not None, "No date was found in this entry"),
    )
    return [Problem(kind=kind, message=message) for kind, there, message in said if not there]


def _unsure(draft: Draft) -> list[Problem]:
    """Mark fields that only their place speaks for, and what cannot be printed."""
    named = (
        (say("title"), draft.title),
        (say("journal or book"), draft.container),
        (say("issue"), draft.issue),
        (say("pages"), draft.pages),
    )
    found = [
        Problem(
            kind=ProblemKind.UNSURE_FIELD,
            message=say("The {field} is told only by its place", field=name),
            span=field.span,
        )
        for name, field in named
        if field is not None and field.confidence <= UNSURE
    ]
    if draft.author_confidence <= UNSURE and draft.authors:
        message = "The authors are told only by their place"
        found.append(Problem(kind=ProblemKind.UNSURE_FIELD, message=message, span=draft.authors[0].span))
    if _CONTROL.search(draft.raw, 0, LONGEST):
        message = "Control characters stand in this entry"
        found.append(Problem(kind=ProblemKind.CONTROL_CHARACTERS, message=message))
    return found


def language_of(text: str) -> str:
    """Return "ko", "ja" or "zh" by the letters of `text`; Han alone is "zh" unless Japanese words of print occur."""
    return _language(text, script_counts(text))


def _language(text: str, counts: Mapping[Script, int]) -> str:
    if counts.get(Script.KANA, 0) > counts.get(Script.HANGUL, 0):
        return "ja"
    if counts.get(Script.HANGUL, 0):
        return "ko"
    return "ja" if _JAPANESE.search(text) else "zh"


_JAPANESE = re.compile(
    "[巻々訳沢広図経済県検権気駅験実悪楽薬応売価仮拡栄塩渋斎釈転伝読発変両単対帯様蔵団]|令和|平成|昭和|大正|明治"
)
"""Forms of the Jōyō kanji that neither Chinese writing has, and Japanese eras."""
