"""Start with the session, hidden in the tray: an entry in the autostart folder of the desktop (Linux; others say that they cannot yet)."""

from __future__ import annotations

import os
import shlex
import sys
from pathlib import Path

from holdfast.errors import Unsupported

NAME = "holdfast-desktop.desktop"


def entry_path() -> Path:
    """Where the entry stands (XDG autostart specification)."""
    return Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config") / "autostart" / NAME


def is_on() -> bool:
    return entry_path().exists()


def turn(on: bool, command: list[str] | None = None) -> None:
    """Write or remove the entry. Unsupported where there is no such folder."""
    if sys.platform != "linux":
        raise Unsupported("Holdfast cannot start by itself on this system yet.", hint="Add holdfast-desktop --hidden to your session.")
    path = entry_path()
    if not on:
        path.unlink(missing_ok=True)
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(entry(command or own_command()), encoding="utf-8")


def own_command() -> list[str]:
    """How this program was started, as a command line for the session."""
    if getattr(sys, "frozen", False):
        return [sys.executable, "--hidden"]
    return [sys.executable, "-m", "holdfast_desktop", "--hidden"]


def entry(command: list[str]) -> str:
    """The text of the entry."""
    lines = [
        "[Desktop Entry]",
        "Type=Application",
        "Name=Holdfast",
        "Comment=Backups of your web sites",
        f"Exec={shlex.join(command)}",
        "Icon=holdfast-desktop",
        "X-GNOME-Autostart-enabled=true",
    ]
    return "\n".join(lines) + "\n"
