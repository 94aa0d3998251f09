"""What `storage test` finds out, and that it leaves nothing behind."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from holdfast.secret import Secret
from holdfast.storage.base import StorageAddress
from holdfast.storage.faulty import Fault, FaultyStorage
from holdfast.storage.local import LocalStorage
from holdfast.storage.memory import MemoryStorage
from holdfast.storage.opening import open_storage
from holdfast.storage.rights import StorageReport
from holdfast.storage.rights import test_storage as try_storage
from holdfast.storage.s3 import S3Options, S3Storage
from tests.support.s3_server import STRICT_KEYS, StrictS3, s3_address
from tests.support.tmpfs import make_read_only, small_disk


@pytest.fixture
def server(strict: StrictS3) -> Iterator[StrictS3]:
    strict.bucket("bucket")
    yield strict
    assert strict.bucket("bucket").objects == {}


def tried(server: StrictS3) -> StorageReport:
    return try_storage(open_storage(s3_address(server.url, "bucket"), retry=False))


def codes(report: StorageReport) -> dict[str, str]:
    return {check.name: check.code for check in report.checks}


def states(report: StorageReport) -> dict[str, bool | None]:
    return {check.name: check.ok for check in report.checks}


def test_a_good_folder(tmp_path: Path) -> None:
    report = try_storage(LocalStorage(tmp_path / "repo"))
    assert report.ok
    assert states(report) == dict.fromkeys(("reach", "create", "read", "range", "list", "delete"), True)
    assert report.free
    assert report.upload
    assert report.download
    assert report.latency is not None
    assert [p for p in tmp_path.rglob("*") if p.is_file()] == []


def test_a_read_only_folder(tmp_path: Path) -> None:
    """N5: said in one line."""
    with small_disk(tmp_path / "disk") as disk:
        LocalStorage(disk / "repo").create()
        make_read_only(disk)
        report = try_storage(LocalStorage(disk / "repo"))
    assert not report.ok
    assert states(report)["reach"] is True
    assert states(report)["create"] is False
    assert states(report)["read"] is None
    assert next(c for c in report.checks if c.ok is False).code == "STORAGE-DENIED"


def test_a_folder_that_cannot_be(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    report = try_storage(LocalStorage(tmp_path / "file" / "repo"))
    assert not report.ok
    assert states(report)["reach"] is False


def test_a_good_bucket(server: StrictS3) -> None:
    report = tried(server)
    assert report.ok
    assert all(check.ok for check in report.checks)
    found = codes(report)
    assert found["versioning"] == "VERSIONING-OFF"
    assert found["object_lock"] == "LOCK-OFF"
    assert found["conditions"] == "CONDITIONS-KEPT"
    assert found["checksums"] == "CHECKSUMS-CHECKED"
    assert report.upload
    assert all(check.detail for check in report.checks if check.code != "OK")


def test_a_key_that_may_not_delete_data_is_fit_for_backups(server: StrictS3) -> None:
    server.denied = lambda method, key: method == "DELETE" and "/data/" in key
    report = tried(server)
    assert report.ok
    assert codes(report)["delete_data"] == "DELETE-DENIED"


def test_a_key_that_may_delete_nothing_is_told_without_leaving_a_file(server: StrictS3) -> None:
    server.denied = lambda method, key: method == "DELETE"
    report = tried(server)
    assert not report.ok
    assert states(report)["delete"] is False
    assert states(report)["create"] is None


def test_a_key_that_may_only_read(server: StrictS3) -> None:
    server.denied = lambda method, key: method == "PUT"
    report = tried(server)
    assert not report.ok
    assert states(report)["reach"] is True
    assert states(report)["create"] is False


def test_what_the_key_may_not_ask_is_unknown(server: StrictS3) -> None:
    server.denied = lambda method, key: not key and method == "GET" and server.requests[-1][1] in {"?versioning", "?object-lock"}
    report = tried(server)
    assert report.ok
    assert states(report)["versioning"] is None
    assert states(report)["object_lock"] is None


def test_versions_of_the_test_file_are_removed_too(server: StrictS3) -> None:
    server.bucket("bucket").versioning = "Enabled"
    report = tried(server)
    assert report.ok
    assert codes(report)["versioning"] == "VERSIONING-ON"
    assert server.bucket("bucket").versions == []


def test_a_bucket_that_locks_everything(server: StrictS3) -> None:
    bucket = server.bucket("bucket")
    bucket.versioning, bucket.locked = "Enabled", True
    report = tried(server)
    assert report.ok
    assert codes(report)["object_lock"] == "LOCK-DEFAULT"
    assert codes(report)["clean_up"] == "VERSION-STAYS"
    assert sum(len(v.data or b"") for v in bucket.versions) < 100


def test_a_careless_server_is_told(server: StrictS3) -> None:
    server.checks_md5 = False
    server.conditions = False
    found = codes(tried(server))
    assert found["checksums"] == "CHECKSUMS-IGNORED"
    assert found["conditions"] == "CONDITIONS-IGNORED"


def test_wrong_keys_and_a_missing_server_end_at_the_first_line(server: StrictS3) -> None:
    """S3 (the case)."""
    options = S3Options(access_key=STRICT_KEYS[0])
    wrong = try_storage(S3Storage(server.url, "bucket", "", options, access_secret=Secret("geheim")))
    assert codes(wrong)["reach"] == "AUTH-REJECTED"
    assert "geheim" not in repr(wrong)
    down = try_storage(S3Storage("http://127.0.0.1:9", "bucket", "", options, access_secret=Secret("geheim")))
    assert codes(down)["reach"] == "NET"
    assert {check.ok for check in down.checks} == {False, None}
    assert not down.ok


@pytest.mark.parametrize(
    ("fault", "line", "code"),
    [
        (Fault("flip", "load", at=1), "read", "DAMAGED"),
        (Fault("flip", "load", at=2), "range", "DAMAGED"),
        (Fault("error", "load", at=1), "read", "NET"),
        (Fault("short", "list", at=2), "list", "LIST-LATE"),
        (Fault("error", "delete", at=1), "delete", "NET"),
    ],
)
def test_each_thing_that_fails_is_named(fault: Fault, line: str, code: str) -> None:
    report = try_storage(FaultyStorage(MemoryStorage(), fault))
    assert not report.ok
    assert {check.name: check.code for check in report.checks if check.ok is False} == {line: code}


def test_wrappers_are_looked_through(server: StrictS3) -> None:
    address = s3_address(server.url, "bucket")
    storage = open_storage(StorageAddress(address.location, {**address.options, "limit_upload": 50e6}, address.secrets))
    assert codes(try_storage(storage))["checksums"] == "CHECKSUMS-CHECKED"
