"""What WP Engine offers, as data. Backups and restores are of a whole install; every call that starts something mails the named addresses.

The definition that the API serves without a login (``/swagger``) shows which operations there are; archives are younger than the rest.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from holdfast.providers import values
from holdfast.providers.base import Capabilities, Field, Verb

TYPES = ("full",)
PER_PAGE = 100

_EMAILS_HELP = "WP Engine demands at least one address and mails it when done."
_INSTALL = "Choose an install first (option install)."
_ROUTES: Mapping[Verb, tuple[str, str]] = {
    "create": ("post", "/installs/{}/backups"),
    "list": ("get", "/installs/{}/backups"),
    "details": ("get", "/installs/{}/backups/{}"),
    "progress": ("get", "/installs/{}/backups/{}"),
    "restore": ("post", "/installs/{}/backups/{}/restore"),
    "archives": ("post", "/installs/{}/archives"),
    "download": ("post", "/installs/{}/archives"),
    "installs": ("get", "/installs"),
}
_SEARCHED: frozenset[Verb] = frozenset({"details", "progress"})
"""What the list serves as well where there is no route for it."""
_NEVER: Mapping[str, str] = {
    "delete": "WP Engine's API deletes no backups; it keeps them for 60 days.",
    "schedules.list": "WP Engine backs up every night by itself; its API has no schedules.",
    "schedules.create": "WP Engine backs up every night by itself; its API has no schedules.",
    "webhooks.create": "WP Engine's API has no webhooks.",
}

Operations = frozenset[tuple[str, str]]
"""(method, path) with ``{}`` for parameters."""


def operations_of(definition: object) -> Operations | None:
    """The operations in a Swagger definition; None when it is none."""
    paths = values.mapping(values.find(definition, "paths"))
    found = frozenset(
        (str(method).lower(), re.sub(r"\{[^{}/]*\}", "{}", path.rstrip("/")))
        for path, methods in list(paths.items())[:2000]
        for method in values.mapping(methods)
    )
    return found if any(path == "/installs" for _, path in found) else None


def capabilities_of(operations: Operations | None, *, install: bool, emails: Sequence[str] = ()) -> Capabilities:
    """What is documented, less what the definition does not show; all of it where that could not be read (None).

    `install`: whether one was chosen; without there is only their list. `emails`: the addresses to propose.
    """
    verbs: set[Verb] = {verb for verb, operation in _ROUTES.items() if operations is None or verb in _SEARCHED or operation in operations}
    why_not = dict(_NEVER) | {verb: "WP Engine's API does not offer it (any more)." for verb in _ROUTES if verb not in verbs}
    if not install:
        why_not |= {verb: _INSTALL for verb in verbs if verb != "installs"}
        verbs &= {"installs"}
    to_notify = Field("notification_emails", "emails", "Mail when done", required=True, default=tuple(emails), help=_EMAILS_HELP)
    return Capabilities(
        verbs=frozenset(verbs),
        types=TYPES,
        create=(to_notify,),
        restore=(
            to_notify,
            Field("restore_database", "flag", "Restore the database too", default=True),
            Field(
                "create_checkpoint", "flag", "Make a backup before", default=True, help="A checkpoint of the present state, to go back to."
            ),
        ),
        confirms_restore=False,
        download="archive" if "download" in verbs else "none",
        why_not=why_not,
    )
