"""Following what runs on a site until its end is known, however badly the site answers meanwhile (apis.md 0.5, 0.9, 0.10)."""

from __future__ import annotations

import random
from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime
from typing import Any, Literal

import msgspec

from holdfast.errors import AuthRejected, Forbidden, HoldfastError, NotFound, RateLimited, RemoteError, UsageError
from holdfast.progress import Retry, Totals
from holdfast.providers.base import Accepted, Provider, RemoteBackup, RemoteProgress, Wanted
from holdfast.worker.network import Voice, host_of

FLAKY_SECONDS = 1800.0
"""So long may a site fail to answer before we stop following it."""
LONGEST = 86_400.0
_QUIET_SECONDS = 900.0
"""No step forward for so long is worth a remark."""
_UNCONFIRMED_AFTER = 3
_UNCONFIRMED_SECONDS = 60.0
"""A restore on which a healthy site has no word so many times in a row, and for so long, is over, as far as can be known."""
_LONGEST_WAIT = 60.0
_ADOPT_WAITS = (1.0, 5.0, 15.0, 30.0)
_REFUSED_SECONDS = 180.0
"""So long may a site under restore refuse the password: its table of users comes back in that time, or the password is gone."""
_PATIENCE = (AuthRejected, Forbidden)


class Waits:
    """Seconds between questions, by the age of what is followed: 5 in its first minute, 10 until five, then 30 (apis.md 3.2); the first
    question comes after 2. A tenth more or less, so that many sites are not asked in step. While a site fails the wait doubles, to 60."""

    def __init__(self, voice: Voice, jitter: Callable[[], float] = random.random) -> None:
        self._pace = voice.pace
        self._jitter = jitter
        self._passed = 0.0
        self.failures = 0

    def answered(self) -> None:
        self.failures = 0

    def failed(self) -> None:
        self.failures += 1

    def next(self) -> float:
        usual = 2.0 if not self._passed else 5.0 if self._passed < 60 else 10.0 if self._passed < 300 else 30.0
        self._passed += usual
        wait = min(max(usual, 5.0) * 2.0 ** (self.failures - 1), _LONGEST_WAIT) if self.failures else usual
        return max(wait, usual) * (0.9 + 0.2 * self._jitter()) * self._pace

    async def sleep(self, voice: Voice, failed: HoldfastError | None) -> None:
        """Until the next question. `failed`: how the site answered the last one."""
        seconds = self.next()
        if failed is not None:
            asked = failed.details.get("retry_after") if isinstance(failed, RateLimited) else None
            told = max(seconds, float(asked)) if isinstance(asked, int | float) else seconds
            voice.retrying(Retry(round(told, 1), self.failures + 1, None, failed.code, failed.message, host_of(voice.url)))
        await voice.clock.sleep(seconds)


class Patience:
    """Bears a site that fails, until it has failed for too long without a break."""

    def __init__(self, voice: Voice, *, restoring: bool) -> None:
        self._voice = voice
        self._restoring = restoring
        self._since: float | None = None
        self._refusals = 0

    def answered(self) -> None:
        self._since, self._refusals = None, 0

    def bear(self, error: HoldfastError) -> None:
        """Return to ask again, or raise what the site's failure means in the end."""
        if isinstance(error, RateLimited):
            return  # it is well, and only wants to be asked later
        now = self._voice.clock.monotonic()
        self._since = now if self._since is None else self._since
        self._refusals += isinstance(error, _PATIENCE)
        if isinstance(error, UsageError) or now - self._since > FLAKY_SECONDS:
            raise error
        if self._restoring:
            return  # during a restore a site may say anything: no users table, no plugin, installing
        if isinstance(error, NotFound) or self._refusals >= 3:
            raise error
        if not (error.retryable or isinstance(error, RemoteError) or self._refusals):
            raise error


async def follow_backup(provider: Provider, backup: str, voice: Voice, *, wait: bool = True) -> RemoteBackup:
    """Wait for the backup's end. RemoteError BACKUP-FAILED when the site says that it failed, NO-END when it says nothing for too long
    (without `wait`: when it still runs)."""
    patience, quiet, waits = Patience(voice, restoring=False), _Quiet(voice), Waits(voice)
    began = voice.clock.monotonic()
    while True:
        failure: HoldfastError | None = None
        try:
            now = await provider.progress(backup)
            patience.answered()
            waits.answered()
            tell(now, voice)
            quiet.look(now)
            if now.status == "completed":
                return await _ended(provider, backup)
            if now.status in {"failed", "deleted"}:
                raise _Over(now)
            if not wait:
                raise _NoEnd
        except _NoEnd:
            raise _no_end() from None
        except _Over as over:
            raise _failed(over.now, "backup", "BACKUP-FAILED") from None
        except HoldfastError as error:
            patience.bear(error)
            waits.failed()
            failure = error
            if waits.failures > 1 and not isinstance(error, RateLimited):  # once may be chance; more often, nobody knows what it does
                voice.totals(Totals("silent"))
        _check_length(began, voice)
        await waits.sleep(voice, failure)


async def _ended(provider: Provider, backup: str) -> RemoteBackup:
    found = await provider.details(backup)
    if found.status in {"failed", "deleted"}:
        raise _Over(RemoteProgress(found.status, found.status_word, error=found.error))
    return found


Said = Literal["done", "nothing", "no-sign", "refused"]
"""What the site's service says of a restore in the end: that it is done; no word; not even a sign that it ever took on one of which the
answer was lost; and it does not let us in any more (the restored database may be older than the password)."""

_SIGNS = frozenset({"SITE-MAINTENANCE", "SITE-DATABASE"})
"""Failures of a site that is being restored."""


async def follow_restore(provider: Provider, backup: str, accepted: Accepted, voice: Voice) -> Said:
    """Wait until the site says how the restore ended, or has no more to say about it. RemoteError RESTORE-FAILED when it failed.

    Whether the site came back well is another question: see `holdfast.worker.network_health`."""
    patience, quiet, waits = Patience(voice, restoring=True), _Quiet(voice), Waits(voice)
    began, wordless = voice.clock.monotonic(), 0
    silent_since = began
    refused_since: float | None = None
    begun = accepted.status != "unknown"
    while True:
        failure: HoldfastError | None = None
        try:
            now = await provider.restore_progress(backup, accepted)
            refused_since = None
            waits.answered()
            tell(now, voice)
            quiet.look(now)
            if now.status == "completed":
                return "done"
            if now.status in {"failed", "deleted"}:
                raise _Over(now)
            begun = begun or now.status in {"queued", "running"}
            clock = voice.clock.monotonic()
            wordless = wordless + 1 if now.status == "unknown" else 0
            silent_since = silent_since if wordless > 1 else clock
            if wordless >= _UNCONFIRMED_AFTER and clock - silent_since >= _UNCONFIRMED_SECONDS * voice.pace:
                return "nothing" if begun else "no-sign"
            patience.answered()
        except _Over as over:
            raise _failed(over.now, "restore", "RESTORE-FAILED") from None
        except HoldfastError as error:
            patience.bear(error)
            waits.failed()
            failure = error
            begun = begun or error.code in _SIGNS
            clock = voice.clock.monotonic()
            refused_since = (refused_since or clock) if isinstance(error, AuthRejected) else None
            if refused_since is not None and clock - refused_since > _REFUSED_SECONDS:
                return "refused"
            voice.totals(Totals("restore", current=f"waiting for the site: {error.message}"))
        _check_length(began, voice)
        await waits.sleep(voice, failure)


ActiveJob = Mapping[str, Any]
"""A staging job or a migration: `id`, `status`, and what else the site tells."""


async def follow_chain(provider: Provider, made: RemoteBackup, voice: Voice) -> ActiveJob | None:
    """What the backup has set off on the site (a staging copy, a migration), followed as long as the site tells of it; None when it names
    nothing."""
    return await follow_job(lambda: provider.next_job(made), voice)


async def follow_job(ask: Callable[[], Awaitable[ActiveJob | None]], voice: Voice) -> ActiveJob | None:
    """The last state of the job that `ask` tells of, None when there is none. A site tells of active ones only: `status` is ``unknown``
    where it says no more."""
    patience, waits = Patience(voice, restoring=False), Waits(voice)
    began = voice.clock.monotonic()
    last: ActiveJob | None = None
    while voice.clock.monotonic() - began < LONGEST:
        failure: HoldfastError | None = None
        try:
            job = await ask()
            patience.answered()
            waits.answered()
            if job is None or (last is not None and job.get("id") != last.get("id")):
                break
            if job.get("status") not in {"queued", "running"}:
                return {**(last or {}), **job}
            last = job
            _tell_job(job, voice)
        except HoldfastError as error:
            try:
                patience.bear(error)
            except HoldfastError:  # what it belongs to is done all the same
                break
            waits.failed()
            failure = error
        await waits.sleep(voice, failure)
    return {**last, "status": "unknown"} if last is not None else None


def _tell_job(job: ActiveJob, voice: Voice) -> None:
    percent = job.get("percent")
    word = str(job.get("status_word") or job.get("action") or job.get("id") or "")
    voice.totals(Totals("chain", current=word, percent=float(percent) if isinstance(percent, int | float) else None))


async def adopt(provider: Provider, wanted: Wanted, since: datetime, voice: Voice) -> RemoteBackup | None:
    """The backup that a call with a lost answer did start; None when the site says twice that it started none. Raises the last failure when
    it could not be asked."""
    last: HoldfastError | None = None
    for wait in _ADOPT_WAITS:
        await voice.clock.sleep(wait * voice.pace)
        try:
            found = await provider.adopt(wanted, since)
        except HoldfastError as error:
            last = error
            continue
        if found is not None or (last is None and wait != _ADOPT_WAITS[0]):
            return found
        last = None
    if last is not None:
        raise last
    return None


def tell(now: RemoteProgress, voice: Voice) -> None:
    """Progress as our totals. Files and bytes are of the whole, whichever step the site is at."""
    size, files = _part(now.bytes_done, now.bytes_total), _part(now.files_done, now.files_total)
    percent = size if size is not None else files if files is not None else now.percent
    voice.totals(
        Totals(
            now.status,
            steps_done=now.steps_done or 0,
            steps_total=max(now.steps_total or 0, 1),
            files_done=now.files_done or 0,
            files_total=now.files_total,
            bytes_done=now.bytes_done or 0,
            bytes_total=now.bytes_total,
            current=now.step or now.status_word or now.status,
            percent=percent,
            seconds_left=now.seconds_left if now.status in {"queued", "running"} else None,
        )
    )


def _part(done: int | None, total: int | None) -> float | None:
    """Percent; None when it cannot be told."""
    return min((done or 0) / total, 1.0) * 100 if total else None


class _Over(Exception):
    """The site has told how it ended, and not well."""

    def __init__(self, now: RemoteProgress) -> None:
        super().__init__(now.status)
        self.now = now


class _NoEnd(Exception):
    """The site has told that it goes on, and nobody waits for it."""


class _Quiet:
    """Remarks once that nothing moves."""

    def __init__(self, voice: Voice) -> None:
        self._voice = voice
        self._last: RemoteProgress | None = None
        self._moved = voice.clock.monotonic()
        self._told = False

    def look(self, now: RemoteProgress) -> None:
        clock = self._voice.clock.monotonic()
        shown = msgspec.structs.replace(now, seconds_left=None)  # a guess changes although nothing moves
        if shown != self._last:
            self._last, self._moved = shown, clock
        elif clock - self._moved > _QUIET_SECONDS and not self._told:
            self._told = True
            self._voice.remark(
                "NO-PROGRESS", f"The site has told no progress for {_QUIET_SECONDS / 60:.0f} minutes; Holdfast goes on waiting."
            )


def _check_length(began: float, voice: Voice) -> None:
    if voice.clock.monotonic() - began > LONGEST:
        raise _no_end()


def _no_end() -> RemoteError:
    return RemoteError("The site has not said for a day how this ended.", code="NO-END", hint="Look at the site in wp-admin.")


def _failed(now: RemoteProgress, what: str, code: str) -> RemoteError:
    why = f": {now.error}" if now.error else "."
    return RemoteError(
        f"The {what} {now.status if now.status == 'failed' else 'is gone'} on the site{why}", code=code, status_word=now.status_word
    )
