"""Citations in notes, in order: full mentions to entries, short forms to what was cited before."""

from __future__ import annotations

from dataclasses import replace

from kjaudit import references as parser
from kjaudit.matching import Work, of_reference
from kjaudit.model import (
    Certainty,
    Citation,
    CitationKind,
    Cited,
    Distance,
    Document,
    Link,
    Name,
    Penalty,
    Reference,
)

from .backlink import BackLinker
from .found import Found
from .memory import Memory, Mention
from .shelf import Shelf
from .worklink import WorkLinker

ITSELF = Distance(penalties=(Penalty(name="itself", value=0.0, weight=1.0),))
"""A work that a note names in full, in a document without a list, is its own entry."""


class NoteLinker:
    """Links the citations of notes one after the other; a document without a list gains an entry for each new work."""

    def __init__(
        self,
        document: Document,
        references: list[Reference],
        shelf: Shelf,
        names: dict[int, tuple[Name, ...]],
        by_work: WorkLinker,
    ) -> None:
        self.text = document.text
        self.references = references
        self.shelf = shelf
        self.names = names
        self.by_work = by_work
        self.has_list = bool(references) or bool(document.reference_list)
        self.memory = Memory()
        self.back = BackLinker(self.memory, shelf, names, document)
        self.full: set[str] = set()

    def link(self, key: str, group: Found) -> tuple[Citation, list[Link]]:
        """Return the citation that `group` is, its parts named for what they are, and one link a part."""
        works: list[Cited] = []
        links: list[Link] = []
        for at, cited in enumerate(group.works):
            done, link = self._one(key, at, cited, group)
            works.append(done)
            links.append(link)
        kind = works[0].kind if len(works) == 1 else CitationKind.MULTI
        citation = Citation(
            key=key,
            span=group.span,
            style=group.style,
            kind=kind,
            note=group.note.key if group.note else None,
            works=tuple(works),
            secondary=group.secondary,
            field_code=group.field_code,
        )
        return citation, links

    def saw(self, citation: Citation, links: list[Link]) -> None:
        """Remember a citation that is not of this style: an ibid. may lead back to it."""
        note = None
        named = [(link.reference, citation.works[link.work]) for link in links]
        self.memory.record(citation.key, note, named)

    def _one(self, key: str, at: int, cited: Cited, group: Found) -> tuple[Cited, Link]:
        if cited.kind is CitationKind.FULL:
            return self._full(key, at, cited, group)
        cited = self.back.retitled(cited)
        answer = self.back.answer(key, at, cited, group.note)
        if answer.seen is not None:
            self.memory.touch(answer.seen, key)
            self.memory.note(Mention(key, [answer.seen], group.note))
        else:
            self.memory.record(key, group.note, [(answer.link.reference, cited)])
        return cited, answer.link

    def _full(self, key: str, at: int, cited: Cited, group: Found) -> tuple[Cited, Link]:
        printed = cited.span.of(self.text)
        link = self.by_work.full(key, at, cited, printed)
        if link.certainty is not Certainty.SURE or link.distance.dearest():
            cited = self._understood(cited, parser.parse(printed, key="", span=cited.span))
            link = self.by_work.full(key, at, cited, printed)
        kind = CitationKind.FULL
        if link.reference is None and not self.has_list:
            link = self._entered(key, at, cited, group)
        elif link.reference in self.full:
            kind = CitationKind.FULL_AGAIN
        if link.reference is not None:
            self.full.add(link.reference)
        read = cited.parsed.authors if cited.parsed else ()
        every = dict.fromkeys((*read, *cited.names))
        self.memory.record(key, group.note, [(link.reference, replace(cited, kind=kind, names=tuple(every)))])
        title = cited.parsed.title.value if cited.parsed and cited.parsed.title else cited.title
        return replace(cited, kind=kind, names=read or cited.names, title=title), link

    def _understood(self, cited: Cited, parsed: Reference) -> Cited:
        """Complete what the finder saw by what the parser reads."""
        title = parsed.title.value if parsed.title else ""
        return replace(
            cited,
            names=cited.names or parsed.authors,
            others=cited.others or parsed.others,
            year=parsed.year or cited.year,
            title=cited.title or title,
            parsed=parsed,
        )

    def _entered(self, key: str, at: int, cited: Cited, group: Found) -> Link:
        number = len(self.references) + 1
        parsed = cited.parsed or parser.parse(cited.span.of(self.text), span=cited.span)
        reference = replace(parsed, key=f"e{number}", in_list=False, note=group.note.key if group.note else None)
        self.references.append(reference)
        entry = self.shelf.add(reference)
        self.names[entry.index] = reference.authors or reference.editors or cited.names
        self.by_work.works.append(_work(reference))
        return Link(citation=key, work=at, reference=reference.key, distance=ITSELF, certainty=Certainty.SURE)


def _work(reference: Reference) -> Work:
    return of_reference(reference)
