"""
What a registry is, what may be asked of it, and what the reviewer allowed.

Entry points for the faces: `look_up` (looking_up.py), `describe_requests` (describe.py), `SERVICES` (services.py).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from kjaudit.model import CachedAnswer, Record, Reference


@dataclass(frozen=True, slots=True, kw_only=True)
class Consent:
    """
    What the reviewer allowed. The empty one, from which every audit starts, lets nothing leave the machine.

    Attributes:
        services: names of the services that may be asked ("crossref", "doi", ...; see `SERVICES`).
        mailto: address given to registries that ask for one, so that they can write before they block; "" gives none.
    """

    services: frozenset[str] = frozenset()
    mailto: str = ""


class Keys(Protocol):
    """Where the reviewer's keys to registries are kept: the system keyring, never a file or a log."""

    def get(self, service: str) -> str:
        """Return the key for `service`, or ""."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """How fast a service may be asked until its answers say otherwise: requests in a second, and at once."""

    per_second: float
    at_once: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """
    One request.

    Attributes:
        registry: name of the service.
        url: the very address that is asked, without key and e-mail address.
        by_identifier: asks for one work by DOI or ISBN; else a search.
        accept: media type asked for.
    """

    registry: str
    url: str
    by_identifier: bool = False
    accept: str = "application/json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Registry:
    """
    One service. Its functions are pure; only `http` reaches the network.

    Attributes:
        name: "crossref"; part of look-up keys, of settings and of the trail.
        label: "Crossref", for people.
        address: where it is asked unless set otherwise; no slash at the end.
        pace: before the first answer.
        terms: one sentence for the consent dialog: what it holds and who runs it.
        expects: returns "" where works like the reference are expected there, else why not, as a clause.
        identify: makes the question by DOI or ISBN, or `None` where the reference has none for this service.
        search: makes the search, or `None` where the reference has nothing to search by.
        read: reads an answer of any status into records; () where it holds none; raises RegistryError where the
            answer is not one this service gives.
        key_parameter: name of the address parameter that carries the key, or "" where none is needed.
        polite: whether it asks for an e-mail address.
    """

    name: str
    label: str
    address: str
    pace: Pace
    terms: str
    expects: Callable[[Reference], str]
    identify: Callable[[Reference, str], Question | None]
    search: Callable[[Reference, str], Question | None]
    read: Callable[[CachedAnswer], tuple[Record, ...]]
    key_parameter: str = ""
    polite: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """
    How long to wait; tests hand in smaller ones.

    Attributes:
        first_answer: seconds a service has for its first answer; one that has given none by then is not asked again.
        answer: seconds for one answer of a service that has answered before.
        attempts: how often one request is made at most.
        failures: requests in a row that fail before a service is left alone.
        rest: seconds after which a service that was left alone is tried once more.
        back_off: seconds before the second attempt; doubled each time, with jitter.
        longest_wait: seconds that a service may ask to wait (Retry-After) before it counts as unavailable.
        budget: seconds for everything; what is left then is UNAVAILABLE.
        largest: bytes of one answer.
        hurry: how many times faster than its own pace a service is asked: above 1.0 only for a mirror of one's own.
    """

    first_answer: float = 6.0
    answer: float = 12.0
    attempts: int = 3
    failures: int = 3
    rest: float = 60.0
    back_off: float = 0.7
    longest_wait: float = 10.0
    budget: float = 1800.0
    largest: int = 16 << 20
    hurry: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """
    What would be sent for a reference, for the dialog that asks for consent.

    Attributes:
        service: name of the service.
        label: its name for people.
        request: method and address, as sent; "KEY" stands for a key.
        gives: what the address reveals: the reference's DOI, or words of it. Never the manuscript.
        only_if: when it is sent, where it depends on an earlier answer, else "".
        gives_address: the e-mail address, where one was given, goes along in the User-Agent header.
    """

    service: str
    label: str
    request: str
    gives: str
    only_if: str = ""
    gives_address: bool = False
