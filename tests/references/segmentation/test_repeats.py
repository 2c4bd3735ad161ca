"""A dash for an author."""

import pytest

from kjaudit.model import ProblemKind
from kjaudit.references import parse_list
from kjaudit.references.segmentation import repeat_mark


@pytest.mark.parametrize("dash", ["_____", "______", "———", "――", "---", "〃"])
def test_a_dash_stands_for_the_author_above(dash):
    first, second = parse_list(
        ["김가람, 2018, 「하나」, 『학보』 제1호.", f"{dash}, 2022, 「둘」, 『학보』 제5호, 84~110쪽."]
    )
    assert [name.family + name.given for name in second.authors] == ["김가람"]
    assert second.same_author_as == first.key
    assert second.title.value == "둘"
    assert ProblemKind.NO_AUTHOR not in {problem.kind for problem in second.problems}


def test_a_dash_after_a_dash_stands_for_the_same_author():
    *_, third = parse_list(
        ["김가람, 「하나」, 『글』 1, 2001.", "____, 「둘」, 『글』 2, 2002.", "____, 「셋」, 『글』 3, 2003."]
    )
    assert third.same_author_as == "e1"
    assert third.authors[0].family == "김"


def test_a_dash_with_nothing_above_leaves_the_author_open():
    (only,) = parse_list(["_____, 2022, 「둘」, 『학보』 제5호."])
    assert only.authors == ()
    assert only.same_author_as is None


def test_a_dash_stands_for_editors_where_the_entry_above_has_no_author():
    _, second = parse_list(["백가람 편, 『하나』, 창작사, 1981.", "_____, 『둘』, 창작사, 1983."])
    assert [name.family for name in second.editors] == ["백"]


def test_a_latin_entry_may_repeat_its_author_too():
    _, second = parse_list(["Kim, S. (2014). One. Journal, 1, 2-3.", "———. (2016). Two. Journal, 4, 5-6."])
    assert [name.family for name in second.authors] == ["Kim"]


@pytest.mark.parametrize("raw", ["김가람, 2018", "-1", "–", "Kim", ""])
def test_other_openings_are_no_dash(raw):
    assert repeat_mark(raw) == 0
