"""How far two things are apart, and why."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Penalty:
    """
    One reason why two things differ.

    Attributes:
        name: what differs ("author", "year", "title", "script", ...).
        value: 0.0 the same .. 1.0 nothing alike.
        weight: how much it counts against the others; > 0.
        detail: what was seen, for a person ("Moisiu / Moisio"), or "".
    """

    name: str
    value: float
    weight: float
    detail: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Distance:
    """
    Named, weighted penalties; the total is their weighted mean, 0.0 the same .. 1.0 nothing alike.

    No penalty at all means that nothing could be compared: the total is then 1.0.
    """

    penalties: tuple[Penalty, ...] = ()

    @property
    def total(self) -> float:
        """The weighted mean of the penalties."""
        weight = sum(penalty.weight for penalty in self.penalties)
        return sum(penalty.value * penalty.weight for penalty in self.penalties) / weight if weight else 1.0

    def dearest(self) -> tuple[Penalty, ...]:
        """Penalties that cost something, the dearest first."""
        costly = [penalty for penalty in self.penalties if penalty.value > 0]
        return tuple(sorted(costly, key=lambda penalty: (-penalty.value * penalty.weight, penalty.name)))
