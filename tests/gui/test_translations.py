"""Every word of the window exists in Korean and Japanese."""

from __future__ import annotations

import ast
import json
import string
from pathlib import Path

import pytest

import kjaudit.gui
from kjaudit import assets
from kjaudit.gui.dialogs.export import FORMS, SCOPES
from kjaudit.gui.dialogs.pages import KEYS
from kjaudit.gui.dialogs.settings import SCHEMES
from kjaudit.gui.panels.entries import FIELDS
from kjaudit.gui.panels.evidence import DECISIONS, SEVERITY_WORD, STANDING_WORDS
from kjaudit.gui.panels.findings import SEVERITY_WORDS
from kjaudit.gui.panels.record_card import OUTCOMES
from kjaudit.gui.tables.entries import COLUMNS
from kjaudit.gui.tables.findings import english_name
from kjaudit.model import Decision
from kjaudit.pipeline import WORDING
from kjaudit.rules import CORPUS_RULES, RULES

FOLDER = Path(kjaudit.gui.__file__).parent


def _literals():
    """Yield the texts that the source hands to `tr` as such."""
    for path in FOLDER.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and node.args and ast.unparse(node.func) in ("tr", "language.tr"):
                first = node.args[0]
                if isinstance(first, ast.Constant):
                    yield first.value
        if path.name == "actions.py":
            yield from ("&File", "&Decide", "&Audit", "&View", "&Help", "Accept finding", "False alarm")
            yield "Take the decision back"


def texts():
    """Return every text the window can ask a translation of."""
    tables = [
        *FORMS.values(),
        *SCOPES.values(),
        *SCHEMES.values(),
        *(what for _, what in KEYS),
        *(label for label, _ in FIELDS),
        *(label for _, label, _ in DECISIONS),
        *SEVERITY_WORD.values(),
        *OUTCOMES.values(),
        *SEVERITY_WORDS.values(),
        *(words for words in STANDING_WORDS.values() if words),
        *(column for column in COLUMNS if column != "#"),
        *(decision.value.capitalize() for decision in Decision),
        *WORDING.values(),
        *(english_name(rule.name) for rule in (*RULES.values(), *CORPUS_RULES.values())),
        "author",
        "date",
        "outlet",
    ]
    return sorted({*_literals(), *tables})


@pytest.mark.parametrize("language", ["ko", "ja"])
def test_every_text_is_translated(language):
    catalogue = json.loads(assets.path(f"translations/{language}.json").read_text("utf-8"))
    assert [text for text in texts() if not catalogue.get(text)] == []


@pytest.mark.parametrize("language", ["ko", "ja"])
def test_a_translation_keeps_the_values(language):
    catalogue = json.loads(assets.path(f"translations/{language}.json").read_text("utf-8"))

    def names(text):
        return {name for _, name, _, _ in string.Formatter().parse(text) if name}

    assert [text for text, translated in catalogue.items() if names(text) != names(translated)] == []


@pytest.mark.parametrize("language", ["ko", "ja"])
def test_no_translation_is_left_over(language):
    catalogue = json.loads(assets.path(f"translations/{language}.json").read_text("utf-8"))
    assert sorted(set(catalogue) - set(texts())) == []
