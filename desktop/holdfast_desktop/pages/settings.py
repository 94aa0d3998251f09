"""Settings: what the user may turn, in sections; each change is saved at once and can be taken back. The search looks into all sections."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QFontMetrics, QKeySequence, QShortcut
from PySide6.QtWidgets import QButtonGroup, QPushButton, QScrollArea, QVBoxLayout, QWidget

from holdfast_desktop.pages.desk import Desk
from holdfast_desktop.pages.page import Page, scrolled
from holdfast_desktop.pages.settings_sections.rows import Fields
from holdfast_desktop.pages.settings_sections.saving import Saver
from holdfast_desktop.theme.controls import button, column, label, row
from holdfast_desktop.theme.theme import theme
from holdfast_desktop.widgets.choosing import show_chosen, when_chosen
from holdfast_desktop.widgets.header import search_field
from holdfast_desktop.widgets.states import Message
from holdfast_desktop.wording.sizes import use_binary_units
from holdfast_desktop.wording.tr import tr

if TYPE_CHECKING:
    from holdfast.state.settings import Settings
    from holdfast_desktop.pages.settings_sections.diagnostics import Diagnostics
    from holdfast_desktop.pages.settings_sections.general import General
    from holdfast_desktop.pages.settings_sections.notifying import Notifying
    from holdfast_desktop.pages.settings_sections.parts import Part


ICONS = {
    "general": "monitor",
    "limits": "calendar-clock",
    "notifications": "info",
    "security": "shield",
    "appearance": "palette",
    "updates": "package",
    "diagnostics": "list-checks",
}


PIECE_MS = 15
"""Between two sections that are made while the user may already work."""


class SettingsPage(Page):
    """`show_section` (general, limits, notifications, security, appearance, updates, diagnostics) and `search_for` lead to a place."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "settings")
        self._searching = False
        self._saver = Saver(desk)
        self._fields = Fields(self._saver)
        self._titles = {
            "general": tr("General"),
            "limits": tr("Schedules & limits"),
            "notifications": tr("Notifications & pings"),
            "security": tr("Security"),
            "appearance": tr("Appearance & language"),
            "updates": tr("Updates"),
            "diagnostics": tr("Diagnostics"),
        }
        self._parts: dict[str, Part] = {}
        self._pages: dict[str, QWidget] = {}
        self._rest = QTimer(self)
        self._rest.setInterval(PIECE_MS)
        self._rest.timeout.connect(self._make_one)
        self.search = search_field("settingsSearch", tr("Search settings"))
        self.search.setMinimumWidth(180)
        self.search.textChanged.connect(self._searched)
        self._saved = label(tone="secondary", name="settingsSaved")
        self._undo = button("settingsUndo", tr("Undo"), "link", clicked=self._saver.undo, tip=tr("Take the last change back (Ctrl+Z)"))
        self.build(tr("Settings"), self._body(), (self._saved, self._undo, self.search))
        QShortcut(QKeySequence.StandardKey.Undo, self, self._saver.undo, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._saver.filled.connect(self._apply)
        self._saver.moved.connect(self._show_undo)
        desk.settings_changed.connect(self._changed_elsewhere)
        self._show_undo()
        self._show()

    def _body(self) -> QWidget:
        self._section = "general"
        self._group = QButtonGroup(self)
        self._places: dict[str, QPushButton] = {}
        places = column(gap=2, margins=(12, 20, 0, 12))
        for word, title in self._titles.items():
            place = button(f"settingsTo{word.capitalize()}", title.replace("&", "&&"), "nav", ICONS[word])
            place.setCheckable(True)
            when_chosen(place, partial(self.show_section, word))
            place.setMinimumWidth(self._nav_width(title))
            place.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self._group.addButton(place)
            self._places[word] = place
            places.addWidget(place)
        places.addStretch(1)
        aside = QWidget()
        aside.setObjectName("settingsSections")
        aside.setLayout(places)
        inner = QWidget()
        self._box_of_parts = box = QVBoxLayout(inner)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        self._nothing = Message("settingsNothing", primary=False)
        self._nothing.clicked.connect(lambda _: self.search.clear() if self.search is not None else None)
        box.addWidget(self._nothing)
        box.addStretch(1)
        self._scroll: QScrollArea = scrolled(inner, "settingsScroll")
        whole = QWidget()
        line = row(aside, self._scroll, gap=0)
        line.setStretch(1, 1)
        whole.setLayout(line)
        return whole

    def _nav_width(self, title: str) -> int:
        """Room for the title in the bold of the chosen one, whatever the language."""
        font = self.font()
        font.setBold(True)
        return QFontMetrics(font).horizontalAdvance(title) + 56

    # making sections: the shown one at once, the others one by one while the window is at rest

    def part(self, word: str) -> Part:
        """A section, made now if it was not yet."""
        from holdfast_desktop.pages.settings_sections.parts import make_part

        if word not in self._parts:
            part = self._parts[word] = make_part(word, self.desk, self._fields)
            page = self._pages[word] = part.page()
            page.hide()
            before = [one for one in self._titles if one in self._pages]
            self._box_of_parts.insertWidget(before.index(word), page)
        return self._parts[word]

    def complete(self) -> bool:
        """Whether all sections were made."""
        return len(self._parts) == len(self._titles)

    def _make_one(self) -> None:
        word = next((one for one in self._titles if one not in self._parts), "")
        if word:
            self.part(word)
            if self._searching:
                self._show()
                self._ask()
        if self.complete():
            self._rest.stop()

    @property
    def notifying(self) -> Notifying:
        return cast("Notifying", self.part("notifications"))

    @property
    def diagnostics(self) -> Diagnostics:
        return cast("Diagnostics", self.part("diagnostics"))

    def offer_autostart(self, is_on: Callable[[], bool], turn: Callable[[bool], None]) -> None:
        """Starting with the session; see the section "General"."""
        cast("General", self.part("general")).offer_autostart(is_on, turn)

    # going places

    def section(self) -> str:
        """The one that is chosen."""
        return self._section

    def show_section(self, word: str) -> None:
        self._section = word
        if self.search is not None:
            self.search.clear()
        self._show()
        self._scroll.verticalScrollBar().setValue(0)
        self._ask()

    def search_for(self, text: str) -> None:
        """Search for a setting."""
        if self.search is not None:
            self.search.setText(text)

    def titles(self) -> list[tuple[str, str]]:
        """Every setting by what it is called, with its section's word: for going there by name. Of the sections that were made already."""
        return [
            (line.title, word) for word in self._titles if word in self._parts for one in self._parts[word].sections for line in one.rows
        ]

    def _searched(self, text: str) -> None:
        if bool(text) != self._searching:
            self._searching = bool(text)
            self._ask()
        self._show()

    def _show(self) -> None:
        """The chosen section, or whatever the search finds in all of them."""
        needle = self.search.text().strip().casefold() if self.search is not None else ""
        self.part(self._section)
        self._group.setExclusive(not needle)  # a search is in no section
        for word, place in self._places.items():
            show_chosen(place, word == self._section and not needle)
        found = False
        for word, part in self._parts.items():
            whole = bool(needle) and needle in self._titles[word].casefold()
            shown = [one.filter("" if whole else needle) for one in part.sections]
            self._pages[word].setVisible(any(shown) if needle else word == self.section())
            found = found or any(shown)
        nothing = not found and self.complete()
        self._nothing.setVisible(nothing)
        if nothing:
            self._nothing.say("search", tr("No setting with these words"), tr("Try one word of it."), "clear", tr("Clear the search"))

    # reading and saving

    def shown(self) -> None:
        self._saver.load()
        self._ask()
        if not self.complete():
            self._rest.start()

    def refresh(self) -> None:
        super().refresh()
        self.shown()

    def _ask(self) -> None:
        """What sections show besides settings is asked for when they are looked at."""
        from holdfast_desktop.pages.settings_sections.parts import ask

        for word, part in self._parts.items():
            if self._searching or word == self.section():
                ask(part)

    def _apply(self, settings: Settings) -> None:
        theme().choose(settings.theme)
        use_binary_units(settings.units == "KiB")

    def _changed_elsewhere(self, settings: Settings) -> None:
        if settings != self._saver.settings:
            self._saver.load()

    def _show_undo(self) -> None:
        change = self._saver.last()
        self._undo.setVisible(change is not None)
        self._saved.setVisible(change is not None)
        self._saved.setText(tr("Saved: {setting}", setting=change.title) if change is not None else "")
