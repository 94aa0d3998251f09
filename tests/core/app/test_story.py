"""The whole story through the door, as the window and the terminal tell it."""

from __future__ import annotations

import asyncio
import hashlib
import sqlite3
import zipfile
from pathlib import Path

import pytest

from holdfast.app import Holdfast
from holdfast.errors import AuthRejected, Busy, NotFound, UsageError
from holdfast.jobs.messages import AnyEvent, Finished, Noted, Progressed, Started
from holdfast.secret import Secret
from holdfast.state.entries import check_name
from tests.core.app.conftest import Scene, set_up
from tests.support.restic import Restic


def digest(folder: Path) -> dict[str, str]:
    """Every file of a folder by its hash; databases by what they say."""
    found = {}
    for path in sorted(folder.rglob("*")):
        if path.is_file() and ".before-" not in path.name:
            name = str(path.relative_to(folder))
            found[name] = titles(path) if path.suffix == ".sqlite" else hashlib.sha256(path.read_bytes()).hexdigest()
    return found


def titles(database: Path) -> str:
    connection = sqlite3.connect(database)
    rows = connection.execute("SELECT title FROM posts ORDER BY title").fetchall()
    connection.close()
    return str(rows)


def add_post(database: Path, title: str) -> None:
    connection = sqlite3.connect(database)
    connection.execute("INSERT INTO posts VALUES (?)", (title,))
    connection.commit()
    connection.close()


def test_back_up_vandalise_restore(ready: Scene) -> None:
    """The live site comes back with its files and its database; what was there is kept as a safety backup."""
    before = digest(ready.site)

    async def story(app: Holdfast) -> None:
        first = await (await app.backups.create(["shop"], label="good")).value()
        (ready.site / "index.html").write_text("hacked")
        (ready.site / "css" / "style.css").unlink()
        add_post(ready.site / "data.sqlite", "spam")
        plan = await app.backups.restore_plan("shop", "latest")
        assert (plan["added"], plan["overwritten"], plan["removed"]) == (1, 1, 0)
        assert plan["database"] == f"sqlite:{ready.site / 'data.sqlite'}"
        assert (ready.site / "index.html").read_text() == "hacked"
        done = await (await app.backups.restore("shop", first["backup"]["id"])).value()
        assert done["confirmed"] is True
        assert done["safety_backup"]["label"].startswith("Before restoring")
        assert digest(ready.site) == before
        undone = await (await app.backups.restore("shop", done["safety_backup"]["id"], safety_backup=False)).value()
        assert undone["confirmed"] is True
        assert (ready.site / "index.html").read_text() == "hacked"
        assert titles(ready.site / "data.sqlite") == "[('first',), ('spam',)]"
        # What a restore keeps beside the live database is no part of the next backup.
        assert not list(await app.backups.find("*.before-*"))

    ready.run(story)


def test_what_holdfast_writes_restic_restores(ready: Scene, tmp_path: Path) -> None:
    async def story(app: Holdfast) -> None:
        await (await app.backups.create(["shop"])).value()

    ready.run(story)
    restic = Restic(ready.repository, "repository password", tmp_path / "restic")
    restic.run("check", "--read-data")
    restic.run("restore", "latest", "--target", tmp_path / "out")
    restored = tmp_path / "out" / ready.site.relative_to("/")
    assert digest(restored) == {k: v for k, v in digest(ready.site).items() if not k.endswith(".sqlite")}
    assert titles(tmp_path / "out/holdfast-database/sqlite/data.sqlite") == "[('first',)]"


def test_lists_search_and_browsing_need_neither_storage_nor_key(ready: Scene) -> None:
    async def back_up(app: Holdfast) -> None:
        await (await app.backups.create(["shop"], label="one")).value()
        (ready.site / "index.html").write_text("second version")
        await (await app.backups.create(["shop"], type="full", label="two", metadata={"ticket": "42"})).value()

    ready.run(back_up)
    ready.repository.rename(ready.repository.with_name("away"))

    async def look(app: Holdfast) -> None:
        listed = (await app.backups.list("shop")).items
        assert [(b.label, b.type) for b in listed] == [("two", "full"), ("one", "incremental")]
        assert listed[0].metadata["ticket"] == "42"
        assert listed[0].components == ("files", "database")
        assert (await app.backups.list("shop", type="full")).total == 1
        assert [b.label for b in (await app.backups.list("shop", order="asc", limit=1)).items] == ["one"]
        assert [b.label for b in (await app.backups.list("shop", limit=1, page=2)).items] == ["one"]
        names = [f.name for f in await app.backups.files("shop", "latest", "")]
        assert names == ["Großes Bild.bin", "css", "index.html"]
        deep = await app.backups.files("shop", listed[1].id[:8], "css")
        assert [(f.name, f.size, f.path) for f in deep] == [("style.css", 19, f"{ready.site}/css/style.css")]
        found = await app.backups.find("INDEX")
        assert [(f.path, len(f.versions)) for f in found] == [(f"{ready.site}/index.html", 2)]
        assert found[0].versions[0].backups == (listed[0].id,)
        assert len((await app.backups.find("*.css"))[0].versions[0].backups) == 2
        assert [f.path for f in await app.backups.find("css/*.css", site="shop")] == [f"{ready.site}/css/style.css"]
        assert await app.backups.find("nothing-like-this") == []
        with pytest.raises(NotFound):
            await app.backups.find("x", site="nobody")

    ready.run(look, passphrase=None)


def test_get_download_diff_verify_drill_keep_forget(ready: Scene, tmp_path: Path) -> None:
    async def story(app: Holdfast) -> None:
        one = (await (await app.backups.create(["shop"])).value())["backup"]["id"]
        (ready.site / "new.txt").write_text("new")
        two = (await (await app.backups.create(["shop"])).value())["backup"]["id"]
        changes = await app.backups.diff("shop", one, two)
        assert [c["path"] for c in changes["added"]] == [f"{ready.site}/new.txt"]
        assert changes["totals"]["removed"] == 0
        got = await (await app.backups.get("shop", "latest", "index.html", to=tmp_path / "got.html")).value()
        assert got["sha256"] == hashlib.sha256((ready.site / "index.html").read_bytes()).hexdigest()
        folder = await (await app.backups.get("shop", "latest", "css", to=f"{tmp_path}/folder/")).value()
        assert (tmp_path / "folder/css/style.css").read_text() == "body { color: red }", folder
        made = await (await app.backups.download("shop", two, to=tmp_path / "all.zip")).value()
        with zipfile.ZipFile(made["path"]) as archive:
            assert "new.txt" in archive.namelist()
        part = await (await app.backups.download("shop", two, to=tmp_path / "db.zip", only=["database"])).value()
        with zipfile.ZipFile(part["path"]) as archive:
            assert archive.namelist()[-1].endswith("data.sqlite")
        assert (await (await app.backups.verify("shop", "latest")).value())["good"] is True
        assert (await (await app.backups.drill("shop")).value())["verdict"] == "proven"
        newest = await app.backups.show("shop", "latest")
        assert newest.proven_at is not None
        assert newest.verified_at is not None
        assert (await app.sites.show("shop")).proven_at is not None
        kept = await app.backups.keep("shop", one)
        assert kept.metadata["keep"] is True
        plan = (await (await app.backups.forget("shop", policy="last=1", dry_run=True)).value())["plan"]
        assert plan["groups"][0]["remove"] == []
        await app.backups.unkeep("shop", kept.id)
        done = await (await app.backups.forget("shop", policy="last=1", prune=True)).value()
        assert len(done["removed"]) == 1
        assert done["prune"]["packs_deleted"] >= 0
        assert [b.id for b in (await app.backups.list("shop")).items] == [two]
        with pytest.raises(NotFound):
            await app.backups.show("shop", one)
        await (await app.backups.delete("shop", [two])).value()
        assert (await app.backups.list("shop")).total == 0
        assert (await (await app.storages.check("disk", read_data=True)).value())["good"] is True

    ready.run(story)


def test_storage_is_adopted_by_a_new_computer(ready: Scene, tmp_path: Path) -> None:
    """What it holds is there at once, sites by their names; the wrong password and no password are told apart."""

    async def back_up(app: Holdfast) -> None:
        await (await app.backups.create(["shop"])).value()

    ready.run(back_up)
    other = Scene(tmp_path / "other")

    async def adopt(app: Holdfast) -> None:
        with pytest.raises(AuthRejected) as caught:
            await app.storages.add("mine", str(ready.repository))
        assert caught.value.code == "REPO-PASSWORD"
        with pytest.raises(AuthRejected):
            await app.storages.add("mine", str(ready.repository), Secret("guess"))
        assert await app.storages.list() == []
        added = await app.storages.add("mine", str(ready.repository), Secret("repository password"))
        assert (added.created, added.password, added.found_sites) == (False, None, ("shop",))
        assert [b.site for b in (await app.backups.list("@mine")).items] == ["shop"]
        done = await (await app.backups.restore("@mine", "latest", to=tmp_path / "back")).value()
        assert (tmp_path / "back/index.html").read_text() == "<h1>Hello</h1>", done
        with pytest.raises(UsageError):
            await app.backups.restore("@mine", "latest")

    other.run(adopt)


def test_a_made_password_is_told_once_and_opens_with_restic(scene: Scene, tmp_path: Path) -> None:
    async def story(app: Holdfast) -> str:
        added = await app.storages.add("disk", str(scene.repository))
        assert added.created
        assert added.password is not None
        assert added.password.reveal() in added.recovery_kit
        changed = await app.storages.keys.change("disk")
        assert changed.password is not None
        assert changed.password != added.password
        assert len(await app.storages.keys.list("disk")) == 1
        extra = await app.storages.keys.add("disk", Secret("for the safe"))
        await app.storages.keys.remove("disk", extra.id[:10])
        assert "for the safe" not in await app.storages.recovery_kit("disk")
        return changed.password.reveal()

    password = scene.run(story)
    Restic(scene.repository, password, tmp_path / "restic").run("snapshots")


def test_several_sites_and_one_bad_one(ready: Scene, tmp_path: Path) -> None:
    """The bad one stops no other, and the sum says so; with worker processes, two at once."""
    (tmp_path / "gone").mkdir()
    (tmp_path / "blog").mkdir()
    (tmp_path / "blog/post.txt").write_text("hello")

    async def story() -> None:
        async with ready.app(processes=True) as app:
            await app.sites.add("gone", path=tmp_path / "gone", database="none")
            await app.sites.add("blog", path=tmp_path / "blog", database="none", tags=["client"])
            (tmp_path / "gone").rmdir()
            heard: list[AnyEvent] = []
            stop = app.jobs.subscribe(heard.append)
            job = await app.backups.create(all_sites=True)
            events = [event async for event in job]
            stop()
            end = events[-1]
            assert isinstance(end, Finished)
            assert end.outcome == "warning"
            by_site = {row["site"]: row for row in end.result["sites"]}
            assert {site: row["outcome"] for site, row in by_site.items()} == {"shop": "success", "gone": "failed", "blog": "success"}
            assert by_site["gone"]["failure"]["code"] == "SOURCE-MISSING"
            assert sum(isinstance(event, Finished) for event in heard) == 3
            tagged = await (await app.backups.create(tag="client")).value()
            assert [row["site"] for row in tagged["sites"]] == ["blog"]
            status = await app.status()
            assert status.status == "failed"
            assert status.attention[0][0] == "gone"
            assert status.attention[0][1].code == "SOURCE-MISSING"
            assert {site.name: site.status for site in status.sites} == {"gone": "failed", "shop": "ok", "blog": "ok"}

    asyncio.run(story())


def test_both_ways_of_running_tell_the_same(ready: Scene) -> None:
    def shape(events: list[AnyEvent]) -> list[str]:
        return [type(event).__name__ for event in events if not isinstance(event, Progressed)]

    async def story(app: Holdfast) -> tuple[list[str], list[str], str]:
        job = await app.backups.create(["shop"])
        events = [event async for event in job]
        again = [event async for event in job]
        end = await job.result()
        assert [e for e in events if not isinstance(e, Progressed)] == [e for e in again if not isinstance(e, Progressed)]
        return shape(events), sorted(end.result["backup"]), end.outcome

    async def in_processes() -> tuple[list[str], list[str], str]:
        async with ready.app(processes=True) as app:
            return await story(app)

    assert ready.run(story) == asyncio.run(in_processes())


def test_a_locked_store_is_told_as_locked_and_not_as_failed(ready: Scene) -> None:
    """X1: nothing is asked of the storage, the site is locked, and after unlocking the same command works."""

    async def locked(app: Holdfast) -> None:
        finished = await (await app.backups.create(["shop"])).result()
        assert finished.failure is not None
        assert (finished.failure.kind, finished.failure.code) == ("busy", "KEY-LOCKED")
        assert (await app.sites.show("shop")).status == "locked"
        with pytest.raises(Busy):
            await app.storages.stats("disk")
        await app.unlock_secrets(Secret("open sesame"))
        assert (await (await app.backups.create(["shop"])).result()).outcome == "success"
        assert (await app.sites.show("shop")).status == "ok"

    ready.run(locked, passphrase=None)


def test_history_audit_and_settings(ready: Scene) -> None:
    async def story(app: Holdfast) -> None:
        job = await app.backups.create(["shop"])
        await job.result()
        shown = await app.jobs.show(job.id[:8])
        assert (shown.verb, shown.site, shown.outcome) == ("backup", "shop", "success")
        assert shown.backup_id
        assert (await app.jobs.history(site="shop")).total == 1
        assert (await app.jobs.history(outcome="failed")).total == 0
        await app.sites.edit("shop", new_name="Laden", tags=["a"])
        assert (await app.jobs.history(site="laden")).items[0].site == "Laden"
        assert [b.site for b in (await app.backups.list("Laden")).items] == ["Laden"]
        await app.storages.edit("disk", new_name="platte")
        assert (await app.sites.show("Laden")).storage == "platte"
        assert (await (await app.backups.create(["laden"])).result()).outcome == "success"
        with pytest.raises(UsageError):
            await app.storages.remove("platte")
        assert await app.sites.remove("laden", with_backups=True) == 2
        await app.storages.remove("platte")
        actions = [entry.action for entry in (await app.audit()).items]
        assert actions[0] == "storage removed"
        assert "site added" in actions
        assert (await app.settings.set("concurrent_jobs", 3)).concurrent_jobs == 3

    ready.run(story)


def test_inspecting_a_folder(ready: Scene) -> None:
    async def story(app: Holdfast) -> None:
        facts = await app.sites.inspect_folder(ready.site, database="sqlite:data.sqlite")
        assert (facts.kind, facts.files, facts.database_reachable) == ("folder", 4, True)
        assert (await app.sites.test("shop")).bytes is not None
        with pytest.raises(NotFound):
            await app.sites.inspect_folder(ready.folder / "nowhere")
        bad = await app.sites.inspect_folder(ready.site, database="sqlite:nothing.sqlite")
        assert bad.database_reachable is False
        assert bad.warnings

    ready.run(story)


def test_cancelling_keeps_what_was_stored(ready: Scene) -> None:
    """Within two seconds, as cancelled; another program of the home may ask for it too; the next backup goes on."""
    (ready.site / "large.bin").write_bytes(bytes(range(256)) * 400_000)

    async def story() -> None:
        async with ready.app(processes=True) as app, ready.app(processes=True) as other:
            job = await app.backups.create(["shop"])
            async for event in job:
                if isinstance(event, Started):
                    await other.jobs.cancel(job.id)
                    job.cancel()
            end = await job.result()
            assert end.outcome in {"cancelled", "success"}
            assert (await app.jobs.show(job.id)).outcome == end.outcome
            assert (await (await app.backups.create(["shop"])).result()).outcome == "success"

    asyncio.run(story())


def test_bad_words_are_usage_errors(ready: Scene) -> None:
    async def story(app: Holdfast) -> None:
        for database in ("mysql://u:secret@h/d", "oracle"):
            with pytest.raises(UsageError) as caught:
                await app.sites.add("x", path=ready.site, database=database)
            assert "secret" not in caught.value.message
        with pytest.raises(UsageError):
            await app.sites.add("SHOP", path=ready.site)
        with pytest.raises(UsageError):
            await app.storages.add("bad", "s3:https://user:secret@host/bucket")
        await (await app.backups.create(["shop"])).value()
        with pytest.raises(UsageError):
            await app.backups.restore_plan("shop", "latest", only=["plugins"])
        with pytest.raises(NotFound):
            await app.backups.create(["nobody"])

    ready.run(story)
    with pytest.raises(UsageError):
        check_name("@x", "site")


def test_a_file_that_cannot_be_read_is_a_warning_with_its_name(ready: Scene) -> None:
    """B1: never silent."""
    (ready.site / "socket-like").symlink_to("nowhere")
    (ready.site / "index.html").unlink()
    (ready.site / "index.html").mkdir()

    async def story(app: Holdfast) -> None:
        job = await app.backups.create(["shop"], include=["files"])
        notes = [event async for event in job if isinstance(event, Noted)]
        assert (await job.result()).outcome in {"success", "warning"}
        assert all(note.message for note in notes)

    ready.run(story)


def test_a_backup_of_one_half_never_stands_for_the_whole_site(ready: Scene) -> None:
    """However it was asked for: it has that half's type, and a retention policy keeps a whole one beside it."""

    async def story(app: Holdfast) -> None:
        whole = (await (await app.backups.create(["shop"])).value())["backup"]
        for half in ("files", "database"):
            made = (await (await app.backups.create(["shop"], include=[half])).value())["backup"]
            assert (made["type"], made["components"]) == (half, [half])
        await (await app.backups.forget("shop", policy="last=1", confirmed=True)).value()
        left = (await app.backups.list("shop")).items
        assert [one.type for one in left] == ["database", "files", "incremental"]
        assert left[2].id == whole["id"]
        with pytest.raises(UsageError, match="files alone"):
            await app.backups.create(["shop"], type="full", include=["files"])

    ready.run(story)


def test_latest_is_what_the_storage_holds_now(ready: Scene, tmp_path: Path) -> None:
    """Another program or computer made one, or removed one, since this computer last looked."""

    async def story(app: Holdfast) -> None:
        older = (await (await app.backups.create(["shop"])).value())["backup"]["id"]
        newer = (await (await app.backups.create(["shop"])).value())["backup"]["id"]
        assert (await app.backups.show("shop", "latest")).id == newer
        Restic(ready.repository, "repository password", tmp_path / "restic").run("forget", newer)
        assert (await app.backups.show("shop", "latest")).id == older
        assert (await app.backups.restore_plan("shop", "latest"))["backup_id"] == older

    ready.run(story)


def test_a_database_that_a_backup_does_not_hold_is_not_restored(ready: Scene) -> None:
    """Who asks for it is told, instead of a restore of nothing that went well."""

    async def story(app: Holdfast) -> None:
        await (await app.backups.create(["shop"], type="files")).value()
        for words in ({"only": ["database"]}, {"database": f"sqlite:{ready.folder / 'other.sqlite'}"}):
            with pytest.raises(UsageError, match="holds no database"):
                await (await app.backups.restore("shop", "latest", **words)).value()

    ready.run(story)


def test_sites_share_a_home_with_nothing_in_it(scene: Scene) -> None:
    async def story(app: Holdfast) -> None:
        assert await app.sites.list() == []
        assert (await app.status()).status == "never"
        with pytest.raises(NotFound) as caught:
            await app.backups.list("shop")
        assert caught.value.hint
        await set_up(app, scene)
        with pytest.raises(NotFound) as caught:
            await app.backups.show("shop", "latest")
        assert "yet" in caught.value.message
        assert (await app.sites.show("shop")).status == "never"

    scene.run(story)
