"""A storage in words: how it stands, who uses it, what its key may do there."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from holdfast_desktop.wording.states import Look
from holdfast_desktop.wording.times import exact, relative
from holdfast_desktop.wording.tr import tr

SCARCE, SHARE = 2_000_000_000, 0.05
"""A storage is nearly full with less free than this, or than this share of what it holds."""


def storage_look(
    last_check: str, checked: bool, lock: Mapping[str, Any], free: int | None, stored: int | None, trouble: Mapping[str, Any] | None = None
) -> Look:
    """How a storage stands, worst first. `last_check`: the outcome of the last check; `trouble`: why nobody can work there."""
    if checked and last_check == "failed":
        return Look("circle-x", tr("Damaged"), "error")
    if trouble:
        return Look("circle-x", _closed_word(str(trouble.get("code", ""))), "error")
    if lock:
        return Look("lock", tr("In use"), "warning")
    if free is not None and free < min(SCARCE, max(SCARCE // 4, int(SHARE * (stored or 0)))):
        return Look("triangle-alert", tr("Nearly full"), "warning")
    if not checked:
        return Look("circle-dashed", tr("Not checked yet"), "neutral")
    return Look("triangle-alert", tr("Warnings"), "warning") if last_check == "warning" else Look("circle-check", tr("Intact"), "ok")


def _closed_word(code: str) -> str:
    words = {"STORAGE-DENIED": tr("Access denied"), "AUTH-REJECTED": tr("Access denied"), "REPO-PASSWORD": tr("Passphrase does not fit")}
    return words.get(code, tr("Not reachable"))


def place_words(location: str) -> str:
    """Where a storage is, without what is the same for all."""
    if not location.startswith("s3:"):
        return location
    address = location.removeprefix("s3:").removeprefix("https://").removeprefix("http://")
    host, _, bucket = address.partition("/")
    return tr("{bucket} at {host}", bucket=bucket, host=host) if bucket else host


def lock_holder(lock: Mapping[str, Any]) -> str:
    """Which computer uses it; a dash for nobody."""
    if not lock:
        return "–"
    if lock.get("own"):
        return tr("this computer")
    return str(lock.get("host") or tr("unknown"))


def lock_title(lock: Mapping[str, Any]) -> str:
    return tr("Another program of this computer works there") if lock.get("own") else tr("Another computer works there")


def lock_words(lock: Mapping[str, Any], now: datetime) -> str:
    """Who uses it, since when, and when that was seen."""
    if lock.get("own"):
        lock = {**lock, "host": tr("process {n}", n=lock.get("pid", "?")), "user": ""}
    who = str(lock.get("host") or tr("somebody whose lock cannot be read"))
    user = str(lock.get("user") or "")
    who = f"{user}@{who}" if user and lock.get("host") else who
    since, seen = moment(lock.get("since")), moment(lock.get("at"))
    words = tr("{who} since {time}", who=who, time=exact(since)) if since is not None else who
    return tr("{who}, seen {when}.", who=words, when=relative(seen, now)) if seen is not None else words


def lock_state_words(state: str) -> str:
    words = {
        "in use": tr("at work"),
        "stale": tr("not renewed for half an hour"),
        "dead": tr("left over: its program is gone"),
        "unreadable": tr("cannot be read"),
    }
    return words.get(state, state)


def rights_words(rights: Mapping[str, Any]) -> str:
    """What the key may do there, as it was tried last."""
    if not rights:
        return tr("not tried yet: “Test access” tells")
    checks = {str(one["name"]): one for one in rights.get("checks", ())}
    by_code = {
        "VERSIONING-ON": tr("old versions are kept"),
        "VERSIONING-SUSPENDED": tr("old versions are kept no longer"),
        "VERSIONING-OFF": tr("what is deleted is gone"),
        "LOCK-ON": tr("objects may be locked"),
        "LOCK-DEFAULT": tr("new objects are locked for a time"),
        "LOCK-OFF": tr("no object lock"),
    }
    deletes = checks.get("delete", {}).get("ok")
    words = [] if deletes is None else [tr("may delete") if deletes else tr("may not delete")]
    words += [by_code[code] for name in ("versioning", "object_lock") if (code := str(checks.get(name, {}).get("code", ""))) in by_code]
    if not rights.get("ok"):
        words.insert(0, tr("something does not work there"))
    return ", ".join(words) or tr("works")


def moment(text: object) -> datetime | None:
    """A time as records write it; None when it is none."""
    if not isinstance(text, str) or not text:
        return None
    try:
        found = datetime.fromisoformat(text.replace("Z", "+00:00"))
    except ValueError:
        return None
    return found if found.tzinfo is not None else None
