"""
Questions -> answers that could be read, at the pace each service allows, or the reason why there is none.

Everything that leaves the machine passes `Client.ask`: it refuses what the consent does not name, tells the trail
before it sends, and keeps keys and the e-mail address out of whatever it says.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from email.utils import parsedate_to_datetime
from threading import Event, Lock
from typing import Protocol, TypeVar
from urllib.parse import quote

from kjaudit import __version__
from kjaudit.model import CachedAnswer, RegistryError, RegistryUnavailable, Sent, say

from .interface import Consent, Keys, Limits, Pace, Question, Registry
from .pace import Breaker, Throttle
from .transport import Fetched, Transport
from .world import World

T = TypeVar("T")
_TRY_AGAIN = (429, 500, 502, 503, 504)
_MAILTO = re.compile(r"[^\s@<>()\"']+@[^\s@<>()\"']+\.[^\s@<>()\"']+")
_POLITE_PACE = Pace(per_second=3.0, at_once=3)


class Desk(Protocol):
    """The cache and the trail, reachable from any thread."""

    def kept(self, request: str) -> CachedAnswer | None:
        """Return the kept answer, or `None`."""

    def keep(self, answer: CachedAnswer) -> None:
        """Keep an answer."""

    def sent(self, what: Sent) -> None:
        """Add to the trail."""


class Client:
    """Asks services. Made for one look-up; used by several threads."""

    def __init__(
        self,
        *,
        consent: Consent,
        services: Mapping[str, Registry],
        keys: Keys,
        limits: Limits,
        world: World,
        transport: Transport,
        desk: Desk,
        stop: Event,
    ) -> None:
        self._consent = consent
        self._services = services
        self._limits = limits
        self._world = world
        self._transport = transport
        self._desk = desk
        self._stop = stop
        self._ends = world.clock() + limits.budget
        self._lock = Lock()
        self._turns: dict[str, Lock] = {}
        self._answers: dict[str, CachedAnswer] = {}
        allowed = [service for name, service in services.items() if name in consent.services]
        self._keys = {service.name: keys.get(service.name) if service.key_parameter else "" for service in allowed}
        self._breakers = {service.name: Breaker(limits) for service in allowed}
        found = _MAILTO.fullmatch(consent.mailto.strip())
        self._mailto = found.group() if found else ""
        self._throttles = {
            (service.name, kind): Throttle(
                _POLITE_PACE if service.polite and self._mailto else service.pace, limits.hurry
            )
            for service in allowed
            for kind in (False, True)
        }

    def lacks_key(self, service: str) -> bool:
        """Whether the service needs a key that the keyring does not hold."""
        return bool(self._services[service].key_parameter) and not self._keys.get(service)

    def ask(self, question: Question, read: Callable[[CachedAnswer], T]) -> tuple[T, CachedAnswer]:
        """
        Return what `read` makes of the answer, and the answer.

        Raises:
            RegistryUnavailable: there is no answer that can be used; the message is one sentence.
        """
        service = self._services[question.registry]
        if service.name not in self._consent.services:
            raise RegistryUnavailable(say("{registry} may not be asked", registry=service.label))
        request = f"GET {question.url}"
        # Entries of one publisher ask the same of doi.org; the second waits for the answer to the first.
        with self._turn(request):
            kept = self._answers.get(request) or self._desk.kept(request)
            if kept is not None:
                try:
                    return read(kept), kept
                except RegistryError:
                    pass  # an answer kept by an older version: ask again
            return self._ask(service, question, request, read)

    def _turn(self, request: str) -> Lock:
        with self._lock:
            return self._turns.setdefault(request, Lock())

    def _ask(
        self, service: Registry, question: Question, request: str, read: Callable[[CachedAnswer], T]
    ) -> tuple[T, CachedAnswer]:
        breaker = self._breakers[service.name]
        answer = self._answer(service, question, request)
        try:
            value = read(answer)
        except RegistryUnavailable:
            raise
        except RegistryError as error:
            reason = self._clean(error.sentence)
            left = say("{registry} is left alone after answers that could not be used", registry=service.label)
            breaker.failed(left, self._world.clock())
            raise RegistryUnavailable(reason) from None
        breaker.succeeded()
        self._answers[request] = answer
        self._desk.keep(answer)
        return value, answer

    def _answer(self, service: Registry, question: Question, request: str) -> CachedAnswer:
        """Return the first answer that does not ask to try again."""
        breaker = self._breakers[service.name]
        throttle = self._throttles[service.name, question.by_identifier]
        wait = self._limits.back_off
        reason = ""
        for attempt in range(1, self._limits.attempts + 1):
            fetched, reason = self._once(service, question, request)
            if fetched is not None:
                throttle.heard(fetched.headers)
                if fetched.status not in _TRY_AGAIN:
                    return CachedAnswer(
                        request=request,
                        status=fetched.status,
                        body=fetched.body,
                        content_type=fetched.headers.get("content-type", ""),
                        fetched_at=self._world.now(),
                    )
                asked = self._retry_after(fetched)
                busy = fetched.status == 429
                reason = say("it asks for fewer requests")
                if not busy:
                    reason = say("it answered with status {status}", status=fetched.status)
                if asked > self._limits.longest_wait:
                    break
                wait = max(wait, asked)
            elif "time" in reason:
                break  # waiting once more for what hangs doubles the wait of every entry
            if attempt < self._limits.attempts:
                pause = wait * (0.75 + 0.5 * self._world.chance())
                throttle.slow_down(self._world.clock() + pause)
                self._wait(pause)
                wait *= 2
        sentence = say("{registry} is not available: {reason}", registry=service.label, reason=reason)
        breaker.failed(sentence, self._world.clock())
        raise RegistryUnavailable(sentence)

    def _once(self, service: Registry, question: Question, request: str) -> tuple[Fetched | None, str]:
        """Make one request in turn; return what came, or the reason why nothing did."""
        breaker = self._breakers[service.name]
        throttle = self._throttles[service.name, question.by_identifier]
        while True:
            now = self._world.clock()
            if refusal := breaker.refusal(now):
                raise RegistryUnavailable(refusal)
            if now >= self._ends:
                raise RegistryUnavailable("The time for this look-up is over; run it again for the rest")
            wait = throttle.enter(now)
            if not wait:
                break
            self._wait(wait)
        try:
            self._desk.sent(Sent(at=self._world.now(), registry=service.name, request=request))
            now = self._world.clock()
            seconds = min(breaker.patience(now), max(0.05, self._ends - now))
            url = self._with_key(service, question.url)
            headers = self._headers(question)
            return self._transport.fetch(url, headers, seconds=seconds, largest=self._limits.largest), ""
        except RegistryUnavailable as error:
            return None, self._clean(error.sentence)
        finally:
            throttle.leave()

    def _with_key(self, service: Registry, url: str) -> str:
        if not service.key_parameter:
            return url
        joint = "&" if "?" in url else "?"
        return f"{url}{joint}{service.key_parameter}={quote(self._keys[service.name], safe='')}"

    def _headers(self, question: Question) -> dict[str, str]:
        contact = f" (mailto:{self._mailto})" if self._mailto and self._services[question.registry].polite else ""
        return {"User-Agent": f"kjaudit/{__version__}{contact}", "Accept": question.accept}

    def _retry_after(self, fetched: Fetched) -> float:
        given = fetched.headers.get("retry-after", "").strip()
        if re.fullmatch(r"\d{1,6}", given):
            return float(given)
        if not given:
            return 0.0
        try:
            return max(0.0, (parsedate_to_datetime(given) - self._world.now()).total_seconds())
        except (ValueError, TypeError):
            return 0.0

    def _wait(self, seconds: float) -> None:
        self._world.pause(self._stop, min(seconds, max(0.0, self._ends - self._world.clock())))
        if self._stop.is_set():
            raise RegistryUnavailable("The look-up was stopped")

    def _clean(self, text: str) -> str:
        """Return `text` without any key and without the e-mail address; as it was said where it has none."""
        cleaned = str(text)
        for secret in (*self._keys.values(), self._mailto):
            if secret:
                cleaned = cleaned.replace(secret, "…").replace(quote(secret, safe=""), "…")
        cleaned = _MAILTO.sub("…", cleaned)
        return text if cleaned == text else cleaned
