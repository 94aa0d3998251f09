"""Bring a backup back: over the live site (files and database), or into a folder. A plan first; a safety backup before the live site
is touched; the database is loaded whole beside the live one and exchanged at the end."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from holdfast.cancellation import Cancellation
from holdfast.engine.restore_standby import Standby
from holdfast.engine.restorer import RestoreOptions, RestorePlan, plan_restore, restore
from holdfast.errors import HoldfastError, UsageError
from holdfast.jobs.messages import BackUp, Restore
from holdfast.jobs.performing import Ending
from holdfast.progress import Progress
from holdfast.worker.contents import DATABASE, find_dump, folder_to_write, part_finder, selection_of, strip_of
from holdfast.worker.opening import open_repository
from holdfast.worker.restore_copy import detach, refuse_live
from holdfast.worker.restore_database import Place, check_place, load_database, place_for
from holdfast.worker.restore_versions import newer_on_site
from holdfast.worker.texts import shown

if TYPE_CHECKING:
    from holdfast.repository.repository import Repository
    from holdfast.repository.snapshots import Snapshot


def run(request: Restore, progress: Progress, cancelled: Cancellation) -> dict[str, Any] | Ending:
    """Result: {"backup_id", "confirmed": everything is back, "files", "bytes", "tables", "target", "not_restored": […], "only", "paths":
    as they were asked for, "kept_database", "safety_backup";
    of a test copy "detached": see `restore_copy`}; a dry run: {"plan": {"target", "added", "overwritten", "unchanged", "left",
    "removed", "folders", "bytes", "space_needed", "space_free", "samples": {added|overwritten|removed|left: [paths]}, "tables",
    "database": where it would be loaded, "backup_age_seconds", "not_restored", "newer_on_site": see `restore_versions`}}."""
    with Standby(None if _is_large(request) else 0) as standby:
        repository = open_repository(request, cancelled, progress)
        snapshot = repository.snapshot(request.backup)
        story = _Story(request, repository, snapshot, progress, cancelled)
        if request.dry_run:
            return {"plan": story.plan_view()}
        return story.run(standby)


def _is_large(request: Restore) -> bool:
    """Whether many files will probably have to be written."""
    return not (request.dry_run or request.paths or request.only)


class _Story:
    def __init__(self, request: Restore, repository: Repository, snapshot: Snapshot, progress: Progress, cancelled: Cancellation) -> None:
        self._request = request
        self._repository = repository
        self._snapshot = snapshot
        self._progress = progress
        self._cancelled = cancelled
        self._live = not request.target
        if self._live and request.source is None:
            raise UsageError("There is no site to restore to.", hint="Name a folder to restore to.")
        self._target = folder_to_write(request.target or (request.source.path if request.source is not None else ""))
        if request.test_copy and request.source is not None:
            refuse_live(self._target, Path(request.source.path))
        self._dump = find_dump(repository, snapshot, cancelled)
        if self._dump is None and ((request.database and not request.test_copy) or set(request.only) == {DATABASE}):
            raise UsageError("This backup holds no database.", hint="Choose another backup, or leave the database out.")

    def plan_view(self) -> dict[str, Any]:
        from datetime import UTC, datetime

        plan = self._plan() if self._wants_files() else None
        facts = _plan_facts(plan) if plan is not None else dict(_NOTHING)
        place = self._place()
        return facts | {
            "target": str(self._target),
            "database": place.text if place is not None else "",
            "tables": [name.removesuffix(".sql") for name in self._dump.files if name[2:3] != "-"]
            if place and self._dump
            else facts["tables"],
            "backup_age_seconds": round((datetime.now(UTC) - self._snapshot.when).total_seconds()),
            "newer_on_site": self._newer_on_site(plan) if plan is not None and self._live else [],
        }

    def run(self, standby: Standby) -> dict[str, Any] | Ending:
        place = self._place()
        if place is not None:
            check_place(place, with_files=self._wants_files())
        result: dict[str, Any] = {"backup_id": self._snapshot.id, "confirmed": True, "files": 0, "bytes": 0, "tables": 0}
        result |= {"target": str(self._target), "not_restored": [], "only": list(self._request.only), "paths": list(self._request.paths)}
        if self._request.safety_backup:
            result["safety_backup"] = self._safety_backup()
        if self._wants_files():
            result |= self._restore_files(standby)
        if self._request.test_copy:
            result["detached"] = detach(self._target, self._request.database)
        if self._wants_database():
            # The restored files may say where the database is: a damaged site's may not have.
            result |= self._restore_database(self._place(), result)
        return result

    # ---- files

    def _wants_files(self) -> bool:
        return set(self._request.only) != {DATABASE} or bool(self._request.paths) or not self._live

    def _plan(self) -> RestorePlan:
        only = [part for part in self._request.only if part != DATABASE or not self._live]
        live = self._request.source.path if self._request.source is not None else ""
        finder = part_finder(self._snapshot, only, live)
        if "files" in only:
            only = [part for part in only if part != "files"] + ["files"]
        return plan_restore(
            self._repository,
            self._snapshot,
            self._target,
            selection_of(self._request.paths, only),
            self._options(),
            strip=strip_of(self._snapshot),
            dumps=not self._live,
            part_of=finder,
            protects=self._protects if self._live else None,
            progress=self._progress,
            cancelled=self._cancelled,
        )

    def _options(self) -> RestoreOptions:
        asked = self._request
        return RestoreOptions(
            overwrite=asked.overwrite,  # type: ignore[arg-type]  # the app takes no other word
            delete=asked.delete,
            xattrs=asked.attributes,
            setid=asked.attributes,
        )

    def _newer_on_site(self, plan: RestorePlan) -> list[dict[str, Any]]:
        return newer_on_site(self._target, self._repository, self._snapshot, {one.path for one in plan.work.files}, self._cancelled)

    def _protects(self, path: bytes) -> bool:
        """Earlier databases that were kept beside the live one."""
        return b".before-" in path.rpartition(b"/")[2]

    def _restore_files(self, standby: Standby) -> dict[str, Any]:
        done = restore(self._repository, self._plan(), self._progress, self._cancelled, standby)
        for one in done.not_restored[:200]:
            self._progress.remark(
                "NOT-RESTORED", f"{shown(one.path)}: {one.message or one.reason}", path=shown(one.path), reason=one.reason
            )
        return {
            "confirmed": done.complete,
            "files": done.files,
            "bytes": done.bytes,
            "tables": len(done.tables),
            "unchanged": done.unchanged,
            "removed": done.removed,
            "not_restored": [{"path": shown(one.path), "reason": one.reason, "message": one.message} for one in done.not_restored[:1000]],
        }

    # ---- database

    def _wants_database(self) -> bool:
        chosen = DATABASE in self._request.only or not (self._request.only or self._request.paths)
        return chosen and self._dump is not None and (self._live or bool(self._request.database))

    def _place(self) -> Place | None:
        """Where the database would be loaded; None when it is not part of this restore."""
        if not self._wants_database():
            return None
        return place_for(self._request, self._target)

    def _restore_database(self, place: Place | None, so_far: dict[str, Any]) -> dict[str, Any]:
        if place is None or self._dump is None:
            return {}
        try:
            loaded = load_database(place, self._dump, self._repository, self._snapshot, self._progress, self._cancelled)
        except HoldfastError as error:
            if so_far["files"]:
                error.details["files_restored"] = so_far["files"]
                error.hint = f"{error.hint} The files were restored; the database is as it was before.".strip()
            raise
        return loaded

    # ---- before

    def _safety_backup(self) -> dict[str, Any] | None:
        """The live site as it is now. Without it the restore does not begin."""
        from holdfast.worker.backup import run as back_up

        source = self._request.source
        if source is None or not Path(source.path).is_dir():
            return None  # nothing is there that could be lost
        request = BackUp(
            job=self._request.job,
            site=self._request.site,
            cache=self._request.cache,
            access=self._request.access,
            source=source,
            kind="incremental",
            label=f"Before restoring {self._snapshot.id[:8]}",
            metadata={"safety": "1"},
        )
        try:
            backup: dict[str, Any] = back_up(request, self._progress, self._cancelled)["backup"]
        except HoldfastError as error:
            error.hint = f"Nothing was restored, because the safety backup failed. {error.hint}".strip()
            raise
        return backup


_NOTHING: dict[str, Any] = {
    "added": 0, "overwritten": 0, "unchanged": 0, "left": 0, "removed": 0, "folders": 0, "bytes": 0, "space_needed": 0, "space_free": None,
    "samples": {}, "tables": [], "not_restored": [],
}  # fmt: skip


def _plan_facts(plan: RestorePlan) -> dict[str, Any]:
    return {
        **{name: getattr(plan, name) for name in _NOTHING if name not in {"samples", "tables", "not_restored"}},
        "samples": {kind: [shown(path) for path in paths] for kind, paths in plan.samples.items()},
        "tables": [shown(name) for name in plan.tables],
        "not_restored": [msgspec.to_builtins(msgspec.structs.replace(one, path=shown(one.path))) for one in plan.not_restored[:1000]],
    }
