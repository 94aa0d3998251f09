"""Updates and what this program is."""

from __future__ import annotations

import platform

from PySide6 import __version__ as pyside_version
from PySide6.QtWidgets import QWidget

import holdfast
from holdfast_desktop.pages.settings_sections.rows import Section, cards, plain
from holdfast_desktop.theme.controls import label
from holdfast_desktop.wording.tr import tr


class Updates:
    def __init__(self) -> None:
        version = label(f"Holdfast {holdfast.__version__}", "strong", name="settingsVersion")
        parts = label(f"Python {platform.python_version()} · Qt {pyside_version}", tone="secondary", name="settingsParts")
        self.sections = (
            Section(
                tr("Updates"),
                plain(tr("This version"), tr("Apache 2.0 licence. Icons: Lucide (ISC)."), version),
                plain(tr("Made with"), "", parts),
                plain(
                    tr("No automatic update"),
                    tr("Holdfast asks nobody for a newer version. It comes as this one came: by your package manager, or installed anew."),
                    label(tr("by you"), tone="secondary", name="settingsUpdates"),
                ),
                plain(
                    tr("Your backups do not depend on it"),
                    tr("They are in the restic format, version 2: any restic opens them, also without Holdfast."),
                    label(tr("restic, version 2"), tone="secondary", name="settingsFormat"),
                ),
            ),
        )

    def page(self) -> QWidget:
        return cards(*self.sections)
