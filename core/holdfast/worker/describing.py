"""A snapshot of the repository as the Backup that people see."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from typing import Any

from holdfast.records import Backup
from holdfast.repository.snapshots import Snapshot
from holdfast.repository.tags import SnapshotTags, is_ours
from holdfast.repository.times import parse_moment
from holdfast.state.catalogue import CatalogueSnapshot

DUMPS = "/holdfast-database"
KEPT = "/holdfast-archive"
REMOTE, REMOTE_TYPE, ARCHIVES = "remote", "remote_type", "archives"
"""Facts of a copy of a backup that was made elsewhere: its id and type there, and the keys of its archives (with commas)."""


def as_backup(snapshot: Snapshot) -> Backup:
    """The record. One that another program made has its system in ``metadata["program"]``."""
    tags = snapshot.our_tags
    summary = snapshot.summary
    started = snapshot.when.astimezone(UTC)
    copied = REMOTE in tags.meta
    ended = parse_moment(summary.backup_end).astimezone(UTC) if summary is not None and summary.backup_end else None
    duration = (ended - parse_moment(summary.backup_start)).total_seconds() if summary is not None and ended is not None else None
    return Backup(
        id=snapshot.id,
        site=tags.name,
        system=tags.meta.get("system", "folder"),
        type=tags.meta.get(REMOTE_TYPE) or tags.type or "full",
        status="failed" if tags.partial else "completed",
        created_at=started,
        completed_at=None if copied else ended,  # when it was copied says nothing about it
        duration=duration if duration is not None and duration >= 0 and not copied else None,
        size=summary.total_bytes_processed if summary is not None else None,
        label=tags.label,
        components=tags.parts,
        parent_id=snapshot.parent,
        metadata=_metadata(snapshot, tags),
        error="Stopped before it was complete." if tags.partial else None,
    )


def _metadata(snapshot: Snapshot, tags: SnapshotTags) -> dict[str, Any]:
    facts: dict[str, Any] = {
        "snapshot": snapshot.id,
        "site_id": tags.site,
        "hostname": snapshot.hostname,
        "paths": list(snapshot.paths or ()),
        "program": snapshot.program_version,
        "keep": tags.keep,
        "partial": tags.partial,
    }
    if snapshot.summary is not None:
        facts |= {
            "added": snapshot.summary.data_added_packed or snapshot.summary.data_added,
            "files": snapshot.summary.total_files_processed,
        }
    if tags.other:
        facts["tags"] = list(tags.other)
    return {**tags.meta, **facts}


def as_catalogued(snapshot: Snapshot) -> CatalogueSnapshot:
    tags = snapshot.our_tags
    return CatalogueSnapshot(
        id=snapshot.id,
        time=_sortable(snapshot.when),
        site_id=tags.site if is_ours(snapshot.tags or ()) else "",
        site=tags.name,
        tree=snapshot.tree_id,
        path=site_path(snapshot),
        backup=as_backup(snapshot),
    )


def archive_key(snapshot: Snapshot) -> str | None:
    """The place of the one archive that a backup is a copy of; empty for a set of several; None for our own backups."""
    keys = snapshot.our_tags.meta.get(ARCHIVES)
    return None if keys is None else "" if "," in keys else keys


def site_path(snapshot: Snapshot) -> str:
    """The site's own folder inside the backup: the one path that is no dump; empty when there is not exactly one."""
    if (key := archive_key(snapshot)) is not None:
        return f"{KEPT}/{key}/files" if key else KEPT
    folders = [path for path in snapshot.paths or () if path != DUMPS and not path.startswith(DUMPS + "/")]
    return inside(folders[0]) if len(folders) == 1 else ""


def inside(path: str) -> str:
    """A path of this system as it stands inside a backup (a drive letter is the first folder)."""
    if os.name == "nt" or (len(path) > 2 and path[1] == ":"):
        return "/" + path.replace(":", "", 1).replace("\\", "/")
    return path


def _sortable(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")
