"""The engine in a process of its own, so that it can be killed, frozen and run several times at once.

``EngineProcess(storage_address, "backup", source=…)`` starts it; the answer is one JSON line. SIGTERM cancels.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec

from holdfast.secret import Secret, decode_secret, encode_secret
from holdfast.storage.base import StorageAddress

PASSWORD = "a passphrase for tests"
_ROOT = Path(__file__).parents[2]


class EngineProcess:
    """A running verb: backup (source, host), prune (keep: how many last backups stay), restore (target), repair, hold (exclusive).

    `prefix`: a program to run it under, as ``("unshare", "--uts")``. `environment`: what is added for it.
    """

    def __init__(
        self,
        address: StorageAddress,
        verb: str,
        *,
        prefix: Sequence[str] = (),
        environment: Mapping[str, str] | None = None,
        **arguments: Any,
    ) -> None:
        path = os.pathsep.join(str(_ROOT / name) for name in ("core", "resources", "."))
        environment = {**os.environ, "PYTHONPATH": path, **(environment or {})}
        command = [*prefix, sys.executable, "-m", "tests.support.engine_process"]
        self.process = subprocess.Popen(
            command,
            cwd=_ROOT,
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            start_new_session=True,
        )
        assert self.process.stdin is not None
        request = {"address": msgspec.json.encode(address, enc_hook=encode_secret).decode(), "verb": verb, **arguments}
        self.process.stdin.write(json.dumps(request).encode())
        self.process.stdin.close()
        self.process.stdin = None

    def result(self, timeout: float = 170) -> dict[str, Any]:
        """The answer: ``{"outcome": "done"|"failed", …}``; ``{"outcome": "killed"}`` when there is none."""
        out, err = self.process.communicate(timeout=timeout)
        if self.process.returncode < 0 and not out:
            return {"outcome": "killed"}
        if not out:
            raise AssertionError(f"the engine's process ended with {self.process.returncode}: {err.decode(errors='replace')[-4000:]}")
        answer: dict[str, Any] = json.loads(out)
        return answer

    def kill(self) -> None:
        """kill -9 to the process and its helpers."""
        try:
            os.killpg(self.process.pid, signal.SIGKILL)
        except ProcessLookupError:
            pass

    def cancel(self) -> None:
        self.process.send_signal(signal.SIGTERM)


def _main() -> None:
    import time

    from holdfast.cancellation import Cancellation
    from holdfast.errors import HoldfastError, as_failure

    request = json.load(sys.stdin)
    address = msgspec.json.decode(request.pop("address"), type=StorageAddress, dec_hook=decode_secret)
    cancelled = Cancellation()
    when: list[float] = []

    def on_term(*_: object) -> None:
        when.append(time.monotonic())
        threading.Thread(target=cancelled.cancel).start()

    signal.signal(signal.SIGTERM, on_term)
    start = time.monotonic()
    try:
        verbs: dict[str, Callable[..., dict[str, Any]]] = {
            "backup": _backup,
            "prune": _prune,
            "restore": _restore,
            "repair": _repair,
            "hold": _hold,
        }
        answer = {"outcome": "done", **verbs[request.pop("verb")](address, cancelled, **request)}
    except HoldfastError as error:
        answer = {"outcome": "failed", **msgspec.to_builtins(as_failure(error), enc_hook=encode_secret)}
    now = time.monotonic()
    answer |= {"seconds": now - start, "seconds_after_cancel": now - when[0] if when else None}
    print(json.dumps(answer))
    sys.stdout.flush()
    os._exit(0)  # threads that hang with their server are left


def _repository(address: StorageAddress, cancelled: Any) -> Any:
    from holdfast.repository.repository import Repository
    from holdfast.storage.opening import open_storage

    return Repository.open(open_storage(address, cancelled=cancelled), Secret(PASSWORD))


def _backup(address: StorageAddress, cancelled: Any, source: str, host: str = "host", helpers: int | None = None) -> dict[str, Any]:
    from holdfast.engine.archiver import ArchiveOptions, archive
    from holdfast.sources.folder import FolderSource

    options = ArchiveOptions(hostname=host, helpers=helpers, lock_wait=120)
    result = archive(_repository(address, cancelled), [FolderSource(Path(source))], options, cancelled=cancelled)
    summary = result.snapshot.summary
    return {"snapshot": result.snapshot.id, "blobs": summary.data_blobs if summary else 0, "skipped": len(result.skipped)}


def _prune(address: StorageAddress, cancelled: Any, keep: int) -> dict[str, Any]:
    from holdfast.engine.forget import forget, plan_removal
    from holdfast.engine.prune import prune

    repository = _repository(address, cancelled)
    doomed = [snapshot.id for snapshot in repository.snapshots()][:-keep]
    forget(repository, plan_removal(repository, doomed), confirmed=True, cancelled=cancelled)
    prune(repository, cancelled=cancelled)
    return {"forgotten": doomed}


def _restore(address: StorageAddress, cancelled: Any, snapshot: str, target: str) -> dict[str, Any]:
    from holdfast.engine.restorer import plan_restore, restore

    repository = _repository(address, cancelled)
    result = restore(repository, plan_restore(repository, repository.snapshot(snapshot), Path(target)), cancelled=cancelled)
    return {"not_restored": [item.path for item in result.not_restored]}


def _repair(address: StorageAddress, cancelled: Any) -> dict[str, Any]:
    from holdfast.engine.repair import repair

    repair(_repository(address, cancelled), cancelled=cancelled)
    return {}


def _hold(address: StorageAddress, cancelled: Any, exclusive: bool) -> dict[str, Any]:
    """Takes a lock and keeps it until it is cancelled or killed."""
    with _repository(address, cancelled).lock(exclusive=exclusive):
        cancelled.wait(600)
    return {}


if __name__ == "__main__":
    _main()
