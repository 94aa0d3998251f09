"""Single commands, run in this process: what they say and how they end when they are used in ways that nobody planned."""

from __future__ import annotations

import io
import json
import os
import shlex
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest

from holdfast.cli.main import main
from holdfast.state.credentials.vault import PASSPHRASE_VARIABLE
from tests.core.app.conftest import Scene
from tests.core.app.conftest import ready as ready
from tests.core.app.conftest import scene as scene


class Ran(msgspec.Struct, frozen=True):
    code: int
    out: str
    err: str

    @property
    def last(self) -> Any:
        return json.loads(self.out.splitlines()[-1])


Command = Callable[..., Ran]


@pytest.fixture
def command(ready: Scene, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Command:
    """`command("backup", "list", "shop")` in the home of `ready`, with the passphrase of its vault in a file and nobody at stdin."""
    file = tmp_path / "vault-passphrase"
    file.write_text("open sesame\n")
    file.chmod(0o600)
    monkeypatch.setenv(PASSPHRASE_VARIABLE, str(file))
    monkeypatch.setattr("sys.stdin", io.StringIO())

    def run(*words: str) -> Ran:
        capsys.readouterr()
        code = main(["--home", str(ready.home), *words])
        shown = capsys.readouterr()
        return Ran(code, shown.out, shown.err)

    return run


def test_a_restore_that_is_asked_for_again_does_not_bring_back_what_it_was_to_undo(command: Command, ready: Scene) -> None:
    """What a restore set aside first is the newest backup, but nobody's `latest`: a second try restores the same one. The way back is
    said."""
    made = command("--json", "backup", "create", "shop").last["result"]["backup"]["id"]
    (ready.site / "index.html").write_text("defaced")
    first = command("backup", "restore", "shop", "latest", "--yes")
    assert (ready.site / "index.html").read_text() == "<h1>Hello</h1>"
    safety = command("--json", "backup", "list", "shop").last["items"][0]["id"]
    assert f"holdfast backup restore shop {safety[:8]}" in first.out
    again = command("--json", "backup", "restore", "shop", "latest", "--yes").last["result"]
    assert again["backup_id"] == made
    assert (ready.site / "index.html").read_text() == "<h1>Hello</h1>"
    command("backup", "restore", "shop", safety, "--yes")
    assert (ready.site / "index.html").read_text() == "defaced"


def test_the_plan_of_a_restore_names_its_backup(command: Command) -> None:
    made = command("--json", "backup", "create", "shop").last["result"]["backup"]["id"]
    assert command("--json", "backup", "restore", "shop", "latest", "--dry-run").last["plan"]["backup_id"] == made


def test_a_vault_that_nobody_can_open_is_locked(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    """Exit 6 and the way to unlock it, not a word about options that do not help."""
    monkeypatch.delenv(PASSPHRASE_VARIABLE)
    ran = command("--json", "backup", "create", "shop")
    failure = ran.last["failure"]
    assert (ran.code, failure["code"]) == (6, "KEY-LOCKED")
    assert PASSPHRASE_VARIABLE in failure["hint"]


def test_a_passphrase_file_that_is_no_text(command: Command, tmp_path: Path) -> None:
    (tmp_path / "vault-passphrase").write_bytes(b"\xff\xfe")
    ran = command("backup", "create", "shop")
    assert ran.code == 2
    assert "is not text" in ran.err


def test_a_site_without_a_storage_can_be_removed(command: Command, ready: Scene) -> None:
    command("storage", "add", "second", str(ready.folder / "second"))
    command("site", "add", "stray", "--path", str(ready.site))
    assert command("backup", "create", "stray").code == 5
    assert command("site", "remove", "stray", "--yes").code == 0
    assert command("site", "show", "stray").code == 5


def test_forgetting_by_rules_that_keep_nothing_is_refused(command: Command) -> None:
    """They never stand for another policy; -1 keeps all."""
    command("backup", "create", "shop")
    command("backup", "create", "shop")
    for words in (("--keep-last", "0"), ("--keep-last", "0", "--keep-daily", "0"), ("--keep-last", "-2")):
        assert command("backup", "forget", "shop", *words, "--yes").code == 2
    assert command("backup", "forget", "shop", "--keep-last", "-1", "--yes").code == 0
    assert command("--json", "backup", "list", "shop").last["total"] == 2


@pytest.mark.parametrize("words", ["--limit 0", "--limit -1", "--page 0", "--page x"])
def test_a_page_that_cannot_be(words: str) -> None:
    assert main(["backup", "list", "shop", *words.split()]) == 2


def test_a_filter_that_nothing_passes_is_no_lack_of_backups(command: Command) -> None:
    assert command("backup", "list", "shop").out == "No backup of shop yet.\n"
    command("backup", "create", "shop")
    assert command("backup", "list", "shop", "--status", "failed").out == "No such backup of shop.\n"
    assert command("backup", "list", "shop", "--limit", "5", "--page", "2").out == "No such backup of shop.\n"


def test_what_ran_since_a_day(command: Command) -> None:
    command("backup", "create", "shop")
    assert command("--json", "activity", "list", "--since", "2026-01-01").last["total"] == 1
    assert command("activity", "list", "--since", "2999-01-01T10:00").out == "No such run.\n"
    assert command("activity", "list", "--since", "yesterday").code == 2


def test_a_retention_that_nobody_can_read_is_no_setting(command: Command) -> None:
    assert command("settings", "set", "retention", "bananas").code == 2
    assert command("settings", "set", "retention", "last=3").code == 0


def test_a_recovery_kit_that_cannot_be_saved_creates_no_storage(command: Command, ready: Scene) -> None:
    """Its password is shown once: a storage that nobody was told the password of must not come of it."""
    kit = ready.folder / "kit.html"
    kit.write_text("mine")
    place = ready.folder / "second"
    assert command("storage", "add", "second", str(place), "--recovery-kit", str(kit)).code == 2
    assert not place.exists()
    assert kit.read_text() == "mine"
    assert command("storage", "add", "second", str(place), "--recovery-kit", str(ready.folder / "no" / "kit.html")).code == 2
    assert not place.exists()


def test_the_password_of_a_repository_that_is_there_is_asked_for(command: Command, ready: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    assert command("storage", "add", "again", str(ready.repository)).code == 4
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("getpass.getpass", lambda _: "repository password")
    ran = command("storage", "add", "again", str(ready.repository))
    assert (ran.code, ran.out.splitlines()[0]) == (0, f"Adopted again at {ready.repository}")


def test_every_preview_is_a_document_for_programs(command: Command) -> None:
    assert command("--json", "storage", "remove", "disk", "--dry-run").last["plan"]["sites"] == ["shop"]
    assert command("--json", "storage", "key", "remove", "disk", "abc", "--dry-run").last["plan"]["key"] == "abc"


def test_a_sound_storage_needs_no_word_to_be_repaired(command: Command) -> None:
    command("backup", "create", "shop")
    ran = command("storage", "repair", "disk")
    assert (ran.code, ran.out) == (0, "Nothing to repair.\n")


def test_words_that_a_verb_does_not_know_are_explained_by_its_own_help(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["backup", "forget", "shop", "--keep-forever"]) == 2
    assert (
        capsys.readouterr().err
        == "holdfast: backup forget: unknown: --keep-forever\n          holdfast backup forget --help shows what it takes.\n"
    )


def _with_output(ready: Scene, output: int, *words: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONWARNINGS": "error"}
    command = [sys.executable, "-m", "holdfast", "--home", str(ready.home), *words]
    return subprocess.run(command, stdout=output, stderr=subprocess.PIPE, env=environment, text=True, check=False)


def test_who_stops_reading_stops_nothing(command: Command, ready: Scene) -> None:
    """`| head` ends the report, not the backup; the exit code is that of the backup."""
    reading, writing = os.pipe()
    os.close(reading)
    try:
        ran = _with_output(ready, writing, "--json", "backup", "create", "shop")
        short = _with_output(ready, writing, "--version")
    finally:
        os.close(writing)
    assert (ran.returncode, ran.stderr) == (short.returncode, short.stderr) == (0, "")
    assert command("--json", "backup", "list", "shop").last["total"] == 1


def test_a_report_that_cannot_be_written_is_told(command: Command, ready: Scene) -> None:
    with open("/dev/full", "w", encoding="utf-8") as full:
        ran = _with_output(ready, full.fileno(), "--json", "backup", "create", "shop")
    assert ran.returncode == 1
    assert ran.stderr.startswith("holdfast: The output cannot be written: No space left on device.")
    assert command("--json", "backup", "list", "shop").last["total"] == 1


def test_standard_files_may_be_closed(command: Command, ready: Scene) -> None:
    """No file of ours gets their numbers: what is printed would end up in it."""
    words = f"{shlex.quote(sys.executable)} -m holdfast --home {shlex.quote(str(ready.home))} backup create shop <&- >&- 2>&-"
    assert subprocess.run(["sh", "-c", words], check=False).returncode == 0
    assert command("doctor").code == 0
    assert command("--json", "backup", "list", "shop").last["total"] == 1


def test_a_terminal_that_lacks_characters(command: Command, ready: Scene) -> None:
    environment = {**os.environ, "PYTHONIOENCODING": "ascii"}
    for words in (["storage", "test", "disk"], ["--json", "site", "list"]):
        line = [sys.executable, "-m", "holdfast", "--home", str(ready.home), *words]
        ran = subprocess.run(line, capture_output=True, env=environment, check=False)
        assert (ran.returncode, ran.stderr) == (0, b"")
        assert words[0] != "--json" or json.loads(ran.stdout)["items"]
