"""
How fast the local index answers, and how large it grows, at so many records.

    python benchmarks/index.py RECORDS.jsonl.gz [--strings STRINGS.jsonl.gz] [--rows 200000,1000000] [--folder DIR]

RECORDS are Crossref work records. All of them are indexed; the rest of the rows recombine them with a fixed seed: the
first half of one title with the second half of another, authors of a third, journal, volume, pages and year of a
fourth.
STRINGS are objects with `reference` and `doi` (and the parts that make a record of it): the first half of them is
indexed, all are looked up. Without them, strings made of the records are.
"""

from __future__ import annotations

import argparse
import gzip
import itertools
import json
import random
import resource
import tempfile
import time
from dataclasses import replace
from pathlib import Path

from kjaudit.registries import index
from kjaudit.registries.csl_work import record_of

SEED = 20261121


def rows_of(path):
    with gzip.open(path, "rt", encoding="utf-8") as stream:
        for line in stream:
            item = json.loads(line)
            yield item.get("record", item)


def recombined(real, count):
    rng = random.Random(SEED)
    for number in range(count):
        front, back, who, where = (rng.choice(real) for _ in range(4))
        first, second = (item.titles[0].split() if item.titles else [] for item in (front, back))
        title = " ".join(first[: (len(first) + 1) // 2] + second[len(second) // 2 :])
        doi = f"10.99999/{number}"
        yield replace(where, titles=(title,), subtitle="", authors=who.authors, doi=doi, id=doi, updates=())


def printed(record):
    author = record.authors[0] if record.authors else None
    name = f"{author.family}, {author.given[:1]}. " if author and author.family else ""
    year = record.years[0] if record.years else ""
    journal = record.container_titles[0] if record.container_titles else ""
    return f"{name}({year}). {record.titles[0]}. {journal} {record.volume}, {record.pages}."


def record_of_string(row):
    return record_of(
        {
            "DOI": row["doi"],
            "type": "article-journal",
            "title": row.get("atitle", ""),
            "container-title": row.get("jtitle", ""),
            "author": [{"family": row.get("firstAuthor", "")}],
            "volume": row.get("volume", ""),
            "page": row.get("firstPage", ""),
        },
        "index",
    )


def run(real, known, strings, rows, folder):
    output = Path(folder) / f"index-{rows}"
    started = time.perf_counter()
    built = index.build(itertools.chain(real, known, recombined(real, rows - len(real) - len(known))), output)
    seconds = time.perf_counter() - started
    size = sum(path.stat().st_size for path in output.iterdir()) / 1e6
    local = index.LocalIndex(output)
    for raw in strings[:100]:
        local.look_up(raw)
    started = time.process_time()
    found = sum(local.look_up(raw).best is not None for raw in strings)
    rate = len(strings) / (time.process_time() - started)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"rows {built.indexed} build {seconds:.0f} s size {size:.0f} MB lookups/s (of one core's time) {rate:.0f} "
        f"found {found / len(strings):.4f} peak memory {peak:.0f} MB",
        flush=True,
    )


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("records", type=Path)
    parser.add_argument("--strings", type=Path)
    parser.add_argument("--rows", default="200000,1000000")
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--limit", type=int, default=3000)
    arguments = parser.parse_args()
    originals = [record_of(item, "index") for item in rows_of(arguments.records)]
    asked, indexed = [], []
    if arguments.strings:
        wanted = [row for row in rows_of(arguments.strings) if isinstance(row["reference"], str)][: arguments.limit]
        asked = [" ".join(row["reference"].split()) for row in wanted]
        indexed = [record_of_string(row) for row in wanted[: len(wanted) // 2]]
    else:
        asked = [printed(record) for record in originals if record.titles][: arguments.limit]
    with tempfile.TemporaryDirectory(dir=arguments.folder) as place:
        for count in arguments.rows.split(","):
            run(originals, indexed, asked, int(count), place)
