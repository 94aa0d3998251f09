"""The user's own storage behind a site, as far as the site tells it: which of its storage providers are S3, and which of the objects there
belong to a backup. Pure; the key to the bucket is the user's and never comes near the site.

The page names bucket, region and path of a provider, but not how SafeGuard calls its files. So an object is taken by the id of the backup
in its name, and where names do not hold ids by size and time together; one of the two alone proves nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime, timedelta

from holdfast.providers import values
from holdfast.providers.base import Bucket, RemoteBackup, RemoteStorage

_S3_WORDS = re.compile(r"(^|[^a-z0-9])(s3|amazon|aws|wasabi|minio|r2|spaces)([^a-z0-9]|$)", re.IGNORECASE)
_AFTER = timedelta(minutes=30)
_BEFORE = timedelta(minutes=2)


def is_s3(storage: RemoteStorage) -> bool:
    """It names a bucket, and an endpoint or a word for S3: others (Google Cloud, Backblaze's own form) have buckets too."""
    told = storage.details
    return bool(told.get("bucket")) and bool(told.get("endpoint") or _S3_WORDS.search(f"{storage.slug} {storage.kind}"))


def bucket_of(backup: RemoteBackup, storage: RemoteStorage) -> Bucket:
    told = {name: values.text(storage.details.get(name), 500) for name in ("bucket", "region", "endpoint", "path")}
    prefix = told["path"].strip("/")
    return Bucket(
        backup=backup.id,
        bucket=told["bucket"],
        region=told["region"],
        endpoint=told["endpoint"],
        prefix=f"{prefix}/" if prefix else "",
        size=backup.size,
        created_at=backup.created_at,
        completed_at=backup.completed_at,
    )


def matching(bucket: Bucket, objects: Iterable[tuple[str, int, datetime]]) -> tuple[str, ...]:
    """Names of those objects (name, bytes, modified) that are this backup, sorted; it may be several files. Empty when none surely is."""
    every = list(objects)
    # an id must stand alone: bkp_a1 is no part of bkp_a12
    named = re.compile(rf"(?<![A-Za-z0-9]){re.escape(bucket.backup)}(?![A-Za-z0-9])")
    found = sorted(name for name, _, _ in every if named.search(name))
    if found:
        return tuple(found)
    alike = [name for name, size, modified in every if size == bucket.size and _is_near(bucket, modified)]
    return tuple(alike) if len(alike) == 1 else ()


def _is_near(bucket: Bucket, modified: datetime) -> bool:
    start, end = bucket.created_at or bucket.completed_at, bucket.completed_at or bucket.created_at
    return start is not None and end is not None and start - _BEFORE <= modified <= end + _AFTER
