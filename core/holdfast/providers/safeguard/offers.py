"""What SafeGuard offers, as data: the page's parameters as fields, less what a site's own route index does not show.

There is no route to change a schedule: an edit is made of create and, once that has succeeded, delete. There is none to download either:
archives lie in the user's own storage, and where that is S3 they are fetched there.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from holdfast.providers.base import Capabilities, Field, Verb
from holdfast.providers.wordpress import Routes

NAMESPACE = "safeguard/v1"
TYPES = ("full", "files", "database", "incremental")
PARTS = ("files", "database")
FREQUENCIES = {
    "1hour": 1.0, "2hours": 2.0, "4hours": 4.0, "8hours": 8.0, "12hours": 12.0, "daily": 24.0, "weekly": 168.0, "monthly": 730.0,
}  # fmt: skip
"""The page's words, with their hours."""
MODES = ("quick", "full")
ROLES = ("full", "developer")
FILTERS = ("type", "storage")
PER_PAGE = 100

_STORAGE = Field("storage", "text", "Storage provider", help="The short name as the site lists it. Empty: the primary one.")
_ROLES_HELP = "User id of the site = full or developer."
CREATE = (_STORAGE,)
SCHEDULE = (
    Field("type", "choice", "What", required=True, choices=TYPES, default="incremental"),
    Field("frequency", "choice", "How often", required=True, choices=tuple(FREQUENCIES), default="daily"),
    _STORAGE,
    Field("time", "time", "At", default="02:00", help="HH:MM in the site's time zone; compare with the next run shown afterwards."),
    Field("keep", "number", "Keep", default=10, help="So many backups are kept by the site."),
)
STAGING = (
    Field("mode", "choice", "Mode", choices=MODES, default="quick"),
    Field("staging_roles", "pairs", "Roles of users", help=_ROLES_HELP),
)

_WP_ADMIN = "The site's interface has no call for it. Use SafeGuard in wp-admin."
_NO_DOWNLOAD = "SafeGuard has no download: its backups lie where the site uploads to. Holdfast fetches them there where that is S3."
_ROUTES: Mapping[Verb, tuple[str, str]] = {
    "create": ("POST", "backups"),
    "list": ("GET", "backups"),
    "details": ("GET", "backups/{}"),
    "progress": ("GET", "backups/{}"),
    "delete": ("DELETE", "backups/{}"),
    "restore": ("POST", "restore"),
    "storages.list": ("GET", "storage-providers"),
    "storages.test": ("POST", "storage-providers/{}/test"),
    "schedules.list": ("GET", "schedules"),
    "schedules.create": ("POST", "schedules"),
    "schedules.delete": ("DELETE", "schedules/{}"),
    "staging.create": ("POST", "staging/create"),
    "staging.settings": ("POST", "staging/{}/settings"),
    "staging.status": ("GET", "staging/active-job"),
    "migration.status": ("GET", "migrate/active-job"),
}


def capabilities_of(routes: Routes | None, bucket_slugs: Iterable[str] = ()) -> Capabilities:
    """What the page documents, less what the site's index does not show; all of it where there is no index to read (None).

    `bucket_slugs`: the storage providers of the site that are S3.
    """
    verbs: set[Verb] = {verb for verb, (method, route) in _ROUTES.items() if routes is None or routes.has(method, f"{NAMESPACE}/{route}")}
    if {"schedules.create", "schedules.delete"} <= verbs:
        verbs.add("schedules.update")
    in_buckets = bool(tuple(bucket_slugs))
    if in_buckets:
        verbs.add("download")
    why_not: dict[str, str] = {verb: _WP_ADMIN for verb in (*_ROUTES, "schedules.update", "webhooks.create") if verb not in verbs}
    if not in_buckets:
        why_not["download"] = _NO_DOWNLOAD
    return Capabilities(
        verbs=frozenset(verbs),
        types=TYPES,
        create=CREATE,
        filters=FILTERS,
        parts=PARTS,
        schedule=SCHEDULE,
        frequencies=tuple(FREQUENCIES),
        staging=STAGING,
        confirms_restore=False,
        download="bucket" if in_buckets else "none",
        why_not=why_not,
    )
