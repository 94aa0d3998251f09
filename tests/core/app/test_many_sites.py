"""Many sites at once: installs of an account, a CSV file, rotation by tag; schedules on sites; databases that restores set aside."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from holdfast.app import Holdfast
from holdfast.cli.site_import import Row, import_sites
from holdfast.errors import NotFound, Unsupported, UsageError
from holdfast.records import Backup
from holdfast.secret import Secret
from tests.core.app.conftest import Scene
from tests.support.fakes.backup_copilot import FakeBackupCopilot, Ways
from tests.support.fakes.clocks import SimulatedClock
from tests.support.fakes.general_bots import FakeGeneralBots
from tests.support.fakes.passwords import FakeWithPasswords
from tests.support.fakes.safeguard import FakeSafeGuard
from tests.support.fakes.wp_engine import INSTALL, FakeWPEngine

PASSWORD = "abcd efgh ijkl mnop qrst uvwx"


def now() -> SimulatedClock:
    return SimulatedClock(datetime.now(UTC))


def lines_of(scene: Scene, text: str, *, dry_run: bool = False) -> list[Row]:
    (scene.folder / "sites.csv").write_text(text)
    (scene.folder / "secret").write_text(PASSWORD + "\n")
    rows: list[Row] = scene.run(lambda app: import_sites(app, str(scene.folder / "sites.csv"), dry_run=dry_run))
    return rows


def test_an_import_adds_folders_and_sites_with_a_service_and_tells_what_is_missing(ready: Scene) -> None:
    """A folder, a site found by its address, one without a password, one whose plugin is not there, one that is nowhere: each by itself."""
    with FakeBackupCopilot(clock=now()) as site:
        text = (
            "name,system,path,url,user,secret_file,tags\n"
            f"one,,{ready.site},,,,\n"
            f"two,,,{site.home},ada,secret,shop red\n"
            f"three,backup-copilot,,{site.home},ada,,\n"
            f"four,safeguard,,{site.home},ada,secret,\n"
            f"five,backup-copilot,,{site.home},ada,not-there,\n"
            f"six,folder,{ready.site}/nowhere,,,,\n"
        )
        looked = lines_of(ready, text, dry_run=True)
        assert [row.ok for row in looked] == [True, True, False, False, True, False]
        assert len(ready.run(lambda app: app.sites.list())) == 1
        rows = lines_of(ready, text)
        views = ready.run(lambda app: app.sites.list())
        accounts = ready.run(lambda app: app.accounts.list())
    assert [row.ok for row in rows] == [True, True, False, False, False, False]
    assert rows[1].system == "backup-copilot"
    assert rows[2].missing == ("secret_file (or account)",)
    assert rows[3].missing == ("safeguard active on the site (there: backup-copilot)",)
    assert "not-there" in rows[4].message
    assert [view.name for view in views] == ["one", "shop", "two"]
    assert next(view for view in views if view.name == "two").tags == ("shop", "red")
    assert [account.name for account in accounts] == ["two"]


def test_a_wrong_password_in_an_import_leaves_nothing_half_added(ready: Scene) -> None:
    with FakeBackupCopilot(clock=now()) as site:
        rows = lines_of(ready, f"name,url,user,secret_file\ntwo,{site.home},ed,secret\n")
        assert not rows[0].ok
        assert ready.run(lambda app: app.accounts.list()) == []


@pytest.mark.parametrize("text", ["name,colour\na,b\n", "path\n/x\n", "name,path\na,/x\nA,/y\n", 'name,path\n"a,/x\n'])
def test_what_is_no_list_of_sites(ready: Scene, text: str) -> None:
    with pytest.raises(UsageError):
        lines_of(ready, text)


def test_all_installs_of_an_account(scene: Scene) -> None:
    """One credential, each install a site; a second time nothing is left to add; one that is not reached is named."""
    with FakeWPEngine(clock=now()) as server:

        async def story(app: Holdfast) -> Any:
            await app.accounts.add("host", system="wp-engine", url=server.base, user="api-user", secret=Secret(server.password))
            reached = await app.accounts.reaches("host")
            rows = await app.sites.add_installs("wpe", "host", notification_emails=["me@example.org"], tags=["t"])
            again = await app.sites.add_installs("wpe", "host")
            with pytest.raises(NotFound):
                await app.sites.add_installs("wpe", "host", ["nonsense"])
            return reached, rows, again, await app.sites.list(tag="t")

        reached, rows, again, views = scene.run(story)
    assert INSTALL in {one["id"] for one in reached}
    assert len(rows) == len(reached) == len(views)
    assert all("failure" not in row for row in rows)
    assert again == []


def test_rotation_by_tag_exchanges_each_password_once(scene: Scene) -> None:
    """Two sites share one account, another has its own: two new passwords, the old ones are gone; a site whose site is down says so."""
    with FakeWithPasswords(clock=now()) as one, FakeWithPasswords(clock=now()) as two:

        async def story(app: Holdfast) -> Any:
            words: dict[str, Any] = {"system": "backup-copilot", "tags": ["red"]}
            await app.accounts.add("shared", system="backup-copilot", url=one.home, user="ada", secret=Secret(PASSWORD))
            await app.sites.add("a", account="shared", url=one.home, **words)
            await app.sites.add("b", account="shared", url=one.home, **words)
            await app.sites.add("c", url=two.home, user="ada", secret=Secret(PASSWORD), **words)
            rows = await app.sites.rotate_all(tag="red")
            for name in "abc":
                await app.sites.test_service(name)
            two.passwords.clear()
            again = await app.sites.rotate_all(tag="red")
            with pytest.raises(NotFound):
                await app.sites.rotate_all(tag="blue")
            return rows, again

        rows, again = scene.run(story)
        assert [(row["site"], row["revoked"]) for row in rows] == [("a", True), ("c", True)]
        assert len(one.passwords) == 1
        assert "first" not in one.passwords
    assert again[0]["revoked"] is True
    assert again[1]["failure"]["kind"] == "auth"


def test_a_password_that_is_younger_than_the_backup_is_warned_of(scene: Scene) -> None:
    """A restored database forgets a password that was made later (apis.md 0.6)."""
    with FakeWithPasswords(clock=now()) as site:  # its password was made on 2026-03-01

        async def story(app: Holdfast) -> Any:
            await app.sites.add("shop", system="backup-copilot", url=site.home, user="ada", secret=Secret(PASSWORD))
            made = datetime(2026, 3, 1, 12, tzinfo=UTC)
            old, new = (Backup("x", "shop", created_at=made + timedelta(days=days)) for days in (-1, 1))
            return await app.services.restore_warnings("shop", old), await app.services.restore_warnings("shop", new)

        old, new = scene.run(story)
    assert [code for code, _ in old] == ["PASSWORD-YOUNGER"]
    assert new == ()


async def add_bots(app: Holdfast, server: FakeGeneralBots) -> None:
    await app.sites.add("bots", system="general-bots", url=server.url, auth="api-key", secret=Secret("gb_admin"))


def test_a_schedule_of_general_bots_is_shown_edited_and_removed(scene: Scene) -> None:
    with FakeGeneralBots(clock=now()) as server:

        async def story(app: Holdfast) -> None:
            await add_bots(app, server)
            made = await app.schedules.add("bots", where="site", cron="0 2 * * *", type="incremental", keep_days=30)
            changed = await app.schedules.edit(made.id, cron="30 3 * * 1", keep_days=7)
            assert changed.id == made.id
            shown = await app.schedules.show(made.id)
            assert (shown.cron, shown.type, shown.keep_days) == ("30 3 * * 1", "incremental", 7)
            assert await app.schedules.replaces(made.id) is False
            paused = await app.schedules.edit(made.id, enabled=False)
            assert paused.enabled is False
            counted = await app.schedules.edit(made.id, keep=10)  # the server counts days: ten weeks
            assert (counted.keep, counted.keep_days) == (None, 70)
            with pytest.raises(NotFound):
                await app.schedules.edit("bots/other", cron="0 0 * * *")
            with pytest.raises(UsageError):
                await app.schedules.edit(made.id)
            await app.schedules.remove(made.id)
            assert (await app.schedules.list_all("bots"))[0] == []

        scene.run(story)
        assert not server.schedules


def test_a_schedule_of_backup_copilot_is_edited_where_its_routes_show_it(scene: Scene) -> None:
    """With the route: changed in place. Without it: unsupported, and never a second schedule."""
    with FakeBackupCopilot(clock=now(), ways=Ways(schedule_changes=("update", "delete"))) as can, FakeBackupCopilot(clock=now()) as cannot:

        async def story(app: Holdfast) -> None:
            for name, site in (("can", can), ("cannot", cannot)):
                await app.sites.add(name, system="backup-copilot", url=site.home, user="ada", secret=Secret(PASSWORD))
                made = await app.schedules.add(name, where="site", every="daily", at="02:00", keep_days=14)
                if name == "cannot":
                    with pytest.raises(Unsupported):
                        await app.schedules.edit(made.id, every="weekly")
                    continue
                changed = await app.schedules.edit(made.id, every="weekly", name="new name")
                assert (changed.id, changed.every, changed.name) == (made.id, "weekly", "new name")

        scene.run(story)
        assert len(can.schedules) == len(cannot.schedules) == 1


def test_a_schedule_of_safeguard_is_replaced_after_a_question(scene: Scene) -> None:
    """The site cannot change any: a new one, then the old one is deleted; `replaces` says so before."""
    with FakeSafeGuard(clock=now()) as site:

        async def story(app: Holdfast) -> None:
            await app.sites.add("shop", system="safeguard", url=site.home, user="root", secret=Secret(PASSWORD))
            made = await app.schedules.add("shop", where="site", every="daily", at="02:00", keep=5)
            assert await app.schedules.replaces(made.id) is True
            changed = await app.schedules.edit(made.id, every="weekly")
            assert changed.id != made.id
            assert changed.every == "weekly"
            assert [one.id for one in (await app.schedules.list_all("shop"))[0]] == [changed.id]

        scene.run(story)


def test_a_place_of_archives_is_a_site(ready: Scene) -> None:
    """A folder where another program drops its sets; options for S3 are refused with a folder, as is a folder that is not there."""
    place = ready.folder / "archives"
    place.mkdir()

    async def story(app: Holdfast) -> Any:
        view = await app.sites.add("drops", system="archives", archives=str(place), storage="disk", tags=["t"])
        with pytest.raises(NotFound):
            await app.sites.add("none", system="archives", archives=str(place / "none"), storage="disk")
        with pytest.raises(UsageError):
            await app.sites.add("drops2", system="archives", archives=str(place), storage="disk", options={"region": "x"})
        with pytest.raises(UsageError):
            await app.sites.add("drops", system="archives", archives=str(place), storage="disk")
        await app.sites.edit("drops", new_name="heap", client="C")
        with pytest.raises(UsageError):
            await app.sites.edit("heap", path=ready.site)
        found = await app.sites.show("heap")
        await app.sites.remove("heap")
        return view, found

    view, found = ready.run(story)
    assert (view.system, view.storage, found.client) == ("archives", "disk", "C")


def test_databases_that_restores_set_aside_are_listed_and_dropped(ready: Scene) -> None:
    """SQLite: the file kept by a real restore; nothing else can be named."""

    async def story(app: Holdfast) -> None:
        done = await (await app.backups.create(["shop"])).result()
        assert done.outcome == "success"
        assert list(await app.sites.kept_databases("shop")) == []
        await (await app.backups.restore("shop", "latest", safety_backup=False)).value()
        kept = await app.sites.kept_databases("shop")
        assert len(kept) == 1
        assert kept[0]["name"].startswith("data.sqlite.before-")
        assert abs(datetime.fromisoformat(kept[0]["kept_at"]) - datetime.now(UTC)) < timedelta(minutes=5)
        for name in ("data.sqlite", "../site/data.sqlite", "index.html"):
            with pytest.raises(NotFound):
                await app.sites.drop_kept_database("shop", name)
        await app.sites.drop_kept_database("shop", kept[0]["name"])
        assert list(await app.sites.kept_databases("shop")) == []

    ready.run(story)
    assert (ready.site / "data.sqlite").exists()
    assert not list(Path(ready.site).glob("*.before-*"))


def test_a_new_password_that_cannot_be_stored_is_revoked(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    """The old one stays valid and stored, the new one is gone from the site; when even that fails the hint says so."""
    from holdfast.app import accounts
    from holdfast.errors import Busy

    async def full(*_: Any, **__: Any) -> None:
        raise Busy("The password store is locked.", code="KEY-LOCKED", hint="Unlock it.")

    with FakeWithPasswords(clock=now()) as site:

        async def story(app: Holdfast) -> str:
            await app.sites.add("shop", system="backup-copilot", url=site.home, user="ada", secret=Secret(PASSWORD))
            with monkeypatch.context() as patched:
                patched.setattr(accounts, "store_account", full)
                with pytest.raises(Busy):
                    await app.sites.rotate("shop")
                assert list(site.passwords) == ["first"]
                site.switch_on("status", times=20, on="DELETE *", status=500)
                with pytest.raises(Busy) as caught:
                    await app.sites.rotate("shop")
            site.switch_off()
            await app.sites.test_service("shop")
            return caught.value.hint

        assert "remove it in the user's profile" in scene.run(story)
