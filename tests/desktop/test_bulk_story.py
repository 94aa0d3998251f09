"""Back up all and download the newest of all in the window, with the real door, real workers and a real repository: one site is gone, the
other goes on, and the failed one is tried again."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QLabel, QPushButton

from holdfast.app import Holdfast, demo
from holdfast_desktop.pages import service_flows
from tests.desktop.for_real import ForReal
from tests.desktop.stage import Stage

OTHER = "other"


def test_all_sites_with_one_that_is_gone(for_real: ForReal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _place: str(tmp_path / "downloads"))

    async def two_sites(door: Holdfast) -> None:
        await demo.prepare(door, tmp_path / "demo")
        shutil.copytree(tmp_path / "demo" / "site", tmp_path / OTHER)
        storage = (await door.storages.list())[0].name
        await door.sites.add(OTHER, path=tmp_path / OTHER, storage=storage, database="none")

    for_real(lambda stage: tell(stage, tmp_path), before=two_sites)


async def told(stage: Stage, title: str) -> None:
    """The notice bar says `title`."""
    label = stage.window.findChild(QLabel, "noticeTitle")
    assert isinstance(label, QLabel)
    await stage.until(lambda: label.isVisible() and label.text() == title)


async def tell(stage: Stage, tmp_path: Path) -> None:
    desk = stage.desk
    await stage.until(lambda: len(desk.sites()) == 2)
    (tmp_path / OTHER).rename(tmp_path / "away")
    stage.find(QPushButton, "backUpAll").click()
    await told(stage, "1 of 2 backups failed")
    assert OTHER in stage.find(QLabel, "noticeText").text()
    assert {job.site: job.outcome for job in desk.live.finished()} == {demo.SITE: "success", OTHER: "failed"}
    (tmp_path / "away").rename(tmp_path / OTHER)
    stage.find(QPushButton, "noticeFix").click()
    await told(stage, "1 site is backed up")
    await stage.until(lambda: all(site.last_backup is not None for site in desk.sites()))
    stage.find(QPushButton, "downloadNewest").click()
    await told(stage, "2 backups are downloaded")
    for site in (demo.SITE, OTHER):
        assert [one.suffix for one in service_flows.downloads_of(site).iterdir()] == [".zip"]
