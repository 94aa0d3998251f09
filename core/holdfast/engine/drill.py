"""A drill: really restores a backup to a scratch place and looks at what arrived, as far as this computer can.

Levels, each claimed only when all of it was done:

* *read*: every file is restored, read back from the disk and compared with the backup by its hashes; a WordPress has its core (as in the
  first backup of the same version), its configuration, its tables and the uploads that posts refer to; every statement of its dumps is
  read and every row counted.
* *loaded*: the dumps are loaded into a private database server, tables and rows counted there. Without a server program the verdict is
  a warning: read, not loaded. SQLite needs no server: it writes every row into a new file, which is checked and counted.
* *boots*: the restored WordPress is served by PHP against that database and answers.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from holdfast.cancellation import Cancellation
from holdfast.engine.drill_booting import boots_checks
from holdfast.engine.drill_core import CoreFiles
from holdfast.engine.drill_dumps import read_archived_dumps, read_own_dumps, said_of
from holdfast.engine.drill_loading import load_dumps, load_sqlite, loaded_check
from holdfast.engine.drill_records import LEVELS, DrillCheck, DrillResult, Level, some, verdict_of
from holdfast.engine.drill_scratch import Scratch, scratch_folder
from holdfast.engine.drill_wordpress import config_check, find_wordpress, prefix_of, tables_check, uploads_check
from holdfast.engine.restore_plan import plan_restore
from holdfast.engine.restore_records import DUMPS, Item, RestoreOptions, RestorePlan, RestoreResult, Selection, text
from holdfast.engine.restore_stream import ContentReader, in_order
from holdfast.engine.restore_trees import BlobFinder
from holdfast.engine.restorer import restore
from holdfast.errors import Damaged, HoldfastError, RemoteError, Unsupported, UsageError
from holdfast.progress import SILENT, Progress, Totals
from holdfast.targets.database_throwaway import PrivateServer
from holdfast.targets.php_server import find_php
from holdfast.verdict import READ_NOT_LOADED

if TYPE_CHECKING:
    from holdfast.repository.repository import Repository
    from holdfast.repository.snapshots import Snapshot
    from holdfast.sources.wordpress import WordPressSite

__all__ = ["DrillCheck", "DrillResult", "drill"]
_SYNTAX = 1064
"""A server's number for "this is no SQL": the dump's fault, not the server's."""


def drill(
    repository: Repository,
    snapshot: Snapshot,
    scratch: Path,
    *,
    strip: str | bytes = b"",
    wordpress: bool | None = None,
    level: str = "",
    keep: bool = False,
    helpers: int | None = None,
    folder_of: Callable[[Snapshot], str] | None = None,
    progress: Progress = SILENT,
    cancelled: Cancellation | None = None,
) -> DrillResult:
    """Restore `snapshot` into a new folder below `scratch`, check it, and remove it again (unless `keep`).

    `strip`: the site's root in the backup; `folder_of` tells it for other backups. `wordpress`: whether one must be found; None: when the
    backup looks like one. `level`: how far to go; "" = as far as this computer can; one that cannot be reached makes the verdict a warning.
    Damage gives the verdict "failed"; raises `NoSpace`, `NotFound` (strip), `Damaged` (not even the first folder can be read), storage
    errors, `UsageError` and `Cancelled`.
    """
    if level and level not in LEVELS:
        raise UsageError(f"{level!r} is no level of a drill.", hint=f"Levels: {', '.join(LEVELS)}.")
    started = time.monotonic()
    cancelled = cancelled or Cancellation()
    with scratch_folder(scratch, keep=keep) as place:
        options = RestoreOptions(owner=False, settle=False, helpers=helpers)
        place.site.mkdir(mode=0o700)
        plan = plan_restore(repository, snapshot, place.site, Selection(), options, strip=strip, progress=progress, cancelled=cancelled)
        result = restore(repository, plan, progress, cancelled)
        finder = BlobFinder(repository, progress, cancelled)
        different = _compare(place.site, plan, ContentReader(repository, finder), progress, cancelled)
        checks = [_restored(plan, result), _content(plan, result, different)]
        core = CoreFiles(repository, folder_of or (lambda _: os.fsdecode(strip)), cancelled)
        rest = _Looking(place, snapshot, wordpress, progress, cancelled)
        checks += rest.read(core)
        reached: Level = "read"
        if verdict_of(checks) != "failed":
            more, reached = rest.go_on(level)
            checks += more
    return DrillResult(verdict_of(checks), tuple(checks), result.files, result.bytes, time.monotonic() - started, reached)


class _Looking:
    """What is looked at once the files are there."""

    def __init__(self, place: Scratch, snapshot: Snapshot, expected: bool | None, progress: Progress, cancelled: Cancellation) -> None:
        tags = snapshot.our_tags
        self._place = place
        self._snapshot = snapshot
        self._archived = "archives" in tags.meta  # a copy of a backup made elsewhere: its dumps lie among its files
        self._in_parts = "," in tags.meta.get("archives", "")  # of several archives, each restored to a folder of its own
        self._progress = progress
        self._cancelled = cancelled
        self._expected = ("core" in tags.parts if expected is None else expected) and tags.type != "database"
        self._site: WordPressSite | None = find_wordpress(place.site, self._archived)
        own = place.site / os.fsdecode(DUMPS)
        self._dumps = read_archived_dumps(place.site, cancelled) if self._archived else read_own_dumps(own, cancelled)

    def read(self, core: CoreFiles) -> Iterator[DrillCheck]:
        site, dumps = self._site, self._dumps
        if site is not None:
            inside = site.core.relative_to(self._place.site).as_posix()
            yield core.check(self._snapshot, site.core, "" if inside == "." else inside, site.version)
            yield config_check(site, self._place.site)
        elif self._expected:
            yield DrillCheck("core", "failed", "The files of a WordPress were expected and are not there.")
        if dumps.found:
            yield said_of(dumps)
            if site is not None and not dumps.problems:
                yield tables_check(site, dumps)
                yield uploads_check(site, dumps)
        elif missing := self._no_database():
            yield missing

    def _no_database(self) -> DrillCheck | None:
        tags = self._snapshot.our_tags
        if self._archived:
            if int(tags.meta.get("databases", 0)):
                return DrillCheck("database", "failed", "The database that came with the archive is not there.")
            return DrillCheck("database", "warning", "There is no database in this backup.")
        if "database" in tags.parts or tags.type == "database":
            return DrillCheck("database", "failed", "The backup should hold a database and does not.")
        if self._site is not None and tags.type != "files":
            return DrillCheck("database", "warning", "There is no database in this backup.")
        return None

    def go_on(self, level: str) -> tuple[list[DrillCheck], Level]:
        """The higher levels: their checks, and the level that was reached."""
        if self._dumps.sqlite and not self._dumps.for_server and level != "read":
            check = load_sqlite(self._dumps, self._place.folder, self._cancelled)
            return [check, *([_not_reached(level)] if level == "boots" else [])], "loaded" if check.outcome == "ok" else "read"
        if not self._dumps.for_server:
            return ([_not_reached(level)] if level in {"loaded", "boots"} else []), "read"
        if level == "read":
            return [DrillCheck("loaded", "warning", f"{READ_NOT_LOADED}: that is how far this drill was to go")], "read"
        try:
            with PrivateServer(folder=self._place.database, cancelled=self._cancelled) as server:
                return self._load(server, level)
        except (Unsupported, RemoteError) as error:
            return [DrillCheck("loaded", "warning", f"{READ_NOT_LOADED}: {error.message}")], "read"

    def _load(self, server: PrivateServer, level: str) -> tuple[list[DrillCheck], Level]:
        site = self._site
        prefix = prefix_of(site, self._dumps.rows_by_table()) if site is not None else ""
        try:
            loaded = load_dumps(server, self._dumps, self._progress, self._cancelled)
            check = loaded_check(self._dumps, loaded, prefix, self._cancelled)
        except HoldfastError as error:
            self._cancelled.check()
            bad = isinstance(error, Damaged) or error.details.get("server_code") == _SYNTAX
            # Anything else is the server's trouble, not the backup's: it proves nothing against it.
            return [DrillCheck("loaded", "failed" if bad else "warning", f"It cannot be loaded: {error.message}")], "read"
        if not check.ok or level == "loaded":
            return [check], "loaded" if check.ok else "read"
        if site is None:
            return ([check, _not_reached(level)] if level == "boots" else [check]), "loaded"
        php = find_php()
        if php is None or self._in_parts:
            why = (
                "This computer has no PHP 8 with mysqli to serve it with."
                if php is None
                else "A site in several archives is not put together."
            )
            return [check, DrillCheck("boots", "warning" if level == "boots" else "skipped", why)], "loaded"
        self._progress.totals(Totals("boot"))
        served = boots_checks(php, site, self._place, loaded, prefix, self._cancelled)
        return [check, *served], "boots" if served[0].outcome == "ok" else "loaded"


def _not_reached(level: str) -> DrillCheck:
    what = "a database dump" if level == "loaded" else "a WordPress with its database"
    return DrillCheck(level, "warning", f"The backup does not hold {what}.")


# -- files


def _restored(plan: RestorePlan, result: RestoreResult) -> DrillCheck:
    missing = [item.path for item in result.not_restored if item.reason not in ("metadata", "unsupported")]
    wanted = plan.added + plan.overwritten
    numbers = {"files": result.files, "bytes": result.bytes, "missing": len(missing)}
    if not missing:
        return DrillCheck("restored", "ok", f"{result.files} of {wanted} files, {result.bytes} bytes", numbers)
    return DrillCheck("restored", "failed", f"{len(missing)} files could not be restored: {some(missing)}", numbers)


def _content(plan: RestorePlan, result: RestoreResult, different: Sequence[bytes]) -> DrillCheck:
    absent = {item.path for item in result.not_restored if item.reason != "metadata"}
    wrong = [text(path) for path in different if text(path) not in absent]
    same = len(plan.work.files) - len(different)
    numbers = {"files": same, "different": len(wrong)}
    if not wrong:
        return DrillCheck("content", "ok", f"{same} files read back from disk, all as in the backup", numbers)
    return DrillCheck("content", "failed", f"{len(wrong)} files differ on disk from the backup: {some(wrong)}", numbers)


def _compare(place: Path, plan: RestorePlan, reader: ContentReader, progress: Progress, cancelled: Cancellation) -> list[bytes]:
    """Paths of files whose content on disk is not what the backup's blob ids say."""
    different: list[bytes] = []
    files = plan.work.files
    done = 0

    def same(item: Item) -> bool:
        return _is_same(Path(os.fsdecode(os.path.join(os.fsencode(place), item.path))), item, reader, cancelled)

    for number, (item, good) in enumerate(zip(files, in_order(same, files, 2, cancelled), strict=True)):
        if not good:
            different.append(item.path)
        done += item.entry.size
        if not number % 64:
            progress.totals(Totals("check", 0, 1, number + 1, len(files), done, plan.bytes, text(item.path)))
    return different


def _is_same(path: Path, item: Item, reader: ContentReader, cancelled: Cancellation) -> bool:
    try:
        with path.open("rb", buffering=0) as file:
            for blob in item.content:
                cancelled.check()
                if sha256(file.read(reader.sizes(blob)[0])).digest() != blob:
                    return False
            return not file.read(1)
    except OSError:
        return False
