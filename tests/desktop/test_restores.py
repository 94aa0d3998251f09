"""The five steps of a restore, over a made-up Holdfast."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QLabel, QLineEdit, QPushButton, QRadioButton, QTableView, QTreeView, QWidget

from holdfast.errors import NotFound
from holdfast.records import Job
from holdfast.secret import Secret
from holdfast_desktop.widgets.month_calendar import MonthCalendar
from tests.desktop import restoring
from tests.desktop.conftest import Play
from tests.desktop.stage import Stage
from tests.support.fake_holdfast import NOW, FakeHoldfast
from tests.support.sample_rows import ROOT
from tests.support.sample_services import BOTS, ENGINE, HOTEL, SHOP, served

SITE = "yoga-mitte.example"


def arguments(fake: FakeHoldfast, call: str) -> dict[str, object]:
    return next(given for name, given in reversed(fake.calls) if name == call)


async def opened(stage: Stage, site: str = SITE, number: int = 1, paths: tuple[str, ...] = ()) -> QDialog:
    stage.window.flows.restore(site, stage.fake.backup_rows[site][number].id, paths)
    await stage.settle(0.1)
    return stage.dialog()


def text(stage: Stage, name: str, dialog: QWidget) -> str:
    return str(stage.find(QLabel, name, dialog).text())


def test_a_backup_is_restored_to_a_folder_after_a_preview(play: Play, fake: FakeHoldfast, tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        dialog = await opened(stage)
        await restoring.to_target(stage, dialog, "Folder")
        stage.find(QLineEdit, "restoreTarget", dialog).setText(str(tmp_path / "back"))
        await restoring.go_on(stage, dialog)
        await stage.settle(0.1)
        assert text(stage, "restoreAdded", dialog) == "1,204"
        assert text(stage, "restoreReplaced", dialog) == "31"
        assert "backups.restore" not in fake.names()
        start = stage.find(QPushButton, "restoreStart", dialog)
        assert start.text() == "Restore 1,235 files and 2 tables"
        start.click()
        await stage.settle(0.3)
        given = arguments(fake, "backups.restore")
        assert (given["to"], given["backup"]) == (str(tmp_path / "back"), fake.backup_rows[SITE][1].id)

    play(scene)


def test_a_live_site_is_restored_only_after_its_name_was_typed(play: Play, fake: FakeHoldfast) -> None:
    async def scene(stage: Stage) -> None:
        dialog = await opened(stage)
        await restoring.preview(stage, dialog, "Live")
        assert stage.find(QCheckBox, "restoreSafety", dialog).isChecked()
        assert "Forms: 2.10 on the site, 2.9 in the backup" in text(stage, "restoreNewer", dialog)
        await restoring.go_on(stage, dialog)
        start = stage.find(QPushButton, "restoreStart", dialog)
        assert not start.isEnabled()
        stage.find(QLineEdit, "restoreHostName", dialog).setText("yoga")
        assert not start.isEnabled()
        stage.find(QLineEdit, "restoreHostName", dialog).setText(SITE.upper())
        start.click()
        await stage.settle(0.2)
        given = arguments(fake, "backups.restore")
        assert (given["to"], given["safety_backup"]) == (None, True)

    play(scene)


def test_each_rule_is_previewed_anew(play: Play, fake: FakeHoldfast) -> None:
    async def scene(stage: Stage) -> None:
        dialog = await opened(stage)
        await restoring.preview(stage, dialog, "Live")
        assert not [w for w in dialog.findChildren(QLabel, "restoreRemoved") if w.isVisible()]
        stage.find(QCheckBox, "restoreDelete", dialog).setChecked(True)
        await stage.settle(0.1)
        assert text(stage, "restoreRemoved", dialog) == "12"
        rule = stage.find(QComboBox, "restoreOverwrite", dialog)
        rule.setCurrentIndex(rule.findData("never"))
        await stage.settle(0.1)
        assert arguments(fake, "backups.restore_plan")["overwrite"] == "never"
        assert arguments(fake, "backups.restore_plan")["delete"] is True

    play(scene)


def test_single_files_are_chosen_in_the_tree_and_by_searching(play: Play, fake: FakeHoldfast) -> None:
    async def scene(stage: Stage) -> None:
        dialog = await opened(stage)
        await restoring.go_on(stage, dialog)
        stage.find(QRadioButton, "restoreFiles", dialog).setChecked(True)
        await stage.settle(0.1)
        assert not stage.find(QPushButton, "restoreNext", dialog).isEnabled()
        tree = stage.find(QTreeView, "fileTree", dialog)
        model = tree.model()
        place = next(n for n in range(model.rowCount()) if model.index(n, 0).data() == "wp-config.php")
        model.setData(model.index(place, 0), Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
        stage.find(QLineEdit, "treeSearch", dialog).setText("forms")
        await stage.until(lambda: tree.model() is not model)
        found = tree.model()
        assert [found.index(n, 0).data() for n in range(found.rowCount())] == ["forms.php"]
        found.setData(found.index(0, 0), Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
        stage.find(QLineEdit, "treeSearch", dialog).clear()
        await stage.settle(0.05)
        assert tree.model() is model
        await restoring.preview(stage, dialog, "Folder", at="what")
        paths = arguments(fake, "backups.restore_plan")["paths"]
        assert paths == (f"{ROOT}/wp-config.php", f"{ROOT}/wp-content/plugins/forms/forms.php")

    play(scene)


def test_the_calendar_chooses_the_day_and_says_where_there_is_nothing(play: Play, fake: FakeHoldfast) -> None:
    async def scene(stage: Stage) -> None:
        dialog = await opened(stage, number=0)
        calendar = stage.find(MonthCalendar, "monthCalendar", dialog)
        rows = fake.backup_rows[SITE]
        day = rows[4].created_at
        assert day is not None
        calendar.choose(day.astimezone().date())
        points = stage.find(QTableView, "restorePoints", dialog)
        assert points.model().rowCount() == 1
        calendar.choose((NOW + timedelta(days=1)).date())
        assert not stage.find(QPushButton, "restoreNext", dialog).isEnabled()
        stage.find(QPushButton, "restorePointsEmptyButton", dialog).click()
        await restoring.preview(stage, dialog, "Folder")
        assert arguments(fake, "backups.restore_plan")["backup"] == rows[0].id

    play(scene)


def test_chosen_files_are_what_is_restored(play: Play, fake: FakeHoldfast) -> None:
    async def scene(stage: Stage) -> None:
        dialog = await opened(stage, paths=(f"{ROOT}/wp-config.php",))
        await restoring.preview(stage, dialog, "Folder", at="what")
        assert arguments(fake, "backups.restore_plan")["paths"] == (f"{ROOT}/wp-config.php",)

    play(scene)


def test_a_test_copy_has_a_folder_and_may_have_a_database_of_its_own(play: Play, fake: FakeHoldfast, tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        dialog = await opened(stage)
        await restoring.to_target(stage, dialog, "Copy")
        assert "wp-config.php" in text(stage, "restoreToCopyText", dialog), "what becomes of its configuration"
        stage.find(QLineEdit, "restoreCopy", dialog).setText(str(tmp_path / "copy"))
        stage.find(QLineEdit, "restoreCopyDatabase", dialog).setText("mysql://copy@localhost/copy")
        stage.find(QLineEdit, "restoreCopyPassword", dialog).setText("hush")
        await restoring.go_on(stage, dialog)
        await restoring.start(stage, dialog)
        await stage.settle(0.2)
        given = arguments(fake, "backups.restore")
        assert (given["to"], given["database"]) == (str(tmp_path / "copy"), "mysql://copy@localhost/copy")
        assert given["database_password"] == Secret("hush")
        assert given["test_copy"] is True, "its configuration must not name the live database"
        assert "hush" not in repr(fake.calls)

    play(scene)


def test_a_preview_that_fails_says_why_and_begins_nothing(play: Play, fake: FakeHoldfast) -> None:
    fake.fail_with["backups.restore_plan"] = NotFound("gone", code="NO-BACKUP")

    async def scene(stage: Stage) -> None:
        dialog = await opened(stage)
        await restoring.preview(stage, dialog, "Folder")
        assert text(stage, "restorePreviewTitle", dialog)
        assert not stage.find(QPushButton, "restoreStart", dialog).isEnabled()

    play(scene)


def test_after_a_live_restore_it_can_be_undone_with_the_safety_backup(play: Play, fake: FakeHoldfast) -> None:
    rows = fake.backup_rows[SITE]
    safety = msgspec.structs.replace(rows[0], id="5afe0000", label="Before restoring")
    rows.insert(0, safety)
    result = {"backup_id": rows[3].id, "safety_backup": {"id": safety.id}, "only": ["plugins"], "paths": []}
    fake.job_rows.insert(0, Job("r1", "restore", SITE, started_at=NOW, outcome="success", result=result))

    async def scene(stage: Stage) -> None:
        stage.window.act("undo_restore", SITE)
        await stage.until(lambda: any(w.isVisible() for w in stage.window.findChildren(QDialog, "restoreDialog")))
        await stage.settle(0.1)
        dialog = stage.dialog()
        plan = arguments(fake, "backups.restore_plan")
        assert (plan["backup"], plan["only"], plan["delete"], plan["to"]) == (safety.id, ("plugins",), True, None)
        assert not stage.find(QWidget, "restoreDialog").findChild(QPushButton, "restoreBack").isVisible()
        await restoring.start(stage, dialog, SITE)
        await stage.settle(0.2)
        assert arguments(fake, "backups.restore")["backup"] == safety.id
        stage.window.act("compare_restored", SITE)
        await stage.settle(0.2)
        assert {arguments(fake, "backups.diff")["old"], arguments(fake, "backups.diff")["new"]} == {safety.id, rows[3].id}

    play(scene)


def test_the_end_of_a_live_restore_offers_the_way_back(play: Play, fake: FakeHoldfast, monkeypatch: pytest.MonkeyPatch) -> None:
    async def restore(site: str, backup: str, **given: object) -> object:
        return fake.start("restore", site, {"backup_id": backup, "confirmed": True, "safety_backup": {"id": "5afe"}})

    monkeypatch.setattr(fake.backups, "restore", restore)

    async def scene(stage: Stage) -> None:
        dialog = await opened(stage)
        await restoring.preview(stage, dialog, "Live")
        await restoring.start(stage, dialog, SITE)
        await stage.settle(0.3)
        assert text(stage, "noticeTitle", stage.window) == f"{SITE} is restored"
        offered = [stage.find(QPushButton, name).text() for name in ("noticeFix", "noticeFix2", "noticeFix3")]
        assert offered == ["Undo…", "Compare", "Open site"]

    play(scene)


class TestServices:
    @pytest.fixture
    def fake(self) -> FakeHoldfast:
        return served()

    @pytest.mark.parametrize(
        ("site", "able"),
        [(SHOP, {"Folder", "Live"}), (HOTEL, {"Live"}), (ENGINE, {"Folder", "Live"}), (BOTS, {"Staging", "Live"})],
    )
    def test_what_a_service_cannot_do_is_said_at_the_third_step(self, play: Play, fake: FakeHoldfast, site: str, able: set[str]) -> None:
        async def scene(stage: Stage) -> None:
            whole = next(n for n, one in enumerate(fake.backup_rows[site]) if one.status == "completed" and "storage" not in one.locations)
            dialog = await opened(stage, site, whole)
            await restoring.to_target(stage, dialog)
            for target in ("Folder", "Copy", "Staging", "Live"):
                choice = stage.find(QRadioButton, f"restoreTo{target}", dialog)
                assert choice.isEnabled() is (target in able), target
                assert text(stage, f"restoreTo{target}Text", dialog), "said in words"

        play(scene)

    def test_a_staging_site_needs_no_name_typed(self, play: Play, fake: FakeHoldfast) -> None:
        async def scene(stage: Stage) -> None:
            dialog = await opened(stage, BOTS, 0)
            await restoring.preview(stage, dialog, "Staging")
            await restoring.start(stage, dialog)
            await stage.settle(0.2)
            assert arguments(fake, "backups.restore")["options"] == {"target": "staging"}
            assert "backups.create" not in fake.names()

        play(scene)

    def test_what_is_on_the_site_only_is_downloaded_whole(self, play: Play, fake: FakeHoldfast, tmp_path: Path) -> None:
        async def scene(stage: Stage) -> None:
            whole = next(n for n, one in enumerate(fake.backup_rows[SHOP]) if one.status == "completed" and "storage" not in one.locations)
            dialog = await opened(stage, SHOP, whole)
            await restoring.to_target(stage, dialog, "Folder")
            stage.find(QLineEdit, "restoreTarget", dialog).setText(str(tmp_path))
            await restoring.go_on(stage, dialog)
            await restoring.start(stage, dialog)
            await stage.settle(0.2)
            assert str(arguments(fake, "backups.download")["to"]).rstrip("/") == str(tmp_path)

        play(scene)
