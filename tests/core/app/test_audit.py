"""The audit trail: every call to a site, who, when, what, outcome; as files without formulas and without secrets."""

from __future__ import annotations

import csv
import json
import stat
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from holdfast.app import Holdfast
from holdfast.app.auditing import export, safe_cell
from holdfast.errors import HoldfastError, StorageError, UsageError
from holdfast.secret import Secret
from holdfast.state.database import Database
from holdfast.state.remembered import note, this_user
from holdfast.state.schema import MIGRATIONS
from tests.core.app.conftest import Scene
from tests.support.fakes.backup_copilot_site import archive_of
from tests.support.fakes.clocks import SimulatedClock
from tests.support.fakes.passwords import FakeWithPasswords
from tests.support.fakes.wp_engine import INSTALL, ArchiveJob, FakeWPEngine

PASSWORD = "abcd efgh ijkl mnop qrst uvwx"


async def rows(app: Holdfast) -> list[Any]:
    return list(reversed((await app.audit(limit=1000)).items))


def test_every_call_is_in_the_trail_with_who_and_outcome(scene: Scene) -> None:
    """Adding, listing, a download, deleting, rotating: changes before and after, links singly, reads summed up per job."""
    with FakeWithPasswords(clock=SimulatedClock(datetime.now(UTC))) as site:
        one = site.add_backup()

        async def story(app: Holdfast) -> Any:
            await app.sites.add("shop", system="backup-copilot", url=site.home, user="ada", secret=Secret(PASSWORD))
            begin = len(await rows(app))
            await app.backups.list("shop")
            listed = await rows(app)
            await (await app.backups.download("shop", one.uuid, to=f"{scene.folder}/there/")).value()
            got = await rows(app)
            await (await app.backups.delete("shop", [one.uuid])).value()
            deleted = await rows(app)
            await app.sites.rotate("shop")
            return listed[begin:], got[len(listed) :], deleted[len(got) :], (await rows(app))[len(deleted) :]

        listed, got, deleted, rotated = scene.run(story)
        asked = len(site.log)
    assert [(row.action, row.outcome) for row in listed] == [("call: 1 reads", "ok")]
    links = [row for row in got if "LINK" in row.action]
    assert [row.action for row in links] == [f"call: LINK {one.uuid}"]
    route = f"bkpc/v1/backup/{one.uuid}"
    assert [row.outcome for row in got if row.action == f"call: POST {route}/download"] == ["asked", "ok"]
    assert [row.outcome for row in deleted if row.action == f"call: DELETE {route}"] == ["asked", "ok"]
    mine = "wp/v2/users/me/application-passwords"
    assert [row.outcome for row in rotated if row.action == f"call: POST {mine}"] == ["asked", "ok"]
    assert [row.outcome for row in rotated if row.action == f"call: DELETE {mine}/first"] == ["asked", "ok"]
    every = [*listed, *got, *deleted, *rotated]
    assert all(row.who == this_user() for row in every)
    assert all(row.account == "shop (ada)" for row in every if row.action.startswith("call:"))
    assert asked >= sum(row.details.get("count", 1) for row in every if row.action.startswith("call:") and row.outcome != "asked") - len(
        links
    )
    said = json.dumps([[row.action, row.subject, str(row.details)] for row in every])
    assert not any(secret in said for secret in (PASSWORD, PASSWORD.replace(" ", ""), *site.passwords.values(), *site.links))


def test_a_link_that_a_site_shows_in_a_list_is_in_the_trail_as_well(scene: Scene) -> None:
    """WP Engine names the link of an archive when archives are listed: no call of its own, and yet a row of its own."""
    with FakeWPEngine(clock=SimulatedClock(datetime.now(UTC))) as server:
        backup = server.add_backup()

        async def story(app: Holdfast) -> Any:
            words: dict[str, Any] = {"install": INSTALL, "notification_emails": ["me@example.org"]}
            await app.sites.add("shop", system="wp-engine", url=server.base, user="api-user", secret=Secret(server.password), **words)
            path = archive_of("full", "archive", scene.folder / "archive.zip")
            server.archives["archive"] = ArchiveJob("archive", backup.id, server.now - timedelta(minutes=9), 1.0, path=path)
            await (await app.backups.download("shop", backup.id, to=f"{scene.folder}/there/")).result()
            return await rows(app)

        found = scene.run(story)
    assert [row.action for row in found if "LINK" in row.action] == [f"call: LINK {backup.id}"]


def test_a_refused_call_is_in_the_trail_with_its_code(scene: Scene) -> None:
    with FakeWithPasswords(clock=SimulatedClock(datetime.now(UTC))) as site:

        async def story(app: Holdfast) -> Any:
            await app.sites.add("shop", system="backup-copilot", url=site.home, user="ada", secret=Secret(PASSWORD))
            site.passwords.clear()
            finished = await (await app.backups.create(["shop"])).result()
            with pytest.raises(HoldfastError):
                await app.backups.list("shop")
            return finished, await rows(app)

        finished, found = scene.run(story)
    assert finished.outcome == "failed"
    assert any(row.action.endswith("reads") and row.outcome == "1 failed" for row in found)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("=1+1", "'=1+1"),
        ("+49", "'+49"),
        ("-2", "'-2"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        (" =1", "' =1"),
        ('"=1', "'\"=1"),
        ("＝1", "'＝1"),
        ("\x00=1", "'=1"),
        ("plain = text", "plain = text"),
        ("", ""),
    ],
)
def test_no_cell_is_a_formula(text: str, shown: str) -> None:
    assert safe_cell(text) == shown


def trail(folder: Path, count: int) -> Database:
    database = Database(folder / "state.db", MIGRATIONS)
    for number in range(count):
        note(database, "=cmd|' /C calc'!A0" if number == 0 else f"call: {number}", 'a "quoted",\nname', "ok", host=f"h{number}", n=number)
    return database


def test_all_rows_are_exported_in_order_and_the_file_is_private(tmp_path: Path) -> None:
    """More than one page of them; CSV and JSON Lines hold the same; mode 0600; what was there is replaced."""
    database = trail(tmp_path, 2345)
    for name in ("out.csv", "out.jsonl"):
        (tmp_path / name).write_text("old")
        assert export(database, tmp_path / name) == 2345
        assert stat.S_IMODE((tmp_path / name).stat().st_mode) == 0o600
    with (tmp_path / "out.csv").open(newline="", encoding="utf-8") as stream:
        table = list(csv.DictReader(stream))
    lines = [json.loads(line) for line in (tmp_path / "out.jsonl").read_text().splitlines()]
    database.close()
    assert len(table) == len(lines) == 2345
    assert table[0]["action"].startswith("'=cmd")
    assert [row["number"] for row in table] == [str(one["number"]) for one in lines]
    assert (table[7]["subject"], table[7]["who"]) == ('a "quoted",\nname', this_user())
    assert lines[7]["details"] == {"host": "h7", "n": 7}
    assert not [one for one in tmp_path.iterdir() if one.name.startswith(".out")]


def test_an_export_that_fails_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    database = trail(tmp_path, 3)
    (tmp_path / "out.csv").write_text("old")

    def full(_: object) -> None:
        raise OSError(28, "No space left on device")

    with pytest.raises(UsageError):
        export(database, tmp_path / "out.xlsx")
    with pytest.raises(StorageError):
        export(database, tmp_path / "nowhere" / "out.csv")
    monkeypatch.setattr("holdfast.app.auditing._csv_line", full)
    with pytest.raises(StorageError):
        export(database, tmp_path / "out.csv")
    database.close()
    assert (tmp_path / "out.csv").read_text() == "old"
    assert not [one for one in tmp_path.iterdir() if one.name.startswith(".out")]


def test_a_trail_in_pages(scene: Scene) -> None:
    async def story(app: Holdfast) -> None:
        for number in range(5):
            await app.storages.add(f"s{number}", f"{scene.folder}/r{number}", Secret("password password"))
        first, second = await app.audit(limit=3), await app.audit(limit=3, page=2)
        assert first.total == second.total == 5
        numbers = [row.number for row in (*first.items, *second.items)]
        assert numbers == sorted(numbers, reverse=True)
        assert len(numbers) == 5
        with pytest.raises(UsageError):
            await app.audit(limit=0)

    scene.run(story)
