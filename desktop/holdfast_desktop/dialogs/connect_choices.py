"""What the dialog that adds a site by its address is told and tells: stored accounts, how to sign in, the sites that were chosen."""

from __future__ import annotations

from dataclasses import dataclass
from dataclasses import field as data_field
from typing import Protocol


class KnownAccount(Protocol):
    """A stored credential; the door's AccountView is one."""

    @property
    def name(self) -> str: ...
    @property
    def system(self) -> str: ...
    @property
    def user(self) -> str: ...
    @property
    def url(self) -> str: ...


@dataclass(frozen=True)
class SignInChoice:
    """How to sign in: a stored `account`, or a `way` with what it needs."""

    system: str
    url: str
    way: str
    account: str = ""
    user: str = ""
    secret: str = data_field(default="", repr=False)
    code: str = data_field(default="", repr=False)
    """Of a second factor."""
    allow_http: bool = False


@dataclass(frozen=True)
class NewServiceSite:
    name: str
    sign_in: SignInChoice
    install: str = ""
    emails: tuple[str, ...] = ()
