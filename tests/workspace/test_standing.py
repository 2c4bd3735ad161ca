"""A verdict stays with what it was about: through edits elsewhere, through light edits, and never onto a neighbour."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from kjaudit.model import Computed, Decision, Evidence, Finding, Judged, Severity, Span, Standing
from kjaudit.workspace.decisions import about_finding
from kjaudit.workspace.likeness import likeness
from kjaudit.workspace.standing import Anchors, in_force
from kjaudit.workspace.standing import hold as hold_anchored

AT = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)


def finding(sentence: str, quote: str = "critics note", code: str = "SRC202", document: str = "d1") -> Finding:
    return Finding(
        code=code,
        name="vague-attribution",
        document=document,
        span=Span(0, 1),
        quote=quote,
        message="The text does not say who",
        severity=Severity.WARNING,
        evidence=(Evidence(label="words", quote=quote, source=Computed(how="phrase list")),),
        sentence=sentence,
    )


def verdict(about: Finding, decision: Decision = Decision.ACCEPTED, minutes: int = 0):
    return about_finding(Judged(finding=about), decision, "", "Ann", AT + timedelta(minutes=minutes))


FIRST = finding("However, critics note risks around identity confusion in the border regions.")
EDITED = finding("Yet critics note risks around identity confusion in the border regions.")
OTHER = finding("As critics note, the budget for festivals was cut twice.")


def hold(findings, verdicts):
    return hold_anchored(Anchors(findings), verdicts)


def standings(findings, verdicts):
    return [item.standing for item in hold(findings, verdicts).judged]


def test_a_finding_nobody_decided_is_open():
    assert standings([FIRST, OTHER], [verdict(FIRST)]) == [Standing.DECIDED, Standing.OPEN]


def test_a_finding_that_moved_keeps_its_verdict():
    moved = replace(FIRST, span=Span(500, 512))
    assert standings([moved], [verdict(FIRST)]) == [Standing.DECIDED]


def test_a_verdict_goes_stale_when_its_evidence_changes():
    changed = replace(FIRST, evidence=(Evidence(label="words", quote="x", source=Computed(how="phrase list")),))
    assert changed.key == FIRST.key
    assert standings([changed], [verdict(FIRST)]) == [Standing.STALE]


def test_taking_back_brings_the_decision_before_back():
    history = [verdict(FIRST), verdict(FIRST, Decision.REJECTED), verdict(FIRST, Decision.WITHDRAWN)]
    about = ("d1", FIRST.key)
    assert in_force(history)[about] == history[0]
    assert in_force([*history, verdict(FIRST, Decision.WITHDRAWN)])[about] is None
    assert in_force([verdict(FIRST, Decision.WITHDRAWN), *history[:1]])[about] == history[0]


def test_a_verdict_follows_its_sentence_through_a_light_edit_and_says_so():
    held = hold([OTHER, EDITED], [verdict(FIRST)])
    assert [item.standing for item in held.judged] == [Standing.OPEN, Standing.CARRIED]
    assert held.judged[1].verdict == verdict(FIRST)
    assert 0.7 <= held.judged[1].likeness < 1
    assert held.gone == ()


def test_a_deleted_finding_hands_its_verdict_to_no_neighbour():
    held = hold([OTHER], [verdict(FIRST)])
    assert held.judged[0].standing is Standing.OPEN
    assert held.gone == (verdict(FIRST),)


def test_two_sentences_nearly_as_like_take_nothing_over():
    twin = finding("Still, critics note risks around identity confusion in the border regions.")
    held = hold([EDITED, twin], [verdict(FIRST)])
    assert [item.standing for item in held.judged] == [Standing.OPEN, Standing.OPEN]
    assert held.gone == (verdict(FIRST),)


@pytest.mark.parametrize("other", [replace(EDITED, code="SRC203"), replace(EDITED, document="d2")])
def test_a_verdict_stays_with_its_rule_and_document(other):
    assert standings([other], [verdict(FIRST)]) == [Standing.OPEN]


def test_a_carried_verdict_that_was_decided_again_is_superseded():
    held = hold([EDITED], [verdict(FIRST), verdict(EDITED, Decision.REJECTED, 5)])
    assert held.judged[0].standing is Standing.DECIDED
    assert held.judged[0].verdict.decision is Decision.REJECTED
    assert held.gone == ()


def test_taking_the_new_decision_back_shows_the_carried_one_again():
    history = [verdict(FIRST), verdict(EDITED, minutes=5), verdict(EDITED, Decision.WITHDRAWN, 6)]
    assert standings([EDITED], history) == [Standing.CARRIED]


def test_a_withdrawn_verdict_is_not_carried():
    assert standings([EDITED], [verdict(FIRST), verdict(FIRST, Decision.WITHDRAWN)]) == [Standing.OPEN]


def test_two_vanished_verdicts_never_go_to_one_finding():
    second = finding("However, critics note risks around identity confusion in border regions.")
    held = hold([EDITED], [verdict(FIRST), verdict(second, Decision.REJECTED)])
    assert held.judged[0].standing is Standing.CARRIED
    assert len(held.gone) == 1


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("The share rose to 31 % in 2019.", "The share rose to 32 % in 2019."),
        ("일부에서는 이 정책이 실패했다는 지적이 있다.", "일부에서는 이 정책이 사실상 실패했다는 지적이 있다."),
        ("関係者によると、来場者は前年より増えたとされる。", "関係者によると来場者は、前年より増えたとされる。"),
    ],
)
def test_a_corrected_word_or_figure_keeps_the_sentence_recognisable(old, new):
    assert standings([finding(new, new)], [verdict(finding(old, old))]) == [Standing.CARRIED]


@pytest.mark.parametrize(
    ("one", "other", "low", "high"),
    [
        ("", "", 1.0, 1.0),
        ("a", "A", 1.0, 1.0),
        ("a", "b", 0.0, 0.0),
        ("", "abc", 0.0, 0.0),
        ("The  CAT\nsat", "the cat sat", 1.0, 1.0),
        ("문화 정책", "문화정책", 1.0, 1.0),
        ("abcdef", "uvwxyz", 0.0, 0.0),
    ],
)
def test_likeness_has_sound_ends(one, other, low, high):
    assert low <= likeness(one, other) <= high


def test_thousands_of_vanished_verdicts_find_their_sentences_without_comparing_each_with_each(monkeypatch):
    compared = []

    def counted(one, other):
        compared.append(one)
        return likeness(one, other)

    monkeypatch.setattr("kjaudit.workspace.standing.likeness", counted)
    words = ["river", "border", "market", "temple", "bridge", "garden", "harbour", "island", "castle", "village"]
    old = [f"The {a} {b} {c} was, critics note, old." for a in words for b in words for c in words]
    new = [sentence.replace("was,", "is now,") for sentence in old]
    held = hold([finding(sentence) for sentence in new], [verdict(finding(sentence)) for sentence in old])
    assert len(held.judged) == 1000
    assert len(compared) < 100_000


def test_a_sentence_is_found_among_thousands():
    others = [
        finding(f"Sentence {number} of the report says that critics note many risks here.") for number in range(3000)
    ]
    held = hold([*others, EDITED], [verdict(FIRST)])
    assert held.judged[-1].standing is Standing.CARRIED
