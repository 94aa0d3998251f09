"""`holdfast notify` as a person types it: receivers added, tried, told by a backup, removed; and no secret of theirs left anywhere."""

from __future__ import annotations

from pathlib import Path

from tests.core.reliability.canaries import files_below, hits
from tests.core.telling.test_sending import verify
from tests.support.sink import Sink
from tests.support.terminal import HoldfastCommand

KEY = "pIng-cAnary/3f1b0c"
TOKEN = "uRl-cAnary-tOken"


def test_the_story_of_two_receivers(tmp_path: Path) -> None:
    """X2: addresses that are keys, and what is signed with, stand in no file of the home and in nothing that was said."""
    holdfast = HoldfastCommand(tmp_path / "home")
    site = tmp_path / "site"
    site.mkdir()
    (site / "index.html").write_text("hello")
    password, address, url = tmp_path / "password", tmp_path / "address", tmp_path / "url"
    password.write_text("the repository's password")
    said: list[str] = []

    def run(*words: str, expect: int = 0, as_json: bool = True) -> dict[str, object]:
        ran = holdfast(*words, expect=expect, as_json=as_json)
        said.append(ran.out + ran.err)
        last: dict[str, object] = ran.last if as_json else {}
        return last

    with Sink() as sink:
        address.write_text(f"{sink.url}/{KEY}")
        url.write_text(f"{sink.url}/hook?token={TOKEN}")
        run("storage", "add", "disk", str(tmp_path / "disk"), "--secret-file", str(password))
        run("site", "add", "shop", "--path", str(site), "--database", "none")
        run("notify", "add", "ping", "checks", "--secret-file", str(address))
        secret = str(run("notify", "add", "webhook", "office", "--url-file", str(url))["secret"])
        said[-1] = said[-1].replace(secret, "")  # shown this once, as promised
        assert run("notify", "add", "webhook", "office", "--url", "https://hooks.example", expect=2)["failure"]
        assert run("notify", "add", "webhook", "x", "--url", "http://hooks.example", expect=2)["failure"]
        assert run("notify", "test", "office")["status"] == 200
        assert run("notify", "test", "checks")["status"] == 200
        assert run("notify", "test", "nobody", expect=5)["failure"]
        run("backup", "create", "shop")
        site.rename(tmp_path / "away")
        holdfast("backup", "create", "shop", expect=None)
        paths = [got.path for got in sink.got]
        hooks = [verify(secret, got) for got in sink.got if got.path.startswith("/hook")]
        listed = run("notify", "list")
        run("notify", "list", as_json=False)
        sink.statuses = [500]
        assert run("notify", "test", "office", expect=8)["failure"]
        run("notify", "remove", "office", "--dry-run")
        run("notify", "remove", "office", "--yes")
        run("notify", "remove", "checks", "--yes")
        assert run("notify", "list")["items"] == []
    assert [one["type"] for one in hooks] == ["test", "backup.completed", "backup.failed"]
    assert [path.partition("?")[0].removeprefix(f"/{KEY}") for path in paths if KEY in path] == ["/log", "/start", "", "/start", "/fail"]
    items = listed["items"]
    assert isinstance(items, list)
    assert {one["name"]: (one["kind"], one["waiting"], one["host"]) for one in items} == {
        "checks": ("ping", 0, sink.url),
        "office": ("webhook", 0, sink.url),
    }
    secrets = {"ping": KEY, "token": TOKEN, "secret": secret}
    assert hits(secrets, {**files_below(tmp_path / "home"), "said": "\n".join(said).encode()}) == []


def test_what_is_unusual_is_shown_and_confirmed(tmp_path: Path) -> None:
    """With its paths, in `status`, `site show` and their exit codes, until `site confirm`."""
    holdfast = HoldfastCommand(tmp_path / "home")
    site = tmp_path / "site"
    for name in ("wp-includes", "wp-admin", "wp-content/uploads"):
        (site / name).mkdir(parents=True)
    (site / "wp-includes" / "version.php").write_text("<?php $wp_version = '6.5';")
    password = tmp_path / "password"
    password.write_text("the repository's password")
    holdfast("storage", "add", "disk", str(tmp_path / "disk"), "--secret-file", str(password))
    holdfast("site", "add", "blog", "--path", str(site), "--database", "none")
    holdfast("backup", "create", "blog", "--type", "files")
    assert holdfast("status").last["status"] == "ok"
    (site / "wp-content/uploads/x.php").write_text("<?php")
    holdfast("backup", "create", "blog", "--type", "files")
    shown = holdfast("status", expect=3).last["attention"]
    assert [(subject, reason["code"], reason["details"]["examples"]) for subject, reason in shown] == [
        ("blog", "UPLOADS-PHP", ["wp-content/uploads/x.php"])
    ]
    words = holdfast("site", "show", "blog", as_json=False).out
    assert "wp-content/uploads/x.php" in words
    assert "holdfast site confirm blog" in words
    assert holdfast("site", "confirm", "blog").last["confirmed"][0]["code"] == "UPLOADS-PHP"
    assert holdfast("status").last["status"] == "ok"
