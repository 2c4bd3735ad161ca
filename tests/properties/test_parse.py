"""Whatever is parsed: no exception, spans inside, values as printed; our own styles keep their fields."""

from __future__ import annotations

import random
import re
import unicodedata

from hypothesis import given, settings
from hypothesis import strategies as st

from kjaudit.formats import field_confidence, field_spans, to_csl
from kjaudit.references import parse
from kjaudit.references.training.render import render
from kjaudit.references.training.works import Work

PRINTED = (
    "Smith, J.|김철수|山田太郎|(2010)|2010|“Title of it”|「논문」|『学報』|In:|(Hg.)|eds.|vol. 3|12(4)|pp. 3–9"
    "|제3권 제1호|Paris|Berlin: Suhrkamp|https://a.org/x?y=(1)|10.1000/ab(1)|et al.|.|,|;|*|_____|\n|\u202e|\x00|ﬁ|é"
    "|e\u0301|(|[|«|»|&|/|1998-99|n.d.|Jr.|von|UNWTO|S. 3 ff."
)
PIECES = st.sampled_from(PRINTED.split("|"))
STRINGS = st.one_of(
    st.text(max_size=120),
    st.lists(PIECES, max_size=14).map(" ".join),
    st.lists(PIECES, max_size=9).map("".join),
)


def letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", text).casefold())


@settings(max_examples=120, deadline=None)
@given(STRINGS)
def test_parse_never_raises_and_its_spans_lie_inside(raw):
    reference = parse(raw)
    assert reference.raw == raw
    for span in field_spans(reference).values():
        assert 0 <= span.start < span.end <= len(raw)
    assert all(0.0 <= sure <= 1.0 for sure in field_confidence(reference).values())
    for problem in reference.problems:
        assert problem.span is None or problem.span.end <= len(raw)
    to_csl(reference)


@settings(max_examples=60, deadline=None)
@given(st.lists(PIECES, max_size=14).map(" ".join))
def test_values_agree_with_their_spans(raw):
    reference = parse(raw)
    for name in ("title", "container_title", "collection_title", "publisher", "publisher_place"):
        field = getattr(reference, name)
        if field is not None and field.span is not None:
            assert letters(field.value) == letters(field.span.of(raw))
            assert field.raw == field.span.of(raw)
    for name in reference.authors:
        if name.span is not None and name.family and name.family.isascii():
            assert letters(name.family) in letters(name.span.of(raw))


WORK = Work(
    people=(("Moretti", "Franco"), ("Hayles", "Katherine")),
    editors=(("Schmidt", "Anna"),),
    title="Reading the city after the war",
    container="Journal of Cultural Studies",
    volume="12",
    issue="3",
    pages="45-67",
    year="2014",
    publisher="Oxford University Press",
    place="Oxford",
)
STYLES = (
    "{people:apa} ({year}). {title}. {container}, {volume}({issue}), {pages}.",
    "{people:given}, “{title},” {container} {volume}, no. {issue} ({year}): {pages}.",
    "{people:mla}. “{title}.” {container}, vol. {volume}, no. {issue}, {year}, pp. {pages}.",
    "{people:vancouver}. {title}. {container}. {year};{volume}({issue}):{pages}.",
    "{people:harvard}, {year}. {title}. {container}, {volume}({issue}), pp. {pages}.",
    "{people:mla}: {title}. In: {container} {volume} ({year}), H. {issue}, S. {pages}.",
    "{people:capsfirst}, « {title} », {container}, vol. {volume}, n° {issue}, {year}, p. {pages}.",
)
_KEPT = {"title": "title", "container": "container-title", "volume": "volume", "issue": "issue", "pages": "page"}


@settings(max_examples=25, deadline=None)
@given(
    st.sampled_from(STYLES),
    st.integers(1950, 2024),
    st.integers(1, 140),
    st.integers(1, 12),
    st.integers(1, 400),
    st.integers(1, 60),
)
def test_what_our_own_styles_print_is_read_back(style, year, volume, issue, first, length):
    changed = {"year": str(year), "volume": str(volume), "issue": str(issue), "pages": f"{first}-{first + length}"}
    work = Work(**{name: getattr(WORK, name) for name in WORK.__slots__} | changed)
    raw = "".join(words for _, words in render(work, style, random.Random(0)))
    item = to_csl(parse(raw))
    assert {name: letters(str(item.get(variable, ""))) for name, variable in _KEPT.items()} == {
        name: letters(getattr(work, name)) for name in _KEPT
    }
    assert [person["family"].casefold() for person in item["author"]] == ["moretti", "hayles"]
    assert item["issued"] == {"date-parts": [[year]]}
