"""What a restore is about, and what was chosen: plain records for the steps of the dialog."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal

from holdfast.records import PARTS

Target = Literal["folder", "copy", "staging", "live"]
TARGETS: tuple[Target, ...] = ("folder", "copy", "staging", "live")


@dataclass(frozen=True)
class RestoreFacts:
    """What is known of the site before anything is chosen."""

    site: str
    host: str
    """What has to be typed before the live site is changed."""
    live_path: str = ""
    """The folder of a site of this computer."""
    has_service: bool = False
    """The site restores itself, through its service."""
    parts: Sequence[str] = PARTS
    """What can be restored by itself; empty: a backup comes back as a whole."""
    fields: Sequence[Mapping[str, Any]] = ()
    """Options of the service."""
    confirms: bool = True
    """The service says whether a restore went well."""
    can_save_before: bool = True
    """A safety backup can be made before."""
    password_made: datetime | None = None
    """Since when the password that signs in exists, where it is known."""


@dataclass(frozen=True)
class RestoreChoice:
    """What the user chose. `to` None = over the live site, or (with `target` staging) where its service puts it; `paths` and `only`
    empty = everything."""

    backup: str
    to: str | None = None
    only: tuple[str, ...] = ()
    paths: tuple[str, ...] = ()
    overwrite: str = "changed"
    delete: bool = False
    safety_backup: bool = True
    target: Target = "live"
    database: str = ""
    """An address of a database to load into, for a test copy."""
    database_secret: str = field(default="", repr=False)
    options: Mapping[str, Any] = field(default_factory=dict)
