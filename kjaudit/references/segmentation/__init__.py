"""Reference list -> where each entry stands; and whose author a dash stands for."""

from .repeats import boundary_problems, repeat_mark, resolve_repeats
from .splitting import Piece, split

__all__ = ["Piece", "boundary_problems", "repeat_mark", "resolve_repeats", "split"]
