"""Who is told how a job ended: webhooks and pings of a real backup into a sink on loopback, over failures and restarts."""

from __future__ import annotations

import asyncio
import json
import sqlite3

import pytest

from holdfast.app import Holdfast
from holdfast.errors import HoldfastError, NotFound, UsageError
from holdfast.jobs.messages import Finished
from holdfast.records import Job
from holdfast.secret import Secret
from holdfast.state import outbox
from tests.core.app.conftest import Scene
from tests.core.telling.test_sending import verify
from tests.support.sink import Sink, until

KEY = "kEy-cAnary-of-a-check"


@pytest.fixture(autouse=True)
def _in_a_hurry(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("holdfast.telling.sending.BACK_OFF", (0.2, 0.2, 0.2, 0.2, 0.2, 0.2, 0.2, 0.2, 0.2))


async def back_up(app: Holdfast, site: str = "shop") -> Finished:
    return await (await app.backups.create([site])).result()


async def add_hook(app: Holdfast, sink: Sink, name: str = "office", **words: object) -> str:
    added = await app.telling.add("webhook", name, Secret(sink.url + "/hook"), **words)  # type: ignore[arg-type]  # words of a test
    assert added.secret is not None
    return added.secret.reveal()


def test_a_backup_is_told_with_a_signature_and_its_failure_too(ready: Scene) -> None:
    with Sink(204) as sink:

        async def story(app: Holdfast) -> str:
            secret = await add_hook(app, sink)
            assert (await back_up(app)).outcome == "success"
            ready.site.rename(ready.folder / "away")
            assert (await back_up(app)).outcome == "failed"
            return secret

        secret = ready.run(story)
        good, bad = (verify(secret, got) for got in sink.wait(2))
    assert (good["type"], bad["type"]) == ("backup.completed", "backup.failed")
    data, trouble = good["data"], bad["data"]
    assert isinstance(data, dict)
    assert isinstance(trouble, dict)
    assert (data["site"], data["outcome"], data["backup"]["status"]) == ("shop", "success", "completed")
    assert trouble["failure"]["code"]
    assert len({got.headers["webhook-id"] for got in sink.got}) == 2


def test_pings_begin_end_and_carry_the_tail_of_the_log(ready: Scene) -> None:
    """X2: the address is the key, and stands neither in the state, nor in a log, nor in what is listed."""
    with Sink() as sink:

        async def story(app: Holdfast) -> tuple[str, str]:
            await app.telling.add("ping", "checks", Secret(f"{sink.url}/{KEY}"))
            good = await back_up(app)
            ready.site.rename(ready.folder / "away")
            bad = await back_up(app)
            assert KEY not in str(await app.telling.list()) + str((await app.audit()).items)
            return good.job, bad.job

        good, bad = ready.run(story)
        paths = [got.path for got in sink.wait(4)]
    assert paths == [f"/{KEY}/start?rid={good}", f"/{KEY}?rid={good}", f"/{KEY}/start?rid={bad}", f"/{KEY}/fail?rid={bad}"]
    assert b"shop: failed" in sink.got[3].body
    for path in ready.home.rglob("*"):
        assert not path.is_file() or KEY.encode() not in path.read_bytes(), path


def test_a_failure_with_a_secret_in_it_is_told_without(ready: Scene) -> None:
    """X2: the log's tail is searched for every secret that this program has seen, once more."""
    with Sink() as sink:

        async def story(app: Holdfast) -> None:
            await app.telling.add("ping", "checks", Secret(f"{sink.url}/{KEY}"))
            job = await app.backups.create(["shop"])
            app._home.paths.job_log(job.id).write_text("opened with repository password\ntoken=abcdefgh\n")
            ready.site.rename(ready.folder / "away")
            await job.result()

        ready.run(story)
        body = sink.wait(2)[1].body
    assert b"***" in body
    assert b"repository password" not in body
    assert b"abcdefgh" not in body


def test_a_receiver_that_is_busy_is_tried_again_under_the_same_id(ready: Scene) -> None:
    with Sink(503, 500, 200) as sink:

        async def story() -> str:
            async with ready.app() as app:
                secret = await add_hook(app, sink)
                await back_up(app)
                await asyncio.to_thread(sink.wait, 3)
                await asyncio.to_thread(until, lambda: not outbox.Outbox(app._home.database).all())
                assert (await app.telling.list())[0].trouble == ""
            return secret

        secret = asyncio.run(story())
        for got in sink.got:
            verify(secret, got)
    assert len(sink.got) == 3
    assert len({(got.headers["webhook-id"], got.body) for got in sink.got}) == 1


def test_gone_means_gone(ready: Scene) -> None:
    """410: nothing is sent any more; a test that it takes makes it a receiver again."""
    with Sink(410) as sink:

        async def story(app: Holdfast) -> None:
            await add_hook(app, sink)
            await back_up(app)
            until(lambda: bool(sink.got))
            until(lambda: outbox.Endpoints(app._home.database).all()[0].disabled == "gone")
            await back_up(app)
            assert (await app.telling.list())[0].waiting == 0
            sink.statuses = [200]
            assert (await app.telling.test("office")).status == 200
            await back_up(app)

        ready.run(story)
        assert [json.loads(got.body)["type"] for got in sink.wait(3)] == ["backup.completed", "test", "backup.completed"]


def test_a_receiver_that_was_down_is_told_after_a_restart(ready: Scene) -> None:
    """What could not be told waits in the state; programs that ask for nothing do not send it; one that stays does."""
    with Sink() as closed:
        port = closed.port

    async def down(app: Holdfast) -> str:
        secret = await app.telling.add("webhook", "office", Secret(f"http://127.0.0.1:{port}/hook"))
        assert (await back_up(app)).outcome == "success"
        until(lambda: outbox.Outbox(app._home.database).all()[0].attempts > 0)
        assert secret.secret is not None
        return secret.secret.reveal()

    secret = ready.run(down)
    with Sink(port=port) as sink:
        waiting = ready.run(lambda app: app.telling.list())[0]
        assert (waiting.waiting, waiting.trouble != "") == (1, True)
        assert sink.got == []

        async def again() -> None:
            async with ready.app() as app:
                await app.telling.resume()
                await asyncio.to_thread(sink.wait, 1)

        asyncio.run(again())
        assert verify(secret, sink.got[0])["type"] == "backup.completed"
        assert ready.run(lambda app: app.telling.list())[0].waiting == 0


def test_a_slow_receiver_delays_no_job(ready: Scene) -> None:
    """The job has ended, for everybody, while the receiver still thinks about its start."""
    with Sink() as sink:
        sink.released.clear()

        async def story(app: Holdfast) -> None:
            await app.telling.add("ping", "checks", Secret(f"{sink.url}/{KEY}"))
            finished = await back_up(app)
            assert (await app.jobs.show(finished.job)).outcome == "success"
            sink.wait(1)
            sink.released.set()

        ready.run(story)
        assert [got.path.partition("?")[0] for got in sink.wait(2)] == [f"/{KEY}/start", f"/{KEY}"]


def test_a_receiver_of_one_site_or_one_event_hears_no_other(ready: Scene) -> None:
    with Sink() as sink, Sink() as other:

        async def story(app: Holdfast) -> None:
            await app.sites.add("blog", path=ready.site, database="none", storage="disk")
            await add_hook(app, sink, "one site", sites=["blog"])
            await add_hook(app, other, "failures", events=["backup.failed", "drill.failed"])
            for site in ("shop", "blog"):
                await back_up(app, site)

        ready.run(story)
        assert [json.loads(got.body)["data"]["site"] for got in sink.wait(1)] == ["blog"]
        assert (len(sink.got), other.got) == (1, [])


def test_one_check_for_two_sites_does_not_turn_green_over_a_bad_one(ready: Scene) -> None:
    """Never a false green: while one of its sites is bad, another's good backup is only noted there."""
    with Sink() as sink:

        async def story(app: Holdfast) -> None:
            (ready.folder / "blog").mkdir()
            (ready.folder / "blog" / "a.txt").write_text("a")
            await app.sites.add("blog", path=ready.folder / "blog", database="none", storage="disk")
            await app.telling.add("ping", "checks", Secret(f"{sink.url}/{KEY}"))
            ready.site.rename(ready.folder / "away")
            await back_up(app, "shop")
            await back_up(app, "blog")
            (ready.folder / "away").rename(ready.site)
            await back_up(app, "shop")

        ready.run(story)
        words = [got.path.partition("?")[0].removeprefix(f"/{KEY}") for got in sink.wait(6)]
    assert words == ["/start", "/fail", "/start", "/log", "/start", ""]


def test_trouble_with_the_outbox_is_no_trouble_of_the_backup(ready: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    with Sink() as sink:

        async def story(app: Holdfast) -> None:
            await add_hook(app, sink)

            def broken(*_: object, **__: object) -> None:
                raise sqlite3.OperationalError("planted")

            monkeypatch.setattr(outbox.Outbox, "put", broken)
            assert (await back_up(app)).outcome == "success"

        ready.run(story)
    assert sink.got == []


def test_two_programs_send_a_message_once(ready: Scene) -> None:
    """A row is claimed by one of them."""

    async def story(app: Holdfast) -> None:
        box = outbox.Outbox(app._home.database)
        for number in range(50):
            box.put("nobody", message=str(number), signal="", job="", body="", in_order=False)
        async with ready.app() as second:
            other, seen = outbox.Outbox(second._home.database), list[str]()
            while claimed := [*box.claim(7), *other.claim(5)]:
                seen += [one.message for one in claimed]
        assert sorted(seen, key=int) == [str(number) for number in range(50)]

    ready.run(story)


def test_restores_and_drills_that_fail_are_told(ready: Scene) -> None:
    """A drill that goes well is no event; one that cannot read the backup is."""
    with Sink() as sink:

        async def story(app: Holdfast) -> None:
            backup = (await back_up(app)).result["backup"]["id"]
            await add_hook(app, sink)
            assert (await (await app.backups.restore("shop", backup, to=ready.folder / "out")).result()).outcome == "success"
            await (await app.backups.drill("shop", backup)).result()
            for pack in (ready.repository / "data").rglob("*"):
                if pack.is_file():
                    pack.chmod(0o600)
                    pack.write_bytes(b"\0" * pack.stat().st_size)
            assert (await (await app.backups.drill("shop", backup)).result()).outcome == "failed"
            assert (await (await app.backups.restore("shop", backup, to=ready.folder / "again")).result()).outcome != "success"

        ready.run(story)
        told = [json.loads(got.body)["type"] for got in sink.wait(2)]
    assert told[:2] == ["restore.completed", "drill.failed"]


def test_a_clock_that_was_set_back_holds_nothing_up(ready: Scene) -> None:
    async def story(app: Holdfast) -> None:
        box = outbox.Outbox(app._home.database)
        box.put("nobody", message="m", signal="", job="", body="", in_order=False)
        assert len(box.claim()) == 1
        assert box.claim() == []
        box.later(1, 365 * 86_400)
        assert len(box.claim()) == 1

    ready.run(story)


def test_what_is_added_wrongly_leaves_nothing(ready: Scene) -> None:
    async def story(app: Holdfast) -> None:
        wrong = [
            ("webhook", "a", "http://hooks.example/", {}),
            ("webhook", "a", "https://hooks.example/", {"events": ["backup.exploded"]}),
            ("webhook", "a", "https://hooks.example/", {"secret": Secret("too short")}),
            ("webhook", "desktop", "https://hooks.example/", {}),
            ("ping", "a", "https://hooks.example/", {"secret": Secret("x" * 40)}),
            ("ping", "a", "https://hooks.example/", {"events": ["backup.failed"]}),
        ]
        for kind, name, address, words in wrong:
            with pytest.raises(UsageError):
                await app.telling.add(kind, name, Secret(address), **words)  # type: ignore[arg-type]  # words of a test
        with pytest.raises(NotFound):
            await app.telling.add("ping", "a", Secret("https://hooks.example/"), sites=["nobody"])
        assert not await app.telling.list()
        with pytest.raises(NotFound):
            await app.telling.test("a")

    ready.run(story)


def test_a_test_that_is_not_taken_says_why(ready: Scene) -> None:
    with Sink(404) as sink:

        async def story(app: Holdfast) -> None:
            await app.telling.add("ping", "checks", Secret(f"{sink.url}/{KEY}"))
            with pytest.raises(HoldfastError) as refused:
                await app.telling.test("checks")
            assert (refused.value.kind, refused.value.code) == ("remote", "NOT-TOLD")
            assert KEY not in refused.value.message + refused.value.hint
            await app.telling.remove("checks")
            assert not await app.telling.list()

        ready.run(story)
        assert sink.got[0].path == f"/{KEY}/log"


def test_what_a_crash_cut_off_is_told_once(ready: Scene) -> None:
    """A backup and a restore of a program that died: whichever program comes next closes them and tells so, and no other one again."""
    with Sink(204) as sink:

        async def story(app: Holdfast) -> str:
            secret = await add_hook(app, sink)
            await app.telling.add("ping", "checks", Secret(f"{sink.url}/{KEY}"))
            site = (await app.sites.show("shop")).id
            for verb in ("backup", "restore", "check"):
                app._home.history.begin(Job(id=f"left-{verb}", verb=verb, site="shop"), site_id=site)
            with app._home.database.write() as connection:
                connection.execute("UPDATE jobs SET pid = 0 WHERE outcome = ''")
            return secret

        secret = ready.run(story)

        async def look(app: Holdfast) -> None:
            await app.jobs.running()
            await app.telling.resume()

        ready.run(look)
        ready.run(look)
        sink.wait(3)
        ready.run(look)
        hooks = [verify(secret, got) for got in sink.got if got.path == "/hook"]
        pings = [got.path for got in sink.got if got.path != "/hook"]
    assert sorted(str(hook["type"]) for hook in hooks) == ["backup.failed", "restore.failed"]
    for hook in hooks:
        data = hook["data"]
        assert isinstance(data, dict)
        assert (data["outcome"], data["failure"]["code"]) == ("abandoned", "INTERRUPTED")
    assert pings == [f"/{KEY}/fail"]
