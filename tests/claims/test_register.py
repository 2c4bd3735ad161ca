"""The register of claims: kinds, figures, speakers, support."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kjaudit import claims, pipeline
from kjaudit.model import ClaimKind, Severity, Support
from kjaudit.settings import Settings


@pytest.fixture
def register(document):
    return lambda text: claims.register(document(text), (), (), ())


def kinds(found):
    return [(claim.kind, claim.support) for claim in found]


def test_a_figure_without_a_source_has_no_support(register):
    (claim,) = register("Nearly 40% of the looms stood idle in 1911.")
    assert (claim.kind, claim.support, claim.year) == (ClaimKind.STATISTIC, Support.NONE, 1911)
    assert [(one.value, one.unit) for one in claim.quantities] == [(40.0, "percent")]


def test_a_named_source_supports_its_sentence_and_the_one_that_carries_on(register):
    text = "According to the Riverside Chamber, 900 looms stood idle. Of these, 300 were sold."
    figures = [claim for claim in register(text) if claim.kind is ClaimKind.STATISTIC]
    assert [(claim.support, claim.carried) for claim in figures] == [(Support.NAMED, False), (Support.NAMED, True)]


def test_a_quotation_has_its_speaker(register):
    (quote,) = [claim for claim in register("“The boats will come back in spring,” said Ada Holm.")
                if claim.kind is ClaimKind.QUOTATION]  # fmt: skip
    assert quote.speaker is not None
    assert "Ada Holm" in quote.speaker.value
    assert not quote.unnamed


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("김민수 교수는 “배는 봄이 오면 반드시 돌아온다”고 말했다.", "김민수 교수"),
        ("山田太郎教授は「船は春になれば必ず戻ってくる」と述べた。", "山田太郎教授"),
    ],
)
def test_korean_and_japanese_quotations_have_speakers(register, text, speaker):
    quotes = [claim for claim in register(text) if claim.kind is ClaimKind.QUOTATION]
    assert [claim.speaker.value for claim in quotes] == [speaker]


def test_titles_terms_and_short_marked_words_are_no_quotations(register):
    text = "The “new order” lasted. 그는 “봄”이라고 썼다. 「春の海」という曲を弾いた。"
    assert ClaimKind.QUOTATION not in {claim.kind for claim in register(text)}


def test_questions_advice_and_experience_are_no_assertions(register):
    text = "I left Trieste in 1998 with Ada Holm. Should the mill of 1871 be rebuilt? Consider the mills of 1871."
    assert [claim for claim in register(text) if claim.kind is ClaimKind.ASSERTION] == []


def test_a_note_is_found_on_its_sentence(tmp_path):
    path = tmp_path / "text.md"
    path.write_text(
        "The railway led to the decline of the river trade in 1871.[^1]\n\n[^1]: Dahl, *Looms*, 12.\n", "utf-8"
    )
    case = pipeline.understand(pipeline.read(path), Settings())
    assert kinds(case.claims) == [(ClaimKind.ASSERTION, Support.NOTE)]
    assert case.claims[0].notes == ("n1",)


def test_a_note_at_the_end_of_a_paragraph_may_cover_what_stands_before_it(tmp_path):
    path = tmp_path / "text.md"
    path.write_text("In 1871, 40% of the looms stopped. The trade moved.[^1]\n\n[^1]: Dahl, *Looms*, 12.\n", "utf-8")
    audit = pipeline.audit(pipeline.read(path), Settings())
    assert audit.case.claims[0].covered
    assert "SRC201" not in {finding.code for finding in audit.findings}


def test_figures_under_a_heading_of_method_or_results_are_the_papers_own(tmp_path):
    path = tmp_path / "text.md"
    path.write_text("# Looms\n\n## Results\n\nScores rose by 45% in the second group.\n", "utf-8")
    audit = pipeline.audit(pipeline.read(path), Settings())
    assert [finding.code for finding in audit.findings if finding.severity >= Severity.WARNING] == []


def test_keys_follow_the_text(register):
    found = register("Sales rose by 45% in 2019. “We are very glad of it,” said Ada Holm. In 1998 Holm founded Kara.")
    assert [claim.key for claim in found] == [f"s{number}" for number in range(1, len(found) + 1)]
    assert [claim.span.start for claim in found] == sorted(claim.span.start for claim in found)


PAPER = """# Rooms

## Methods

We interviewed 31 volunteers in four towns.

## Results

Volunteers said that keys matter. {} Attendance rose from 40 to 95 visits.
"""


@pytest.fixture
def weighed(tmp_path):
    def of(text):
        path = tmp_path / "text.md"
        path.write_text(text, "utf-8")
        document = pipeline.read(path)
        return {claim.span.of(document.text): claim for claim in claims.register(document, (), (), ())}

    return of


@pytest.mark.parametrize(
    "text",
    [
        "They sent 212 letters, the teachers who run the exchange said on Friday.",
        "The council’s own survey tells another story. In it, 61 percent of shopkeepers were unhappy.",
        "시가 실시한 설문조사가 있다. 이 설문에 61퍼센트가 답했다.",
        "市の調査がある。それによると六割が反対した。",
    ],
)
def test_a_figure_told_or_carried_by_a_survey_just_named_has_a_source(weighed, text):
    (found,) = [claim for claim in weighed(text).values() if claim.kind is ClaimKind.STATISTIC]
    assert found.support is Support.NAMED


def test_the_figures_of_a_study_are_its_own_and_those_of_the_country_are_not(weighed):
    found = weighed(PAPER.format("Nationwide, 40 percent of branches closed."))
    assert found["Attendance rose from 40 to 95 visits."].worth < 0.5
    assert found["Nationwide, 40 percent of branches closed."].worth >= 0.5


def test_people_whom_a_study_counts_speak_in_it_as_its_own(weighed):
    found = weighed(PAPER.format("Critics say otherwise."))
    worth = {claim.cue is not None and text: claim.worth for text, claim in found.items()}
    assert worth["Volunteers said that keys matter."] < 0.5 <= worth["Critics say otherwise."]


@pytest.mark.parametrize(
    "text",
    [
        "Residents are furious, and many have begun to look for homes elsewhere.",
        "Trust in local institutions has collapsed across the country.",
        "Inchmore has the highest ferry fares in the country.",
        "임대료 상승이 폐업의 주된 이유다.",
        "젊은 세대는 긴 글을 견디지 못한다.",
        "燃料費の高騰が廃業の理由である。",
        "図書館の予算は年々削減されており、職員の負担は重くなる一方である。",
    ],
)
def test_attitudes_causes_and_ranks_want_a_source(weighed, text):
    assert max(claim.worth for claim in weighed(text).values()) >= 0.5


def test_what_nobody_knows_wants_none(weighed):
    assert weighed("What replaced them is less well known.") == {}


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet='aA1 .%“”"「」다는고と。、は中\n¹[](),년年0億만', max_size=120))
def test_odd_text_is_read_without_an_error(text):
    from hashlib import sha256

    from kjaudit.model import Document

    odd = Document(id="d", digest=sha256(text.encode()).hexdigest(), title="", text=text)
    found = claims.register(odd, (), (), ())
    assert all(claim.span.end <= len(text) for claim in found)
    claims.provenance(odd, (), found)
    claims.suggestions(odd, (), (), ())
