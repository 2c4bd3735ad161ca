"""Every sentence a rule can say exists in Korean and Japanese, with the same values in it."""

from __future__ import annotations

import ast
import functools
import string
from pathlib import Path

import pytest

import kjaudit
from kjaudit import assets, pipeline
from kjaudit.claims.origin import _GENRES
from kjaudit.language.wording import catalogue, in_language
from kjaudit.model import Said, UpdateKind, opening
from kjaudit.references.doubts import _QUIET
from kjaudit.references.labels import Label
from kjaudit.rules import RULES
from kjaudit.settings import Settings
from tests.builders import TODAY, case_of
from tests.rules.test_rule_pages import FENCE, _page

_KINDS = ("straight", "curly")
PACKAGE = Path(kjaudit.__file__).parent
LANGUAGES = ["ko", "ja"]
NAMES = {"Open Library", "NDL Search", "CiNii Research", "Retraction Watch", "; …"}
"""Names of services, which stay as they are."""
REASONS = (
    "citations",
    "references",
    "registries/verdicts.py",
    "registries/looking_up.py",
    "registries/index/local.py",
    "workspace/index_lookups.py",
)
"""Where links, look-ups and problems of entries are given their reason."""
OPENING = ("rules/rec/differences.py", "citations/backlink.py")
"""Where something is said that a rule puts at the beginning of a sentence or label."""
NOTICES = ("registries", "ingest", "store", "workspace", "report/whole_file.py", "formats/files.py")
"""Where errors, services and look-ups are put into words for the window."""
TABLES = ("NOT_INDEXED", "_LATER", "_REASONS", "_SAID")
WORDS = ("reason", "reasons", "_REASONS", "why", "message", "sentences")
SENTENCES = ("message", "suggestion", "label", "how")
LABELS = {"here": (1,), "computed": (0, 2), "of_entry": (2,), "of_record": (1,), "the_entry": (2,)}
"""Functions that take words for a person, and at which places."""
UNREAD = {"compile", "search", "match", "sub", "findall", "finditer", "split", "join", "source", "matcher"}
"""Functions whose arguments are patterns and names of lists."""


def _trees(*folders):
    for folder in folders:
        place = PACKAGE / folder
        for path in [place] if place.is_file() else sorted(place.rglob("*.py")):
            yield ast.parse(path.read_text("utf-8"))


def _called(node):
    return ast.unparse(node.func).rpartition(".")[2] if isinstance(node, ast.Call) else ""


def _constants(nodes):
    return {node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)}


def _templates(tree):
    """What is said with `say`."""
    for node in ast.walk(tree):
        if _called(node) == "say":
            yield from (inner for first in node.args[:1] for inner in ast.walk(first))


def _said(tree):
    """Templates of `say` and `joined`, and words at places where a person reads them."""
    yield from _templates(tree)
    for node in ast.walk(tree):
        if _called(node) == "joined":
            yield from node.args[1:2]
        elif _called(node) == "Penalty":
            yield from (keyword.value for keyword in node.keywords if keyword.arg == "name")
        elif _called(node) in LABELS:
            yield from (node.args[place] for place in LABELS[_called(node)] if place < len(node.args))
        elif isinstance(node, ast.keyword) and node.arg in SENTENCES:
            yield node.value


def _reasons(tree):
    """Reasons of links and look-ups, and messages of problems, where they are put into words."""
    for node in ast.walk(tree):
        keyword = isinstance(node, ast.keyword) and node.arg in ("reason", "message")
        if keyword or (isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) in WORDS):
            yield from _choices(node.value)


def _notices(tree):
    """What is told of a file, a service or the project: errors, terms, and why a service is not asked."""
    for node in ast.walk(tree):
        if _called(node).endswith(("Error", "Unavailable")) and node.args:
            yield node.args[0]
        elif isinstance(node, ast.keyword) and node.arg == "terms":
            yield node.value
        elif isinstance(node, ast.FunctionDef) and node.name in ("expects", "why_not"):
            yield from (inner for line in ast.walk(node) if isinstance(line, ast.Return) for inner in ast.walk(line))
        elif isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) in (
            "NOT_INDEXED",
            "_LATER",
            "_REASONS",
            "_SAID",
        ):
            yield from _values(node.value)


def _values(table):
    """The texts on the right side of a table."""
    pairs = table.values if isinstance(table, ast.Dict) else [pair.elts[-1] for pair in getattr(table, "elts", ())]
    yield from pairs


def _choices(node):
    """The texts that an expression chooses from."""
    parts = (getattr(node, name, ()) for name in ("body", "orelse", "values"))
    for part in parts:
        for inner in part if isinstance(part, list) else (part,) if part else ():
            yield from _choices(inner)
    if isinstance(node, ast.Constant) and node.value:
        yield node


def _prose(tree):
    """Texts of several words that are neither docstrings, patterns, comparisons nor parts of f-strings."""
    passed = set()
    for node in ast.walk(tree):
        body = getattr(node, "body", None)
        if isinstance(body, list):
            passed |= {id(line.value) for line in body if isinstance(line, ast.Expr)}
        if isinstance(node, (ast.JoinedStr, ast.Compare)) or _called(node) in UNREAD:
            passed |= {id(inner) for inner in ast.walk(node)}
    return [
        node for node in ast.walk(tree) if id(node) not in passed and " " in str(getattr(node, "value", "")).strip()
    ]


@functools.cache
def in_source():
    """Return every sentence and label that stands in the source of rules, and of the links they report."""
    texts = set()
    for tree in _trees("rules"):
        texts |= _constants(_said(tree)) | _constants(_prose(tree))
    for tree in _trees(*REASONS):
        texts |= _constants(_said(tree)) | _constants(_reasons(tree))
    for tree in _trees(*NOTICES):
        texts |= _constants(_templates(tree)) | {text for text in _constants(_notices(tree)) if text}
    texts |= {label.value for label in Label if label not in _QUIET}
    for tree in _trees(*OPENING):
        texts |= {opening(text) for text in _constants(_templates(tree))}
    texts |= {kind.value.capitalize() for kind in UpdateKind}
    texts |= {genre for genre, _ in _GENRES} | {f"{kind} quotation marks or apostrophes" for kind in _KINDS}
    return frozenset(texts - NAMES)


def _parts(text):
    """A text as the catalogue is asked for it: its template, and what was said inside; units are the manuscript's."""
    if not isinstance(text, Said):
        return {text}
    inner = (value for name, value in text.values.items() if isinstance(value, Said) and name != "unit")
    return {text.template}.union(*(_parts(value) for value in inner))


def emitted(findings):
    """Return what the findings ask the catalogue for."""
    texts = set()
    for finding in findings:
        texts |= _parts(finding.message) | (_parts(finding.suggestion) if finding.suggestion else set())
        for item in finding.evidence:
            texts |= _parts(item.label) | (_parts(item.source.how) if hasattr(item.source, "how") else set())
            texts |= _parts(item.quote) if isinstance(item.quote, Said) else set()
    return texts


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_in_the_source_is_translated(language):
    assert sorted(in_source() - set(catalogue(language))) == []


@pytest.mark.parametrize("code", RULES)
def test_what_a_rule_says_of_the_examples_on_its_page_is_translated(code, tmp_path):
    findings = []
    for number, (kind, body) in enumerate(FENCE.findall(_page(code))):
        if kind != "clean":
            case = case_of(body.replace("**", ""), tmp_path, f"{number}.md")
            findings += RULES[code].check(case)
    texts = emitted(findings)
    assert {language: sorted(texts - set(catalogue(language))) for language in LANGUAGES} == {"ko": [], "ja": []}


def test_what_is_said_of_the_sample_project_is_translated():
    audited = pipeline.audit_files(assets.sample(), Settings(today=TODAY))
    findings = [finding for audit in audited.audits for finding in audit.findings] + list(audited.corpus_findings)
    assert findings
    texts = emitted(findings)
    assert {language: sorted(texts - set(catalogue(language))) for language in LANGUAGES} == {"ko": [], "ja": []}
    left = [item.message for item in findings if in_language(item.message, catalogue("ko")) == item.message]
    assert left == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_has_the_values_of_its_template(language):
    def names(text):
        return sorted({name for _, name, _, _ in string.Formatter().parse(text) if name is not None})

    assert [text for text, other in catalogue(language).items() if not other or names(text) != names(other)] == []


def test_korean_puts_no_particle_behind_a_value_that_may_end_either_way():
    """Which of 은/는, 이/가, 을/를, 과/와 follows depends on the last sound of a value nobody knows here."""
    doubtful = [f"}}{mark}{particle} " for particle in "은는이가을를과와" for mark in ("", "”")]
    assert [text for text in catalogue("ko").values() if any(part in f"{text} " for part in doubtful)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_translation_is_left_over(language):
    known = {text.lower() for text in in_source()}
    for tree in _trees("language", "matching", "claims", "citations", "references", "registries"):
        known |= {text.lower() for text in _constants(ast.walk(tree))}
    known |= {"{sentence}.", "{first}, {rest}"}
    assert [text for text in catalogue(language) if text.lower() not in known] == []


def test_what_is_told_of_a_file_or_a_service_has_a_template():
    told = [node for tree in _trees(*NOTICES) for node in _notices(tree)]
    assert [ast.unparse(node) for node in told if isinstance(node, ast.JoinedStr)] == []


def test_no_rule_says_a_sentence_without_a_template():
    """An f-string cannot be translated: `say` keeps its parts."""
    unsaid = [ast.unparse(node) for tree in _trees("rules") for node in _said(tree) if isinstance(node, ast.JoinedStr)]
    assert unsaid == []


def test_both_languages_say_the_same():
    assert list(catalogue("ko")) == list(catalogue("ja"))
