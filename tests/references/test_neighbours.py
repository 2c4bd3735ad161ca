"""Labels read again by what stands beside them."""

from __future__ import annotations

from kjaudit.references.labels import Label
from kjaudit.references.neighbours import beside

from .labelled import shown, stretches

AUTHOR, BOOK, TITLE, EDITOR = Label.AUTHOR, Label.BOOK, Label.TITLE, Label.EDITOR
IMPRINT = ((Label.PLACE, "Berlin:"), (Label.PUBLISHER, "Suhrkamp,"), (Label.DATE, "1990."))


def read(*parts: tuple[Label, str]) -> list[tuple[Label, str]]:
    raw, segments = stretches(*parts)
    return shown(raw, beside(raw, segments))


def test_people_take_the_bracket_that_they_close():
    found = read((AUTHOR, "Lee, A."), (BOOK, "Salz (K. Berg,"), (Label.TRANSLATOR, "Übers.)."), *IMPRINT)
    assert found[1:3] == [(BOOK, "Salz"), (Label.TRANSLATOR, "(K. Berg, Übers.).")]


def test_a_role_without_names_says_what_the_names_before_it_did():
    assert read((AUTHOR, "Lee, Ann, et al.,"), (EDITOR, "editors."), (BOOK, "Salt."), *IMPRINT)[0] == (
        EDITOR,
        "Lee, Ann, et al., editors.",
    )


def test_more_editors_follow_with():
    found = read((AUTHOR, "Lee, A."), (BOOK, "Salt."), (EDITOR, "Ed. Karl Berg"), (BOOK, "with Ruth Dale."), *IMPRINT)
    assert found[2] == (EDITOR, "Ed. Karl Berg with Ruth Dale.")


def test_the_first_word_of_a_list_belongs_to_the_title():
    found = read((AUTHOR, "Lee-Berg, A. R. Salt,"), (BOOK, "Silver and Paper."), *IMPRINT)
    assert found[:2] == [(AUTHOR, "Lee-Berg, A. R."), (BOOK, "Salt, Silver and Paper.")]


def test_a_given_name_before_a_colon_belongs_to_the_author():
    found = read((AUTHOR, "Berg,"), (BOOK, "Hans: Das Salz."), *IMPRINT)
    assert found[:2] == [(AUTHOR, "Berg, Hans:"), (BOOK, "Das Salz.")]


def test_a_second_author_after_and_is_one():
    found = read((AUTHOR, "Lee, Ann,"), (BOOK, "and de Berg, Karl, Salt: A Reader,"), *IMPRINT)
    assert found[:2] == [(AUTHOR, "Lee, Ann, and de Berg, Karl,"), (BOOK, "Salt: A Reader,")]


def test_words_that_lead_in_are_no_name():
    found = read((AUTHOR, "Aus der Literatur: Karl Berg,"), (BOOK, "Salz,"), *IMPRINT)
    assert found[:2] == [(Label.NOTE, "Aus der Literatur:"), (AUTHOR, "Karl Berg,")]


def test_numbers_on_both_sides_of_a_journal_are_volume_and_page():
    found = read(
        (AUTHOR, "A Lee,"),
        (TITLE, "‘Salt’"),
        (Label.DATE, "(1990)"),
        (Label.PAGES, "71"),
        (Label.JOURNAL, "Salt Review"),
        (Label.VOLUME, "593"),
    )
    assert [label for label, _ in found[3:]] == [Label.VOLUME, Label.JOURNAL, Label.PAGES]


def test_a_series_in_brackets_and_a_subtitle_hold_no_work():
    found = read(
        (AUTHOR, "Lee, A.:"),
        (TITLE, "Salz"),
        (Label.JOURNAL, "(Hefte zum Salz,"),
        (Label.VOLUME, "Bd. 3),"),
        (Label.PLACE, "Berlin"),
    )
    assert found[1:3] == [(BOOK, "Salz"), (Label.SERIES, "(Hefte zum Salz, Bd. 3),")]
    found = read((AUTHOR, "Lee, A.:"), (TITLE, "Salz."), (Label.JOURNAL, "Studien zur Küste."), *IMPRINT)
    assert found[1] == (BOOK, "Salz. Studien zur Küste.")


def test_a_container_with_pages_stays_one():
    found = read(
        (AUTHOR, "Lee, A."),
        (TITLE, "Salz."),
        (Label.CONTAINER, "Studien zur Küste."),
        *IMPRINT,
        (Label.PAGES, "S. 3-9."),
    )
    assert found[2] == (Label.CONTAINER, "Studien zur Küste.")


def test_years_where_no_date_is_are_the_date():
    found = read(
        (AUTHOR, "Lee, A."),
        (BOOK, "Salt."),
        (Label.PLACE, "London:"),
        (Label.PUBLISHER, "Verso,"),
        (Label.PAGES, "1896–1900."),
    )
    assert found[-1] == (Label.DATE, "1896–1900.")


def test_the_author_of_an_entry_without_one_stands_at_the_head_of_its_title():
    found = read((TITLE, "Th. Berg, Das Salz,"), *IMPRINT)
    assert found[:2] == [(AUTHOR, "Th. Berg,"), (TITLE, "Das Salz,")]
    found = read((AUTHOR, "K."), (TITLE, "Berg, Das Salz,"), *IMPRINT)
    assert found[:2] == [(AUTHOR, "K. Berg,"), (TITLE, "Das Salz,")]


def test_the_last_author_before_a_full_stop_is_no_title():
    journal = (Label.JOURNAL, "Salt Review,"), (Label.DATE, "1990.")
    found = read((AUTHOR, "Anna Berg,"), (TITLE, "Tiuri Maalo. Salt and silver."), *journal)
    assert found[:2] == [(AUTHOR, "Anna Berg, Tiuri Maalo."), (TITLE, "Salt and silver.")]


def test_quotes_open_the_title():
    found = read((AUTHOR, "Lee, Ann. ‘Salt Roads’,"), (Label.JOURNAL, "Salt Review,"), (Label.DATE, "1990."))
    assert found[:2] == [(AUTHOR, "Lee, Ann."), (TITLE, "‘Salt Roads’,")]


def test_a_title_goes_on_to_the_bracket_that_opens_the_imprint():
    found = read(
        (AUTHOR, "Lee, A.,"),
        (BOOK, "Salt: Roads, Kings,"),
        (Label.PLACE, "Coins (Bern:"),
        (Label.PUBLISHER, "Lang, 1990)."),
    )
    assert found[1:3] == [(BOOK, "Salt: Roads, Kings, Coins"), (Label.PLACE, "(Bern:")]


def test_what_stands_between_editors_and_imprint_is_a_series():
    found = read((AUTHOR, "Lee, A."), (BOOK, "Salt."), (EDITOR, "Ed. Ruth Dale."), (BOOK, "Salt Lives."), *IMPRINT)
    assert found[3] == (Label.SERIES, "Salt Lives.")


def test_a_number_without_its_word_is_an_edition():
    found = read(
        (AUTHOR, "Berg,"), (BOOK, "Salzrecht,"), (Label.VOLUME, "21."), (Label.JOURNAL, "Aufl."), (Label.DATE, "2015.")
    )
    assert found[2] == (Label.EDITION, "21. Aufl.")
