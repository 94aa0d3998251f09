"""Through the real door, real workers and a real repository: back up, break the site, bring a part back in place, undo that."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QDialog, QLabel, QLineEdit, QPushButton, QRadioButton, QTableView, QTreeView

from holdfast.app import Holdfast, demo
from holdfast_desktop.main_window import MainWindow
from holdfast_desktop.pages.desk import Desk
from tests.desktop import restoring
from tests.desktop.stage import Stage
from tests.desktop.test_story import shown
from tests.support.fake_holdfast import FakeHoldfast


def test_a_part_is_restored_in_place_after_a_safety_backup_and_the_restore_is_undone(
    run: Callable[[Coroutine[Any, Any, None]], None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    passphrase = tmp_path / "passphrase"
    passphrase.write_text("only for this test")
    passphrase.chmod(0o600)
    monkeypatch.setenv("HOLDFAST_VAULT_PASSPHRASE_FILE", str(passphrase))
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")

    async def story() -> None:
        async with Holdfast(tmp_path / "home") as door:
            await demo.prepare(door, tmp_path / "demo")
            await (await door.backups.create([demo.SITE])).value()
            desk = Desk(door)
            window = MainWindow(desk)
            stage = Stage(FakeHoldfast(), window, desk)
            try:
                window.show()
                desk.refresh()
                await tell(stage, demo.site_folder(tmp_path / "demo"))
            finally:
                window.hide()
                await desk.close()
                window.deleteLater()

    run(story())


async def tell(stage: Stage, site: Path) -> None:
    page, other = site / "index.html", site / "about.html"
    good = page.read_text()
    page.write_text("hacked")
    other.write_text("made after the backup")
    await stage.until(lambda: bool(stage.desk.sites()))
    stage.window.go("backups")
    await stage.until(lambda: shown(stage, QTableView, "backupsTable"))
    table = stage.find(QTableView, "backupsTable", stage.window.pages["backups"])
    await stage.until(lambda: table.model().rowCount() == 1)
    stage.find(QPushButton, "backupRestore", stage.window.pages["backups"]).click()
    await stage.until(lambda: shown(stage, QDialog, "restoreDialog"))
    dialog = stage.dialog()
    await restoring.go_on(stage, dialog)
    stage.find(QRadioButton, "restoreFiles", dialog).setChecked(True)
    await tick(stage, dialog, "index.html")
    await restoring.preview(stage, dialog, "Live", at="what")
    await stage.until(lambda: shown(stage, QLabel, "restoreReplaced"))
    assert stage.find(QLabel, "restoreReplaced", dialog).text() == "1"
    assert stage.find(QCheckBox, "restoreSafety", dialog).isChecked()
    await restoring.start(stage, dialog, demo.SITE)
    await stage.until(lambda: len(stage.desk.live.finished()) == 1)
    done = stage.desk.live.finished()[0]
    assert (done.verb, done.outcome) == ("restore", "success"), done.failure
    assert page.read_text() == good
    assert other.read_text() == "made after the backup", "only what was chosen is touched"
    await stage.until(lambda: shown(stage, QPushButton, "noticeFix"))
    stage.find(QPushButton, "noticeFix").click()
    await stage.until(lambda: shown(stage, QDialog, "restoreDialog"))
    dialog = stage.dialog()
    await stage.until(lambda: shown(stage, QLabel, "restoreReplaced"))
    await restoring.start(stage, dialog, demo.SITE)
    await stage.until(lambda: len(stage.desk.live.finished()) == 2)
    assert page.read_text() == "hacked", "as it was before the restore"
    assert other.exists()


async def tick(stage: Stage, dialog: QDialog, name: str) -> None:
    """Find a file by its name in the tree of the dialog and tick it."""
    tree = stage.find(QTreeView, "fileTree", dialog)
    whole = tree.model()
    await stage.until(lambda: whole.rowCount() > 0)
    stage.find(QLineEdit, "treeSearch", dialog).setText(name)
    await stage.until(lambda: tree.model() is not whole)
    found = tree.model()
    assert found.rowCount() >= 1
    found.setData(found.index(0, 0), Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
