"""The order of a list, and what stands outside it."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from kjaudit.language.collation import gojuon_keys, hangul_keys, latin_keys
from kjaudit.matching import Collation, strays
from kjaudit.matching.chain import longest_chain
from kjaudit.model import Name, Reference, Span, WorkType


def listed(*names: str, types: tuple[WorkType, ...] = ()) -> tuple[Reference, ...]:
    kinds = types or (WorkType.BOOK,) * len(names)
    return tuple(
        Reference(key=f"e{at}", raw=name, span=Span(0, len(name)), authors=(Name(family=name),), type=kind)
        for at, (name, kind) in enumerate(zip(names, kinds, strict=True))
    )


def out(*names: str, types: tuple[WorkType, ...] = ()) -> list[str]:
    return [names[int(stray.key[1:])] for stray in strays(listed(*names, types=types))]


def test_one_entry_moved():
    assert out("Adams", "Baker", "Foster", "Clark", "Davis", "Evans", "Grant") == ["Foster"]


def test_particles_articles_and_mac_sort_either_way():
    assert out("Adams", "de Beauvoir", "Clark", "The Davis Group", "van Eyck", "MacAdam", "McBride", "Madison") == []
    assert out("Adams", "Beauvoir", "Clark", "Davis", "de Gaulle", "Evans", "van Eyck") == []


def test_accents_sort_with_their_letter_or_at_the_end():
    assert out("Åberg", "Adams", "Baker", "Clark", "Davis", "Evans", "Ångström") == []


def test_letters_of_their_own_sort_behind_their_base():
    assert out("Bogucka", "Cieślak", "Kula", "Małecki", "Mączka", "Nowak", "Wolska") == []


def test_readings_sort_in_the_romanisation_of_most_lists():
    assert out("木下", "小林", "中村", "落合", "大沢", "田村", "山本") == []


def test_editors_sort_by_their_name():
    editors = [
        replace(one, raw=f"{one.raw} 편", authors=(), editors=one.authors) if one.raw == "김연우" else one
        for one in listed("강진호", "김연우", "김연우", "박연옥", "양정은", "이섭", "조윤경")
    ]
    assert strays(editors) == ()


def test_korean_order():
    assert out("강진호", "김정남", "리단", "박연옥", "황병순", "양정은", "이섭", "조윤경") == ["황병순"]


def test_japanese_order_by_reading():
    names = ("上原究一", "高嶋朋子", "小風尚樹", "佐治奈通子", "冨澤かな", "中村覚", "宮本隆史", "大和裕幸", "渡辺徹")
    (stray,) = strays(listed(*names))
    assert names[int(stray.key[1:])] == "高嶋朋子"
    assert stray.collation is Collation.GOJUON


def test_each_script_has_its_own_order():
    assert out("강진호", "김정남", "박연옥", "이섭", "조윤경", "최성호", "Anderson", "Moretti") == []


def test_sections_by_kind_of_work_start_anew():
    kinds = (WorkType.BOOK,) * 4 + (WorkType.THESIS,) * 4 + (WorkType.ARTICLE_JOURNAL,) * 6
    names = (
        "Adams",
        "Davis",
        "Moore",
        "Young",
        "Brown",
        "Evans",
        "Price",
        "White",
        "Allen",
        "Clark",
        "Ellis",
        "Hill",
        "King",
        "Ward",
    )
    assert out(*names, types=kinds) == []


def test_a_list_that_is_not_sorted_has_no_strays():
    assert out("Moore", "Adams", "Young", "Davis", "Brown", "Clark", "White", "Allen") == []
    assert out("Adams", "Clark", "Baker") == []


def test_keys_of_collation():
    assert hangul_keys("李承晩") == ("이승만",)
    assert "mac" in "".join(latin_keys("McDonald"))
    assert gojuon_keys("あおき") < gojuon_keys("いとう") < gojuon_keys("かとう") < gojuon_keys("わたなべ")


@given(st.lists(st.lists(st.text("abc", min_size=1, max_size=2), min_size=1, max_size=2), max_size=12))
def test_a_chain_never_falls(keys):
    chain = longest_chain(keys)
    assert chain == sorted(set(chain))
    low = ""
    for position in chain:
        fitting = [key for key in keys[position] if key >= low]
        assert fitting
        low = min(fitting)


def test_a_chain_is_the_longest():
    assert longest_chain([["b"], ["a"], ["c"], ["b"], ["d"]]) in ([0, 2, 4], [1, 2, 4], [1, 3, 4], [0, 3, 4])
    assert longest_chain([]) == []
    assert longest_chain([[], ["a"]]) == [1]
