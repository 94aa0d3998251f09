"""Through the real door, real workers and a real repository: back up, break the site, bring a part back in place, undo that."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QDialog, QLabel, QLineEdit, QPushButton, QRadioButton, QTableView, QTreeView

from holdfast.app import Holdfast, demo
from tests.desktop import restoring
from tests.desktop.for_real import ForReal
from tests.desktop.stage import Stage
from tests.desktop.test_story import shown


def test_a_part_is_restored_in_place_after_a_safety_backup_and_the_restore_is_undone(for_real: ForReal, tmp_path: Path) -> None:
    async def one_backup(door: Holdfast) -> None:
        await demo.prepare(door, tmp_path / "demo")
        await (await door.backups.create([demo.SITE])).value()

    for_real(lambda stage: tell(stage, demo.site_folder(tmp_path / "demo")), before=one_backup)


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
