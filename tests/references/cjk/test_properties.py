"""What holds for every string: an answer, spans inside it, values that are there, and a bounded time."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kjaudit.formats import field_spans, to_csl
from kjaudit.language.scripts import fold_private
from kjaudit.model import ProblemKind
from kjaudit.references.cjk import parse
from kjaudit.references.cjk.draft import as_one_line

ALPHABET = st.sampled_from(
    "가김이박현일本中村覚ア・ー「」『』《》〈〉“”\"'‘’()（）[]{}.,，、。:：;-–~〜 \n\t"
    "0123456789年년巻号권호쪽頁第제_외訳編著ABcde/\u202e\x00"
)
TEXTS = st.text(ALPHABET, max_size=120)
HANGUL = st.text(st.sampled_from("가나다라마바사아자차카타파하말글책길"), min_size=2, max_size=12)
NAMES = st.builds(
    lambda family, given: family + given,
    st.sampled_from("김이박최정강조윤장임"),
    st.text(st.sampled_from("가람나무현수민"), min_size=2, max_size=2),
)


@given(TEXTS)
@settings(max_examples=150, deadline=None)
def test_any_string_has_an_answer_whose_spans_lie_inside_it(raw):
    reference = parse("가" + raw + "나다")
    if reference is None:
        return
    for span in field_spans(reference).values():
        assert 0 <= span.start < span.end <= len(reference.raw)
    for name in (*reference.authors, *reference.editors, *reference.translators):
        assert name.span is not None
        assert name.span.of(reference.raw).strip()
    for problem in reference.problems:
        assert problem.span is None or problem.span.end <= len(reference.raw)


@given(TEXTS)
@settings(max_examples=100, deadline=None)
def test_titles_and_publishers_are_what_stands_at_their_spans(raw):
    reference = parse("김가람, " + raw + ", 가나, 2001")
    for field in (reference.title, reference.container_title, reference.publisher) if reference else ():
        if field is not None:
            assert field.value == as_one_line(fold_private(field.span.of(reference.raw)))


@given(
    st.lists(NAMES, min_size=1, max_size=4, unique=True),
    HANGUL,
    HANGUL,
    st.integers(1, 99),
    st.integers(1, 9),
    st.integers(1, 400),
    st.integers(1950, 2025),
    st.sampled_from(
        [
            "{authors}, 「{title}」, 『{journal}』 제{volume}권 제{issue}호, {year}, {first}~{last}쪽.",
            "{authors}, {year}, 「{title}」, 『{journal}』 {volume}-{issue}, {first}~{last}쪽.",
            "{authors}({year}), 「{title}」, 『{journal}』 {volume}({issue}), {first}-{last}쪽.",
            "{authors}. {year}. “{title}.” 『{journal}』 {volume}({issue}): {first}-{last}.",
            "{authors} ({year}). {title}. {journal}, {volume}({issue}), {first}-{last}.",
            '{authors}, "{title}," {journal}, vol. {volume}, no. {issue}, pp. {first}-{last}, {year}.',
        ]
    ),
)
@settings(max_examples=150, deadline=None)
def test_what_our_own_styles_print_is_read_back(authors, title, journal, volume, issue, first, year, style):
    last = first + 20
    raw = style.format(
        authors="·".join(authors),
        title=title,
        journal=journal + "학보",
        volume=volume,
        issue=issue,
        first=first,
        last=last,
        year=year,
    )
    item = to_csl(parse(raw))
    assert [name["literal"] for name in item["author"]] == authors
    assert (item["title"], item["container-title"]) == (title, journal + "학보")
    assert (item["volume"], item["issue"], item["page"]) == (str(volume), str(issue), f"{first}-{last}")
    assert item["issued"]["date-parts"] == [[year]]


@pytest.mark.parametrize(
    "unit",
    ["가", "「", "가(", "가 1, ", "김1-", '"가 ', "'가 ", "가. ", "가、1巻", "가\x00\u202e", "一", "저자, ", "역 "],
)
def test_a_hundred_thousand_characters_are_answered_at_once(unit):
    raw = "가나" + unit * (100_000 // len(unit))
    parse("김가람, 「글」, 『학보』 1, 2001.")
    start = time.process_time()
    reference = parse(raw)
    assert time.process_time() - start < 0.5
    assert ProblemKind.TOO_LONG in {problem.kind for problem in reference.problems}
