"""What hangs at the end of a field and is one of its own."""

from __future__ import annotations

import pytest

from kjaudit.references.labels import Label
from kjaudit.references.tails import without_tails

from .labelled import shown, stretches

AUTHOR, BOOK, TITLE = Label.AUTHOR, Label.BOOK, Label.TITLE
PLACE, PUBLISHER, DATE = Label.PLACE, Label.PUBLISHER, Label.DATE
IMPRINT = ((PLACE, "Berlin:"), (PUBLISHER, "Suhrkamp,"), (DATE, "1990."))


def cut(*parts: tuple[Label, str]) -> list[tuple[Label, str]]:
    raw, segments = stretches(*parts)
    return shown(raw, without_tails(raw, segments))


@pytest.mark.parametrize(
    ("words", "kept", "label", "tail"),
    [
        (
            "Die Städte (Beiträge zur Stadtforschung 12),",
            "Die Städte",
            Label.SERIES,
            "(Beiträge zur Stadtforschung 12),",
        ),
        ("Die Städte (= Neue Hefte),", "Die Städte", Label.SERIES, "(= Neue Hefte),"),
        ("Salt roads. Trade History Series.", "Salt roads.", Label.SERIES, "Trade History Series."),
        ("Salt roads. 3 vols.", "Salt roads.", Label.VOLUME, "3 vols."),
        ("Das Salz, phil. Diss.", "Das Salz,", Label.GENRE, "phil. Diss."),
        ("Das Salz (1801),", "Das Salz", Label.NOTE, "(1801),"),
    ],
)
def test_what_is_no_title_leaves_the_title(words, kept, label, tail):
    assert cut((AUTHOR, "Lee, A."), (BOOK, words), *IMPRINT)[1:3] == [(BOOK, kept), (label, tail)]


@pytest.mark.parametrize(
    "words", ["Salt roads (second part),", "Salt roads. A short history.", "Roads to 1989 (revisited),"]
)
def test_what_is_part_of_a_title_stays(words):
    assert cut((AUTHOR, "Lee, A."), (BOOK, words), *IMPRINT)[1] == (BOOK, words)


@pytest.mark.parametrize(
    ("words", "title", "container"),
    [
        ("“Salt and Silver.” Collected Essays.", "“Salt and Silver.”", "Collected Essays."),
        ("« Le sel », in Œuvres complètes,", "« Le sel »,", "in Œuvres complètes,"),
    ],
)
def test_what_follows_a_title_in_quotes_holds_it(words, title, container):
    found = cut((AUTHOR, "Lee, A."), (BOOK, words), *IMPRINT)
    assert found[1:3] == [(TITLE, title), (Label.CONTAINER, container)]


def test_a_title_that_only_begins_with_quotes_stays_whole():
    assert cut((AUTHOR, "Lee, A."), (BOOK, "“Salt” and its makers."), *IMPRINT)[1] == (BOOK, "“Salt” and its makers.")


def test_a_new_series_and_the_day_of_an_issue_are_no_part_of_a_journal():
    article = (AUTHOR, "Lee, A."), (TITLE, "Salt,")
    assert cut(*article, (Label.JOURNAL, "Annals of Salt, n.s.,"), (DATE, "1990."))[3] == (Label.NOTE, "n.s.,")
    assert cut(*article, (Label.JOURNAL, "in: Salzbote vom 3. Mai 1990,"))[3] == (DATE, "vom 3. Mai 1990,")


def test_a_series_leaves_the_publisher():
    found = cut(
        (AUTHOR, "Lee, A."),
        (BOOK, "Le sel,"),
        (PLACE, "Paris,"),
        (PUBLISHER, "Seuil, coll. « Sels »,"),
        (DATE, "1990."),
    )
    assert found[3:5] == [(PUBLISHER, "Seuil,"), (Label.SERIES, "coll. « Sels »,")]


@pytest.mark.parametrize(
    ("label", "words", "parts"),
    [
        (PUBLISHER, "Oxford, Clarendon Press,", [(PLACE, "Oxford,"), (PUBLISHER, "Clarendon Press,")]),
        (PLACE, "Suhrkamp: Berlin,", [(PUBLISHER, "Suhrkamp:"), (PLACE, "Berlin,")]),
        (PLACE, "Berlin, Leipzig u. a.", [(PLACE, "Berlin, Leipzig u. a.")]),
        (PLACE, "Berkeley – Los Angeles,", [(PLACE, "Berkeley – Los Angeles,")]),
        (Label.EDITION, "6. Aufl. Berlin", [(Label.EDITION, "6. Aufl."), (PLACE, "Berlin")]),
        (Label.EDITION, "Bd. 2,", [(Label.VOLUME, "Bd. 2,")]),
    ],
)
def test_imprints_are_told_apart_by_their_names(label, words, parts):
    assert cut((AUTHOR, "Lee, A."), (BOOK, "Salz,"), (label, words), (DATE, "1990."))[2:-1] == parts


def test_publisher_and_place_the_wrong_way_round_change_places():
    found = cut((AUTHOR, "Lee, A."), (BOOK, "Salz,"), (PLACE, "Suhrkamp:"), (PUBLISHER, "Berlin,"), (DATE, "1990."))
    assert [label for label, _ in found[2:4]] == [PUBLISHER, PLACE]


def test_sections_are_no_volume_and_translators_no_editors():
    found = cut(
        (AUTHOR, "Lee, A."),
        (BOOK, "Salz,"),
        (Label.EDITOR, "übers. von K. Berg,"),
        (DATE, "1990,"),
        (Label.VOLUME, "§ 4."),
    )
    assert [label for label, _ in found[2:]] == [Label.TRANSLATOR, DATE, Label.NOTE]
