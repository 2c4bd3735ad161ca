"""What a text has cited so far: short titles, ibid. and op. cit. lead back to it."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field

from kjaudit.language.folding import fold_solid, fold_words
from kjaudit.matching import family_keys
from kjaudit.model import Cited, Name, Note

from .shelf import title_keys

_HAN = re.compile(r"[々ヶ\u3400-\u9fff]+")


@dataclass(slots=True)
class Seen:
    """
    One work that the notes have named.

    Attributes:
        reference: key of its entry; `None` where the list has none.
        names: authors as the notes print them.
        titles: folded titles as the notes print them.
        citation: key of the citation that named it last; `first`: that named it first.
        order: counts up with each mention.
        years: years printed with it.
    """

    reference: str | None
    names: tuple[Name, ...]
    titles: set[str]
    citation: str
    first: str
    order: int
    years: set[int] = field(default_factory=set)
    families: frozenset[str] = frozenset()


@dataclass(slots=True)
class Mention:
    """The works of one citation of a note, in printed order."""

    citation: str
    works: list[Seen]
    note: Note | None


@dataclass(slots=True)
class Memory:
    """Grows as the notes are read in order; every question is answered from an index."""

    works: dict[str, Seen] = field(default_factory=dict)
    by_name: dict[str, list[Seen]] = field(default_factory=lambda: defaultdict(list))
    by_word: dict[str, list[Seen]] = field(default_factory=lambda: defaultdict(list))
    by_note: dict[str, list[Mention]] = field(default_factory=lambda: defaultdict(list))
    numbers: dict[int, list[str]] = field(default_factory=lambda: defaultdict(list))
    last: Mention | None = None
    mentions: int = 0

    def record(self, citation: str, note: Note | None, named: list[tuple[str | None, Cited]]) -> None:
        """Remember that `citation` names works: each the key of its entry (or `None`), and what is printed."""
        works = [self._seen(citation, place, key, cited) for place, (key, cited) in enumerate(named)]
        self.note(Mention(citation, works, note))

    def note(self, mention: Mention) -> None:
        """Make `mention` the one before the next."""
        self.last = mention
        if mention.note is not None:
            self.by_note[mention.note.key].append(mention)
            if mention.note.key not in self.numbers[mention.note.number][-1:]:
                self.numbers[mention.note.number].append(mention.note.key)

    def touch(self, seen: Seen, citation: str) -> None:
        """Remember that `seen` was cited again."""
        self.mentions += 1
        seen.citation = citation
        seen.order = self.mentions

    def of_author(self, names: tuple[Name, ...]) -> list[Seen]:
        """Return works whose first author may be the first of `names`, the last cited first, at most sixteen."""
        found: dict[int, Seen] = {}
        for key in sorted(_keys(names[0])) if names else ():
            for seen in self.by_name.get(key, ())[-24:]:
                found[id(seen)] = seen
        return sorted(found.values(), key=lambda seen: -seen.order)[:16]

    def of_title(self, title: str) -> list[Seen]:
        """Return works that share words with a short title, most first, at most eight."""
        hits: dict[int, tuple[int, Seen]] = {}
        for word in title_keys(fold_words(title)):
            for seen in self.by_word.get(word, ())[-24:]:
                count = hits.get(id(seen), (0, seen))[0]
                hits[id(seen)] = (count + 1, seen)
        ranked = sorted(hits.values(), key=lambda hit: (-hit[0], -hit[1].order))
        return [seen for _, seen in ranked[:8]]

    def note_before(self, number: int, current: Note | None) -> str | None:
        """Return the key of the latest note with that number, other than the current one."""
        keys = [key for key in self.numbers.get(number, ()) if current is None or key != current.key]
        return keys[-1] if keys else None

    def _seen(self, citation: str, place: int, key: str | None, cited: Cited) -> Seen:
        self.mentions += 1
        name = key or f"?{citation}.{place}"
        seen = self.works.get(name)
        if seen is None:
            families = frozenset(fold_solid(name.family or name.literal) for name in cited.names)
            seen = Seen(key, cited.names, set(), citation, citation, self.mentions, families=families)
            self.works[name] = seen
        seen.citation, seen.order = citation, self.mentions
        if cited.year:
            seen.years.add(cited.year)
        for printed in cited.names[:1]:
            for each in sorted(_keys(printed)):
                if not any(other is seen for other in self.by_name[each][-24:]):
                    self.by_name[each].append(seen)
        folded = fold_words(cited.title)
        if folded and folded not in seen.titles and len(seen.titles) < 6:
            seen.titles.add(folded)
            for word in set(title_keys(folded)):
                self.by_word[word].append(seen)
        return seen


def _keys(name: Name) -> set[str]:
    keys = {fold_solid(name.family or name.literal), *family_keys(name)}
    if name.family and name.given and not name.given.endswith("."):
        keys.add(fold_solid(name.given))
    if name.literal and 3 <= len(name.literal) <= 7 and _HAN.fullmatch(name.literal):
        keys |= {fold_solid(name.literal[:size]) for size in (2, 3)}
    return keys
