"""Stats: the numbers add up, and agree with restic's."""

from __future__ import annotations

import os

import msgspec

from holdfast.engine.prune import PruneOptions, prune
from holdfast.engine.stats import stats
from tests.core.maintenance.scene import SITE, Scene


def test_numbers_agree_with_restic(three: Scene) -> None:
    found = stats(three.repository)
    raw = three.restic.json("stats", "--mode", "raw-data")
    assert found.packed_bytes == raw["total_size"]
    assert found.blobs == raw["total_blob_count"]
    assert found.restored_size == sum(len(data) for files in three.backups.values() for data in files.values())
    assert found.stored == sum(p.stat().st_size for p in three.path.rglob("?" * 64) if p.parent.name != "locks")
    assert found.unused_bytes == found.duplicate_bytes == 0
    assert found.compression >= 0.99  # random data does not shrink
    assert found.deduplication > 1.5


def test_what_each_backup_added_sums_up_to_everything(three: Scene) -> None:
    found = stats(three.repository)
    assert sum(backup.added for backup in found.backups) == found.packed_bytes
    assert found.backups[0].added > found.backups[1].added > 80_000


def test_unused_bytes_are_what_prune_frees(three: Scene) -> None:
    three.repository.remove_snapshot(next(iter(three.backups)))
    unused = stats(three.repository).unused_bytes
    assert unused > 0
    result = prune(three.repository, options=PruneOptions(max_unused=0))
    assert abs(result.bytes_freed - unused) < 5_000
    assert stats(three.repository).unused_bytes == 0


def test_sites_are_told_apart(scene: Scene) -> None:
    data = os.urandom(10_000)
    scene.backup({"a": data})
    scene.backup({"a": data, "b": b"b" * 10})
    scene.backup({"c": b"c"}, tags=msgspec.structs.replace(SITE, site="other", name="Blog"))
    scene.backup({"d": b"dd"}, tags=None)
    sites = {site.name: site for site in stats(scene.repository).sites}
    assert (sites["Shop"].backups, sites["Shop"].newest_size, sites["Shop"].restored_size) == (2, 10_010, 20_010)
    assert sites["Blog"].backups == 1
    assert sites["laptop"].newest_size == 2


def test_backups_without_a_summary_are_counted(scene: Scene) -> None:
    scene.backup({"x/a": b"a" * 100, "x/y/b": b"b" * 50, "c": b""}, summary=False)
    (backup,) = stats(scene.repository).backups
    assert (backup.files, backup.size) == (3, 150)
