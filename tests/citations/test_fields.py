"""Live fields and pandoc keys are citations; what is printed leads, what the field holds is kept beside it."""

from __future__ import annotations

import json

from kjaudit.model import Case, FieldCode, FieldCodeOrigin, Span
from kjaudit.rules import RULES

from .builders import entry, resolve

LIST = (
    entry("e1", "Kim", year=2014, title="Legacies", label="[kim2014]"),
    entry("e2", "Lee", year=2006, title="Transmission"),
    entry("e3", "Park", year=1999, title="Printing"),
)


def code(text, printed, *items, origin=FieldCodeOrigin.ZOTERO):
    start = text.index(printed)
    return FieldCode(
        span=Span(start, start + len(printed)), origin=origin, items=tuple(json.dumps(item) for item in items)
    )


def test_a_pandoc_key_is_the_label_of_its_entry_or_made_of_author_and_year():
    text = "As shown [@kim2014, p. 3; @lee2006] and [@other1999]."
    codes = (
        code(text, "[@kim2014, p. 3; @lee2006]", {"id": "kim2014"}, {"id": "lee2006"}, origin=FieldCodeOrigin.PANDOC),
        code(text, "[@other1999]", {"id": "other1999"}, origin=FieldCodeOrigin.PANDOC),
    )
    _, resolved = resolve(text, LIST, field_codes=codes)
    assert [citation.style.value for citation in resolved.citations] == ["key", "key"]
    assert [link.reference for link in resolved.links] == ["e1", "e2", None]


def test_a_printed_citation_knows_its_field():
    text = "As shown (Kim 2014). And so (Lee 2006; Park 1999)."
    item = {"id": "1", "author": [{"family": "Kim", "given": "S."}], "issued": {"date-parts": [[2014]]}}
    _, resolved = resolve(text, LIST, field_codes=(code(text, "(Kim 2014)", item),))
    assert [citation.field_code for citation in resolved.citations] == [0, None]


def test_a_field_that_prints_nothing_readable_is_a_citation_of_what_it_holds():
    text = "As shown (see above). And so (Lee 2006; Park 1999)."
    item = {"id": "1", "author": [{"family": "Kim", "given": "S."}], "issued": {"date-parts": [[2014]]}}
    _, resolved = resolve(text, LIST, field_codes=(code(text, "(see above)", item),))
    assert resolved.links[0].reference == "e1"


def test_a_broken_item_is_no_crash():
    text = "As shown (see above). And so (Lee 2006; Park 1999)."
    broken = FieldCode(
        span=Span(9, 20), origin=FieldCodeOrigin.WORD, items=("{", "[]", '{"issued": {"date-parts": [["x"]]}}')
    )
    made, resolved = resolve(text, LIST, field_codes=(broken,))
    assert resolved.citations[0].span.of(made.text) == "(see above)"


def case_with(text, printed, family, year):
    item = {"id": "1", "author": [{"family": family, "given": "S."}], "issued": {"date-parts": [[year]]}}
    made, resolved = resolve(text, LIST, field_codes=(code(text, printed, item),))
    return Case(document=made, references=resolved.references, citations=resolved.citations, links=resolved.links)


def test_a_year_that_the_field_does_not_hold_is_reported():
    case = case_with("As shown (Kim 2014). And so (Lee 2006; Park 1999).", "(Kim 2014)", "Kim", 2015)
    assert [finding.message for finding in RULES["CIT104"].check(case)] == [
        "The citation prints 2014, the field behind it holds 2015"
    ]


def test_a_name_that_the_field_does_not_hold_is_reported():
    case = case_with("As shown (Kim 2014). And so (Lee 2006; Park 1999).", "(Kim 2014)", "Chang", 2014)
    assert [finding.message for finding in RULES["CIT103"].check(case)] == [
        "The citation prints Kim, the field behind it holds S. Chang"
    ]


def test_a_field_that_agrees_is_silent():
    case = case_with("As shown (Kim 2014). And so (Lee 2006; Park 1999).", "(Kim 2014)", "Kim", 2014)
    assert [*RULES["CIT103"].check(case), *RULES["CIT104"].check(case)] == []
