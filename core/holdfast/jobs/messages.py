"""Requests and events: the language of the pipe between the program and a worker. Data only.

Down go one request, then perhaps `Cancel`; up come events, one JSON object a line. Secrets travel inside the request only. Times
are ISO 8601 UTC, sizes bytes; `Progressed` carries whole totals (see `holdfast.progress.Totals`).
"""

from __future__ import annotations

from typing import Any

import msgspec

from holdfast.errors import Failure
from holdfast.progress import Totals
from holdfast.secret import Secret, decode_secret, encode_secret


class RepositoryAccess(msgspec.Struct, frozen=True):
    """What a worker needs to open the repository of a storage."""

    location: str
    password: Secret
    name: str = ""
    """The user's name of the storage, for messages."""
    options: dict[str, Any] = {}
    secrets: dict[str, Secret] = {}


class SourceAccess(msgspec.Struct, frozen=True):
    """What a worker needs to read (or write back) a site of this machine."""

    site_id: str
    site_name: str
    path: str
    database: str = "auto"
    database_password: Secret | None = None
    excludes: tuple[str, ...] = ()
    presets: tuple[str, ...] = ()


class Request(msgspec.Struct, frozen=True, kw_only=True, tag_field="verb"):
    """Base of all requests; the verb modules of `holdfast.worker` each serve one subclass."""

    job: str
    cache: str = ""
    """The folder for the catalogue and caches; empty = none kept."""


class Event(msgspec.Struct, frozen=True, kw_only=True, tag_field="event"):
    job: str
    site: str = ""


class Started(Event, tag="started", frozen=True, kw_only=True):
    verb: str = ""


class Progressed(Event, tag="progressed", frozen=True, kw_only=True):
    """Field names are the terminal's contract (Progress). `percent` never goes back within a job."""

    phase: str = ""
    step: str = ""
    steps_done: int = 0
    steps_total: int = 1
    percent: float | None = None
    files_done: int = 0
    files_total: int | None = None
    bytes_done: int = 0
    bytes_total: int | None = None
    rate: float | None = None
    eta_seconds: float | None = None
    current: str = ""


class Noted(Event, tag="noted", frozen=True, kw_only=True):
    """A remark that becomes a warning of the job."""

    code: str
    message: str
    details: dict[str, Any] = {}


class Finished(Event, tag="finished", frozen=True, kw_only=True):
    outcome: str
    result: dict[str, Any] = {}
    warnings: tuple[str, ...] = ()
    failure: Failure | None = None


class Cancel(msgspec.Struct, frozen=True, tag_field="verb", tag="cancel"):
    job: str


AnyEvent = Started | Progressed | Noted | Finished

__all__ = [
    "AnyEvent", "Cancel", "Event", "Finished", "Noted", "Progressed", "RepositoryAccess", "Request", "SourceAccess", "Started", "Totals",
    "decode_secret", "encode_secret",
]  # fmt: skip
