"""Scripts of strings, and what prints alike."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kjaudit.language.scripts import fold_dashes, fold_marks, fold_private, has_cjk, script_of
from kjaudit.model import Script


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("김성훈", Script.HANGUL),
        ("大江健三郎", Script.HAN),
        ("ドラマの研究", Script.KANA),
        ("論文における", Script.KANA),
        ("Kim", Script.LATIN),
        ("Ｋｉｍ", Script.LATIN),
        ("김 and Kim Lee", Script.LATIN),
        ("Толстой", Script.CYRILLIC),
        ("שלום", Script.HEBREW),
        ("2014 (3)", Script.NONE),
        ("", Script.NONE),
        ("සිංහල", Script.OTHER),
    ],
)
def test_a_text_is_in_the_script_of_most_of_its_letters(text, script):
    assert script_of(text) is script


def test_brackets_of_every_kind_become_one():
    assert fold_marks("｢글｣ 󰡔책󰡕 뺷책뺸 ≪글≫ ＜글＞ ⟨a⟩") == "「글」 『책』 『책』 《글》 〈글〉 〈a〉"
    assert fold_marks("２００８（Ａ）　・") == "2008(A) ·"
    assert fold_dashes("1–2—3∼4～5") == "1-2-3-4-5"


def test_only_private_brackets_change_in_what_is_shown():
    assert fold_private("󰡔책・글󰡕 ２００８") == "『책・글』 ２００８"


def test_hangul_kana_and_han_are_found():
    assert has_cjk("a 한")
    assert has_cjk("カ")
    assert not has_cjk("Kim 2014")


@given(st.text())
def test_folding_keeps_every_offset(text):
    for fold in (fold_marks, fold_dashes, fold_private):
        assert len(fold(text)) == len(text)
