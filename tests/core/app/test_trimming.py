"""What is of no use any more goes: facts about backups that are gone."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from holdfast.app import Holdfast
from holdfast.app.trimming import trim
from holdfast.app.watching import SEEN
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
