"""Names taken apart, and the sounds of Hangul, kana and Han."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kjaudit.language.folding import fold_marks, fold_solid, fold_words
from kjaudit.language.han import han_reading, old_forms
from kjaudit.language.hangul import hangul_of, initial_sound, parts, revised, spellings
from kjaudit.language.kana import fold_romaji, romaji
from kjaudit.language.lattice import coverage, reads
from kjaudit.language.names import FormKind, core, forms, initials_of
from kjaudit.language.names_han import chinese_family_reads, japanese_families, japanese_reads
from kjaudit.language.names_korean import given_reads, hangul_names, is_korean_name, split_hangul, surname_spellings
from kjaudit.language.skeleton import skeleton
from kjaudit.model import Name


def test_folding_keeps_letters_only():
    assert fold_words("O’Shea–Müller, Ørsted (ＩＩＩＦ)") == "oshea muller orsted iiif"
    assert fold_solid("생활 만족도") == "생활만족도"
    assert fold_marks("한국어 がぎ") == "한국어 がぎ"


@pytest.mark.parametrize(
    ("han", "hangul"),
    [("李承晩", "이승만"), ("柳寬順", "유관순"), ("盧武鉉", "노무현"), ("学校", "학교")],
)
def test_han_names_in_korean_follow_the_initial_sound_rule(han, hangul):
    assert hangul_of(han) == hangul


def test_a_surname_has_its_own_reading():
    assert hangul_names("金九")[0] == "김구"
    assert "이영희" in hangul_names("李泳禧") or "이영희" in hangul_names("李英姬")
    assert hangul_names("김구") == ("김구",)


def test_initial_sounds():
    assert [initial_sound(syllable) for syllable in "리녀로니락김"] == ["이", "여", "노", "이", "낙", "김"]


def test_a_syllable_has_the_spellings_of_all_systems():
    assert spellings("영")[0] == "yeong"
    assert {"young", "yong"} <= set(spellings("영"))
    assert {"dae", "tae", "dai"} <= set(spellings("대"))
    assert revised("한국어") == "hangukeo"
    assert parts("A") is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Shinbun", "Sinbun"),
        ("Shimbun", "Sinbun"),
        ("chō", "tyo"),
        ("kenkyuu", "kenkyu"),
        ("Ohta", "Ota"),
        ("matcha", "mattya"),
    ],
)
def test_systems_of_romaji_fold_together(one, other):
    assert fold_romaji(fold_solid(one)) == fold_romaji(fold_solid(other))


def test_kana_are_read():
    assert romaji("しょうじ") == fold_romaji("shouji")
    assert romaji("ガッコウ") == fold_romaji("gakkou")
    assert romaji("クルーグマン") == "kuruguman"


def test_forms_of_the_reform_fold_into_the_older():
    assert old_forms("国学・沢田・辺") == "國學・澤田・邊"
    assert han_reading("沢").hangul == ("택",)


def test_korean_names_are_split_at_the_surname():
    assert split_hangul("선우은실") == ("선우", "은실")
    assert split_hangul("김병준") == ("김", "병준")
    assert split_hangul("이 섭") == ("이", "섭")
    assert is_korean_name("허예슬")
    assert not is_korean_name("프랑코 모레티")
    assert "rhee" in surname_spellings("이")
    assert given_reads("영균", "younggyun")
    assert not given_reads("영균", "sunghoon")


def test_japanese_and_chinese_readings():
    assert "nakamura" in japanese_families("中村")
    assert japanese_reads("健三郎", "kenzaburo")
    assert japanese_reads("一平", "ippei")
    assert chinese_family_reads("曾", "zeng")
    assert not chinese_family_reads("曾", "ceng")


def test_forms_of_a_name():
    (form,) = forms(Name(family="van der Berg", given="J.-H."))
    assert (form.kind, core(form.family), form.initials) == (FormKind.LATIN, "berg", ("j", "h"))
    both = forms(Name(literal="Hao Chunwen 郝春文"))
    assert {form.kind for form in both} == {FormKind.WIDE, FormKind.BODY}
    (foreign,) = forms(Name(literal="ミシェル・フーコー"))
    assert (foreign.family, foreign.given) == ("フーコー", "ミシェル")
    assert forms(Name()) == ()


def test_initials():
    assert initials_of("S. H.") == initials_of("SH") == initials_of("S-H") == ("s", "h")
    assert initials_of("Sung-hoon") == initials_of("Jo") == initials_of("") == ()


def test_consonants_that_an_ear_keeps():
    assert skeleton("Krugman") == skeleton("クルーグマン")
    assert skeleton("Moretti") == skeleton("모레티")


def test_readings_in_a_row():
    rows = [("ken", "takeshi"), ("zo", "zabu"), ("ro",)]
    assert reads("kenzaburo", rows)
    assert not reads("kenzaburou", rows)
    assert coverage("kenro", rows) == 1.0
    assert coverage("", rows) == 0.0


def test_tables_load_quickly_the_first_time():
    han_reading.cache_clear()
    started = time.perf_counter()
    for char in "大江健三郎李承晩郝春文":
        han_reading(char)
    assert time.perf_counter() - started < 2.0  # 0.05 s on an idle machine


@given(st.text(max_size=40))
def test_nothing_raises_on_odd_text(text):
    fold_words(text)
    hangul_of(text)
    romaji(text)
    skeleton(text)
    initials_of(text)
    forms(Name(family=text, given=text, literal=text, original=text))
    assert all(0.0 <= coverage(fold_solid(text), [spellings(char) for char in text]) <= 1.0 for _ in (0,))


@given(st.text(max_size=40))
def test_folding_twice_changes_nothing(text):
    once = fold_words(text)
    assert fold_words(once) == once or any(not char.isascii() for char in once)
