"""What a reviewer can decide, ask and take away."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path

from kjaudit import store
from kjaudit.model import (
    Changes,
    Decision,
    Judged,
    KjauditError,
    SettingsError,
    Standing,
    Verdict,
    say,
)
from kjaudit.report import Dossier, EvidenceCard, Language, Matrix, cards, matrix, write_whole
from kjaudit.rules import CORPUS_RULES, RULES

from . import decisions
from .documents import with_decisions
from .entry_identity import is_about_entry
from .exporting import rules_used, written
from .interface import ExportFormat, ExportScope
from .looking_up import LookingUp
from .session import Clock, now


class Workspace(LookingUp):
    """
    One project, or some files without one, and what was decided about them: one method a button and a sub-command.

    Make one with `create`, `open` or `throwaway`; it is a context manager that closes itself. Opening reads no
    manuscript: call `audit` next. Every method that changes something returns `Changes`, so that each panel knows
    whether to refresh. Methods may be called from any thread; those that take `progress` are long: use a worker.
    Methods that return what is known (`documents`, `findings`, `audit_of`, ...) only look at memory.
    """

    def __init__(self, kept: store.ProjectStore, *, clock: Clock = now, today: date | None = None) -> None:
        super().__init__(kept, clock=clock, today=today)
        self._history = decisions.History()

    # findings and decisions

    def findings(self, document: str | None = None) -> tuple[Judged, ...]:
        """
        Return findings with their standing: by document, by rule, in text order; then those across documents.

        Args:
            document: only those of this document, and those across documents that name it.
        """
        judged = self._hold().judged
        if document is None:
            return judged
        return tuple(item for item in judged if document in (item.finding.document, item.finding.other_document))

    def finding(self, key: str) -> Judged:
        """Return the finding with this key, or the only one whose key begins so; raises KjauditError."""
        by_key = self._hold().by_key
        if key in by_key:
            return by_key[key]
        found = [item for full, item in by_key.items() if key and full.startswith(key)]
        if not found:
            raise KjauditError(
                say("No finding has the key {key!r}; `kjaudit judge PROJECT --list` shows them", key=key)
            )
        if len(found) > 1:
            raise KjauditError(
                say("{count} findings have keys that begin with {key!r}; give more of it", count=len(found), key=key)
            )
        return found[0]

    def alike(self, key: str) -> tuple[Judged, ...]:
        """Return the open findings of the same rule in the same document: what a bulk decision is about."""
        one = self.finding(key).finding
        return tuple(
            item
            for item in self._hold().judged
            if (item.finding.code, item.finding.document) == (one.code, one.document) and item.standing is Standing.OPEN
        )

    def gone(self) -> tuple[Verdict, ...]:
        """Return decisions in force whose finding is no longer there: mended, or changed past recognition."""
        return self._hold().gone

    def verdicts(self, key: str | None = None) -> tuple[Verdict, ...]:
        """Return every decision ever made, oldest first; those about one finding where its key is given."""
        return tuple(verdict for verdict in self._verdicts if key is None or verdict.finding == key)

    def judge(self, keys: Sequence[str], decision: Decision, note: str = "") -> Changes:
        """
        Decide about one finding or many, in one transaction and one step of undo. WITHDRAWN takes a decision back.

        Raises:
            KjauditError: a key is unknown, or nobody said who decides.
            StoreError: nothing was kept.
        """
        judged = [self.finding(key) for key in dict.fromkeys(keys)]
        at, reviewer = self._clock(), self._signed()
        return self._act([decisions.about_finding(item, decision, note, reviewer, at) for item in judged])

    def mark_uncited(self, document: str, entry: str, *, deliberate: bool, note: str = "") -> Changes:
        """
        Say that an entry is deliberately uncited, or take that back; its findings are worked out again.

        Raises:
            KjauditError: the document or entry is unknown, or nobody said who decides.
            StoreError: nothing was kept.
        """
        reference = self._reference(document, entry)
        decision = Decision.ACCEPTED if deliberate else Decision.WITHDRAWN
        given = decisions.about_entry(document, reference, decision, note, self._signed(), self._clock())
        return self._act([given])

    @property
    def can_undo(self) -> bool:
        """Whether this session decided something that `undo` would take back."""
        return bool(self._history.done)

    @property
    def can_redo(self) -> bool:
        """Whether something was undone that `redo` would do again."""
        return bool(self._history.undone)

    def undo(self) -> Changes:
        """Take the last decision of this session back by adding what reverses it; nothing to undo changes nothing."""
        with self._lock:
            if not self._history.done:
                return Changes()
            steps = self._history.done[-1]
            rows = self._keep(decisions.reversal(steps, self._signed(), self._clock()))
            self._history.undone.append(self._history.done.pop())
        return self._settle(rows)

    def redo(self) -> Changes:
        """Do the last undone decision again by adding it again; nothing to redo changes nothing."""
        with self._lock:
            if not self._history.undone:
                return Changes()
            steps = self._history.undone[-1]
            rows = self._keep(decisions.again(steps, self._signed(), self._clock()))
            self._history.done.append(self._history.undone.pop())
        return self._settle(rows)

    # reports

    def evidence_cards(self, document: str) -> Mapping[str, EvidenceCard]:
        """Return for each entry who was asked, when, what answered and what agrees; {} before the audit."""
        audit = self.audit_of(document)
        return cards(audit.case) if audit else {}

    def matrix(self) -> Matrix:
        """Return what several documents say of the same figures, events and works, side by side."""
        return matrix(self.project_audit())

    def dossier(
        self, *, language: Language = Language.ENGLISH, scope: ExportScope = ExportScope.ALL, on: date | None = None
    ) -> Dossier:
        """Return all that a report prints."""
        held = self._hold()
        settings = self.settings
        return Dossier(
            name=self.name,
            audit=self.project_audit(),
            judged=tuple(item for item in held.judged if _in_scope(item, scope)),
            verdicts=self._verdicts,
            gone=held.gone,
            reviewer=self.reviewer,
            on=on or settings.today,
            language=language,
            rules=rules_used(settings, RULES.values(), CORPUS_RULES.values()),
            ignored=tuple(sorted(settings.ignore)),
            registries=settings.registries,
            sent=self._store.trail(),
            answers=self._store.answers(),
        )

    def exported(
        self,
        form: ExportFormat,
        *,
        language: Language = Language.ENGLISH,
        scope: ExportScope = ExportScope.ALL,
        on: date | None = None,
    ) -> str:
        """Return a report or the reference lists as text; the same project and date give the same text."""
        return written(self.dossier(language=language, scope=scope, on=on), form)

    def export(
        self,
        path: Path,
        form: ExportFormat,
        *,
        language: Language = Language.ENGLISH,
        scope: ExportScope = ExportScope.ALL,
        on: date | None = None,
    ) -> None:
        """Write what `exported` returns to `path`, whole or not at all; raises KjauditError."""
        write_whole(path, self.exported(form, language=language, scope=scope, on=on))

    # inner parts

    def _signed(self) -> str:
        if not self.reviewer:
            raise SettingsError("A decision needs a name under it; say who the reviewer is")
        return self.reviewer

    def _act(self, given: Sequence[Verdict]) -> Changes:
        with self._lock:
            steps = decisions.action(given, self._verdicts)
            if not steps:
                return Changes()
            rows = self._keep(tuple(step.given for step in steps))
            self._history.did(steps)
        return self._settle(rows)

    def _keep(self, rows: tuple[Verdict, ...]) -> tuple[Verdict, ...]:
        """Add rows to the file, then to memory."""
        self._store.add_verdicts(rows)
        self._verdicts = (*self._verdicts, *rows)
        self._held = None
        return rows

    def _settle(self, rows: tuple[Verdict, ...]) -> Changes:
        """Work findings out again where entries were marked; not under the lock, for it takes its time."""
        marked = sorted({verdict.document for verdict in rows if is_about_entry(verdict)})
        for document in marked:
            self._change_case(document, lambda case: with_decisions(case, self._verdicts))
        if marked:
            self._conclude(marked)
        return Changes(verdicts=True, findings=bool(marked), finding_keys=tuple(verdict.finding for verdict in rows))


_SCOPES: dict[ExportScope, Callable[[Judged], bool]] = {
    ExportScope.ALL: lambda item: True,
    ExportScope.OPEN: lambda item: item.standing is not Standing.DECIDED,
    ExportScope.DECIDED: lambda item: item.standing is Standing.DECIDED,
}


def _in_scope(item: Judged, scope: ExportScope) -> bool:
    return _SCOPES[scope](item)
