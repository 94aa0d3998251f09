"""What a person reads in a window, and what of it does not fit: for the tests of languages."""

from __future__ import annotations

import re
from collections.abc import Iterator

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QDialog,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QSpinBox,
    QTabBar,
    QTableView,
    QToolButton,
    QTreeView,
    QWidget,
)

from holdfast_desktop.widgets.elided import ElidedLabel
from tests.support.pseudo import untranslated

Text = tuple[str, str]
"""Where it stands, and what it says."""
ROWS = 40
_WORD = re.compile(r"[^\W\d_]{2,}")
_NOT_WORDS = re.compile(
    r"\{[^}]*\}|[a-z]+://\S+|(?:/|~)[\w.\-/]+|\S+@\S+|\w+\.(?:php|zip|example|org|com|log|css|txt|png|jpe?g|sql)\b"
    r"|\b(?:[kMGTP]i?)?B(?:/s)?\b|\b(?:Ctrl|Alt|Shift|Esc|Del|Space|Enter|Return|F\d+|PgUp|PgDown|Meta|Backspace|Left|Right)\b"
)


def texts(root: QWidget) -> Iterator[Text]:
    """All texts in `root` that can be read now, tooltips and accessible names too; not what the user typed."""
    if isinstance(root, QDialog) or root.isWindow():
        yield "title", root.windowTitle()
    for widget in [root, *root.findChildren(QWidget)]:
        if not widget.isVisible():
            continue
        where = _name(widget)
        yield where, widget.toolTip()
        yield where, widget.accessibleName()
        yield from ((where, text) for text in _own(widget))


def _own(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, QLabel | QAbstractButton):
        yield widget.text()
    elif isinstance(widget, QLineEdit | QPlainTextEdit):
        yield widget.placeholderText()
    elif isinstance(widget, QSpinBox):
        yield from (widget.prefix(), widget.suffix(), widget.specialValueText())
    elif isinstance(widget, QTabBar):
        yield from (widget.tabText(n) for n in range(widget.count()))
    elif isinstance(widget, QComboBox):
        yield from (widget.itemText(n) for n in range(widget.count()))
    elif isinstance(widget, QMenu):
        yield from (action.text() for action in widget.actions())
    elif isinstance(widget, QHeaderView):
        yield from _in_header(widget)
    elif isinstance(widget, QAbstractItemView) and widget.model() is not None and not isinstance(widget.parent(), QComboBox):
        yield from _in_model(widget.model(), QModelIndex())


def _in_header(header: QHeaderView) -> Iterator[str]:
    for section in range(header.count()):
        if not header.isSectionHidden(section) and header.model() is not None:
            yield str(header.model().headerData(section, header.orientation()) or "")


def _in_model(model: QAbstractItemModel, parent: QModelIndex | QPersistentModelIndex) -> Iterator[str]:
    for row in range(min(model.rowCount(parent), ROWS)):
        for column in range(1 if isinstance(model, QAbstractListModel) else model.columnCount(parent)):
            index = model.index(row, column, parent)
            for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
                said = index.data(role)
                if isinstance(said, str):
                    yield said


def words_not_translated(text: str, data: set[str]) -> list[str]:
    """The words of `text` that neither went through translation nor are in `data` (names, codes)."""
    return [
        word for word in _WORD.findall(_NOT_WORDS.sub(" ", untranslated(text.replace("&", "").replace("\u200b", "")))) if word not in data
    ]


def words_in(data: object) -> set[str]:
    """All words of a value's `repr`: what counts as data."""
    return set(_WORD.findall(repr(data)))


def clipped(root: QWidget) -> Iterator[Text]:
    """Controls that are smaller than their text, and do not say so by an ellipsis and a tooltip."""
    for widget in root.findChildren(QWidget):
        if not widget.isVisible() or widget.visibleRegion().isEmpty():
            continue
        said, lacks = _lack(widget)
        if lacks > 1:
            yield f"{_name(widget)}: {lacks} px", said


def _lack(widget: QWidget) -> tuple[str, int]:
    """How many pixels `widget` lacks for its text."""
    if isinstance(widget, QLabel):
        if isinstance(widget, ElidedLabel) or not widget.text():
            return "", 0
        if widget.wordWrap():
            return widget.text(), max(widget.heightForWidth(widget.width()) - widget.height(), _widest_word(widget) - widget.width())
        return widget.text(), widget.sizeHint().width() - widget.width()
    if isinstance(widget, QPushButton | QCheckBox | QRadioButton | QToolButton) and widget.text():
        hint = widget.sizeHint()
        if (
            isinstance(widget, QToolButton)
            and widget.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonIconOnly
            and not widget.icon().isNull()
        ):
            return "", 0
        return widget.text(), max(hint.width() - widget.width(), hint.height() - widget.height())
    if isinstance(widget, QComboBox) and not widget.isEditable():
        return widget.currentText(), widget.fontMetrics().horizontalAdvance(widget.currentText()) + 36 - widget.width()
    if isinstance(widget, QTabBar):
        return widget.tabText(widget.count() - 1), widget.sizeHint().width() - widget.width()
    if isinstance(widget, QHeaderView) and isinstance(widget.parent(), QTableView | QTreeView) and widget.isVisible():
        return _narrowest(widget)
    return "", 0


def _widest_word(label: QLabel) -> int:
    return max(label.fontMetrics().horizontalAdvance(word) for word in label.text().split())


def _narrowest(header: QHeaderView) -> tuple[str, int]:
    """The column whose title lacks most room."""
    lacks = [
        (header.fontMetrics().horizontalAdvance(title) + 14 - header.sectionSize(n), title)
        for n in range(header.count())
        if not header.isSectionHidden(n) and (title := str(header.model().headerData(n, header.orientation()) or ""))
    ]
    most = max(lacks, default=(0, ""))
    return most[1], most[0]


def _name(widget: QWidget) -> str:
    """The object names on the way to `widget`, of those that have one."""
    names: list[str] = []
    at: QWidget | None = widget
    while at is not None and len(names) < 3:
        if at.objectName() and not at.objectName().startswith("qt_"):
            names.append(at.objectName())
        at = at.parentWidget()
    return f"{'.'.join(reversed(names))}({type(widget).__name__})"
