"""The first-slice story in the window, with the real door, real workers and a real repository: back up, look, restore to a folder."""

from __future__ import annotations

import filecmp
from pathlib import Path

from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QPushButton, QTableView, QTreeView, QWidget

from holdfast.app import demo
from tests.desktop import restoring
from tests.desktop.for_real import ForReal
from tests.desktop.stage import Stage


def test_back_up_look_into_it_and_restore_to_a_folder(for_real: ForReal, tmp_path: Path) -> None:
    for_real(lambda stage: tell(stage, tmp_path), before=lambda door: demo.prepare(door, tmp_path / "demo"))


def shown(stage: Stage, kind: type[QWidget], name: str) -> bool:
    return any(widget.isVisible() for widget in stage.window.findChildren(kind, name))


async def tell(stage: Stage, tmp_path: Path) -> None:
    window, site = stage.window, demo.SITE
    await stage.until(lambda: bool(stage.desk.sites()))
    window.open_site(site)
    stage.find(QPushButton, "siteBackUpNow").click()
    await stage.until(lambda: len(stage.desk.live.finished()) == 1)
    assert [job.outcome for job in stage.desk.live.finished()] == ["success"]
    await stage.until(lambda: shown(stage, QTableView, "backupsTable"))
    table = stage.find(QTableView, "backupsTable", window.pages["sites"])
    await stage.until(lambda: table.model().rowCount() == 1)
    tree = stage.find(QTreeView, "fileTree", window.pages["sites"]).model()
    await stage.until(lambda: tree.rowCount() > 3)
    assert stage.find(QLabel, "siteStatus").text().startswith("Safe")
    stage.find(QPushButton, "backupRestore", window.pages["sites"]).click()
    await stage.until(lambda: shown(stage, QDialog, "restoreDialog"))
    dialog = stage.dialog()
    target = tmp_path / "restored"
    await restoring.to_target(stage, dialog, "Folder")
    stage.find(QLineEdit, "restoreTarget", dialog).setText(str(target))
    await restoring.go_on(stage, dialog)
    await restoring.start(stage, dialog)
    await stage.until(lambda: len(stage.desk.live.finished()) == 2)
    ended = stage.desk.live.finished()[0]
    assert (ended.verb, ended.outcome) == ("restore", "success"), ended.failure
    found = next(target.rglob("index.html"))
    assert filecmp.cmp(found, tmp_path / "demo" / "site" / "index.html", shallow=False)
