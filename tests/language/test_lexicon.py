"""The phrase lists themselves."""

from __future__ import annotations

import json
import re
import time
from pathlib import Path

import pytest

from kjaudit.language import lexicon

LISTS = sorted((Path(__file__).parents[2] / "resources" / "phrases").glob("*/*.json"))
SHARED = {
    "anonymous-groups", "anonymous-documents", "hedged-attribution", "titles", "speech-verbs",
    "calendar-words", "vague-times", "feasts", "promotional", "vague", "generic-nouns", "generic-modals", "summing-up",
    "causes", "trends",
    "superlatives", "populations", "attitudes", "first-person", "experience", "paper-talk", "evidence-promised",
    "pointers", "carry-on", "recent-words", "present-words", "periods-early", "periods-late", "events", "own-sections",
}  # fmt: skip


@pytest.mark.parametrize("path", LISTS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_a_list_names_its_authority_and_compiles(path):
    data = json.loads(path.read_text("utf-8"))
    assert set(data) <= {"authority", "words", "patterns", "edge"}
    assert len(data["authority"]) > 8
    assert data.get("words") or data.get("patterns")
    lexicon.matcher(path.parent.name, path.stem)


@pytest.mark.parametrize("language", lexicon.LANGUAGES)
def test_every_language_has_every_list_that_rules_read(language):
    assert {path.stem for path in LISTS if path.parent.name == language} >= SHARED


@pytest.mark.parametrize("path", [p for p in LISTS if p.parent.name == "en"], ids=lambda path: path.stem)
def test_english_words_are_in_lower_case(path):
    assert [word for word in json.loads(path.read_text("utf-8")).get("words", []) if word != word.lower()] == []


@pytest.mark.parametrize("path", LISTS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_no_list_takes_long_over_a_long_odd_line(path):
    matcher = lexicon.matcher(path.parent.name, path.stem)
    for piece in ("a ", "some of the ", "다고 ", "声が", "1 ", "최근 "):
        started = time.process_time()
        list(matcher.finditer(piece * (20_000 // len(piece))))
        assert time.process_time() - started < 0.5


def test_alternatives_match_the_longest():
    assert re.fullmatch(lexicon.alternatives(["in", "in short", "inn"]), "in short")
    assert re.match(lexicon.alternatives(["in", "in short"]), "in shorts").group() == "in short"


def test_folding_keeps_the_length():
    assert len(lexicon.folded("İstanbul said SO")) == len("İstanbul said SO")
