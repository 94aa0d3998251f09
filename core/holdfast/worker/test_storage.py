"""Try a storage out: what works, what the key may do, whether the password opens the repository. Leaves nothing behind."""

from __future__ import annotations

from typing import Any

import msgspec

from holdfast.cancellation import Cancellation
from holdfast.errors import HoldfastError
from holdfast.jobs.messages import TryStorage
from holdfast.progress import Progress
from holdfast.storage.opening import open_storage
from holdfast.storage.rights import test_storage
from holdfast.worker.opening import address_of, open_repository


def run(request: TryStorage, progress: Progress, cancelled: Cancellation) -> dict[str, Any]:
    """Result: the names of `holdfast.app.StorageReport`. A place with no repository yet is no failure."""
    known = bool(request.access.password)
    report = test_storage(open_storage(address_of(request.access), retry=False, cancelled=cancelled), make=not known)
    facts: dict[str, Any] = msgspec.to_builtins(report)
    if report.ok and known:
        line = _try_repository(request, cancelled)
        facts["checks"] = [*facts["checks"], line]
        facts["ok"] = bool(line["ok"])
    return facts


def _try_repository(request: TryStorage, cancelled: Cancellation) -> dict[str, Any]:
    try:
        repository = open_repository(request, cancelled)
    except HoldfastError as error:
        return {"name": "repository", "ok": False, "code": error.code, "detail": error.message}
    return {"name": "repository", "ok": True, "code": "OK", "detail": f"The password opens the repository {repository.id[:10]}."}
