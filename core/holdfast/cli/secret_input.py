"""How a secret reaches the terminal: from a file, from stdin, or typed without echo. Never as an argument's value."""

from __future__ import annotations

import argparse
import getpass
import sys
from pathlib import Path

from holdfast.errors import UsageError
from holdfast.secret import Secret


def add_secret_options(parser: argparse.ArgumentParser, what: str) -> None:
    """``--secret-file`` and ``--secret-stdin`` for `what` (for the help text)."""
    group = parser.add_mutually_exclusive_group()
    group.add_argument("--secret-file", metavar="F", help=f"read {what} from this file")
    group.add_argument("--secret-stdin", action="store_true", help=f"read {what} from standard input")


def given_secret(args: argparse.Namespace) -> Secret | None:
    """The secret that ``--secret-file`` or ``--secret-stdin`` names, or None when neither was given."""
    if getattr(args, "secret_file", None):
        return secret_from_file(args.secret_file)
    if getattr(args, "secret_stdin", False):
        return _checked(sys.stdin.readline(), "standard input")
    return None


def secret_from_file(path: str | None) -> Secret | None:
    """The first line of a file without its line end (as restic reads password files)."""
    if not path:
        return None
    try:
        text = Path(path).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as e:
        reason = e.strerror if isinstance(e, OSError) else "it is not UTF-8 text"
        raise UsageError(f"The secret cannot be read from {path}: {reason}.", hint="Give a text file with the secret on one line.") from e
    return _checked(text, path)


def ask_secret(prompt: str, *, twice: bool = False) -> Secret:
    """Typed at the terminal without echo; UsageError where nobody can type."""
    if not sys.stdin.isatty():
        raise UsageError(f"{prompt}: nobody is there to type it.", hint="Give it with --secret-file or --secret-stdin.")
    value = getpass.getpass(f"{prompt}: ")
    if twice and getpass.getpass("Again: ") != value:
        raise UsageError("The two entries differ.", hint="Nothing was changed; try again.")
    return _checked(value, "what was typed")


def ask_code(prompt: str) -> Secret | None:
    """A code that is of use once; None where nobody can type, or nothing was typed."""
    if not sys.stdin.isatty():
        return None
    return Secret(ask_line(prompt)) or None


def ask_line(prompt: str) -> str:
    """Typed at the terminal, shown while typed."""
    return input(f"{prompt}: ").strip()


def vault_passphrase(prompt: str, *, is_new: bool) -> Secret | None:
    """For a home without a keyring and without a file that holds its passphrase: typed, a new one twice. None where nobody can type:
    then it is locked, and what is due waits."""
    return ask_secret(prompt, twice=is_new) if sys.stdin.isatty() else None


def _checked(text: str, origin: str) -> Secret:
    value = text.rstrip("\r\n")
    if not value:
        raise UsageError(f"There is no secret in {origin}.", hint="It must hold the secret on one line.")
    if "\n" in value:
        raise UsageError(f"{origin} holds more than one line.", hint="It must hold the secret on one line and nothing else.")
    return Secret(value)
