"""Jobs in words: what is done, which step, how far, how fast, how long yet."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from holdfast.jobs.messages import Progressed
from holdfast_desktop.wording.core_sentences import sentence
from holdfast_desktop.wording.sizes import count, rate, size, size_of
from holdfast_desktop.wording.times import HOUR, MINUTE, duration, time_left
from holdfast_desktop.wording.tr import tr, tr_n

LEFT_AFTER_SECONDS = 10
LEFT_AFTER_PERCENT = 2


def verb_words(verb: str) -> str:
    """What a job does, as a short noun: ``Backup``."""
    words = {
        "backup": tr("Backup"),
        "restore": tr("Restore"),
        "download": tr("Download"),
        "get": tr("Download"),
        "export": tr("Download"),
        "verify": tr("Verification"),
        "drill": tr("Drill", "noun"),
        "check": tr("Check"),
        "prune": tr("Free space"),
        "forget": tr("Clean up"),
        "delete": tr("Delete"),
        "repair": tr("Repair"),
        "stats": tr("Measure"),
        "sync": tr("Refresh list"),
        "fetch": tr("Fetch"),
        "import": tr("Import"),
        "listen": tr("Webhooks"),
    }
    return words.get(verb, verb.capitalize())


def verb_icon(verb: str) -> str:
    icons = {
        "backup": "database-backup",
        "restore": "rotate-ccw",
        "download": "download",
        "get": "download",
        "export": "download",
        "verify": "list-checks",
        "drill": "flask-conical",
        "check": "list-checks",
        "prune": "trash-2",
        "forget": "calendar-clock",
        "delete": "trash-2",
        "repair": "settings",
        "fetch": "download",
        "import": "folder-open",
        "listen": "globe",
    }
    return icons.get(verb, "activity")


def phase_words(phase: str, verb: str = "") -> str:
    """The step a job is at."""
    words = {
        "": tr("Starting"),
        "open": tr("Opening the storage"),
        "scan": tr("Looking for changes"),
        "dump": tr("Reading the database"),
        "transfer": tr("Storing") if verb == "backup" else tr("Transferring"),
        "read": tr("Reading"),
        "write": tr("Writing"),
        "index": tr("Writing the index"),
        "snapshot": tr("Finishing"),
        "load": tr("Loading the database"),
        "check": tr("Checking"),
        "list": tr("Listing"),
        "copy": tr("Copying"),
        "delete": tr("Deleting"),
        "plan": tr("Planning"),
        "catalogue": tr("Listing files"),
        "safety": tr("Safety backup"),
        "ask": tr("Asking the site"),
        "adopt": tr("Looking whether the site has begun"),
        "silent": tr("The site does not answer; it is asked again"),
        "queued": tr("Waiting for its turn on the site"),
        "running": tr("The site restores") if verb == "restore" else tr("The site works"),
        "restore": tr("The site restores"),
        "unknown": tr("The site works"),
        "completed": tr("Finishing"),
        "archive": tr("The site packs an archive"),
        "probe": tr("Looking at the site"),
        "unpack": tr("Unpacking"),
    }
    return words.get(phase, phase.capitalize())


def step_words(progress: Progressed, verb: str) -> str:
    """The step with what the site itself says about it, where that says more."""
    words = phase_words(progress.phase, verb)
    if (
        progress.phase not in _OF_SITES
        or not progress.current
        or progress.current.casefold() in {progress.phase, "in_progress", "restoring"}
    ):
        return words
    return f"{words}: {sentence(progress.current.replace('_', ' '))}"


_OF_SITES = {"queued", "running", "unknown", "restore", "archive"}
"""Phases of what a site does by itself."""


def numbers_line(
    progress: Progressed,
    elapsed: float,
    stalled: bool = False,
    *,
    percent: float | None = None,
    left: float | None = None,
    usual: float | None = None,
) -> str:
    """``512 of 1,204 files · 412 of 980 MB · 6.1 MB/s · about 2 min left``, as far as is known. `percent` and `left` (seconds) are of the
    whole job and default to what the worker says; `usual`: seconds that a step without numbers takes as a rule."""
    parts = []
    if progress.phase in _OF_SITES and progress.steps_total > 1:
        parts.append(tr("step {n} of {total}", n=min(progress.steps_done + 1, progress.steps_total), total=progress.steps_total))
    if progress.files_total or progress.files_done:
        total = progress.files_total
        done = count(progress.files_done)
        parts.append(
            tr_n("{done} of {n} file", "{done} of {n} files", total, done=done)
            if total
            else tr_n("{n} file", "{n} files", progress.files_done)
        )
    if progress.bytes_total or progress.bytes_done:
        parts.append(size_of(progress.bytes_done, progress.bytes_total))
    if progress.rate and not stalled:
        parts.append(rate(progress.rate))
    said = shown_time_left(progress, elapsed, stalled, percent=percent, left=left)
    if said:
        parts.append(said)
    if not parts and elapsed >= 1:
        parts.append(duration(int(elapsed)))
        if usual:
            parts.append(usually(usual))
    return " · ".join(parts)


def usually(seconds: float) -> str:
    """``usually about 4 min``"""
    if seconds < MINUTE:
        return tr("usually under a minute")
    if seconds < HOUR:
        return tr("usually about {n} min", n=round(seconds / MINUTE))
    return tr("usually about {n} h", n=max(1, round(seconds / HOUR)))


def shown_time_left(
    progress: Progressed, elapsed: float, stalled: bool = False, *, percent: float | None = None, left: float | None = None
) -> str:
    """Time left, once it is worth saying: after ten seconds and two percent, and never while stalled."""
    left = progress.eta_seconds if left is None else left
    percent = progress.percent if percent is None else percent
    if stalled or left is None or elapsed < LEFT_AFTER_SECONDS or (percent or 0) < LEFT_AFTER_PERCENT:
        return ""
    return time_left(left)


def job_state_words(state: str, waiting_for: str = "") -> str:
    """The state of a row in the job drawer when it is not simply at a step."""
    words = {
        "queued": tr("Queued"),
        "waiting": tr("Waiting: {reason}", reason=waiting_for) if waiting_for else tr("Waiting"),
        "stalled": tr("No data for a while, still trying"),
    }
    return words.get(state, "")


def retry_words(seconds: float, attempt: int, of: int) -> str:
    """``Next try in 4 min (attempt 2 of 4)``"""
    when = _in(seconds) if seconds > 0 else tr("in a moment")
    return tr("Next try {when} (attempt {attempt} of {of})", when=when, attempt=attempt, of=of)


def retrying_words(seconds: float, attempt: int, of: int | None, reason: str) -> str:
    """``Retrying in 12 s (attempt 2 of 5): example.org does not answer``. `of` None: nobody counts; 0 seconds: it is being tried."""
    reason = reason.rstrip(".")
    if of is None and seconds > 0:
        return tr("Retrying {when}: {reason}", when=_in(seconds), reason=reason)
    if of is None:
        return tr("Trying again: {reason}", reason=reason)
    if seconds <= 0:
        return tr("Trying again (attempt {attempt} of {of}): {reason}", attempt=attempt, of=of, reason=reason)
    return tr("Retrying {when} (attempt {attempt} of {of}): {reason}", when=_in(seconds), attempt=attempt, of=of, reason=reason)


def _in(seconds: float) -> str:
    return tr("in {n} s", n=max(1, round(seconds))) if seconds < MINUTE else tr("in {n} min", n=round(seconds / MINUTE))


def remains_words(verb: str) -> str:
    """What stays when a job of this verb is stopped now."""
    words = {
        "backup": tr("What is stored already is kept and used by the next run."),
        "restore": tr("Files that were written stay written; the database is loaded whole or not at all."),
        "download": tr("What was downloaded is kept, and the next download goes on from there."),
        "get": tr("The unfinished file is removed."),
        "export": tr("The unfinished file is removed."),
        "fetch": tr("Backups that were taken in whole stay; the rest comes with the next run."),
        "import": tr("Archives that were taken in whole stay."),
        "prune": tr("Nothing that is needed is removed; the next run goes on."),
        "delete": tr("Backups that are deleted already stay deleted."),
        "drill": tr("The scratch copy is removed; your site and its backups are untouched."),
    }
    return words.get(verb, tr("Nothing is lost; it can be started again."))


def result_line(verb: str, outcome: str, result: Mapping[str, Any], seconds: float | None) -> str:
    """One line about a finished job: ``1,204 files · 12 MB new · 42 s``."""
    parts: list[str] = []
    backup = result.get("backup")
    if isinstance(backup, Mapping):
        parts += _backup_parts(backup)
    for key in ("files", "bytes", "size"):
        value = result.get(key)
        if isinstance(value, int):
            parts.append(tr_n("{n} file", "{n} files", value) if key == "files" else size(value))
    sites = result.get("sites")
    if isinstance(sites, list):
        parts.append(tr_n("{n} site", "{n} sites", len(sites)))
    if verb == "restore" and result.get("confirmed") and "target" not in result:
        parts.append(tr("confirmed by the site"))
    for key, words in (("fetched", tr_n), ("imported", tr_n)):
        found = result.get(key)
        if isinstance(found, list):
            parts.append(words("{n} backup", "{n} backups", len(found)))
    verdict = result.get("verdict")
    if isinstance(verdict, str):
        parts.append(
            {"proven": tr("restored and proven"), "warning": tr("restored with remarks"), "failed": tr("not proven")}.get(verdict, verdict)
        )
    removed = result.get("removed")
    if isinstance(removed, list):
        parts.append(tr_n("{n} backup removed", "{n} backups removed", len(removed)))
    if seconds is not None:
        parts.append(duration(seconds))
    return " · ".join(parts)


def _backup_parts(backup: Mapping[str, Any]) -> list[str]:
    parts = []
    metadata = backup.get("metadata")
    known = metadata if isinstance(metadata, Mapping) else {}
    if isinstance(known.get("files"), int):
        parts.append(tr_n("{n} file", "{n} files", known["files"]))
    if isinstance(known.get("added"), int):
        parts.append(tr("{size} new", size=size(known["added"])))
    elif isinstance(backup.get("size"), int):
        parts.append(size(int(backup["size"])))
    return parts
