"""A new backup beside the one before it: told to the parent, which remembers what deserves a second look.

Never trouble of the backup: what cannot be compared is not judged.
"""

from __future__ import annotations

import logging
from datetime import UTC
from typing import TYPE_CHECKING

import msgspec

from holdfast.cancellation import Cancellation
from holdfast.engine.compare_sites import Site, compare_sites, has_folder
from holdfast.errors import HoldfastError
from holdfast.jobs.messages import Request, Watched
from holdfast.progress import Progress
from holdfast.watchfulness import Facts
from holdfast.worker.describing import DUMPS, REMOTE_TYPE, archive_key, site_path

if TYPE_CHECKING:
    from holdfast.repository.repository import Repository
    from holdfast.repository.snapshots import Snapshot

log = logging.getLogger(__name__)


def watch(
    repository: Repository, snapshot: Snapshot, request: Request, *, database: bool, progress: Progress, cancelled: Cancellation
) -> None:
    """Tell the parent what is to be seen in `snapshot`, which was stored just now. `database`: it was to hold one. Never raises: a
    cancellation ends the comparison, and nothing else."""
    tags = snapshot.our_tags
    if not tags.site or tags.partial:
        return
    try:
        facts = facts_of(repository, snapshot, database=database, cancelled=cancelled)
    except (HoldfastError, OSError) as error:
        log.warning("the backup %s is safe, but was not compared with the one before: %s", snapshot.id[:8], error)
        return
    if facts is not None:
        progress.tell(Watched(job=request.job, site=request.site, site_id=tags.site, facts=facts))


def facts_of(repository: Repository, snapshot: Snapshot, *, database: bool, cancelled: Cancellation) -> Facts | None:
    """None when a newer backup of the site is there already (an old one was taken in): what it looks like is history."""
    others = [
        one for one in repository.snapshots(on_damaged=lambda _id, _error: None) if _same_kind(one, snapshot) and one.id != snapshot.id
    ]
    if any(one.when > snapshot.when for one in others):
        return None
    facts = Facts(snapshot.id, made_at=snapshot.when.astimezone(UTC))
    has_dump = has_folder_of_dumps(repository, snapshot, cancelled)
    if _kind(snapshot) == "database":
        return msgspec.structs.replace(facts, database=has_dump)
    after = Site(repository, snapshot, site_path(snapshot), cancelled)
    facts = msgspec.structs.replace(
        facts,
        files=_files(snapshot),
        wordpress=after.wordpress is not None,
        size=_size(snapshot),
        size_before=_size(
            max((one for one in others if one.our_tags.parts == snapshot.our_tags.parts), key=lambda one: one.when, default=None)
        ),
        database=(has_dump or (archive_key(snapshot) is not None and after.dump)) if database else None,
    )
    before = max((one for one in others if _kind(one) != "database"), key=lambda one: one.when, default=None)
    if before is None:
        return facts
    seen = compare_sites(Site(repository, before, site_path(before), cancelled), after, cancelled=cancelled)
    return msgspec.structs.replace(
        seen,
        backup=snapshot.id, against=before.id, made_at=facts.made_at, files=facts.files, files_before=_files(before),
        size=facts.size, size_before=facts.size_before,
        wordpress=facts.wordpress, database=facts.database,
    )  # fmt: skip


def has_folder_of_dumps(repository: Repository, snapshot: Snapshot, cancelled: Cancellation) -> bool:
    from holdfast.engine.restore_trees import BlobFinder, Trees

    return has_folder(Trees(repository, BlobFinder(repository, cancelled=cancelled, index=repository.index)), snapshot, DUMPS)


def _same_kind(one: Snapshot, other: Snapshot) -> bool:
    """Whole backups of one site by one way: a copy of what the site makes is not compared with what our engine reads."""
    tags, wanted = one.our_tags, other.our_tags
    return tags.site == wanted.site and not tags.partial and (archive_key(one) is None) == (archive_key(other) is None)


def _kind(snapshot: Snapshot) -> str:
    tags = snapshot.our_tags
    return str(tags.meta.get(REMOTE_TYPE) or tags.type or "full")


def _files(snapshot: Snapshot) -> int | None:
    return None if snapshot.summary is None else snapshot.summary.total_files_processed


def _size(snapshot: Snapshot | None) -> int | None:
    return None if snapshot is None or snapshot.summary is None else snapshot.summary.total_bytes_processed
