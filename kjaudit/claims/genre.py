"""Texts that are their own witness: lessons show the reader what they say, bodies report what they did."""

from __future__ import annotations

import re

from kjaudit.language import lexicon
from kjaudit.language.reading import Reading, Sentence
from kjaudit.model import Document

SHARE = 0.2
"""Share of sentences of the bench from which a text teaches; a guide for travellers has .11, a tutorial .30."""
LEAST = 12
"""Such sentences a text must have: a short column may well address its reader four times."""
_HEAD = 400
"""Characters at the beginning of a text in which it says what it is."""
_LABEL = 80
"""Characters of a line that names the kind of text: a sentence that mentions a press release makes no text one."""
_SENTENCE = re.compile(r"[.。．!?！？][\W\d]*$|[,，、:：]\s*$")
_OF_A_BODY = re.compile(
    r"\b(?:(?:press|news|media) release|for immediate release"
    r"|(?:annual|yearly|activity|activities|impact) (?:report|review)|report of the (?:trustees|directors|committee)"
    r"|(?:trustees|directors)[’'] report|chair(?:man|woman)?[’']s report)\b"
    r"|보도 ?자료|사업 ?보고서?|활동 ?보고서?|연차 ?보고서?|결산 ?보고서?|운영 ?보고서?"
    r"|事業報告書?|活動報告書?|年次報告書?|業務報告書?|プレスリリース|報道(?:発表|資料)",
    re.IGNORECASE,
)
"""A body (a firm, an office, an association) tells the public or its members of its own doings."""


def of_a_body(document: Document) -> bool:
    """Whether `document` says at its head that it is a press release or the report of a body on its own work."""
    lines = document.text[:_HEAD].split("\n")
    return any(len(line) <= _LABEL and not _SENTENCE.search(line) and _OF_A_BODY.search(line) for line in lines)


def at_bench(read: Reading) -> frozenset[int]:
    """
    Return the places in `read.sentences` of those that show the reader a file, a command, a step or a measure.

    Empty unless the text as a whole teaches a procedure.
    """
    found = [number for number, sentence in enumerate(read.sentences) if _shows(sentence)]
    teaches = len(found) >= LEAST and len(found) >= SHARE * len(read.sentences)
    return frozenset(found) if teaches else frozenset()


def _shows(sentence: Sentence) -> bool:
    if sentence.language not in lexicon.LANGUAGES:
        return False
    return lexicon.matcher(sentence.language, "workbench").search(sentence.folded) is not None
