"""What deserves a second look, per site: judged when a worker tells what a new backup looks like, kept until it is gone or confirmed."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import msgspec

from holdfast.app.home import Home
from holdfast.jobs.messages import Watched
from holdfast.records import Site
from holdfast.state.remembered import note, recall, revise
from holdfast.watchfulness import Facts, Finding, Standing, confirm, fold

STANDING = "watched"
"""A fact of a site: its `Standing`."""
SEEN = "seen in backup"
"""A fact of a backup: its `Facts`, when there was something worth a look in it."""


def standings(home: Home) -> dict[str, Standing]:
    """By site id. Blocks: within `Home.ask`."""
    return {site_id: _standing(value) for site_id, value in recall(home.database, STANDING).items()}


def judge_backup(home: Home, event: Watched) -> None:
    """Blocks: within `Home.ask`."""

    def change(value: dict[str, Any]) -> dict[str, Any]:
        kept: dict[str, Any] = msgspec.to_builtins(fold(_standing(value), event.facts))
        return kept

    revise(home.database, event.site_id, STANDING, change)
    if fold(Standing(), event.facts).findings:
        revise(home.database, event.facts.backup, SEEN, lambda _: _plain(event.facts))


async def confirm_site(home: Home, name: str) -> tuple[Finding, ...]:
    """A person has looked and says that all of it is meant: what stood until now. NotFound for an unknown site."""

    def change(site: Site) -> tuple[Finding, ...]:
        stood: list[Finding] = []

        def confirmed(value: dict[str, Any]) -> dict[str, Any]:
            before = _standing(value)
            stood.extend(before.in_order())
            return _plain(confirm(before, datetime.now(UTC)))

        revise(home.database, site.id, STANDING, confirmed)
        note(home.database, "site confirmed", site.name, findings=[one.code for one in stood])
        return tuple(stood)

    return await home.ask(lambda: change(home.sites.get(name)))


def _standing(value: dict[str, Any]) -> Standing:
    return msgspec.convert(value, Standing)


def _plain(value: Facts | Standing) -> dict[str, Any]:
    plain: dict[str, Any] = msgspec.to_builtins(value)
    return plain
