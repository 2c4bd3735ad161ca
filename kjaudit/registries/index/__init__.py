"""The local index of records: `build` writes it, `LocalIndex` reads it. Opens no socket."""

from .build import Built, build
from .local import LocalIndex
from .sources import files_of, records

__all__ = ["Built", "LocalIndex", "build", "files_of", "records"]
