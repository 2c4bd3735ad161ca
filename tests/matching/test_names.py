"""How far names are apart: in one script, across scripts, in lists."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kjaudit.matching import authors_distance, family_likeness, name_distance
from kjaudit.model import Name


def person(text: str) -> Name:
    """`Family, Given`, or a name that is not split."""
    family, comma, given_name = text.partition(", ")
    return Name(family=family, given=given_name) if comma else Name(literal=text)


SAME = [
    ("한영균", "Han, Young-gyun"),
    ("한영균", "Han, Y."),
    ("大江健三郎", "Ōe, Kenzaburō"),
    ("大江健三郎", "Oe, Kenzaburo"),
    ("大江健三郎", "Ooe, Kenzaburou"),
    ("李承晩", "이승만"),
    ("이승만", "Rhee"),
    ("李承晩", "Rhee, Syngman"),
    ("金大中", "김대중"),
    ("金大中", "Kim, Dae-jung"),
    ("沈熏", "Sim, Hun"),
    ("김성훈", "Kim, S. H."),
    ("김성훈", "Kim, SH"),
    ("강우방", "Kang, U-bang"),
    ("姜友邦", "Kang, U."),
    ("한태식", "Han, T'ae-sik"),
    ("한태식", "Han, Tʻae-sik"),
    ("정대현", "Jung, Dae-hyeon"),
    ("정대현", "Chŏng, Tae-hyŏn"),
    ("선우은실", "Sunwoo, Eunsil"),
    ("Kim, Byung-jun", "Kim, Byeongjun"),
    ("Kim, P'yŏng-jun", "Kim, Byung Jun"),
    ("Lee, Sung-hee", "Lee, Seong-hui"),
    ("郝春文", "Hao, Chunwen"),
    ("毛澤東", "Mao, Tse-tung"),
    ("毛泽东", "Mao, Zedong"),
    ("近藤成一", "Kondō, S."),
    ("小沢一郎", "Ozawa, Ichirō"),
    ("澤田正", "沢田正"),
    ("プラトン", "Platon"),
    ("프랑코 모레티", "Moretti, Franco"),
    ("クルーグマン", "Krugman, P. R."),
    ("van Beethoven, Ludwig", "Beethoven, L. van"),
    ("MÜLLER, Jörg", "Mueller, Joerg"),
    ("Müller, J.", "Muller, Jörg"),
    ("O’Shea, K.", "O'Shea, Kevin"),
    ("García Márquez, Gabriel", "García Márquez, G."),
    ("Gabriel García", "García, Gabriel"),
    ("World Health Organization", "WHO"),
]

OTHERS = [
    ("김성훈", "Kim, S. J."),
    ("김란우", "Kim, Hea-Jin"),
    ("김혜진", "Kim, So-yeong"),
    ("한영균", "Park, Y."),
    ("大江健三郎", "Ōta, Kenzaburō"),
    ("小山翔一", "Koyama, Masaki"),
    ("Kim, S.", "Kim, J."),
    ("Kim, Byung-jun", "Kim, Min-su"),
    ("Kim, Sung-hee", "Kim, Sung-ho"),
    ("Smith, Adam", "Smith, John"),
    ("Baker, B.", "Clark, B."),
    ("이기창", "박기창"),
    ("World Bank", "World Health Organization"),
]


@pytest.mark.parametrize(("a", "b"), SAME)
def test_one_person_in_two_spellings_is_near(a, b):
    assert name_distance(person(a), person(b)) <= 0.2


@pytest.mark.parametrize(("a", "b"), OTHERS)
def test_two_persons_are_far(a, b):
    assert name_distance(person(a), person(b)) >= 0.5


@pytest.mark.parametrize(
    ("a", "b"), [("Moisiu, A.", "Moisio, A."), ("Schneider, K.", "Schnieder, K."), ("Nakamura, S.", "Nakamrua, S.")]
)
def test_a_slip_of_the_pen_lies_between(a, b):
    assert 0.1 <= name_distance(person(a), person(b)) < 0.4


def test_the_given_name_in_the_wrong_place_costs_little():
    assert name_distance(Name(family="Hao", given="Chunwen"), Name(family="Chunwen", given="Hao")) <= 0.1


def test_families_alone_are_compared_across_scripts():
    assert family_likeness(Name(family="김", given="병준"), Name(family="Kim", given="Zoe")) == 1.0
    assert family_likeness(Name(family="김", given="병준"), Name(family="Park", given="Zoe")) < 0.5


def test_the_other_script_that_an_entry_prints_counts():
    printed = Name(family="푸코", given="미셸", original="Foucault, Michel")
    assert name_distance(printed, Name(family="Foucault", given="M.")) <= 0.05


def test_lists_in_another_order_are_nearly_the_same():
    a = tuple(map(person, ("허예슬", "김병준", "최주찬", "최진석")))
    b = tuple(map(person, ("Kim, Byungjun", "Huh, Yeseul", "Choi, Joo Chan", "Choi, Jinseok")))
    assert 0.0 < authors_distance(a, b) <= 0.1


def test_et_al_excuses_the_names_that_are_missing():
    full = tuple(map(person, ("Brown, L.", "Tucker, C.", "Domokos, T.", "Evans, E.")))
    assert authors_distance(full, full[:1], b_others=True) < authors_distance(full, full[:1])
    assert authors_distance(full, full[:1], b_others=True) <= 0.05


def test_no_names_on_one_side_tell_nothing():
    assert authors_distance((), (person("Kim, S."),)) is None


names = st.builds(Name, family=st.text(max_size=12), given=st.text(max_size=12), literal=st.text(max_size=20))
wide = st.text(alphabet="김이박병준승만大江健三郎李承晩クルーグマン・ KimLeeOe-.,'", max_size=10)
people = st.builds(Name, family=wide, given=wide)


@given(names | people, names | people)
def test_distance_is_symmetric_and_bounded(a, b):
    assert name_distance(a, b) == name_distance(b, a)
    assert 0.0 <= name_distance(a, b) <= 1.0


@given(people)
def test_a_name_is_itself(name):
    assert name_distance(name, name) in (0.0, 1.0)
    if any(char.isalpha() for char in name.family + name.given):
        assert name_distance(name, name) == 0.0


@given(st.lists(people, max_size=4), st.lists(people, max_size=4))
def test_list_distance_is_symmetric(a, b):
    one, two = authors_distance(a, b), authors_distance(b, a)
    assert one == two or abs(one - two) < 1e-9
