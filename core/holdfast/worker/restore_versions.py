"""What of a live WordPress is newer than in a backup: itself, its plugins, its themes. A restore would set them back.

A plugin tells its version in the head of one of its files, a theme in the head of its style.css, as WordPress reads them: the first
8 KiB (`get_file_data` in wp-includes/functions.php). Only what the restore would write is looked at in the backup.
"""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from holdfast.cancellation import Cancellation
from holdfast.engine.browse import read_file
from holdfast.errors import HoldfastError
from holdfast.sources.wordpress import WordPressSite, recognise
from holdfast.worker.contents import strip_of

if TYPE_CHECKING:
    from holdfast.repository.repository import Repository
    from holdfast.repository.snapshots import Snapshot

_HEAD = 8 << 10
_MOST = 200
"""So many plugins and so many themes are looked at."""
_CORE = re.compile(rb"^\s*\$wp_version\s*=\s*['\"]([^'\"]{1,40})['\"]", re.MULTILINE)
_VERSION = re.compile(rb"^[ \t/*#@<?php]*Version:[ \t]*(\S{1,40})", re.MULTILINE | re.IGNORECASE)
_NAME = re.compile(rb"^[ \t/*#@<?php]*(?:Plugin|Theme) Name:[ \t]*(.{1,120}?)[ \t]*(?:\*/|\?>|$)", re.MULTILINE | re.IGNORECASE)


def newer_on_site(
    live: Path, repository: Repository, snapshot: Snapshot, written: Collection[bytes], cancelled: Cancellation
) -> list[dict[str, Any]]:
    """[{"kind": core, plugin or theme, "name", "now": its version on the site, "backup": the one in the backup}]; only what is newer on
    the site and goes: the file that tells its version is among `written`, the paths below `live` that the restore writes. Empty for a
    folder that is no WordPress, or where the backup cannot tell."""
    site = recognise(live)
    if site is None:
        return []
    inside = _InBackup(repository, snapshot, site.root, written, cancelled)
    found = []
    for kind, name, file, version in _told(site):
        cancelled.check()
        before = _core_version(inside.head(file)) if kind == "core" else _version(inside.head(file))
        if before and version and version_key(version) > version_key(before):
            found.append({"kind": kind, "name": name, "now": version, "backup": before})
    return found


def version_key(version: str) -> tuple[tuple[int, int, str], ...]:
    """Orders versions as PHP's version_compare does where it matters: numbers by value, and ``1.0-beta`` before ``1.0``."""
    rank = {"dev": -5, "alpha": -4, "a": -4, "beta": -3, "b": -3, "rc": -2}
    pieces = re.findall(r"\d+|[a-zA-Z]+", version)
    head = next((place for place, piece in enumerate(pieces) if not piece.isdigit()), len(pieces))
    end = head
    while end and not int(pieces[end - 1]):
        end -= 1  # 1.0 is 1
    keys = [(1, int(piece), "") if piece.isdigit() else (0, rank.get(piece.lower(), -6), piece) for piece in pieces[:end] + pieces[head:]]
    return (*keys, (0, 0, ""))


def _told(site: WordPressSite) -> Iterator[tuple[str, str, Path, str]]:
    """(kind, name, the file that tells its version, version) of what the live site has."""
    yield "core", "WordPress", site.core / "wp-includes" / "version.php", site.version
    for place in _entries(site.plugins):
        files = [one for one in _entries(place) if one.suffix == ".php"] if place.is_dir() else [place]
        for file in files:
            head = _head_of(file)
            if name := _NAME.search(head):
                yield "plugin", name[1].decode(errors="replace"), file, _version(head)
                break
    for place in _entries(site.themes):
        head = _head_of(place / "style.css")
        if name := _NAME.search(head):
            yield "theme", name[1].decode(errors="replace"), place / "style.css", _version(head)


def _entries(folder: Path) -> list[Path]:
    try:
        return sorted(folder.iterdir())[:_MOST]
    except OSError:
        return []


def _head_of(file: Path) -> bytes:
    if not file.is_file():
        return b""  # opening a named pipe would wait for somebody who writes
    try:
        with file.open("rb") as opened:
            return opened.read(_HEAD)
    except OSError:
        return b""


def _version(head: bytes) -> str:
    found = _VERSION.search(head)
    return found[1].decode(errors="replace") if found else ""


def _core_version(head: bytes) -> str:
    found = _CORE.search(head)
    return found[1].decode(errors="replace") if found else ""


class _InBackup:
    """Files of a backup by their place in the live site; what is not `written` there is not read."""

    def __init__(self, repository: Repository, snapshot: Snapshot, root: Path, written: Collection[bytes], cancelled: Cancellation) -> None:
        self._repository, self._snapshot, self._root, self._cancelled = repository, snapshot, root, cancelled
        self._written = written

    def head(self, file: Path) -> bytes:
        """The first 8 KiB of the backup's version of `file`; empty when that is not to be written."""
        place = os.fsencode(Path(os.path.relpath(file, self._root)).as_posix())
        if place not in self._written:
            return b""
        path = b"/".join((b"", os.fsencode(strip_of(self._snapshot)).strip(b"/"), place)).replace(b"//", b"/")
        try:
            return next(read_file(self._repository, self._snapshot, path, self._cancelled), b"")[:_HEAD]
        except (HoldfastError, OSError):
            return b""
