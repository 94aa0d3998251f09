"""The noun *settings*: what the user may turn. Named values with defaults; see `holdfast.state.settings`."""

from __future__ import annotations

from typing import Any

from holdfast.app.home import Home
from holdfast.retention import parse_policy
from holdfast.state.settings import Settings, change_setting, load_settings, save_settings


class SettingsDoor:
    """`Holdfast.settings`."""

    def __init__(self, home: Home) -> None:
        self._home = home

    def read_early(self) -> Settings:
        """The settings as the file has them now, read at once: for a window that must know its language before the home is open."""
        return load_settings(self._home.paths.settings)

    async def get(self) -> Settings:
        return self._home.settings

    async def set(self, name: str, value: Any) -> Settings:
        """Change one value and save. UsageError names what is allowed."""
        if name == "retention":
            parse_policy(str(value))
        changed = change_setting(self._home.settings, name, value)
        await self._home.ask(lambda: save_settings(self._home.paths.settings, changed))
        self._home.settings = changed
        if name == "concurrent_jobs":
            self._home.turns = None
        return changed
