"""What a rule is."""

from __future__ import annotations

import enum
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from kjaudit.model import Case, Corpus, Finding, Severity


class Need(enum.Enum):
    """What a rule reads; it runs again when one of these changes."""

    TEXT = enum.auto()
    REFERENCES = enum.auto()
    LINKS = enum.auto()
    CLAIMS = enum.auto()
    RECORDS = enum.auto()


class Status(enum.Enum):
    """Where a rule is in its life. A removed code is never given to another rule."""

    PREVIEW = "preview"
    STABLE = "stable"
    DEPRECATED = "deprecated"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """
    One check.

    Attributes:
        code: three letters of the family and three digits; never reused.
        name: what is found, not what to do: "vague-attribution".
        severity: of its findings, unless the reviewer's settings say otherwise.
        needs: what it reads.
        since: version that brought it.
        check: a pure function: same case, same findings, in text order.
    """

    code: str
    name: str
    severity: Severity
    needs: frozenset[Need]
    since: str
    status: Status
    check: Callable[[Case], Iterator[Finding]]


@dataclass(frozen=True, slots=True, kw_only=True)
class CorpusRule:
    """One check over the documents of a project; otherwise like `Rule`."""

    code: str
    name: str
    severity: Severity
    needs: frozenset[Need]
    since: str
    status: Status
    check: Callable[[Corpus], Iterator[Finding]]
