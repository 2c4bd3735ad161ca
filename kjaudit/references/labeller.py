"""The statistical labeller: a linear-chain CRF over fine tokens."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import pycrfsuite

from kjaudit import assets

from .features import FeatureMaker
from .labels import Label
from .lexicon import roles, whole_names
from .tokens import Tokens, tokenize

FILE = "models/references.crf"
_SHORTEST_ADDRESS = 5


@dataclass(frozen=True, slots=True)
class Segment:
    """
    A stretch of one label: `start`..`end` into the string, from its first to its last token.

    `confidence` is the mean of the model's marginals over its words and numbers.
    """

    label: Label
    start: int
    end: int
    confidence: float


class Labeller:
    """A model read once; not shared between threads."""

    def __init__(self, path: str) -> None:
        self._tagger = pycrfsuite.Tagger()
        self._tagger.open(path)
        self._maker = FeatureMaker(roles(), whole_names())

    def labels(self, tokens: Tokens) -> list[Label]:
        """Return the likeliest label of each token."""
        if not tokens.words:
            return []
        return [Label(name) for name in self._tagger.tag(self._maker.features(tokens))]

    def segments(self, text: str) -> tuple[list[Segment], int]:
        """Return the labelled stretches of `text` in order, and where reading stopped (`Tokens.cut`)."""
        tokens = tokenize(text)
        if not tokens.words:
            return [], tokens.cut
        names: list[str] = self._tagger.tag(self._maker.features(tokens))
        addresses = [place for place, word in enumerate(tokens.words) if "/" in word and len(word) > _SHORTEST_ADDRESS]
        for place in addresses:
            names[place] = Label.URL.value
        marginal, words = self._tagger.marginal, tokens.words
        found: list[Segment] = []
        index, count = 0, len(names)
        while index < count:
            name, first = names[index], index
            while index < count and names[index] == name:
                index += 1
            solid = [place for place in range(first, index) if words[place].isalnum()] or [first]
            sure = 1.0 if first in addresses else sum([marginal(name, place) for place in solid]) / len(solid)
            found.append(Segment(Label(name), tokens.starts[first], tokens.ends[index - 1], round(sure, 4)))
        return found, tokens.cut


@cache
def labeller() -> Labeller:
    """Return the labeller with the model that ships."""
    return Labeller(str(assets.path(FILE)))
