"""Security: where secrets are, whether they can be read now, and what was changed by whom."""

from __future__ import annotations

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from holdfast_desktop.pages.desk import Desk
from holdfast_desktop.pages.settings_sections.rows import Section, cards, group, plain
from holdfast_desktop.pages.told import told
from holdfast_desktop.theme.controls import IconLabel, button, label, set_tone
from holdfast_desktop.wording.tr import tr, tr_n


class Security:
    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._store = label(name="settingsSecrets", tone="secondary", wrap=True)
        self._store.setMinimumWidth(240)
        self._state_icon = IconLabel("circle-dashed")
        self._state = label(name="settingsSecretsState")
        self._unlock = button("settingsUnlock", tr("Unlock"), "plain", "lock-open", self._try_to_unlock)
        export = button("settingsAuditExport", tr("Export…"), icon="save", clicked=self._export)
        none = label(tr("none"), tone="secondary", name="settingsAppLock")
        self._state_row = plain(
            tr("Can be read now"),
            tr("While it is locked, backups that need a secret wait."),
            group(self._state_icon, self._state, self._unlock),
        )
        self.sections = (
            Section(
                tr("Secrets"),
                plain(
                    tr("Passphrases and keys are kept in"),
                    tr("Never in files of Holdfast, its logs or its database; an export of settings holds none."),
                    self._store,
                ),
                self._state_row,
                plain(
                    tr("Lock of its own"),
                    tr("Whoever uses your session can use Holdfast. Lock your screen when you leave; the password store locks with it."),
                    none,
                ),
            ),
            Section(
                tr("Trail"),
                plain(
                    tr("What was changed, when and by whom"),
                    tr("Every change here and every call that changed something on a site, as CSV or JSON lines."),
                    export,
                ),
            ),
        )

    def page(self) -> QWidget:
        return cards(*self.sections)

    def shown(self) -> None:
        self._desk.tasks.start(self._desk.app.secrets_in(), self._readable, self._locked)

    def _readable(self, where: str) -> None:
        self._store.setText(store_words(where))
        locked = self._desk.status is not None and any(reason.code == "KEY-LOCKED" for _, reason in self._desk.status.attention)
        self._show_state(locked)

    def _locked(self, error: Exception) -> None:
        self._store.setText(tr("locked"))
        self._state_row.complain(told(self._desk, error))
        self._show_state(True)

    def _show_state(self, locked: bool) -> None:
        self._state.setText(tr("locked") if locked else tr("yes"))
        set_tone(self._state, "error" if locked else "ok")
        self._state_icon.set("lock" if locked else "circle-check", "error" if locked else "ok")
        self._unlock.setVisible(locked)
        if not locked:
            self._state_row.complain("")

    def _try_to_unlock(self) -> None:
        def unlocked(_: object) -> None:
            self._desk.changed("")
            self._show_state(False)
            self._desk.tasks.start(self._desk.app.secrets_in(), lambda where: self._store.setText(store_words(where)), self._locked)

        self._desk.tasks.start(self._desk.app.unlock_secrets(), unlocked, self._locked)

    def _export(self) -> None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        chooser = QFileDialog(self._unlock.window(), tr("Export the trail"), folder, tr("Table (*.csv);;JSON lines (*.jsonl)"))
        chooser.setObjectName("auditDialog")
        chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        chooser.setDefaultSuffix("csv")
        chooser.selectFile("holdfast-audit.csv")

        def chosen(path: str) -> None:
            def done(rows: int) -> None:
                self._desk.say(tr_n("{n} entry was exported", "{n} entries were exported", rows), path)

            self._desk.do(self._desk.app.export_audit(path), done)

        chooser.fileSelected.connect(chosen)
        chooser.open()


def store_words(where: str) -> str:
    """What the door calls the store, for people."""
    if where.startswith("sealed file"):
        return tr("a sealed file that a passphrase opens")
    name = where.partition("(")[2].rstrip(")")
    return tr("the password store of this desktop ({name})", name=name) if name else where
