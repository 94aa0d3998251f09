"""A backup that a site put into the user's own S3 bucket: found there by id, size and time, fetched with the user's own key, checked."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import msgspec

from holdfast.cancellation import Cancellation
from holdfast.engine.fetching_objects import fetch_object
from holdfast.errors import Damaged, NotFound
from holdfast.jobs.messages import FetchFromBucket
from holdfast.progress import Progress
from holdfast.providers.base import Bucket
from holdfast.providers.safeguard.buckets import matching
from holdfast.sources.archive_check import EVERYTHING, Expected, check_archive
from holdfast.sources.archive_rules import Rules
from holdfast.storage.s3_objects import ForeignObjects
from holdfast.worker.opening import address_of
from holdfast.worker.take_in import SAID


def run(request: FetchFromBucket, progress: Progress, cancelled: Cancellation) -> dict[str, Any]:
    """Result: {"paths": [one for each object]}. NotFound NOT-IN-BUCKET when no object surely is the backup."""
    bucket = msgspec.convert(request.bucket, Bucket)
    folder = Path(request.to)
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    with ForeignObjects(address_of(request.access)) as objects:
        names = matching(bucket, ((one.name, one.size, one.modified) for one in objects.list()))
        if not names:
            raise NotFound(
                f"No object in {request.access.location} is surely the backup {bucket.backup}.",
                code="NOT-IN-BUCKET",
                hint="Look there by hand: neither its id stands in a name, nor do size and time of exactly one object fit.",
            )
        paths = [fetch_object(objects, name, folder, ours=request.ours, progress=progress, cancelled=cancelled) for name in names]
    _check(paths, request.kind, progress, cancelled)
    return {"paths": [os.fspath(path) for path in paths]}


def _check(paths: list[Path], kind: str, progress: Progress, cancelled: Cancellation) -> None:
    """Several files are one backup: what one lacks another may have."""
    wanted = EVERYTHING if kind not in {"database", "files"} else frozenset({kind})
    missing: set[str] | None = None
    for path in paths:
        expects: frozenset[Expected] = wanted  # type: ignore[assignment]  # two words of the three kinds
        verdict = check_archive(path, expects=expects, rules=Rules(portable=False), progress=progress, cancelled=cancelled)
        if verdict.state == "damaged":
            for one in paths:
                one.unlink(missing_ok=True)
            raise Damaged(verdict.message, code=verdict.code or "ARCHIVE-DAMAGED", hint="Fetch it again, or take another backup.")
        missing = set(verdict.warnings) if missing is None else missing & set(verdict.warnings)
    for code in sorted(missing or ()):
        progress.remark(code.upper(), SAID.get(code, code))
