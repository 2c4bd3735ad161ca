"""What rules, readers, registries and the store say, in the reviewer's language."""

from __future__ import annotations

import functools
import json
from collections.abc import Callable, Mapping
from types import MappingProxyType

from kjaudit import assets
from kjaudit.model import Said

ENGLISH = "en"
"""The language rules speak; it needs no catalogue."""
_ENDS = frozenset(".!?。！？")


@functools.cache
def catalogue(language: str) -> Mapping[str, str]:
    """
    Return sentences and templates with their translation into `language` ("ko"): what rules say (findings.*.json in
    resources/translations), and what readers, registries and the store tell (notices.*.json). English has none.

    Raises:
        FileNotFoundError: there is no catalogue of that language.
    """
    if language == ENGLISH:
        return MappingProxyType({})
    found: dict[str, str] = {}
    for kind in ("findings", "notices"):
        found |= json.loads(assets.path(f"translations/{kind}.{language}.json").read_text("utf-8"))
    return MappingProxyType(found)


def in_language(text: str, catalogue: Mapping[str, str]) -> str:
    """
    Return what a rule said in the language of `catalogue` (template or sentence -> translation).

    A `Said` is translated by its template, and the values in it that were said, too; any other text by itself; what the
    catalogue does not hold is returned as it is.
    """
    return worded(text, lambda english: catalogue.get(english, english))


def worded(text: str, translated: Callable[[str], str]) -> str:
    """Return `text` as `in_language` does; `translated` returns what it does not know as it is."""
    if not isinstance(text, Said):
        return translated(text)
    values = {
        name: worded(value, translated) if isinstance(value, Said) else value for name, value in text.values.items()
    }
    found = translated(text.template)
    return found.format_map(values) if values else found


def sentence(message: str, translated: Callable[[str], str]) -> str:
    """Return a message in the other language with the full stop that messages do without; languages differ in it."""
    said = worded(message, translated)
    return said if not said or said[-1] in _ENDS else translated("{sentence}.").format(sentence=said)
