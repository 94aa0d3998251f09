"""macOS and Windows: the reading of what their tools print, with samples (neither was tried on a real one); and where they are chosen."""

from __future__ import annotations

import sys
from datetime import UTC, datetime, timedelta

import pytest

from holdfast.surroundings.base import Facts, Network, Power
from holdfast.surroundings.choosing import open_surroundings
from holdfast.surroundings.macos import MacOs, power_in, session_in
from holdfast.surroundings.nothing import Nothing
from holdfast.surroundings.programs import output_of
from holdfast.surroundings.windows import facts_in

BATTERY = """Now drawing from 'Battery Power'
 -InternalBattery-0 (id=4653155)\t87%; discharging; 5:12 remaining present: true
"""
MAINS = """Now drawing from 'AC Power'
 -InternalBattery-0 (id=4653155)\t100%; charged; 0:00 remaining present: true
"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (BATTERY, Power(True, 87)),
        (MAINS, Power(False, 100)),
        ("Now drawing from 'AC Power'\n", Power(False)),
        ("", Power()),
        ("pmset: no such thing", Power()),
    ],
)
def test_pmset(text: str, expected: Power) -> None:
    assert power_in(text) == expected


NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("age", "expected"),
    [
        ("   03:20", timedelta(minutes=3, seconds=20)),
        ("01:03:20", timedelta(hours=1, minutes=3, seconds=20)),
        ("2-01:03:20", timedelta(days=2, hours=1, minutes=3, seconds=20)),
    ],
)
def test_the_age_of_the_dock(age: str, expected: timedelta) -> None:
    text = f"99-00:00:01 /usr/libexec/logd\n{age} /System/Library/CoreServices/Dock.app/Contents/MacOS/Dock\n   00:01 /bin/ps\n"
    assert session_in(text, NOW) == NOW - expected


def test_no_dock_no_session() -> None:
    assert session_in("00:01 /bin/ps\n", NOW) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            '{"name":"Hotel","id":"2c9","level":3,"cost":2,"began":"2026-11-21T08:00:00Z"}',
            Facts(Network("full", True, "Hotel", "2c9"), session_began=datetime(2026, 11, 21, 8, tzinfo=UTC)),
        ),
        ('{"name":"","id":"","level":0,"cost":0,"began":""}', Facts(Network("none"))),
        ('{"name":"Home","id":"1","level":2,"cost":1,"began":""}', Facts(Network("portal", False, "Home", "1"))),
        ("", Facts()),
        ("The term is not recognized", Facts()),
        ("[]", Facts()),
        ('{"level":"high"}', Facts()),
    ],
)
def test_what_powershell_prints(text: str, expected: Facts) -> None:
    assert facts_in(text) == expected


def test_a_program_that_is_not_there_fails_or_hangs_says_nothing() -> None:
    assert output_of(["/no/such/program"]) is None
    assert output_of([sys.executable, "-c", "raise SystemExit(1)"]) is None
    assert output_of([sys.executable, "-c", "import time; time.sleep(60)"], seconds=0.2) is None
    assert output_of([sys.executable, "-c", "print('hello')"]) == "hello\n"


def test_a_system_is_chosen_by_its_name(monkeypatch: pytest.MonkeyPatch) -> None:
    chosen = {}
    for platform in ("linux", "darwin", "win32", "sunos5"):
        monkeypatch.setattr(sys, "platform", platform)
        chosen[platform] = type(open_surroundings()).__name__
    assert chosen == {"linux": "Linux", "darwin": "MacOs", "win32": "Windows", "sunos5": "Nothing"}


def test_without_its_tools_a_mac_knows_nothing_and_stops_nothing() -> None:
    with MacOs().awake("x") as held:
        assert not held
    assert MacOs().look().power == Power()


def test_a_system_that_we_do_not_know() -> None:
    nothing = Nothing()
    assert nothing.look() == Facts()
    with nothing.awake("x") as held:
        assert not held
    nothing.listen(lambda change: None).close()
