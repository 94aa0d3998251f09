"""What is known of a storage without opening it: how it grew, who uses it, what its key may do; and a storage that moved."""

from __future__ import annotations

import os
import shutil
import socket
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from holdfast.app import Holdfast
from holdfast.app.storage_views import size_points
from holdfast.errors import HoldfastError, NetworkError, UsageError
from holdfast.jobs.messages import AnyRequest, RecoveryKit
from holdfast.records import Backup
from holdfast.repository.lock_files import encode_lock
from holdfast.secret import Secret
from holdfast.storage.local import LocalStorage
from tests.core.app.conftest import Scene


def at(day: int, hour: int = 12) -> datetime:
    return datetime(2026, 11, day, hour, tzinfo=UTC)


def test_sizes_grow_with_the_backups_that_are_there() -> None:
    backups = [
        Backup("b", "shop", created_at=at(2, 15), size=110, metadata={"added": 20}),
        Backup("a", "shop", created_at=at(2), size=100, metadata={"added": 60}),
        Backup("c", "cafe", created_at=at(5), size=50, metadata={}),
        Backup("d", "nobody knows when"),
    ]
    points = size_points(backups, {"a": 70})
    assert [(p.day, p.backups, p.stored, p.original) for p in points] == [("2026-11-02", 2, 90, 210), ("2026-11-05", 3, 90, 260)]


def test_a_storage_tells_its_sizes_and_rights_without_being_opened(ready: Scene) -> None:
    async def story(app: Holdfast) -> None:
        await (await app.backups.create(["shop"])).value()
        await app.storages.sync("disk")
        (ready.site / "more.bin").write_bytes(os.urandom(200_000))
        await (await app.backups.create(["shop"])).value()
        await app.storages.sync("disk")
        points = await app.storages.sizes("disk")
        assert len(points) == 1
        assert points[0].backups == 2
        assert points[0].stored > 300_000
        assert points[0].original > points[0].stored
        assert (await app.storages.show("disk")).rights == {}
        await app.storages.test("disk")
        rights = (await app.storages.show("disk")).rights
        assert {line["name"]: line["ok"] for line in rights["checks"]}["delete"] is True
        stats = await app.storages.stats("disk")
        assert (await app.storages.sizes("disk"))[-1].stored == sum(one["added"] for one in stats["backups"])

    ready.run(story)


def test_a_storage_that_is_away_is_known_until_it_is_back(ready: Scene) -> None:
    """An unplugged disk: by the job that failed, and by a test, which makes no place where one should be."""
    away = ready.folder / "away"

    async def trouble(app: Holdfast) -> str:
        return str((await app.storages.show("disk")).trouble.get("code", ""))

    async def story(app: Holdfast) -> None:
        assert (await trouble(app), await app.storages.missing()) == ("", frozenset())
        ready.repository.rename(away)
        assert await app.storages.missing() == {"disk"}
        await (await app.storages.check("disk")).result()
        assert await trouble(app) == "REPO-NOT-FOUND"
        assert not (await app.storages.test("disk")).ok
        assert await trouble(app) == "STORAGE-MISSING"
        assert not ready.repository.exists(), "a test leaves nothing behind"
        away.rename(ready.repository)
        assert (await app.storages.test("disk")).ok
        assert await trouble(app) == ""

    ready.run(story)


def test_who_keeps_a_storage_busy_is_known_until_work_goes_on(ready: Scene) -> None:
    async def story(app: Holdfast) -> None:
        lock = encode_lock(True, datetime.now(UTC).timestamp()).replace(socket.gethostname().encode(), b"studio")
        from holdfast.repository.repository import Repository

        repository = Repository.open(LocalStorage(ready.repository), Secret("repository password"))
        repository.save_file("locks", lock)
        found = await app.storages.locks("disk")
        assert [(one["host"], one["state"]) for one in found] == [("studio", "in use")]
        seen = (await app.storages.show("disk")).lock
        assert (seen["host"], seen["own"]) == ("studio", False)
        assert len(list((ready.repository / "locks").iterdir())) == 1, "looking removes nothing"
        assert (await app.storages.unlock("disk"))["left"], "somebody is at work"
        assert (await app.storages.show("disk")).lock["host"] == "studio"
        await app.storages.unlock("disk", force=True)
        assert (await app.storages.show("disk")).lock == {}

    ready.run(story)


def test_a_storage_that_moved_is_found_again_and_another_is_refused(ready: Scene, tmp_path: Path) -> None:
    async def story(app: Holdfast) -> None:
        moved = tmp_path / "moved"
        shutil.copytree(ready.repository, moved)
        shutil.rmtree(ready.repository)
        view = await app.storages.edit("disk", location=str(moved))
        assert view.location == str(moved)
        await (await app.backups.create(["shop"])).value()
        await app.storages.add("other", str(tmp_path / "other"), Secret("repository password"))
        with pytest.raises(UsageError) as refused:
            await app.storages.edit("disk", location=str(tmp_path / "other"))
        assert refused.value.code == "REPO-CHANGED"
        with pytest.raises(HoldfastError):
            await app.storages.edit("disk", location=str(tmp_path / "nowhere"))
        assert (await app.storages.show("disk")).location == str(moved)

    ready.run(story)


def test_a_rule_that_is_none_is_refused(ready: Scene) -> None:
    async def story(app: Holdfast) -> Any:
        with pytest.raises(UsageError):
            await app.storages.edit("disk", retention="sometimes")
        return (await app.storages.edit("disk", retention="last=3")).retention

    assert ready.run(story) == "last=3"


def test_a_recovery_key_that_was_saved_is_remembered_until_the_password_changes(ready: Scene) -> None:
    async def story(app: Holdfast) -> None:
        assert await app.storages.kits_saved() == {}
        await app.storages.note_kit_saved("disk")
        assert set(await app.storages.kits_saved()) == {"disk"}
        await app.storages.keys.change("disk")
        assert await app.storages.kits_saved() == {}  # the page that was saved does not open it any more

    ready.run(story)


def test_a_saved_recovery_key_does_not_count_once_its_password_is_gone_whatever_fails_then(
    ready: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def story(app: Holdfast) -> None:
        await app.storages.note_kit_saved("disk")
        query = app._home.query

        async def fails_at_the_kit(request: AnyRequest) -> dict[str, Any]:
            if isinstance(request, RecoveryKit):
                raise NetworkError("The line was cut.")
            return await query(request)

        monkeypatch.setattr(app._home, "query", fails_at_the_kit)
        with pytest.raises(NetworkError):
            await app.storages.keys.change("disk")
        assert len(await app.storages.keys.list("disk")) == 1, "the old key is gone"
        assert await app.storages.kits_saved() == {}

    ready.run(story)
