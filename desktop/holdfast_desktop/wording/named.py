"""Names that are not for reading, in words: of a schedule that Holdfast named itself, and of the fields of a record. Pure."""

from __future__ import annotations

import re
from collections.abc import Collection

from holdfast_desktop.wording.tr import tr

_OF_ITSELF = re.compile(r"(?P<whose>.+) (?P<every>daily|weekly|monthly|login|\d+hours?)(?P<number> \d+)?", re.DOTALL)


def plan_name(name: str, owners: Collection[str]) -> str:
    """The name of a schedule; ``shop daily``, as Holdfast makes it from one of its `owners` (a site or tag), in the user's language.

    A name that somebody gave stays as it is."""
    found = _OF_ITSELF.fullmatch(name)
    if found is None or found["whose"] not in owners:
        return name
    return f"{found['whose']} {_every(found['every'])}{found['number'] or ''}"


def _every(word: str) -> str:
    if word.endswith(("hour", "hours")):
        number = word.removesuffix("s").removesuffix("hour")
        return tr("1hour") if number == "1" else tr("{n}hours", n=number)
    return {"daily": tr("daily"), "weekly": tr("weekly"), "monthly": tr("monthly"), "login": tr("login")}[word]


def field_word(name: str) -> str:
    """A field of a site, storage, account, schedule or setting that changes; its own name where it has no words."""
    words = {
        "name": tr("name"),
        "path": tr("folder"),
        "url": tr("address"),
        "location": tr("place"),
        "database": tr("database"),
        "excludes": tr("what is left out"),
        "presets": tr("what is left out"),
        "storage": tr("storage"),
        "keep_in": tr("storage"),
        "account": tr("account"),
        "user": tr("user"),
        "auth": tr("way to sign in"),
        "options": tr("options"),
        "client": tr("client"),
        "tags": tr("tags"),
        "tag": tr("tags"),
        "retention": tr("how long backups stay"),
        "site": tr("site"),
        "every": tr("when"),
        "cron": tr("when"),
        "at": tr("when"),
        "on": tr("when"),
        "timezone": tr("time zone"),
        "type": tr("what is backed up"),
        "how": tr("what is backed up"),
        "enabled": tr("on or off"),
    }
    return words.get(name, name)
