"""The report's words are complete in every language."""

from __future__ import annotations

import json
import re

import pytest

from kjaudit import assets
from kjaudit.model import ClaimKind, Decision, Outcome, Severity, Standing, Support, UpdateKind
from kjaudit.report import Language
from kjaudit.report.places import PlaceUnit
from kjaudit.report.words import words
from kjaudit.rules import CORPUS_RULES, RULES


def loaded(language):
    return json.loads(assets.path(f"templates/report/words.{language.value}.json").read_text("utf-8"))


@pytest.mark.parametrize("language", list(Language))
def test_every_language_has_the_same_words_with_the_same_blanks(language):
    english, other = loaded(Language.ENGLISH), loaded(language)
    assert list(other["words"]) == list(english["words"])
    assert list(other["rules"]) == list(english["rules"])
    blanks = {key: sorted(re.findall(r"{(\w+)}", text)) for key, text in english["words"].items()}
    assert {key: sorted(re.findall(r"{(\w+)}", text)) for key, text in other["words"].items()} == blanks


@pytest.mark.parametrize("language", list(Language))
def test_every_rule_has_a_name_in_every_language(language):
    named = loaded(language)["rules"]
    assert [rule.name for rule in (*RULES.values(), *CORPUS_RULES.values()) if rule.name not in named] == []


@pytest.mark.parametrize("language", list(Language))
def test_every_value_that_a_report_prints_has_a_word(language):
    said = words(language)
    keys = [f"severity.{item.name.lower()}" for item in Severity]
    keys += [f"standing.{item.value}" for item in Standing]
    keys += [f"decision.{item.name.lower()}" for item in Decision]
    keys += [f"outcome.{item.value}" for item in Outcome]
    keys += [f"update.{item.name.lower()}" for item in UpdateKind]
    keys += [f"claim.{item.value}" for item in ClaimKind]
    keys += [f"support.{item.value}" for item in Support]
    assert all(said(key) for key in keys)
    assert all("7" in said(f"place.{unit.value}", number=7) for unit in PlaceUnit)


def test_a_rule_without_a_name_keeps_its_own():
    assert words(Language.KOREAN).rule("brand-new-rule") == "brand new rule"
