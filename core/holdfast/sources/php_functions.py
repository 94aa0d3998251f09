"""The functions of a PHP configuration file that have an effect or ask about the world around it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import msgspec

from holdfast.sources import php_values as values
from holdfast.sources.php_state import CONDITION, State
from holdfast.sources.php_values import Missing, Unknown, Value

BUILT_IN: dict[str, Value] = {
    "true": True, "false": False, "null": None, "DIRECTORY_SEPARATOR": "/", "PHP_EOL": "\n", "PHP_OS_FAMILY": Unknown(CONDITION),
}  # fmt: skip


class Call(msgspec.Struct, frozen=True):
    """One call. `quiet`: it would not be run, so it must have no effect."""

    state: State
    path: Path
    arguments: list[Value]
    constant: Callable[[str], Value]
    quiet: bool

    @property
    def first(self) -> Value:
        return self.arguments[0] if self.arguments else None


def _define(call: Call) -> Value:
    if isinstance(call.first, str) and len(call.arguments) > 1 and not call.quiet:
        call.state.define(call.first, call.arguments[1])
    return True


def _defined(call: Call) -> Value:
    if not isinstance(call.first, str) or (isinstance(found := call.state.constants.get(call.first), Unknown) and found.why == CONDITION):
        return Unknown(CONDITION)
    return call.first in call.state.constants or call.first in BUILT_IN


def _constant(call: Call) -> Value:
    return call.constant(call.first) if isinstance(call.first, str) else Unknown(CONDITION)


def _getenv(call: Call) -> Value:
    return call.state.env(call.first)


def _env(call: Call) -> Value:
    found = typed(call.state.env(call.first))
    return call.arguments[1] if isinstance(found, Missing) and len(call.arguments) > 1 else found


def _getenv_docker(call: Call) -> Value:
    """The function of Docker's own wp-config.php: ``NAME_FILE`` names a file that holds the value, else ``NAME``, else the default."""
    by_file = call.state.env(values.joined(call.first, "_FILE"))
    if isinstance(by_file, str) and by_file:
        found = call.state.file_text(by_file)
        return found.rstrip("\r\n") if isinstance(found, str) else Unknown(f"is read from {by_file}")
    value = call.state.env(call.first)
    return call.arguments[1] if isinstance(value, Missing) and len(call.arguments) > 1 else value


def _putenv(call: Call) -> Value:
    if isinstance(call.first, str) and "=" in call.first and not call.quiet:
        name, _, value = call.first.partition("=")
        call.state.environment[name] = value
    return True


def _exists(call: Call) -> Value:
    path = values.text(call.first)
    if isinstance(path, Unknown):
        return Unknown(CONDITION)
    try:
        return "\0" not in path and (call.path.parent / path).exists()
    except OSError:
        return False


def _file_text(call: Call) -> Value:
    path = values.text(call.first)
    return path if isinstance(path, Unknown) else call.state.file_text(path)


def _function_exists(call: Call) -> Value:
    return isinstance(call.first, str) and call.first.lower() in {"getenv", "define", "env"}


def _value_kind(call: Call) -> Value:
    return Unknown(CONDITION) if isinstance(call.first, Unknown) else isinstance(call.first, str)


def _in_array(call: Call) -> Value:
    where = call.arguments[1] if len(call.arguments) > 1 else None
    if isinstance(call.first, Unknown) or not isinstance(where, dict):
        return Unknown(CONDITION)
    return any(values.same(call.first, v, strict=False) is True for v in where.values())


def _implode(call: Call) -> Value:
    glue, pieces = (call.first, call.arguments[1]) if len(call.arguments) > 1 else ("", call.first)
    if not isinstance(pieces, dict) or not isinstance(glue, str):
        return Unknown("is put together in a way that Holdfast does not follow")
    texts = [values.text(v) for v in pieces.values()]
    unknown = [t for t in texts if isinstance(t, Unknown)]
    return unknown[0] if unknown else glue.join(t for t in texts if isinstance(t, str))


CALLS: dict[str, Callable[[Call], Value]] = {
    "define": _define,
    "defined": _defined,
    "constant": _constant,
    "getenv": _getenv,
    "env": _env,
    "getenv_docker": _getenv_docker,
    "putenv": _putenv,
    "file_exists": _exists,
    "is_file": _exists,
    "is_readable": _exists,
    "is_dir": _exists,
    "file_get_contents": _file_text,
    "function_exists": _function_exists,
    "is_string": _value_kind,
    "in_array": _in_array,
    "implode": _implode,
    "join": _implode,
}
"""Functions that look at the world or change what is known. Pure ones on strings: `php_values.ON_TEXT`."""


def typed(value: Value) -> Value:
    """How oscarotero/env turns words of a ``.env`` file into values."""
    if isinstance(value, str):
        words: dict[str, Value] = {"true": True, "false": False, "null": None, "": None}
        return words.get(value.lower(), value)
    return value
