"""What the finders hand to the linker."""

from __future__ import annotations

from dataclasses import dataclass

from kjaudit.model import CitationStyle, Cited, Note, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """
    One printed group, not yet linked.

    Attributes:
        span: of the group, into `Document.text`.
        style: how it points.
        works: the works it names, in printed order; never empty.
        note: the note it stands in.
        secondary: index of the source actually seen, see `Citation.secondary`.
        loose: not certain to be a citation: kept only if an entry answers it exactly.
        field_code: index into `Document.field_codes`.
    """

    span: Span
    style: CitationStyle
    works: tuple[Cited, ...]
    note: Note | None = None
    secondary: int | None = None
    loose: bool = False
    field_code: int | None = None
