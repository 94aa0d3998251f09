"""The storage in a bucket."""

from __future__ import annotations

import datetime as dt
import ipaddress
import random
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from holdfast.errors import AuthRejected, Forbidden, HoldfastError, NetworkError, NoSpace, NotFound, StorageError, UsageError
from holdfast.secret import Secret
from holdfast.storage.base import Storage, StorageAddress
from holdfast.storage.opening import open_storage
from holdfast.storage.retry import RetryPolicy, RetryStorage
from holdfast.storage.s3 import S3Options, S3Storage
from holdfast.storage.s3_body import PartsReader
from tests.contracts.storage import StorageContract
from tests.support.fault_proxy import FaultProxy, Rule
from tests.support.s3_server import MOTO_KEYS, STRICT_KEYS, StrictS3, s3_address, s3_storage


class TestMoto(StorageContract):
    @pytest.fixture
    def storage(self, moto: str) -> Iterator[S3Storage]:
        storage = s3_storage(moto, keys=MOTO_KEYS)
        yield storage
        storage.close()

    def test_same_name_from_many_threads_is_whole(self, storage: Storage) -> None:
        """moto answers 500 when an object is replaced while it is being looked at, so here this is tried again."""
        super().test_same_name_from_many_threads_is_whole(RetryStorage(storage, RetryPolicy(first=0.01, most=0.1, total=20)))


class TestStrict(StorageContract):
    @pytest.fixture
    def storage(self, strict: StrictS3) -> Iterator[S3Storage]:
        strict.page = 7
        storage = s3_storage(strict.url)
        yield storage
        storage.close()


class TestStrictAtTheBucketsRoot(StorageContract):
    @pytest.fixture
    def storage(self, strict: StrictS3) -> Iterator[S3Storage]:
        storage = s3_storage(strict.url, prefix="")
        yield storage
        storage.close()


class TestServerThatIgnoresRanges(StorageContract):
    @pytest.fixture
    def storage(self, strict: StrictS3) -> Iterator[S3Storage]:
        strict.whole_only = True
        storage = s3_storage(strict.url)
        yield storage
        storage.close()


def refused(storage: S3Storage) -> HoldfastError:
    with pytest.raises(HoldfastError) as caught:
        storage.save("data/ab/cd", [b"x" * 200_000])
    assert not caught.value.retryable
    assert caught.value.hint
    assert STRICT_KEYS[1] not in str(caught.value.failure())
    return caught.value


def test_a_wrong_secret_is_one_clear_refusal(strict: StrictS3) -> None:
    """S3 (the case): wrong keys."""
    strict.bucket("bucket")
    options = S3Options(access_key=STRICT_KEYS[0])
    storage = S3Storage(strict.url, "bucket", "", options, access_secret=Secret("wrong-secret"))
    assert isinstance(refused(storage), AuthRejected)
    unknown = S3Storage(strict.url, "bucket", "", S3Options(access_key="AKIDOTHER"), access_secret=Secret(STRICT_KEYS[1]))
    assert isinstance(refused(unknown), AuthRejected)
    for call in (lambda: storage.load("config"), lambda: list(storage.list("data")), lambda: storage.delete("data/ab/cd")):
        with pytest.raises(AuthRejected):
            call()
    with pytest.raises(Forbidden):  # a HEAD answer has no body that could say more
        storage.size("config")


def test_a_suspended_key(strict: StrictS3) -> None:
    """S3 (the case): revoked keys."""
    storage = s3_storage(strict.url)
    strict.suspended.add(STRICT_KEYS[0])
    assert isinstance(refused(storage), AuthRejected)


def test_a_wrong_bucket(strict: StrictS3) -> None:
    """S3 (the case): wrong bucket."""
    storage = S3Storage(strict.url, "absent", "", S3Options(access_key=STRICT_KEYS[0]), access_secret=Secret(STRICT_KEYS[1]))
    for call in (
        lambda: storage.save("config", [b"x"]),
        lambda: storage.load("config"),
        lambda: list(storage.list("data")),
        lambda: storage.delete("data/ab"),
    ):
        with pytest.raises(NotFound) as caught:
            call()
        assert caught.value.code == "STORAGE-MISSING"


def test_a_full_quota_is_no_space_and_leaves_nothing(strict: StrictS3) -> None:
    """S3 (the case): quota; N2 for buckets."""
    storage = s3_storage(strict.url)
    strict.quota = 100_000
    error = refused(storage)
    assert isinstance(error, NoSpace)
    assert error.details["needed"] == 200_000
    assert not storage.exists("data/ab/cd")
    storage.save("data/ab/cd", [b"x" * 1000])


def test_a_denied_path_names_the_right_that_is_missing(strict: StrictS3) -> None:
    storage = s3_storage(strict.url)
    strict.denied = lambda method, key: method == "DELETE" and "/data/" in key
    storage.save("data/ab/cd", [b"x"])
    with pytest.raises(Forbidden) as caught:
        storage.delete("data/ab/cd")
    assert "delete data/ab/cd" in caught.value.message


def test_a_server_without_conditions(strict: StrictS3) -> None:
    strict.conditions = False
    storage = s3_storage(strict.url)
    storage.save("config", [b"first"], only_new=True)
    with pytest.raises(StorageError) as caught:
        storage.save("config", [b"second"], only_new=True)
    assert caught.value.code == "EXISTS"
    assert storage.load("config") == b"first"


def test_create_makes_the_bucket_and_is_content_with_one_it_may_not_look_at(strict: StrictS3) -> None:
    storage = s3_storage(strict.url, "fresh")
    assert "fresh" in strict.buckets
    strict.denied = lambda method, key: not key
    storage.create()
    storage.save("config", [b"x"])


def test_objects_lie_where_restic_looks_for_them(strict: StrictS3) -> None:
    s3_storage(strict.url, "one", "a/b").save("data/ab/abcd", [b"x"])
    s3_storage(strict.url, "two", "").save("config", [b"x"])
    assert list(strict.buckets["one"].objects) == ["a/b/data/ab/abcd"]
    assert list(strict.buckets["two"].objects) == ["config"]


def test_more_than_a_thousand_objects_and_small_pages(strict: StrictS3) -> None:
    """S4: every page is read, whatever its size."""
    storage = s3_storage(strict.url, "bucket", "")
    bucket = strict.bucket("bucket")
    for number in range(2345):
        bucket.objects[f"data/{number % 256:02x}/{number:064x}"] = b"x" * (number % 5)
    for page in (1000, 100):
        strict.page = page
        assert {i.name: i.size for i in storage.list("data")} == {key: len(data) for key, data in bucket.objects.items()}


def test_a_list_that_is_cut_short_is_an_error(strict: StrictS3) -> None:
    """S4: never a part for the whole."""
    storage = s3_storage(strict.url)
    for number in range(20):
        storage.save(f"data/ab/{number}", [b"x"])
    strict.page = 5
    strict.lists_truncated_without_token = True
    with pytest.raises(StorageError) as caught:
        list(storage.list("data"))
    assert caught.value.code == "LISTING"


@pytest.mark.parametrize("size", [1000, 3_000_000])
def test_an_answer_that_is_lost_is_looked_after(strict: StrictS3, size: int) -> None:
    """A put whose answer does not come has an unknown outcome: it is looked up, not assumed."""
    data = random.Random(1).randbytes(size)
    strict.bucket("bucket")
    with FaultProxy(strict.url, Rule("lost", times=1, matches=lambda method, path: method == "PUT")) as proxy:
        storage = s3_storage(proxy.url, "bucket", "")
        storage.save("data/ab/cd", [data])
        assert proxy.struck["lost"] == 1
        assert strict.buckets["bucket"].objects["data/ab/cd"] == data
        proxy.rules = [Rule("reset", times=1, matches=lambda method, path: method == "PUT")]
        with pytest.raises(NetworkError):
            storage.save("data/ab/ef", [data])
        assert not storage.exists("data/ab/ef")
        proxy.rules = [Rule("reset", times=1, matches=lambda method, path: method == "PUT")]
        with pytest.raises(NetworkError):  # the same size under that name proves nothing
            storage.save("data/ab/cd", [data[::-1]])


def test_a_server_that_hangs_ends_in_a_time_out(strict: StrictS3) -> None:
    strict.bucket("bucket")
    with FaultProxy(strict.url, Rule("hang")) as proxy:
        storage = S3Storage(
            proxy.url, "bucket", "", S3Options(access_key=STRICT_KEYS[0]), access_secret=Secret(STRICT_KEYS[1]), read_timeout=0.3
        )
        start = time.monotonic()
        for call in (lambda: storage.load("config"), lambda: storage.save("config", [b"x"])):
            with pytest.raises(NetworkError) as caught:
                call()
            assert caught.value.code == "NET-TIMEOUT"
            assert caught.value.retryable
        assert time.monotonic() - start < 5


@pytest.mark.parametrize("kind", ["cut", "reset", "500", "503"])
def test_a_broken_download_is_an_error_that_may_pass(strict: StrictS3, kind: str) -> None:
    """S6: cut short on the way is not "damaged"."""
    strict.bucket("bucket").objects["data/ab/cd"] = b"0123456789" * 10_000
    with FaultProxy(strict.url, Rule(kind, matches=lambda method, path: method == "GET")) as proxy:  # type: ignore[arg-type]  # one of the kinds
        storage = s3_storage(proxy.url, "bucket", "")
        for ask in ((0, None), (10, 5000)):
            with pytest.raises(HoldfastError) as caught:
                storage.load("data/ab/cd", *ask)
            assert caught.value.retryable


def test_a_short_answer_to_a_range_of_a_longer_file_may_pass(strict: StrictS3) -> None:
    """S6: the headers tell that the file is long enough, so it was the way, not the file."""
    strict.bucket("bucket").objects["data/ab/cd"] = b"0123456789" * 10_000
    with FaultProxy(strict.url, Rule("lie", matches=lambda method, path: method == "GET")) as proxy, pytest.raises(NetworkError):
        s3_storage(proxy.url, "bucket", "").load("data/ab/cd", 10, 5000)


def test_what_is_damaged_on_its_way_up_is_refused(strict: StrictS3, monkeypatch: pytest.MonkeyPatch) -> None:
    storage = s3_storage(strict.url)
    real = PartsReader.read

    def flipping(self: PartsReader, size: int = -1, /) -> bytes:
        data = real(self, size)
        return data[:-1] + bytes([data[-1] ^ 1]) if data and 0 < size < 1_000_000 else data

    monkeypatch.setattr(PartsReader, "read", flipping)
    with pytest.raises(NetworkError) as caught:
        storage.save("data/ab/cd", [b"x" * 200_000])
    assert caught.value.code == "CHECKSUM"
    assert caught.value.retryable
    assert not storage.exists("data/ab/cd")


def test_the_storage_class_is_for_packs_only(strict: StrictS3) -> None:
    storage = s3_storage(strict.url, "bucket", "")
    storage = S3Storage(
        strict.url, "bucket", "", S3Options(access_key=STRICT_KEYS[0], storage_class="STANDARD_IA"), access_secret=Secret(STRICT_KEYS[1])
    )
    for name in ("data/ab/cd", "index/ab", "snapshots/ab", "locks/ab", "config", "keys/ab"):
        storage.save(name, [b"x"])
    classes = strict.bucket("bucket").classes
    assert {name for name, kind in classes.items() if kind != "STANDARD"} == {"data/ab/cd"}


@pytest.mark.parametrize("kind", ["GLACIER", "DEEP_ARCHIVE"])
def test_classes_that_cannot_be_read_at_once_are_refused(kind: str) -> None:
    with pytest.raises(UsageError):
        S3Storage("https://h", "b", "", S3Options(access_key="a", storage_class=kind), access_secret=Secret("s"))


def test_keys_must_be_given_or_aws_be_asked() -> None:
    with pytest.raises(UsageError) as caught:
        S3Storage("https://h", "b", "", S3Options())
    assert caught.value.code == "KEYS-MISSING"


def test_the_aws_chain_is_used_when_asked_for(strict: StrictS3, monkeypatch: pytest.MonkeyPatch) -> None:
    strict.bucket("bucket")
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", STRICT_KEYS[0])
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", STRICT_KEYS[1])
    storage = S3Storage(strict.url, "bucket", "", S3Options(aws_chain=True))
    storage.save("config", [b"x"])
    monkeypatch.delenv("AWS_ACCESS_KEY_ID")
    monkeypatch.setenv("AWS_EC2_METADATA_DISABLED", "true")
    without = S3Storage(strict.url, "bucket", "", S3Options(aws_chain=True))
    with pytest.raises(AuthRejected) as caught:
        without.load("config")
    assert caught.value.code == "KEYS-MISSING"


def test_given_keys_win_over_the_machines_aws_files(strict: StrictS3, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWS_PROFILE", "not-there")
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "other")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "other")
    s3_storage(strict.url).save("config", [b"x"])


@pytest.mark.parametrize(
    ("endpoint", "region"),
    [
        ("https://s3.eu-central-1.amazonaws.com", "eu-central-1"),
        ("https://s3-us-west-2.amazonaws.com", "us-west-2"),
        ("https://s3.amazonaws.com", "us-east-1"),
        ("https://minio.example", "us-east-1"),
    ],
)
def test_the_region_comes_from_the_endpoint(endpoint: str, region: str) -> None:
    storage = S3Storage(endpoint, "bucket", "", S3Options(access_key="a"), access_secret=Secret("s"))
    assert storage.client.meta.region_name == region


def test_open_storage_connects_with_what_the_address_says(strict: StrictS3) -> None:
    strict.bucket("bucket")
    storage = open_storage(s3_address(strict.url, "bucket"))
    storage.save("config", [b"x"])
    assert list(strict.buckets["bucket"].objects) == ["some/path/config"]
    address = storage.address()
    assert address is not None
    assert STRICT_KEYS[1] not in repr(address)
    assert open_storage(address).load("config") == b"x"


def test_limits_belong_to_the_address(strict: StrictS3) -> None:
    strict.bucket("bucket")
    plain = s3_address(strict.url, "bucket")
    address = StorageAddress(plain.location, {**plain.options, "limit_upload": 1_000_000, "allow_http": True}, plain.secrets)
    storage = open_storage(address)
    start = time.monotonic()
    storage.save("data/ab/cd", [bytes(1_000_000)])
    assert 0.5 < time.monotonic() - start < 20
    assert storage.address() == address


@pytest.mark.parametrize(
    ("location", "options"),
    [
        ("s3:http://s3.example.com/bucket", {}),
        ("s3:https://host/bucket", {"region": 5}),
        ("s3:https://host/bucket", {"regoin": "eu"}),
        ("s3:https://host/bucket", {"ca_file": "/not/there.pem"}),
        ("s3:https://host/bucket", {"limit_upload": -1}),
        ("s3:https://host/bucket", {"limit_upload": "1M"}),
    ],
)
def test_options_that_cannot_be_are_refused_at_once(location: str, options: dict[str, object]) -> None:
    with pytest.raises(UsageError):
        open_storage(StorageAddress(location, {"access_key": "a", **options}, {"access_secret": Secret("geheim")}))


def test_certificates_are_checked_and_an_own_authority_can_be_given(tmp_path: Path) -> None:
    """X4 for storages: self-signed is refused and not retried; with the authority's file it is fine."""
    file = certificate(tmp_path)
    with StrictS3(certificate=str(file)) as server:
        server.bucket("bucket")
        options = S3Options(access_key=STRICT_KEYS[0])
        storage = S3Storage(server.url, "bucket", "", options, access_secret=Secret(STRICT_KEYS[1]))
        with pytest.raises(NetworkError) as caught:
            storage.save("config", [b"x"])
        assert caught.value.code == "TLS-BAD"
        assert not caught.value.retryable
        trusting = S3Options(access_key=STRICT_KEYS[0], ca_file=str(file))
        storage = S3Storage(server.url, "bucket", "", trusting, access_secret=Secret(STRICT_KEYS[1]))
        storage.save("data/ab/cd", [b"x" * 300_000])
        assert storage.load("data/ab/cd") == b"x" * 300_000
        storage.close()


def certificate(folder: Path) -> Path:
    """A key and a self-signed certificate for 127.0.0.1 in one file."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "127.0.0.1")])
    now = dt.datetime.now(dt.UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - dt.timedelta(days=1))
        .not_valid_after(now + dt.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .sign(key, hashes.SHA256())
    )
    secret = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    file = folder / "server.pem"
    file.write_bytes(secret + made.public_bytes(serialization.Encoding.PEM))
    return file


def test_parts_are_read_as_one_stream() -> None:
    parts: list[bytes | bytearray | memoryview] = [b"abc", b"", bytearray(b"defgh"), memoryview(b"ij")]
    reader = PartsReader(parts)
    assert len(reader) == 10
    assert reader.read(4) == b"abcd"
    assert reader.tell() == 4
    assert reader.read() == b"efghij"
    assert reader.read(5) == b""
    assert reader.seek(-3, 2) == 7
    assert reader.read(100) == b"hij"
    for start in range(11):
        reader.seek(start)
        assert reader.read() == b"abcdefghij"[start:]


def test_one_client_is_made_even_when_many_threads_begin(strict: StrictS3) -> None:
    storage = s3_storage(strict.url)
    seen = []
    threads = [threading.Thread(target=lambda: seen.append(id(storage.client))) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(set(seen)) == 1


def test_a_server_that_holds_back_small_answers_is_quick_all_the_same(strict: StrictS3) -> None:
    """Without acknowledging at once each of these takes 40 ms and more."""
    storage = s3_storage(strict.url)
    storage.save("data/ab/cd", [bytes(5000)])
    strict.holds_back = True
    storage.load("data/ab/cd", 0, 100)

    def seconds(number: int) -> float:
        start = time.monotonic()
        storage.load("data/ab/cd", number, 100)
        return time.monotonic() - start

    assert min(map(seconds, range(60))) < 0.03  # the quickest: a busy machine makes some slow, but held back would be all
