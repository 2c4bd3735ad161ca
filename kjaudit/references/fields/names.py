"""
A stretch of authors, editors or translators -> names in parts.

Handles "Family, G.", "G. Family", "Family G", "FAMILY Given", "Family (G.)", chains of each, "Family, Given, Given
Family and Given Family", particles, suffixes, organisations and "et al.".
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from kjaudit.model import Name, Span
from kjaudit.references.keywords import KEYWORDS

from .name_parts import REGISTERED, Item, given_weight, is_organisation, read_name, stretch
from .name_stretches import stretches

_ROLE = (
    r"(?:edd?s?|edrs?|editors?|edited|hrsgg?|hgg?|ред|под ред|сост|szerk|tradução|ubersetzt|"
    r"aus dem \w+|traduit de l[’']\w+|trad\. it|състав|opr|hersg|"
    r"herausgeber(?:in|innen)?|herausgegeben|éds?|édit(?:eurs?|é)?|dirs?|coords?|orgs?|comps?|"
    r"compilers?|compiled|bearb|red|curatori?|trans|transl|translat(?:ed|ors?)|übers|übersetzt|"
    r"übersetzung|trad|traduit|traducido|tradotto|traduzione|traducción|introd|introduction|"
    r"introduced|foreword|afterword|unter mitarb(?:eit)?|sous la dir(?:ection)?|"
    r"bajo la dir(?:ección)?|a\s?c(?:ura)?|gen)"
)
_BRACKETED_ROLE = re.compile(
    rf"[(\[]\s*(?:[^\W\d_]{{1,12}}\.?\s+)?{_ROLE}(?![^\W\d_])[^()\[\]]{{0,40}}[)\]]", re.IGNORECASE
)
_LEADING_ROLE = re.compile(
    r"\s*(?:(?:in|dans|en|em|aus)\s*:\s*|(?:in|dans)\s+)?"
    rf"(?:{_ROLE}\b[\s.:]*(?:(?:and|und|u|et|e|&|with)\b[\s.]*)?){{0,4}}"
    rf"(?:(?<=[\s.])(?:by|von|v|par|por|de|di|da|durch)\b[\s.:]*|d['’])?",
    re.IGNORECASE,
)
_LEADING_IN = re.compile(r"\s*(?:(?:in|dans|en|em|aus|в)\s*:\s*|(?:in|dans)\s+(?=[^\W\d_]))", re.IGNORECASE)
_HAS_ROLE = re.compile(
    rf"\s*(?:(?:in|dans|en|em|aus)\b\s*:?\s*)?{_ROLE}\b(?:\s*\.|\s+(?:by|von|v|par|por|de|di|and|u)\b|\s*&)",
    re.IGNORECASE,
)
_BY = re.compile(
    r"\s*(?:by|(?:personal |author['’]s )?interview (?:with|by)|gespräch mit|entretien avec|intervista (?:a|con))\s+",
    re.IGNORECASE,
)
_TRAILING_ROLE = re.compile(
    rf"[\s,;(\[]*(?:(?:general|gen|series|as|hauptverantwortliche)\s*\.?\s*)?(?<![^\W\d_]){_ROLE}\b[\s.,;:)\]]*$",
    re.IGNORECASE,
)
_ONLY_ROLE = re.compile(rf"[\s.,;:()\[\]]*(?:{_ROLE}[\s.,;:()\[\]]*){{0,3}}", re.IGNORECASE)
_OTHERS = re.compile(
    r"\bet\s*\.?\s*al(?:ii|iae|ia)?\b\.?|\betal\b\.?|(?-i:\bu\s?\.\s?a\b\s?\.?)(?=\s|$|[,;:)])|\betc\b\.?"
    r"|\b(?:and\s+others|und\s+andere|y\s+otros|et?\s+altri|et\s+autres|e\s+outros|a\s+kol)\b\.?"
    r"|(?:외(?:\s*\d+\s*[인명])?|ほか|他)(?=\s|$|[,.、])|(?<=& )al\.",
    re.IGNORECASE,
)


_SAME_PERSON = frozenset(("ders", "dies", "derselbe", "dieselbe", "idem"))
"""What stands for the author among the editors of a German or Latin entry."""

_OTHERS_HINTS = (
    "etal",
    " al",
    ".al",
    "u.",
    "u .",
    "others",
    "andere",
    "otros",
    "autres",
    "outros",
    "etc",
    "kol",
    "외",
    "ほか",
    "他",
)
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Names:
    """The names in their order; `others`: the print says "et al."."""

    names: tuple[Name, ...] = ()
    others: bool = False


def names(raw: str, start: int, end: int) -> Names:
    """Read the names in `raw[start:end]`; their spans index into `raw`."""
    start, end = _without_roles(raw, start, end)
    if _ONLY_ROLE.fullmatch(raw, start, end):
        return Names()
    others = _OTHERS.search(raw, start, end) if _may_have_others(raw[start:end]) else None
    if others and not raw[others.end() : end].strip(" .,;:()[]"):
        end = start + len(raw[start : others.start()].rstrip(" ,;(["))
    if is_organisation(raw[start:end]):
        whole = _literal(raw, start, end)
        return Names((whole,) if whole else (), bool(others))
    bracketed = "(" in raw[start:end] or "[" in raw[start:end]
    ignored = [match.span() for match in _BRACKETED_ROLE.finditer(raw, start, end)] if bracketed else []
    ignored += [match.span() for match in _OTHERS.finditer(raw, start, end)] if others else []
    groups = stretches(raw, start, end, ignored)
    items = [item for group in groups for item in group]
    votes = [item.given_first for item in items]
    family_first = _stands_first(votes)
    listed = any(vote > 0 for vote in votes) or any(_given_first_for_sure(item) for item in items)
    found: list[Name] = []
    bare = len(groups) > 1 and len(groups[-1]) == 1 and groups[-1][0].one_family and not groups[-1][0].complete
    for group in groups:
        found += _people(group, family_first=family_first, listed=listed, bare=bare)
    return Names(tuple(found), bool(others))


def _without_roles(raw: str, start: int, end: int) -> tuple[int, int]:
    """Leave out "edited by" before the names and "(Hg.)", ", eds." after them."""
    lead = (
        _LEADING_ROLE.match(raw, start, end) if _HAS_ROLE.match(raw, start, end) else _LEADING_IN.match(raw, start, end)
    )
    lead = lead or _BY.match(raw, start, end)
    if lead and lead.end() < end:
        start = lead.end()
    closing = raw[max(start, end - 3) : end]
    for match in _BRACKETED_ROLE.finditer(raw, start, end) if ")" in closing or "]" in closing else ():
        if not raw[match.end() : end].strip(" .,;:"):
            end = match.start()
    for _ in range(2 if _may_end_in_role(raw[max(start, end - 40) : end]) else 0):
        tail = _TRAILING_ROLE.search(raw, max(start, end - 40), end)
        if tail and tail.start() > start:
            end = tail.start()
    return start, end


def _may_have_others(text: str) -> bool:
    """Whether a look for "et al." is worth its time."""
    low = text.casefold()
    return any(hint in low for hint in _OTHERS_HINTS)


def _may_end_in_role(tail: str) -> bool:
    """Whether a look for ", eds." is worth its time: one of the last words marks editors or translators."""
    words = _WORD.findall(tail.casefold())[-4:]
    return any(
        "ed" in key or "trans" in key or word in ("ред", "cura", "gen")
        for word in words
        for key in (KEYWORDS.get(word, ()),)
    )


def _stands_first(votes: list[int]) -> bool:
    """Whether the list prints family names first without a comma ("Forsé Michel, Parodi Maxime"): a vote a stretch."""
    against = sum(vote < 0 for vote in votes)
    return against > 0 and sum(votes) < -1 and (against > 1 or len(votes) == 1)


def _given_first_for_sure(item: Item) -> bool:
    """Whether initials stand before or inside the name: "J. Smith", "Warren R. Greiff"."""
    initials = [index for index, word in enumerate(item.words) if word.initial]
    return bool(initials) and item.words[-1].solid


def _people(items: list[Item], *, family_first: bool, listed: bool, bare: bool = False) -> list[Name]:
    """
    Pair "Family, Given" stretches and read the others as whole names.

    Where the last of a list is `bare`, a family name alone, so are the others: "Dawson, Henderson and Lee".
    """
    items = _unchained(items)
    whole, paired = _whole_from(items), _all_paired(items)
    found: list[Name] = []
    index = 0
    while index < len(items):
        item = items[index]
        after = items[index + 1] if index + 1 < len(items) else None
        if after and index < whole and (paired or _is_pair(items, index, family_first=family_first)):
            if bare and not after.words[0].initial and given_weight(after.words[0].text) <= 0:
                found.append(read_name(item, family_first=family_first, listed=listed))
                index += 1
                continue
            found.append(Name(family=item.text, given=after.text, span=Span(item.span.start, after.span.end)))
            index += 2
            continue
        if item.is_suffix and found:
            found[-1] = _with_suffix(found[-1], item)
        else:
            found.append(read_name(item, family_first=family_first, listed=listed))
        index += 1
    return [name for name in found if str(name) and name.family.rstrip(".").casefold() not in _SAME_PERSON]


def _whole_from(items: list[Item]) -> int:
    """
    Return the index from which on every stretch is a whole name: "Ji, Wenlan, Weiwei Li, Jia Hu, Brian Hansen".

    Two whole names alone may also be one: "García Márquez, Gabriel José".
    """
    index = len(items)
    while index and len(items[index - 1].words) > 1 and items[index - 1].solid:
        if items[index - 1].words[0].is_particle or items[index - 1].words[-1].initial:
            break
        index -= 1
    most = len(items) - index
    return index if most > 2 or (index and most == 2) else len(items)


def _all_paired(items: list[Item]) -> bool:
    """Whether the list is "Family, Given" throughout: "Long, John H., Pabst, D. Ann, Shepherd, William R."."""
    families, given = items[::2], items[1::2]
    return (
        len(items) > 2
        and len(families) == len(given)
        and all(len(item.words) == 1 and item.solid and not item.complete for item in families)
        and not any(item.is_suffix for item in given)
        and any(item.words[0].initial and item.solid for item in given)
        and sum(len(item.words) > 1 for item in given) * 2 > len(given)
    )


def _is_pair(items: list[Item], index: int, *, family_first: bool) -> bool:
    """Whether the stretch at `index` is a family name whose given names stand in the next."""
    item, after = items[index], items[index + 1]
    if item.complete or not item.solid or after.is_suffix or len(item.solid) > 3:
        return False
    if after.only_initials:
        return True
    if item.one_family:
        return _may_be_given(after, alone=len(items) == 2, first=index == 0)
    # Two words, then one or more: "García Márquez, Gabriel" or "Sami Moisio, Anssi Paasi".
    first_word = given_weight(item.solid[0].text)
    if len(after.solid) == 1 and len(item.solid) == 2:
        return len(items) % 2 == 0 and index % 2 == 0 and (given_weight(after.solid[0].text) > 0 or first_word <= 0)
    if family_first or len(item.solid) > 2 or after.complete:
        return False
    return first_word < 0 and given_weight(after.solid[0].text) > 0 and after.given_first >= 0


def _may_be_given(after: Item, *, alone: bool, first: bool) -> bool:
    """Whether `after` may be the given names of a family name of one word before it."""
    if after.words[0].initial and after.solid:
        return alone or first
    return len(after.solid) <= 3


def _unchained(items: list[Item]) -> list[Item]:
    """Cut "Ferguson, JN. Aldag, JM. Insel, TR." into its names: each stretch is initials, then the next family name."""
    middle = items[1:-1]
    chained = (
        len(items) > 2
        and items[0].solid
        and not any(word.initial for word in items[0].words)
        and items[-1].only_initials
        and all(item.words[0].initial and item.solid and not item.words[-1].initial for item in middle)
        and any(item.words[0].dot or len(item.words[0].text) > 1 for item in middle)
    )
    if not chained:
        return items
    result = [items[0]]
    for item in middle:
        cut = next(index for index, word in enumerate(item.words) if not word.initial)
        result += [stretch(item.raw, item.words[:cut]), stretch(item.raw, item.words[cut:])]
    return [*result, items[-1]]


def _with_suffix(name: Name, suffix: Item) -> Name:
    start = name.span.start if name.span else suffix.span.start
    return replace(name, suffix=suffix.text, span=Span(start, suffix.span.end))


def _literal(raw: str, start: int, end: int) -> Name | None:
    while start < end and raw[start] in " .,;:()[]*_":
        start += 1
    while end > start and raw[end - 1] in " .,;:([*_-–—":
        end -= 1
    if REGISTERED.search(raw, start, end) and raw[end : end + 1] == ".":
        end += 1
    text = " ".join(raw[start:end].split())
    return Name(literal=text, span=Span(start, end)) if text else None
