"""How backups look in a table."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from holdfast.records import Backup
from holdfast_desktop.models.rows import Column
from holdfast_desktop.wording.services import backup_status_words, is_service, remote_type_word
from holdfast_desktop.wording.sizes import size
from holdfast_desktop.wording.states import type_word
from holdfast_desktop.wording.times import exact, relative
from holdfast_desktop.wording.tr import tr


def is_kept(backup: Backup) -> bool:
    return bool(backup.metadata.get("keep"))


def is_partial(backup: Backup) -> bool:
    return bool(backup.metadata.get("partial"))


def contents_words(backup: Backup) -> str:
    """What it holds, and its label."""
    word = remote_type_word(backup.type) if is_service(backup.system) else type_word(backup.type)
    return f"{word} · {backup.label}" if backup.label else word


def proof_words(backup: Backup) -> str:
    """What is known about this backup beyond its being there."""
    if is_service(backup.system):
        if backup.status == "completed" and "storage" in backup.locations:
            return tr("Kept as well")
        word = str(backup.metadata.get("status_word") or "")
        return word if backup.status == "unknown" and word else backup_status_words(backup.status, word)
    if is_partial(backup):
        return tr("Incomplete")
    if backup.proven_at is not None:
        return tr("Proven")
    if backup.verified_at is not None:
        return tr("Verified")
    return tr("Stored")


_REMOTE = {
    "completed": ("cloud", "ok"),
    "failed": ("circle-x", "error"),
    "running": ("refresh-cw", "running"),
    "queued": ("hourglass", "running"),
    "deleted": ("trash-2", "secondary"),
}
"""Icon and tone of a backup that a site has."""


def proof_icon(backup: Backup) -> str:
    """The glyph of its state; the words are `proof_words`."""
    if is_service(backup.system):
        kept = backup.status == "completed" and "storage" in backup.locations
        return "hard-drive" if kept else _REMOTE.get(backup.status, ("circle-dashed", "warning"))[0]
    if is_partial(backup):
        return "triangle-alert"
    return "shield-check" if backup.proven_at else "circle-check" if backup.verified_at else "archive"


def proof_tone(backup: Backup) -> str:
    """The severity of its state."""
    if is_service(backup.system):
        return _REMOTE.get(backup.status, ("circle-dashed", "warning"))[1]
    if is_partial(backup):
        return "warning"
    return "ok" if backup.proven_at or backup.verified_at else "secondary"


def backup_columns(now: Callable[[], datetime], with_site: bool) -> list[Column[Backup]]:
    columns = [
        Column[Backup](
            tr("When"),
            lambda b: relative(b.created_at, now()),
            sort=lambda b: b.created_at.timestamp() if b.created_at else None,
            tip=lambda b: exact(b.created_at),
            icon=lambda b: "pin" if is_kept(b) else "",
            width=116 if with_site else 126,
        ),
        Column[Backup](tr("Contents"), contents_words, tip=contents_words, width=110 if with_site else 0),
        Column[Backup](tr("State"), proof_words, tip=proof_words, icon=proof_icon, tone=proof_tone, width=132 if with_site else 150),
        Column[Backup](tr("Size"), lambda b: size(b.size), sort=lambda b: b.size, number=True, width=78),
    ]
    if with_site:
        columns.insert(1, Column[Backup](tr("Site"), lambda b: b.site, tip=lambda b: b.site))
    return columns
