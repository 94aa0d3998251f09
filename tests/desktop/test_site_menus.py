"""What can be done with a site and with a backup from their menus, over a made-up door."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QFileDialog, QMenu, QPushButton, QTableView

from tests.desktop.conftest import Play
from tests.desktop.stage import Stage
from tests.support.fake_holdfast import FakeHoldfast
from tests.support.sample_rows import crowded
from tests.support.sample_services import SHOP, served

YOGA, CAFE = "yoga-mitte.example", "Café Morgenrot"


@pytest.fixture
def fake() -> FakeHoldfast:
    return crowded()


def entry(menu: QMenu, name: str) -> None:
    """Choose this entry, as if clicked."""
    found = next(one for one in menu.actions() if one.objectName() == name)
    assert found.isEnabled(), name
    found.trigger()


def copied(menu: QMenu, commands: str) -> list[str]:
    """All lines that the submenu `commands` copies."""
    inner = menu.findChild(QMenu, commands)
    assert isinstance(inner, QMenu)
    lines = []
    for one in inner.actions():
        one.trigger()
        lines.append(QGuiApplication.clipboard().text())
    return lines


async def table_menu(stage: Stage, table: str, menu: str, *rows: str | int) -> QMenu:
    """The context menu of these rows, by the words in their first column or by their place."""
    view: QTableView = stage.find(QTableView, table)
    view.clearSelection()
    selection = view.selectionModel()
    for place in range(view.model().rowCount()):
        index = view.model().index(place, 0)
        if place in rows or index.data() in rows:
            selection.select(index, selection.SelectionFlag.Select | selection.SelectionFlag.Rows)
    view.customContextMenuRequested.emit(QPoint(10, 10))
    await stage.settle()
    shown: QMenu = stage.find(QMenu, menu)
    return shown


async def more_menu(stage: Stage, site: str) -> QMenu:
    stage.window.open_site(site)
    await stage.settle(0.1)
    menu = stage.window.findChild(QMenu, "siteMoreMenu")
    assert isinstance(menu, QMenu)
    menu.aboutToShow.emit()
    return menu


async def takes_an_archive(stage: Stage, fake: FakeHoldfast) -> None:
    await stage.settle()
    chooser = next(one for one in stage.window.findChildren(QFileDialog) if one.isVisible())
    chooser.filesSelected.emit(["/old/updraft.zip"])
    chooser.close()
    await stage.settle(0.2)
    assert ("backups.import_files", {"site": YOGA, "files": ["/old/updraft.zip"]}) in fake.calls


async def opens_the_wizard(stage: Stage) -> None:
    await stage.settle(0.2)
    dialog = stage.dialog()
    assert dialog.objectName() == "addSiteDialog"
    dialog.reject()


def test_a_site_in_the_table_is_duplicated_and_takes_archives_in(play: Play, fake: FakeHoldfast) -> None:
    async def scene(stage: Stage) -> None:
        stage.window.go("sites")
        await stage.settle(0.1)
        entry(await table_menu(stage, "sitesTable", "siteMenu", YOGA), "siteImport")
        await takes_an_archive(stage, fake)
        menu = await table_menu(stage, "sitesTable", "siteMenu", YOGA)
        assert "holdfast backup create yoga-mitte.example" in copied(menu, "siteMenuCommands")
        entry(menu, "siteDuplicate")
        menu.close()
        await opens_the_wizard(stage)

    play(scene)


def test_several_sites_are_not_duplicated_and_have_no_command(play: Play, fake: FakeHoldfast) -> None:
    async def scene(stage: Stage) -> None:
        stage.window.go("sites")
        await stage.settle(0.1)
        menu = await table_menu(stage, "sitesTable", "siteMenu", YOGA, CAFE)
        enabled = {one.objectName(): one.isEnabled() for one in menu.actions()}
        assert not enabled["siteDuplicate"] and not enabled["siteImport"] and enabled["siteTags"]
        assert menu.findChild(QMenu, "siteMenuCommands") is None
        menu.close()

    play(scene)


def test_the_page_of_a_site_offers_the_same(play: Play, fake: FakeHoldfast) -> None:
    async def scene(stage: Stage) -> None:
        menu = await more_menu(stage, YOGA)
        assert "holdfast backup list yoga-mitte.example" in copied(menu, "siteMenuCommands")
        entry(menu, "siteImport")
        await takes_an_archive(stage, fake)
        entry(await more_menu(stage, YOGA), "siteDuplicate")
        await opens_the_wizard(stage)

    play(scene)


def test_archives_need_a_storage_to_go_into(play: Play, fake: FakeHoldfast) -> None:
    fake.replace_site(YOGA, storage="")

    async def scene(stage: Stage) -> None:
        menu = await more_menu(stage, YOGA)
        taking = next(one for one in menu.actions() if one.objectName() == "siteImport")
        assert not taking.isEnabled() and taking.toolTip()

    play(scene)


def test_backups_are_told_as_commands(play: Play, fake: FakeHoldfast) -> None:
    newest, older = sorted(fake.backup_rows[YOGA], key=lambda one: str(one.created_at), reverse=True)[:2]

    async def scene(stage: Stage) -> None:
        stage.window.open_site(YOGA)
        await stage.settle(0.2)
        menu = await table_menu(stage, "backupsTable", "backupMenu", 0)
        lines = copied(menu, "backupMenuCommands")
        assert f"holdfast backup restore yoga-mitte.example {newest.id} --dry-run" in lines
        menu.close()
        await stage.settle()
        menu = await table_menu(stage, "backupsTable", "backupMenu", 0, 1)
        assert copied(menu, "backupMenuCommands") == [f"holdfast backup diff yoga-mitte.example {older.id} {newest.id}"]
        menu.close()

    play(scene)


def test_who_has_backups_already_is_asked_for_them(play: Play, fake: FakeHoldfast) -> None:
    fake.site_views.clear()

    async def scene(stage: Stage) -> None:
        stage.find(QPushButton, "overviewEmptySecond").click()
        await stage.settle(0.1)
        dialog: QDialog = stage.dialog()
        assert dialog.objectName() == "adoptDialog"

    play(scene)


def test_one_button_backs_up_in_every_way_the_site_knows(play: Play, fake: FakeHoldfast) -> None:
    async def scene(stage: Stage) -> None:
        stage.window.open_site(YOGA)
        await stage.settle(0.1)
        main = stage.find(QPushButton, "siteBackUpNow")
        main.click()
        await stage.settle(0.2)
        assert asked_kinds(fake) == [""]
        main.setFocus()
        QTest.keyClick(main, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
        await stage.settle()
        menu: QMenu = stage.find(QMenu, "siteBackUpHowMenu")
        entry(menu, "backUpDatabase")
        menu.close()
        await stage.settle(0.2)
        assert asked_kinds(fake) == ["", "database"]
        menu.aboutToShow.emit()
        entry(menu, "backUpWith")
        await stage.settle(0.1)
        assert stage.dialog().objectName() == "labelDialog"

    play(scene)


def asked_kinds(fake: FakeHoldfast) -> list[object]:
    return [given["type"] for name, given in fake.calls if name == "backups.create"]


class TestServices:
    @pytest.fixture
    def fake(self) -> FakeHoldfast:
        return served()

    def test_a_service_offers_its_own_kinds(self, play: Play) -> None:
        async def scene(stage: Stage) -> None:
            stage.window.open_site(SHOP)
            await stage.settle(0.1)
            menu = stage.window.findChild(QMenu, "siteBackUpHowMenu")
            assert isinstance(menu, QMenu)
            menu.aboutToShow.emit()
            offered = {one.objectName() for one in menu.actions()}
            assert {f"backUp{str(kind).capitalize()}" for kind in stage.desk.offers(SHOP)["types"]} <= offered
            entry(menu, "backUpWith")
            await stage.settle(0.1)
            assert stage.dialog().objectName() == "backUpDialog"

        play(scene)
