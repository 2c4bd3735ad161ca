from __future__ import annotations

import keyring
import pytest
from keyring.backend import KeyringBackend

from kjaudit.registries import Limits, Pace, SystemKeys
from kjaudit.registries.pace import Breaker, Throttle


def test_so_many_a_second_and_no_more():
    throttle = Throttle(Pace(per_second=10.0, at_once=3))
    assert throttle.enter(0.0) == 0.0
    assert 0 < throttle.enter(0.01) < 0.12
    assert throttle.enter(0.2) == 0.0


def test_so_many_at_once_and_no_more():
    throttle = Throttle(Pace(per_second=1000.0, at_once=1))
    assert throttle.enter(0.0) == 0.0
    assert throttle.enter(1.0) > 0
    throttle.leave()
    assert throttle.enter(2.0) == 0.0


def test_the_headers_of_an_answer_set_the_pace():
    throttle = Throttle(Pace(per_second=1000.0, at_once=1))
    throttle.heard({"x-rate-limit-limit": "5", "x-rate-limit-interval": "1s", "x-concurrency-limit": "3"})
    assert [throttle.enter(number * 0.23) for number in range(3)] == [0.0, 0.0, 0.0]
    throttle.leave()
    assert throttle.enter(0.5) > 0


@pytest.mark.parametrize(
    "headers", [{"x-rate-limit-limit": "lots"}, {"x-rate-limit-limit": "0"}, {"x-concurrency-limit": "-"}, {}]
)
def test_headers_that_make_no_sense_change_nothing(headers):
    throttle = Throttle(Pace(per_second=1.0))
    throttle.heard(headers)
    assert throttle.enter(0.0) == 0.0
    throttle.leave()
    assert throttle.enter(0.5) > 0


def test_a_service_is_left_alone_after_three_failures_and_tried_once_after_a_rest():
    breaker = Breaker(Limits(failures=3, rest=60.0))
    assert breaker.refusal(0.0) == ""
    for moment in (1.0, 2.0, 3.0):
        breaker.failed("it is down", moment)
    assert breaker.refusal(4.0) == "it is down"
    assert breaker.refusal(64.0) == ""
    assert breaker.refusal(64.1) == "it is down"
    breaker.succeeded()
    assert breaker.refusal(64.2) == ""


def test_a_service_that_never_answered_in_time_is_left_alone_at_once():
    breaker = Breaker(Limits(first_answer=6.0))
    assert breaker.refusal(0.0) == ""
    assert breaker.patience(0.0) == 6.0
    breaker.failed("no answer", 6.0)
    assert breaker.refusal(6.1) == "no answer"


def test_failures_that_are_not_in_a_row_are_forgiven():
    breaker = Breaker(Limits(failures=2))
    for moment in range(10):
        assert breaker.refusal(float(moment)) == ""
        breaker.failed("x", float(moment)) if moment % 2 else breaker.succeeded()


class Drawer(KeyringBackend):
    priority = 1

    def __init__(self):
        self.held = {}

    def get_password(self, service, username):
        return self.held.get((service, username))

    def set_password(self, service, username, password):
        self.held[service, username] = password

    def delete_password(self, service, username):
        if (service, username) not in self.held:
            raise keyring.errors.PasswordDeleteError
        del self.held[service, username]


def test_keys_live_in_the_system_keyring_and_nowhere_else(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))
    drawer, before = Drawer(), keyring.get_keyring()
    keyring.set_keyring(drawer)
    try:
        keys = SystemKeys()
        assert keys.get("openalex") == ""
        keys.set("openalex", " abc ")
        assert keys.get("openalex") == "abc"
        assert drawer.held == {("kjaudit", "openalex"): "abc"}
        keys.set("openalex", "")
        keys.set("openalex", "")
        assert keys.get("openalex") == ""
    finally:
        keyring.set_keyring(before)
    assert list(tmp_path.iterdir()) == []
