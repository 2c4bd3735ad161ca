"""
Text -> Reference.

    parse(raw)            one reference string
    parse_list(strings)   the entries of a list, one a string
    entries(document)     the reference list(s) of a document, split into entries and parsed
"""

from .interface import entries, parse, parse_list

__all__ = ["entries", "parse", "parse_list"]
