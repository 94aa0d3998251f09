"""When something goes wrong: with single files, with the computer, with the lock, with a helper, on request."""

from __future__ import annotations

import errno
import os
import signal
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from holdfast.cancellation import Cancellation
from holdfast.engine import archiver_blobs
from holdfast.engine.archiver import ArchiveOptions, archive
from holdfast.errors import Busy, Cancelled, InternalError, NotFound, StorageError, UsageError
from holdfast.progress import Progress, Totals
from holdfast.repository.compression import Compressor
from holdfast.repository.crypto import Sealer
from holdfast.repository.repository import Repository
from holdfast.sources.folder import FolderSource
from holdfast.storage.faulty import Fault, FaultyStorage
from holdfast.storage.local import LocalStorage
from tests.core.archiver.conftest import Remarks, Scene
from tests.core.archiver.test_archive import summary
from tests.support.site_folder import make_files


def replace_read(monkeypatch: pytest.MonkeyPatch, instead: Callable[[int, int], bytes]) -> None:
    """`os.read` as the archiver sees it."""

    class Os:
        def __getattr__(self, name: str) -> Any:
            return instead if name == "read" else getattr(os, name)

    monkeypatch.setattr(archiver_blobs, "os", Os())


@pytest.mark.parametrize("number", [errno.EACCES, errno.ENOENT, errno.EIO])
def test_b1_b2_a_file_that_cannot_be_read_is_told(scene: Scene, monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    """Unreadable, vanished, failing disk: left out, named, and the rest is whole."""
    make_files(scene.site, files=30)
    bad = scene.site / "part-3/file-3.txt"
    inode = bad.stat().st_ino

    def read(descriptor: int, size: int) -> bytes:
        if os.fstat(descriptor).st_ino == inode:
            raise OSError(number, os.strerror(number))
        return os.read(descriptor, size)

    replace_read(monkeypatch, read)
    remarks = Remarks()
    result = scene.backup(progress=remarks)
    reason = {errno.EACCES: "unreadable", errno.ENOENT: "vanished", errno.EIO: "io-error"}[number]
    assert [(one.path, one.reason) for one in result.skipped] == [(str(bad), reason)]
    assert remarks.remarks == [(f"FILE-{reason.upper()}", {"path": str(bad), "reason": reason})]
    assert summary(result).total_files_processed == 31
    monkeypatch.undo()
    bad.unlink()
    # its folder's times changed; everything else is as it was
    os.utime(bad.parent, ns=(0, 0))
    assert summary(scene.backup()).files_unmodified == 31
    scene.judge()


def test_b1_a_folder_that_vanishes_after_the_scan(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    """All its files are told as vanished."""
    make_files(scene.site, files=14)
    real = FolderSource.scan

    def scan(self: FolderSource, skipped: Any) -> Any:
        folders = list(real(self, skipped))
        (scene.site / "part-1").rename(scene.scratch / "elsewhere")
        return iter(folders)

    monkeypatch.setattr(FolderSource, "scan", lambda self, skipped: (folder for folder in scan(self, skipped)))
    result = scene.backup()
    assert sorted((Path(one.path).name, one.reason) for one in result.skipped) == [("file-1.txt", "vanished"), ("file-8.txt", "vanished")]
    scene.restic.check()


def test_b1_a_file_that_grows_while_it_is_read_is_stored_and_told(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was read is stored with its true length; the file counts as changed."""
    for name, size in (("small", 1000), ("long", 900_000)):
        (scene.site / name).write_bytes(os.urandom(size))

    def read(descriptor: int, size: int) -> bytes:
        path = os.readlink(f"/proc/self/fd/{descriptor}")
        if path.endswith("small"):
            with open(path, "ab") as file:
                file.write(b"more")
        return os.read(descriptor, size)

    replace_read(monkeypatch, read)
    result = scene.backup()
    assert [(one.path, one.reason) for one in result.skipped] == [(str(scene.site / "small"), "changed")]
    assert summary(result).total_files_processed == 2
    monkeypatch.undo()
    scene.restic.check()
    scene.restic.restore(result.snapshot.id, scene.scratch / "out")
    stored = (scene.scratch / "out" / scene.site.relative_to("/") / "small").read_bytes()
    assert len(stored) > 1000
    assert (scene.site / "small").read_bytes().startswith(stored)
    assert summary(scene.backup()).files_changed == 1


def test_b1_a_pipe_in_the_place_of_a_file(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither waits for a writer nor stores nonsense."""
    (scene.site / "file").write_bytes(b"x" * 10)
    real = FolderSource.scan

    def scan(self: FolderSource, skipped: Any) -> Any:
        yield from list(real(self, skipped))
        (scene.site / "file").unlink()
        os.mkfifo(scene.site / "file")

    monkeypatch.setattr(FolderSource, "scan", scan)
    assert [one.reason for one in scene.backup().skipped] == ["vanished"]


def test_many_unreadable_files_do_not_flood(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    """All are in the result; remarks end at a thousand."""
    monkeypatch.setattr("holdfast.engine.archiver_run.MOST_REMARKS", 3)
    make_files(scene.site, files=10)

    def read(descriptor: int, size: int) -> bytes:
        raise OSError(errno.EIO, "failing disk")

    replace_read(monkeypatch, read)
    remarks = Remarks()
    result = scene.backup(progress=remarks)
    assert (len(result.skipped), len(remarks.remarks)) == (12, 3)


@pytest.mark.parametrize("what", ["compressor", "cipher"])
def test_e1_bad_bytes_never_leave(scene: Scene, monkeypatch: pytest.MonkeyPatch, what: str) -> None:
    """An encoder that errs now and then (a bad library, bad memory): the run stops, and nothing it made is part of a backup."""
    make_files(scene.site, files=50)
    scene.backup()
    make_files(scene.site / "more", files=50, seed=7)
    calls = 0

    def now() -> bool:
        nonlocal calls
        calls += 1
        return calls == 30

    def compress(self: Compressor, plain: bytes) -> bytes:
        result = bytearray(compressed(self, plain))
        if now():
            result[len(result) // 2] ^= 4
        return bytes(result)

    def seal_into(self: Sealer, plain: bytes, target: memoryview) -> int:
        length = sealed(self, plain, target)
        if now():
            target[length // 2] ^= 4
        return length

    compressed, sealed = Compressor.compress, Sealer.seal_into
    if what == "cipher":
        monkeypatch.setattr(Sealer, "seal_into", seal_into)
    else:
        monkeypatch.setattr(Compressor, "compress", compress)
    with pytest.raises(InternalError) as caught:
        scene.backup()
    assert caught.value.code == "VERIFY"
    monkeypatch.undo()
    assert len(scene.open().snapshots()) == 1
    assert scene.restic.list("locks") == []
    scene.restic.run("check", "--read-data")
    scene.backup()
    scene.judge()


class During(Progress):
    """Does something once, in mid-backup."""

    def __init__(self, action: Callable[[], object], files: int = 1) -> None:
        self._action, self._files, self.happened = action, files, 0.0

    def totals(self, totals: Totals) -> None:
        if not self.happened and totals.files_done >= self._files:
            self.happened = time.monotonic()
            self._action()


@pytest.fixture
def often_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """Small batches, so that there is a middle."""
    monkeypatch.setattr("holdfast.engine.archiver_queue.BATCH_FILES", 8)
    monkeypatch.setattr("holdfast.engine.archiver_run.TELL_EVERY", 0.0)


@pytest.mark.usefixtures("often_told")
@pytest.mark.parametrize("helpers", [0, 1])
def test_cancel_keeps_what_was_done(scene: Scene, monkeypatch: pytest.MonkeyPatch, helpers: int) -> None:
    """Within two seconds, as a snapshot tagged partial that restic restores; the next run goes on from it."""
    monkeypatch.setattr("holdfast.engine.archiver_crew.HELPERS_FROM_FILES", 10)
    make_files(scene.site, files=400, large=9_000_000)
    cancelled = Cancellation()
    progress = During(cancelled.cancel, files=100)
    with pytest.raises(Cancelled) as caught:
        scene.backup(progress=progress, cancelled=cancelled, helpers=helpers)
    assert time.monotonic() - progress.happened < 2
    (partial,) = scene.open().snapshots()
    assert partial.id == caught.value.details["snapshot"]
    assert partial.our_tags.partial
    assert partial.summary is not None
    assert 100 <= partial.summary.total_files_processed < 402
    scene.restic.check()
    assert scene.restic.list("locks") == []
    result = scene.backup(helpers=helpers)
    assert summary(result).files_unmodified >= 100
    assert not result.snapshot.our_tags.partial
    scene.judge(result.snapshot.id)


def test_cancel_at_once_leaves_nothing(scene: Scene) -> None:
    """Before anything is stored there is no partial snapshot."""
    make_files(scene.site, files=10)
    cancelled = Cancellation()
    cancelled.cancel()
    with pytest.raises(Cancelled) as caught:
        scene.backup(cancelled=cancelled)
    assert "snapshot" not in caught.value.details
    assert scene.restic.list("snapshots") + scene.restic.list("locks") == []


@pytest.mark.usefixtures("often_told")
def test_l4_a_lock_that_vanishes_stops_the_run(scene: Scene) -> None:
    """Somebody unlocked and may prune: no snapshot is written, and the error says why."""
    make_files(scene.site, files=100)

    def unlock() -> None:
        for path in (scene.place / "locks").iterdir():
            path.unlink()

    with pytest.raises(Busy) as caught:
        scene.backup(progress=During(unlock, files=20))
    assert caught.value.code == "LOCK-LOST"
    assert scene.open().snapshots() == []
    scene.backup()
    scene.judge()


@pytest.mark.usefixtures("often_told")
def test_l4_a_lock_that_cannot_be_renewed_stops_the_run(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    """After 22.5 minutes without a refresh (a sleeping laptop): stopped in mid-work, not at the end."""
    make_files(scene.site, files=400)
    real = time.time
    progress = During(lambda: monkeypatch.setattr(time, "time", lambda: real() + 31 * 60), files=20)
    monkeypatch.setattr("holdfast.repository.locks.Lock.confirm", lambda self: None)
    with pytest.raises(Busy) as caught:
        scene.backup(progress=progress)
    assert caught.value.code == "LOCK-LOST"
    monkeypatch.undo()
    assert scene.open().snapshots() == []


def test_the_root_is_no_source(scene: Scene) -> None:
    """It would need a folder without a name."""
    with pytest.raises(UsageError):
        scene.backup(sources=[FolderSource(Path("/"))])


def test_a_foreign_exclusive_lock_refuses(scene: Scene) -> None:
    """A prune at work: nothing is stored, no lock of ours is left."""
    make_files(scene.site, files=10)
    with scene.open().lock(exclusive=True):
        with pytest.raises(Busy):
            scene.backup()
        assert len(list((scene.place / "locks").iterdir())) == 1
    assert scene.open().snapshots() == []


def test_an_index_that_changes_before_the_lock_holds_is_read_again(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    """Prune replaced index and packs between our reading the index and our lock: the run begins again with the new one."""
    make_files(scene.site, files=10)
    scene.backup()
    packs_and_index = [info.name for kind in ("data", "index") for info in LocalStorage(scene.place).list(kind)]
    real = Repository.load_index
    times = 0

    def load_index(self: Repository, *arguments: Any, **more: Any) -> Any:
        nonlocal times
        times += 1
        index = real(self, *arguments, **more)
        if times == 1:
            for name in packs_and_index:
                self.storage.delete(name)
        return index

    monkeypatch.setattr(Repository, "load_index", load_index)
    result = scene.backup()
    assert times == 2
    assert summary(result).files_unmodified == 0
    assert summary(result).data_added > summary(result).total_bytes_processed  # and all the trees


@pytest.mark.usefixtures("often_told")
def test_a_helper_that_dies_fails_the_run(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    """Blobs that it had promised are not there: no snapshot, and a clear word."""
    monkeypatch.setattr("holdfast.engine.archiver_crew.HELPERS_FROM_FILES", 10)
    make_files(scene.site, files=2000, size=60_000)

    def kill() -> None:
        import multiprocessing

        for child in multiprocessing.active_children():
            assert child.pid is not None
            os.kill(child.pid, signal.SIGKILL)

    with pytest.raises(InternalError) as caught:
        scene.backup(progress=During(kill, files=300), helpers=1)
    assert caught.value.code == "HELPER-DIED"
    assert scene.open().snapshots() == []
    scene.backup()
    scene.judge()


def test_an_error_in_a_helper_keeps_its_kind(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    """A storage that fails there is told as what it is."""
    monkeypatch.setattr("holdfast.engine.archiver_crew.HELPERS_FROM_FILES", 10)
    make_files(scene.site, files=300, size=100_000)
    data = scene.place / "data"
    data.rename(scene.scratch / "data")
    data.write_bytes(b"no folder")
    with pytest.raises((StorageError, NotFound), match="data/"):
        scene.backup(helpers=1)


@pytest.mark.parametrize("lost", [False, True])
def test_n1_every_save_fails_once(scene: Scene, lost: bool) -> None:
    """The n-th save fails (or its answer is lost), for every n: an error, nothing half, and the next run is good."""
    make_files(scene.site, files=20, large=600_000)
    scene.backup()
    number = 0
    while True:
        number += 1
        make_files(scene.site / f"more-{number}", files=3, large=1000, seed=number)
        fault = Fault("lost_answer" if lost else "error", "save", at=number, error=StorageError, retryable=False)
        storage = FaultyStorage(LocalStorage(scene.place), fault)
        before = len(scene.open().snapshots())
        try:
            scene.backup(storage=storage)
        except StorageError:
            assert len(scene.open().snapshots()) <= before + lost
            scene.restic.run("unlock", "--remove-all")
            assert storage.struck
        else:
            break
    assert number > 3
    scene.judge()


def test_a_checkpoint_index_saves_work(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    """A run that is killed after an intermediate index need not store those blobs again."""
    monkeypatch.setattr("holdfast.engine.archiver_run.CHECKPOINT_EVERY", 0.0)
    make_files(scene.site, files=5, large=40_000_000)
    with pytest.raises(KeyboardInterrupt):
        scene.backup(progress=DieAfterIndex(scene))
    assert scene.open().snapshots() == []
    result = scene.backup()
    assert 0 < summary(result).data_added < 80_000_000
    scene.judge()


class DieAfterIndex(Progress):
    """Ends the run, without a chance to tidy up, once an index is there."""

    def __init__(self, scene: Scene) -> None:
        self._index = scene.place / "index"

    def totals(self, totals: Totals) -> None:
        if any(self._index.iterdir()):
            raise KeyboardInterrupt


def test_archive_takes_an_open_repository_too(scene: Scene) -> None:
    """The plain form, without a function that opens."""
    make_files(scene.site, files=3)
    result = archive(scene.open(), [FolderSource(scene.site)], ArchiveOptions())
    assert result.snapshot.id == scene.open().snapshots()[0].id
