"""What goes wrong with a storage, in words: room, passphrase, locks of others, a place that is away. Pure."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from holdfast_desktop.wording.storages import moment
from holdfast_desktop.wording.times import exact
from holdfast_desktop.wording.tr import tr

Form = tuple[str, str, str, tuple[str, ...]]
"""Title, body, severity, fixes; title and body with {places}."""

SIZES = (("needed", ("needed", "space_needed")), ("free", ("free", "space_free")))
"""Places for sizes, and the details that may hold them."""

ABOUT_STORAGE = frozenset(
    {
        "SPACE-DEST", "SPACE-LOW", "KEY-GONE", "REPO-LOCKED", "LOCK-STALE", "LOCK-UNREADABLE", "REPO-DAMAGED", "AUTH-REJECTED", "NET",
        "NET-TIMEOUT", "TLS-BAD", "REPO-NOT-FOUND", "STORAGE-MISSING", "REPO-PASSWORD", "STORAGE-DENIED", "STORAGE-5XX", "RATE-LIMIT",
        "FORGET-STOPPED",
    }
)  # fmt: skip
"""Codes whose words are about the storage, although a site's job met them."""


def number(details: Mapping[str, Any], keys: tuple[str, ...]) -> int | float | None:
    return next((details[k] for k in keys if isinstance(details.get(k), int | float)), None)


def storage_forms(d: Mapping[str, Any]) -> dict[str, Callable[[], Form]]:
    """Words by code for a failure with these details, as `holdfast_desktop.wording.errors` takes them."""
    known = all(number(d, keys) is not None for _, keys in SIZES)
    return {
        "RATE-LIMIT": lambda: (tr("{subject} asks to slow down"), tr("It continues by itself."), "neutral", ()),
        "SPACE-DEST": lambda: (
            tr("{subject} is too full"),
            tr("This backup needs about {needed}, {free} are free. Earlier backups are safe.")
            if known
            else tr("This backup does not fit there. Earlier backups are safe."),
            "error",
            ("free_space",),
        ),
        "SPACE-LOW": lambda: (
            tr("{subject} is nearly full"),
            tr("{free} are free there. Make room before backups no longer fit: keep fewer, or choose a larger place."),
            "warning",
            ("free_space",),
        ),
        "SPACE-LOCAL": lambda: (
            tr("Not enough room for the files"),
            tr("{needed} are needed, {free} are free. Choose another folder or make room.")
            if known
            else tr("Choose another folder or make room."),
            "error",
            ("choose_folder",),
        ),
        "KEY-GONE": lambda: (
            tr("The passphrase for {subject} is missing"),
            tr("The password store has no entry for it. Backups are unharmed."),
            "error",
            ("passphrase",),
        ),
        "REPO-DAMAGED": lambda: (
            tr("A check found damage in {subject}"),
            tr("Some backups may be affected; the details say which. The others are intact."),
            "error",
            ("show_activity", "repair"),
        ),
        "FORGET-STOPPED": lambda: (
            tr("Old backups of {subject} were not removed"),
            tr("The rule would have removed more than is plausible. Nothing was deleted; look at the rule first."),
            "warning",
            ("show_activity",),
        ),
        "REPO-NOT-FOUND": lambda: (
            tr("{subject} is not where it was"),
            tr("No backups were found at its place. Connect the disk, or bring the folder back, and try again."),
            "error",
            ("retry", "edit_storage"),
        ),
        "STORAGE-MISSING": lambda: (
            tr("{subject} is not where it was"),
            tr("Its place is not there. Connect the disk, or look at its address, and try again."),
            "error",
            ("retry", "edit_storage"),
        ),
        "REPO-PASSWORD": lambda: (
            tr("The passphrase does not open {subject}"),
            tr("What the password store holds does not fit. Backups are unharmed; the recovery kit has the right one."),
            "error",
            ("passphrase",),
        ),
        "STORAGE-DENIED": lambda: (
            tr("Holdfast may not write to {subject}"),
            tr("Its access lacks a right there: {message} Earlier backups are safe."),
            "error",
            ("edit_storage", "retry"),
        ),
        "STORAGE-5XX": lambda: (
            tr("{subject} failed while answering"),
            tr("Try again in a while. What was stored is kept and used by the next run."),
            "error",
            ("retry",),
        ),
        "REPO-LOCKED": lambda: _in_use(d),
        "LOCK-STALE": lambda: (
            _used_by(d, tr("{subject} is locked by {computer}"), tr("{subject} is locked by {computer} since {time}")),
            tr("That lock was not renewed for long. If no backup program works there any more, it is left over and can be removed."),
            "error",
            ("remove_lock", "retry"),
        ),
        "LOCK-UNREADABLE": lambda: (
            tr("{subject} holds a lock that cannot be read"),
            tr("Nobody can say who uses it. If no backup program works there, remove it."),
            "error",
            ("remove_lock", "retry"),
        ),
    }  # fmt: skip


def computer_words(details: Mapping[str, Any]) -> str:
    """Who holds the lock that a failure tells of."""
    if details.get("own_host"):
        return tr("another program on this computer")
    return str(details.get("computer") or details.get("host") or tr("another program"))


def _in_use(d: Mapping[str, Any]) -> Form:
    title = _used_by(d, tr("{subject} is in use by {computer}"), tr("{subject} is in use by {computer} since {time}"))
    if d.get("own_host"):
        return title, tr("Try again when that program is done."), "warning", ("retry", "remove_lock")
    return (
        title,
        tr("If that computer is not working on it, the lock is left over and can be removed."),
        "warning",
        ("retry", "remove_lock"),
    )


def _used_by(d: Mapping[str, Any], ever: str, since: str) -> str:
    time = moment(d.get("since"))
    return since.replace("{time}", exact(time)) if time is not None else ever
