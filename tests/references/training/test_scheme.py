"""One label scheme over sets that were labelled under different ones."""

from __future__ import annotations

from kjaudit.references.training.rows import Row, without_doubles
from kjaudit.references.training.scheme import labelled


def runs(text: str, *segments: tuple[str, str], source: str = "core") -> list[tuple[str, str]]:
    item = labelled(Row("x:1", source, text, segments))
    found: list[tuple[str, str]] = []
    index = 0
    while index < len(item.labels):
        first = index
        while index < len(item.labels) and item.labels[index] is item.labels[first]:
            index += 1
        found.append((item.labels[first].value, text[item.tokens.starts[first] : item.tokens.ends[index - 1]]))
    return found


def test_words_between_tei_segments_go_to_the_field_they_open_and_marks_to_the_one_they_close():
    text = "M. Neubert, Title of it, in: R. Gupta (ed.), Physics, vol. 40 (2005), pp. 1-3."
    found = runs(
        text,
        ("author", "M. Neubert"),
        ("title", "Title of it"),
        ("editor", "R. Gupta"),
        ("container-title", "Physics"),
        ("volume_", "40"),
        ("date", "2005"),
        ("pages", "1-3"),
        source="grobid-corpus",
    )
    assert found == [
        ("author", "M. Neubert,"),
        ("title", "Title of it,"),
        ("editor", "in: R. Gupta (ed.),"),
        ("container", "Physics,"),
        ("volume", "vol. 40"),
        ("date", "(2005),"),
        ("pages", "pp. 1-3."),
    ]


def test_volume_issue_and_pages_of_one_segment_are_told_apart():
    text = "Smith, J. Title. Journal, 127(1):79–183"
    segments = (("author", "Smith, J."), ("title", "Title."), ("journal", "Journal,"), ("volume", "127(1):79–183"))
    assert runs(text, *segments)[3:] == [("volume", "127"), ("issue", "(1):"), ("pages", "79–183")]


def test_a_title_without_a_container_stands_alone():
    text = "Moretti, Franco. Distant Reading. London: Verso, 2013."
    segments = (
        ("author", "Moretti, Franco."),
        ("title", "Distant Reading."),
        ("location", "London:"),
        ("publisher", "Verso,"),
        ("date", "2013."),
    )
    assert [label for label, _ in runs(text, *segments)] == ["author", "book", "place", "publisher", "date"]


def test_a_quoted_container_is_cut_off_an_italian_title():
    text = "G . Rossi , La lezione , “ Ateneo Veneto ”, 1954 ."
    segments = (("author", "G . Rossi ,"), ("title", "La lezione , “ Ateneo Veneto ”,"), ("date", "1954 ."))
    assert ("container", "“ Ateneo Veneto ”,") in runs(text, *segments, source="linkedbooks-valid")


def test_segments_that_do_not_stand_in_the_string_are_refused():
    assert labelled(Row("x:1", "core", "A string of words", (("title", "other words"),))) is None


def test_of_equal_strings_the_set_with_the_winning_convention_stays():
    rows = [Row("good:1", "good", "A b, c!", (("title", "A"),)), Row("core:9", "core", "a B c", (("title", "a"),))]
    assert [row.id for row in without_doubles(rows)] == ["core:9"]
