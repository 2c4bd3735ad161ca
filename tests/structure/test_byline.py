"""Who signs, when and where: papers and news in three languages."""

from __future__ import annotations

import pytest

from kjaudit.model import BlockKind, PartialDate

from .reading import of_kind, structured

LEAD = "Tourism has rebounded strongly, officials said on Monday, with more than a million visitors in July alone. " * 2


def authors(document):
    return [author.value for author in document.byline.authors]


@pytest.mark.parametrize(
    ("lines", "names"),
    [
        ("By Jane Doe", ["Jane Doe"]),
        ("By Jane Doe and Kim Su-jin", ["Jane Doe", "Kim Su-jin"]),
        ("By\nKim Eun-young and\nLee Hana", ["Kim Eun-young", "Lee Hana"]),
        ("Jane Q. Doe, Kim Su-jin, PhD, and Vincent van Gogh", ["Jane Q. Doe", "Kim Su-jin", "Vincent van Gogh"]),
        ("Jane Doe¹, Kim Su-jin²*", ["Jane Doe", "Kim Su-jin"]),
        ("홍길동·성춘희", ["홍길동", "성춘희"]),
        ("김철수(서울대학교 국사학과 교수)", ["김철수"]),
        ("홍길동 기자 | 2023.08.07", ["홍길동"]),
        ("山田太郎", ["山田太郎"]),
        ("山田太郎、鈴木花子", ["山田太郎", "鈴木花子"]),
        ("Von Hans Müller", ["Hans Müller"]),
    ],
)
def test_names_under_the_title_are_authors(lines, names):
    document = structured(f"Tourism Rebounds in the Region\n\n{lines}\n\n{LEAD}\n\n{LEAD}\n")
    assert authors(document) == names
    assert all(author.span and author.span.of(document.text) == author.raw for author in document.byline.authors)
    assert document.title == "Tourism Rebounds in the Region"


@pytest.mark.parametrize(
    "line",
    [
        "A Study of Its Causes",
        "An Essay",
        "Volume 3, Issue 2",
        "University of Somewhere",
        "It was a good year.",
        "서론",
        "はじめに",
    ],
)
def test_what_is_no_name_is_no_author(line):
    assert authors(structured(f"Tourism Rebounds in the Region\n\n{line}\n\n{LEAD}\n\n{LEAD}\n")) == []


def test_a_signature_may_hold_date_and_outlet():
    document = structured(f"Tourism Rebounds\n\nBy Jane Doe | Aug. 7, 2023 | The Korea Times\n\n{LEAD}\n\n{LEAD}\n")
    assert authors(document) == ["Jane Doe"]
    assert document.byline.date is not None
    assert document.byline.date.value == PartialDate(year=2023, month=8, day=7)
    assert document.byline.outlet is not None
    assert document.byline.outlet.value == "The Korea Times"


@pytest.mark.parametrize(
    ("lead", "outlet", "names"),
    [
        ("(서울=연합뉴스) 홍길동 기자 = 정부는 7일 새로운 관광 정책을 발표하였다고 밝혔다.", "연합뉴스", ["홍길동"]),
        ("【ソウル＝山田太郎】日韓両政府は首脳会談を来月開く方向で調整に入った。", None, ["山田太郎"]),
        ("【ソウル聯合ニュース】日韓両政府は首脳会談を来月開く方向で調整に入った。", None, []),
        ("SEOUL, Aug. 7 (Yonhap) -- Tourism has rebounded, officials said on Monday of this week.", "Yonhap", []),
    ],
)
def test_datelines_of_news_name_outlet_or_reporter_and_stay_text(lead, outlet, names):
    document = structured(f"The News of the Day\n\n{lead}\n\n{LEAD}\n")
    assert authors(document) == names
    assert (document.byline.outlet.value if document.byline.outlet else None) == outlet
    assert lead in of_kind(document, BlockKind.PARAGRAPH)


def test_the_last_lines_may_name_site_and_address():
    document = structured(f"{LEAD}\n\n{LEAD}\n\nSource: https://www.example.com/news/1\n\nAloJapan.com\n")
    assert document.byline.url is not None
    assert document.byline.url.value == "https://www.example.com/news/1"
    assert document.byline.outlet is not None
    assert document.byline.outlet.value == "AloJapan.com"


def test_affiliations_and_addresses_of_authors_are_not_running_text():
    document = structured(
        "# The Title\n\nKim Su-jin\n\nFaculty of International Relations\n\nsujin@a.ac.kr\n\n## Abstract\n\nText.\n",
        as_markdown=True,
    )
    assert of_kind(document, BlockKind.BYLINE) == ["Kim Su-jin", "Faculty of International Relations", "sujin@a.ac.kr"]


def test_front_matter_gives_names_and_date_with_their_places():
    document = structured("---\ntitle: T\nauthor: Kim Su-jin\ndate: 2023-08-07\n---\n\nText.\n", as_markdown=True)
    assert authors(document) == ["Kim Su-jin"]
    assert document.byline.date is not None
    assert document.byline.date.value.year == 2023


def test_a_dateline_that_stands_alone_gives_outlet_reporter_and_date():
    document = structured(
        "자전거길 사고 늘어\n\n(서울=한밭일보) 이도현 기자 = 2024년 5월 20일\n\n"
        "한강변 자전거길에서 사고가 났다고 시가 밝혔다.\n"
    )
    assert authors(document) == ["이도현"]
    assert document.byline.outlet
    assert document.byline.outlet.value == "한밭일보"
    assert document.byline.date
    assert document.byline.date.value == PartialDate(year=2024, month=5, day=20)


def test_a_dateline_that_opens_the_report_takes_no_date_out_of_it():
    document = structured(
        "자전거길 사고 늘어\n\n(서울=한밭일보) 이도현 기자 = 2021년 5월 20일에 열린 길에서 "
        "사고가 났다고 서울시가 밝혔다.\n"
    )
    assert document.byline.date is None
