"""Objects that other programs keep in an S3 bucket: listed with their times and read by ranges. Never written, never deleted."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from types import TracebackType
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import msgspec

from holdfast.errors import HoldfastError, StorageError, UsageError
from holdfast.storage.base import StorageAddress
from holdfast.storage.limit import TokenBucket
from holdfast.storage.opening import S3Place, is_local_host, parse_location
from holdfast.storage.s3_body import no_pace
from holdfast.storage.s3_errors import Call, translated

if TYPE_CHECKING:
    from holdfast.storage.s3 import S3Storage

_MOST = 100_000
PIECE = 8 << 20


class ForeignObject(msgspec.Struct, frozen=True):
    """`name`: below the prefix, with ``/``. `modified` is aware UTC."""

    name: str
    size: int
    modified: datetime
    etag: str = ""


class ForeignObjects:
    """What is below a prefix of a bucket. A context manager. Errors: as `S3Storage`."""

    def __init__(self, address: StorageAddress) -> None:
        from holdfast.storage.s3 import S3Options, S3Storage

        place = parse_location(address.location)
        if not isinstance(place, S3Place):
            raise UsageError(f"{address.location} is no bucket.")
        host = urlsplit(place.endpoint).hostname or ""
        if place.endpoint.startswith("http:") and not is_local_host(host) and not address.options.get("allow_http"):
            raise UsageError(f"{place.location} is reached without encryption.", code="PLAIN-HTTP", hint="Use https.")
        limit = address.options.get("limit_download")
        self._pace = TokenBucket(limit).take if limit else no_pace
        known = {name: value for name, value in address.options.items() if name in S3Options.__struct_fields__}
        options = msgspec.convert(known, S3Options)
        self._storage: S3Storage = S3Storage(
            place.endpoint, place.bucket, place.prefix, options, access_secret=address.secrets.get("access_secret")
        )
        self._place = place
        self._start = f"{place.prefix}/" if place.prefix else ""

    def __enter__(self) -> ForeignObjects:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._storage.close()

    def list(self) -> Iterator[ForeignObject]:
        """All of them, page by page. StorageError when there are more than any folder of archives has."""
        token, count = "", 0
        while True:
            more: dict[str, Any] = {"ContinuationToken": token} if token else {}
            try:
                answer = self._storage.client.list_objects_v2(Bucket=self._place.bucket, Prefix=self._start, **more)
            except Exception as error:
                raise self._error("list", "", error) from None
            for item in answer.get("Contents", []):
                count += 1
                if not item["Key"].endswith("/"):
                    modified = item["LastModified"].astimezone(UTC)
                    yield ForeignObject(item["Key"][len(self._start) :], item["Size"], modified, item.get("ETag", ""))
            if count > _MOST:
                raise StorageError(
                    f"{self._place.location} holds more than {_MOST:,} objects.", hint="Name the prefix under which the archives lie."
                )
            following = answer.get("NextContinuationToken", "") if answer.get("IsTruncated") else ""
            if answer.get("IsTruncated") and (not following or following == token):
                raise StorageError(f"{self._place.location} cut its list short and does not say how to go on.", code="LISTING")
            if not following:
                return
            token = following

    def head(self, name: str) -> ForeignObject:
        try:
            told = self._storage.client.head_object(Bucket=self._place.bucket, Key=self._start + name)
        except Exception as error:
            raise self._error("size", name, error) from None
        return ForeignObject(name, told["ContentLength"], told["LastModified"].astimezone(UTC), told.get("ETag", ""))

    def read(self, name: str, offset: int, length: int, etag: str) -> bytes:
        """Bytes of the very object that `head` told of; StorageError ``CHANGED`` when it was replaced meanwhile."""
        try:
            answer = self._storage.client.get_object(
                Bucket=self._place.bucket, Key=self._start + name, Range=f"bytes={offset}-{offset + length - 1}"
            )
            if etag and answer.get("ETag", etag) != etag:
                raise StorageError(f"{name} was replaced while it was being read.", code="CHANGED", hint="Try again later.")
            data: bytes = answer["Body"].read()
            self._pace(len(data))
            return data
        except HoldfastError:
            raise
        except Exception as error:
            raise self._error("load", name, error) from None

    def _error(self, verb: str, name: str, error: Exception) -> HoldfastError:
        if isinstance(error, HoldfastError):
            return error
        return translated(error, Call(verb, name or "the list", self._place.location))
