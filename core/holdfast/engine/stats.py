"""Stats: how large a repository is, what compression and deduplication save, and what each backup added."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import msgspec

from holdfast.cancellation import Cancellation
from holdfast.engine.check_walk import TreeWalk
from holdfast.engine.prune_index import list_packs, load_table
from holdfast.errors import HoldfastError
from holdfast.progress import SILENT, Progress, Totals
from holdfast.repository.ids import BlobId
from holdfast.repository.repository import Repository
from holdfast.repository.snapshots import Snapshot

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


class BackupSize(msgspec.Struct, frozen=True):
    """One backup. Sizes in bytes."""

    id: str
    time: str
    site: str
    files: int
    size: int
    """What a restore of it writes."""
    added: int
    """What it takes in the storage beyond all backups before it."""


class SiteSize(msgspec.Struct, frozen=True):
    """All backups of one site (``@`` and host for those of other programs)."""

    site: str
    name: str
    backups: int
    newest_size: int
    """What a restore of the newest one writes."""
    restored_size: int
    """What restoring all of them would write."""
    added: int
    """What they took in the storage, each in the order of its time."""


class Stats(msgspec.Struct, frozen=True):
    """A repository in numbers. Sizes in bytes; ratios are 1.0 where there is nothing."""

    stored: int
    """All files of the repository."""
    packs: int
    pack_bytes: int
    blobs: int
    """Different blobs."""
    plain_bytes: int
    """The different blobs before compression."""
    packed_bytes: int
    """The different blobs as stored."""
    duplicate_bytes: int
    """Second copies of blobs, as stored."""
    unused_bytes: int
    """Blobs that no backup needs, as stored: what prune can free."""
    snapshots: int
    restored_size: int
    """What restoring all backups would write."""
    compression: float
    """plain_bytes / packed_bytes."""
    deduplication: float
    """Size of all backups together / size of their different content."""
    sites: tuple[SiteSize, ...]
    backups: tuple[BackupSize, ...]
    """By time."""


def stats(repository: Repository, *, progress: Progress = SILENT, cancelled: Cancellation | None = None) -> Stats:
    """Count everything. Reads every tree once.

    Raises Damaged when the index cannot be read; unreadable backups are left out, with a remark.
    """
    import numpy as np

    snapshots = repository.snapshots(on_damaged=lambda _, error: progress.remark("BACKUP-UNREADABLE", error.message))
    table, _ = load_table(repository, cancelled=cancelled)
    if any(snapshot.summary is None for snapshot in snapshots):
        repository.load_index(cancelled)
    first = table.first_row
    packed: NDArray[np.int64] = table.length[first].astype(np.int64)
    plain = np.where(table.plain_length[first] > 0, table.plain_length[first], np.maximum(packed - 32, 0)).astype(np.int64)
    walk = TreeWalk(repository, table)
    sizes = _TreeSizes(repository, cancelled or Cancellation())
    backups = []
    for number, snapshot in enumerate(snapshots):
        before = walk.used.copy()
        walk.run([snapshot.tree_id], cancelled=cancelled)
        files, size = _figures(snapshot, sizes)
        added = int(packed[walk.used & ~before].sum())
        backups.append(BackupSize(snapshot.id, snapshot.time, _site(snapshot), files, size, added))
        progress.totals(Totals("check", files_done=number + 1, files_total=len(snapshots)))
    packs = list_packs(repository)
    restored = sum(backup.size for backup in backups)
    used_plain = int(plain[walk.used & (table.distinct < b"t")].sum())
    return Stats(
        stored=sum(packs.values()) + sum(i.size for kind in ("index", "snapshots", "keys") for i in repository.storage.list(kind)),
        packs=len(packs),
        pack_bytes=sum(packs.values()),
        blobs=len(table.distinct),
        plain_bytes=int(plain.sum()),
        packed_bytes=int(packed.sum()),
        duplicate_bytes=int(table.length.sum(dtype=np.int64) - packed.sum()),
        unused_bytes=int(packed[~walk.used].sum()),
        snapshots=len(snapshots),
        restored_size=restored,
        compression=_ratio(int(plain.sum()), int(packed.sum())),
        deduplication=_ratio(restored, used_plain),
        sites=_by_site(snapshots, backups),
        backups=tuple(backups),
    )


def _ratio(whole: int, part: int) -> float:
    return round(whole / part, 3) if whole and part else 1.0


def _site(snapshot: Snapshot) -> str:
    return snapshot.our_tags.site or f"@{snapshot.hostname}"


def _by_site(snapshots: Iterable[Snapshot], backups: Iterable[BackupSize]) -> tuple[SiteSize, ...]:
    names = {_site(s): s.our_tags.name or s.hostname for s in snapshots}  # the newest name wins
    groups: dict[str, list[BackupSize]] = {}
    for backup in backups:
        groups.setdefault(backup.site, []).append(backup)
    return tuple(
        SiteSize(site, names[site], len(group), group[-1].size, sum(b.size for b in group), sum(b.added for b in group))
        for site, group in sorted(groups.items())
    )


def _figures(snapshot: Snapshot, sizes: _TreeSizes) -> tuple[int, int]:
    """Files and bytes of a backup: its own summary, or counted (restic before 0.17 wrote none)."""
    if snapshot.summary is not None:
        return snapshot.summary.total_files_processed, snapshot.summary.total_bytes_processed
    return sizes.of(snapshot.tree_id)


class _TreeSizes:
    """Files and bytes below a tree, each different tree read once."""

    def __init__(self, repository: Repository, cancelled: Cancellation) -> None:
        self._repository = repository
        self._cancelled = cancelled
        self._known: dict[BlobId, tuple[int, int]] = {}

    def of(self, root: BlobId) -> tuple[int, int]:
        """(files, bytes). A tree that cannot be read counts as empty. Without recursion: trees may be deep."""
        stack: list[tuple[BlobId, tuple[int, int, list[BlobId]] | None]] = [(root, None)]
        while stack:
            tree, own = stack.pop()
            if own is not None:
                files, size, below = own
                children = [self._known[child] for child in below]
                self._known[tree] = (files + sum(c[0] for c in children), size + sum(c[1] for c in children))
            elif tree not in self._known:
                self._cancelled.check()
                own = self._read(tree)
                stack.append((tree, own))
                stack += [(child, None) for child in own[2]]
        return self._known[root]

    def _read(self, tree: BlobId) -> tuple[int, int, list[BlobId]]:
        try:
            nodes = self._repository.load_tree(tree)
            files = [node.size for node in nodes if node.type == "file"]
            return len(files), sum(files), [node.subtree_id() for node in nodes if node.type == "dir"]
        except HoldfastError:
            return 0, 0, []
