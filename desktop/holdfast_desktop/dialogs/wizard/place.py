"""The step that says what is backed up and where it goes: name, storage with free space, what is left out and what that saves."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QLineEdit, QWidget

from holdfast_desktop.dialogs.add_storage import NewStorage
from holdfast_desktop.dialogs.folder_chooser import choose_folder
from holdfast_desktop.dialogs.sheet import field, labelled
from holdfast_desktop.dialogs.wizard.choices import (
    AUTO,
    NEW_STORAGE,
    NO_DATABASE,
    ON_SITE,
    OTHER,
    Facts,
    KnownStorage,
    Template,
    free_name,
)
from holdfast_desktop.dialogs.wizard.step import Missing, Step
from holdfast_desktop.theme.controls import button, column, label, row
from holdfast_desktop.wording import plans
from holdfast_desktop.wording.sizes import size
from holdfast_desktop.wording.states import part_word
from holdfast_desktop.wording.tr import tr


class PlaceStep(Step):
    """`free_wanted(location)` is answered by `show_free`; `other_wanted` by `set_storages`."""

    free_wanted = Signal(str)
    other_wanted = Signal()

    def __init__(self, storages: Sequence[KnownStorage], taken: Sequence[str], suggested: str) -> None:
        super().__init__()
        self._storages = list(storages)
        self._taken = {name.casefold() for name in taken}
        self._kind, self._facts, self._many = "folder", None, False  # type: tuple[str, Facts | None, bool]
        self._may_fetch = True
        self._picked: str | None = None
        """The entry of the list of storages that somebody chose; None: what is usual."""
        self._named = ""
        """The name that was proposed: one that was typed is not replaced."""
        self._name_holder, self._name = field("wizardName", tr("Name in Holdfast"))
        self._storage = QComboBox()
        self._storage.setObjectName("wizardStorage")
        self._other = button("wizardNewStorage", tr("Bucket or other…"), icon="plus", clicked=self.other_wanted.emit)
        self._free = label("", "caption", name="wizardFree", wrap=True)
        self._storage_holder = labelled(tr("Keep its backups in"), self._storage, self._other)
        new = self._new_storage(suggested)
        self._what = label("", tone="secondary", name="wizardWhat", wrap=True)
        self._presets_holder = self._preset_boxes()
        self._database_holder = self._database_fields()
        self.setLayout(
            column(
                self._name_holder, self._storage_holder, new, self._free, self._what, self._presets_holder, self._database_holder, None,
                gap=10,
            )
        )  # fmt: skip
        self._storage.setSizePolicy(self._name.sizePolicy())
        self._name.textChanged.connect(self.changed)
        self._storage.currentIndexChanged.connect(lambda _: self._storage_changed())
        self._storage.currentIndexChanged.connect(lambda _: self._pick())
        self._fill()

    def _new_storage(self, suggested: str) -> QWidget:
        self._path = QLineEdit(suggested)
        self._path.setObjectName("wizardPath")
        self._path.editingFinished.connect(self._ask_free)
        choose = button("wizardStorageBrowse", tr("Choose…"), icon="folder-open", clicked=self._browse)
        self._own = QCheckBox(tr("Use a passphrase of my own; otherwise a strong one is made"))
        self._own.setObjectName("wizardOwnPassphrase")
        self._passphrase = QLineEdit()
        self._passphrase.setObjectName("wizardPassphrase")
        self._passphrase.setEchoMode(QLineEdit.EchoMode.Password)
        self._passphrase.setAccessibleName(tr("Passphrase"))
        self._passphrase.setPlaceholderText(tr("Passphrase; also that of a storage that is there already"))
        self._passphrase.hide()
        self._own.toggled.connect(self._passphrase.setVisible)
        self._new = QWidget()
        self._new.setLayout(
            column(labelled(tr("Folder for backups, best on another disk"), self._path, choose), self._own, self._passphrase, gap=6)
        )
        return self._new

    def _preset_boxes(self) -> QWidget:
        holder = QWidget()
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(2)
        self._presets: dict[str, QCheckBox] = {}
        for number, word in enumerate(plans.PRESETS):
            box = QCheckBox(plans.preset_words(word))
            box.setObjectName("wizardPreset" + word.capitalize())
            box.setChecked(True)
            box.toggled.connect(lambda _: self._say_what())
            self._presets[word] = box
            grid.addWidget(box, number // 2, number % 2)
        holder.setLayout(column(label(tr("Leave out"), "strong"), grid, gap=2))
        return holder

    def _database_fields(self) -> QWidget:
        self._database = QComboBox()
        self._database.setObjectName("wizardDatabase")
        self._database.addItem(tr("As found in the site"), AUTO)
        self._database.addItem(tr("None"), NO_DATABASE)
        self._database.addItem(tr("Another one…"), OTHER)
        self._database.setSizePolicy(self._name.sizePolicy())
        self._database_url = QLineEdit()
        self._database_url.setObjectName("wizardDatabaseUrl")
        self._database_url.setPlaceholderText("mysql://user@localhost/name  ·  sqlite:/path/file.sqlite")
        self._database_url.setAccessibleName(tr("Address of the database"))
        self._database_secret = QLineEdit()
        self._database_secret.setObjectName("wizardDatabaseSecret")
        self._database_secret.setEchoMode(QLineEdit.EchoMode.Password)
        self._database_secret.setPlaceholderText(tr("Password of the database"))
        self._database_secret.setAccessibleName(tr("Password of the database"))
        more = QWidget()
        more.setLayout(row(self._database_url, self._database_secret))
        more.hide()
        self._database.currentIndexChanged.connect(lambda _: more.setVisible(self._database.currentData() == OTHER))
        holder = QWidget()
        heading = label(tr("Database"), "strong")
        heading.setBuddy(self._database)
        self._database.setAccessibleName(tr("Database"))
        line = row(heading, self._database, gap=12)
        line.setStretch(1, 1)
        holder.setLayout(column(line, more, gap=6))
        return holder

    # told from outside

    def show_site(self, kind: str, name: str, facts: Facts | None = None, *, many: bool = False, may_fetch: bool = True) -> None:
        """What is added: `kind` folder, service or archives. `may_fetch`: its service hands its backups out."""
        self._kind, self._facts, self._many = kind, facts, many
        self._name_holder.setVisible(not many)
        if not self._name.text().strip() or self._name.text() == self._named:
            self._named = free_name(name, self._taken)
            self._name.setText(self._named)
        self._presets_holder.setVisible(kind == "folder")
        self._database_holder.setVisible(kind == "folder" and not many)
        for word, box in self._presets.items():
            saved = facts.savings.get(word) if facts is not None else None
            words = plans.preset_words(word)
            box.setText(tr("{what} – saves {size}", what=words, size=size(saved)) if saved else words)
        self._may_fetch = may_fetch
        self._fill()
        self._say_what()

    def set_storages(self, storages: Sequence[KnownStorage], chosen: str = "") -> None:
        self._storages = list(storages)
        self._fill(chosen)

    def known(self) -> set[str]:
        """Names of the storages that can be chosen."""
        return {one.name for one in self._storages}

    def use(self, template: Template) -> None:
        """Preset what another site has."""
        if template.presets is not None:
            for word, box in self._presets.items():
                box.setChecked(word in template.presets or "wordpress" in template.presets)
        place = self._storage.findData(template.storage)
        if template.storage and place >= 0:
            self._storage.setCurrentIndex(place)

    def show_free(self, free: int | None) -> None:
        self._free.setText("" if free is None else tr("{size} free there", size=size(free)))
        self._free.setVisible(bool(self._free.text()))

    # the step

    def intro(self) -> str:
        return tr("What is backed up, and where it goes.")

    def first(self) -> QWidget:
        return self._storage if self._many else self._name

    def missing(self) -> Missing | None:
        name = self.name()
        if not self._many and not name:
            return tr("Give the site a name."), self._name
        if not self._many and name.casefold() in self._taken:
            return tr("There is a site with this name already."), self._name
        if self.storage() == NEW_STORAGE and not self._path.text().strip():
            return tr("Choose a folder."), self._path
        if self.storage() == NEW_STORAGE and self._own.isChecked() and not self._passphrase.text():
            return tr("Enter the passphrase, or let one be made."), self._passphrase
        if self._kind == "folder" and not self._many and self._database.currentData() == OTHER and not self._database_url.text().strip():
            return tr("Say which database, or choose another line above."), self._database_url
        return None

    def name(self) -> str:
        return self._name.text().strip()

    def storage(self) -> str:
        """A name, `NEW_STORAGE` or `ON_SITE`."""
        return str(self._storage.currentData() or ON_SITE)

    def new_storage(self) -> NewStorage:
        path = self._path.text().strip()
        names = {one.name.casefold() for one in self._storages}
        return NewStorage(free_name(tr("Backups"), names), path, self._passphrase.text() if self._own.isChecked() else "")

    def database(self) -> tuple[str, str]:
        """What is to be backed up of it, and its password."""
        word = str(self._database.currentData())
        return (self._database_url.text().strip(), self._database_secret.text()) if word == OTHER else (word, "")

    def presets(self) -> tuple[str, ...]:
        return tuple(word for word, box in self._presets.items() if box.isChecked())

    # inside

    def _fill(self, chosen: str = "") -> None:
        if chosen:
            self._picked = chosen
        self._storage.blockSignals(True)
        self._storage.clear()
        if self._kind == "service":
            self._storage.addItem(tr("Only on the site itself"), ON_SITE)
        if self._may_fetch or self._kind != "service":
            for one in self._storages:
                self._storage.addItem(one.name, one.name)
            self._storage.addItem(tr("A new storage in a folder"), NEW_STORAGE)
        usual = self._storages[0].name if self._storages else self._storage.itemData(0)
        place = self._storage.findData(usual if self._picked is None else self._picked)
        self._storage.setCurrentIndex(max(place, 0))
        self._storage.blockSignals(False)
        self._storage_changed()

    def _pick(self) -> None:
        self._picked = self.storage()

    def _storage_changed(self) -> None:
        self._new.setVisible(self.storage() == NEW_STORAGE)
        self._free.hide()
        self._ask_free()
        self.changed.emit()

    def _ask_free(self) -> None:
        known = next((one.location for one in self._storages if one.name == self.storage()), "")
        location = self._path.text().strip() if self.storage() == NEW_STORAGE else known
        if location:
            self.free_wanted.emit(location)

    def _browse(self) -> None:
        choose_folder(self, tr("Folder for backups"), self._path.text(), self._chosen)

    def _chosen(self, path: str) -> None:
        self._path.setText(path)
        self._ask_free()

    def _say_what(self) -> None:
        facts = self._facts
        lines = []
        if facts is not None and facts.bytes is not None:
            saved = sum(facts.savings.get(word, 0) for word in self.presets())
            whole = tr("{size} to back up", size=size(max(0, facts.bytes - saved)))
            lines.append(tr("{whole}, {saved} left out", whole=whole, saved=size(saved)) if saved else whole)
            lines.append(" · ".join(f"{part_word(part)} {size(n)}" for part, n in facts.parts.items() if n))
        elif self._kind == "service" and not self._many:
            lines.append(tr("Everything that the site's own service backs up: database and files."))
        self._what.setText("\n".join(line for line in lines if line))
        self._what.setVisible(bool(self._what.text()))
