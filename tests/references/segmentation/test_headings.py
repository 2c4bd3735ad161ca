"""Headings inside a list, told from entries."""

import pytest

from kjaudit.references.segmentation.headings import is_subheading


@pytest.mark.parametrize(
    "text",
    [
        "1. 기본자료",
        "2) 국내 연구 논문",
        "신문·잡지",
        "<국문 자료>",
        "가. 논문",
        "一、史料",
        "〈論文〉",
        "参考文献",
        "Primary sources",
        "A. Books and Articles",
        "Quellen und Literatur",
        "Fuentes primarias",
        "Ouvrages et articles",
        "II. Bücher",
    ],
)
def test_headings_are_made_of_words_of_headings(text):
    assert is_subheading(text)


@pytest.mark.parametrize(
    "text",
    [
        "독립신문",
        "대한매일신보",
        "통계청",
        "『조선일보』",
        "Korean Film Council.",
        "12. Statistics Korea",
        "UNWTO",
        "Kim, S. (2014). Books. Journal, 1, 2-3.",
        "https://example.org/articles",
        "",
    ],
)
def test_short_entries_are_no_headings(text):
    assert not is_subheading(text)
