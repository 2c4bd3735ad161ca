"""By what an entry of a reference list is recognised again in a revised manuscript."""

from __future__ import annotations

import hashlib
import re
import unicodedata

from kjaudit.model import Reference, Verdict

PREFIX = "entry:"
"""How `Verdict.finding` begins where the decision is about an entry."""

_LABEL = re.compile(r"^\W*\d{1,4}\W+")


def identity(reference: Reference) -> str:
    """Return a digest of the entry's letters and digits, folded: edits of space, case, marks and number keep it."""
    folded = unicodedata.normalize("NFKC", _LABEL.sub("", reference.raw, count=1)).casefold()
    letters = "".join(character for character in folded if character.isalnum())
    return hashlib.sha256(letters.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def finding_of(reference: Reference) -> str:
    """Return what `Verdict.finding` holds for a decision about this entry."""
    return PREFIX + identity(reference)


def is_about_entry(verdict: Verdict) -> bool:
    """Whether the decision is about an entry, not about a finding."""
    return verdict.finding.startswith(PREFIX)
