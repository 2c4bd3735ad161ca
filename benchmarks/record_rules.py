"""
What the rules REC402 and REC403 say of entries made from real records, right and wrong on purpose.

    python benchmarks/record_rules.py RECORDS.jsonl.gz [--entries 400]

Each entry is printed in one style from a Crossref record, parsed, and held against that record: as it is, and with one
thing changed to that of another record (or, for year, volume and pages, to another number). The seed is fixed.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
from collections import Counter, defaultdict
from pathlib import Path

from kjaudit import references
from kjaudit.registries.csl_work import record_of
from kjaudit.registries.gate import Identity, weigh
from kjaudit.registries.printed import Printed
from kjaudit.rules.rec.differences import differences

SEED = 7


def records(path):
    with gzip.open(path, "rt", encoding="utf-8") as stream:
        for line in stream:
            item = json.loads(line)
            record = record_of(item.get("record", item), "crossref")
            whole = record.titles and record.authors and record.years and record.container_titles
            placed = record.type == "journal-article" and record.volume.isdigit() and "-" in record.pages
            if whole and placed and record.authors[0].family and record.authors[0].given:
                yield record


def printed(record, **change):
    have = {
        "authors": record.authors,
        "year": record.years[0],
        "volume": record.volume,
        "pages": record.pages,
        "title": record.titles[0],
        "doi": record.doi,
    } | change
    people = [name for name in have["authors"][:4] if name.family]
    names = ", ".join(f"{name.family}, {''.join(word[0] + '.' for word in name.given.split())}" for name in people)
    names += ", et al." if len(have["authors"]) > 4 else ""
    title = have["title"].capitalize() if have["title"].isupper() else have["title"]
    place = f"{record.container_titles[0]}, {have['volume']}({record.issue or 1}), {have['pages']}"
    return f"{names} ({have['year']}). {title}. {place}. https://doi.org/{have['doi']}"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("records", type=Path)
    parser.add_argument("--entries", type=int, default=400)
    arguments = parser.parse_args()
    chosen = list(records(arguments.records))
    random.Random(SEED).shuffle(chosen)
    chosen = chosen[: arguments.entries]
    counts = defaultdict(Counter)
    for record, other in zip(chosen, [*chosen[1:], chosen[0]], strict=True):
        for what, raw, held in (
            ("as it is", printed(record), record),
            ("year less 4", printed(record, year=record.years[0] - 4), record),
            ("volume and 17", printed(record, volume=str(int(record.volume) + 17)), record),
            ("7 before the page", printed(record, pages=f"7{record.pages}"), record),
            ("other authors", printed(record, authors=other.authors), record),
            ("only the first author", printed(record, authors=record.authors[:1]), record),
            ("another title", printed(record, title=other.titles[0]), record),
            ("another's DOI", printed(record, doi=other.doi), other),
        ):
            stray = weigh(Printed(raw), held).identity is Identity.OTHER
            counts[what]["entries"] += 1
            counts[what]["REC402"] += stray
            counts[what]["REC403"] += not stray and bool(differences(references.parse(raw), held))
    for what, found in counts.items():
        print(what, dict(found))


if __name__ == "__main__":
    main()
