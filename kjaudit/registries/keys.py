"""The reviewer's keys, in the system keyring. Nothing here writes a file or a log line."""

from __future__ import annotations

from kjaudit.model import RegistryError

_SERVICE = "kjaudit"


class NoKeys:
    """`Keys` of nobody."""

    def get(self, service: str) -> str:
        """Return ""."""
        return ""


class SystemKeys:
    """`Keys` in the keyring of the system (Keychain, Credential Locker, Secret Service)."""

    def get(self, service: str) -> str:
        """Return the key for `service`, or "" where there is none, or no keyring."""
        import keyring
        from keyring.errors import KeyringError

        try:
            return (keyring.get_password(_SERVICE, service) or "").strip()
        except (KeyringError, RuntimeError, OSError):
            return ""

    def set(self, service: str, key: str) -> None:
        """
        Keep `key` for `service`; "" forgets it.

        Raises:
            RegistryError: the system has no keyring that can be written to.
        """
        import keyring
        from keyring.errors import KeyringError, PasswordDeleteError

        try:
            if key.strip():
                keyring.set_password(_SERVICE, service, key.strip())
            else:
                keyring.delete_password(_SERVICE, service)
        except PasswordDeleteError:
            return
        except (KeyringError, RuntimeError, OSError) as error:
            raise RegistryError("The system keyring could not be written; keys are kept nowhere else") from error
