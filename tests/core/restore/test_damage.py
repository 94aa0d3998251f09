"""A repository that is damaged: what is whole comes back, what is not is named and never written under its name (C1, C3, C4)."""

from __future__ import annotations

import random
import time
import zipfile
from pathlib import Path

import msgspec
import pytest

from holdfast.engine.drill import drill
from holdfast.engine.export import export
from holdfast.engine.restorer import RestoreResult, Selection
from holdfast.engine.verify import verify
from holdfast.errors import Damaged, NotFound, StorageError
from holdfast.repository.repository import Repository
from holdfast.repository.snapshots import Snapshot
from tests.core.restore.crafted import raw_file, raw_tree, store_raw
from tests.core.restore.scene import EXACT, back_up, bring_back
from tests.support.repositories import store_blobs
from tests.support.tree_state import State, tree_state


@pytest.fixture
def snapshot(repository: Repository, site: Path) -> Snapshot:
    return back_up(repository, site)


def packs(tmp_path: Path, repository: Repository, kind: str = "data") -> list[Path]:
    """The files of the packs that hold blobs of a kind, largest first."""
    found = [tmp_path / "repository/data" / pack.id[:2] / pack.id for pack in repository.load_index().packs() if pack.blobs[0].kind == kind]
    return sorted(found, key=lambda path: -path.stat().st_size)


def overwrite(path: Path, content: bytes) -> None:
    path.chmod(0o600)
    path.write_bytes(content)


def flipped(content: bytes, bit: int) -> bytes:
    changed = bytearray(content)
    changed[bit // 8] ^= 1 << bit % 8
    return bytes(changed)


def check_rest(before: dict[bytes, State], target: Path, result: RestoreResult) -> list[bytes]:
    """Whatever is there is right, whatever is not is named; the names. Folders above something that is missing keep their times."""
    after = tree_state(target)
    named = {item.path.encode() for item in result.not_restored}
    missing = before.keys() - after.keys()
    assert after.keys() <= before.keys()
    assert all(path in named or any(path.startswith(name + b"/") for name in named) for path in missing)
    assert [path for path in after if after[path].content != before[path].content] == []
    assert not [path for path in after if b".holdfast-" in path]
    return sorted(missing)


def test_flipped_bit_in_a_data_pack(tmp_path: Path, repository: Repository, site: Path, snapshot: Snapshot) -> None:
    """C1: 100 positions."""
    before = tree_state(site)
    chance = random.Random(1)
    (pack,) = packs(tmp_path, repository)
    good = pack.read_bytes()
    lost = 0
    for number in range(100):
        overwrite(pack, flipped(good, chance.randrange(len(good) * 8)))
        target = tmp_path / f"t{number}"
        _, result = bring_back(repository, snapshot, target, strip=site)
        missing = check_rest(before, target, result)
        lost += bool(missing)
        assert [item.path.encode() for item in result.not_restored] == missing
        if number % 5:
            continue
        found = verify(repository, snapshot, helpers=0)
        assert [item.path.removeprefix(str(site) + "/").encode() for item in found.damaged] == missing
    assert lost > 90  # the rest hit the pack's table of contents, which a restore does not need


def test_flipped_bit_in_a_tree_pack(tmp_path: Path, repository: Repository, site: Path, snapshot: Snapshot) -> None:
    """C1: folders that cannot be listed are named; when it is the root, the error says so."""
    before = tree_state(site)
    (pack,) = packs(tmp_path, repository, "tree")
    good = pack.read_bytes()
    chance = random.Random(2)
    outcomes = set()
    for number in range(30):
        overwrite(pack, flipped(good, chance.randrange(len(good) * 8)))
        target = tmp_path / f"t{number}"
        try:
            _, result = bring_back(repository, snapshot, target, strip=site)
        except Damaged:
            outcomes.add("nothing")
            continue
        outcomes.add("something missing" if check_rest(before, target, result) else "all there")
    assert {"nothing", "something missing"} <= outcomes


@pytest.mark.parametrize("damage", ["missing", "empty", "short", "foreign"])
def test_pack_that_is_gone_or_cut(tmp_path: Path, repository: Repository, site: Path, snapshot: Snapshot, damage: str) -> None:
    """C3: told at once, not after a quarter of an hour; C2: another pack's content under its name is not believed."""
    before = tree_state(site)
    (pack,) = packs(tmp_path, repository)
    good = pack.read_bytes()
    if damage == "missing":
        pack.unlink()
    else:
        foreign = packs(tmp_path, repository, "tree")[0].read_bytes()
        overwrite(pack, {"empty": b"", "short": good[: len(good) // 2], "foreign": foreign * 50}[damage])
    started = time.monotonic()
    _, result = bring_back(repository, snapshot, tmp_path / "t", strip=site)
    assert time.monotonic() - started < 10
    missing = check_rest(before, tmp_path / "t", result)
    assert b"wp-content/uploads/empty" not in missing
    assert b"link" not in missing
    assert missing
    assert {item.reason for item in result.not_restored} == {"damaged"}


def test_damaged_blob_with_a_second_copy_is_no_loss(tmp_path: Path, repository: Repository, site: Path, snapshot: Snapshot) -> None:
    (pack,) = packs(tmp_path, repository)
    store_blobs(repository, ("data", (site / "index.php").read_bytes()))
    overwrite(pack, bytes(pack.stat().st_size))
    _, result = bring_back(repository, snapshot, tmp_path / "t", strip=site)
    assert (tmp_path / "t/index.php").read_bytes() == (site / "index.php").read_bytes()
    assert not result.complete


@pytest.mark.parametrize("helpers", [0, 2])
@pytest.mark.parametrize("damage", ["garbage", "missing", "cut"])
def test_index_that_is_gone(tmp_path: Path, repository: Repository, site: Path, snapshot: Snapshot, damage: str, helpers: int) -> None:
    """C4: restored by the packs' own tables of contents."""
    for index in (tmp_path / "repository/index").iterdir():
        content = index.read_bytes()
        if damage == "missing":
            index.unlink()
        else:
            overwrite(index, b"garbage" if damage == "garbage" else content[: len(content) // 2])
    options = msgspec.structs.replace(EXACT, helpers=helpers)
    _, result = bring_back(repository, snapshot, tmp_path / "t", options, strip=site)
    assert result.not_restored == ()
    assert tree_state(tmp_path / "t") == tree_state(site)


def test_file_of_which_a_blob_was_never_stored(tmp_path: Path, repository: Repository, site: Path) -> None:
    tree = raw_tree(raw_file("gone", b"never stored"), raw_file("good", b"evil"))
    snapshot = store_raw(repository, tree)
    _, result = bring_back(repository, snapshot, tmp_path / "t")
    assert [(item.path, item.reason) for item in result.not_restored] == [("gone", "damaged")]
    assert [path.name for path in (tmp_path / "t").iterdir()] == ["good"]


def test_export_leaves_damaged_files_out_and_says_so(tmp_path: Path, repository: Repository, site: Path, snapshot: Snapshot) -> None:
    """C1, C3"""
    (pack,) = packs(tmp_path, repository)
    content = bytearray(pack.read_bytes())
    biggest = max((blob for found in repository.index.packs() for blob in found.blobs if blob.kind == "data"), key=lambda blob: blob.length)
    content[biggest.offset + 40] ^= 1
    overwrite(pack, bytes(content))
    result = export(repository, snapshot, Selection(), tmp_path / "out.zip", strip=str(site))
    (missing,) = [item.path for item in result.not_exported]
    with zipfile.ZipFile(tmp_path / "out.zip") as archive:
        assert archive.testzip() is None
        names = set(archive.namelist())
    assert missing not in names
    assert len([name for name in names if not name.endswith("/")]) == 6
    with (tmp_path / "stream.zip").open("wb") as stream, pytest.raises(Damaged):
        export(repository, snapshot, Selection(), stream, "zip", strip=str(site))


def test_drill_of_a_damaged_backup_fails(tmp_path: Path, repository: Repository, site: Path, snapshot: Snapshot) -> None:
    """C1"""
    (pack,) = packs(tmp_path, repository)
    overwrite(pack, flipped(pack.read_bytes(), 4000))
    result = drill(repository, snapshot, tmp_path / "scratch", strip=str(site))
    assert result.verdict == "failed"
    assert [check.name for check in result.checks if not check.ok] == ["restored"]
    assert list((tmp_path / "scratch").iterdir()) == []


def test_storage_that_is_gone_is_an_error_not_damage(tmp_path: Path, repository: Repository, site: Path, snapshot: Snapshot) -> None:
    """A disk that was pulled out is not called a damaged backup."""
    (tmp_path / "repository").rename(tmp_path / "elsewhere")
    with pytest.raises((StorageError, NotFound), match="not there"):
        bring_back(repository, snapshot, tmp_path / "t", strip=site)
