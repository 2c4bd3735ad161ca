"""Polite endings become plain ones, and every place in front of them stays what it was."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kjaudit.language.plain_style import plain_style
from kjaudit.language.reading import reading


@pytest.mark.parametrize(
    ("polite", "plain"),
    [
        ("마을이 사라지고 있습니다.", "마을이 사라지고 있다."),
        ("청년들은 떠났습니다.", "청년들은 떠났다."),
        ("그것이 원인입니다.", "그것이 원인이다."),
        ("병원에 가기가 어렵습니다.", "병원에 가기가 어렵다."),
        ("사람들은 옷을 입습니다.", "사람들은 옷을 입는다."),
        ("경제를 흔듭니다.", "경제를 흔든다."),
        ("가게가 문을 닫았어요.", "가게가 문을 닫았다."),
    ],
)
def test_korean(polite, plain):
    assert plain_style(polite, "ko")[0].rstrip() == plain


@pytest.mark.parametrize(
    ("polite", "plain"),
    [
        ("町は衰えていきました。", "町は衰えていった。"),
        ("人口が減りました。", "人口が減った。"),
        ("客が増えています。", "客が増えている。"),
        ("古いと言われています。", "古いと言われている。"),
        ("橋が壊れてきました。", "橋が壊れてきた。"),
        ("それが原因です。", "それが原因だ。"),
        ("誰も来ません。", "誰も来ない。"),
    ],
)
def test_japanese(polite, plain):
    assert plain_style(polite, "ja")[0].rstrip() == plain


@given(
    st.text(alphabet="가나다습니다입합갑요했있 .つきました。ていますです、a", max_size=40),
    st.sampled_from(["ko", "ja", "en"]),
)
def test_the_length_never_changes(text, language):
    changed, shorter = plain_style(text, language)
    assert len(changed) == len(text)
    assert 0 <= shorter <= len(text)


def test_an_attribution_reaches_to_the_end_of_the_printed_predicate(document):
    text = "전문가들은 이 제도가 오래가지 못한다고 말했습니다."
    (sentence,) = reading(document(text)).sentences
    assert [item.span.of(text) for item in sentence.attributions] == [text[:-1]]
