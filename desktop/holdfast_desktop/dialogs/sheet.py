"""What every dialog is: a title, a body, a line for what is wrong, and the buttons. Always opened with `open()`."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QDialog, QFrame, QLineEdit, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from holdfast_desktop.theme.controls import ButtonKind, button, column, label, row, set_tone
from holdfast_desktop.theme.theme import restyle
from holdfast_desktop.wording.tr import tr


class Sheet(QDialog):
    """Subclasses fill `body` and add buttons with `buttons`."""

    def __init__(self, name: str, title: str, intro: str = "", parent: QWidget | None = None, width: int = 560) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setWindowTitle(title)
        self.setModal(True)
        self.setMinimumWidth(width)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.title = label(title, "section", name="dialogTitle", wrap=True)
        self.intro = label(intro, tone="secondary", name="dialogIntro", wrap=True)
        self.intro.setVisible(bool(intro))
        self.body = QVBoxLayout()
        self.body.setSpacing(12)
        self.message = label(name=f"{name}Message", wrap=True)
        self.message.hide()
        self.footer = QFrame()
        self.footer.setObjectName("dialogFooter")
        self._footer = row(None, gap=8, margins=(24, 12, 24, 12))
        self.footer.setLayout(self._footer)
        top = column(self.title, self.intro, 8, gap=4, margins=(24, 20, 24, 20))
        top.addLayout(self.body, 1)
        top.addWidget(self.message)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(top, 1)
        box.addWidget(self.footer)

    def showEvent(self, event: QShowEvent) -> None:
        """Never narrower than its buttons nor lower than its wrapped texts: the wished width would outrank what the layout asks."""
        self.setMinimumWidth(max(self.minimumWidth(), self.footer.sizeHint().width()))
        layout = self.layout()
        if layout is not None and layout.hasHeightForWidth():
            self.setMinimumHeight(layout.totalHeightForWidth(max(self.minimumWidth(), self.width() if self.isVisible() else 0)))
        super().showEvent(event)

    def refit(self) -> None:
        """What it shows has grown while it is open: grow with it, once the new parts have their sizes."""
        QTimer.singleShot(0, self, self._refit)

    def _refit(self) -> None:
        self.setMinimumWidth(max(self.minimumWidth(), self.footer.sizeHint().width()))
        layout = self.layout()
        if layout is None:
            return
        for one in self.findChildren(QWidget):
            one.updateGeometry()
        layout.activate()
        height = layout.totalHeightForWidth(self.width()) if layout.hasHeightForWidth() else layout.totalSizeHint().height()
        self.setMinimumHeight(height)

    def buttons(self, *made: QPushButton, cancel: str = "") -> None:
        """From left to right; `cancel` (or "Cancel") comes first. The primary one answers Enter."""
        close = button("dialogCancel", cancel or tr("Cancel"), clicked=self.reject)
        for one in (close, *made):
            self._footer.addWidget(one)
            if one.property("kind") == "primary":
                one.setDefault(True)

    def footer_left(self, widget: QWidget) -> None:
        self._footer.insertWidget(0, widget)

    def complain(self, text: str, field: QLineEdit | None = None, tone: str = "error") -> None:
        """Say what is wrong (empty: nothing is), and mark the field it belongs to."""
        self.message.setText(text)
        set_tone(self.message, tone)
        self.message.setVisible(bool(text))
        for one in self.findChildren(QLineEdit):
            wrong = bool(text) and one is field
            if bool(one.property("wrong")) != wrong:
                one.setProperty("wrong", wrong)
                restyle(one)
        if field is not None and text:
            field.setFocus()


def field(name: str, title: str, text: str = "", hint: str = "", secret: bool = False) -> tuple[QWidget, QLineEdit]:
    """A line edit under its label. The label is its buddy, so it also names it for assistive tools."""
    edit = QLineEdit(text)
    edit.setObjectName(name)
    edit.setPlaceholderText(hint)
    if secret:
        edit.setEchoMode(QLineEdit.EchoMode.Password)
    holder = QWidget()
    heading = label(title, "strong")
    heading.setBuddy(edit)
    holder.setLayout(column(heading, edit, gap=4))
    holder.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
    edit.setAccessibleName(title)
    return holder, edit


def labelled(title: str, *inside: QWidget, help_text: str = "") -> QWidget:
    """Controls under a label, with a quieter line below."""
    holder = QWidget()
    heading = label(title, "strong")
    box = column(heading, gap=4)
    box.addLayout(row(*inside, gap=8))
    if help_text:
        box.addWidget(label(help_text, "caption", wrap=True))
    for one in inside[:1]:
        heading.setBuddy(one)
        if not one.accessibleName():
            one.setAccessibleName(title)
    holder.setLayout(box)
    holder.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
    return holder


class Question(Sheet):
    """Title, text, and buttons of which one is chosen: `chosen` holds its word afterwards."""

    def __init__(
        self,
        title: str,
        text: str,
        choices: list[tuple[str, str, ButtonKind]],
        parent: QWidget | None = None,
        cancel: str = "",
        name: str = "question",
    ) -> None:
        """`choices`: (word, label, kind of button)."""
        super().__init__(name, title, text, parent, width=480)
        self.body.addStretch(1)  # title and text stay together where the dialog is higher than they are
        self.chosen = ""
        made = []
        for word, words, kind in choices:
            one = button(f"question{word.title().replace('_', '')}", words, kind)
            one.clicked.connect(lambda _checked=False, picked=word: self._choose(picked))
            made.append(one)
        self.buttons(*made, cancel=cancel)

    def _choose(self, word: str) -> None:
        self.chosen = word
        self.accept()


class Prompt(Sheet):
    """One line of text. `accepted` only when `valid` finds nothing wrong with it (it returns what is wrong)."""

    def __init__(
        self,
        name: str,
        title: str,
        intro: str,
        field_title: str,
        action: str,
        *,
        text: str = "",
        secret: bool = False,
        valid: Callable[[str], str] = lambda _: "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(name, title, intro, parent, width=480)
        self._valid = valid
        holder, self.edit = field(f"{name}Text", field_title, text, secret=secret)
        self.edit.selectAll()
        self.body.addWidget(holder)
        self.buttons(button(f"{name}Accept", action, "primary", clicked=self._check))

    def value(self) -> str:
        return self.edit.text() if self.edit.echoMode() == QLineEdit.EchoMode.Password else self.edit.text().strip()

    def _check(self) -> None:
        wrong = self._valid(self.value())
        self.complain(wrong, self.edit if wrong else None)
        if not wrong:
            self.accept()


class Choice(Sheet):
    """One of several. `value()` is its word."""

    def __init__(
        self,
        name: str,
        title: str,
        intro: str,
        field_title: str,
        action: str,
        choices: Sequence[tuple[str, str]],
        parent: QWidget | None = None,
    ) -> None:
        """`choices`: (word, label)."""
        super().__init__(name, title, intro, parent, width=440)
        self.combo = QComboBox()
        self.combo.setObjectName(f"{name}Choice")
        for word, words in choices:
            self.combo.addItem(words, word)
        self.combo.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.body.addWidget(labelled(field_title, self.combo))
        self.buttons(button(f"{name}Accept", action, "primary", clicked=self.accept))

    def value(self) -> str:
        return str(self.combo.currentData() or "")
