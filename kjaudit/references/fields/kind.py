"""The type of a work, from the fields that were read."""

from __future__ import annotations

import re

from kjaudit.model import Reference, WorkType
from kjaudit.references.tokens import LONGEST

_PROCEEDINGS = re.compile(
    r"\b(?:proceedings|proc\.|conference|symposium|workshop|congress|meeting|tagung|kongress"
    r"|actes d[ue]s? (?:colloque|congrès|journées)|atti del (?:convegno|congresso))"
    r"|학술대회|大会|シンポジウム",
    re.IGNORECASE,
)
_NOT_CONFERENCE = re.compile(
    r"\bproc(?:eedings|\.)\s+(?:of\s+the\s+)?(?:natl?|national acad|roy|r\.|ieee\b(?!\s+\w*\s*conf)|soc)", re.IGNORECASE
)
_THESIS = re.compile(
    r"thesis|dissertation|\bdiss\b|doctora|habilitation|\bph\.?\s?d|magisterarbeit|diplomarbeit|tesis|tese\b|tesi\b"
    r"|thèse|학위논문|修士論文|博士論文|学位論文",
    re.IGNORECASE,
)
_REPORT = re.compile(
    r"report|technical|working paper|discussion paper|arbeitspapier|memo|rapport|informe|보고서|報告書", re.IGNORECASE
)
_NEWSPAPER = re.compile(
    r"\b(?:times|zeitung|newspaper|herald|tribune|guardian|le monde|el país|la repubblica|corriere|der spiegel|post"
    r"|daily|gazette|news)\b|신문|일보|新聞|日報",
    re.IGNORECASE,
)


_INTERVIEW = re.compile(
    r"\W*(?:(?:personal|author['’]s) )?"
    r"(?:interview (?:with|by)|gespräch mit|entretien avec|intervista (?:a|con)|entrevista (?:a|con))\b",
    re.IGNORECASE,
)
_JUDGMENT = re.compile(r"\b(?:Urt(?:eil|\.)|Beschl(?:uss|\.)|judgment|arrêt)\s+(?:v(?:om|\.)|of|du)\s+\d")


def kind_of(reference: Reference) -> WorkType:
    """Return the type of the work that `reference` describes; DOCUMENT where its fields do not tell."""
    genre = reference.genre.value if reference.genre else ""
    if _THESIS.search(genre):
        return WorkType.THESIS
    if _INTERVIEW.match(reference.raw):
        return WorkType.INTERVIEW
    if _JUDGMENT.search(reference.raw, 0, LONGEST):
        return WorkType.LEGAL_CASE
    if reference.container_title:
        return _in_container(reference, reference.container_title.value)
    return _alone(reference, genre)


def _alone(reference: Reference, genre: str) -> WorkType:
    title = reference.title.value if reference.title else ""
    if _REPORT.search(genre) or (_REPORT.search(title) and not reference.publisher_place):
        return WorkType.REPORT
    if reference.publisher or reference.publisher_place or reference.edition or reference.isbn:
        return WorkType.BOOK
    if reference.url:
        return WorkType.WEBPAGE
    # An organisation that prints neither publisher nor place publishes its own report.
    return WorkType.REPORT if title and any(name.literal for name in reference.authors) else WorkType.DOCUMENT


def _in_container(reference: Reference, container: str) -> WorkType:
    if _PROCEEDINGS.search(container) and not _NOT_CONFERENCE.search(container):
        return WorkType.PAPER_CONFERENCE
    if _NEWSPAPER.search(container) and not reference.volume:
        return WorkType.ARTICLE_NEWSPAPER
    if reference.editors or reference.publisher or (reference.publisher_place and not reference.volume):
        return WorkType.CHAPTER
    return WorkType.ARTICLE_JOURNAL
