from __future__ import annotations

from kjaudit.model import Case, Document, Lookup, Outcome, Record
from kjaudit.rules.time import tim504_volume_year_conflict as rule
from kjaudit.rules.time.chronology import Anchor, Timeline, conflict, timeline_of
from tests.registries.make import reference

LINE = Timeline(
    name="x",
    source="records",
    anchors=(
        Anchor(volume=10, year=1990),
        Anchor(volume=12, year=1992),
        Anchor(volume=20, year=1996),
        Anchor(volume=90, year=2020),
    ),
)


def test_a_known_volume_has_its_year_and_one_between_is_read_off():
    assert LINE.expected(12).year == 1992
    assert LINE.expected(16).year == 1994


def test_nothing_is_said_outside_what_is_known_or_across_a_wide_gap():
    assert LINE.expected(9) is None
    assert LINE.expected(91) is None
    assert LINE.expected(50) is None
    assert Timeline(name="x", source="records", anchors=LINE.anchors[:2]).expected(11) is None


def test_two_years_are_let_pass_and_three_are_not():
    assert conflict(LINE, 12, 1994) is None
    assert conflict(LINE, 12, 1995) is not None


def test_a_journal_is_known_by_its_name_and_its_abbreviation():
    assert timeline_of("J. Biol. Chem.") is not None
    assert timeline_of("Nature") is timeline_of("NATURE")
    assert timeline_of("Journal of Things Nobody Knows") is None


def entry(volume, year):
    raw = f"Kim, S. ({year}). Something. Nature, {volume}, 1-9."
    return reference(raw, title="Something", year=year, container_title="Nature", volume=volume, pages="1-9")


def found(item, *lookups):
    case = Case(document=Document(id="d", digest="", title="", text=item.raw), references=(item,), lookups=lookups)
    return list(rule.check(case))


def test_a_volume_that_does_not_fit_its_year_is_shown_with_the_anchors():
    [finding] = found(entry("201", 2008))
    assert finding.quote == "201"
    assert finding.message == "Volume 201 of Nature is expected near 1964, not 2008"
    assert "volume 201 is of 1964" in finding.evidence[1].quote


def test_a_record_with_the_same_volume_and_year_settles_it():
    held = Record(registry="crossref", id="x", volume="201", years=(2008,))
    lookup = Lookup(key="k", reference="e1", registry="crossref", outcome=Outcome.FOUND, record=held)
    assert found(entry("201", 2008), lookup) == []


def test_volumes_that_are_years_or_no_numbers_are_passed_over():
    assert found(entry("2008", 2008)) == []
    assert found(entry("201A", 2008)) == []
    assert found(entry("201", 1965)) == []
