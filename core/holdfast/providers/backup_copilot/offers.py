"""What Backup Copilot Pro offers, as data: the page's parameters as fields, and what a site's own route index says of the rest.

Update and delete of schedules are promised by the page but have no route there; they are offered only where the site's index shows one.
An edit is never made of create and delete: that would leave doubles behind when one of them is lost.
"""

from __future__ import annotations

from collections.abc import Mapping

from holdfast.providers.base import Capabilities, Field, Verb
from holdfast.providers.wordpress import Routes

NAMESPACE = "bkpc/v1"
TYPES = ("full", "database", "files")
PARTS = ("database", "files", "plugins", "themes", "uploads")
FREQUENCIES = ("hourly", "daily", "weekly", "monthly")
"""The page shows the first two, the plugin's readme names the others. Any other word is read, never written."""
EVENTS = ("backup.completed", "backup.failed", "restore.completed")
FILTERS = ("type", "status", "order", "orderby")
PER_PAGE = 100

_CLOUD = (
    Field("cloud_upload", "flag", "Upload to the cloud afterwards", default=False),
    Field(
        "provider", "text", "Cloud provider", help="As the site names it, for example dropbox or google_drive. Empty: the site's default."
    ),
)
_MAIL = Field("send_notification", "flag", "Mail when done", default=False, help="The site mails its own recipients.")
CREATE = (*_CLOUD, _MAIL, Field("metadata", "pairs", "Notes", help="Kept with the backup on the site."))
DELETE = (Field("delete_cloud", "flag", "Delete the cloud copy as well", default=False),)
SCHEDULE = (
    Field("name", "text", "Name", required=True),
    Field("frequency", "choice", "How often", required=True, choices=FREQUENCIES, default="daily"),
    Field("time", "time", "At", help="In the zone of the site, or UTC: compare with the next run shown afterwards."),
    Field("type", "choice", "What", choices=TYPES, default="full"),
    Field("enabled", "flag", "Switched on", default=True),
    Field("keep_days", "number", "Keep for days"),
    *_CLOUD,
    _MAIL,
)

_WP_ADMIN = "The site's interface has no call for it. Use Backup Copilot in wp-admin."
_ROUTES: Mapping[Verb, tuple[tuple[str, str], ...]] = {
    "create": (("POST", "backup/create"),),
    "list": (("GET", "backup/list"),),
    "details": (("GET", "backup/{}"),),
    "progress": (("GET", "backup/{}/status"),),
    "download": (("POST", "backup/{}/download"), ("GET", "backup/{}/download")),
    "delete": (("DELETE", "backup/{}"),),
    "restore": (("POST", "backup/{}/restore"),),
    "schedules.list": (("GET", "schedule/list"),),
    "schedules.create": (("POST", "schedule/create"),),
    "webhooks.create": (("POST", "webhooks/create"),),
}


def update_way(routes: Routes | None) -> tuple[str, str] | None:
    """(method, route) by which this site changes a schedule, None when it shows none."""
    methods = ("PUT", "PATCH", "POST")
    return _way(routes, *((method, f"schedule/{{}}{end}") for end in ("", "/update") for method in methods))


def delete_way(routes: Routes | None) -> tuple[str, str] | None:
    """The same for deleting one."""
    return _way(routes, ("DELETE", "schedule/{}"), ("DELETE", "schedule/{}/delete"), ("POST", "schedule/{}/delete"))


def capabilities_of(routes: Routes | None) -> Capabilities:
    """What the page documents, less what the site's index does not show; all of it where there is no index to read (None)."""
    verbs: set[Verb] = {verb for verb, ways in _ROUTES.items() if routes is None or _way(routes, *ways)}
    if update_way(routes):
        verbs.add("schedules.update")
    if delete_way(routes):
        verbs.add("schedules.delete")
    expected: tuple[Verb, ...] = (*_ROUTES, "schedules.update", "schedules.delete")
    return Capabilities(
        verbs=frozenset(verbs),
        types=TYPES,
        create=CREATE,
        filters=FILTERS,
        parts=PARTS,
        delete=DELETE,
        schedule=SCHEDULE,
        frequencies=FREQUENCIES,
        confirms_restore=routes is None or _way(routes, ("GET", "restore/{}/status")) is not None,
        progress="steps" if "progress" in verbs else "status",
        download="link" if "download" in verbs else "none",
        why_not={verb: _WP_ADMIN for verb in expected if verb not in verbs},
    )


def _way(routes: Routes | None, *wanted: tuple[str, str]) -> tuple[str, str] | None:
    """The first of (method, route) that the site shows."""
    return next(((method, route) for method, route in wanted if routes and routes.has(method, f"{NAMESPACE}/{route}")), None)
