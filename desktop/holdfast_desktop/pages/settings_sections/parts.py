"""Makes the sections of the settings by name. Imported when the first one is made: a start of the program needs none of them."""

from __future__ import annotations

from collections.abc import Callable

from holdfast_desktop.pages.desk import Desk
from holdfast_desktop.pages.settings_sections.appearance import Appearance
from holdfast_desktop.pages.settings_sections.diagnostics import Diagnostics
from holdfast_desktop.pages.settings_sections.general import General
from holdfast_desktop.pages.settings_sections.limits import Limits
from holdfast_desktop.pages.settings_sections.notifying import Notifying
from holdfast_desktop.pages.settings_sections.rows import Fields
from holdfast_desktop.pages.settings_sections.security import Security
from holdfast_desktop.pages.settings_sections.updates import Updates

Part = General | Limits | Notifying | Security | Appearance | Updates | Diagnostics
ASKING = (Limits, Notifying, Security)
"""They ask for more than settings each time they are looked at."""


def make_part(word: str, desk: Desk, fields: Fields) -> Part:
    """One section: its cards, and the page that holds them."""
    if word == "security":
        return Security(desk)
    if word == "updates":
        return Updates()
    if word == "appearance":
        return Appearance(fields)
    makers: dict[str, Callable[[Desk, Fields], Part]] = {
        "general": General,
        "limits": Limits,
        "notifications": Notifying,
        "diagnostics": Diagnostics,
    }
    return makers[word](desk, fields)


def ask(part: Part) -> None:
    """The user looks at it."""
    if isinstance(part, ASKING):
        part.shown()
