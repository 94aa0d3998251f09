"""Tries a storage out before it is trusted: what works, what the key may do, how fast it is. Leaves nothing behind."""

from __future__ import annotations

import os
import secrets
import time
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, TypeVar

import msgspec

from holdfast.errors import Forbidden, HoldfastError, NotFound, Unsupported
from holdfast.storage.base import Storage
from holdfast.storage.wrapper import innermost

if TYPE_CHECKING:
    from holdfast.storage.s3 import S3Storage

T = TypeVar("T")
_SIZE = 2 * 1024 * 1024
_NEEDED = ("reach", "create", "read", "range", "list", "delete")
"""Without these no backup can be made: a lock must be written, found, and removed again."""


class Check(msgspec.Struct, frozen=True):
    """One line. `ok`: True works (or is known), False fails, None cannot be told here. `code` names the sentence, `detail` is it."""

    name: str
    ok: bool | None
    code: str
    detail: str = ""


class StorageReport(msgspec.Struct, frozen=True):
    """`ok`: backups can be made there. `latency` in seconds, `upload` and `download` in bytes a second (rough, one file of 2 MiB)."""

    ok: bool
    checks: tuple[Check, ...]
    latency: float | None = None
    upload: float | None = None
    download: float | None = None
    free: int | None = None


def test_storage(storage: Storage, *, make: bool = True) -> StorageReport:  # noqa: PT028 - the name is not meant for pytest
    """Try `storage` (best one opened without retries, so that the answer comes soon). Raises nothing but bugs: trouble is in the report.

    `make`: the place is made where it is missing; without, a place that should be there and is not is trouble."""
    return _Trial(storage, make).run()


test_storage.__test__ = False  # type: ignore[attr-defined]  # the name is not meant for pytest


class _Trial:
    def __init__(self, storage: Storage, make: bool) -> None:
        self.storage = storage
        self.make = make
        self.checks: list[Check] = []
        token = secrets.token_hex(8)
        self.probe = f"locks/holdfast-test-{token}"  # no name of restic's: it and we look past it
        self.absent = f"holdfast-test-{token}-absent"
        self.size = _SIZE
        self.latency: float | None = None
        self.upload: float | None = None
        self.download: float | None = None

    def run(self) -> StorageReport:
        if self._reach():
            self._s3_facts()
            if self._may_remove_again():
                self._use()
        for name in _NEEDED:
            if not any(check.name == name for check in self.checks):
                self._note(name, None, "NOT-TRIED", "Not tried, because of what failed before.")
        ok = all(check.ok for check in self.checks if check.name in _NEEDED)
        return StorageReport(ok, tuple(self.checks), self.latency, self.upload, self.download, self.storage.free_space())

    def _note(self, name: str, ok: bool | None, code: str = "OK", detail: str = "") -> None:
        self.checks.append(Check(name, ok, code, detail))

    def _try(self, name: str, call: Callable[[], T], detail: str = "") -> tuple[T | None, float]:
        """The result of `call` and its seconds, with a line for it; the result is None when it failed."""
        start = time.monotonic()
        try:
            result = call()
        except HoldfastError as error:
            self._note(name, False, error.code, " ".join(filter(None, (error.message, error.hint))))
            return None, 0.0
        self._note(name, True, detail=detail)
        return result, time.monotonic() - start

    def _reach(self) -> bool:
        if self.make:
            with suppress(HoldfastError):  # where making the place is not allowed, the place may be there already: the next call tells
                self.storage.create()
        found, _ = self._try("reach", lambda: [*self.storage.list("locks")])
        if found is None:
            return False
        start = time.monotonic()
        try:
            self.storage.exists("config")
        except HoldfastError:
            return True
        self.latency = time.monotonic() - start
        return True

    def _s3_facts(self) -> None:
        from holdfast.storage import s3_facts

        s3 = _as_s3(self.storage)
        if s3 is None:
            return
        self._ask("versioning", lambda: _VERSIONING[s3_facts.versioning(s3)])
        lock = self._ask("object_lock", lambda: _LOCK[s3_facts.object_lock(s3)])
        if lock == "LOCK-DEFAULT":
            self.size = 16  # it will stay until its lock ends

    def _ask(self, name: str, call: Callable[[], tuple[str, str]]) -> str:
        """A line about something that is neither good nor bad; returns its code."""
        try:
            code, detail = call()
        except HoldfastError as error:
            kinds = (Forbidden, NotFound, Unsupported)
            why = (
                "The key may not ask."
                if isinstance(error, Forbidden)
                else "The server does not say."
                if isinstance(error, kinds)
                else error.message
            )
            self._note(name, None, "UNKNOWN", why)
            return "UNKNOWN"
        self._note(name, True, code, detail)
        return code

    def _may_remove_again(self) -> bool:
        """Deleting what is not there needs the same right as deleting what is."""
        if not self.storage.traits.remote:
            return True
        try:
            self.storage.delete(f"data/00/{self.absent}")
            self._note("delete_data", True, detail="Old backups can be pruned with this key.")
        except HoldfastError as error:
            detail = "The key may not delete data: safe against a thief, but pruning needs another key."
            self._note("delete_data", False, "DELETE-DENIED" if isinstance(error, Forbidden) else error.code, detail)
        try:
            self.storage.delete(f"locks/{self.absent}")
        except HoldfastError as error:
            self._note("delete", False, error.code, f"{error.message} Locks could never be removed, so nothing was written.")
            return False
        return True

    def _use(self) -> None:
        data = os.urandom(self.size)
        _, seconds = self._try("create", lambda: self.storage.save(self.probe, [data]))
        try:
            if not self.checks[-1].ok:
                return
            self.upload = self._rate(seconds)
            loaded, seconds = self._try("read", lambda: self.storage.load(self.probe))
            if loaded is not None:
                self.download = self._rate(seconds)
                self._replace_if(loaded != data, "read", "DAMAGED", "What was read is not what was written.")
            part, _ = self._try("range", lambda: self.storage.load(self.probe, 3, 10))
            self._replace_if(part is not None and part != data[3:13], "range", "DAMAGED", "A part that was read is not what was written.")
            names, _ = self._try("list", lambda: {info.name for info in self.storage.list("locks")})
            self._replace_if(
                names is not None and self.probe not in names, "list", "LIST-LATE", "A file just written is missing in the list."
            )
            self._s3_manners()
        finally:
            self._clean_up()

    def _rate(self, seconds: float) -> float | None:
        return self.size / seconds if seconds > 0 and self.size == _SIZE else None

    def _replace_if(self, wrong: bool, name: str, code: str, detail: str) -> None:
        if wrong:
            self.checks = [Check(name, False, code, detail) if check.name == name else check for check in self.checks]

    def _s3_manners(self) -> None:
        from holdfast.storage import s3_facts

        s3 = _as_s3(self.storage)
        if s3 is not None:
            self._ask("conditions", lambda: _CONDITIONS[s3_facts.keeps_conditions(s3, self.probe)])
            self._ask("checksums", lambda: _CHECKSUMS[s3_facts.checks_md5(s3, self.probe)])

    def _clean_up(self) -> None:
        gone, _ = self._try("delete", lambda: (self.storage.delete(self.probe), not self.storage.exists(self.probe))[1])
        self._replace_if(gone is False, "delete", "DELETE-LATE", "A file just deleted is still there.")
        s3 = _as_s3(self.storage)
        if s3 is None or any(check.name == "versioning" and check.code == "VERSIONING-OFF" for check in self.checks):
            return
        from holdfast.storage import s3_facts

        try:
            s3_facts.remove_versions(s3, self.probe)
        except HoldfastError:
            detail = f"Versions of the test file {self.probe} ({self.size} bytes) stay: the key may not remove them, or they are locked."
            self._note("clean_up", None, "VERSION-STAYS", detail)


_VERSIONING = {
    "on": ("VERSIONING-ON", "The bucket keeps old versions: pruned data takes room until the bucket's own rules remove it."),
    "suspended": ("VERSIONING-SUSPENDED", "Versions were kept once; what is deleted now is gone."),
    "off": ("VERSIONING-OFF", "What is deleted is gone."),
}
_LOCK = {
    "off": ("LOCK-OFF", "Objects are not locked."),
    "on": ("LOCK-ON", "Objects may be locked, but are not by themselves."),
    "default": ("LOCK-DEFAULT", "Each new object is locked for a time: it cannot be destroyed, and pruning frees no room before."),
}
_CONDITIONS = {
    True: ("CONDITIONS-KEPT", "Two computers cannot make a repository in the same place at the same time."),
    False: ("CONDITIONS-IGNORED", "The server ignores conditions: do not set up two computers at the same moment."),
}
_CHECKSUMS = {
    True: ("CHECKSUMS-CHECKED", "The server refuses what was damaged on its way."),
    False: ("CHECKSUMS-IGNORED", "The server does not check what arrives: read the data back now and then (check --read-data)."),
}


def _as_s3(storage: Storage) -> S3Storage | None:
    """The bucket below the wrappers, without importing what a folder does not need."""
    inner = innermost(storage)
    if not inner.location.startswith("s3:"):
        return None
    from holdfast.storage.s3 import S3Storage

    return inner if isinstance(inner, S3Storage) else None
