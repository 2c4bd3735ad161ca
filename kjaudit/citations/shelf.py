"""The entries of a list, so arranged that what a citation prints finds them at a cost that the list does not raise."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import dropwhile

from kjaudit.language.folding import fold_solid, fold_words
from kjaudit.language.names import PARTICLES
from kjaudit.model import Name, Reference

YEAR = re.compile(r"(?<![0-9A-Za-z])(?:1[4-9]\d\d|20\d\d)(?=[a-z]?(?![0-9A-Za-z]))")
_ADDRESS = re.compile(r"(?:https?://|www\.|doi\.org/|\b10\.\d{4,9}/)\S+", re.IGNORECASE)
_LEAD = re.compile(r"[^\W\d_][^\s,.;:()「『“\"]*")
_CAPITALISED = re.compile(r"(?<![\w])(?=[^\W\d_a-zà-þ])[^\W\d_][\w'’-]+")
_OPENING = re.compile(r"[“\"«「『:]|(?<!\d)(?:1[4-9]|20)\d\d|(?<=[^\W\d_]{3})\.\s|\.\s(?=[^\W\d_]{4,}\s[^\W\d_])")
_CITED_AS = re.compile(
    r"[(\[](?:zit(?:iert|\.)?(?:\s(?:als|nach))?|cited\sas|(?:here(?:in)?after|im\sFolgenden|fortan|künftig|ci-après|désormais"
    r"|en\sadelante|doravante|d['’]ora\sin\spoi))(?:\szit\.)?[:,]?\s[„“‘«'\"]?(?P<form>[^()\[\]„“”‘’«»\"]{2,60}?)[”“’»'\"]?[)\]]",
    re.IGNORECASE,
)
"""How an entry says that it is cited: "(zit. Gauch, Auslegung)", "(zit.: MüKoBGB/Bearbeiter)", "(hereafter ODNB)"."""
_ANYONE = re.compile(
    r"(?P<head>[^-–/]+(?:[-–/][^-–/]+)??)\s?[-–/]\s?(?:Bearb(?:eiter(?:in)?)?|Verf(?:asser(?:in)?)?|Autor(?:in)?)\b",
    re.IGNORECASE,
)
"""Where the name of whoever wrote that part of a commentary takes the place of a word."""
_CONTRIBUTOR = re.compile(r"\s?[-–/]\s?(?=[^\W\d_a-zà-þ][^\W\d_]+)")
_ACRONYM = re.compile(r"\(([A-ZÀ-Þ]{2,10})\)")
_WIDE = re.compile(r"[\u3005\u3041-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
_HANGUL = re.compile(r"[\uac00-\ud7a3]")
COMMON = 40
"""A title word that more entries than this share does not help to find one."""
MANY = 400
"""Where every word of a title is common, entries that share its four rarest are looked for among so many of each."""


@dataclass(frozen=True, slots=True)
class Entry:
    """
    One reference as the linker sees it.

    Attributes:
        index: place in the list, from 0.
        first: folded forms of the first author's name, whole and in part.
        everyone: the same of all authors and editors.
        authors: how many authors it has; 0 where that is not known.
        years: years it may be cited by; `mentioned`: every year it prints, one of which may be it.
        title: folded words of its title, or of the whole entry where no title was read.
        bare: whether `title` is the title.
        addresses: DOI and URL, folded.
        form: what a commentary is cited by before the name of a contributor, folded, or "".
        told: folded words that the entry says it is cited by, or "".
    """

    reference: Reference
    index: int
    first: frozenset[str]
    everyone: frozenset[str]
    authors: int
    years: frozenset[int]
    mentioned: frozenset[int]
    suffix: str
    title: str
    bare: bool
    addresses: frozenset[str]
    form: str = ""
    told: str = ""


@dataclass(slots=True)
class Shelf:
    """Entries by name, by year, by words of the title, by address and by label. Grows where a document has no list."""

    entries: list[Entry] = field(default_factory=list)
    by_first: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    by_name: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    by_year: dict[int, list[int]] = field(default_factory=lambda: defaultdict(list))
    by_word: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    by_address: dict[str, int] = field(default_factory=dict)
    by_label: dict[str, int] = field(default_factory=dict)
    places: dict[str, int] = field(default_factory=dict)
    by_told: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))

    def add(self, reference: Reference, *, inherited: Reference | None = None) -> Entry:
        """Put one more entry on the shelf; `inherited` is the entry whose author a "_____" stands for."""
        entry = entry_of(reference, len(self.entries), inherited)
        self.entries.append(entry)
        self.places[reference.key] = entry.index
        for name in sorted(entry.first):
            self.by_first[name].append(entry.index)
        for name in sorted(entry.everyone):
            self.by_name[name].append(entry.index)
        for year in sorted(entry.years | entry.mentioned):
            self.by_year[year].append(entry.index)
        for word in set(title_keys(entry.title)):
            self.by_word[word].append(entry.index)
        for address in entry.addresses:
            self.by_address.setdefault(address, entry.index)
        for told in (entry.told, entry.form):
            if told:
                self.by_told[told.split()[0]].append(entry.index)
        label = plain_label(reference.label)
        if label:
            self.by_label.setdefault(label, entry.index)
        return entry

    def told(self, printed: str) -> Entry | None:
        """Return the entry that says it is cited in the way in which `printed` begins; of several the longest way."""
        if not self.by_told:
            return None
        words = f"{fold_words(printed[:120])} "
        found = [self.entries[place] for place in self.by_told.get(words.split(" ", 1)[0], ())]
        fitting = [entry for entry in found if entry.told and words.startswith(f"{entry.told} ")]
        if not fitting:
            fitting = [entry for entry in found if entry.form and _with_contributor(printed, entry.form)]
        return max(fitting, key=lambda entry: len(entry.told or entry.form), default=None)

    def knows(self, name: str) -> bool:
        """Whether `name`, as printed, is the first author of an entry."""
        return fold_solid(name) in self.by_first

    def of_words(self, words: Iterable[str]) -> list[Entry]:
        """Return the entries that share most rare words of a title, best first, at most eight."""
        held = sorted((self.by_word[word] for word in set(words) if word in self.by_word), key=len)
        hits: dict[int, float] = defaultdict(float)
        for holders in held:
            if len(holders) <= COMMON:
                for index in holders:
                    hits[index] += 1.0 / len(holders) ** 0.5
        if not hits and len(held) > 1:
            for index in set(held[0][:MANY]).intersection(*(each[:MANY] for each in held[1:4])):
                hits[index] = 1.0
        best = sorted(hits, key=lambda index: (-hits[index], index))[:8]
        return [self.entries[index] for index in best]

    def holds(self, title: str) -> bool:
        """Whether nearly all words of a short title are in the title of one entry."""
        folded = fold_words(title)
        words = [word for word in folded.split() if len(word) > 1]
        if not words or len(folded) < 4:
            return False
        for entry in self.of_words(title_keys(folded)):
            known = set(entry.title.split())
            if sum(word in known for word in words) >= 0.8 * len(words):
                return True
        return False

    def numbered(self) -> bool:
        """Whether the list prints numbers: three entries in five have a number for a label."""
        digits = sum(1 for entry in self.entries if plain_label(entry.reference.label).isdigit())
        return bool(self.entries) and digits >= 0.6 * len(self.entries)


def shelf_of(references: tuple[Reference, ...]) -> Shelf:
    """Return a shelf with `references` on it, in order."""
    shelf = Shelf()
    known = {reference.key: reference for reference in references}
    for reference in references:
        shelf.add(reference, inherited=_author_of(reference, known))
    return shelf


def _author_of(reference: Reference, known: dict[str, Reference]) -> Reference | None:
    seen: set[str] = set()
    above = reference
    while above.same_author_as and above.same_author_as in known and above.key not in seen:
        seen.add(above.key)
        above = known[above.same_author_as]
    return above if above is not reference else None


def entry_of(reference: Reference, index: int, inherited: Reference | None = None) -> Entry:
    """Return `reference` as the linker sees it."""
    source = inherited or reference
    names = reference.authors or source.authors or reference.editors or source.editors
    first = {key for name in names[:1] for key in name_keys(name)}
    first.update(_lead_keys(source.raw))
    first.update(found.lower() for found in _ACRONYM.findall(source.raw[:160]))
    form, told = _cited_as(reference.raw)
    first.update([form.replace(" ", "")] if form else [])
    everyone = first | {key for name in (*names, *reference.editors, *reference.translators) for key in name_keys(name)}
    if not names:
        everyone |= set(_opening_words(source.raw))
    title = fold_words(reference.title.value) if reference.title else ""
    return Entry(
        reference=reference,
        index=index,
        first=frozenset(first),
        everyone=frozenset(everyone),
        authors=len(names) if reference.authors and not reference.others else (3 if reference.others else 0),
        years=frozenset(_years(reference)),
        mentioned=frozenset(int(year) for year in YEAR.findall(_ADDRESS.sub(" ", reference.raw[:1500]))),
        suffix=reference.date.value.suffix if reference.date else "",
        title=title or fold_words(reference.raw[:600]),
        bare=bool(title),
        addresses=frozenset(_addresses(reference)),
        form=form,
        told=told,
    )


def _cited_as(raw: str) -> tuple[str, str]:
    """Return what an entry is cited by before the name of a contributor, and what it is cited by, folded, or ""."""
    found = _CITED_AS.search(raw[:1500])
    if found is None:
        return "", ""
    anyone = _ANYONE.match(found["form"])
    return (fold_words(anyone["head"]), "") if anyone else ("", fold_words(found["form"]))


def _with_contributor(printed: str, form: str) -> bool:
    """Whether a hyphen or slash and a name follow the words by which a commentary is cited: "BK-Weber"."""
    return any(fold_words(printed[: mark.start()]) == form for mark in _CONTRIBUTOR.finditer(printed[:80]))


def without_particles(text: str) -> str:
    """Return a name without the particles it opens with: "De la Cuesta" is found as Cuesta."""
    return " ".join(dropwhile(lambda word: word.lower() in PARTICLES, text.split()))


def name_keys(name: Name) -> Iterator[str]:
    """Yield the folded forms that `name` may be cited by."""
    family, given, literal = name.family, name.given, name.literal
    for text in (family, literal, name.original):
        if text:
            yield fold_solid(text)
            yield from _parts(text)
    if family and given:
        if len(given) > 3 and _WIDE.search(given):
            yield fold_solid(given)
        yield fold_solid(family + given)
        yield fold_solid(given + family)


def _parts(text: str) -> Iterator[str]:
    """Parts of a printed name by which it may be cited: last word, acronym, the family name of an unsplit one."""
    words = text.replace("-", " ").split()
    if len(words) > 1 and not _WIDE.search(text):
        yield fold_solid(words[-1])
        yield fold_solid(words[0])
        bare = list(dropwhile(lambda word: word.lower() in PARTICLES, words))
        if 0 < len(bare) < len(words):
            yield from (fold_solid(bare[0]), fold_solid("".join(bare)))
        acronym = "".join(word[0] for word in words if word[0].isupper())
        if len(acronym) > 2:
            yield acronym.lower()
    elif _WIDE.search(text) and not _HANGUL.search(text) and 2 < len(text) < 8:
        yield from (text[:size] for size in (2, 3) if size < len(text))
    for inside in re.findall(r"\(([^()]{2,40})\)", text):
        yield fold_solid(inside)


def _lead_keys(raw: str) -> Iterator[str]:
    """Yield the first word of the entry: right where names were not read."""
    lead = _LEAD.search(raw[:60])
    if lead and len(lead.group()) > 1:
        yield fold_solid(lead.group())
        following = _LEAD.match(raw, lead.end() + 1)
        if lead.group().lower() in PARTICLES and following:
            yield fold_solid(lead.group() + following.group())


def _opening_words(raw: str) -> Iterator[str]:
    """Yield the capitalised words before the first year or quotation mark: names that were not read."""
    opening = _OPENING.split(raw[:300], maxsplit=1)[0]
    words = _CAPITALISED.findall(opening)
    yield from map(fold_solid, words)
    if len(words) > 2:
        yield "".join(word[0] for word in words).lower()


def _years(reference: Reference) -> Iterator[int]:
    dates = [field.value for field in (reference.date, reference.original_date) if field]
    if dates:
        for date in dates:
            yield date.year
            if date.end_year:
                yield date.end_year
        return
    if reference.status is None:
        yield from (int(year) for year in YEAR.findall(_ADDRESS.sub(" ", reference.raw[:1500])))


def _addresses(reference: Reference) -> Iterator[str]:
    for found in (reference.doi, reference.url):
        if found:
            yield address_key(found.value)
    yield from (address_key(found) for found in _ADDRESS.findall(reference.raw[:3000]))


def address_key(text: str) -> str:
    """Return a DOI or URL without resolver, protocol and closing punctuation, folded."""
    bare = re.sub(r"^(?:https?://)?(?:www\.|dx\.)?(?:doi\.org/)?", "", text.strip("<>").lower())
    return bare.rstrip(".,;:)]}>/'\"”’")


def addresses_in(text: str) -> list[str]:
    """Return the DOIs and URLs that `text` prints, as keys."""
    return [address_key(found) for found in _ADDRESS.findall(text)]


def plain_label(label: str) -> str:
    """Return a printed number or key without brackets and full stop."""
    return label.strip(" \t[](){}.:").casefold()


@lru_cache(maxsize=32768)
def title_keys(folded: str) -> tuple[str, ...]:
    """Return what a title is looked up by: its longer words; runs of three characters where no blanks part them."""
    keys: list[str] = []
    for word in folded.split():
        if _WIDE.search(word):
            keys += [word[at : at + 3] for at in range(max(1, len(word) - 2))]
        elif len(word) > 3:
            keys.append(word)
    return tuple(keys)


@lru_cache(maxsize=32768)
def words_and_keys(folded: str) -> frozenset[str]:
    """Return the words of a folded title and what it is looked up by, together."""
    return frozenset((*folded.split(), *title_keys(folded)))
