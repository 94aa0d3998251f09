"""The storage in a folder."""

from __future__ import annotations

import errno
import os
import stat
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from holdfast.errors import Forbidden, NoSpace, NotFound, StorageError
from holdfast.storage import disk
from holdfast.storage.local import LocalStorage
from tests.contracts.storage import StorageContract


class TestLocal(StorageContract):
    @pytest.fixture
    def storage(self, tmp_path: Path) -> LocalStorage:
        return made(tmp_path / "repo")


def made(path: Path) -> LocalStorage:
    storage = LocalStorage(path)
    storage.create()
    return storage


def files_below(path: Path) -> list[str]:
    return sorted(str(p.relative_to(path)) for p in path.rglob("*") if not p.is_dir())


def mode(path: Path) -> int:
    return stat.S_IMODE(path.lstat().st_mode)


def test_create_makes_the_folders_that_restic_makes(tmp_path: Path) -> None:
    made(tmp_path / "a" / "repo")
    folders = {str(p.relative_to(tmp_path / "a" / "repo")) for p in (tmp_path / "a" / "repo").rglob("*")}
    assert folders == {"data", "index", "keys", "locks", "snapshots", *(f"data/{n:02x}" for n in range(256))}


def test_modes_are_private_whatever_the_umask(tmp_path: Path) -> None:
    """X5: folders 0700, files 0400."""
    before = os.umask(0)
    try:
        storage = made(tmp_path / "above" / "repo")
        storage.save("config", [b"c"])
        storage.save("data/ab/cd", [b"d"])
        storage.save("strange/cd", [b"d"])
    finally:
        os.umask(before)
    for path in (tmp_path / "above", *(tmp_path / "above").rglob("*")):
        assert mode(path) == (0o700 if path.is_dir() else 0o400), path


def test_modes_follow_a_config_that_the_group_may_read(tmp_path: Path) -> None:
    made(tmp_path).save("config", [b"c"])
    (tmp_path / "config").chmod(0o440)
    before = os.umask(0)
    try:
        storage = LocalStorage(tmp_path)
        storage.save("other/ab", [b"d"])
    finally:
        os.umask(before)
    assert mode(tmp_path / "other") == 0o770
    assert mode(tmp_path / "other" / "ab") == 0o440


def test_a_data_folder_that_is_missing_is_made(tmp_path: Path) -> None:
    storage = made(tmp_path / "repo")
    (tmp_path / "repo" / "data" / "ab").rmdir()
    storage.save("data/ab/cd", [b"d"])
    assert mode(tmp_path / "repo" / "data" / "ab") == 0o700


def test_a_disk_that_is_gone_is_not_filled_at_its_mount_point(tmp_path: Path) -> None:
    storage = LocalStorage(tmp_path / "unmounted")
    for call in (lambda: storage.save("data/ab/cd", [b"x"]), lambda: storage.load("config"), lambda: list(storage.list("data"))):
        with pytest.raises(NotFound) as caught:
            call()
        assert caught.value.code == "STORAGE-MISSING"
    assert not (tmp_path / "unmounted").exists()


@pytest.mark.parametrize("step", ["_write_all", "_make_read_only", "sync", "move_over"])
@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO, errno.EDQUOT])
def test_an_error_at_any_step_of_a_save_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, number: int) -> None:
    """N1, N2: a failed save is one clear error and no leftover."""
    storage = made(tmp_path)

    def fail(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(disk, step, fail)
    with pytest.raises(StorageError) as caught:
        storage.save("data/ab/cd", [b"x" * 1000])
    assert files_below(tmp_path) == []
    assert not caught.value.retryable
    if number != errno.EIO:
        assert isinstance(caught.value, NoSpace)
        assert caught.value.details["needed"] == 1000
        assert "1,000 bytes" in caught.value.message
        assert caught.value.hint


def test_a_write_that_stops_short_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    storage = made(tmp_path)
    monkeypatch.setattr(disk, "_write_all", lambda descriptor, parts: os.write(descriptor, b"half"))
    with pytest.raises(StorageError):
        storage.save("data/ab/cd", [b"x" * 1000])
    assert files_below(tmp_path) == []


@pytest.mark.parametrize("step", [1, 5, 4096, 100_000])
def test_a_system_that_writes_little_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: int) -> None:
    real = os.writev
    calls = 0

    def writev(descriptor: int, parts: list[bytes]) -> int:
        nonlocal calls
        calls += 1
        return real(descriptor, [b"".join(parts)[:step]])

    monkeypatch.setattr(os, "writev", writev)
    storage = made(tmp_path)
    parts = [b"abc", b"", b"defgh" * 10, b"i" * 200]
    storage.save("index/ab", parts)
    assert storage.load("index/ab") == b"".join(parts)
    assert calls == -(-253 // step)


def test_a_system_without_writev(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(os, "writev")
    storage = made(tmp_path)
    storage.save("index/ab", [b"abc", b"", memoryview(b"def")])
    assert storage.load("index/ab") == b"abcdef"


@pytest.mark.parametrize("number", [errno.ENOTSUP, errno.EINVAL])
def test_a_file_system_that_cannot_sync_is_tolerated(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    def fail(_: int) -> None:
        raise OSError(number, "cannot")

    monkeypatch.setattr(os, "fsync", fail)
    storage = made(tmp_path)
    storage.save("index/ab", [b"x"])
    assert storage.load("index/ab") == b"x"


def test_only_new_without_hard_links(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise OSError(errno.ENOTSUP, "no links here")

    monkeypatch.setattr(os, "link", fail)
    storage = made(tmp_path)
    storage.save("config", [b"first"], only_new=True)
    with pytest.raises(StorageError) as caught:
        storage.save("config", [b"second"], only_new=True)
    assert caught.value.code == "EXISTS"
    assert files_below(tmp_path) == ["config"]
    assert storage.load("config") == b"first"


def test_an_interrupted_save_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    storage = made(tmp_path)

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(disk, "move_over", interrupt)
    with pytest.raises(KeyboardInterrupt):
        storage.save("index/ab", [b"x"])
    assert files_below(tmp_path) == []


def denied(number: int) -> Callable[..., int]:
    def call(*_: object, **__: object) -> int:
        raise OSError(number, os.strerror(number))

    return call


@pytest.mark.parametrize("number", [errno.EACCES, errno.EPERM, errno.EROFS])
def test_a_place_that_refuses_is_forbidden_with_one_clear_message(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    """N5 (as root, so the system's answer is made up; the read-only mount is real in test_full_disk)."""
    storage = made(tmp_path)
    storage.save("index/ab", [b"x"])
    monkeypatch.setattr(os, "open", denied(number))
    with pytest.raises(Forbidden) as caught:
        storage.save("index/cd", [b"x"])
    assert caught.value.code == "STORAGE-DENIED"
    assert str(tmp_path) in caught.value.message
    assert "written" in caught.value.message
    assert caught.value.hint
    assert not caught.value.retryable
    with pytest.raises(Forbidden) as caught:
        storage.load("index/ab")
    assert "read" in caught.value.message


def test_sweep_removes_old_leftovers_only(tmp_path: Path) -> None:
    storage = made(tmp_path)
    storage.save("data/ab/abcd", [b"d"])
    old = time.time() - 25 * 3600
    for name in ("data/ab/abcd-tmp-123", "data/ab/ef-tmp-0", "keys/a-tmp-b", "config-tmp-77"):
        (tmp_path / name).write_bytes(b"half")
        os.utime(tmp_path / name, (old, old))
    (tmp_path / "data/ab/new-tmp-1").write_bytes(b"being written")
    os.utime(tmp_path / "data/ab/abcd", (old, old))
    (tmp_path / "data/ab/link-tmp-1").symlink_to(tmp_path / "data/ab/abcd")
    assert storage.sweep() == 4
    assert files_below(tmp_path) == ["data/ab/abcd", "data/ab/link-tmp-1", "data/ab/new-tmp-1"]


def test_sizes_and_lists_count_files_only(tmp_path: Path) -> None:
    storage = made(tmp_path)
    (tmp_path / "index" / "folder").mkdir()
    (tmp_path / "index" / "link").symlink_to("/etc/passwd")
    (tmp_path / "index" / "LÄRM\n").write_bytes(b"a stranger's")
    assert not storage.exists("index/folder")
    assert [info.name for info in storage.list("index")] == ["index/LÄRM\n"]


def test_a_list_survives_files_that_vanish_meanwhile(tmp_path: Path) -> None:
    storage = made(tmp_path)
    for name in "abcdef":
        storage.save(f"index/{name}", [b"x"])
    listing = storage.list("index")
    first = next(listing)
    for name in "abcdef":
        storage.delete(f"index/{name}")
    assert [first.size, *(info.size for info in listing)] == [1]


def test_free_space_is_the_disks(tmp_path: Path) -> None:
    free = made(tmp_path).free_space()
    assert free is not None
    assert free > 1_000_000


def test_a_file_in_the_place_of_the_folder(tmp_path: Path) -> None:
    (tmp_path / "repo").write_bytes(b"")
    storage = LocalStorage(tmp_path / "repo")
    with pytest.raises((NotFound, StorageError)):
        storage.create()
    with pytest.raises(NotFound):
        storage.load("config")


def test_the_location_does_not_change_with_the_working_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    storage = LocalStorage("repo")
    monkeypatch.chdir("/")
    storage.create()
    assert (tmp_path / "repo" / "data" / "ff").is_dir()
