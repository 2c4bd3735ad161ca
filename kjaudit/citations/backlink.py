"""Ibid., op. cit., "n. 7" and short titles -> the work cited before that they stand for."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from kjaudit.language.folding import fold_solid, fold_words
from kjaudit.matching import name_distance
from kjaudit.model import Certainty, CitationKind, Cited, Distance, Document, Link, Name, Note, Penalty, joined, say

from .authorlink import SAME_NAME, SLIP
from .likeness import Likeness, one_character
from .listlink import AS_TOLD, MOST, ListLinker, share
from .memory import Memory, Mention, Seen
from .shelf import Entry, Shelf, name_keys

WELL = Penalty(name="position", value=0.0, weight=1.0)
"""What a short form stands for is told by its place: nothing else to compare."""
GAP = "the note before cites nothing"
_SMALL = re.compile(r"(?<![^\W\d_])[^\W\d_A-ZÀ-Þ\u3041-\u9fff\uac00-\ud7a3][^\W\d_]{2,}")
_HAN = re.compile(r"[々ヶ\u3400-\u9fff]{2,7}")
_SENTENCE_END = re.compile(r"(?:다|요|る|た|い|す)[.。]?\Z")
SOME = 0.5
"""Share of a short title's words that a longer title must have to be perhaps it; `MOST` to be it."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a short form leads back to; `seen` is `None` where nothing does."""

    seen: Seen | None
    link: Link


class BackLinker:
    """Answers short forms from what has been cited, and from the list where nothing has."""

    def __init__(self, memory: Memory, shelf: Shelf, names: dict[int, tuple[Name, ...]], document: Document) -> None:
        self.memory = memory
        self.shelf = shelf
        self.names = names
        self.listed = ListLinker(shelf, names)
        self.like = Likeness(shelf, names)
        self.text = document.text
        self.notes = document.notes
        self.order = {note.key: place for place, note in enumerate(document.notes)}
        self.known_numbers = {note.number for note in document.notes}

    def answer(self, key: str, at: int, cited: Cited, note: Note | None) -> Answer:
        """Return what `cited`, an ibid., op. cit., pointer or short title in `note`, stands for."""
        if cited.kind is CitationKind.IBID:
            return self._ibid(key, at, cited, note)
        if cited.note_number is not None:
            return self._pointer(key, at, cited, note)
        if cited.kind is CitationKind.OPCIT and not cited.names and not cited.title:
            answer = self._ibid(key, at, cited, note)
            return self._doubt(answer, "no author is named")
        told = self.listed.told(cited.span.of(self.text))
        if told is not None:
            return self._as_told(key, at, told)
        answer = self._short(key, at, cited)
        if answer.link.reference is None and answer.seen is None and cited.names and not cited.title:
            titled = replace(cited, names=(), title=str(cited.names[0]))
            other = self._short(key, at, titled) if " " in titled.title else answer
            return other if other.link.reference is not None else answer
        return answer

    def _as_told(self, key: str, at: int, entry: Entry) -> Answer:
        """Return the link to an entry that says how it is cited."""
        reference = entry.reference.key
        seen = self.memory.works.get(reference)
        link = Link(
            citation=key,
            work=at,
            reference=reference,
            distance=AS_TOLD,
            certainty=Certainty.SURE,
            antecedent=seen.citation if seen else None,
        )
        return Answer(seen, link)

    def retitled(self, cited: Cited) -> Cited:
        """
        Return "Weber, Roads, 62" with Roads for its title, where what looks like a second author is none.

        It is none where no work by the first is by the second too, and one of them has that word in its title.
        """
        if len(cited.names) < 2 or cited.title or cited.others or not self._after_comma(*cited.names[:2]):
            return cited
        first, *rest = cited.names
        if any(name.span is None for name in rest):
            return cited
        printed = self.text[rest[0].span.start : rest[-1].span.end] if rest[0].span and rest[-1].span else ""
        places = [place for key in sorted(name_keys(first)) for place in self.shelf.by_first.get(key, ())[:24]]
        entries = [self.shelf.entries[place] for place in places]
        seen = self.memory.of_author((first,))
        for name in rest:
            if any(fold_solid(name.family or name.literal) in entry.everyone for entry in entries):
                return cited
            if any(self.like.name(name, each) <= SLIP for each in seen):
                return cited
        titled = [entry.title for entry in entries if entry.bare] + [title for each in seen for title in each.titles]
        if not any(share(printed, title) >= MOST for title in titled):
            return cited
        return replace(cited, names=(first,), title=printed)

    def _after_comma(self, first: Name, second: Name) -> bool:
        """Whether nothing but a comma or colon parts two printed names."""
        if first.span is None or second.span is None or second.given:
            return False
        return self.text[first.span.end : second.span.start].strip() in (",", ":")

    # -- ibid. -------------------------------------------------------------------------------------------------------

    def _ibid(self, key: str, at: int, cited: Cited, note: Note | None) -> Answer:
        last = self.memory.last
        if last is None or not last.works:
            reason = "nothing is cited before it"
            return Answer(None, Link(citation=key, work=at, reason=reason))
        if self._unread_source(note, last):
            why = "the note before names a source that is neither in the list nor named in full"
            return Answer(None, Link(citation=key, work=at, antecedent=last.citation, reason=why))
        same_note = note is not None and last.note is not None and note.key == last.note.key
        seen = last.works[-1]
        earlier = [] if last.note is None or same_note else self.memory.by_note[last.note.key]
        others = _distinct([last, *earlier], seen) if not same_note else []
        if cited.names:
            nearby = (seen, *others, *(_distinct(self._before(note), seen) if same_note else ()))
            fitting = [each for each in nearby if self.like.name(cited.names[0], each) <= SLIP]
            if not fitting:
                answer = self._short(key, at, replace(cited, kind=CitationKind.OPCIT))
                return self._doubt(answer, "the work cited just before is by another author")
            seen, others = fitting[0], [each for each in fitting[1:] if each is not fitting[0]]
        reason = "the note before cites more than one work" if others else self._gap(note, last)
        return self._found(key, at, seen, (WELL,), others, reason)

    def _before(self, note: Note | None) -> list[Mention]:
        """Return what the note before cites: "X, 앞의 책; Y, 위의 글" may mean it."""
        place = self.order.get(note.key, 0) if note else 0
        return self.memory.by_note.get(self.notes[place - 1].key, []) if place else []

    def _unread_source(self, note: Note | None, last: Mention) -> bool:
        """Whether a note in between names something else: a court decision, a file, a letter."""
        if note is None or last.note is None:
            return False
        first, stop = self.order.get(last.note.key, 0) + 1, self.order.get(note.key, 0)
        return any(_source_like(each.span.of(self.text)) for each in self.notes[first:stop][-3:])

    def _gap(self, note: Note | None, last: Mention) -> str:
        if note is None or last.note is None:
            return ""
        apart = self.order.get(note.key, 0) - self.order.get(last.note.key, 0)
        return "" if 0 <= apart <= 1 else GAP

    # -- "n. 7" --------------------------------------------------------------------------------------------------------

    def _pointer(self, key: str, at: int, cited: Cited, note: Note | None) -> Answer:
        number = cited.note_number or 0
        target = self.memory.note_before(number, note)
        works = _works(self.memory.by_note[target]) if target else []
        cited = self._last_named(cited, works)
        fitting = [seen for seen in works if not cited.names or self.like.name(cited.names[0], seen) <= SLIP]
        fitting = self._titled(cited, fitting or self._by_title(cited, works) or self._nearly(cited, works))
        if fitting:
            reason = say("note {number} cites more than one work", number=number) if len(fitting) > 1 else ""
            pointed = Penalty(name="note", value=0.0, weight=1.0)
            named = self.like.name_penalty(cited, fitting[-1])
            reason = reason or ("the name differs" if any(each.value for each in named) else "")
            return self._found(key, at, fitting[-1], (pointed, *named), fitting[:-1], reason)
        if target is None:
            later = number in self.known_numbers
            why = say("there is no note {number}", number=number)
            why = say("note {number} cites no work before this place", number=number) if later else why
        elif cited.names:
            names = joined([*map(str, cited.names)])
            why = say("note {number} does not cite {names}", number=number, names=names)
        else:
            why = say("note {number} does not cite this work", number=number)
        wrong = Penalty(name="note", value=1.0, weight=1.0, detail=why)
        if not cited.names:
            return Answer(None, Link(citation=key, work=at, distance=Distance(penalties=(wrong,)), reason=why))
        answer = self._short(key, at, cited)
        penalties = (*answer.link.distance.penalties, wrong)
        link = replace(answer.link, distance=Distance(penalties=penalties), reason=why)
        if link.reference is not None:
            link = replace(link, certainty=Certainty.DOUBTFUL)
        return Answer(answer.seen, link)

    def _last_named(self, cited: Cited, works: list[Seen]) -> Cited:
        """Return "Haas, Weber (n. 2)" with Weber alone, where note 2 cites Weber only: the comma lists two opinions."""
        if len(cited.names) < 2 or not self._after_comma(*cited.names[-2:]):
            return cited
        if any(self.like.name(cited.names[0], seen) <= SLIP for seen in works):
            return cited
        alone = [seen for seen in works if self.like.name(cited.names[-1], seen) <= SAME_NAME]
        return replace(cited, names=cited.names[-1:]) if alone else cited

    def _nearly(self, cited: Cited, works: list[Seen]) -> list[Seen]:
        """Return the one work of the note if its author's name is a slip away, and nobody bears what is printed."""
        if len(works) != 1 or not cited.names:
            return []
        if any(self.like.name(cited.names[0], seen) <= SLIP for seen in self.memory.of_author(cited.names[:1])):
            return []
        printed = cited.names[0].literal or cited.names[0].family
        if self.shelf.knows(printed):
            return []
        listed = [*works[0].names, *(name for place in self.like.places(works[0]) for name in self.names[place])]
        wholes = [name.literal or name.family + name.given for name in listed]
        one_off = any(one_character(printed, whole[: len(printed)]) for whole in wholes)
        return works if one_off or self.like.name(cited.names[0], works[0]) <= 0.45 else []

    def _by_title(self, cited: Cited, works: list[Seen]) -> list[Seen]:
        """Return works that bear what was taken for a name as their title: "Der Begriff der Kultur (wie Anm. 2)"."""
        printed = str(cited.names[0]) if len(cited.names) == 1 and not cited.title else ""
        return [seen for seen in works if " " in printed and self.like.title(printed, seen) >= MOST]

    def _titled(self, cited: Cited, works: list[Seen]) -> list[Seen]:
        """Of several works in the note return those with the printed title; without one, those by as many authors."""
        if len(works) < 2:
            return works
        if cited.title:
            return [seen for seen in works if self.like.title(cited.title, seen) >= MOST] or works
        if not cited.names or cited.others:
            return works
        return [seen for seen in works if self.like.authors(seen) == len(cited.names)] or works

    # -- author and short title ----------------------------------------------------------------------------------------

    def _short(self, key: str, at: int, cited: Cited) -> Answer:
        scored = sorted(self._scored(cited), key=lambda item: (-item[1], item[2], -item[0].order))
        good = [item for item in scored if item[2] <= SLIP and item[1] >= (SOME if cited.title else 0.0)]
        if cited.year and any(cited.year in item[0].years for item in good):
            good = [item for item in good if cited.year in item[0].years]
        good = self._narrow(good, cited)
        printed = fold_words(cited.title)
        good = [item for item in good if printed and self._titled_so(printed, item[0])] or good
        if not good:
            return self._from_list(key, at, cited, scored)
        if cited.title and (good[0][1] < MOST or good[0][0].reference is None):
            listed = self._from_list(key, at, cited, scored)
            if listed.link.reference is not None:
                return listed
        seen, title, name = good[0]
        rivals = [item[0] for item in good[1:] if item[1] > title - 0.1 and abs(item[2] - name) < 0.1]
        reason = "more than one earlier work fits" if rivals else ""
        penalties = [*self.like.name_penalty(cited, seen)]
        if cited.title:
            value = 0.0 if title >= MOST else round(1.0 - title, 4)
            detail = "" if not value else f"{cited.title} / {min(seen.titles, default='-')[:120]}"
            penalties.append(Penalty(name="title", value=value, weight=3.0, detail=detail))
            reason = reason or ("the title differs" if value else "")
        year = self._year_penalty(cited, seen)
        penalties += [year] if year else []
        reason = reason or ("the name differs" if name > SAME_NAME else "the year differs" if year else "")
        return self._found(key, at, seen, tuple(penalties), rivals, reason)

    def _year_penalty(self, cited: Cited, seen: Seen) -> Penalty | None:
        """Return what it costs that a short form prints a year ("앞의 글(1992)") which the work never bore."""
        known = set(seen.years)
        for place in self.like.places(seen):
            known |= self.shelf.entries[place].years | self.shelf.entries[place].mentioned
        if cited.year is None or not known or cited.year in known:
            return None
        apart = min(abs(cited.year - year) for year in known)
        detail = f"{cited.year} / {', '.join(map(str, sorted(known)))}"
        return Penalty(name="year", value=min(1.0, 0.4 + 0.1 * apart), weight=1.5, detail=detail)

    def _titled_so(self, printed: str, seen: Seen) -> bool:
        """Whether a work bears the printed title and no longer one: an exact title beats one that contains it."""
        return printed in seen.titles or any(
            self.shelf.entries[place].title == printed for place in self.like.places(seen)
        )

    def _scored(self, cited: Cited) -> list[tuple[Seen, float, float]]:
        pool = {id(seen): seen for seen in (*self.memory.of_author(cited.names), *self.memory.of_title(cited.title))}
        if not cited.title and not pool and cited.names:
            pool = {id(seen): seen for seen in self.memory.works.values()} if len(self.memory.works) <= 200 else {}
        titled = [(seen, self.like.title(cited.title, seen) if cited.title else 1.0) for seen in pool.values()]
        titled = [item for item in titled if item[1] >= SOME] or titled
        return [(seen, title, self.like.name(cited.names[0], seen) if cited.names else 0.0) for seen, title in titled]

    def _narrow(self, good: list[tuple[Seen, float, float]], cited: Cited) -> list[tuple[Seen, float, float]]:
        """Exact names before slips; all names printed before the first only."""
        exact = [item for item in good if item[2] <= SAME_NAME]
        good = exact or good
        if len(cited.names) > 1 and len(good) > 1:
            full = [item for item in good if self._all_names(cited, item[0])]
            return full or good
        if len(good) > 1 and not cited.others and not cited.title:
            alone = [item for item in good if self.like.authors(item[0]) == 1]
            return alone or good
        return good

    def _all_names(self, cited: Cited, seen: Seen) -> bool:
        return all(
            min((name_distance(name, other) for other in seen.names), default=1.0) <= SLIP for name in cited.names
        )

    def _from_list(self, key: str, at: int, cited: Cited, scored: list[tuple[Seen, float, float]]) -> Answer:
        """No earlier note names it: the list may."""
        near = (item[0].reference for item in scored[:3] if item[0].reference and item[2] <= SLIP)
        return Answer(None, self.listed.answer(key, at, cited, tuple(dict.fromkeys(each for each in near if each))))

    # -- shared --------------------------------------------------------------------------------------------------------

    def _found(
        self, key: str, at: int, seen: Seen, penalties: tuple[Penalty, ...], rivals: list[Seen], reason: str
    ) -> Answer:
        link = Link(
            citation=key,
            work=at,
            reference=seen.reference,
            distance=Distance(penalties=penalties),
            margin=0.0 if rivals else 1.0,
            certainty=Certainty.NONE if seen.reference is None else (Certainty.DOUBTFUL if reason else Certainty.SURE),
            rivals=tuple(dict.fromkeys(each.reference for each in rivals if each.reference)),
            antecedent=seen.citation,
            reason=reason or ("" if seen.reference else "the work it stands for has no entry"),
        )
        return Answer(seen, link)

    def _doubt(self, answer: Answer, reason: str) -> Answer:
        link = answer.link
        if link.reference is not None:
            link = replace(link, certainty=Certainty.DOUBTFUL, reason=link.reason or reason)
        return Answer(answer.seen, link)


def _source_like(words: str) -> bool:
    """Whether a note without a citation reads like a reference: short, with a figure, few small words."""
    bare = words.strip()
    small = _SMALL.findall(bare)
    return len(bare) < 140 and any(map(str.isdigit, bare)) and len(small) <= 3 and not _SENTENCE_END.search(bare)


def _works(mentions: list[Mention]) -> list[Seen]:
    return list({id(seen): seen for mention in mentions for seen in mention.works}.values())


def _distinct(mentions: list[Mention], seen: Seen) -> list[Seen]:
    return [other for other in _works(mentions) if other is not seen]
