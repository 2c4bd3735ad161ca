"""How the cost of matching grows with the size of the list: ratios between sizes, not times.

Run: python benchmarks/matching.py
"""

from __future__ import annotations

import time
from collections.abc import Callable

from kjaudit.matching import compare, index, of_references, strays, twins
from kjaudit.model import Field, Name, PartialDate, Reference, Span

FAMILIES = ("Kim", "김", "Lee", "이", "Nakamura", "中村", "Smith", "Garcia", "van Dijk", "Müller", "Chen", "陳")
SMALL, LARGE = 2_000, 20_000


def reference(number: int) -> Reference:
    family = f"{FAMILIES[number % len(FAMILIES)]}"
    other = "bcdfghjklm"[number // 12 % 10] + "aeiou"[number // 120 % 5] + "nrst"[number // 600 % 4]
    title = f"Title {number} of work {number * 7919}"
    raw = f"{family} {other}. {1950 + number % 70}. {title}. Journal {number % 300} {number % 90}."
    return Reference(
        key=f"e{number}",
        raw=raw,
        span=Span(0, len(raw)),
        authors=(Name(family=family, given=other.title()),),
        title=Field(value=title),
        date=Field(value=PartialDate(year=1950 + number % 70)),
        container_title=Field(value=f"Journal {number % 300}"),
        volume=Field(value=str(number % 90)),
    )


def identical(number: int) -> Reference:
    one = reference(7)
    return Reference(key=f"e{number}", raw=one.raw, span=one.span, authors=one.authors, title=one.title, date=one.date)


def link(count: int) -> None:
    works = of_references(map(reference, range(count)))
    kept = index(works)
    for work in works[:1000]:
        for position in kept.candidates(names=work.names, years=work.years, title=work.titles[0])[:8]:
            compare(work, kept.works[position])


def seconds(action: Callable[[], object]) -> float:
    started = time.perf_counter()
    action()
    return time.perf_counter() - started


def main() -> None:
    cases: dict[str, Callable[[int], object]] = {
        "twins of a list": lambda count: twins([reference(number) for number in range(count)]),
        "twins of identical entries": lambda count: twins([identical(number) for number in range(count)]),
        "strays of a list": lambda count: strays([reference(number) for number in range(count)]),
        "index and 1,000 questions": link,
    }
    print(f"{'':30} {SMALL:>8} {LARGE:>8}  growth of cost by growth of size (1.0: linear)")
    for name, case in cases.items():
        case(50)  # tables load
        small, large = seconds(lambda case=case: case(SMALL)), seconds(lambda case=case: case(LARGE))
        print(f"{name:30} {small:8.2f} {large:8.2f}  {large / small / (LARGE / SMALL):.2f}")


if __name__ == "__main__":
    main()
