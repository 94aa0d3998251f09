"""Restores a backup into a folder: first a plan, then exactly that plan.

The order: removals, folders, files (grouped by pack, so that every pack is read once), other names of files, metadata of files that
were right already, links and special files last (so that nothing is ever written through them), metadata of folders from the deepest
up. A file appears under its name whole or not at all; what cannot be read is named in the result and the rest is restored.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

import msgspec

from holdfast.cancellation import Cancellation
from holdfast.engine.restore_collisions import without_collisions
from holdfast.engine.restore_files import FileWriter
from holdfast.engine.restore_lock import shared_lock
from holdfast.engine.restore_plan import plan_restore
from holdfast.engine.restore_records import Item, NotRestored, RestoreOptions, RestorePlan, RestoreResult, Selection
from holdfast.engine.restore_standby import Standby
from holdfast.engine.restore_work import notes, problem_of
from holdfast.errors import HoldfastError, NoSpace, UsageError
from holdfast.progress import SILENT, Progress
from holdfast.targets.folder import Target, is_case_blind, open_target

if TYPE_CHECKING:
    from holdfast.repository.repository import Repository

__all__ = ["NotRestored", "RestoreOptions", "RestorePlan", "RestoreResult", "Selection", "plan_restore", "restore"]
_T = TypeVar("_T")
_SETTLE_EVERY = 0.4
"""Seconds between two passes that send to the disk what was written."""


def restore(
    repository: Repository,
    plan: RestorePlan,
    progress: Progress = SILENT,
    cancelled: Cancellation | None = None,
    standby: Standby | None = None,
) -> RestoreResult:
    """Do what `plan` says. What could not be restored is in the result; an interrupted restore is completed by planning and doing it anew.
    `standby`: helpers that wait already.

    Raises `NoSpace` (before anything is written, when the plan does not fit), `UsageError` (the target cannot be written to),
    `Cancelled`, storage errors that concern everything.
    """
    if plan.space_free is not None and plan.space_needed > plan.space_free:
        raise NoSpace(
            f"{plan.target} has {plan.space_free:,} bytes free; this restore needs about {plan.space_needed:,}.",
            hint="Free space there, restore less, or restore to another disk. Nothing was changed.",
            needed=plan.space_needed,
            free=plan.space_free,
        )
    try:
        target = open_target(plan.target)
    except OSError as error:
        raise _not_writable(plan, error) from error
    try:
        plan = _telling_names_apart(plan, target)
    except OSError as error:
        target.close()
        raise _not_writable(plan, error) from error
    files = FileWriter(repository, plan, target, progress, cancelled or Cancellation(), standby)
    run = _Run(plan, target, files, cancelled or Cancellation())
    try:
        with shared_lock(repository, progress):
            return run.run()
    finally:
        files.close()
        target.close()


def _not_writable(plan: RestorePlan, error: OSError) -> UsageError:
    hint = "Choose a folder that this user may write to."
    return UsageError(f"{plan.target} cannot be written to: {error.strerror}.", code="TARGET-DENIED", hint=hint)


def _telling_names_apart(plan: RestorePlan, target: Target) -> RestorePlan:
    """The plan without names that the target's file system cannot tell from others."""
    if not is_case_blind(target):
        return plan
    work, lost = without_collisions(plan.work)
    return msgspec.structs.replace(plan, work=work, not_restored=(*plan.not_restored, *lost))


class _Run:
    def __init__(self, plan: RestorePlan, target: Target, files: FileWriter, cancelled: Cancellation) -> None:
        self._plan = plan
        self._target = target
        self._cancelled = cancelled
        self._rights = plan.options.rights()
        self._not_restored = list(plan.not_restored)
        self._made: set[bytes] = set()
        self._links = 0
        self.files = files

    def run(self) -> RestoreResult:
        work = self._plan.work
        self.files.start()
        self._each(work.removals, self._target.remove, lambda path: path)
        self._target.sweep(b"")
        self._each(work.folders, self._make_folder, _path)
        with self._settling():
            self._not_restored += self.files.run()
        self._each(work.hard_links, self._hard_link, lambda pair: pair[0].path)
        self._each(work.refreshed, self._refresh, _path)
        self._each(work.special, self._special, _path)
        self._each(work.folders[::-1], self._finish_folder, _path)
        if self._plan.options.settle:
            self._settle()
        return RestoreResult(
            files=self.files.files + self._links,
            bytes=self.files.bytes,
            unchanged=self._plan.unchanged,
            left=self._plan.left,
            removed=self._plan.removed,
            folders=len(self._made),
            not_restored=tuple(self._not_restored),
            tables=self._plan.tables,
        )

    @contextmanager
    def _settling(self) -> Iterator[None]:
        """Send what is written to the disk while more is being written: the system alone would wait until much has gathered, and so
        would we at the end."""
        ended = threading.Event()

        def settle() -> None:
            while not ended.wait(_SETTLE_EVERY):
                self._target.settle()

        if self._plan.options.settle:
            threading.Thread(target=settle, name="holdfast-settling", daemon=True).start()
        try:
            yield
        finally:
            ended.set()

    def _settle(self) -> None:
        """Wait for the disk; a slow one must not keep a cancelled restore from ending."""
        thread = threading.Thread(target=self._target.settle, name="holdfast-settle", daemon=True)
        thread.start()
        while thread.is_alive():
            self._cancelled.check()
            thread.join(0.1)

    def _each(self, things: Sequence[_T], action: Callable[[_T], None], path_of: Callable[[_T], bytes]) -> None:
        """Do `action` to each; what fails for one is noted and the next goes on."""
        for thing in things:
            self._cancelled.check()
            try:
                action(thing)
            except (OSError, HoldfastError) as error:
                self._not_restored.append(problem_of(path_of(thing), error))

    def _make_folder(self, item: Item) -> None:
        if item.path and self._target.make_folder(item.path):
            self._made.add(item.path)
        else:
            self._target.sweep(item.path)

    def _finish_folder(self, item: Item) -> None:
        kept = item.path in self._plan.work.passing or self._plan.options.overwrite == "never"
        if item.path in self._made or not kept:
            self._note(item, self._target.finish_folder(item.path, item.entry, self._rights))

    def _hard_link(self, pair: tuple[Item, bytes]) -> None:
        item, first = pair
        if first in self.files.lost:
            self._not_restored += self.files.write_singly(item)
            return
        self._target.hard_link(item.path, first)
        self._links += 1

    def _refresh(self, item: Item) -> None:
        self._note(item, self._target.refresh(item.path, item.entry, self._rights))

    def _special(self, item: Item) -> None:
        make = self._target.link if item.entry.kind == "symlink" else self._target.special
        self._note(item, make(item.path, item.entry, self._rights))
        self._links += 1

    def _note(self, item: Item, problems: list[str]) -> None:
        self._not_restored += notes(item.path, item.entry, item.entry.size, problems)


def _path(item: Item) -> bytes:
    return item.path
