"""Which of the site's backups did a lost call start? Pure. The marker decides; where the site drops metadata, label, then type and time.

Times are compared on the server's clock: `answer` (the list) carries its Date.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from holdfast.providers.backup_copilot.reading import MARKER
from holdfast.providers.base import RemoteBackup, Wanted
from holdfast.providers.http import Answer

SLACK = timedelta(seconds=30)
"""A Date header is whole seconds old, and a server may stamp a backup when its request came in."""
BLIND_SLACK = timedelta(minutes=3)
LATEST = timedelta(minutes=15)
"""A backup that was started later than this after the call was not started by it."""
MOST = 20


def fresh(backups: Iterable[RemoteBackup], since: datetime, answer: Answer) -> list[RemoteBackup]:
    """Those that may have been started by a call at `since`."""
    start, _ = _window(since, answer)
    return [one for one in backups if one.created_at is None or one.created_at >= start][:MOST]


def choose(backups: list[RemoteBackup], wanted: Wanted, since: datetime, answer: Answer) -> RemoteBackup | None:
    """The one that the call for `wanted` started, None when it started none. `backups` carry their metadata."""
    marked = [one for one in backups if one.metadata.get(MARKER)]
    if wanted.marker:
        for one in marked:
            if one.metadata[MARKER] == wanted.marker:
                return one
        if marked:  # the site keeps markers, so one without ours is not ours
            return None
    start, end = _window(since, answer)
    rest = [one for one in backups if not one.metadata.get(MARKER)]
    timely = [one for one in rest if one.type == wanted.type and one.created_at is not None and start <= one.created_at <= end]
    labelled = [one for one in timely if wanted.label and one.label == wanted.label]
    return min(labelled or timely, key=lambda one: one.created_at or since, default=None)


def _window(since: datetime, answer: Answer) -> tuple[datetime, datetime]:
    theirs = answer.date
    if theirs is None:
        return since - BLIND_SLACK, since + LATEST
    since += timedelta(seconds=theirs.timestamp() - answer.received_at)
    return since - SLACK, since + LATEST
