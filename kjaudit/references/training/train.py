"""Train the linear-chain CRF."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pycrfsuite

from kjaudit.references.features import FeatureMaker
from kjaudit.references.lexicon import roles, whole_names

from .invented import invented
from .render import rendered
from .rows import Row
from .scheme import Labelled, labelled
from .works import Work, from_labelled

PARAMETERS = {
    "c1": 0.43,
    "c2": 1.0,
    "max_iterations": 62,
    "feature.minfreq": 3,
    "period": 10,
    "delta": 1e-3,
}
"""Of L-BFGS (orthant-wise, so that most weights are nought and the file is small)."""


SYNTHETIC = 7_500
"""Strings to render, where nothing else is said."""

SEED = 20261121
INVENTED = 2_000
"""Works made up to render, beside those of labelled strings and records."""

RECORD_STEP = 4
"""Every fourth record is rendered: the sciences they abound in must not outweigh what humanities texts cite."""


def train(rows: Iterable[Row], path: Path, *, works: Iterable[Work] = (), synthetic: int = 0) -> int:
    """
    Train on `rows`, in their order, and write the model to `path`.

    Args:
        rows: labelled strings.
        path: of the model.
        works: further works to render, beside those that `rows` describe.
        synthetic: how many strings to render.

    Returns:
        how many strings were used.
    """
    items = [item for row in rows if (item := labelled(row))]
    if synthetic:
        shelf = [*from_labelled(items), *list(works)[::RECORD_STEP], *invented(INVENTED, SEED)]
        items += [item for row in rendered(shelf, synthetic, SEED) if (item := labelled(row))]
    return train_labelled(items, path)


def train_labelled(items: Iterable[Labelled], path: Path) -> int:
    """Train on strings under our scheme; see `train`."""
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", params=dict(PARAMETERS), verbose=False)
    maker = FeatureMaker(roles(), whole_names())
    used = 0
    for item in items:
        trainer.append(maker.features(item.tokens), [label.value for label in item.labels])
        used += 1
    trainer.train(str(path))
    return used
