"""What a report is made from."""

from __future__ import annotations

import enum
from dataclasses import dataclass, field
from datetime import date

from kjaudit.model import CachedAnswer, Judged, ProjectAudit, Sent, Verdict


class Language(enum.Enum):
    """A language reports are written in."""

    ENGLISH = "en"
    KOREAN = "ko"
    JAPANESE = "ja"


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleUsed:
    """A rule that ran: its code, its name, the version that brought it, and its status."""

    code: str
    name: str
    since: str
    status: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """
    Everything a report prints. The same dossier gives the same bytes.

    Attributes:
        name: of the project or the file.
        audit: what was found.
        judged: the findings to print, with their standing, corpus findings included.
        verdicts: all decisions, oldest first, entries deliberately uncited among them.
        gone: decisions in force whose finding is no longer there.
        reviewer: who signs, or "".
        on: the day of the report.
        language: of the report's own words; quotations stay as they are.
        rules: what ran.
        ignored: codes that were switched off.
        registries: services that the reviewer let be asked.
        sent: the trail of what left the machine.
        answers: the kept answers of registries.
    """

    name: str
    audit: ProjectAudit
    on: date
    judged: tuple[Judged, ...] = ()
    verdicts: tuple[Verdict, ...] = ()
    gone: tuple[Verdict, ...] = ()
    reviewer: str = ""
    language: Language = Language.ENGLISH
    rules: tuple[RuleUsed, ...] = ()
    ignored: tuple[str, ...] = ()
    registries: tuple[str, ...] = ()
    sent: tuple[Sent, ...] = field(default=())
    answers: tuple[CachedAnswer, ...] = field(default=())
