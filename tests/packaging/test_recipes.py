"""The packaging recipes: their form. That the Debian package really works is `make test-package`."""

from __future__ import annotations

import ast
import configparser
import plistlib
import re
import subprocess
import xml.etree.ElementTree as ET
from contextlib import nullcontext
from pathlib import Path
from typing import Any

import pytest
import yaml  # type: ignore[import-untyped]  # its stubs would be one more package for one test

from holdfast.errors import Unsupported
from holdfast_desktop import autostart

ROOT = Path(__file__).resolve().parents[2]
PACKAGING = ROOT / "packaging"
SCRIPTS = sorted(str(p.relative_to(ROOT)) for p in [*PACKAGING.rglob("*.sh"), PACKAGING / "appimage/AppRun"])
UNTESTED = ["appimage/build.sh", "flatpak/org.holdfast.Holdfast.yml", "macos/build.sh", "windows/build.ps1", "windows/holdfast.iss"]


@pytest.mark.parametrize("script", SCRIPTS)
def test_scripts_are_shell(script: str) -> None:
    said = subprocess.run(["sh", "-n", ROOT / script], capture_output=True, text=True, check=False)
    assert said.returncode == 0, said.stderr
    assert (ROOT / script).stat().st_mode & 0o111, "not executable"


@pytest.mark.parametrize("recipe", UNTESTED)
def test_what_was_never_tried_says_so(recipe: str) -> None:
    assert "UNTESTED" in (PACKAGING / recipe).read_text("utf-8")[:400]


def test_python_of_the_build_is_python() -> None:
    for file in [*PACKAGING.rglob("*.py"), *PACKAGING.rglob("*.spec")]:
        ast.parse(file.read_text("utf-8"), str(file))


def entry(text: str) -> Any:
    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str  # type: ignore[assignment,method-assign]  # the documented way to keep the case of keys
    parser.read_string(text)
    return parser["Desktop Entry"]


def test_menu_entry() -> None:
    menu = entry((PACKAGING / "linux/holdfast-desktop.desktop").read_text("utf-8"))
    assert menu["Exec"].split()[0] == menu["TryExec"] == "holdfast-desktop"
    assert menu["Type"] == "Application"
    assert menu["Icon"] == "holdfast-desktop"
    assert menu["Categories"].endswith(";")
    assert {"Name", "Comment", "Comment[de]"} <= set(menu)


def test_app_stream_metadata() -> None:
    tree = ET.parse(PACKAGING / "linux/org.holdfast.Holdfast.metainfo.xml").getroot()
    assert tree.findtext("id") == "org.holdfast.Holdfast"
    assert tree.findtext("launchable") == "holdfast-desktop.desktop"
    assert tree.findtext("project_license") == "Apache-2.0"
    assert {"name", "summary", "metadata_license", "description", "content_rating"} <= {child.tag for child in tree}


def test_flatpak_manifest() -> None:
    manifest = yaml.safe_load((PACKAGING / "flatpak/org.holdfast.Holdfast.yml").read_text("utf-8"))
    assert {"id", "runtime", "runtime-version", "sdk", "command", "finish-args", "modules"} <= set(manifest)
    assert manifest["command"] == "holdfast-desktop"
    assert all(argument.startswith("--") for argument in manifest["finish-args"])
    own = manifest["modules"][-1]
    assert {"name", "buildsystem", "build-commands", "sources"} <= set(own)
    for command in own["build-commands"]:
        for word in command.split():
            if word.startswith(("packaging/", "resources/")):
                assert (ROOT / word).exists(), word


def test_property_lists_of_macos() -> None:
    info = plistlib.loads((PACKAGING / "macos/Info.plist").read_bytes())
    assert {"CFBundleIdentifier", "CFBundleName", "CFBundleExecutable", "CFBundlePackageType", "LSMinimumSystemVersion"} <= set(info)
    assert info["CFBundleExecutable"] == "holdfast-desktop"
    assert re.fullmatch(r"[A-Za-z0-9.-]+", info["CFBundleIdentifier"])
    rights = plistlib.loads((PACKAGING / "macos/entitlements.plist").read_bytes())
    assert all(value is True for value in rights.values())
    assert plistlib.loads((PACKAGING / "launchd/org.holdfast.agent.plist").read_bytes())["Label"] == "org.holdfast.agent"


def test_installer_of_windows() -> None:
    text = (PACKAGING / "windows/holdfast.iss").read_text("utf-8")
    sections = re.findall(r"^\[(\w+)\]$", text, re.MULTILINE)
    assert sections == ["Setup", "Languages", "Files", "Icons", "Registry", "Run", "Code"]
    setup = text.split("[Setup]")[1].split("[Languages]")[0].strip().splitlines()
    keys = dict(line.split("=", 1) for line in setup)
    assert {"AppId", "AppName", "AppVersion", "DefaultDirName", "OutputBaseFilename"} <= set(keys)
    assert keys["AppId"].startswith("{{"), "an opening brace is doubled"
    assert autostart.RUN_KEY in text
    assert f'ValueName: "{autostart.RUN_NAME}"' in text
    task = (PACKAGING / "windows/holdfast-agent.xml").read_bytes().decode("utf-16")
    assert ET.fromstring(task.split("?>", 1)[1]).tag.endswith("Task")


# starting with the session

ODD = [r"/opt/My Apps/hold$fast\"`100%", "--hidden"]


def unquoted(value: str) -> list[str]:
    """Exec as desktops read it: first the escapes of a value, then the quotes (Desktop Entry Specification)."""
    value = re.sub(r"\\(.)", lambda m: {"s": " ", "n": "\n", "t": "\t", "r": "\r", "\\": "\\"}[m[1]], value)
    words = re.findall(r'"((?:[^"\\]|\\.)*)"|(\S+)', value)
    return [(re.sub(r'\\(["`$\\])', r"\1", quoted) if quoted else bare).replace("%%", "%") for quoted, bare in words]


@pytest.mark.parametrize("command", [["/usr/bin/holdfast-desktop", "--hidden"], ["/opt/hold fast/ö", "--hidden"], ODD])
def test_autostart_entry_of_linux_gives_back_the_command(command: list[str]) -> None:
    text = autostart.linux_entry(command)
    assert unquoted(entry(text)["Exec"]) == command
    assert entry(text)["Type"] == "Application"


def test_launch_agent_of_macos() -> None:
    made = plistlib.loads(autostart.macos_entry(ODD).encode())
    assert made["ProgramArguments"] == ODD
    assert made["RunAtLoad"] is True
    assert made["KeepAlive"] is False, "who quits wants it to stay away"
    assert autostart.entry_path("darwin").parts[-3:] == ("Library", "LaunchAgents", "org.holdfast.desktop.plist")


def test_run_key_of_windows() -> None:
    assert autostart.windows_line([r"C:\Program Files\Holdfast\holdfast-desktop.exe", "--hidden"]) == (
        r'"C:\Program Files\Holdfast\holdfast-desktop.exe" --hidden'
    )
    with pytest.raises(Unsupported):
        autostart.windows_line(["C:\\" + "x" * 260, "--hidden"])


class FakeRegistry:
    """Windows' registry as far as it is asked."""

    HKEY_CURRENT_USER, KEY_SET_VALUE, REG_SZ = "HKCU", 2, 1

    def __init__(self) -> None:
        self.values: dict[str, str] = {}

    def OpenKey(self, root: str, path: str) -> Any:
        assert (root, path) == ("HKCU", autostart.RUN_KEY)
        return nullcontext(self)

    def CreateKeyEx(self, root: str, path: str, _reserved: int, _access: int) -> Any:
        return self.OpenKey(root, path)

    def QueryValueEx(self, _key: object, name: str) -> tuple[str, int]:
        if name not in self.values:
            raise FileNotFoundError(name)
        return self.values[name], 1

    def SetValueEx(self, _key: object, name: str, _reserved: int, _kind: int, value: str) -> None:
        self.values[name] = value

    def DeleteValue(self, _key: object, name: str) -> None:
        if self.values.pop(name, None) is None:
            raise FileNotFoundError(name)


def test_the_act_on_windows(monkeypatch: pytest.MonkeyPatch) -> None:
    registry = FakeRegistry()
    monkeypatch.setattr(autostart, "_registry", lambda: registry)
    assert autostart._run_value() is None
    autostart._set_run_value(None)
    autostart._set_run_value("holdfast-desktop --hidden")
    assert autostart._run_value() == "holdfast-desktop --hidden"
    autostart._set_run_value(None)
    assert registry.values == {}


def test_what_the_template_of_the_package_starts_is_hidden() -> None:
    assert autostart.own_command()[-1] == "--hidden"
