"""
`python -m kjaudit.references.training`: train the labeller; write model, word lists and card.

The same files and arguments give the same model.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from .card import Card
from .rows import read_folder, without_doubles
from .train import PARAMETERS, SYNTHETIC, train
from .words import journal_names, read_names, read_records, word_roles, write_journals, write_roles
from .works import from_records, tongue_of


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the training program."""
    parser = argparse.ArgumentParser(prog="python -m kjaudit.references.training", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, metavar="DIR", help="folder of labelled JSON Lines")
    parser.add_argument("--records", type=Path, metavar="FILE", help="Crossref work records, one a line")
    parser.add_argument("--journals", type=Path, metavar="FILE", help="table of journals with a column name")
    parser.add_argument("--without", action="append", default=[], metavar="SET", help="leave out this set")
    parser.add_argument(
        "--foreign", action="append", default=[], metavar="SET", help="of this noisy set use only what is not English"
    )
    parser.add_argument("--synthetic", type=int, default=SYNTHETIC, metavar="N", help="strings to render (%(default)s)")
    parser.add_argument("--figures", type=Path, metavar="FILE", help="table of measurements for the card")
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="where the model goes")
    parser.add_argument("--date", required=True, help="for the card; an argument, so that two runs agree")
    chosen = parser.parse_args(arguments)
    chosen.out.mkdir(parents=True, exist_ok=True)
    records = list(read_records(chosen.records)) if chosen.records else []
    if records:
        names = read_names(chosen.journals) if chosen.journals else ()
        write_roles(word_roles(records), chosen.out / "words.tsv.gz")
        write_journals(journal_names(records, names), chosen.out / "journals.txt.gz")
    every = [row for row in without_doubles(read_folder(chosen.data)) if row.source not in chosen.without]
    rows = [row for row in every if row.source not in chosen.foreign or tongue_of(row.text) != "en"]
    used = train(rows, chosen.out / "references.crf", works=from_records(records), synthetic=chosen.synthetic)
    figures = chosen.figures.read_text("utf-8") if chosen.figures else ""
    card = Card(rows=tuple(rows), synthetic=chosen.synthetic, parameters=PARAMETERS, date=chosen.date, figures=figures)
    card.write(chosen.out / "references.card.md")
    sys.stdout.write(f"{used} strings\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
