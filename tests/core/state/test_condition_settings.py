"""Settings of conditions: read from words, refused with what is allowed, and never a reason to lose the others."""

from __future__ import annotations

from datetime import time
from pathlib import Path
from typing import Any

import pytest

from holdfast.errors import UsageError
from holdfast.state.settings import Settings, change_setting, hours_in, load_settings, save_settings


@pytest.mark.parametrize(
    ("name", "word", "value"),
    [
        ("metered", "small", "small"),
        ("networks", "Home, Office Wi-Fi", ("Home", "Office Wi-Fi")),
        ("networks", "", ()),
        ("networks", ["Home"], ("Home",)),
        ("battery_level", "100", 100),
        ("quiet_hours", "22:00-07:00", "22:00-07:00"),
        ("quiet_hours", "", ""),
        ("minutes_after_login", "0", 0),
        ("daily_transfer_mb", "5000", 5000),
        ("keep_awake", "false", False),
        ("large_mb", "250", 250),
    ],
)
def test_words_become_values(tmp_path: Path, name: str, word: Any, value: Any) -> None:
    changed = change_setting(Settings(), name, word)
    assert getattr(changed, name) == value
    save_settings(tmp_path / "settings.json", changed)
    assert load_settings(tmp_path / "settings.json") == changed


@pytest.mark.parametrize(
    ("name", "word"),
    [
        ("metered", "sometimes"),
        ("battery_level", "101"),
        ("battery_level", "-1"),
        ("quiet_hours", "night"),
        ("quiet_hours", "22:00"),
        ("quiet_hours", "25:00-26:00"),
        ("quiet_hours", "07:00-07:00"),
        ("minutes_after_login", "241"),
        ("daily_transfer_mb", "-5"),
        ("large_mb", "lots"),
        ("keep_awake", "perhaps"),
    ],
)
def test_what_cannot_be_is_refused(name: str, word: str) -> None:
    with pytest.raises(UsageError):
        change_setting(Settings(), name, word)


def test_a_mistake_by_hand_in_the_file_is_named() -> None:
    """At the next change of any setting; until then such quiet hours hold nothing up."""
    with pytest.raises(UsageError, match="no quiet hours"):
        change_setting(Settings(quiet_hours="night"), "battery_level", "20")
    assert change_setting(Settings(quiet_hours="night"), "quiet_hours", "").quiet_hours == ""


def test_several_quiet_hours() -> None:
    assert hours_in("22:00-07:00, 12:00-13:30") == ((time(22), time(7)), (time(12), time(13, 30)))
    assert hours_in("") == hours_in("  ") == ()
