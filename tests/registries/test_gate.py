from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kjaudit.model import Name, Outcome, Record
from kjaudit.registries.gate import Identity, Signal, decide, weigh
from kjaudit.registries.printed import Printed

RAW = "12. Müller J, Smith K. Legacies of em-\npire in East Asian cities. J East Asian Stud. 2014;12(3):89-104."
WORK = Record(
    registry="index",
    id="10.1/right",
    doi="10.1/right",
    titles=("LEGACIES OF EMPIRE IN EAST ASIAN CITIES",),
    authors=(Name(family="Muller", given="Johann"), Name(family="Smith", given="K.")),
    container_titles=("Journal of East Asian Studies",),
    years=(2013, 2014),
    volume="12",
    issue="3",
    pages="89-104",
)


def outcome(raw: str, *records: Record) -> Outcome:
    return decide(Printed(raw), records).outcome


def test_a_work_is_found_through_capitals_accents_broken_words_and_an_abbreviated_journal():
    found = weigh(Printed(RAW), WORK)
    assert set(found.agrees) == set(Signal) - {Signal.DOI, Signal.PUBLISHER}
    assert outcome(RAW, WORK) is Outcome.FOUND


def test_another_article_of_the_same_authors_volume_and_journal_is_not_accepted():
    other = replace(WORK, doi="10.1/other", titles=("Markets and memory in colonial ports",), pages="33-50")
    assert outcome(RAW, other) is Outcome.NOT_FOUND


def test_the_same_title_every_year_needs_the_right_volume_or_page():
    raw = "Jemal A, Siegel R. Cancer statistics in North America. CA Cancer J Clin. 2010;60:277-300."
    last_year = Record(
        registry="index",
        id="x",
        titles=("Cancer statistics in North America",),
        authors=(Name(family="Jemal"),),
        container_titles=("CA: A Cancer Journal for Clinicians",),
        years=(2008,),
        volume="58",
        pages="71-96",
    )
    assert outcome(raw, last_year) is Outcome.NOT_FOUND
    assert outcome(raw, replace(last_year, years=(2010,), volume="60", pages="277-300")) is Outcome.FOUND


def test_two_records_that_fit_equally_well_are_ambiguous_and_both_are_shown():
    twin = replace(WORK, doi="10.1/twin", id="10.1/twin")
    decided = decide(Printed(RAW), [WORK, twin])
    assert decided.outcome is Outcome.AMBIGUOUS
    assert {item.record.doi for item in decided.candidates} == {"10.1/right", "10.1/twin"}


def test_the_journal_article_wins_over_its_preprint_where_the_string_names_the_journal():
    preprint = replace(WORK, doi="10.48550/x", id="p", container_titles=(), volume="", pages="", publisher="arXiv")
    decided = decide(Printed(RAW), [preprint, WORK])
    assert decided.outcome is Outcome.FOUND
    assert decided.best is not None
    assert decided.best.record.doi == "10.1/right"


def test_one_record_given_twice_is_one_record():
    assert outcome(RAW, WORK, WORK) is Outcome.FOUND


def test_a_printed_doi_is_an_identifier_even_where_little_else_agrees():
    raw = "Muller, Legacies of Empire. https://doi.org/10.1/right"
    raw = raw.replace("10.1/", "10.1234/")
    held = replace(WORK, doi="10.1234/right", id="10.1234/right")
    decided = decide(Printed(raw), [held])
    assert decided.outcome is Outcome.FOUND


def test_a_doi_of_another_work_is_said_and_the_right_work_found_beside_it():
    astray = Record(
        registry="index",
        id="10.1234/astray",
        doi="10.1234/astray",
        titles=("Fixation of transposable elements in the Drosophila genome",),
        authors=(Name(family="Bartolome"),),
        years=(2005,),
        volume="85",
        pages="171-181",
    )
    decided = decide(Printed(RAW + " doi:10.1234/astray"), [astray, WORK])
    assert decided.other_work is not None
    assert decided.other_work.record is astray
    assert decided.outcome is Outcome.FOUND
    assert decided.best is not None
    assert decided.best.record is WORK


@pytest.mark.parametrize(
    "change",
    [
        {"titles": ("도시의 유산: 동아시아의 제국",), "authors": (Name(family="뮐러"),)},
        {"titles": ()},
        {"titles": ("Legacies of empire",)},
        {"volume": "99", "pages": "1-2"},
    ],
    ids=["translated", "untitled", "short title", "other place"],
)
def test_a_record_is_not_called_another_work_lightly(change):
    held = replace(WORK, **change)
    assert weigh(Printed(RAW), held).identity is not Identity.OTHER


def test_a_korean_entry_and_an_english_deposit_cannot_be_told_apart_by_title():
    raw = "김영호, 「동아시아의 국제정치」, 『국제정치논총』 53권 2호, 2013, 89-104쪽."
    held = Record(
        registry="crossref",
        id="x",
        doi="10.1/x",
        titles=("International politics of Asia",),
        authors=(Name(family="Kim"),),
    )
    assert weigh(Printed(raw), held).identity is Identity.UNSURE


def test_a_korean_work_is_found_whatever_the_spacing():
    raw = "김영호, 「동아시아의  국제 정치」, 『국제정치논총』 53권 2호, 2013, 89-104쪽."
    held = Record(
        registry="kci",
        id="x",
        titles=("동아시아의 국제정치",),
        authors=(Name(literal="김영호"),),
        container_titles=("국제정치논총",),
        years=(2013,),
        volume="53",
        pages="89-104",
    )
    assert outcome(raw, held) is Outcome.FOUND


def test_reprints_of_a_book_in_another_decade_are_not_the_book():
    raw = "Park, J. (1998). A history of printing in Korea. Hanul."
    book = Record(
        registry="crossref",
        id="b",
        titles=("A history of printing in Korea",),
        authors=(Name(family="Park"),),
        publisher="Hanul",
        years=(2015,),
    )
    assert outcome(raw, book) is Outcome.NOT_FOUND
    assert outcome(raw, replace(book, years=(1998,))) is Outcome.FOUND


@settings(max_examples=50, deadline=None)
@given(st.text(max_size=400))
def test_any_text_is_weighed(raw):
    assert decide(Printed(raw), [WORK]).outcome in (Outcome.FOUND, Outcome.NOT_FOUND, Outcome.AMBIGUOUS)


@settings(max_examples=50, deadline=None)
@given(st.text(max_size=60), st.text(max_size=60), st.text(max_size=12))
def test_any_record_is_weighed(title, family, pages):
    held = Record(registry="x", id="x", titles=(title,), authors=(Name(family=family),), pages=pages, volume=pages)
    weigh(Printed(RAW), held)


def test_a_hundred_thousand_characters_cost_no_more_than_a_long_reference():
    assert len(Printed("문자 letters 12 " * 10_000).text) <= 4000


def test_parts_of_a_series_are_told_apart_by_their_number():
    raw = "出来成訓「明治時代の英語教科書に学ぶ(4)」『日本英語教育史研究』第5巻第0号、1990年、1–22頁。"
    first = Record(
        registry="jalc",
        id="a",
        titles=("明治時代の英語教科書に学ぶ(1)",),
        authors=(Name(family="出来", given="成訓"),),
        container_titles=("日本英語教育史研究",),
        years=(1986,),
        volume="1",
        pages="111-134",
    )
    fourth = replace(first, id="b", titles=("明治時代の英語教科書に学ぶ(4)",), years=(1990,), volume="5", pages="1-22")
    assert outcome(raw, first) is Outcome.NOT_FOUND
    assert outcome(raw, first, fourth) is Outcome.FOUND


@pytest.mark.parametrize(
    "raw",
    [
        "深谷達史：学習内容の説明が文章表象に及ぼす影響，心理学評論，Vol.54，No.2，pp.179-196（2011）．",
        "深谷達史「学習内容の説明が文章表象に及ぼす影響」（『心理学評論』第五四巻第二号、平成23年）一七九～一九六頁。",
        "深谷達史「学習内容の説明が文章表象に及ぼす影響」『心理学評論』第54巻第2号、平成23年、179～196頁。",
        "______「学習内容の説明が文章表象に及ぼす影響」『心理学評論』54(2)、2011、179-196。",
        "———. 学習内容の説明が文章表象に及ぼす影響. 心理学評論. 2011, vol54, no2, pp179-196.",
    ],
)
def test_numbers_eras_and_dashes_as_japanese_and_korean_lists_print_them(raw):
    held = Record(
        registry="cinii",
        id="x",
        titles=("学習内容の説明が文章表象に及ぼす影響",),
        authors=(Name(family="深谷", given="達史"),),
        container_titles=("心理学評論",),
        years=(2011,),
        volume="54",
        issue="2",
        pages="179-196",
    )
    weighed = weigh(Printed(raw), held)
    assert weighed.against == ()
    assert weighed.accepted
