"""Texts that teach a procedure: what they show the reader is no claim about the world."""

from __future__ import annotations

from kjaudit.language import lexicon
from kjaudit.language.reading import Reading, Sentence

SHARE = 0.2
"""Share of sentences of the bench from which a text teaches; a guide for travellers has .11, a tutorial .30."""
LEAST = 12
"""Such sentences a text must have: a short column may well address its reader four times."""


def at_bench(read: Reading) -> frozenset[int]:
    """
    Return the places in `read.sentences` of those that show the reader a file, a command, a step or a measure.

    Empty unless the text as a whole teaches a procedure.
    """
    found = [number for number, sentence in enumerate(read.sentences) if _shows(sentence)]
    teaches = len(found) >= LEAST and len(found) >= SHARE * len(read.sentences)
    return frozenset(found) if teaches else frozenset()


def _shows(sentence: Sentence) -> bool:
    if sentence.language not in lexicon.LANGUAGES:
        return False
    return lexicon.matcher(sentence.language, "workbench").search(sentence.folded) is not None
