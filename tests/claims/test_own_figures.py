"""Whose figures they are: a text's own, worked out, practical, or of the world; and what a lesson shows."""

from __future__ import annotations

import pytest

from kjaudit import claims
from kjaudit.model import ClaimKind


@pytest.fixture
def figures(document):
    def wanted(text):
        found = claims.register(document(text), (), (), ())
        return [claim.worth >= 0.5 for claim in found if claim.kind is ClaimKind.STATISTIC]

    return wanted


def test_a_text_goes_on_from_its_own_measures(figures):
    text = "With the door shut my reading climbed to 2,340 units. With the door ajar it stopped at 1,180 units."
    assert figures(text) == [False, False]


def test_an_average_of_the_sector_is_none_of_its_own(figures):
    text = "Of our income of $190,000, we spent $81,000 on wells. The average for the sector is $68,000."
    assert figures(text) == [False, True]


def test_a_share_of_people_is_none_of_its_own(figures):
    assert figures("I measured 1,200 paces to the school. Two thirds of the pupils walk further.") == [False, True]


@pytest.mark.parametrize(
    "text",
    [
        "The mill had 90 looms and the shed 60. That is 150 looms in all.",
        "직기는 모두 120대이고 멈춘 것이 80대이다. 셋에 둘이 멈춘 셈이다.",
        "籾は計百八十六俵で、七年が八十五俵であった。七年に半分近くが集中していることがわかる。",
    ],
)
def test_what_is_worked_out_wants_no_source_of_its_own(figures, text):
    assert figures(text)[-1] is False


@pytest.mark.parametrize(
    "text", ["Admission is free for 300 guests.", "입장은 무료이며 선착순 30명이다.", "入場は無料で、先着30人。"]
)
def test_terms_for_visitors_are_no_statistics(figures, text):
    assert not any(figures(text))


def test_a_trend_of_tickets_is_a_statistic(figures):
    assert figures("Ticket sales rose by 27% that winter.") == [True]


def test_counts_the_author_declares_as_his_own_are_his_own_to_the_end(figures):
    text = "以下に示す数値は、筆者が集計したものである。\n\n貸し出された籾は百八十六俵であった。"
    assert figures(text) == [False]


def assertions(document, text):
    found = claims.register(document(text), (), (), ())
    return [claim.span.of(text) for claim in found if claim.kind is ClaimKind.ASSERTION and claim.worth >= 0.5]


def test_what_a_lesson_shows_its_reader_is_no_claim(document):
    steps = " ".join(f"The script number {word} was named after the Times Archive folder." for word in "abcdefghijklm")
    world = "The closure of the mines emptied the valley."
    assert assertions(document, f"{steps}\n\n{world}") == [world]


def test_a_few_words_of_the_bench_make_no_lesson(document):
    text = "The script was named after the Times Archive folder. The closure of the mines emptied the valley."
    assert len(assertions(document, text)) == 2


def test_methods_are_the_papers_own(document):
    text = "Serum levels were measured using an Immulite analyser (Siemens, Tarrytown, NY, USA)."
    assert assertions(document, text) == []


def test_what_one_thing_costs_is_no_statistic_and_what_a_country_pays_is(figures):
    assert figures("A bowl of soup costs £4.50.") == [False]
    assert figures("The scheme costs £450 million a year.") == [True]


@pytest.mark.parametrize(
    ("head", "own", "world"),
    [
        ("NEWS RELEASE", "The kitchen served 4,300 meals last winter.", "A fifth of all families skip meals."),
        ("보도자료", "센터는 시민 3,200명을 가르쳤다.", "전국 가구의 31%가 책을 사지 않는다."),
        ("活動報告書", "会では本を3,200冊貸し出した。", "全国の世帯の31％が本を買わない。"),
    ],
)
def test_a_body_is_the_witness_of_its_own_work_and_of_nothing_else(figures, head, own, world):
    assert figures(f"{head}\n\n{own} {world}") == [False, True]
    assert figures(f"{own} {world}") == [True, True]


@pytest.mark.parametrize(
    "text",
    [
        "The firm said so in a press release on Monday.\n\nThe kitchen served 4,300 meals last winter.",
        "센터는 보도자료를 내고 이렇게 밝혔다.\n\n센터는 시민 3,200명을 가르쳤다.",
        "会は活動報告書の中で次のように述べた。\n\n会では本を3,200冊貸し出した。",
    ],
)
def test_to_mention_a_report_makes_no_text_one(figures, text):
    assert figures(text)[-1] is True


def test_a_share_that_is_an_impression_is_no_figure(figures):
    assert figures("片付けは、半分は気晴らしだと思う。") == [False]


def test_a_headline_asserts_nothing_and_its_sentence_does(document):
    text = "Tenants lose patience because courts are slow in every region"
    assert assertions(document, text) == []
    assert assertions(document, f"{text}.") == [f"{text}."]
