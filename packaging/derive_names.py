"""
Build han.tsv and japanese-families.tsv out of the Unicode Han database and a list of Japanese names.

See resources/names/README.md.
python packaging/derive_names.py UNIHAN_DIR NAMES_DIR: UNIHAN_DIR holds Unihan_Readings.txt, Unihan_Variants.txt and
Unihan_OtherMappings.txt; NAMES_DIR holds last_name_org.csv and the first_name_*.csv files of
japanese-personal-name-dataset.
"""

from __future__ import annotations

import csv
import re
import sys
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

HERE = Path(__file__).parent.parent / "resources" / "names"
LEAST, MOST = 2, 28  # names in which a reading is heard, readings kept of a character
RENDAKU = {"k": "g", "s": "z", "t": "d", "h": "b", "c": "j", "f": "b"}


def plain(text: str) -> str:
    """Drop tone marks; ü is written v, as on a keyboard."""
    text = unicodedata.normalize("NFD", text).replace("u\u0308", "v")
    return "".join(char for char in text if not unicodedata.combining(char)).lower()


READ = {
    "kHangul": ("hangul", lambda item: item.partition(":")[0]),
    "kMandarin": ("pinyin", plain),
    "kJapaneseOn": ("on", str.lower),
    "kJapaneseKun": ("kun", str.lower),
}
"""Properties that are read: column and what is done to each item."""


def fields(path: Path) -> Iterator[tuple[str, str, str]]:
    """Yield character, property, value."""
    for line in path.read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            code, name, value = line.split("\t", 2)
            yield chr(int(code[2:], 16)), name, value


def readings(folder: Path) -> tuple[dict[str, dict[str, list[str]]], set[str]]:
    """Collect what is wanted of each character, and the characters of the national sets."""
    wanted: dict[str, dict[str, list[str]]] = defaultdict(dict)
    for char, name, value in fields(folder / "Unihan_Readings.txt"):
        if name in READ:
            kind, read = READ[name]
            wanted[char][kind] = list(dict.fromkeys(map(read, value.split())))
    for char, name, value in fields(folder / "Unihan_Variants.txt"):
        forms = [chr(int(item.partition("<")[0][2:], 16)) for item in value.split()]
        if name == "kTraditionalVariant" and char not in forms:
            wanted[char]["form"] = forms[:1]
    sets = ("kJis0", "kKSC0", "kGB0", "kJoyoKanji", "kJinmeiyoKanji")
    return wanted, {char for char, name, _ in fields(folder / "Unihan_OtherMappings.txt") if name in sets}


def voiced(reading: str) -> set[str]:
    """Return a reading and what it becomes inside a compound."""
    found = {reading}
    if reading[:1] in RENDAKU:
        found.add(RENDAKU[reading[0]] + reading[2 if reading[:2] in ("ch", "sh", "ts") and reading[:1] == "c" else 1 :])
    return found


def left_over(romaji: str, readings: list[set[str]], at: int) -> set[str]:
    """Return what is left of `romaji` for the character `at` when the others are read as known."""
    starts, ends = {0}, {len(romaji)}
    for options in readings[:at]:
        starts = {place + len(one) for place in starts for one in options if romaji.startswith(one, place)}
    for options in reversed(readings[at + 1 :]):
        ends = {place - len(one) for place in ends for one in options if romaji[:place].endswith(one)}
    return {romaji[start:end] for start in starts for end in ends if start < end}


def name_readings(folder: Path, known: dict[str, set[str]]) -> dict[str, list[str]]:
    """Learn how characters are read in given names: what is left of a name when the others are read as known."""
    counts: Counter[tuple[str, str]] = Counter()
    for path in sorted(folder.glob("first_name_*_org.csv")):
        for row in csv.reader(path.open(encoding="utf-8")):
            romaji = row[1]
            for kanji in row[2:]:
                if len(kanji) == 1:
                    counts[kanji, romaji] += LEAST
                else:
                    for at in range(len(kanji)):
                        for rest in left_over(romaji, [known.get(char, set()) for char in kanji], at):
                            if rest not in known.get(kanji[at], ()):
                                counts[kanji[at], rest] += 1
    found: dict[str, list[str]] = defaultdict(list)
    for (kanji, reading), count in counts.most_common():
        if (
            count >= LEAST
            and re.fullmatch(r"(?:[bcdfghjkmnprstwyz]{0,2}[aiueo]+n?)+", reading)
            and len(found[kanji]) < MOST
        ):
            found[kanji].append(reading)
    return found


def main(unihan: Path, names: Path) -> None:
    """Write both files beside this one."""
    wanted, national = readings(unihan)
    known = {
        char: {form for kind in ("on", "kun") for reading in values.get(kind, ()) for form in voiced(reading)}
        for char, values in wanted.items()
    }
    learnt = name_readings(names, known)
    rows = []
    for char in sorted(national):
        values = wanted.get(char, {})
        columns = [" ".join(values.get(kind, ())) for kind in ("hangul", "pinyin", "on", "kun")]
        rows.append("\t".join([char, *columns, " ".join(learnt.get(char, ())), "".join(values.get("form", ()))]))
    (HERE / "han.tsv").write_text("\n".join(rows) + "\n", "utf-8")
    families: dict[str, list[str]] = defaultdict(list)
    for row in csv.reader((names / "last_name_org.csv").open(encoding="utf-8")):
        families[row[0]] += [romaji for romaji in row[3::2] if romaji not in families[row[0]]]
    lines = [f"{kanji}\t{' '.join(found)}" for kanji, found in sorted(families.items())]
    (HERE / "japanese-families.tsv").write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
