"""Document -> Document: blocks named, notes and reference lists found, byline and language read."""

from .analysis import analyse

__all__ = ["analyse"]
