"""From what the user said about a site's database to a source, and to an answer whether it would work."""

from __future__ import annotations

from pathlib import Path

import msgspec

from holdfast.cancellation import Cancellation
from holdfast.errors import HoldfastError, UsageError
from holdfast.mysql.access import Access, parse_url
from holdfast.mysql.client import Client
from holdfast.progress import SILENT, Progress
from holdfast.secret import Secret
from holdfast.sources.databases.facts import gather
from holdfast.sources.databases.mysql import MySqlSource
from holdfast.sources.databases.sqlite import SqliteSource, check_header, live_files, tables_of, translated
from holdfast.sources.wordpress import WordPressSite

DatabaseSource = MySqlSource | SqliteSource


class DatabaseReport(msgspec.Struct, frozen=True):
    """Whether and how a database can be backed up. `size` in bytes, as the server counts it."""

    kind: str
    """mysql, sqlite, none."""
    place: str = ""
    server: str = ""
    size: int = 0
    tables: tuple[tuple[str, str, int], ...] = ()
    """Name, engine, rows (the server's estimate)."""
    missing_rights: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()


def locate(
    setting: str, *, site: WordPressSite | None = None, folder: Path | None = None, password: Secret | None = None
) -> Access | Path | None:
    """Which database is meant: an `Access`, the path of an SQLite file, or None.

    `setting` is ``auto``, ``none``, ``sqlite:PATH`` (relative to `folder`) or ``mysql://USER@HOST[:PORT]/DB`` /
    ``mysql://USER@/DB?socket=PATH``. `password` goes before the site's own. Raises `UsageError` when it is none of these, holds a
    password, or when a WordPress does not tell its settings.
    """
    if setting == "none":
        return None
    if setting in {"auto", ""}:
        return _of_site(site, password) if site is not None else None
    if setting.startswith("sqlite:"):
        path = Path(setting.removeprefix("sqlite:").removeprefix("//")).expanduser()
        return path if path.is_absolute() or folder is None else folder / path
    if setting.startswith(("mysql:", "mariadb:")):
        return parse_url(setting, password or _password_of(site, setting))
    raise UsageError(
        "The database is not given in a way that Holdfast understands.",
        hint="Use auto, none, sqlite:PATH or mysql://USER@HOST/DATABASE.",
    )


def _of_site(site: WordPressSite, password: Secret | None) -> Access | Path | None:
    if site.sqlite is not None:
        return site.sqlite
    return site.access(password)


def _password_of(site: WordPressSite | None, url: str) -> Secret | None:
    """A site's own password serves when only the address of its database was given by hand (a container's port, a tunnel)."""
    if site is None or site.config is None or site.config.password is None:
        return None
    return site.config.password if parse_url(url).user == site.config.user else None


def open_database(
    setting: str,
    *,
    site: WordPressSite | None = None,
    folder: Path | None = None,
    password: Secret | None = None,
    progress: Progress = SILENT,
    cancelled: Cancellation | None = None,
) -> DatabaseSource | None:
    """The source for `setting` (see `locate`); None when the site has no database. Nothing is asked yet: errors come from `files`."""
    found = locate(setting, site=site, folder=folder, password=password)
    if found is None:
        return None
    if isinstance(found, Path):
        return SqliteSource(found, cancelled=cancelled)
    return MySqlSource(found, progress=progress, cancelled=cancelled)


def files_to_exclude(setting: str, *, site: WordPressSite | None = None, folder: Path | None = None) -> tuple[Path, ...]:
    """Live database files that the scan of the folder has to leave out, because the database source copies them safely."""
    try:
        found = locate(setting, site=site, folder=folder)
    except HoldfastError:
        return ()
    return live_files(found) if isinstance(found, Path) else ()


def test_database(
    setting: str,
    *,
    site: WordPressSite | None = None,  # noqa: PT028 - not a test
    folder: Path | None = None,  # noqa: PT028 - not a test
    password: Secret | None = None,  # noqa: PT028 - not a test
) -> DatabaseReport:
    """Connect and look. Raises what a backup would raise when it could not even begin."""
    found = locate(setting, site=site, folder=folder, password=password)
    if found is None:
        return DatabaseReport("none")
    if isinstance(found, Path):
        check_header(found)
        with translated(found):
            return DatabaseReport("sqlite", str(found), "SQLite", found.stat().st_size, tables_of(found))
    facts = gather(Client(found))
    remarks = [
        f"The table {t.name} uses {t.engine}, which cannot be read consistently while the site writes." for t in facts.unsafe_tables()
    ]
    tables = tuple((t.name, t.engine, t.rows) for t in facts.tables if t.kind != "VIEW")
    return DatabaseReport("mysql", found.url(), facts.server, facts.size(), tables, facts.missing_rights(), tuple(remarks))


test_database.__test__ = False  # type: ignore[attr-defined]  # a name that pytest would collect
