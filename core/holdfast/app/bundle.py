"""The doctor's bundle: a zip for whoever helps, with logs, settings and versions, and without secrets, addresses or folders of the user.

Logs were cleaned when they were written; here everything passes once more, now with every secret of this home known by value.
"""

from __future__ import annotations

import io
import os
import re
import zipfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import msgspec

from holdfast.app.diagnosing import Diagnosis
from holdfast.app.home import Home
from holdfast.app.secrets_of_home import secret_names
from holdfast.errors import HoldfastError, StorageError
from holdfast.state.credentials.base import Credentials
from holdfast.state.files import save_atomically
from holdfast.state.logs import REDACTOR
from holdfast.state.paths import Paths
from holdfast.state.remembered import this_user

_LONGEST = 1_000_000
"""Bytes of one log, its end."""
_JOB_LOGS = 30
_RUNS = 200
_README = """What `holdfast doctor --bundle` put together for whoever helps you.

Passwords, keys and tokens are taken out, addresses and folders of yours are replaced (address-1, ~). {known}
Have a look before you send it: everything in it is text.
"""
_KNOWN = "Every secret of this home was searched for by its value."
_NOT_KNOWN = "The store of secrets was locked, so that secrets were searched for by their looks alone."


async def write_bundle(paths: Paths, home: Home | None, diagnosis: Diagnosis, file: str | Path) -> Path:
    """Write it (0600, replaced whole); where it is. StorageError."""
    texts = await gather_texts(paths, home, diagnosis)
    return await home.ask(lambda: save_texts(texts, file), seconds=120.0) if home is not None else save_texts(texts, file)


async def gather_texts(paths: Paths, home: Home | None, diagnosis: Diagnosis) -> dict[str, str]:
    """What goes into it, by the names of the files: for a person to read before anything is written."""
    known = await _know_secrets(home)
    hosts, past = await home.ask(lambda: (_hosts(home), _past(home))) if home is not None else ((), {})
    clean = cleaner(paths, hosts)

    def read() -> dict[str, str]:
        own = {"report.txt": as_text(diagnosis), "report.json": _json(diagnosis), "overview.json": _json(past)}
        cleaned = {name: clean(text) for name, text in (*own.items(), *_files(paths))}
        return {"README.txt": _README.format(known=_KNOWN if known else _NOT_KNOWN), **cleaned}

    return await home.ask(read, seconds=120.0) if home is not None else read()


def save_texts(texts: Mapping[str, str], file: str | Path) -> Path:
    """As a zip. Blocks."""
    target, content = Path(file).expanduser(), io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as bundle:
        for name, text in texts.items():
            bundle.writestr(name, text)
    try:
        save_atomically(target, content.getvalue())
    except OSError as error:
        raise StorageError(f"{target} cannot be written: {error.strerror}.") from error
    return target


def as_text(diagnosis: Diagnosis) -> str:
    lines = [f"[{one.outcome}] {one.check}: {one.message}" + (f"\n    {one.hint}" if one.hint else "") for one in diagnosis.findings]
    return "\n".join([*lines, "", *(f"{name} {version}" for name, version in diagnosis.versions.items()), ""])


def cleaner(paths: Paths, hosts: tuple[str, ...]) -> Callable[[str], str]:
    """Takes out secrets, then what tells who the user is: the folders, the computer's name, the addresses of sites and storages."""
    folders = sorted({os.fspath(paths.data), os.fspath(paths.config), os.fspath(paths.cache), os.fspath(paths.logs)}, key=len, reverse=True)
    swaps = dict.fromkeys(folders, "HOME") | {os.fspath(Path.home()): "~"}
    swaps |= {host: f"address-{number}" for number, host in enumerate(hosts, 1)}
    computer = this_user().rpartition("@")[2]
    if len(computer) >= 4:
        swaps[computer] = "computer"
    words = re.compile("|".join(re.escape(word) for word in sorted(swaps, key=len, reverse=True) if len(word) >= 4))
    return lambda text: words.sub(lambda match: swaps[match[0]], REDACTOR.clean(text))


async def _know_secrets(home: Home | None) -> bool:
    if home is None:
        return False
    names = await home.ask(lambda: secret_names(home))

    def load(store: Credentials) -> None:
        for name in names:
            found = store.get(name)
            if found is not None:
                for value in _values(found.reveal()):
                    REDACTOR.know(value)

    try:
        await home.secret_call(load)
    except HoldfastError:
        return False
    return True


def _values(secret: str) -> Iterator[str]:
    """A sign-in is stored as JSON: each of its texts counts, except words of our own."""
    yield secret
    try:
        content = msgspec.json.decode(secret)
    except msgspec.DecodeError:
        return
    if isinstance(content, dict):
        yield from (
            value for name, value in content.items() if isinstance(value, str) and name not in {"kind", "user", "token_url", "expires_at"}
        )


def _hosts(home: Home) -> tuple[str, ...]:
    texts = [site.url for site in home.sites.all()] + [account.url for account in home.accounts.all()]
    texts += [storage.location for storage in home.storages.all()]
    found = {match[1].lower() for text in texts for match in re.finditer(r"://(?:[^/@\s]*@)?([^/:\s]+)", text)}
    users = {account.user for account in home.accounts.all() if len(account.user) >= 4}
    return tuple(sorted(found | users))


def _past(home: Home) -> dict[str, Any]:
    """Counts, and the newest runs without the names of sites and without results."""
    jobs = home.history.newest(_RUNS)
    sites = home.sites.all()
    return {
        "sites": {system: sum(site.system == system for site in sites) for system in sorted({site.system for site in sites})},
        "storages": [storage.location.partition(":")[0] if ":" in storage.location else "folder" for storage in home.storages.all()],
        "runs": [
            {
                "id": job.id, "verb": job.verb, "trigger": job.trigger, "started_at": job.started_at, "ended_at": job.ended_at,
                "outcome": job.outcome, "step": job.step, "warnings": len(job.warnings), "code": (job.failure or {}).get("code", ""),
                "message": (job.failure or {}).get("message", ""),
            }
            for job, _ in jobs
        ],
    }  # fmt: skip


def _files(paths: Paths) -> Iterator[tuple[str, str]]:
    if paths.settings.exists():
        yield "settings.json", _end_of(paths.settings)
    for path in sorted(path for path in paths.logs.glob("*.log*") if path.is_file()):
        yield f"logs/{path.name}", _end_of(path)
    newest = sorted(paths.job_logs.glob("*.log"), key=lambda path: path.stat().st_mtime, reverse=True)[:_JOB_LOGS]
    for path in newest:
        yield f"logs/jobs/{path.name}", _end_of(path)


def _end_of(path: Path) -> str:
    with path.open("rb") as file:
        file.seek(max(0, path.stat().st_size - _LONGEST))
        return file.read().decode("utf-8", "replace")


def _json(value: object) -> str:
    return msgspec.json.format(msgspec.json.encode(value)).decode() + "\n"
