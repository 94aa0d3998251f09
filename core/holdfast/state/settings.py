"""Settings: one small JSON file, saved whole, with the one before kept as ``settings.json.bak``."""

from __future__ import annotations

import logging
import re
from datetime import time
from pathlib import Path
from typing import Any, Literal

import msgspec

from holdfast.errors import UsageError
from holdfast.state.files import save_atomically

log = logging.getLogger(__name__)

LANGUAGES = ("", "system", "en", "de")
"""Of the window. Both of the first say: as the system."""


class Settings(msgspec.Struct, frozen=True):
    """Every value has a default; a file holds only what the user knows. Unknown names in a file are left out when it is saved."""

    concurrent_jobs: int = 2
    """How many jobs this program runs at once (1 to 16)."""
    low_priority: bool = True
    """Workers give way to other programs."""
    upload_limit: int = 0
    """KiB a second to remote storages; 0 = as fast as it goes."""
    download_limit: int = 0
    metered: Literal["never", "small", "always"] = "never"
    """Which scheduled runs may use a network where bytes cost money: none, small transfers only, all."""
    large_mb: int = 100
    """From so many megabytes on a transfer is a large one; one of unknown size is."""
    networks: tuple[str, ...] = ()
    """Names or ids of the networks that scheduled runs may use for large transfers; none named = any."""
    daily_transfer_mb: int = 0
    """How many megabytes a day scheduled runs may move over the internet before the rest waits for tomorrow; 0 = any."""
    battery_level: int = 30
    """Scheduled runs wait while the computer is on battery with less than so many percent; 0 = never, 100 = always on battery."""
    quiet_hours: str = ""
    """When scheduled runs wait, on the clock of this computer: 22:00-07:00, or several with commas."""
    minutes_after_login: int = 3
    """How long scheduled runs let somebody who has just logged in alone (0 to 240)."""
    keep_awake: bool = True
    """The computer does not fall asleep by itself while bytes move."""
    overdue_days: int = 7
    """A site without a newer backup than this is called overdue."""
    drill_days: int = 30
    """How old the last drill of a site may get before the next one runs by itself; 0 = none runs by itself."""
    read_back_mb: int = 1000
    """How many megabytes a month are read again from each remote storage to see that they are whole; 0 = none. Disks are read within 30
    days, classes for archives never."""
    poll_seconds: float = 5.0
    """How often a site is asked about what runs there, in its first minute; later twice, then six times as seldom (0.05 to 60)."""
    retention: str = "standard"
    """The policy of sites and storages that name none: light, standard, long or last=3,daily=7,…"""
    safety_backup: bool = True
    """Back the live site up before it is restored over."""
    theme: Literal["system", "light", "dark"] = "system"
    language: str = ""
    """Of the window: en or de. Empty: the system's."""
    units: Literal["kB", "KiB"] = "kB"
    log_days: int = 30
    show_tray: bool = True
    close_to_tray: bool = True
    notify: bool = True
    """Notices of the desktop."""
    quiet_about: tuple[Literal["failed", "recovered", "overdue", "drill", "storage", "locked"], ...] = ()
    """Kinds of notices that are not shown."""
    onboarding_done: bool = False


def load_settings(path: Path) -> Settings:
    """The settings in `path`; the ``.bak`` when the file is damaged; the defaults when neither is there."""
    for candidate in (path, path.with_name(path.name + ".bak")):
        try:
            return msgspec.json.decode(candidate.read_bytes(), type=Settings)
        except FileNotFoundError:
            continue
        except (msgspec.DecodeError, msgspec.ValidationError) as error:
            log.warning("%s cannot be read and is passed over: %s", candidate.name, error)
    return Settings()


def save_settings(path: Path, settings: Settings) -> None:
    save_atomically(path, msgspec.json.format(msgspec.json.encode(settings)) + b"\n", keep_backup=True)


def change_setting(settings: Settings, name: str, value: Any) -> Settings:
    """`settings` with one value changed; a string is read as its JSON (``true``, ``5``) where that fits. UsageError otherwise."""
    if name not in Settings.__struct_fields__:
        raise UsageError(f"There is no setting {name!r}.", hint="Known: " + ", ".join(Settings.__struct_fields__) + ".")
    if isinstance(value, str) and isinstance(getattr(settings, name), tuple):
        value = [one.strip() for one in value.split(",") if one.strip()]
    try:
        changed = msgspec.convert({**msgspec.to_builtins(settings), name: value}, Settings, strict=False)
    except msgspec.ValidationError as error:
        raise UsageError(f"{name} cannot be {value!r}: {error}") from error
    _check(changed)
    return changed


def _check(settings: Settings) -> None:
    if not 1 <= settings.concurrent_jobs <= 16:
        raise UsageError("concurrent_jobs must be between 1 and 16.")
    if settings.overdue_days < 1 or settings.log_days < 1:
        raise UsageError("overdue_days and log_days must be at least 1.")
    if not 0.05 <= settings.poll_seconds <= 60:
        raise UsageError("poll_seconds must be between 0.05 and 60.")
    if settings.upload_limit < 0 or settings.download_limit < 0:
        raise UsageError("Limits are KiB a second; 0 means none.")
    if settings.large_mb < 0 or settings.daily_transfer_mb < 0:
        raise UsageError("large_mb and daily_transfer_mb are megabytes and cannot be negative.")
    if not 0 <= settings.battery_level <= 100:
        raise UsageError("battery_level is a percentage between 0 and 100.")
    if not 0 <= settings.minutes_after_login <= 240:
        raise UsageError("minutes_after_login must be between 0 and 240.")
    if settings.language not in LANGUAGES:
        raise UsageError(f"There is no language {settings.language!r}.", hint="Known: en, de; empty for the system's.")
    hours_in(settings.quiet_hours)


def hours_in(quiet_hours: str) -> tuple[tuple[time, time], ...]:
    """Beginnings and ends of the setting `quiet_hours`; an end before its beginning is on the next day. UsageError."""
    found = []
    for part in quiet_hours.split(",") if quiet_hours.strip() else ():
        words = re.fullmatch(r"\s*(\d{1,2}):(\d\d)\s*-\s*(\d{1,2}):(\d\d)\s*", part)
        try:
            if words is None:
                raise ValueError
            numbers = [int(one) for one in words.groups()]
            begin, end = time(numbers[0], numbers[1]), time(numbers[2], numbers[3])
            if begin == end:
                raise ValueError
        except ValueError:
            raise UsageError(f"{part.strip()!r} are no quiet hours.", hint="Write them as 22:00-07:00.") from None
        found.append((begin, end))
    return tuple(found)
