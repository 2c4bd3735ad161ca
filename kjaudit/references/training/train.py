"""Train the linear-chain CRF."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pycrfsuite

from kjaudit.references.features import FeatureMaker
from kjaudit.references.lexicon import roles

from .rows import Row
from .scheme import Labelled, labelled

PARAMETERS = {
    "c1": 0.15,
    "c2": 0.03,
    "max_iterations": 70,
    "feature.minfreq": 2,
    "period": 10,
    "delta": 1e-3,
}
"""Of L-BFGS (orthant-wise, so that most weights are nought and the file is small)."""


def train(rows: Iterable[Row], path: Path) -> int:
    """Train on `rows`, in their order, and write the model to `path`; return how many strings were used."""
    return train_labelled((item for row in rows if (item := labelled(row))), path)


def train_labelled(items: Iterable[Labelled], path: Path) -> int:
    """Train on strings under our scheme; see `train`."""
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", params=dict(PARAMETERS), verbose=False)
    maker = FeatureMaker(roles())
    used = 0
    for item in items:
        trainer.append(maker.features(item.tokens), [label.value for label in item.labels])
        used += 1
    trainer.train(str(path))
    return used
