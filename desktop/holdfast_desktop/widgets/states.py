"""The states a view can be in besides showing content: loading, empty, nothing found, failed, locked."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from holdfast_desktop.theme.controls import IconLabel, button, label, row
from holdfast_desktop.wording.errors import ErrorWords
from holdfast_desktop.wording.tr import tr

SKELETON_AFTER_MS = 150
TEXT_WIDTH = 420


class Message(QWidget):
    """A picture, a sentence, a button and at most a second, quiet one, in the middle of the room."""

    clicked = Signal(str)
    """The action's word."""

    def __init__(self, name: str, primary: bool = True) -> None:
        super().__init__()
        self._picture = IconLabel("info", size=40)
        self._title = label(role="section", name=f"{name}Title", wrap=True)
        self._body = label(tone="secondary", name=f"{name}Text", wrap=True)
        self._title.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._body.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._button = button(f"{name}Button", "", "primary" if primary else "plain", clicked=lambda: self.clicked.emit(self._action))
        self._button.hide()
        self._second = button(f"{name}Second", "", "link", clicked=lambda: self.clicked.emit(self._other))
        self._second.hide()
        self._action = self._other = ""
        box = QVBoxLayout(self)
        box.setSpacing(8)
        box.addStretch(2)
        box.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignHCenter)
        box.addSpacing(4)
        box.addWidget(self._title, 0, Qt.AlignmentFlag.AlignHCenter)
        box.addWidget(self._body, 0, Qt.AlignmentFlag.AlignHCenter)
        box.addSpacing(8)
        box.addLayout(row(None, self._button, None))
        box.addLayout(row(None, self._second, None))
        box.addStretch(3)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """The text as wide as is pleasant to read, or as there is room."""
        width = max(120, min(TEXT_WIDTH, self.width() - 24))
        for one in (self._title, self._body):
            one.setFixedWidth(width)
            one.setFixedHeight(one.heightForWidth(width) if one.text() else 0)

    def say(self, icon: str, title: str, text: str = "", action: str = "", label: str = "", severity: str = "") -> None:
        self._picture.set(icon, severity)
        self._title.setText(title)
        self._title.setVisible(bool(title))
        self._body.setText(text)
        self._body.setVisible(bool(text))
        self._fit()
        self._action = action
        self._button.setText(label)
        self._button.setVisible(bool(action))
        self._second.hide()

    def offer_second(self, action: str, label: str) -> None:
        """Beside what was said last."""
        self._other = action
        self._second.setText(label)
        self._second.show()


class Stateful(QWidget):
    """Shows `content`, or a message in its place. `acted(word)` when the message's button is clicked."""

    acted = Signal(str)

    def __init__(self, content: QWidget, name: str, primary: bool = True, skeleton: QWidget | None = None) -> None:
        """`skeleton`: shown while the first answer is under way, in place of words."""
        super().__init__()
        self._content = content
        self._skeleton = skeleton
        self.message = Message(name, primary)
        self.message.clicked.connect(self.acted)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(content)
        self._stack.addWidget(self.message)
        if skeleton is not None:
            self._stack.addWidget(skeleton)
        self._slow = QTimer(self)
        self._slow.setSingleShot(True)
        self._slow.setInterval(SKELETON_AFTER_MS)
        self._slow.timeout.connect(self._say_loading)

    def show_content(self) -> None:
        self._slow.stop()
        self._stack.setCurrentWidget(self._content)

    def loading(self) -> None:
        """Say so, but only when it takes long enough to be noticed."""
        if not self._slow.isActive():
            self._slow.start()

    def _say_loading(self) -> None:
        if self._skeleton is not None:
            self._stack.setCurrentWidget(self._skeleton)
        else:
            self.say("hourglass", "", tr("Loading…"))

    def say(self, icon: str, title: str, text: str = "", action: str = "", label: str = "", severity: str = "") -> None:
        self._slow.stop()
        self.message.say(icon, title, text, action, label, severity)
        self._stack.setCurrentWidget(self.message)

    def fail(self, words: ErrorWords) -> None:
        """The first answer did not come: why, and another try (``refresh``) or the way to unlock what is locked (``unlock``)."""
        locked = words.code == "KEY-LOCKED"
        action, text = ("unlock", tr("Unlock")) if locked else ("refresh", tr("Try again"))
        self.say("lock" if locked else "circle-x", words.title, words.body, action, text, "error")

    def is_content(self) -> bool:
        return self._stack.currentWidget() is self._content
