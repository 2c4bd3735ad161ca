"""What makes requests, seen from those that need one; `http` does it over the network."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """An answer off the wire: header names in lower case, body as text."""

    status: int
    headers: Mapping[str, str]
    body: str


class Transport(Protocol):
    """Makes one GET request."""

    def fetch(self, url: str, headers: Mapping[str, str], *, seconds: float, largest: int) -> Fetched:
        """
        Ask `url` and return what was answered, redirects within the same host followed.

        Raises:
            RegistryUnavailable: nothing, too much, or too late; the message is a clause without the address.
        """
