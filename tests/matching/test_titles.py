"""Likeness of titles."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kjaudit.matching import TitleLink, compare_titles, main_title, title_distance
from kjaudit.matching.fields import container_distance, numbers


def link(a: str, b: str) -> TitleLink:
    return compare_titles((a,), (b,)).link


def test_case_dashes_width_and_spaces_do_not_count():
    assert title_distance("Distant Reading—A Survey", "distant reading - a survey") == 0.0
    assert title_distance("스트레스, 생활만족도에 미치는 영향", "스트레스, 생활 만족도에 미치는 영향") == 0.0
    assert title_distance("ＩＩＩＦの国学", "IIIFの國學") == 0.0


@pytest.mark.parametrize(
    ("short", "whole"),
    [
        ("Graphs, Maps, Trees", "Graphs, Maps, Trees: Abstract Models for Literary History"),
        ("외부로부터의 격발들", "외부로부터의 격발들, 고유한 연구의 지정학에 대하여"),
        ("Rook's Textbook", "Rook's Textbook of Dermatology"),
        ("Text Tagged Corpora", "From Manuscript Text to Tagged Corpora"),
    ],
)
def test_a_short_title_is_near_the_whole(short, whole):
    assert link(short, whole) is TitleLink.SHORT
    assert title_distance(short, whole) < 0.2


def test_another_part_is_another_work():
    assert link("A history of printing in Seoul, 1", "A history of printing in Seoul, 2") is TitleLink.PART
    assert link("飯田隆言語哲学大全 1", "Gengo tetsugaku taizen 2") is TitleLink.PART


def test_unlike_titles_are_far():
    assert title_distance("Mitochondria, oxidants, and aging", "Care for older people in the community") > 0.7


@pytest.mark.parametrize(
    ("printed", "romanised"),
    [
        (
            "波動場の小領域観測による瞬時波源定位の理論",
            "Hadouba no shouryouiki kansoku niyoru shunji hagen teii no riron",
        ),
        ("향가에 나타난 표현 양상과 그 의미", "Hyangga-e nat'anan p'yohyŏn yangsang kwa kŭ ŭimi"),
        ("敦煌遗书用纸概况及浅析", "Dunhuang yishu yongzhi gaikuang ji qianxi"),
        ("空間経済学", "Kūkan keizaigaku"),
        ("アート・オブ・プログラミング", "The Art of Programming"),
    ],
)
def test_a_title_is_heard_through_its_romanisation(printed, romanised):
    assert link(printed, romanised) is TitleLink.SOUND


def test_a_translated_title_is_unknown_not_different():
    verdict = compare_titles(("멀리서 읽는 우리",), ("A walk along the river",))
    assert verdict.distance is None
    assert verdict.link is TitleLink.UNKNOWN


def test_a_translation_is_seen_where_its_usual_words_agree():
    a, b = "한국학 분야 학술지의 연구 동향 분석", "Research Trends in Journals of Korean Studies: An Analysis"
    assert link(a, b) is TitleLink.MEANING


def test_the_main_title_ends_at_the_colon():
    assert main_title("Distant Horizons: Digital Evidence") == "Distant Horizons"
    assert main_title("AI: a guide") == "AI: a guide"


def test_journals_are_known_by_their_abbreviations():
    assert container_distance(("J Gerontol A",), ("Journal of Gerontology. Series A",)) <= 0.1
    assert container_distance(("JAMA",), ("Journal of the American Medical Association",)) <= 0.1
    assert container_distance(("Cell",), ("Leprosy Review",)) > 0.5
    assert container_distance(("상허학보",), ("Leprosy Review",)) is None


@pytest.mark.parametrize(
    ("printed", "digits"),
    [("제23호", ("23",)), ("XIV", ("14",)), ("一二九", ("129",)), ("12(3)", ("12", "3")), ("", ())],
)
def test_numbers_are_read_however_printed(printed, digits):
    assert numbers(printed) == digits


@given(st.text(max_size=60), st.text(max_size=60))
def test_title_distance_is_symmetric(a, b):
    assert title_distance(a, b) == title_distance(b, a)


@given(st.text(alphabet="abc한국大学カナ 12:-", min_size=1, max_size=40))
def test_a_title_is_itself(title):
    assert title_distance(title, title) in (0.0, None)


def test_han_characters_are_read_against_hangul():
    assert link("東三洞 貝塚 淨化地域 發掘成果", "동삼동 패총 정화지역 발굴성과") is TitleLink.SAME
    assert link("향가 普賢十願歌의 表現", "향가 보현십원가의 표현") is TitleLink.SAME
    assert container_distance(("歷史學報",), ("역사학보",)) <= 0.1


def test_a_korean_and_a_japanese_title_cannot_be_told_apart():
    assert link("공간경제학의 이해", "心の社会と日本") is TitleLink.UNKNOWN
    assert container_distance(("역사비평",), ("思想",)) is None
