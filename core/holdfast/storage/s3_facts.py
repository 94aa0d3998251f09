"""What only an S3 server can be asked: versions, object lock, conditions, checksums. Each answer is a word, or an error of ours."""

from __future__ import annotations

import base64
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Literal

from holdfast.errors import HoldfastError, NetworkError, NotFound, StorageError
from holdfast.storage.s3 import S3Storage
from holdfast.storage.s3_errors import Call, translated

_WRONG_MD5 = base64.b64encode(bytes(16)).decode()


def versioning(storage: S3Storage) -> Literal["on", "off", "suspended"]:
    """Whether the bucket keeps what is deleted or replaced."""
    with _asking(storage, "the bucket's versioning"):
        status = storage.client.get_bucket_versioning(Bucket=storage.bucket).get("Status")
    return "on" if status == "Enabled" else "suspended" if status == "Suspended" else "off"


def object_lock(storage: S3Storage) -> Literal["off", "on", "default"]:
    """on: objects may be locked; default: each new one is, for a time."""
    try:
        with _asking(storage, "the bucket's object lock"):
            found = storage.client.get_object_lock_configuration(Bucket=storage.bucket)["ObjectLockConfiguration"]
    except NotFound:
        return "off"
    except StorageError as error:
        if str(error.details.get("server_code", "")).startswith(("ObjectLockConfigurationNotFound", "NoSuchObjectLock")):
            return "off"
        raise
    return "default" if found.get("Rule") else "on"


def keeps_conditions(storage: S3Storage, taken: str) -> bool:
    """Whether If-None-Match protects the file `taken` (which is there, and may be overwritten)."""

    def put() -> None:
        storage.client.put_object(Bucket=storage.bucket, Key=storage.key(taken), Body=b"second", IfNoneMatch="*")

    return _refuses(storage, put, lambda error: error.code == "EXISTS" or error.kind == "unsupported") == "EXISTS"


def checks_md5(storage: S3Storage, name: str) -> bool:
    """Whether a body that does not fit its Content-MD5 is refused (`name` may be overwritten)."""

    def put() -> None:
        storage.client.put_object(Bucket=storage.bucket, Key=storage.key(name), Body=b"damaged", ContentMD5=_WRONG_MD5)

    return _refuses(storage, put, lambda error: isinstance(error, NetworkError) and error.code == "CHECKSUM") == "CHECKSUM"


def remove_versions(storage: S3Storage, name: str) -> None:
    """Remove all versions of a file, also those hidden by its deletion. `Forbidden` when a lock or a missing right keeps one."""
    key = storage.key(name)
    with _asking(storage, name, "delete"):
        found = storage.client.list_object_versions(Bucket=storage.bucket, Prefix=key)
        ids = [(v["Key"], v["VersionId"]) for v in found.get("Versions", [])] + [
            (m["Key"], m["VersionId"]) for m in found.get("DeleteMarkers", [])
        ]
        for version in (version for found_key, version in ids if found_key == key):
            storage.client.delete_object(Bucket=storage.bucket, Key=key, VersionId=version)


def _refuses(storage: S3Storage, put: Callable[[], None], expected: Callable[[HoldfastError], bool]) -> str:
    """The code of the expected refusal; empty when the server took it."""
    try:
        with _asking(storage, "a test file", "save"):
            put()
    except HoldfastError as error:
        if expected(error):
            return error.code
        raise
    return ""


@contextmanager
def _asking(storage: S3Storage, what: str, verb: str = "ask") -> Iterator[None]:
    try:
        yield
    except HoldfastError:
        raise
    except Exception as error:
        raise translated(error, Call(verb, what, storage.location)) from None
