"""Which role each word mostly plays, counted in records of works and in a hand-made list of places."""

from __future__ import annotations

import gzip
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from kjaudit import assets
from kjaudit.references.lexicon import FAMILY, GIVEN, JOURNAL, PLACE, PUBLISHER, PUBLISHERS_FILE, TITLE

PLACES, GIVEN_NAMES = "models/places.txt", "models/given-names.txt"
_WORD = re.compile(r"[^\W\d_]{2,}")
_LETTERS = re.compile(r"[^\W\d_]+")
_SHORTEST_NAME = 4
_LISTED = 3
_MOSTLY, _OFTEN, _LEAST = 0.85, 0.3, 2


def word_roles(records: Iterable[dict[str, object]]) -> dict[str, str]:
    """
    Return case-folded word -> role letters: capital where over 85 % of its weight is that role, small over 30 %.

    A role's counts are divided by its total, so that long titles do not drown names.
    """
    counts: dict[str, Counter[str]] = {role: Counter() for role in (GIVEN, FAMILY, PUBLISHER, JOURNAL, TITLE)}
    for record in _distinct(records):
        for role, text in _texts(record):
            counts[role].update({word.casefold() for word in _WORD.findall(text)})
    counts[PLACE] = Counter(
        word.casefold()
        for line in assets.path(PLACES).read_text("utf-8").splitlines()
        if not line.startswith("#")
        for word in _WORD.findall(line)
    )
    for line in assets.path(PUBLISHERS_FILE).read_text("utf-8").splitlines():
        for word in _WORD.findall(line) if not line.startswith("#") else ():
            counts[PUBLISHER][word.casefold()] += _LISTED
    for line in assets.path(GIVEN_NAMES).read_text("utf-8").splitlines():
        for word in line.split() if not line.startswith("#") else ():
            counts[GIVEN].update(dict.fromkeys(_WORD.findall(word.casefold()), _LISTED))
    totals = {role: max(1, sum(counter.values())) for role, counter in counts.items()}
    totals[PLACE] = max(totals[PLACE], 20_000)
    found: dict[str, str] = {}
    for word in sorted(set().union(*counts.values())):
        if sum(counter[word] for counter in counts.values()) < _LEAST and not counts[PLACE][word]:
            continue
        shares = {role: counter[word] / totals[role] for role, counter in counts.items()}
        whole = sum(shares.values())
        ranked = sorted(shares, key=lambda role: -shares[role])
        letters = "".join(
            role.upper() if shares[role] >= _MOSTLY * whole else role
            for role in ranked
            if shares[role] >= _OFTEN * whole
        )
        if letters:
            found[word] = letters
    return found


def journal_names(records: Iterable[dict[str, object]], others: Iterable[str] = ()) -> set[str]:
    """Return the names of journals and series in `records` and `others`, letters only, case-folded."""
    found = {"".join(_LETTERS.findall(name.casefold())) for name in others}
    for record in records:
        for key in ("container-title", "short-container-title"):
            values = record.get(key)
            for value in values if isinstance(values, list) else []:
                found.add("".join(_LETTERS.findall(str(value).casefold())))
    return {name for name in found if len(name) >= _SHORTEST_NAME}


def read_names(path: Path) -> Iterator[str]:
    """Read the names of journals: the column "name" of a table with tabs, compressed or not."""
    data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    lines = data.decode("utf-8").splitlines()
    column = lines[0].split("\t").index("name")
    for line in lines[1:]:
        yield line.split("\t")[column]


def write_journals(names: set[str], path: Path) -> None:
    """Write `names` where `kjaudit.references.lexicon` reads them; the same names give the same bytes."""
    path.write_bytes(gzip.compress("\n".join(sorted(names)).encode("utf-8"), mtime=0))


def write_roles(roles: dict[str, str], path: Path) -> None:
    """Write `roles` where `kjaudit.references.lexicon` reads them; the same roles give the same bytes."""
    text = "".join(f"{word}\t{letters}\n" for word, letters in sorted(roles.items()))
    path.write_bytes(gzip.compress(text.encode("utf-8"), mtime=0))


def read_records(path: Path) -> Iterator[dict[str, object]]:
    """Read Crossref work records, one a line, compressed or not."""
    data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    for line in data.decode("utf-8").splitlines():
        record = json.loads(line)
        yield record.get("message", record)


def _distinct(records: Iterable[dict[str, object]]) -> Iterator[dict[str, object]]:
    seen: set[object] = set()
    for record in records:
        if record.get("DOI") not in seen:
            seen.add(record.get("DOI"))
            yield record


def _texts(record: dict[str, object]) -> Iterator[tuple[str, str]]:
    people = record.get("author")
    for person in people if isinstance(people, list) else []:
        yield GIVEN, str(person.get("given", ""))
        yield FAMILY, str(person.get("family", ""))
    for role, key in ((JOURNAL, "container-title"), (TITLE, "title")):
        values = record.get(key)
        for value in values[:1] if isinstance(values, list) else []:
            yield role, str(value)
    yield PUBLISHER, str(record.get("publisher", ""))
