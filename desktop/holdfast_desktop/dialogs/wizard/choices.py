"""What the wizard is told and what it tells: stored accounts, ways to sign in, the sites that were chosen and how they are backed up."""

from __future__ import annotations

from dataclasses import dataclass
from dataclasses import field as data_field
from typing import Any, Protocol

NEW_STORAGE, ON_SITE = "\0new", ""
"""Entries of the list of storages: one that is made on the way; none, the backups stay on the site."""
AUTO, NO_DATABASE, OTHER = "auto", "none", "other"
SHARED = frozenset({"wp-engine"})
"""Systems where one account has many sites and one address serves all: sites are ticked instead of typed."""


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


class KnownStorage(Protocol):
    """The door's StorageView is one."""

    @property
    def name(self) -> str: ...
    @property
    def location(self) -> str: ...


class Facts(Protocol):
    """What is known about a folder; the door's FolderFacts is one."""

    @property
    def path(self) -> str: ...
    @property
    def kind(self) -> str: ...
    @property
    def suggested_name(self) -> str: ...
    @property
    def version(self) -> str: ...
    @property
    def database(self) -> str: ...
    @property
    def database_reachable(self) -> bool | None: ...
    @property
    def files(self) -> int | None: ...
    @property
    def bytes(self) -> int | None: ...
    @property
    def parts(self) -> dict[str, int]: ...
    @property
    def savings(self) -> dict[str, int]: ...
    @property
    def program(self) -> str: ...
    @property
    def warnings(self) -> tuple[str, ...]: ...


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
class Place:
    """A folder or a bucket."""

    location: str
    options: dict[str, Any] = data_field(default_factory=dict)
    access_secret: str = data_field(default="", repr=False)


@dataclass(frozen=True)
class Timing:
    """When backups are made: the words of `Schedule`. All empty: only by hand."""

    every: str = ""
    cron: str = ""
    at: str = ""
    on: str = ""
    type: str = ""


@dataclass(frozen=True)
class Template:
    """How one site, or each of many, is backed up."""

    storage: str = ""
    timings: tuple[Timing, ...] = (Timing("daily"),)
    retention: str = "standard"
    presets: tuple[str, ...] | None = None
    """Of what is left out in folders; None: what is usual."""
    excludes: tuple[str, ...] = ()
    back_up_now: bool = True


@dataclass(frozen=True)
class NewSite:
    """One site that was chosen. `kind`: folder, service or archives."""

    name: str
    kind: str
    path: str = ""
    database: str = AUTO
    database_secret: str = data_field(default="", repr=False)
    sign_in: SignInChoice | None = None
    install: str = ""
    emails: tuple[str, ...] = ()
    place: Place | None = None


@dataclass(frozen=True)
class Wanted:
    """What the wizard ends with."""

    sites: tuple[NewSite, ...]
    template: Template


def is_folder(typed: str) -> bool:
    """Whether what was typed or pasted means a folder of this computer rather than an address."""
    text = typed.strip()
    drive = len(text) > 2 and text[0].isalpha() and text[1] == ":" and text[2] in "\\/"
    return text.startswith(("/", "~", "\\\\", "file:///")) or drive


def host_of(typed: str) -> str:
    """The name to propose for what was typed: its host without www."""
    rest = typed.strip().partition("://")[2] or typed.strip()
    return rest.split("/")[0].split("?")[0].rpartition("@")[2].split(":")[0].removeprefix("www.")


def free_name(name: str, taken: frozenset[str] | set[str]) -> str:
    """`name`, with a number when it is among `taken` (in small letters)."""
    free, number = name, 2
    while free and free.casefold() in taken:
        free, number = f"{name} {number}", number + 1
    return free
