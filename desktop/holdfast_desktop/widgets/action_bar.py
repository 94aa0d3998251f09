"""A row of buttons that gives way: what has no room goes into a menu at its end."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy, QWidget

from holdfast_desktop.theme.controls import button, label, row
from holdfast_desktop.theme.theme import theme
from holdfast_desktop.wording.tr import tr

GAP = 8


@dataclass(frozen=True)
class Action:
    """`menu`: fills a menu in place of `act`."""

    name: str
    text: str
    icon: str
    act: Callable[[], object] | None = None
    menu: Callable[[QMenu], object] | None = None


class ActionBar(QWidget):
    """`show_state(text, enabled)`: what the actions are for, and whether they can be done."""

    def __init__(self, name: str, actions: Sequence[Action]) -> None:
        super().__init__()
        self.setObjectName(name)
        self._actions = actions
        self._label = label(tone="secondary", name=f"{name}Label")
        self._buttons: dict[str, QPushButton] = {one.name: self._button(one) for one in actions}
        self._more = button(f"{name}More", tr("More"), "plain")
        self._more.setProperty("menu", "true")
        self._menu = QMenu(self)
        self._menu.setObjectName(f"{name}Menu")
        self._menu.aboutToShow.connect(self._fill)
        self._more.setMenu(self._menu)
        self.setLayout(row(self._label, None, *self._buttons.values(), self._more, gap=GAP))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._more.hide()

    def _button(self, one: Action) -> QPushButton:
        made = button(one.name, one.text, "plain", one.icon, one.act)
        if one.menu is not None:
            inner = QMenu(made)
            inner.setObjectName(f"{one.name}Menu")
            inner.aboutToShow.connect(partial(_refill, inner, one.menu))
            made.setProperty("menu", "true")
            made.setMenu(inner)
        return made

    def show_state(self, text: str, enabled: bool) -> None:
        self._label.setText(text)
        for one in (*self._buttons.values(), self._more):
            one.setEnabled(enabled)
        self._fit()

    def set_text(self, name: str, text: str) -> None:
        self._buttons[name].setText(text)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        return QSize(120, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        widths = [one.sizeHint().width() + GAP for one in self._buttons.values()]
        room = self.width() - self._label.sizeHint().width() - GAP
        shown = len(widths)
        if sum(widths) > room:
            room -= self._more.sizeHint().width() + GAP
            while shown > 0 and sum(widths[:shown]) > room:
                shown -= 1
        for place, one in enumerate(self._buttons.values()):
            one.setVisible(place < shown)
        self._more.setVisible(shown < len(widths))

    def _fill(self) -> None:
        """What has no button now."""
        self._menu.clear()
        for one in self._actions:
            if not self._buttons[one.name].isHidden():
                continue
            if one.menu is not None:
                inner = self._menu.addMenu(theme().icon(one.icon), one.text)
                one.menu(inner)
            else:
                entry = self._menu.addAction(theme().icon(one.icon), one.text)
                entry.setObjectName(one.name)
                entry.triggered.connect(lambda _checked=False, act=one.act: act() if act is not None else None)


def _refill(menu: QMenu, fill: Callable[[QMenu], object]) -> None:
    menu.clear()
    fill(menu)
