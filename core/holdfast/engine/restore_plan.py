"""Compares a backup with the folder it would be restored to, and says what a restore would do. Writes nothing."""

from __future__ import annotations

import os
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from holdfast.cancellation import Cancellation
from holdfast.engine.restore_records import (
    DUMPS,
    SAMPLES,
    Item,
    NotRestored,
    PartOf,
    RestoreOptions,
    RestorePlan,
    Selection,
    Work,
    text,
)
from holdfast.engine.restore_removals import Protects, Removals
from holdfast.engine.restore_selection import Matcher
from holdfast.engine.restore_trees import BlobFinder, Trees, joined
from holdfast.errors import Damaged, HoldfastError, NotFound, UsageError
from holdfast.mysql.layout import SPECIAL
from holdfast.progress import SILENT, Progress, Totals
from holdfast.repository.nodes import entry_from_node
from holdfast.targets.folder import Existing, Target, open_target

if TYPE_CHECKING:
    from holdfast.entries import Entry
    from holdfast.repository.ids import BlobId
    from holdfast.repository.repository import Repository
    from holdfast.repository.snapshots import Snapshot
    from holdfast.repository.trees import Node

_CLUSTER = 4096
_ZEROS = sha256(bytes(512 << 10)).digest()
"""The blob that long runs of zeros are cut into: it takes no space when restored."""


def plan_restore(
    repository: Repository,
    snapshot: Snapshot,
    target: Path,
    selection: Selection = Selection(),  # noqa: B008 - frozen
    options: RestoreOptions = RestoreOptions(),  # noqa: B008 - frozen
    *,
    strip: str | bytes = b"",
    dumps: bool = True,
    part_of: PartOf | None = None,
    protects: Protects | None = None,
    progress: Progress = SILENT,
    cancelled: Cancellation | None = None,
) -> RestorePlan:
    """What restoring `selection` of `snapshot` into the folder `target` would do.

    `strip`: the site's root in the backup; its content (not the folders above it) arrives in `target`. Empty: the whole backup with
    all its folders. `dumps`: whether database dumps arrive too, in ``target/holdfast-database``. `protects`: what `options.delete`
    spares, besides what the snapshot's excludes name and the repository itself.
    Raises `NotFound` (strip, or a selected path that matches nothing), `UsageError`, `Damaged` (the backup's first folder cannot be read).
    """
    root = os.fsencode(strip).strip(b"/")
    planner = _Planner(repository, snapshot, target, Matcher(selection, root, part_of), options, protects, progress, cancelled)
    try:
        planner.run(root, dumps)
    finally:
        planner.close()
    return planner.plan()


def select(
    repository: Repository,
    snapshot: Snapshot,
    selection: Selection,
    *,
    strip: str | bytes = b"",
    dumps: bool = True,
    part_of: PartOf | None = None,
    progress: Progress = SILENT,
    cancelled: Cancellation | None = None,
) -> RestorePlan:
    """What `selection` means, without a target: the plan for a folder that is not there. Raises as `plan_restore`."""
    root = os.fsencode(strip).strip(b"/")
    options = RestoreOptions(owner=True, xattrs=True, setid=True)
    planner = _Planner(repository, snapshot, None, Matcher(selection, root, part_of), options, None, progress, cancelled)
    planner.run(root, dumps)
    return planner.plan()


class _Planner:
    def __init__(
        self,
        repository: Repository,
        snapshot: Snapshot,
        root: Path | None,
        matcher: Matcher,
        options: RestoreOptions,
        protects: Protects | None,
        progress: Progress,
        cancelled: Cancellation | None,
    ) -> None:
        if root is not None and root.exists() and not root.is_dir():
            raise UsageError(f"{root} is a file; a restore needs a folder.")
        self.matcher = matcher
        self._snapshot = snapshot
        self._root = root
        self._options = options
        self._rights = options.rights()
        self._progress = progress
        self._cancelled = cancelled
        self._trees = Trees(repository, BlobFinder(repository, progress, cancelled, repository.loaded_index))
        self._target: Target | None = open_target(root, create=False) if root is not None and root.is_dir() else None
        self._removals: Removals | None = None
        if options.delete and self._target is not None:
            self._removals = Removals(self._target, snapshot.excludes or (), _place_of(repository), protects)
        self._counts = dict.fromkeys(("added", "overwritten", "unchanged", "left", "removed"), 0)
        self._samples: dict[str, list[str]] = {"added": [], "overwritten": [], "left": [], "removed": []}
        self._space = 0
        self._largest = 0
        self._tables: list[str] = []
        self._problems: list[NotRestored] = []
        self._firsts: dict[tuple[int, int, tuple[bytes, ...]], bytes] = {}
        self._folders: list[Item] = []
        self._passing: set[bytes] = set()
        self._files: list[Item] = []
        self._hard_links: list[tuple[Item, bytes]] = []
        self._refreshed: list[Item] = []
        self._special: list[Item] = []
        self._known: set[bytes] = {b""}
        self._missing: set[bytes] = set()
        self._blocked: set[bytes] = set()
        self._waiting: dict[bytes, Item] = {}

    def close(self) -> None:
        if self._target is not None:
            self._target.close()

    # -- walking

    def run(self, root: bytes, dumps: bool) -> None:
        if not root:
            self._tree(self._snapshot.tree_id, b"", b"", without=b"" if dumps else DUMPS)
            return
        site = self._trees.locate(self._snapshot, root)
        if site is None or site.type != "dir":
            raise NotFound(f"/{text(root)} is no folder in the backup {self._snapshot.id[:8]}.", code="PATH-NOT-FOUND")
        if self.matcher.wants(root) and (self._target is None or self._is_original(root)):
            self._folders.append(Item(b"", entry_from_node(site)))
        self._tree(site.subtree_id(), root, b"")
        if (
            dumps
            and (dump := next((n for n in self._trees.one(self._snapshot.tree_id) if n.raw_name == DUMPS), None))
            and dump.type == "dir"
        ):
            self._folder_node(dump, DUMPS, DUMPS, self._there(b"").get(DUMPS))
            self._tree(dump.subtree_id(), DUMPS, DUMPS)

    def _is_original(self, root: bytes) -> bool:
        return self._root is not None and os.fsencode(os.path.realpath(self._root)).strip(b"/") == root

    def _tree(self, tree_id: BlobId, backup: bytes, target: bytes, without: bytes = b"") -> None:
        """Everything below one tree, which lies at `backup` and goes to `target`."""

        def goes_to(path: bytes) -> bytes:
            below = path[len(backup) :].lstrip(b"/")
            return joined(target, below) if below else target

        def damaged(path: bytes, error: HoldfastError) -> None:
            self._problems.append(NotRestored(text(goes_to(path)), "damaged", error.message))

        def enters(path: bytes) -> bool:
            return path != (without or None) and self.matcher.descends(path) and goes_to(path) not in self._blocked

        for path, nodes in self._trees.walk(tree_id, backup, enters, damaged):
            if self._cancelled is not None:
                self._cancelled.check()
            if path == b"" and without:
                nodes = [node for node in nodes if node.raw_name != without]
            self._folder(path, goes_to(path), nodes)
            self._progress.totals(Totals("scan", files_done=sum(self._counts.values()), current=text(path)))

    def _folder(self, backup: bytes, target: bytes, nodes: Iterable[Node]) -> None:
        there = self._there(target)
        for node in nodes:
            name = node.raw_name
            path, place = joined(backup, name), joined(target, name)
            existing = there.pop(name, None)
            if node.type == "dir":
                self._folder_node(node, path, place, existing)
            elif self.matcher.wants(path):
                self._leaf(node, path, place, existing)
        if self._removals is None:
            return
        for name, existing in there.items():
            if self.matcher.wants(joined(backup, name)) and joined(target, name) != DUMPS:
                for file in self._removals.remove(joined(target, name), existing):
                    self._count("removed", file)

    def _there(self, target: bytes) -> dict[bytes, Existing]:
        """What the target's folder holds now."""
        if self._target is None or target in self._missing:
            return {}
        return dict(self._target.names(target))

    # -- one thing

    def _folder_node(self, node: Node, path: bytes, place: bytes, existing: Existing | None) -> None:
        try:
            item = Item(place, entry_from_node(node))
        except Damaged as error:
            self._problems.append(NotRestored(text(place), "damaged", error.message))
            self._blocked.add(place)
            return
        if existing is None or existing.kind != "dir":
            self._missing.add(place)
        wanted = self.matcher.wants(path)
        if not wanted and not self.matcher.descends(path):
            return
        if existing is not None and existing.kind != "dir":
            if self._options.overwrite == "never":
                self._blocked.add(place)
                self._problems.append(NotRestored(text(place), "in-the-way", f"A {existing.kind} stands where this folder belongs."))
                return
            if wanted:
                self._count("overwritten", place)
        if wanted:
            self._need_folder(place.rpartition(b"/")[0])
            self._folders.append(item)
            self._known.add(place)
        else:
            self._waiting[place] = item

    def _need_folder(self, place: bytes) -> None:
        """A folder above something that is wanted: made when it is missing, otherwise left as it is."""
        if place in self._known:
            return
        self._need_folder(place.rpartition(b"/")[0])
        self._known.add(place)
        if item := self._waiting.pop(place, None):
            self._folders.append(item)
            self._passing.add(place)

    def _leaf(self, node: Node, path: bytes, place: bytes, existing: Existing | None) -> None:
        try:
            entry = entry_from_node(node)
            item = Item(place, entry, tuple(node.blob_ids()) if node.type == "file" else ())
        except Damaged as error:
            self._problems.append(NotRestored(text(place), "damaged", error.message))
            return
        if problem := self._cannot(item, existing):
            self._problems.append(problem)
            return
        if path.startswith(DUMPS + b"/") and text(entry.name) not in SPECIAL:
            self._tables.append(text(entry.name).rpartition(".")[0] or text(entry.name))
        action = self._action(entry, existing)
        self._count(action, place)
        if action == "left":
            return
        self._need_folder(place.rpartition(b"/")[0])
        if entry.kind != "file":
            if action != "unchanged":
                self._special.append(item)
        else:
            self._file(item, action, existing)

    def _file(self, item: Item, action: str, existing: Existing | None) -> None:
        first = None
        if item.entry.links > 1:
            key = (item.entry.device_id, item.entry.inode, item.content)
            first = self._firsts.setdefault(key, item.path)
        if action == "unchanged":
            if existing is not None and self._differs(item.entry, existing):
                self._refreshed.append(item)
        elif first is not None and first != item.path:
            self._hard_links.append((item, first))
        else:
            self._files.append(item)
            self._take_space(item, existing)

    def _cannot(self, item: Item, existing: Existing | None) -> NotRestored | None:
        kind = item.entry.kind
        if kind == "socket":
            return NotRestored(text(item.path), "unsupported", "Sockets are made anew by the program that uses them.")
        if kind in ("dev", "chardev") and not self._rights.setid:
            return NotRestored(text(item.path), "unsupported", "Device nodes are restored only when asked for.")
        if existing is not None and existing.kind == "dir" and not self._may_replace_folder(item.path):
            return NotRestored(text(item.path), "in-the-way", "A folder that is not empty stands there; it is left alone.")
        return None

    def _may_replace_folder(self, place: bytes) -> bool:
        if self._options.overwrite == "never":
            return False
        if self._target is None or not self._target.names(place):
            return True
        return self._removals is not None and self._removals.remove_whole(place)

    def _action(self, entry: Entry, existing: Existing | None) -> str:
        if existing is None:
            return "added"
        rule = self._options.overwrite
        same = (existing.kind, existing.mtime_ns) == (entry.kind, entry.mtime_ns) and (entry.kind != "file" or existing.size == entry.size)
        if rule == "never":
            return "left"
        if rule == "newer" and entry.mtime_ns <= existing.mtime_ns:
            return "unchanged" if same else "left"
        return "unchanged" if same and rule != "always" else "overwritten"

    def _differs(self, entry: Entry, existing: Existing) -> bool:
        from holdfast.targets.folder_base import permissions

        if self._rights.owner and (entry.uid, entry.gid) != (existing.uid, existing.gid):
            return True
        return permissions(entry, self._rights) != existing.mode or bool(self._rights.xattrs and entry.xattrs)

    # -- results

    def _count(self, action: str, place: bytes) -> None:
        self._counts[action] += 1
        samples = self._samples.get(action)
        if samples is not None and len(samples) < SAMPLES:
            samples.append(text(place))

    def _take_space(self, item: Item, existing: Existing | None) -> None:
        holes = sum(1 for blob in item.content if blob == _ZEROS) * (512 << 10) if len(item.content) > 1 else 0
        size = -(-max(0, item.entry.size - holes) // _CLUSTER) * _CLUSTER
        self._space += max(0, size - (existing.size if existing is not None and existing.kind == "file" else 0))
        if existing is not None:
            self._largest = max(self._largest, size)

    def plan(self) -> RestorePlan:
        from holdfast.targets.folder_base import free_space_of

        if unmatched := self.matcher.unmatched():
            raise NotFound(
                f"The backup {self._snapshot.id[:8]} has nothing at {', '.join(unmatched)}.",
                code="PATH-NOT-FOUND",
                hint="`holdfast backup files` lists what it has.",
            )
        return RestorePlan(
            snapshot=self._snapshot.id,
            target=self._root or Path(),
            options=self._options,
            folders=len(self._folders),
            bytes=sum(item.entry.size for item in self._files),
            space_needed=self._space + self._largest,
            space_free=free_space_of(self._root) if self._root is not None else None,
            samples={action: tuple(paths) for action, paths in self._samples.items() if paths},
            tables=tuple(self._tables),
            not_restored=tuple(self._problems),
            work=Work(
                tuple(self._removals.paths) if self._removals is not None else (),
                tuple(self._folders),
                frozenset(self._passing),
                tuple(self._files),
                tuple(self._hard_links),
                tuple(self._refreshed),
                tuple(self._special),
            ),
            **self._counts,
        )


def _place_of(repository: Repository) -> str:
    """The folder that a local repository lies in; "" for others."""
    location = repository.storage.location
    return os.path.realpath(location) if os.path.isdir(location) else ""
