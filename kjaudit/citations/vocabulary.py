"""The words that citations are made of, read from `resources/phrases/shortforms.json`, as compiled patterns."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cache

from kjaudit import assets

FILE = "phrases/shortforms.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """
    Patterns over printed text; each matches one word or phrase of its list.

    Attributes:
        ibid, opcit, supra: words that stand for a work, of Latin and of East Asian script.
        note_word: "n.", "Fn.", "주", "注" before a number of a note.
        signal: one word that introduces a citation ("see also", "vgl."), blanks after it included; anchored.
        signal_opens: the first words of these, lower case: most words of a text are none, which is told faster so.
        apud: between the source quoted and the source seen ("as cited in").
        decision, decision_cjk: courts, reports and official papers; what begins so is no work of a list of literature.
        others: "et al.", "外", at the end of names.
        undated: what stands for a year ("n.d.", "forthcoming", "近刊").
        connectors: words between two names, lower case.
        not_names: words that no author's name begins with, lower case.
        reporting: verbs after the name of an author, lower case.
    """

    ibid: re.Pattern[str]
    opcit: re.Pattern[str]
    supra: re.Pattern[str]
    note_word: str
    note_word_cjk: str
    signal: re.Pattern[str]
    signal_opens: frozenset[str]
    apud: re.Pattern[str]
    decision: re.Pattern[str]
    decision_cjk: re.Pattern[str]
    others: re.Pattern[str]
    others_cjk: str
    undated: str
    connectors: frozenset[str]
    not_names: frozenset[str]
    reporting: frozenset[str]


@cache
def vocabulary() -> Vocabulary:
    """
    Return the vocabulary of short forms.

    Raises:
        FileNotFoundError: the resource is missing; the packaging is broken.
    """
    lists: dict[str, list[dict[str, list[str]]]] = json.loads(assets.path(FILE).read_text("utf-8"))

    def words(name: str) -> list[str]:
        return sorted({word for part in lists[name] for word in part["words"]}, key=lambda word: (-len(word), word))

    def either(name: str) -> str:
        return "|".join(_pattern(word) for word in words(name))

    latin = r"(?<![\w.])(?:{})(?!\w)"
    return Vocabulary(
        ibid=_compiled(f"{latin.format(either('ibid'))}|{_cjk(words('ibid_cjk'))}"),
        opcit=_compiled(f"{latin.format(either('opcit'))}|{_cjk(words('opcit_cjk'))}"),
        supra=_compiled(latin.format(either("supra"))),
        note_word=either("note_word"),
        note_word_cjk="|".join(words("note_word_cjk")),
        signal=_compiled(rf"(?:{either('signal')})(?!\w)[\s,:]*"),
        signal_opens=frozenset(_opening(word) for word in words("signal")),
        apud=_compiled(f"{latin.format(either('apud'))}|{_cjk(words('apud_cjk'))}"),
        decision=re.compile(rf"(?:{either('decision')})(?!\w)"),
        decision_cjk=re.compile(_cjk(words("decision_cjk"))),
        others=_compiled(rf"(?<!\w)(?:{either('others')})(?!\w)"),
        others_cjk="|".join(words("others_cjk")),
        undated=either("undated"),
        connectors=frozenset(word.lower() for word in words("connector")),
        not_names=frozenset(word.lower() for word in words("not_a_name")),
        reporting=frozenset(word.lower() for word in words("reporting")),
    )


def _opening(phrase: str) -> str:
    found = re.match(r"[^\W\d_]+", phrase.lower())
    return found.group() if found else ""


def _pattern(word: str) -> str:
    """
    Return a pattern: a blank is any white space, or none after a full stop ("art.cit.").

    The full stop of a long abbreviation may be missing.
    """
    parts = [re.escape(part) for part in word.split(" ")]
    out = ""
    for part in parts:
        out += (r"\s*" if out.endswith(r"\.") else r"\s+") if out else ""
        out += part[:-2] + r"\.?" if part.endswith(r"\.") and len(part) > 5 else part
    return out


def _cjk(words: list[str]) -> str:
    return "|".join(r"\s?".join(re.escape(part) for part in word.split(" ")) for word in words)


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)
