"""
One request over the network and everything that can go wrong with it. The only user of requests.

No text of an exception is passed on: requests puts the address, and with it the key, into it.
"""

from __future__ import annotations

import logging
import queue
import threading
from collections.abc import Callable, Mapping
from http.cookiejar import DefaultCookiePolicy
from typing import TypeVar
from urllib.parse import urljoin, urlsplit

import requests
from requests.cookies import RequestsCookieJar
from urllib3.exceptions import HTTPError

from kjaudit.model import RegistryUnavailable, say

from .transport import Fetched, Transport

T = TypeVar("T")
_MOST_REDIRECTS = 3
_REDIRECTS = (301, 302, 303, 307, 308)
_CHUNK = 1 << 16


class Web:
    """`Transport` over requests. Makes its session when first used; keeps no cookies, reads no .netrc."""

    def __init__(self) -> None:
        self._idle: queue.LifoQueue[requests.Session] = queue.LifoQueue()
        # urllib3 logs whole addresses, keys included.
        logging.getLogger("urllib3").setLevel(logging.CRITICAL)

    def fetch(self, url: str, headers: Mapping[str, str], *, seconds: float, largest: int) -> Fetched:
        """See `Transport.fetch`; `seconds` holds for name, connection, headers and body together."""
        return _within(seconds, lambda: self._fetch(url, headers, seconds, largest))

    def _fetch(self, url: str, headers: Mapping[str, str], seconds: float, largest: int) -> Fetched:
        try:
            session = self._idle.get_nowait()
        except queue.Empty:
            session = _session()
        try:
            fetched = _follow(session, url, headers, seconds, largest)
        except (requests.RequestException, HTTPError, OSError, ValueError) as error:
            raise RegistryUnavailable(_reason(error)) from None
        self._idle.put(session)
        return fetched


def _session() -> requests.Session:
    session = requests.Session()
    # A callable in place of credentials keeps requests from looking into .netrc.
    session.auth = _no_credentials
    session.cookies = RequestsCookieJar(policy=_NoCookies())
    return session


def _follow(session: requests.Session, url: str, headers: Mapping[str, str], seconds: float, largest: int) -> Fetched:
    home = urlsplit(url)[:2]
    for _ in range(_MOST_REDIRECTS + 1):
        with session.get(url, headers=dict(headers), timeout=seconds, stream=True, allow_redirects=False) as response:
            location = response.headers.get("location", "")
            if response.status_code not in _REDIRECTS or not location:
                return _whole(response, largest)
        url = urljoin(url, location)
        if urlsplit(url)[:2] != home:
            raise RegistryUnavailable(say("it redirected to another host"))
    raise RegistryUnavailable(say("it redirected again and again"))


def _whole(response: requests.Response, largest: int) -> Fetched:
    size = 0
    chunks: list[bytes] = []
    for chunk in response.iter_content(_CHUNK):
        size += len(chunk)
        if size > largest:
            raise RegistryUnavailable(say("its answer is larger than {size} MB", size=largest >> 20 or 1))
        chunks.append(chunk)
    body = b"".join(chunks).decode("utf-8", "replace")
    return Fetched(
        status=response.status_code,
        headers={key.lower(): value for key, value in response.headers.items()},
        body=body,
    )


def _within(seconds: float, call: Callable[[], T]) -> T:
    """
    Return what `call` returns, or raise RegistryUnavailable after `seconds`, whatever it is stuck in.

    Timeouts of sockets do not bound looking up a name, nor an answer that comes a byte at a time. The thread is left to
    its own timeout; it is a daemon and keeps nobody from leaving.
    """
    box: queue.SimpleQueue[tuple[T | None, BaseException | None]] = queue.SimpleQueue()

    def run() -> None:
        try:
            box.put((call(), None))
        except BaseException as error:  # handed to the caller's thread
            box.put((None, error))

    threading.Thread(target=run, name="kjaudit-request", daemon=True).start()
    try:
        value, error = box.get(timeout=seconds)
    except queue.Empty:
        raise RegistryUnavailable(
            say("no answer within {seconds} s", seconds=round(seconds)) if seconds >= 1 else say("no answer in time")
        ) from None
    if error is not None:
        raise error
    return value  # type: ignore[return-value]


def _reason(error: Exception) -> str:
    """Return what went wrong, by the kind of the error alone."""
    chain: list[BaseException] = []
    cause: BaseException | None = error
    while cause is not None and cause not in chain and len(chain) < 8:
        chain.append(cause)
        inner = getattr(cause, "reason", None)
        cause = inner if isinstance(inner, BaseException) else (cause.__cause__ or cause.__context__)
    names = " ".join(type(item).__name__ for item in chain)
    for sign, said in _REASONS:
        if sign in names:
            return say(said)
    return say("the connection failed")


_REASONS = (
    ("NameResolution", "its name could not be resolved"),
    ("gaierror", "its name could not be resolved"),
    ("SSL", "no secure connection could be made"),
    ("Proxy", "the proxy did not let the request through"),
    ("ConnectTimeout", "no connection in time"),
    ("Timeout", "no answer in time"),
    ("ConnectionRefused", "the connection was refused"),
    ("ConnectionReset", "the connection was cut"),
    ("IncompleteRead", "the answer was cut off"),
    ("ChunkedEncoding", "the answer was cut off"),
    ("Protocol", "the connection was cut"),
    ("ContentDecoding", "its answer could not be unpacked"),
    ("Decode", "its answer could not be unpacked"),
    ("NewConnection", "no connection could be made"),
)
"""Part of the name of an exception in the chain -> what to say."""


def _no_credentials(request: requests.PreparedRequest) -> requests.PreparedRequest:
    return request


class _NoCookies(DefaultCookiePolicy):
    """A cookie policy that takes none and gives none."""

    def set_ok(self, *_: object) -> bool:
        return False

    def return_ok(self, *_: object) -> bool:
        return False

    def domain_return_ok(self, *_: object) -> bool:
        return False

    def path_return_ok(self, *_: object) -> bool:
        return False


__all__ = ["Fetched", "Transport", "Web"]
