"""The terminal as a person uses it: the real command, a real repository on disk, restic as the judge."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import stat
import subprocess
from pathlib import Path
from typing import Any

import pytest

from holdfast.app import sample_site
from tests.support.terminal import HoldfastCommand


@pytest.fixture
def holdfast(tmp_path: Path) -> HoldfastCommand:
    return HoldfastCommand(tmp_path / "hf-home")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "café"
    sample_site.make(folder)
    return folder


@pytest.fixture
def password(holdfast: HoldfastCommand, site: Path, tmp_path: Path) -> Path:
    """A storage `disk` and a site `shop` are there; the repository's password lies in the file that is returned."""
    added = holdfast("storage", "add", "disk", str(tmp_path / "repository")).last
    file = tmp_path / "password"
    file.write_text(added["password"])
    holdfast("site", "add", "shop", "--path", str(site), "--database", f"sqlite:{site / sample_site.DATABASE}", "--storage", "disk")
    return file


def _restic(password: Path, repository: Path, *words: str) -> str:
    command = ["restic", "-r", str(repository), "--password-file", str(password), "--no-cache", *words]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def _create(holdfast: HoldfastCommand, *words: str) -> dict[str, Any]:
    result = holdfast("backup", "create", "shop", *words).last
    assert result["event"] == "finished"
    assert result["outcome"] == "success"
    backup: dict[str, Any] = result["result"]["backup"]
    return backup


def test_the_whole_story(holdfast: HoldfastCommand, site: Path, password: Path, tmp_path: Path) -> None:
    """Back up, change, back up, look, compare, search, prove, restore, export, thin out, check: and restic agrees."""
    repository = tmp_path / "repository"
    first = _create(holdfast, "--label", "the first", "--meta", "why=test")
    sample_site.change(site)
    second = _create(holdfast)
    assert first["label"] == "the first"
    assert second["parent_id"] == first["id"]

    listed = holdfast("backup", "list", "shop").last
    assert [b["id"] for b in listed["items"]] == [second["id"], first["id"]]
    assert listed["total"] == 2

    changes = holdfast("backup", "diff", "shop", first["id"][:8], "latest").last
    assert any(str(c["path"]).endswith("journal/week-1.html") for c in changes["added"])
    assert len([c for c in changes["removed"] if c["kind"] == "file"]) == 1

    found = holdfast("backup", "find", "index.html").last["items"]
    assert [len(f["versions"]) for f in found] == [2]

    drill = holdfast("backup", "drill", "shop", expect=None).last
    assert drill["result"]["verdict"] in {"proven", "warning"}
    assert drill["result"]["level"] == "loaded"

    restored = tmp_path / "restored"
    answer = holdfast("backup", "restore", "shop", "latest", "--to", str(restored), "--yes").last
    assert answer["result"]["backup_id"] == second["id"]
    assert (
        subprocess.run(["diff", "-r", "--no-dereference", "-x", "data", site, restored, "-x", "holdfast-database"], check=False).returncode
        == 0
    )

    for name in ("all.zip", "all.tar.zst"):
        written = holdfast("backup", "download", "shop", "latest", "--to", str(tmp_path / name)).last["result"]
        assert Path(written["path"]).stat().st_size == written["size"]
    got = tmp_path / "old-index.html"
    holdfast("backup", "get", "shop", first["id"], str(site / "index.html"), "--to", str(got))
    assert "week 1" not in got.read_text()

    holdfast("backup", "keep", "shop", first["id"])
    _create(holdfast)
    plan = holdfast("backup", "forget", "shop", "--keep-last", "1", "--dry-run").last["result"]["plan"]
    assert [len(group["remove"]) for group in plan["groups"]] == [1]
    holdfast("backup", "forget", "shop", "--keep-last", "1", "--yes")
    assert holdfast("backup", "list", "shop").last["total"] == 2
    holdfast("storage", "prune", "disk")
    holdfast("storage", "check", "disk", "--read-data")
    _restic(password, repository, "check", "--read-data")
    assert len(json.loads(_restic(password, repository, "snapshots", "--json"))) == 2


def test_a_vandalised_site_is_brought_back_with_its_database(holdfast: HoldfastCommand, site: Path, password: Path) -> None:
    """Restore over the live site: files and database are as before, a safety backup of the vandalised state was made first."""
    _create(holdfast)
    (site / "index.html").write_text("defaced")
    for page in (site / "pages").iterdir():
        page.unlink()
    database = sqlite3.connect(site / sample_site.DATABASE)
    with database:
        database.execute("DELETE FROM posts")
    database.close()
    answer = holdfast("backup", "restore", "shop", "latest", "--yes").last
    assert answer["outcome"] == "success"
    assert answer["result"]["safety_backup"]
    assert "Café Morgenrot" in (site / "index.html").read_text()
    assert len(list((site / "pages").iterdir())) == 4
    database = sqlite3.connect(site / sample_site.DATABASE)
    assert database.execute("SELECT count(*) FROM posts").fetchone() == (400,)
    database.close()


@pytest.mark.parametrize("asked", [False, True])
@pytest.mark.usefixtures("password")
def test_attributes_and_set_bits_come_back_when_asked_for(holdfast: HoldfastCommand, site: Path, tmp_path: Path, asked: bool) -> None:
    """H2: what a file may do beyond its mode is not believed of a backup by itself."""
    tool = site / "tool"
    tool.write_text("#!/bin/sh")
    tool.chmod(0o2755)
    os.setxattr(tool, "user.note", b"kept")
    _create(holdfast)
    holdfast("backup", "restore", "shop", "latest", "--to", str(tmp_path / "back"), *(["--attributes"] if asked else []))
    (back,) = (tmp_path / "back").rglob("tool")
    assert (stat.S_IMODE(back.stat().st_mode), os.listxattr(back)) == ((0o2755, ["user.note"]) if asked else (0o755, []))


def test_one_bad_site_never_stops_the_others(holdfast: HoldfastCommand, site: Path, password: Path, tmp_path: Path) -> None:
    """`--all` ends with 3: the good site is backed up, the one whose folder is gone is named with its reason."""
    gone = tmp_path / "gone"
    gone.mkdir()
    holdfast("site", "add", "gone", "--path", str(gone), "--database", "none", "--storage", "disk")
    gone.rmdir()
    last = holdfast("backup", "create", "--all", expect=3).last
    rows = {row["site"]: row for row in last["result"]["sites"]}
    assert rows["shop"]["outcome"] == "success"
    assert rows["gone"]["outcome"] == "failed"
    assert rows["gone"]["failure"]["kind"] == "not_found"


def test_interrupting_keeps_what_was_stored(holdfast: HoldfastCommand, site: Path, password: Path, tmp_path: Path) -> None:
    """Ctrl-C ends with 130; the next backup goes on, the repository is clean."""
    for number in range(40):
        (site / f"big-{number}.bin").write_bytes(number.to_bytes(2, "big") * 2_000_000)
    child = subprocess.Popen(
        holdfast.arguments("backup", "create", "shop"),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=holdfast.environment(),
    )
    assert child.stdout is not None
    for line in child.stdout:
        if json.loads(line)["event"] == "progressed":
            break
    child.send_signal(signal.SIGINT)
    out, err = child.communicate(timeout=120)
    assert child.returncode == 130, err
    assert json.loads(out.splitlines()[-1])["outcome"] == "cancelled"
    _create(holdfast)
    _restic(password, tmp_path / "repository", "check", "--read-data")


def test_everything_written_is_private(holdfast: HoldfastCommand, password: Path) -> None:
    """X5: folders 0700, files 0600 or stricter, whatever the umask."""
    _create(holdfast)
    for path in [holdfast.home, *holdfast.home.rglob("*")]:
        mode = stat.S_IMODE(path.lstat().st_mode)
        assert not mode & 0o077, f"{path} is {oct(mode)}"


@pytest.mark.parametrize(
    ("words", "code", "kind"),
    [
        (("site", "show", "nobody"), 5, "not_found"),
        (("backup", "list", "nobody"), 5, "not_found"),
        (("storage", "add", "x", "s3:https://user:secret@host/bucket"), 2, "usage"),
        (("storage", "add", "x", "relative/path:odd://"), 2, "usage"),
        (("site", "add", "x", "--path", "/does/not/exist"), 5, "not_found"),
        (("site", "add", "x", "--path", "/", "--database", "mysql://u:pw@localhost/db"), 2, "usage"),
        (("backup", "create"), 2, "usage"),
        (("settings", "set", "overdue_days", "soon"), 2, "usage"),
    ],
)
def test_bad_input_is_explained(holdfast: HoldfastCommand, words: tuple[str, ...], code: int, kind: str) -> None:
    """A clear error that says what to do, as a document for programs; no traceback, no secret."""
    ran = holdfast(*words, expect=code)
    assert ran.last["failure"]["kind"] == kind
    assert ran.last["failure"]["message"]
    assert "Traceback" not in ran.err
    assert "secret@" not in ran.out + ran.err
    assert ":pw@" not in ran.out + ran.err


def test_a_wrong_password_does_not_open(holdfast: HoldfastCommand, password: Path, tmp_path: Path) -> None:
    """Adopting a repository with a wrong password is exit 4 and leaves no entry."""
    wrong = tmp_path / "wrong"
    wrong.write_text("not it")
    ran = holdfast("storage", "add", "again", str(tmp_path / "repository"), "--secret-file", str(wrong), expect=4)
    assert ran.last["failure"]["kind"] == "auth"
    assert [s["name"] for s in holdfast("storage", "list").last["items"]] == ["disk"]


def test_a_new_computer_adopts_the_repository(holdfast: HoldfastCommand, site: Path, password: Path, tmp_path: Path) -> None:
    """Location and password suffice: another home lists and restores what this one backed up."""
    made = _create(holdfast)
    other = HoldfastCommand(tmp_path / "other-home")
    added = other("storage", "add", "found", str(tmp_path / "repository"), "--secret-file", str(password)).last
    assert added["created"] is False
    assert "shop" in added["found_sites"]
    assert [b["id"] for b in other("backup", "list", "@found").last["items"]] == [made["id"]]
    other("backup", "restore", "@found", made["id"], "--to", str(tmp_path / "there"), "--yes")
    assert (tmp_path / "there").exists()


def test_the_demo_tells_its_story_twice(tmp_path: Path) -> None:
    """`holdfast demo` works on an empty home, and again on what it left."""
    command = HoldfastCommand(tmp_path / "demo-home")
    for _ in range(2):
        ran = command("demo", as_json=False)
        assert "byte for byte: equal" in ran.out
        assert "Drill: " in ran.out
