"""A sentence that remembers its template is the English sentence wherever text is kept."""

from __future__ import annotations

import copy
import json
import pickle
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kjaudit.model import Computed, Evidence, Finding, Said, Severity, Span, joined, opening, say

SENTENCE = "The list holds {printed} twice"


def finding(message):
    evidence = (Evidence(label=message, quote="", source=Computed(how=message)),)
    return Finding(
        code="REF301",
        name="duplicate-entry",
        document="d1",
        span=Span(0, 1),
        quote="x",
        message=message,
        severity=Severity.ERROR,
        evidence=evidence,
    )


@given(st.text())
def test_it_is_the_text_that_format_gives(value):
    said, plain = say(SENTENCE, printed=value), SENTENCE.format(printed=value)
    assert (said, hash(said), json.dumps(said)) == (plain, hash(plain), json.dumps(plain))


def test_key_and_digest_of_a_finding_are_those_of_the_plain_sentence():
    one, other = finding(say(SENTENCE, printed="Kim")), finding("The list holds Kim twice")
    assert one == other
    assert (one.key, one.evidence_digest) == (other.key, other.evidence_digest)


@pytest.mark.parametrize("copied", [copy.copy, copy.deepcopy, lambda it: pickle.loads(pickle.dumps(it))])
def test_a_copy_keeps_template_and_values(copied):
    made = copied(finding(say("{what:.1f} of {inner}", what=2, inner=say("volume {number}", number=7)))).message
    assert isinstance(made, Said)
    assert (made, made.template) == ("2.0 of volume 7", "{what:.1f} of {inner}")
    assert made.values["inner"].template == "volume {number}"


def test_a_changed_finding_keeps_the_sentence_it_has():
    assert replace(finding(say(SENTENCE, printed="Kim")), sentence="x").message.template == SENTENCE


def test_without_values_braces_mean_nothing():
    assert say("{not a value}") == "{not a value}"


def test_values_are_never_templates():
    assert say("No entry answers {quote!r}", quote="{0} {x.__class__}") == "No entry answers '{0} {x.__class__}'"


def test_a_value_that_is_missing_is_a_fault():
    with pytest.raises(KeyError):
        say("The list has no number {number}", other=1)


@given(st.lists(st.text(max_size=5), max_size=6))
def test_parts_are_joined_as_text_is(parts):
    assert joined(parts, "{first}; {rest}") == "; ".join(parts)


def test_joined_parts_can_still_be_translated():
    one, rest = joined([say("year"), say("title")]).values.values()
    assert (one.template, rest.template) == ("year", "title")


def test_a_message_begins_with_a_capital_and_keeps_its_values():
    made = opening(say("there is no note {number}", number=3))
    assert (made, made.template) == ("There is no note 3", "There is no note {number}")
    assert opening("plain") == "Plain"
