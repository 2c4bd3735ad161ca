"""Sentences that can be said again in another language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType


class Said(str):
    """
    A sentence in English that remembers the template and the values it was made of.

    Wherever text is kept, compared, hashed or written it is the English sentence and nothing else; only what shows it
    to a person (`kjaudit.language.wording`) asks for the template. Editing it (slicing, joining) gives a plain `str`.
    """

    __slots__ = ("template", "values")
    template: str
    values: Mapping[str, str | int | float]

    def __new__(cls, template: str, values: Mapping[str, str | int | float]) -> Said:
        """Make the sentence of `template`, its `{name}`s replaced from `values`; without values it stays as it is."""
        made = super().__new__(cls, template.format_map(values) if values else template)
        made.template = template
        made.values = MappingProxyType(dict(values))
        return made

    def __reduce__(self) -> tuple[type[Said], tuple[str, dict[str, str | int | float]]]:
        """Pickle and copy by what it is made of."""
        return Said, (self.template, dict(self.values))


def say(template: str, **values: object) -> Said:
    """
    Return the English sentence of `template` (`str.format`) with `values`; without values `template` as it is.

    A value that is itself `Said` is put into the other language with the sentence; any other value (a name, a
    quotation, a number) stays as it is.

    Raises:
        KeyError: the template names a value that is not given.
    """
    kept = {name: value if isinstance(value, (str, int, float)) else str(value) for name, value in values.items()}
    return Said(template, kept)


def joined(parts: Sequence[str], pair: str = "{first}, {rest}") -> str:
    """Return `parts` one after the other as `pair` says; "" for none. Those that are `Said` remain so within it."""
    if not parts:
        return ""
    return say(pair, first=parts[0], rest=joined(parts[1:], pair)) if len(parts) > 1 else parts[0]


def opening(text: str) -> str:
    """Return `text` with a capital letter at its start, as a message has it."""
    if not isinstance(text, Said):
        return text[:1].upper() + text[1:]
    return Said(text.template[:1].upper() + text.template[1:], text.values)
