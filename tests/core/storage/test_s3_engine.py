"""The engine over S3 that misbehaves, with restic as the judge: S1, S3, N2 for buckets. (Over a real server: test_ceph.)"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from holdfast.engine.archiver import ArchiveOptions, ArchiveResult, archive
from holdfast.engine.restorer import RestoreOptions, plan_restore, restore
from holdfast.errors import AuthRejected, NoSpace
from holdfast.progress import Progress, Retry
from holdfast.repository.repository import Repository
from holdfast.secret import Secret
from holdfast.sources.folder import FolderSource
from holdfast.storage.base import StorageAddress
from holdfast.storage.opening import open_storage
from holdfast.storage.retry import RetryPolicy, RetryStorage
from tests.support.engine_process import PASSWORD
from tests.support.fault_proxy import FaultProxy, Rule
from tests.support.repositories import QUICK
from tests.support.restic import Restic
from tests.support.s3_server import STRICT_KEYS, StrictS3, s3_address, s3_storage
from tests.support.site_folder import change_files, content, make_files

HASTY = RetryPolicy(first=0.002, most=0.02, total=60)
ROUGH = (Rule("500", 0.1), Rule("503", 0.1), Rule("reset", 0.05), Rule("lost", 0.05))


@pytest.fixture
def server() -> Iterator[StrictS3]:
    with StrictS3() as server:
        server.bucket("bucket")
        server.page = 5
        yield server


def new_repository(server: StrictS3) -> Repository:
    return Repository.create(open_storage(s3_address(server.url, "bucket")), Secret(PASSWORD), kdf=QUICK)


def back_up(repository: Repository, site: Path) -> ArchiveResult:
    return archive(repository, [FolderSource(site)], ArchiveOptions(hostname="host", helpers=0))


def judge(server: StrictS3, scratch: Path) -> Restic:
    address: StorageAddress = s3_address(server.url, "bucket")
    keys = {"AWS_ACCESS_KEY_ID": STRICT_KEYS[0], "AWS_SECRET_ACCESS_KEY": STRICT_KEYS[1]}
    return Restic(address.location, PASSWORD, scratch / "restic", environment=keys)


@pytest.mark.parametrize("seed", [1, 2])
def test_a_backup_and_a_restore_through_faults(server: StrictS3, tmp_path: Path, seed: int) -> None:
    """S1: with 30 % of all requests failing, all is stored, restic finds no error, and all comes back."""
    new_repository(server)
    site = make_files(tmp_path / "site", files=60, seed=seed)
    with FaultProxy(server.url, *ROUGH, seed=seed) as proxy:
        storage = RetryStorage(s3_storage(proxy.url, "bucket", ready=False), HASTY)
        repository = Repository.open(storage, Secret(PASSWORD))
        first = back_up(repository, site)
        before = content(site)
        change_files(site, seed)
        second = back_up(repository, site)
        assert proxy.struck.total() > 5
        for result, wanted in ((first, before), (second, content(site))):
            target = tmp_path / result.snapshot.id[:8]
            done = restore(repository, plan_restore(repository, result.snapshot, target, strip=str(site)))
            assert not done.not_restored
            assert content(target) == wanted
    assert not [key for key in server.bucket("bucket").objects if "/locks/" in key]
    judge(server, tmp_path).check()


class Heard(Progress):
    """What was said of tries that follow."""

    def __init__(self) -> None:
        self.retries: list[Retry | None] = []

    def retrying(self, retry: Retry | None) -> None:
        self.retries.append(retry)


def first_of_each(wanted: str) -> Callable[[str, str], bool]:
    """The first request of this method for each pack: so whoever stores or reads one meets it."""
    met: set[str] = set()

    def matches(method: str, path: str) -> bool:
        new = method == wanted and "/data/" in path and path not in met
        met.add(path)
        return new

    return matches


def test_what_helper_processes_try_again_is_told(server: StrictS3, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """They open the storage by themselves; whoever follows the job hears of their pauses all the same, and that these are over."""
    monkeypatch.setattr("holdfast.engine.archiver_crew.HELPERS_FROM_FILES", 10)
    new_repository(server)
    site = make_files(tmp_path / "site", files=60, seed=3)
    storing, reading = Heard(), Heard()
    with FaultProxy(server.url, Rule("503", matches=first_of_each("PUT"))) as proxy:
        repository = Repository.open(open_storage(s3_address(proxy.url, "bucket")), Secret(PASSWORD))
        options = ArchiveOptions(hostname="host", helpers=1)
        done = archive(repository, [FolderSource(site)], options, storing)
    with FaultProxy(server.url) as proxy:
        repository = Repository.open(open_storage(s3_address(proxy.url, "bucket")), Secret(PASSWORD))
        plan = plan_restore(repository, done.snapshot, tmp_path / "back", options=RestoreOptions(helpers=2), strip=str(site))
        proxy.rules.append(Rule("503", matches=first_of_each("GET")))
        restore(repository, plan, reading)
    assert content(tmp_path / "back") == content(site)
    for heard in (storing, reading):
        assert {one.code for one in heard.retries if one is not None} == {"RATE-LIMIT"}
        assert heard.retries[-1] is None


def test_restic_and_the_strict_server_agree(server: StrictS3, tmp_path: Path) -> None:
    """StrictS3 is kept honest by restic, whose signatures (of streamed chunks) it checks; and we read what restic wrote."""
    restic = judge(server, tmp_path)
    restic.init()
    site = make_files(tmp_path / "site", files=20)
    snapshot = restic.backup(site)
    repository = Repository.open(open_storage(s3_address(server.url, "bucket")), Secret(PASSWORD))
    target = tmp_path / "target"
    restore(repository, plan_restore(repository, repository.snapshot(snapshot), target, strip=str(site)))
    assert content(target) == content(site)
    back_up(repository, site)
    restic.check()


def test_a_quota_that_is_reached_in_mid_backup(server: StrictS3, tmp_path: Path) -> None:
    """N2, S3: one error with the next step, no retry storm, no lock left, and the backups before are whole."""
    repository = new_repository(server)
    site = make_files(tmp_path / "site", files=30, large=1_000_000)
    first = back_up(repository, site)
    wanted = content(site)
    make_files(site / "more", files=10, large=12_000_000, seed=9)
    server.quota = server.used() + 6_000_000
    refusals = len(server.requests)
    with pytest.raises(NoSpace) as caught:
        back_up(repository, site)
    assert caught.value.hint
    assert len(server.requests) - refusals < 60
    assert not [key for key in server.bucket("bucket").objects if "/locks/" in key]
    target = tmp_path / "target"
    restore(repository, plan_restore(repository, first.snapshot, target, strip=str(site)))
    assert content(target) == wanted
    server.quota = None
    back_up(Repository.open(repository.storage, Secret(PASSWORD)), site)
    judge(server, tmp_path).check()


def test_a_key_that_is_revoked_in_mid_backup(server: StrictS3, tmp_path: Path) -> None:
    """S3: one message, at once."""
    repository = new_repository(server)
    site = make_files(tmp_path / "site", files=30, large=1_000_000)
    server.suspended.add(STRICT_KEYS[0])
    with pytest.raises(AuthRejected):
        back_up(repository, site)
    server.suspended.clear()
    back_up(repository, site)
    judge(server, tmp_path).check()
