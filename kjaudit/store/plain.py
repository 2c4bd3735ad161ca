"""Frozen dataclasses of the model to plain JSON values and back, by their type hints."""

from __future__ import annotations

import dataclasses
import enum
import functools
import types
from datetime import datetime
from typing import Any, TypeAlias, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from kjaudit import model
from kjaudit.model import Said

T = TypeVar("T")
Plain: TypeAlias = Any
"""What `json` reads and writes."""
Hint: TypeAlias = Any
"""What `typing.get_type_hints` gives."""


def to_plain(value: object) -> Plain:
    """Return `value` as what `json.dumps` takes; fields that hold their default are left out."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {
            field.name: to_plain(getattr(value, field.name))
            for field in dataclasses.fields(value)
            if getattr(value, field.name) != _default(field)
        }
    if isinstance(value, enum.Enum):
        return value.value
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, tuple):
        return [to_plain(item) for item in value]
    if isinstance(value, Said):
        # Kept by its parts, so that it can still be said in another language when it is read back.
        return {"template": value.template, "values": {name: to_plain(part) for name, part in value.values.items()}}
    return value


def from_plain(kind: type[T], plain: Plain) -> T:
    """
    Return the `kind` that `plain` was made from; a field unknown to `kind` (from a newer program) is left out.

    Raises:
        TypeError, ValueError, KeyError: it was not made from one.
    """
    return cast("T", _read(kind, plain))


@functools.cache
def _hints(kind: type) -> dict[str, Hint]:
    # some hints name classes that their module imports for the type checker only
    return get_type_hints(kind, localns=vars(model))


def _default(field: dataclasses.Field[Any]) -> object:
    if field.default_factory is not dataclasses.MISSING:
        return field.default_factory()
    return field.default


def _read(hint: Hint, plain: Plain) -> object:
    origin: object = get_origin(hint)
    if origin in (Union, types.UnionType):
        inner = [part for part in get_args(hint) if part is not type(None)]
        return None if plain is None else _read(inner[0], plain)
    if origin is tuple:
        return tuple(_read(get_args(hint)[0], item) for item in plain)
    if isinstance(hint, type):
        return _read_class(hint, plain)
    return plain


def _read_class(hint: type, plain: Plain) -> object:
    if dataclasses.is_dataclass(hint):
        known = _hints(hint)
        return hint(**{name: _read(known[name], value) for name, value in plain.items() if name in known})
    if issubclass(hint, enum.Enum):
        return hint(plain)
    if issubclass(hint, datetime):
        return datetime.fromisoformat(plain)
    if hint is str and isinstance(plain, dict):
        return _said(plain)
    return hint(plain) if hint in (int, float, str, bool) else plain


def _said(plain: dict[str, Any]) -> Said:
    values = {name: _said(part) if isinstance(part, dict) else part for name, part in plain["values"].items()}
    return Said(plain["template"], values)
