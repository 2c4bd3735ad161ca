"""Answers of any kind are read into records or reported; nothing else is raised."""

from __future__ import annotations

import contextlib
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kjaudit.model import CachedAnswer, RegistryError
from kjaudit.registries import SERVICES
from tests.recorded.server import NOT_FOUND, recorded_answers


def answer(status, body, kind="application/json"):
    return CachedAnswer(
        request="GET x", status=status, body=body, content_type=kind, fetched_at=datetime(2026, 11, 21, tzinfo=UTC)
    )


def read(service, status, body):
    """Return the records, or `None` where the answer is reported; raises what should not be raised."""
    with contextlib.suppress(RegistryError):
        return SERVICES[service].read(answer(status, body))
    return None


BODIES = sorted({body for _, _, body in recorded_answers().values() if 0 < len(body) < 8000})


@pytest.mark.parametrize("service", SERVICES)
@settings(max_examples=40, deadline=None)
@given(body=st.sampled_from(BODIES), cut=st.integers(0, 8000), status=st.sampled_from([200, 404, 500]))
def test_an_answer_of_anybody_cut_anywhere(service, body, cut, status):
    read(service, status, body[:cut])


@pytest.mark.parametrize("service", SERVICES)
@settings(max_examples=30, deadline=None)
@given(body=st.text(max_size=80), status=st.integers(100, 599))
def test_any_text(service, body, status):
    read(service, status, body)


@pytest.mark.parametrize("service", SERVICES)
def test_the_way_each_service_says_that_it_holds_nothing(service):
    status, _, body = NOT_FOUND[service]
    assert SERVICES[service].read(answer(status, body)) == ()


@pytest.mark.parametrize("service", SERVICES)
@pytest.mark.parametrize(
    "body", ["", "{}", "[]", "null", "<x/>", "<html>Not Found</html>", "[" * 100_000, "<a>" * 5000]
)
def test_nothing_else_counts_as_holding_nothing(service, body):
    assert read(service, 200, body) is None


def test_a_bomb_of_entities_is_not_unpacked():
    entities = '<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">'
    bomb = f"<!DOCTYPE x [{entities}]><rss><channel><item><title>&b;</title></item></channel></rss>"
    found = read("ndl", 200, bomb)
    assert not found or "aaaa" not in str(found)


def test_a_korean_article_is_read_as_documented():
    body = """<?xml version="1.0" encoding="UTF-8"?><MetaData><outputData><result><total>1</total></result>
    <record><journalInfo><journal-name>국제정치논총</journal-name><publisher-name>한국국제정치학회</publisher-name>
    <pub-year>2013</pub-year><volume>53</volume><issue>2</issue></journalInfo>
    <articleInfo article-id="ART001"><title-group><article-title lang="original">동아시아의 국제정치</article-title>
    <article-title lang="english">International politics of East Asia</article-title></title-group>
    <author-group><author>김영호(한국대학교)</author></author-group><fpage>89</fpage><lpage>104</lpage>
    <doi>10.1000/kci</doi></articleInfo></record></outputData></MetaData>"""
    [record] = SERVICES["kci"].read(answer(200, body))
    assert record.titles == ("동아시아의 국제정치", "International politics of East Asia")
    assert (record.authors[0].literal, record.years, record.volume, record.pages) == ("김영호", (2013,), "53", "89-104")


@pytest.mark.parametrize("message", ["등록되지 않은 key 입니다.", "검색 조건이 없습니다."])
def test_a_refused_key_is_no_empty_answer(message):
    body = f"<outputData><result><resultMsg>{message}</resultMsg></result></outputData>"
    with pytest.raises(RegistryError, match="KCI could not answer"):
        SERVICES["kci"].read(answer(200, body))


def test_a_japanese_article_is_read_as_documented():
    body = (
        '{"opensearch:totalResults": 1, "items": [{"@id": "https://cir.nii.ac.jp/crid/1", "title": "英語教育の歴史", '
        '"dc:creator": ["庭野 吉弘"], "prism:publicationName": "日本英語教育史研究", "prism:volume": "1", '
        '"prism:startingPage": "1", "prism:endingPage": "15", "prism:publicationDate": "1986-05", '
        '"dc:identifier": [{"@type": "cir:DOI", "@value": "10.11222/x"}]}]}'
    )
    [record] = SERVICES["cinii"].read(answer(200, body))
    assert (record.doi, record.years, record.pages) == ("10.11222/x", (1986,), "1-15")
    assert (record.authors[0].family, record.authors[0].given) == ("庭野", "吉弘")


def test_a_book_of_the_national_library_is_read_with_parts_of_names():
    [body] = [body for (service, path), (_, _, body) in recorded_answers().items() if "any=4788509105" in path]
    [record] = SERVICES["ndl"].read(answer(200, body, "text/xml"))
    assert record.titles[0] == "知識の社会史"
    assert record.isbn == ("4788509105",)
    assert (record.authors[0].family, record.authors[0].given) == ("Burke", "Peter")
    assert (record.authors[1].family, record.years, record.publisher) == ("井山", (2004,), "新曜社")


def test_a_retraction_that_openalex_knows_is_an_update():
    body = '{"id": "https://openalex.org/W1", "doi": "https://doi.org/10.1/x", "title": "X", "is_retracted": true}'
    [record] = SERVICES["openalex"].read(answer(200, body))
    assert [update.kind.value for update in record.updates] == ["retraction"]
