"""Every page and dialog of the window as a scene: a name, and how to get there. Used by the screenshots command and by tests."""

from __future__ import annotations

from tests.desktop import scenes_backups, scenes_overview, scenes_site, scenes_storage, scenes_wizard
from tests.desktop.stage import Scene

SCENES: tuple[Scene, ...] = (
    *scenes_overview.SCENES,
    *scenes_site.SCENES,
    *scenes_backups.SCENES,
    *scenes_storage.SCENES,
    *scenes_wizard.SCENES,
)
