"""Odd texts and odd lists: nothing raises, nothing wrong is passed off as sure, the work stays in proportion."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kjaudit import citations
from kjaudit.model import Certainty, Document, Note, Reference, Span

from .builders import entry, resolve

ODD = {
    "empty": "",
    "one letter for ever": "a" * 20_000,
    "control characters": "".join(map(chr, range(1, 32))) * 300,
    "only digits": "1234567890 " * 2_000,
    "right to left": "שלום עולם (2014) مرحبا 2015، " * 400,
    "brackets that do not close": "(" * 8_000 + "[1" * 3_000,
    "years in brackets": "(2014) " * 1_500,
    "names without end": "Kim and Lee and " * 800 + "(2014)",
    "capitals": "A B C D E F " * 800 + "2014",
    "quotation marks that do not close": "“" * 8_000,
    "Hangul without blanks": "한" * 20_000,
    "Han before a year": "田中" * 4_000 + "（2014）",
    "raised digits": "¹" * 8_000,
    "many short forms": "Ibid. 앞의 책, " * 800,
    "title brackets": "「" * 4_000 + "「가」, " * 800,
}


@pytest.mark.parametrize("name", ODD)
@pytest.mark.parametrize("noted", [False, True], ids=["text", "note"])
def test_odd_text_is_read_without_a_crash(name, noted):
    text = ODD[name]
    notes = (Note(key="n1", number=1, span=Span(0, len(text))),) if noted else ()
    made = Document(id="d", digest="", title="", text=text, notes=notes)
    resolved = citations.resolve(made, (entry("e1", "Kim", year=2014, title="Legacies"),))
    assert all(citation.works for citation in resolved.citations)


def test_five_thousand_identical_entries_cost_no_choice():
    same = tuple(replace(entry("e", "Kim", year=2014, title="Legacies of rule"), key=f"e{n}") for n in range(5_000))
    _, resolved = resolve("So (Kim 2014). Again (Kim 2014).", same)
    assert [link.reference for link in resolved.links] == ["e0", "e0"]


def test_a_list_of_twenty_thousand_is_searched_by_what_is_printed():
    letters = "abcdefghijklmnopqrst"
    names = [f"N{a}{b}{c}son" for a in letters for b in letters for c in letters[:7]]
    many = tuple(
        entry(f"e{n}", names[n % len(names)], year=1900 + n // len(names), title=f"Title {n}") for n in range(20_000)
    )
    _, resolved = resolve(f"So ({names[17]} 1900) and ({names[2799]} 1905).", many)
    assert [link.reference for link in resolved.links] == ["e17", f"e{5 * len(names) + 2799}"]


def test_notes_numbered_twice_and_marks_without_notes():
    made, resolved = resolve("Text.** More.⁷", (), ("Ann Smith, Old Rules (Press, 2001), 3.", "Smith (n 2) 4."))
    doubled = replace(made, notes=tuple(replace(note, number=1) for note in made.notes))
    again = citations.resolve(doubled, ())
    assert all(
        link.certainty is not Certainty.SURE or link.reference == "e1" for link in (*resolved.links, *again.links)
    )


def test_pointers_that_go_round_in_a_circle_end():
    _, resolved = resolve("Text.***", (), ("Smith (n 2) 4.", "Smith (n 3) 4.", "Smith (n 1) 4."))
    assert {link.certainty for link in resolved.links} <= {Certainty.NONE}


def test_the_same_input_gives_the_same_answer():
    entries = (entry("e1", "Kim", year=2014, title="Legacies"), entry("e2", "Kim", year=2014, title="Others"))
    text = "So (Kim 2014; Lee 2006). Kim (2013) says."
    assert resolve(text, entries)[1] == resolve(text, entries)[1]


PIECES = "Kim Lee, et al. (2014; 2015a) [1-3] “a” 「나」, 앞의 책 注(5) Ibid. n. 7 &・외\n¹²"


@settings(max_examples=60, deadline=None)
@given(
    st.text(
        alphabet=st.sampled_from(
            list("Kim Lee, et al. (2014; 2015a) [1-3] “a” 「나」, 앞의 책 注(5) Ibid. n. 7 &・외\n¹²")
        ),
        max_size=160,
    ),
    st.booleans(),
)
def test_whatever_is_found_lies_in_the_text_and_has_a_link_a_work(text, noted):
    notes = (Note(key="n1", number=1, span=Span(0, len(text))),) if noted else ()
    made = Document(id="d", digest="", title="", text=text, notes=notes)
    listed = (entry("e1", "Kim", year=2014, title="나 가 다"), entry("e2", "Lee", year=2015, suffix="a", title="B"))
    resolved = citations.resolve(made, listed)
    works = [(citation.key, place) for citation in resolved.citations for place in range(len(citation.works))]
    assert [(link.citation, link.work) for link in resolved.links] == works
    keys = {reference.key for reference in resolved.references}
    for citation in resolved.citations:
        assert citation.span.end <= len(text)
        assert all(citation.span.covers(work.span) for work in citation.works)
    for link in resolved.links:
        assert (link.reference is None) == (link.certainty is Certainty.NONE)
        assert link.reference is None or link.reference in keys
        assert 0.0 <= link.distance.total <= 1.0


def test_an_entry_without_anything_is_no_crash():
    empty = Reference(key="e1", raw="", span=Span(0, 0))
    assert [link.reference for link in resolve("So (Kim 2014).", (empty,))[1].links] == [None]
