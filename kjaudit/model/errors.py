"""
Every exception kjaudit raises on purpose.

    KjauditError            has a message fit to show a reviewer
      ReadError             a file could not be read as a document
      RegistryError         a registry answered badly
        RegistryUnavailable   ... or not at all; the audit goes on without it
      StoreError            the project file could not be opened or written
      SettingsError         a setting is not one of those it can be
    Cancelled               the reviewer pressed cancel; not an error

Messages are one sentence that names the file and what to do, in plain words.
"""

from __future__ import annotations


class KjauditError(Exception):
    """Base of the errors shown to the reviewer; `str(error)` is the message, in English."""

    @property
    def sentence(self) -> str:
        """The message as it was said: what was made by `say` can be put into another language."""
        return self.args[0] if self.args and isinstance(self.args[0], str) else str(self)


class ReadError(KjauditError):
    """A file could not be read as a document."""


class RegistryError(KjauditError):
    """A registry answered, but not in a way that can be used."""


class RegistryUnavailable(RegistryError):  # noqa: N818  the word the outcome has
    """A registry did not answer; the audit goes on without it."""


class StoreError(KjauditError):
    """The project file could not be opened or written."""


class SettingsError(KjauditError):
    """A setting has a value it cannot have."""


class Cancelled(Exception):  # noqa: N818  a decision of the reviewer, not an error
    """Raised by `Progress.step` once the reviewer has cancelled."""
