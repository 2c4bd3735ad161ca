"""Whether two references mean one work."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kjaudit.matching import Work, compare, of_record, of_reference, of_references, page_range, plain_doi
from kjaudit.model import Field, Name, PartialDate, Record, Reference, Span
from kjaudit.references import parse

SHARED = Path(__file__).parents[3] / "shared"


def work(**fields) -> Work:
    names = tuple(Name(family=family) for family in fields.pop("by", "").split())
    return Work(names=names, **fields)


def same(a: str, b: str) -> bool | None:
    return compare(of_reference(parse(a)), of_reference(parse(b))).same


def test_author_and_year_alone_leave_it_open():
    assert compare(work(by="Kim", years=(2014,)), work(by="Kim", years=(2014,))).same is None


def test_equal_identifiers_decide():
    a = work(by="Kim", doi="10.1/x", titles=("Legacies",))
    b = work(by="Kim", doi="10.1/x", titles=("The long legacies of rule",))
    assert compare(a, b).same is True


def test_equal_identifiers_do_not_decide_where_author_and_title_speak_against():
    a = work(by="Kim", doi="10.1/x", titles=("Legacies of colonial rule",), years=(2001,))
    b = work(by="Baker", doi="10.1/x", titles=("Mitochondria and oxidants",), years=(2014,))
    assert compare(a, b).same is not True


def test_letters_of_one_year_tell_works_apart():
    common = {"by": "Kim", "years": (2010,), "containers": ("East Asia",)}
    found = compare(work(suffix="a", titles=("On memory",), **common), work(suffix="b", titles=("On roads",), **common))
    assert found.same is False
    assert "year" in found.conflicts


def test_what_differs_is_named_with_both_forms():
    a = work(by="Moisiu", years=(2003,), titles=("Nerve damage in leprosy",))
    b = work(by="Moisio", years=(2004,), titles=("Nerve damage in leprosy",))
    details = {penalty.name: penalty.detail for penalty in compare(a, b).distance.dearest()}
    assert details == {"author": "Moisiu / Moisio", "year": "2003 / 2004"}


def test_a_translated_title_with_agreeing_author_year_and_volume_is_one_work():
    a = work(by="김", years=(2022,), titles=("과정",), volume="253")
    b = work(by="Kim", years=(2022,), titles=("Peripherializing",), volume="253")
    assert compare(a, b).same is True


def test_a_translated_title_with_another_volume_is_not():
    a = work(by="김", years=(2024,), titles=("과정",), volume="30", first_page="57")
    b = work(by="Kim", years=(2024,), titles=("Peripherializing",), volume="1", first_page="68")
    assert compare(a, b).same is False


def test_nothing_in_common_to_compare_is_open():
    assert compare(work(by="Kim"), work(titles=("On memory",))).same is None
    assert compare(Work(), Work()).same is None
    assert compare(Work(), Work()).distance.total == 1.0


def test_references_across_scripts():
    printed = "황호덕. 2012. “외부로부터의 격발들, 고유한 연구의 지정학에 대하여.” 상허학보 35: 53-115."
    title = "Oeburobuteoui gyeokbaldeul, goyuhan yeonguui jijeonghage daehayeo"
    romanised = f"Hwang, H. D. (2012). {title}. sangheohakbo, 35, 53-115."
    other = "Hwang, H. D. (2012). Hanguk hyeondae munhak yeongu. Gukeo gukmunhak, 12, 5-30."
    assert same(printed, romanised) is True
    assert same(printed, other) is not True


def test_page_ranges_are_completed():
    assert page_range("168-79") == ("168", "179")
    assert page_range("e47") == ("e47", "")
    assert page_range("iv") == ("", "")
    assert page_range("131～154쪽") == ("131", "154")


def test_a_doi_is_plain():
    assert plain_doi("https://doi.org/10.1000/ABC.") == "10.1000/abc"
    assert plain_doi("doi: 10.1000/abc") == "10.1000/abc"


def test_a_repeated_author_is_taken_from_the_entry_above():
    first = Reference(key="e1", raw="Kim", span=Span(0, 3), authors=(Name(family="Kim"),))
    second = Reference(key="e2", raw="____", span=Span(4, 8), same_author_as="e1")
    third = Reference(key="e3", raw="____", span=Span(9, 13), same_author_as="e2")
    assert [item.names for item in of_references((first, second, third))] == [first.authors] * 3


def test_a_record_and_an_entry_of_one_work_agree():
    record = Record(
        registry="index", id="10.1/x", doi="10.1/X", titles=("Mitochondria, oxidants, and aging",),
        authors=(Name(family="Balaban", given="Robert S."),), container_titles=("Cell",), years=(2005,), volume="120",
        pages="483-495",
    )  # fmt: skip
    date = Field(value=PartialDate(year=2005))
    entry = Reference(
        key="e1", raw="", span=Span(0, 0), authors=(Name(family="Balaban", given="RS"),), date=date,
        title=Field(value="Mitochondria, oxidants and aging"), volume=Field(value="120"), pages=Field(value="483-95"),
    )  # fmt: skip
    found = compare(of_record(record), of_reference(entry))
    assert found.same is True
    assert {"author", "title", "year", "volume", "pages"} <= set(found.signals)


texts = st.text(max_size=20)
works = st.builds(
    Work,
    names=st.lists(st.builds(Name, family=texts, given=texts), max_size=3).map(tuple),
    years=st.lists(st.integers(1900, 2030), max_size=1).map(tuple),
    titles=st.lists(texts, max_size=2).map(tuple),
    containers=st.lists(texts, max_size=1).map(tuple),
    volume=texts,
    first_page=texts,
    doi=texts,
    raw=texts,
)


@given(works, works)
def test_comparison_is_symmetric(a, b):
    one, two = compare(a, b), compare(b, a)
    assert one.same is two.same
    assert abs(one.distance.total - two.distance.total) < 1e-9


@given(works)
def test_a_work_is_at_no_distance_from_itself(work):
    found = compare(work, work)
    assert found.same is not False
    assert found.distance.total in (0.0, 1.0)


@pytest.mark.skipif(not SHARED.exists(), reason="needs the shared development data")
def test_development_pairs_are_told_apart():
    lines = (SHARED / "data/kj/pairs-dev.jsonl").read_text("utf-8").splitlines()
    pairs = [json.loads(line) for line in lines]
    said = [(pair["match"], same(pair["a"], pair["b"])) for pair in pairs]
    right = sum(match and answer is True for match, answer in said)
    claimed = sum(answer is True for _, answer in said)
    true = sum(match for match, _ in said)
    assert right / claimed >= 0.99
    assert 2 * right / (claimed + true) >= 0.98


def test_a_translation_with_an_unknown_title_is_left_open():
    a = work(by="Foucault", years=(2014,), titles=("타자의 공간",), translators=(Name(literal="이상길"),))
    b = work(by="Foucault", years=(2009,), titles=("Le Corps utopique",))
    assert compare(a, b).same is None
