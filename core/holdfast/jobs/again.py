"""What may be asked once more after the network worker broke off in the middle: pure.

A call that changes something is told of (`Called` without an outcome) before it leaves. So a job that told of none can be begun again; one
that did is never: what it began on the site is followed, and where that cannot be, the end is told as not known.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from holdfast.jobs.messages import (
    AnyEvent,
    BackUpOnSite,
    Called,
    DetectSite,
    LinkToBackup,
    LookAtSite,
    OnNetwork,
    RestoreOnSite,
    TakenOn,
    TrySite,
    WatchSite,
)  # fmt: skip

MOST = 2
"""So often a request is sent again: one that brings the worker down must not do so for ever."""


class Seen:
    """What one request has told so far."""

    def __init__(self) -> None:
        self.began = datetime.now(UTC)
        self.changed = False
        self.taken: TakenOn | None = None

    def look(self, event: AnyEvent) -> None:
        if isinstance(event, Called) and event.path and not event.outcome:
            self.changed = True
        elif isinstance(event, TakenOn):
            self.taken = event


def again(request: OnNetwork, seen: Seen) -> OnNetwork | None:
    """What to send now in place of `request`; None when nothing may be."""
    if not seen.changed or isinstance(request, DetectSite | TrySite | LookAtSite | LinkToBackup | WatchSite):
        return request
    words: dict[str, Any] = {
        name: getattr(request, name) for name in ("job", "site", "cache", "log", "low_priority")
    }  # fmt: skip
    if isinstance(request, BackUpOnSite) and request.wait:
        backup = seen.taken.backup if seen.taken else ""
        return WatchSite(**words, access=request.access, backup=backup, marker=request.job, kind=request.kind, since=seen.began)
    if isinstance(request, RestoreOnSite):
        accepted = seen.taken.state.get("accepted", {}) if seen.taken else {}
        return WatchSite(
            **words, access=request.access, what="restore", backup=request.backup, since=seen.began, accepted=accepted
        )  # fmt: skip
    return None
