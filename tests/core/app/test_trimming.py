"""What is of no use any more goes: facts about backups that are gone, sites that were removed long ago."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from holdfast.app import Holdfast
from holdfast.app.bringing_back import REMOVED
from holdfast.app.trimming import trim
from holdfast.app.watching import SEEN
from holdfast.state.catalogue import catalogue_path
from holdfast.state.remembered import recall, remember
from tests.core.app.conftest import Scene


def test_facts_stay_as_long_as_the_backup_or_a_year(ready: Scene) -> None:
    async def story(app: Holdfast) -> None:
        there = (await (await app.backups.create(["shop"])).value())["backup"]["id"]
        database = app._home.database
        for backup in (there, "of a backup that is gone"):
            for name in (SEEN, "proven", "of something else"):
                remember(database, backup, name, {})
        trim(app._home)
        assert set(recall(database, SEEN)) == {there, "of a backup that is gone"}
        trim(app._home, datetime.now(UTC) + timedelta(days=401))
        assert set(recall(database, SEEN)) == set(recall(database, "proven")) == {there}
        assert len(recall(database, "of something else")) == 2

    ready.run(story)


def test_nothing_is_forgotten_while_it_is_not_known_what_a_storage_holds(ready: Scene) -> None:
    """The catalogue is a copy that may be lost, and is made anew: its backups are not gone because of that."""

    async def story(app: Holdfast) -> None:
        there = (await (await app.backups.create(["shop"])).value())["backup"]["id"]
        home = app._home
        remember(home.database, there, "proven", {})
        repository = home.storages.all()[0].repository_id
        for left in catalogue_path(home.paths.cache, repository).parent.glob("*"):
            if left.is_file():
                left.unlink()
        trim(home, datetime.now(UTC) + timedelta(days=401))
        assert set(recall(home.database, "proven")) == {there}

    ready.run(story)


def test_a_removed_site_is_forgotten_after_a_month(ready: Scene) -> None:
    async def story(app: Holdfast) -> None:
        await app.sites.remove("shop")
        trim(app._home, datetime.now(UTC) + timedelta(days=29))
        assert len(recall(app._home.database, REMOVED)) == 1
        trim(app._home, datetime.now(UTC) + timedelta(days=31))
        assert recall(app._home.database, REMOVED) == {}

    ready.run(story)
