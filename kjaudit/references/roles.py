"""Second thoughts on the labels: what the chain cannot see because it stands too far apart."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from .fields.name_parts import given_weight, is_organisation
from .fields.name_words import EAST_ASIAN_FAMILY
from .keywords import KEYWORDS
from .labeller import Segment
from .labels import Label
from .lexicon import TITLE, journals, roles

_BRACKETED_ROLE = re.compile(r"[(\[](?:eds?|edd|hrsgg?|hgg?|éds?|dirs?|coords?|a cura di)\.?[)\]]", re.IGNORECASE)
_EDITED_BY = re.compile(
    r"[.,]\s+((?:Eds?\.(?:\s+by)?|[Ee]dited by|(?:[Hh]rsg|[Hh]g)\.\s+v(?:on|\.)"
    r"|(?:ausgewählt|eingeleitet|herausgegeben)[^.,:;]{0,30}\svon|a cura di|[Éé]d\. par)\s+(?=[A-ZÀ-Þ]))"
)
_TRANSLATED_BY = re.compile(
    r"[.,]\s+((?:Trans\.(?:\s+by)?|[Tt]ranslated by|(?:[Üü]bers(?:etzt|\.)|Ubersetzt)\s+v(?:on|\.)"
    r"|[Tt]raduit (?:de [\w’' ]{3,20} )?par|[Tt]rad\. (?:it\. )?di|[Tt]raducción de|[Tt]radução de|[Aa]us dem \w+ von)"
    r"\s+(?=[A-ZÀ-Þ]))"
)
_MOST_WORDS_OF_NAMES = 9
_OPENS_CONTAINER = re.compile(r"\W*(?:in|dans|en|em)\b", re.IGNORECASE)
_WORD = re.compile(r"\w")
_LETTERS = re.compile(r"[^\W\d_]+")
_LEAST_WORDS, _DOUBTFUL, _UNSURE = 3, 0.6, 0.45
_EDITORIAL = re.compile(
    r"[(\[\s,](?:eds?|edd|hrsgg?|hgg?|éds?|editors?|herausgeber(?:in|innen)?|a cura di)\b\.?[\s)\],.:;]*\Z",
    re.IGNORECASE,
)
_ARTICLES = ("The ", "A ", "An ", "Die ", "Der ", "Das ", "Le ", "La ", "Les ", "El ", "Il ")
_ABBREVIATION = re.compile(r"\s[(\[][A-Z][A-Za-z]{1,9}[)\]]")
_AFTER_BODY = {Label.DATE, Label.PLACE, Label.PUBLISHER}
_BEFORE_DATE = (Label.TITLE, Label.BOOK, Label.PUBLISHER, Label.CONTAINER, Label.JOURNAL)
_ADJECTIVE = ("e", "er", "es", "en", "ische", "ique", "ale", "al")
_PEOPLE_NAMED, _PLACED = (
    {Label.AUTHOR, Label.EDITOR},
    {Label.PAGES, Label.VOLUME, Label.ISSUE, Label.URL, Label.IDENTIFIER},
)
_OWN, _AROUND = (Label.TITLE, Label.BOOK), (Label.JOURNAL, Label.CONTAINER)


def settled(raw: str, segments: Sequence[Segment]) -> list[Segment]:
    """
    Return `segments` with labels that agree with each other.

    A title after another title and its editors is the container; a container with an imprint, no "In" and no volume
    is a title that stands alone; a title and a title that stands alone which touch are one; where nothing is a title,
    the words after author and date are.
    """
    found = [item for item in _joined(segments) if item.label not in _AROUND or _WORD.search(raw, item.start, item.end)]
    found = [replace(item, label=Label.EDITOR) if _edited(raw, item) else item for item in found]
    found = _without_title_words(raw, _ended_by_role(raw, _with_people(raw, found)))
    found = _body_first(raw, _with_body(raw, _whole_titles(found)))
    labels = {item.label for item in found}
    own = [index for index, item in enumerate(found) if item.label in _OWN]
    around = [index for index, item in enumerate(found) if item.label in _AROUND]
    if not around and len(own) > 1:
        second = _contained(raw, found, own)
        if second is not None:
            found[second] = replace(found[second], label=Label.CONTAINER)
    elif not own and not around:
        untitled = _untitled(raw, found)
        if untitled is not None:
            found[untitled] = replace(found[untitled], label=Label.BOOK)
    elif (
        len(around) == 1
        and not own
        and (
            labels & {Label.PUBLISHER, Label.PLACE}
            or (labels & _PEOPLE_NAMED and not labels & _PLACED and not _abbreviated(raw, found[around[0]]))
        )
    ):
        alone = not labels & {Label.VOLUME, Label.ISSUE}
        if alone and not _OPENS_CONTAINER.match(raw, found[around[0]].start):
            found[around[0]] = replace(found[around[0]], label=Label.BOOK)
    return found


def _whole_titles(segments: list[Segment]) -> list[Segment]:
    """Join an imprint between date and title to the title: "(2020). Tourism Amid Tensions: Korea and Japan"."""
    found: list[Segment] = []
    for item in segments:
        last = found[-1] if found else None
        before = found[-2].label if len(found) > 1 else None
        imprint = last is not None and last.label in (Label.PUBLISHER, Label.PLACE)
        if last and imprint and before in (Label.DATE, Label.AUTHOR) and item.label in _OWN:
            found[-1] = replace(item, start=last.start, confidence=min(item.confidence, last.confidence))
        else:
            found.append(item)
    return found


def _with_body(raw: str, segments: list[Segment]) -> list[Segment]:
    """
    Take the organisation in front of a title as its author where the entry is nothing but these, an imprint and a date.

    "Sports and Tourism of Korea. Analysis Report on the Trends of the Cultural Industry, 2021." The author is marked as
    not sure.
    """
    if not segments or segments[0].label not in _OWN or {item.label for item in segments[1:]} - _AFTER_BODY:
        return segments
    title = segments[0]
    stop = raw.find(". ", title.start, title.end)
    words = _LETTERS.findall(raw, stop + 1, title.end) if stop > 0 else []
    if not is_organisation(raw[title.start : stop]) or any(char.isdigit() for char in raw[title.start : stop]):
        return segments
    name = _LETTERS.findall(raw, title.start, stop)
    dated = all(item.label is Label.DATE for item in segments[1:])
    capitals = sum(word[0].isupper() for word in name) * 3 >= 2 * len(name)
    if len(words) < _LEAST_WORDS or not (dated or (capitals and len(name) > _LEAST_WORDS)):
        return segments
    body = Segment(Label.AUTHOR, title.start, stop + 1, min(title.confidence, _UNSURE))
    return [body, replace(title, start=stop + 2), *segments[1:]]


def _body_first(raw: str, segments: list[Segment]) -> list[Segment]:
    """Take what stands before the date and the title as author: "World Health Organization [WHO]. (2020). Report"."""
    labels = [item.label for item in segments]
    if Label.AUTHOR in labels or len(labels) < 3 or labels[0] not in _BEFORE_DATE or labels[1] is not Label.DATE:
        return segments
    first = segments[0]
    name = _ABBREVIATION.sub("", raw[first.start : first.end])
    titled = name.startswith(_ARTICLES) and len(name.split()) > _LEAST_WORDS
    untitled = labels[2] is Label.PUBLISHER and not any(label in _OWN for label in labels)
    if (labels[2] not in _OWN and not untitled) or titled or not is_organisation(name):
        return segments
    return [replace(first, label=Label.AUTHOR), *segments[1:]]


def _edited(raw: str, item: Segment) -> bool:
    """Whether these authors are printed as editors: "(Hg.)", ", eds."."""
    return item.label is Label.AUTHOR and _EDITORIAL.search(raw, max(item.start, item.end - 20), item.end) is not None


def _with_people(raw: str, segments: list[Segment]) -> list[Segment]:
    """Cut "Ed. Susan Schreibman and Ray Siemens" and "Translated by X" off the end of a title, where none are read."""
    missing = [
        (label, words)
        for label, words in ((Label.EDITOR, _EDITED_BY), (Label.TRANSLATOR, _TRANSLATED_BY))
        if all(item.label is not label for item in segments)
    ]
    found: list[Segment] = []
    for item in segments:
        titled = item.label in _OWN or item.label in _AROUND
        cuts = [
            (match.start(1), label)
            for label, words in missing
            if titled and (match := words.search(raw, item.start, item.end))
        ]
        if len(cuts) == 1 and _only_names(raw[cuts[0][0] : item.end]):
            start, label = cuts[0]
            found += [replace(item, end=start), Segment(label, start, item.end, min(item.confidence, _DOUBTFUL))]
        else:
            found.append(item)
    return found


def _only_names(text: str) -> bool:
    words = _LETTERS.findall(text)
    capitals = sum(word[0].isupper() for word in words)
    return len(words) <= _MOST_WORDS_OF_NAMES and capitals * 2 >= len(words)


def _ended_by_role(raw: str, segments: list[Segment]) -> list[Segment]:
    """End editors at the bracket that says what they did: after "Pierre Nora (dir.)," the title begins."""
    found: list[Segment] = []
    for item in segments:
        people = item.label in (Label.AUTHOR, Label.EDITOR)
        role = _BRACKETED_ROLE.search(raw, item.start, item.end) if people else None
        rest = role.end() if role else item.end
        start = rest + len(raw[rest : item.end]) - len(raw[rest : item.end].lstrip(" .,:;"))
        if role and len(_LETTERS.findall(raw, start, item.end)) >= _LEAST_WORDS and ";" not in raw[start : item.end]:
            found.append(replace(item, label=Label.EDITOR, end=role.end()))
            found.append(Segment(Label.BOOK, start, item.end, min(item.confidence, _DOUBTFUL)))
        else:
            found.append(item)
    return _joined(found)


def _without_title_words(raw: str, segments: list[Segment]) -> list[Segment]:
    """
    Give the title back its first words: "Ute Frevert, Ehrenmänner. Das Duell" has one author.

    Only where the one name before the comma prints its given name first and the one word after it is no name.
    """
    first = next((index for index, item in enumerate(segments) if item.label is Label.AUTHOR), None)
    if first is None:
        return segments
    item = segments[first]
    comma = raw.find(",", item.start, item.end)
    head = _LETTERS.findall(raw, item.start, max(comma, item.start))
    head = head[1:] if head and "back" in KEYWORDS.get(head[0].casefold(), ()) else head
    tail = _LETTERS.findall(raw, comma + 1, item.end) if comma > 0 else []
    named = (
        len(head) > 1
        and (
            given_weight(head[0]) > 0
            or len(head[0]) == 1
            or f"{head[0]}." in raw[item.start : comma]
            or head[0].casefold() in EAST_ASIAN_FAMILY
        )
        and raw.count(",", comma + 1, item.end - 2) == 0
    )
    if not named or not tail or given_weight(tail[0]) or len(tail[0]) < _LEAST_WORDS:
        return segments
    after = segments[first + 1].label if first + 1 < len(segments) else None
    unnamed = raw[item.start : item.end].rstrip().endswith(".") and after in _OWN and _unknown(tail)
    if len(tail) > 2 or (len(tail) == 2 and not (unnamed or _in_titles(tail) or _no_given(tail[0]))):
        return segments
    start = comma + 1 + len(raw[comma + 1 : item.end]) - len(raw[comma + 1 : item.end].lstrip())
    title = Segment(Label.BOOK, start, item.end, min(item.confidence, _DOUBTFUL))
    if after in _OWN:
        title = replace(segments[first + 1], start=start)
        return [*segments[:first], replace(item, end=comma), title, *segments[first + 2 :]]
    return [*segments[:first], replace(item, end=comma), title, *segments[first + 1 :]]


def _unknown(words: list[str]) -> bool:
    """Whether these are an adjective, to judge by its ending, and a word that no record has as a name."""
    unknown = all(len(word) >= _LEAST_WORDS and not roles().get(word.casefold()) for word in words)
    return unknown and words[0].endswith(_ADJECTIVE)


def _no_given(word: str) -> bool:
    """Whether a word stands in titles, names of journals, presses or places, and never for a person."""
    letters = roles().get(word.casefold(), "").lower()
    return bool(letters) and not set(letters) & {"g", "f"}


def _in_titles(words: list[str]) -> bool:
    """Whether two words are rather of a title than a name: one is known from titles, neither from names."""
    known = [roles().get(word.casefold(), "") for word in words]
    return any(TITLE in letters.lower() for letters in known) and not any(given_weight(word) for word in words)


def _abbreviated(raw: str, item: Segment) -> bool:
    """Whether words of a journal's name are cut short, or the journal is a known one."""
    text = raw[item.start : item.end].strip(" .,;")
    return "." in text or "".join(_LETTERS.findall(text)).casefold() in journals()


def _untitled(raw: str, segments: list[Segment]) -> int | None:
    """Return the index of what must be the title of an entry without one: words right after the author or the date."""
    for index, item in enumerate(segments):
        follows = index == 0 or segments[index - 1].label in (Label.AUTHOR, Label.DATE, Label.NUMBER)
        words = len(_LETTERS.findall(raw, item.start, item.end))
        if follows and item.label in (Label.PUBLISHER, Label.NOTE, Label.GENRE) and words >= _LEAST_WORDS:
            return index if index and segments[0].label in (Label.AUTHOR, Label.NUMBER) else None
    return None


def _contained(raw: str, segments: list[Segment], own: list[int]) -> int | None:
    """Return the index of a title that must be the container: after other people, or opening with "In"."""
    for index in own[1:]:
        before = segments[index - 1]
        if before.label in (Label.EDITOR, Label.AUTHOR) or _OPENS_CONTAINER.match(raw, segments[index].start):
            return index
    return None


def _joined(segments: Sequence[Segment]) -> list[Segment]:
    """Join a title and a title that stands alone where they touch: the chain changed its mind inside one title."""
    found: list[Segment] = []
    for item in segments:
        last = found[-1] if found else None
        if last and item.label in _OWN and last.label in _OWN:
            sure = min(last.confidence, item.confidence)
            found[-1] = replace(last, end=item.end, confidence=sure)
        else:
            found.append(item)
    return found
