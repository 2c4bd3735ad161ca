"""Reference -> CSL-JSON."""

import pytest

from kjaudit.formats import field_confidence, field_spans, to_csl
from kjaudit.model import Field, Name, PartialDate, Reference, Span, WorkType

RAW = "岩本 康志（2001a）．題　経済誌，1(2)，3-4．"
SCHEMA_VARIABLES = frozenset(
    [
        "id",
        "type",
        "author",
        "editor",
        "translator",
        "title",
        "container-title",
        "collection-title",
        "original-title",
        "publisher",
        "publisher-place",
        "edition",
        "volume",
        "issue",
        "page",
        "status",
        "genre",
        "number",
        "annote",
        "DOI",
        "ISBN",
        "ISSN",
        "PMID",
        "URL",
        "language",
        "issued",
        "accessed",
        "original-date",
        "year-suffix",
        "custom",
    ]
)
"""Those of csl-data.json that kjaudit writes."""

TEXTS = [
    "title",
    "translated_title",
    "container_title",
    "collection_title",
    "publisher",
    "publisher_place",
    "edition",
    "volume",
    "issue",
    "pages",
    "status",
    "genre",
    "number",
    "annotation",
    "original",
    "doi",
    "isbn",
    "issn",
    "pmid",
    "arxiv",
    "url",
]


def reference(**fields):
    return Reference(**({"key": "e1", "raw": RAW, "span": Span(0, len(RAW))} | fields))


def text(value):
    return Field(value=value, span=Span(0, 1), raw=value, confidence=0.5)


def test_only_variables_of_the_schema_are_written_and_empty_fields_are_absent():
    texts = {name: text("x") for name in TEXTS}
    item = to_csl(reference(**texts, language="ja", others=True, date=Field(value=PartialDate(year=2001))))
    assert set(item) <= SCHEMA_VARIABLES
    assert item["custom"] == {"translated-title": "x", "arxiv": "x", "others": True}
    assert to_csl(reference()) == {"id": "e1", "type": "document"}


@pytest.mark.parametrize(
    ("date", "csl"),
    [
        (PartialDate(year=2014), {"date-parts": [[2014]]}),
        (PartialDate(year=2014, month=3), {"date-parts": [[2014, 3]]}),
        (PartialDate(year=2014, month=3, day=5), {"date-parts": [[2014, 3, 5]]}),
        (PartialDate(year=1998, end_year=2003), {"date-parts": [[1998], [2003]]}),
        (PartialDate(year=1910, circa=True), {"date-parts": [[1910]], "circa": True}),
    ],
)
def test_dates_have_the_parts_that_are_known(date, csl):
    assert to_csl(reference(date=Field(value=date)))["issued"] == csl


def test_the_letter_of_a_year_is_kept():
    assert to_csl(reference(date=Field(value=PartialDate(year=2001, suffix="a"))))["year-suffix"] == "a"


def test_a_name_keeps_the_parts_that_print_parts():
    parted = Name(family="岩本", given="康志", span=Span(0, 5))
    assert to_csl(reference(authors=(parted,)))["author"] == [{"family": "岩本", "given": "康志"}]
    solid = Name(family="윤", given="승민")
    item = to_csl(reference(authors=(solid,)))
    assert item["author"] == [{"literal": "윤승민"}]
    assert item["custom"]["author-parts"] == [{"family": "윤", "given": "승민"}]
    latin = Name(family="van Gogh", given="Vincent", suffix="Jr.")
    assert to_csl(reference(editors=(latin,)))["editor"] == [
        {"family": "van Gogh", "given": "Vincent", "suffix": "Jr."}
    ]


def test_spans_and_confidence_are_told_by_csl_variable():
    names = (Name(family="岩本", given="康志", span=Span(0, 5)), Name(literal="題", span=Span(13, 14)))
    entry = reference(
        authors=names, author_confidence=0.7, title=text("題"), pages=Field(value="3-4"), type=WorkType.BOOK
    )
    assert field_spans(entry) == {"title": Span(0, 1), "author": Span(0, 14)}
    assert field_confidence(entry) == {"title": 0.5, "page": 1.0, "author": 0.7}
