"""The index that finds the few works which could be meant."""

from __future__ import annotations

from kjaudit.matching import Work, family_keys, index
from kjaudit.matching.blocking import LIMIT
from kjaudit.model import Name

WORKS = (
    Work(names=(Name(family="김", given="병준"),), years=(2021,), titles=("계량서지학 기반 개념사 연구의 가능성",)),
    Work(names=(Name(literal="大江健三郎"),), years=(1994,), titles=("あいまいな日本の私",)),
    Work(names=(Name(literal="李承晩"),), years=(1941,), titles=("Japan inside out",)),
    Work(
        names=(Name(family="van Brakel", given="WH"),),
        years=(2003,),
        titles=("The prognostic importance of sensory loss",),
    ),
    Work(names=(Name(literal="クルーグマン"),), years=(1991,), doi="10.1/k"),
)


def test_names_of_one_family_share_a_key_across_scripts():
    for a, b in [
        ("김병준", "Kim"),
        ("大江健三郎", "Oe"),
        ("李承晩", "Rhee"),
        ("李承晩", "이승만"),
        ("クルーグマン", "Krugman"),
        ("郝春文", "Hao"),
    ]:
        assert family_keys(Name(literal=a)) & family_keys(Name(family=b) if b.isascii() else Name(literal=b)), (a, b)


def test_candidates_are_found_by_name_title_and_identifier():
    found = index(WORKS)
    assert found.candidates(names=[Name(family="Kim", given="B.")], years=[2021])[0] == 0
    assert found.candidates(names=[Name(family="Ōe")])[0] == 1
    assert found.candidates(names=[Name(family="Rhee")])[0] == 2
    assert found.candidates(names=[Name(family="Brakel", given="W. H. van")])[0] == 3
    assert found.candidates(title="prognostic importance of sensory loss")[0] == 3
    assert found.candidates(doi="10.1/k")[0] == 4
    assert found.candidates(names=[Name(family="Nobody")]) == ()


def test_a_thousand_entries_of_one_name_give_few_candidates():
    crowd = index(Work(names=(Name(family="Kim"),), years=(1900 + at % 100,)) for at in range(5000))
    found = crowd.candidates(names=[Name(family="Kim")], years=[1950])
    assert len(found) <= LIMIT
    assert all(crowd.works[position].years == (1950,) for position in found[:5])
