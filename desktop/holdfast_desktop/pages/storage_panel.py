"""One storage in detail: how it stands and grew, its rule, its proof, its room, who may do what there, and what can be done."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QLayout, QMenu, QPushButton, QWidget

from holdfast.app import SizePoint, StorageView
from holdfast_desktop.pages import stats
from holdfast_desktop.pages.desk import Desk
from holdfast_desktop.pages.page import scrolled
from holdfast_desktop.pages.storage_flows import StorageFlows
from holdfast_desktop.theme.controls import IconLabel, button, card, column, icon_button, label, line, row, set_tone
from holdfast_desktop.theme.theme import theme
from holdfast_desktop.widgets.bar import Bar
from holdfast_desktop.widgets.cards import Facts
from holdfast_desktop.widgets.flow import flow
from holdfast_desktop.widgets.size_chart import Point, SizeChart
from holdfast_desktop.wording.errors import error_words
from holdfast_desktop.wording.retention import policy_words
from holdfast_desktop.wording.sizes import count, size
from holdfast_desktop.wording.states import outcome_look
from holdfast_desktop.wording.storages import lock_title, lock_words, moment, place_words, rights_words, storage_look
from holdfast_desktop.wording.times import exact, relative
from holdfast_desktop.wording.tr import tr, tr_n


class StoragePanel(QFrame):
    """`show_storage` fills it; `sizes_wanted(name)` asks for how it grew: answer with `show_sizes`."""

    sizes_wanted = Signal(str)

    def __init__(self, desk: Desk, flows: StorageFlows) -> None:
        super().__init__()
        self.setObjectName("detailPanel")
        self.setMinimumWidth(360)
        self._desk, self.flows = desk, flows
        self._name, self._asked_for = "", ("", "")
        self.setLayout(column(scrolled(self._body(), "storagePanel")))

    def _body(self) -> QWidget:
        self._title = label(role="section", name="storageTitle", wrap=True)
        self._more = icon_button("storageMore", "ellipsis", tr("More about this storage"), self._open_more)
        head = row(self._title, self._more)
        head.setStretch(0, 1)
        self._glyph = IconLabel("circle-dashed")
        self._state = label("", "strong", name="storageState")
        self._bar = Bar("storageBar")
        self._saved = label(tone="secondary", name="storageSaved", wrap=True)
        self._chart = SizeChart("storageChart")
        self._original = QCheckBox(tr("Compare with the size without deduplication"))
        self._original.setObjectName("storageChartOriginal")
        self._original.toggled.connect(self._chart.show_original)
        self._facts = Facts()
        body = QWidget()
        body.setLayout(
            column(
                head, row(self._glyph, self._state, None), self._trouble_card(), self._lock_card(), self._bar, self._saved, self._chart,
                self._original, 4, line(), 4, *self._actions(), 4, line(), 4, self._facts, None, gap=8, margins=(16, 16, 16, 16),
            )
        )  # fmt: skip
        return body

    def _trouble_card(self) -> QFrame:
        self._trouble_title = label(role="strong", name="storageTroubleTitle", wrap=True)
        self._trouble_words = label(name="storageTroubleWords", wrap=True)
        self._retry = button("storageTryAgain", tr("Test access"), icon="refresh-cw", clicked=self._act(self.flows.test))
        self._key = button("storageTryKey", tr("Enter passphrase…"), icon="key-round", clicked=self._act(self.flows.enter_passphrase))
        buttons = row(self._retry, self._key, None)
        self._trouble = _card_of("storageTrouble", "circle-x", "error", self._trouble_title, self._trouble_words, buttons)
        return self._trouble

    def _lock_card(self) -> QFrame:
        self._lock_title = label(role="strong", name="storageLockTitle", wrap=True)
        self._lock_words = label(name="storageLockWords", wrap=True)
        remove = button("storageRemoveLock", tr("Look at it…"), icon="lock", clicked=self._act(self.flows.remove_lock))
        self._lock = _card_of("storageLock", "lock", "warning", self._lock_title, self._lock_words, row(remove, None))
        return self._lock

    def _actions(self) -> Sequence[QWidget | QLayout]:
        flows = self.flows
        check_tip = tr("Is everything there that the backups need?")
        return (
            label(tr("Proof"), "strong"),
            flow(
                self._button("storageCheck", tr("Check"), "list-checks", flows.check, check_tip),
                self._button(
                    "storageCheckData", tr("Read back…"), "eye", flows.check_deeper, tr("Read a part of the files, or all of them")
                ),
                self._button("storageDrill", tr("Drill…"), "flask-conical", flows.drill, tr("Really restore a backup to a scratch place")),
            ),
            label(tr("Room"), "strong"),
            flow(
                self._button("storageRetention", tr("How long backups stay…"), "calendar", flows.retention),
                self._button("storageMeasure", tr("Measure"), "activity", flows.measure),
                self._button("storageFree", tr("Free space…"), "trash-2", flows.free_space),
            ),
            label(tr("Access"), "strong"),
            flow(
                self._button("storageTestNow", tr("Test access"), "circle-check", flows.test),
                self._button("storageKit", tr("Recovery kit…"), "printer", flows.recovery_kit),
                self._button("storageKeys", tr("Passphrases…"), "key-round", flows.keys),
                self._button("storageEdit", tr("Edit…"), "pencil", flows.edit),
            ),
        )

    def _button(self, name: str, text: str, icon: str, do: Callable[[str], object], tip: str = "") -> QPushButton:
        return button(name, text, "plain", icon, self._act(do), tip)

    def _act(self, do: Callable[[str], object]) -> Callable[[], None]:
        def run() -> None:
            if self._name:
                do(self._name)

        return run

    # what is shown

    def show_storage(self, view: StorageView | None) -> None:
        self.setEnabled(view is not None)
        self._name = view.name if view is not None else ""
        if view is None:
            return
        now = self._desk.now()
        self._title.setText(view.name)
        stored, original, free = stats.stored(view.stats), stats.original(view.stats), stats.free(view.stats)
        look = storage_look(view.last_check_outcome, view.last_check_at is not None, view.lock, free, stored, view.trouble)
        self._glyph.set(look.icon, look.severity)
        self._state.setText(look.word)
        set_tone(self._state, look.severity)
        self._show_trouble(view)
        self._lock.setVisible(bool(view.lock))
        self._lock_title.setText(lock_title(view.lock))
        self._lock_words.setText(lock_words(view.lock, now) if view.lock else "")
        self._show_saving(stored, original)
        self._show_facts(view)
        asked = (view.name, f"{view.synced_at} {view.backups} {view.stats.get('at')}")
        if asked != self._asked_for:
            if asked[0] != self._asked_for[0]:
                self.show_sizes(view.name, ())
            self._asked_for = asked
            self.sizes_wanted.emit(view.name)

    def _show_trouble(self, view: StorageView) -> None:
        """Why nobody can work there, and what to do."""
        self._trouble.setVisible(bool(view.trouble))
        if not view.trouble:
            return
        code = str(view.trouble["code"])
        words = error_words(code, str(view.trouble.get("message", "")), subject=view.name)
        self._trouble_title.setText(words.title)
        self._trouble_words.setText(words.body)
        self._retry.setVisible(code != "REPO-PASSWORD")
        self._key.setVisible(code == "REPO-PASSWORD")

    def _show_saving(self, stored: int | None, original: int | None) -> None:
        known = stored is not None and bool(original)
        self._bar.setVisible(known)
        if stored is None or not original:
            self._saved.setText(size(stored) if stored is not None else tr("“Measure” shows how much room deduplication saves."))
            return
        self._bar.set_percent(min(100.0, 100 * stored / original), "ok")
        self._saved.setText(
            tr("{stored} hold {original} of backups: {percent} % of the room", stored=size(stored), original=size(original),
               percent=round(100 * stored / original))
        )  # fmt: skip

    def _show_facts(self, view: StorageView) -> None:
        now = self._desk.now()
        check = outcome_look(view.last_check_outcome)
        checked = f"{relative(view.last_check_at, now)} · {check.word}" if view.last_check_at else tr("not yet")
        measured, tried = moment(view.stats.get("at")), moment(view.rights.get("at"))
        free = size(stats.free(view.stats))
        sites = tr_n("{n} site", "{n} sites", len(view.sites)) + (": " + ", ".join(view.sites[:4]) if view.sites else "")
        self._facts.show_facts(
            [
                ("storageLocation", tr("Place"), place_words(view.location)),
                ("storageSites", tr("Sites"), sites + (" …" if len(view.sites) > 4 else "")),
                ("storageBackups", tr("Backups"), count(view.backups)),
                ("storageFreeSpace", tr("Free there"), f"{free} · {relative(measured, now)}" if measured is not None else free),
                ("storageChecked", tr("Last check"), checked),
                ("storageRule", tr("Rule"), policy_words(view.retention) if view.retention else tr("as in the settings")),
                ("storageRights", tr("Its key"), rights_words(view.rights) + (f" · {relative(tried, now)}" if tried is not None else "")),
                ("storageSynced", tr("List is from"), exact(view.synced_at) or "–"),
                ("storageNumber", tr("Number"), view.repository_id[:12] or "–"),
            ]
        )

    def show_sizes(self, name: str, points: Sequence[SizePoint]) -> None:
        """How it grew. Nothing, when another storage is shown by now."""
        if name != self._name:
            return
        self._chart.show_points([Point(date.fromisoformat(p.day), p.backups, p.stored, p.original) for p in points])
        self._chart.setVisible(bool(points))
        self._original.setVisible(bool(points))

    # more

    def _open_more(self) -> None:
        self.menu_at(self._more.mapToGlobal(QPoint(0, self._more.height())))

    def menu_at(self, place: QPoint) -> None:
        """What is done more seldom."""
        name, flows = self._name, self.flows
        if not name:
            return
        menu = QMenu(self)
        menu.setObjectName("storageMenu")
        for text, icon, action in (
            (tr("Rename…"), "pencil", flows.rename),
            (tr("Edit…"), "settings", flows.edit),
            (tr("Enter passphrase…"), "key-round", flows.enter_passphrase),
            (tr("Who uses it…"), "lock-open", flows.remove_lock),
            (tr("Repair…"), "puzzle", flows.repair),
            (tr("Bring in settings of another computer…"), "monitor", flows.adopt),
            (tr("Remove…"), "trash-2", flows.remove),
        ):
            menu.addAction(theme().icon(icon), text).triggered.connect(lambda _checked=False, do=action: do(name))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(place)


def _card_of(name: str, icon: str, tone: str, title: QWidget, words: QWidget, buttons: QLayout) -> QFrame:
    """A card that says what is in the way; hidden until it is."""
    made = card(name, tone)
    box = row(column(IconLabel(icon, tone), None), column(title, words, buttons, gap=6), gap=10, margins=(14, 12, 14, 12))
    box.setStretch(1, 1)
    made.setLayout(box)
    made.hide()
    return made
