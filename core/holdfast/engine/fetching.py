"""Downloads one backup over any network: goes on where it stopped, also after a restart, and ends with a whole, checked file or an error.

The address carries its own permission, so no credential goes with it (unless the provider says that it is a route of the site itself, and
then to that origin only). Redirects are followed by hand, five at most, never from https to http, never into the local network of a site
that is not there itself. Resumed only with Range and If-Range on a strong ETag (RFC 9110, 13.1.5, 14): when the file on the server has
changed, it starts again. How many run at once is the caller's business; a `Bandwidth` may be shared by all.
"""

from __future__ import annotations

import asyncio
import random
import re
from collections.abc import Awaitable, Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from holdfast.cancellation import Cancellation
from holdfast.engine.fetching_names import safe_name
from holdfast.engine.fetching_partial import Partial, free_space
from holdfast.errors import Cancelled, Damaged, HoldfastError, NetworkError, NoSpace, RemoteError
from holdfast.progress import SILENT, Progress, Retry, Totals
from holdfast.providers.base import Link
from holdfast.providers.http import Answer, Clock, SystemClock, check_destination, check_link, error_of, origin, resolve
from holdfast.providers.http.answer import parse
from holdfast.providers.http.transport import failure_of, foreign, open_client
from holdfast.providers.http.waiting import asked_wait
from holdfast.sources.archive_check import ArchiveVerdict

if TYPE_CHECKING:
    import httpx

Renew = Callable[[], Awaitable[Link]]
"""Asks the site for an address; called again when the one before has died."""
Sign = Callable[[Link], Mapping[str, str]]
"""Headers for a link with `signed_in`."""
Check = Callable[[Path], ArchiveVerdict]
"""Run in a thread on the whole ``.part``, before it gets its name."""

_SILENCE_SECONDS = 10.0
"""A line on which nothing comes for so long is taken for cut."""
_LOOK_EVERY = 0.25
_BUFFER = 1 << 20
_MOST_PIECES = 500
"""That a system writes at once."""
_SPARE = 16 << 20
_MOST_TRIES = 8
"""In a row, without anything new."""
_MOST_RESTARTS = 4
_MOST_LINKS = 3
_MOST_REDIRECTS = 5
_LONGEST_WAIT = 600.0
_DEAD = frozenset({401, 403, 404, 410})
_RANGE = re.compile(r"bytes (\d{1,18})-(\d{1,18})/(\d{1,18}|\*)")


class Downloaded(msgspec.Struct, frozen=True):
    """What came of it. Sizes in bytes."""

    path: Path
    size: int
    received: int
    """Content that came over the line in this run."""
    resumed_from: int
    """What was there from an earlier run."""
    connections: int
    verdict: ArchiveVerdict | None = None


class Bandwidth:
    """A cap that several downloads may share. `rate`: bytes a second, 0 = none."""

    def __init__(self, rate: int, clock: Clock | None = None) -> None:
        self._rate = rate
        self._clock = clock or SystemClock()
        self._paid_until = 0.0

    async def take(self, size: int) -> None:
        """Wait until `size` more bytes are due."""
        if self._rate <= 0:
            return
        now = self._clock.monotonic()
        self._paid_until = max(now, self._paid_until) + size / self._rate
        if (wait := self._paid_until - now) > 0.01:
            await self._clock.sleep(wait)


async def download(
    renew: Renew,
    folder: Path,
    name: str,
    *,
    base: str,
    identity: str = "",
    sign: Sign | None = None,
    check: Check | None = None,
    bandwidth: Bandwidth | None = None,
    ca_file: str = "",
    progress: Progress = SILENT,
    cancelled: Cancellation | None = None,
    transport: httpx.AsyncBaseTransport | None = None,
    clock: Clock | None = None,
) -> Downloaded:
    """Download what `renew` links to into `folder` as `name` (made harmless; numbered when taken). `base`: the site's address;
    `identity`: which backup this is, so that nobody goes on with the half of another.

    Raises `Cancelled` (within two seconds; what came stays), `NoSpace` (``SPACE-LOCAL``), `Damaged` (`check` says so: nothing stays),
    `NetworkError`, `RemoteError` (``BAD-LINK``, ``NOT-ARCHIVE``, ``DOWNLOAD-CHANGED``), `Busy` (it runs elsewhere), and what `renew`
    raises.
    """
    partial = Partial(folder, safe_name(name), identity)
    run = _Download(partial, renew, base, sign, bandwidth, progress, transport, ca_file, clock or SystemClock())
    try:
        await _until_cancelled(run.fetch(), cancelled or Cancellation())
        verdict = await asyncio.to_thread(_checked, partial, check)
        return Downloaded(partial.finish(), partial.size, run.received, run.resumed_from, run.connections, verdict)
    finally:
        partial.close()


def _checked(partial: Partial, check: Check | None) -> ArchiveVerdict | None:
    if check is None:
        return None
    try:
        verdict = check(partial.path)
        if verdict.state == "damaged":
            raise Damaged(verdict.message, code=verdict.code or "ARCHIVE-DAMAGED", hint="Download it again, or take another backup.")
    except Damaged:
        partial.discard()
        raise
    return verdict


async def _until_cancelled(work: Awaitable[None], cancelled: Cancellation) -> None:
    task = asyncio.ensure_future(work)
    try:
        while not task.done():
            cancelled.check()
            await asyncio.wait({task}, timeout=_LOOK_EVERY)
    except Cancelled:
        raise Cancelled("The download was stopped. The next one goes on from here.") from None
    finally:
        if not task.done():
            task.cancel()
            await asyncio.wait({task})
    task.result()


class _Dead(Exception):
    """The address has died; `error` is for when no new one helps."""

    def __init__(self, error: HoldfastError) -> None:
        self.error = error


class _Download:
    def __init__(
        self,
        partial: Partial,
        renew: Renew,
        base: str,
        sign: Sign | None,
        bandwidth: Bandwidth | None,
        progress: Progress,
        transport: httpx.AsyncBaseTransport | None,
        ca_file: str,
        clock: Clock,
    ) -> None:
        self._partial = partial
        self._renew = renew
        self._base = base
        self._sign = sign
        self._bandwidth = bandwidth
        self._progress = progress
        self._transport = transport
        self._ca_file = ca_file
        self._clock = clock
        self.received = 0
        self.resumed_from = partial.size
        self.connections = 0
        self._restarts = 0

    async def fetch(self) -> None:
        """The story: ask for the rest until it is all there."""
        if self._partial.size and self._partial.size == self._partial.total:
            return  # stopped between the last byte and the name
        best, vain, links = self._partial.size, 0, 0
        link: Link | None = None
        while True:
            trouble: HoldfastError
            died = False
            try:
                link = link or await self._renew()
                await self._once(link)
                return
            except _Dead as dead:
                link, trouble, died = None, dead.error, True
                links += 1
                if links > _MOST_LINKS:
                    raise dead.error from None
            except HoldfastError as error:
                if not error.retryable or isinstance(error, NoSpace):
                    raise
                trouble = error
            if self._partial.size > best:
                best, vain, links = self._partial.size, 0, 0
            vain += 1
            if vain > _MOST_TRIES:
                raise trouble
            if not died:
                await self._rest(trouble, vain, origin(link.url)[1] if link is not None else "")

    async def _rest(self, trouble: HoldfastError, vain: int, host: str) -> None:
        wait = _pause(trouble, vain)
        self._progress.retrying(Retry(round(wait, 1), vain + 1, _MOST_TRIES + 1, trouble.code, trouble.message, host))
        await self._clock.sleep(wait)

    async def _once(self, link: Link) -> None:
        """One connection, as far as it goes. Returns when all is there."""
        if self._partial.size and not self._partial.etag:
            self._begin_again()
        address = check_link(link.url, self._base)
        async with open_client(ca_file=self._ca_file, keep_alive=False, read_seconds=_SILENCE_SECONDS, transport=self._transport) as client:
            for _ in range(_MOST_REDIRECTS + 1):
                host = origin(address)[1]
                if self._transport is None:
                    await check_destination(address, self._base)
                try:
                    onwards = await self._exchange(client, link, address, host)
                except foreign() as error:
                    raise failure_of(error, host) from None
                if not onwards:
                    return
                address = check_link(resolve(address, onwards), address)
        raise RemoteError(f"{host} sends from one address to the next without end.", code="BAD-LINK")

    async def _exchange(self, client: httpx.AsyncClient, link: Link, address: str, host: str) -> str:
        """Where to go instead; "" when all is there."""
        offset = self._partial.size
        self.connections += 1
        async with client.stream(link.method, address, headers=self._headers(link, address)) as response:
            status = response.status_code
            told = {key.lower(): value for key, value in response.headers.items()}
            if status in (301, 302, 303, 307, 308) and told.get("location"):
                return told["location"]
            if status == 416 and offset:
                self._begin_again()
                raise NetworkError(f"{host} has no rest of this file.", code="DOWNLOAD-RANGE")
            if status not in (200, 206):
                await self._raise_for(response, told, host)
            self._place(status, told, offset, host)
            self._require_room()
            self._progress.retrying(None)
            await self._receive(response)
        partial = self._partial
        if partial.total is not None and partial.size != partial.total:
            if partial.size > partial.total:
                self._begin_again()
            raise NetworkError(f"The connection to {host} ended too early.", code="NET-RESET")
        return ""

    def _headers(self, link: Link, address: str) -> dict[str, str]:
        headers = {"Accept": "*/*"}
        if self._partial.size:
            headers |= {"Range": f"bytes={self._partial.size}-", "If-Range": self._partial.etag}
        if link.signed_in and self._sign is not None and origin(address) == origin(self._base):
            headers |= self._sign(link)
        return headers

    async def _raise_for(self, response: httpx.Response, told: Mapping[str, str], host: str) -> None:
        raw = b""
        async for piece in response.aiter_raw():
            raw += piece
            if len(raw) > 1 << 16:
                break
        body, parsed, junk = parse(raw)
        # the path may hold the permission too, so it does not go into the error
        answer = Answer(response.status_code, dict(told), raw, "GET", host, "", body, parsed, junk, received_at=self._clock.now())
        error = error_of(answer)
        if (wait := asked_wait(answer)) is not None:
            error.details.setdefault("retry_after", wait)
        raise _Dead(error) if response.status_code in _DEAD else error

    def _place(self, status: int, told: Mapping[str, str], offset: int, host: str) -> None:
        """Where the content of this answer belongs. A whole one (200) starts again."""
        if told.get("content-encoding", "identity").lower() not in ("identity", ""):
            raise RemoteError(
                f"{host} packs the file once more on its way.", code="DOWNLOAD-ENCODED", hint="Ask the host to switch that off."
            )
        etag = told.get("etag", "")
        etag = etag if len(etag) > 2 and etag[0] == etag[-1] == '"' else ""
        if status == 200:
            if told.get("content-type", "").lower().startswith(("text/html", "application/json")):
                raise RemoteError(f"{host} sent a page in place of the backup.", code="NOT-ARCHIVE", hint="Try again later.")
            if offset:
                self._begin_again()
            length = told.get("content-length", "")
            self._partial.begin(etag, int(length) if length.isdigit() else None)
            return
        match = _RANGE.fullmatch(told.get("content-range", ""))
        total = int(match[3]) if match and match[3] != "*" else self._partial.total
        right = match is not None and offset and int(match[1]) == offset and total == self._partial.total
        if not right or (etag and etag != self._partial.etag):
            self._begin_again()
            raise NetworkError(f"{host} sent another piece than was asked for.", code="DOWNLOAD-RANGE")

    def _begin_again(self) -> None:
        self._restarts += 1
        if self._restarts > _MOST_RESTARTS:
            raise RemoteError(
                "The download had to start from the beginning too often: the server cannot continue one, or the file keeps changing.",
                code="DOWNLOAD-CHANGED",
                hint="Try again on a steadier line, or when the site makes no backup.",
            )
        self._partial.restart()

    def _require_room(self) -> None:
        need = (self._partial.total or 0) - self._partial.size
        free = free_space(self._partial.folder)
        if self._partial.total is not None and free is not None and free < need + _SPARE:
            raise NoSpace(
                f"{self._partial.name} needs {need >> 20} MiB more in {self._partial.folder}, {free >> 20} MiB are free.",
                code="SPACE-LOCAL",
                hint="Make room, or choose another folder.",
                needed=need,
                free=free,
            )

    async def _receive(self, response: httpx.Response) -> None:
        # pieces are kept as they came: copying them together costs more than all the rest
        pieces: list[bytes] = []
        held = 0
        try:
            async for piece in response.aiter_raw():
                pieces.append(piece)
                held += len(piece)
                self.received += len(piece)
                if self._bandwidth is not None:
                    await self._bandwidth.take(len(piece))
                if held >= _BUFFER or len(pieces) >= _MOST_PIECES:
                    full, pieces, held = pieces, [], 0
                    await _finished(asyncio.to_thread(self._partial.append, full))
                    self._tell()
        finally:
            self._partial.append(pieces)
            self._tell()

    def _tell(self) -> None:
        partial = self._partial
        self._progress.totals(Totals("transfer", bytes_done=partial.size, bytes_total=partial.total, current=partial.name))


async def _finished(work: Awaitable[None]) -> None:
    """Await `work`; when cancelled meanwhile, only once it has ended (a thread cannot be stopped, and goes first)."""
    task = asyncio.ensure_future(work)
    try:
        await asyncio.shield(task)
    except asyncio.CancelledError:
        await asyncio.wait({task})
        raise


def _pause(error: HoldfastError, vain: int) -> float:
    """Seconds before the next connection: what the server asks for, else half a second, doubled each time that nothing came."""
    asked = error.details.get("retry_after")
    if isinstance(asked, int | float) and asked > 0:
        return min(float(asked), _LONGEST_WAIT)
    return min(60.0, 0.5 * 2.0 ** (vain - 1)) * (0.8 + 0.4 * random.random())  # noqa: S311 - no secret
