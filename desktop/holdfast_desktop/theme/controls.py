"""Controls dressed from the tokens: every button, label and table of the program is made here, so that they agree.

A control made here has an object name (a stable interface for tests and assistive tools), and its icon follows the theme.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLayout,
    QPushButton,
    QSizePolicy,
    QStyleOptionButton,
    QTableView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from holdfast_desktop.theme.icons import icon as make_icon
from holdfast_desktop.theme.icons import pixmap as draw_pixmap
from holdfast_desktop.theme.theme import restyle, theme
from holdfast_desktop.theme.tokens import ROW_HEIGHT

ButtonKind = Literal["primary", "plain", "ghost", "danger", "link", "chip", "nav"]
ICON_GAP = 6
"""Between the icon and the text of a button; part of the picture, because the style sheet knows no such distance."""
Role = Literal["body", "caption", "strong", "section", "title", "number"]


class FoldingButton(QPushButton):
    """A button that can show its icon alone where there is no room for its words; they are then its tooltip. Its `text` stays."""

    _folded = False

    def fold(self, folded: bool) -> None:
        if folded == self._folded or (folded and self.icon().isNull()):
            return
        self._folded = folded
        if folded and not self.toolTip():
            self.setToolTip(self.text().replace("&", ""))
            self.setProperty("foldedTip", True)
        elif not folded and self.property("foldedTip"):
            self.setToolTip("")
            self.setProperty("foldedTip", False)
        self.updateGeometry()
        self.update()

    def is_folded(self) -> bool:
        return self._folded

    def width_when(self, folded: bool) -> int:
        """How wide it wants to be, folded or not."""
        now, self._folded = self._folded, False
        whole = super().sizeHint().width()
        self._folded = now
        spared = self.fontMetrics().horizontalAdvance(self.text().replace("&", "")) + ICON_GAP
        return whole - spared if folded and not self.icon().isNull() else whole

    def sizeHint(self) -> QSize:
        return QSize(self.width_when(self._folded), super().sizeHint().height())

    def initStyleOption(self, option: QStyleOptionButton) -> None:
        super().initStyleOption(option)
        if self._folded:
            option.text = ""


def button(
    name: str, text: str, kind: ButtonKind = "plain", icon: str = "", clicked: Callable[[], object] | None = None, tip: str = ""
) -> FoldingButton:
    """A push button called `name`. One filled (primary) button per screen area."""
    made = FoldingButton(text)
    made.setObjectName(name)
    made.setProperty("kind", kind)
    made.setCursor(Qt.CursorShape.PointingHandCursor if kind == "link" else Qt.CursorShape.ArrowCursor)
    made.setSizePolicy(QSizePolicy.Policy.Maximum if kind != "nav" else QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    made.setAutoDefault(False)
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # the focus ring is for the keyboard
    if tip:
        made.setToolTip(tip)
    if icon:
        set_icon(made, icon, {"primary": "on_accent", "danger": "on_accent", "link": "running"}.get(kind, ""))
    if clicked is not None:
        made.clicked.connect(lambda _checked=False: clicked())
    return made


def icon_button(name: str, icon: str, meaning: str, clicked: Callable[[], object] | None = None) -> QToolButton:
    """A button that shows only an icon; `meaning` is its accessible name and its tooltip."""
    made = QToolButton()
    made.setObjectName(name)
    made.setProperty("kind", "icon")
    made.setAccessibleName(meaning)
    made.setToolTip(meaning)
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    set_icon(made, icon)
    if clicked is not None:
        made.clicked.connect(lambda _checked=False: clicked())
    return made


def set_icon(control: QPushButton | QToolButton, icon: str, severity: str = "", size: int = 16) -> None:
    """Give `control` an icon that follows the theme. `severity` may also be "on_accent"."""
    first = control.property("iconName") is None
    control.setProperty("iconName", icon)
    control.setProperty("iconTone", severity)
    if first:
        control.setIconSize(QSize(size, size))
    _paint_icon(control)
    if first:
        follow_theme(control, lambda: _paint_icon(control))


def _paint_icon(control: QPushButton | QToolButton) -> None:
    t = theme().tokens
    tone = str(control.property("iconTone") or "")
    colour = t.on_accent if tone == "on_accent" else (t.tone(tone).text if tone else t.secondary)
    gap = ICON_GAP if isinstance(control, QPushButton) else 0
    size = control.iconSize().height()
    control.setIcon(make_icon(str(control.property("iconName")), colour, t.disabled, gap, size))
    control.setIconSize(QSize(size + gap, size))


class _Follower(QObject):
    """Lives as its parent does: Qt ends the connection with it."""

    def __init__(self, parent: QObject, repaint: Callable[[], object]) -> None:
        super().__init__(parent)
        self._repaint = repaint

    def run(self) -> None:
        self._repaint()


def follow_theme(widget: QWidget, repaint: Callable[[], object]) -> None:
    """Call `repaint` after each change of theme for as long as `widget` lives."""
    follower = _Follower(widget, repaint)
    theme().changed.connect(follower.run)


def label(text: str = "", role: Role = "body", tone: str = "", name: str = "", wrap: bool = False) -> QLabel:
    made = QLabel(text)
    made.setProperty("role", role)
    made.setProperty("tone", tone)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wrap)
    if name:
        made.setObjectName(name)
    return made


def set_tone(widget: QWidget, tone: str) -> None:
    if widget.property("tone") != tone:
        widget.setProperty("tone", tone)
        restyle(widget)


class IconLabel(QLabel):
    """A picture from the icon set that follows the theme. Decoration: words stand beside it."""

    def __init__(self, icon: str, severity: str = "", size: int = 16, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._size = size
        self.setFixedSize(size, size)
        self.set(icon, severity)
        follow_theme(self, self._paint)

    def set(self, icon: str, severity: str = "") -> None:
        self._icon, self._severity = icon, severity
        self._paint()

    def _paint(self) -> None:
        t = theme().tokens
        colour = t.tone(self._severity).text if self._severity else t.secondary
        self.setPixmap(draw_pixmap(self._icon, colour, self._size, self.devicePixelRatioF()))


def card(name: str = "", kind: str = "true") -> QFrame:
    """A surface with a border, or in the tint of a severity."""
    made = QFrame()
    made.setProperty("card", kind)
    if name:
        made.setObjectName(name)
    return made


def set_card(frame: QFrame, kind: str) -> None:
    if frame.property("card") != kind:
        frame.setProperty("card", kind)
        restyle(frame)


def line() -> QFrame:
    made = QFrame()
    made.setProperty("line", "true")
    made.setFixedHeight(1)
    return made


def row(*items: QWidget | QLayout | int | None, gap: int = 8, margins: tuple[int, int, int, int] = (0, 0, 0, 0)) -> QHBoxLayout:
    """A horizontal layout; None stretches, a number is a gap."""
    made = QHBoxLayout()
    _fill(made, items, gap, margins)
    return made


def column(*items: QWidget | QLayout | int | None, gap: int = 8, margins: tuple[int, int, int, int] = (0, 0, 0, 0)) -> QVBoxLayout:
    """A vertical layout; None stretches, a number is a gap."""
    made = QVBoxLayout()
    _fill(made, items, gap, margins)
    return made


def _fill(
    box: QHBoxLayout | QVBoxLayout, items: tuple[QWidget | QLayout | int | None, ...], gap: int, margins: tuple[int, int, int, int]
) -> None:
    box.setSpacing(gap)
    box.setContentsMargins(*margins)
    for item in items:
        if item is None:
            box.addStretch(1)
        elif isinstance(item, int):
            box.addSpacing(item)
        elif isinstance(item, QWidget):
            box.addWidget(item)
        else:
            box.addLayout(item)


def dress_table(view: QTableView, name: str, stretch: int = 0) -> None:
    """The look all tables share; column `stretch` takes the room that is left."""
    view.setObjectName(name)
    view.setShowGrid(False)
    view.setWordWrap(False)
    view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setTabKeyNavigation(False)
    view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
    view.verticalHeader().hide()
    view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    view.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
    header = view.horizontalHeader()
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    header.setHighlightSections(False)
    header.setSectionResizeMode(stretch, QHeaderView.ResizeMode.Stretch)
    header.setMinimumSectionSize(56)
    _TitlesFit(header)


def fit_titles(header: QHeaderView) -> None:
    """No column narrower than its title, in whatever language that is."""
    for column in range(header.count()):
        if not header.isSectionHidden(column) and header.sectionResizeMode(column) != QHeaderView.ResizeMode.Stretch:
            header.resizeSection(column, max(header.sectionSize(column), header.sectionSizeHint(column)))


class _TitlesFit(QObject):
    def __init__(self, header: QHeaderView) -> None:
        super().__init__(header)
        self._header = header
        header.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show:
            fit_titles(self._header)
        return False


def tabular(font: QFont) -> QFont:
    """`font` with figures of one width, for columns of numbers."""
    made = QFont(font)
    made.setFeature(QFont.Tag("tnum"), 1)
    return made
