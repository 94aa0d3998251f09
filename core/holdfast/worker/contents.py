"""What the verbs that read a backup share: the chosen snapshot, the site's folder in it, its parts, its database dump."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from holdfast.cancellation import Cancellation
from holdfast.engine.browse import list_folder, read_file
from holdfast.engine.restore_records import PartOf, Selection
from holdfast.errors import NotFound
from holdfast.sources.wordpress import WordPressSite, part_of, recognise
from holdfast.worker.describing import DUMPS, archive_key, site_path
from holdfast.worker.sites import WORDPRESS_PARTS
from holdfast.worker.texts import meant

if TYPE_CHECKING:
    from holdfast.repository.repository import Repository
    from holdfast.repository.snapshots import Snapshot

DATABASE = "database"


class Dump(msgspec.Struct, frozen=True):
    """The database in a backup. `sqlite`: the path of the copy; else `files`: the dump's files by name."""

    name: str
    files: dict[str, Callable[[], Iterator[bytes]]] = {}
    sqlite: str = ""


def strip_of(snapshot: Snapshot) -> str:
    """The site's folder in the backup; empty for a backup of several folders."""
    return site_path(snapshot)


def selection_of(paths: Sequence[str], only: Sequence[str]) -> Selection:
    return Selection(tuple(meant(path) for path in paths), tuple(only))


def part_finder(snapshot: Snapshot, only: Sequence[str], live: str = "") -> PartOf | None:
    """Tells to which part of the site a path belongs; None when no part of files is asked for.

    The site's present folder is asked where things lie; when it cannot tell (it is gone, or damaged), WordPress' usual places count.
    """
    if not any(part != DATABASE for part in only):
        return None
    if "files" in only:
        return lambda path: "files"
    site = recognise(Path(live)) if live else None
    if site is None and (archive_key(snapshot) or set(snapshot.our_tags.parts) & set(WORDPRESS_PARTS)):
        site = _usual(Path(live or strip_of(snapshot) or "/"))
    if site is None:
        return None
    found = site
    return lambda path: part_of(path, found)


def _usual(root: Path) -> WordPressSite:
    content = root / "wp-content"
    return WordPressSite(
        root=root, core=root, version="", content=content, plugins=content / "plugins", mu_plugins=content / "mu-plugins",
        themes=content / "themes", uploads=content / "uploads",
    )  # fmt: skip


def find_dump(repository: Repository, snapshot: Snapshot, cancelled: Cancellation) -> Dump | None:
    """The database that was backed up with the site; None when there is none."""
    try:
        folders = list_folder(repository, snapshot, DUMPS)
    except NotFound:
        return None
    for folder in folders:
        inside = list_folder(repository, snapshot, folder.path)
        if folder.name == "sqlite":
            copies = [one for one in inside if one.kind == "file"]
            if copies:
                return Dump(name=copies[0].name, sqlite=copies[0].path)
        elif inside:
            files = {one.name: _opener(repository, snapshot, one.path, cancelled) for one in inside if one.kind == "file"}
            return Dump(name=folder.name, files=files)
    return None


def _opener(repository: Repository, snapshot: Snapshot, path: str, cancelled: Cancellation) -> Callable[[], Iterator[bytes]]:
    return lambda: read_file(repository, snapshot, path, cancelled)


def folder_to_write(path: str) -> Path:
    return Path(os.path.abspath(path))
