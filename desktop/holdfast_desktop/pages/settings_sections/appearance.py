"""Appearance and language."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from holdfast_desktop.pages.settings_sections.rows import Fields, Section, cards
from holdfast_desktop.wording.tr import tr


class Appearance:
    def __init__(self, fields: Fields) -> None:
        themes = [("system", tr("Like the system")), ("light", tr("Light", "colours")), ("dark", tr("Dark", "colours"))]
        languages = [("", tr("Like the system")), ("en", "English"), ("de", "Deutsch")]
        units = [("kB", tr("kB, MB, GB (1000)")), ("KiB", tr("KiB, MiB, GiB (1024)"))]
        self.sections = (
            Section(
                tr("Appearance"),
                fields.choice("theme", "settingsTheme", tr("Colours"), tr("Size of text and contrast follow the system."), themes),
                fields.choice("units", "settingsUnits", tr("Sizes in"), "", units),
            ),
            Section(
                tr("Language"),
                fields.choice(
                    "language",
                    "settingsLanguage",
                    tr("Language"),
                    tr("Changes when Holdfast is started the next time. Dates and numbers follow it."),
                    languages,
                ),
            ),
        )

    def page(self) -> QWidget:
        return cards(*self.sections)
