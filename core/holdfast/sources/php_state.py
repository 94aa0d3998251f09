"""What is known while a PHP configuration file is followed, and what leaves the file: environment, included files, secret files."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeAlias

from holdfast.sources import php_values as values
from holdfast.sources.php_dotenv import parse_dotenv
from holdfast.sources.php_values import Missing, Unknown, Value

MAX_FILE = 1 << 20
MAX_INCLUDES = 40
_MAX_STEPS = 30_000
_MAX_DEPTH = 90
Snapshot: TypeAlias = tuple[dict[str, Value], dict[str, Value]]
"""Constants and variables at one place."""
CONDITION = "depends on a condition that only the web server can decide"


class Stop(Exception):
    """``exit``, or WordPress itself takes over."""

    def __init__(self, *, dead: bool) -> None:
        self.dead = dead


class Return(Exception):
    """``return`` in an included file."""


class TooComplex(Exception):
    """A bound was met."""


class State:
    """One reading. `constants` and `variables` hold the outcome, `followed` the files read, `notes` what could not be followed.

    `follow` is called with the path and text of a file that is included; `allowed` says whether a file may be opened (as PHP code: True).
    """

    def __init__(
        self,
        *,
        constants: Mapping[str, Value],
        environment: Mapping[str, str],
        server: Mapping[str, str],
        allowed: Callable[[Path, bool], bool],
    ) -> None:
        self.constants: dict[str, Value] = dict(constants)
        self.variables: dict[str, Value] = {}
        self.environment = dict(environment)
        self.server = dict(server)
        self.followed: list[Path] = []
        self.notes: list[str] = []
        self.unseen: set[str] = set()
        """Environment variables that were asked for and are not there."""
        self._allowed = allowed
        self.follow: Callable[[Path, str], None] = lambda path, source: None
        self._steps = 0
        self._depth = 0

    def step(self) -> None:
        self._steps += 1
        if self._steps > _MAX_STEPS:
            raise TooComplex

    def deeper(self, by: int) -> None:
        self._depth += by
        if self._depth > _MAX_DEPTH:
            raise TooComplex

    def state(self) -> Snapshot:
        return dict(self.constants), dict(self.variables)

    def set_state(self, state: Snapshot) -> None:
        self.constants, self.variables = dict(state[0]), dict(state[1])

    def define(self, name: str, value: Value, *, again: bool = False) -> None:
        """PHP keeps the first definition of a constant."""
        present = self.constants.get(name)
        if name not in self.constants or again:
            self.constants[name] = value
        elif isinstance(present, Unknown) and present.why == CONDITION and present != value:
            self.constants[name] = Unknown(CONDITION)

    def env(self, name: Value) -> Value:
        key = values.text(name)
        if isinstance(key, Unknown):
            return key
        if key in self.environment:
            return self.environment[key]
        self.unseen.add(key)
        return Missing(key)

    def include(self, path: Value, *, required: bool, from_file: Path) -> None:
        name = values.text(path)
        if isinstance(name, Unknown):
            self.notes.append(f"{from_file.name} includes a file whose name {name.why}")
            return
        if name.endswith("wp-settings.php"):
            raise Stop(dead=False)
        target = Path(name) if name.startswith("/") else from_file.parent / name
        if name.endswith("vendor/autoload.php") or "\0" in name or target in self.followed:
            return
        if not self._allowed(target, True) or not target.is_file():
            if required:
                self.notes.append(f"{from_file.name} includes {target}, which was not followed")
            return
        try:
            self.follow(target, read_text(target))
        except Return:
            pass
        except OSError:
            self.notes.append(f"{target} cannot be read")

    def file_text(self, path: str) -> Value:
        target = Path(path)
        if "\0" in path or not self._allowed(target, False):
            return Unknown(f"is read from {path}")
        try:
            return read_text(target)
        except OSError:
            return False

    def load_dotenv(self, folder: Value, names: Value) -> None:
        if not isinstance(folder, str) or "\0" in folder:
            return
        listed = [n for n in names.values() if isinstance(n, str)] if isinstance(names, dict) else [names] if isinstance(names, str) else []
        for name in listed or [".env"]:
            content = self.file_text(f"{folder.rstrip('/')}/{name}")
            if isinstance(content, str):
                self.followed.append(Path(folder) / name)
                for key, value in parse_dotenv(content, self.environment).items():
                    self.environment.setdefault(key, value)


def read_text(path: Path) -> str:
    """A small text file; bytes that are not UTF-8 survive as surrogates. Raises `OSError`, also for what is no plain or no small file."""
    if not path.is_file():
        raise FileNotFoundError(path)
    with path.open("rb") as file:
        data = file.read(MAX_FILE + 1)
    if len(data) > MAX_FILE:
        raise OSError("too large for a configuration file")
    return data.decode("utf-8", "surrogateescape").removeprefix("\ufeff")


def merged(one: Snapshot, other: Snapshot) -> Snapshot:
    """What holds whichever of two ways was taken."""
    return _merged(one[0], other[0]), _merged(one[1], other[1])


def _merged(one: dict[str, Value], other: dict[str, Value]) -> dict[str, Value]:
    result: dict[str, Value] = {}
    for key in one.keys() | other.keys():
        same = key in one and key in other and one[key] == other[key]
        result[key] = one[key] if same else Unknown(CONDITION)
    return result
