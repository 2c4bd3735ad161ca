"""How fast one service is asked, and when it is left alone. Shared by threads."""

from __future__ import annotations

import re
from collections.abc import Mapping
from threading import Lock

from .interface import Limits, Pace

_LIMIT = ("x-rate-limit-limit", "x-ratelimit-limit", "ratelimit-limit")
_INTERVAL = ("x-rate-limit-interval", "x-ratelimit-interval")
_MARGIN = 0.9
"""Share of the allowed rate that is used: clocks and networks are not exact."""


class Throttle:
    """
    Lets requests of one kind to one service through, so many a second and so many at once.

    Limits are read from the headers of every answer (`x-rate-limit-limit`, `-interval`, `x-concurrency-limit`).
    """

    def __init__(self, pace: Pace, hurry: float = 1.0) -> None:
        """`hurry`: see `Limits.hurry`."""
        self._lock = Lock()
        self._share = _MARGIN * hurry
        self._gap = 1.0 / (pace.per_second * self._share)
        self._at_once = pace.at_once
        self._running = 0
        self._free_at = float("-inf")

    def enter(self, now: float) -> float:
        """Take a turn and return 0.0, or return the seconds after which to try again."""
        with self._lock:
            if now < self._free_at:
                return self._free_at - now
            if self._running >= self._at_once:
                return 0.02
            self._running += 1
            self._free_at = now + self._gap
            return 0.0

    def leave(self) -> None:
        """Give the turn back."""
        with self._lock:
            self._running -= 1

    def heard(self, headers: Mapping[str, str]) -> None:
        """Take the limits that an answer states."""
        number = _number(next((headers[key] for key in _LIMIT if key in headers), ""))
        seconds = _number(next((headers[key] for key in _INTERVAL if key in headers), "1")) or 1.0
        at_once = _number(headers.get("x-concurrency-limit", ""))
        with self._lock:
            if number:
                self._gap = seconds / (number * self._share)
            if at_once:
                self._at_once = max(1, min(8, int(at_once)))

    def slow_down(self, until: float) -> None:
        """Let nothing through before `until`, on the clock of `enter`."""
        with self._lock:
            self._free_at = max(self._free_at, until)


class Breaker:
    """
    Leaves a service alone that fails again and again, or has not given its first answer in time.

    After a rest one request is let through to see whether it is back.
    """

    def __init__(self, limits: Limits) -> None:
        self._lock = Lock()
        self._limits = limits
        self._answered = False
        self._first_asked: float | None = None
        self._failures = 0
        self._open_until: float | None = None
        self._reason = ""

    def refusal(self, now: float) -> str:
        """Return why the service is not asked now, or ""; the first call starts the wait for a first answer."""
        with self._lock:
            if self._first_asked is None:
                self._first_asked = now
            if self._open_until is None:
                return ""
            if now < self._open_until:
                return self._reason
            # One request goes through; the others wait for what comes of it.
            self._open_until = now + self._limits.rest
            return ""

    def patience(self, now: float) -> float:
        """Return the seconds an answer may take now."""
        with self._lock:
            if self._answered or self._first_asked is None or self._open_until is not None:
                return self._limits.answer
            return max(0.05, self._first_asked + self._limits.first_answer - now)

    def succeeded(self) -> None:
        """Note a usable answer."""
        with self._lock:
            self._answered = True
            self._failures = 0
            self._open_until = None

    def failed(self, reason: str, now: float) -> None:
        """Note a failure; `reason` is kept to be given for the requests that are not made."""
        with self._lock:
            self._failures += 1
            asked = self._first_asked if self._first_asked is not None else now
            late = not self._answered and now - asked >= 0.99 * self._limits.first_answer
            if late or self._failures >= self._limits.failures or self._open_until is not None:
                self._open_until = now + self._limits.rest
                self._reason = reason


def _number(text: str) -> float:
    found = re.match(r"\s*(\d+(?:\.\d+)?)", text)
    return float(found.group(1)) if found else 0.0
