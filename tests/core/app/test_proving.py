"""How well sites are proven, which drills are due, and the reading back of what the storages hold."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec
import pytest

from holdfast.app import Holdfast
from holdfast.app.proving import LAST
from holdfast.app.reading_back import CIRCLE, turn_of
from holdfast.engine.check_packs import choose_turn
from holdfast.errors import UsageError
from holdfast.records import StorageEntry
from holdfast.state.remembered import remember
from tests.core.app.conftest import Scene


def now() -> datetime:
    return datetime.now(UTC)


def test_a_drill_is_due_at_once_then_monthly_and_its_evidence_stays(ready: Scene) -> None:
    async def story(app: Holdfast) -> None:
        assert await app.backups.drills_due() == []  # nothing to drill yet
        await (await app.backups.create(["shop"])).value()
        assert [site.name for site in await app.backups.drills_due()] == ["shop"]
        assert await app.backups.proof("shop") == {}
        drill = await (await app.backups.drill("shop")).value()
        assert (drill["verdict"], drill["level"]) == ("proven", "loaded")
        proof = await app.backups.proof("shop")
        assert (proof["verdict"], proof["level"], proof["backup"]) == ("proven", "loaded", drill["backup_id"])
        assert proof["numbers"]["loaded"]["rows"] == 1
        assert proof["numbers"]["database"]["rows"] == 1
        assert proof["proven_at"]
        assert await app.backups.drills_due() == []
        assert await app.backups.drills_due(now() + timedelta(days=29)) == []
        assert [site.name for site in await app.backups.drills_due(now() + timedelta(days=31))] == ["shop"]
        await app.settings.set("drill_days", 0)
        assert await app.backups.drills_due(now() + timedelta(days=31)) == []

    ready.run(story)


def test_a_drill_takes_the_whole_site_however_young_its_database_is(ready: Scene) -> None:
    async def story(app: Holdfast) -> None:
        whole = (await (await app.backups.create(["shop"])).value())["backup"]
        half = (await (await app.backups.create(["shop"], type="database")).value())["backup"]
        assert (await (await app.backups.drill("shop")).value())["backup_id"] == whole["id"]
        assert (await (await app.backups.drill("shop", half["id"])).value())["backup_id"] == half["id"]

    ready.run(story)


def test_what_a_restore_set_aside_is_no_backup_that_the_verdict_counts(ready: Scene) -> None:
    """Made of a broken site, it would be called its last good backup."""

    async def story(app: Holdfast) -> None:
        made = (await (await app.backups.create(["shop"])).value())["backup"]
        (ready.site / "broken.php").write_text("<?php exit;")
        restored = await (await app.backups.restore("shop", made["id"])).value()
        assert restored["safety_backup"]["id"] != made["id"]
        view = await app.sites.show("shop")
        assert view.last_backup is not None
        assert view.last_backup.id == made["id"]

    ready.run(story)


def test_a_failed_drill_is_due_again_when_there_is_a_newer_backup(ready: Scene) -> None:
    """C1: red until a later drill goes well; the proof before stays known with its age."""

    async def story(app: Holdfast) -> None:
        await (await app.backups.create(["shop"])).value()
        await (await app.backups.drill("shop")).value()
        (ready.site / "new.bin").write_bytes(bytes(range(256)) * 4000)
        await (await app.backups.create(["shop"])).value()
        spoil_newest(ready.repository)
        finished = await (await app.backups.drill("shop")).result()
        assert (finished.outcome, finished.result["verdict"]) == ("failed", "failed")
        view = await app.sites.show("shop")
        assert view.status == "failed"
        assert "DRILL-FAILED" in [reason.code for reason in view.reasons]
        proof = await app.backups.proof("shop")
        assert (proof["verdict"], proof["not_good"]) == ("failed", ["restored"])
        assert proof["proven_at"] < proof["at"]
        later = now() + timedelta(hours=7)
        assert await app.backups.drills_due(later) == []
        (ready.site / "new.bin").unlink()
        await (await app.backups.create(["shop"])).value()
        assert [site.name for site in await app.backups.drills_due(later)] == ["shop"]

    ready.run(story)


def test_what_was_read_and_not_loaded_stays_a_warning_however_long_ago(ready: Scene) -> None:
    """Never green: also once the drill has left the history that is looked at."""

    async def story(app: Holdfast) -> None:
        await (await app.backups.create(["shop"])).value()
        site = (await app.sites.show("shop")).id
        evidence = {"backup": "b", "job": "a job long ago", "verdict": "warning", "level": "read", "numbers": {}, "not_good": ["loaded"]}
        for half, code in ((["read, not loaded: no server"], "READ-NOT-LOADED"), (["no wp-config"], "DRILL-WARNING")):
            remember(app._home.database, site, LAST, {**evidence, "half": half})
            view = await app.sites.show("shop")
            assert (view.status, [reason.code for reason in view.reasons], view.proven_at) == ("warning", [code], None)

    ready.run(story)


def spoil_newest(repository: Path) -> None:
    packs = sorted((path for path in (repository / "data").rglob("*") if path.is_file()), key=lambda path: path.stat().st_mtime_ns)
    for pack in packs[-2:]:
        content = bytearray(pack.read_bytes())
        content[20] ^= 1
        pack.chmod(0o600)
        pack.write_bytes(content)


def test_a_disk_is_read_back_within_thirty_days(ready: Scene) -> None:
    """C1: every pack once a round, whatever the steps; damage is found, and found again the next time."""

    async def story(app: Holdfast) -> None:
        for number in range(4):
            (ready.site / f"{number}.bin").write_bytes(bytes([number]) * 100_000)
            await (await app.backups.create(["shop"])).value()
        assert [one.name for one in await app.storages.read_backs_due()] == ["disk"]
        total = len([path for path in (ready.repository / "data").rglob("*") if path.is_file()])
        moment, read = now(), 0
        for days in (0, 9, 9, 12):
            moment += timedelta(days=days)
            result = await (await app.storages.read_back("disk", moment)).value()
            read += result["packs_read"]
        assert read >= total
        with pytest.raises(UsageError):
            await app.storages.read_back("disk", now() + timedelta(hours=1))
        spoil_newest(ready.repository)
        for _ in range(2):
            finished = await (await app.storages.read_back("disk", now() + timedelta(days=90))).result()
            assert finished.outcome == "failed"

    ready.run(story)


def test_a_remote_storage_has_a_budget_and_an_archive_is_never_read(ready: Scene) -> None:
    async def story(app: Holdfast) -> None:
        home = app._home
        remote = StorageEntry("r", "cloud", "s3:https://s3.example.org/bucket")
        fact = {"cursor": 7, "at": (now() - timedelta(days=15)).isoformat()}
        assert turn_of(home, remote, fact, now() + timedelta(seconds=1)).startswith(f"turn:00000007:{CIRCLE}:50000")
        assert turn_of(home, remote, {"cursor": 7, "at": (now() - timedelta(days=6)).isoformat()}, now()) == ""
        for word in ("GLACIER_IR", "DEEP_ARCHIVE"):
            assert turn_of(home, msgspec.structs.replace(remote, options={"storage_class": word}), fact, now()) == ""

    ready.run(story)


def test_turns_go_round_the_circle_and_keep_to_the_budget() -> None:
    packs = {f"{at:08x}" + "0" * 56: 10 for at in range(0, CIRCLE, CIRCLE // 16)}
    seen: list[str] = []
    cursor = 3 * CIRCLE // 4
    for _ in range(4):
        chosen, cursor = choose_turn(packs, (cursor, CIRCLE, 45))
        assert len(chosen) == 4
        seen += chosen
    assert sorted(seen) == sorted(packs)
    assert choose_turn(packs, (cursor, CIRCLE, 5)) == ([], cursor)
    assert choose_turn(packs, (0, CIRCLE // 2, 0))[1] == CIRCLE // 2
