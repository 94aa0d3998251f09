"""Choosing the point in time that comes back: by day and backup, or (of one file) by its versions."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHeaderView, QTableView, QVBoxLayout, QWidget

from holdfast.app import FileVersion, FoundFile
from holdfast.records import Backup
from holdfast_desktop.models.rows import Column, RowsModel
from holdfast_desktop.pages.backup_columns import contents_words, is_kept, proof_icon, proof_tone, proof_words
from holdfast_desktop.pages.backup_days import by_day, day_marks
from holdfast_desktop.theme.controls import column, dress_table, label, row
from holdfast_desktop.widgets.delegate import RowDelegate
from holdfast_desktop.widgets.month_calendar import MonthCalendar
from holdfast_desktop.widgets.states import Stateful
from holdfast_desktop.wording.sizes import size
from holdfast_desktop.wording.times import clock, day_name, exact, relative
from holdfast_desktop.wording.tr import tr, tr_n


class PointPicker(QWidget):
    """`chosen(Backup | None)`. The calendar beside the backups of the chosen day."""

    chosen = Signal(object)

    def __init__(self, backups: Sequence[Backup], backup: str, now: datetime) -> None:
        """`backup`: the id of the one that is chosen to begin with."""
        super().__init__()
        self._days = by_day(backups)
        self._model = RowsModel[Backup](_columns(), key=lambda one: one.id)
        self.view = _table("restorePoints", self._model, tr("Backups of the day"), stretch=1, widths=((0, 76), (2, 118), (3, 78)))
        self.view.selectionModel().selectionChanged.connect(lambda *_: self._tell())
        self.states = Stateful(self.view, "restorePointsEmpty", primary=False)
        self.states.acted.connect(lambda _: self._day_before())
        self._day = label(role="strong", name="restoreDay", wrap=True)
        first = next((one for one in backups if one.id == backup), backups[0] if backups else None)
        self.calendar = MonthCalendar(tr("Backups by day"), now.astimezone().date())
        self.calendar.show_marks(day_marks(backups))
        self.calendar.day_chosen.connect(self._show_day)
        right = QWidget()
        right.setLayout(column(self._day, self.states, gap=8))
        right.setMinimumWidth(330)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        sides = row(self.calendar, right, gap=20)
        sides.setStretch(0, 5)
        sides.setStretch(1, 6)
        box.addLayout(sides)
        if first is not None and first.created_at is not None:
            self.calendar.choose(first.created_at.astimezone().date())
        self._show_day(self.calendar.day(), first)
        self.setFocusProxy(self.calendar.grid)

    def backup(self) -> Backup | None:
        rows = self.view.selectionModel().selectedRows()
        return self._model.row_at(rows[0]) if rows and self.states.is_content() else None

    def _show_day(self, day: date, chosen: Backup | None = None) -> None:
        found = sorted(self._days.get(day, ()), key=lambda one: one.created_at.timestamp() if one.created_at else 0, reverse=True)
        self._day.setText(day_name(day))
        self._model.set_rows(found)
        if found:
            self.states.show_content()
            self.view.selectRow(found.index(chosen) if chosen in found else 0)
        else:
            earlier = any(one < day for one in self._days)
            self.states.say(
                "calendar", tr("No backup on this day"), "", "earlier" if earlier else "", tr("The newest before it") if earlier else ""
            )
        self._tell()

    def _day_before(self) -> None:
        earlier = [one for one in self._days if one < self.calendar.day()]
        if earlier:
            self.calendar.choose(max(earlier))

    def _tell(self) -> None:
        self.chosen.emit(self.backup())


class VersionPicker(QWidget):
    """`chosen(id of a backup)`: the versions of one file, the newest first."""

    chosen = Signal(str)

    def __init__(self, found: FoundFile, backup: str, now: datetime) -> None:
        super().__init__()
        self._model = RowsModel[FileVersion](version_columns(now), key=lambda one: one.backups[:1])
        self.view = _table("restoreVersions", self._model, tr("Versions of the file"), stretch=1, widths=((0, 150), (2, 90)))
        self._model.set_rows(found.versions)
        place = next((n for n, one in enumerate(found.versions) if backup in one.backups), 0)
        self.view.selectRow(place)
        self.view.selectionModel().selectionChanged.connect(lambda *_: self.chosen.emit(self.backup()))
        self.setLayout(column(label(found.path, "strong", name="restoreFile", wrap=True), self.view, gap=8))

    def backup(self) -> str:
        rows = self.view.selectionModel().selectedRows()
        version = self._model.row_at(rows[0]) if rows else None
        return version.backups[0] if version is not None else ""


def version_columns(now: datetime) -> list[Column[FileVersion]]:
    """A file's versions: when it was changed, in which backups it is, its size."""
    return [
        Column(tr("Changed"), lambda v: relative(v.modified_at, now), tip=lambda v: exact(v.modified_at)),
        Column(tr("In"), _seen_words, tip=_seen_words, tone=lambda _: "secondary"),
        Column(tr("Size"), lambda v: size(v.size), number=True),
    ]


def _seen_words(version: FileVersion) -> str:
    many = tr_n("{n} backup", "{n} backups", len(version.backups))
    if version.first_seen is None or version.last_seen is None or len(version.backups) < 2:
        return many if version.last_seen is None else tr("{backups}, {when}", backups=many, when=exact(version.last_seen))
    return tr("{backups}, {first} to {last}", backups=many, first=exact(version.first_seen), last=exact(version.last_seen))


def _columns() -> list[Column[Backup]]:
    return [
        Column(tr("Time"), lambda b: clock(b.created_at) if b.created_at else "–", icon=lambda b: "pin" if is_kept(b) else ""),
        Column(tr("Contents"), contents_words, tip=contents_words),
        Column(tr("State"), proof_words, icon=proof_icon, tone=proof_tone),
        Column(tr("Size"), lambda b: size(b.size), number=True),
    ]


def _table(
    name: str, model: RowsModel[Backup] | RowsModel[FileVersion], meaning: str, stretch: int, widths: Sequence[tuple[int, int]]
) -> QTableView:
    view = QTableView()
    view.setModel(model)
    dress_table(view, name, stretch=stretch)
    view.setAccessibleName(meaning)
    view.setSelectionMode(QTableView.SelectionMode.SingleSelection)
    view.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
    view.setItemDelegate(RowDelegate(view))
    for place, width in widths:
        view.horizontalHeader().setSectionResizeMode(place, QHeaderView.ResizeMode.Interactive)
        view.setColumnWidth(place, width)
    return view
