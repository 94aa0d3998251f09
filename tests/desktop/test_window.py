"""The window over a made-up Holdfast: pages, names, keys, states."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QListView,
    QListWidget,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QTableView,
    QTabWidget,
    QToolButton,
    QTreeView,
    QWidget,
)

from holdfast.errors import Busy
from holdfast_desktop.widgets.header import Chips
from tests.desktop.conftest import Play
from tests.desktop.scenes import SCENES
from tests.desktop.stage import Scene, Stage, raise_stage
from tests.support.fake_holdfast import FakeHoldfast
from tests.support.sample_rows import crowded
from tests.support.sample_services import served

PROMISED = (
    "mainWindow navOverview navSites navBackups navActivity navStorage navSettings verdictTitle attentionList siteRows backUpAll addSite "
    "sitesTable siteBackUpNow siteTabs backupsTable backupDownload backupRestore backupDelete backupCompare fileSearch fileTree jobDrawer "
    "jobRows activityTable storageTable addStorage"
).split()
CONTROLS = (QAbstractButton, QLineEdit, QComboBox, QAbstractSpinBox, QAbstractItemView, QPlainTextEdit, QTabWidget, QProgressBar)


def test_the_promised_object_names_exist(play: Play) -> None:
    """Tests from outside and assistive tools rely on them."""

    async def scene(stage: Stage) -> None:
        list(stage.window.pages.values())  # each is made when it is first asked for
        stage.window.go("sites")
        stage.window.open_site(stage.desk.sites()[0].name)
        names = {w.objectName() for w in [stage.window, *stage.window.findChildren(QWidget)]}
        assert not set(PROMISED) - names

    play(scene)


def nameless(within: QWidget) -> list[str]:
    """Controls that no test can find, and icons that no screen reader can tell."""
    wrong = []
    for widget in within.findChildren(QWidget):
        if widget.isHidden():
            continue
        if isinstance(widget, CONTROLS) and not _is_qts_own(widget) and not widget.objectName():
            wrong.append(f"{type(widget).__name__} without an object name in {widget.parent()}")
        if isinstance(widget, QAbstractButton) and not _is_qts_own(widget) and not widget.text() and not widget.accessibleName():
            tip = isinstance(widget.parent(), QWidget) and widget.objectName()
            wrong.append(f"{type(widget).__name__} {tip} shows no text and has no accessible name")
        if isinstance(widget, QToolButton) and not _is_qts_own(widget) and not widget.toolTip():
            wrong.append(f"{widget.objectName()} has no tooltip")
        if isinstance(widget, QLabel) and widget.accessibleName():
            wrong.append(f"label {widget.objectName()}: an accessible name hides its text")
        if isinstance(widget, QLineEdit | QComboBox | QAbstractItemView) and not _is_qts_own(widget) and not widget.accessibleName():
            wrong.append(f"{type(widget).__name__} {widget.objectName()} has no accessible name")
    return wrong


def _is_qts_own(widget: QWidget) -> bool:
    """Parts that Qt makes inside its controls."""
    parent = widget.parent()
    return (
        widget.objectName().startswith("qt_")
        or isinstance(parent, QLineEdit | QAbstractSpinBox | QComboBox | QAbstractItemView | QTabWidget)
        or (parent is not None and parent.metaObject().className() in {"QComboBoxPrivateContainer", "QTabBar"})
    )


PLACES = [scene for scene in SCENES if not scene.name.startswith("dialog-") and scene.size is None]
DIALOGS = [scene for scene in SCENES if scene.name.startswith("dialog-")]


@pytest.mark.parametrize("scene", PLACES, ids=lambda s: s.name)
def test_every_control_of_every_page_has_a_name(scene: Scene, run: object) -> None:
    async def walk() -> None:
        stage = await raise_stage(scene.fake())
        try:
            await scene.go(stage)
            assert nameless(stage.window) == []
        finally:
            await stage.close()

    run(walk())  # type: ignore[operator]  # the fixture's type is a callable


@pytest.mark.parametrize("kind", [crowded, served], ids=["folders", "services"])
def test_every_control_of_every_dialog_has_a_name(play: Play, fake: FakeHoldfast, kind: Callable[[], FakeHoldfast]) -> None:
    """All over one window: raising it takes longer than a dialog."""
    fake.__dict__.update(kind().__dict__)
    for noun in ("sites", "storages", "backups", "jobs", "settings", "accounts", "services", "schedules"):
        getattr(fake, noun).fake = fake

    async def scene(stage: Stage) -> None:
        wrong: dict[str, list[str]] = {}
        for one in [dialog for dialog in DIALOGS if dialog.fake is kind]:
            shown = await one.go(stage)
            assert shown is not None, one.name
            wrong[one.name] = nameless(shown)
            for dialog in stage.window.findChildren(QDialog):
                dialog.done(0)
            await stage.settle()
        assert {name: found for name, found in wrong.items() if found} == {}

    play(scene)


def test_the_pages_have_keys(play: Play) -> None:
    async def scene(stage: Stage) -> None:
        for number, page in enumerate(("overview", "sites", "backups", "activity", "storage", "settings"), 1):
            QTest.keyClick(stage.window, Qt.Key(Qt.Key.Key_0 + number), Qt.KeyboardModifier.ControlModifier)
            await stage.settle()
            assert stage.window.page_name() == page
        QTest.keyClick(stage.window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
        assert stage.window.page_name() == "storage"
        QTest.keyClick(stage.window, Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
        assert stage.window.drawer.is_open()

    play(scene)


def test_ctrl_f_goes_to_the_search_of_the_page(play: Play) -> None:
    async def scene(stage: Stage) -> None:
        stage.window.go("sites")
        stage.window.activateWindow()
        QTest.keyClick(stage.window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
        focused = QApplication.focusWidget()
        assert focused is not None
        assert focused.objectName() == "siteSearch"

    play(scene)


def test_overview_answers_first(play: Play) -> None:
    async def scene(stage: Stage) -> None:
        assert stage.find(QLabel, "verdictTitle").text() == "4 sites need attention"
        assert stage.find(QLabel, "attentionTitle").text() == "Needs attention"
        fixes = [b.text() for b in stage.window.findChildren(QPushButton, "attentionFix")]
        assert fixes == ["Free space…", "Back up now", "Back up now", "Show files"]
        assert stage.find(QListView, "siteRows").model().rowCount() == 16

    play(scene)


def test_the_fix_button_does_what_it_says(play: Play, fake: FakeHoldfast) -> None:
    async def scene(stage: Stage) -> None:
        stage.window.findChildren(QPushButton, "attentionFix")[1].click()
        await stage.settle(0.3)
        call = next(arguments for name, arguments in fake.calls if name == "backups.create")
        assert call["sites"] == ("zahnarzt-am-park.example",)
        assert fake.site("zahnarzt-am-park.example").status == "ok"

    play(scene)


def test_status_is_text_and_not_only_paint(play: Play) -> None:
    """A screen reader reads the items."""

    async def scene(stage: Stage) -> None:
        stage.window.go("sites")
        await stage.settle()
        table = stage.find(QTableView, "sitesTable")
        words = {table.model().index(n, 1).data() for n in range(table.model().rowCount())}
        assert {"Failed", "Overdue", "No backup yet", "Warnings", "Running", "Safe"} == words
        first = stage.window.pages["overview"].findChild(QListView, "siteRows").model().index(0, 0).data()  # type: ignore[union-attr]
        assert first.startswith("bäckerei-grüße.example, Failed")

    play(scene)


def test_sites_are_filtered_by_chips_and_as_you_type(play: Play) -> None:
    async def scene(stage: Stage) -> None:
        stage.window.go("sites")
        await stage.settle()
        table = stage.find(QTableView, "sitesTable")
        stage.find(Chips, "siteFilter").choose("attention")
        assert table.model().rowCount() == 4
        stage.find(QLineEdit, "siteSearch").setText("nothing like this")
        assert stage.find(QLabel, "sitesEmptyTitle").text() == "No site fits the filter"
        stage.find(QPushButton, "sitesEmptyButton").click()
        assert table.model().rowCount() == 16

    play(scene)


def test_the_first_start_leads_to_the_first_site(run: object) -> None:
    """The wizard opens, and offers the sites of this computer by itself."""

    async def scene() -> None:
        stage = await raise_stage(FakeHoldfast())
        try:
            assert stage.find(QLabel, "overviewEmptyTitle").text() == "No sites yet"
            stage.find(QPushButton, "overviewEmptyButton").click()
            await stage.settle(0.1)
            assert stage.dialog().objectName() == "addSiteDialog"
            assert stage.find(QListWidget, "wizardFound", stage.dialog()).count() == 2
        finally:
            await stage.close()

    run(scene())  # type: ignore[operator]


def test_a_locked_keyring_shows_unlock_while_everything_else_goes_on(play: Play, fake: FakeHoldfast) -> None:
    async def scene(stage: Stage) -> None:
        fake.fail_with["backups.list"] = Busy("The keyring is locked.", code="KEY-LOCKED")
        stage.window.go("backups")
        await stage.settle(0.2)
        assert stage.find(QLabel, "backupsEmptyTitle").text() == "Unlock your password store"
        del fake.fail_with["backups.list"]
        stage.find(QPushButton, "backupsEmptyButton").click()
        await stage.settle(0.2)
        assert "unlock_secrets" in fake.names()
        assert stage.find(QTableView, "backupsTable").model().rowCount() > 0

    play(scene)


def test_an_unexpected_error_is_told_and_not_lost(play: Play, fake: FakeHoldfast, caplog: pytest.LogCaptureFixture) -> None:
    async def scene(stage: Stage) -> None:
        stage.desk.failed(ValueError("secret=hunter2"), "yoga")
        await stage.settle()
        title = stage.find(QLabel, "noticeTitle").text()
        assert "did not expect" in title
        assert "hunter2" not in title + stage.find(QLabel, "noticeText").text()

    play(scene)
    assert "unexpected error in the window" in caplog.text


def test_the_files_of_a_backup_open_folder_by_folder(play: Play, fake: FakeHoldfast) -> None:
    async def scene(stage: Stage) -> None:
        stage.window.go("backups")
        await stage.settle(0.2)
        tree = stage.find(QTreeView, "fileTree")
        model = tree.model()
        asked = [a["path"] for name, a in fake.calls if name == "backups.files"]
        assert asked == [""]
        folder = next(model.index(n, 0) for n in range(model.rowCount()) if model.index(n, 0).data() == "wp-admin")
        tree.expand(folder)
        await stage.settle(0.1)
        assert model.rowCount(folder) == 20

    play(scene)


def test_search_over_all_backups_shows_versions(play: Play) -> None:
    async def scene(stage: Stage) -> None:
        stage.window.go("backups")
        await stage.settle()
        stage.find(Chips, "backupsHow").choose("file")
        stage.find(QLineEdit, "fileSearch").setText("forms.php")
        await stage.settle(0.5)
        assert stage.find(QTableView, "foundFiles").model().rowCount() > 3
        assert stage.find(QTableView, "fileVersions").model().rowCount() == 2
        assert stage.find(QPushButton, "versionGet").isEnabled()

    play(scene)


def test_a_setting_is_saved_at_once(play: Play, fake: FakeHoldfast) -> None:
    async def scene(stage: Stage) -> None:
        stage.window.go("settings")
        stage.find(QPushButton, "settingsToAppearance").click()
        await stage.settle()
        combo = stage.find(QComboBox, "settingsUnits")
        combo.setCurrentIndex(combo.findData("KiB"))
        await stage.settle()
        assert fake.value.units == "KiB"
        combo.setCurrentIndex(combo.findData("kB"))
        await stage.settle()
        assert [a for n, a in fake.calls if n == "settings.set"] == [{"name": "units", "value": "KiB"}, {"name": "units", "value": "kB"}]

    play(scene)


def test_500_sites_are_no_burden(run: object) -> None:
    """A number, so that a row widget per site would be noticed; the real figure is printed by the benchmark."""
    import time

    from tests.support.sample_rows import crowded

    async def scene() -> None:
        stage = await raise_stage(crowded(500))
        try:
            begun = time.perf_counter()
            stage.desk.refreshed.emit()
            stage.window.grab()
            assert time.perf_counter() - begun < 2.0
        finally:
            await stage.close()

    run(scene())  # type: ignore[operator]
