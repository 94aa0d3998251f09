"""A repository on disk, the archiver over a folder, restic as judge."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from holdfast.cancellation import Cancellation
from holdfast.engine.archiver import ArchiveOptions, ArchiveResult, archive
from holdfast.progress import SILENT, Progress
from holdfast.repository.repository import Repository
from holdfast.repository.tags import SnapshotTags
from holdfast.sources.base import StreamSource
from holdfast.sources.folder import FolderSource
from holdfast.storage.base import Storage
from holdfast.storage.local import LocalStorage
from tests.support.repositories import PASSWORD, new_repository
from tests.support.restic import Restic
from tests.support.tree_state import tree_state


class Scene:
    """`site` is what is backed up, `place` the repository's folder. Opens the repository anew for each backup, as the product does."""

    def __init__(self, scratch: Path) -> None:
        self.scratch = scratch
        self.site = scratch / "site"
        self.site.mkdir()
        self.place = scratch / "repository"
        new_repository(LocalStorage(self.place))
        self.restic = Restic(self.place, PASSWORD.reveal(), scratch / "restic")

    def open(self, storage: Storage | None = None) -> Repository:
        return Repository.open(storage or LocalStorage(self.place), PASSWORD)

    def backup(
        self,
        kind: str = "incremental",
        *,
        sources: Sequence[FolderSource | StreamSource] | None = None,
        progress: Progress = SILENT,
        cancelled: Cancellation | None = None,
        storage: Storage | None = None,
        **options: Any,
    ) -> ArchiveResult:
        values = {"tags": SnapshotTags(site="a-site"), "helpers": 0, **options}
        wanted = [FolderSource(self.site)] if sources is None else sources
        return archive(lambda: self.open(storage), wanted, ArchiveOptions(kind=kind, **values), progress, cancelled)

    def judge(self, snapshot: str = "latest") -> None:
        """restic finds no error, and what it restores is what the site is now."""
        self.restic.check()
        target = self.scratch / f"restored-{len(list(self.scratch.iterdir()))}"
        self.restic.restore(snapshot, target)
        assert tree_state(target / self.site.relative_to("/")) == tree_state(self.site)


@pytest.fixture
def scene(tmp_path: Path) -> Scene:
    return Scene(tmp_path)


class Remarks(Progress):
    """Keeps what was said."""

    def __init__(self) -> None:
        self.remarks: list[tuple[str, dict[str, Any]]] = []

    def remark(self, code: str, message: str, **details: Any) -> None:
        self.remarks.append((code, details))
