"""
What is indexed of a record and looked for of a string: words, and pairs of numbers.

Two numbers that stand side by side in a reference, "20:13-7", are volume and first page of few works: the pair finds
a work whose title is misread or not printed, and is the cheapest thing to look up.
"""

from __future__ import annotations

from kjaudit.model import Record
from kjaudit.registries.folding import fold, terms
from kjaudit.registries.printed import Printed, first_number

_WINDOW = 3
"""How many numbers may stand after a volume before its page ("20 (3): 13", "2014; 20 (3): 13")."""
_MOST_TERMS, _MOST_NUMBERS = 400, 60
"""Terms of a string that are looked at: a longer one is no reference."""


def of_record(record: Record) -> list[str]:
    """Return the terms a record is found by, each once; the DOI is a field of its own."""
    found: list[str] = []
    for title in (*record.titles, record.subtitle):
        found += terms(fold(title))
    for name in (*record.authors[:10], *record.editors[:3]):
        found += terms(fold(name.literal or name.family))
        if name.given and not name.given.isascii():
            found += terms(fold(name.family + name.given))
    for container in record.container_titles[:3]:
        found += terms(fold(container))
    volume, page = first_number(record.volume), first_number(record.pages)
    found += [pair(one, page) for one in (volume, first_number(record.issue)) if one and page]
    found += [pair(str(year), one) for year in record.years[:2] for one in (page, volume) if one]
    return list(dict.fromkeys(found))


def of_string(printed: Printed) -> tuple[list[str], list[str]]:
    """Return the words of a string and the pairs of its neighbouring numbers, each once, in order."""
    numbers = printed.numbers[:_MOST_NUMBERS]
    pairs = [pair(one, other) for i, one in enumerate(numbers) for other in numbers[i + 1 : i + 1 + _WINDOW]]
    return list(dict.fromkeys(terms(printed.text)[:_MOST_TERMS])), list(dict.fromkeys(pairs))


def pair(before: str, after: str) -> str:
    """Return the term of two numbers that stand side by side."""
    return f"{before}:{after}"
