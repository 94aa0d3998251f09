"""Add a site from a folder of this machine: choose the folder, see what was found, say where its backups go."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import field as data_field
from typing import Protocol

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from holdfast_desktop.dialogs.sheet import Sheet, field, labelled
from holdfast_desktop.theme.controls import IconLabel, button, card, column, label, row, set_card, set_tone
from holdfast_desktop.wording.sizes import count, size
from holdfast_desktop.wording.states import part_word
from holdfast_desktop.wording.tr import tr

FOUND_HEIGHT = 32
LOOK_AFTER_MS = 400
"""Typing settles before the folder is looked at."""
AUTO, NONE, OTHER = "auto", "none", "other"


class Facts(Protocol):
    """What is known about a folder; the door's FolderFacts is one."""

    @property
    def path(self) -> str: ...
    @property
    def kind(self) -> str: ...
    @property
    def suggested_name(self) -> str: ...
    @property
    def version(self) -> str: ...
    @property
    def database(self) -> str: ...
    @property
    def database_reachable(self) -> bool | None: ...
    @property
    def files(self) -> int | None: ...
    @property
    def bytes(self) -> int | None: ...
    @property
    def parts(self) -> dict[str, int]: ...
    @property
    def suggested_excludes(self) -> tuple[str, ...]: ...
    @property
    def warnings(self) -> tuple[str, ...]: ...


@dataclass(frozen=True)
class NewSite:
    """What the user chose."""

    name: str
    path: str
    storage: str
    database: str
    database_secret: str = data_field(repr=False)
    excludes: tuple[str, ...]
    presets: tuple[str, ...]
    back_up_now: bool


class AddSite(Sheet):
    """`look_wanted(path)`: answer with `show_facts` or `look_failed`. `submitted(NewSite)`: answer by closing or `complain`."""

    look_wanted = Signal(str)
    submitted = Signal(object)
    storage_wanted = Signal()

    def __init__(self, storages: Sequence[str], taken: Sequence[str] = (), parent: QWidget | None = None) -> None:
        super().__init__(
            "addSiteDialog", tr("Add a site"), tr("A folder on this computer: a WordPress, or any other site."), parent, width=600
        )
        self.message.setObjectName("wizardMessage")
        self._taken = {name.casefold() for name in taken}
        self._facts: Facts | None = None
        self._looked_at = ""
        self._steps = QStackedWidget()
        self._steps.addWidget(self._folder_step())
        self._steps.addWidget(self._place_step(storages))
        self._steps.setMinimumHeight(350)
        self.body.addWidget(self._steps)
        self._back = button("wizardBack", tr("Back"), clicked=lambda: self._go(0))
        self._next = button("wizardNext", tr("Continue"), "primary", clicked=lambda: self._go(1))
        self._finish = button("wizardFinish", tr("Add site"), "primary", clicked=self._submit)
        self.buttons(self._back, self._next, self._finish)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(LOOK_AFTER_MS)
        self._timer.timeout.connect(self._look)
        self._go(0)

    # the two steps

    def _folder_step(self) -> QWidget:
        self._path = QLineEdit()
        self._path.setObjectName("wizardPath")
        self._path.setPlaceholderText(tr("Folder of the site"))
        self._path.textChanged.connect(self._path_changed)
        choose = button("wizardBrowse", tr("Choose…"), icon="folder-open", clicked=self._browse)
        self._found_title = label(tr("Found on this computer"), "strong")
        self._found = QListWidget()
        self._found.setObjectName("wizardFound")
        self._found.setAccessibleName(tr("Found on this computer"))
        self._found.setFixedHeight(112)
        self._found.itemClicked.connect(self._take_found)
        self._found.itemActivated.connect(self._take_found)
        self._found_title.hide()
        self._found.hide()
        self._result = card("wizardResult", "neutral")
        self._result_icon = IconLabel("hourglass", size=20)
        self._result_title = label(role="strong", name="wizardSystem", wrap=True)
        self._result_text = label(tone="secondary", name="wizardResultText", wrap=True)
        texts = column(self._result_title, self._result_text, gap=2)
        box = row(column(self._result_icon, None), texts, gap=12, margins=(14, 12, 14, 12))
        box.setStretch(1, 1)
        self._result.setLayout(box)
        self._result.hide()
        step = QWidget()
        step.setLayout(column(labelled(tr("Folder"), self._path, choose), self._found_title, self._found, self._result, None, gap=10))
        return step

    def _place_step(self, storages: Sequence[str]) -> QWidget:
        holder, self._name = field("wizardAddress", tr("Name"))
        self._storage = QComboBox()
        self._storage.setObjectName("wizardStorage")
        self._storage.addItems(list(storages))
        self._new_storage = button("wizardNewStorage", tr("New storage…"), icon="plus", clicked=self.storage_wanted.emit)
        self._database = QComboBox()
        self._database.setObjectName("wizardDatabase")
        self._database.addItem(tr("As found in the site"), AUTO)
        self._database.addItem(tr("None"), NONE)
        self._database.addItem(tr("Another one…"), OTHER)
        self._database.currentIndexChanged.connect(self._database_changed)
        self._database_url = QLineEdit()
        self._database_url.setObjectName("wizardDatabaseUrl")
        self._database_url.setPlaceholderText("mysql://user@localhost/name  ·  sqlite:/path/file.sqlite")
        self._database_url.setAccessibleName(tr("Address of the database"))
        self._database_secret = QLineEdit()
        self._database_secret.setObjectName("wizardSecret")
        self._database_secret.setEchoMode(QLineEdit.EchoMode.Password)
        self._database_secret.setPlaceholderText(tr("Password of the database"))
        self._database_secret.setAccessibleName(tr("Password of the database"))
        self._leave_out = QCheckBox(tr("Leave out caches, logs and other programs' backups"))
        self._leave_out.setObjectName("wizardPreset")
        self._leave_out.setChecked(True)
        self._now = QCheckBox(tr("Start the first backup now"))
        self._now.setObjectName("wizardBackUpNow")
        self._now.setChecked(True)
        step = QWidget()
        box = QVBoxLayout(step)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(12)
        for one in (
            holder,
            labelled(tr("Keep its backups in"), self._storage, self._new_storage),
            labelled(tr("Database"), self._database),
            self._database_url,
            self._database_secret,
            self._leave_out,
            self._now,
        ):
            box.addWidget(one)
        box.addStretch(1)
        self._storage.setSizePolicy(self._path.sizePolicy())
        self._database.setSizePolicy(self._path.sizePolicy())
        self._database_changed()
        return step

    # told from outside

    def set_found(self, found: Sequence[Facts]) -> None:
        """Sites in the usual places of this machine, offered by themselves."""
        self._found.clear()
        for facts in found:
            words = " · ".join(part for part in (facts.suggested_name, _kind_words(facts), facts.path) if part)
            item = QListWidgetItem(words)
            item.setData(0x0100, facts.path)
            item.setSizeHint(QSize(100, FOUND_HEIGHT))
            self._found.addItem(item)
        self._found_title.setVisible(bool(found))
        self._found.setVisible(bool(found))
        self._found.setFixedHeight(min(4, max(1, len(found))) * FOUND_HEIGHT + 4)

    def set_storages(self, storages: Sequence[str], chosen: str = "") -> None:
        self._storage.clear()
        self._storage.addItems(list(storages))
        if chosen:
            self._storage.setCurrentText(chosen)
        self._enable()

    def show_facts(self, facts: Facts) -> None:
        """What a look at the folder found."""
        if facts.path != self._looked_at and self._path.text().strip() not in {facts.path, self._looked_at}:
            return
        self._facts = facts
        self._result.show()
        wordpress = facts.kind == "wordpress"
        set_card(self._result, "ok" if wordpress or not facts.warnings else "warning")
        self._result_icon.set("circle-check", "ok")
        self._result_title.setText(tr("Found: {kind}", kind=_kind_words(facts)))
        self._result_text.setText("\n".join(_fact_lines(facts)))
        if not self._name.text():
            self._name.setText(self._free_name(facts.suggested_name))
        self._enable()

    def look_failed(self, text: str, hint: str = "") -> None:
        self._facts = None
        self._result.show()
        set_card(self._result, "error")
        self._result_icon.set("circle-x", "error")
        self._result_title.setText(text)
        self._result_text.setText(hint)
        self._enable()

    # inside

    def set_path(self, path: str) -> None:
        self._path.setText(path)

    def _free_name(self, name: str) -> str:
        free, number = name, 2
        while free.casefold() in self._taken:
            free, number = f"{name} {number}", number + 1
        return free

    def _path_changed(self) -> None:
        self._facts = None
        self._result.hide()
        self._timer.start()
        self._enable()

    def _look(self) -> None:
        path = self._path.text().strip()
        if not path:
            return
        self._looked_at = path
        set_card(self._result, "neutral")
        set_tone(self._result_title, "")
        self._result_icon.set("hourglass")
        self._result_title.setText(tr("Looking…"))
        self._result_text.setText("")
        self._result.show()
        self.look_wanted.emit(path)

    def _take_found(self, item: QListWidgetItem) -> None:
        self._path.setText(str(item.data(0x0100)))

    def _browse(self) -> None:
        chooser = QFileDialog(self, tr("Folder of the site"), self._path.text())
        chooser.setFileMode(QFileDialog.FileMode.Directory)
        chooser.setOption(QFileDialog.Option.ShowDirsOnly)
        chooser.fileSelected.connect(self._path.setText)
        chooser.open()

    def _database_changed(self) -> None:
        other = self._database.currentData() == OTHER
        self._database_url.setVisible(other)
        self._database_secret.setVisible(other)

    def _go(self, step: int) -> None:
        self._steps.setCurrentIndex(step)
        self._back.setVisible(step == 1)
        self._finish.setVisible(step == 1)
        self._next.setVisible(step == 0)
        (self._finish if step else self._next).setDefault(True)
        (self._name if step else self._path).setFocus()
        self.complain("")
        self._enable()

    def _enable(self) -> None:
        if hasattr(self, "_finish"):
            self._next.setEnabled(self._facts is not None)
            self._finish.setEnabled(self._storage.count() > 0)

    def _submit(self) -> None:
        name = self._name.text().strip()
        if not name:
            return self.complain(tr("Give the site a name."), self._name)
        if name.casefold() in self._taken:
            return self.complain(tr("There is a site with this name already."), self._name)
        database = str(self._database.currentData())
        if database == OTHER:
            database = self._database_url.text().strip()
            if not database:
                return self.complain(tr("Say which database, or choose another line above."), self._database_url)
        facts = self._facts
        preset = ("wordpress",) if facts is not None and facts.kind == "wordpress" else ("common",)
        self._finish.setEnabled(False)
        self.submitted.emit(
            NewSite(
                name,
                self._path.text().strip(),
                self._storage.currentText(),
                database,
                self._database_secret.text(),
                facts.suggested_excludes if facts is not None and self._leave_out.isChecked() else (),
                preset if self._leave_out.isChecked() else (),
                self._now.isChecked(),
            )
        )

    def refused(self, text: str) -> None:
        """The door said no."""
        self._finish.setEnabled(True)
        self.complain(text)


def _kind_words(facts: Facts) -> str:
    if facts.kind == "wordpress":
        return tr("WordPress {version}", version=facts.version).strip()
    return tr("a folder of files")


def _fact_lines(facts: Facts) -> list[str]:
    lines = []
    if facts.files is not None:
        lines.append(tr("{n} files, {size}", n=count(facts.files), size=size(facts.bytes)))
    if facts.parts:
        lines.append(" · ".join(f"{part_word(part)} {size(n)}" for part, n in facts.parts.items() if n))
    if facts.database and facts.database != "none":
        reach = {True: tr("answers"), False: tr("does not answer"), None: ""}[facts.database_reachable]
        lines.append(tr("Database {name}", name=facts.database) + (f" · {reach}" if reach else ""))
    elif facts.database == "none":
        lines.append(tr("No database found"))
    return [*lines, *facts.warnings]
