"""A real S3 service (Ceph RGW): the contract, kills, several computers at once, a server that hangs or dies. Restic is the judge."""

from __future__ import annotations

import random
import shutil
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from holdfast.errors import AuthRejected, Forbidden, NoSpace
from holdfast.repository.repository import Repository
from holdfast.secret import Secret
from holdfast.storage.base import Storage, StorageAddress
from holdfast.storage.opening import open_storage
from holdfast.storage.rights import test_storage as try_storage
from tests.contracts.storage import StorageContract
from tests.support.ceph import CephCluster
from tests.support.engine_process import PASSWORD, EngineProcess
from tests.support.repositories import QUICK
from tests.support.restic import Restic
from tests.support.site_folder import change_files, content, make_files

pytestmark = [pytest.mark.long, pytest.mark.timeout(1800)]


@pytest.fixture(scope="module")
def ceph(tmp_path_factory: pytest.TempPathFactory) -> Iterator[CephCluster]:
    with CephCluster(tmp_path_factory.mktemp("ceph") / "c") as cluster:
        yield cluster


_buckets = iter(f"bucket-{number}" for number in range(10_000))


class TestCeph(StorageContract):
    """All in one bucket, each in a path of its own: a new bucket costs seconds there."""

    @pytest.fixture
    def storage(self, ceph: CephCluster) -> Iterator[Storage]:
        storage = open_storage(ceph.address("contract", next(_buckets)))
        storage.create()
        yield storage
        storage.close()


class Place:
    """A repository in a bucket, with its judge."""

    def __init__(self, ceph: CephCluster, scratch: Path) -> None:
        self.address: StorageAddress = ceph.address(next(_buckets), "a/path")
        self.scratch = scratch
        Repository.create(open_storage(self.address), Secret(PASSWORD), kdf=QUICK)
        self.restic = Restic(self.address.location, PASSWORD, scratch / "restic", environment=ceph.restic_environment())
        self.wanted: dict[str, tuple[Path, dict[str, str]]] = {}

    def back_up(self, source: Path, **more: Any) -> str:
        """A backup that succeeds; what it must give back is remembered."""
        result = EngineProcess(self.address, "backup", source=str(source), **more).result()
        assert result["outcome"] == "done", result
        self.wanted[result["snapshot"]] = source, content(source)
        return str(result["snapshot"])

    def wait_for_a_pack(self) -> None:
        """Until the backup that runs has stored something."""
        storage = open_storage(self.address)
        end = time.monotonic() + 60
        while next(storage.list("data"), None) is None:
            assert time.monotonic() < end
            time.sleep(0.05)

    def remove_dead_locks(self) -> None:
        """As a person would once it is known that the computer is gone (another host's lock is never removed by itself)."""
        self.restic.run("unlock", "--remove-all")

    def assert_whole(self, *, ours: bool = True) -> None:
        """Restic finds no error in any byte; every backup that was made comes back, by restic and by us."""
        self.restic.check()
        assert set(self.wanted) <= {snapshot["id"] for snapshot in self.restic.snapshots()}
        for snapshot, (source, wanted) in self.wanted.items():
            target = self.scratch / "back"
            self.restic.restore(snapshot, target)
            assert content(target / str(source).lstrip("/")) == wanted
            shutil.rmtree(target)
            if ours:
                result = EngineProcess(self.address, "restore", snapshot=snapshot, target=str(target)).result()
                assert result["outcome"] == "done", result
                assert result["not_restored"] == []
                assert content(target / str(source).lstrip("/")) == wanted
                shutil.rmtree(target)


def test_kill_at_any_moment_of_a_backup(ceph: CephCluster, tmp_path: Path) -> None:
    """K2: kill -9, 50 times; the repository stays whole, the next run completes."""
    place = Place(ceph, tmp_path)
    source = make_files(tmp_path / "source", files=150, large=3_000_000)
    place.back_up(source)
    dice = random.Random(2)
    change_files(source, 1)
    start = time.monotonic()
    place.back_up(source)
    duration = time.monotonic() - start
    killed = 0
    for number in range(50):
        change_files(source, 100 + number)
        process = EngineProcess(place.address, "backup", source=str(source))
        time.sleep(dice.random() * duration)
        process.kill()
        outcome = process.result()["outcome"]
        killed += outcome == "killed"
        place.remove_dead_locks()
        if number % 10 == 9:
            place.restic.check()
            place.back_up(source)
    assert killed >= 30
    place.back_up(source)
    place.wanted = dict([*place.wanted.items()][:2] + [*place.wanted.items()][-2:])
    place.assert_whole()


@pytest.mark.parametrize("round_", range(5))
def test_several_computers_write_at_once_and_one_prunes(ceph: CephCluster, tmp_path: Path, round_: int) -> None:
    """L1 (5 rounds of 4 writers = 20): all backups are good; a prune among them waits its turn or says that it is not its turn."""
    place = Place(ceph, tmp_path)
    sources = [make_files(tmp_path / f"source-{n}", files=80, large=2_000_000, seed=round_ * 10 + n) for n in range(4)]
    for source in sources[:2]:
        place.back_up(source, host=f"host-{source.name}")
    before = list(place.wanted)
    for source in sources:
        change_files(source, round_)
    writers = [EngineProcess(place.address, "backup", source=str(source), host=f"host-{source.name}", helpers=1) for source in sources]
    pruning = EngineProcess(place.address, "prune", keep=1)
    results = [writer.result() for writer in writers]
    pruned = pruning.result()
    assert [result["outcome"] for result in results] == ["done"] * 4, results
    assert pruned["outcome"] == "done" or pruned["code"] == "REPO-LOCKED", pruned
    for source, result in zip(sources, results, strict=True):
        place.wanted[result["snapshot"]] = source, content(source)
    there = {snapshot["id"] for snapshot in place.restic.snapshots()}
    for snapshot in before:
        if snapshot not in there:
            assert snapshot in pruned["forgotten"]
        del place.wanted[snapshot]
    place.assert_whole()
    assert place.restic.list("locks") == []


def test_two_computers_make_a_repository_in_the_same_place(ceph: CephCluster) -> None:
    """L1: one makes it, the other is told so."""
    from concurrent.futures import ThreadPoolExecutor

    from holdfast.errors import UsageError

    address = ceph.address(next(_buckets))
    open_storage(address).create()

    def attempt(_: int) -> str:
        try:
            return Repository.create(open_storage(address), Secret(PASSWORD), kdf=QUICK).id
        except UsageError as error:
            return error.code

    with ThreadPoolExecutor(4) as pool:
        outcomes = list(pool.map(attempt, range(4)))
    assert outcomes.count("REPO-EXISTS") == 3
    opened = Repository.open(open_storage(address), Secret(PASSWORD))
    assert opened.id in outcomes


@pytest.mark.parametrize("how", ["freeze", "kill"])
def test_a_server_that_comes_back_in_mid_backup(ceph: CephCluster, tmp_path: Path, how: str) -> None:
    """S2: the backup waits, resumes and is whole."""
    place = Place(ceph, tmp_path)
    source = make_files(tmp_path / "source", files=300, large=40_000_000)
    process = EngineProcess(place.address, "backup", source=str(source))
    place.wait_for_a_pack()
    with ceph.gone(how):
        time.sleep(8)
        assert process.process.poll() is None
    result = process.result(600)
    assert result["outcome"] == "done", result
    place.wanted[result["snapshot"]] = source, content(source)
    place.assert_whole()


@pytest.mark.parametrize("how", ["freeze", "kill"])
@pytest.mark.parametrize("helpers", [0, 1])
def test_cancelling_while_the_server_hangs(ceph: CephCluster, tmp_path: Path, how: str, helpers: int) -> None:
    """S2: at most two seconds (and a little for a busy machine)."""
    place = Place(ceph, tmp_path)
    source = make_files(tmp_path / "source", files=300, large=40_000_000)
    process = EngineProcess(place.address, "backup", source=str(source), helpers=helpers)
    place.wait_for_a_pack()
    with ceph.gone(how):
        time.sleep(1.5)
        process.cancel()
        try:
            result = process.result(60)
        finally:
            process.kill()
    assert result["outcome"] == "failed"
    assert result["code"] == "CANCELLED"
    assert result["seconds_after_cancel"] < 3
    place.remove_dead_locks()
    place.back_up(source)
    place.assert_whole(ours=False)


@pytest.mark.parametrize("how", ["freeze", "kill"])
def test_a_server_that_never_comes_back(ceph: CephCluster, tmp_path: Path, how: str) -> None:
    """S2: an error within 15 minutes; the lock and all else is tidied up or harmless."""
    place = Place(ceph, tmp_path)
    source = make_files(tmp_path / "source", files=300, large=40_000_000)
    process = EngineProcess(place.address, "backup", source=str(source))
    place.wait_for_a_pack()
    with ceph.gone(how):
        try:
            result = process.result(16 * 60)
        finally:
            process.kill()
    assert result["outcome"] == "failed"
    assert result["kind"] == "network"
    assert result["hint"]
    assert result["seconds"] < 15 * 60
    place.remove_dead_locks()
    place.back_up(source)
    place.assert_whole(ours=False)


def test_rights_quota_and_suspension(ceph: CephCluster, tmp_path: Path) -> None:
    """S3: what a real server says."""
    place = Place(ceph, tmp_path)
    report = try_storage(open_storage(place.address, retry=False))
    assert report.ok
    assert {check.name for check in report.checks if not check.ok} == set()
    missing = open_storage(StorageAddress(f"s3:{ceph.url}/not-there", place.address.options, place.address.secrets))
    assert not missing.exists("config")
    wrong = open_storage(StorageAddress(place.address.location, place.address.options, {"access_secret": Secret("wrong")}))
    with pytest.raises(AuthRejected):
        wrong.load("config")
    storage = open_storage(place.address)

    def save_until_full() -> None:
        for number in range(200):
            storage.save(f"data/00/{number}", [bytes(1_000_000)])

    try:
        ceph.set_quota(1_000_000)
        with pytest.raises(NoSpace):
            save_until_full()
        ceph.suspend_key()
        with pytest.raises((AuthRejected, Forbidden)):
            storage.load("config")
    finally:
        ceph.allow_all()
