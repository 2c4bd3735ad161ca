"""Asking registries about the entries of a project: what may be asked, what would be sent, what came of it."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from kjaudit import pipeline
from kjaudit.model import Changes, KjauditError, Lookup, Outcome, Reference, Sent, SettingsError, say
from kjaudit.progress import SILENT, Progress

from . import index_lookups
from .entry_identity import identity
from .session import Session

if TYPE_CHECKING:
    from kjaudit.registries import Keys, Request
    from kjaudit.registries.interface import Limits
    from kjaudit.registries.transport import Transport

SAYS_SOMETHING = frozenset({Outcome.FOUND, Outcome.NOT_FOUND, Outcome.AMBIGUOUS})


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """
    A registry that could be asked, for the consent dialog.

    Attributes:
        name: for `set_consent`; `label`: for people.
        terms: who runs it and what it holds, one sentence.
        needs_key: whether it answers only with a key; `keyed`: whether the system keyring holds one.
        allowed: whether the reviewer let it be asked in this project.
    """

    name: str
    label: str
    terms: str
    needs_key: bool
    keyed: bool
    allowed: bool


class LookingUp(Session):
    """See `Workspace`."""

    def services(self, keys: Keys | None = None) -> tuple[Service, ...]:
        """Return every registry that could be asked, in the order dialogs show them; opens no socket."""
        from kjaudit.registries import SERVICES, SystemKeys

        held = keys or SystemKeys()
        return tuple(
            Service(
                name=name,
                label=registry.label,
                terms=registry.terms,
                needs_key=bool(registry.key_parameter),
                keyed=bool(registry.key_parameter and held.get(name)),
                allowed=name in self._options.registries,
            )
            for name, registry in SERVICES.items()
        )

    def set_consent(self, service: str, *, given: bool) -> Changes:
        """Let `service` be asked in this project, or not; at the start none may. Raises SettingsError, StoreError."""
        from kjaudit.registries import SERVICES

        if service not in SERVICES:
            raise SettingsError(
                say("No registry is called {service!r}; there are {names}", service=service, names=", ".join(SERVICES))
            )
        others = [name for name in self._options.registries if name != service]
        registries = tuple(sorted([*others, service] if given else others))
        return self._set(replace(self._options, registries=registries))

    def set_key(self, service: str, key: str) -> Changes:
        """Keep the key for `service` in the system keyring, nowhere else; "" forgets it. Raises RegistryError."""
        from kjaudit.registries import SystemKeys

        SystemKeys().set(service, key)
        return Changes(settings=True)

    def set_index(self, folder: Path | None) -> Changes:
        """
        Hold entries against the local index in `folder` from the next audit on; `None`: against none.

        Raises:
            RegistryError: there is no index in `folder`.
            StoreError: the project file could not be written.
        """
        if folder is not None:
            index_lookups.opened(folder)
        return self._set(replace(self._options, index=str(folder.absolute()) if folder else ""))

    def set_journals(self, path: Path | None) -> Changes:
        """
        Look out for the journals of the list at `path` from the next audit on; `None`: for none.

        Raises:
            ReadError: there is no such list.
            StoreError: the project file could not be written.
        """
        if path is not None:
            from kjaudit.registries.watch_list import read_watch_list

            read_watch_list(path)
        return self._set(replace(self._options, journals=str(path.absolute()) if path else ""))

    def describe_requests(self, document: str, entry: str, services: Iterable[str]) -> tuple[Request, ...]:
        """
        Return the very requests that would leave if `services` were asked about an entry; opens no socket.

        Raises:
            KjauditError: the document or the entry is unknown.
        """
        from kjaudit.registries import addresses, describe_requests

        return describe_requests(self._reference(document, entry), services, addresses=addresses(os.environ))

    def look_up(
        self,
        progress: Progress = SILENT,
        *,
        documents: Sequence[str] | None = None,
        entries: Sequence[str] | None = None,
        fresh: bool = False,
        keys: Keys | None = None,
        transport: Transport | None = None,
        limits: Limits | None = None,
    ) -> Changes:
        """
        Ask the registries that the reviewer allowed, keep what came of it, and run the rules again.

        Only entries leave the machine, each request is in `trail` before it is sent, and nothing is sent where no
        registry is allowed.

        Args:
            progress: told of each entry and registry.
            documents: ids; default: all.
            entries: keys of entries of one document; default: all.
            fresh: ask again even where an answer is kept.
            keys: default: the system keyring.
            transport: makes the requests; default: over the network.
            limits: how long to wait.

        Raises:
            Cancelled: the reviewer asked to stop; answers that came are kept.
            StoreError: the project file could not be written.
        """
        wanted = [name for name in (documents or tuple(self._opened)) if self.audit_of(name)]
        for document in wanted:
            audit = self.audit_of(document)
            if audit and self._options.registries:
                asked = [item for item in audit.case.references if entries is None or item.key in entries]
                self._ask(document, asked, progress, fresh=fresh, keys=keys, transport=transport, limits=limits)
        changed = bool(wanted and self._options.registries)
        return Changes(lookups=changed, findings=changed)

    def trail(self) -> tuple[Sent, ...]:
        """Return all that ever left the machine for this project, oldest first; raises StoreError."""
        return self._store.trail()

    def forget_answers(self) -> Changes:
        """Empty the cache of registry answers, so that the next look-up asks anew; raises StoreError."""
        return Changes(settings=self._store.forget_answers() > 0)

    def _ask(
        self,
        document: str,
        references: Sequence[Reference],
        progress: Progress,
        *,
        fresh: bool,
        keys: Keys | None,
        transport: Transport | None,
        limits: Limits | None,
    ) -> None:
        from kjaudit.registries import Consent, Limits, SystemKeys, World, addresses, look_up

        consent = Consent(services=frozenset(self._options.registries), mailto=self._options.mailto)
        found: list[Lookup] = []
        try:
            for lookup in look_up(
                references,
                consent,
                cache=self._store,
                log=self._store,
                keys=keys or SystemKeys(),
                addresses=addresses(os.environ),
                fresh=fresh,
                limits=limits or Limits(),
                progress=progress,
                world=World(now=self._clock),
                transport=transport,
            ):
                found.append(lookup)  # noqa: PERF402  one by one: what came before a cancel is kept
        finally:
            self._take(document, references, found)

    def _take(self, document: str, references: Sequence[Reference], found: Sequence[Lookup]) -> None:
        """Keep look-ups and run the rules again; an outage never wipes out what a registry said before."""
        opened = self._opened.get(document)
        if not found or opened is None or opened.audit is None:
            return
        before = {lookup.key: lookup.outcome for lookup in opened.audit.case.lookups}
        news = [
            lookup
            for lookup in found
            if lookup.outcome in SAYS_SOMETHING or before.get(lookup.key) not in SAYS_SOMETHING
        ]
        identities = {reference.key: identity(reference) for reference in references}
        self._store.put_lookups(document, [(identities[lookup.reference], lookup) for lookup in news])
        self._change_case(document, lambda case: pipeline.with_lookups(case, news))
        self._conclude([document])

    def _reference(self, document: str, entry: str) -> Reference:
        audit = self.audit_of(document)
        if audit is None:
            raise KjauditError(say("The project has no audited document {document!r}", document=document))
        try:
            return audit.case.reference(entry)
        except KeyError as error:
            raise KjauditError(
                say("{title} has no entry {entry!r}", title=audit.case.document.title, entry=entry)
            ) from error
