"""What is asked before there is a site: whether a sign-in does, what a plan would cost, what leaving out would save."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from holdfast.app import Holdfast
from holdfast.errors import AuthRejected, NotFound, UsageError
from holdfast.secret import Secret
from tests.core.app.conftest import Scene
from tests.support.fakes.backup_copilot import FakeBackupCopilot
from tests.support.fakes.clocks import SimulatedClock

PASSWORD = "abcd efgh ijkl mnop qrst uvwx"


def test_a_sign_in_is_tried_without_a_trace_and_then_stored_by_adding_the_site(scene: Scene) -> None:
    with FakeBackupCopilot(clock=SimulatedClock(datetime.now(UTC))) as site:

        async def story(app: Holdfast) -> Any:
            tried = await app.sites.try_sign_in(
                "backup-copilot", url=site.home, user="ada", secret=Secret(PASSWORD), auth="application-password"
            )
            before = (list(await app.accounts.list()), list(await app.sites.list()))
            assert PASSWORD.replace(" ", "") not in repr(tried)
            with pytest.raises(AuthRejected):
                await app.sites.try_sign_in("backup-copilot", url=site.home, user="ada", secret=Secret("wrong wrong"))
            view = await app.sites.add("shop", system="backup-copilot", sign_in=tried.sign_in)
            assert (await app.backups.list("shop")).total == 0
            return tried, before, view

        tried, before, view = scene.run(story)
    assert before == ([], [])
    assert tried.identity["user"] == "ada"
    assert "create" in tried.capabilities["verbs"]
    assert tried.newest_size is None, "no backup is there yet"
    assert view.system == "backup-copilot"


def test_what_a_plan_costs_is_told_for_a_site_that_is_not_there_yet(scene: Scene) -> None:
    async def story(app: Holdfast) -> Any:
        with pytest.raises(UsageError):
            await app.conditions.cost_of_new(7, every="never")
        daily = await app.conditions.cost_of_new(31_000_000_000, every="daily", has_database_type=True)
        weekly = await app.conditions.cost_of_new(31_000_000_000, every="weekly", has_database_type=True)
        return daily, weekly

    daily, weekly = scene.run(story)
    assert daily.bytes_per_day == 31_000_000_000
    assert daily.cheaper is not None
    assert 4_000_000_000 < daily.cheaper.bytes_per_day < 8_000_000_000
    assert weekly.bytes_per_day < 5_000_000_000
    assert weekly.cheaper is None, "there is nothing to save"


def test_what_each_preset_would_leave_out_is_measured(scene: Scene, tmp_path: Path) -> None:
    site = tmp_path / "measured"
    for name, size in {
        "index.php": 10,
        "wp-content/cache/deep/page.html": 1000,
        "wp-content/updraft/site.zip": 5000,
        "wp-content/themes/one/node_modules/left-pad/index.js": 300,
        "wp-content/debug.log": 40,
        "wp-content/uploads/photo.jpg": 700,
    }.items():
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_bytes(b"x" * size)

    async def story(app: Holdfast) -> Any:
        return await app.sites.inspect_folder(site, database="none")

    facts = scene.run(story)
    assert facts.savings == {"caches": 1000, "backups": 5000, "development": 300, "logs": 40}
    assert facts.bytes == 7050


def test_a_storage_that_must_be_there_is_not_made_in_the_wrong_place(scene: Scene, tmp_path: Path) -> None:
    async def story(app: Holdfast) -> Any:
        with pytest.raises(NotFound) as none:
            await app.storages.add("old", str(tmp_path / "nothing"), Secret("mine"), must_exist=True)
        return none.value, list(await app.storages.list())

    error, storages = scene.run(story)
    assert error.code == "REPO-NOT-FOUND"
    assert storages == []
    assert not (tmp_path / "nothing").exists()
