"""A table of backups with what can be done to them. Used for one site and for all."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from PySide6.QtCore import QItemSelectionModel, QPoint, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QHeaderView, QMenu, QPushButton, QTableView, QVBoxLayout, QWidget

from holdfast.records import Backup
from holdfast_desktop.models.rows import RowsModel, SortedRows
from holdfast_desktop.pages.backup_columns import backup_columns, is_kept
from holdfast_desktop.pages.backup_days import by_day, day_marks, day_of
from holdfast_desktop.pages.desk import Desk
from holdfast_desktop.pages.flows import Flows
from holdfast_desktop.pages.site_menu import add_commands, backup_commands
from holdfast_desktop.theme.controls import button, dress_table, icon_button, label, row
from holdfast_desktop.theme.theme import theme
from holdfast_desktop.widgets.delegate import RowDelegate
from holdfast_desktop.widgets.fitting import FittingColumns
from holdfast_desktop.widgets.late import Late
from holdfast_desktop.widgets.month_calendar import MonthCalendar
from holdfast_desktop.widgets.states import Stateful
from holdfast_desktop.widgets.tool_row import ToolRow
from holdfast_desktop.wording.keys import key_words
from holdfast_desktop.wording.services import backup_status_words, is_service, remote_type_word, why_not_words
from holdfast_desktop.wording.times import exact
from holdfast_desktop.wording.tr import tr

MONTH_HEIGHT = 264


class BackupList(QWidget):
    """`current_changed(Backup | None)`"""

    current_changed = Signal(object)
    again_wanted = Signal()
    """The list could not be filled; it should be tried again."""

    def __init__(self, desk: Desk, flows: Flows, with_site: bool, primary_restore: bool = True) -> None:
        super().__init__()
        self._desk, self._flows, self._with_site = desk, flows, with_site
        self._site = ""
        self._model = RowsModel[Backup](backup_columns(desk.now, with_site), key=lambda b: (b.site, b.id))
        self._sorted = SortedRows(self._model, self)
        self.view = QTableView()
        self.view.setModel(self._sorted)
        dress_table(self.view, "backupsTable", stretch=1)
        self.view.setAccessibleName(tr("Backups"))
        self.view.setItemDelegate(RowDelegate(self.view))
        self.view.setSortingEnabled(True)
        self.view.sortByColumn(0, Qt.SortOrder.DescendingOrder)
        header = self.view.horizontalHeader()
        for place, column in enumerate(self._model.columns):
            if column.width:
                header.setSectionResizeMode(place, QHeaderView.ResizeMode.Interactive)
                self.view.setColumnWidth(place, column.width)
        FittingColumns(self.view, 1, expendable=(4, 3) if with_site else (3, 2), least=130 if with_site else 90)
        self.restore_button = button(
            "backupRestore", tr("Restore…"), "primary" if primary_restore else "plain", "rotate-ccw", self.restore, key_words("Ctrl+R")
        )
        self._download = button("backupDownload", tr("Download…"), "plain", "download", self._do_download)
        self._compare = button(
            "backupCompare", tr("Compare"), "ghost", "git-compare", self._do_compare, tr("Compare the two selected backups (Ctrl+D)")
        )
        self._keep = button("backupKeep", tr("Keep forever"), "ghost", "pin", self._do_keep)
        self._type = self._filter_combo("backupsType", tr("Kind"))
        self._state = self._filter_combo("backupsState", tr("State"))
        self._text = ""
        self._delete = button("backupDelete", tr("Delete…"), "ghost", "trash-2", self._do_delete)
        self._month = Late(self._make_month, lambda month: month.show_marks(day_marks(self._model.rows())))
        self._month.hide()
        self._by_day = icon_button("backupsCalendar", "calendar", tr("Month calendar"))
        self._by_day.setCheckable(True)
        self._by_day.toggled.connect(self.show_calendar)
        self._age = label(role="caption", tone="secondary", name="backupsAge")
        self._age.hide()
        self.states = Stateful(self.view, "backupsEmpty", primary=False)
        self.states.acted.connect(self._acted)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        folding = (self._keep, self._compare, self._delete, self._download)
        self.tool_row = ToolRow(self._download, self._compare, self._keep, self._delete, None, self._by_day, folding=folding, gap=4)
        box.addWidget(self.tool_row)
        self._filters = QWidget()
        self._filters.setLayout(row(self._type, self._state, None, gap=8))
        self._filters.hide()
        box.addWidget(self._filters)
        self._note = label(tone="warning", name="backupsNote", wrap=True)
        self._note.hide()
        box.addWidget(self._note)
        box.addWidget(self._month)
        box.addWidget(self.states, 1)
        box.addWidget(self._age)
        self.view.selectionModel().selectionChanged.connect(lambda *_: self._selected())
        self.view.customContextMenuRequested.connect(self._menu)
        self.view.doubleClicked.connect(lambda _: self.restore())
        self._keys()
        self._selected()

    def _make_month(self) -> MonthCalendar:
        month = MonthCalendar(tr("Backups by day"), self._desk.now().astimezone().date())
        month.setFixedHeight(MONTH_HEIGHT)
        month.day_chosen.connect(lambda _: self._refilter())
        month.day_opened.connect(lambda _: self.view.setFocus())
        return month

    def tools(self) -> Sequence[QPushButton]:
        return (self._download, self._compare, self._keep, self._delete)

    def _keys(self) -> None:
        for key, action in (("Ctrl+R", self.restore), ("Ctrl+D", self._do_compare), ("Del", self._do_delete)):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(action)

    # what is shown

    def show_calendar(self, on: bool) -> None:
        """The month above the list, which then shows the chosen day."""
        self._by_day.setChecked(on)
        if on:
            month = self._month.now()
            month.choose(max(by_day(self._model.rows()), default=month.day()))
        self._month.setVisible(on)
        self._refilter()

    def show_rows(self, site: str, rows: Sequence[Backup], note: str = "", as_of: datetime | None = None) -> None:
        """`site` empty: the backups of all sites. `note`: why they may not be all. `as_of`: when they were told, where that was not
        just now."""
        self._age.setText(tr("As of {when}", when=exact(as_of)))
        self._age.setVisible(as_of is not None and bool(rows))
        self._note.setText(note)
        self._note.setVisible(bool(note))
        first = not self._model.rows() or site != self._site
        self._site = site
        before = {b.id for b in self.selected()}
        self._model.set_rows(rows)
        self._month.fill()
        self._fill_filters(rows)
        if not rows:
            self._say_empty(site)
        else:
            self.states.show_content()
            self._select_again(before, first)
        self._selected()

    def _say_empty(self, site: str) -> None:
        if site:
            text = tr("The first one takes longest; later ones only move changes.")
            if self._desk.is_service(site):
                text = tr("The site makes them by itself, also by its own schedule.")
            self.states.say("archive", tr("No backup yet for this site"), text, "back_up", tr("Back up now"))
            return
        add = not self._desk.sites()
        action, words = ("add_site", tr("Add site")) if add else ("back_up_all", tr("Back up all"))
        self.states.say("archive", tr("No backups yet"), tr("They appear here after the first backup of a site."), action, words)

    def _select_again(self, ids: set[str], first: bool) -> None:
        flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
        for place in range(self._sorted.rowCount()):
            index = self._sorted.index(place, 0)
            if self._sorted.row_at(index).id in ids or (first and place == 0):
                self.view.selectionModel().select(index, flags)
        if first and self._sorted.rowCount():
            self.view.selectionModel().setCurrentIndex(self._sorted.index(0, 0), QItemSelectionModel.SelectionFlag.NoUpdate)

    def _filter_combo(self, name: str, title: str) -> QComboBox:
        made = QComboBox()
        made.setObjectName(name)
        made.setAccessibleName(title)
        made.setAccessibleDescription(title)
        made.setMinimumWidth(118)
        made.currentIndexChanged.connect(lambda _: self._refilter())
        return made

    def _fill_filters(self, rows: Sequence[Backup]) -> None:
        """Offered where sites made the backups themselves: of several kinds, in several states."""
        remote = [one for one in rows if is_service(one.system)]
        for combo, first, values in (
            (self._type, tr("All kinds"), {one.type: remote_type_word(one.type) for one in remote}),
            (self._state, tr("All states"), {one.status: backup_status_words(one.status) for one in remote}),
        ):
            before = combo.currentData()
            combo.blockSignals(True)
            combo.clear()
            combo.addItem(first, "")
            for word, text in sorted(values.items(), key=lambda pair: pair[1]):
                combo.addItem(text, word)
            combo.setCurrentIndex(max(0, combo.findData(before)))
            combo.blockSignals(False)
            combo.setEnabled(len(values) > 1)
        self._filters.setVisible(bool(remote) and not self._with_site)
        self._refilter()

    def filter(self, text: str) -> None:
        self._text = text
        self._refilter()

    def _refilter(self) -> None:
        kind, state, text = str(self._type.currentData() or ""), str(self._state.currentData() or ""), self._text
        day = self._month.now().day() if self._by_day.isChecked() else None

        def accept(one: Backup) -> bool:
            return kind in {"", one.type} and state in {"", one.status} and (day is None or day_of(one) == day)

        self._sorted.filter(text, accept if kind or state or day else None)
        if day is not None and not text and self._sorted.rowCount():
            self._select_again({b.id for b in self.selected()}, first=not self.selected())
        if self._model.rows() and not self._sorted.rowCount() and day is not None and not (kind or state or text):
            earlier = any(one < day for one in by_day(self._model.rows()))
            self.states.say(
                "calendar", tr("No backup on this day"), "", "earlier" if earlier else "", tr("The newest before it") if earlier else ""
            )
        elif self._model.rows() and not self._sorted.rowCount():
            self.states.say(
                "search",
                tr("No backup matches “{text}”", text=text) if text else tr("No backup fits the filter"),
                "",
                "clear",
                tr("Clear filter"),
            )
        elif self._model.rows():
            self.states.show_content()

    def selected(self) -> list[Backup]:
        return [self._sorted.row_at(index) for index in self.view.selectionModel().selectedRows()]

    def _selected(self) -> None:
        chosen = self.selected()
        one = len(chosen) == 1
        same_site = len({b.site for b in chosen}) == 1
        offers = self._offers(chosen)
        whole = one and (offers is None or chosen[0].status in {"completed", "unknown"})
        kept = one and offers is not None and "storage" in chosen[0].locations
        self._offer(self.restore_button, whole, offers, "restore")
        self._offer(self._download, whole, None if kept else offers, "download")
        self._keep.setEnabled(one and offers is None)
        self._keep.setText(tr("Do not keep forever") if one and is_kept(chosen[0]) else tr("Keep forever"))
        self._compare.setEnabled(len(chosen) == 2 and same_site and offers is None)
        self._offer(self._delete, bool(chosen) and same_site, offers, "delete")
        self._keep.setVisible(offers is None)
        self._compare.setVisible(offers is None)
        self.current_changed.emit(chosen[0] if one else None)

    def _offers(self, chosen: Sequence[Backup]) -> dict[str, Any] | None:
        """What the service offers that has the chosen backups, or the shown site; None for backups of ours."""
        site = self._desk.site(chosen[0].site if chosen else self._site)
        return dict(site.offers) if site is not None and is_service(site.system) else None

    @staticmethod
    def _offer(control: QPushButton, enabled: bool, offers: dict[str, Any] | None, verb: str) -> None:
        """Greyed, with the reason, where the service does not do it."""
        why = why_not_words(offers, verb) if offers is not None else ""
        control.setEnabled(enabled and not why)
        control.setToolTip(why)

    # what is done

    def restore(self) -> None:
        for backup in self.selected()[:1] if self.restore_button.isEnabled() else ():
            self._flows.restore(backup.site or self._site, backup.id)

    def _do_download(self) -> None:
        for backup in self.selected()[:1]:
            self._flows.download(backup.site or self._site, backup)

    def _do_compare(self) -> None:
        chosen = self.selected()
        if len(chosen) == 2 and chosen[0].site == chosen[1].site:
            self._flows.compare(chosen[0].site or self._site, chosen[0], chosen[1])

    def _do_keep(self) -> None:
        for backup in self.selected()[:1]:
            self._flows.toggle_keep(backup.site or self._site, backup)

    def _do_delete(self) -> None:
        chosen = self.selected()
        if self._delete.isEnabled():
            self._flows.delete(chosen[0].site or self._site, chosen)

    def _acted(self, action: str) -> None:
        if action == "retry":
            self.again_wanted.emit()
        elif action == "earlier":
            month = self._month.now()
            month.choose(max(one for one in by_day(self._model.rows()) if one < month.day()))
        elif action == "clear":
            for combo in (self._type, self._state):
                combo.setCurrentIndex(0)
            self.filter("")
        else:
            self._desk.action_wanted.emit(action, self._site)

    def _menu(self, place: QPoint) -> None:
        chosen = self.selected()
        if not chosen:
            return
        menu = QMenu(self)
        menu.setObjectName("backupMenu")
        site, one = chosen[0].site or self._site, chosen[0]
        single, ours = len(chosen) == 1, self._offers(chosen) is None
        for text, icon, enabled, action in (
            (tr("Restore…"), "rotate-ccw", self.restore_button.isEnabled(), self.restore),
            (tr("Download…"), "download", self._download.isEnabled(), self._do_download),
            (tr("Compare"), "git-compare", self._compare.isEnabled(), self._do_compare),
            (tr("Verify"), "list-checks", single and ours, lambda: self._flows.verify(site, one.id)),
            (tr("Drill"), "flask-conical", single and ours, lambda: self._flows.drill(site, one.id)),
            (self._keep.text(), "pin", single and ours, self._do_keep),
            (tr("Delete…"), "trash-2", self._delete.isEnabled(), self._do_delete),
            (tr("Undo the last restore…"), "undo-2", ours, lambda: self._flows.undo_restore(site)),
        ):
            item = menu.addAction(theme().icon(icon), text)
            item.setEnabled(enabled)
            item.triggered.connect(lambda _checked=False, do=action: do())
        told = backup_commands(site, [b.id for b in sorted(chosen, key=_made)], ours) if len({b.site for b in chosen}) == 1 else []
        if told:
            menu.addSeparator()
            add_commands(menu, self._desk, told, "backupMenuCommands")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.view.viewport().mapToGlobal(place))


def _made(backup: Backup) -> float:
    return backup.created_at.timestamp() if backup.created_at else 0.0
