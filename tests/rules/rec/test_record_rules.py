from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from kjaudit.model import (
    Candidate,
    Case,
    Document,
    Field,
    Lookup,
    Name,
    Outcome,
    PartialDate,
    Record,
    Severity,
    Update,
    UpdateKind,
    WatchedJournal,
    WorkType,
)
from kjaudit.rules import RULES
from tests.registries.make import reference

AT = datetime(2026, 11, 20, tzinfo=UTC)
RAW = "Col, N. (2006). Decision making at the fringe of evidence. Archives of Internal Medicine, 166(4), 389-390."
ENTRY = replace(
    reference(
        RAW,
        title="Decision making at the fringe of evidence",
        author=Name(family="Col", given="N."),
        year=2006,
        container_title="Archives of Internal Medicine",
        volume="166",
        issue="4",
        pages="389-390",
    ),
    doi=Field(value="10.1001/.389"),
)
RECORD = Record(
    registry="crossref",
    id="10.1001/.389",
    type="journal-article",
    doi="10.1001/.389",
    titles=("Decision Making at the Fringe of Evidence: Take What You Can Get",),
    authors=(Name(family="Col", given="N. F."),),
    container_titles=("Archives of Internal Medicine",),
    years=(2006,),
    volume="166",
    issue="4",
    pages="389-390",
    issn=("0003-9926",),
)


def lookup(outcome=Outcome.FOUND, registry="crossref", **fields):
    given = {
        "key": f"e1:{registry}",
        "reference": "e1",
        "registry": registry,
        "outcome": outcome,
        "asked": "GET https://api.crossref.org/works/10.1001/.389",
        "asked_at": AT,
        "by_identifier": True,
        "signals": ("doi", "title", "author"),
    }
    return Lookup(**(given | fields))


def found(code, entry=ENTRY, *lookups, **case):
    document = Document(id="d", digest="", title="", text=entry.raw)
    whole = Case(document=document, references=(entry,), lookups=lookups, today=date(2026, 11, 21), **case)
    return list(RULES[code].check(whole))


def codes(entry, *lookups):
    return [code for code in sorted(RULES) if code.startswith("REC") and found(code, entry, *lookups)]


def test_an_entry_that_is_as_its_record_has_no_finding():
    assert codes(ENTRY, lookup(record=RECORD)) == []


def test_a_doi_no_agency_knows():
    [finding] = found("REC401", ENTRY, lookup(Outcome.NOT_FOUND), lookup(Outcome.NOT_FOUND, "doi"))
    assert finding.message == "No registration agency knows the DOI 10.1001/.389"
    assert finding.entry == "e1"
    assert any("api.crossref.org" in item.quote for item in finding.evidence)


@pytest.mark.parametrize(
    "lookups",
    [
        [lookup(Outcome.NOT_FOUND)],
        [lookup(Outcome.NOT_FOUND), lookup(Outcome.UNAVAILABLE, "doi", reason="x")],
        [
            lookup(Outcome.NOT_FOUND),
            lookup(Outcome.FOUND, "doi", record=Record(registry="doi", id="x", publisher="KISTI")),
        ],
        [lookup(Outcome.NOT_FOUND, "doi"), lookup(record=RECORD)],
        [lookup(Outcome.SKIPPED, reason="x"), lookup(Outcome.SKIPPED, "doi", reason="x")],
    ],
    ids=["not asked", "agency silent", "another agency", "held all the same", "skipped"],
)
def test_a_doi_is_not_called_unknown_on_less(lookups):
    assert found("REC401", ENTRY, *lookups) == []


def test_the_right_doi_is_suggested_where_a_search_found_it():
    right = lookup(key="e1:crossref:search", record=replace(RECORD, doi="10.1001/right"), by_identifier=False)
    [finding] = found("REC401", ENTRY, lookup(Outcome.NOT_FOUND, "doi"), right)
    assert finding.suggestion == "A search finds a work that fits under 10.1001/right"


def test_a_doi_of_another_work():
    other = Record(registry="crossref", id="x", titles=("Transposable elements",), authors=(Name(family="Maside"),))
    [finding] = found("REC402", ENTRY, lookup(Outcome.NOT_FOUND, other_work=True, record=other))
    assert finding.message == "The DOI leads to Maside, “Transposable elements” (Crossref)"
    assert codes(ENTRY, lookup(Outcome.NOT_FOUND, other_work=True, record=other)) == ["REC402"]


@pytest.mark.parametrize(
    ("change", "name"),
    [
        ({"years": (2003,)}, "year"),
        ({"volume": "116"}, "volume"),
        ({"pages": "289-301"}, "pages"),
        ({"authors": (Name(family="Robertson", given="A."),)}, "first author"),
        ({"authors": (Name(family="Col", given="N. F."), Name(family="Robertson", given="A."))}, "authors left out"),
        ({"titles": ("Anticoagulation with phytonadione in elderly outpatients",)}, "title"),
        ({"titles": ("Decision Making at the Border of Evidence",)}, "title"),
        ({"container_titles": ("Endoscopy",)}, "journal"),
    ],
)
def test_what_differs_is_named_with_both_sides(change, name):
    [finding] = found("REC403", ENTRY, lookup(record=replace(RECORD, **change)))
    assert f": {name} " in finding.message
    assert finding.severity is Severity.WARNING
    labels = [item.label for item in finding.evidence]
    assert labels[:2] == [f"Printed {name}", f"{name.capitalize()} in the record"]


@pytest.mark.parametrize(
    "change",
    [
        {"titles": ("DECISION MAKING AT THE FRINGE OF EVIDENCE",)},
        {"titles": ("Decision Making at the Fringe of Evidence",), "subtitle": "Take What You Can Get"},
        {"titles": ("Decision Making at the",)},
        {"titles": ("Decision-Making at the Fringes of the Evidence",)},
        {"titles": ("증거의 가장자리에서의 결정",), "authors": (Name(family="콜"),)},
        {"authors": (Name(family="Col"),)},
        {"authors": (Name(family="N. F. Col"),)},
        {"authors": (Name(family="N.", given="Col"),)},
        {"authors": ()},
        {"years": (2007, 2005)},
        {"years": ()},
        {"container_titles": ("Arch Intern Med",)},
        {"container_titles": ("A.M.A. Archives of Internal Medicine",)},
        {"pages": "1-2"},
        {"pages": "e1234"},
        {"volume": "4", "issue": "166"},
        {"volume": "2006"},
        {"type": "book", "years": (1990,)},
    ],
    ids=str,
)
def test_faults_of_registries_are_not_the_authors(change):
    assert found("REC403", ENTRY, lookup(record=replace(RECORD, **change))) == []


def test_where_another_registry_agrees_with_the_entry_nothing_differs():
    wrong = lookup(record=replace(RECORD, volume="116"))
    right = lookup(registry="openalex", record=replace(RECORD, registry="openalex"))
    assert found("REC403", ENTRY, wrong, right) == []


@pytest.mark.parametrize("printed", ["Col, N., et al. (2006)", "Col, N. 외 (2006)", "Col, N., & Robertson, A. (2006)"])
def test_authors_that_are_named_as_others_or_stand_there_are_not_left_out(printed):
    entry = replace(ENTRY, raw=RAW.replace("Col, N. (2006)", printed))
    both = replace(RECORD, authors=(Name(family="Col", given="N. F."), Name(family="Robertson", given="A.")))
    assert found("REC403", entry, lookup(record=both)) == []


def test_what_the_parser_misread_but_the_entry_prints_is_no_difference():
    slipped = replace(ENTRY, volume=Field(value="4"), authors=(Name(family="Decision"),))
    assert found("REC403", slipped, lookup(record=RECORD)) == []


RETRACTION = Update(
    kind=UpdateKind.RETRACTION, doi="10.1001/notice", date=PartialDate(year=2020), source="retraction-watch"
)


def test_a_retracted_work_is_told_with_its_notice_and_who_says_so():
    correction = Update(kind=UpdateKind.CORRECTION, doi="10.1001/c", source="publisher")
    held = lookup(record=replace(RECORD, updates=(correction, RETRACTION)))
    [finding] = found("REC404", ENTRY, held)
    assert finding.message == (
        "The work is registered as retracted (notice 10.1001/notice, 2020, according to Retraction Watch)"
    )
    assert found("REC405", ENTRY, held) == []


def test_an_entry_that_says_so_itself_is_left_alone():
    honest = replace(ENTRY, raw=RAW + " [Retracted]")
    assert found("REC404", honest, lookup(record=replace(RECORD, updates=(RETRACTION,)))) == []


@pytest.mark.parametrize(
    ("kind", "severity", "opening"),
    [
        (UpdateKind.CORRECTION, Severity.NOTE, "A correction"),
        (UpdateKind.CONCERN, Severity.WARNING, "An expression of concern"),
        (UpdateKind.PARTIAL_RETRACTION, Severity.WARNING, "Part of the work"),
    ],
)
def test_corrections_and_concerns_are_told_apart(kind, severity, opening):
    held = lookup(record=replace(RECORD, updates=(replace(RETRACTION, kind=kind),)))
    [finding] = found("REC405", ENTRY, held)
    assert finding.severity is severity
    assert finding.message.startswith(opening)
    assert found("REC404", ENTRY, held) == []


def test_a_new_version_is_nothing_to_look_at():
    held = lookup(record=replace(RECORD, updates=(replace(RETRACTION, kind=UpdateKind.NEW_VERSION),)))
    assert codes(ENTRY, held) == []


MISSED = lookup(Outcome.NOT_FOUND, by_identifier=False, candidates=(Candidate(record=RECORD),))


def test_not_found_is_a_note_that_names_the_nearest():
    [finding] = found("REC406", ENTRY, MISSED)
    assert finding.severity is Severity.NOTE
    assert finding.message.startswith("Not found among what Crossref indexes, nearest is N. F. Col, “Decision Making")


@pytest.mark.parametrize(
    "lookups",
    [
        [],
        [replace(MISSED, expected=False)],
        [MISSED, lookup(Outcome.UNAVAILABLE, "openalex", reason="x")],
        [MISSED, lookup(Outcome.AMBIGUOUS, "openalex")],
        [MISSED, lookup(registry="openalex", record=RECORD)],
        [lookup(Outcome.UNAVAILABLE, reason="x")],
        [lookup(Outcome.SKIPPED, reason="x", expected=False)],
        [lookup(Outcome.NOT_FOUND)],
        [MISSED, lookup(Outcome.FOUND, "doi", record=Record(registry="doi", id="x", publisher="mEDRA"))],
    ],
    ids=[
        "not asked",
        "not expected",
        "one silent",
        "may be one",
        "found elsewhere",
        "unavailable",
        "skipped",
        "by DOI only",
        "registered",
    ],
)
def test_nothing_is_said_where_not_every_answer_came_or_none_was_due(lookups):
    assert found("REC406", ENTRY, *lookups) == []


@pytest.mark.parametrize("year", [2026, None])
def test_new_and_undated_works_are_not_missed(year):
    entry = replace(ENTRY, date=Field(value=PartialDate(year=year)) if year else None)
    assert found("REC406", entry, MISSED) == []


def test_a_listed_journal_is_flagged_by_issn_and_never_without_a_list():
    listed = WatchedJournal(title="Archives of Internal Medicine", issn=("0003-9926",), source="Library 2026")
    assert found("REC407", ENTRY, lookup(record=RECORD)) == []
    [finding] = found("REC407", ENTRY, lookup(record=RECORD), watched=(listed,))
    assert finding.quote == "Archives of Internal Medicine"
    assert "Library 2026" in finding.message
    namesake = replace(listed, issn=("1111-1111",))
    assert found("REC407", ENTRY, lookup(record=RECORD), watched=(namesake,)) == []


def test_an_entry_without_anything_is_no_trouble():
    bare = reference("", "e1", kind=WorkType.DOCUMENT)
    for code in RULES:
        if code.startswith("REC"):
            found(code, bare, lookup(record=RECORD), lookup(Outcome.NOT_FOUND, "doi"), MISSED)
