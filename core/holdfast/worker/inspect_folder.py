"""Look at a folder as a backup would: what it is, which database it has, how large it is. Changes nothing."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Any

from holdfast.cancellation import Cancellation
from holdfast.errors import HoldfastError, NotFound
from holdfast.jobs.messages import InspectFolder
from holdfast.progress import Progress, Totals
from holdfast.sources.base import Skipped
from holdfast.sources.databases.opening import DatabaseReport, test_database
from holdfast.sources.excludes import Excluder
from holdfast.sources.folder import Folder, FolderSource
from holdfast.sources.wordpress import WordPressSite, part_of, recognise

GROUPS = ("caches", "backups", "logs", "development", "staging")
"""Presets of excludes whose worth is told."""


def run(request: InspectFolder, progress: Progress, cancelled: Cancellation) -> dict[str, Any]:
    """Result: the names of `holdfast.app.FolderFacts`."""
    source = request.source
    folder = Path(source.path)
    if not folder.is_dir():
        raise NotFound(f"There is no folder {folder}.", code="SOURCE-MISSING", hint="Is the disk mounted? Was the site moved?")
    wordpress = recognise(folder)
    warnings: list[str] = []
    report, reachable = _database(source.database, wordpress, folder, source.database_password, warnings)
    savings: dict[str, int] = {}
    files, size, parts = _measure(folder, Excluder(source.excludes, source.presets), wordpress, progress, cancelled, warnings, savings)
    return {
        **describe(folder, wordpress),
        "database": report.place
        if report is not None and report.kind != "sqlite"
        else f"sqlite:{report.place}"
        if report is not None
        else "none",
        "database_reachable": reachable,
        "files": files,
        "bytes": size,
        "parts": parts,
        "savings": savings,
        "warnings": warnings,
    }


def describe(folder: Path, wordpress: WordPressSite | None) -> dict[str, Any]:
    """What can be said without a look at the files."""
    return {
        "path": str(folder),
        "kind": "wordpress" if wordpress is not None else "folder",
        "suggested_name": _name(folder),
        "version": wordpress.version if wordpress is not None else "",
        "suggested_excludes": ["preset:wordpress"] if wordpress is not None else [],
    }


def _name(folder: Path) -> str:
    """A folder that only says "here are the files" is named by the one above it."""
    parts = [part for part in folder.parts if part not in {"public", "app", "public_html", "htdocs", "www", "web", "docroot", "/"}]
    return re.sub(r"[^\w.-]+", "-", parts[-1] if parts else "site").strip("-.") or "site"


def _database(
    setting: str, wordpress: WordPressSite | None, folder: Path, password: Any, warnings: list[str]
) -> tuple[DatabaseReport | None, bool | None]:
    try:
        report = test_database(setting, site=wordpress, folder=folder, password=password)
    except HoldfastError as error:
        warnings.append(f"{error.message} {error.hint}".strip())
        return None, False
    if report.kind == "none":
        return None, None
    warnings += [f"The database user lacks the right {right}." for right in report.missing_rights]
    warnings += report.remarks
    return report, True


def _measure(
    folder: Path,
    excluder: Excluder,
    wordpress: WordPressSite | None,
    progress: Progress,
    cancelled: Cancellation,
    warnings: list[str],
    savings: dict[str, int],
) -> tuple[int, int, dict[str, int]]:
    files = size = 0
    parts: dict[str, int] = {}
    skipped: list[Skipped] = []
    spared = _Savings(folder, savings)
    for found in FolderSource(folder, excluder).scan(skipped.append):
        cancelled.check()
        here = sum(status.st_size for _, status in found.files)
        files += len(found.files)
        size += here
        spared.add(found)
        progress.totals(Totals("scan", files_done=files, bytes_done=size))
        if wordpress is not None and found.files:
            for name, status in found.files:
                path = Path(found.path.decode(errors="surrogateescape")) / name.decode(errors="surrogateescape")
                part = part_of(str(path.relative_to(folder)), wordpress)
                parts[part] = parts.get(part, 0) + status.st_size
    if skipped:
        warnings.append(f"{len(skipped)} files or folders cannot be read; the first is {skipped[0].path}.")
    return files, size, parts


class _Savings:
    """What each preset would leave out, into `found`. Folders are told from above: what lies in a folder that goes, goes too."""

    def __init__(self, top: Path, found: dict[str, int]) -> None:
        self._length = len(os.fsencode(top)) + 1
        self._presets = {name: Excluder((), (name,)) for name in GROUPS}
        self._gone: dict[bytes, frozenset[str]] = {}
        self._found = found

    def add(self, folder: Folder) -> None:
        path = folder.path[self._length :]
        gone = self._of_folder(path)
        self._gone[path] = gone
        for name, status in folder.files:
            for preset in GROUPS:
                here = path + b"/" + name if path else name
                if preset in gone or self._presets[preset].excludes(here, name, False):
                    self._found[preset] = self._found.get(preset, 0) + status.st_size
                    break

    def _of_folder(self, path: bytes) -> frozenset[str]:
        if not path:
            return frozenset()
        above, _, name = path.rpartition(b"/")
        own = {preset for preset, excluder in self._presets.items() if excluder.excludes(path, name, True)}
        return self._gone.get(above, frozenset()) | own
