"""Fixtures of the whole suite. The first two are always on."""

from __future__ import annotations

import hashlib
import logging
import os
import socket

import pytest

from kjaudit.model import Document

# No screen is needed, and none is used, however the suite is started.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(autouse=True)
def no_network(monkeypatch):
    """Fail a test that tries to reach a network; the loopback server of recorded answers is none."""

    connect = socket.socket.connect

    def guarded(self, address, *rest):
        local = self.family == socket.AF_UNIX or (isinstance(address, tuple) and address[0] in ("127.0.0.1", "::1"))
        if not local:
            pytest.fail(f"a test tried to reach {address}")
        return connect(self, address, *rest)

    monkeypatch.setattr(socket.socket, "connect", guarded)


@pytest.fixture(autouse=True)
def no_unexpected_log(caplog):
    """Fail a test that logs a warning, unless it looked at `caplog` and then called `caplog.clear()`."""
    yield
    loud = [record.getMessage() for record in caplog.get_records("call") if record.levelno >= logging.WARNING]
    assert loud == []


@pytest.fixture
def document():
    """Return a function that makes a document of a text."""

    def make(text: str) -> Document:
        return Document(id="d1", digest=hashlib.sha256(text.encode()).hexdigest(), title="test", text=text)

    return make
