"""Every recorded exchange is parsed, or reported in a sentence; none raises anything else."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from kjaudit.model import CachedAnswer, RegistryError
from kjaudit.registries import SERVICES
from kjaudit.registries.crossref import read_agency
from tests.recorded.server import HOSTS, exchanges

SHARED = Path(__file__).parents[2] / ".." / "shared" / "data" / "registries"


def answer_of(exchange):
    response = exchange["response"]
    return CachedAnswer(
        request=f"GET {exchange['request']['uri']}",
        status=response["status"],
        body=response["body"] or "",
        content_type=str(response["headers"].get("content-type", "")),
        fetched_at=datetime(2026, 11, 21, tzinfo=UTC),
    )


def outcome_of(exchange):
    """Return "records", "nothing" or the sentence that reports it."""
    parts = urlsplit(exchange["request"]["uri"])
    service = SERVICES.get(HOSTS.get(parts.netloc, ""))
    answer = answer_of(exchange)
    try:
        if service is None:
            raise RegistryError("no registry of that address is asked")
        if parts.path.endswith("/agency"):
            return "records" if read_agency(answer) else "nothing"
        return "records" if service.read(answer) else "nothing"
    except RegistryError as error:
        return str(error)


LOCAL = {exchange["kind"] + str(number): exchange for number, exchange in enumerate(exchanges())}


@pytest.mark.parametrize("exchange", LOCAL.values(), ids=LOCAL)
def test_kept_exchange(exchange):
    said = outcome_of(exchange)
    status = exchange["response"]["status"]
    kind = exchange["kind"]
    if kind.startswith(("cr_work_c", "cr_works", "cr_updated", "cr_agency", "datacite_200", "doi_ra", "cr_select")):
        assert said == "records"
    if kind == "cr_404" and "works" in exchange["request"]["uri"]:
        assert said == "nothing"
    if status in (400, 429, 500, 504):
        assert str(status) in said or "could not" in said


def test_a_list_of_messages_is_told():
    [exchange] = [
        item for item in exchanges() if "has-full-text" in item["request"]["uri"] and item["kind"] == "cr_400"
    ]
    assert "Valid filters for this route" in outcome_of(exchange)


def test_pages_of_proxies_are_told_without_markup():
    said = {outcome_of(item) for item in exchanges() if item["response"]["status"] in (429, 504)}
    assert len(said) == 2
    assert not any("<" in text for text in said)
    assert {text.partition(": ")[2][:20] for text in said} == {"429 Too Many Request", "504 Gateway Time-out"}


@pytest.mark.skipif(not SHARED.exists(), reason="the shared recordings are not here")
def test_all_recorded_exchanges_are_parsed_or_reported():
    paths = sorted((SHARED / "http").glob("*.json"))
    said = [outcome_of(json.loads(path.read_text("utf-8"))) for path in paths]
    assert len(said) == 193
    assert all(said)
    assert said.count("records") >= 60
