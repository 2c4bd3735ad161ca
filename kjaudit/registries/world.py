"""Clock, sleep and chance, as arguments, so that tests need neither to wait nor to be lucky."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from threading import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """
    What is not a function of the arguments.

    Attributes:
        clock: seconds that only go forward.
        now: the date and time (UTC) that answers are stamped with.
        pause: waits so many seconds, less when the event is set meanwhile.
        chance: a number from 0.0 up to 1.0, for jitter.
    """

    clock: Callable[[], float] = time.monotonic
    now: Callable[[], datetime] = field(default=lambda: datetime.now(UTC))
    pause: Callable[[Event, float], object] = field(default=lambda stop, seconds: stop.wait(seconds))
    chance: Callable[[], float] = random.random
