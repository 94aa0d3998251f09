"""Workers that misbehave, for tests of the parent's end: `python -m tests.core.jobs.bodies WORD` is one."""

from __future__ import annotations

import os
import signal
import sys
import threading
import time
from typing import Any

from holdfast.cancellation import Cancellation
from holdfast.errors import Damaged
from holdfast.jobs.messages import AnyRequest, Finished, Started, encode_line, verb_of
from holdfast.jobs.performing import Ending
from holdfast.progress import Progress, Totals


def steady(request: AnyRequest, progress: Progress, cancelled: Cancellation) -> dict[str, Any]:
    """Works on until it is cancelled, or for ten seconds."""
    for number in range(1000):
        cancelled.check()
        progress.totals(Totals("transfer", bytes_done=number, bytes_total=1000))
        time.sleep(0.01)
    return {"done": True}


def talkative(request: AnyRequest, progress: Progress, cancelled: Cancellation) -> dict[str, Any] | Ending:
    """Says one of everything."""
    progress.totals(Totals("scan", files_done=3))
    progress.remark("FILES-SKIPPED", "One file could not be read.", path="x")
    progress.totals(Totals("transfer", bytes_done=5, bytes_total=10))
    return Ending({"list": (1, 2), "text": "ä"}, Damaged("It is broken.", hint="Mend it.", n=1).failure())


def unexpected(request: AnyRequest, progress: Progress, cancelled: Cancellation) -> dict[str, Any]:
    raise ZeroDivisionError("secret detail")


def deaf(request: AnyRequest, progress: Progress, cancelled: Cancellation) -> dict[str, Any]:
    """Hears neither a cancel nor a closed pipe."""
    time.sleep(60)
    return {}


def chatty(request: AnyRequest, progress: Progress, cancelled: Cancellation) -> dict[str, Any]:
    """Prints to stdout, as some library may."""
    print("a stray line")
    os.write(1, b'{"event": "nonsense"}\n')
    sys.stdout.flush()
    return {"done": True}


def killed(request: AnyRequest, progress: Progress, cancelled: Cancellation) -> dict[str, Any]:
    """Dies as the out-of-memory killer makes one die."""
    progress.totals(Totals("transfer", bytes_done=5, bytes_total=10))
    time.sleep(0.3)
    os.kill(os.getpid(), signal.SIGKILL)
    return {}


def broken(request: AnyRequest) -> None:
    """Writes what is no event, then a good one."""
    os.write(1, b"\xff\xfe not json\n{}\n[1]\n")
    os.write(1, encode_line(Started(job=request.job, verb=verb_of(request))))
    os.write(1, encode_line(Finished(job=request.job, outcome="success")))


def serve(word: str) -> int:
    """A worker whose body is the function named `word`."""
    import holdfast.worker
    from holdfast.worker import main as worker

    holdfast.worker.perform = globals()[word]
    if word == "deaf":
        worker._listen = lambda *_: threading.Event().wait(60)  # type: ignore[assignment]  # a worker that does not listen
    return worker.main()


if __name__ == "__main__":
    sys.exit(serve(sys.argv[1]))
