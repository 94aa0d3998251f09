"""Secrets in the operating system's keyring, through the `keyring` library (reliability.md section 4 tells how it behaves).

Each secret is an item of its own: service ``holdfast`` (``holdfast <home id>`` for a home that the user named), user name
``<name of site or storage> · <purpose>``. Secrets longer than Windows takes are split over numbered items.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from holdfast.errors import Busy, Unsupported
from holdfast.secret import Secret
from holdfast.state.credentials.base import SecretName, locked

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

WINDOWS_LIMIT = 1200
"""Credential Manager takes 2,560 bytes and `keyring` writes UTF-16 (keyring#355)."""

_UNLOCK = "Unlock your password store (log in to the desktop), then try again."
_SPLIT = "\x1fholdfast parts "
"""Marks the first item of a split secret: followed by how many parts there are."""


def service_name(home_id: str, *, explicit: bool) -> str:
    """Homes that a user named keep their items apart from the usual one's."""
    return f"holdfast {home_id}" if explicit else "holdfast"


def usable_backend() -> KeyringBackend | None:
    """The system's keyring; None where there is none, or only one that keeps secrets in plain text. What the user configured for
    `keyring` goes first. Looks anew with each call: a desktop's session may have begun since the last."""
    import keyring.core
    from keyring.backend import KeyringBackend, get_all_keyring

    with _explained():
        configured = keyring.core.load_env() or keyring.core.load_config()
        if configured is not None:
            return configured if is_safe(type(configured)) else None
        get_all_keyring()  # loads the plug-ins; its answer is kept for the life of the process, so it is not used
        safe = [kind for kind in KeyringBackend.get_viable_backends() if is_safe(kind)]
        return max(safe, key=lambda kind: kind.priority)() if safe else None


def is_safe(backend: type[KeyringBackend]) -> bool:
    """Refuses by class: `keyring`'s fail and null backends, all of `keyrings.alt` (plain files, or a fixed key), and the chainer, which
    may hide one of these."""
    weak = ("keyring.backends.fail", "keyring.backends.null", "keyring.backends.chainer", "keyrings.alt")
    return not backend.__module__.startswith(weak) and not any(word in backend.__name__ for word in ("Plaintext", "Fail", "Null"))


class KeyringStore:
    """A `Credentials` in the system's keyring."""

    def __init__(self, backend: KeyringBackend, service: str, *, limit: int | None = None) -> None:
        self._backend = backend
        self._service = service
        self._limit = limit if limit is not None else (WINDOWS_LIMIT if sys.platform == "win32" else None)

    @property
    def description(self) -> str:
        return f"keyring ({getattr(self._backend, 'name', type(self._backend).__name__)})"

    def get(self, name: SecretName) -> Secret | None:
        value = self._read(name.title)
        return None if value is None else Secret(value)

    def put(self, name: SecretName, secret: Secret) -> None:
        self._write(name.title, secret.reveal())

    def rename(self, old: SecretName, new: SecretName) -> None:
        value = self._read(old.title)
        if value is None or old.title == new.title:
            return
        self._write(new.title, value)
        self._delete(old.title)

    def remove(self, name: SecretName) -> None:
        self._delete(name.title)

    # One value, split where the system has a limit.

    def _read(self, user: str) -> str | None:
        first = self._get_item(user)
        if first is None or not first.startswith(_SPLIT):
            return first
        parts = [self._get_item(_part(user, number)) for number in range(int(first.removeprefix(_SPLIT)))]
        return None if None in parts else "".join(part for part in parts if part is not None)

    def _write(self, user: str, value: str) -> None:
        stale = self._parts_of(user)
        if self._limit is None or len(value) <= self._limit:
            self._set_item(user, value)
            needed = 0
        else:
            pieces = [value[at : at + self._limit] for at in range(0, len(value), self._limit)]
            needed = len(pieces)
            for number, piece in enumerate(pieces):
                self._set_item(_part(user, number), piece)
            self._set_item(user, f"{_SPLIT}{needed}")
        for number in range(needed, stale):
            self._delete_item(_part(user, number))

    def _delete(self, user: str) -> None:
        for number in range(self._parts_of(user)):
            self._delete_item(_part(user, number))
        self._delete_item(user)

    def _parts_of(self, user: str) -> int:
        if self._limit is None:
            return 0
        first = self._get_item(user)
        return int(first.removeprefix(_SPLIT)) if first is not None and first.startswith(_SPLIT) else 0

    # Single calls, with the library's errors made ours.

    def _get_item(self, user: str) -> str | None:
        with _explained():
            return self._backend.get_password(self._service, user)

    def _set_item(self, user: str, value: str) -> None:
        with _explained():
            self._backend.set_password(self._service, user, value)

    def _delete_item(self, user: str) -> None:
        from keyring.errors import PasswordDeleteError

        with _explained():
            try:
                self._backend.delete_password(self._service, user)
            except PasswordDeleteError:
                pass  # it was not there


def _part(user: str, number: int) -> str:
    return f"{user} [{number + 1}]"


@contextmanager
def _explained() -> Iterator[None]:
    """Every way in which `keyring` fails, as one of ours. `NoKeyringError` is a RuntimeError too, and D-Bus libraries raise their own."""
    from keyring.errors import InitError, KeyringError, KeyringLocked, NoKeyringError

    try:
        yield
    except NoKeyringError as error:
        raise Unsupported(
            "This computer has no password store that Holdfast can use.", code="KEY-NONE", hint="Use a sealed file."
        ) from error
    except KeyringLocked as error:
        raise locked("Your password store is locked.", _UNLOCK) from error
    except InitError as error:
        raise locked("Your password store cannot be opened: nobody answered its prompt.", _UNLOCK) from error
    except (KeyringError, RuntimeError, OSError) as error:
        raise _unreachable(error) from error
    except Exception as error:
        if type(error).__module__.split(".")[0] in {"secretstorage", "jeepney", "win32ctypes", "pywintypes", "dbus"}:
            raise _unreachable(error) from error
        raise


def _unreachable(error: Exception) -> Busy:
    return locked(f"Your password store does not answer ({type(error).__name__}).", _UNLOCK)
