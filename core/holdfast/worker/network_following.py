"""Following what runs on a site until its end is known, however badly the site answers meanwhile (apis.md 0.5, 0.9, 0.10)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from holdfast.errors import AuthRejected, Forbidden, HoldfastError, NotFound, RateLimited, RemoteError, UsageError
from holdfast.progress import Totals
from holdfast.providers.base import Accepted, Provider, RemoteBackup, RemoteProgress, Wanted
from holdfast.worker.network import Voice

FLAKY_SECONDS = 1800.0
"""So long may a site fail to answer before we stop following it."""
LONGEST = 86_400.0
_QUIET_SECONDS = 900.0
"""No step forward for so long is worth a remark."""
_UNCONFIRMED_AFTER = 3
"""A restore on which a healthy site has no word so many times in a row is over, as far as can be known."""
_ADOPT_WAITS = (1.0, 5.0, 15.0, 30.0)
_PATIENCE = (AuthRejected, Forbidden)


def waits() -> Iterator[float]:
    """Seconds between questions: 2, then 5 for a minute, 10 for five, 30."""
    yield 2.0
    passed = 2.0
    while True:
        wait = 5.0 if passed < 60 else 10.0 if passed < 300 else 30.0
        passed += wait
        yield wait


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
        now = self._voice.clock.monotonic()
        self._since = now if self._since is None else self._since
        self._refusals += isinstance(error, _PATIENCE)
        if isinstance(error, UsageError) or now - self._since > FLAKY_SECONDS:
            raise error
        if self._restoring:
            return  # during a restore a site may say anything: no users table, no plugin, installing
        if isinstance(error, NotFound) or self._refusals >= 3:
            raise error
        if not (error.retryable or isinstance(error, RateLimited | RemoteError) or self._refusals):
            raise error


async def follow_backup(provider: Provider, backup: str, voice: Voice) -> RemoteBackup:
    """Wait for the backup's end. RemoteError BACKUP-FAILED when the site says that it failed."""
    patience, quiet = Patience(voice, restoring=False), _Quiet(voice)
    began = voice.clock.monotonic()
    for wait in waits():
        try:
            now = await provider.progress(backup)
            patience.answered()
            tell(now, voice)
            quiet.look(now)
            if now.status == "completed":
                return await _ended(provider, backup)
            if now.status in {"failed", "deleted"}:
                raise _Over(now)
        except _Over as over:
            raise _failed(over.now, "backup", "BACKUP-FAILED") from None
        except HoldfastError as error:
            patience.bear(error)
        _check_length(began, voice)
        await voice.clock.sleep(wait)
    raise AssertionError("unreachable")


async def _ended(provider: Provider, backup: str) -> RemoteBackup:
    found = await provider.details(backup)
    if found.status in {"failed", "deleted"}:
        raise _Over(RemoteProgress(found.status, found.status_word, error=found.error))
    return found


async def follow_restore(provider: Provider, backup: str, accepted: Accepted, voice: Voice) -> bool:
    """True when the site says that the restore is done, False when it has no word on it and is healthy again ("accepted, not
    confirmed"). RemoteError RESTORE-FAILED when the site says that it failed."""
    patience, quiet = Patience(voice, restoring=True), _Quiet(voice)
    began, wordless = voice.clock.monotonic(), 0
    for wait in waits():
        try:
            now = await provider.restore_progress(backup, accepted)
            tell(now, voice)
            quiet.look(now)
            if now.status == "completed":
                return True
            if now.status in {"failed", "deleted"}:
                raise _Over(now)
            wordless = wordless + 1 if now.status == "unknown" else 0
            if wordless >= _UNCONFIRMED_AFTER:
                await provider.test()
                return False
            patience.answered()
        except _Over as over:
            raise _failed(over.now, "restore", "RESTORE-FAILED") from None
        except HoldfastError as error:
            patience.bear(error)
            voice.totals(Totals("restore", current=f"waiting for the site: {error.message}"))
        _check_length(began, voice)
        await voice.clock.sleep(wait)
    raise AssertionError("unreachable")


async def adopt(provider: Provider, wanted: Wanted, since: datetime, voice: Voice) -> RemoteBackup | None:
    """The backup that a call with a lost answer did start; None when the site says twice that it started none. Raises the last failure when
    it could not be asked."""
    last: HoldfastError | None = None
    for wait in _ADOPT_WAITS:
        await voice.clock.sleep(wait)
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
    """Progress as our totals; a percentage without bytes or files becomes hundred parts."""
    steps, total = now.steps_done or 0, now.steps_total or 0
    files, files_total = now.files_done or 0, now.files_total
    size, size_total = now.bytes_done or 0, now.bytes_total
    if now.percent is not None and not size_total:
        files, files_total = (files, files_total) if files_total else (int(now.percent), 100)
    word = now.step or now.status_word or now.status
    if size_total or files_total:
        steps, total = 0, 1  # the numbers are of the whole
    voice.totals(Totals(now.status, steps, max(total, 1), files, files_total, size, size_total, current=word))


class _Over(Exception):
    """The site has told how it ended, and not well."""

    def __init__(self, now: RemoteProgress) -> None:
        super().__init__(now.status)
        self.now = now


class _Quiet:
    """Remarks once that nothing moves."""

    def __init__(self, voice: Voice) -> None:
        self._voice = voice
        self._last: RemoteProgress | None = None
        self._moved = voice.clock.monotonic()
        self._told = False

    def look(self, now: RemoteProgress) -> None:
        clock = self._voice.clock.monotonic()
        if now != self._last:
            self._last, self._moved = now, clock
        elif clock - self._moved > _QUIET_SECONDS and not self._told:
            self._told = True
            self._voice.remark(
                "NO-PROGRESS", f"The site has told no progress for {_QUIET_SECONDS / 60:.0f} minutes; Holdfast goes on waiting."
            )


def _check_length(began: float, voice: Voice) -> None:
    if voice.clock.monotonic() - began > LONGEST:
        raise RemoteError("The site has not said for a day how this ended.", code="NO-END", hint="Look at the site in wp-admin.")


def _failed(now: RemoteProgress, what: str, code: str) -> RemoteError:
    why = f": {now.error}" if now.error else "."
    return RemoteError(
        f"The {what} {now.status if now.status == 'failed' else 'is gone'} on the site{why}", code=code, status_word=now.status_word
    )
