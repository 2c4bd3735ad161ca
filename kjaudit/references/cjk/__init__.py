"""Korean, Japanese and Chinese references, read by rules for what their journals print."""

from .parser import is_cjk_reference, parse

__all__ = ["is_cjk_reference", "parse"]
