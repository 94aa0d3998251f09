"""Where things lie on this computer. Folders are 0700, files 0600.

An explicit home (``--home``, ``HOLDFAST_HOME``) is one folder that holds everything; without one, the platform's own folders.
"""

from __future__ import annotations

import os
import secrets
from pathlib import Path
from typing import Literal

import msgspec

from holdfast.errors import Forbidden, NoSpace, StorageError, UsageError
from holdfast.state.files import make_private_folder, save_atomically

HOME_VARIABLE = "HOLDFAST_HOME"
SecretStore = Literal["", "keyring", "vault"]


class HomeFacts(msgspec.Struct, frozen=True):
    """What was decided once for a home, in ``home.json``."""

    id: str
    secrets: SecretStore = ""
    """Where secrets are kept; empty = not decided yet."""


class Paths(msgspec.Struct, frozen=True):
    """All places of one home."""

    config: Path
    data: Path
    cache: Path
    logs: Path
    explicit: bool
    """A folder the user named (then secrets are kept apart from those of other homes)."""

    @property
    def settings(self) -> Path:
        return self.config / "settings.json"

    @property
    def database(self) -> Path:
        return self.data / "state.db"

    @property
    def facts(self) -> Path:
        return self.data / "home.json"

    @property
    def vault(self) -> Path:
        return self.data / "vault.json"

    @property
    def job_logs(self) -> Path:
        return self.logs / "jobs"

    def job_log(self, job: str) -> Path:
        return self.job_logs / f"{job}.log"


def find_paths(home: Path | None = None) -> Paths:
    """The places of `home`, or of ``HOLDFAST_HOME``, or the platform's. Makes nothing."""
    named = home or (Path(os.environ[HOME_VARIABLE]) if os.environ.get(HOME_VARIABLE) else None)
    if named is not None:
        root = named.expanduser().absolute()
        return Paths(config=root, data=root, cache=root / "cache", logs=root / "logs", explicit=True)
    from platformdirs import PlatformDirs

    dirs = PlatformDirs("holdfast", appauthor=False)
    return Paths(
        config=Path(dirs.user_config_dir),
        data=Path(dirs.user_data_dir),
        cache=Path(dirs.user_cache_dir),
        logs=Path(dirs.user_log_dir),
        explicit=False,
    )


def make_folders(paths: Paths) -> None:
    """Make all folders of a home. UsageError when the home is a file, Forbidden when it cannot be written to."""
    for folder in (paths.config, paths.data, paths.cache, paths.logs, paths.job_logs):
        try:
            make_private_folder(folder)
        except (FileExistsError, NotADirectoryError) as error:
            raise UsageError(f"{folder} is not a folder.", hint="Name another home with --home.") from error
        except PermissionError as error:
            raise Forbidden(f"{folder} cannot be made or used: no permission.", hint="Name another home with --home.") from error
        except OSError as error:
            kind = NoSpace if error.strerror and "space" in error.strerror.lower() else StorageError
            raise kind(f"{folder} cannot be made: {error.strerror}.", code="SPACE-LOCAL" if kind is NoSpace else None) from error
        if not os.access(folder, os.W_OK):  # false for everybody where the file system is mounted to be read only
            hint = "Give your user the right to write there, or see whether its disk is mounted to be read only. Backups are not affected."
            raise Forbidden(f"{folder} cannot be written to.", hint=hint, code="HOME-DENIED")


def home_facts(paths: Paths) -> HomeFacts:
    """What was decided for this home; made when it is new."""
    try:
        return msgspec.json.decode(paths.facts.read_bytes(), type=HomeFacts)
    except FileNotFoundError:
        pass
    except (msgspec.DecodeError, msgspec.ValidationError) as error:
        backup = paths.facts.with_name(paths.facts.name + ".bak")
        if not backup.exists():
            raise StorageError(f"{paths.facts} cannot be read.", hint="It names where this home keeps its secrets.") from error
        return msgspec.json.decode(backup.read_bytes(), type=HomeFacts)
    facts = HomeFacts(id=secrets.token_hex(8))
    save_facts(paths, facts)
    return facts


def save_facts(paths: Paths, facts: HomeFacts) -> None:
    save_atomically(paths.facts, msgspec.json.encode(facts) + b"\n", keep_backup=True)
