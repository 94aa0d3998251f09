"""A drill: really restores a backup to a scratch place and looks at what arrived.

Level "read": every file is restored, read back from the disk and compared with the backup by its hashes; a WordPress must be
recognised with core and configuration; dumps must be whole. Nothing is loaded into a database server and no page is asked for: higher
levels would say so.
"""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import msgspec

from holdfast.cancellation import Cancellation
from holdfast.engine.drill_dumps import check_dumps
from holdfast.engine.restore_plan import plan_restore
from holdfast.engine.restore_records import DUMPS, Item, NotRestored, RestoreOptions, RestorePlan, RestoreResult, Selection, text
from holdfast.engine.restore_stream import ContentReader, in_order
from holdfast.engine.restore_trees import BlobFinder
from holdfast.engine.restorer import restore
from holdfast.errors import UsageError
from holdfast.progress import SILENT, Progress, Totals
from holdfast.sources.wordpress import recognise

if TYPE_CHECKING:
    from holdfast.repository.repository import Repository
    from holdfast.repository.snapshots import Snapshot

Verdict = Literal["proven", "warning", "failed"]
_NAMED = 5
"""How many names a check's detail gives."""


class DrillCheck(msgspec.Struct, frozen=True):
    name: str
    ok: bool
    detail: str
    required: bool = True
    """A required check that is not ok fails the drill; another one makes it a warning."""


class DrillResult(msgspec.Struct, frozen=True):
    verdict: Verdict
    checks: tuple[DrillCheck, ...]
    files: int
    bytes: int
    seconds: float
    level: str = "read"


def drill(
    repository: Repository,
    snapshot: Snapshot,
    scratch: Path,
    *,
    strip: str | bytes = b"",
    wordpress: bool | None = None,
    keep: bool = False,
    helpers: int | None = None,
    progress: Progress = SILENT,
    cancelled: Cancellation | None = None,
) -> DrillResult:
    """Restore `snapshot` into a new folder below `scratch`, check it, and remove it again (unless `keep`).

    `strip`: the site's root in the backup. `wordpress`: whether one must be found; None: when the backup looks like one.
    Damage gives the verdict "failed"; raises `NoSpace`, `NotFound` (strip), `Damaged` (not even the first folder can be read), storage
    errors and `Cancelled`.
    """
    started = time.monotonic()
    cancelled = cancelled or Cancellation()
    place = scratch / f"holdfast-drill-{os.urandom(4).hex()}"
    try:
        place.mkdir(mode=0o700, parents=True)
    except OSError as error:
        raise UsageError(
            f"{scratch} cannot be used for a drill: {error.strerror}.", hint="Choose a folder that can be written to."
        ) from error
    try:
        options = RestoreOptions(owner=False, settle=False, helpers=helpers)
        plan = plan_restore(repository, snapshot, place, Selection(), options, strip=strip, progress=progress, cancelled=cancelled)
        result = restore(repository, plan, progress, cancelled)
        finder = BlobFinder(repository, progress, cancelled)
        different = _compare(place, plan, ContentReader(repository, finder), progress, cancelled)
        checks = [
            _restored(plan, result),
            _content(plan, result, different),
            *_wordpress(place, wordpress, snapshot),
            *_database(place, snapshot, cancelled),
        ]
    finally:
        if not keep:
            _remove(place)
    return DrillResult(_verdict(checks), tuple(checks), result.files, result.bytes, time.monotonic() - started)


def _verdict(checks: Sequence[DrillCheck]) -> Verdict:
    bad = [check for check in checks if not check.ok]
    if any(check.required for check in bad):
        return "failed"
    return "warning" if bad else "proven"


# -- checks


def _restored(plan: RestorePlan, result: RestoreResult) -> DrillCheck:
    missing = [item for item in result.not_restored if item.reason not in ("metadata", "unsupported")]
    wanted = plan.added + plan.overwritten
    if not missing:
        return DrillCheck("restored", True, f"{result.files} of {wanted} files, {result.bytes} bytes")
    return DrillCheck("restored", False, f"{len(missing)} files could not be restored: {_names(missing)}")


def _names(missing: Sequence[NotRestored]) -> str:
    more = f" and {len(missing) - _NAMED} more" if len(missing) > _NAMED else ""
    return ", ".join(item.path for item in missing[:_NAMED]) + more


def _content(plan: RestorePlan, result: RestoreResult, different: Sequence[bytes]) -> DrillCheck:
    absent = {item.path for item in result.not_restored if item.reason != "metadata"}
    wrong = [text(path) for path in different if text(path) not in absent]
    if not wrong:
        return DrillCheck("content", True, f"{len(plan.work.files) - len(different)} files read back from disk, all as in the backup")
    return DrillCheck("content", False, f"{len(wrong)} files differ on disk from the backup: {', '.join(wrong[:_NAMED])}")


def _wordpress(place: Path, expected: bool | None, snapshot: Snapshot) -> list[DrillCheck]:
    tags = snapshot.our_tags
    if expected is None:
        expected = "core" in tags.parts
    if tags.type == "database":
        return []
    site = recognise(place)
    if site is None:
        return [DrillCheck("core", False, "The files of a WordPress were expected and are not there.")] if expected else []
    config = site.config
    said = f"{config.path.relative_to(place) if config.path.is_relative_to(place) else config.path.name} can be read" if config else ""
    return [
        DrillCheck("core", True, f"WordPress {site.version}"),
        DrillCheck("wp-config", config is not None, said or site.problem or "There is no wp-config.php in the backup.", required=False),
    ]


def _database(place: Path, snapshot: Snapshot, cancelled: Cancellation) -> list[DrillCheck]:
    folder = place / os.fsdecode(DUMPS)
    tags = snapshot.our_tags
    if "archives" in tags.meta:  # a copy of a backup made elsewhere: its dumps lie among its files
        return _archived_dumps(place, int(tags.meta.get("databases", 0)))
    if not folder.is_dir():
        expected = "database" in tags.parts or tags.type == "database"
        if expected:
            return [DrillCheck("database", False, "The backup should hold a database and does not.")]
        if recognise(place) is not None and tags.type != "files":
            return [DrillCheck("database", False, "There is no database in this backup.", required=False)]
        return []
    files, rows, problems = check_dumps(folder, cancelled)
    detail = "; ".join(problems[:_NAMED]) if problems else f"{files} dump files, {rows} rows, each to its last line"
    return [DrillCheck("database", not problems and files > 0, detail if files else "The folder of dumps is empty.")]


def _archived_dumps(place: Path, expected: int) -> list[DrillCheck]:
    found = [one for pattern in ("*.sql", "*.sql.gz", "*.sqlite", "*.db", ".ht.sqlite*") for one in place.rglob(pattern) if one.is_file()]
    full = sum(one.stat().st_size > 0 for one in found)
    if full >= min(expected, 1) and full:
        return [DrillCheck("database", True, f"{full} database files are there")]
    if expected:
        return [DrillCheck("database", False, "The database that came with the archive is not there.")]
    return [DrillCheck("database", False, "There is no database in this backup.", required=False)]


# -- reading back


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


def _remove(place: Path) -> None:
    """Remove the scratch folder, read-only folders in it too."""
    for folder, _, _ in os.walk(place):
        try:
            os.chmod(folder, 0o700)
        except OSError:
            continue
    shutil.rmtree(place, ignore_errors=True)
