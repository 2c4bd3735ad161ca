"""All rules by code. A rule is found by its file: adding one touches nothing else."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from types import ModuleType

from . import cit, corpus, rec, ref, src, time
from .interface import CorpusRule, Rule


def _found(family: ModuleType) -> Iterator[object]:
    for module in sorted(pkgutil.iter_modules(family.__path__), key=lambda found: found.name):
        yield getattr(importlib.import_module(f"{family.__name__}.{module.name}"), "RULE", None)


_ALL = [rule for family in (cit, ref, rec, src, time, corpus) for rule in _found(family)]

RULES: dict[str, Rule] = {rule.code: rule for rule in _ALL if isinstance(rule, Rule)}
"""Rules over one document, by code."""

CORPUS_RULES: dict[str, CorpusRule] = {rule.code: rule for rule in _ALL if isinstance(rule, CorpusRule)}
"""Rules over the documents of a project, by code."""
