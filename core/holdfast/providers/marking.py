"""Our mark in the label of a backup, for systems that keep nothing else of ours, and finding a backup by it again. Pure.

``Before the update [hf:1f3a9c]``: the label stays readable in wp-admin, the end tells which of our jobs asked for it. The mark is set
at the end and the label before it is cut, so that both fit into what a server keeps.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime, timedelta

from holdfast.providers.base import RemoteBackup, Wanted

MARKER = "holdfast_job"
"""Key of the marker in `RemoteBackup.metadata`."""
LONGEST = 180
SLACK = timedelta(seconds=30)
"""A Date header is whole seconds old, and a server may stamp a backup when its request came in."""
LATEST = timedelta(minutes=15)
"""A backup that was started later than this after the call was not started by it."""
ZONES = timedelta(hours=15)
"""So far a site's time may be off that was written without its zone."""

_MARK = re.compile(r"\s*\[hf:([A-Za-z0-9._:-]{1,80})\]\s*$", re.ASCII)


def signed(wanted: Wanted, otherwise: str = "") -> str:
    """The label to send; `otherwise` where the person gave none. Without a marker (or with one of other characters) only the label."""
    label, mark = wanted.label or otherwise, f"[hf:{wanted.marker}]"
    if not _MARK.fullmatch(mark):
        return label[:LONGEST]
    return f"{label[: LONGEST - len(mark) - 1]} {mark}".strip()


def unsigned(label: str) -> tuple[str, str]:
    """(label, marker) of what a server kept; the marker is "" where there is none."""
    match = _MARK.search(label)
    return (label[: match.start()], match[1]) if match else (label, "")


def started_by(backups: Iterable[RemoteBackup], wanted: Wanted, since: datetime) -> RemoteBackup | None:
    """The backup that the lost call for `wanted` started, None when it started none. `since`: the call, on the server's clock.

    The marker decides, whatever time the site wrote beside it (some write their own zone's and do not say so). Where the server keeps no
    labels at all, a backup of the same type from the minutes after the call is taken.
    """
    every = list(backups)
    if wanted.marker:
        for one in every:
            if one.metadata.get(MARKER) == wanted.marker:
                return one
    near = [one for one in every if one.created_at is None or since - SLACK <= one.created_at <= since + LATEST]
    if any(one.metadata.get(MARKER) or (one.label and one.label != wanted.label) for one in near):
        return None  # the server keeps labels, so one without ours is not ours
    likely = [one for one in near if one.created_at is not None and one.type == wanted.type]
    return min(likely, key=lambda one: one.created_at or since, default=None)
