"""The five S3 requests that backups consist of, over `http.client`, signed with AWS Signature Version 4.

botocore needs a quarter of a second of a processor before its first request, in every process; this needs next to nothing. Answers and
refusals have botocore's shapes, so that the callers and `s3_errors` need not know who asked. What is not in it (other sources of
keys, proxies, buckets in other regions than was said) is left to botocore: see `fits` and `Unfit`.

Sources: "Authenticating Requests (AWS Signature Version 4)" and the API reference of Amazon S3.
"""

from __future__ import annotations

import hashlib
import hmac
import ipaddress
import os
import re
import select
import socket
import sys
import threading
import time
import weakref
from http.client import HTTPConnection, HTTPException, HTTPResponse
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, unquote, urlsplit

import msgspec

from holdfast.secret import Secret
from holdfast.storage.s3_body import PartsReader

if TYPE_CHECKING:
    from ssl import SSLContext

_BLOCK = 128 * 1024
_EMPTY = hashlib.sha256(b"").hexdigest()
_ELSEWHERE = {"AuthorizationHeaderMalformed", "PermanentRedirect", "TemporaryRedirect", "IllegalLocationConstraintException"}
_QUICK = getattr(socket, "TCP_QUICKACK", None)
"""See `s3_sockets`."""


class Unfit(Exception):
    """botocore is to ask instead."""


class Refused(Exception):
    """An error answer; `response` as in botocore's ClientError."""

    def __init__(self, status: int, code: str) -> None:
        super().__init__(code)
        self.response = {"Error": {"Code": code}, "ResponseMetadata": {"HTTPStatusCode": status}}


class EndpointConnectionError(Exception):
    """No connection came about. (The names of these three are those that `s3_errors` knows.)"""


class ConnectTimeoutError(Exception):
    """No connection came about in time."""


class HTTPClientError(Exception):
    """The answer is none."""


class Access(msgspec.Struct, frozen=True):
    """Where, and with which keys. Times in seconds."""

    endpoint: str
    bucket: str
    region: str
    path_style: bool
    key: str
    secret: Secret
    token: Secret | None
    ca_file: str
    connect_timeout: float
    read_timeout: float


def fits(access: Access) -> bool:
    """Whether this can do it."""
    host = urlsplit(access.endpoint).hostname or ""
    plain_name = access.path_style or (re.fullmatch(r"[a-z0-9][a-z0-9-]{1,61}[a-z0-9]", access.bucket) and not _is_address(host))
    return bool(plain_name) and "/" not in access.bucket and ":" not in access.bucket and not _behind_proxy(access.endpoint)


class Wire:
    """Connections to one bucket. Methods are those of botocore's client that are needed; any thread may call them."""

    def __init__(self, access: Access) -> None:
        parts = urlsplit(access.endpoint)
        self._access = access
        self._tls = parts.scheme == "https"
        host = parts.netloc if access.path_style else f"{access.bucket}.{parts.netloc}"
        usual = ":443" if self._tls else ":80"
        self._host = host.removesuffix(usual)
        name = parts.hostname or ""
        self._address = name if access.path_style else f"{access.bucket}.{name}"
        self._port = parts.port or (443 if self._tls else 80)
        self._start = f"/{quote(access.bucket)}" if access.path_style else ""
        self._idle: list[HTTPConnection] = []
        weakref.finalize(self, _close_all, self._idle)
        self._lock = threading.Lock()
        self._context: SSLContext | None = None
        self._signing: tuple[str, bytes] = ("", b"")

    # ---- the requests

    def put_object(
        self, *, Key: str, Body: bytes | PartsReader, ContentMD5: str, StorageClass: str = "", IfNoneMatch: str = ""
    ) -> dict[str, Any]:
        headers = {"content-md5": ContentMD5, "content-length": str(len(Body))}
        if StorageClass:
            headers["x-amz-storage-class"] = StorageClass
        if IfNoneMatch:
            headers["if-none-match"] = IfNoneMatch
        return self._whole("PUT", Key, headers=headers, body=Body)[0]

    def get_object(self, *, Key: str, Range: str = "") -> dict[str, Any]:
        """``Body`` has to be read to its end."""
        connection, answer = self._ask("GET", Key, headers={"range": Range} if Range else {})
        return {**_facts(answer), "Body": _Body(self, connection, answer)}

    def head_object(self, *, Key: str) -> dict[str, Any]:
        return self._whole("HEAD", Key)[0]

    def delete_object(self, *, Key: str) -> dict[str, Any]:
        return self._whole("DELETE", Key)[0]

    def list_objects_v2(self, *, Prefix: str, ContinuationToken: str = "") -> dict[str, Any]:
        query = {"list-type": "2", "prefix": Prefix, "encoding-type": "url"}
        if ContinuationToken:
            query["continuation-token"] = ContinuationToken
        return _listed(self._whole("GET", "", query)[1])

    def close(self) -> None:
        with self._lock:
            _close_all(self._idle)

    # ---- one request

    def _whole(
        self,
        method: str,
        key: str,
        query: dict[str, str] | None = None,
        headers: dict[str, str] | None = None,
        body: bytes | PartsReader = b"",
    ) -> tuple[dict[str, Any], bytes]:
        connection, answer = self._ask(method, key, query, headers, body)
        data = self._read(connection, answer)
        return _facts(answer), data

    def _read(self, connection: HTTPConnection, answer: HTTPResponse) -> bytes:
        try:
            data = answer.read()
        except BaseException:
            _give_up(connection, answer)
            raise
        self.give_back(connection, answer)
        return data

    def _ask(
        self,
        method: str,
        key: str,
        query: dict[str, str] | None = None,
        headers: dict[str, str] | None = None,
        body: bytes | PartsReader = b"",
    ) -> tuple[HTTPConnection, HTTPResponse]:
        """A good answer, not yet read. Raises `Refused`, `Unfit`, and what sockets raise."""
        path = f"{self._start}/{quote(key, safe='/~')}"
        asked = "&".join(f"{name}={quote(value, safe='-_.~')}" for name, value in sorted((query or {}).items()))
        signed = self._signed(method, path, asked, headers or {}, body)
        connection = self._connection()
        try:
            answer = self._exchange(connection, method, f"{path}?{asked}" if asked else path, signed, body)
        except BaseException:
            connection.close()
            raise
        if answer.status >= 300:
            self._refuse(answer, connection)
        return connection, answer

    def _exchange(
        self, connection: HTTPConnection, method: str, target: str, headers: dict[str, str], body: bytes | PartsReader
    ) -> HTTPResponse:
        broken: OSError | None = None
        try:
            connection.request(method, target, body=body or None, headers=headers)
        except (BrokenPipeError, ConnectionResetError) as error:
            broken = error  # a server that refuses a body may say so and hang up before it has all
        try:
            if _QUICK is not None and connection.sock is not None:
                connection.sock.setsockopt(socket.IPPROTO_TCP, _QUICK, 1)
            answer = connection.getresponse()
        except (OSError, HTTPException):
            if broken is not None:
                raise broken from None
            raise
        if broken is not None and answer.status < 300:
            answer.close()
            raise broken
        return answer

    def _refuse(self, answer: HTTPResponse, connection: HTTPConnection) -> None:
        data = self._read(connection, answer)
        code = _code_of(data) or str(answer.status)
        region = answer.getheader("x-amz-bucket-region") or self._access.region
        if answer.status < 400 or code in _ELSEWHERE or region != self._access.region:
            raise Unfit
        raise Refused(answer.status, code)

    # ---- connections

    def _connection(self) -> HTTPConnection:
        """One that is open."""
        while True:
            with self._lock:
                connection = self._idle.pop() if self._idle else None
            if connection is None:
                return self._connected()
            if connection.sock is not None and not _readable(connection.sock):
                return connection
            connection.close()  # the server has hung up meanwhile

    def _connected(self) -> HTTPConnection:
        timeout = self._access.connect_timeout
        if self._tls:
            from http.client import HTTPSConnection

            connection: HTTPConnection = HTTPSConnection(
                self._address, self._port, timeout=timeout, context=self._tls_context(), blocksize=_BLOCK
            )
        else:
            connection = HTTPConnection(self._address, self._port, timeout=timeout, blocksize=_BLOCK)
        try:
            connection.connect()
        except TimeoutError:
            connection.close()
            raise ConnectTimeoutError from None
        except OSError as error:
            connection.close()
            if self._tls and type(error).__module__ == "ssl":
                raise
            raise EndpointConnectionError(f"getaddrinfo: {error}" if isinstance(error, socket.gaierror) else str(error)) from None
        connection.sock.settimeout(self._access.read_timeout)
        connection.sock.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
        return connection

    def give_back(self, connection: HTTPConnection, answer: HTTPResponse) -> None:
        """Keep a connection for the next request, when its answer was read to the end and the server goes on."""
        if answer.will_close or answer.length or not answer.isclosed():
            _give_up(connection, answer)
            return
        with self._lock:
            self._idle.append(connection)

    def _tls_context(self) -> SSLContext:
        import ssl

        with self._lock:
            if self._context is None:
                self._context = ssl.create_default_context(cafile=self._access.ca_file or _authorities())
            return self._context

    # ---- signature

    def _signed(self, method: str, path: str, query: str, headers: dict[str, str], body: bytes | PartsReader) -> dict[str, str]:
        """All headers of a request. Over TLS the body is vouched for by its MD5 and the connection, as botocore does."""
        access = self._access
        now = time.strftime("%Y%m%dT%H%M%SZ", time.gmtime())
        if not body:
            digest = _EMPTY
        elif self._tls:
            digest = "UNSIGNED-PAYLOAD"
        else:
            digest = hashlib.sha256(body).hexdigest() if isinstance(body, bytes) else body.sha256()
        headers = {**headers, "host": self._host, "x-amz-content-sha256": digest, "x-amz-date": now}
        if access.token is not None:
            headers["x-amz-security-token"] = access.token.reveal()
        names = sorted(name for name in headers if name in ("host", "content-md5") or name.startswith("x-amz-"))
        listed = ";".join(names)
        canonical = "\n".join([method, path, query, *(f"{name}:{headers[name]}" for name in names), "", listed, digest])
        scope = f"{now[:8]}/{access.region}/s3/aws4_request"
        text = f"AWS4-HMAC-SHA256\n{now}\n{scope}\n{hashlib.sha256(canonical.encode()).hexdigest()}"
        signature = hmac.new(self._signing_key(now[:8]), text.encode(), hashlib.sha256).hexdigest()
        headers["authorization"] = f"AWS4-HMAC-SHA256 Credential={access.key}/{scope}, SignedHeaders={listed}, Signature={signature}"
        return headers

    def _signing_key(self, day: str) -> bytes:
        known, key = self._signing
        if known != day:
            key = b"AWS4" + self._access.secret.reveal().encode()
            for word in (day, self._access.region, "s3", "aws4_request"):
                key = hmac.digest(key, word.encode(), "sha256")
            self._signing = (day, key)
        return key


class _Body:
    """What `get_object` fetches; gives its connection back at the end."""

    def __init__(self, wire: Wire, connection: HTTPConnection, answer: HTTPResponse) -> None:
        self._wire, self._connection, self._answer = wire, connection, answer
        self._ended = False

    def read(self, size: int) -> bytes:
        """Up to `size` bytes; empty at the end, or where the connection ended."""
        try:
            data = b"" if self._ended else self._answer.read(size)
        except BaseException:
            self.close()
            raise
        if not data and not self._ended:
            self._ended = True
            self._wire.give_back(self._connection, self._answer)
        return data

    def close(self) -> None:
        """Give up what is not read."""
        if not self._ended:
            self._ended = True
            _give_up(self._connection, self._answer)


def _give_up(connection: HTTPConnection, answer: HTTPResponse) -> None:
    """Close both: the answer keeps the socket open by itself when the server wanted to close."""
    answer.close()
    connection.close()


def _close_all(connections: list[HTTPConnection]) -> None:
    while connections:
        connections.pop().close()


def _facts(answer: HTTPResponse) -> dict[str, Any]:
    return {
        "ContentLength": int(answer.getheader("Content-Length") or 0),
        "ContentRange": answer.getheader("Content-Range") or "",
        "ETag": answer.getheader("ETag") or "",
        "ResponseMetadata": {"HTTPStatusCode": answer.status},
    }


def _code_of(data: bytes) -> str:
    """The code in an error document; empty when it is none."""
    found = re.search(rb"<Code>\s*([^<\s]+)\s*</Code>", data)
    return found[1].decode(errors="replace") if found else ""


def _listed(data: bytes) -> dict[str, Any]:
    import xml.etree.ElementTree as ET

    try:
        root = ET.fromstring(data)  # noqa: S314 - expat refuses entity bombs; the sender is the storage that holds everything
    except ET.ParseError:
        raise HTTPClientError from None
    if root.tag.rpartition("}")[2] != "ListBucketResult":
        raise HTTPClientError
    decoded = unquote if root.findtext("{*}EncodingType") == "url" else str
    try:
        contents = [
            {"Key": decoded(item.findtext("{*}Key") or ""), "Size": int(item.findtext("{*}Size") or "")}
            for item in root.iterfind("{*}Contents")
        ]
    except ValueError:
        raise HTTPClientError from None
    return {
        "Contents": contents,
        "IsTruncated": root.findtext("{*}IsTruncated") == "true",
        "NextContinuationToken": root.findtext("{*}NextContinuationToken") or "",
    }


def _readable(sock: socket.socket) -> bool:
    """An idle connection with something to read has ended."""
    try:
        if hasattr(select, "poll"):
            poll = select.poll()
            poll.register(sock, select.POLLIN)
            return bool(poll.poll(0))
        return bool(select.select([sock], [], [], 0)[0])
    except (OSError, ValueError):
        return True


def _is_address(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True


def _behind_proxy(endpoint: str) -> bool:
    """Whether this computer may want a proxy to be asked (then botocore finds out)."""
    platform: str = sys.platform
    if platform not in ("win32", "darwin"):
        return any(value for name, value in os.environ.items() if name.lower() in ("http_proxy", "https_proxy", "all_proxy"))
    from urllib.request import getproxies

    return urlsplit(endpoint).scheme in getproxies()


def _authorities() -> str:
    """The file of certificate authorities that botocore takes."""
    import certifi

    return certifi.where()
