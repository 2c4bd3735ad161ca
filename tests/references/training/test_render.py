"""Rendered strings: their fields stand where we put them, and the same seed gives the same strings."""

from __future__ import annotations

import random

from kjaudit.references.training.noise import spoiled
from kjaudit.references.training.render import names, render, rendered
from kjaudit.references.training.scheme import labelled
from kjaudit.references.training.styles import groups
from kjaudit.references.training.works import Work, from_labelled, from_records

RECORD: dict[str, object] = {
    "DOI": "10.1000/x",
    "type": "journal-article",
    "title": ["A title of some length"],
    "container-title": ["Journal of Things"],
    "author": [{"family": "MÜLLER", "given": "Hans"}, {"family": "Lee", "given": "Ann B."}],
    "volume": "3",
    "issue": "2",
    "page": "4-9",
    "issued": {"date-parts": [[2004]]},
}


def works() -> list[Work]:
    return list(from_records([RECORD]))


def test_a_record_gives_a_work():
    assert works()[0].people == (("Müller", "Hans"), ("Lee", "Ann B."))
    assert works()[0].kind == "article"


def test_the_same_seed_gives_the_same_strings():
    assert list(rendered(works(), 30, 7)) == list(rendered(works(), 30, 7))
    assert list(rendered(works(), 30, 7)) != list(rendered(works(), 30, 8))


def test_every_rendered_string_can_be_labelled_and_read_back():
    items = [labelled(row) for row in rendered(works(), 60, 3)]
    assert None not in items
    again = list(from_labelled(item for item in items if item))
    assert {work.year for work in again if work.year} == {"2004"}


def test_optional_parts_are_left_out_where_a_field_is_unknown():
    work = Work(people=(("Lee", "Ann"),), title="Title", container="Journal", year="2001", volume="3")
    template = "{people:apa} ({year}). {volume}[({issue})][, {pages}]."
    text = "".join(words for _, words in render(work, template, random.Random(1)))
    assert text == "Lee, A. (2001). 3."


def test_names_are_printed_in_each_style():
    people = (("Moretti", "Franco"), ("Lee", "Ann"))
    chance = random.Random(0)
    assert names(people, "apa", "en", chance) == "Moretti, F., & Lee, A."
    assert names(people, "mla", "de", chance) == "Moretti, Franco und Ann Lee"
    assert names(people, "vancouver", "en", chance) == "Moretti F, Lee A"
    assert names(people, "slash", "de", chance) == "Moretti, Franco/Lee, Ann"


def test_noise_keeps_every_letter():
    pieces = [("title", "A considerable title: of, words"), ("", ". "), ("date", "2001")]
    for seed in range(60):
        text = "".join(words for _, words in spoiled(list(pieces), random.Random(seed)))
        assert [char for char in text if char.isalnum()] == list("Aconsiderabletitleofwords2001")


def test_every_group_of_templates_has_some():
    assert all(group.templates and group.share for group in groups().values())
