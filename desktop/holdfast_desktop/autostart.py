"""Start with the session, hidden in the tray: on Linux, macOS and Windows. The texts are made by pure functions; `turn` does the act.

Facts: Desktop Application Autostart Specification 0.5 and Desktop Entry Specification 1.5 (quoting of Exec); launchd.plist(5) (a job in
``~/Library/LaunchAgents`` is loaded at login); Microsoft, "Run and RunOnce Registry Keys" (a command line of at most 260 characters).
Tested on Linux; macOS and Windows in form only.
"""

from __future__ import annotations

import os
import plistlib
import subprocess
import sys
from pathlib import Path
from typing import Any

from holdfast.errors import Unsupported

NAME = "holdfast-desktop.desktop"
LABEL = "org.holdfast.desktop"
RUN_KEY, RUN_NAME = r"Software\Microsoft\Windows\CurrentVersion\Run", "Holdfast"
LONGEST_RUN = 260
"""Characters of a command line in the Run key."""


def entry_path(platform: str = sys.platform) -> Path:
    """The file that starts us (Linux, macOS). Windows keeps a value of the registry instead."""
    if platform == "darwin":
        return Path.home() / "Library" / "LaunchAgents" / f"{LABEL}.plist"
    return Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config") / "autostart" / NAME


def is_on() -> bool:
    if os.name == "nt":
        return _run_value() is not None
    return entry_path().exists()


def turn(on: bool, command: list[str] | None = None) -> None:
    """Start with the session from now on, or no longer. OSError when it cannot be written; `Unsupported` where there is no such thing."""
    words = command or own_command()
    if os.name == "nt":
        _set_run_value(windows_line(words) if on else None)
        return
    if not sys.platform.startswith(("linux", "darwin", "freebsd", "openbsd", "netbsd")):
        raise Unsupported("Holdfast cannot start by itself on this system.", hint="Add holdfast-desktop --hidden to your session.")
    path = entry_path()
    if not on:
        path.unlink(missing_ok=True)
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(macos_entry(words) if sys.platform == "darwin" else linux_entry(words), encoding="utf-8")


def own_command() -> list[str]:
    """How this program was started, as a command line for the session."""
    if getattr(sys, "frozen", False):
        return [sys.executable, "--hidden"]
    return [sys.executable, "-m", "holdfast_desktop", "--hidden"]


def linux_entry(command: list[str]) -> str:
    """An entry of the autostart folder."""
    lines = [
        "[Desktop Entry]",
        "Type=Application",
        "Name=Holdfast",
        "Comment=Backups of your web sites",
        "Comment[de]=Sicherungen Ihrer Websites",
        f"Exec={' '.join(_exec_word(word) for word in command)}",
        "Icon=holdfast-desktop",
        "X-GNOME-Autostart-enabled=true",
    ]
    return "\n".join(lines) + "\n"


def macos_entry(command: list[str]) -> str:
    """A LaunchAgent: started at login, not started again when the user quits."""
    properties = {"Label": LABEL, "ProgramArguments": command, "RunAtLoad": True, "KeepAlive": False, "ProcessType": "Interactive"}
    return plistlib.dumps(properties).decode()


def windows_line(command: list[str]) -> str:
    """The value of the Run key. `Unsupported` when Windows would not take one so long."""
    line = subprocess.list2cmdline(command)
    if len(line) > LONGEST_RUN:
        raise Unsupported(
            "Windows starts no program by itself from a folder with so long a name.", hint="Install Holdfast in a shorter path."
        )
    return line


def _exec_word(word: str) -> str:
    """One argument of Exec: quoted where it must be, then escaped as a value of the file; ``%`` begins a field code."""
    word = word.replace("%", "%%")
    if word and not any(c in word for c in " \t\n\"'\\><~|&;$*?#()`"):
        return word
    for special in '\\"`$':
        word = word.replace(special, "\\" + special)
    return '"' + word.replace("\\", "\\\\") + '"'


def _registry() -> Any:
    from importlib import import_module

    return import_module("winreg")  # type checkers of other systems know nothing of its names


def _run_value() -> str | None:
    registry = _registry()
    try:
        with registry.OpenKey(registry.HKEY_CURRENT_USER, RUN_KEY) as key:
            return str(registry.QueryValueEx(key, RUN_NAME)[0])
    except FileNotFoundError:
        return None


def _set_run_value(line: str | None) -> None:
    registry = _registry()
    with registry.CreateKeyEx(registry.HKEY_CURRENT_USER, RUN_KEY, 0, registry.KEY_SET_VALUE) as key:
        if line is not None:
            registry.SetValueEx(key, RUN_NAME, 0, registry.REG_SZ, line)
            return
        try:
            registry.DeleteValue(key, RUN_NAME)
        except FileNotFoundError:
            pass
