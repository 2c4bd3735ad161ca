"""Small values that the nouns are made of."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from .text import Span

T_co = TypeVar("T_co", covariant=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Field(Generic[T_co]):
    """
    One value and the place it was read from, so that each part can be lit up on the page.

    Attributes:
        value: normalised.
        span: where; into `Reference.raw` for fields of a reference, into `Document.text` elsewhere; `None`: derived.
        raw: as printed.
        confidence: 0..1.
    """

    value: T_co
    span: Span | None = None
    raw: str = ""
    confidence: float = 1.0


class Order(enum.Enum):
    """How two dates compare when parts of them may be missing."""

    BEFORE = "before"
    SAME = "same"
    AFTER = "after"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class PartialDate:
    """
    A date of which the end may be missing (Gregorian).

    Attributes:
        year: e.g. 2014.
        month: 1..12 or `None`.
        day: 1..31 or `None`; never without a month.
        suffix: the letter that tells works of one year apart ("a" in "2014a"), else "".
        circa: "c. 1910", "[1910?]".
        end_year: of a range ("1998-2003"), else `None`.
    """

    year: int
    month: int | None = None
    day: int | None = None
    suffix: str = ""
    circa: bool = False
    end_year: int | None = None

    def against(self, other: PartialDate) -> Order:
        """Compare by what both dates hold; UNKNOWN where one is circa and they lie within five years."""
        if (self.circa or other.circa) and abs(self.year - other.year) <= 5:
            return Order.UNKNOWN
        for mine, theirs in ((self.year, other.year), (self.month, other.month), (self.day, other.day)):
            if mine is None or theirs is None:
                return Order.SAME if mine is theirs else Order.UNKNOWN
            if mine != theirs:
                return Order.BEFORE if mine < theirs else Order.AFTER
        return Order.SAME


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """
    A person or an organisation, in the parts CSL-JSON knows.

    Attributes:
        family: with its particle where that is part of the name ("van Gogh" in "Vincent van Gogh").
        given: given names or initials, as printed.
        suffix: "Jr.", "III".
        literal: an organisation, or a name that cannot be split; then the others are "".
        original: the same name in another script, where the entry prints both ("푸코, 미셸(Foucault, Michel)").
        span: where it stands; see `Field.span`.
    """

    family: str = ""
    given: str = ""
    suffix: str = ""
    literal: str = ""
    original: str = ""
    span: Span | None = None

    def __str__(self) -> str:
        if not self.literal and "\u2e80" <= self.family[:1] <= "\ud7a3":  # kana, Han, Hangul: family first, no blank
            return self.family + self.given + self.suffix
        return self.literal or " ".join(part for part in (self.given, self.family, self.suffix) if part)


class Script(enum.Enum):
    """The writing of a string, by what most of its letters are."""

    LATIN = "Latin"
    HANGUL = "Hangul"
    KANA = "Kana"
    HAN = "Han"
    CYRILLIC = "Cyrillic"
    GREEK = "Greek"
    ARABIC = "Arabic"
    HEBREW = "Hebrew"
    OTHER = "other"
    NONE = "none"
