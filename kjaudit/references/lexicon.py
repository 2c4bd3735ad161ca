"""Which role a word mostly plays in records of works: given name, family name, place, publisher, journal, title."""

from __future__ import annotations

import gzip
import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from kjaudit import assets

_LETTERS = re.compile(r"[^\W\d_]+")
FILE = "models/words.tsv.gz"
JOURNALS_FILE = "models/journals.txt.gz"
PUBLISHERS_FILE, PLACES_FILE = "models/publishers.txt", "models/places.txt"
GIVEN, FAMILY, PLACE, PUBLISHER, JOURNAL, TITLE = "g", "f", "p", "u", "j", "t"


@cache
def roles() -> Mapping[str, str]:
    """
    Return case-folded word -> role letters, strongest first; capital where nearly all its uses are of that role.

    Written by `kjaudit.references.training`.
    """
    text = gzip.decompress(assets.path(FILE).read_bytes()).decode("utf-8")
    return MappingProxyType(dict(line.split("\t", 1) for line in text.splitlines()))


@cache
def journals() -> frozenset[str]:
    """Return the names of known journals and series, letters and digits only, case-folded; from the same program."""
    return frozenset(gzip.decompress(assets.path(JOURNALS_FILE).read_bytes()).decode("utf-8").split())


@cache
def whole_names() -> Mapping[str, str]:
    """Return names, letters only, case-folded -> what a stretch is that is no more: journal, publisher or place."""
    found = dict.fromkeys(journals(), JOURNAL)
    for file, role in ((PLACES_FILE, PLACE), (PUBLISHERS_FILE, PUBLISHER)):
        for line in assets.path(file).read_text("utf-8").splitlines():
            if not line.startswith("#"):
                found["".join(_LETTERS.findall(line.casefold()))] = role
    return MappingProxyType(found)
