"""How a table or tree row is painted: whole-row hover and selection, an icon of the set, text in the tone of its severity."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFocusEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView, QTreeView

from holdfast_desktop.models.rows import ICON_ROLE, TONE_ROLE
from holdfast_desktop.theme.controls import tabular
from holdfast_desktop.theme.icons import draw_icon
from holdfast_desktop.theme.theme import theme
from holdfast_desktop.theme.tokens import ROW_HEIGHT

PADDING = 10
ICON = 16
BY_KEYBOARD = {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.OtherFocusReason}
"""Also what an assistive program does, and a panel that closes."""


class HoverRows(QObject):
    """Remembers the row under the pointer of a view, so that the whole row lights up."""

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view
        self.row = QPersistentModelIndex()
        view.setMouseTracking(True)
        view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.MouseMove, QEvent.Type.HoverMove}:
            self._set(self._view.indexAt(event.position().toPoint()))  # type: ignore[attr-defined]  # both are QSinglePointEvents
        elif event.type() == QEvent.Type.Leave:
            self._set(QModelIndex())
        return False

    def _set(self, index: QModelIndex) -> None:
        first = index.siblingAtColumn(0) if index.isValid() else index
        if self.row != first:
            self.row = QPersistentModelIndex(first)
            self._view.viewport().update()


class KeyboardRows(QObject):
    """Chooses the row that the keyboard comes to, when none is chosen: Enter, F2 and Del mean the row that has the focus."""

    def __init__(self, view: QTableView) -> None:
        super().__init__(view)
        self._view = view
        view.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn and isinstance(event, QFocusEvent) and event.reason() in BY_KEYBOARD:
            chosen, model = self._view.selectionModel(), self._view.model()
            if chosen is not None and not chosen.hasSelection() and model.rowCount():
                here = self._view.currentIndex()
                how = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
                chosen.setCurrentIndex(here if here.isValid() else model.index(0, 0), how)
        return False


class RowDelegate(QStyledItemDelegate):
    """For tables and trees of `holdfast_desktop.models`."""

    def __init__(self, view: QAbstractItemView, separators: bool = True, height: int = ROW_HEIGHT) -> None:
        super().__init__(view)
        self._hover = HoverRows(view)
        if isinstance(view, QTableView):
            KeyboardRows(view)
        self._separators = separators
        self._height = height

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        hint = super().sizeHint(option, index)
        extra = PADDING * 2 + (ICON + 6 if index.data(ICON_ROLE) else 0)
        return QSize(hint.width() + extra, self._height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        t = theme().tokens
        painter.save()
        rect = QRect(option.rect)
        state = option.state
        first = index.sibling(index.row(), 0)
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(t.selected))
        elif self._hover.row == first:
            painter.fillRect(rect, QColor(t.hover))
        if self._separators:
            painter.setPen(QColor(t.border))
            painter.drawLine(rect.left(), rect.bottom(), rect.right(), rect.bottom())
        self._paint_focus(painter, option, index, rect)
        inner = self._paint_tick(painter, option, index, rect.adjusted(PADDING, 0, -PADDING, 0))
        inner = self._paint_glyph(painter, index, inner)
        self._paint_text(painter, option, index, inner)
        painter.restore()

    def _paint_focus(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex, rect: QRect
    ) -> None:
        view = self.parent()
        if (
            isinstance(view, QTableView | QTreeView)
            and view.hasFocus()
            and view.currentIndex().siblingAtColumn(0) == index.sibling(index.row(), 0)
        ):
            painter.setPen(QColor(theme().tokens.accent))
            painter.drawLine(rect.left(), rect.top(), rect.right(), rect.top())
            painter.drawLine(rect.left(), rect.bottom(), rect.right(), rect.bottom())

    def _paint_tick(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex, inner: QRect
    ) -> QRect:
        tick = index.data(Qt.ItemDataRole.CheckStateRole)
        if tick is None:
            return inner
        box = QStyleOptionViewItem(option)
        self.initStyleOption(box, index)
        style = QApplication.style() if box.widget is None else box.widget.style()
        box.rect = style.subElementRect(QStyle.SubElement.SE_ItemViewItemCheckIndicator, box, box.widget)
        on = {Qt.CheckState.Checked: QStyle.StateFlag.State_On, Qt.CheckState.PartiallyChecked: QStyle.StateFlag.State_NoChange}
        box.state = QStyle.StateFlag.State_Enabled | on.get(Qt.CheckState(tick), QStyle.StateFlag.State_Off)
        style.drawPrimitive(QStyle.PrimitiveElement.PE_IndicatorItemViewItemCheck, box, painter, box.widget)
        return inner.adjusted(box.rect.right() - inner.left() + 8, 0, 0, 0)

    def _paint_glyph(self, painter: QPainter, index: QModelIndex | QPersistentModelIndex, inner: QRect) -> QRect:
        name = index.data(ICON_ROLE)
        if not name:
            return inner
        t = theme().tokens
        tone = str(index.data(TONE_ROLE) or "")
        colour = t.tone(tone).text if tone and tone != "secondary" else t.secondary
        place = QRectF(inner.left(), inner.center().y() - ICON / 2 + 0.5, ICON, ICON)
        draw_icon(painter, str(name), colour, place)
        return inner.adjusted(ICON + 8, 0, 0, 0)

    def _paint_text(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex, inner: QRect
    ) -> None:
        t = theme().tokens
        tone = str(index.data(TONE_ROLE) or "")
        colour = t.secondary if tone == "secondary" else t.tone(tone).text if tone else t.text
        alignment = Qt.AlignmentFlag(index.data(Qt.ItemDataRole.TextAlignmentRole) or Qt.AlignmentFlag.AlignLeft)
        right = bool(alignment & Qt.AlignmentFlag.AlignRight)
        font = option.font
        painter.setFont(tabular(font) if right else font)
        text = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        mode = (
            Qt.TextElideMode.ElideMiddle
            if text.startswith("/") or index.data(ICON_ROLE) in {"file", "folder"}
            else Qt.TextElideMode.ElideRight
        )
        shown = painter.fontMetrics().elidedText(text, mode, inner.width())
        painter.setPen(QColor(colour))
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        painter.drawText(inner, side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)
