"""X2 for the whole program: planted secrets through a day at the terminal, half of it failing; then everything it left is searched."""

from __future__ import annotations

import os
import signal
import subprocess
import time
import zipfile
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from tests.core.reliability.canaries import Watch, disguises, files_below, hits
from tests.support.mariadb import MariaDb
from tests.support.s3_server import StrictS3
from tests.support.terminal import HoldfastCommand, Ran

SECRETS = {
    "vault": "vAult cAnary pa&ss/ö+",
    "repository": "rEpo-cAnary&Pa$s wörd/+?",
    "database": "dAtabase-cAnary'\"\\/+ü%x",
    "bucket": "bUcket/cAnary+Secret/Key==",
    "wrong": "wRong-cAnary/pass&word+é",
}
WP_CONFIG = """<?php
define('DB_NAME', '{name}');
define('DB_USER', '{user}');
define('DB_PASSWORD', '{password}');
define('DB_HOST', '127.0.0.1:{port}');
$table_prefix = 'wp_';
require_once ABSPATH . 'wp-settings.php';
"""


class Day:
    """A home, a WordPress whose configuration knows the database's password, a bucket, and all that the commands said."""

    def __init__(self, folder: Path, mariadb: MariaDb, s3: StrictS3) -> None:
        self.folder, self.s3 = folder, s3
        self.written = folder / "written"
        self.written.mkdir()
        self.holdfast = HoldfastCommand(self.written / "home", passphrase=SECRETS["vault"])
        self.given = folder / "given"
        (self.written / "home-passphrase").unlink()
        self.given.mkdir(mode=0o700)
        for name, secret in SECRETS.items():
            (self.given / name).write_text(secret)
            (self.given / name).chmod(0o600)
        s3.keys = {"AKCANARY": SECRETS["bucket"]}
        self.database, self.user = mariadb.database(), f"u{time.monotonic_ns() % 10**12}"
        mariadb.user(self.user, SECRETS["database"], ["ALL ON *.*"])
        mariadb.sql(
            "CREATE TABLE wp_posts (id INT PRIMARY KEY, t TEXT); INSERT INTO wp_posts VALUES (1, 'hello'), (2, 'you');", self.database
        )
        self.port = mariadb.port
        self.site = folder / "site"
        for name in ("wp-admin", "wp-includes", "wp-content/uploads"):
            (self.site / name).mkdir(parents=True)
        (self.site / "wp-includes/version.php").write_text("<?php\n$wp_version = '6.5';\n")
        (self.site / "wp-load.php").write_text("<?php\n")
        (self.site / "wp-content/uploads/photo.jpg").write_bytes(bytes(range(256)) * 1000)
        password = SECRETS["database"].replace("\\", "\\\\").replace("'", "\\'")
        facts = {"name": self.database, "user": self.user, "password": password, "port": self.port}
        (self.site / "wp-config.php").write_text(WP_CONFIG.format(**facts))
        self.said: dict[str, bytes] = {}

    def secret(self, name: str) -> str:
        return str(self.given / name)

    def __call__(self, *words: str, expect: int | None = 0, as_json: bool = True) -> Ran:
        ran = self.holdfast(*words, expect=expect, as_json=as_json)
        self.said[f"{len(self.said)} {' '.join(words)}"] = (ran.out + "\n" + ran.err).encode()
        return ran

    def crash(self) -> None:
        """A program that breaks down in mid-backup leaves its traceback in the crash file."""
        (self.site / "wp-content/uploads/film.mp4").write_bytes(os.urandom(80_000_000))
        command = self.holdfast.arguments("backup", "create", "blog", "--type", "full")
        running = subprocess.Popen(command, env=self.holdfast.environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        assert running.stdout is not None
        for line in running.stdout:
            if b'"progressed"' in line:
                break
        running.send_signal(signal.SIGSEGV)
        out, err = running.communicate(timeout=60)
        assert running.returncode == -signal.SIGSEGV
        self.said["crash"] = line + out + err

    def places(self) -> dict[str, bytes]:
        """Everything that was written or said, but what the user gave, and the site."""
        objects = {key: data for bucket in self.s3.buckets.values() for key, data in bucket.objects.items()}
        return {**self.said, **files_below(self.written), **objects}


@pytest.fixture
def day(tmp_path: Path, mariadb: MariaDb, monkeypatch: pytest.MonkeyPatch) -> Iterator[Day]:
    with StrictS3() as s3:
        found = Day(tmp_path, mariadb, s3)
        (found.written / "tmp").mkdir()
        monkeypatch.setenv("TMPDIR", str(found.written / "tmp"))
        real = found.holdfast.environment
        monkeypatch.setattr(found.holdfast, "environment", lambda: {**real(), "HOLDFAST_VAULT_PASSPHRASE_FILE": found.secret("vault")})
        yield found


def test_x2_no_secret_is_left_anywhere(day: Day) -> None:
    """X2: backups to disk and bucket, lists, restores, and what goes wrong: 0 hits in arguments, environments, files and words."""
    disk, bucket = str(day.written / "repository"), f"s3:{day.s3.url}/bucket/path"
    restored = day.folder / "restored"
    with Watch() as watch:
        day("storage", "add", "disk", disk, "--secret-file", day.secret("repository"))
        keys = ("--access-key", "AKCANARY", "--access-secret-file")
        day("storage", "add", "s3", bucket, "--path-style", "--secret-file", day.secret("repository"), *keys, day.secret("bucket"))
        made = day("storage", "add", "made", str(day.written / "made")).last["password"]
        day("site", "add", "blog", "--path", str(day.site), "--storage", "s3")
        day(
            "site",
            "add",
            "far",
            "--path",
            str(day.site),
            "--storage",
            "disk",
            "--database",
            f"mysql://{day.user}@127.0.0.1:1/x",
            "--database-secret-file",
            day.secret("database"),
        )
        day("backup", "create", "blog", "-v")
        day("backup", "create", "--all", "-v", expect=None, as_json=False)
        day("backup", "list", "blog")
        day("backup", "restore", "blog", "latest", "--to", str(restored), "--yes")
        day("backup", "restore", "blog", "latest", "--only", "database", "--no-safety-backup", "--yes")
        day(
            "backup",
            "restore",
            "blog",
            "latest",
            "--to",
            str(restored),
            "--only",
            "database",
            "--yes",
            "--database",
            f"mysql://{day.user}@127.0.0.1:{day.port}/{day.database}",
            "--database-secret-file",
            day.secret("wrong"),
            expect=None,
        )
        day("storage", "add", "again", disk, "--secret-file", day.secret("wrong"), expect=4)
        day(
            "storage",
            "add",
            "other",
            bucket,
            "--path-style",
            "--secret-file",
            day.secret("repository"),
            *keys,
            day.secret("wrong"),
            expect=4,
        )
        day("storage", "key", "add", "disk", "--secret-file", day.secret("wrong"))
        day("storage", "recovery-kit", "s3", "--to", str(day.written / "kit.html"), "--without-password")
        day.s3.suspended = {"AKCANARY"}
        day("backup", "create", "blog", "-v", expect=None)
        day.s3.suspended = set()
        day.crash()
        day("settings", "export", str(day.written / "export.json"))
        day("doctor", "--bundle", str(day.written / "bundle.zip"), expect=None)
        with zipfile.ZipFile(day.written / "bundle.zip") as bundle:
            bundle.extractall(day.written / "bundle")
        day("report", "--site", "blog", "--month", f"{datetime.now().astimezone():%Y-%m}", "--to", str(day.written / "report.html"))
        for words in (("audit", "list"), ("activity", "list"), ("status",), ("storage", "list"), ("site", "list")):
            day(*words, expect=None)
    programs = watch.programs()
    assert "--worker" in programs
    assert "dump" in programs
    places = day.places()
    assert any(name.endswith("state.db") for name in places)
    assert any("/logs/" in name and b"Segmentation fault" in content for name, content in places.items())
    assert any(name.startswith("path/data/") for name in places)
    assert any(name.startswith("path/holdfast/") for name in places)
    assert any("/bundle/logs/jobs/" in name for name in places)
    assert hits(SECRETS, {**places, **watch.seen}) == []
    shown = {name: content for name, content in {**places, **watch.seen}.items() if "storage add made" not in name}
    assert hits({"made": made}, shown) == []
    assert (restored / "wp-config.php").read_text() == (day.site / "wp-config.php").read_text()


def test_the_search_finds_what_is_hidden() -> None:
    """The hunt itself: each disguise is seen, wherever it stands."""
    import base64
    import json
    import urllib.parse

    secret = SECRETS["repository"]
    for text in (
        secret.encode(),
        urllib.parse.quote_plus(secret).encode(),
        json.dumps({"x": secret}).encode(),
        *(base64.b64encode(b"u" * n + secret.encode() + b"rest") for n in range(4)),
        secret.encode().hex().encode(),
    ):
        assert hits({"it": secret}, {"there": b"before " + text + b" after"}) == [("it", "there")]
    assert len(disguises(secret)) > 8
