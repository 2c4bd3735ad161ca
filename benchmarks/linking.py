"""
Measure finding and linking: on documents with gold, and how the cost grows with the size of a made manuscript.

    python benchmarks/linking.py [--documents DIR] [--formats docx,md]

DIR holds `cases/<case>/<case>.<format>` and `gold/<case>.json`; without it only the cost is measured. The made
manuscript has three full notes for every two entries. Printed: processor seconds, and the ratio between sizes: 2.0
for twice the size is linear.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections import Counter
from pathlib import Path

from kjaudit import citations, pipeline
from kjaudit.model import Document, Field, Name, Note, PartialDate, Reference, Span, WorkType
from kjaudit.rules import RULES
from kjaudit.settings import Settings

SIZES = ((375, 250), (750, 500), (1500, 1000), (3000, 2000))
HEADS = [
    "Kas",
    "Lor",
    "Men",
    "Tor",
    "Vel",
    "Bran",
    "Dun",
    "Fis",
    "Gar",
    "Hol",
    "Jor",
    "Mar",
    "Nor",
    "Pel",
    "Ras",
    "Sol",
]
TAILS = ["ton", "man", "berg", "ley", "ski", "son", "der", "ner", "wick", "field", "ford", "well"]
SYLLABLES = ["ka", "lo", "mi", "tu", "re", "sa", "no", "vi", "de", "pa", "gu"]


def word(chance):
    return "".join(chance.choice(SYLLABLES) for _ in range(chance.randint(2, 4)))


def works(count, chance):
    for _ in range(count):
        family = chance.choice(HEADS) + chance.choice(TAILS)
        title = " ".join(word(chance) for _ in range(5)).capitalize()
        yield family, chance.choice("ABCDEFGHJKLMNPRST"), title, 1950 + chance.randrange(70)


def note(chance, work, last):
    family, initial, title, year = work
    kind = chance.random()
    if kind < 0.45 or last is None:
        return f"{initial}. {family}, {title} (London: Verso, {year}), {chance.randint(1, 300)}.", work
    if kind < 0.65:
        return f"Ibid., {chance.randint(1, 300)}.", last
    if kind < 0.85:
        return f"{last[0]}, {' '.join(last[2].split()[:3])}, {chance.randint(1, 300)}.", last
    tail = f"and {last[0]}, op. cit., 33."
    return f"See {initial}. {family}, “{title},” Journal of Things {chance.randint(1, 40)} ({year}): 12; {tail}", work


def manuscript(notes, entries):
    """Return a document with so many notes, and the entries of its list."""
    chance = random.Random(7)
    listed = list(works(entries, chance))
    parts, anchors, length, last = [], [], 0, None
    for number in range(notes):
        sentence = f"This is sentence number {number} of the text.*" + (" " if (number + 1) % 5 else "\n\n")
        anchors.append(Span(length + sentence.index("*"), length + sentence.index("*") + 1))
        parts.append(sentence)
        length += len(sentence)
    spans = []
    for _ in range(notes):
        words, last = note(chance, chance.choice(listed), last)
        parts.append("\n\n" + words)
        spans.append(Span(length + 2, length + 2 + len(words)))
        length += len(words) + 2
    made = tuple(
        Note(key=f"n{place}", number=place, span=span, anchor=anchor)
        for place, (span, anchor) in enumerate(zip(spans, anchors, strict=True), 1)
    )
    document = Document(id="d", digest="", title="made", text="".join(parts), notes=made, language="en")
    references = []
    for place, (family, initial, title, year) in enumerate(listed, 1):
        raw = f"{family}, {initial}. {title}. London: Verso, {year}."
        references.append(
            Reference(
                key=f"e{place}",
                raw=raw,
                span=Span(0, len(raw)),
                type=WorkType.BOOK,
                authors=(Name(family=family, given=f"{initial}."),),
                title=Field(value=title),
                date=Field(value=PartialDate(year=year)),
            )
        )
    return document, tuple(references)


def cost():
    citations.resolve(*manuscript(40, 30))
    before = None
    for notes, entries in SIZES:
        document, references = manuscript(notes, entries)
        start = time.process_time()
        resolved = citations.resolve(document, references)
        spent = time.process_time() - start
        share = sum(link.reference is not None for link in resolved.links) / len(resolved.links)
        ratio = f", ratio {spent / before:.2f}" if before else ""
        print(f"{notes} notes, {entries} entries: {spent:.2f} s, {share:.1%} of the works linked{ratio}")
        before = spent


def documents(folder, formats):
    for form in formats:
        counts, spent = Counter(), 0.0
        for path in sorted((folder / "gold").glob("*.json")):
            gold = json.loads(path.read_text("utf-8"))
            source = folder / "cases" / path.stem / f"{path.stem}.{form}"
            if not source.exists():
                continue
            document = pipeline.read(source)
            start = time.process_time()
            case = pipeline.understand(document, Settings())
            spent += time.process_time() - start
            counts["works in gold"] += sum(len(citation["targets"]) for citation in gold["citations"])
            counts["works linked"] += sum(link.reference is not None for link in case.links)
            if gold["variant"] == "clean":
                counts["clean documents"] += 1
                for code in ("CIT101", "CIT103", "CIT104", "CIT105", "CIT106", "CIT107", "CIT108", "CIT109", "CIT111"):
                    counts[f"{code} in clean documents"] += sum(1 for _ in RULES[code].check(case))
        print(form, f"{spent:.1f} s,", ", ".join(f"{name} {count}" for name, count in counts.items()))


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[1])
    options.add_argument("--documents", type=Path)
    options.add_argument("--formats", default="docx,html,md,txt")
    given = options.parse_args()
    cost()
    if given.documents:
        documents(given.documents, given.formats.split(","))


if __name__ == "__main__":
    main()
