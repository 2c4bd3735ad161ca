"""Works named in notes in Latin script: full, or by author and short title, with comment before, between and after."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from kjaudit.model import CitationKind, Cited, Name, Span

from .latin_lead import lead_at
from .latin_openings import QUOTED, YEAR, Start, first_from, next_start, opens_another, opens_within
from .latin_parts import Part, parts
from .locators import AT_END, after_year
from .narrative import is_place_before
from .shelf import Shelf

_IN_PARENTHESES = re.compile(r"\([^()]{0,200}?(?<!\d)(?:1[4-9]|20)\d\d[^()]{0,40}\)")
_PERIOD = re.compile(r"\(\D{0,40}\d{4}\s?[-–—/]\s?(?:\d{2}|\d{4})\)")
"""The period that a title names: "(1791-1850)"."""
_PAGE_IN_PAGE = re.compile(r"(?<![\w./-])(?:1[89]|20)\d\d,\s(?:S\.\s)?\d{1,5}\s\(\d{1,5}(?:\sff?\.?)?\)")
"""Year, first page, and in brackets the page meant: "NJW 1992, 1739 (1740)"."""
_ADDRESS = re.compile(r"(?:https?://|www\.|doi\.org/|\bdoi:\s?10\.)[^\s<>]+", re.IGNORECASE)
_IMPRINT = re.compile(r"[^,:(]{2,60}(?:: [^,:(]{2,50})?,\s?(?:1[4-9]|20)\d\d(?!\d)")
"""Place, publisher and year: "UNC Press Books, 2016: 122"."""
_IMPRINT_END = re.compile(
    r",\s(?=[^\W\d_a-zà-þ])[^,;()]{2,40}[,:]\s(?=[^\W\d_a-zà-þ])[^,;()]{2,80},\s(?:1[4-9]|20)\d\d(?=[,.;]|\Z)"
    r"|\((?=[^\W\d_a-zà-þ])[^():]{2,40}:\s[^()]{2,80},\s(?:1[4-9]|20)\d\d\)"
)
"""Place, publisher and year after a title: ", Madrid, Alianza, 1997", "(London: Verso, 1999)"."""
_JOURNAL = re.compile(
    r"[A-ZÄÖÜ][A-Za-zÄÖÜäöü-]{0,9}(?: [A-ZÄÖÜ][A-Za-zÄÖÜäöü-]{0,9}){0,2} "
    r"(?:\d{1,3} \((?:1[89]|20)\d\d(?:/\d{2,4})?\)|(?:1[89]|20)\d\d),? (?:S\. |Heft \d+, )?\d{1,4}(?!\d)"
)
"""Journal, year and page without a title, as German lawyers cite: "CR 2015, 766", "AcP 217 (2017), 707"."""
_COMMENT_AFTER = re.compile(
    r",\s(?:(?:pp?|S|Sp|Rn|Rz|págs?)\.\s?)?\d{1,4}(?:\s?[-–]\s?\d{1,4})?(?:\sff?\.)?(?=,\s[a-zß-þ]{2,}\s[a-zß-þ])"
)
"""A page with comment behind it: "Weber, Roads, 60, who disagrees with this"."""
_IN = re.compile(r"(?:^|,\s)(?:in|In|en|dans|em|nel|nella):?\s(?=[^\W\d_a-zà-þ“«\"„])")
"""Before the journal or book that a work stands in: "Weber, Der Vertrag als Aufgabe, in: NJW 29 (1974)"."""
_REST = re.compile(r"[\d.,–\- ]+\Z|[\d.,–\- ]*(?:https?://|doi|www\.)", re.IGNORECASE)
_ORPHAN = re.compile(r"[\s.,;:)\]]*\Z")
_LOWER = re.compile(r"(?<![\w'’.@/])[^\W\d_A-ZÀ-Þ][^\W\d_]+")
_CALM = frozenset(
    re.findall(
        r"\S+",
        "in of the and for on to at by with a an vol no pp p ed eds trans iss ch art de la du des le les el los las del"
        " al et y e da do das dos der die das und den dem im von vom van zur zum für nel nella della delle dei il lo"
        " gli tra",
    )
)
"""Words that stand in titles as in sentences; three others in small letters make a sentence of comment."""
LONGEST = 1200
"""Characters that one work may take up; what follows in a note that never ends its sentence is read anew."""


def latin_mentions(text: str, start: int, end: int, shelf: Shelf, before: tuple[Name, ...] = ()) -> Iterator[Cited]:
    """
    Yield the works that `text[start:end]` names, in order, full or short; not ibid. and the like.

    `before`: the authors of the work named last, for "ders." and "idem".
    """
    at = start
    pieces = parts(text, start, end)
    names: tuple[Name, ...] = before
    while at < end:
        found = next_start(text, at, pieces, shelf)
        if found is None:
            return
        if found.lead.inherits:
            found = Start(found.at, replace(found.lead, names=names))
        cited = _mention(text, found, pieces, shelf)
        if cited is None:
            at = found.lead.end
            continue
        yield cited
        names = cited.names or names
        at = max(cited.span.end, at + 1)


def _mention(text: str, found: Start, pieces: list[Part], shelf: Shelf) -> Cited | None:
    """Read on from a lead: how far the work goes, and whether enough is said to call it one."""
    place = first_from(pieces, found.at)
    stop = min(pieces[place].end, found.at + LONGEST)
    running = int(_prose(text[found.lead.end : stop]))
    for part in pieces[place + 1 :] if stop == pieces[place].end else ():
        read = _Read.of(text, found, stop, shelf)
        if part.after_semicolon or not _goes_on(text, read, part, shelf):
            break
        running += _prose(text[part.start : part.end])
        patient = found.lead.strong and (
            found.lead.known or read.quoted is not None or _IMPRINT_END.search(text, part.start, part.end) is not None
        )
        if running > (4 if patient else 1) and not read.complete:
            break
        stop = part.end
    read = _Read.of(text, found, stop, shelf)
    return read.cited(text)


def _goes_on(text: str, read: _Read, part: Part, shelf: Shelf) -> bool:
    """Whether a further sentence still belongs to the work."""
    if read.finished or read.titled_by_year:
        return not read.finished
    stretch = text[part.start : part.end]
    if read.locator and not read.complete and opens_another(text, part, shelf):
        return False
    return _more_of(text, read, part, shelf, stretch)


def _more_of(text: str, read: _Read, part: Part, shelf: Shelf, stretch: str) -> bool:
    """Whether a sentence that opens no other work reads like more of this one."""
    if (read.complete and opens_within(text, part, shelf)) or (read.paged and _author_opens(text, part, shelf)):
        return False
    if read.paged and not _REST.match(stretch) and ("," in stretch or len(stretch) > 60):
        return False
    if not read.complete:
        return len(stretch) < 320 and not (read.locator_only and _prose(stretch))
    if _ADDRESS.match(stretch):
        return True
    lead = None if _IMPRINT.match(stretch) else lead_at(text, part.start, part.end, shelf)
    if lead is not None and lead.strong and YEAR.search(stretch) and not stretch.startswith(("In ", "in ")):
        return False
    return not _prose(stretch)


def _author_opens(text: str, part: Part, shelf: Shelf) -> bool:
    """Whether a sentence opens with a name and a colon: "Weber: Wege"."""
    lead = lead_at(text, part.start, part.end, shelf)
    return lead is not None and bool(lead.names) and text[max(part.start, lead.end - 2)] == ":"


def _prose(stretch: str) -> bool:
    bare = _ADDRESS.sub(" ", QUOTED.sub(" ", re.sub(r"\([^()]*\)", " ", stretch)))
    words = [word for word in _LOWER.findall(bare) if word.lower() not in _CALM]
    return len(words) >= 3


@dataclass(frozen=True, slots=True)
class _Read:
    """What was read of a work so far."""

    found: Start
    stop: int
    quoted: re.Match[str] | None
    year: re.Match[str] | None
    address: re.Match[str] | None
    locator: str
    finished: bool
    shelf: Shelf
    text: str

    @classmethod
    def of(cls, text: str, found: Start, stop: int, shelf: Shelf) -> _Read:
        after = found.lead.end
        quoted = QUOTED.search(text, max(found.at, after - 2), stop)
        if quoted and quoted.start() - after > 40 and found.lead.names:
            quoted = None
        address = _ADDRESS.search(text, found.at, stop)
        year = _last_year(text, quoted.end() if quoted else after, address.start() if address else stop)
        cut, finished = _cut(text, after, stop, quoted, year, address)
        locator_at = AT_END.search(text, max(after - 1, cut - 40), cut)
        locator = locator_at["locator"] if locator_at else ""
        return cls(found, cut, quoted, year, address, locator, finished, shelf, text)

    @property
    def complete(self) -> bool:
        """A date or address was read: what follows can only be more of the same."""
        return self.year is not None or self.address is not None

    @property
    def titled_by_year(self) -> bool:
        """A year right after the names is all there is: the title opens with it ("J. Haas, 1914. Das Jahr")."""
        return (
            self.year is not None
            and self.year.start() == self.found.lead.end
            and self.text[self.stop - 5 : self.stop] == f"{self.year.group()}."
            and self.text[self.year.start() - 2 : self.year.start()] == ", "
        )

    @property
    def paged(self) -> bool:
        """A page follows the date: in a note that is the end, but for an address."""
        return self.year is not None and bool(_page(self.text, self.year, self.stop))

    @property
    def locator_only(self) -> bool:
        """Whether names and a page are all there is: "Jarausch and Hardy, 122."."""
        return bool(self.locator) and self.quoted is None

    def cited(self, text: str) -> Cited | None:
        """Return the work, or `None` where too little is said."""
        lead = self.found.lead
        if self.complete:
            if not lead.names and self.quoted is None and not lead.inherits:
                return None
            if not (self.quoted or lead.title or lead.strong or self.address or self._vouched(text)):
                return None
            kind = CitationKind.FULL
        elif self.quoted is not None or (self.locator and (lead.names or lead.inherits)):
            if not (lead.names or lead.inherits) or not (self.locator or self.quoted):
                return None
            kind = CitationKind.SHORT
        elif lead.names and self._held(text[lead.end : self.stop]):
            kind = CitationKind.SHORT
        elif len(lead.names) > 1 and lead.known and self._held(str(lead.names[-1])):
            lead = replace(lead, names=lead.names[:-1], title=str(lead.names[-1]))
            kind = CitationKind.SHORT
        else:
            return None
        end = self.stop
        while end > self.found.at and text[end - 1] in " \t\n,;:.":
            end -= 1
        title = self.quoted["title"].strip(" ,") if self.quoted else self._title(text, end) or lead.title
        return Cited(
            span=Span(self.found.at, max(end, self.found.at + 1)),
            kind=kind,
            names=lead.names,
            others=lead.others,
            year=int(self.year.group()) if self.year else None,
            title=title,
            locator=self.locator if kind is CitationKind.SHORT else _page(text, self.year, end),
        )

    def _held(self, title: str) -> bool:
        """Whether an entry bears a short title without page: of a known author, or one that says enough."""
        words = [word for word in title.split() if len(word) > 3]
        return (self.found.lead.known or len(words) > 2) and self.shelf.holds(title)

    def _vouched(self, text: str) -> bool:
        """Whether one bare family name is enough: journal, year and page follow it, or an entry has name and title."""
        lead = self.found.lead
        if _JOURNAL.match(text, lead.end, self.stop):
            return True
        stretch = text[lead.end : self.year.start() if self.year else self.stop]
        if self.year and (
            self._paged_title(stretch) or _IN.search(stretch) or is_place_before(text, lead.end, self.year.start())
        ):
            return True
        return lead.known and self.shelf.holds(stretch)

    def _paged_title(self, stretch: str) -> bool:
        """Whether a title of three words stands before year and page: "Keller, Der Wald und die Stadt, 1998, 15"."""
        return self.paged and re.search(r"\d", stretch) is None and len(re.findall(r"[^\W\d_]+", stretch)) > 2

    def _title(self, text: str, end: int) -> str:
        """Return what stands between the names and the publication data, where no marks enclose the title."""
        lead = self.found.lead
        stretch = text[lead.end : end]
        if self.year:
            stretch = text[lead.end : max(lead.end, min(end, self.year.start()))]
        if self.locator:
            stretch = stretch.rstrip(" .").removesuffix(self.locator.rstrip(" ."))
        head = re.split(r"\s*[(\[]|\. (?=[A-ZÀ-Þ])|https?://", stretch.strip(" ,.;:"), maxsplit=1)[0]
        return (lead.title or head).strip(" ,.;:")


def _page(text: str, year: re.Match[str] | None, end: int) -> str:
    if year is None:
        return ""
    start = year.end()
    while start < end and text[start] in ")] ":
        start += 1
    _, locator = after_year(text, start, end)
    if not locator and text[year.end() : year.end() + 1] in (")", "]"):
        bare = AT_END.match(text, start, end)
        return bare["locator"] if bare else ""
    return locator


def _last_year(text: str, start: int, stop: int) -> re.Match[str] | None:
    """Return the year that looks most like a date of publication: in brackets, else the last."""
    paged = _PAGE_IN_PAGE.search(text, start, stop)
    if paged:
        return YEAR.match(text, paged.start(), stop)
    inside = _IN_PARENTHESES.search(text, start, stop)
    if inside and _PERIOD.fullmatch(inside.group()) and YEAR.search(text, inside.end(), stop):
        inside = None
        start = min(stop, text.index(")", start) + 1)
    if inside:
        years = list(YEAR.finditer(text, inside.start(), inside.end()))
        if years:
            return years[-1]
    outside = [year for year in YEAR.finditer(text, start, stop) if text[year.start() - 1] not in '“"«‘']
    return outside[-1] if outside else None


def _cut(
    text: str,
    after: int,
    stop: int,
    quoted: re.Match[str] | None,
    year: re.Match[str] | None,
    address: re.Match[str] | None,
) -> tuple[int, bool]:
    """Where the work ends when comment or another work follows in the same sentence; whether something was cut."""
    if address is not None:
        end = address.end()
        while end > address.start() and text[end - 1] in ".,;:)":
            end -= 1
        rest = text[end:stop]
        if rest.strip(" .,;)]"):
            return (
                (end, True)
                if re.match(r"[\s.,;)]*(?:[a-zà-þ]|,?\s?(?:and|et|und|y|e)\s|[A-ZÀ-Þ“])", rest)
                else (stop, False)
            )
        return stop, False
    anchor = _anchor(text, after, stop, quoted, year)
    if anchor is None:
        return stop, False
    rest = text[anchor:stop]
    if re.match(r"[\s,;:]*(?:[a-zà-þ]{2,}\s+[^\d\W]{2,}|(?:and|et|und|y|e)\s)", rest) and not re.match(
        r"[\s,;:]*(?:in|en|em|dans|trans|ed|eds|hrsg|vol|no|pp|p|doi|ed\.|edited|dir|dirigé|présenté|article|présent)\b",
        rest,
    ):
        return anchor, True
    return stop, False


def _anchor(text: str, after: int, stop: int, quoted: re.Match[str] | None, year: re.Match[str] | None) -> int | None:
    """Return where the last thing ends that surely belongs to the work: year with page, or title with page."""
    if year is not None:
        end = year.end()
        while end < stop and text[end] in ")]":
            end += 1
        return after_year(text, end, stop)[0]
    if quoted is not None:
        end = quoted.end()
        while end < stop and text[end] in " ,":
            end += 1
        page = after_year("," + text[end : end + 40], 0, min(41, stop - end + 1))[0]
        return end + page - 1 if page else quoted.end()
    paged = _COMMENT_AFTER.search(text, max(0, after - 2), stop)
    return paged.end() if paged else None
