"""The database half of a restore: where it goes, and how."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from holdfast.cancellation import Cancellation
from holdfast.engine.browse import read_file
from holdfast.errors import Forbidden, HoldfastError, UsageError
from holdfast.jobs.messages import Restore
from holdfast.mysql.access import Access
from holdfast.progress import Progress
from holdfast.sources.databases.opening import locate
from holdfast.sources.wordpress import recognise
from holdfast.worker.contents import Dump

if TYPE_CHECKING:
    from holdfast.repository.repository import Repository
    from holdfast.repository.snapshots import Snapshot


class Place(msgspec.Struct, frozen=True):
    """Where a database is loaded: a file, or a database on a server."""

    text: str
    """For people; never holds the password."""
    file: Path | None = None
    access: Access | None = None


def place_for(request: Restore, target: Path) -> Place | None:
    """The named database, or the live site's own. None when the site says that it has none."""
    source = request.source
    setting = request.database or (source.database if source is not None else "auto")
    password = request.database_password or (source.database_password if source is not None and not request.database else None)
    folder = Path(source.path) if source is not None else target
    found = locate(setting, site=recognise(folder), folder=folder, password=password)
    if found is None:
        return None
    if isinstance(found, Path):
        return Place(text=f"sqlite:{found}", file=found)
    return Place(text=found.url(), access=found)


def check_place(place: Place, *, with_files: bool) -> None:
    """Raise before anything is changed what would be raised in the middle: the folder of a file must be there, a server's user may create
    databases. `with_files`: the restored files may make the folder, or name another server; only what they cannot mend is raised."""
    if place.file is not None and not place.file.parent.is_dir() and not with_files:
        raise UsageError(f"There is no folder {place.file.parent} for the database.", hint="Restore the files too, or name another place.")
    if place.access is None:
        return
    from holdfast.targets.database import check_rights

    try:
        check_rights(place.access)
    except Forbidden as error:
        error.hint = f"{error.hint} Nothing was changed."
        raise
    except HoldfastError:
        if not with_files:
            raise


def load_database(
    place: Place, dump: Dump, repository: Repository, snapshot: Snapshot, progress: Progress, cancelled: Cancellation
) -> dict[str, Any]:
    """Load whole, then exchange. Result: {"tables", "rows", "kept_database"}."""
    if place.file is not None:
        return _load_sqlite(place.file, dump, repository, snapshot, cancelled)
    if place.access is None or not dump.files:
        raise UsageError("This backup holds an SQLite database, which cannot be loaded into a MySQL server.", code="DB-KIND")
    from holdfast.targets.database import restore

    done = restore(place.access, dump.files, progress=progress, cancelled=cancelled)
    for account in done.loaded.definers_changed:
        progress.remark(
            "DB-DEFINER", f"The account {account} is not known on this server; views and routines of its now run as the current user."
        )
    return {"tables": len(done.loaded.rows), "rows": sum(done.loaded.rows.values()), "kept_database": done.kept}


def _load_sqlite(file: Path, dump: Dump, repository: Repository, snapshot: Snapshot, cancelled: Cancellation) -> dict[str, Any]:
    if not dump.sqlite:
        raise UsageError("This backup holds a MySQL database, which cannot be loaded into an SQLite file.", code="DB-KIND")
    from holdfast.targets.database_sqlite import restore_sqlite

    done = restore_sqlite(file, read_file(repository, snapshot, dump.sqlite, cancelled), cancelled=cancelled)
    return {"tables": len(done.rows), "rows": sum(done.rows.values()), "kept_database": str(done.kept or "")}
