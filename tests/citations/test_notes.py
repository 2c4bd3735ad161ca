"""Notes: works in full, short titles and comment are told apart, and lead to entries or to what was cited before."""

from __future__ import annotations

import pytest

from .builders import entry, linked, resolve

MORETTI = entry(
    "e1", "Moretti", year=2013, title="Distant Reading", raw="Moretti, Franco. Distant Reading. Verso, 2013."
)
UNDERWOOD = entry("e2", "Underwood", year=2019, title="Distant Horizons", raw="Underwood, Ted. Distant Horizons. 2019.")
IDEAS = (MORETTI, UNDERWOOD)


def notes(*words, references=IDEAS):
    return linked("Text." + "*" * len(words), references, words)


def test_comment_is_no_part_of_a_citation():
    assert notes(
        "On counting as reading, see Franco Moretti, Distant Reading (Verso, 2013), 47; and Ted Underwood, "
        "Distant Horizons (Chicago, 2019), 12. The police record tells another story."
    ) == [
        ("Franco Moretti, Distant Reading (Verso, 2013), 47", ["e1"], ["sure"]),
        ("Ted Underwood, Distant Horizons (Chicago, 2019), 12", ["e2"], ["sure"]),
    ]


@pytest.mark.parametrize(
    "words",
    [
        "This point is discussed further below.",
        "Trata-se de um conjunto de indicadores desenvolvidos de janeiro a dezembro de 2013.",
        "Note that, as of January 2021, the Times has redesigned its interfaces.",
        "이 점에 대해서는 다른 기회에 논하기로 한다.",
        "この点については別稿を用意している。",
        "",
    ],
)
def test_a_note_of_comment_cites_nothing(words):
    assert notes(words) == []


def test_a_work_without_an_entry_is_linked_to_none():
    assert notes("Ann Author, Another Work (Press, 2010), 3.")[0][1:] == ([None], ["none"])


def test_a_misspelt_name_in_a_full_note_is_doubted():
    assert notes("Franco Moretty, Distant Reading (Verso, 2013), 47.")[0][1:] == (["e1"], ["doubtful"])


def test_a_wrong_year_in_a_full_note_is_doubted():
    assert notes("Franco Moretti, Distant Reading (Verso, 2012), 47.")[0][1:] == (["e1"], ["doubtful"])


def test_a_bare_address_cites_the_entry_that_prints_it():
    listed = entry("e9", raw="<https://press.example.kr/news/view.html?id=10120>")
    assert notes("<https://press.example.kr/news/view.html?id=10120>", references=(*IDEAS, listed))[0][1] == ["e9"]
    assert notes("https://example.org/other") == []


def test_ibid_is_the_work_cited_just_before():
    rows = notes("Franco Moretti, Distant Reading (Verso, 2013), 47.", "Ibid., 50.", "Ibid.")
    assert [row[1:] for row in rows] == [(["e1"], ["sure"])] * 3


def test_ibid_after_several_works_is_ambiguous():
    _, resolved = resolve(
        "Text.**",
        IDEAS,
        (
            "Franco Moretti, Distant Reading (Verso, 2013), 47; Ted Underwood, Distant Horizons (Chicago, 2019), 3.",
            "Ibid., 12.",
        ),
    )
    assert resolved.links[-1].certainty.value == "doubtful"
    assert resolved.links[-1].rivals == ("e1",)


def test_ibid_in_the_first_note_leads_nowhere():
    _, resolved = resolve("Text.*", IDEAS, ("Ibid., 12.",))
    assert resolved.links[0].reference is None
    assert resolved.links[0].antecedent is None


def test_an_author_alone_is_the_work_of_that_author():
    rows = notes("Franco Moretti, Distant Reading (Verso, 2013), 47.", "A comment.", "Moretti, 50.")
    assert rows[-1] == ("Moretti, 50", ["e1"], ["sure"])


def test_a_short_title_tells_works_of_one_author_apart():
    listed = (
        entry("e1", "이선미", year=2014, title="박완서 소설의 ‘공모’ 의식과 마음의 정치"),
        entry("e2", "이선미", year=2021, title="‘부역(혐의)자’ 서사와 냉전의 마음"),
    )
    rows = notes(
        "이선미, 「박완서 소설의 ‘공모’ 의식과 마음의 정치」, 『반교어문연구』 제37집, 2014, 375쪽.",
        "이선미, 「‘부역(혐의)자’ 서사와 냉전의 마음」, 361쪽.",
        references=listed,
    )
    assert [row[1] for row in rows] == [["e1"], ["e2"]]


def test_a_pointer_to_a_note_that_cites_nothing_else_is_no_link_passed_off_as_sure():
    _, resolved = resolve("Text.**", (), ("See note 2 above.", "See note 1 above."))
    assert [link.certainty.value for link in resolved.links] == ["none"] * len(resolved.links)


def test_numbers_that_restart_point_to_the_nearest_note_before():
    from dataclasses import replace

    from kjaudit import citations

    from .builders import document

    made = document(
        "Text.****",
        "Ann Smith, Old Rules (Press, 2001), 3.",
        "Smith (n 1) 4.",
        "Bob Jones, New Rules (Press, 2002), 3.",
        "Jones (n 1) 4.",
    )
    restarted = [replace(note, number=1 + place % 2) for place, note in enumerate(made.notes)]
    resolved = citations.resolve(replace(made, notes=tuple(restarted)), ())
    assert [link.reference for link in resolved.links] == ["e1", "e1", "e2", "e2"]


def test_a_note_that_prints_an_entry_in_another_form_cites_it():
    listed = entry(
        "e1",
        raw="한일 문화 교류의 현황\n강준수 - 이벤트컨벤션연구, 2022 - kiss.kstudy.com",
        title="한일 문화 교류의 현황",
    )
    rows = notes(
        "한일 문화 교류의 현황\n강준수 - 이벤트컨벤션연구, 2022 - kiss.kstudy.com", references=(*IDEAS, listed)
    )
    assert rows[0][1] == ["e1"]
