"""COR601: what two documents of a project say of one thing."""

from __future__ import annotations

from dataclasses import replace

from kjaudit.model import Case, Corpus, InDocument
from kjaudit.rules import CORPUS_RULES


def test_the_later_document_carries_the_finding_with_both_passages(document):
    first = replace(document("The Holm Museum was opened in 1931 by the weavers."), id="a", title="A")
    second = replace(document("The Holm Museum was opened in 1934 by the weavers."), id="b", title="B")
    (found,) = CORPUS_RULES["COR601"].check(Corpus(cases=(Case(document=first), Case(document=second))))
    assert (found.document, found.other_document) == ("b", "a")
    assert {item.source.document for item in found.evidence if isinstance(item.source, InDocument)} == {"a", "b"}
    assert [item.quote for item in found.evidence if item.label.startswith("figure")] == ["1931", "1934"]


def test_documents_on_different_things_agree(document):
    first = replace(document("The Holm Museum was opened in 1931 by the weavers."), id="a")
    second = replace(document("The Lund Library was opened in 1934 by the town."), id="b")
    assert list(CORPUS_RULES["COR601"].check(Corpus(cases=(Case(document=first), Case(document=second))))) == []
