"""What takes more than one click, over a made-up Holdfast."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import msgspec
import pytest
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QRadioButton,
    QTableView,
    QToolButton,
)

from holdfast.errors import AuthRejected, Failure
from holdfast_desktop.dialogs.add_storage import RecoveryKit
from holdfast_desktop.event_loop import is_there
from tests.desktop.conftest import Play
from tests.desktop.stage import Stage
from tests.support.fake_holdfast import FakeHoldfast

SITE = "yoga-mitte.example"


def arguments(fake: FakeHoldfast, call: str) -> dict[str, object]:
    return next(given for name, given in reversed(fake.calls) if name == call)


def test_back_up_now_shows_progress_and_then_the_backup(play: Play, fake: FakeHoldfast) -> None:
    fake.step = 0.1

    async def scene(stage: Stage) -> None:
        stage.window.open_site(SITE)
        await stage.settle(0.1)
        table = stage.find(QTableView, "backupsTable", stage.window.pages["sites"])
        before = table.model().rowCount()
        stage.find(QPushButton, "siteBackUpNow").click()
        await stage.settle(0.6)
        assert stage.window.drawer.is_open()
        assert stage.find(QLabel, "jobTitle").text() == f"{SITE} — Backup"
        assert stage.find(QLabel, "jobPercent").text().endswith("%")
        assert "files" in stage.find(QLabel, "jobNumbers").text()
        await stage.settle(1.2)
        assert table.model().rowCount() == before + 1
        assert [b.text() for b in stage.window.drawer.findChildren(QPushButton, "jobAction")] == ["Show backups"]

    play(scene)


def test_a_job_is_cancelled_from_its_row(play: Play, fake: FakeHoldfast) -> None:
    fake.step = 0.1

    async def scene(stage: Stage) -> None:
        stage.window.flows.back_up(SITE)
        await stage.settle(0.4)
        stage.find(QToolButton, "jobCancel").click()
        await stage.settle(0.4)
        assert [job.outcome for job in stage.desk.live.finished()] == ["cancelled"]

    play(scene)


def test_back_up_all_goes_on_when_one_site_fails(play: Play, fake: FakeHoldfast) -> None:
    fake.outcomes["Café Morgenrot"] = Failure("space", "SPACE-DEST", "full", details={"storage": "Studio disk"})

    async def scene(stage: Stage) -> None:
        stage.find(QPushButton, "backUpAll").click()
        await stage.settle(0.4)
        outcomes = [job.outcome for job in stage.desk.live.finished()]
        assert (outcomes.count("success"), outcomes.count("failed")) == (15, 1)
        assert stage.find(QLabel, "noticeTitle").text() == "1 of 16 backups failed"
        assert "Studio disk is too full" in stage.find(QLabel, "noticeText").text()
        stage.find(QPushButton, "noticeDetails").click()
        await stage.settle(0.1)
        del fake.outcomes["Café Morgenrot"]
        stage.find(QPushButton, "bulkRetry", stage.dialog()).click()
        await stage.settle(0.4)
        assert arguments(fake, "backups.create")["sites"] == ("Café Morgenrot",)
        assert stage.find(QLabel, "noticeTitle").text() == "1 site is backed up"

    play(scene)


def test_a_new_storage_ends_with_its_recovery_kit(play: Play, fake: FakeHoldfast) -> None:
    """The kit cannot be skipped silently."""

    async def scene(stage: Stage) -> None:
        stage.window.flows.add_storage()
        dialog = stage.dialog()
        stage.find(QLineEdit, "storageName", dialog).setText("Travel disk")
        stage.find(QPushButton, "storageAdd", dialog).click()
        assert "folder" in stage.find(QLabel, "addStorageDialogMessage", dialog).text().lower()
        stage.find(QLineEdit, "storagePath", dialog).setText("/media/travel")
        stage.find(QPushButton, "storageAdd", dialog).click()
        await stage.settle(0.2)
        kit = stage.dialog()
        assert isinstance(kit, RecoveryKit)
        assert "copper" in stage.find(QLabel, "recoveryPassphrase", kit).text()
        kit.reject()
        assert kit.isVisible()
        stage.find(QCheckBox, "recoveryKept", kit).setChecked(True)
        stage.find(QPushButton, "recoveryDone", kit).click()
        assert not kit.isVisible()
        await stage.settle()
        assert arguments(fake, "storages.add")["password"] is None

    play(scene)


def test_a_wrong_passphrase_is_told_in_the_dialog(play: Play, fake: FakeHoldfast) -> None:
    async def scene(stage: Stage) -> None:
        fake.fail_with["storages.add"] = AuthRejected("The passphrase does not open this storage.")
        stage.window.flows.add_storage()
        dialog = stage.dialog()
        stage.find(QLineEdit, "storageName", dialog).setText("Old disk")
        stage.find(QLineEdit, "storagePath", dialog).setText("/media/old")
        stage.find(QRadioButton, "passphraseOwn", dialog).setChecked(True)
        stage.find(QLineEdit, "storagePassphrase", dialog).setText("wrong")
        stage.find(QPushButton, "storageAdd", dialog).click()
        await stage.settle(0.1)
        assert "does not open" in stage.find(QLabel, "addStorageDialogMessage", dialog).text()
        assert dialog.isVisible()

    play(scene)


def test_nothing_is_deleted_before_it_was_shown(play: Play, fake: FakeHoldfast) -> None:
    async def scene(stage: Stage) -> None:
        rows = fake.backup_rows[SITE]
        stage.window.flows.delete(SITE, rows[2:4])
        dialog = stage.dialog()
        assert stage.find(QLabel, "dialogTitle", dialog).text() == f"Delete 2 backups of {SITE}?"
        assert "1 of them is marked" in "".join(w.text() for w in dialog.findChildren(QLabel))
        assert "backups.delete" not in fake.names()
        stage.find(QPushButton, "deleteConfirm", dialog).click()
        await stage.settle(0.2)
        assert arguments(fake, "backups.delete")["backups"] == tuple(b.id for b in rows[2:4])
        assert len(fake.backup_rows[SITE]) == len(rows) - 2

    play(scene)


def test_the_rule_of_a_site_is_previewed_before_it_is_saved(play: Play, fake: FakeHoldfast) -> None:
    async def scene(stage: Stage) -> None:
        stage.window.flows.retention(SITE)
        await stage.settle(0.2)
        dialog = stage.dialog()
        assert arguments(fake, "backups.retention_preview") == {"site": SITE, "policy": "standard"}
        stage.find(QPushButton, "keepPresetLight", dialog).click()
        await stage.until(lambda: any(one.isVisible() for one in dialog.findChildren(QPushButton, "keepingRemove")))
        assert stage.find(QListWidget, "keepingLines", dialog).count() > 0
        stage.find(QPushButton, "keepingSave", dialog).click()
        await stage.settle(0.1)
        assert arguments(fake, "sites.edit")["retention"] == "light"
        assert "backups.forget" not in fake.names(), "saving a rule removes nothing by itself"

    play(scene)


def test_a_site_takes_the_rule_of_its_storage_again_and_is_thinned_out(play: Play, fake: FakeHoldfast) -> None:
    storage = next(one for one in fake.storage_views if one.name == fake.site(SITE).storage)
    fake.storage_views[fake.storage_views.index(storage)] = msgspec.structs.replace(storage, retention="light")
    fake.replace_site(SITE, retention="long")

    async def scene(stage: Stage) -> None:
        stage.window.flows.retention(SITE)
        await stage.settle(0.2)
        dialog = stage.dialog()
        stage.find(QPushButton, "keepPresetSettings", dialog).click()
        await stage.until(lambda: any(one.isVisible() for one in dialog.findChildren(QPushButton, "keepingRemove")))
        assert arguments(fake, "backups.retention_preview")["policy"] == "light"
        stage.find(QPushButton, "keepingRemove", dialog).click()
        await stage.settle(0.2)
        assert arguments(fake, "sites.edit")["retention"] == ""
        thinned = [given for name, given in fake.calls if name == "backups.forget"]
        assert [(one["site"], one["policy"], one["dry_run"]) for one in thinned] == [(SITE, "light", False)]

    play(scene)


def test_an_answer_that_comes_after_its_dialog_was_closed_harms_nothing(
    play: Play, fake: FakeHoldfast, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """Qt destroys a closed dialog; what was asked for it is still under way."""
    asked = fake.backups.retention_preview

    async def slowly(*given: Any, **words: Any) -> Any:
        await asyncio.sleep(0.3)
        return await asked(*given, **words)

    monkeypatch.setattr(fake.backups, "retention_preview", slowly)

    async def scene(stage: Stage) -> None:
        stage.window.flows.retention(SITE)
        await stage.settle()
        dialog = stage.dialog()
        dialog.close()
        await stage.settle(0.1)
        assert not is_there(dialog)
        await stage.settle(0.6)

    play(scene)
    assert not caplog.records


@pytest.mark.parametrize(("alarm", "title"), [("", "Free 612 MB"), ("NO-BACKUPS", "Remove everything")])
def test_space_is_freed_only_when_agreed_to_and_a_storage_is_emptied_only_when_confirmed(
    alarm: str, title: str, play: Play, fake: FakeHoldfast, monkeypatch: pytest.MonkeyPatch
) -> None:
    given: list[dict[str, object]] = []

    async def prune(name: str, **words: object) -> object:
        given.append(words)
        return fake.start("prune", "", {"plan": {"bytes_freed": 612_000_000, "alarm": alarm}})

    monkeypatch.setattr(fake.storages, "prune", prune)

    async def scene(stage: Stage) -> None:
        stage.window.flows.free_space("Studio disk")
        await stage.settle(0.2)
        agree = stage.find(QPushButton, "questionPrune", stage.dialog())
        assert agree.text() == title
        assert given == [{"dry_run": True}]
        agree.click()
        await stage.settle(0.2)
        assert given[-1] == {"confirmed": bool(alarm)}

    play(scene)


def test_two_backups_are_compared(play: Play) -> None:
    async def scene(stage: Stage) -> None:
        stage.window.open_site(SITE)
        await stage.settle(0.1)
        page = stage.window.pages["sites"]
        table = stage.find(QTableView, "backupsTable", page)
        await stage.until(lambda: table.model().rowCount() > 1)
        assert not stage.find(QPushButton, "backupCompare", page).isEnabled()
        table.selectRow(0)
        table.selectionModel().select(
            table.model().index(1, 0), table.selectionModel().SelectionFlag.Select | table.selectionModel().SelectionFlag.Rows
        )
        compare = stage.find(QPushButton, "backupCompare", page)
        await stage.until(compare.isEnabled)
        compare.click()
        await stage.until(lambda: any(one.isVisible() for one in stage.window.findChildren(QTableView, "compareTable")))
        assert stage.find(QTableView, "compareTable", stage.dialog()).model().rowCount() == 17

    play(scene)


def test_a_backup_can_be_kept_forever(play: Play, fake: FakeHoldfast) -> None:
    async def scene(stage: Stage) -> None:
        stage.window.open_site(SITE)
        await stage.settle(0.1)
        keep = stage.find(QPushButton, "backupKeep", stage.window.pages["sites"])
        keep.click()
        await stage.settle(0.1)
        assert fake.backup_rows[SITE][0].metadata["keep"] is True
        assert keep.text() == "Do not keep forever"

    play(scene)


@pytest.mark.parametrize(
    ("action", "call"), [("storageCheck", "storages.check"), ("storageTestNow", "storages.test"), ("storageMeasure", "storages.stats")]
)
def test_a_storage_is_looked_after_with_one_click(play: Play, fake: FakeHoldfast, action: str, call: str) -> None:
    async def scene(stage: Stage) -> None:
        stage.window.go("storage")
        await stage.settle()
        stage.find(QPushButton, action).click()
        await stage.settle(0.2)
        assert arguments(fake, call)["name"] == "Bucket in Frankfurt"

    play(scene)


def test_a_download_asks_where_and_shows_in_the_drawer(play: Play, fake: FakeHoldfast, tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        stage.window.flows.download(SITE, fake.backup_rows[SITE][0])
        chooser = stage.window.findChild(QFileDialog, "saveDialog")
        assert isinstance(chooser, QFileDialog)
        chooser.fileSelected.emit(str(tmp_path / "site.zip"))
        chooser.reject()
        await stage.settle(0.2)
        assert arguments(fake, "backups.download")["to"] == str(tmp_path / "site.zip")

    play(scene)


def test_quitting_asks_only_while_jobs_run_and_stay_keeps_them(play: Play, fake: FakeHoldfast) -> None:
    fake.step = 0.05

    async def scene(stage: Stage) -> None:
        left: list[str] = []
        stage.window.flows.back_up(SITE)
        await stage.settle(0.15)
        stage.window.ask_about_jobs(lambda: left.append("stop"), lambda: left.append("finish"))
        stage.find(QPushButton, "dialogCancel", stage.dialog()).click()
        assert left == []
        stage.window.ask_about_jobs(lambda: left.append("stop"), lambda: left.append("finish"))
        stage.find(QPushButton, "questionFinish", stage.dialog()).click()
        assert left == ["finish"]

    play(scene)
