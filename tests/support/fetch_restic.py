"""Newer restics for `make test-long`: the .deb of newer Debian suites, unpacked beside and never installed.

    python -m tests.support.fetch_restic

apt itself does the work, with lists of its own: the mirror, the signing keys and any proxy are those this machine's apt uses. The
programs end up under ``.build/restic/<version>/restic`` of the checkout.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

SUITES = {"0.18.0": "trixie", "0.19.1": "sid"}
BUILD = Path(__file__).resolve().parents[2] / ".build" / "restic"
_SOURCES = (Path("/etc/apt/sources.list"), Path("/etc/apt/sources.list.d"))


def fetched(version: str) -> Path | None:
    """The program of that version, when it was fetched."""
    program = BUILD / version / "restic"
    return program if os.access(program, os.X_OK) else None


def fetch(version: str) -> Path:
    """Download and unpack that version; returns the program. Raises `RuntimeError` with apt's words when that cannot be done."""
    if program := fetched(version):
        return program
    with tempfile.TemporaryDirectory(prefix="fetch-restic-") as scratch:
        folder = Path(scratch)
        _apt(folder, SUITES[version], "update")
        newest = _candidate(folder, SUITES[version])
        if newest.partition("-")[0].partition("+")[0] != version:
            raise RuntimeError(f"Debian {SUITES[version]} has restic {newest} by now, not {version}: adapt SUITES")
        _apt(folder, SUITES[version], "download", "restic")
        package = next(folder.glob("restic_*.deb"))
        subprocess.run(["dpkg-deb", "-x", package, folder / "unpacked"], check=True)
        target = BUILD / version / "restic"
        target.parent.mkdir(parents=True, exist_ok=True)
        temporary = target.with_suffix(f".{os.getpid()}")
        shutil.copy2(folder / "unpacked" / "usr" / "bin" / "restic", temporary)
        temporary.rename(target)  # two test processes may fetch at once
    return target


def _mirror() -> tuple[str, str]:
    """The address of this machine's Debian mirror, and the keyring that signs it ("" when apt's default)."""
    files = [_SOURCES[0], *sorted(_SOURCES[1].glob("*.list")), *sorted(_SOURCES[1].glob("*.sources"))]
    for file in files:
        text = file.read_text() if file.is_file() else ""
        for stanza in re.split(r"\n\s*\n", text):
            address = re.search(r"^(?:URIs:\s*|deb\s+(?:\[[^]]*\]\s+)?)(\S+/debian)/?(?:\s|$)", stanza, re.MULTILINE)
            if address:
                keyring = re.search(r"signed-by\s*[:=]\s*([^\s\]]+)", stanza, re.IGNORECASE)
                return address[1], keyring[1] if keyring else ""
    raise RuntimeError("no Debian mirror in this machine's apt sources")


def _options(folder: Path, suite: str) -> list[str]:
    address, keyring = _mirror()
    source = folder / "sources.list"
    source.write_text(f"deb {f'[signed-by={keyring}] ' if keyring else ''}{address} {suite} main\n")
    lists, cache = folder / "lists" / "partial", folder / "cache" / "archives" / "partial"
    lists.mkdir(parents=True, exist_ok=True)
    cache.mkdir(parents=True, exist_ok=True)
    settings = {
        "Dir::Etc::SourceList": source,
        "Dir::Etc::SourceParts": "-",
        "Dir::State::Lists": lists.parent,
        "Dir::Cache": cache.parents[1],
        "Acquire::Languages": "none",
        "Acquire::IndexTargets::deb::Contents-deb::DefaultEnabled": "false",
        "APT::Sandbox::User": "",
    }
    return [part for key, value in settings.items() for part in ("-o", f"{key}={value}")]


def _apt(folder: Path, suite: str, *command: str) -> None:
    done = subprocess.run(["apt-get", "-q", *_options(folder, suite), *command], cwd=folder, capture_output=True, text=True, timeout=300)
    if done.returncode:
        raise RuntimeError(f"apt-get {command[0]} for {suite}: {done.stderr.strip()}")


def _candidate(folder: Path, suite: str) -> str:
    command = ["apt-cache", *_options(folder, suite), "show", "--no-all-versions", "restic"]
    shown = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    version = re.search(r"^Version: (\S+)", shown, re.MULTILINE)
    return version[1] if version else "none"


if __name__ == "__main__":
    for wanted in sys.argv[1:] or SUITES:
        print(fetch(wanted))
