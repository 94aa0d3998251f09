"""S3 servers for the quick tests, and the storages that use them.

moto is fast and takes anything: also a wrong secret or a wrong checksum, so never test those with it (`StrictS3` does).
"""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from contextlib import contextmanager

from holdfast.secret import Secret
from holdfast.storage.base import StorageAddress
from holdfast.storage.s3 import S3Options, S3Storage
from tests.support.strict_s3 import StrictS3

MOTO_KEYS = ("testing", "testing")
STRICT_KEYS = ("AKIDEXAMPLE", "a-secret/with+signs=")


@contextmanager
def moto_server() -> Iterator[str]:
    """The URL of a running moto server in this process; empty buckets."""
    from moto.server import ThreadedMotoServer

    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    try:
        yield f"http://{host}:{port}"
    finally:
        server.stop()


def s3_storage(
    url: str,
    bucket: str = "",
    prefix: str = "some/path",
    *,
    keys: tuple[str, str] = STRICT_KEYS,
    read_timeout: float = 10,
    ready: bool = True,
) -> S3Storage:
    """A storage in `bucket` (else one of its own), which is made when `ready`."""
    options = S3Options(access_key=keys[0])
    name = bucket or f"bucket-{uuid.uuid4().hex[:12]}"
    storage = S3Storage(url, name, prefix, options, access_secret=Secret(keys[1]), read_timeout=read_timeout)
    if ready:
        storage.create()
    return storage


def s3_address(url: str, bucket: str, prefix: str = "some/path", *, keys: tuple[str, str] = STRICT_KEYS) -> StorageAddress:
    """How `open_storage` finds the same."""
    location = f"s3:{url}/{bucket}" + (f"/{prefix}" if prefix else "")
    return StorageAddress(location, {"access_key": keys[0]}, {"access_secret": Secret(keys[1])})


__all__ = ["MOTO_KEYS", "STRICT_KEYS", "StrictS3", "moto_server", "s3_address", "s3_storage"]
