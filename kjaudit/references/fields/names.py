"""
A stretch of authors, editors or translators -> names in parts.

Handles "Family, G.", "G. Family", "Family G", "FAMILY Given", chains of either, "Family, Given, Given Family and Given
Family", particles, suffixes, organisations and "et al."; the parts of one name are never guessed from two of a list.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from kjaudit.model import Name, Span

from .name_parts import Item, Word, is_organisation, read_name

_TOKEN = re.compile(r"[^\W\d_](?:[^\W\d_]|[\u0300-\u036f]|['’‘`´‐-](?=[^\W\d_]))*|\d+|[^\w\s]|_")
_ROLE = (
    r"(?:eds?|editors?|edited|hrsgg?|hgg?|hersg|herausgeber(?:in|innen)?|herausgegeben|éds?|édit(?:eurs?)?|dirs?|coords?|orgs?|comps?|"
    r"compilers?|compiled|bearb|red|cur|curatori?|trans|transl|translat(?:ed|ors?)|übers|übersetzt|übersetzung|trad|traduit|"
    r"traducido|tradotto|traduzione|traducción|introd|introduction|introduced|foreword|afterword|with|unter|mitarb|sous la dir(?:ection)?|"
    r"a\s?c(?:ura)?|gen)"
)
_BRACKETED_ROLE = re.compile(rf"[(\[]\s*(?:[^\W\d_]{{1,12}}\s+)?{_ROLE}(?![^\W\d_])[^()\[\]]{{0,40}}[)\]]", re.IGNORECASE)
_LEADING_ROLE = re.compile(
    r"\s*(?:(?:in|dans|en|em|aus)\b\s*:?\s*)?"
    rf"(?:{_ROLE}\b[\s.]*(?:(?:and|und|u|et|e|&|with)\b[\s.]*)?)*(?:\b(?:by|von|v|par|por|de|di|da|durch)\b[\s.:]*|d['’])?",
    re.IGNORECASE,
)
_TRAILING_ROLE = re.compile(rf"[\s,;.(\[]*(?:(?:general|gen|series|as)\s*\.?\s*)?(?<![^\W\d_]){_ROLE}\b[\s.,;:)\]]*$", re.IGNORECASE)
_OTHERS = re.compile(
    r"[\s,;(\[]*(?:(?:&|and|und|et|y)\s+)?(?:\bet\s*\.?\s*al(?:ii|iae|ia|\.)?\b\.?|\bu\.\s?a\.?(?=\s|$|[,;)])|\band others\b|\bund andere\b"
    r"|\by otros\b|\be(?:t)? altri\b|\bet autres\b|\be outros\b|\bs\.?\s*a\.?\s*外|외(?:\s*\d+\s*[인명])?(?=\s|$|[,.)])|ほか|他(?=\s|$|[,.、]))[\s.,;:)\]]*",
    re.IGNORECASE,
)
_AND = frozenset(("and", "und", "et", "y", "och", "en", "ja", "og", "i"))
_HARD = frozenset(";/|·・、；&")
_CJK = re.compile("[\u3041-\u30ff\u3400-\u9fff\uac00-\ud7a3]")


@dataclass(frozen=True, slots=True)
class Names:
    """The names in their order; `others`: the print says "et al."."""

    names: tuple[Name, ...] = ()
    others: bool = False


def names(raw: str, start: int, end: int) -> Names:
    """Read the names in `raw[start:end]`; their spans index into `raw`."""
    start, end = _without_roles(raw, start, end)
    others = _OTHERS.search(raw, start, end)
    if others:
        rest = raw[others.end() : end]
        if not rest.strip(" .,;:()[]"):
            end = others.start()
    text = raw[start:end]
    if is_organisation(text):
        whole = _literal(raw, start, end)
        return Names((whole,) if whole else (), bool(others))
    groups = _groups(raw, start, end)
    found: list[Name] = []
    for group in groups:
        found += _people(raw, group, alone=len(groups) == 1)
    return Names(tuple(found), bool(others))


def _without_roles(raw: str, start: int, end: int) -> tuple[int, int]:
    """Leave out "edited by" before the names and "(Hg.)", ", eds." after them."""
    lead = _LEADING_ROLE.match(raw, start, end)
    if lead and lead.end() < end:
        start = lead.end()
    for _ in range(2):
        tail = _TRAILING_ROLE.search(raw, max(start, end - 40), end)
        if tail and tail.start() > start:
            end = tail.start()
    return start, end


def _groups(raw: str, start: int, end: int) -> list[list[Item]]:
    """Split at marks that only stand between names; each group is a list of stretches between commas."""
    ignored = [match.span() for match in _BRACKETED_ROLE.finditer(raw, start, end)]
    ignored += [match.span() for match in _OTHERS.finditer(raw, start, end)]
    groups: list[list[Item]] = [[]]
    words: list[Word] = []

    def close_item() -> None:
        if words:
            groups[-1].append(Item(tuple(words)))
            words.clear()

    def close_group() -> None:
        close_item()
        if groups[-1]:
            groups.append([])

    bracket = 0
    for match in _TOKEN.finditer(raw, start, end):
        if any(low <= match.start() < high for low, high in ignored):
            continue
        token = match.group()
        if token in "([":
            bracket += 1
        elif token in ")]":
            bracket = max(0, bracket - 1)
        elif token in _HARD or (token.casefold() in _AND and words and token.islower()) or (
            token.casefold() in _AND and not words and token.islower()
        ) or (token == "e" and not bracket and words):
            close_group()
        elif token == "," or token == "，":
            close_item()
        elif token == ".":
            if words and words[-1].end == match.start() or (words and len(words[-1].text) <= 2):
                words[-1] = words[-1].dotted(match.end())
        elif token[0].isalpha():
            words.append(Word(token, match.start(), match.end(), in_brackets=bracket > 0))
    close_group()
    return [group for group in groups if group]


def _people(raw: str, items: list[Item], *, alone: bool) -> list[Name]:
    """Pair "Family, Given" stretches and read the others as whole names."""
    found: list[Name] = []
    index = 0
    while index < len(items):
        item = items[index]
        after = items[index + 1] if index + 1 < len(items) else None
        if after and item.may_be_family(first=index == 0, last_pair=index + 2 == len(items), after=after, alone=alone):
            suffix = items[index + 2] if index + 2 < len(items) and items[index + 2].is_suffix else None
            found.append(_inverted(raw, item, after, suffix))
            index += 3 if suffix else 2
            continue
        if item.is_suffix and found:
            found[-1] = _with_suffix(found[-1], item)
        else:
            found.append(read_name(item, prefer_family_first=False))
        index += 1
    return [name for name in found if str(name)]


def _inverted(raw: str, family: Item, given: Item, suffix: Item | None) -> Name:
    end = (suffix or given).words[-1].end
    del raw
    given_text, particles = given.given_and_particles()
    name = " ".join(part for part in (particles, family.text) if part)
    return Name(
        family=name, given=given_text, suffix=suffix.text if suffix else "", span=Span(family.words[0].start, end)
    )


def _with_suffix(name: Name, suffix: Item) -> Name:
    span = Span(name.span.start, suffix.words[-1].end) if name.span else None
    return Name(family=name.family, given=name.given, suffix=suffix.text, literal=name.literal, span=span)


def _literal(raw: str, start: int, end: int) -> Name | None:
    while start < end and raw[start] in " .,;:()[]":
        start += 1
    while end > start and raw[end - 1] in " .,;:([":
        end -= 1
    text = " ".join(raw[start:end].split())
    return Name(literal=text, span=Span(start, end)) if text else None
