"""What a home knows, sealed into a repository and read from there."""

from __future__ import annotations

import threading
from typing import Any

import msgspec

from holdfast.cancellation import Cancellation
from holdfast.jobs.messages import ReadSealed, SealState
from holdfast.progress import Progress
from holdfast.repository.sealed_state import open_all, seal_state
from holdfast.worker.opening import open_repository

_PATIENCE = 20.0


def run(request: SealState | ReadSealed, progress: Progress, cancelled: Cancellation) -> dict[str, Any]:
    """Result of sealing: {"bytes"}. Of reading: {"states": [{"home", "state"}, …]}; what is no JSON is left out."""
    if isinstance(request, SealState):
        return _seal(request, cancelled)
    repository = open_repository(request, cancelled, progress)
    states = []
    for home, plain in open_all(repository).items():
        try:
            states.append({"home": home, "state": msgspec.json.decode(plain)})
        except msgspec.DecodeError:
            progress.remark("STATE-UNREADABLE", f"What the home {home} sealed here cannot be read.")
    return {"states": states}


def _seal(request: SealState, cancelled: Cancellation) -> dict[str, Any]:
    """A storage that does not answer is tried another time: nobody shall wait for this."""
    timer = threading.Timer(_PATIENCE, cancelled.cancel)
    timer.daemon = True
    timer.start()
    try:
        plain = msgspec.json.encode(request.state)
        return {"bytes": seal_state(open_repository(request, cancelled), request.home, plain, keep=request.keep)}
    finally:
        timer.cancel()
