"""
References -> look-ups: the one entry point that may reach the network.

Each service has a lane of its own, with as many threads as it may be asked at once, so that one that hangs keeps no
other from answering. The cache, the trail and the progress are only touched by the thread that iterates: a project
file belongs to one thread.
"""

from __future__ import annotations

import queue
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future
from concurrent.futures import TimeoutError as FutureTimeoutError
from dataclasses import dataclass
from functools import partial
from threading import Event, Thread
from typing import TypeVar

from kjaudit.model import AnswerCache, CachedAnswer, Lookup, Reference, RegistryUnavailable, Sent, SentLog, say
from kjaudit.progress import SILENT, Progress

from . import verdicts
from .asking import doi_of
from .choose import BY_DOI, question_of, why_not
from .client import Client
from .identify import Identifier
from .interface import Consent, Keys, Limits, Question, Registry
from .keys import NoKeys
from .services import SERVICES
from .transport import Transport
from .world import World

T = TypeVar("T")
_LANE = 3
"""Threads of a lane; the throttle of the service lets through fewer where it must."""
_STANDARD = Limits()


def look_up(
    references: Sequence[Reference],
    consent: Consent,
    *,
    cache: AnswerCache | None = None,
    log: SentLog | None = None,
    keys: Keys | None = None,
    addresses: Mapping[str, str] | None = None,
    fresh: bool = False,
    limits: Limits = _STANDARD,
    progress: Progress = SILENT,
    world: World | None = None,
    transport: Transport | None = None,
) -> Iterator[Lookup]:
    """
    Ask the allowed services about `references`; yield look-ups as they come, in no fixed order.

    For every reference and every allowed service there is at least one look-up, SKIPPED or UNAVAILABLE with its reason
    where nothing was asked or answered. Without an allowed service nothing is yielded, no session is made and no socket
    opened.

    Args:
        references: entries; only their own text and identifiers ever leave.
        consent: what the reviewer allowed.
        cache: answers of earlier look-ups; `None` keeps none.
        log: told of each request before it is sent.
        keys: of services that need one; default: none.
        addresses: service -> address, where it is not the usual one (`services.addresses`).
        fresh: ask again even where an answer is kept.
        limits: how long to wait.
        progress: told of each reference that is done with one service.
        world: clock and the like.
        transport: makes the requests; default: over the network.

    Raises:
        Cancelled: the reviewer asked to stop; what was yielded before stays true.
    """
    allowed = {name: service for name, service in SERVICES.items() if name in consent.services}
    if not allowed or not references:
        return
    bases = {name: (addresses or {}).get(name) or service.address for name, service in allowed.items()}
    office = _Office(cache=cache, log=log, fresh=fresh)
    client = Client(
        consent=consent,
        services=allowed,
        keys=keys or NoKeys(),
        limits=limits,
        world=world or World(),
        transport=transport or _web(),
        desk=office,
        stop=office.stop,
    )
    jobs = _Jobs(client=client, allowed=allowed, bases=bases)
    at_once, lanes = jobs.plan(references)
    total = len(at_once) + sum(len(lane) for lane in lanes.values())
    yield from at_once
    yield from office.run([lane for lane in lanes.values() if lane], progress, done=len(at_once), total=total)


def _web() -> Transport:
    """Return the network; loaded here, so that a program that looks nothing up has no means to."""
    from .http import Web

    return Web()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Jobs:
    """What is to be done: look-ups that need nothing, and lanes of work."""

    client: Client
    allowed: Mapping[str, Registry]
    bases: Mapping[str, str]

    def plan(self, references: Sequence[Reference]) -> tuple[list[Lookup], dict[str, list[Job]]]:
        """Return look-ups of what is not asked, and for each lane its jobs in the order of the references."""
        at_once: list[Lookup] = []
        lanes: dict[str, list[Job]] = {name: [] for name in ("by doi", *self.allowed)}
        identifier = Identifier(self.client, self.allowed, self.bases)
        for reference in references:
            if doi_of(reference) and any(name in BY_DOI for name in self.allowed):
                lanes["by doi"].append(self._by_doi(identifier, reference))
            for name, service in self.allowed.items():
                if doi_of(reference) and name in BY_DOI:
                    continue
                question = question_of(reference, service, self.bases[name])
                if question is None:
                    at_once.append(verdicts.skipped(reference, service, why_not(reference, service)))
                elif self.client.lacks_key(name):
                    reason = say("{registry} needs a key, and the system keyring holds none", registry=service.label)
                    at_once.append(verdicts.skipped(reference, service, reason))
                else:
                    lanes[name].append(self._ask(reference, service, question))
        return at_once, lanes

    def _by_doi(self, identifier: Identifier, reference: Reference) -> Job:
        def job() -> list[Lookup]:
            found = list(identifier.look_up(reference))
            asked = {lookup.registry for lookup in found}
            for name in BY_DOI:
                if name in self.allowed and name not in asked:
                    service = self.allowed[name]
                    reason = "Not asked: another registry answers for this DOI"
                    found.append(verdicts.skipped(reference, service, reason))
            return found

        return job

    def _ask(self, reference: Reference, service: Registry, question: Question) -> Job:
        def job() -> list[Lookup]:
            try:
                records, answer = self.client.ask(question, service.read)
            except RegistryUnavailable as error:
                return [verdicts.unavailable(reference, service, question, error.sentence)]
            settle = verdicts.identified if question.by_identifier else verdicts.searched
            return [settle(reference, service, question, records, answer)]

        return job


Job = Callable[[], list[Lookup]]


class _Office:
    """Runs lanes in threads, and does for them what only the iterating thread may do."""

    def __init__(self, *, cache: AnswerCache | None, log: SentLog | None, fresh: bool) -> None:
        self.stop = Event()
        self._cache = cache
        self._log = log
        self._fresh = fresh
        self._inbox: queue.SimpleQueue[Callable[[], Iterable[Lookup] | None]] = queue.SimpleQueue()

    def kept(self, request: str) -> CachedAnswer | None:
        """See `client.Desk`."""
        cache = self._cache
        return None if cache is None or self._fresh else self._errand(partial(cache.get, request))

    def keep(self, answer: CachedAnswer) -> None:
        """See `client.Desk`."""
        if (cache := self._cache) is not None:
            self._errand(partial(cache.put, answer))

    def sent(self, what: Sent) -> None:
        """See `client.Desk`."""
        if (log := self._log) is not None:
            self._errand(partial(log.sent, what))

    def run(self, lanes: Sequence[list[Job]], progress: Progress, *, done: int, total: int) -> Iterator[Lookup]:
        """Yield what the jobs give; stop the lanes when the iteration ends, however it does."""
        for lane in lanes:
            waiting: queue.SimpleQueue[Job] = queue.SimpleQueue()
            for job in lane:
                waiting.put(job)
            for _ in range(min(_LANE, len(lane))):
                Thread(target=self._work, args=(waiting,), name="kjaudit-lane", daemon=True).start()
        try:
            while done < total:
                progress.step(done, total, "look-ups")
                given = self._next()
                if given is not None:
                    done += 1
                    yield from given
            progress.step(done, total, "look-ups")
        finally:
            self.stop.set()

    def _next(self) -> Iterable[Lookup] | None:
        """Do the next thing that a lane asks for; return look-ups where a job has ended."""
        try:
            return self._inbox.get(timeout=0.2)()
        except queue.Empty:
            return None

    def _work(self, waiting: queue.SimpleQueue[Job]) -> None:
        while not self.stop.is_set():
            try:
                job = waiting.get_nowait()
            except queue.Empty:
                return
            try:
                found = job()
            except BaseException as error:  # a bug: raised again where it is seen
                self._inbox.put(_raising(error))
                return
            self._inbox.put(partial(list, found))

    def _errand(self, errand: Callable[[], T]) -> T:
        """Have the iterating thread call `errand`, and return what it gives."""
        answer: Future[T] = Future()

        def run() -> None:
            try:
                answer.set_result(errand())
            except BaseException as error:
                answer.set_exception(error)
                raise

        self._inbox.put(run)
        while not self.stop.is_set():
            try:
                return answer.result(timeout=0.2)
            except FutureTimeoutError:
                continue
        raise RegistryUnavailable("The look-up was stopped")


def _raising(error: BaseException) -> Callable[[], None]:
    def run() -> None:
        raise error

    return run
