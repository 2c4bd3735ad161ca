"""
Derive `resources/chronology/anchors.tsv` from a table of (journal, volume, year) and measure the rule TIM504 on it.

    python benchmarks/chronology.py journal_chronology.tsv.gz [--write]

Input columns: key, name, volume, median_year, n, min_year, max_year, source. An anchor is kept where a Crossref record
gives it, or two or more deposited references agree on it within a year; of the anchors of a journal the longest chain
that never goes back in time is kept. Measured by leaving each point of the table out in turn.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import random
from collections import defaultdict
from pathlib import Path

from kjaudit.language.folding import fold_words
from kjaudit.rules.time.chronology import LEAST_ANCHORS, Anchor, Timeline, conflict

RESOURCE = Path(__file__).parents[1] / "resources" / "chronology" / "anchors.tsv"


def read(path):
    points = defaultdict(list)
    with gzip.open(path, "rt", encoding="utf-8") as stream:
        for row in csv.DictReader(stream, delimiter="\t"):
            name = fold_words(row["name"] or row["key"])
            points[name].append((row, int(row["volume"]), round(float(row["median_year"]))))
    return points


def is_good(row):
    close = int(row["max_year"]) - int(row["min_year"]) <= 1
    return close and (int(row["n"]) >= 2 or row["source"] == "crossref-record")


def chain(pairs):
    pairs = sorted(set(pairs))
    length, before = [1] * len(pairs), [-1] * len(pairs)
    for i, (volume, year) in enumerate(pairs):
        for j in range(max(0, i - 60), i):
            if pairs[j][0] < volume and pairs[j][1] <= year and length[j] >= length[i]:
                length[i], before[i] = length[j] + 1, j
    found, i = [], max(range(len(pairs)), key=length.__getitem__, default=-1)
    while i >= 0:
        found.append(pairs[i])
        i = before[i]
    return found[::-1]


def timeline(name, points, skipping=None):
    kept = chain([(volume, year) for row, volume, year in points if is_good(row) and row is not skipping])
    return Timeline(name=name, source="", anchors=tuple(Anchor(volume=v, year=y) for v, y in kept))


def write(points):
    RESOURCE.parent.mkdir(parents=True, exist_ok=True)
    lines = []
    for name in sorted(points):
        anchors = timeline(name, points[name]).anchors
        if len(anchors) < LEAST_ANCHORS:
            continue
        source = "records" if any(row["source"] == "crossref-record" for row, _, _ in points[name]) else "references"
        lines.append(f"{name}\t{source}\t" + " ".join(f"{anchor.volume}:{anchor.year}" for anchor in anchors))
    RESOURCE.write_text("\n".join(lines) + "\n", "utf-8")
    print(f"{len(lines)} journals, {RESOURCE.stat().st_size} bytes")


def measure(points):
    rng = random.Random(20261121)
    covered = false = caught = total = 0
    for name, rows in points.items():
        for row, volume, year in rows:
            total += 1
            line = timeline(name, rows, skipping=row)
            if line.expected(volume) is None:
                continue
            covered += 1
            false += conflict(line, volume, year) is not None
            wrong = year + rng.choice((-1, 1)) * rng.randint(1, 15)
            caught += conflict(line, volume, wrong) is not None
    print(f"points {total} covered {covered / total:.3f} false alarms {false / covered:.4f}")
    print(f"years wrong by 1 to 15 caught {caught / covered:.3f}")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("table", type=Path)
    parser.add_argument("--write", action="store_true")
    arguments = parser.parse_args()
    table = read(arguments.table)
    if arguments.write:
        write(table)
    measure(table)
