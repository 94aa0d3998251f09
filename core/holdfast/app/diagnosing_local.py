"""What the doctor can see without opening anything: the program, its folders, its database, the disk. Blocking functions over `Paths`."""

from __future__ import annotations

import importlib.util
import os
import shutil
import sqlite3
import sys
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import Literal

import msgspec

from holdfast.errors import HoldfastError
from holdfast.state.home_lock import HomeLock
from holdfast.state.logs import CRASH_NAME
from holdfast.state.paths import Paths
from holdfast.state.schema import MIGRATIONS
from holdfast.state.settings import Settings

Outcome = Literal["ok", "warning", "failed", "unknown"]
LIBRARIES = {
    "apscheduler": "apscheduler", "boto3": "boto3", "cryptography": "cryptography", "httpx": "httpx", "keyring": "keyring",
    "msgspec": "msgspec", "numpy": "numpy", "platformdirs": "platformdirs", "wasmtime": "wasmtime", "zstandard": "zstandard",
}  # fmt: skip
"""Distribution -> module. `pyproject.toml` names the versions."""
OLDEST_PYTHON = (3, 11)
_SCARCE, _NONE = 2_000_000_000, 200_000_000


class Finding(msgspec.Struct, frozen=True):
    """One thing that was looked at. `check` names it for programs; `message` says it, `hint` what to do."""

    check: str
    outcome: Outcome
    message: str
    hint: str = ""
    subject: str = ""


def look_around(paths: Paths) -> list[Finding]:
    """All of it."""
    own = [python(), libraries(), *permissions(paths), *disks(paths)]
    return [*own, settings_file(paths), database(paths), *catalogues(paths), crashes(paths)]


def python() -> Finding:
    version = ".".join(str(part) for part in sys.version_info[:3])
    if sys.version_info < OLDEST_PYTHON:
        return Finding("python", "failed", f"Python {version} is too old.", "Holdfast needs Python 3.11 or newer.")
    return Finding("python", "ok", f"Python {version} with SQLite {sqlite3.sqlite_version}.")


def libraries() -> Finding:
    missing = [name for name, module in LIBRARIES.items() if importlib.util.find_spec(module) is None]
    if missing:
        return Finding("libraries", "failed", f"Libraries are missing: {', '.join(missing)}.", "Install Holdfast again.")
    return Finding("libraries", "ok", f"All {len(LIBRARIES)} libraries are there.")


def permissions(paths: Paths) -> Iterable[Finding]:
    """Can everything be written to, and by nobody else?"""
    folders = [folder for folder in dict.fromkeys((paths.config, paths.data, paths.cache, paths.logs)) if folder.exists()]
    closed = [folder for folder in folders if not os.access(folder, os.R_OK | os.W_OK | os.X_OK)]
    for folder in closed:
        yield Finding("permissions", "failed", f"{folder} cannot be written to.", f"chmod u+rwx '{folder}' (as its owner).")
    if os.name != "posix" or closed:
        return
    wrong = [path for folder in folders for path in (folder, *folder.iterdir()) if not path.is_symlink() and path.stat().st_mode & 0o077]
    if wrong:
        hint = f"chmod -R go-rwx '{wrong[0].parent if wrong[0].is_file() else wrong[0]}'"
        yield Finding("permissions", "warning", f"{len(wrong)} of Holdfast's files are open to others, like {wrong[0]}.", hint)
    else:
        yield Finding("permissions", "ok", "Holdfast's files are for you alone.")


def disks(paths: Paths) -> Iterable[Finding]:
    seen = set()
    for folder in (paths.data, paths.cache, paths.logs, paths.config):
        if not folder.exists() or (device := folder.stat().st_dev) in seen:
            continue
        seen.add(device)
        free = shutil.disk_usage(folder).free
        text = f"{free / 1e9:.1f} GB are free on the disk of {folder}."
        outcome: Outcome = "failed" if free < _NONE else "warning" if free < _SCARCE else "ok"
        yield Finding("disk", outcome, text, "" if outcome == "ok" else "Make room there: downloads and databases pass through it.")


def settings_file(paths: Paths) -> Finding:
    try:
        msgspec.json.decode(paths.settings.read_bytes(), type=Settings)
    except FileNotFoundError:
        return Finding("settings", "ok", "No setting was changed yet.")
    except (OSError, msgspec.DecodeError, msgspec.ValidationError) as error:
        kept = paths.settings.with_name(paths.settings.name + ".bak").exists()
        now = "the copy before it is used" if kept else "the defaults are used"
        return Finding("settings", "warning", f"{paths.settings} cannot be read ({error}); {now}.", "Change any setting to write it anew.")
    return Finding("settings", "ok", "The settings can be read.")


def database(paths: Paths) -> Finding:
    """SQLite's own check of every page of ``state.db``, and its schema."""
    if not paths.database.exists():
        return Finding("database", "ok", "There is no database yet.")
    copies = sorted(path.name for path in paths.database.parent.glob(f"{paths.database.name}.v*.bak"))
    back = f"Put {copies[-1]} in its place" if copies else "Move it away"
    try:
        said, version = _integrity(paths.database)
    except (OSError, sqlite3.Error) as error:
        return _damaged(paths, str(error), back)
    if said != "ok":
        return _damaged(paths, said, back)
    if version > len(MIGRATIONS):
        text = f"{paths.database.name} was written by a newer Holdfast (schema {version}; this one knows {len(MIGRATIONS)})."
        return Finding("database", "failed", text, "Update Holdfast on this computer.")
    return Finding("database", "ok", f"The database is sound (schema {version}).")


def _damaged(paths: Paths, why: str, back: str) -> Finding:
    hint = f"Your backups are not affected. {back}, or begin anew and run: holdfast storage adopt-settings NAME"
    return Finding("database", "failed", f"{paths.database} is damaged: {why.splitlines()[0][:200]}.", hint)


def _integrity(path: Path) -> tuple[str, int]:
    connection = sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True, timeout=10)
    try:
        said = str(connection.execute("PRAGMA integrity_check(1)").fetchone()[0])
        return said, int(connection.execute("PRAGMA user_version").fetchone()[0])
    finally:
        connection.close()


def catalogues(paths: Paths) -> Iterable[Finding]:
    """Caches: one that is damaged is only slow."""
    for path in sorted(paths.cache.glob("catalogue-*.db")):
        try:
            said = _integrity(path)[0]
        except (OSError, sqlite3.Error) as error:
            said = str(error)
        if said != "ok":
            text = f"The list of files {path.name} is damaged."
            yield Finding("catalogue", "warning", text, "It is made anew from the storage with the next list of backups.", path.stem)


def crashes(paths: Paths) -> Finding:
    path = paths.logs / CRASH_NAME
    try:
        facts = path.stat()
    except OSError:
        return Finding("crashes", "ok", "No crash was noted.")
    if not facts.st_size:
        return Finding("crashes", "ok", "No crash was noted.")
    when = datetime.fromtimestamp(facts.st_mtime).astimezone()
    text = f"A library brought the program down, last on {when:%Y-%m-%d %H:%M}."
    return Finding("crashes", "warning", text, f"{path} says where; send it with: holdfast doctor --bundle FILE. Then remove it.")


def scheduler(paths: Paths, schedules: int) -> Finding:
    """Does anybody run the schedules of this computer?"""
    holder = HomeLock(paths.data).holder()
    if holder is not None:
        return Finding("scheduler", "ok", f"Schedules are run by process {holder}.")
    if not schedules:
        return Finding("scheduler", "ok", "No schedule of this computer needs to be run.")
    text = f"Nobody runs the {schedules} schedules of this computer now."
    return Finding("scheduler", "warning", text, "Open Holdfast's window, or run: holdfast agent")


def of_error(check: str, error: HoldfastError, subject: str = "") -> Finding:
    return Finding(check, "failed", error.message, error.hint, subject)
