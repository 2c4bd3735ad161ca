"""The card of a model: what it was made of and how, so that it can be made again and judged."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from .rows import Row

LICENCES: Mapping[str, str] = {
    "core": "AnyStyle, BSD-2-Clause",
    "anystyle": "AnyStyle, BSD-2-Clause",
    "grobid": "GROBID, Apache-2.0",
    "linkedbooks": "LinkedBooks, MIT",
}
"""Start of the name of a set -> project and licence; the notices stand in `resources/models/NOTICES.txt`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """
    What is written beside a model.

    Attributes:
        rows: the labelled strings it was trained on, doubles left out.
        synthetic: how many strings were rendered.
        parameters: of the trainer.
        date: as given.
        figures: a table of measurements, or "".
    """

    rows: tuple[Row, ...]
    synthetic: int
    parameters: Mapping[str, object]
    date: str
    figures: str = ""

    def text(self) -> str:
        """Return the card, Markdown."""
        parameters = ", ".join(f"{name} {value}" for name, value in sorted(self.parameters.items()))
        return "\n".join(
            [
                "# The labeller of reference strings",
                "",
                f"A linear-chain CRF (python-crfsuite, L-BFGS: {parameters}), trained {self.date} by",
                "`python -m kjaudit.references.training`; its features are those of `kjaudit/references/features.py`.",
                "",
                "| set | strings | origin, licence |",
                "|---|---|---|",
                *_table(self.rows),
                f"| synthetic | {self.synthetic} | rendered from the rows above, Crossref records and works made up |",
                "",
                "Strings whose letters and digits are equal count once; the convention of `core` wins.",
                "`words.tsv.gz` and `journals.txt.gz` hold counts of words and names of journals in Crossref records",
                "(free to reuse), and the places, presses and given names of `places.txt`, `publishers.txt` and",
                "`given-names.txt`. Works are made up of `invented-works.txt`. Notices: `NOTICES.txt`.",
                "",
                self.figures.strip() or "Figures: `resources/handbook/references.md`.",
                "",
            ]
        )

    def write(self, path: Path) -> None:
        """Write the card to `path`."""
        path.write_text(self.text(), "utf-8")


def _table(rows: Iterable[Row]) -> list[str]:
    counts = Counter(row.source for row in rows)
    return [f"| {name} | {count} | {_licence(name)} |" for name, count in sorted(counts.items())]


def _licence(name: str) -> str:
    return next((text for start, text in LICENCES.items() if name.startswith(start)), "as given by its folder")
