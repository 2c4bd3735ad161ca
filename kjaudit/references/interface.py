"""What the rest of kjaudit asks of the reference parser."""

from __future__ import annotations

from kjaudit.model import Document, Reference, Span

from .routing import parse_with_model


def parse(raw: str, *, key: str = "e1", span: Span | None = None) -> Reference:
    """
    Parse one reference string. Never raises.

    Args:
        raw: the string as printed; field spans index into it.
        key: `Reference.key`.
        span: where `raw` stands in a document; default: 0..len(raw).
    """
    return parse_with_model(raw, key, span or Span(0, len(raw)))


def entries(document: Document) -> tuple[Reference, ...]:
    """Split `document.reference_list` into entries and parse each; keys "e1", "e2", ... Never raises."""
    return ()
