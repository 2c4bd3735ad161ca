from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kjaudit.model import UpdateKind
from kjaudit.registries.csl_work import date_of, normal_doi, record_of, title_says_retracted
from kjaudit.registries.json_values import plain
from kjaudit.registries.record_json import from_json, to_csl, to_json
from tests.recorded.server import works

WORKS = works()


def record(doi):
    return record_of(WORKS[doi], "crossref")


def test_markup_and_entities_are_no_part_of_a_title():
    title = record("10.1017/s0016672305007548").titles[0]
    assert title == "Fixation of transposable elements in the Drosophila melanogaster genome"
    assert plain("Naumann &amp; Tarmann &amp;lt;i&amp;gt;x&amp;lt;/i&amp;gt;") == "Naumann & Tarmann x"
    assert plain("p < 0.05 and q > 3") == "p < 0.05 and q > 3"


def test_a_null_date_and_a_missing_title_are_nothing():
    assert record("10.1002/(issn)1097-0142").date is None
    assert record("10.1001/archderm.100.1.109").titles == ()


def test_authors_without_given_name_and_bodies_are_kept():
    assert record("10.1001/jama.1889.02400920031010").authors[0].family == "N."
    assert record("10.1007/s15002-013-0459-8").authors[0].literal == "Urban & Vogel"


def test_print_and_online_years_are_both_kept_print_first():
    assert record("10.1007/s00421-009-1295-z").years == (2010, 2009)


def test_a_retracted_work_lists_every_notice_with_who_says_so():
    updates = record("10.1016/s0140-6736(20)31180-6").updates
    assert {update.kind for update in updates} >= {
        UpdateKind.RETRACTION,
        UpdateKind.CONCERN,
        UpdateKind.CORRECTION,
    }
    assert any(update.source == "retraction-watch" for update in updates)


def test_a_notice_is_not_itself_retracted_even_where_it_is_deposited_so():
    notice = record("10.1016/s0140-6736(20)31324-6")
    assert notice.updates == ()
    assert "10.1016/s0140-6736(20)31180-6" in notice.notice_of


def test_a_notice_in_place_of_the_article_marks_it():
    assert {update.kind for update in record("10.1016/j.brainres.2022.148038").updates} == {UpdateKind.RETRACTION}


def test_a_correction_and_a_concern_are_told_apart():
    assert {update.kind for update in record("10.1371/journal.pbio.0050002").updates} == {UpdateKind.CORRECTION}
    assert {update.kind for update in record("10.1371/journal.pone.0064723").updates} == {UpdateKind.CONCERN}


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("RETRACTED: A study of things", UpdateKind.RETRACTION),
        ("[Retracted] A study of things", UpdateKind.RETRACTION),
        ("RETRACTED ARTICLE: A study of things", UpdateKind.RETRACTION),
        ("WITHDRAWN: A study of things", UpdateKind.WITHDRAWAL),
        ("Withdrawn", UpdateKind.WITHDRAWAL),
        ("Retraction notice to “A study of things”", None),
        ("Retracted works and why they are cited", None),
        ("Withdrawal of troops from the peninsula", None),
        ("Retraction of the maxillary anterior teeth", None),
        ("Withdrawn behaviour in children", None),
    ],
)
def test_titles_that_open_with_the_mark_of_a_retraction(title, kind):
    assert title_says_retracted(title) is kind


@pytest.mark.parametrize("parts", [[[None]], [[]], [], None, "2014", [["x"]], [[0]], [[12345]], [[True]]])
def test_dates_that_are_none(parts):
    assert date_of({"date-parts": parts}) is None


def test_a_doi_is_bared():
    assert normal_doi("https://doi.org/10.1000/ABC.") == "10.1000/abc"
    assert normal_doi("doi: 11.1/x") == ""


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)
KEYS = (
    "DOI",
    "title",
    "author",
    "issued",
    "volume",
    "page",
    "updated-by",
    "update-to",
    "container-title",
    "ISBN",
    "type",
)


@settings(max_examples=40, deadline=None)
@given(st.fixed_dictionaries({}, optional=dict.fromkeys(KEYS, JSON)))
def test_no_shape_of_json_is_too_odd(item):
    held = record_of(item, "crossref")
    assert from_json(to_json(held), "crossref").titles == held.titles
    to_csl(held)


@pytest.mark.parametrize("doi", WORKS)
def test_a_record_survives_the_index(doi):
    held = record(doi)
    back = from_json(to_json(held), "crossref")
    assert (back.doi, back.titles, back.years, back.pages) == (held.doi, held.titles, held.years, held.pages)
    assert [update.kind for update in back.updates] == [update.kind for update in held.updates]
