"""An S3 bucket, or a path in one: AWS and compatibles (Ceph, MinIO, …), through botocore.

Each file is one object put by one request, which is atomic. What is sent carries its MD5, so that the server refuses what was damaged
on the way. botocore's own retries are off: `RetryStorage` does that. boto3's parts are imported at the first call.
"""

from __future__ import annotations

import base64
import hashlib
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, TYPE_CHECKING, Any, cast

import msgspec

from holdfast.errors import HoldfastError, NetworkError, NotFound, StorageError, Unsupported, UsageError
from holdfast.secret import Secret
from holdfast.storage.base import FileInfo, Storage, StorageAddress, Traits
from holdfast.storage.names import Parts, checked, cut_out, exists_already, too_short, total_size
from holdfast.storage.paging import Page, Pages
from holdfast.storage.s3_body import Pace, PartsReader, no_pace
from holdfast.storage.s3_errors import Call, translated, unknown_outcome
from holdfast.storage.s3_sockets import acknowledge_at_once

if TYPE_CHECKING:
    from mypy_boto3_s3 import S3Client

_SMALL = 64 * 1024
"""Bodies up to this are sent in one piece; larger ones by blocks, so that a time limit is one of standstill, not of the whole."""
_BLOCK = 256 * 1024
_ARCHIVES = {"GLACIER", "DEEP_ARCHIVE"}
CONNECT_TIMEOUT = 15.0
READ_TIMEOUT = 60.0
"""Seconds without a byte."""


class S3Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What else there is to say about a bucket; the names are those of `StorageAddress.options`."""

    access_key: str = ""
    region: str = ""
    path_style: bool | None = None
    """None: by the host (AWS: no, others: yes)."""
    storage_class: str = ""
    """For packs only: index, snapshots and the rest are small and read often."""
    ca_file: str = ""
    aws_chain: bool = False
    """Keys from where AWS's tools keep them (environment, ~/.aws, the machine's role)."""
    connections: int = 5


class S3Storage(Storage):
    """`endpoint` is scheme, host and port; `prefix` has no slashes at its ends. Connects at the first call.

    Raises `UsageError` when keys are missing or an option cannot work.
    """

    def __init__(
        self,
        endpoint: str,
        bucket: str,
        prefix: str,
        options: S3Options,
        *,
        access_secret: Secret | None = None,
        session_token: Secret | None = None,
        read_timeout: float = READ_TIMEOUT,
        upload: Pace = no_pace,
        download: Pace = no_pace,
    ) -> None:
        if not options.aws_chain and not (options.access_key and access_secret):
            raise UsageError(
                "An S3 storage needs an access key and its secret.", code="KEYS-MISSING", hint="Or let AWS's own configuration be used."
            )
        if options.storage_class in _ARCHIVES:
            hint = "GLACIER_IR and STANDARD_IA are cheap and can be read."
            raise UsageError(f"The storage class {options.storage_class} cannot be read at once.", code="STORAGE-OPTIONS", hint=hint)
        self.location = f"s3:{endpoint}/{bucket}" + (f"/{prefix}" if prefix else "")
        self.traits = Traits(connections=options.connections, remote=True)
        self.bucket = bucket
        self._endpoint = endpoint
        self._start = f"{prefix}/" if prefix else ""
        self._options = options
        self._access_secret = access_secret
        self._session_token = session_token
        self._read_timeout = read_timeout
        self._upload, self._download = upload, download
        self._client: S3Client | None = None
        self._client_lock = threading.Lock()

    def create(self) -> None:
        """Make the bucket where it is missing and the key may do so."""
        with self._errors("size", "config"):
            try:
                self.client.head_bucket(Bucket=self.bucket)
            except Exception as error:
                found = translated(error, Call("size", "config", self.location))
                if found.failure().kind == "forbidden":  # a key without the right to look may still be allowed to read and write
                    return
                if not isinstance(found, NotFound):
                    raise
            else:
                return
        with self._errors("create", f"the bucket {self.bucket}"):
            region = self.client.meta.region_name
            try:
                if region == "us-east-1":
                    self.client.create_bucket(Bucket=self.bucket)
                else:
                    self.client.create_bucket(Bucket=self.bucket, CreateBucketConfiguration={"LocationConstraint": region})  # type: ignore[typeddict-item]  # the stubs list AWS's regions only
            except self.client.exceptions.BucketAlreadyOwnedByYou:
                pass

    def save(self, name: str, parts: Parts, *, only_new: bool = False) -> None:
        size = total_size(parts)
        digest = hashlib.md5(usedforsecurity=False)
        for part in parts:
            digest.update(part)
        more: dict[str, Any] = {"ContentMD5": base64.b64encode(digest.digest()).decode()}
        if self._options.storage_class and name.startswith("data/"):
            more["StorageClass"] = self._options.storage_class
        if only_new:
            if self.exists(name):
                raise exists_already(name, self.location)
            more["IfNoneMatch"] = "*"
        try:
            self._put(name, parts, size, more)
        except Unsupported:
            if not only_new:
                raise
            del more["IfNoneMatch"]  # the server knows no conditions; the look before was all that can be done
            self._put(name, parts, size, more)
        except HoldfastError as error:
            if not unknown_outcome(error) or not self._holds(name, size, digest.hexdigest()):
                raise

    def load(self, name: str, offset: int = 0, length: int | None = None) -> bytes:
        key = self.key(name)
        if length == 0:
            return self._nothing(name, offset)
        ranged: dict[str, Any] = {}
        if offset or length is not None:
            ranged["Range"] = f"bytes={offset}-" + ("" if length is None else str(offset + length - 1))
        try:
            with self._errors("load", name):
                answer = self.client.get_object(Bucket=self.bucket, Key=key, **ranged)
                data = self._received(answer["Body"])
        except StorageError as error:
            if error.code == "SHORT" and length is None:
                return self._nothing(name, offset)
            raise
        if ranged and answer["ResponseMetadata"]["HTTPStatusCode"] == 200:  # a server that gives the whole instead
            return cut_out(data, offset, length, name, self.location)
        if len(data) < answer["ContentLength"]:
            raise self._cut(name)
        if length is not None and len(data) < length:
            raise self._cut(name) if _promised(answer.get("ContentRange", "")) >= offset + length else too_short(name, self.location)
        return data

    def size(self, name: str) -> int:
        key = self.key(name)
        with self._errors("size", name):
            return self.client.head_object(Bucket=self.bucket, Key=key)["ContentLength"]

    def list(self, prefix: str) -> Iterator[FileInfo]:
        start = f"{self.key(prefix)}/"

        def fetch(token: str | None) -> Page:
            return self._page(prefix, start, token)

        return Pages(fetch)

    def delete(self, name: str) -> None:
        key = self.key(name)
        with self._errors("delete", name):
            try:
                self.client.delete_object(Bucket=self.bucket, Key=key)
            except self.client.exceptions.NoSuchKey:  # some servers mind; AWS does not
                pass

    def address(self) -> StorageAddress:
        secrets = {"access_secret": self._access_secret, "session_token": self._session_token}
        return StorageAddress(
            self.location, msgspec.structs.asdict(self._options), {name: secret for name, secret in secrets.items() if secret is not None}
        )

    def close(self) -> None:
        with self._client_lock:
            if self._client is not None:
                self._client.close()

    @property
    def client(self) -> S3Client:
        """The connected client; made at the first use (a few hundred milliseconds)."""
        with self._client_lock:
            if self._client is None:
                self._client = self._connected()
            return self._client

    def key(self, name: str) -> str:
        """The object's key for a file's name."""
        return self._start + checked(name)

    def _put(self, name: str, parts: Parts, size: int, more: dict[str, Any]) -> None:
        key = self.key(name)
        with self._errors("save", name, size):
            if size <= _SMALL:
                self._upload(size)
                self.client.put_object(Bucket=self.bucket, Key=key, Body=b"".join(parts), **more)
            else:
                self.client.put_object(Bucket=self.bucket, Key=key, Body=cast("IO[bytes]", PartsReader(parts, self._upload)), **more)

    def _holds(self, name: str, size: int, md5: str) -> bool:
        """Whether the object is there with exactly these bytes; False when that cannot be told."""
        try:
            with self._errors("size", name):
                head = self.client.head_object(Bucket=self.bucket, Key=self.key(name))
        except HoldfastError:
            return False
        return head["ContentLength"] == size and head["ETag"].strip('"') == md5

    def _received(self, body: Any) -> bytes:
        pieces = []
        while piece := body.read(_BLOCK):
            self._download(len(piece))
            pieces.append(piece)
        return b"".join(pieces)

    def _nothing(self, name: str, offset: int) -> bytes:
        if offset > self.size(name):
            raise too_short(name, self.location)
        return b""

    def _cut(self, name: str) -> NetworkError:
        return NetworkError(f"The download of {name} from the storage {self.location} was cut short.")

    def _page(self, prefix: str, start: str, token: str | None) -> Page:
        more: dict[str, Any] = {"ContinuationToken": token} if token else {}
        with self._errors("list", prefix):
            answer = self.client.list_objects_v2(Bucket=self.bucket, Prefix=start, **more)
        files = [FileInfo(item["Key"][len(self._start) :], item["Size"]) for item in answer.get("Contents", []) if item["Key"] != start]
        if not answer.get("IsTruncated"):
            return files, None
        following = answer.get("NextContinuationToken", "")
        if not following or following == token:
            raise StorageError(f"The storage {self.location} cut its list of {prefix} short and does not say how to go on.", code="LISTING")
        return files, following

    @contextmanager
    def _errors(self, verb: str, name: str, needed: int = 0) -> Iterator[None]:
        try:
            yield
        except HoldfastError:
            raise
        except Exception as error:
            raise translated(error, Call(verb, name, self.location, needed)) from None  # the original may show keys

    def _connected(self) -> S3Client:
        from botocore.config import Config
        from botocore.session import Session

        from holdfast.storage.s3_models import descriptions

        options = self._options
        aws = self._endpoint.endswith((".amazonaws.com", ".amazonaws.com.cn"))
        path_style = options.path_style if options.path_style is not None else not aws or "." in self.bucket
        config = Config(
            region_name=options.region or _region_of(self._endpoint),
            s3={"addressing_style": "path" if path_style else "virtual"},
            request_checksum_calculation="when_required",  # the newer checksums are refused by some compatible servers
            response_checksum_validation="when_required",
            retries={"total_max_attempts": 1, "mode": "standard"},
            connect_timeout=CONNECT_TIMEOUT,
            read_timeout=self._read_timeout,
            max_pool_connections=options.connections,
            tcp_keepalive=True,
        )
        session = Session() if options.aws_chain else Session(session_vars=_OWN_ONLY)
        session.register_component("data_loader", descriptions(others=options.aws_chain))
        keys: dict[str, Any] = {}
        if not options.aws_chain and self._access_secret is not None:
            keys = {"aws_access_key_id": options.access_key, "aws_secret_access_key": self._access_secret.reveal()}
        if self._session_token is not None:
            keys["aws_session_token"] = self._session_token.reveal()
        client = session.create_client("s3", endpoint_url=self._endpoint, config=config, verify=options.ca_file or True, **keys)
        acknowledge_at_once(cast("S3Client", client))
        return cast("S3Client", client)


_OWN_ONLY: dict[str, Any] = {
    "profile": (None, None, None, None),
    "config_file": (None, None, "/nonexistent", None),
    "credentials_file": (None, None, "/nonexistent", None),
}
"""With keys given by the user, nothing of AWS's files and profiles of this machine is read."""


def _region_of(endpoint: str) -> str:
    """The region in an AWS host name (s3.eu-central-1.amazonaws.com); compatibles mostly take this default."""
    found = re.search(r"s3[.-]([a-z]{2}(?:-[a-z]+)+-\d)\.amazonaws\.com", endpoint)
    return found.group(1) if found else "us-east-1"


def _promised(content_range: str) -> int:
    """The size of the whole object by ``bytes 0-9/100``; 0 when it is not told."""
    total = content_range.rpartition("/")[2]
    return int(total) if total.isdigit() else 0
