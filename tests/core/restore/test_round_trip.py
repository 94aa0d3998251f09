"""What is restored equals what was backed up, in everything; restic is the judge both ways (B4)."""

from __future__ import annotations

import os
from pathlib import Path

import msgspec
import pytest

from holdfast.engine.restorer import Selection
from holdfast.repository.repository import Repository
from holdfast.secret import Secret
from holdfast.storage.local import LocalStorage
from tests.core.restore.scene import EXACT, back_up, bring_back
from tests.support.hostile_tree import make_hostile_tree
from tests.support.repositories import PASSWORD
from tests.support.restic import INSTALLED, NEWER, Restic
from tests.support.tree_state import differences, tree_state

VERSIONS = [INSTALLED, *(pytest.param(version, marks=pytest.mark.long) for version in NEWER)]


@pytest.mark.parametrize("helpers", [0, 2])
def test_every_kind_and_name_comes_back_exactly(tmp_path: Path, repository: Repository, helpers: int) -> None:
    """B4: content, mode, owner, nanoseconds, attributes, links of every kind, hostile names; also with helper processes."""
    root = tmp_path / "source"
    make_hostile_tree(root)
    before = tree_state(root)
    snapshot = back_up(repository, root)
    target = tmp_path / "target"
    plan, result = bring_back(repository, snapshot, target, msgspec.structs.replace(EXACT, helpers=helpers), strip=root)
    assert [item for item in result.not_restored if item.reason != "unsupported"] == []
    assert differences(before, tree_state(target)) == []
    assert plan.added == result.files
    status, original = target.stat(), root.stat()
    assert (status.st_mode, status.st_mtime_ns) == (original.st_mode, original.st_mtime_ns)


def test_restore_equals_that_of_restic(tmp_path: Path, repository: Repository) -> None:
    """What we wrote, restored by restic and by us, is the same."""
    root = tmp_path / "source"
    make_hostile_tree(root, old_go=True)
    snapshot = back_up(repository, root)
    restic = Restic(tmp_path / "repository", PASSWORD.reveal(), tmp_path / "scratch")
    theirs, ours = tmp_path / "theirs", tmp_path / "ours"
    restic.restore(snapshot.id, theirs)
    _, result = bring_back(repository, snapshot, ours)
    inside = str(root).lstrip("/")
    assert differences(tree_state(theirs / inside), tree_state(ours / inside)) == []
    assert result.complete or all(item.reason == "unsupported" for item in result.not_restored)


@pytest.mark.parametrize("version", VERSIONS)
def test_what_restic_wrote_is_restored(tmp_path: Path, version: str) -> None:
    root = tmp_path / "source"
    make_hostile_tree(root, old_go=True)
    (root / "large").write_bytes(os.urandom(5_000_000) + bytes(3_000_000))
    before = tree_state(root)
    restic = Restic(tmp_path / "repository", "x", tmp_path / "scratch", version=version)
    restic.init()
    restic.backup(root)
    repository = Repository.open(LocalStorage(tmp_path / "repository"), Secret("x"))
    target = tmp_path / "target"
    _, result = bring_back(repository, repository.snapshot("latest"), target, EXACT, Selection(), root)
    assert [item for item in result.not_restored if item.reason != "unsupported"] == []
    assert differences(before, tree_state(target)) == []


def test_large_files_with_holes_stay_sparse(tmp_path: Path, repository: Repository) -> None:
    root = tmp_path / "source"
    root.mkdir()
    with (root / "sparse").open("wb") as file:
        file.write(b"head")
        file.seek(30_000_000)
        file.write(b"middle")
        file.truncate(50_000_000)
    snapshot = back_up(repository, root)
    target = tmp_path / "target"
    plan, _ = bring_back(repository, snapshot, target, strip=root)
    assert (target / "sparse").read_bytes() == (root / "sparse").read_bytes()
    assert (target / "sparse").stat().st_blocks * 512 < 1_000_000
    assert plan.space_needed < 5_000_000


def test_whole_backup_arrives_with_its_folders_when_nothing_is_stripped(tmp_path: Path, repository: Repository, site: Path) -> None:
    snapshot = back_up(repository, site)
    bring_back(repository, snapshot, tmp_path / "target")
    assert differences(tree_state(site), tree_state(tmp_path / "target" / str(site).lstrip("/"))) == []


def test_repository_is_not_changed_by_restoring(tmp_path: Path, repository: Repository, site: Path) -> None:
    snapshot = back_up(repository, site)
    before = tree_state(tmp_path / "repository" / "data")
    bring_back(repository, snapshot, tmp_path / "target")
    assert tree_state(tmp_path / "repository" / "data") == before
    assert list((tmp_path / "repository" / "locks").iterdir()) == []
