"""Rules of the entries: what they must and must not report."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kjaudit.matching import twins
from kjaudit.model import Case, Corpus, Document, Note, Span
from kjaudit.references import parse
from kjaudit.rules import CORPUS_RULES, RULES

TODAY = date(2026, 6, 1)


def listing(*lines: str, name: str = "d1", today: date = TODAY) -> Case:
    """A document that is only a list of these entries."""
    text, references = "", []
    for number, line in enumerate(lines, 1):
        span = Span(len(text), len(text) + len(line))
        references.append(parse(line, key=f"e{number}", span=span))
        text += line + "\n"
    document = Document(id=name, digest="0", title=name, text=text)
    return Case(document=document, references=tuple(references), today=today)


def quotes(code: str, case: Case) -> list[str]:
    return [finding.quote for finding in RULES[code].check(case)]


def pairs(*lines: str) -> list[tuple[str, str]]:
    return [(twin.of, twin.key) for twin in twins(listing(*lines).references)]


COPIES = [
    (
        "김은하, 「여성들의 정치 혁명과 글쓰기」, 『여성문학연구』 제45호, 2018, 7~36쪽.",
        "김은하, 「여성들의 정치 혁명과 글쓰기」, 『여성문학연구』 45호, 2018, 7-36쪽.",
    ),
    (
        "van Brakel WH, Anderson AM. The importance of detecting mild sensory impairment. Lepr Rev. 2003;74:300–310.",
        "van Brakel WH, Anderson AM The Importance Of Detecting Mild Sensory Impairment. Lepr Rev. 2003;74:300.",
    ),
    (
        "RAMINELLI, Ronald. Viagens ultramarinas: monarcas, vassalos e governo a distância. Alameda, 2008.",
        "RAMINELLI, Ronald. Viagens Ultramarinas: Monarcas, Vassalos E Governo A Distância. Alameda, 2008.",
    ),
    (
        "中村覚・永崎研宣「横断検索システムの構築」『情報処理学会論文誌』第50巻第6号、2009年、1234～1244頁。",
        "中村覚・永崎研宣「横断検索システムの構築」『情報処理学会論文誌』50巻6号、2009年、1234-1244頁。",
    ),
]


@pytest.mark.parametrize(("first", "second"), COPIES)
def test_a_copy_with_small_changes_is_a_twin(first, second):
    assert pairs(first, "Smith, A. 1999. A quite different book. London: Press.", second) == [("e1", "e3")]


DIFFERENT = [
    (
        "Kim, S. 2010a. The politics of memory. East Asia 12: 1-20.",
        "Kim, S. 2010b. The politics of memory. East Asia 12: 1-20.",
    ),
    (
        "Park, J. 2003. A history of printing. Vol. 1. Seoul: Hanul.",
        "Park, J. 2003. A history of printing. Vol. 2. Seoul: Hanul.",
    ),
    (
        "Tufte, E. 1983. Visual display. 1st ed. Cheshire: Press.",
        "Tufte, E. 2001. Visual display. 2nd ed. Cheshire: Press.",
    ),
    ("Lee, K. 2005. On roads. Seoul: Hanul.", "Lee, K. 2005. Review of On roads. Asian Review 3: 10-12."),
    ("Who (2010) Leprosy situation. Wkly Rec 85: 337-348.", "Who (2010) Leprosy situation. Wkly Rec 84: 333-340."),
    (
        "Lawson ND, Vogel AM. 2002. Sonic hedgehog upstream of Notch. Dev Cell 3: 127-136.",
        "Lawson ND, Weinstein BM. 2002. In vivo imaging of vessels. Dev Biol 248: 307-318.",
    ),
]


@pytest.mark.parametrize(("first", "second"), DIFFERENT)
def test_works_that_only_look_alike_are_no_twins(first, second):
    assert pairs(first, second) == []


def test_identical_entries_are_each_reported_once_against_the_first():
    line = "Kim, S. 2010. The politics of memory. East Asia 12: 1-20."
    assert pairs(line, line, line) == [("e1", "e2"), ("e1", "e3")]


@pytest.mark.parametrize(
    ("printed", "marked"),
    [
        ("https://doi.org/1O.1006/dbio.2002.0711.", ["1O.1006/dbio.2002.0711"]),
        ("doi:l0.1006/dbio", ["l0.1006/dbio"]),
        ("DOI: 10.1006 /dbio.2002", ["10.1006 /dbio.2002"]),
        ("doi:10. 1006/dbio.2002", ["10. 1006/dbio.2002"]),
        ("https://doi.org/https://doi.org/10.1006/dbio", ["https://doi.org/10.1006/dbio"]),
        ("doi:1006/dbio.2002", ["1006/dbio.2002"]),
        ("doi:10.1006", ["10.1006"]),
        ("doi:10.1006/dbio.2002 (accessed 3 May 2020)", []),
        ("doi:10.1006/dbio.2002. PubMed: 12000852.", []),
        ("doi:10.30687/arm/9372-8175/2022/01/005", []),
        ("https://doi.org/10.1016/S0140-6736(05)67889-2", []),
        ("doi: not available", []),
        ("The DOI of each work is given", []),
        ("doi.org", []),
    ],
)
def test_which_dois_cannot_be_one(printed, marked):
    assert (
        quotes("REF302", listing(f"Lawson, N. 2002. In vivo imaging. Developmental Biology 248. {printed}")) == marked
    )


def test_a_repaired_doi_is_suggested():
    (finding,) = RULES["REF302"].check(listing("Lawson, N. 2002. Imaging. https://doi.org/1O.1006/dbio"))
    assert finding.suggestion == "Perhaps 10.1006/dbio"
    assert finding.entry == "e1"


def test_next_year_is_in_the_future_until_september():
    line = "Marlowe, S. 2027. Clinical outcomes. Leprosy Review 98: 602-609."
    assert quotes("REF303", listing(line, today=date(2026, 8, 31))) == ["2027"]
    assert quotes("REF303", listing(line, today=date(2026, 9, 1))) == []


@pytest.mark.parametrize(
    "line",
    [
        "Marlowe, S. 2031, forthcoming. Clinical outcomes. Leprosy Review 98.",
        "Croft, R. 2003. Health for all by 2031? Leprosy Review 74: 300-310.",
        "Croft, R. 2003. Health for all. Leprosy Review 74: 2031-2040.",
        "Croft, R. 2003. Health for all. https://example.org/2031/05/health",
        "김은하, 「여성들의 정치 혁명」, 『여성문학연구』 제45호, 2031 출간예정.",
    ],
)
def test_years_that_pass(line):
    assert quotes("REF303", listing(line)) == []


def test_a_bare_address_in_a_note_is_marked_without_its_brackets():
    text = "Tourism grew.\n(https://example.org/a(b))."
    note = Note(key="n1", number=1, span=Span(14, len(text)))
    case = Case(document=Document(id="d", digest="0", title="t", text=text, notes=(note,)), today=TODAY)
    assert quotes("REF304", case) == ["https://example.org/a(b)"]


def test_an_entry_printed_differently_in_two_documents_is_reported_in_the_second():
    one = listing(
        "오자은, ｢여성문학연구의 현재와 현재성｣, 여성문학연구 48, 한국여성문학학회, 2019, 30~59면.", name="one"
    )
    two = listing("오자은, 2019, 「여성문학연구의 현재와 현재성」, 『여성문학연구』 제49호, 30~59쪽.", name="two")
    (finding,) = CORPUS_RULES["COR602"].check(Corpus(cases=(one, two)))
    assert (finding.document, finding.other_document) == ("two", "one")
    assert [item.label for item in finding.evidence[2:]] == ["volume"]
    assert finding.evidence[2].quote == "[-48-]{+49+}"


def test_entries_that_agree_or_belong_to_other_editions_are_not_reported():
    one = listing(
        "Balaban RS, Nemoto S (2005) Mitochondria, oxidants, and aging. Cell 120: 483-495.",
        "Tufte, E. 1983. The visual display of information. Cheshire: Graphics Press.",
    )
    two = listing(
        "Balaban, R. S., & Nemoto, S. (2005). Mitochondria, oxidants, and aging. Cell, 120, 483–95.",
        "Tufte, E. 2001. The visual display of information. Cheshire: Graphics Press.",
        name="d2",
    )
    assert list(CORPUS_RULES["COR602"].check(Corpus(cases=(one, two)))) == []


@settings(max_examples=25)
@given(st.lists(st.text(max_size=60), max_size=4))
def test_no_rule_raises_on_odd_entries(lines):
    case = listing(*(line.replace("\n", " ") for line in lines))
    for code in ("REF301", "REF302", "REF303", "REF304", "REF305", "REF306", "CIT110"):
        for finding in RULES[code].check(case):
            assert finding.span.of(case.document.text) == finding.quote
    list(CORPUS_RULES["COR602"].check(Corpus(cases=(case, replace(case, document=replace(case.document, id="d2"))))))
