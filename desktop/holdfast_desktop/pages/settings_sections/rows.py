"""A setting as a row: what it is, what it does, its control, and below it what is wrong with what was entered."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSizePolicy,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from holdfast.errors import as_failure
from holdfast_desktop.pages.settings_sections.saving import Saver
from holdfast_desktop.theme.controls import column, label, row
from holdfast_desktop.theme.theme import restyle
from holdfast_desktop.wording.core_sentences import sentence

WIDE = 220
"""Fields of one page stand under each other."""


class SettingRow(QWidget):
    """`control` may be any widget; it gets the title as its accessible name when it has none."""

    def __init__(self, title: str, help_text: str, control: QWidget) -> None:
        super().__init__()
        self.title, self._help = title, help_text
        self.control = control
        heading = label(title, wrap=True)
        texts = column(heading, gap=2)
        if help_text:
            texts.addWidget(label(help_text, "caption", wrap=True))
        if not control.accessibleName() and not isinstance(control, QLabel):
            control.setAccessibleName(title)
        heading.setBuddy(control)
        self._line: QHBoxLayout = row(texts, control, gap=24)
        self._line.setStretch(0, 1)
        self.wrong = label(tone="error", name=f"{control.objectName()}Wrong", wrap=True)
        self.wrong.hide()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        box.addLayout(self._line)
        box.addWidget(self.wrong)

    def matches(self, needle: str) -> bool:
        """Whether the search for `needle` (case-folded) finds it."""
        return all(word in f"{self.title} {self._help}".casefold() for word in needle.split())

    def complain(self, text: str) -> None:
        """Say beside the field what is wrong with it; empty: nothing is."""
        self.wrong.setText(text)
        self.wrong.setVisible(bool(text))
        if bool(self.control.property("wrong")) != bool(text):
            self.control.setProperty("wrong", bool(text))
            restyle(self.control)


class Section(QFrame):
    """A card with a heading over its rows."""

    def __init__(self, title: str, *rows_: SettingRow) -> None:
        super().__init__()
        self.setProperty("card", "true")
        self.heading, self.rows = title, rows_
        box = column(label(title, "section"), gap=14, margins=(20, 16, 20, 18))
        for one in rows_:
            box.addWidget(one)
        self.setLayout(box)

    def filter(self, needle: str) -> bool:
        """Show the rows that match, or all when the heading does; whether any is shown."""
        whole = not needle or all(word in self.heading.casefold() for word in needle.split())
        shown = [one for one in self.rows if whole or one.matches(needle)]
        for one in self.rows:
            one.setVisible(one in shown)
        self.setVisible(bool(shown))
        return bool(shown)


class _NoWheel(QObject):
    """Scrolling over the page must not turn a setting on its way."""

    def __init__(self, control: QWidget) -> None:
        super().__init__(control)
        control.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Wheel and isinstance(watched, QWidget) and not watched.hasFocus():
            event.ignore()
            return True
        return False


class Fields:
    """Makes rows that are bound to settings by name."""

    def __init__(self, saver: Saver) -> None:
        self._saver = saver

    def _bound(
        self, made: SettingRow, setting: str, read: Callable[[], Any], show: Callable[[Any], object], wrong: str
    ) -> Callable[[], None]:
        """The function that saves what the control holds."""

        def fill(settings: Any) -> None:
            with QSignalBlocker(made.control):
                show(getattr(settings, setting))
            made.complain("")

        def refused(error: Exception) -> None:
            made.complain(wrong or sentence(as_failure(error).message))

        self._saver.filled.connect(fill)
        if self._saver.settings is not None:
            fill(self._saver.settings)
        return lambda: self._saver.save(setting, read(), made.title, refused)

    def choice(self, setting: str, name: str, title: str, help_text: str, choices: Sequence[tuple[Any, str]]) -> SettingRow:
        """One of several; a value that is none of them is shown as it is."""
        made = QComboBox()
        made.setObjectName(name)
        made.setMinimumWidth(WIDE)
        made.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        made.installEventFilter(_NoWheel(made))
        for word, text in choices:
            made.addItem(text, word)

        def show(value: Any) -> None:
            if made.findData(value) < 0:
                made.addItem(str(value), value)
            made.setCurrentIndex(made.findData(value))

        line = SettingRow(title, help_text, made)
        save = self._bound(line, setting, made.currentData, show, "")
        made.currentIndexChanged.connect(lambda _: save())
        return line

    def switch(self, setting: str, name: str, title: str, help_text: str = "", *, inverted: bool = False) -> SettingRow:
        """On or off."""
        made = QCheckBox()
        made.setObjectName(name)
        line = SettingRow(title, help_text, made)
        save = self._bound(
            line, setting, lambda: made.isChecked() is not inverted, lambda on: made.setChecked(bool(on) is not inverted), ""
        )
        made.toggled.connect(lambda _: save())
        return line

    def member(self, setting: str, word: str, name: str, title: str) -> SettingRow:
        """On while `word` is not in a setting that lists what is off."""
        made = QCheckBox()
        made.setObjectName(name)
        line = SettingRow(title, "", made)

        def read() -> list[str]:
            listed = [one for one in getattr(self._saver.settings, setting) if one != word]
            return listed if made.isChecked() else [*listed, word]

        save = self._bound(line, setting, read, lambda listed: made.setChecked(word not in listed), "")
        made.toggled.connect(lambda _: save())
        return line

    def number(
        self, setting: str, name: str, title: str, help_text: str, span: tuple[int, int], *, unit: str = "", zero: str = "", step: int = 1
    ) -> SettingRow:
        """`unit`: follows the number; `zero`: stands in place of the lowest one."""
        made = QSpinBox()
        made.setObjectName(name)
        made.setRange(*span)
        made.setSingleStep(step)
        made.setSuffix(unit)
        made.setSpecialValueText(zero)
        made.setGroupSeparatorShown(True)
        made.installEventFilter(_NoWheel(made))
        made.setKeyboardTracking(False)  # a number is saved when it is written out
        made.setMinimumWidth(WIDE)
        made.lineEdit().setTextMargins(8, 0, 0, 0)
        line = SettingRow(title, help_text, made)
        save = self._bound(line, setting, made.value, lambda value: made.setValue(int(value)), "")
        made.valueChanged.connect(lambda _: save())
        return line

    def words(self, setting: str, name: str, title: str, help_text: str, hint: str, *, wrong: str = "", listed: bool = False) -> SettingRow:
        """A text, saved when the field is left. `listed`: several with commas. `wrong`: what to say when it cannot be that."""
        made = QLineEdit()
        made.setObjectName(name)
        made.setPlaceholderText(hint)
        made.setMinimumWidth(WIDE)
        made.setMaximumWidth(320)
        line = SettingRow(title, help_text, made)
        save = self._bound(line, setting, made.text, lambda value: made.setText(", ".join(value) if listed else str(value)), wrong)

        def left() -> None:
            if made.isModified():
                made.setModified(False)
                save()

        made.editingFinished.connect(left)
        return line


def plain(title: str, help_text: str, control: QWidget) -> SettingRow:
    """A row that is no setting: something to do, or to know."""
    return SettingRow(title, help_text, control)


def group(*controls: QWidget, name: str = "") -> QWidget:
    """Several controls as one."""
    made = QWidget()
    if name:
        made.setObjectName(name)
    made.setLayout(row(*controls, gap=8))
    made.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    return made


def cards(*sections: Section) -> QWidget:
    """One page of settings."""
    made = QWidget()
    made.setLayout(column(*sections, None, gap=16, margins=(24, 20, 24, 24)))
    return made
