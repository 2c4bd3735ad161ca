"""The text of one reference with everything marked in it: numbers, bracketed titles, what is taken already."""

from __future__ import annotations

from dataclasses import dataclass, replace

from .atoms import Atom
from .brackets import Quoted


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """
    What the readers see.

    Attributes:
        text: folded, dashes as "-", as long as the raw reference.
        start, end: the part still to be read (behind the label, before trailing matter).
        atoms: numbers outside brackets, in order.
        quoted: bracketed runs, in order.
        nobody: no people are named at the front.
        mark: where a GB/T 7714 type mark ("[J]") ends the title, or `None`.
        closed: 1 where an address, identifier or aside stands.
    """

    text: str
    start: int
    end: int
    atoms: tuple[Atom, ...]
    quoted: tuple[Quoted, ...]
    closed: bytearray
    mark: int | None = None
    nobody: bool = False

    def without_quotes(self) -> View:
        """Return the view with bracketed runs as plain words."""
        return replace(self, quoted=())
