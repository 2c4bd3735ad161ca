"""
Text -> Reference.

    parse(raw)            one reference string
    entries(document)     the reference list(s) of a document, split into entries and parsed
"""

from .interface import entries, parse

__all__ = ["entries", "parse"]
