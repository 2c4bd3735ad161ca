"""`python -m kjaudit.references.training`: train the labeller and write model, word list and card."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from .rows import read_folder, without_doubles
from .train import train
from .words import journal_names, read_names, read_records, word_roles, write_journals, write_roles


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the training program."""
    parser = argparse.ArgumentParser(prog="python -m kjaudit.references.training", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, metavar="DIR", help="folder of labelled JSON Lines")
    parser.add_argument("--records", type=Path, metavar="FILE", help="Crossref work records, one a line")
    parser.add_argument("--journals", type=Path, metavar="FILE", help="table of journals with a column name")
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="where the model goes")
    parser.add_argument("--date", required=True, help="written into the card; an argument, so that two runs agree")
    chosen = parser.parse_args(arguments)
    chosen.out.mkdir(parents=True, exist_ok=True)
    if chosen.records:
        records = list(read_records(chosen.records))
        write_roles(word_roles(records), chosen.out / "words.tsv.gz")
        write_journals(
            journal_names(records, read_names(chosen.journals) if chosen.journals else ()),
            chosen.out / "journals.txt.gz",
        )
    rows = without_doubles(read_folder(chosen.data))
    trained = train(rows, chosen.out / "references.crf")
    sys.stdout.write(f"{trained} strings\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
