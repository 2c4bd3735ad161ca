"""Works to render: their fields, from labelled strings, from records and from rows that hold fields only."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kjaudit.language.scripts import has_cjk, script_of
from kjaudit.model import Name, Reference, Script, Span
from kjaudit.references.assembly import assemble
from kjaudit.references.labeller import Segment

from .scheme import Labelled

_MOST_PEOPLE, _LONGEST_TITLE = 12, 240
_THESES = ("thes", "diss", "thès", "tesi", "학위")
_BOOKS = ("book", "book-chapter", "monograph")


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """
    The fields of one work; "" where unknown.

    Attributes:
        people, editors, translators: (family, given) of each; an organisation has no given.
        tongue: "de", "fr", ... where the labelled string's words tell, "en" otherwise, "ko", "ja", "zh" by script.
    """

    people: tuple[tuple[str, str], ...] = ()
    editors: tuple[tuple[str, str], ...] = ()
    translators: tuple[tuple[str, str], ...] = ()
    title: str = ""
    container: str = ""
    series: str = ""
    volume: str = ""
    issue: str = ""
    pages: str = ""
    year: str = ""
    publisher: str = ""
    place: str = ""
    edition: str = ""
    genre: str = ""
    doi: str = ""
    url: str = ""
    tongue: str = "en"

    @property
    def kind(self) -> str:
        """The family of templates that fits: "article", "chapter", "book", "thesis", "bare" (no title) or ""."""
        if (
            self.genre
            and self.title
            and any(word in self.genre.casefold() for word in ("thes", "diss", "thès", "tesi", "학위"))
        ):
            return "thesis"
        if not self.title:
            return "bare" if self.container and self.volume and self.people else ""
        if self.container:
            return "article" if self.volume or self.issue else "chapter" if self.publisher or self.place else ""
        return "book" if self.publisher or self.place else ""


def from_labelled(items: Iterable[Labelled]) -> Iterator[Work]:
    """Read the works that labelled strings describe."""
    for item in items:
        reference = assemble(item.text, _segments(item), key="", span=Span(0, len(item.text)), problems=())
        work = _work(reference)
        if work.kind and len(work.title) < _LONGEST_TITLE:
            yield work


def from_records(records: Iterable[dict[str, object]]) -> Iterator[Work]:
    """Read Crossref work records; those without people, title or year are left out."""
    for record in records:
        people = tuple(_people(record.get("author")))
        title, container = _first(record.get("title")), _first(record.get("container-title"))
        if not people or not title or len(people) > _MOST_PEOPLE or len(title) > _LONGEST_TITLE or "<" in title:
            continue
        yield Work(
            people=people,
            editors=tuple(_people(record.get("editor"))),
            title=title,
            container=container,
            volume=str(record.get("volume") or ""),
            issue=str(record.get("issue") or ""),
            pages=str(record.get("page") or record.get("article-number") or ""),
            year=_year(record.get("issued")),
            publisher=str(record.get("publisher") or "")
            if record.get("type") in ("book", "book-chapter", "monograph")
            else "",
            place=str(record.get("publisher-location") or ""),
            doi=str(record.get("DOI") or ""),
            tongue=tongue_of(title),
        )


def _segments(item: Labelled) -> list[Segment]:
    found: list[Segment] = []
    index, count = 0, len(item.labels)
    while index < count:
        first = index
        while index < count and item.labels[index] is item.labels[first]:
            index += 1
        found.append(Segment(item.labels[first], item.tokens.starts[first], item.tokens.ends[index - 1], 1.0))
    return found


def _work(reference: Reference) -> Work:
    def text(name: str) -> str:
        field = getattr(reference, name)
        return field.value if field else ""

    return Work(
        people=_parts(reference.authors),
        editors=_parts(reference.editors),
        translators=_parts(reference.translators),
        title=text("title"),
        container=text("container_title"),
        series=text("collection_title"),
        volume=text("volume"),
        issue=text("issue"),
        pages=text("pages"),
        year=str(reference.year or ""),
        publisher=text("publisher"),
        place=text("publisher_place"),
        edition=reference.edition.raw if reference.edition else "",
        genre=text("genre"),
        doi=text("doi"),
        url=text("url"),
        tongue=tongue_of(f"{text('title')} {text('container_title')}"),
    )


def _parts(names: tuple[Name, ...]) -> tuple[tuple[str, str], ...]:
    return tuple((name.literal or name.family, name.given) for name in names)


_SMALL_WORDS = {
    "de": {"der", "die", "das", "und", "zur", "für", "des", "im", "von", "über", "ein", "eine"},
    "fr": {"le", "les", "des", "du", "et", "dans", "une", "au", "aux", "l", "d"},
    "it": {"il", "della", "delle", "nel", "del", "gli", "dei", "sulla", "e", "di"},
    "es": {"el", "los", "las", "y", "en", "una", "del", "la"},
    "pt": {"o", "os", "da", "do", "uma", "na", "no", "em", "das", "dos"},
}


def tongue_of(text: str) -> str:
    """Return the language that the small words of `text` speak for: "de", "fr", ...; "en" where none does."""
    if has_cjk(text):
        return {Script.HANGUL: "ko", Script.KANA: "ja"}.get(script_of(text), "zh")
    words = text.casefold().replace("’", " ").replace("'", " ").split()
    counts = {tongue: sum(word in small for word in words) for tongue, small in _SMALL_WORDS.items()}
    best = max(counts, key=lambda tongue: counts[tongue])
    return best if counts[best] >= 2 or (counts[best] and len(words) < 7) else "en"


def _people(value: object) -> Iterator[tuple[str, str]]:
    for person in value if isinstance(value, list) else []:
        family, given = str(person.get("family") or "").strip(), str(person.get("given") or "").strip()
        if family:
            yield family.title() if family.isupper() and len(family) > 3 else family, given


def _first(value: object) -> str:
    return " ".join(str(value[0]).split()) if isinstance(value, list) and value else ""


def _year(value: object) -> str:
    parts = value.get("date-parts") if isinstance(value, dict) else None
    return str(parts[0][0]) if parts and parts[0] and parts[0][0] else ""
