"""A folder, its backup made by the engine, and short words for restoring it."""

from __future__ import annotations

import random
from pathlib import Path

from holdfast.engine.archiver import ArchiveOptions, archive
from holdfast.engine.restorer import RestoreOptions, RestorePlan, RestoreResult, Selection, plan_restore, restore
from holdfast.repository.repository import Repository
from holdfast.repository.snapshots import Snapshot
from holdfast.repository.tags import SnapshotTags
from holdfast.sources.excludes import Excluder
from holdfast.sources.folder import FolderSource
from holdfast.storage.local import LocalStorage
from tests.support.repositories import new_repository

EXACT = RestoreOptions(owner=None, xattrs=True, setid=True)


def local_repository(tmp_path: Path) -> Repository:
    return new_repository(LocalStorage(tmp_path / "repository"))


def back_up(repository: Repository, root: Path, **tags: object) -> Snapshot:
    options = ArchiveOptions(hostname="host", helpers=0, tags=SnapshotTags(**tags))  # type: ignore[arg-type]  # the caller's words
    return archive(repository, [FolderSource(root, Excluder())], options).snapshot


def bring_back(
    repository: Repository,
    snapshot: Snapshot,
    target: Path,
    options: RestoreOptions = EXACT,
    selection: Selection = Selection(),  # noqa: B008 - frozen
    strip: str | Path = "",
) -> tuple[RestorePlan, RestoreResult]:
    """Plan, restore; both values."""
    plan = plan_restore(repository, snapshot, target, selection, options, strip=str(strip))
    return plan, restore(repository, plan)


def make_site(root: Path) -> Path:
    """A small site: three folders, a file of several blobs, a link."""
    for name, content in {
        "index.php": b"<?php // index",
        "wp-content/plugins/a/a.php": b"<?php // a",
        "wp-content/plugins/b/b.php": b"<?php // b",
        "wp-content/uploads/2026/photo.jpg": random.Random(5).randbytes(100_000),
        "wp-content/uploads/empty": b"",
        "wp-content/uploads/large.bin": b"".join(number.to_bytes(4, "big") * 4096 for number in range(200)),
    }.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    (root / "link").symlink_to("index.php")
    return root
