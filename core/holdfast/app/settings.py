"""The noun *settings*: what the user may turn. Named values with defaults; see `holdfast.state.settings`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from holdfast.app.door import Home
    from holdfast.state.settings import Settings


class SettingsDoor:
    """`Holdfast.settings`."""

    def __init__(self, home: Home) -> None:
        self._home = home

    async def get(self) -> Settings:
        raise NotImplementedError

    async def set(self, name: str, value: Any) -> Settings:
        """Change one value and save. UsageError names what is allowed."""
        raise NotImplementedError
