"""Imports the rest of the window while it rests, a module at a time, so that the first click on a page does not pay for it."""

from __future__ import annotations

import asyncio
import importlib
import importlib.util
import pkgutil

from holdfast_desktop.event_loop import in_thread

ROOMS = ("models", "widgets", "dialogs", "dialogs.wizard", "pages", "pages.settings_sections")
"""Lower floors first, so that each module brings little else with it."""
AFTER, BETWEEN = 1.5, 0.02
"""Seconds: the start has the machine for itself, and what the user does goes between."""


async def warm_up() -> None:
    """Ends when all is imported."""
    await asyncio.sleep(AFTER)
    for name in await in_thread(_names):
        importlib.import_module(name)
        await asyncio.sleep(BETWEEN)


def _names() -> list[str]:
    """The modules of these rooms. They are only looked up here: what Qt has to do with is imported on the window's thread."""
    found = []
    for room in ROOMS:
        package = importlib.util.find_spec(f"holdfast_desktop.{room}")
        if package is not None:
            found += [f"{package.name}.{one.name}" for one in pkgutil.iter_modules(package.submodule_search_locations) if not one.ispkg]
    return found
