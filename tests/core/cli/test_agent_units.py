"""What starts the agent at login: well-formed, with the program's own path, and as it is packaged."""

from __future__ import annotations

import configparser
import plistlib
import shutil
import subprocess
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from holdfast.cli import agent_units
from holdfast.cli.agent_units import LAUNCHD, SYSTEMD, WINDOWS, install, unit

PACKAGING = Path(__file__).parents[3] / "packaging"
HOME = Path("/srv/my sites/50% $HOME")


@pytest.fixture(autouse=True)
def _installed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(agent_units, "command", lambda: ["/opt/holdfast/bin/holdfast"])
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.delenv("HOLDFAST_VAULT_PASSPHRASE_FILE", raising=False)


def test_systemd(tmp_path: Path) -> None:
    made = unit(HOME, platform="linux")
    install(made)
    assert made.path == tmp_path / "systemd/user/holdfast-agent.service"
    read = configparser.ConfigParser(interpolation=None)
    read.optionxform = str  # type: ignore[assignment,method-assign]  # keeps the case, as its documentation says
    read.read(made.path)
    assert read["Service"]["ExecStart"] == '/opt/holdfast/bin/holdfast --home "/srv/my sites/50%% $$HOME" agent'
    if shutil.which("systemd-analyze"):
        told = subprocess.run(["systemd-analyze", "--user", "verify", made.path], capture_output=True, text=True, check=False)
        assert "Unknown" not in told.stderr


def test_where_the_passphrase_lies_goes_along(monkeypatch: pytest.MonkeyPatch) -> None:
    """On a server without a keyring: the name of its file, which is no secret."""
    monkeypatch.setenv("HOLDFAST_VAULT_PASSPHRASE_FILE", "/srv/key file")
    assert 'Environment="HOLDFAST_VAULT_PASSPHRASE_FILE=/srv/key file"\nExecStart=' in unit(None, platform="linux").text


def test_launchd() -> None:
    read = plistlib.loads(unit(HOME, platform="darwin").text.encode())
    assert read["ProgramArguments"] == ["/opt/holdfast/bin/holdfast", "--home", str(HOME), "agent"]
    assert read["Label"] == "org.holdfast.agent" and read["RunAtLoad"] is True


def test_windows() -> None:
    made = unit(HOME, platform="win32")
    read = ET.fromstring(made.text.encode("utf-16"))
    space = "{http://schemas.microsoft.com/windows/2004/02/mit/task}"
    assert read.findtext(f".//{space}Arguments") == f'--home "{HOME}" agent'
    assert made.encoding == "utf-16"


def test_what_is_packaged_is_what_is_made() -> None:
    """But for the program's place."""
    assert (PACKAGING / "systemd/holdfast-agent.service").read_text() == SYSTEMD.format(environment="", command="/usr/bin/holdfast agent")
    plist = LAUNCHD.format(command="    <string>/usr/local/bin/holdfast</string>\n    <string>agent</string>")
    assert (PACKAGING / "launchd/org.holdfast.agent.plist").read_text() == plist
    task = WINDOWS.format(program="holdfast.exe", arguments="agent")
    assert (PACKAGING / "windows/holdfast-agent.xml").read_text("utf-16") == task
