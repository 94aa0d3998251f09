"""What a home knows is carried: exported and imported, sealed into every repository, adopted from there on a new laptop."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from holdfast.app import Holdfast
from holdfast.errors import HoldfastError, NotFound, Unsupported, UsageError
from holdfast.jobs.messages import ReadSealed
from holdfast.records import Account, Schedule, Site
from holdfast.scheduling import Slot
from holdfast.secret import Secret
from holdfast.state.credentials.base import SecretName
from holdfast.state.database import Database
from holdfast.state.entries import accounts_of, new_id, sites_of
from holdfast.state.exported import as_file
from holdfast.state.paths import HomeFacts, save_facts
from holdfast.state.schedules import schedules_of
from holdfast.state.schema import MIGRATIONS
from tests.core.app.conftest import Scene, plain
from tests.support.repositories import PASSWORD
from tests.support.restic import Restic

CANARY = "sIgn-in+cAnary/=="


def another(scene: Scene, name: str = "laptop") -> Scene:
    """A second computer: another home, the same folders."""
    other = Scene(scene.folder / name)
    other.site, other.repository = scene.site, scene.repository
    save_facts(other.paths, HomeFacts(id="another", secrets="vault"))
    return other


def fill(scene: Scene) -> None:
    """A storage, a site of this machine, a site with a service (its account signed in), a schedule, a setting."""

    async def story(app: Holdfast) -> None:
        await app.storages.add("disk", str(scene.repository), PASSWORD)
        await app.sites.add("shop", path=scene.site, database="sqlite:data.sqlite", storage="disk", client="Bäcker & Söhne")
        await app.settings.set("overdue_days", 3)

    scene.run(story)
    database = Database(scene.paths.database, MIGRATIONS)
    account = accounts_of(database).put(
        Account(id=new_id(), name="example", system="backup-copilot", user="mira", url="https://example.com")
    )
    sites_of(database).put(Site(id=new_id(), name="example", system="backup-copilot", url="https://example.com", account=account.id))
    shop = sites_of(database).get("shop")
    long_ago = datetime(2025, 1, 1, tzinfo=UTC)
    schedules_of(database).put(Schedule(id=new_id(), name="shop daily", site=shop.id, every="daily", at="10:00", counts_from=long_ago))
    database.close()

    async def secret(app: Holdfast) -> None:
        await app._home.put_secret(SecretName(account.id, "sign-in", "example"), Secret(CANARY))

    scene.run(secret)


def entered(scene: Scene) -> dict[str, Any]:
    """Everything that the user entered there."""

    async def story(app: Holdfast) -> dict[str, Any]:
        state = json.loads(as_file(app.adopting._gathered()))
        return {name: state[name] for name in ("sites", "storages", "accounts", "schedules", "settings")}

    return dict(scene.run(story))


@pytest.fixture
def filled(scene: Scene) -> Scene:
    fill(scene)
    return scene


def test_an_export_holds_everything_but_secrets_and_comes_back_as_it_was(filled: Scene) -> None:
    file = filled.folder / "export.json"
    assert filled.run(lambda app: app.adopting.export(file)) == 5
    assert file.stat().st_mode & 0o777 == 0o600
    text = file.read_text()
    assert CANARY not in text
    assert PASSWORD.reveal() not in text
    other = another(filled)
    seen = other.run(lambda app: app.adopting.bring(file, dry_run=True))
    assert {change.action for change in seen.changes} == {"added", "changed"}
    assert entered(other)["sites"] == []
    taken = other.run(lambda app: app.adopting.bring(file))
    assert taken.done
    missing = {(need.noun, need.name, need.what) for need in taken.needs}
    assert missing == {("storage", "disk", "password"), ("account", "example", "sign-in")}
    mine, theirs = entered(filled), entered(other)
    for one in theirs["schedules"]:
        assert datetime.fromisoformat(one.pop("counts_from")) > datetime.now(UTC) - timedelta(minutes=1)
    mine["schedules"][0].pop("counts_from")
    assert theirs == mine
    again = other.run(lambda app: app.adopting.bring(file))
    assert {change.action for change in again.changes} == {"same"}


def test_an_import_merges_by_id_and_name_and_loses_nothing(filled: Scene) -> None:
    """A site of the same name here keeps its id, what refers to it follows; other things that are here stay; taken names get a number."""
    file = filled.folder / "export.json"
    filled.run(lambda app: app.adopting.export(file))
    other = another(filled)

    async def there(app: Holdfast) -> str:
        await app.storages.add("disk", str(filled.folder / "elsewhere"), Secret("another password"))
        await app.sites.add("SHOP", path=filled.folder, database="none", storage="disk")
        await app.sites.add("mine", path=filled.folder, database="none", storage="disk")
        return str((await app.sites.show("shop")).id)

    shop = other.run(there)
    taken = other.run(lambda app: app.adopting.bring(file))
    changed = next(change for change in taken.changes if change.noun == "site" and change.action == "changed")
    assert changed.fields["client"] == ("", "Bäcker & Söhne")
    state = entered(other)
    assert {one["name"] for one in state["storages"]} == {"disk", "disk (2)"}
    assert {one["name"] for one in state["sites"]} == {"SHOP", "mine", "example"}
    merged = next(one for one in state["sites"] if one["name"] == "SHOP")
    assert (merged["id"], merged["storage"]) == (shop, "disk (2)")
    assert state["schedules"][0]["site"] == shop


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"", UsageError),
        (b"\xff\xfe", UsageError),
        (b"[]", UsageError),
        (b'{"format": "something else"}', UsageError),
        (b'{"format": "holdfast settings", "version": 1}', UsageError),
        (b'{"format": "holdfast settings", "version": 2}', Unsupported),
        (b'{"format": "holdfast settings", "version": "one"}', UsageError),
    ],
)
def test_a_file_that_is_no_export_is_refused_and_changes_nothing(filled: Scene, content: bytes, kind: type[HoldfastError]) -> None:
    before = entered(filled)
    file = filled.folder / "bad.json"
    file.write_bytes(content)
    with pytest.raises(kind):
        filled.run(lambda app: app.adopting.bring(file))
    assert entered(filled) == before


@pytest.mark.parametrize(
    ("table", "field", "value"),
    [
        ("sites", "name", "a/b"),
        ("sites", "database", "mysql://root:hunter2@localhost/db"),
        ("storages", "location", "s3:https://key:secret@host/bucket"),
        ("sites", "id", ""),
        ("settings", "overdue_days", -1),
    ],
)
def test_a_file_edited_by_hand_cannot_bring_in_nonsense(filled: Scene, table: str, field: str, value: object) -> None:
    file = filled.folder / "export.json"
    filled.run(lambda app: app.adopting.export(file))
    content = json.loads(file.read_text())
    (content[table] if table == "settings" else content[table][0])[field] = value
    file.write_text(json.dumps(content))
    before = entered(filled)
    with pytest.raises(UsageError):
        filled.run(lambda app: app.adopting.bring(file))
    assert entered(filled) == before


def back_up(scene: Scene) -> None:
    async def story(app: Holdfast) -> None:
        await (await app.backups.create(["shop"])).value()

    scene.run(story)


def seal(scene: Scene, **words: bool) -> list[Any]:
    return list(scene.run(lambda app: app.sealing.seal_if_changed(**words)))


def test_a_new_laptop_starts_from_location_and_passphrase(filled: Scene) -> None:
    """Sites, schedules, settings and history are there as they were; credentials are asked for by name."""
    back_up(filled)
    assert [one.ok for one in seal(filled)] == [True]
    new = another(filled)

    async def begin(app: Holdfast) -> Any:
        await app.storages.add("usb", str(filled.repository), PASSWORD)
        seen = await app.adopting.adopt("usb", dry_run=True)
        assert not await app.sites.list()
        taken = await app.adopting.adopt("usb")
        assert (plain(taken.changes), taken.runs) == (plain(seen.changes), seen.runs)
        assert (await app.adopting.adopt("usb", dry_run=True)).runs == 0
        assert (await app.sites.show("shop")).last_backup_at is not None
        assert [job.verb for job in (await app.jobs.history(site="shop")).items] == ["backup"]
        assert (await (await app.backups.create(["shop"])).result()).outcome == "success"
        assert (await app.backups.list("shop")).total == 2
        return taken

    taken = new.run(begin)
    assert [(need.noun, need.name, need.what) for need in taken.needs] == [("account", "example", "sign-in")]
    assert "holdfast site edit example" in taken.needs[0].hint
    mine, theirs = entered(filled), entered(new)
    assert [one["name"] for one in theirs["storages"]] == ["usb"]
    assert {one["storage"] for one in theirs["sites"]} == {"usb", ""}
    for one in (*mine["sites"], *theirs["sites"]):
        one.pop("storage")
    # Slots before the state was sealed were the old computer's.
    assert datetime.fromisoformat(theirs["schedules"][0].pop("counts_from")) > datetime.now(UTC) - timedelta(minutes=5)
    mine["schedules"][0].pop("counts_from")
    assert [theirs[name] for name in ("sites", "accounts", "schedules", "settings")] == [
        mine[name] for name in ("sites", "accounts", "schedules", "settings")
    ]


def test_x2_what_is_sealed_holds_no_secret(filled: Scene) -> None:
    """Also inside the seal: whoever has the passphrase of one storage learns no other secret."""
    back_up(filled)
    seal(filled)

    async def read(app: Holdfast) -> str:
        home = app._home
        access = await home.access(home.storages.get("disk"))
        return str(await home.query(ReadSealed(**home.common(), access=access)))

    text = filled.run(read)
    assert "Bäcker & Söhne" in text
    assert [secret for secret in (CANARY, PASSWORD.reveal(), "open sesame") if secret in text] == []


def test_c5_a_lost_database_comes_back_from_the_storage(filled: Scene) -> None:
    """The home's database is gone: the storage is added again, and sites, schedules and history are there."""
    back_up(filled)
    seal(filled)
    before = entered(filled)
    filled.paths.database.unlink()

    async def begin(app: Holdfast) -> None:
        await app.storages.add("disk", str(filled.repository), PASSWORD)
        await app.adopting.adopt("disk")
        assert [job.outcome for job in (await app.jobs.history(site="shop")).items] == ["success"]
        assert (await app.sites.show("shop")).status == "ok"

    filled.run(begin)
    after = entered(filled)
    assert after["sites"] == before["sites"]
    assert [one["name"] for one in after["schedules"]] == ["shop daily"]


def test_c5_a_home_that_lost_its_database_does_not_overwrite_what_it_should_come_back_from(filled: Scene) -> None:
    """Somebody begins anew, with the same home, before adopting: the old state stays, and can still be adopted."""
    seal(filled)
    filled.paths.database.unlink()

    async def begin(app: Holdfast) -> None:
        await app.storages.add("disk", str(filled.repository), PASSWORD)
        await app.sites.add("new", path=filled.site, database="none", storage="disk")
        assert [one.ok for one in await app.sealing.seal_if_changed()] == [True]
        await app.adopting.adopt("disk")
        assert {site.name for site in await app.sites.list()} == {"new", "shop", "example"}

    filled.run(begin)
    assert len(list((filled.repository / "holdfast").iterdir())) == 2


def test_what_is_here_stays_as_it_is_when_settings_are_adopted(filled: Scene) -> None:
    seal(filled)
    new = another(filled)

    async def begin(app: Holdfast) -> Any:
        await app.storages.add("disk", str(filled.repository), PASSWORD)
        await app.adopting.adopt("disk")
        await app.sites.edit("shop", client="changed here")
        await app.settings.set("overdue_days", 9)
        taken = await app.adopting.adopt("disk")
        assert {(change.name, change.action) for change in taken.changes if change.action == "kept"} == {
            ("shop", "kept"),
            ("overdue_days", "kept"),
        }
        assert (await app.sites.show("shop")).client == "changed here"
        assert (await app.settings.get()).overdue_days == 9

    new.run(begin)


def fill_what_is_around(scene: Scene, now: datetime) -> Schedule:
    """A receiver of each kind, pauses, and slots: decided, waiting and running."""

    async def story(app: Holdfast) -> Schedule:
        home = app._home
        await app.telling.add("webhook", "office", Secret("https://hooks.example/t0ken-canary"), sites=["shop"])
        await app.telling.add("ping", "checks", Secret("https://checks.example/k3y-canary"))
        await app.schedules.pause("example", until=now + timedelta(days=2))
        home.pauses.pause("", now - timedelta(hours=1))
        (schedule,) = home.schedules.all()
        for days in range(5):
            slot = Slot(schedule.id, schedule.site, f"{now - timedelta(days=days):%Y-%m-%dT10:00}", now - timedelta(days=days))
            home.slots.claim(slot, "job")
            home.slots.decide(slot, "run", "", {"outcome": "success"})
        home.slots.decide(Slot(schedule.id, schedule.site, "waits", now), "waiting", "OFFLINE")
        home.slots.claim(Slot(schedule.id, schedule.site, "runs", now - timedelta(hours=1)))
        return schedule

    return scene.run(story)  # type: ignore[no-any-return]  # `run` gives what the story gives


@pytest.mark.parametrize("way", ["sealed", "file"])
def test_receivers_pauses_and_decided_slots_come_along(filled: Scene, way: str) -> None:
    """A new laptop runs no slot again that the old one ran, keeps a pause, and asks for the addresses of who is told."""
    now = datetime.now(UTC)
    schedule = fill_what_is_around(filled, now)
    new, file = another(filled), filled.folder / "export.json"
    if way == "sealed":
        seal(filled)
    else:
        assert filled.run(lambda app: app.adopting.export(file)) == 8
        assert "canary" not in file.read_text()

    async def take(app: Holdfast) -> Any:
        if way == "file":
            return await app.adopting.bring(file)
        await app.storages.add("disk", str(filled.repository), PASSWORD)
        return await app.adopting.adopt("disk")

    taken = new.run(take)
    assert {(one.noun, one.name) for one in taken.changes if one.action == "added" and one.noun in {"receiver", "pause"}} == {
        ("receiver", "office"), ("receiver", "checks"), ("pause", "example"),
    }  # fmt: skip
    assert {one.name for one in taken.needs if one.what == "address"} == {"office", "checks"}

    async def story(app: Holdfast) -> None:
        home = app._home
        assert set(await app.schedules.pauses()) == {"example"}
        office = next(one for one in await app.telling.list() if one.name == "office")
        assert (office.host, office.sites, office.kind) == ("https://hooks.example", ("shop",), "webhook")
        rows = {one.slot.key: one for one in home.slots.of(schedule.site, now - timedelta(days=30))}
        assert len(rows) == 3  # as many as another zone may make of the newest
        assert {one.state for one in rows.values()} == {"run"}
        assert not home.slots.claim(next(iter(rows.values())).slot)
        (view,) = await app.schedules.list("shop")
        assert view.last_outcome == "success"
        changed = await app.telling.edit("office", address=Secret("http://127.0.0.1:9/hook"))
        assert changed.secret is not None
        assert changed.endpoint.host == "http://127.0.0.1:9"
        assert (await app.telling.edit("office", address=Secret("http://127.0.0.1:8/hook"))).secret is None

    new.run(story)
    again = new.run(take) if way == "file" else new.run(lambda app: app.adopting.adopt("disk"))
    assert {one.action for one in again.changes if one.noun in {"receiver", "pause"}} == {"same"}
    assert (new.run(lambda app: app.telling.list()))[1].host == "http://127.0.0.1:8"


def test_sealed_only_where_something_changed_and_never_by_an_empty_home(filled: Scene) -> None:
    assert seal(filled) != []
    assert seal(filled) == []
    filled.run(lambda app: app.settings.set("overdue_days", 5))
    assert len(seal(filled)) == 1
    back_up(filled)
    assert seal(filled) == []  # a run alone waits a few hours
    assert len(seal(filled, now=True)) == 1
    new = another(filled)
    new.run(lambda app: app.storages.add("disk", str(filled.repository), PASSWORD))
    assert seal(new) == []
    assert len(list((filled.repository / "holdfast").iterdir())) == 1


def test_sealed_once_scheduled_runs_have_ended(filled: Scene) -> None:
    """As the clock does it, in the window and in the agent."""

    async def story(app: Holdfast) -> None:
        assert app.clock.tidy is not None
        await app.clock.tidy()

    filled.run(story)
    assert len(list((filled.repository / "holdfast").iterdir())) == 1


def test_a_storage_that_cannot_be_written_to_is_no_failure_and_gets_it_later(filled: Scene) -> None:
    away = filled.repository.rename(filled.folder / "unplugged")
    assert [one.ok for one in seal(filled)] == [False]
    assert seal(filled) == []  # not again at once
    away.rename(filled.repository)
    assert [one.ok for one in seal(filled, now=True)] == [True]


def test_nothing_sealed_is_said(filled: Scene) -> None:
    with pytest.raises(NotFound) as caught:
        filled.run(lambda app: app.adopting.adopt("disk"))
    assert caught.value.code == "NOTHING-SEALED"


def test_a_damaged_or_newer_seal_is_a_typed_error_and_others_still_count(filled: Scene) -> None:
    seal(filled)
    new = another(filled)
    new.run(lambda app: app.storages.add("disk", str(filled.repository), PASSWORD))
    sealed = next((filled.repository / "holdfast").iterdir())
    content = sealed.read_bytes()
    (filled.repository / "holdfast" / "0123").write_bytes(b"garbage")
    assert new.run(lambda app: app.adopting.adopt("disk", dry_run=True)).changes
    sealed.chmod(0o600)
    sealed.write_bytes(content[:-1] + bytes([content[-1] ^ 1]))
    with pytest.raises(HoldfastError) as caught:
        new.run(lambda app: app.adopting.adopt("disk"))
    assert caught.value.kind == "damaged"


def test_what_is_sealed_is_no_business_of_restic_and_survives_its_work(filled: Scene) -> None:
    """check, forget --prune and a rebuilt index by restic, and our own, leave it alone; a stranger without the key reads nothing of it."""
    back_up(filled)
    seal(filled)
    sealed = next((filled.repository / "holdfast").iterdir())
    content = sealed.read_bytes()
    assert b"shop" not in content
    theirs = Restic(filled.repository, PASSWORD.reveal(), filled.folder / "scratch")
    theirs.run("check", "--read-data")
    back_up(filled)
    theirs.run("forget", "--keep-last", "1", "--group-by", "", "--prune")
    theirs.run("rebuild-index")
    theirs.run("check", "--read-data")

    async def ours(app: Holdfast) -> None:
        await (await app.backups.create(["shop"])).value()
        await (await app.storages.prune("disk")).value()
        await (await app.storages.repair("disk")).value()
        assert (await (await app.storages.check("disk", read_data=True)).value())["good"] is True
        assert (await app.backups.list("@disk")).total == 2

    filled.run(ours)
    assert sealed.read_bytes() == content
    new = another(filled)
    new.run(lambda app: app.storages.add("disk", str(filled.repository), PASSWORD))
    assert new.run(lambda app: app.adopting.adopt("disk", dry_run=True)).changes
