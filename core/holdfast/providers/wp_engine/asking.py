"""From our records to requests of WP Engine. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from holdfast.errors import UsageError
from holdfast.providers import marking, values
from holdfast.providers.base import RestoreWanted, Wanted
from holdfast.providers.wp_engine import offers

_EMAIL = re.compile(r"[^@\s<>,;\"]{1,64}@[^@\s<>,;\"]{1,255}")


def create_body(wanted: Wanted, emails: Sequence[str]) -> dict[str, Any]:
    """`emails`: the addresses of the site's settings, when `wanted` names none."""
    if wanted.type not in offers.TYPES:
        raise UsageError(f"WP Engine makes no backups of type {wanted.type}.", hint="It always backs up the whole install: full.")
    return {"description": marking.signed(wanted, "Backup by Holdfast"), "notification_emails": emails_of(wanted.options, emails)}


def restore_body(wanted: RestoreWanted, emails: Sequence[str]) -> dict[str, Any]:
    """Files are always restored; the database can be left as it is."""
    if wanted.parts and "files" not in wanted.parts:
        raise UsageError("WP Engine always restores the files.", hint="Only the database can be left out (restore_database=no).")
    database = values.flag(wanted.options.get("restore_database")) is not False
    return {
        "notification_emails": emails_of(wanted.options, emails),
        "restore_database": database and (not wanted.parts or "database" in wanted.parts),
        "create_checkpoint": values.flag(wanted.options.get("create_checkpoint")) is not False,
    }


def archive_body(backup: str, emails: Sequence[str]) -> dict[str, Any]:
    return {"backup_id": backup, "notification_emails": emails_of({}, emails)}


def emails_of(options: Mapping[str, Any], otherwise: Sequence[str]) -> list[str]:
    """The addresses to notify: at least one, as the API demands."""
    named = options.get("notification_emails")
    found = list(dict.fromkeys(values.words(named if isinstance(named, str) else list(named or ())) or values.words(list(otherwise))))
    if not found:
        raise UsageError(
            "WP Engine demands an address to notify with every backup, restore and archive.",
            code="EMAILS-NEEDED",
            hint="Give one: holdfast site edit SITE --notify-email E. It gets a mail for each of them.",
        )
    if wrong := [one for one in found if not _EMAIL.fullmatch(one)]:
        raise UsageError(f"{wrong[0]} is no e-mail address.", code="EMAILS-NEEDED")
    return found
