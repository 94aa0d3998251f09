"""What makes a system start `holdfast agent` at login: a systemd user unit, a launchd agent, a task of Windows.

``packaging/`` holds them as distributions install them; `unit` makes one for the program as it runs here.

Facts: systemd.service(5), systemd.exec(5) (a unit of the user manager; ``%h`` and ``%`` in paths are doubled), launchd.plist(5) (a job in
``~/Library/LaunchAgents``), Task Scheduler Schema 1.2 (UTF-16 files; ``schtasks /Create /XML``).
"""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path
from xml.sax.saxutils import escape

import msgspec

KEY_FILE_VARIABLE = "HOLDFAST_VAULT_PASSPHRASE_FILE"
SERVICE = "holdfast-agent"
LABEL = "org.holdfast.agent"

SYSTEMD = """\
[Unit]
Description=Holdfast: backups of web sites, by schedule
After=network.target

[Service]
{environment}ExecStart={command}
Restart=on-failure
RestartSec=30
SuccessExitStatus=130
# Another Holdfast of this home runs the schedules already: no reason to try again and again.
RestartPreventExitStatus=6
TimeoutStopSec=60
Nice=10
IOSchedulingClass=idle
UMask=0077

[Install]
WantedBy=default.target
"""

LAUNCHD = """\
<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0">
<dict>
  <key>Label</key><string>org.holdfast.agent</string>
  <key>ProgramArguments</key>
  <array>
{command}
  </array>
  <key>RunAtLoad</key><true/>
  <key>KeepAlive</key><dict><key>Crashed</key><true/></dict>
  <key>ProcessType</key><string>Background</string>
  <key>LowPriorityIO</key><true/>
  <key>Umask</key><integer>63</integer>
</dict>
</plist>
"""

WINDOWS = """\
<?xml version="1.0" encoding="UTF-16"?>
<Task version="1.2" xmlns="http://schemas.microsoft.com/windows/2004/02/mit/task">
  <RegistrationInfo><Description>Holdfast: backups of web sites, by schedule</Description></RegistrationInfo>
  <Triggers><LogonTrigger><Enabled>true</Enabled></LogonTrigger></Triggers>
  <Principals><Principal id="Author"><LogonType>InteractiveToken</LogonType><RunLevel>LeastPrivilege</RunLevel></Principal></Principals>
  <Settings>
    <MultipleInstancesPolicy>IgnoreNew</MultipleInstancesPolicy>
    <DisallowStartIfOnBatteries>false</DisallowStartIfOnBatteries>
    <StopIfGoingOnBatteries>false</StopIfGoingOnBatteries>
    <ExecutionTimeLimit>PT0S</ExecutionTimeLimit>
    <Priority>7</Priority>
  </Settings>
  <Actions Context="Author"><Exec><Command>{program}</Command><Arguments>{arguments}</Arguments></Exec></Actions>
</Task>
"""


class Unit(msgspec.Struct, frozen=True):
    """`start`: what to type so that it runs now."""

    path: Path
    text: str
    start: str
    encoding: str = "utf-8"


def unit(home: Path | None, *, platform: str = sys.platform) -> Unit:
    """For the program that runs now, and for `home` where that is not the platform's own."""
    words = [*command(), *(["--home", os.fspath(home)] if home is not None else []), "agent"]
    if platform == "win32":
        path = Path(os.environ.get("LOCALAPPDATA", Path.home())) / "holdfast" / f"{SERVICE}.xml"
        text = WINDOWS.format(program=escape(words[0]), arguments=escape(" ".join(_windows(word) for word in words[1:])))
        return Unit(path, text, f'schtasks /Create /TN Holdfast /XML "{path}" && schtasks /Run /TN Holdfast', "utf-16")
    if platform == "darwin":
        path = Path.home() / "Library" / "LaunchAgents" / f"{LABEL}.plist"
        text = LAUNCHD.format(command="\n".join(f"    <string>{escape(word)}</string>" for word in words))
        return Unit(path, text, f"launchctl bootstrap gui/$(id -u) '{path}'")
    configuration = Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config")
    path = configuration / "systemd" / "user" / f"{SERVICE}.service"
    passphrase = os.environ.get(KEY_FILE_VARIABLE)  # a file's name, no secret
    environment = f"Environment={_systemd(f'{KEY_FILE_VARIABLE}={os.path.abspath(passphrase)}')}\n" if passphrase else ""
    text = SYSTEMD.format(environment=environment, command=" ".join(_systemd(word) for word in words))
    return Unit(path, text, f"systemctl --user daemon-reload && systemctl --user enable --now {SERVICE}")


def install(wanted: Unit) -> None:
    """Write the unit where the system looks for it. OSError when it cannot be."""
    wanted.path.parent.mkdir(parents=True, exist_ok=True)
    wanted.path.write_text(wanted.text, encoding=wanted.encoding)


def command() -> list[str]:
    """This program: a frozen one, the installed command, or Python with the module."""
    if getattr(sys, "frozen", False):
        return [sys.executable]
    beside = Path(sys.executable).with_name("holdfast" + (".exe" if os.name == "nt" else ""))
    found = os.fspath(beside) if beside.exists() else shutil.which("holdfast")
    return [found] if found else [sys.executable, "-m", "holdfast"]


def _systemd(word: str) -> str:
    """One word of ExecStart."""
    escaped = word.replace("\\", "\\\\").replace('"', '\\"').replace("%", "%%").replace("$", "$$")
    return f'"{escaped}"' if any(c in word for c in " \"'\\;") else escaped


def _windows(word: str) -> str:
    return f'"{word}"' if " " in word else word
