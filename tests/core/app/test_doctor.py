"""The doctor: what it finds, that it works where nothing else does, and that its bundle holds no secret (X2)."""

from __future__ import annotations

import json
import os
import threading
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import pytest

from holdfast.app import Holdfast
from holdfast.app.diagnosing import Diagnosis
from holdfast.app.diagnosing_local import Finding
from holdfast.cancellation import Cancellation
from holdfast.cli.main import main
from holdfast.jobs.messages import CompareClocks
from holdfast.progress import SILENT
from holdfast.records import Account, Site
from holdfast.secret import Secret
from holdfast.state.credentials.base import SecretName
from holdfast.state.database import Database
from holdfast.state.entries import accounts_of, new_id, sites_of
from holdfast.state.schema import MIGRATIONS
from holdfast.worker.compare_clocks import run as compare_clocks
from tests.core.app.conftest import Scene
from tests.core.app.test_reliability import forms


def examine(scene: Scene, **words: Any) -> Diagnosis:
    found: Diagnosis = scene.run(lambda app: app.doctor(**words))
    return found


def found(diagnosis: Diagnosis, check: str) -> Finding:
    return next(one for one in diagnosis.findings if one.check == check)


def test_a_healthy_home_is_in_order(ready: Scene) -> None:
    diagnosis = examine(ready)
    assert [one for one in diagnosis.findings if one.outcome not in {"ok", "unknown"}] == []
    assert diagnosis.status == "ok"
    assert diagnosis.versions["holdfast"]
    assert {one.check for one in diagnosis.findings} >= {
        "python",
        "libraries",
        "database",
        "disk",
        "permissions",
        "secrets",
        "storage",
        "scheduler",
    }


def test_each_ill_is_found_with_what_to_do(ready: Scene) -> None:
    ready.paths.settings.write_text("{")
    ready.paths.settings.chmod(0o644)
    (ready.paths.logs / "crash.log").write_text("Fatal Python error: Segmentation fault")
    for path in ready.paths.cache.glob("catalogue-*.db"):
        path.write_bytes(b"garbage" * 1000)
    ready.repository.rename(ready.folder / "unplugged")
    diagnosis = examine(ready)
    assert diagnosis.status == "failed"
    for check, outcome in (
        ("settings", "warning"),
        ("permissions", "warning"),
        ("crashes", "warning"),
        ("catalogue", "warning"),
        ("storage", "failed"),
    ):
        one = found(diagnosis, check)
        assert (check, one.outcome) == (check, outcome)
        assert one.hint or check == "storage"


def test_a_locked_store_is_named_and_the_rest_is_looked_at(ready: Scene) -> None:
    diagnosis: Diagnosis = ready.run(lambda app: app.doctor(), passphrase=None)
    assert found(diagnosis, "secrets").outcome == "failed"
    assert found(diagnosis, "storage").outcome == "unknown"
    assert found(diagnosis, "database").outcome == "ok"


@pytest.mark.parametrize("damage", ["garbage", "newer", "truncated"])
def test_the_doctor_comes_where_the_home_cannot_be_opened(
    ready: Scene, damage: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """D2: a newer schema or a damaged file is said, with a way out; a bundle can be made all the same."""
    if damage == "newer":
        database = Database(ready.paths.database, MIGRATIONS)
        database.read(f"PRAGMA user_version={len(MIGRATIONS) + 1}")
        database.close()
    else:
        content = ready.paths.database.read_bytes()
        ready.paths.database.write_bytes(b"no database " * 1000 if damage == "garbage" else content[: len(content) // 2 + 100])
    bundle = ready.folder / "bundle.zip"
    monkeypatch.setattr("holdfast.cli.main._passphrase", lambda *_: Secret("open sesame"))
    assert main(["--home", str(ready.home), "--json", "doctor", "--bundle", str(bundle)]) == 1
    diagnosis = json.loads(capsys.readouterr().out)
    one = next(one for one in diagnosis["findings"] if one["check"] == "database")
    assert one["outcome"] == "failed"
    assert one["hint"]
    assert "report.txt" in zipfile.ZipFile(bundle).namelist()


CANARIES = {"password": "rEpository&cAnary +/", "sign-in": "aPplication-cAnary'\"x", "webhook": "wEbhook:cAnary=="}


def test_x2_the_bundle_holds_no_secret_and_no_address(scene: Scene) -> None:
    """Secrets and addresses that some library wrote into logs, behind our redaction, are not in the bundle."""

    async def fill(app: Holdfast) -> None:
        await app.storages.add("disk", str(scene.repository), Secret(CANARIES["password"]))
        await app.sites.add("shop", path=scene.site, database="sqlite:data.sqlite", storage="disk")
        await (await app.backups.create(["shop"])).value()

    scene.run(fill)
    database = Database(scene.paths.database, MIGRATIONS)
    account = accounts_of(database).put(
        Account(id=new_id(), name="a", system="backup-copilot", user="mira@client.example", url="https://client.example")
    )
    site = sites_of(database).put(Site(id=new_id(), name="b", system="backup-copilot", url="https://client.example", account=account.id))
    database.close()
    sign_in = json.dumps({"kind": "basic", "user": "mira@client.example", "secret": CANARIES["sign-in"]})

    async def secrets(app: Holdfast) -> None:
        await app._home.put_secret(SecretName(account.id, "sign-in", "a"), Secret(sign_in))
        await app._home.put_secret(SecretName(site.id, "webhook", "b"), Secret(CANARIES["webhook"]))

    scene.run(secrets)
    planted = [form.decode("utf-8", "surrogateescape") for one in CANARIES.values() for form in forms(one)]
    lines = [f"some library: {one}" for one in planted] + [
        "GET https://client.example/wp-json",
        f"open {scene.home}/state.db",
        "Authorization: Basic abc123",
    ]
    for path in (scene.paths.logs / "holdfast.log", scene.paths.logs / "crash.log", scene.paths.job_logs / "0123.log"):
        path.write_text("\n".join(lines))
    file = scene.folder / "bundle.zip"
    examine(scene, bundle=file)
    assert file.stat().st_mode & 0o777 == 0o600
    with zipfile.ZipFile(file) as bundle:
        texts = {name: bundle.read(name) for name in bundle.namelist()}
    assert {"README.txt", "report.txt", "report.json", "overview.json", "logs/holdfast.log", "logs/jobs/0123.log"} <= set(texts)
    hidden = [form for one in CANARIES.values() for form in forms(one)] + [b"client.example", os.fsencode(scene.home), b"abc123"]
    assert [(name, form) for name, text in texts.items() for form in hidden if form in text] == []
    assert b"some library: ***" in texts["logs/holdfast.log"]
    assert b"HOME/state.db" in texts["logs/holdfast.log"]


class _Clock(BaseHTTPRequestHandler):
    ahead = timedelta()

    def do_HEAD(self) -> None:
        self.send_response_only(200)
        self.send_header("Date", format_datetime(datetime.now(UTC) + self.ahead, usegmt=True))
        self.end_headers()

    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def server_ahead(by: timedelta) -> Iterator[str]:
    server = HTTPServer(("127.0.0.1", 0), type("Clock", (_Clock,), {"ahead": by}))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def test_t4_a_clock_that_differs_is_told_with_a_remedy(ready: Scene) -> None:
    """Two hours apart: said, by how much and which way; nothing else is touched."""
    with server_ahead(timedelta(hours=2)) as address:
        answer = compare_clocks(CompareClocks(job="1", addresses=(address, "http://127.0.0.1:1")), SILENT, Cancellation())
        assert [one["ahead"] and round(one["ahead"] / 60) for one in answer["servers"]] == [120, None]
        database = Database(ready.paths.database, MIGRATIONS)
        account = accounts_of(database).put(Account(id=new_id(), name="a", system="general-bots", url=address))
        database.close()
        one = found(examine(ready), "clock")
        assert account.url.removeprefix("http://") == one.subject
        assert one.outcome == "failed"
        assert "2 hours ahead" in one.message
        assert "clock" in one.hint


def test_a_missing_folder_of_the_home_breaks_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    assert main(["--home", str(tmp_path / "new"), "-q", "doctor"]) in {0, 1, 3}


def test_what_the_bundle_would_hold_is_read_before_it_is_saved(ready: Scene, tmp_path: Path) -> None:
    async def story(app: Holdfast) -> dict[str, str]:
        texts = dict(await app.diagnostics(await app.doctor()))
        await app.save_diagnostics({name: text for name, text in texts.items() if not name.startswith("logs/")}, tmp_path / "b.zip")
        assert app.logs_folder.is_dir()
        return texts

    texts = ready.run(story)
    assert {"README.txt", "report.txt", "report.json", "overview.json"} <= set(texts)
    assert str(ready.home) not in "".join(texts.values())
    with zipfile.ZipFile(tmp_path / "b.zip") as bundle:
        assert {name: bundle.read(name).decode() for name in bundle.namelist()} == {
            name: text for name, text in texts.items() if not name.startswith("logs/")
        }
