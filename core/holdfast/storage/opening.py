"""From a location, as restic writes it, to a storage. The only list of storages.

======================================  ==========================================================
``/path``, ``local:path``               a folder of this machine
``s3:https://host[:port]/bucket/path``  S3 and compatibles; also ``s3:http://…``, ``s3:host/bucket``
======================================  ==========================================================

`StorageAddress.options` for S3: ``access_key``, ``region``, ``path_style``, ``storage_class``, ``ca_file``, ``aws_chain`` (take keys from
AWS's own places), ``allow_http`` (plain http to a host outside one's own network), ``connections``; for all: ``limit_upload`` and
``limit_download`` (bytes a second).
`StorageAddress.secrets`: ``access_secret``, ``session_token``.
"""

from __future__ import annotations

import ipaddress
import os
import re
from typing import Any
from urllib.parse import urlsplit

import msgspec

from holdfast.cancellation import Cancellation
from holdfast.errors import Unsupported, UsageError
from holdfast.progress import SILENT, Progress
from holdfast.storage.base import Storage, StorageAddress
from holdfast.storage.limit import LimitStorage, TokenBucket
from holdfast.storage.local import LocalStorage
from holdfast.storage.retry import RetryStorage
from holdfast.storage.s3_body import no_pace
from holdfast.storage.wrapper import Wrapper

_Limits = tuple[TokenBucket | None, TokenBucket | None]
_GENERAL = {"limit_upload", "limit_download", "allow_http"}
_PLANNED = {"sftp": "SFTP"}
_FOREIGN = {
    "rest": "a restic REST server",
    "rclone": "rclone",
    "b2": "Backblaze's own protocol",
    "azure": "Azure",
    "gs": "Google's own protocol",
    "swift": "Swift",
}
_LOCAL_NAMES = (".local", ".localhost", ".test", ".lan", ".internal", ".home.arpa")


class LocalPlace(msgspec.Struct, frozen=True):
    path: str


class S3Place(msgspec.Struct, frozen=True):
    endpoint: str
    """Scheme, host and port."""
    bucket: str
    prefix: str = ""
    """Without slashes at its ends."""

    @property
    def location(self) -> str:
        return f"s3:{self.endpoint}/{self.bucket}" + (f"/{self.prefix}" if self.prefix else "")


def parse_location(location: str) -> LocalPlace | S3Place:
    """What a location means. `UsageError` for one that cannot be understood or holds a password, `Unsupported` for other places."""
    text = location.strip()
    if not text:
        raise UsageError("The location is empty.", code="LOCATION", hint=_FORMS)
    scheme, colon, rest = text.partition(":")
    if _is_path(text) or not colon:
        return LocalPlace(_absolute(text))
    if scheme == "local":
        return LocalPlace(_absolute(rest)) if rest else parse_location("")
    if _holds_secret(scheme, rest):
        hint = "Give keys by their own options; they are kept in the keyring."
        raise UsageError("A location must not hold a user name or password.", code="LOCATION-PASSWORD", hint=hint)
    if scheme == "s3":
        return _parse_s3(rest)
    if scheme in _PLANNED:
        raise Unsupported(f"{_PLANNED[scheme]} storages are not supported yet.", hint=_FORMS)
    if scheme in _FOREIGN:
        raise Unsupported(f"Storages on {_FOREIGN[scheme]} are not supported.", hint=_FORMS)
    raise UsageError(
        f"The location begins with an unknown word, {scheme!r}.",
        code="LOCATION",
        hint=f"{_FORMS} For a folder with a colon in its name write local:FOLDER.",
    )


_FORMS = "Write a folder (/path) or an S3 bucket (s3:https://host/bucket/path)."


def open_storage(
    address: StorageAddress, *, retry: bool = True, cancelled: Cancellation | None = None, progress: Progress = SILENT
) -> Storage:
    """The storage at `address`, with retries and rate limits around it. Connects to nothing yet.

    Once `cancelled` is set, nothing is tried again, and calls to a remote storage that hangs are given up (`Cancelled`) within two
    seconds. `progress` hears of what is tried again, from any thread. Raises `UsageError` and `Unsupported` as `parse_location` does, and
    `UsageError` for options that do not fit.
    """
    place = parse_location(address.location)
    limits = _limits(address.options, cancelled)
    storage = _local(place, limits) if isinstance(place, LocalPlace) else _s3(place, address, limits)
    return _Opened(RetryStorage(storage, cancelled=cancelled, progress=progress) if retry else storage, address)


class _Opened(Wrapper):
    """Knows the address by which another process opens the same, limits included (each process then has them for itself)."""

    def __init__(self, inner: Storage, address: StorageAddress) -> None:
        super().__init__(inner)
        self._address = address

    def address(self) -> StorageAddress:
        plain = self.inner.address()
        return msgspec.structs.replace(self._address, location=plain.location if plain else self._address.location)


def _local(place: LocalPlace, limits: _Limits) -> Storage:
    storage = LocalStorage(place.path)
    if any(limits):
        return LimitStorage(storage, upload=limits[0], download=limits[1])
    return storage


def _s3(place: S3Place, address: StorageAddress, limits: _Limits) -> Storage:
    from holdfast.storage.s3 import S3Options, S3Storage

    host = urlsplit(place.endpoint).hostname or ""
    if place.endpoint.startswith("http:") and not is_local_host(host) and not address.options.get("allow_http"):
        hint = "Use https. Inside a network of your own, plain http can be allowed for this storage."
        raise UsageError(f"{place.location} is reached without encryption.", code="PLAIN-HTTP", hint=hint)
    try:
        options = msgspec.convert({name: value for name, value in address.options.items() if name not in _GENERAL}, S3Options)
    except msgspec.ValidationError as error:
        raise UsageError(f"An option of the storage {place.location} is wrong: {error}.", code="STORAGE-OPTIONS") from None
    if options.ca_file and not os.path.isfile(options.ca_file):
        raise UsageError(f"The certificate file {options.ca_file} is not there.", code="STORAGE-OPTIONS", hint="Give a PEM file.")
    return S3Storage(
        place.endpoint,
        place.bucket,
        place.prefix,
        options,
        access_secret=address.secrets.get("access_secret"),
        session_token=address.secrets.get("session_token"),
        upload=limits[0].take if limits[0] else no_pace,
        download=limits[1].take if limits[1] else no_pace,
    )


def _limits(options: dict[str, Any], cancelled: Cancellation | None) -> _Limits:
    rates = [options.get(name) for name in ("limit_upload", "limit_download")]
    if not all(rate is None or (isinstance(rate, (int, float)) and rate > 0) for rate in rates):
        raise UsageError("A rate limit must be a number of bytes a second.", code="STORAGE-OPTIONS")
    upload, download = (TokenBucket(rate, cancelled=cancelled) if rate else None for rate in rates)
    return upload, download


def _parse_s3(rest: str) -> S3Place:
    """`rest` is what follows ``s3:``: a URL, ``//host/…`` or ``host/bucket/prefix`` (https)."""
    url = rest if re.match(r"https?://", rest) else f"https://{rest.removeprefix('//')}"
    try:
        parts = urlsplit(url)
        sound = parts.hostname and (parts.port or True) and not parts.query and not parts.fragment and not re.search(r"[\s\x00-\x1f]", url)
    except ValueError:
        sound = False
    bucket, _, prefix = parts.path.strip("/").partition("/") if sound else ("", "", "")
    if not bucket:  # not repeated: what was typed may hold a key
        hint = "Write s3:https://host/bucket or s3:https://host/bucket/path."
        raise UsageError("The S3 location does not name a host and a bucket.", code="LOCATION", hint=hint)
    clean = "/".join(part for part in prefix.split("/") if part)
    return S3Place(f"{parts.scheme}://{parts.netloc.lower()}", bucket, clean)


def _holds_secret(scheme: str, rest: str) -> bool:
    """Whether the host part of a URL has a user before it; for SFTP, whose users are no secret, a password."""
    user, at, _ = re.sub(r"^([a-z0-9]+:)?//", "", rest).partition("/")[0].rpartition("@")
    return bool(at) and (scheme != "sftp" or ":" in user)


def is_local_host(host: str) -> bool:
    """Whether `host` is this machine or a name or address of a private network."""
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return "." not in host or host.endswith(_LOCAL_NAMES)
    return address.is_loopback or address.is_private


def _is_path(text: str) -> bool:
    return text.startswith(("/", "./", "../", "~", "\\", ".\\", "..\\")) or bool(re.match(r"[A-Za-z]:[\\/]", text))


def _absolute(path: str) -> str:
    return os.path.abspath(os.path.expanduser(path))
