"""Author and short title -> an entry of the list, where nothing cited before answers them."""

from __future__ import annotations

from kjaudit.language.folding import fold_solid, fold_words
from kjaudit.matching import name_distance
from kjaudit.model import Certainty, Cited, Distance, Link, Name, Penalty

from .authorlink import SAME_NAME, SLIP
from .shelf import Entry, Shelf, title_keys, without_particles, words_and_keys
from .worklink import both_orders

MOST = 0.8
"""Share of a short title's words that a longer title must have to be it."""
AS_TOLD = Distance(penalties=(Penalty(name="itself", value=0.0, weight=1.0),))
"""The entry says that it is cited so."""


class ListLinker:
    """Answers short forms from the entries alone."""

    def __init__(self, shelf: Shelf, names: dict[int, tuple[Name, ...]]) -> None:
        self.shelf = shelf
        self.names = names

    def told(self, printed: str) -> Entry | None:
        """Return the entry that says it is cited as `printed` begins: "(zit. BK-Bearbeiter)" for "BK-Weber, N 12"."""
        return self.shelf.told(printed)

    def answer(self, key: str, at: int, cited: Cited, rivals: tuple[str, ...]) -> Link:
        """Return the link to the entry that author and short title name; `rivals`: what came near, where none does."""
        fitting = self._fitting(cited)
        if not fitting:
            reason = "nothing cited before and no entry answers it"
            return Link(citation=key, work=at, rivals=rivals, reason=reason)
        author = self._author(cited, fitting[0])
        reason = "more than one entry fits" if len(fitting) > 1 else "the name differs" if author.value else ""
        return Link(
            citation=key,
            work=at,
            reference=fitting[0].reference.key,
            distance=Distance(penalties=(author,)),
            margin=1.0 if len(fitting) == 1 else 0.0,
            certainty=Certainty.DOUBTFUL if reason else Certainty.SURE,
            rivals=tuple(entry.reference.key for entry in fitting[1:]),
            reason=reason,
        )

    def _author(self, cited: Cited, entry: Entry) -> Penalty:
        """Return what the printed name costs against the authors of an entry."""
        names = self.names.get(entry.index, ())
        value = 0.0
        if cited.names and names and not self._everyone(cited, entry):
            value = min(name_distance(mine, name) for mine in both_orders(cited.names[:1]) for name in names)
            value = round(value, 4) if SAME_NAME < value <= SLIP else 0.0
        detail = f"{cited.names[0]} / {', '.join(map(str, names[:4]))}" if value else ""
        return Penalty(name="author", value=value, weight=2.0, detail=detail)

    def _fitting(self, cited: Cited) -> list[Entry]:
        entries = self.shelf.of_words(title_keys(fold_words(cited.title))) if cited.title else []
        if not cited.title and cited.names:
            name = fold_solid(cited.names[0].family or cited.names[0].literal)
            entries = [self.shelf.entries[place] for place in self.shelf.by_first.get(name, ())[:24]]
        fitting = [
            entry
            for entry in entries
            if (not cited.title or share(cited.title, entry.title) >= MOST) and self._listed(cited, entry.index)
        ]
        exact = [entry for entry in fitting if entry.bare and entry.title == fold_words(cited.title)]
        return self._by_all_names(cited, exact or fitting)[:8]

    def _by_all_names(self, cited: Cited, fitting: list[Entry]) -> list[Entry]:
        """Of several entries return those that have every printed name, and as many authors: "Weber/Haas", "Weber"."""
        if len(fitting) < 2 or not cited.names:
            return fitting
        keys = [fold_solid(name.family or name.literal) for name in cited.names]
        whole = [entry for entry in fitting if all(key in entry.everyone for key in keys)] or fitting
        if cited.others:
            return whole
        count = len(cited.names)
        return [entry for entry in whole if entry.authors == count] or whole

    def _everyone(self, cited: Cited, entry: Entry) -> bool:
        """Whether the printed name is one that the entry bears as it stands."""
        printed = cited.names[0].family or cited.names[0].literal
        return fold_solid(printed) in entry.everyone or fold_solid(without_particles(printed)) in entry.everyone

    def _listed(self, cited: Cited, place: int) -> bool:
        if not cited.names:
            return True
        if self._everyone(cited, self.shelf.entries[place]):
            return True
        return min((name_distance(cited.names[0], name) for name in self.names.get(place, ())), default=1.0) <= SLIP


def share(short: str, long: str) -> float:
    """Share of a short title that a longer one has: of its words, or of its runs of three characters."""
    keys = title_keys(fold_words(short)) or tuple(fold_words(short).split())
    if not keys:
        return 0.0
    folded = fold_words(long)
    held = words_and_keys(folded)
    if len(keys) == 1 and len(keys[0]) < 3:
        return 1.0 if fold_solid(short) in folded.replace(" ", "") else 0.0
    return sum(key in held for key in keys) / len(keys)
