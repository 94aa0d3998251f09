"""Paths, modes, settings, locks, redaction."""

from __future__ import annotations

import base64
import logging
import os
import subprocess
import sys
import urllib.parse
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from holdfast.errors import Busy, UsageError
from holdfast.state.database import Database
from holdfast.state.files import save_atomically
from holdfast.state.home_lock import HomeLock
from holdfast.state.logs import REDACTOR, log_to_file
from holdfast.state.paths import find_paths, home_facts, make_folders
from holdfast.state.processes import process_mark
from holdfast.state.redaction import Redactor
from holdfast.state.remembered import recall, remember
from holdfast.state.remote_jobs import claim
from holdfast.state.schema import MIGRATIONS
from holdfast.state.settings import Settings, change_setting, load_settings, save_settings


def test_an_explicit_home_holds_everything(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    paths = find_paths(tmp_path / "home")
    for place in (paths.settings, paths.database, paths.vault, paths.cache, paths.job_logs):
        assert place.is_relative_to(tmp_path / "home")
    monkeypatch.setenv("HOLDFAST_HOME", str(tmp_path / "other"))
    assert find_paths().database == tmp_path / "other" / "state.db"


def test_a_home_that_is_a_file_is_a_usage_error(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("")
    with pytest.raises(UsageError):
        make_folders(find_paths(tmp_path / "home"))


def test_a_home_keeps_its_id(tmp_path: Path) -> None:
    paths = find_paths(tmp_path / "home")
    make_folders(paths)
    assert home_facts(paths) == home_facts(paths)


def test_a_file_is_replaced_whole_and_the_one_before_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    save_atomically(path, b"one", keep_backup=True)
    save_atomically(path, b"two", keep_backup=True)
    assert path.read_bytes() == b"two"
    assert (tmp_path / "settings.json.bak").read_bytes() == b"one"
    assert sorted(p.name for p in tmp_path.iterdir()) == ["settings.json", "settings.json.bak"]


def test_settings_survive_damage(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    assert load_settings(path) == Settings()
    save_settings(path, Settings(concurrent_jobs=3))
    save_settings(path, Settings(concurrent_jobs=4))
    assert load_settings(path).concurrent_jobs == 4
    path.write_bytes(b'{"concurrent_jobs": "many"')
    assert load_settings(path).concurrent_jobs == 3


def test_settings_are_checked_when_they_are_changed() -> None:
    assert change_setting(Settings(), "concurrent_jobs", "3").concurrent_jobs == 3
    assert change_setting(Settings(), "notify", "false").notify is False
    for name, value in (("concurrent_jobs", "0"), ("concurrent_jobs", "x"), ("theme", "pink"), ("nothing", "1")):
        with pytest.raises(UsageError):
            change_setting(Settings(), name, value)


def test_one_holder_per_home(tmp_path: Path) -> None:
    with HomeLock(tmp_path) as lock:
        script = (
            f"from pathlib import Path; from holdfast.state.home_lock import HomeLock; print(HomeLock(Path({str(tmp_path)!r})).acquire())"
        )
        other = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
        assert other.stdout.strip() == "False"
        assert lock.holder() == os.getpid()
        with pytest.raises(Busy), HomeLock(tmp_path):
            pass
    with HomeLock(tmp_path):
        pass


def test_a_number_that_went_to_another_program_holds_nothing(tmp_path: Path) -> None:
    """A holder that died without letting go: its number alone says nothing, also after the computer was started anew."""
    with HomeLock(tmp_path) as lock:
        path = tmp_path / "scheduler.lock"
        assert path.read_text() == f"{os.getpid()} {process_mark(os.getpid())}"
        path.write_text(f"{os.getpid()} another boot:17")
        assert lock.holder() is None
        path.write_text(str(os.getpid()))  # as an older version wrote it
        assert lock.holder() == os.getpid()
        path.write_text("nonsense")
        assert lock.holder() is None


def test_what_runs_on_a_site_is_followed_by_one_program(tmp_path: Path) -> None:
    """The window and the agent, started one after the other: each job has one that follows it, and a dead one is followed on by another."""
    database = Database(tmp_path / "state.db", MIGRATIONS)
    assert claim(database, {"a", "b"}) == {"a", "b"}
    assert claim(database, {"a", "b", "c"}) == {"a", "b", "c"}, "its own"
    other = f"{os.getppid()} {process_mark(os.getppid())}"
    gone = f"{os.getpid()} another boot:17"
    remember(database, "remote jobs", "followed", {"by": {"a": other, "b": gone, "over": other}})
    assert claim(database, {"a", "b"}) == {"b"}
    assert set(recall(database, "followed")["remote jobs"]["by"]) == {"a", "b"}
    assert claim(database, set()) == set()
    database.close()


SECRET = "Pa$s w\"ör'd/+=&?"


@pytest.mark.parametrize(
    "text",
    [
        f"raw {SECRET} end",
        f"url {urllib.parse.quote(SECRET, safe='')} end",
        f"form {urllib.parse.quote_plus(SECRET)} end",
        f"base64 {base64.b64encode(SECRET.encode()).decode()} end",
        f"inside {base64.b64encode(b'user:' + SECRET.encode() + b':x').decode()} end",
        f"urlsafe {base64.urlsafe_b64encode(b'a' + SECRET.encode()).decode()} end",
        f"repr {SECRET!r} end",
    ],
)
def test_x2_a_known_secret_is_taken_out_in_every_form(text: str) -> None:
    redactor = Redactor()
    redactor.know(SECRET)
    cleaned = redactor.clean(text)
    assert SECRET not in cleaned
    assert urllib.parse.quote(SECRET, safe="") not in cleaned
    assert base64.b64encode(SECRET.encode()).decode()[4:-6] not in cleaned
    assert "***" in cleaned
    assert cleaned.endswith(" end")


@given(secret=st.text(min_size=8, max_size=40), before=st.binary(max_size=5), after=st.binary(max_size=5))
def test_x2_base64_of_a_text_around_a_secret_does_not_give_it_away(secret: str, before: bytes, after: bytes) -> None:
    redactor = Redactor()
    redactor.know(secret)
    encoded = base64.b64encode(before + secret.encode() + after).decode()
    cleaned = redactor.clean(encoded)
    longest = max((len(part) for part in cleaned.split("***")), default=0)
    assert longest < len(encoded) or "***" in cleaned


@pytest.mark.parametrize(
    "text",
    [
        "Authorization: Basic dXNlcjpodW50ZXIy",
        "password=hunter2&x=1",
        '{"api_key": "hunter2"}',
        "mysql://user:hunter2@host/db",
        "https://host/x?X-Amz-Signature=hunter2&y=1",
    ],
)
def test_x2_what_looks_like_a_credential_is_taken_out_unknown(text: str) -> None:
    cleaned = Redactor().clean(text)
    assert "hunter2" not in cleaned
    assert "dXNlcjpodW50ZXIy" not in cleaned


def test_x2_the_log_holds_no_secret_not_even_in_a_traceback(tmp_path: Path) -> None:
    REDACTOR.know("canary-in-the-log")
    log_to_file(tmp_path)
    logger = logging.getLogger("holdfast.test")
    try:
        raise ValueError("broken: canary-in-the-log")
    except ValueError:
        logger.exception("it failed with %s", base64.b64encode(b"canary-in-the-log").decode())
    content = (tmp_path / "holdfast.log").read_text()
    assert "ValueError" in content
    assert "canary" not in content
    assert base64.b64encode(b"canary-in-the-log").decode() not in content
    assert (tmp_path / "holdfast.log").stat().st_mode & 0o777 == 0o600
