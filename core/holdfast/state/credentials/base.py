"""What a store of secrets must do, and how its items are named."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, Protocol

import msgspec

from holdfast.errors import Busy, NotFound
from holdfast.secret import Secret

Purpose = Literal["password", "database", "access secret", "sign-in", "webhook", "notify address", "notify secret"]
Ask = Callable[[str], "Secret | None"]
"""Asks a person for a passphrase; the text says for what. None = declined, or nobody is there."""


class SecretName(msgspec.Struct, frozen=True):
    """Names one secret of one record (a site, a storage or an account): by its `id` for programs, by its name for people who look
    into their keyring. Within one purpose names are unique, so a keyring needs no more than `title`; a rename moves the item."""

    id: str
    purpose: Purpose
    label: str

    @property
    def key(self) -> str:
        return f"{self.id}/{self.purpose}"

    @property
    def title(self) -> str:
        return f"{self.label} · {self.purpose}"


class Credentials(Protocol):
    """A store of secrets. Errors of all: Busy KEY-LOCKED when it is locked or cannot be reached."""

    @property
    def description(self) -> str:
        """Where secrets are, for people: ``keyring (SecretService)``, ``sealed file``."""

    def get(self, name: SecretName) -> Secret | None:
        """The secret; None when there is none."""

    def put(self, name: SecretName, secret: Secret) -> None:
        """Store, or replace."""

    def rename(self, old: SecretName, new: SecretName) -> None:
        """The record has another name now. Does nothing when there is no such secret."""

    def remove(self, name: SecretName) -> None:
        """Remove; one that is not there is no error."""


def need(store: Credentials, name: SecretName, *, whose: str) -> Secret:
    """The secret, or NotFound KEY-GONE with what to do."""
    found = store.get(name)
    if found is None:
        raise NotFound(
            f"The {name.purpose} of {whose} is missing from the {store.description}.",
            code="KEY-GONE",
            hint="Backups are unharmed. Enter it again (it is on the recovery kit).",
        )
    return found


def locked(what: str, hint: str) -> Busy:
    """The error of a store that is locked: jobs wait for it, they are not failed by it."""
    return Busy(what, code="KEY-LOCKED", hint=hint)
