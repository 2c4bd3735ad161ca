"""The report's own words, by language: data in resources/templates/report/words.*.json."""

from __future__ import annotations

import functools
import json
from collections.abc import Mapping

from kjaudit import assets
from kjaudit.language import wording

from .interface import Language


class Words:
    """Words of one language. A key that is missing is a fault of the data, caught by a test, and raises KeyError."""

    def __init__(self, words: Mapping[str, str], rules: Mapping[str, str], findings: Mapping[str, str]) -> None:
        self._words = words
        self._rules = rules
        self._findings = findings

    def __call__(self, key: str, **values: object) -> str:
        """Return the words under `key` with `{name}` replaced by `values`."""
        return self._words[key].format_map(values)

    def missing(self, what: str) -> str:
        """Return what something is called that a document does not tell of itself ("author", "date", "outlet")."""
        return self._words.get(f"missing.{what}", what)

    def rule(self, name: str) -> str:
        """Return what a rule is called; its own name where nobody translated it."""
        return self._rules.get(name, name.replace("-", " "))

    def said(self, text: str) -> str:
        """Return what a rule said: a label, a suggestion, a message."""
        return wording.in_language(text, self._findings)

    def sentence(self, message: str) -> str:
        """Return what a rule said, with its full stop."""
        return wording.sentence(message, lambda english: self._findings.get(english, english))


def words(language: Language) -> Words:
    """Return the words of `language`."""
    loaded = _loaded(language.value)
    return Words(loaded["words"], loaded["rules"], wording.catalogue(language.value))


@functools.cache
def _loaded(language: str) -> dict[str, dict[str, str]]:
    data: dict[str, dict[str, str]] = json.loads(
        assets.path(f"templates/report/words.{language}.json").read_text("utf-8")
    )
    return data
