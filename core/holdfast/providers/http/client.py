"""The client: one per site and credential. Reads are repeated by the rules of apis.md 6.1; calls that start something never are."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from types import TracebackType
from typing import TYPE_CHECKING, Any, Protocol

import msgspec

from holdfast.errors import AuthRejected, HoldfastError, RateLimited, RemoteError
from holdfast.progress import Retry
from holdfast.providers.http.address import check_base, join, origin
from holdfast.providers.http.answer import LARGEST_BODY, Answer, parse
from holdfast.providers.http.budget import Budget
from holdfast.providers.http.certificate import explained
from holdfast.providers.http.circuit import Circuit
from holdfast.providers.http.clock import Clock, SystemClock
from holdfast.providers.http.credential import Credential
from holdfast.providers.http.failures import error_of, failed
from holdfast.providers.http.repeating import is_unclear, may_repeat
from holdfast.providers.http.transport import failure_of, foreign, open_client, timed_out

if TYPE_CHECKING:
    import httpx

READ_TRIES = 4
START_SECONDS = 120.0
"""How long a call that starts something may take to answer: simple plugins work inside the request."""
_READ_SECONDS = 30.0
_MAINTENANCE_WAIT = 30.0

Renewal = Callable[[Credential], Awaitable[Credential]]
"""Makes a new credential from one that was refused; AuthRejected when that needs a person."""


class Call(msgspec.Struct, frozen=True):
    """A call for the audit trail. `path` is without query; `outcome` is "" before the call, then "ok", "lost" or the error's code."""

    method: str
    host: str
    path: str
    outcome: str = ""
    http: int | None = None
    seconds: float = 0.0
    tries: int = 1


class Observer(Protocol):
    """Hears of every changing call before and after it, of renewed credentials (to be stored at once: the old one may be void), and of
    calls that are tried again (None: no more)."""

    def calling(self, call: Call) -> None: ...

    def called(self, call: Call) -> None: ...

    def renewed(self, credential: Credential) -> None: ...

    def retrying(self, retry: Retry | None) -> None: ...


class ReadCounts(msgspec.Struct):
    """Reads since the last summary."""

    calls: int = 0
    failed: int = 0
    bytes: int = 0


class _Request(msgspec.Struct, frozen=True):
    method: str
    path: str
    params: Mapping[str, object] | None = None
    content: bytes | None = None
    headers: Mapping[str, str] = {}
    changing: bool = False
    once: bool = False
    force: bool = False
    binary: bool = False
    tries: int = READ_TRIES


class Client:
    """Speaks to one base address with one credential. Close it, or use it as an async context manager.

    `base`: a WordPress REST root in either form, or the base of an API; plain http only for local names or with `allow_http` (UsageError).
    `transport`: an httpx transport, for tests. `renew`: asked once when the credential is refused.
    """

    def __init__(
        self,
        base: str,
        credential: Credential,
        *,
        ca_file: str = "",
        allow_http: bool = False,
        budget: Budget | None = None,
        observer: Observer | None = None,
        transport: httpx.AsyncBaseTransport | None = None,
        clock: Clock | None = None,
        renew: Renewal | None = None,
        circuit: Circuit | None = None,
        read_seconds: float = _READ_SECONDS,
        start_seconds: float = START_SECONDS,
    ) -> None:
        self.base = check_base(base, allow_http=allow_http)
        self.host = origin(self.base)[1]
        self.credential = credential
        self.clock = clock or SystemClock()
        self.budget = budget or Budget(clock=self.clock)
        self.circuit = circuit or Circuit(self.clock)
        self.reads = ReadCounts()
        self._ca_file, self._transport = ca_file, transport
        self._observer, self._renew = observer, renew
        self._renewing = asyncio.Lock()
        self._seconds = {False: read_seconds, True: start_seconds}
        self._clients: dict[bool, httpx.AsyncClient] = {}

    async def get(
        self,
        path: str,
        params: Mapping[str, object] | None = None,
        *,
        force: bool = False,
        binary: bool = False,
        noted: bool = False,
        tries: int = READ_TRIES,
    ) -> Answer:
        """A reading call, repeated where that is right. `path` is quoted already (see `part`) and relative to the base.

        `force`: ask although the site rests (see `Circuit`) and before others: a person waits, or a restore is followed (by who minds how
        often it is refused). `binary`: a body that is no JSON is no failure; it is not read. `noted`: tell the observer singly (links).
        """
        request = _Request("GET", path, params, force=force, binary=binary, tries=tries)
        return await (self._observed(request) if noted else self._counted(request))

    async def send(
        self,
        method: str,
        path: str,
        json: object = None,
        params: Mapping[str, object] | None = None,
        *,
        once: bool = True,
        form: Mapping[str, str] | None = None,
        headers: Mapping[str, str] | None = None,
        binary: bool = False,
    ) -> Answer:
        """A changing call over a connection of its own; the observer is told before and after.

        Repeated only where the server certainly did nothing: no connection, or 429. With ``once=False`` (deleting, updating) also after
        503 with Retry-After. When nobody knows whether it was done, the error has ``details["lost"] = True``.
        """
        content, kind = _content(json, form)
        every = {**({"Content-Type": kind} if kind else {}), **(headers or {})}
        return await self._observed(_Request(method, path, params, content, every, changing=True, once=once, force=True, binary=binary))

    async def close(self) -> None:
        """Let go of connections."""
        clients, self._clients = list(self._clients.values()), {}
        for client in clients:
            await client.aclose()

    async def __aenter__(self) -> Client:
        return self

    async def __aexit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        await self.close()

    def safe(self, said: str) -> str:
        """`said` without our secrets, should a server have sent them back."""
        for form in self.credential.forms():
            said = said.replace(form, "***")
        return said

    async def _counted(self, request: _Request) -> Answer:
        self.reads.calls += 1
        try:
            answer = await self._persist(request)
        except HoldfastError:
            self.reads.failed += 1
            raise
        self.reads.bytes += len(answer.raw)
        return answer

    async def _observed(self, request: _Request) -> Answer:
        call = Call(request.method, self.host, request.path.partition("?")[0])
        if self._observer is None:
            return await self._persist(request)
        started = self.clock.monotonic()
        self._observer.calling(call)
        outcome, http = "unknown", None
        try:
            answer = await self._persist(request)
            outcome, http = "ok", answer.status
        except HoldfastError as error:
            outcome, http = "lost" if error.details.get("lost") else error.code, error.details.get("http")
            raise
        finally:
            self._observer.called(msgspec.structs.replace(call, outcome=outcome, http=http, seconds=self.clock.monotonic() - started))
        return answer

    async def _persist(self, request: _Request) -> Answer:
        """One call, tried again where that is right; whoever was told of that is told that it is over."""
        if not request.force:
            self.circuit.check()
        try:
            return await self._persisted(request)
        finally:
            if self._observer is not None:
                self._observer.retrying(None)

    async def _persisted(self, request: _Request) -> Answer:
        """The story of one call: try, judge, wait, try again, or give up."""
        renewed = False
        attempt = 0
        while True:
            try:
                if self._is_past():
                    await self._renewed(self.credential)
                used = self.credential
                try:
                    answer = await self._try(request)
                except AuthRejected as error:
                    if self._renew is None or renewed or error.details.get("http") != 401:
                        raise
                    renewed = True
                    await self._renewed(used)
                    continue
                self.circuit.record(None)
                return answer
            except HoldfastError as error:
                attempt += 1
                if attempt >= request.tries or not may_repeat(error, changing=request.changing, once=request.once):
                    raise self._final(error, request) from None
                await self._pause(error, attempt, request)

    async def _try(self, request: _Request) -> Answer:
        """Once: an answer that is a success, or the error that it means."""
        async with self.budget.turn(self.host, urgent=request.force):
            answer = await self._exchange(request)
        self.budget.learn(answer)
        if failed(answer, expects_json=not request.binary):
            raise error_of(answer)
        return answer

    async def _exchange(self, request: _Request) -> Answer:
        seconds = self._seconds[request.changing]
        try:
            async with asyncio.timeout(seconds * 4):
                return await self._read(request)
        except TimeoutError:
            raise timed_out(self.host, sent=True) from None
        except foreign() as error:
            # `from None`: the foreign error's request object carries the Authorization header
            raise await explained(failure_of(error, self.host), self.host, origin(self.base)[2]) from None

    async def _read(self, request: _Request) -> Answer:
        client = self._client(request.changing)
        address = join(self.base, request.path, request.params)
        headers = {**request.headers, **self.credential.headers()}
        async with client.stream(request.method, address, content=request.content, headers=headers) as response:
            told = {name.lower(): value for name, value in response.headers.items()}
            raw = b"" if request.binary and _is_binary(told) else await _limited(response, self.host)
        body, parsed, junk = parse(raw)
        return Answer(
            response.status_code, told, raw, request.method, self.host, request.path, body, parsed, junk, received_at=self.clock.now()
        )

    def _client(self, changing: bool) -> httpx.AsyncClient:
        if changing not in self._clients:
            self._clients[changing] = open_client(
                ca_file=self._ca_file, keep_alive=not changing, read_seconds=self._seconds[changing], transport=self._transport
            )
        return self._clients[changing]

    def _is_past(self) -> bool:
        until = self.credential.expires_at
        return self._renew is not None and until is not None and until.timestamp() <= self.clock.now()

    async def _renewed(self, used: Credential) -> None:
        async with self._renewing:
            if self.credential is not used or self._renew is None:
                return  # somebody else's call has renewed it meanwhile
            self.credential = await self._renew(used)
            if self._observer is not None:
                self._observer.renewed(self.credential)

    async def _pause(self, error: HoldfastError, attempt: int, request: _Request) -> None:
        held = isinstance(error, RateLimited)
        wait = self.budget.wait_now(urgent=request.force) if held else self.budget.backoff(attempt - 1)
        if error.code == "SITE-MAINTENANCE":
            wait = min(max(wait, 2.0), _MAINTENANCE_WAIT)
        if self._observer is not None:
            retry = Retry(round(wait, 1), attempt + 1, request.tries, error.code, self.safe(error.message), self.host)
            self._observer.retrying(retry)
        if not held:  # else the budget lets nothing out before
            await self.clock.sleep(wait)

    def _final(self, error: HoldfastError, request: _Request) -> HoldfastError:
        """`error` as it leaves: counted, without secrets, and marked when nobody knows whether the call was done."""
        sent = error.details.pop("sent", True)
        if request.changing:
            error.details["lost"] = sent and is_unclear(error)
        error.message, error.hint = self.safe(error.message), self.safe(error.hint)
        error.args = (error.message,)
        error.details = {name: self._safe_detail(value) for name, value in error.details.items()}
        self.circuit.record(error)
        return error

    def _safe_detail(self, value: Any) -> Any:
        if isinstance(value, str):
            return self.safe(value)
        return [self.safe(one) for one in value] if isinstance(value, list) else value


def _content(json: object, form: Mapping[str, str] | None) -> tuple[bytes | None, str]:
    if form is not None:
        from urllib.parse import urlencode

        return urlencode(form).encode(), "application/x-www-form-urlencoded"
    return (None, "") if json is None else (msgspec.json.encode(json), "application/json")


def _is_binary(headers: Mapping[str, str]) -> bool:
    kind = headers.get("content-type", "").partition(";")[0].strip().lower()
    return bool(kind) and not (kind.startswith("text/") or "json" in kind or "xml" in kind)


async def _limited(response: httpx.Response, host: str) -> bytes:
    """The body; RemoteError as soon as it is clear that it is larger than any answer may be."""
    length = response.headers.get("content-length", "")
    pieces, total = [], int(length) if length.isdigit() else 0
    if total <= LARGEST_BODY:
        total = 0
        async for piece in response.aiter_bytes():
            pieces.append(piece)
            total += len(piece)
            if total > LARGEST_BODY:
                break
    if total > LARGEST_BODY:
        raise RemoteError(
            f"The answer of {host} is far too large to be a real one.",
            code="TOO-LARGE",
            hint="Something else than the backup interface answers there.",
            http=response.status_code,
        )
    return b"".join(pieces)
