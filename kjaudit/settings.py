"""What the reviewer may set; handed down as an argument, never read from a global."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from kjaudit.model import WatchedJournal


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """
    Everything that changes what an audit finds.

    Attributes:
        today: the day the audit is about: a year after it is in the future.
        ignore: codes that are not run.
        registries: names of the registries that may be asked; empty (the start) opens no socket.
        mailto: address that registries ask for; given by the user, or "".
        preview: whether rules of status PREVIEW run.
        watched: journals of the list that the reviewer gave, for REC407; none at the start.
    """

    today: date = field(default_factory=date.today)
    ignore: frozenset[str] = frozenset()
    registries: tuple[str, ...] = ()
    mailto: str = ""
    preview: bool = True
    watched: tuple[WatchedJournal, ...] = ()
