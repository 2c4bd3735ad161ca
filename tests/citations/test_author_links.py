"""Author and year lead to the entry meant; what differs is doubted, what is ambiguous stays so."""

from __future__ import annotations

from dataclasses import replace

from kjaudit import citations

from .builders import document, entry, linked, resolve

KIM = entry("e1", "Kim", year=2014, title="Legacies of colonial rule")
SHALABY = entry("e2", "Shalaby", "Rossant", year=1995, title="Failure of island formation")
LEE = entry("e3", "Lee", year=2006, title="Transmission in antiquity")


def one(text, *entries):
    return linked(f"{text} Also (Kim 2014; Lee 2006).", (KIM, SHALABY, LEE, *entries))[0]


def test_author_and_year_agree():
    assert one("So (Shalaby and Rossant 1995).") == ("Shalaby and Rossant 1995", ["e2"], ["sure"])


def test_a_misspelt_name_is_linked_with_doubt():
    assert one("So (Shlaby and Rossant 1995).")[1:] == (["e2"], ["doubtful"])


def test_a_wrong_year_is_linked_with_doubt():
    assert one("So (Shalaby and Rossant 1996).")[1:] == (["e2"], ["doubtful"])


def test_another_author_of_the_year_is_not_linked():
    assert one("So (Thompson 1995).")[1:] == ([None], ["none"])


def test_short_names_that_differ_are_other_people():
    assert one("So (Kin 2014).")[1:] == ([None], ["none"])


def test_two_entries_of_one_author_and_year_stay_ambiguous():
    twins = (entry("e4", "Pak", year=2024, title="Rivers of the south"), entry("e5", "Pak", year=2024, title="Hills"))
    _, resolved = resolve("So (Pak 2024). Also (Kim 2014; Lee 2006).", (KIM, LEE, *twins))
    assert resolved.links[0].certainty.value == "doubtful"
    assert resolved.links[0].rivals


def test_three_that_fit_alike_are_not_chosen_from():
    three = tuple(entry(f"x{n}", "Pak", year=2024, title=title) for n, title in enumerate(("Rivers", "Hills", "Seas")))
    _, resolved = resolve("So (Pak 2024). Also (Kim 2014; Lee 2006).", (KIM, LEE, *three))
    assert resolved.links[0].reference is None
    assert set(resolved.links[0].rivals) == {"x0", "x1", "x2"}


def test_a_work_that_the_list_prints_twice_is_not_ambiguous():
    twice = (
        entry("e4", "Pak", year=2024, title="Rivers of the south"),
        entry("e5", "Pak", year=2024, title="Rivers of the South"),
    )
    assert one("So (Pak 2024).", *twice)[1:] == (["e4"], ["sure"])


def test_a_letter_tells_works_of_a_year_apart():
    both = (
        entry("e4", "Pak", year=2024, suffix="a", title="Rivers"),
        entry("e5", "Pak", year=2024, suffix="b", title="Hills"),
    )
    assert one("So (Pak 2024b).", *both)[1:] == (["e5"], ["sure"])


def test_korean_letters_after_a_year_count_like_latin_ones():
    both = (
        entry("e4", "이선미", year=2014, suffix="a", title="소설의 마음"),
        entry("e5", "이선미", year=2014, suffix="b", title="소설의 정치"),
    )
    assert one("그렇다(이선미, 2014가; 2014나).", *both)[1:] == (["e4", "e5"], ["sure", "sure"])


def test_a_family_name_alone_is_no_known_author():
    listed = entry("e4", "최진숙", year=2017, title="우리가 남이가")
    assert "최(2010)" not in [row[0] for row in linked("최(2010)도 있다. (Kim 2014; Lee 2006)", (KIM, LEE, listed))]


def test_the_number_of_authors_tells_works_apart():
    both = (
        entry("e4", "Lawson", "Vogel", "Weinstein", year=2002, title="Sonic"),
        entry("e5", "Lawson", "Weinstein", year=2002, title="Vivo"),
    )
    assert one("So (Lawson et al., 2002).", *both)[1] == ["e4"]
    assert one("So (Lawson and Weinstein, 2002).", *both)[1] == ["e5"]


def test_an_uncited_entry_of_the_year_answers_a_korean_name_with_one_other_syllable():
    listed = (entry("e4", "정경옥", year=2005, title="우리의 사용"), entry("e5", "김정남", year=2003, title="대명사"))
    assert linked("그렇다(정경숙 2005). 또한 (김정남 2003; 김정남 2003).", listed)[0][1:] == (["e4"], ["doubtful"])


def test_every_link_says_what_it_cost():
    _, resolved = resolve("So (Shlaby and Rossant 1995). Also (Kim 2014; Lee 2006).", (KIM, SHALABY, LEE))
    dearest = resolved.links[0].distance.dearest()[0]
    assert dearest.name == "author"
    assert dearest.detail == "Shlaby / Shalaby"


def test_digits_of_full_width_are_digits_and_stay_as_printed():
    list_ = (entry("e1", "田中", year=2014, title="日本政治史"),)
    assert linked("多くは失敗した（田中、２０１４）。田中（２０１４：３２）も同じである。", list_) == [
        ("田中、２０１４", ["e1"], ["sure"]),
        ("田中（２０１４：３２）", ["e1"], ["sure"]),
    ]


def test_a_japanese_year_in_han_characters_is_a_year():
    text = "# 政治史\n\n多くの政党は地方に根を持たなかった（田中二〇一四）。"
    made = replace(document(text), language="ja")
    found = citations.resolve(made, (entry("e1", "田中", year=2014, title="日本政治史"),))
    assert [(one.span.of(text), link.reference) for one, link in zip(found.citations, found.links, strict=True)] == [
        ("田中二〇一四", "e1")
    ]


def test_the_word_for_an_editor_stands_between_name_and_year():
    list_ = (
        entry("e1", "서민우", year=2002, title="복지와 정치"),
        entry("e2", "Pierson", year=2001, title="Politics of welfare"),
    )
    assert linked("논쟁이 있었다(서민우 편, 2002; Pierson ed., 2001).", list_) == [
        ("서민우 편, 2002; Pierson ed., 2001", ["e1", "e2"], ["sure", "sure"])
    ]


def test_without_a_year_two_undated_works_of_an_author_stay_open():
    list_ = (entry("e1", "Moreira", title="Cartas do mar"), entry("e2", "Moreira", title="Notas de viagem"))
    assert linked("Sabe-se disso (Moreira, s.d.).", list_)[0][1] == [None]
    assert linked("Sabe-se disso (Moreira, s.d.).", list_[:1])[0][1] == ["e1"]
