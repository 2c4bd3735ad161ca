"""A document read once, sentence by sentence: what the claims stage and the rules of wording and time look at."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache

from kjaudit.model import Block, BlockKind, Document, Span

from . import attribution_en, attribution_ja, attribution_ko, lexicon
from .attribution import Attribution
from .dates import years
from .numbers import Figure, figures
from .plain_style import plain_style
from .quotations import quotations, single_quotations
from .sentences import sentences

RUNNING = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.QUOTATION})
"""Kinds of block that hold running text."""

LONGEST = 2000
"""Characters from which a sentence is read in pieces."""

_HANGUL = re.compile("[가-힣]")
_KANA = re.compile("[ぁ-ゖァ-ヺ]")
_HAN = re.compile("[一-龥]")
_LATIN = re.compile("[A-Za-z]")
_MARK = re.compile(
    r"<sup>[^<\n]{1,12}</sup>|[⁰¹²³⁴-⁹][⁰¹²³⁴-⁹,‚–-]*|\[\^[\w-]{1,12}\]|(?:https?://|www\.)[^\s<>）」]+"
    r"|[\w.+-]+@[\w.-]+\w"
)
_MAY_MARK = re.compile(r"[<⁰¹²³⁴-⁹\[@]|://|www")
_BLANK_LINE = re.compile(r"\n[ \t]*\n")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """
    One sentence of the running text. Spans index into `Document.text`.

    Attributes:
        span: note mark included.
        paragraph: ordinal of its block among the running blocks.
        language: "en", "ko", "ja", or another language of the document, for which no phrase lists exist.
        raw: as printed.
        plain: as long as `raw`; quotations, note marks and addresses are blanked by spaces.
        folded: `plain` in lower case and, in Korean and Japanese, in the plain style: for the lists of phrases.
        quotations: outermost quotations that stand in it.
        attributions: who is said to say it.
        figures: outside quotations.
        years: that it names, outside quotations.
        quoted: it stands in a block quotation.
    """

    span: Span
    paragraph: int
    language: str
    raw: str
    plain: str
    folded: str
    quotations: tuple[Span, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    figures: tuple[Figure, ...] = ()
    years: tuple[tuple[int, Span], ...] = ()
    quoted: bool = False

    @property
    def share_quoted(self) -> float:
        """Share 0..1 of the sentence that is quotation."""
        inside = sum(quote.end - quote.start for quote in self.quotations)
        return min(1.0, inside / max(1, self.span.end - self.span.start))


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """
    A document as sentences.

    Attributes:
        blocks: the running blocks; `Sentence.paragraph` counts them.
        sentences: in text order.
        latest_year: the latest year that the running text and the reference list name, not later than the
            document's own date; `None` where none is named.
    """

    blocks: tuple[Block, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    latest_year: int | None = None
    by_paragraph: tuple[tuple[Sentence, ...], ...] = field(default=())


class _Same:
    """One very document object, so that finding its reading again costs nothing."""

    __slots__ = ("document",)

    def __init__(self, document: Document) -> None:
        self.document = document

    def __hash__(self) -> int:
        return hash(self.document.text)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.document is self.document


def reading(document: Document) -> Reading:
    """Return `document` as sentences. Never raises; a document without blocks is cut at its blank lines."""
    return _reading(_Same(document))


@lru_cache(maxsize=2)  # every rule reads the same document in turn; the last two are enough
def _reading(same: _Same) -> Reading:
    document = same.document
    text = document.text
    blocks = tuple(block for block in (document.blocks or _paragraphs(text)) if block.kind in RUNNING)
    found: list[Sentence] = []
    paragraphs: list[tuple[Sentence, ...]] = []
    for ordinal, block in enumerate(blocks):
        read = _sentences(text, block, ordinal, document.language)
        paragraphs.append(tuple(read))
        found += read
    latest = max((year for year, _ in years(text) if year <= 2100), default=None)
    return Reading(blocks=blocks, sentences=tuple(found), latest_year=latest, by_paragraph=tuple(paragraphs))


def language_of(text: str, document: str = "und") -> str:
    """
    Return the language of a sentence by its script: "ko", "ja", else that of the document, "en" where that is unknown.

    Han without kana counts as Japanese only in a Japanese document or where little else is written.
    """
    hangul = len(_HANGUL.findall(text))
    latin = len(_LATIN.findall(text))
    if hangul and hangul * 3 >= latin:
        return "ko"
    kana = len(_KANA.findall(text))
    han = len(_HAN.findall(text))
    if (kana or (han and document in ("ja", "und"))) and (kana + han) * 3 >= latin:
        return "ja"
    return document if document not in ("und", "ko", "ja") else "en"


def _sentences(text: str, block: Block, ordinal: int, language: str) -> list[Sentence]:
    start, end = block.span.start, block.span.end
    quoted = quotations(text, start, end)
    found: list[Sentence] = []
    waiting = 0
    for span in _pieces(sentences(text, start, end, quoted=quoted)):
        inside: list[Span] = []
        while waiting < len(quoted) and quoted[waiting].start < span.end:
            inside.append(quoted[waiting])
            waiting += 1
        found.append(_read(text, span, ordinal, inside, language, quoted=block.kind is BlockKind.QUOTATION))
    return found


def _pieces(spans: list[Span]) -> Iterator[Span]:
    """Yield `spans`, those longer than any honest sentence in pieces, so that the cost of each is bounded."""
    for span in spans:
        for start in range(span.start, span.end, LONGEST):
            yield Span(start, min(start + LONGEST, span.end))


def _read(text: str, span: Span, ordinal: int, inside: list[Span], document: str, *, quoted: bool) -> Sentence:
    raw = span.of(text)
    language = language_of(raw, document)
    plain = _MARK.sub(lambda mark: " " * len(mark.group()), raw) if _MAY_MARK.search(raw) else raw
    soft = single_quotations(raw) if "‘" in raw else []
    for quote in (*(one.shifted(-span.start) for one in inside), *soft):
        end = min(quote.end, len(raw))
        plain = plain[: quote.start] + " " * (end - quote.start) + plain[end:]
    known = language in lexicon.LANGUAGES
    style, shorter = plain_style(plain, language)
    lower = lexicon.folded(style)
    return Sentence(
        span=span,
        paragraph=ordinal,
        language=language,
        raw=raw,
        plain=plain,
        folded=lower,
        quotations=tuple(inside),
        attributions=tuple(
            _stretched(item, style, shorter).shifted(span.start) for item in _attributions(raw, style, lower, language)
        ),
        figures=tuple(figures(plain, language, span.start)) if known else (),
        years=tuple(years(plain, span.start)),
        quoted=quoted,
    )


def _stretched(item: Attribution, style: str, shorter: int) -> Attribution:
    """Return an attribution that ends with the predicate made plain, to the end of the printed predicate."""
    at_end = shorter and item.span.end >= len(style.rstrip(" .。!！”’」』\"'"))
    return replace(item, span=Span(item.span.start, item.span.end + shorter)) if at_end else item


def _attributions(raw: str, plain: str, lower: str, language: str) -> list[Attribution]:
    if language == "ko":
        return attribution_ko.attributions(plain, raw)
    if language == "ja":
        return attribution_ja.attributions(plain, raw)
    return attribution_en.attributions(plain, lower) if language == "en" else []


def _paragraphs(text: str) -> list[Block]:
    found: list[Block] = []
    at = 0
    for gap in [*_BLANK_LINE.finditer(text), None]:
        end = gap.start() if gap else len(text)
        stripped = text[at:end].strip()
        if stripped:
            start = at + text[at:end].index(stripped[0])
            found.append(Block(kind=BlockKind.PARAGRAPH, span=Span(start, start + len(stripped))))
        at = gap.end() if gap else end
    return found
