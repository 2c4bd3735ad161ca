"""Find the few works that could be meant among many, without looking at all of them."""

from __future__ import annotations

import functools
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from kjaudit.language.folding import fold_solid, fold_words
from kjaudit.language.han import is_han, old_forms
from kjaudit.language.hangul import is_hangul
from kjaudit.language.kana import fold_romaji, is_kana
from kjaudit.language.names import FormKind, NameForm, core, forms, has_wide
from kjaudit.language.names_han import family_readings
from kjaudit.language.names_korean import hangul_names, is_korean_name, split_hangul, surname_spellings
from kjaudit.language.skeleton import skeleton
from kjaudit.model import Name

from .work import Work

LIMIT = 48
"""At most this many candidates come back for one question."""


@functools.lru_cache(maxsize=32768)
def family_keys(name: Name) -> frozenset[str]:
    """
    Return folded keys under which a family name can be found, in every spelling it may have.

    Two names of one person share at least one key in all but a few cases; names of different persons may share some.
    """
    found: set[str] = set()
    for form in forms(name):
        found |= _wide_keys(form) if form.kind is FormKind.WIDE else _latin_keys(form)
    return frozenset(found - {""})


def _latin_keys(form: NameForm) -> set[str]:
    words = core(form.family).split()
    keys = {word for word in words if len(word) > 1} or set(words)
    keys.add("".join(words))
    keys |= {fold_romaji(key) for key in keys}
    heard = skeleton("".join(words))
    if len(heard) > 1:
        keys.add("~" + heard)
    if not form.initials and 0 < len(form.given.split()) <= 2:
        keys.add("^" + form.given.replace(" ", ""))
    return keys


def _wide_keys(form: NameForm) -> set[str]:
    text = old_forms(form.whole)
    keys = {text[:1], text[:2], text}
    if form.family:
        keys.add(old_forms(form.family))
    korean = hangul_names(form.whole)[0]
    if is_korean_name(korean) or (len(korean) <= 2 and all(map(is_hangul, korean))):
        surname = split_hangul(korean)[0] or korean
        keys |= {surname, *surname_spellings(surname)}
        keys |= {fold_romaji(spelling) for spelling in surname_spellings(surname)}
    elif any(map(is_kana, form.whole)) or any(map(is_hangul, form.whole)):
        keys |= {"~" + skeleton(part) for part in (form.family, form.given, form.whole) if len(skeleton(part)) > 1}
    if any(map(is_han, form.whole)):
        keys |= family_readings(form.whole)
    return keys


def title_keys(title: str) -> frozenset[str]:
    """Return what a title can be found by: its longer words, or pairs of characters where words are not spaced."""
    if has_wide(title):
        solid = old_forms(fold_solid(title))
        return frozenset(solid[at : at + 3] for at in range(min(len(solid), 120) - 2))
    return frozenset(word for word in fold_words(title).split()[:60] if len(word) > 3)


@dataclass(frozen=True, slots=True, kw_only=True)
class Index:
    """Works by DOI, family name and title word; made by `index`, read-only."""

    works: tuple[Work, ...]
    by_doi: dict[str, tuple[int, ...]] = field(default_factory=dict)
    by_family: dict[str, tuple[int, ...]] = field(default_factory=dict)
    by_family_year: dict[tuple[str, int], tuple[int, ...]] = field(default_factory=dict)
    by_title: dict[str, tuple[int, ...]] = field(default_factory=dict)

    def candidates(
        self,
        *,
        names: Sequence[Name] = (),
        years: Iterable[int] = (),
        title: str = "",
        doi: str = "",
        limit: int = LIMIT,
    ) -> tuple[int, ...]:
        """
        Return positions in `works`, likeliest first: they share DOI, family names, year, rare title words.

        The work done is bounded by `limit`, not by the number of works: keys that hundreds of works share are read
        together with the year only, or not at all.
        """
        votes: Counter[int] = Counter()
        for position in self.by_doi.get(doi, ()) if doi else ():
            votes[position] += 100
        wanted = tuple(years)
        for place, name in enumerate(names[:6]):
            weight = 4 if place == 0 else 2
            self._vote(votes, family_keys(name), wanted, weight, limit)
        for key in title_keys(title) if title else ():
            found = self.by_title.get(key, ())
            if len(found) <= limit:
                for position in found:
                    votes[position] += 1
        ranked = sorted(votes.items(), key=lambda vote: (-vote[1], vote[0]))
        return tuple(position for position, _ in ranked[:limit])

    def _vote(self, votes: Counter[int], keys: frozenset[str], years: tuple[int, ...], weight: int, limit: int) -> None:
        near: set[int] = set()
        exact: set[int] = set()
        for key in sorted(keys):
            for year in years:
                exact.update(self.by_family_year.get((key, year), ())[:limit])
            found = self.by_family.get(key, ())
            near.update(found[:limit])
        for position in near | exact:
            votes[position] += weight * (2 if position in exact else 1)


def index(works: Iterable[Work]) -> Index:
    """Return an index of `works`; cost grows with the number of their names and title words."""
    kept = tuple(works)
    doi: dict[str, list[int]] = defaultdict(list)
    family: dict[str, list[int]] = defaultdict(list)
    family_year: dict[tuple[str, int], list[int]] = defaultdict(list)
    titles: dict[str, list[int]] = defaultdict(list)
    for position, work in enumerate(kept):
        if work.doi:
            doi[work.doi].append(position)
        keys = {key for name in work.names[:12] for key in family_keys(name)}
        for key in keys:
            family[key].append(position)
            for year in set(work.years):
                family_year[key, year].append(position)
        for key in {key for title in work.titles for key in title_keys(title)}:
            titles[key].append(position)
    return Index(
        works=kept,
        by_doi={key: tuple(found) for key, found in doi.items()},
        by_family={key: tuple(found) for key, found in family.items()},
        by_family_year={key: tuple(found) for key, found in family_year.items()},
        by_title={key: tuple(found) for key, found in titles.items()},
    )
