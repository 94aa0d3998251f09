"""Third step of a restore: where to. What this site or its service cannot do is greyed, with the reason beside it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import QStandardPaths, Signal
from PySide6.QtWidgets import QButtonGroup, QFileDialog, QLabel, QLineEdit, QRadioButton, QWidget

from holdfast_desktop.dialogs.options_form import OptionsForm
from holdfast_desktop.dialogs.restore_choice import TARGETS, RestoreFacts, Target
from holdfast_desktop.dialogs.restore_rules import STAGING_FIELD
from holdfast_desktop.theme.controls import button, column, label, row, set_tone
from holdfast_desktop.wording.tr import tr

_INDENT = (26, 0, 0, 4)


class TargetStep(QWidget):
    """`changed` after each choice."""

    changed = Signal()

    def __init__(self, facts: RestoreFacts, target: Target | None = None) -> None:
        super().__init__()
        self._facts = facts
        self._words = _words(facts)
        self._choices: dict[Target, QRadioButton] = {}
        self._told: dict[Target, QLabel] = {}
        self._asked: dict[Target, QWidget] = {}
        downloads = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DownloadLocation) or str(Path.home())
        self._folder = self._path("restoreTarget", tr("Folder to restore to"), str(Path(downloads) / f"{safe_name(facts.site)}-restored"))
        copies = Path(facts.live_path).parent if facts.live_path else Path(downloads)
        self._copy = self._path("restoreCopy", tr("Folder of the test copy"), str(copies / f"{safe_name(facts.site)}-copy"))
        self._database = QLineEdit()
        self._database.setObjectName("restoreCopyDatabase")
        self._database.setAccessibleName(tr("Database of the test copy"))
        self._database.setPlaceholderText(tr("Empty: the database comes as files. Or mysql://USER@localhost/NAME"))
        self._secret = QLineEdit()
        self._secret.setObjectName("restoreCopyPassword")
        self._secret.setAccessibleName(tr("Password of that database"))
        self._secret.setPlaceholderText(tr("Password of that database"))
        self._secret.setEchoMode(QLineEdit.EchoMode.Password)
        self._secret.hide()
        self._database.textChanged.connect(lambda _: self._database_typed())
        self._staging = QLineEdit("staging")
        self._staging.setObjectName("restoreStagingName")
        self._staging.setAccessibleName(tr("The service's word for the staging site"))
        self._staging.textChanged.connect(lambda _: self.changed.emit())
        self._form = OptionsForm([one for one in facts.fields if one.get("name") != STAGING_FIELD])
        group = QButtonGroup(self)
        box = column(gap=4)
        for word in TARGETS:
            choice = QRadioButton(self._words[word][0])
            choice.setObjectName(f"restoreTo{word.capitalize()}")
            choice.toggled.connect(self._chosen)
            group.addButton(choice)
            self._choices[word] = choice
            self._told[word] = label(self._words[word][1], "caption", tone="secondary", name=f"restoreTo{word.capitalize()}Text", wrap=True)
            box.addWidget(choice)
            box.addLayout(row(self._told[word], margins=_INDENT))
            self._asked[word] = self._asks(word)
            box.addWidget(self._asked[word])
        box.addStretch(1)
        self.setLayout(box)
        self._choices[target or "folder"].setChecked(True)
        self._chosen()

    def _asks(self, word: Target) -> QWidget:
        """What a target wants to know."""
        holder = QWidget()
        if word == "folder":
            holder.setLayout(row(self._folder, self._browse("restoreBrowse", self._folder), margins=_INDENT))
        elif word == "copy":
            place = row(self._copy, self._browse("restoreCopyBrowse", self._copy))
            holder.setLayout(column(place, self._database, self._secret, gap=6, margins=_INDENT))
        elif word == "staging":
            holder.setLayout(row(self._staging, margins=_INDENT))
        else:
            holder.setLayout(column(self._form, gap=0, margins=_INDENT))
        return holder

    def _database_typed(self) -> None:
        self._secret.setVisible("://" in self._database.text())
        self.changed.emit()

    def _path(self, name: str, meaning: str, text: str) -> QLineEdit:
        made = QLineEdit(text)
        made.setObjectName(name)
        made.setAccessibleName(meaning)
        made.textChanged.connect(lambda _: self.changed.emit())
        return made

    def _browse(self, name: str, path: QLineEdit) -> QWidget:
        def choose() -> None:
            chooser = QFileDialog(self, path.accessibleName(), path.text())
            chooser.setFileMode(QFileDialog.FileMode.Directory)
            chooser.setOption(QFileDialog.Option.ShowDirsOnly)
            chooser.fileSelected.connect(path.setText)
            chooser.open()

        return button(name, tr("Choose…"), icon="folder-open", clicked=choose)

    def offer(self, why_not: Mapping[Target, str]) -> None:
        """Which targets there are for what was chosen so far, and why others are none."""
        for word, choice in self._choices.items():
            why = why_not.get(word, "")
            choice.setEnabled(not why)
            self._told[word].setText(why or self._words[word][1])
            set_tone(self._told[word], "warning" if why else "secondary")
        if not self._choices[self.target()].isEnabled():
            able = next((word for word, choice in self._choices.items() if choice.isEnabled()), None)
            if able is not None:
                self._choices[able].setChecked(True)
        self._chosen()

    def _chosen(self) -> None:
        if len(self._asked) < len(TARGETS):
            return
        for word, holder in self._asked.items():
            fitting = word != "live" or not self._form.is_empty()
            holder.setVisible(fitting and self._choices[word].isChecked() and self._choices[word].isEnabled())
        self.changed.emit()

    # what was chosen

    def target(self) -> Target:
        return next((word for word, choice in self._choices.items() if choice.isChecked()), "folder")

    def to(self) -> str | None:
        """The folder; None where the site itself is restored."""
        path = {"folder": self._folder, "copy": self._copy}.get(self.target())
        return None if path is None else path.text().strip()

    def database(self) -> str:
        return self._database.text().strip() if self.target() == "copy" else ""

    def database_secret(self) -> str:
        return self._secret.text() if self.database() else ""

    def options(self) -> dict[str, Any]:
        """For the service."""
        if not self._facts.has_service or self.to() is not None:
            return {}
        return self._form.values() | ({STAGING_FIELD: self._staging.text().strip()} if self.target() == "staging" else {})

    def wrong(self) -> tuple[str, QLineEdit | None]:
        """What is wrong with the service's options; ("", None): nothing."""
        return self._form.wrong() if self.target() == "live" else ("", None)

    def is_ready(self) -> bool:
        if not self._choices[self.target()].isEnabled():
            return False
        if self.target() == "staging":
            return bool(self._staging.text().strip())
        return self.to() is None or bool(self.to())


def _words(facts: RestoreFacts) -> dict[Target, tuple[str, str]]:
    live = tr("Files and database in {path} become what they were.", path=facts.live_path)
    if facts.has_service:
        live = tr("The site restores itself through its service. Visitors may see a maintenance page meanwhile.")
    return {
        "folder": (tr("Download to a folder"), tr("The site itself stays as it is.")),
        "copy": (
            tr("Local test copy"),
            tr(
                "To look at and try out. Its wp-config.php is changed so that the copy cannot write into the live database: without one "
                "of its own, below, it names one that does not exist."
            ),
        ),
        "staging": (tr("Staging site"), tr("The live site stays as it is.")),
        "live": (tr("Over the live site"), live),
    }


def safe_name(name: str) -> str:
    return "".join(c if c.isalnum() or c in "-._" else "-" for c in name)
