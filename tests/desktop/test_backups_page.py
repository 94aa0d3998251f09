"""The Backups page over a made-up Holdfast: the calendar, the files of a backup, what is saved of them, and its states."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import msgspec
import pytest
from PySide6.QtCore import QItemSelectionModel
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QTableView,
    QToolButton,
    QTreeView,
    QWidget,
)

from holdfast.app import FileView
from holdfast.errors import Busy, NetworkError
from holdfast_desktop.widgets.header import Chips
from holdfast_desktop.widgets.month_calendar import MonthCalendar
from tests.desktop.conftest import Play
from tests.desktop.stage import Stage, raise_stage
from tests.support.fake_holdfast import NOW, FakeHoldfast
from tests.support.sample_rows import ROOT, crowded

SITE = "yoga-mitte.example"


def arguments(fake: FakeHoldfast, call: str) -> dict[str, object]:
    return next(given for name, given in reversed(fake.calls) if name == call)


async def opened(stage: Stage) -> QWidget:
    stage.window.go("backups")
    await stage.settle(0.2)
    return stage.window.pages["backups"]


def choose(tree: QTreeView, *names: str) -> None:
    flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
    tree.clearSelection()
    model = tree.model()
    for place in range(model.rowCount()):
        if model.index(place, 0).data() in names:
            tree.selectionModel().select(model.index(place, 0), flags)


def test_the_calendar_shows_what_the_chosen_day_holds(play: Play, fake: FakeHoldfast) -> None:
    async def scene(stage: Stage) -> None:
        page = await opened(stage)
        table = stage.find(QTableView, "backupsTable", page)
        whole = table.model().rowCount()
        stage.find(QToolButton, "backupsCalendar", page).click()
        calendar = stage.find(MonthCalendar, "monthCalendar", page)
        newest = table.model().rowCount()
        assert 0 < newest < whole
        calendar.choose(calendar.day() - timedelta(days=7))
        days = {one.created_at.astimezone().date() for name in fake.backup_rows for one in fake.backup_rows[name] if one.created_at}
        assert calendar.day() in days
        calendar.choose((NOW + timedelta(days=2)).date())
        stage.find(QPushButton, "backupsEmptyButton", page).click()
        assert calendar.day() == max(days)
        stage.find(QToolButton, "backupsCalendar", page).click()
        assert table.model().rowCount() == whole

    play(scene)


def test_one_file_is_saved_where_the_user_says(play: Play, fake: FakeHoldfast, tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        page = await opened(stage)
        tree = stage.find(QTreeView, "fileTree", page)
        choose(tree, "wp-config.php")
        stage.find(QPushButton, "fileGet", page).click()
        chooser = stage.window.findChild(QFileDialog, "saveDialog")
        assert isinstance(chooser, QFileDialog)
        chooser.fileSelected.emit(str(tmp_path / "config"))
        chooser.reject()
        await stage.settle(0.2)
        assert arguments(fake, "backups.get")["path"] == f"{ROOT}/wp-config.php"

    play(scene)


@pytest.mark.parametrize(("how", "call"), [("Folder", "backups.restore"), ("Zip", "backups.download"), ("Tar", "backups.download")])
def test_several_files_are_saved_to_a_folder_or_one_archive(play: Play, fake: FakeHoldfast, how: str, call: str) -> None:
    async def scene(stage: Stage) -> None:
        page = await opened(stage)
        tree = stage.find(QTreeView, "fileTree", page)
        choose(tree, "wp-content", "index.php")
        stage.find(QPushButton, "fileGet", page).click()
        dialog = stage.dialog()
        stage.find(QRadioButton, f"saveAs{how}", dialog).setChecked(True)
        path = stage.find(QLineEdit, "savePath", dialog).text()
        stage.find(QPushButton, "saveAccept", dialog).click()
        await stage.settle(0.2)
        given = arguments(fake, call)
        assert (given["to"], given["paths"]) == (path, (f"{ROOT}/wp-content", f"{ROOT}/index.php"))
        assert path.endswith({"Folder": "1333", "Zip": ".zip", "Tar": ".tar.zst"}[how]) or how == "Folder"

    play(scene)


def test_a_folder_of_very_many_files_is_read_as_far_as_it_is_seen(play: Play, fake: FakeHoldfast) -> None:
    fake.tree[""] = [FileView(f"{ROOT}/f-{n:06d}.jpg", f"f-{n:06d}.jpg", "file", 10, NOW) for n in range(3_000)]

    async def scene(stage: Stage) -> None:
        page = await opened(stage)
        tree = stage.find(QTreeView, "fileTree", page)
        await stage.settle(0.5)
        first = tree.model().rowCount()
        assert first == 500
        tree.scrollToBottom()
        await stage.until(lambda: tree.model().rowCount() > first)

    play(scene)


def test_a_backup_is_searched_and_the_search_is_cleared(play: Play, fake: FakeHoldfast) -> None:
    async def scene(stage: Stage) -> None:
        page = await opened(stage)
        tree, field = stage.find(QTreeView, "fileTree", page), stage.find(QLineEdit, "treeSearch", page)
        whole = tree.model()
        field.setText("forms")
        await stage.until(lambda: tree.model() is not whole)
        assert tree.model().rowCount() == 1
        field.setText("no-such-file")
        await stage.until(lambda: any(w.isVisible() for w in page.findChildren(QPushButton, "filesEmptyButton")))
        stage.find(QPushButton, "filesEmptyButton", page).click()
        await stage.settle(0.05)
        assert field.text() == ""
        assert stage.find(QTreeView, "fileTree", page).model() is whole

    play(scene)


def test_what_could_not_be_read_can_be_tried_again(play: Play, fake: FakeHoldfast) -> None:
    fake.fail_with["backups.files"] = NetworkError("no answer")

    async def scene(stage: Stage) -> None:
        page = await opened(stage)
        again = stage.find(QPushButton, "filesEmptyButton", page)
        fake.fail_with.clear()
        again.click()
        await stage.until(lambda: any(w.isVisible() for w in page.findChildren(QTreeView, "fileTree")))

    play(scene)


def test_a_locked_keyring_is_said_with_its_button(play: Play, fake: FakeHoldfast) -> None:
    fake.fail_with["backups.list"] = Busy("locked", code="KEY-LOCKED")

    async def scene(stage: Stage) -> None:
        page = await opened(stage)
        unlock = stage.find(QPushButton, "backupsEmptyButton", page)
        fake.fail_with.clear()
        unlock.click()
        await stage.until(lambda: any(w.isVisible() and w.model().rowCount() for w in page.findChildren(QTableView, "backupsTable")))
        assert "unlock_secrets" in fake.names()

    play(scene)


def test_no_backup_at_all_offers_what_makes_the_first(run: Callable[[Any], Any]) -> None:
    async def scene() -> None:
        for fake, offered in ((FakeHoldfast(), "Add site"), (crowded(3), "Back up all")):
            fake.backup_rows.clear()
            stage = await raise_stage(fake)
            try:
                page = await opened(stage)
                assert stage.find(QPushButton, "backupsEmptyButton", page).text() == offered
            finally:
                await stage.close()

    run(scene())


def test_what_was_seen_long_ago_carries_its_age(play: Play, fake: FakeHoldfast) -> None:
    fake.storage_views = [msgspec.structs.replace(one, synced_at=NOW - timedelta(hours=5)) for one in fake.storage_views]

    async def scene(stage: Stage) -> None:
        page = await opened(stage)
        assert "09:05" in stage.find(QLabel, "backupsAge", page).text()

    play(scene)


def test_a_version_of_a_file_is_chosen_first(play: Play, fake: FakeHoldfast) -> None:
    async def scene(stage: Stage) -> None:
        page = await opened(stage)
        stage.find(Chips, "backupsHow", page).choose("file")
        stage.find(QLineEdit, "fileSearch", page).setText("forms")
        await stage.until(lambda: any(w.isVisible() and w.model().rowCount() for w in page.findChildren(QTableView, "fileVersions")))
        versions = stage.find(QTableView, "fileVersions", page)
        versions.selectRow(1)
        stage.find(QPushButton, "versionRestore", page).click()
        await stage.until(lambda: any(w.isVisible() for w in stage.window.findChildren(QDialog, "restoreDialog")))
        dialog = stage.dialog()
        stage.find(QPushButton, "restoreBack", dialog).click()
        shown = stage.find(QTableView, "restoreVersions", dialog)
        assert [index.row() for index in shown.selectionModel().selectedRows()] == [1]

    play(scene)


def test_two_backups_are_compared_by_the_keyboard_and_relative_to_their_folder(play: Play, fake: FakeHoldfast) -> None:
    async def scene(stage: Stage) -> None:
        from PySide6.QtCore import Qt

        stage.window.open_site(SITE)
        await stage.settle(0.2)
        table = stage.find(QTableView, "backupsTable", stage.window.pages["sites"])
        await stage.until(lambda: table.model().rowCount() > 1)
        table.selectRow(0)
        flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
        table.selectionModel().select(table.model().index(1, 0), flags)
        table.setFocus()
        QTest.keyClick(table, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
        await stage.until(lambda: stage.find(QTableView, "compareTable").model().rowCount() > 0)
        shown = stage.find(QTableView, "compareTable", stage.dialog()).model()
        paths = [shown.index(n, 1).data() for n in range(shown.rowCount())]
        assert "wp-config.php" in paths
        assert stage.find(QLabel, "compareAdded", stage.dialog()).text() == "14 added"

    play(scene)
