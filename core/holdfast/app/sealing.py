"""Sites, schedules and history in every repository, so that *location + passphrase* are enough for a new laptop.

What the user entered is sealed as soon as it differs from what is sealed already; the history, which changes with every run, a few times
a day. A storage that is not there now gets it the next time.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

import msgspec

from holdfast.app.home import Home
from holdfast.errors import HoldfastError
from holdfast.jobs.messages import SealState
from holdfast.records import StorageEntry
from holdfast.state.exported import Exported, digest, gather
from holdfast.state.paths import home_facts
from holdfast.state.remembered import recall, remember

log = logging.getLogger(__name__)

SEALED, FAILED = "sealed", "sealing failed"
"""Facts about a storage: {"digest", "job", "bytes"} of what was sealed there last; {"digest", "code", "message"} of what could not be."""
HISTORY_EVERY = 6 * 3600.0
AGAIN_AFTER = 15 * 60.0


class Sealed(msgspec.Struct, frozen=True):
    """What became of one storage. `code` and `message`: why it could not be sealed there."""

    storage: str
    ok: bool
    code: str = ""
    message: str = ""


class Sealing:
    """`Holdfast.sealing`."""

    def __init__(self, home: Home) -> None:
        self._home = home

    async def seal_if_changed(self, *, now: bool = False, asking: bool = True) -> Sequence[Sealed]:
        """Seal the state into every storage where another one is sealed. Never raises: what cannot be done now is done later. `now`:
        everywhere, and whatever was tried a moment ago. Without `asking` only when secrets were needed for something else already: no
        prompt for a passphrase because of this."""
        if not asking and not self._home.secrets_opened:
            return ()
        try:
            state, due = await self._home.ask(lambda: self._due(now))
            return [await self._seal(storage, state) for storage in due]
        except HoldfastError as error:
            log.warning("what is known could not be sealed: %s", error.message)
            return ()

    def _due(self, now: bool) -> tuple[Exported, list[StorageEntry]]:
        home = self._home
        state = gather(home.database, home.settings, home=home_facts(home.paths).id, past=True)
        if not state.sites:  # a home without sites has nothing to say
            return state, []
        mark, job = digest(state), _newest(state)
        sealed, failed = recall(home.database, SEALED), recall(home.database, FAILED)
        return state, [one for one in state.storages if now or _is_due(mark, job, sealed.get(one.id), failed.get(one.id))]

    async def _seal(self, storage: StorageEntry, state: Exported) -> Sealed:
        home, mark = self._home, digest(state)
        try:
            first = await home.ask(lambda: storage.id not in recall(home.database, SEALED))
            access = await home.access(storage)
            request = SealState(**home.common(), access=access, home=state.home, state=msgspec.to_builtins(state), keep=first)
            result = await home.query(request)
        except HoldfastError as error:
            log.info("the state cannot be sealed into the storage %s now: %s", storage.name, error.message)
            fact: dict[str, Any] = {"digest": mark, "code": error.code, "message": error.message}
            await home.ask(lambda: remember(home.database, storage.id, FAILED, fact))
            return Sealed(storage.name, False, error.code, error.message)
        done: dict[str, Any] = {"digest": mark, "job": _newest(state), "bytes": result["bytes"]}
        await home.ask(lambda: remember(home.database, storage.id, SEALED, done))
        return Sealed(storage.name, True)


def _newest(state: Exported) -> str:
    return f"{state.history[0].job.id} {state.history[0].job.outcome}" if state.history else ""


def _is_due(mark: str, job: str, sealed: dict[str, Any] | None, failed: dict[str, Any] | None) -> bool:
    if (
        failed is not None
        and failed["digest"] == mark
        and 0 <= _age(failed) < AGAIN_AFTER
        and (sealed is None or sealed["at"] < failed["at"])
    ):
        return False
    if sealed is None or sealed["digest"] != mark:
        return True
    return bool(sealed["job"] != job and not 0 <= _age(sealed) < HISTORY_EVERY)


def _age(fact: dict[str, Any]) -> float:
    return time.time() - datetime.fromisoformat(str(fact["at"])).astimezone(UTC).timestamp()
