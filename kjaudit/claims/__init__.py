"""
Document + Citations -> Claims.

    register(...)      statistics, quotations, attributions, assertions, each with its support
    provenance(...)    who, when, where from, what is missing
"""

from .interface import provenance, register, suggestions

__all__ = ["provenance", "register", "suggestions"]
