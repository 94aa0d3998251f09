"""StrictS3: a small S3 server for tests that believes nothing. Unlike moto it checks every signature (also those of streamed chunks),
Content-MD5 and payload hash, knows quotas, suspended keys, denied paths, small pages, versions and object lock.

Written from the public description of AWS Signature Version 4 and the S3 API, independently of botocore; restic and botocore both
talk to it in the tests, which keeps it honest.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import secrets
import socket
import ssl
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from urllib.parse import parse_qsl, quote, unquote, urlsplit
from xml.sax.saxutils import escape

_NAMESPACE = "http://s3.amazonaws.com/doc/2006-03-01/"


class Refused(Exception):
    """An S3 error answer."""

    def __init__(self, status: int, code: str) -> None:
        super().__init__(code)
        self.status, self.code = status, code


@dataclass
class Version:
    key: str
    id: str
    data: bytes | None
    """None: a delete marker."""


@dataclass
class Bucket:
    objects: dict[str, bytes] = field(default_factory=dict)
    versions: list[Version] = field(default_factory=list)
    """Kept when `versioning` is set."""
    versioning: str = ""
    """"", Enabled or Suspended."""
    locked: bool = False
    """Object lock with a default retention: versions cannot be removed."""
    classes: dict[str, str] = field(default_factory=dict)


class StrictS3:
    """A running server: ``with StrictS3() as server: … server.url``. The fields may be changed while it runs."""

    def __init__(self, *, page: int = 1000, certificate: str = "", ipv: str = "127.0.0.1") -> None:
        self.keys = {"AKIDEXAMPLE": "a-secret/with+signs="}
        self.buckets: dict[str, Bucket] = {}
        self.page = page
        self.quota: int | None = None
        """Bytes that all buckets together may hold."""
        self.suspended: set[str] = set()
        self.denied: Callable[[str, str], bool] = lambda method, key: False
        self.conditions = True
        """Whether If-None-Match is known; otherwise 501."""
        self.whole_only = False
        """Whether ranges are ignored, as some servers do."""
        self.checks_md5 = True
        self.lists_truncated_without_token = False
        self.holds_back = False
        """Whether small packets wait for an acknowledgement (Nagle's algorithm), as with Ceph's gateway."""
        self.requests: list[tuple[str, str]] = []
        self.lock = threading.RLock()
        self._server = ThreadingHTTPServer((ipv, 0), _Handler)
        self._server.daemon_threads = True
        self._server.strict = self  # type: ignore[attr-defined]  # how http.server hands things to its handlers
        if certificate:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(certificate)
            self._server.socket = context.wrap_socket(self._server.socket, server_side=True, do_handshake_on_connect=False)
        self.port = int(self._server.server_address[1])
        self.url = f"{'https' if certificate else 'http'}://{ipv}:{self.port}"

    def __enter__(self) -> StrictS3:
        threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, name="strict s3", daemon=True).start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._server.shutdown()
        self._server.server_close()

    def bucket(self, name: str) -> Bucket:
        with self.lock:
            return self.buckets.setdefault(name, Bucket())

    def used(self) -> int:
        return sum(len(data) for bucket in self.buckets.values() for data in bucket.objects.values())


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    timeout = 60

    def do_GET(self) -> None:
        self._answer()

    do_PUT = do_HEAD = do_DELETE = do_POST = do_GET

    def log_message(self, format: str, *args: object) -> None:
        pass

    @property
    def strict(self) -> StrictS3:
        found: StrictS3 = self.server.strict  # type: ignore[attr-defined]
        return found

    def _answer(self) -> None:
        try:
            raw = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        except OSError:
            self.close_connection = True
            return
        parts = urlsplit(self.path)
        bucket, _, key = unquote(parts.path).lstrip("/").partition("/")
        query = dict(parse_qsl(parts.query, keep_blank_values=True))
        with self.strict.lock:
            self.strict.requests.append((self.command, key or f"?{parts.query}"))
            try:
                body = _Signature(self, parts.path, parts.query).checked(raw)
                _check_md5(self, body)
                if self.strict.denied(self.command, key):
                    raise Refused(403, "AccessDenied")
                status, headers, data = _Service(self.strict, self.headers.get).answer(self.command, bucket, key, query, body)
            except Refused as error:
                status, headers = error.status, {"Content-Type": "application/xml"}
                data = f"<?xml version='1.0'?><Error><Code>{error.code}</Code><Message>no</Message></Error>".encode()
        self._send(status, headers, data)

    def _send(self, status: int, headers: dict[str, str], data: bytes) -> None:
        self.connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, not self.strict.holds_back)
        try:
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            if "Content-Length" not in headers:
                self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            if self.command != "HEAD":
                self.wfile.write(data)
        except OSError:
            self.close_connection = True


class _Service:
    """What the server does once it believes the request."""

    def __init__(self, strict: StrictS3, header: Callable[[str], str | None]) -> None:
        self.strict = strict
        self.header = header

    def answer(self, method: str, name: str, key: str, query: dict[str, str], body: bytes) -> tuple[int, dict[str, str], bytes]:
        if not name:
            return 200, {}, b"<ListAllMyBucketsResult/>"
        if not key and method == "PUT" and not query:
            if name in self.strict.buckets:
                raise Refused(409, "BucketAlreadyOwnedByYou")
            self.strict.bucket(name)
            return 200, {}, b""
        if name not in self.strict.buckets:
            raise Refused(404, "NoSuchBucket")
        bucket = self.strict.buckets[name]
        if not key:
            return self._of_bucket(method, bucket, query)
        found: dict[str, Callable[[], tuple[int, dict[str, str], bytes]]] = {
            "PUT": lambda: self._put(bucket, key, body),
            "GET": lambda: self._get(bucket, key),
            "HEAD": lambda: self._get(bucket, key),
            "DELETE": lambda: self._delete(bucket, key, query.get("versionId")),
        }
        if method not in found or "uploads" in query or "uploadId" in query:
            raise Refused(501, "NotImplemented")
        return found[method]()

    def _of_bucket(self, method: str, bucket: Bucket, query: dict[str, str]) -> tuple[int, dict[str, str], bytes]:
        if method == "HEAD":
            return 200, {}, b""
        if method != "GET":
            raise Refused(501, "NotImplemented")
        if "location" in query:
            return 200, {}, f'<LocationConstraint xmlns="{_NAMESPACE}"/>'.encode()
        if "versioning" in query:
            status = f"<Status>{bucket.versioning}</Status>" if bucket.versioning else ""
            return 200, {}, f'<VersioningConfiguration xmlns="{_NAMESPACE}">{status}</VersioningConfiguration>'.encode()
        if "object-lock" in query:
            if not bucket.locked:
                raise Refused(404, "ObjectLockConfigurationNotFoundError")
            rule = "<Rule><DefaultRetention><Mode>COMPLIANCE</Mode><Days>30</Days></DefaultRetention></Rule>"
            enabled = "<ObjectLockEnabled>Enabled</ObjectLockEnabled>"
            return 200, {}, f'<ObjectLockConfiguration xmlns="{_NAMESPACE}">{enabled}{rule}</ObjectLockConfiguration>'.encode()
        if "versions" in query:
            return 200, {}, self._versions(bucket, query.get("prefix", ""))
        if query.get("list-type") == "2":
            return 200, {}, self._page(bucket, query)
        raise Refused(501, "NotImplemented")

    def _versions(self, bucket: Bucket, prefix: str) -> bytes:
        items = "".join(
            f"<{tag}><Key>{escape(v.key)}</Key><VersionId>{v.id}</VersionId></{tag}>"
            for v in bucket.versions
            if v.key.startswith(prefix) and (tag := "DeleteMarker" if v.data is None else "Version")
        )
        return f'<ListVersionsResult xmlns="{_NAMESPACE}"><IsTruncated>false</IsTruncated>{items}</ListVersionsResult>'.encode()

    def _page(self, bucket: Bucket, query: dict[str, str]) -> bytes:
        prefix, after = query.get("prefix", ""), query.get("continuation-token", "") or query.get("start-after", "")
        names = sorted(key for key in bucket.objects if key.startswith(prefix) and key > after)
        shown = names[: min(self.strict.page, int(query.get("max-keys", "1000")))]
        truncated = len(shown) < len(names)
        encode = quote if query.get("encoding-type") == "url" else escape
        items = "".join(
            f"<Contents><Key>{encode(key)}</Key><LastModified>2026-01-01T00:00:00.000Z</LastModified>"
            f"<ETag>&quot;{hashlib.md5(bucket.objects[key]).hexdigest()}&quot;</ETag><Size>{len(bucket.objects[key])}</Size>"
            "<StorageClass>STANDARD</StorageClass></Contents>"
            for key in shown
        )
        token = f"<NextContinuationToken>{escape(shown[-1])}</NextContinuationToken>" if truncated else ""
        if self.strict.lists_truncated_without_token:
            token = ""
        encoding = "<EncodingType>url</EncodingType>" if query.get("encoding-type") == "url" else ""
        return (
            f'<ListBucketResult xmlns="{_NAMESPACE}"><Name>b</Name><Prefix>{encode(prefix)}</Prefix>{encoding}'
            f"<KeyCount>{len(shown)}</KeyCount>"
            f"<MaxKeys>1000</MaxKeys><IsTruncated>{str(truncated).lower()}</IsTruncated>{token}{items}</ListBucketResult>"
        ).encode()

    def _put(self, bucket: Bucket, key: str, body: bytes) -> tuple[int, dict[str, str], bytes]:
        if condition := self.header("If-None-Match"):
            if not self.strict.conditions:
                raise Refused(501, "NotImplemented")
            if condition == "*" and key in bucket.objects:
                raise Refused(412, "PreconditionFailed")
        if self.strict.quota is not None and self.strict.used() + len(body) > self.strict.quota:
            raise Refused(403, "QuotaExceeded")
        bucket.objects[key] = body
        bucket.classes[key] = self.header("x-amz-storage-class") or "STANDARD"
        headers = {"ETag": f'"{hashlib.md5(body).hexdigest()}"'}
        if bucket.versioning:
            version = Version(key, secrets.token_hex(8), body)
            bucket.versions.append(version)
            headers["x-amz-version-id"] = version.id
        return 200, headers, b""

    def _get(self, bucket: Bucket, key: str) -> tuple[int, dict[str, str], bytes]:
        if key not in bucket.objects:
            raise Refused(404, "NoSuchKey")
        data = bucket.objects[key]
        headers = {
            "ETag": f'"{hashlib.md5(data).hexdigest()}"',
            "Content-Length": str(len(data)),
            "Last-Modified": "Thu, 01 Jan 2026 00:00:00 GMT",
        }
        wanted = self.header("Range")
        if not wanted or self.strict.whole_only:
            return 200, headers, data
        first, _, last = wanted.removeprefix("bytes=").partition("-")
        start, end = int(first), min(int(last) if last else len(data) - 1, len(data) - 1)
        if start >= len(data):
            raise Refused(416, "InvalidRange")
        headers |= {"Content-Range": f"bytes {start}-{end}/{len(data)}", "Content-Length": str(end - start + 1)}
        return 206, headers, data[start : end + 1]

    def _delete(self, bucket: Bucket, key: str, version: str | None) -> tuple[int, dict[str, str], bytes]:
        if version is not None:
            if bucket.locked and any(v.id == version and v.data is not None for v in bucket.versions):
                raise Refused(403, "AccessDenied")
            bucket.versions = [v for v in bucket.versions if v.id != version]
            return 204, {}, b""
        if bucket.versioning and key in bucket.objects:
            bucket.versions.append(Version(key, secrets.token_hex(8), None))
        bucket.objects.pop(key, None)
        return 204, {}, b""


class _Signature:
    """AWS Signature Version 4 in the Authorization header."""

    def __init__(self, request: _Handler, path: str, query: str) -> None:
        self.request, self.path, self.query = request, path, query
        scheme, _, fields = (request.headers.get("Authorization") or "").partition(" ")
        if scheme != "AWS4-HMAC-SHA256":
            raise Refused(403, "AccessDenied")
        given = dict(part.strip().split("=", 1) for part in fields.split(","))
        self.access_key, self.day, self.region, *_ = given["Credential"].split("/")
        self.scope = given["Credential"].partition("/")[2]
        self.signed, self.signature = given["SignedHeaders"], given["Signature"]
        self.time = request.headers.get("x-amz-date") or ""

    def checked(self, raw: bytes) -> bytes:
        """The body, once all that is signed fits."""
        strict = self.request.strict
        if self.access_key not in strict.keys:
            raise Refused(403, "InvalidAccessKeyId")
        if abs(datetime.strptime(self.time, "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC) - datetime.now(UTC)) > timedelta(minutes=15):
            raise Refused(403, "RequestTimeTooSkewed")
        payload = self.request.headers.get("x-amz-content-sha256") or ""
        if not hmac.compare_digest(self.signature, self._sign(f"AWS4-HMAC-SHA256\n{self.time}\n{self.scope}\n{self._canonical(payload)}")):
            raise Refused(403, "SignatureDoesNotMatch")
        if self.access_key in strict.suspended:
            raise Refused(403, "UserSuspended")
        if payload == "STREAMING-AWS4-HMAC-SHA256-PAYLOAD":
            return self._unchunked(raw)
        if payload != "UNSIGNED-PAYLOAD" and payload != hashlib.sha256(raw).hexdigest():
            raise Refused(400, "XAmzContentSHA256Mismatch")
        return raw

    def _canonical(self, payload: str) -> str:
        headers = "".join(f"{name}:{' '.join((self.request.headers.get(name) or '').split())}\n" for name in self.signed.split(";"))
        pairs = sorted(part if "=" in part else f"{part}=" for part in self.query.split("&")) if self.query else []
        text = "\n".join([self.request.command, self.path, "&".join(pairs), headers, self.signed, payload])
        return hashlib.sha256(text.encode()).hexdigest()

    def _sign(self, text: str) -> str:
        key = f"AWS4{self.request.strict.keys[self.access_key]}".encode()
        for part in self.scope.split("/"):
            key = hmac.digest(key, part.encode(), "sha256")
        return hmac.digest(key, text.encode(), "sha256").hex()

    def _unchunked(self, raw: bytes) -> bytes:
        pieces, previous = [], self.signature
        while raw:
            head, _, raw = raw.partition(b"\r\n")
            size, _, signature = head.decode().partition(";chunk-signature=")
            data, raw = raw[: int(size, 16)], raw[int(size, 16) + 2 :]
            hashes = f"{hashlib.sha256(b'').hexdigest()}\n{hashlib.sha256(data).hexdigest()}"
            if signature != self._sign(f"AWS4-HMAC-SHA256-PAYLOAD\n{self.time}\n{self.scope}\n{previous}\n{hashes}"):
                raise Refused(403, "SignatureDoesNotMatch")
            pieces.append(data)
            previous = signature
        return b"".join(pieces)


def _check_md5(request: _Handler, body: bytes) -> None:
    given = request.headers.get("Content-MD5")
    if given and request.strict.checks_md5 and given != base64.b64encode(hashlib.md5(body).digest()).decode():
        raise Refused(400, "BadDigest")
