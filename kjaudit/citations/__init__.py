"""
Document + References -> Citations and Links.

    resolve(document, references)    find every printed citation and link it
"""

from .interface import Resolved, resolve

__all__ = ["Resolved", "resolve"]
