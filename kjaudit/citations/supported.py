"""What a citation stands behind: its sentence, or the one before it, and the quotation that it closes."""

from __future__ import annotations

from bisect import bisect_right

from kjaudit.language.quotations import quotations
from kjaudit.language.sentences import sentences
from kjaudit.model import Document, Span

from .zones import Zone

_LINK = " \t\n\u00a0\u3000,.;:、，。(（[［"
_ALONE = 12
"""A sentence with no more than so many characters beside its citation says nothing itself: it is taken whole."""


class Supported:
    """Sentences and quotations of a document, block by block, split when first asked for."""

    def __init__(self, document: Document, zones: tuple[Zone, ...]) -> None:
        self.text = document.text
        self.blocks = sorted(zone.span for zone in zones if zone.note is None)
        self.split: dict[Span, tuple[list[Span], list[Span]]] = {}

    def claim(self, mark: Span) -> Span | None:
        """
        Return the sentence that the citation or note mark at `mark` stands in.

        Where the citation opens it, the sentence before, both together; `None` outside the running text.
        """
        block = self._block(mark)
        if block is None:
            return None
        spans, _ = self._parts(block)
        place = bisect_right(spans, Span(mark.start, 10**12)) - 1
        if place < 0:
            return None
        sentence = spans[place]
        beside = sentence.end - sentence.start - (mark.end - mark.start)
        opens = not self.text[sentence.start : mark.start].strip(_LINK)
        if place and opens:
            end = sentence.end if beside <= _ALONE else mark.end
            return Span(spans[place - 1].start, max(end, mark.end))
        return sentence

    def quotation(self, mark: Span) -> Span | None:
        """Return the quotation that ends right before `mark`, or `None`."""
        block = self._block(mark)
        if block is None:
            return None
        _, quoted = self._parts(block)
        place = bisect_right(quoted, Span(mark.start, mark.start)) - 1
        if place < 0:
            return None
        last = quoted[place]
        if last.end > mark.start or mark.start - last.end > 8:
            return None
        return last if not self.text[last.end : mark.start].strip(_LINK) else None

    def _block(self, mark: Span) -> Span | None:
        place = bisect_right(self.blocks, Span(mark.start, 10**12)) - 1
        if place < 0 or self.blocks[place].end < mark.start:
            return None
        return self.blocks[place]

    def _parts(self, block: Span) -> tuple[list[Span], list[Span]]:
        if block not in self.split:
            quoted = quotations(self.text, block.start, block.end)
            self.split[block] = (sentences(self.text, block.start, block.end, quoted=quoted), quoted)
        return self.split[block]
