"""The first step: an address or a folder, what was found there, and the other ways in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtWidgets import QButtonGroup, QListWidget, QListWidgetItem, QRadioButton, QVBoxLayout, QWidget

from holdfast_desktop.dialogs.folder_chooser import choose_folder
from holdfast_desktop.dialogs.sheet import field
from holdfast_desktop.dialogs.wizard.choices import Facts, is_folder
from holdfast_desktop.dialogs.wizard.step import Missing, Step
from holdfast_desktop.dialogs.wizard.ticks import ResultCard
from holdfast_desktop.theme.controls import button, column, label, row
from holdfast_desktop.widgets.flow import flow
from holdfast_desktop.wording import services
from holdfast_desktop.wording.detecting import Tick, is_at_engine, ticks_of, ticks_of_failure, ticks_while_looking
from holdfast_desktop.wording.errors import ErrorWords
from holdfast_desktop.wording.sizes import size
from holdfast_desktop.wording.tr import tr, tr_n

FOUND_HEIGHT = 32
LOOK_AFTER_MS = 400
"""Typing settles before a folder is looked at. An address is asked for only when the person says so: half a name is a name too."""
ENGINE = "wp-engine"
SLOW_MS = 3_000
"""So long a site may take before it is said that it is slow."""


class StartStep(Step):
    """`look_wanted(path)` is answered by `show_facts` or `failed`, `detect_wanted(address)` by `show_found` or `failed`."""

    look_wanted = Signal(str)
    detect_wanted = Signal(str)
    given_up = Signal()
    """What was asked for is not wanted any more."""
    many_wanted = Signal(str)
    engine_wanted = Signal()
    archives_wanted = Signal()
    adopt_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.found: Mapping[str, Any] | None = None
        self.facts: Facts | None = None
        self._asked = ""
        holder, self.address = field("wizardAddress", tr("Address or folder"), hint=tr("yoga-mitte.example, or a folder of this computer"))
        choose = button("wizardBrowse", tr("Choose a folder…"), icon="folder-open", clicked=self._browse)
        self.address.textChanged.connect(self._typed)
        top = row(holder, column(None, choose, gap=0), gap=8)
        top.setStretch(0, 1)
        self.hint = label(
            tr("A bare name is enough. Holdfast looks for what can be backed up there and signs in nowhere."), "caption", wrap=True
        )
        self.card = ResultCard()
        self._systems = QWidget()
        self._systems.setObjectName("wizardSystems")
        self._systems_box = QVBoxLayout(self._systems)
        self._systems_box.setContentsMargins(2, 0, 0, 0)
        self._systems_box.setSpacing(2)
        self._systems.hide()
        self._group = QButtonGroup(self)
        self.setLayout(column(top, self.hint, self.card, self._systems, self._found_list(), None, self._ways(), gap=10))
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(LOOK_AFTER_MS)
        self._timer.timeout.connect(self.ask)
        self._slow = QTimer(self)
        self._slow.setSingleShot(True)
        self._slow.setInterval(SLOW_MS)
        self._slow.timeout.connect(self._say_slow)

    def _found_list(self) -> QWidget:
        self._found_title = label(tr("Found on this computer"), "strong")
        self._list = QListWidget()
        self._list.setObjectName("wizardFound")
        self._list.setAccessibleName(tr("Found on this computer"))
        self._list.itemClicked.connect(self._take)
        self._list.itemActivated.connect(self._take)
        self._found = QWidget()
        self._found.setLayout(column(self._found_title, self._list, gap=4))
        self._found.hide()
        return self._found

    def _ways(self) -> QWidget:
        """The other ways in, each a line of its own for the keyboard and long translations."""
        holder = QWidget()
        many = button("wizardMany", tr("Several sites at once, or a list from a file"), "link", clicked=lambda: self.many_wanted.emit(""))
        engine = button("wizardWpEngine", tr("My sites are at WP Engine"), "link", clicked=self.engine_wanted.emit)
        archives = button("wizardArchives", tr("A plugin drops archives in a folder or bucket"), "link", clicked=self.archives_wanted.emit)
        adopt = button("wizardAdopt", tr("I have backups already: a new computer"), "link", clicked=self.adopt_wanted.emit)
        holder.setLayout(column(label(tr("Or:"), tone="secondary"), flow(many, engine, archives, adopt, gap=12), gap=2))
        return holder

    # the step

    def intro(self) -> str:
        return tr("Type the address of a site, or choose the folder that it lies in.")

    def first(self) -> QWidget:
        return self.address

    def missing(self) -> Missing | None:
        if not self.address.text().strip():
            return tr("Type the address of a site, or choose a folder."), self.address
        return None

    def is_ready(self) -> bool:
        """Whether it is known what is there."""
        return self.facts is not None or (self.found is not None and bool(self.system()))

    def typed(self) -> str:
        return self.address.text().strip()

    def several(self) -> list[str]:
        """The addresses, when more than one was pasted; else nothing."""
        text = self.typed()
        words = text.replace(",", " ").replace(";", " ").split()
        return words if len(words) > 1 and not is_folder(text) and all("." in word or "/" in word for word in words) else []

    def system(self) -> str:
        """The system that is chosen among those found."""
        return next((str(one.property("system")) for one in self._group.buttons() if one.isChecked()), "")

    def ask(self) -> None:
        """Find out what is at the address or in the folder."""
        self._timer.stop()
        text = self.typed()
        if not text:
            return
        self._asked = text
        self.hint.hide()
        if is_folder(text):
            self.card.show_result("neutral", "hourglass", tr("Looking…"))
            self.look_wanted.emit(text.removeprefix("file://"))
        else:
            self.card.show_result("neutral", "hourglass", tr("Looking at {address}…", address=text), "", ticks_while_looking())
            self._slow.start()
            self.detect_wanted.emit(text)

    # answers

    def set_local(self, found: Sequence[Facts]) -> None:
        """Sites in the usual places of this computer, offered by themselves."""
        self._list.clear()
        for facts in found:
            parts = (facts.suggested_name, facts.program, kind_words(facts), facts.path)
            item = QListWidgetItem(" · ".join(part for part in parts if part))
            item.setToolTip(facts.path)
            item.setData(0x0100, facts.path)
            item.setSizeHint(QSize(100, FOUND_HEIGHT))
            self._list.addItem(item)
        self._list.setFixedHeight(min(4, max(1, len(found))) * FOUND_HEIGHT + 4)
        self._found_title.setText(tr_n("{n} site found on this computer", "{n} sites found on this computer", len(found)))
        self._show_list()

    def show_facts(self, facts: Facts) -> None:
        """What a look at the folder found."""
        self.facts = facts
        warned = bool(facts.warnings) and facts.kind != "wordpress"
        ticks: list[Tick] = []
        if facts.files is not None:
            ticks = [Tick("yes", tr_n("{n} file, {size}", "{n} files, {size}", facts.files, size=size(facts.bytes)))]
        if facts.kind == "wordpress":
            ticks.insert(0, Tick("yes", kind_words(facts)))
        if facts.database and facts.database != "none":
            state = {True: "yes", False: "no", None: "unknown"}[facts.database_reachable]
            words = tr("Database answers") if facts.database_reachable else tr("Database does not answer")
            ticks.append(Tick(state, words if facts.database_reachable is not None else tr("Has a database")))  # type: ignore[arg-type]  # one of the words
        elif facts.database == "none":
            ticks.append(Tick("unknown", tr("No database found")))
        kind = "warning" if warned else "ok"
        icon = "triangle-alert" if warned else "circle-check"
        self.card.show_result(kind, icon, tr("Found: {kind}", kind=kind_words(facts)), "\n".join(facts.warnings), ticks)
        self._show_list()
        self.changed.emit()

    def show_reached(self, address: str) -> None:
        """The site that is looked at has answered; what it is comes next."""
        self.card.show_ticks(ticks_while_looking(address))

    def show_found(self, found: Mapping[str, Any]) -> None:
        """The answer of detection: {root, url, namespaces, systems: [{system, ready, why}], sign_in, warnings, name}."""
        self._slow.stop()
        there = [one for one in found.get("systems", ()) if one.get("why") != "PLUGIN-MISSING"]
        ready = [str(one["system"]) for one in there if one.get("ready")]
        lines = [
            f"{services.system_label(str(o['system']))}: {services.system_state(str(o.get('why') or ''))}" for o in there if not o["ready"]
        ]
        lines += [services.warning_words(str(w["code"]), str(w["message"]), str(w["hint"])) for w in found.get("warnings", ())]
        if is_at_engine(found) and ENGINE not in ready:
            ready.append(ENGINE)
        self.found = found if ready else None
        kind = "warning" if found.get("warnings") or not ready else "ok"
        icon = "triangle-alert" if kind == "warning" else "circle-check"
        self.card.show_result(kind, icon, services.found_title(found), "\n".join(lines), ticks_of(found))
        self._show_systems(ready)
        self._show_list()
        self.changed.emit()

    def failed(self, words: ErrorWords, details: Mapping[str, Any]) -> None:
        """Nothing that can be added is there, or nobody could look."""
        self._slow.stop()
        if is_at_engine(details):  # no plugin of ours, but its host makes backups
            return self.show_found({**details, "warnings": ()})
        self.found = self.facts = None
        ticks = [] if is_folder(self._asked) else ticks_of_failure(words.code, details)
        self.card.show_result("error", "circle-x", words.title, words.body, ticks)
        self._show_list()
        self.address.setFocus()
        self.changed.emit()

    # inside

    def _say_slow(self) -> None:
        self.card.add_text(tr("The site answers slowly. It is given half a minute."))

    def _typed(self) -> None:
        self._slow.stop()
        self.found = self.facts = None
        self.card.hide()
        self._systems.hide()
        self.hint.show()
        self._show_list()
        self.given_up.emit()
        if is_folder(self.typed()):
            self._timer.start()
        else:
            self._timer.stop()
        self.changed.emit()

    def _show_list(self) -> None:
        """Not beside a result: the room is for what was asked for."""
        self._found.setVisible(self._list.count() > 0 and self.card.isHidden())

    def _take(self, item: QListWidgetItem) -> None:
        self.address.setText(str(item.data(0x0100)))
        self.ask()

    def _browse(self) -> None:
        choose_folder(self, tr("Folder of the site"), self.typed() if is_folder(self.typed()) else "", self.address.setText)

    def _show_systems(self, ready: Sequence[str]) -> None:
        for old in self._group.buttons():
            self._group.removeButton(old)
            old.setParent(None)
            old.deleteLater()
        for system in ready:
            one = QRadioButton(services.system_label(system))
            one.setObjectName("wizardSystem" + "".join(part.capitalize() for part in system.split("-")))
            one.setProperty("system", system)
            self._group.addButton(one)
            self._systems_box.addWidget(one)
        if ready:
            self._group.buttons()[0].setChecked(True)
        self._systems.setVisible(len(ready) > 1)


def kind_words(facts: Facts) -> str:
    if facts.kind == "wordpress":
        return tr("WordPress {version}", version=facts.version).strip()
    return tr("a folder of files")
