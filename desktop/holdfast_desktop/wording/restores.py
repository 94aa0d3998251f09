"""Restores in words: what a plan would do, what is newer on the site, what was done."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from holdfast_desktop.wording.errors import ErrorWords, fix
from holdfast_desktop.wording.sizes import size
from holdfast_desktop.wording.states import part_word
from holdfast_desktop.wording.times import duration
from holdfast_desktop.wording.tr import tr, tr_n

SHOWN = 6


def tile_words() -> dict[str, str]:
    """The counts of a plan and what stands below each."""
    return {
        "added": tr("files added"),
        "replaced": tr("files replaced"),
        "same": tr("files stay as they are"),
        "removed": tr("files removed"),
        "tables": tr("tables replaced"),
    }


def plan_counts(plan: Mapping[str, Any]) -> dict[str, int]:
    """By the names of `tile_words`."""
    return {
        "added": int(plan.get("added") or 0),
        "replaced": int(plan.get("overwritten") or 0),
        "same": int(plan.get("unchanged") or 0) + int(plan.get("left") or 0),
        "removed": int(plan.get("removed") or 0),
        "tables": len(plan.get("tables") or ()),
    }


def plan_lines(plan: Mapping[str, Any], live: bool) -> list[str]:
    """What a plan says besides its counts."""
    lines = []
    age = plan.get("backup_age_seconds")
    if isinstance(age, int | float):
        lines.append(tr("The backup is {age} old.", age=age_words(float(age))))
    if left := int(plan.get("left") or 0):
        lines.append(
            tr_n("{n} newer or other file is left alone by this rule.", "{n} newer or other files are left alone by this rule.", left)
        )
    if live and plan.get("tables"):
        lines.append(tr("Posts, orders and comments made since then are not in the tables that come back."))
    if plan.get("database"):
        lines.append(tr("The database goes into {place}.", place=str(plan["database"])))
    if plan.get("space_needed") is not None:
        needed, free = size(plan.get("space_needed")), size(plan.get("space_free"))
        short = isinstance(plan.get("space_free"), int) and int(plan["space_needed"]) > int(plan["space_free"])
        words = tr("Not enough room: {needed} are needed, {free} are free.", needed=needed, free=free)
        lines.append(words if short else tr("{needed} are needed, {free} are free.", needed=needed, free=free))
    if lost := plan.get("not_restored") or ():
        lines.append(
            tr_n(
                "{n} thing cannot come back: {path}",
                "{n} things cannot come back, first of all {path}",
                len(lost),
                path=str(lost[0].get("path", "")),
            )
        )
    return lines


def age_words(seconds: float) -> str:
    if seconds < 2 * 3600:
        return duration(int(seconds // 60) * 60)
    hours = int(seconds // 3600)
    return tr_n("{n} hour", "{n} hours", hours) if hours < 48 else tr_n("{n} day", "{n} days", hours // 24)


def newer_lines(newer: Sequence[Mapping[str, Any]]) -> list[str]:
    """What would be set back: ``Forms goes back from 2.10 to 2.9``."""
    if not newer:
        return []
    lines = [tr("Newer on the site than in the backup:")]
    for one in newer[:SHOWN]:
        lines.append(
            tr(
                "{name}: {now} on the site, {before} in the backup",
                name=one.get("name", ""),
                now=one.get("now", ""),
                before=one.get("backup", ""),
            )
        )
    if len(newer) > SHOWN:
        lines.append(tr_n("and {n} more", "and {n} more", len(newer) - SHOWN))
    return lines


def sample_lines(samples: Mapping[str, Sequence[str]]) -> list[str]:
    """A few paths of each kind, the removed first."""
    words = {
        "removed": tr("Removed, for example: {paths}"),
        "overwritten": tr("Replaced, for example: {paths}"),
        "added": tr("Added, for example: {paths}"),
    }
    return [words[kind].format(paths=", ".join(samples[kind][:3])) for kind in words if samples.get(kind)]


def start_words(counts: Mapping[str, int]) -> str:
    """The button that begins it, with its counts: ``Restore 1,235 files and 2 tables``."""
    files = counts.get("added", 0) + counts.get("replaced", 0)
    tables = counts.get("tables", 0)
    if not counts or (not files and not tables):
        return tr("Restore")
    if not tables:
        return tr_n("Restore {n} file", "Restore {n} files", files)
    if not files:
        return tr_n("Restore {n} table", "Restore {n} tables", tables)
    return tr("Restore {files} and {tables}", files=tr_n("{n} file", "{n} files", files), tables=tr_n("{n} table", "{n} tables", tables))


def service_lines(
    parts: Sequence[str], confirms: bool, own_copy_before: bool, password_lost: bool, staging: bool, age: float | None
) -> list[str]:
    """What a site does to itself, as far as it is known before. `own_copy_before`: nothing else makes a safety backup."""
    words = ", ".join(part_word(part) for part in parts)
    if staging:
        lines = [tr("Only the staging site is changed.")]
    else:
        lines = [tr("What is on the site now is replaced: {parts}.", parts=words) if parts else tr("What is on the site now is replaced.")]
        lines.append(tr("Visitors may see a maintenance page meanwhile. With the database, posts and orders made since are lost."))
    if age is not None:
        lines.append(tr("The backup is {age} old.", age=age_words(age)))
    lines.append(tr("The service does not tell beforehand which files it will change."))
    if not confirms:
        lines.append(tr("The service accepts a restore, but never says whether it went well: it will end as “accepted, not confirmed”."))
    if own_copy_before:
        lines.append(tr("The service makes a backup before by itself when its option for that is on."))
    if password_lost:
        lines.append(
            tr("Holdfast's password was made after this backup: it will be gone from the site afterwards. Then sign in again under Access.")
        )
    return lines


def unconfirmed_line(result: Mapping[str, Any]) -> str:
    """How a restore by the site's own service ended that nobody confirms, in one line."""
    if result.get("healthy") is False:
        return tr("Restored, but the site is not well: look at it")
    if result.get("said") == "refused":
        return tr("Restored; the site refuses the sign-in now: sign in again")
    return tr("Accepted, not confirmed: look at the site")


def unconfirmed_words(site: str, result: Mapping[str, Any]) -> ErrorWords:
    """The same with what to do."""
    if result.get("healthy") is False:
        words = tr("The restore seems to be over, but the site answers with an error. Look at it; its host's error log says why.")
        return ErrorWords(tr("{site} is not well after its restore", site=site), words, "error", (fix("open_live"),), "SITE-ILL")
    if result.get("said") == "refused":
        words = tr("The site answers again, but refuses the sign-in: the restored database may be older than the password.")
        return ErrorWords(
            tr("{site} wants a new sign-in", site=site), words, "warning", (fix("sign_in"), fix("open_live")), "PASSWORD-GONE"
        )
    words = tr("The site took the restore on and answers again, but does not say whether it went well. Look at the site.")
    return ErrorWords(tr("{site}: accepted, not confirmed", site=site), words, "warning", (fix("open_live"),), "RESTORED")
