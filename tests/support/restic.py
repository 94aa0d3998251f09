"""The real restic, as oracle and as partner: password by file, TZ=UTC, a cache of its own, nothing of the caller's environment.

``Restic(place, password, scratch)`` uses the installed one (Debian 12: 0.14.0); ``version="0.18.0"`` or ``"0.19.1"`` fetches a newer
one on first use (tests that do so are marked ``long``).
"""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from tests.support.fetch_restic import fetch

INSTALLED = "0.14.0"
NEWER = ("0.18.0", "0.19.1")


class ResticError(AssertionError):
    """restic ended with an error; the message holds its words."""

    def __init__(self, command: list[str], done: subprocess.CompletedProcess[str]) -> None:
        super().__init__(f"restic {' '.join(command)} ended with {done.returncode}:\n{done.stdout[-3000:]}\n{done.stderr[-3000:]}")
        self.done = done


class Restic:
    """One restic for one repository. `scratch` is a folder for its password file and cache."""

    def __init__(
        self,
        repository: str | Path,
        password: str,
        scratch: Path,
        *,
        version: str = INSTALLED,
        environment: Mapping[str, str] | None = None,
    ) -> None:
        self.repository = str(repository)
        self.version = version
        self.program = "restic" if version == INSTALLED else str(fetch(version))
        scratch.mkdir(parents=True, exist_ok=True)
        self.password_file = scratch / f"password-{abs(hash(password)):x}"
        self.password_file.write_text(password)
        self._environment = {
            "PATH": os.environ.get("PATH", ""),
            "HOME": str(scratch),
            "TZ": "UTC",
            "LANG": "C.UTF-8",
            "TMPDIR": str(scratch),
            "RESTIC_CACHE_DIR": str(scratch / f"cache-{version}"),
            **(environment or {}),
        }

    def command(self, *arguments: str | Path) -> list[str]:
        """The whole command line."""
        quiet = [] if "--json" in arguments else ["-q"]  # -q would silence the changes that `diff --json` lists
        return [self.program, "-r", self.repository, "-p", str(self.password_file), *quiet, *map(str, arguments)]

    @property
    def environment(self) -> dict[str, str]:
        return dict(self._environment)

    def run(
        self, *arguments: str | Path, check: bool = True, cwd: Path | None = None, timeout: float = 170
    ) -> subprocess.CompletedProcess[str]:
        """Run a command; raises `ResticError` when it fails, unless `check` is False."""
        command = self.command(*arguments)
        done = subprocess.run(command, env=self._environment, cwd=cwd, capture_output=True, text=True, timeout=timeout, errors="replace")
        if check and done.returncode:
            raise ResticError(command[5:], done)
        return done

    def json(self, *arguments: str | Path) -> Any:
        """The command's ``--json`` answer."""
        return json.loads(self.run(*arguments, "--json").stdout)

    def json_lines(self, *arguments: str | Path) -> Iterator[dict[str, Any]]:
        """For commands that print one JSON value a line (ls, diff, find)."""
        for line in self.run(*arguments, "--json").stdout.split("\n"):  # names may hold U+2028
            if line.strip():
                yield json.loads(line)

    def init(self) -> None:
        self.run("init", "--repository-version", "2")

    def check(self, *, read_data: bool = True) -> None:
        """The oracle: no error in the repository, and (by default) in any byte of it."""
        done = self.run("check", *(["--read-data"] if read_data else []))
        words = (done.stdout + done.stderr).lower()
        if "error" in words.replace("no errors were found", "") or "hint" in words or "not referenced" in words:
            raise ResticError(["check"], done)

    def backup(self, *paths: str | Path, tags: tuple[str, ...] = (), options: tuple[str, ...] = (), cwd: Path | None = None) -> str:
        """Back up; returns the new snapshot's id."""
        before = {snapshot["id"] for snapshot in self.snapshots()}
        self.run("backup", *[f"--tag={tag}" for tag in tags], *options, *paths, cwd=cwd)
        (new,) = [snapshot["id"] for snapshot in self.snapshots() if snapshot["id"] not in before]
        return str(new)

    def snapshots(self) -> list[dict[str, Any]]:
        return list(self.json("snapshots") or [])

    def restore(self, snapshot: str, target: Path, *options: str) -> None:
        self.run("restore", snapshot, "--target", target, *options)

    def cat(self, kind: str, name: str) -> str:
        """``restic cat``: the raw JSON of a tree blob, a snapshot, an index, the config."""
        return self.run("cat", kind, *([name] if name else [])).stdout

    def list(self, kind: str) -> list[str]:
        return self.run("list", kind).stdout.split()
